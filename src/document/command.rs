//! Every change a person can make, as a value. `plan` turns it into changes or refuses with a reason.
//!
//! Also the line format of `klantreis apply`: one JSON object a line, `{"do": "add_stage", …}`.
//! Identities of new things may be left out; then they are made while the line is read.

use crate::model::{
    AgendaItemId, ArrowId, ArrowKind, AttachmentId, Audience, BallotId, BaselineId, BatchId,
    CardRef, Channel, ChannelId, EventId, Evidence, GuessId, Holder, Hue, Item, JourneyId,
    JourneyState, LaneId, LaneKind, MapView, Marks, Metric, NoteId, Owner, OwnerId, Persona,
    PersonaId, Picture, PlacementId, Question, QuestionId, RemarkId, RoundId, SavedViewId, Scale,
    SettingKey, Spot, StageId, StageKind, StageView, Stakeholder, StakeholderId, StepId, SurveyId,
    SynonymId, TargetId, Team, TeamId, ThemeId, ThemeLang, Tone, TouchpointId, VersionId, WebLink,
};
use serde::{Deserialize, Serialize};

/// One change of a document: one transaction, one named undo step.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is named after what it is")]
pub enum Command {
    /// Sets or clears (empty text) a value of the document.
    Set { key: SettingKey, value: String },

    /// Adds a journey; with `standard`, the six stages and the usual lanes are added in one step.
    AddJourney {
        #[serde(default = "JourneyId::fresh")]
        id: JourneyId,
        name: String,
        #[serde(default)]
        state: JourneyState,
        #[serde(default = "yes")]
        standard: bool,
    },
    /// Renames a journey.
    RenameJourney { journey: JourneyId, name: String },
    /// Says whether a journey shows today or the future.
    SetJourneyState { journey: JourneyId, state: JourneyState },
    /// Moves a journey to `index` among the journeys.
    MoveJourney { journey: JourneyId, index: usize },
    /// Copies a journey with all that is drawn on it. The copy shows the same touchpoints, so that
    /// answers are neither lost nor doubled.
    DuplicateJourney {
        journey: JourneyId,
        #[serde(default = "JourneyId::fresh")]
        id: JourneyId,
        name: String,
        #[serde(default)]
        state: JourneyState,
    },
    /// Says which segment of customers a journey is about.
    SetJourneySegment { journey: JourneyId, segment: String },
    /// Adds the lanes of a service blueprint that a journey does not have yet, in one step. They are
    /// drawn in the blueprint only.
    AddBlueprint { journey: JourneyId },
    /// Chooses the persona whose journey it is.
    SetJourneyPersona { journey: JourneyId, persona: Option<PersonaId> },
    /// Deletes a journey with all that is drawn on it. Touchpoints stay in the document.
    DeleteJourney { journey: JourneyId },

