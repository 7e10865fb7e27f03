//! `klantreis comments`: what respondents wrote, with the themes of each text and the rules that say so.
//!
//! The same lists as in the window: chosen, searched and put in order by the same calls.

use super::args::{Comments, Order, Selection};
use super::output::Output;
use super::{Failure, selection, source};
use crate::analysis::themes::{CodeBook, Tags};
use crate::document::verbatims::{comments_of, tag_comments};
use crate::document::{
    Chosen, Comment, CommentIndex, CommentQuery, CommentScores, CommentSort, Document, Finder,
    Reader, ScoreBand, StoreError,
};
use crate::export::comments::{CommentSheet, about, channel, iso_day};
use crate::jobs::Reporter;
use crate::model::query::same_name;
use crate::model::{Match, Message, Metric, Model, Needles, Theme, ThemeId, TouchpointId};
use crate::text::Texts;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Comments that are read and written at once.
const CHUNK: usize = 2_000;

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        crate::document::DocumentError::from(error).into()
    }
}

/// What `--json` prints.
#[derive(Serialize)]
struct List {
    /// How many there are; `comments` may be fewer by `--limit`.
    total: usize,
    /// Whether comments of employees were left out.
    withheld: bool,
    comments: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    date: Option<String>,
    /// Identity of the touchpoint; absent = the journey as a whole.
    key: Option<TouchpointId>,
    touchpoint: String,
    channel: String,
    survey: String,
    text: String,
    answers: Vec<Answer>,
    segments: BTreeMap<String, String>,
    themes: Vec<Tag>,
}

#[derive(Serialize)]
struct Answer {
    question: String,
    metric: &'static str,
    value: i32,
}

/// A theme, and the rule that gave it.
#[derive(Serialize)]
struct Tag {
    theme: String,
    rule: String,
}

/// The comments of a document, ready to be chosen from.
pub struct Desk<'d> {
    pub model: &'d Model,
    pub reader: Reader,
    pub index: CommentIndex,
    pub scores: Option<CommentScores>,
    pub book: CodeBook,
    pub tags: Tags,
    metric: Option<Metric>,
}

impl<'d> Desk<'d> {
    /// Reads what is needed, and tags every text when the code book is `tagged`.
    pub fn new(
        document: &'d Document,
        metric: Option<Metric>,
        tagged: bool,
    ) -> Result<Self, Failure> {
        let (model, reader, silent) = (document.model(), document.reader()?, Reporter::silent());
        let index = reader.comment_index(&silent)?;
        let scores = metric.map(|metric| reader.comment_scores(&index, metric, &silent));
        let (scores, book) = (scores.transpose()?, CodeBook::new(&model.themes_in_order()));
        let tags =
            if tagged { tag_comments(&reader, &index, &book, &silent)? } else { Tags::default() };
        Ok(Self { model, reader, index, scores, book, tags, metric })
    }

    /// What a selection means, without its words.
    pub fn query(
        &self,
        document: &Document,
        selected: &Selection,
    ) -> Result<CommentQuery, Failure> {
        let table = document.scores(&Reporter::silent())?;
        let mut filter = selection::filter(selected, document, &table)?;
        // Without a journey all are listed, those of deleted touchpoints too.
        filter.journey = filter.journey.filter(|_| selected.journey.is_some());
        Ok(CommentQuery { metric: self.metric, ..comments_of(self.model, &filter) })
    }

    /// The comments that are meant and have the words, all of them.
    pub fn find(&self, query: &CommentQuery, needles: Needles) -> Result<Chosen, Failure> {
        let chosen = self.reader.choose_comments(&self.index, self.scores.as_ref(), query)?;
        let withheld = chosen.withheld;
        let mut finder = Finder::new(chosen.places, needles);
        while !finder.is_done() {
            self.reader.find_comments(&self.index, &mut finder)?;
        }
        Ok(Chosen { places: finder.hits().to_vec(), withheld })
    }
}

