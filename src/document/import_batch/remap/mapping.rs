//! A mapping that takes the place of another: what it leaves open, how the kept rows are read by it,
//! and what becomes of survey and questions.
//!
//! Reads no rows and writes nothing.

use super::super::perform;
use super::mapping_of;
use super::table::{self, NUMBER, headers};
use crate::document::Command;
use crate::import::{AnswerColumn, AskedAbout, Column, Profile, Role, Skip};
use crate::model::query::same_name;
use crate::model::{Batch, Message, Model, Question, Refusal, Scale, Survey};

/// A mapping with what it leaves open taken from another that read the same file.
pub(in super::super) fn settled_as(given: &Profile, kept: &Profile) -> Profile {
    let mut settled = given.clone();
    settled.sheet = given.sheet.clone().or_else(|| kept.sheet.clone());
    settled.path = given.path.clone().or_else(|| kept.path.clone());
    settled.header_rows = given.header_rows.or(kept.header_rows);
    settled.preamble_rows = given.preamble_rows.or(kept.preamble_rows);
    settled.footer_rows = given.footer_rows.or(kept.footer_rows);
    settled.delimiter = given.delimiter.clone().or_else(|| kept.delimiter.clone());
    settled.quote = given.quote.clone().or_else(|| kept.quote.clone());
    settled.escape = given.escape.clone().or_else(|| kept.escape.clone());
    settled.encoding = given.encoding.clone().or_else(|| kept.encoding.clone());
    settled.decimal = given.decimal.clone().or_else(|| kept.decimal.clone());
    settled.preset = given.preset.clone().or_else(|| kept.preset.clone());
    for column in &mut settled.columns {
        if let Role::Date { format } = &mut column.role {
            let known = kept.columns.iter().find(|c| c.column.trim() == column.column.trim());
            let known = known.and_then(|c| match &c.role {
                Role::Date { format } => format.clone(),
                _ => None,
            });
            *format = format.take().or(known);
        }
    }
    settled
}

/// The new mapping with what it leaves open taken from the old one, and the survey by its name.
pub(super) fn settled(model: &Model, old: &Batch, kept: &Profile, new: &Profile) -> Profile {
    let mut settled = settled_as(new, kept);
    if settled.survey.name.trim().is_empty()
        && let Some(survey) = model.surveys.get(&old.survey)
    {
        settled.survey.name.clone_from(&survey.name);
    }
    settled
}

/// Refuses a mapping that names what was not taken over: a column, a question, or the column of a
/// new rule that leaves rows out.
pub(super) fn check_columns(kept: &Profile, new: &Profile, file: &str) -> Result<(), Refusal> {
    let headers = headers(kept);
    let named = |column: &str| headers.contains(&column.trim());
    let columns = new.columns.iter().filter(|c| c.role != Role::Ignore && !named(&c.column));
    let rules = added_rules(kept, new).filter(|rule| !named(&rule.column));
    let left_out = |name: &str| matches!(kept.questions.get(name), Some(AskedAbout::Ignore));
    let questions = new
        .questions
        .iter()
        .filter(|(name, about)| **about != AskedAbout::Ignore && left_out(name));
    let gone: Vec<String> = columns
        .map(|c| c.column.as_str())
        .chain(rules.map(|rule| rule.column.as_str()))
        .chain(questions.map(|(name, _)| name.as_str()))
        .map(|name| format!("“{}”", name.trim()))
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    let message = Message::new("document-remap-gone").with("file", file);
    Err(message.with("count", gone.len()).with("columns", gone.join(", ")).into())
}

/// Rules that the new mapping has and the old one had not. The rows that the old ones left out are
/// gone, and what they looked at may be gone too.
fn added_rules<'p>(kept: &'p Profile, new: &'p Profile) -> impl Iterator<Item = &'p Skip> {
    new.skip.iter().filter(|rule| !kept.skip.contains(rule))
}

