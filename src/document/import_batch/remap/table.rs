//! What is kept of an import → a table that can be read like the file it came from.
//!
//! Only what was taken over is in it, and the cells that were refused where their row is known.

use crate::document::import_batch::channels;
use crate::import::{Profile, Role};
use crate::model::{Batch, Message, Model, QuestionId, Refusal, TouchpointId, query::same_name};
use crate::store::{KeptRow, KeptSubject, RejectedCell};
use chrono::{Duration, NaiveDate};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;

/// The first column: never empty, so that no row looks blank.
const NUMBER: &str = "klantreis row";

/// A table that is being written.
pub(super) struct Table<'a, W: Write> {
    model: &'a Model,
    kept: &'a Profile,
    out: W,
    headers: Vec<&'a str>,
    questions: HashMap<QuestionId, usize>,
    date_format: String,
    decimal: String,
    left: Vec<RejectedCell>,
    rows: Vec<u64>,
    labels: HashMap<String, TouchpointId>,
}

/// What a table holds that its text does not say.
pub(super) struct Written {
    /// Row of the imported file of each line.
    pub rows: Vec<u64>,
    /// The touchpoint of each label that was written.
    pub labels: HashMap<String, TouchpointId>,
    /// Refused cells that could not be put back.
    pub left: Vec<RejectedCell>,
}

/// One line: its row of the file, what that is about once something in it says so, and its cells.
struct Line {
    row: u64,
    about: Option<String>,
    cells: Vec<String>,
}

/// The columns of a mapping that were taken over, each once.
pub(super) fn headers(kept: &Profile) -> Vec<&str> {
    let mut headers: Vec<&str> = Vec::new();
    for column in kept.columns.iter().filter(|c| c.role != Role::Ignore) {
        let name = column.column.trim();
        if !headers.contains(&name) {
            headers.push(name);
        }
    }
    headers
}

impl<'a, W: Write> Table<'a, W> {
    /// Begins a table with its header.
    pub fn new(
        model: &'a Model,
        (batch, kept, new): (&Batch, &'a Profile, &'a Profile),
        out: W,
    ) -> std::io::Result<Self> {
        let mut headers = headers(kept);
        // Columns that both mappings leave out are there, and empty: the new one names them.
        for column in &new.columns {
            if !headers.contains(&column.column.trim()) {
                headers.push(column.column.trim());
            }
        }
        let answers = |name: &str| {
            kept.columns
                .iter()
                .position(|c| matches!(c.role, Role::Answer(_)) && c.column.trim() == name)
        };
        let of_survey = model.questions.values().filter(|q| q.survey == batch.survey);
        let questions = of_survey.filter_map(|q| Some((q.id, answers(q.code.as_str())?))).collect();
        let mut table = Self {
            model,
            kept,
            out,
            headers,
            questions,
            date_format: date_format(kept),
            decimal: kept.decimal.clone().unwrap_or_else(|| ".".to_owned()),
            left: Vec::new(),
            rows: Vec::new(),
            labels: HashMap::new(),
        };
        let header: Vec<String> = table.headers.iter().map(|h| (*h).to_owned()).collect();
        table.write(NUMBER, &header)?;
        Ok(table)
    }

    /// Adds a row as it is kept: one line, or several where it says one thing about several
    /// touchpoints.
    pub fn add(&mut self, row: KeptRow) -> std::io::Result<()> {
        let first = row.file_row.unwrap_or(self.rows.len() as u64 + 2);
        let about = row.about.as_ref().map(|about| self.label(about));
        let traits = self.traits(&row);
        let mut lines = vec![Line { row: first, about, cells: traits.clone() }];
        for answer in &row.answers {
            let Some(column) = self.questions.get(&answer.question).copied() else { continue };
            let about = self.about(column, Some(&answer.subject));
            place(&mut lines, &traits, self.place_of(column), (about, &answer.cell));
        }
        for comment in &row.comments {
            let column = self.comment_column(comment.part, &comment.subject);
            let Some(column) = column else { continue };
            let about = self.about(column, Some(&comment.subject));
            place(&mut lines, &traits, self.place_of(column), (about, &comment.text));
        }
        for (cell, about) in row.refused {
            if let Some(cell) = self.put_back(&mut lines, &traits, cell, about.as_ref()) {
                self.left.push(cell);
            }
        }
        let touchpoint = self.find(|role| matches!(role, Role::Touchpoint));
        for mut line in lines {
            if let (Some(at), Some(about)) = (touchpoint, line.about) {
                line.cells[self.place_of(at)] = about;
            }
            self.write(&line.row.to_string(), &line.cells)?;
            self.rows.push(line.row);
        }
        Ok(())
    }

    /// Ends the table; `left` are refused cells of rows that are not in it.
    pub fn finish(mut self, mut left: Vec<RejectedCell>) -> std::io::Result<Written> {
        self.out.flush()?;
        left.append(&mut self.left);
        left.sort_by_key(|cell| cell.row);
        Ok(Written { rows: self.rows, labels: self.labels, left })
    }

