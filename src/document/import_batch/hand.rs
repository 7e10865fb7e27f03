//! Feedback that someone enters by hand: notes of an interview, a complaint, a form on paper.
//!
//! Goes the same way as the rows of a file, as a batch of its own.

use super::prepare::{self, Asked};
use super::{fill_in, new_batch};
use crate::document::plan::LONGEST_TEXT;
use crate::document::{Document, DocumentError, UndoStep};
use crate::import::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
use crate::model::{
    Audience, Batch, BatchId, ChannelId, HandKind, JourneyId, Message, Metric, Model, Origin,
    Question, QuestionId, QuestionKind, Refusal, Scale, SurveyId, TouchpointId,
};
use crate::store::{ImportAnswer, ImportComment, ImportResponse, ImportSink, StoreError};

/// One response, entered by hand.
#[derive(Clone, PartialEq, Debug)]
pub struct HandEntry {
    /// What kind of feedback it is.
    pub kind: HandKind,
    /// The survey it is kept in.
    pub survey: HandSurvey,
    /// When it was given, in days from 1970-01-01.
    pub day: Option<i32>,
    /// What it is about; the journey as a whole when absent.
    pub touchpoint: Option<TouchpointId>,
    /// By which channel.
    pub channel: Option<ChannelId>,
    /// Who gave it: personal data, kept with the identities. Empty = nobody.
    pub customer: String,
    /// What was said or written; may be empty when there is a score.
    pub text: String,
    /// Scores, at most one a question.
    pub answers: Vec<(HandQuestion, i32)>,
}

/// The survey of an entry.
#[derive(Clone, PartialEq, Debug)]
pub enum HandSurvey {
    /// One of the document.
    Known(SurveyId),
    /// One that is made, unless there is one of this name, wave and audience.
    New {
        /// Name.
        name: String,
        /// Wave, or empty.
        wave: String,
        /// Who was asked.
        audience: Audience,
    },
}

/// The question of a score.
#[derive(Clone, PartialEq, Debug)]
pub enum HandQuestion {
    /// One of the survey.
    Known(QuestionId),
    /// One that is made, unless the survey has one of this name, metric and scale.
    New {
        /// Short name, unique in the survey.
        name: String,
        /// What it measures.
        metric: Metric,
        /// Scale and direction.
        scale: Scale,
        /// The words as asked, or empty.
        wording: String,
    },
}

impl Document {
    /// Keeps an entry as one response in a batch of its own, as one undo step.
    ///
    /// # Errors
    /// When there is neither a text nor a score, a score lies outside its scale, something that is
    /// named is not in the document, or the file cannot be written. Then nothing happened.
    pub fn enter_feedback(&mut self, entry: &HandEntry) -> Result<BatchId, DocumentError> {
        self.check_not_frozen()?;
        let profile = profile(&self.model, entry)?;
        check(&self.model, entry, &profile)?;
        let journey = journey(&self.model, entry);
        let (mut draft, asked) = prepare::prepare(&self.model, &profile, journey, "")?;
        let mut batch = Batch {
            origin: Origin::Hand,
            hand_kind: Some(entry.kind),
            profile: serde_json::to_string(&profile).unwrap_or_default(),
            ..new_batch(asked.survey, "")
        };
        let mut sink = self.store.begin_import(&batch)?;
        put(&mut sink, entry, &asked, &profile)?;
        fill_in(&mut batch, 1, sink.counts());
        let id = batch.id;
        draft.batches.insert(id, batch);
        let changes = self.model.changes_to(&draft);
        let name = Message::new("step-add-feedback");
        sink.finish(&changes, &name)?;
        self.adopt(&changes);
        self.push(UndoStep { name, changes });
        Ok(id)
    }
}

/// The mapping a file with this one row would have: what kept it can be read from the batch.
fn profile(model: &Model, entry: &HandEntry) -> Result<Profile, Refusal> {
    let survey = match &entry.survey {
        HandSurvey::New { name, wave, audience } => {
            SurveyPart { name: name.clone(), wave: wave.clone(), audience: *audience }
        }
        HandSurvey::Known(id) => {
            let known = model.surveys.get(id).ok_or_else(|| missing("document-no-survey", id))?;
            let (name, wave) = (known.name.clone(), known.wave.clone());
            SurveyPart { name, wave, audience: known.audience }
        }
    };
    if survey.name.trim().is_empty() {
        return Err(Message::new("document-name-empty").into());
    }
    let plain = |column: &str, role| Column { column: column.to_owned(), role };
    let mut columns = vec![
        plain("date", Role::Date { format: Some("%Y-%m-%d".to_owned()) }),
        plain("customer", Role::Customer),
        plain("channel", Role::Channel),
        plain("touchpoint", Role::Touchpoint),
        plain("text", Role::Comment { touchpoint: None }),
    ];
    for (question, _) in &entry.answers {
        columns.push(column(model, entry, question)?);
    }
    Ok(Profile { survey, columns, unmatched: Unmatched::Bucket, ..Profile::default() })
}

/// Where the answers begin in that mapping.
const FIRST_ANSWER: usize = 5;
/// Where the text stands in it.
const TEXT: u32 = 4;

