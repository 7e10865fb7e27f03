//! The answer that stands beside each comment: one to a metric, of the same response.
//!
//! Chooses, counts nothing. Answers of employees stand beside no comment, since they would tell who
//! wrote it.

use super::super::employees;
use super::super::import::TOPICS;
use super::super::value::{uuid, word, word_of};
use super::CommentIndex;
use super::index::{CHUNK, report};
use crate::jobs::Reporter;
use crate::model::{Metric, QuestionId, Scale, TouchpointId};
use rusqlite::{Connection, Result};
use std::collections::HashMap;

/// How fitting an answer is: about the same touchpoint, about none, about another one.
const SAME: u8 = 3;
const NONE: u8 = 2;
const OTHER: u8 = 1;

/// The answer to one metric beside each comment.
#[derive(Default)]
pub struct CommentScores {
    /// The questions that were answered.
    questions: Vec<(QuestionId, Scale)>,
    /// Index into `questions` + 1 for each comment; 0 = none.
    question: Vec<u16>,
    /// The answer less the lowest value of its scale.
    above: Vec<u8>,
}

impl CommentScores {
    /// The question and its answer beside a comment.
    #[must_use]
    pub fn get(&self, place: u32) -> Option<(QuestionId, Scale, i32)> {
        let number = usize::from(*self.question.get(place as usize)?).checked_sub(1)?;
        let (question, scale) = *self.questions.get(number)?;
        Some((question, scale, scale.min + i32::from(*self.above.get(place as usize)?)))
    }

    /// Reads the answers to a metric.
    pub(super) fn load(
        conn: &Connection,
        index: &CommentIndex,
        metric: Metric,
        reporter: &Reporter,
    ) -> Result<Self> {
        let mut scores = Self::default();
        let topics = scores.topics(conn, index, metric)?;
        scores.question = vec![0; index.len()];
        scores.above = vec![0; index.len()];
        if topics.is_empty() {
            return Ok(scores);
        }
        let employees = employees::surveys(conn)?;
        let hidden: Vec<bool> = index.surveys.iter().map(|id| employees.contains(id)).collect();
        let mut reading = Reading { index, topics, hidden, at: 0, fits: vec![0; index.len()] };
        let last = index.keys.last().map_or(-1, |key| key / TOPICS);
        let mut from = 0;
        while from <= last {
            let to = (from + CHUNK).min(last + 1);
            reading.chunk(conn, &mut scores, (from, to))?;
            report(reporter, to, last)?;
            from = to;
        }
        Ok(scores)
    }

    fn topics(
        &mut self,
        conn: &Connection,
        index: &CommentIndex,
        metric: Metric,
    ) -> Result<HashMap<i64, Topic>> {
        let mut statement = conn.prepare(include_str!("../sql/topics/of_metric.sql"))?;
        let mut rows = statement.query([word_of(&metric)?])?;
        let mut topics = HashMap::new();
        while let Some(row) = rows.next()? {
            let id = QuestionId(uuid(row, 2)?);
            let scale = Scale { min: row.get(3)?, max: row.get(4)?, better: word(row, 5)? };
            let known = self.questions.iter().position(|(known, _)| *known == id);
            let number = known.unwrap_or_else(|| {
                self.questions.push((id, scale));
                self.questions.len() - 1
            });
            let question = u16::try_from(number + 1).unwrap_or(0);
            let touchpoint = index.meanings.subjects.touchpoint(row.get(1)?);
            topics.insert(row.get(0)?, Topic { question, touchpoint, scale });
        }
        Ok(topics)
    }
}

/// A question about a touchpoint.
struct Topic {
    question: u16,
    touchpoint: Option<TouchpointId>,
    scale: Scale,
}

/// Comments and answers in order of response, side by side.
struct Reading<'a> {
    index: &'a CommentIndex,
    topics: HashMap<i64, Topic>,
    hidden: Vec<bool>,
    /// The first comment whose response was not passed yet.
    at: usize,
    fits: Vec<u8>,
}

impl Reading<'_> {
    fn chunk(
        &mut self,
        conn: &Connection,
        scores: &mut CommentScores,
        (from, to): (i64, i64),
    ) -> Result<()> {
        let mut statement = conn.prepare_cached(include_str!("../sql/answers/scores.sql"))?;
        let mut rows = statement.query([from * TOPICS, to * TOPICS])?;
        while let Some(row) = rows.next()? {
            let key: i64 = row.get(0)?;
            let Some(topic) = self.topics.get(&(key % TOPICS)) else { continue };
            let response = key / TOPICS;
            let keys = &self.index.keys;
            while keys.get(self.at).is_some_and(|key| key / TOPICS < response) {
                self.at += 1;
            }
            let value: i64 = row.get(1)?;
            let Ok(value) = i32::try_from(value) else { continue };
            if !topic.scale.holds(value) {
                continue;
            }
            let mine = keys.iter().skip(self.at).take_while(|key| *key / TOPICS == response);
            for place in self.at..self.at + mine.count() {
                if self.hidden.get(usize::from(self.index.survey[place])) == Some(&true) {
                    continue;
                }
                let fit = fit(topic.touchpoint, self.index.touchpoint(place as u32));
                if fit > self.fits[place] {
                    self.fits[place] = fit;
                    scores.question[place] = topic.question;
                    scores.above[place] = u8::try_from(value - topic.scale.min).unwrap_or(0);
                }
            }
        }
        Ok(())
    }
}

fn fit(answer: Option<TouchpointId>, comment: Option<TouchpointId>) -> u8 {
    match answer {
        about if about == comment => SAME,
        None => NONE,
        Some(_) => OTHER,
    }
}
