//! What a profile asks of the document before the first row: journey, survey, questions.

use super::{ImportOptions, perform};
use crate::document::Command;
use crate::import::{AnswerColumn, Profile};
use crate::model::query::same_name;
use crate::model::{
    JourneyId, Message, Model, Question, QuestionId, Refusal, Scale, Survey, SurveyId,
};
use std::path::Path;

/// The survey an import belongs to.
pub(super) struct Asked {
    /// The survey.
    pub survey: SurveyId,
    /// The journey it is about, if the document has one.
    pub journey: Option<JourneyId>,
    /// The question of each entry of `Profile::questions_asked`, where it holds answers.
    pub questions: Vec<Option<QuestionId>>,
}

/// A draft of the document with the survey and its questions; the survey is about the journey.
pub(super) fn prepare(
    model: &Model,
    profile: &Profile,
    journey: Option<JourneyId>,
    file_name: &str,
) -> Result<(Model, Asked), Refusal> {
    let mut draft = model.clone();
    let survey = survey(&mut draft, profile, journey, file_name)?;
    let mut questions = Vec::with_capacity(profile.columns.len());
    for (code, answer) in profile.questions_asked() {
        questions.push(match answer {
            Some(answer) => Some(question(&mut draft, survey, code, answer)?),
            None => None,
        });
    }
    Ok((draft, Asked { survey, journey, questions }))
}

/// The journey of the options, which must exist, else the first one.
pub(super) fn journey(
    model: &Model,
    options: &ImportOptions,
) -> Result<Option<JourneyId>, Refusal> {
    let found = model.journey_named(options.journey.as_deref()).map(|j| j.id);
    match (&options.journey, found) {
        (Some(name), None) => {
            let all = model.journeys_in_order();
            let all: Vec<_> = all.iter().map(|j| format!("“{}”", j.name)).collect();
            let message = Message::new("document-import-no-journey").with("name", name);
            Err(message.with("all", all.join(", ")).into())
        }
        _ => Ok(found),
    }
}

/// The survey of that name, wave and audience, made if need be; it is then about the journey.
fn survey(
    draft: &mut Model,
    profile: &Profile,
    journey: Option<JourneyId>,
    file_name: &str,
) -> Result<SurveyId, Refusal> {
    let stem = Path::new(file_name).file_stem().unwrap_or_default().to_string_lossy();
    let part = &profile.survey;
    let names = [part.name.trim(), profile.name.trim(), &stem];
    let name = names.into_iter().find(|name| !name.is_empty()).unwrap_or(file_name);
    let known = draft.surveys.values().find(|survey| {
        survey.audience == part.audience
            && same_name(&survey.name, name)
            && same_name(&survey.wave, &part.wave)
    });
    let mut survey = known.cloned().unwrap_or_else(|| Survey {
        id: SurveyId::fresh(),
        name: name.to_owned(),
        wave: part.wave.clone(),
        audience: part.audience,
        journeys: Vec::new(),
    });
    if let Some(journey) = journey.filter(|journey| !survey.journeys.contains(journey)) {
        survey.journeys.push(journey);
    }
    let Survey { id, name, wave, audience, journeys } = survey;
    perform(draft, Command::PutSurvey { id, name, wave, audience, journeys })?;
    Ok(id)
}

/// The question of a column; a known one must have the same metric, scale and direction.
fn question(
    draft: &mut Model,
    survey: SurveyId,
    code: &str,
    answer: &AnswerColumn,
) -> Result<QuestionId, Refusal> {
    let scale = Scale { min: answer.min, max: answer.max, better: answer.better };
    let known = draft.questions.values().find(|q| q.survey == survey && q.code == code);
    if let Some(known) = known {
        if (known.metric, known.scale) == (answer.metric, scale) {
            return Ok(known.id);
        }
        return Err(Message::new("document-import-question").with("column", code).into());
    }
    let question = Question {
        id: QuestionId::fresh(),
        survey,
        code: code.to_owned(),
        metric: answer.metric,
        scale,
        boxed: answer.boxed.clone(),
        breaks: answer.breaks,
        wording: answer.wording.clone(),
        kind: answer.kind,
        labels: answer.labels.clone(),
    };
    let id = question.id;
    perform(draft, Command::PutQuestion { question })?;
    Ok(id)
}
