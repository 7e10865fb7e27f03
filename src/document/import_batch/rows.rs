//! Checked rows → rows of the document: labels become keys, each looked up once.

use super::contacts::is_contact_log;
use super::prepare::Asked;
use super::{LISTED, channels, header_of, touchpoints, unmatched_label};
use crate::import::{CheckedAnswer, CheckedRow, Profile, Rejected, Role, RowSink, Unmatched};
use crate::model::{Model, Refusal, Tell, TouchpointId};
use crate::store::{
    ChannelKey, ImportAnswer, ImportComment, ImportContact, ImportResponse, ImportSink,
    RejectedCell, SegmentKey, StoreError, SubjectKey,
};

/// Looked up for each row, so quick before all.
type HashMap<K, V> = std::collections::HashMap<K, V, foldhash::fast::RandomState>;

/// Where the rows of an import go.
pub(super) struct Rows<'s, 'p> {
    sink: ImportSink<'s>,
    draft: Model,
    rejected: Vec<Rejected>,
    unmatched: Vec<String>,
    profile: &'p Profile,
    asked: Asked,
    subjects: HashMap<String, Option<SubjectKey>>,
    /// Labels of rows of which nothing was taken over under that label.
    mentioned: HashMap<String, SubjectKey>,
    whole_journey: Option<SubjectKey>,
    channels: HashMap<String, ChannelKey>,
    made_touchpoints: usize,
    made_channels: usize,
    is_log: bool,
    last_refused: u64,
    listed: usize,
    /// Labels whose touchpoint is known, whatever it is called.
    known: std::collections::HashMap<String, TouchpointId>,
}

impl<'s, 'p> Rows<'s, 'p> {
    /// No rows yet.
    pub fn new(sink: ImportSink<'s>, profile: &'p Profile, draft: Model, asked: Asked) -> Self {
        Self {
            sink,
            draft,
            rejected: Vec::new(),
            unmatched: Vec::new(),
            profile,
            asked,
            subjects: HashMap::default(),
            mentioned: HashMap::default(),
            whole_journey: None,
            channels: HashMap::default(),
            made_touchpoints: 0,
            made_channels: 0,
            is_log: is_contact_log(profile),
            last_refused: 0,
            listed: LISTED,
            known: std::collections::HashMap::new(),
        }
    }

    /// Says which touchpoints some labels mean, before the map is asked.
    pub fn knowing(self, known: std::collections::HashMap<String, TouchpointId>) -> Self {
        Self { known, ..self }
    }

    /// Lists a cell as an import before listed it.
    pub fn carry_over(&mut self, cell: &RejectedCell) -> Result<(), Refusal> {
        if !cell.duplicate && self.rejected.len() < self.listed {
            let RejectedCell { row, column, value, reason, duplicate: _ } = cell.clone();
            self.rejected.push(Rejected { row, column, value, reason });
        }
        self.sink.carry_over(cell).map_err(|e| refused(&e))
    }

    /// Whether all refused cells are listed, not only the first.
    pub fn list_all(&mut self, all: bool) {
        self.listed = if all { usize::MAX } else { LISTED };
    }

    /// The rows, the document as it will be, the first refused cells, the labels nobody knew.
    pub fn into_parts(self) -> (ImportSink<'s>, Model, Vec<Rejected>, Vec<String>) {
        (self.sink, self.draft, self.rejected, self.unmatched)
    }

    /// The key of a touchpoint label; none when its cells are to be refused.
    pub(super) fn subject(&mut self, label: Option<&str>) -> Result<Option<SubjectKey>, Refusal> {
        let Some(label) = label else {
            return self.whole_journey().map(Some);
        };
        if let Some(known) = self.subjects.get(label) {
            return Ok(*known);
        }
        let key = match label.trim() {
            "" => self.whole_journey().map(Some)?,
            trimmed => match self.subjects.get(trimmed) {
                Some(known) => *known,
                None => self.new_subject(trimmed)?,
            },
        };
        self.subjects.insert(label.to_owned(), key);
        Ok(key)
    }

