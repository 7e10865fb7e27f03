//! Command → changes: what a command does to a model, or a sentence that says why it cannot.
//!
//! Pure: knows no file, no clock and no chance. One file a noun; a match arm is one call.

mod agenda;
mod arrow;
mod ballot;
mod baseline;
mod batch;
mod card;
mod channel;
mod check;
mod derive;
mod event;
mod item;
mod journey;
mod label;
mod lane;
mod lock;
mod note;
mod order;
mod owner;
mod persona;
mod picture;
mod placement;
mod question;
mod remark;
mod round;
mod setting;
mod shelf;
mod stage;
mod stakeholder;
mod step;
mod survey;
mod sweep;
mod synonym;
mod target;
mod team;
mod theme;
mod touchpoint;
mod version;
mod view;

use super::Command;
use crate::model::{Blob, Change, Message, Model, Refusal};
pub use check::LONGEST_TEXT;
pub(super) use check::not_too_many;
pub use shelf::Kept;
use shelf::Shelf;
pub(super) use version::read as read_version;

/// What a command does: the name of its undo step, and its changes in order.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Name of the step ("rename stage Use").
    pub name: Message,
    /// Changes of the model. Empty when everything is already as the command wants it; then it is
    /// no step at all.
    pub changes: Vec<Change>,
    /// Bytes that the changes refer to.
    pub blobs: Vec<Blob>,
}

/// Plans a command that needs no bytes kept before: all but restoring a version.
///
/// # Errors
/// A refusal that names what is wrong. The model is not changed in any case.
pub fn plan(model: &Model, command: &Command) -> Result<Plan, Refusal> {
    plan_with(model, command, &|_| None)
}

/// Plans a command; `kept` looks up bytes that the document keeps.
///
/// # Errors
/// As for `plan`.
pub fn plan_with(model: &Model, command: &Command, kept: Kept<'_>) -> Result<Plan, Refusal> {
    let mut draft = model.clone();
    let mut shelf = Shelf::new(kept);
    let name = perform(&mut draft, &mut shelf, command)?;
    let plan = finish(model, draft, name, shelf.added);
    let restores = matches!(command, Command::RestoreVersion { .. });
    if !restores {
        lock::check(model, &plan.changes)?;
    }
    Ok(plan)
}

/// Plans commands one after another, as one step of that name with only the net changes.
///
/// # Errors
/// As for `plan`, for the first command that is refused.
pub fn plan_all(model: &Model, name: Message, commands: &[Command]) -> Result<Plan, Refusal> {
    let mut draft = model.clone();
    let blobs = perform_all(&mut draft, commands)?;
    Ok(finish(model, draft, name, blobs))
}

/// The net changes from a model to a draft of it.
fn finish(model: &Model, mut draft: Model, name: Message, blobs: Vec<Blob>) -> Plan {
    sweep::sweep(&mut draft);
    Plan { name, changes: model.changes_to(&draft), blobs }
}

/// Does commands one after another to a draft, and gives the bytes they add.
pub(super) fn perform_all(draft: &mut Model, commands: &[Command]) -> Result<Vec<Blob>, Refusal> {
    let mut shelf = Shelf::new(&|_| None);
    for command in commands {
        perform(draft, &mut shelf, command)?;
    }
    Ok(shelf.added)
}