fn column(model: &Model, entry: &HandEntry, question: &HandQuestion) -> Result<Column, Refusal> {
    let (name, answer) = match question {
        HandQuestion::New { name, metric, scale, wording } => {
            (name.trim().to_owned(), answer_column(*metric, *scale, wording.clone()))
        }
        HandQuestion::Known(id) => {
            let known =
                model.questions.get(id).ok_or_else(|| missing("document-no-question", id))?;
            if entry.survey != HandSurvey::Known(known.survey) {
                let message = Message::new("document-hand-other-survey");
                return Err(message.with("name", known.code.as_str()).into());
            }
            (known.code.clone(), column_of(known))
        }
    };
    if name.is_empty() {
        return Err(Message::new("document-name-empty").into());
    }
    Ok(Column { column: name, role: Role::Answer(Box::new(answer)) })
}

fn answer_column(metric: Metric, scale: Scale, wording: String) -> AnswerColumn {
    AnswerColumn {
        metric,
        min: scale.min,
        max: scale.max,
        better: scale.better,
        missing: Vec::new(),
        touchpoint: None,
        wording,
        labels: [].into(),
        boxed: Vec::new(),
        breaks: None,
        kind: QuestionKind::default(),
    }
}

fn column_of(question: &Question) -> AnswerColumn {
    AnswerColumn {
        labels: question.labels.clone(),
        boxed: question.boxed.clone(),
        breaks: question.breaks,
        kind: question.kind,
        ..answer_column(question.metric, question.scale, question.wording.clone())
    }
}

/// Whether there is something to keep, and all of it can be kept.
fn check(model: &Model, entry: &HandEntry, profile: &Profile) -> Result<(), Refusal> {
    if entry.text.trim().is_empty() && entry.answers.is_empty() {
        return Err(Message::new("document-hand-empty").into());
    }
    for text in [&entry.text, &entry.customer] {
        let length = text.trim().chars().count();
        if length > LONGEST_TEXT {
            let message = Message::new("document-text-too-long");
            return Err(message.with("length", length).with("most", LONGEST_TEXT).into());
        }
    }
    if let Some(id) = entry.touchpoint.filter(|id| !model.touchpoints.contains_key(id)) {
        return Err(missing("document-no-touchpoint", &id));
    }
    if let Some(id) = entry.channel.filter(|id| !model.channels.contains_key(id)) {
        return Err(missing("document-no-channel", &id));
    }
    let columns = &profile.columns[FIRST_ANSWER..];
    for (number, (column, (_, value))) in columns.iter().zip(&entry.answers).enumerate() {
        let Role::Answer(answer) = &column.role else { continue };
        let name = column.column.as_str();
        if columns[..number].iter().any(|other| other.column == column.column) {
            return Err(Message::new("document-hand-twice").with("name", name).into());
        }
        if !(answer.min..=answer.max).contains(value) {
            let message =
                Message::new("document-hand-outside-scale").with("value", i64::from(*value));
            let message = message.with("name", name).with("min", i64::from(answer.min));
            return Err(message.with("max", i64::from(answer.max)).into());
        }
    }
    Ok(())
}

fn missing(key: &'static str, id: &impl ToString) -> Refusal {
    Message::new(key).with("id", id.to_string()).into()
}

/// The journey an entry is about: one that shows the touchpoint, else one of its survey, else the
/// first.
fn journey(model: &Model, entry: &HandEntry) -> Option<JourneyId> {
    let of_survey = match entry.survey {
        HandSurvey::Known(id) => model.surveys.get(&id).map(|s| s.journeys.clone()),
        HandSurvey::New { .. } => None,
    };
    let of_survey = of_survey.unwrap_or_default();
    let shows = |journey: &JourneyId| {
        let mut cards = model.placements.values().filter(|p| p.journey == *journey);
        entry.touchpoint.is_none_or(|id| cards.any(|p| p.touchpoint == id))
    };
    let all: Vec<JourneyId> = model.journeys_in_order().into_iter().map(|j| j.id).collect();
    let mut showing = of_survey.iter().chain(&all).filter(|journey| shows(journey));
    showing.next().or_else(|| of_survey.first()).or_else(|| all.first()).copied()
}

fn put(
    sink: &mut ImportSink<'_>,
    entry: &HandEntry,
    asked: &Asked,
    profile: &Profile,
) -> Result<(), StoreError> {
    let subject = sink.subject(entry.touchpoint, None)?;
    let channel = entry.channel.map(|id| sink.channel(Some(id), None)).transpose()?;
    let mut answers = Vec::with_capacity(entry.answers.len());
    for (column, (_, value)) in (FIRST_ANSWER..).zip(&entry.answers) {
        let Some(question) = asked.questions.get(column).copied().flatten() else {
            continue;
        };
        let (topic, column) = (sink.topic(subject, question)?, &profile.columns[column].column);
        answers.push(ImportAnswer { topic, value: *value, as_read: None, column });
    }
    let text = entry.text.trim();
    let comment = ImportComment { subject, text, part: Some(TEXT) };
    let comments = if text.is_empty() { Vec::new() } else { vec![comment] };
    let customer = Some(entry.customer.trim()).filter(|name| !name.is_empty());
    sink.response(&ImportResponse {
        row: 1,
        day: entry.day,
        channel,
        customer,
        answers: &answers,
        comments: &comments,
        ..ImportResponse::default()
    })
}