    /// What a row as a whole is about. Nothing is made for it, and nothing refused.
    fn about(&mut self, label: Option<&str>) -> Result<Option<SubjectKey>, Refusal> {
        let Some(label) = label.map(str::trim).filter(|label| !label.is_empty()) else {
            return Ok(None);
        };
        if let Some(known) = self.subjects.get(label) {
            return Ok(*known);
        }
        if let Some(known) = self.mentioned.get(label) {
            return Ok(Some(*known));
        }
        let known = self.known.get(label).copied();
        let touchpoint =
            known.or_else(|| touchpoints::find(&self.draft, label, self.asked.journey));
        let unknown = touchpoint.is_none().then_some(label);
        let key = self.sink.subject(touchpoint, unknown).map_err(|e| refused(&e))?;
        self.mentioned.insert(label.to_owned(), key);
        Ok(Some(key))
    }

    fn whole_journey(&mut self) -> Result<SubjectKey, Refusal> {
        if let Some(key) = self.whole_journey {
            return Ok(key);
        }
        let key = self.sink.subject(None, None).map_err(|e| refused(&e))?;
        self.whole_journey = Some(key);
        Ok(key)
    }

    /// Looks a label up in the map and, where it is not there, does what the profile says.
    fn new_subject(&mut self, label: &str) -> Result<Option<SubjectKey>, Refusal> {
        let known = self.known.get(label).copied();
        let find = || touchpoints::find(&self.draft, label, self.asked.journey);
        let mut touchpoint = known.or_else(find);
        if touchpoint.is_none() {
            self.unmatched.push(label.to_owned());
            match self.profile.unmatched {
                Unmatched::Reject => return Ok(None),
                Unmatched::Bucket => {}
                Unmatched::Create => {
                    let (draft, made) = (&mut self.draft, &mut self.made_touchpoints);
                    touchpoint = Some(touchpoints::create(draft, label, &mut self.asked, made)?);
                }
            }
        }
        let label = touchpoint.is_none().then_some(label);
        self.sink.subject(touchpoint, label).map(Some).map_err(|e| refused(&e))
    }

    pub(super) fn channel(&mut self, label: Option<&str>) -> Result<Option<ChannelKey>, Refusal> {
        let Some(label) = label else { return Ok(None) };
        if let Some(known) = self.channels.get(label) {
            return Ok(Some(*known));
        }
        let trimmed = label.trim();
        if trimmed.is_empty() {
            return Ok(None);
        }
        let id = channels::channel(&mut self.draft, trimmed, &mut self.made_channels)?;
        let key = self.sink.channel(Some(id), None).map_err(|e| refused(&e))?;
        self.channels.insert(label.to_owned(), key);
        Ok(Some(key))
    }

    fn segments(&mut self, row: &CheckedRow) -> Result<Vec<SegmentKey>, Refusal> {
        let mut keys = Vec::with_capacity(row.segments.len());
        for (column, value) in &row.segments {
            let Some(column) = self.profile.columns.get(*column) else {
                continue;
            };
            let Role::Segment { name, .. } = &column.role else {
                continue;
            };
            let dimension = name.as_deref().unwrap_or(&column.column).trim();
            keys.push(self.sink.segment(dimension, value).map_err(|e| refused(&e))?);
        }
        self.choices(row, &mut keys)?;
        Ok(keys)
    }

    /// Each option of a column that names several is a segment of its own.
    fn choices(&mut self, row: &CheckedRow, keys: &mut Vec<SegmentKey>) -> Result<(), Refusal> {
        for choice in &row.choices {
            let Some(column) = self.profile.columns.get(choice.column) else {
                continue;
            };
            let Role::Segment { name, .. } = &column.role else {
                continue;
            };
            let name = name.as_deref().unwrap_or(&column.column).trim();
            let dimension = format!("{name}: {}", choice.option);
            keys.push(self.sink.segment(&dimension, &choice.value).map_err(|e| refused(&e))?);
        }
        Ok(())
    }