    /// What a cell of a column is about, where its row says so: not when the column is about one
    /// touchpoint itself, nor when no column names any.
    fn about(&mut self, column: usize, subject: Option<&KeptSubject>) -> Option<String> {
        let own = match &self.kept.columns[column].role {
            Role::Answer(answer) => answer.touchpoint.as_deref(),
            Role::Comment { touchpoint } => touchpoint.as_deref(),
            _ => return None,
        };
        let by_row = own.is_none_or(|t| t.trim().is_empty())
            && self.find(|role| matches!(role, Role::Touchpoint)).is_some();
        let subject = subject.filter(|_| by_row)?;
        Some(self.label(subject))
    }

    /// Puts a refused cell back in its column, in a line of its own row; gives back what was refused
    /// for another reason than its own text, or has no place.
    fn put_back(
        &mut self,
        lines: &mut Vec<Line>,
        traits: &[String],
        cell: RejectedCell,
        about: Option<&KeptSubject>,
    ) -> Option<RejectedCell> {
        let name = cell.column.trim();
        let mut columns = self.kept.columns.iter();
        let column = columns.position(|c| c.column.trim() == name && c.role != Role::Ignore);
        let by_text = cell.duplicate || cell.reason.key.split('-').next() == Some("import");
        let Some(column) = column.filter(|_| by_text) else { return Some(cell) };
        let at = self.place_of(column);
        let is_answer = matches!(self.kept.columns[column].role, Role::Answer(_));
        let about = self.about(column, Some(about.unwrap_or(&KeptSubject::Journey)));
        let fits = |line: &Line| {
            let same = about.is_none() || line.about.is_none() || line.about == about;
            line.row == cell.row && same && line.cells[at].is_empty()
        };
        let found = lines.iter().position(fits);
        if found.is_none() && !is_answer {
            return Some(cell);
        }
        let found = found.unwrap_or_else(|| {
            lines.push(Line { row: cell.row, about: None, cells: traits.to_vec() });
            lines.len() - 1
        });
        let line = &mut lines[found];
        line.cells[at] = cell.value;
        line.about = about.or_else(|| line.about.take());
        None
    }

    /// The cells that all lines of a row share.
    fn traits(&self, row: &KeptRow) -> Vec<String> {
        let mut cells = vec![String::new(); self.headers.len()];
        let mut put = |column: Option<usize>, text: Option<String>| {
            if let (Some(column), Some(text)) = (column, text) {
                cells[self.place_of(column)] = text;
            }
        };
        let channel = row.channel.and_then(|id| self.model.channels.get(&id));
        let day = row.day.and_then(|day| written(day, &self.date_format));
        let weight = row.weight.map(|weight| weight.to_string().replace('.', &self.decimal));
        let consent = row.consent.map(|yes| if yes { "yes" } else { "no" }.to_owned());
        put(self.find(|r| matches!(r, Role::ResponseId)), row.external_id.clone());
        put(self.find(|r| matches!(r, Role::Date { .. })), day);
        put(self.find(|r| matches!(r, Role::Customer)), row.customer.clone());
        put(self.find(|r| matches!(r, Role::Employee)), row.employee.clone());
        put(self.find(|r| matches!(r, Role::Channel)), channel.map(channels::word));
        put(self.find(|r| matches!(r, Role::Weight)), weight);
        put(self.find(|r| matches!(r, Role::Consent)), consent);
        for (dimension, value) in &row.segments {
            let (column, code) = self.segment(dimension, value);
            put(column, Some(code));
        }
        cells
    }

    /// The column of a segment, and the code its value had in the file.
    fn segment(&self, dimension: &str, value: &str) -> (Option<usize>, String) {
        for (at, column) in self.kept.columns.iter().enumerate() {
            let Role::Segment { name, labels, .. } = &column.role else { continue };
            if name.as_deref().unwrap_or(&column.column).trim() == dimension {
                let mut codes = labels.iter().filter(|(_, shown)| *shown == value);
                let code = match (codes.next(), codes.next()) {
                    (Some((code, _)), None) => code,
                    _ => value,
                };
                return (Some(at), code.to_owned());
            }
        }
        (None, String::new())
    }

    /// The column of a comment: the one it came from, else one about the same, else the first.
    fn comment_column(&self, part: Option<usize>, subject: &KeptSubject) -> Option<usize> {
        let is_comment = |at: &usize| {
            matches!(self.kept.columns.get(*at).map(|c| &c.role), Some(Role::Comment { .. }))
        };
        let about = |at: &usize| match &self.kept.columns[*at].role {
            Role::Comment { touchpoint: Some(label) } => match subject {
                KeptSubject::Touchpoint(id) => {
                    self.model.touchpoints.get(id).is_some_and(|t| same_name(&t.title, label))
                }
                KeptSubject::Label(own) => same_name(own, label),
                KeptSubject::Journey => false,
            },
            _ => false,
        };
        let all = || (0..self.kept.columns.len()).filter(is_comment);
        part.filter(is_comment).or_else(|| all().find(about)).or_else(|| all().next())
    }