/// Lists the comments.
///
/// # Errors
/// When the document cannot be read, the selection names what is not there, or OUT cannot be written.
pub fn run(args: &Comments, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let document = source::open(&args.file)?;
    let by_score = matches!(args.sort, Order::Lowest | Order::Highest);
    if by_score && args.metric.is_none() {
        return Err(Message::new("comments-needs-metric").into());
    }
    let wanted = themes_named(&args.theme, document.model())?;
    let tagged = !wanted.is_empty() || args.untagged;
    let desk = Desk::new(&document, args.metric, tagged)?;
    let mut query = desk.query(&document, &args.selection)?;
    query.band = args.score.map(|(from, to)| ScoreBand { from, to });
    query.sort = order(args.sort, desk.model);
    let how = if args.words { Match::Words } else { Match::Parts };
    let needles = Needles::new(args.search.as_deref().unwrap_or_default(), how);
    let mut found = desk.find(&query, needles)?;
    found.places.retain(|place| match args.untagged {
        true => desk.tags.has_none(*place),
        false => desk.tags.has_any(*place, &wanted),
    });
    let total = found.places.len();
    found.places.truncate(args.limit.unwrap_or(usize::MAX));
    match (&args.out, args.json) {
        (Some(path), _) => {
            super::write_file(path, sheet(&desk, &found, texts)?.as_bytes())?;
            let told = Message::new("comments-written").with("count", found.places.len());
            out.line(&texts.say(&told.with("file", path.as_path())))
        }
        (None, true) => {
            let comments = desk.reader.comments_at(&desk.index, &found.places)?;
            let comments = comments.iter().map(|c| line(&desk, texts, c)).collect();
            out.json(&List { total, withheld: found.withheld, comments })
        }
        (None, false) => print(&desk, &found, total, (texts, out)),
    }
}

/// The themes of these names.
fn themes_named(names: &[String], model: &Model) -> Result<Vec<ThemeId>, Failure> {
    let mut found = Vec::new();
    for name in names {
        let is = |theme: &&&Theme| same_name(&theme.name, name);
        let all = model.themes_in_order();
        let own: Vec<ThemeId> = all.iter().filter(is).map(|t| t.id).collect();
        if own.is_empty() {
            let known = all.iter().map(|t| t.name.clone());
            return Err(selection::unknown("cli-what-theme", name, known).into());
        }
        found.extend(own);
    }
    Ok(found)
}

fn order(order: Order, model: &Model) -> CommentSort {
    match order {
        Order::Newest => CommentSort::Newest,
        Order::Oldest => CommentSort::Oldest,
        Order::Lowest => CommentSort::LowestScore,
        Order::Highest => CommentSort::HighestScore,
        Order::Touchpoint => CommentSort::Touchpoints(crate::document::verbatims::in_order(model)),
    }
}

/// The comments as CSV, read a chunk at a time.
fn sheet(desk: &Desk<'_>, found: &Chosen, texts: &Texts) -> Result<String, Failure> {
    let dimensions = desk.index.dimensions();
    let surveys: BTreeSet<_> =
        found.places.iter().filter_map(|place| desk.index.survey(*place)).collect();
    let sheet = CommentSheet::new(desk.model, texts, &desk.book, &dimensions, &surveys);
    let mut text = sheet.head();
    for places in found.places.chunks(CHUNK) {
        for comment in desk.reader.comments_at(&desk.index, places)? {
            text.push_str(&sheet.line(&comment));
        }
    }
    Ok(text)
}

fn line(desk: &Desk<'_>, texts: &Texts, comment: &Comment) -> Line {
    let model = desk.model;
    let answers = comment.answers.iter().filter_map(|(id, _, value)| {
        let question = model.questions.get(id)?;
        let (code, metric) = (question.code.clone(), question.metric.key());
        Some(Answer { question: code, metric, value: *value })
    });
    let hits = desk.book.explain(&comment.text, comment.touchpoint);
    let tag = |hit: crate::analysis::themes::Hit| Tag {
        theme: model.themes.get(&hit.theme).map(|t| t.name.clone()).unwrap_or_default(),
        rule: hit.rule,
    };
    Line {
        date: comment.day.map(iso_day),
        key: comment.touchpoint,
        touchpoint: about(model, texts, comment),
        channel: channel(model, texts, comment),
        survey: model.surveys.get(&comment.survey).map(|s| s.name.clone()).unwrap_or_default(),
        text: comment.text.clone(),
        answers: answers.collect(),
        segments: comment.segments.iter().cloned().collect(),
        themes: hits.into_iter().map(tag).collect(),
    }
}

fn print(
    desk: &Desk<'_>,
    found: &Chosen,
    total: usize,
    (texts, out): (&Texts, &mut Output),
) -> Result<(), Failure> {
    out.line(&texts.say(&Message::new("comments-total").with("count", total)))?;
    for places in found.places.chunks(CHUNK) {
        for comment in desk.reader.comments_at(&desk.index, places)? {
            let made = line(desk, texts, &comment);
            let parts = [made.date.unwrap_or_default(), made.touchpoint, made.channel];
            let meta: Vec<&str> =
                parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            out.line(&format!("{}\n  {}", meta.join(" · "), made.text.replace('\n', "\n  ")))?;
            let tags: Vec<String> =
                made.themes.iter().map(|tag| format!("{} ({})", tag.theme, tag.rule)).collect();
            if !tags.is_empty() {
                out.line(&format!("  → {}", tags.join("; ")))?;
            }
        }
    }
    if found.withheld {
        out.line(&texts.get("comments-withheld"))?;
    }
    Ok(())
}
