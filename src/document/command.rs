//! Every change a person can make, as a value. `plan` turns it into changes or refuses with a reason.
//!
//! Also the line format of `klantreis apply`: one JSON object a line, `{"do": "add_stage", …}`.
//! Identities of new things may be left out; then they are made while the line is read.

use crate::model::{
    Audience, BatchId, Channel, ChannelId, EventId, JourneyId, JourneyState, LaneId, LaneKind,
    Metric, NoteId, Owner, OwnerId, Persona, PersonaId, PlacementId, Question, QuestionId,
    SettingKey, Spot, StageId, StageKind, StepId, SurveyId, TargetId, Team, TeamId, Tone,
    TouchpointId,
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
    /// Deletes a note.
    DeleteNote { note: NoteId },

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

    /// Several commands as one step, such as deleting what is selected.
    Several { name: crate::model::Message, commands: Vec<Command> },
}

fn yes() -> bool {
    true
}

fn other_stage() -> StageKind {
    StageKind::Other
}
