//! Taking one row: which response it is, what of it is new, what it repeats.
//!
//! Rows of one id are one response; without an id every row is one.

use super::family::Traits;
use super::{ImportAnswer, ImportComment, ImportResponse, ImportSink, TOPICS, TopicKey};
use crate::model::Message;
use crate::store::value::json_of;
use rusqlite::{Result, params};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

impl ImportSink<'_> {
    pub(super) fn take(&mut self, response: &ImportResponse<'_>) -> Result<()> {
        let traits = Traits {
            day: response.day,
            channel: response.channel.map(|key| key.0),
            respondent: self.customers.key(response.customer)?,
            employee: self.employees.key(response.employee)?,
            weight: response.weight,
            consent: response.consent,
            segments: self.words.segment_set(response.segments)?,
        };
        let Some(id) = response.external_id else {
            if !self.identical.insert_new(&(traits.identity(), Contents(response))) {
                self.counts.identical += 1;
            }
            let key = self.begin_response(None, traits, response)?;
            return self.claim(key, response);
        };
        let key = match self.families.head(id, self.next_response)? {
            None => self.begin_response(Some(id), traits, response)?,
            Some(head) => self.add_to_family(head, id, &traits, response)?,
        };
        self.claim(key, response)
    }

    /// Says of the refused cells of this row which response they belong to, and what it is about.
    fn claim(&mut self, key: i64, response: &ImportResponse<'_>) -> Result<()> {
        let Some((_, first)) = self.listed.take().filter(|(row, _)| *row == response.row) else {
            return Ok(());
        };
        let about = response.about.map(|subject| subject.0);
        let mut claim = self.tx.prepare_cached(include_str!("../sql/rejected_cells/claim.sql"))?;
        claim.execute(params![key, about, first]).map(drop)
    }

    /// A response that was not there before.
    fn begin_response(
        &mut self,
        id: Option<&str>,
        traits: Traits,
        response: &ImportResponse<'_>,
    ) -> Result<i64> {
        let key = self.next_key();
        self.counts.responses += 1;
        match id {
            Some(_) => self.families.found(key, traits.clone()),
            None => self.families.nameless(),
        }
        self.rows.response(key, None, id, traits, response.row)?;
        for (number, answer) in response.answers.iter().enumerate() {
            // Two columns of a row may mean the same question about the same touchpoint.
            if response.answers[..number].iter().any(|a| a.topic == answer.topic) {
                self.list_duplicate(response.row, answer)?;
            } else {
                self.add_answer(key, answer)?;
            }
        }
        for (number, comment) in (0_i64..).zip(response.comments) {
            self.add_comment(key * TOPICS + number, comment, response.day)?;
        }
        Ok(key)
    }

    /// One more row of a known response: what it has already is a duplicate.
    fn add_to_family(
        &mut self,
        head: i64,
        id: &str,
        traits: &Traits,
        response: &ImportResponse<'_>,
    ) -> Result<i64> {
        if !self.families.is_at_hand(head) {
            self.rows.flush()?;
        }
        let mut own = self.families.own(head, traits)?;
        for (number, answer) in response.answers.iter().enumerate() {
            let twice = response.answers[..number].iter().any(|a| a.topic == answer.topic);
            if twice || self.is_answered(answer.topic)? {
                self.list_duplicate(response.row, answer)?;
                continue;
            }
            let key = self.own_key(&mut own, head, id, (traits, response.row))?;
            self.add_answer(key, answer)?;
        }
        for comment in response.comments {
            if self.is_written(comment)? {
                continue;
            }
            let key = self.own_key(&mut own, head, id, (traits, response.row))?;
            let number = self.families.next_comment(key)?;
            self.add_comment(key * TOPICS + number, comment, response.day)?;
            if !self.families.is_at_hand(head) {
                self.rows.flush()?;
            }
        }
        Ok(own.unwrap_or(head))
    }

    /// Whether the response that was met last answered a topic, or one that means the same.
    fn is_answered(&mut self, topic: TopicKey) -> Result<bool> {
        if self.families.is_answered(topic.0)? {
            return Ok(true);
        }
        for other in self.words.same_topics(topic) {
            if self.families.is_answered(other.0)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the response that was met last said this about the same.
    fn is_written(&mut self, comment: &ImportComment<'_>) -> Result<bool> {
        if self.families.is_written(comment.subject.0, comment.text)? {
            return Ok(true);
        }
        for other in self.words.same_subjects(comment.subject) {
            if self.families.is_written(other.0, comment.text)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The row of this import with these traits, made when it is first needed.
    fn own_key(
        &mut self,
        own: &mut Option<i64>,
        head: i64,
        id: &str,
        (traits, row): (&Traits, u64),
    ) -> Result<i64> {
        if let Some(key) = *own {
            return Ok(key);
        }
        let key = self.next_key();
        self.rows.response(key, Some(head), Some(id), traits.clone(), row)?;
        self.families.joined(key, traits.clone());
        *own = Some(key);
        Ok(key)
    }

    fn next_key(&mut self) -> i64 {
        let key = self.next_response;
        self.next_response += 1;
        key
    }

    fn add_answer(&mut self, response: i64, answer: &ImportAnswer<'_>) -> Result<()> {
        self.rows.answer(response * TOPICS + answer.topic.0, answer.value, answer.as_read)?;
        self.families.answered(answer.topic.0);
        self.counts.answers += 1;
        let topic = usize::try_from(answer.topic.0).unwrap_or(0);
        if self.rollup.len() <= topic {
            self.rollup.resize_with(topic + 1, BTreeMap::new);
        }
        *self.rollup[topic].entry(answer.value).or_insert(0) += 1;
        Ok(())
    }

    fn add_comment(
        &mut self,
        key: i64,
        comment: &ImportComment<'_>,
        day: Option<i32>,
    ) -> Result<()> {
        self.counts.comments += 1;
        self.families.wrote(comment.subject.0, comment.text);
        self.rows.comment(key, day, comment)
    }

    fn list_duplicate(&mut self, row: u64, answer: &ImportAnswer<'_>) -> Result<()> {
        self.counts.duplicates += 1;
        let as_number = answer.value.to_string();
        let value = answer.as_read.unwrap_or(&as_number);
        self.list(row, answer.column, value, &Message::new("store-duplicate-answer"), true)
    }

    /// Lists a cell that is not taken over.
    pub(super) fn list(
        &mut self,
        row: u64,
        column: &str,
        value: &str,
        reason: &Message,
        duplicate: bool,
    ) -> Result<()> {
        let as_kept = i64::try_from(row).unwrap_or(i64::MAX);
        let cell = params![self.batch, as_kept, column, value, json_of(reason)?, duplicate];
        self.cells.execute(cell)?;
        if self.listed.is_none_or(|(other, _)| other != row) {
            self.listed = Some((row, self.tx.last_insert_rowid()));
        }
        Ok(())
    }
}

/// What a row says, for finding rows that say the same.
struct Contents<'a>(&'a ImportResponse<'a>);

impl Hash for Contents<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for answer in self.0.answers {
            (answer.topic.0, answer.value).hash(state);
        }
        for comment in self.0.comments {
            (comment.subject.0, comment.text).hash(state);
        }
    }
}
