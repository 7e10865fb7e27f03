//! What respondents wrote, page by page, newest first, with what the same response answered.
//!
//! Finds first by the small columns, chunk by chunk, and reads the texts of one page only. Whoever
//! reads comments reads them here, so that those of employees are hidden from everybody.

use super::employees::Employees;
use super::subjects::Subjects;
use super::value::{uuid, uuid_or_none};
use super::words;
use crate::model::{ChannelId, QuestionId, SurveyId, TouchpointId};
use crate::scores::Period;
use rusqlite::{Connection, OptionalExtension, Result, Row};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet};

use super::import::TOPICS;

/// Responses in one read.
const CHUNK: i64 = 50_000;

/// Which comments. An empty set means "all"; several values in one set mean "any of these".
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommentQuery {
    /// About these touchpoints.
    pub touchpoints: BTreeSet<TouchpointId>,
    /// When they were given.
    pub period: Period,
    /// In these surveys.
    pub surveys: BTreeSet<SurveyId>,
    /// By these channels, as the row names them.
    pub channels: BTreeSet<ChannelId>,
    /// Segment values by dimension name.
    pub segments: BTreeMap<String, BTreeSet<String>>,
    /// With all these words, or words that begin with them; by the index of words.
    pub words: String,
    /// With this part of the text, in any case.
    pub part: String,
    /// Comments to pass over.
    pub offset: usize,
    /// Comments to give.
    pub limit: usize,
}

/// A page of comments.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct CommentPage {
    /// How many there are in all.
    pub total: usize,
    /// Those of this page, newest first.
    pub comments: Vec<Comment>,
    /// Whether the index of words is complete; if not, `words` found only older comments.
    pub indexed: bool,
    /// Whether comments of employees were left out, since too few people stand behind them.
    pub withheld: bool,
}

/// One comment.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Comment {
    /// Its number in the document.
    pub key: i64,
    /// The response it is part of.
    pub response: i64,
    /// What the respondent wrote, verbatim.
    pub text: String,
    /// Days from 1970-01-01.
    pub day: Option<i32>,
    /// The survey.
    pub survey: SurveyId,
    /// The touchpoint it is about; absent = the journey as a whole.
    pub touchpoint: Option<TouchpointId>,
    /// The label in the survey file.
    pub label: Option<String>,
    /// The channel of the row.
    pub channel: Option<ChannelId>,
    /// All answers of the same response: question, touchpoint, value.
    pub answers: Vec<(QuestionId, Option<TouchpointId>, i32)>,
    /// Dimension and value.
    pub segments: Vec<(String, String)>,
    /// Who wrote it, where the file says so.
    pub customer: Option<String>,
    /// Whether this customer may be called.
    pub consent: Option<bool>,
}

/// The columns by which comments are chosen.
pub(super) struct Found {
    pub key: i64,
    pub batch: i64,
    pub subject: i64,
    day: Option<i32>,
}

fn row_to_found(row: &Row) -> Result<Found> {
    Ok(Found { key: row.get(0)?, batch: row.get(1)?, subject: row.get(2)?, day: row.get(3)? })
}

/// What the keys in a comment's row mean.
pub(super) struct Meanings {
    pub surveys: HashMap<i64, SurveyId>,
    pub subjects: Subjects,
    channels: HashMap<i64, ChannelId>,
}

/// The comments of a page.
pub(super) fn page(conn: &Connection, query: &CommentQuery) -> Result<CommentPage> {
    let meanings = Meanings::load(conn)?;
    let mut employees = Employees::load(conn, query, &meanings)?;
    let mut newest = Newest::new(query.offset.saturating_add(query.limit));
    let mut choose = |found: &Found, text: &dyn Fn() -> Result<bool>| -> Result<()> {
        // Before the text is looked at: who searches for a word must not learn that it is there.
        let may = meanings.pass(query, found) && employees.may_show(found, &meanings);
        if may && text()? && response_passes(conn, query, &meanings, found)? {
            newest.add(found);
        }
        Ok(())
    };
    if query.words.trim().is_empty() {
        scan(conn, query, &mut choose)?;
    } else {
        look_up(conn, query, &mut choose)?;
    }
    let total = newest.total;
    let keys = newest.page(query.offset);
    let comments = keys.into_iter().map(|key| {
        let comment = read(conn, &meanings, key)?;
        Ok(if employees.asked(comment.survey) { nameless(comment) } else { comment })
    });
    let comments = comments.collect::<Result<_>>()?;
    let (indexed, withheld) = (words::is_complete(conn)?, employees.withheld);
    Ok(CommentPage { total, comments, indexed, withheld })
}