    /// What the file called a subject, as far as that is known: the label that the map did not know, or
    /// the title of the touchpoint, before the mapping renamed it.
    fn label(&mut self, subject: &KeptSubject) -> String {
        let id = match subject {
            KeptSubject::Journey => return String::new(),
            KeptSubject::Label(label) => return self.before_renaming(label),
            KeptSubject::Touchpoint(id) => *id,
        };
        let by_id = |table: &mut Self| {
            table.labels.insert(id.to_string(), id);
            id.to_string()
        };
        // A touchpoint that is gone keeps its answers, apart from those of the journey as a whole.
        let Some(title) = self.model.touchpoints.get(&id).map(|t| t.title.clone()) else {
            return by_id(self);
        };
        // Two touchpoints of one title are told apart by their identity.
        if *self.labels.entry(title.clone()).or_insert(id) != id {
            return by_id(self);
        }
        self.before_renaming(&title)
    }

    /// The one label that the mapping renamed to this; else this itself.
    fn before_renaming(&self, name: &str) -> String {
        let mut own = self.kept.touchpoints.iter().filter(|(_, to)| same_name(to, name));
        match (own.next(), own.next()) {
            (Some((label, _)), None) => label.clone(),
            _ => name.to_owned(),
        }
    }

    fn find(&self, is_it: fn(&Role) -> bool) -> Option<usize> {
        self.kept.columns.iter().position(|column| is_it(&column.role))
    }

    /// Where the cell of a column of the mapping stands in a line.
    fn place_of(&self, column: usize) -> usize {
        let name = self.kept.columns[column].column.trim();
        self.headers.iter().position(|header| *header == name).unwrap_or(0)
    }

    fn write(&mut self, number: &str, cells: &[String]) -> std::io::Result<()> {
        let mut text = number.to_owned();
        for cell in cells {
            text.push_str(",\"");
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        }
        text.push('\n');
        self.out.write_all(text.as_bytes())
    }
}

/// Puts a cell in the first line where it fits: empty there, and about the same.
fn place(
    lines: &mut Vec<Line>,
    traits: &[String],
    at: usize,
    (about, text): (Option<String>, &str),
) {
    let fits = |line: &Line| {
        let same = about.is_none() || line.about.is_none() || line.about == about;
        same && line.cells[at].is_empty()
    };
    let found = lines.iter().position(fits).unwrap_or_else(|| {
        let row = lines.first().map_or(0, |line| line.row);
        lines.push(Line { row, about: None, cells: traits.to_vec() });
        lines.len() - 1
    });
    let line = &mut lines[found];
    text.clone_into(&mut line.cells[at]);
    line.about = about.or_else(|| line.about.take());
}

/// How the dates of a mapping can be written: as they were, or else the usual way.
pub(super) fn date_format(kept: &Profile) -> String {
    let format = kept.columns.iter().find_map(|column| match &column.role {
        Role::Date { format } => format.clone(),
        _ => None,
    });
    format.filter(|format| written(0, format).is_some()).unwrap_or_else(|| ISO.to_owned())
}

/// The usual way to write a day.
pub(super) const ISO: &str = "%Y-%m-%d";
const EXCEL: i64 = 25_569;
const EXCEL_1904: i64 = 24_107;

/// A day in a format of a mapping; none when the format cannot be written.
fn written(day: i32, format: &str) -> Option<String> {
    let day = i64::from(day);
    match format.trim() {
        "excel" => return Some((day + EXCEL).to_string()),
        "excel1904" => return Some((day + EXCEL_1904).to_string()),
        "epoch" | "%s" => return Some((day * 86_400).to_string()),
        "epoch_ms" => return Some((day * 86_400_000).to_string()),
        _ => {}
    }
    let date = NaiveDate::default().checked_add_signed(Duration::try_days(day)?)?;
    let mut text = String::new();
    write!(text, "{}", date.and_hms_opt(0, 0, 0)?.format(format)).ok()?;
    Some(text)
}

/// Refuses a mapping that names a column which was not taken over.
pub(super) fn check_columns(kept: &Profile, new: &Profile, file: &str) -> Result<(), Refusal> {
    let headers = headers(kept);
    let gone: Vec<String> = new
        .columns
        .iter()
        .filter(|c| c.role != Role::Ignore && !headers.contains(&c.column.trim()))
        .map(|c| format!("“{}”", c.column.trim()))
        .collect();
    if gone.is_empty() {
        return Ok(());
    }
    let message = Message::new("document-remap-gone").with("file", file);
    Err(message.with("count", gone.len()).with("columns", gone.join(", ")).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_they_were_read() {
        let cases = [
            ("%d-%m-%Y", Some("03-04-2017")),
            ("%B %d, %Y", Some("April 03, 2017")),
            ("%d-%m-%Y %H:%M", Some("03-04-2017 00:00")),
            ("excel", Some("42828")),
            ("excel1904", Some("41366")),
            ("epoch", Some("1491177600")),
            ("epoch_ms", Some("1491177600000")),
            ("%Y-%m-%dT%H:%M:%S%z", None),
        ];
        for (format, expected) in cases {
            assert_eq!(written(17_259, format).as_deref(), expected, "{format}");
        }
    }
}