/// How the rebuilt table is read.
pub(super) fn reading(kept: &Profile, new: &Profile) -> Profile {
    let stated = kept.columns.iter().find_map(|column| match &column.role {
        Role::Date { format } => format.as_deref(),
        _ => None,
    });
    // Dates that cannot be written as they were are written the usual way, and read so.
    let as_they_were = stated == Some(table::date_format(kept).as_str());
    let mut reading = Profile {
        header_rows: Some(1),
        preamble_rows: Some(0),
        footer_rows: Some(0),
        delimiter: Some(",".to_owned()),
        quote: Some("\"".to_owned()),
        escape: Some(String::new()),
        encoding: Some("utf-8".to_owned()),
        decimal: kept.decimal.clone().or_else(|| Some(".".to_owned())),
        sheet: None,
        path: None,
        preset: Some("none".to_owned()),
        skip: added_rules(kept, new).cloned().collect(),
        ..new.clone()
    };
    let headers = headers(kept);
    for column in &mut reading.columns {
        // What both mappings leave out is not there; its entry keeps its place in the mapping.
        if column.role == Role::Ignore && !headers.contains(&column.column.trim()) {
            *column = Column { column: NUMBER.to_owned(), role: Role::Ignore };
        }
        if let Role::Date { format } = &mut column.role
            && (!as_they_were || format.is_none())
        {
            *format = Some(table::ISO.to_owned());
        }
    }
    reading
}

/// Lets survey and questions be what the new mapping says, as far as no other import needs them.
pub(super) fn make_way(
    draft: &mut Model,
    old: &Batch,
    kept: &Profile,
    new: &Profile,
) -> Result<(), Refusal> {
    let Some(survey) = draft.surveys.get(&old.survey).cloned() else {
        return Ok(());
    };
    let others: Vec<Batch> =
        draft.batches.values().filter(|b| b.survey == old.survey).cloned().collect();
    let part = &new.survey;
    let is_it = |s: &Survey| {
        s.audience == part.audience
            && same_name(&s.name, &part.name)
            && same_name(&s.wave, &part.wave)
    };
    if !is_it(&survey) {
        let elsewhere = draft.surveys.values().any(|s| s.id != survey.id && is_it(s));
        if others.is_empty() && elsewhere {
            draft.surveys.remove(&survey.id);
            draft.questions.retain(|_, q| q.survey != survey.id);
        }
        if !others.is_empty() || elsewhere {
            return Ok(());
        }
        let (name, wave, audience) = (part.name.clone(), part.wave.clone(), part.audience);
        let (id, journeys) = (survey.id, survey.journeys);
        perform(draft, Command::PutSurvey { id, name, wave, audience, journeys })?;
    }
    let of_survey: Vec<Question> =
        draft.questions.values().filter(|q| q.survey == old.survey).cloned().collect();
    for question in of_survey.into_iter().filter(|q| answer(kept, &q.code).is_some()) {
        let shared = others.iter().find(|b| {
            mapping_of(b).is_ok_and(|profile| answer(&profile, &question.code).is_some())
        });
        let wanted = answer(new, &question.code);
        change_question(draft, question, wanted, shared)?;
    }
    Ok(())
}

/// The settings of a question, by its name.
fn answer<'p>(profile: &'p Profile, code: &str) -> Option<&'p AnswerColumn> {
    profile.questions_asked().filter(|asked| asked.0 == code).find_map(|asked| asked.1)
}

fn change_question(
    draft: &mut Model,
    question: Question,
    wanted: Option<&AnswerColumn>,
    shared: Option<&Batch>,
) -> Result<(), Refusal> {
    let Some(wanted) = wanted else {
        if shared.is_none() {
            draft.questions.remove(&question.id);
        }
        return Ok(());
    };
    let scale = Scale { min: wanted.min, max: wanted.max, better: wanted.better };
    let same = (question.metric, question.scale) == (wanted.metric, scale);
    if let Some(other) = shared {
        if same {
            return Ok(());
        }
        let message = Message::new("document-remap-shared").with("column", question.code.as_str());
        return Err(message.with("other", other.file_name.as_str()).into());
    }
    if (question.scale.min, question.scale.max) != (scale.min, scale.max) {
        // The scale of a question is fixed: the answers get a question of their own.
        draft.questions.remove(&question.id);
        return Ok(());
    }
    let question = Question {
        metric: wanted.metric,
        scale,
        boxed: wanted.boxed.clone(),
        breaks: wanted.breaks,
        wording: wanted.wording.clone(),
        kind: wanted.kind,
        labels: wanted.labels.clone(),
        ..question
    };
    perform(draft, Command::PutQuestion { question })
}
