//! The rules every noun shares: what exists, what is new, which texts will do.
//!
//! Changes nothing; the rules of one noun stand with that noun.

use crate::model::{
    AgendaItem, AgendaItemId, Arrow, ArrowId, Attachment, AttachmentId, Ballot, BallotId, Baseline,
    BaselineId, Batch, BatchId, Channel, ChannelId, Event, EventId, Guess, GuessId, Journey,
    JourneyId, Lane, LaneId, Message, Model, Note, NoteId, Owner, OwnerId, Persona, PersonaId,
    Placement, PlacementId, Question, QuestionId, Record, Refusal, Remark, RemarkId, Round,
    RoundId, SavedView, SavedViewId, Stage, StageId, Stakeholder, StakeholderId, Step, StepId,
    Survey, SurveyId, Table, Team, TeamId, Theme, ThemeId, Touchpoint, TouchpointId, Version,
    VersionId,
};
use std::fmt::Display;

/// Number of characters in the longest text a document takes.
pub const LONGEST_TEXT: usize = 10_000;

/// A text without outer blanks; may be empty.
pub fn text(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        let message = Message::new("document-text-too-long");
        return Err(message.with("length", length).with("most", LONGEST_TEXT).into());
    }
    Ok(text.to_owned())
}

/// A text that must not be empty.
pub fn name(name: &str) -> Result<String, Refusal> {
    let name = text(name)?;
    if name.is_empty() { Err(Message::new("document-name-empty").into()) } else { Ok(name) }
}

/// A text that stands for "none" when it is empty.
pub fn own_name(name: Option<&str>) -> Result<Option<String>, Refusal> {
    let name = text(name.unwrap_or_default())?;
    Ok(Some(name).filter(|name| !name.is_empty()))
}

/// Most columns a card or note can cover.
const MOST_COLUMNS: i64 = 100;
/// Most cards that one command adds.
const MOST_AT_ONCE: usize = 2_000;

/// Refuses a span that no map has.
pub fn span(span: i64) -> Result<(), Refusal> {
    if (1..=MOST_COLUMNS).contains(&span) {
        return Ok(());
    }
    Err(Message::new("document-span").with("span", span).with("most", MOST_COLUMNS).into())
}

/// Refuses more cards at once than anybody can read.
pub fn not_too_many(count: usize) -> Result<(), Refusal> {
    if count <= MOST_AT_ONCE {
        return Ok(());
    }
    Err(Message::new("document-too-many").with("count", count).with("most", MOST_AT_ONCE).into())
}

/// Refuses an identity that is already in use.
pub fn unused<R: Record>(table: &Table<R>, id: R::Id) -> Result<(), Refusal>
where
    R::Id: Display,
{
    if table.contains_key(&id) {
        return Err(Message::new("document-id-taken").with("id", id.to_string()).into());
    }
    Ok(())
}

/// The sentence about something that is not in the document.
fn missing(key: &'static str, id: impl Display) -> Refusal {
    Message::new(key).with("id", id.to_string()).into()
}

macro_rules! known {
    ($($get:ident $get_mut:ident: $noun:ident by $id:ident in $table:ident, $key:literal;)*) => {$(
        #[doc = concat!("The ", stringify!($noun), " of an identity, which must exist.")]
        #[allow(dead_code, reason = "made for every noun alike")]
        pub fn $get(model: &Model, id: $id) -> Result<&$noun, Refusal> {
            model.$table.get(&id).ok_or_else(|| missing($key, id))
        }

        #[doc = concat!("The ", stringify!($noun), " of an identity, to be altered.")]
        #[allow(dead_code, reason = "made for every noun alike")]
        pub fn $get_mut(model: &mut Model, id: $id) -> Result<&mut $noun, Refusal> {
            model.$table.get_mut(&id).ok_or_else(|| missing($key, id))
        }
    )*};
}

known! {
    journey journey_mut: Journey by JourneyId in journeys, "document-no-journey";
    stage stage_mut: Stage by StageId in stages, "document-no-stage";
    step step_mut: Step by StepId in steps, "document-no-step";
    lane lane_mut: Lane by LaneId in lanes, "document-no-lane";
    touchpoint touchpoint_mut: Touchpoint by TouchpointId in touchpoints, "document-no-touchpoint";
    placement placement_mut: Placement by PlacementId in placements, "document-no-placement";
    note note_mut: Note by NoteId in notes, "document-no-note";
    owner owner_mut: Owner by OwnerId in owners, "document-no-owner";
    team team_mut: Team by TeamId in teams, "document-no-team";
    persona persona_mut: Persona by PersonaId in personas, "document-no-persona";
    channel channel_mut: Channel by ChannelId in channels, "document-no-channel";
    survey survey_mut: Survey by SurveyId in surveys, "document-no-survey";
    question question_mut: Question by QuestionId in questions, "document-no-question";
    batch batch_mut: Batch by BatchId in batches, "document-no-batch";
    event event_mut: Event by EventId in events, "document-no-event";
    stakeholder stakeholder_mut: Stakeholder by StakeholderId in stakeholders, "document-no-stakeholder";
    arrow arrow_mut: Arrow by ArrowId in arrows, "document-no-arrow";
    remark remark_mut: Remark by RemarkId in remarks, "document-no-remark";
    attachment attachment_mut: Attachment by AttachmentId in attachments, "document-no-picture";
    version version_mut: Version by VersionId in versions, "document-no-version";
    ballot ballot_mut: Ballot by BallotId in ballots, "document-no-ballot";
    round round_mut: Round by RoundId in rounds, "document-no-round";
    guess guess_mut: Guess by GuessId in guesses, "document-no-guess";
    agenda_item agenda_item_mut: AgendaItem by AgendaItemId in agenda, "document-no-agenda-item";
    theme theme_mut: Theme by ThemeId in themes, "document-no-theme";
    view view_mut: SavedView by SavedViewId in views, "document-no-view";
    baseline baseline_mut: Baseline by BaselineId in baselines, "document-no-baseline";
}
