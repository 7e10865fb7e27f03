//! What is kept of an import → a table that can be read like the file it came from.
//!
//! Only what was taken over is in it, and the cells that were refused where their row is known.

use super::groups;
use crate::document::import_batch::channels;
use crate::import::{AskedAbout, Profile, Role};
use crate::model::{Arg, Batch, Model, QuestionId, TouchpointId, query::same_name};
use crate::store::{KeptRow, KeptSubject, RejectedCell};
use chrono::{Duration, NaiveDate};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::io::Write;

/// The last column: never empty, so that no row looks blank.
pub(super) const NUMBER: &str = "klantreis row";

/// A table that is being written.
pub(super) struct Table<'a, W: Write> {
    pub(super) model: &'a Model,
    pub(super) kept: &'a Profile,
    out: W,
    pub(super) headers: Vec<&'a str>,
    questions: HashMap<QuestionId, Place>,
    pub(super) date_format: String,
    pub(super) decimal: String,
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

/// Where an answer or a comment goes: to a column of its own, or to the column of the answers in a
/// line that names its question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Index in `Profile::columns`.
    Column(usize),
    /// Place in `Profile::questions`.
    Question(usize),
}

impl Place {
    /// By the number that `Profile::questions_asked` gives it.
    fn of(kept: &Profile, asked: usize) -> Self {
        match asked.checked_sub(kept.columns.len()) {
            Some(question) => Self::Question(question),
            None => Self::Column(asked),
        }
    }
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
        (batch, kept): (&Batch, &'a Profile),
        out: W,
    ) -> std::io::Result<Self> {
        let headers = headers(kept);
        let asked: Vec<_> = kept.questions_asked().collect();
        let place = |code: &str| {
            let at = asked.iter().position(|(name, answer)| answer.is_some() && *name == code);
            at.map(|at| Place::of(kept, at))
        };
        let of_survey = model.questions.values().filter(|q| q.survey == batch.survey);
        let questions = of_survey.filter_map(|q| Some((q.id, place(q.code.as_str())?))).collect();
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
            let Some(to) = self.questions.get(&answer.question).copied() else { continue };
            let about = self.about(to, Some(&answer.subject));
            place((&mut lines, first), &traits, &self.cells(to, &answer.cell), about);
        }
        for comment in &row.comments {
            let Some(to) = self.comment_place(comment.part, &comment.subject) else { continue };
            let about = self.about(to, Some(&comment.subject));
            place((&mut lines, first), &traits, &self.cells(to, &comment.text), about);
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
    fn about(&mut self, place: Place, subject: Option<&KeptSubject>) -> Option<String> {
        let own = match place {
            Place::Column(at) => match &self.kept.columns[at].role {
                Role::Answer(answer) => answer.touchpoint.as_deref(),
                Role::Comment { touchpoint } => touchpoint.as_deref(),
                _ => return None,
            },
            Place::Question(at) => match self.kept.questions.values().nth(at) {
                Some(AskedAbout::Answer(answer)) => answer.touchpoint.as_deref(),
                Some(AskedAbout::Comment { touchpoint }) => touchpoint.as_deref(),
                Some(AskedAbout::Ignore) | None => None,
            },
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
        let by_text = cell.duplicate || cell.reason.key.split('-').next() == Some("import");
        let Some((to, name)) = self.place_of_refused(&cell).filter(|_| by_text) else {
            return Some(cell);
        };
        let mut cells = self.cells(to, &cell.value);
        if let Some(name) = name {
            // As the file named the question: the mapping may not know it.
            cells[0].1.clone_from(&name);
        }
        let several = match to {
            Place::Column(at) => self.kept.columns.get(at).is_some_and(groups::is_several),
            Place::Question(_) => false,
        };
        let is_answer = match to {
            Place::Column(at) => matches!(self.kept.columns[at].role, Role::Answer(_)),
            Place::Question(_) => true,
        };
        let about = self.about(to, Some(about.unwrap_or(&KeptSubject::Journey)));
        if let Some(line) = lines.iter_mut().find(|line| several && line.row == cell.row) {
            // Some of the options were taken over; the cell as read names them too.
            for (at, text) in cells {
                line.cells[at] = text;
            }
            return None;
        }
        if !is_answer && fitting(lines, cell.row, &cells, about.as_ref()).is_none() {
            return Some(cell);
        }
        place((lines, cell.row), traits, &cells, about);
        None
    }

    /// Where a refused cell stood, and the question that its row named.
    fn place_of_refused(&self, cell: &RejectedCell) -> Option<(Place, Option<String>)> {
        let name = cell.column.trim();
        let named = |(at, about): (usize, (&String, &AskedAbout))| {
            let same = about.0.trim() == name && *about.1 != AskedAbout::Ignore;
            same.then_some((Place::Question(at), None))
        };
        let columns = &self.kept.columns;
        let Some(at) =
            columns.iter().position(|c| c.column.trim() == name && c.role != Role::Ignore)
        else {
            // An answer met twice is listed under its question.
            return self.kept.questions.iter().enumerate().find_map(named);
        };
        if columns[at].role != Role::Value {
            return Some((Place::Column(at), None));
        }
        let question = cell.reason.args.iter().find(|arg| arg.0 == "question");
        let Some((_, Arg::Text(question))) = question else { return None };
        let known = self.kept.questions.keys().position(|own| own.trim() == question);
        Some((Place::Question(known.unwrap_or(usize::MAX)), Some(question.clone())))
    }

    /// The cells that a text fills: the name of its question before it, where there is one.
    fn cells(&self, to: Place, text: &str) -> Vec<(usize, String)> {
        match to {
            Place::Column(at) => vec![(self.place_of(at), text.to_owned())],
            Place::Question(question) => {
                let name = self.kept.questions.keys().nth(question).cloned().unwrap_or_default();
                let roles = [(Role::Question, name), (Role::Value, text.to_owned())];
                let find = |role: &Role| self.kept.columns.iter().position(|c| c.role == *role);
                let cell = |(role, text): (Role, String)| Some((self.place_of(find(&role)?), text));
                roles.into_iter().filter_map(cell).collect()
            }
        }
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
        groups::write(self.kept, &row.segments, |column, code| {
            cells[self.place_of(column)] = code;
        });
        cells
    }

    /// Where a comment goes: to the column or question it came from, else to one about the same, else
    /// to the first.
    fn comment_place(&self, part: Option<usize>, subject: &KeptSubject) -> Option<Place> {
        let columns = self.kept.columns.iter().enumerate().filter_map(|(at, c)| match &c.role {
            Role::Comment { touchpoint } => Some((Place::Column(at), touchpoint.as_deref())),
            _ => None,
        });
        let questions = self.kept.questions.iter().enumerate();
        let questions = questions.filter_map(|(at, (_, about))| match about {
            AskedAbout::Comment { touchpoint } => {
                Some((Place::Question(at), touchpoint.as_deref()))
            }
            _ => None,
        });
        let all: Vec<_> = columns.chain(questions).collect();
        let came_from = part.map(|part| Place::of(self.kept, part));
        let of_part = all.iter().find(|(place, _)| Some(*place) == came_from);
        let is_about = |label: &str| match subject {
            KeptSubject::Touchpoint(id) => {
                self.model.touchpoints.get(id).is_some_and(|t| same_name(&t.title, label))
            }
            KeptSubject::Label(own) => same_name(own, label),
            KeptSubject::Journey => false,
        };
        let about = || all.iter().find(|(_, label)| label.is_some_and(is_about));
        of_part.or_else(about).or_else(|| all.first()).map(|(place, _)| *place)
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

    pub(super) fn find(&self, is_it: fn(&Role) -> bool) -> Option<usize> {
        self.kept.columns.iter().position(|column| is_it(&column.role))
    }

    /// Where the cell of a column of the mapping stands in a line.
    pub(super) fn place_of(&self, column: usize) -> usize {
        let name = self.kept.columns[column].column.trim();
        self.headers.iter().position(|header| *header == name).unwrap_or(0)
    }

    fn write(&mut self, number: &str, cells: &[String]) -> std::io::Result<()> {
        let mut text = String::new();
        for cell in cells {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push_str("\",");
        }
        text.push_str(number);
        text.push('\n');
        self.out.write_all(text.as_bytes())
    }
}

/// The first line of a row where cells fit: empty there, and about the same.
fn fitting(
    lines: &[Line],
    row: u64,
    cells: &[(usize, String)],
    about: Option<&String>,
) -> Option<usize> {
    lines.iter().position(|line| {
        let same = about.is_none() || line.about.is_none() || line.about.as_ref() == about;
        line.row == row && same && cells.iter().all(|(at, _)| line.cells[*at].is_empty())
    })
}

/// Puts cells in the first line of their row where they fit, else in a new one.
fn place(
    (lines, row): (&mut Vec<Line>, u64),
    traits: &[String],
    cells: &[(usize, String)],
    about: Option<String>,
) {
    let found = fitting(lines, row, cells, about.as_ref()).unwrap_or_else(|| {
        lines.push(Line { row, about: None, cells: traits.to_vec() });
        lines.len() - 1
    });
    let line = &mut lines[found];
    for (at, text) in cells {
        line.cells[*at].clone_from(text);
    }
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
pub(super) fn written(day: i32, format: &str) -> Option<String> {
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