type Choose<'f> = dyn FnMut(&Found, &dyn Fn() -> Result<bool>) -> Result<()> + 'f;

/// Goes through all comments, a chunk at a time.
fn scan(conn: &Connection, query: &CommentQuery, choose: &mut Choose<'_>) -> Result<()> {
    let newest: Option<i64> =
        conn.query_row(include_str!("sql/comments/newest.sql"), [], |row| row.get(0))?;
    let (newest, part) = (newest.unwrap_or(0), query.part.to_lowercase());
    let mut statement = conn.prepare_cached(include_str!("sql/comments/scan.sql"))?;
    let mut from = 0;
    while from < newest {
        let to = from.saturating_add(CHUNK * TOPICS);
        let mut rows = statement.query([from, to])?;
        while let Some(row) = rows.next()? {
            choose(&row_to_found(row)?, &|| holds_part(row, &part))?;
        }
        from = to;
    }
    Ok(())
}

/// Goes through the comments that the index of words gives.
fn look_up(conn: &Connection, query: &CommentQuery, choose: &mut Choose<'_>) -> Result<()> {
    let Some(words) = words::query(&query.words) else {
        return Ok(());
    };
    let part = query.part.to_lowercase();
    let mut statement = conn.prepare_cached(include_str!("sql/comment_words/match.sql"))?;
    let mut rows = statement.query([words])?;
    while let Some(row) = rows.next()? {
        choose(&row_to_found(row)?, &|| holds_part(row, &part))?;
    }
    Ok(())
}

fn holds_part(row: &Row, part: &str) -> Result<bool> {
    Ok(part.is_empty() || row.get_ref(4)?.as_str()?.to_lowercase().contains(part))
}

fn response_passes(
    conn: &Connection,
    query: &CommentQuery,
    meanings: &Meanings,
    found: &Found,
) -> Result<bool> {
    passes(conn, query, meanings, found.key / TOPICS)
}

/// Whether the channel and segments of a response pass.
pub(super) fn passes(
    conn: &Connection,
    query: &CommentQuery,
    meanings: &Meanings,
    response: i64,
) -> Result<bool> {
    if query.channels.is_empty() && query.segments.is_empty() {
        return Ok(true);
    }
    let response = Response::read(conn, meanings, response)?;
    let channel_passes = query.channels.is_empty()
        || response.channel.is_some_and(|channel| query.channels.contains(&channel));
    let segments: HashSet<(&str, &str)> =
        response.segments.iter().map(|(d, v)| (d.as_str(), v.as_str())).collect();
    let any = |(dimension, values): (&String, &BTreeSet<String>)| {
        values.is_empty() || values.iter().any(|v| segments.contains(&(dimension, v.as_str())))
    };
    Ok(channel_passes && query.segments.iter().all(any))
}

impl Meanings {
    fn load(conn: &Connection) -> Result<Self> {
        let surveys = all(conn, include_str!("sql/batches/active.sql"), |row| {
            Ok((row.get(0)?, SurveyId(uuid(row, 2)?)))
        })?;
        let channels: Vec<(i64, Option<ChannelId>)> =
            all(conn, include_str!("sql/answer_channels/select.sql"), |row| {
                Ok((row.get(0)?, uuid_or_none(row, 1)?.map(ChannelId)))
            })?;
        Ok(Self {
            surveys,
            subjects: Subjects::load(conn)?,
            channels: channels.into_iter().filter_map(|(key, id)| Some((key, id?))).collect(),
        })
    }

    fn pass(&self, query: &CommentQuery, found: &Found) -> bool {
        let Some(survey) = self.surveys.get(&found.batch) else {
            return false;
        };
        let touchpoint = self.subjects.touchpoint(found.subject);
        (query.surveys.is_empty() || query.surveys.contains(survey))
            && (query.touchpoints.is_empty()
                || touchpoint.is_some_and(|id| query.touchpoints.contains(&id)))
            && query.period.holds(found.day)
    }
}

