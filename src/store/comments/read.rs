//! Single comments, whole: the text, and what the same response answered.
//!
//! Reads only what a page shows.

use super::super::import::TOPICS;
use super::super::value::uuid;
use super::Comment;
use super::index::{CommentIndex, Meanings};
use crate::model::{ChannelId, QuestionId, SurveyId, TouchpointId};
use rusqlite::{Connection, OptionalExtension, Result};
use std::collections::HashSet;

/// What a comment's response says.
pub(super) struct Response {
    pub channel: Option<ChannelId>,
    pub segments: Vec<(String, String)>,
    consent: Option<bool>,
    customer: Option<String>,
}

impl Response {
    pub fn read(conn: &Connection, meanings: &Meanings, key: i64) -> Result<Self> {
        let mut statement = conn.prepare_cached(include_str!("../sql/responses/of_comment.sql"))?;
        let found = statement.query_row([key], |row| {
            let channel: Option<i64> = row.get(0)?;
            let channel = channel.and_then(|key| meanings.channels.get(&key).copied());
            Ok((channel, row.get::<_, Option<i64>>(1)?, row.get(2)?, row.get(3)?))
        });
        let (channel, set, consent, customer) = found.optional()?.unwrap_or_default();
        let mut names = conn.prepare_cached(include_str!("../sql/segment_sets/names.sql"))?;
        let segments = names.query_map([set], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { channel, segments: segments.collect::<Result<_>>()?, consent, customer })
    }
}

/// The comment at a place of the index; none when it is gone by now.
pub(super) fn read(
    conn: &Connection,
    index: &CommentIndex,
    employees: &HashSet<SurveyId>,
    place: u32,
) -> Result<Option<Comment>> {
    let (meanings, Some(key)) = (&index.meanings, index.keys.get(place as usize).copied()) else {
        return Ok(None);
    };
    let response = key / TOPICS;
    let said = Response::read(conn, meanings, response)?;
    let mut text = conn.prepare_cached(include_str!("../sql/comments/text.sql"))?;
    let comment = text.query_row([key], |row| {
        let about = meanings.subjects.get(row.get(2)?);
        let survey = meanings.surveys.get(&row.get(1)?).copied();
        Ok(Comment {
            key,
            response,
            text: row.get(4)?,
            day: row.get(3)?,
            survey: survey.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
            touchpoint: about.and_then(|a| a.touchpoint),
            label: about.and_then(|a| a.label.clone()),
            channel: said.channel,
            answers: Vec::new(),
            segments: said.segments,
            customer: said.customer,
            consent: said.consent,
        })
    });
    let Some(mut comment) = comment.optional()? else { return Ok(None) };
    if employees.contains(&comment.survey) {
        return Ok(Some(nameless(comment)));
    }
    comment.answers = answers(conn, meanings, response)?;
    Ok(Some(comment))
}

/// A comment of an employee says nothing of who wrote it.
fn nameless(comment: Comment) -> Comment {
    let (answers, segments) = (Vec::new(), Vec::new());
    Comment { answers, segments, customer: None, consent: None, ..comment }
}

type Answer = (QuestionId, Option<TouchpointId>, i32);

/// The answers of a response. Of several to one question about one touchpoint, the first.
fn answers(conn: &Connection, meanings: &Meanings, response: i64) -> Result<Vec<Answer>> {
    let mut statement = conn.prepare_cached(include_str!("../sql/answers/of_response.sql"))?;
    let answers = statement.query_map([response * TOPICS], |row| {
        let touchpoint = meanings.subjects.touchpoint(row.get(1)?);
        Ok((QuestionId(uuid(row, 0)?), touchpoint, row.get(2)?))
    })?;
    let mut answers: Vec<Answer> = answers.collect::<Result<_>>()?;
    let mut met = HashSet::new();
    answers.retain(|(question, touchpoint, _)| met.insert((*question, *touchpoint)));
    Ok(answers)
}
