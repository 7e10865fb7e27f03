//! Surveys, and waves of them.

use super::{check, label};
use crate::model::query::same_name;
use crate::model::{Audience, JourneyId, Message, Model, Refusal, Survey, SurveyId};

/// Adds a survey, or alters one.
pub fn put(
    draft: &mut Model,
    id: SurveyId,
    name: &str,
    wave: &str,
    audience: Audience,
    journeys: &[JourneyId],
) -> Result<Message, Refusal> {
    let (name, wave) = (check::name(name)?, check::text(wave)?);
    let mut about = Vec::with_capacity(journeys.len());
    for journey in journeys {
        check::journey(draft, *journey)?;
        if !about.contains(journey) {
            about.push(*journey);
        }
    }
    if find(draft, &name, &wave, audience).is_some_and(|other| other.id != id) {
        return Err(Message::new("document-survey-twice").with("name", name).into());
    }
    let known = draft.surveys.contains_key(&id);
    let key = if known { "step-change-survey" } else { "step-add-survey" };
    let step = Message::new(key).with("name", label::short(&name));
    draft.surveys.insert(id, Survey { id, name, wave, audience, journeys: about });
    Ok(step)
}

/// Deletes a survey without imports, with its questions.
pub fn delete(draft: &mut Model, id: SurveyId) -> Result<Message, Refusal> {
    let name = label::short(&check::survey(draft, id)?.name);
    if draft.batches.values().any(|batch| batch.survey == id) {
        return Err(Message::new("document-survey-in-use").with("name", name).into());
    }
    remove(draft, id);
    Ok(Message::new("step-delete-survey").with("name", name))
}

/// Removes a survey with its questions.
pub fn remove(draft: &mut Model, id: SurveyId) {
    draft.questions.retain(|_, question| question.survey != id);
    draft.surveys.remove(&id);
}

/// The survey of that name, wave and audience.
pub fn find<'a>(
    model: &'a Model,
    name: &str,
    wave: &str,
    audience: Audience,
) -> Option<&'a Survey> {
    model.surveys.values().find(|survey| {
        survey.audience == audience
            && same_name(&survey.name, name)
            && same_name(&survey.wave, wave)
    })
}
