//! Command → changes: what a command does to a model, or a sentence that says why it cannot.
//!
//! Pure: knows no file, no clock and no chance. One file a noun; a match arm is one call.

mod batch;
mod channel;
mod check;
mod derive;
mod event;
mod journey;
mod label;
mod lane;
mod note;
mod order;
mod owner;
mod persona;
mod placement;
mod question;
mod setting;
mod stage;
mod step;
mod survey;
mod target;
mod team;
mod touchpoint;

use super::Command;
use crate::model::{Change, Message, Model, Refusal};
pub use check::LONGEST_TEXT;

/// What a command does: the name of its undo step, and its changes in order.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Name of the step ("rename stage Use").
    pub name: Message,
    /// Changes of the model. Empty when everything is already as the command wants it; then it is
    /// no step at all.
    pub changes: Vec<Change>,
}

/// Plans a command.
///
/// # Errors
/// A refusal that names what is wrong. The model is not changed in any case.
pub fn plan(model: &Model, command: &Command) -> Result<Plan, Refusal> {
    let mut draft = model.clone();
    let name = perform(&mut draft, command)?;
    Ok(Plan { name, changes: model.changes_to(&draft) })
}

/// Plans commands one after another, as one step of that name with only the net changes.
///
/// # Errors
/// As for `plan`, for the first command that is refused.
pub fn plan_all(model: &Model, name: Message, commands: &[Command]) -> Result<Plan, Refusal> {
    let mut draft = model.clone();
    perform_all(&mut draft, commands)?;
    Ok(Plan { name, changes: model.changes_to(&draft) })
}

/// Does commands one after another to a draft.
pub(super) fn perform_all(draft: &mut Model, commands: &[Command]) -> Result<(), Refusal> {
    for command in commands {
        perform(draft, command)?;
    }
    Ok(())
}

