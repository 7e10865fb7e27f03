//! What respondents wrote as CSV: UTF-8 with its mark, a header, a line a text, with the answers, the
//! segments and the themes beside it.
//!
//! Names of respondents are never in it; a spreadsheet that opens it computes nothing.

use super::rejected::{harmless, quoted};
use crate::analysis::themes::{CodeBook, Hit};
use crate::document::Comment;
use crate::model::{Metric, Model, Question, QuestionId, SurveyId};
use crate::text::{DayStyle, Lang, Texts};
use std::collections::BTreeSet;

/// A table of comments, line by line.
pub struct CommentSheet<'a> {
    model: &'a Model,
    texts: &'a Texts,
    book: &'a CodeBook,
    dimensions: Vec<String>,
    questions: Vec<QuestionId>,
}

impl<'a> CommentSheet<'a> {
    /// A table with a column for each of these dimensions, and for each question of these surveys.
    #[must_use]
    pub fn new(
        model: &'a Model,
        texts: &'a Texts,
        book: &'a CodeBook,
        dimensions: &BTreeSet<&str>,
        surveys: &BTreeSet<SurveyId>,
    ) -> Self {
        let asked = model.questions.values().filter(|q| surveys.contains(&q.survey));
        let mut asked: Vec<_> = asked.map(|q| (q.survey, q.code.clone(), q.id)).collect();
        asked.sort();
        let questions = asked.into_iter().map(|(_, _, id)| id).collect();
        let dimensions = dimensions.iter().map(|name| (*name).to_owned()).collect();
        Self { model, texts, book, dimensions, questions }
    }

    /// The mark of UTF-8 and the header.
    #[must_use]
    pub fn head(&self) -> String {
        let fixed = [
            "comments-head-date",
            "comments-head-touchpoint",
            "comments-head-channel",
            "comments-head-survey",
            "comments-head-text",
            "comments-head-themes",
        ];
        let mut cells: Vec<String> = fixed.iter().map(|key| self.texts.get(key)).collect();
        let question = |id| self.model.questions.get(id).map(|q| q.code.clone());
        cells.extend(self.questions.iter().map(|id| question(id).unwrap_or_default()));
        cells.extend(self.dimensions.iter().cloned());
        format!("\u{feff}{}", self.joined(&cells))
    }

    /// One comment.
    #[must_use]
    pub fn line(&self, comment: &Comment) -> String {
        let hits = self.book.explain(&comment.text, comment.touchpoint);
        let mut cells = vec![
            comment.day.map(iso_day).unwrap_or_default(),
            about(self.model, self.texts, comment),
            channel(self.model, self.texts, comment),
            survey(self.model, comment),
            comment.text.clone(),
            themes(self.model, &hits),
        ];
        for id in &self.questions {
            let said = comment.answers.iter().find(|(question, ..)| question == id);
            cells.push(said.map(|(_, _, value)| value.to_string()).unwrap_or_default());
        }
        for dimension in &self.dimensions {
            let own = comment.segments.iter().filter(|(name, _)| name == dimension);
            cells.push(own.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" | "));
        }
        self.joined(&cells)
    }

    fn joined(&self, cells: &[String]) -> String {
        // A spreadsheet in Dutch divides by semicolons, since the comma is in its numbers.
        let sign = if self.texts.lang() == Lang::Nl { ";" } else { "," };
        let mut line =
            cells.iter().map(|cell| quoted(&harmless(cell))).collect::<Vec<_>>().join(sign);
        line.push_str("\r\n");
        line
    }
}

/// What a comment is about, in words: a touchpoint, one that was deleted, a label, the journey.
#[must_use]
pub fn about(model: &Model, texts: &Texts, comment: &Comment) -> String {
    let touchpoint = comment.touchpoint.map(|id| model.touchpoints.get(&id));
    match (touchpoint, &comment.label) {
        (Some(Some(touchpoint)), _) => touchpoint.title.clone(),
        (_, Some(label)) => {
            let message =
                crate::model::Message::new("comments-label").with("label", label.as_str());
            texts.say(&message)
        }
        (Some(None), None) => texts.get("comments-deleted"),
        (None, None) => texts.get("comments-whole"),
    }
}

/// "First bill · 22 Sep 2026 · Phone": about what, when and where.
#[must_use]
pub fn meta(model: &Model, texts: &Texts, comment: &Comment) -> String {
    let day = comment.day.map(|day| texts.day(day, DayStyle::Full)).unwrap_or_default();
    let parts = [about(model, texts, comment), day, channel(model, texts, comment)];
    let filled: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    filled.join(" · ")
}

/// The answer that stands for a comment: to a metric, else the first one.
#[must_use]
pub fn answer<'a>(
    model: &'a Model,
    metric: Metric,
    comment: &Comment,
) -> Option<(&'a Question, i32)> {
    let answer = |metric: Option<Metric>| {
        comment.answers.iter().find_map(|(id, _, value)| {
            let question = model.questions.get(id)?;
            metric.is_none_or(|m| m == question.metric).then_some((question, *value))
        })
    };
    answer(Some(metric)).or_else(|| answer(None))
}

/// The channel of a comment, or an empty text.
#[must_use]
pub fn channel(model: &Model, texts: &Texts, comment: &Comment) -> String {
    let channel = comment.channel.and_then(|id| model.channels.get(&id));
    channel.map(|c| texts.channel(c)).unwrap_or_default()
}

/// "Autumn 2026, wave 2".
fn survey(model: &Model, comment: &Comment) -> String {
    model.surveys.get(&comment.survey).map_or_else(String::new, |survey| match survey.wave.trim() {
        "" => survey.name.clone(),
        wave => format!("{}, {wave}", survey.name),
    })
}

/// "Waiting (wait*, too long); Price (cheap)".
fn themes(model: &Model, hits: &[Hit]) -> String {
    let mut named: Vec<(String, Vec<&str>)> = Vec::new();
    for hit in hits {
        let name = model.themes.get(&hit.theme).map(|t| t.name.clone()).unwrap_or_default();
        match named.last_mut().filter(|(last, _)| *last == name) {
            Some((_, rules)) => rules.push(&hit.rule),
            None => named.push((name, vec![&hit.rule])),
        }
    }
    let all = named.iter().map(|(name, rules)| format!("{name} ({})", rules.join(", ")));
    all.collect::<Vec<_>>().join("; ")
}

/// `YYYY-MM-DD` of a day counted from 1970-01-01.
#[must_use]
pub fn iso_day(day: i32) -> String {
    let day = chrono::NaiveDate::default() + chrono::Duration::days(i64::from(day));
    day.format("%Y-%m-%d").to_string()
}
