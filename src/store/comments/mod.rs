//! What respondents wrote: which comments there are, in which order, and page by page what they say,
//! with what the same response answered.
//!
//! Chooses by small columns, which are read once, and reads the texts of one page only. Whoever reads
//! comments reads them here, so that those of employees are hidden from everybody.

mod choose;
mod find;
mod index;
mod read;
mod scores;
mod written;

pub use choose::Chosen;
pub use find::Finder;
pub use index::CommentIndex;
pub(super) use index::Meanings;
pub use scores::CommentScores;
pub(super) use written::written;

use super::employees;
use super::words;
use crate::jobs::Reporter;
use crate::model::needle::Match;
use crate::model::{ChannelId, Metric, Needles, QuestionId, SurveyId, TouchpointId};
use crate::scores::{Found, Period};
use choose::segments_pass;
use index::interrupted;
use read::Response;
use rusqlite::{Connection, Result};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Which comments. An empty set means "all"; several values in one set mean "any of these".
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CommentQuery {
    /// About these touchpoints.
    pub touchpoints: BTreeSet<TouchpointId>,
    /// Where touchpoints are asked for: in these surveys also about the journey as a whole.
    pub whole_in: BTreeSet<SurveyId>,
    /// Only about the journey as a whole.
    pub only_whole: bool,
    /// When they were given.
    pub period: Period,
    /// In these surveys.
    pub surveys: BTreeSet<SurveyId>,
    /// By these channels, as the row names them.
    pub channels: BTreeSet<ChannelId>,
    /// Where the row names no channel: about these touchpoints, whose only channel is asked for.
    pub channel_touchpoints: BTreeSet<TouchpointId>,
    /// Segment values by dimension name; an empty value for those whose segment is not known.
    pub segments: BTreeMap<String, BTreeSet<String>>,
    /// The metric whose answers stand beside comments, for `band` and for sorting by score.
    pub metric: Option<Metric>,
    /// With such an answer beside them.
    pub band: Option<ScoreBand>,
    /// Only these, which were found before; all when absent.
    pub among: Option<Arc<Found>>,
    /// With all these words, or words that begin with them; by the index of words.
    pub words: String,
    /// With these parts of words, in any case.
    pub part: String,
    /// In this order.
    pub sort: CommentSort,
    /// Comments to pass over.
    pub offset: usize,
    /// Comments to give.
    pub limit: usize,
}

/// Answers from and to a value of their scale.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ScoreBand {
    /// The lowest value.
    pub from: i32,
    /// The highest value.
    pub to: i32,
}

/// In which order comments are listed.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum CommentSort {
    /// The newest first; those without a day last.
    #[default]
    Newest,
    /// The oldest first; those without a day last.
    Oldest,
    /// Those with the worst answer first; those without one last.
    LowestScore,
    /// Those with the best answer first; those without one last.
    HighestScore,
    /// By touchpoint in this order; the others last. The newest first within each.
    Touchpoints(Vec<TouchpointId>),
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

/// The columns of all comments.
pub(super) fn index(conn: &Connection, reporter: &Reporter) -> Result<CommentIndex> {
    CommentIndex::load(conn, true, reporter)
}

/// The answer to a metric beside each comment.
pub(super) fn scores_of(
    conn: &Connection,
    index: &CommentIndex,
    metric: Metric,
    reporter: &Reporter,
) -> Result<CommentScores> {
    CommentScores::load(conn, index, metric, reporter)
}

/// The comments that a query means, in its order, whatever they say.
pub(super) fn choose(
    conn: &Connection,
    index: &CommentIndex,
    scores: Option<&CommentScores>,
    query: &CommentQuery,
) -> Result<Chosen> {
    let mut chosen = choose::choose(conn, index, scores, query)?;
    choose::sort(index, scores, &query.sort, &mut chosen.places);
    Ok(chosen)
}

/// Goes on with a search.
pub(super) fn find(conn: &Connection, index: &CommentIndex, finder: &mut Finder) -> Result<()> {
    finder.step(conn, index)
}

/// Whether the index of words is complete.
pub(super) fn is_indexed(conn: &Connection) -> Result<bool> {
    words::is_complete(conn)
}

/// The comments at places that were chosen.
pub(super) fn at(conn: &Connection, index: &CommentIndex, places: &[u32]) -> Result<Vec<Comment>> {
    let employees = employees::surveys(conn)?;
    let read =
        places.iter().filter_map(|place| read::read(conn, index, &employees, *place).transpose());
    read.collect()
}

/// Hands the texts of what was chosen to `each`, in the order in which they came in.
pub(super) fn texts(
    conn: &Connection,
    index: &CommentIndex,
    chosen: &Chosen,
    reporter: &Reporter,
    each: &mut dyn FnMut(u32, &str),
) -> Result<()> {
    let mut places = chosen.places.clone();
    places.sort_unstable();
    let (mut done, all) = (0_u64, places.len() as u64);
    for stretch in places.chunks(50_000) {
        find::texts(conn, index, stretch, each)?;
        done += stretch.len() as u64;
        let phase = crate::model::Message::new("progress-comments");
        let step = crate::jobs::Progress { phase, done, total: Some(all) };
        if reporter.step(step).is_err() {
            return Err(interrupted());
        }
    }
    Ok(())
}

/// The comments of a page, all in one go.
pub(super) fn page(conn: &Connection, query: &CommentQuery) -> Result<CommentPage> {
    let whole = !query.channels.is_empty() || !query.segments.is_empty();
    let index = CommentIndex::load(conn, whole, &Reporter::silent())?;
    let scores = query.metric.map(|m| CommentScores::load(conn, &index, m, &Reporter::silent()));
    let chosen = choose(conn, &index, scores.transpose()?.as_ref(), query)?;
    let mut places = chosen.places;
    for (typed, how) in [(&query.words, Match::Words), (&query.part, Match::Parts)] {
        let mut finder = Finder::new(places, Needles::new(typed, how));
        while !finder.is_done() {
            finder.step(conn, &index)?;
        }
        places = finder.hits().to_vec();
        // Signs alone are no words, and nothing has them.
        if finder.needles().is_empty() && !typed.trim().is_empty() {
            places.clear();
        }
    }
    let here = places.iter().copied().skip(query.offset).take(query.limit).collect::<Vec<_>>();
    let (comments, indexed) = (at(conn, &index, &here)?, is_indexed(conn)?);
    Ok(CommentPage { total: places.len(), comments, indexed, withheld: chosen.withheld })
}

/// Whether a response passes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Passing {
    No,
    Yes,
    /// Only what it says about a touchpoint whose one channel is asked for.
    ByTouchpoint,
}

/// Whether a response passes a query by its channel and segments. What it is about is not asked.
pub(super) fn passes(
    conn: &Connection,
    query: &CommentQuery,
    meanings: &Meanings,
    response: i64,
) -> Result<Passing> {
    if query.channels.is_empty() && query.segments.is_empty() {
        return Ok(Passing::Yes);
    }
    let response = Response::read(conn, meanings, response)?;
    if !segments_pass(query, &response.segments) {
        return Ok(Passing::No);
    }
    Ok(match response.channel {
        _ if query.channels.is_empty() => Passing::Yes,
        None => Passing::ByTouchpoint,
        Some(channel) if query.channels.contains(&channel) => Passing::Yes,
        Some(_) => Passing::No,
    })
}
