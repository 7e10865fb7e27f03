//! What a file would bring, as columns in memory: for a picture before anything is written.
//!
//! Maps labels as an import does, and keeps nothing.

use super::prepare::{self, Asked};
use super::{
    ImportOptions, ImportReport, LISTED, channels, grown, header_of, is_contact_log, touchpoints,
    unmatched_label,
};
use crate::import::{
    self, CheckedAnswer, CheckedComment, CheckedRow, DataSource, ImportError, Profile, Rejected,
    Role, RowSink, Unmatched,
};
use crate::jobs::Reporter;
use crate::model::{ChannelId, Message, Model, Refusal, TouchpointId};
use crate::scores::{Group, NO_DAY, ResponseRow, ScoreTable, ScoreTableBuilder, TableFull};
use std::collections::{HashMap, HashSet};

/// The document as it would be, and the answers of the file.
#[derive(Clone, Debug)]
pub struct Foresight {
    /// With the survey, its questions, and the touchpoints that would be made.
    pub model: Model,
    /// The answers of this file alone.
    pub table: ScoreTable,
}

/// Reads a file as an import into `model` would, and writes nothing. Of a file that has grown it
/// reads the new rows.
///
/// # Errors
/// As for `Document::import`.
pub fn foresee(
    model: &Model,
    source: impl Into<DataSource>,
    profile: &Profile,
    options: &ImportOptions,
    reporter: &Reporter,
) -> Result<Foresight, ImportError> {
    let source = source.into();
    let journey = prepare::journey(model, options)?;
    let grown = if options.again { None } else { grown::find(model, &source, profile)? };
    let profile = grown.as_ref().map_or(profile, |grown| &grown.profile);
    let already = grown.as_ref().map_or(0, |grown| grown.rows);
    let (draft, asked) = prepare::prepare(model, profile, journey, &source.name())?;
    let mut columns = Columns::new(draft, asked, profile, HashMap::new());
    import::read_on(source, profile, already, reporter, &mut columns)?;
    Ok(columns.finish().0)
}

/// Rows as columns in memory, and what an import of them would count.
pub(super) struct Columns<'p> {
    builder: ScoreTableBuilder,
    draft: Model,
    asked: Asked,
    profile: &'p Profile,
    /// Label → touchpoint; none where its answers would be refused.
    touchpoints: HashMap<String, Option<Option<TouchpointId>>>,
    channels: HashMap<String, ChannelId>,
    people: HashMap<String, u32>,
    /// Response id → number of the response.
    ids: HashMap<String, u32>,
    seen: HashSet<(u32, u16)>,
    made: (usize, usize),
    /// Response, touchpoint and words of each comment.
    written: HashSet<(u32, Option<TouchpointId>, String)>,
    /// Labels whose touchpoint is known, whatever it is called.
    known: HashMap<String, TouchpointId>,
    is_log: bool,
    last_refused: u64,
    report: ImportReport,
}

impl<'p> Columns<'p> {
    /// No rows yet.
    pub fn new(
        draft: Model,
        asked: Asked,
        profile: &'p Profile,
        known: HashMap<String, TouchpointId>,
    ) -> Self {
        Self {
            builder: ScoreTableBuilder::new(),
            draft,
            asked,
            profile,
            touchpoints: HashMap::new(),
            channels: HashMap::new(),
            people: HashMap::new(),
            ids: HashMap::new(),
            seen: HashSet::new(),
            made: (0, 0),
            written: HashSet::new(),
            known,
            is_log: is_contact_log(profile),
            last_refused: 0,
            report: ImportReport::default(),
        }
    }

    /// The columns, and what was counted.
    pub fn finish(self) -> (Foresight, ImportReport) {
        (Foresight { model: self.draft, table: self.builder.finish() }, self.report)
    }

    /// What a label stands for: nothing for the journey as a whole, or for a label that is kept.
    fn subject(&mut self, label: Option<&str>) -> Result<Option<Option<TouchpointId>>, Refusal> {
        let Some(label) = label.map(str::trim).filter(|label| !label.is_empty()) else {
            return Ok(Some(None));
        };
        if let Some(known) = self.touchpoints.get(label) {
            return Ok(*known);
        }
        let known = self.known.get(label).copied();
        let found = known.or_else(|| touchpoints::find(&self.draft, label, self.asked.journey));
        if found.is_none() {
            self.report.unmatched_touchpoints.push(label.to_owned());
        }
        let subject = match (found, self.profile.unmatched) {
            (Some(id), _) => Some(Some(id)),
            (None, Unmatched::Create) => {
                let (draft, made) = (&mut self.draft, &mut self.made.0);
                Some(Some(touchpoints::create(draft, label, &mut self.asked, made)?))
            }
            // Kept under its label: an identity that no touchpoint of the map has.
            (None, Unmatched::Bucket) => Some(Some(TouchpointId::fresh())),
            (None, Unmatched::Reject) => None,
        };
        self.touchpoints.insert(label.to_owned(), subject);
        Ok(subject)
    }

    fn channel(&mut self, label: Option<&str>) -> Result<Option<ChannelId>, Refusal> {
        let Some(label) = label.map(str::trim).filter(|label| !label.is_empty()) else {
            return Ok(None);
        };
        if let Some(known) = self.channels.get(label) {
            return Ok(Some(*known));
        }
        let id = channels::channel(&mut self.draft, label, &mut self.made.1)?;
        self.channels.insert(label.to_owned(), id);
        Ok(Some(id))
    }

