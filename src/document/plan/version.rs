//! Named versions: the maps and people as they were at a moment.
//!
//! A version holds no survey, no answer and no vote: restoring it leaves those as they are.

use super::shelf::Shelf;
use super::{check, label};
use crate::model::{Message, Model, Refusal, Version, VersionId};

/// Keeps the document as it is now.
pub fn keep(
    draft: &mut Model,
    shelf: &mut Shelf<'_>,
    id: VersionId,
    name: &str,
    at: &str,
) -> Result<Message, Refusal> {
    check::unused(&draft.versions, id)?;
    let (name, at) = (check::name(name)?, check::text(at)?);
    let step = Message::new("step-keep-version").with("name", label::short(&name));
    let body = drawn(draft);
    // Text keys and plain values only: this cannot fail.
    let blob = shelf.put(serde_json::to_vec(&body).unwrap_or_default());
    let journeys = body.journeys.len() as i64;
    let cards = (body.placements.len() + body.notes.len()) as i64;
    draft.versions.insert(id, Version { id, name, at, blob, journeys, cards });
    Ok(step)
}

/// Renames a version.
pub fn rename(draft: &mut Model, id: VersionId, name: &str) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    let version = check::version_mut(draft, id)?;
    let step = Message::new("step-rename-version").with("name", label::short(&version.name));
    version.name = name;
    Ok(step)
}

/// Makes the maps and people what they were.
pub fn restore(draft: &mut Model, shelf: &Shelf<'_>, id: VersionId) -> Result<Message, Refusal> {
    let version = check::version(draft, id)?;
    let step = Message::new("step-restore-version").with("name", label::short(&version.name));
    let body = read(version, shelf.get(version.blob))?;
    let now = std::mem::take(draft);
    *draft = Model {
        settings: now.settings,
        surveys: now.surveys,
        questions: now.questions,
        batches: now.batches,
        synonyms: now.synonyms,
        versions: now.versions,
        ballots: now.ballots,
        votes: now.votes,
        rounds: now.rounds,
        guesses: now.guesses,
        agenda: now.agenda,
        themes: now.themes,
        views: now.views,
        baselines: now.baselines,
        ..body
    };
    Ok(step)
}

/// Deletes a version.
pub fn delete(draft: &mut Model, id: VersionId) -> Result<Message, Refusal> {
    let name = label::short(&check::version(draft, id)?.name);
    draft.versions.remove(&id);
    Ok(Message::new("step-delete-version").with("name", name))
}

/// The model that a version's bytes hold.
///
/// # Errors
/// A sentence when they are not here or cannot be read.
pub fn read(version: &Version, bytes: Option<Vec<u8>>) -> Result<Model, Refusal> {
    let body = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
    body.ok_or_else(|| {
        Message::new("document-version-unreadable").with("name", label::short(&version.name)).into()
    })
}

/// What a version holds of a model.
fn drawn(model: &Model) -> Model {
    Model {
        settings: Default::default(),
        surveys: Default::default(),
        questions: Default::default(),
        batches: Default::default(),
        synonyms: Default::default(),
        versions: Default::default(),
        ballots: Default::default(),
        votes: Default::default(),
        rounds: Default::default(),
        guesses: Default::default(),
        agenda: Default::default(),
        themes: Default::default(),
        views: Default::default(),
        baselines: Default::default(),
        ..model.clone()
    }
}
