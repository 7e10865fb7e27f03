//! What a file would bring, as columns in memory: for a picture before anything is written.
//!
//! Maps labels as an import does, and keeps nothing.

use super::prepare::{self, Asked};
use super::{ImportOptions, channels, touchpoints};
use crate::import::{self, CheckedAnswer, CheckedRow, ImportError, Profile, Rejected, RowSink};
use crate::import::{Role, Unmatched};
use crate::jobs::Reporter;
use crate::model::{ChannelId, Message, Model, Refusal, TouchpointId};
use crate::scores::{Group, NO_DAY, ResponseRow, ScoreTable, ScoreTableBuilder, TableFull};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// The document as it would be, and the answers of the file.
#[derive(Clone, Debug)]
pub struct Foresight {
    /// With the survey, its questions, and the touchpoints that would be made.
    pub model: Model,
    /// The answers of this file alone.
    pub table: ScoreTable,
}

/// Reads a file as an import into `model` would, and writes nothing.
///
/// # Errors
/// As for `Document::import`.
pub fn foresee(
    model: &Model,
    source: &Path,
    profile: &Profile,
    options: &ImportOptions,
    reporter: &Reporter,
) -> Result<Foresight, ImportError> {
    let file_name = source.file_name().unwrap_or(source.as_os_str()).to_string_lossy();
    let journey = prepare::journey(model, options)?;
    let (draft, asked) = prepare::prepare(model, profile, journey, &file_name)?;
    let mut columns = Columns {
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
    };
    import::read(source, profile, reporter, &mut columns)?;
    Ok(Foresight { model: columns.draft, table: columns.builder.finish() })
}

struct Columns<'p> {
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
}

impl Columns<'_> {
    /// What a label stands for: nothing for the journey as a whole, or for a label that is kept.
    fn subject(&mut self, label: Option<&str>) -> Result<Option<Option<TouchpointId>>, Refusal> {
        let Some(label) = label.map(str::trim).filter(|label| !label.is_empty()) else {
            return Ok(Some(None));
        };
        if let Some(known) = self.touchpoints.get(label) {
            return Ok(*known);
        }
        let found = touchpoints::find(&self.draft, label, self.asked.journey);
        let subject = match (found, self.profile.unmatched) {
            (Some(id), _) => Some(Some(id)),
            (None, Unmatched::Create) => {
                let (draft, made) = (&mut self.draft, &mut self.made.0);
                Some(Some(touchpoints::create(draft, label, &mut self.asked, made)?))
            }
            // Kept under its label, it counts for the journey as a whole.
            (None, Unmatched::Bucket) => Some(None),
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
        };
        let number = self.builder.push_response(&response).map_err(full)?;
        self.ids.extend(row.response_id.clone().map(|id| (id, number)));
        Ok(number)
    }

    fn answer(&mut self, response: u32, answer: &CheckedAnswer) -> Result<(), Refusal> {
        let question = self.asked.questions.get(answer.column).copied().flatten();
        let known = question.and_then(|id| self.draft.questions.get(&id));
        let Some((question, min)) = known.map(|q| (q.id, q.scale.min)) else { return Ok(()) };
        let Some(touchpoint) = self.subject(answer.touchpoint.as_deref())? else { return Ok(()) };
        let group = self.builder.group_key(Group { touchpoint, question }).map_err(full)?;
        let Ok(value) = u8::try_from(answer.value - min) else { return Ok(()) };
        if self.seen.insert((response, group)) {
            self.builder.push_answer(response, group, value);
        }
        Ok(())
    }
}

impl RowSink for Columns<'_> {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        let response = self.response(row)?;
        row.answers.iter().try_for_each(|answer| self.answer(response, answer))
    }

    fn rejected(&mut self, _rejected: &Rejected) -> Result<(), Refusal> {
        Ok(())
    }
}

fn full(_: TableFull) -> Refusal {
    Refusal(Message::new("document-import-too-varied"))
}