/// The newest so many of what is added.
struct Newest {
    wanted: usize,
    total: usize,
    heap: BinaryHeap<Reverse<(Option<i32>, i64)>>,
}

impl Newest {
    fn new(wanted: usize) -> Self {
        Self { wanted, total: 0, heap: BinaryHeap::new() }
    }

    fn add(&mut self, found: &Found) {
        self.total += 1;
        self.heap.push(Reverse((found.day, found.key)));
        if self.heap.len() > self.wanted {
            self.heap.pop();
        }
    }

    fn page(self, offset: usize) -> Vec<i64> {
        let newest_first = self.heap.into_sorted_vec();
        newest_first.into_iter().skip(offset).map(|Reverse((_, key))| key).collect()
    }
}

/// What a comment's response says.
struct Response {
    channel: Option<ChannelId>,
    segments: Vec<(String, String)>,
    consent: Option<bool>,
    customer: Option<String>,
}

impl Response {
    fn read(conn: &Connection, meanings: &Meanings, key: i64) -> Result<Self> {
        let mut statement = conn.prepare_cached(include_str!("sql/responses/of_comment.sql"))?;
        let found = statement.query_row([key], |row| {
            let channel: Option<i64> = row.get(0)?;
            let channel = channel.and_then(|key| meanings.channels.get(&key).copied());
            Ok((channel, row.get::<_, Option<i64>>(1)?, row.get(2)?, row.get(3)?))
        });
        let (channel, set, consent, customer) = found.optional()?.unwrap_or_default();
        let mut names = conn.prepare_cached(include_str!("sql/segment_sets/names.sql"))?;
        let segments = names.query_map([set], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(Self { channel, segments: segments.collect::<Result<_>>()?, consent, customer })
    }
}

/// A comment of an employee says nothing of who wrote it.
fn nameless(comment: Comment) -> Comment {
    let (answers, segments) = (Vec::new(), Vec::new());
    Comment { answers, segments, customer: None, consent: None, ..comment }
}

fn read(conn: &Connection, meanings: &Meanings, key: i64) -> Result<Comment> {
    let response = key / TOPICS;
    let said = Response::read(conn, meanings, response)?;
    let mut answers = conn.prepare_cached(include_str!("sql/answers/of_response.sql"))?;
    let answers = answers.query_map([response * TOPICS], |row| {
        let touchpoint = meanings.subjects.touchpoint(row.get(1)?);
        Ok((QuestionId(uuid(row, 0)?), touchpoint, row.get(2)?))
    })?;
    let answers = first_of_each(answers.collect::<Result<_>>()?);
    let mut text = conn.prepare_cached(include_str!("sql/comments/text.sql"))?;
    text.query_row([key], |row| {
        let found = row_to_found(row)?;
        let about = meanings.subjects.get(found.subject);
        let survey = meanings.surveys.get(&found.batch).copied();
        Ok(Comment {
            key,
            response,
            text: row.get(4)?,
            day: found.day,
            survey: survey.ok_or(rusqlite::Error::QueryReturnedNoRows)?,
            touchpoint: about.and_then(|a| a.touchpoint),
            label: about.and_then(|a| a.label.clone()),
            channel: said.channel,
            answers,
            segments: said.segments,
            customer: said.customer,
            consent: said.consent,
        })
    })
}

/// Of several answers to one question about one touchpoint, the first.
fn first_of_each(
    mut answers: Vec<(QuestionId, Option<TouchpointId>, i32)>,
) -> Vec<(QuestionId, Option<TouchpointId>, i32)> {
    let mut met = HashSet::new();
    answers.retain(|(question, touchpoint, _)| met.insert((*question, *touchpoint)));
    answers
}

fn all<T, C: FromIterator<T>>(
    conn: &Connection,
    sql: &str,
    row_to_t: impl Fn(&Row) -> Result<T>,
) -> Result<C> {
    conn.prepare(sql)?.query_map([], |row| row_to_t(row))?.collect()
}