/// Does a command to a draft and names the step. A refused command may leave the draft half done.
#[expect(clippy::too_many_lines, reason = "one arm a command, each one call")]
fn perform(draft: &mut Model, command: &Command) -> Result<Message, Refusal> {
    use Command as C;
    match command {
        C::Set { key, value } => setting::set(draft, *key, value),

        C::AddJourney { id, name, state, standard } => {
            journey::add(draft, *id, name, *state, *standard)
        }
        C::RenameJourney { journey, name } => journey::rename(draft, *journey, name),
        C::SetJourneyState { journey, state } => journey::set_state(draft, *journey, *state),
        C::MoveJourney { journey, index } => journey::shift(draft, *journey, *index),
        C::DuplicateJourney { journey, id, name, state } => {
            journey::duplicate(draft, *journey, *id, name, *state)
        }
        C::SetJourneyPersona { journey, persona } => {
            journey::set_persona(draft, *journey, *persona)
        }
        C::DeleteJourney { journey } => journey::delete(draft, *journey),

        C::AddStage { id, journey, kind, name, index } => {
            stage::add(draft, *id, *journey, *kind, name.as_deref(), *index)
        }
        C::RenameStage { stage, name } => stage::rename(draft, *stage, name),
        C::MoveStage { stage, index } => stage::shift(draft, *stage, *index),
        C::DeleteStage { stage } => stage::delete(draft, *stage),

        C::AddStep { id, stage, name, index } => step::add(draft, *id, *stage, name, *index),
        C::RenameStep { step, name } => step::rename(draft, *step, name),
        C::MoveStep { step, stage, index } => step::shift(draft, *step, *stage, *index),
        C::DeleteStep { step } => step::delete(draft, *step),

        C::AddLane { id, journey, kind, name, index } => {
            lane::add(draft, *id, *journey, *kind, name.as_deref(), *index)
        }
        C::RenameLane { lane, name } => lane::rename(draft, *lane, name),
        C::MoveLane { lane, index } => lane::shift(draft, *lane, *index),
        C::ShowLane { lane, visible } => lane::show(draft, *lane, *visible),
        C::DeleteLane { lane } => lane::delete(draft, *lane),

        C::AddTouchpoint { id, placement, journey, spot, lane, title, index } => {
            let cell = placement::cell(draft, *journey, *spot, *lane)?;
            touchpoint::add(draft, *id, title, *placement, cell, *index)
        }
        C::AddUnplacedTouchpoint { id, title } => touchpoint::add_unplaced(draft, *id, title),
        C::RenameTouchpoint { touchpoint, title } => touchpoint::rename(draft, *touchpoint, title),
        C::DescribeTouchpoint { touchpoint, description } => {
            touchpoint::describe(draft, *touchpoint, description)
        }
        C::SetIcon { touchpoint, icon } => {
            touchpoint::set_icon(draft, *touchpoint, icon.as_deref())
        }
        C::SetChannels { touchpoint, channels } => {
            touchpoint::set_channels(draft, *touchpoint, channels)
        }
        C::GiveTo { touchpoints, owner } => touchpoint::give_to(draft, touchpoints, *owner),
        C::MarkMomentOfTruth { touchpoint, moment_of_truth } => {
            touchpoint::mark(draft, *touchpoint, *moment_of_truth)
        }
        C::DeleteTouchpoint { touchpoint } => touchpoint::delete(draft, *touchpoint),

        C::PlaceTouchpoint { id, touchpoint, journey, spot, lane, index } => {
            let cell = placement::cell(draft, *journey, *spot, *lane)?;
            placement::add(draft, *id, *touchpoint, cell, *index)
        }
        C::DuplicateTouchpoint { placement, new_touchpoint, new_placement } => {
            placement::duplicate(draft, *placement, *new_touchpoint, *new_placement)
        }
        C::MovePlacement { placement, spot, lane, index } => {
            placement::shift(draft, *placement, *spot, *lane, *index)
        }
        C::SetSpan { placement, span } => placement::set_span(draft, *placement, *span),
        C::DeletePlacement { placement } => placement::delete(draft, *placement),
        C::SetEmotion { placement, persona, value } => {
            placement::set_emotion(draft, *placement, *persona, *value)
        }

        C::AddNote { id, journey, spot, lane, tone, text, icon, index } => {
            let cell = note::cell(draft, *journey, *spot, *lane)?;
            note::add(draft, *id, cell, *tone, text, icon.as_deref(), *index)
        }
        C::EditNote { note, text } => note::edit(draft, *note, text),
        C::SetTone { note, tone } => note::set_tone(draft, *note, *tone),
        C::SetNoteIcon { note, icon } => note::set_icon(draft, *note, icon.as_deref()),
        C::MoveNote { note, spot, lane, index } => note::shift(draft, *note, *spot, *lane, *index),
        C::DeleteNote { note } => note::delete(draft, *note),

        C::PutOwner { owner } => owner::put(draft, owner),
        C::DeleteOwner { owner } => owner::delete(draft, *owner),
        C::PutTeam { team } => team::put(draft, team),
        C::DeleteTeam { team } => team::delete(draft, *team),
        C::PutPersona { persona } => persona::put(draft, persona),
        C::DeletePersona { persona } => persona::delete(draft, *persona),
        C::PutChannel { channel } => channel::put(draft, channel),
        C::DeleteChannel { channel } => channel::delete(draft, *channel),

        C::PutSurvey { id, name, wave, audience, journeys } => {
            survey::put(draft, *id, name, wave, *audience, journeys)
        }
        C::DeleteSurvey { survey } => survey::delete(draft, *survey),
        C::PutQuestion { question } => question::put(draft, question),
        C::DeleteQuestion { question } => question::delete(draft, *question),
        C::TakeBackBatch { batch } => batch::take_back(draft, *batch),

        C::SetTarget { id, metric, touchpoint, value } => {
            target::set(draft, *id, *metric, *touchpoint, *value)
        }
        C::AddEvent { id, day, name, touchpoint } => event::add(draft, *id, day, name, *touchpoint),
        C::DeleteEvent { event } => event::delete(draft, *event),

        C::Several { name, commands } => {
            perform_all(draft, commands)?;
            Ok(name.clone())
        }
    }
}

#[cfg(test)]
mod tests;