    /// Equal numbers are one person: by the customer, else by the response.
    fn person(&mut self, row: &CheckedRow) -> u32 {
        let name = match (&row.customer, &row.response_id) {
            (Some(customer), _) => format!("c{customer}"),
            (None, Some(id)) => format!("r{id}"),
            (None, None) => format!("#{}", row.row),
        };
        let next = u32::try_from(self.people.len()).unwrap_or(u32::MAX);
        *self.people.entry(name).or_insert(next)
    }

    fn response(&mut self, row: &CheckedRow) -> Result<u32, Refusal> {
        if let Some(known) = row.response_id.as_ref().and_then(|id| self.ids.get(id)) {
            return Ok(*known);
        }
        let channel = self.channel(row.channel.as_deref())?;
        let respondent = self.person(row);
        let mut segments = Vec::new();
        for (column, value) in &row.segments {
            let Some(column) = self.profile.columns.get(*column) else { continue };
            let Role::Segment { name, .. } = &column.role else { continue };
            let dimension =
                self.builder.dimension(name.as_deref().unwrap_or(&column.column).trim());
            segments.resize(segments.len().max(dimension + 1), 0);
            if let Some(place) = segments.get_mut(dimension) {
                *place = self.builder.segment_key(dimension, value).map_err(full)?;
            }
        }
        let response = ResponseRow {
            survey: self.builder.survey_key(self.asked.survey).map_err(full)?,
            day: row.day.unwrap_or(NO_DAY),
            channel: self.builder.channel_key(channel).map_err(full)?,
            respondent,
            segments,
            weight: row.weight.unwrap_or(1.0) as f32,
            response: 0,
        };
        let number = self.builder.push_response(&response).map_err(full)?;
        self.report.responses += 1;
        self.ids.extend(row.response_id.clone().map(|id| (id, number)));
        Ok(number)
    }

    fn answer(
        &mut self,
        (row, response): (u64, u32),
        answer: &CheckedAnswer,
    ) -> Result<(), Refusal> {
        let question = self.asked.questions.get(answer.column).copied().flatten();
        let known = question.and_then(|id| self.draft.questions.get(&id));
        let Some((question, min)) = known.map(|q| (q.id, q.scale.min)) else { return Ok(()) };
        let label = answer.touchpoint.as_deref();
        let Some(touchpoint) = self.subject(label)? else {
            let column = self.profile.questions_asked().nth(answer.column);
            let column = column.map(|asked| asked.0.to_owned()).unwrap_or_default();
            return self.rejected(&unmatched_label(row, column, label));
        };
        let group = self.builder.group_key(Group { touchpoint, question }).map_err(full)?;
        let Ok(value) = u8::try_from(answer.value - min) else { return Ok(()) };
        if self.seen.insert((response, group)) {
            self.builder.push_answer(response, group, value);
            self.report.answers += 1;
        } else {
            self.report.duplicates += 1;
        }
        Ok(())
    }

    fn comment(
        &mut self,
        (row, response): (u64, u32),
        comment: &CheckedComment,
    ) -> Result<(), Refusal> {
        let label = comment.touchpoint.as_deref();
        let Some(touchpoint) = self.subject(label)? else {
            let about = |role: &Role| matches!(role, Role::Touchpoint | Role::Comment { .. });
            let column = header_of(self.profile, about).to_owned();
            return self.rejected(&unmatched_label(row, column, label));
        };
        let is_new = self.written.insert((response, touchpoint, comment.text.clone()));
        self.report.comments += u64::from(is_new);
        Ok(())
    }

    fn contact(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        let label = row.touchpoint.as_deref();
        if row.customer.is_none() {
            let column = header_of(self.profile, |role| matches!(role, Role::Customer));
            self.refuse(row.row, column, "document-contact-no-customer")
        } else if row.day.is_none() {
            if self.last_refused == row.row {
                return Ok(());
            }
            let column = header_of(self.profile, |role| matches!(role, Role::Date { .. }));
            self.refuse(row.row, column, "document-contact-no-date")
        } else if self.subject(label)?.is_none() {
            let column = header_of(self.profile, |role| matches!(role, Role::Touchpoint));
            self.rejected(&unmatched_label(row.row, column.to_owned(), label))
        } else {
            self.report.contacts += 1;
            Ok(())
        }
    }

    fn refuse(&mut self, row: u64, column: &str, why: &'static str) -> Result<(), Refusal> {
        let (column, value) = (column.to_owned(), String::new());
        self.rejected(&Rejected { row, column, value, reason: Message::new(why) })
    }
}

impl RowSink for Columns<'_> {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        if self.is_log {
            return self.contact(row);
        }
        let at = (row.row, self.response(row)?);
        row.answers.iter().try_for_each(|answer| self.answer(at, answer))?;
        row.comments.iter().try_for_each(|comment| self.comment(at, comment))
    }

    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        self.last_refused = rejected.row;
        self.report.rejected_total += 1;
        if self.report.rejected.len() < LISTED {
            self.report.rejected.push(rejected.clone());
        }
        Ok(())
    }
}

fn full(_: TableFull) -> Refusal {
    Refusal(Message::new("document-import-too-varied"))
}