/// Does a command to a draft and names the step. A refused command may leave the draft half done.
#[expect(clippy::too_many_lines, reason = "one arm a command, each one call")]
fn perform(
    draft: &mut Model,
    shelf: &mut Shelf<'_>,
    command: &Command,
) -> Result<Message, Refusal> {
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
        C::SetJourneySegment { journey, segment } => journey::set_segment(draft, *journey, segment),
        C::AddBlueprint { journey } => journey::add_blueprint(draft, *journey),

        C::AddStage { id, journey, kind, name, index } => {
            stage::add(draft, *id, *journey, *kind, name.as_deref(), *index)
        }
        C::RenameStage { stage, name } => stage::rename(draft, *stage, name),
        C::MoveStage { stage, index } => stage::shift(draft, *stage, *index),
        C::DeleteStage { stage } => stage::delete(draft, *stage),
        C::SetStageView { stages, view } => stage::set_view(draft, stages, *view),
        C::SetStageWidth { stage, width } => stage::set_width(draft, *stage, *width),
        C::MergeStages { stage, into } => stage::merge(draft, *stage, *into),
        C::SplitStage { stage, id, name, from, cards } => {
            stage::split(draft, *stage, *id, name, *from, cards)
        }

        C::AddStep { id, stage, name, index } => step::add(draft, *id, *stage, name, *index),
        C::RenameStep { step, name } => step::rename(draft, *step, name),
        C::MoveStep { step, stage, index } => step::shift(draft, *step, *stage, *index),
        C::DeleteStep { step } => step::delete(draft, *step),
        C::MergeSteps { step, into } => step::merge(draft, *step, *into),
        C::SplitStep { step, id, name, cards } => step::split(draft, *step, *id, name, cards),

        C::AddLane { id, journey, kind, name, index } => {
            lane::add(draft, *id, *journey, *kind, name.as_deref(), *index)
        }
        C::RenameLane { lane, name } => lane::rename(draft, *lane, name),
        C::MoveLane { lane, index } => lane::shift(draft, *lane, *index),
        C::ShowLane { lane, visible } => lane::show(draft, *lane, *visible),
        C::DeleteLane { lane } => lane::delete(draft, *lane),
        C::SetLaneView { lane, view } => lane::set_view(draft, *lane, *view),
        C::SetLaneHeight { lane, height } => lane::set_height(draft, *lane, *height),
        C::FoldLane { lane, folded } => lane::fold(draft, *lane, *folded),
        C::SetLanePersona { lane, persona } => lane::set_persona(draft, *lane, *persona),
        C::SetLaneMetric { lane, metric } => lane::set_metric(draft, *lane, *metric),
        C::MergeLanes { lane, into } => lane::merge(draft, *lane, *into),
        C::SplitLane { lane, id, name, cards } => lane::split(draft, *lane, *id, name, cards),

        C::AddTouchpoint { id, placement, journey, spot, lane, title, index } => {
            let cell = placement::cell(draft, *journey, *spot, *lane)?;
            touchpoint::add(draft, *id, title, *placement, cell, *index)
        }
        C::AddUnplacedTouchpoint { id, title } => touchpoint::add_unplaced(draft, *id, title),
        C::AddTouchpoints { journey, lane, cards } => {
            touchpoint::add_many(draft, *journey, *lane, cards)
        }
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
        C::AddNotes { journey, lane, notes } => note::add_many(draft, *journey, *lane, notes),
        C::DuplicateNote { note, new_note } => note::duplicate(draft, *note, *new_note),
        C::SetNoteSpan { note, span } => note::set_span(draft, *note, *span),

        C::SetMarks { item, marks } => item::set_marks(draft, *item, marks),
        C::SetHue { items, hue } => item::set_hue(draft, items, *hue),
        C::AddTag { items, tag } => item::add_tag(draft, items, tag),
        C::RemoveTag { items, tag } => item::remove_tag(draft, items, tag),
        C::SetLinks { item, links } => item::set_links(draft, *item, links),
        C::SetEvidence { items, evidence } => item::set_evidence(draft, items, *evidence),
        C::MarkStandsOut { items, stands_out } => item::mark_stands_out(draft, items, *stands_out),
        C::LinkJourney { item, journey } => item::link_journey(draft, *item, *journey),

        C::AddArrow { id, from, to, kind, label } => {
            arrow::add(draft, *id, *from, *to, *kind, label)
        }
        C::SetArrow { arrow, kind, label } => arrow::set(draft, *arrow, *kind, label),
        C::DeleteArrow { arrow } => arrow::delete(draft, *arrow),

        C::AddRemark { id, item, author, text, at } => {
            remark::add(draft, *id, *item, author, text, at)
        }
        C::EditRemark { remark, text } => remark::edit(draft, *remark, text),
        C::ResolveRemark { remark, resolved } => remark::resolve(draft, *remark, *resolved),
        C::DeleteRemark { remark } => remark::delete(draft, *remark),

        C::AttachPicture { id, holder, name, picture } => {
            picture::attach(draft, shelf, *id, *holder, name, picture)
        }
        C::RenamePicture { attachment, name } => picture::rename(draft, *attachment, name),
        C::MovePicture { attachment, index } => picture::shift(draft, *attachment, *index),
        C::DeletePicture { attachment } => picture::delete(draft, *attachment),

        C::Lock { what, locked } => lock::set(draft, *what, *locked),

        C::PutStakeholder { stakeholder } => stakeholder::put(draft, stakeholder),
        C::DeleteStakeholder { stakeholder } => stakeholder::delete(draft, *stakeholder),

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

        C::AssignLabel { id, label, touchpoint } => synonym::assign(draft, *id, label, *touchpoint),
        C::ForgetLabel { label } => synonym::forget(draft, label),

        C::SetTarget { id, metric, touchpoint, value } => {
            target::set(draft, *id, *metric, *touchpoint, *value)
        }
        C::AddEvent { id, day, name, touchpoint } => event::add(draft, *id, day, name, *touchpoint),
        C::DeleteEvent { event } => event::delete(draft, *event),

        C::KeepVersion { id, name, at } => version::keep(draft, shelf, *id, name, at),
        C::RenameVersion { version, name } => version::rename(draft, *version, name),
        C::RestoreVersion { version } => version::restore(draft, shelf, *version),
        C::DeleteVersion { version } => version::delete(draft, *version),

        C::OpenBallot { id, journey, name, dots, heads } => {
            ballot::open(draft, *id, *journey, name, *dots, *heads)
        }
        C::Vote { ballot, item, dots } => ballot::vote(draft, *ballot, *item, *dots),
        C::CloseBallot { ballot, closed } => ballot::close(draft, *ballot, *closed),
        C::DeleteBallot { ballot } => ballot::delete(draft, *ballot),

        C::OpenRound { id, journey, name, metric, scale } => {
            round::open(draft, *id, *journey, name, *metric, *scale)
        }
        C::AddGuess { id, round, touchpoint, value } => {
            round::add(draft, *id, *round, *touchpoint, *value)
        }
        C::DeleteGuess { guess } => round::delete_guess(draft, *guess),
        C::RevealRound { round } => round::reveal(draft, *round),
        C::DeleteRound { round } => round::delete(draft, *round),

        C::AddAgendaItem { id, name, minutes, index } => {
            agenda::add(draft, *id, name, *minutes, *index)
        }
        C::SetAgendaItem { item, name, minutes } => agenda::set(draft, *item, name, *minutes),
        C::MoveAgendaItem { item, index } => agenda::shift(draft, *item, *index),
        C::DeleteAgendaItem { item } => agenda::delete(draft, *item),

        C::PutTheme { id, name, lang, touchpoint, include, exclude } => {
            theme::put(draft, *id, name, *lang, *touchpoint, [include, exclude])
        }
        C::MoveTheme { theme, index } => theme::shift(draft, *theme, *index),
        C::DeleteTheme { theme } => theme::delete(draft, *theme),
        C::AddStartThemes { id, lang } => theme::add_start(draft, *id, *lang),

        C::PutView { id, name, what } => view::put(draft, *id, name, what),
        C::MoveView { view, index } => view::shift(draft, *view, *index),
        C::DeleteView { view } => view::delete(draft, *view),

        C::SetBaseline { id, metric, audience, touchpoint, from, to } => {
            let what = (*metric, *audience, *touchpoint);
            baseline::set(draft, *id, what, from, to)
        }
        C::DeleteBaseline { baseline } => baseline::delete(draft, *baseline),

        C::Several { name, commands } => {
            for command in commands {
                perform(draft, shelf, command)?;
            }
            Ok(name.clone())
        }
    }
}

#[cfg(test)]
mod tests;