    /// An answer with its keys; none when its cell is refused.
    fn answer<'r>(
        &mut self,
        row: u64,
        answer: &'r CheckedAnswer,
    ) -> Result<Option<ImportAnswer<'r>>, Refusal>
    where
        'p: 'r,
    {
        let column = self.name(answer.column);
        let question = self.asked.questions.get(answer.column).copied().flatten();
        let Some(question) = question else {
            return Ok(None);
        };
        let Some(subject) = self.subject(answer.touchpoint.as_deref())? else {
            self.refuse_label(row, column, answer.touchpoint.as_deref())?;
            return Ok(None);
        };
        let topic = self.sink.topic(subject, question).map_err(|e| refused(&e))?;
        let as_read = answer.as_read.as_deref();
        Ok(Some(ImportAnswer { topic, value: answer.value, as_read, column }))
    }

    /// The header of an answer's column, or the name of its question.
    fn name(&self, question: usize) -> &'p str {
        let columns = &self.profile.columns;
        let by_column = columns.get(question).map(|c| c.column.trim());
        let by_row = || self.profile.questions.keys().nth(question - columns.len());
        by_column.or_else(|| by_row().map(|name| name.trim())).unwrap_or_default()
    }

    /// The column that says what a row is about.
    pub(super) fn touchpoint_header(&self) -> &'p str {
        self.header_of(|role| matches!(role, Role::Touchpoint | Role::Comment { .. }))
    }

    /// The header of the first column of a role.
    pub(super) fn header_of(&self, is_it: fn(&Role) -> bool) -> &'p str {
        header_of(self.profile, is_it)
    }

    /// Whether a cell of this row was refused.
    pub(super) fn was_refused(&self, row: u64) -> bool {
        self.last_refused == row
    }

    /// Hands a contact on.
    pub(super) fn keep_contact(&mut self, contact: &ImportContact<'_>) -> Result<(), Refusal> {
        self.sink.contact(contact).map_err(|e| refused(&e))
    }

    pub(super) fn refuse_label(
        &mut self,
        row: u64,
        column: &str,
        label: Option<&str>,
    ) -> Result<(), Refusal> {
        self.refuse(&unmatched_label(row, column.to_owned(), label))
    }

    /// Lists a refused cell.
    pub(super) fn refuse(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        self.last_refused = rejected.row;
        if self.rejected.len() < self.listed {
            self.rejected.push(rejected.clone());
        }
        let Rejected { row, column, value, reason } = rejected;
        self.sink.rejected(*row, column, value, reason).map_err(|e| refused(&e))
    }
}

impl RowSink for Rows<'_, '_> {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        if self.is_log {
            return self.contact(row);
        }
        let about = self.about(row.touchpoint.as_deref())?;
        let channel = self.channel(row.channel.as_deref())?;
        let segments = self.segments(row)?;
        let mut answers = Vec::with_capacity(row.answers.len());
        for answer in &row.answers {
            answers.extend(self.answer(row.row, answer)?);
        }
        let mut comments = Vec::with_capacity(row.comments.len());
        for comment in &row.comments {
            let label = comment.touchpoint.as_deref();
            match self.subject(label)? {
                Some(subject) => {
                    let part = u32::try_from(comment.column).ok();
                    comments.push(ImportComment { subject, text: &comment.text, part });
                }
                None => self.refuse_label(row.row, self.touchpoint_header(), label)?,
            }
        }
        self.sink
            .response(&ImportResponse {
                row: row.row,
                external_id: row.response_id.as_deref(),
                day: row.day,
                channel,
                about,
                customer: row.customer.as_deref(),
                employee: row.employee.as_deref(),
                weight: row.weight,
                consent: row.consent,
                segments: &segments,
                answers: &answers,
                comments: &comments,
            })
            .map_err(|e| refused(&e))
    }

    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        self.refuse(rejected)
    }
}

fn refused(error: &StoreError) -> Refusal {
    Refusal(error.message())
}
