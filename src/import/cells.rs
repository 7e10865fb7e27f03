//! Judges the cells of one row: taken over, meaning "no answer", or refused with a reason.
//!
//! One bad cell costs that cell, never the row; nothing is clamped or rounded.

use super::numbers::{leading_integer, number, plain_integer, whole};
use super::plan::{About, Answer, Part, Plan, Planned};
use super::row::{CheckedAnswer, CheckedChoice, CheckedComment, CheckedRow, Rejected};
use super::spare::Spare;
use super::words::{NO, YES};
use crate::model::Message;
use csv::ByteRecord;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Checks rows, one after the other, into the same `CheckedRow`.
pub(super) struct Checker<'a> {
    plan: &'a Plan,
    spare: Spare,
    /// The last date cell with its column and day: neighbours often share a day.
    day_before: (usize, Vec<u8>, Option<i32>),
    /// The question that the row names.
    question: Named,
    /// Options met in columns of several options of which the profile lists none.
    free_options: HashMap<usize, HashSet<String>>,
}

/// The question that a row names.
enum Named {
    None,
    /// One that the profile does not know.
    Unknown(String),
    /// Index into the plan's questions.
    Known(usize),
}

impl<'a> Checker<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            spare: Spare::default(),
            day_before: (usize::MAX, Vec::new(), None),
            question: Named::None,
            free_options: HashMap::new(),
        }
    }

    /// Checks a row into `out`; refused cells go to `reject`.
    pub fn row(
        &mut self,
        number: u64,
        record: &ByteRecord,
        out: &mut CheckedRow,
        mut reject: impl FnMut(Rejected),
    ) {
        self.spare.clear(out, number);
        self.question = Named::None;
        for column in &self.plan.columns {
            let bytes = record.get(column.at).unwrap_or_default().trim_ascii();
            if bytes.is_empty() {
                continue;
            }
            if let Err(reason) = self.cell(column, bytes, record, out) {
                let value = String::from_utf8_lossy(bytes).into_owned();
                reject(Rejected { row: number, column: column.name.clone(), value, reason });
            }
        }
    }

    fn cell(
        &mut self,
        column: &Planned,
        bytes: &[u8],
        record: &ByteRecord,
        out: &mut CheckedRow,
    ) -> Result<(), Message> {
        if let Part::Answer(answer) = &column.part {
            return self.answer(column.entry, answer, bytes, out);
        }
        if let Part::Value = &column.part {
            return self.value(column, bytes, record, out);
        }
        if let Part::Date(format) = &column.part {
            if self.day_before.0 != column.entry || self.day_before.1 != bytes {
                self.day_before.0 = column.entry;
                self.day_before.1.clear();
                self.day_before.1.extend_from_slice(bytes);
                self.day_before.2 = format.day(&String::from_utf8_lossy(bytes));
            }
            let day = self.day_before.2.ok_or_else(|| {
                Message::new("import-reason-no-date").with("format", format.name())
            })?;
            out.day.get_or_insert(day);
            return Ok(());
        }
        let text = text(bytes);
        let cell = text.trim();
        if cell.is_empty() {
            return Ok(());
        }
        match &column.part {
            Part::ResponseId => self.spare.put(&mut out.response_id, cell),
            Part::Customer => self.spare.join(&mut out.customer, cell),
            Part::Employee => self.spare.join(&mut out.employee, cell),
            Part::Channel => self.spare.put(&mut out.channel, cell),
            Part::Touchpoint => {
                let name = self.plan.touchpoints.get(cell, self.plan.decimal);
                self.spare.put(&mut out.touchpoint, name.map_or(cell, String::as_str));
            }
            Part::Weight => out.weight = Some(self.weight(cell)?),
            Part::Consent => out.consent = Some(consent(cell)?),
            Part::Segment { labels, missing } => {
                if !missing.holds(cell, self.plan.decimal) {
                    let value = labels.get(cell, self.plan.decimal);
                    let value = self.spare.text(value.map_or(cell, String::as_str));
                    out.segments.push((column.entry, value));
                }
            }
            Part::Choices { choices, missing } => {
                if !missing.holds(cell, self.plan.decimal) {
                    let free = self.free_options.entry(column.entry).or_default();
                    let (said, verdict) = choices.read(cell, free);
                    let column = column.entry;
                    let choice = |(option, value)| CheckedChoice { column, option, value };
                    out.choices.extend(said.into_iter().map(choice));
                    return verdict;
                }
            }
            Part::Comment { touchpoint } => {
                let whole = record.get(column.at).unwrap_or_default();
                self.comment(column.entry, touchpoint.as_ref(), whole, out);
            }
            Part::Question => {
                let known = self.plan.question_names.get(cell, self.plan.decimal);
                self.question =
                    known.map_or_else(|| Named::Unknown(cell.to_owned()), |at| Named::Known(*at));
            }
            Part::Answer(_) | Part::Date(_) | Part::Value => {}
        }
        Ok(())
    }

    fn comment(
        &mut self,
        column: usize,
        about: Option<&String>,
        whole: &[u8],
        out: &mut CheckedRow,
    ) {
        let touchpoint = self.spare.first(about, out.touchpoint.as_ref());
        let text = self.spare.text(&self::text(whole));
        out.comments.push(CheckedComment { column, touchpoint, text });
    }

    /// The answer to the question that the row names.
    fn value(
        &mut self,
        column: &Planned,
        bytes: &[u8],
        record: &ByteRecord,
        out: &mut CheckedRow,
    ) -> Result<(), Message> {
        let at = match &self.question {
            Named::None => return Err(Message::new("import-reason-no-question")),
            Named::Unknown(name) => {
                return Err(Message::new("import-reason-unknown-question").with("question", name));
            }
            Named::Known(at) => *at,
        };
        match self.plan.questions.get(at) {
            Some(About::Answer(question, answer)) => {
                let judged = self.answer(*question, answer, bytes, out);
                judged.map_err(|reason| self.with_question(reason, record))
            }
            Some(About::Comment(question, touchpoint)) => {
                let whole = record.get(column.at).unwrap_or_default();
                self.comment(*question, touchpoint.as_ref(), whole, out);
                Ok(())
            }
            Some(About::Nothing) | None => Ok(()),
        }
    }

    /// A reason that also knows the question its row names: the cell alone does not tell.
    fn with_question(&self, reason: Message, record: &ByteRecord) -> Message {
        let named = self.plan.columns.iter().find(|c| matches!(c.part, Part::Question));
        let name = named.and_then(|c| record.get(c.at)).unwrap_or_default();
        reason.with("question", String::from_utf8_lossy(name).trim())
    }

    fn answer(
        &mut self,
        question: usize,
        answer: &Answer,
        bytes: &[u8],
        out: &mut CheckedRow,
    ) -> Result<(), Message> {
        let plain = plain_integer(bytes).filter(|_| answer.labels.is_empty());
        let (value, as_read) = if let Some(value) = plain {
            if answer.missing.holds_number(f64::from(value)) {
                return Ok(());
            }
            // "07" and "-0" are numbers, but not as the number is written.
            let usual = bytes.len() == 1 || !matches!(bytes[0], b'0' | b'-');
            let text = || String::from_utf8_lossy(bytes).into_owned();
            (value, (!usual && text() != value.to_string()).then(text))
        } else {
            let text = text(bytes);
            let cell = text.trim();
            if cell.is_empty() || answer.missing.holds(cell, self.plan.decimal) {
                return Ok(());
            }
            let value = self.words(answer, cell)?;
            (value, (cell != value.to_string()).then(|| cell.to_owned()))
        };
        if !(answer.min..=answer.max).contains(&value) {
            return Err(Message::new("import-reason-outside-scale")
                .with("min", i64::from(answer.min))
                .with("max", i64::from(answer.max)));
        }
        let touchpoint = self.spare.first(answer.touchpoint.as_ref(), out.touchpoint.as_ref());
        out.answers.push(CheckedAnswer { column: question, touchpoint, value, as_read });
        Ok(())
    }

    /// The number of an answer: by its label, as a whole number, or before words.
    fn words(&self, answer: &Answer, cell: &str) -> Result<i32, Message> {
        if let Some(value) = answer.labels.get(cell, self.plan.decimal) {
            return Ok(*value);
        }
        if let Some(value) = number(cell, self.plan.decimal) {
            return whole(value).ok_or_else(|| Message::new("import-reason-not-whole"));
        }
        leading_integer(cell).ok_or_else(|| Message::new("import-reason-no-number"))
    }

    fn weight(&self, cell: &str) -> Result<f64, Message> {
        number(cell, self.plan.decimal)
            .filter(|w| *w >= 0.0 && w.is_finite())
            .ok_or_else(|| Message::new("import-reason-no-weight"))
    }
}

fn consent(cell: &str) -> Result<bool, Message> {
    let cell = cell.to_lowercase();
    if YES.contains(&cell.as_str()) {
        Ok(true)
    } else if NO.contains(&cell.as_str()) {
        Ok(false)
    } else {
        Err(Message::new("import-reason-no-consent"))
    }
}

fn text(bytes: &[u8]) -> Cow<'_, str> {
    // The usual way is much the quicker one.
    std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed)
}