    /// Adds a stage at `index` (at the end when absent).
    AddStage {
        #[serde(default = "StageId::fresh")]
        id: StageId,
        journey: JourneyId,
        #[serde(default = "other_stage")]
        kind: StageKind,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Gives a stage an own name; an empty one gives the name of its kind back.
    RenameStage { stage: StageId, name: String },
    /// Moves a stage to `index`.
    MoveStage { stage: StageId, index: usize },
    /// Says how the columns of stages are drawn.
    SetStageView { stages: Vec<StageId>, view: StageView },
    /// Makes the columns of a stage wider or narrower, in percent of the usual width.
    SetStageWidth { stage: StageId, width: i64 },
    /// Puts all that stands in a stage, its steps too, behind what another stage holds.
    MergeStages { stage: StageId, into: StageId },
    /// Makes a new stage behind this one, of its steps from `from` on and of the cards named.
    SplitStage {
        stage: StageId,
        #[serde(default = "StageId::fresh")]
        id: StageId,
        name: String,
        from: usize,
        #[serde(default)]
        cards: Vec<CardRef>,
    },
    /// Deletes a stage with its steps, cards and notes.
    DeleteStage { stage: StageId },

    /// Adds a step to a stage.
    AddStep {
        #[serde(default = "StepId::fresh")]
        id: StepId,
        stage: StageId,
        name: String,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Renames a step.
    RenameStep { step: StepId, name: String },
    /// Moves a step to `index` of a stage; what stands on it moves along.
    MoveStep { step: StepId, stage: StageId, index: usize },
    /// Puts all that stands at a step at another one, and takes the step away.
    MergeSteps { step: StepId, into: StepId },
    /// Makes a new step behind this one, and moves the cards named to it.
    SplitStep {
        step: StepId,
        #[serde(default = "StepId::fresh")]
        id: StepId,
        name: String,
        #[serde(default)]
        cards: Vec<CardRef>,
    },
    /// Deletes a step; what stands on it stays in its stage.
    DeleteStep { step: StepId },

    /// Adds a lane.
    AddLane {
        #[serde(default = "LaneId::fresh")]
        id: LaneId,
        journey: JourneyId,
        kind: LaneKind,
        #[serde(default)]
        name: Option<String>,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Gives a lane an own name; an empty one gives the name of its kind back.
    RenameLane { lane: LaneId, name: String },
    /// Moves a lane to `index`.
    MoveLane { lane: LaneId, index: usize },
    /// Shows or hides a lane.
    ShowLane { lane: LaneId, visible: bool },
    /// Draws a lane in one view only, or as its kind says.
    SetLaneView { lane: LaneId, view: Option<MapView> },
    /// Sets the least height of a lane in points; 0 for as high as what it holds.
    SetLaneHeight { lane: LaneId, height: i64 },
    /// Draws only the name of a lane, or all of it.
    FoldLane { lane: LaneId, folded: bool },
    /// Chooses whose feelings or thoughts a lane shows; everybody's when absent.
    SetLanePersona { lane: LaneId, persona: Option<PersonaId> },
    /// Chooses the score a lane shows, or that its curve is computed from.
    SetLaneMetric { lane: LaneId, metric: Option<Metric> },
    /// Puts all that stands in a lane into another one that holds the same, and takes it away.
    MergeLanes { lane: LaneId, into: LaneId },
    /// Makes a new lane of the same kind below this one, and moves the cards named to it.
    SplitLane {
        lane: LaneId,
        #[serde(default = "LaneId::fresh")]
        id: LaneId,
        name: String,
        #[serde(default)]
        cards: Vec<CardRef>,
    },
    /// Deletes a lane with what stands in it.
    DeleteLane { lane: LaneId },

    /// Adds a touchpoint and its card in one step.
    AddTouchpoint {
        #[serde(default = "TouchpointId::fresh")]
        id: TouchpointId,
        #[serde(default = "PlacementId::fresh")]
        placement: PlacementId,
        journey: JourneyId,
        spot: Spot,
        /// The first touchpoint lane when absent.
        #[serde(default)]
        lane: Option<LaneId>,
        title: String,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Adds many touchpoints with their cards, each at the end of its cell: a pasted table.
    AddTouchpoints {
        journey: JourneyId,
        /// The first touchpoint lane when absent.
        #[serde(default)]
        lane: Option<LaneId>,
        cards: Vec<NewTouchpoint>,
    },
    /// Adds a touchpoint that no journey shows yet.
    AddUnplacedTouchpoint {
        #[serde(default = "TouchpointId::fresh")]
        id: TouchpointId,
        title: String,
    },
    /// Renames a touchpoint.
    RenameTouchpoint { touchpoint: TouchpointId, title: String },
    /// Sets what a touchpoint is about.
    DescribeTouchpoint { touchpoint: TouchpointId, description: String },
    /// Chooses the icon; none gives the channel's icon back.
    SetIcon { touchpoint: TouchpointId, icon: Option<String> },
    /// Sets the channels, the main one first.
    SetChannels { touchpoint: TouchpointId, channels: Vec<ChannelId> },
    /// Gives touchpoints to an owner, or to nobody.
    GiveTo { touchpoints: Vec<TouchpointId>, owner: Option<OwnerId> },
    /// Marks or unmarks a moment of truth.
    MarkMomentOfTruth { touchpoint: TouchpointId, moment_of_truth: bool },
    /// Puts an existing touchpoint on a journey once more.
    PlaceTouchpoint {
        #[serde(default = "PlacementId::fresh")]
        id: PlacementId,
        touchpoint: TouchpointId,
        journey: JourneyId,
        spot: Spot,
        #[serde(default)]
        lane: Option<LaneId>,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Copies a touchpoint and its card, below the original.
    DuplicateTouchpoint {
        placement: PlacementId,
        #[serde(default = "TouchpointId::fresh")]
        new_touchpoint: TouchpointId,
        #[serde(default = "PlacementId::fresh")]
        new_placement: PlacementId,
    },
    /// Moves a card to a cell, at `index` from the top.
    MovePlacement { placement: PlacementId, spot: Spot, lane: LaneId, index: usize },
    /// Sets the number of stage columns a card covers, 1 or more.
    SetSpan { placement: PlacementId, span: i64 },
    /// Deletes a card; its touchpoint goes too when this was its last card.
    DeletePlacement { placement: PlacementId },
    /// Deletes a touchpoint with all its cards, targets and happenings.
    DeleteTouchpoint { touchpoint: TouchpointId },
    /// What the team thinks a persona feels at a card, −2…+2; none clears it.
    SetEmotion { placement: PlacementId, persona: PersonaId, value: Option<f64> },

    /// Adds a note.
    AddNote {
        #[serde(default = "NoteId::fresh")]
        id: NoteId,
        journey: JourneyId,
        spot: Spot,
        lane: LaneId,
        #[serde(default)]
        tone: Tone,
        text: String,
        #[serde(default)]
        icon: Option<String>,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Changes what a note says.
    EditNote { note: NoteId, text: String },
    /// Changes whether a note hurts or helps.
    SetTone { note: NoteId, tone: Tone },
    /// Chooses the icon of a note; none takes it away.
    SetNoteIcon { note: NoteId, icon: Option<String> },
    /// Moves a note to a cell, at `index` from the top.
    MoveNote { note: NoteId, spot: Spot, lane: LaneId, index: usize },
    /// Adds many notes, each at the end of its cell: a pasted table.
    AddNotes { journey: JourneyId, lane: LaneId, notes: Vec<NewNote> },
    /// Copies a note with its pictures, below the original.
    DuplicateNote {
        note: NoteId,
        #[serde(default = "NoteId::fresh")]
        new_note: NoteId,
    },
    /// Sets the number of columns a note covers, 1 or more.
    SetNoteSpan { note: NoteId, span: i64 },
    /// Deletes a note.
    DeleteNote { note: NoteId },

    /// Replaces all marks of a touchpoint or note.
    SetMarks { item: Item, marks: Marks },
    /// Gives touchpoints and notes a colour, or none.
    SetHue { items: Vec<Item>, hue: Option<Hue> },
    /// Adds a tag to touchpoints and notes.
    AddTag { items: Vec<Item>, tag: String },
    /// Takes a tag from touchpoints and notes.
    RemoveTag { items: Vec<Item>, tag: String },
    /// Sets the links of a touchpoint or note.
    SetLinks { item: Item, links: Vec<WebLink> },
    /// Says what touchpoints and notes rest on.
    SetEvidence { items: Vec<Item>, evidence: Option<Evidence> },
    /// Says where the organisation wants to stand out.
    MarkStandsOut { items: Vec<Item>, stands_out: bool },
    /// Says which journey shows a touchpoint or note in more detail.
    LinkJourney { item: Item, journey: Option<JourneyId> },

    /// Draws an arrow between two cards of a journey.
    AddArrow {
        #[serde(default = "ArrowId::fresh")]
        id: ArrowId,
        from: CardRef,
        to: CardRef,
        #[serde(default)]
        kind: ArrowKind,
        #[serde(default)]
        label: String,
    },
    /// Changes what an arrow says.
    SetArrow { arrow: ArrowId, kind: ArrowKind, label: String },
    /// Deletes an arrow.
    DeleteArrow { arrow: ArrowId },

    /// Remarks something about a touchpoint or note.
    AddRemark {
        #[serde(default = "RemarkId::fresh")]
        id: RemarkId,
        item: Item,
        #[serde(default)]
        author: String,
        text: String,
        #[serde(default = "now")]
        at: String,
    },
    /// Changes what a remark says.
    EditRemark { remark: RemarkId, text: String },
    /// Says whether a remark is dealt with.
    ResolveRemark { remark: RemarkId, resolved: bool },
    /// Deletes a remark.
    DeleteRemark { remark: RemarkId },

    /// Hangs a picture on something, behind those that hang there.
    AttachPicture {
        #[serde(default = "AttachmentId::fresh")]
        id: AttachmentId,
        holder: Holder,
        name: String,
        picture: Picture,
    },
    /// Renames a picture.
    RenamePicture { attachment: AttachmentId, name: String },
    /// Moves a picture to `index` among those of its holder.
    MovePicture { attachment: AttachmentId, index: usize },
    /// Takes a picture away.
    DeletePicture { attachment: AttachmentId },

    /// Locks what is done, or unlocks it.
    Lock { what: Lockable, locked: bool },

    /// Adds or alters someone with a stake (told by identity).
    PutStakeholder { stakeholder: Stakeholder },
    /// Deletes someone with a stake.
    DeleteStakeholder { stakeholder: StakeholderId },
    /// Adds or alters an owner (told by identity).
    PutOwner { owner: Owner },
    /// Deletes an owner; touchpoints are then without one.
    DeleteOwner { owner: OwnerId },
    /// Adds or alters a team.
    PutTeam { team: Team },
    /// Deletes a team; its owners are then without one.
    DeleteTeam { team: TeamId },
    /// Adds or alters a persona.
    PutPersona { persona: Persona },
    /// Deletes a persona with its emotions.
    DeletePersona { persona: PersonaId },
    /// Adds or alters a channel.
    PutChannel { channel: Channel },
    /// Deletes a channel; touchpoints and answers are then without it.
    DeleteChannel { channel: ChannelId },

    /// Adds a survey without answers, or alters name, wave, audience and journeys of one.
    PutSurvey {
        #[serde(default = "SurveyId::fresh")]
        id: SurveyId,
        name: String,
        #[serde(default)]
        wave: String,
        #[serde(default)]
        audience: Audience,
        #[serde(default)]
        journeys: Vec<JourneyId>,
    },
    /// Deletes a survey without imports, with its questions.
    DeleteSurvey { survey: SurveyId },
    /// Adds a question, or alters how one is read: direction, box, break-points, wording. Never
    /// its answers.
    PutQuestion { question: Question },
    /// Deletes a question; its answers are kept and no longer counted.
    DeleteQuestion { question: QuestionId },
    /// Takes an import back as a whole. Undoing this brings it back.
    TakeBackBatch { batch: BatchId },

    /// Says which touchpoint a label of survey files means. What stands under that label counts for
    /// the touchpoint from now on; a label that meant another one changes its meaning.
    AssignLabel {
        #[serde(default = "SynonymId::fresh")]
        id: SynonymId,
        label: String,
        touchpoint: TouchpointId,
    },
    /// Forgets what a label of survey files means.
    ForgetLabel { label: String },

    /// Sets a target, or clears it (no value).
    SetTarget {
        #[serde(default = "TargetId::fresh")]
        id: TargetId,
        metric: Metric,
        #[serde(default)]
        touchpoint: Option<TouchpointId>,
        value: Option<f64>,
    },
    /// Notes a dated happening.
    AddEvent {
        #[serde(default = "EventId::fresh")]
        id: EventId,
        day: String,
        name: String,
        #[serde(default)]
        touchpoint: Option<TouchpointId>,
    },
    /// Deletes a happening.
    DeleteEvent { event: EventId },

    /// Keeps the document as it is now under a name.
    KeepVersion {
        #[serde(default = "VersionId::fresh")]
        id: VersionId,
        name: String,
        #[serde(default = "now")]
        at: String,
    },
    /// Renames a version.
    RenameVersion { version: VersionId, name: String },
    /// Makes the maps and people what they were in a version. Surveys, answers, versions and settings
    /// stay as they are.
    RestoreVersion { version: VersionId },
    /// Deletes a version.
    DeleteVersion { version: VersionId },

    /// Opens a round of dot votes.
    OpenBallot {
        #[serde(default = "BallotId::fresh")]
        id: BallotId,
        journey: JourneyId,
        name: String,
        dots: i64,
        heads: i64,
    },
    /// Gives dots, or takes them back (negative), within the budget of the ballot.
    Vote { ballot: BallotId, item: Item, dots: i64 },
    /// Ends a ballot, so that its dots are shown; or goes on with it.
    CloseBallot { ballot: BallotId, closed: bool },
    /// Deletes a ballot with its dots.
    DeleteBallot { ballot: BallotId },

    /// Opens a round of guesses.
    OpenRound {
        #[serde(default = "RoundId::fresh")]
        id: RoundId,
        journey: JourneyId,
        name: String,
        metric: Metric,
        scale: Scale,
    },
    /// Notes what one participant guesses. Not after the reveal.
    AddGuess {
        #[serde(default = "GuessId::fresh")]
        id: GuessId,
        round: RoundId,
        touchpoint: TouchpointId,
        value: i64,
    },
    /// Takes a guess away. Not after the reveal.
    DeleteGuess { guess: GuessId },
    /// Shows the measured scores beside the guesses.
    RevealRound { round: RoundId },
    /// Deletes a round with its guesses.
    DeleteRound { round: RoundId },

    /// Adds an item to the agenda, at `index` (at the end when absent).
    AddAgendaItem {
        #[serde(default = "AgendaItemId::fresh")]
        id: AgendaItemId,
        name: String,
        minutes: i64,
        #[serde(default)]
        index: Option<usize>,
    },
    /// Changes an item of the agenda.
    SetAgendaItem { item: AgendaItemId, name: String, minutes: i64 },
    /// Moves an item of the agenda to `index`.
    MoveAgendaItem { item: AgendaItemId, index: usize },
    /// Deletes an item of the agenda.
    DeleteAgendaItem { item: AgendaItemId },

    /// Adds a theme to the code book, at the end, or alters one (told by identity).
    PutTheme {
        #[serde(default = "ThemeId::fresh")]
        id: ThemeId,
        name: String,
        #[serde(default)]
        lang: ThemeLang,
        #[serde(default)]
        touchpoint: Option<TouchpointId>,
        include: Vec<String>,
        #[serde(default)]
        exclude: Vec<String>,
    },
    /// Moves a theme to `index` among the themes.
    MoveTheme { theme: ThemeId, index: usize },
    /// Deletes a theme.
    DeleteTheme { theme: ThemeId },
    /// Adds the themes to begin with of a language, but those whose name is there.
    AddStartThemes {
        /// The identities of the themes follow from this one.
        #[serde(default = "ThemeId::fresh")]
        id: ThemeId,
        lang: ThemeLang,
    },

    /// Keeps a way to look at the map under a name, at the end, or alters one (told by identity).
    PutView {
        #[serde(default = "SavedViewId::fresh")]
        id: SavedViewId,
        name: String,
        /// JSON.
        what: String,
    },
    /// Moves a saved view to `index` among them.
    MoveView { view: SavedViewId, index: usize },
    /// Deletes a saved view.
    DeleteView { view: SavedViewId },

    /// Locks the control limits of a metric, for a touchpoint or the whole journey, on a range of
    /// days. Takes the place of the baseline that was there.
    SetBaseline {
        #[serde(default = "BaselineId::fresh")]
        id: BaselineId,
        metric: Metric,
        #[serde(default)]
        audience: Audience,
        #[serde(default)]
        touchpoint: Option<TouchpointId>,
        from: String,
        to: String,
    },
    /// Deletes a baseline; control limits follow all months again.
    DeleteBaseline { baseline: BaselineId },

    /// Several commands as one step, such as deleting what is selected.
    Several { name: crate::model::Message, commands: Vec<Command> },
}

/// A touchpoint of `AddTouchpoints`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is named after what it is")]
pub struct NewTouchpoint {
    #[serde(default = "TouchpointId::fresh")]
    pub id: TouchpointId,
    #[serde(default = "PlacementId::fresh")]
    pub placement: PlacementId,
    pub spot: Spot,
    pub title: String,
}

/// A note of `AddNotes`; without a tone it has that of its lane.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each field is named after what it is")]
pub struct NewNote {
    #[serde(default = "NoteId::fresh")]
    pub id: NoteId,
    pub spot: Spot,
    #[serde(default)]
    pub tone: Option<Tone>,
    pub text: String,
}

/// What can be locked when it is done.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "kinds of things")]
pub enum Lockable {
    Journey(JourneyId),
    Stage(StageId),
    Lane(LaneId),
    Card(PlacementId),
    Note(NoteId),
}

fn yes() -> bool {
    true
}

fn other_stage() -> StageKind {
    StageKind::Other
}

/// The time as documents write it.
#[must_use]
pub fn now() -> String {
    chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}
