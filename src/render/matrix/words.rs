//! Rows, columns and cells in words: what is written, and what a screen reader says.

use super::Plan;
use crate::analysis::{Across, Cell, Measure, Reading, RowSubject, Rows};
use crate::model::{Message, Model};
use crate::render::reading_words::Said;
use crate::scores::{CrossColumn, Key};
use crate::text::{DayStyle, Texts};

/// The name of a column: its value, or how many values it takes together.
#[must_use]
pub fn column_name(texts: &Texts, model: &Model, column: &CrossColumn) -> String {
    let unknown = || texts.get("matrix-unknown");
    match column {
        CrossColumn::Rest(keys) => {
            texts.say(&Message::new("matrix-others").with("count", keys.len()))
        }
        CrossColumn::One(Key::Channel(id)) => {
            let channel = id.and_then(|id| model.channels.get(&id));
            channel.map_or_else(unknown, |c| texts.channel(c))
        }
        CrossColumn::One(Key::Owner(id)) => {
            let owner = id.and_then(|id| model.owners.get(&id));
            owner.map_or_else(|| texts.get("matrix-no-owner"), |o| o.name.clone())
        }
        CrossColumn::One(Key::Segment(value)) => value.clone().unwrap_or_else(unknown),
        CrossColumn::One(Key::Month(month)) => {
            let day = month.and_then(|month| month.first_day());
            day.map_or_else(
                || texts.get("matrix-no-date"),
                |day| texts.day(day, DayStyle::MonthYear),
            )
        }
        CrossColumn::One(_) => String::new(),
    }
}

/// The name of a row.
#[must_use]
pub fn row_name(texts: &Texts, model: &Model, subject: RowSubject) -> String {
    match subject {
        RowSubject::Touchpoint(id) => {
            model.touchpoints.get(&id).map(|t| t.title.clone()).unwrap_or_default()
        }
        RowSubject::Stage(id) => model.stages.get(&id).map(|s| texts.stage(s)).unwrap_or_default(),
        RowSubject::Loose => texts.get("matrix-loose"),
    }
}

impl Plan<'_> {
    /// The name of all rows together.
    pub(super) fn all_rows(&self) -> String {
        let loose = self.matrix.rows().any(|row| row.subject == RowSubject::Loose);
        self.texts.get(match (loose, self.matrix.request.rows) {
            (true, _) => "matrix-all-answers",
            (false, Rows::Touchpoints) => "matrix-all-touchpoints",
            (false, Rows::Stages) => "matrix-all-stages",
        })
    }

    /// The name of all columns together.
    pub(super) fn all_columns(&self) -> String {
        self.texts.get(match self.matrix.request.across {
            Across::Channel => "matrix-all-channels",
            Across::Segment(_) => "matrix-all",
            Across::Owner => "matrix-all-owners",
            Across::Month => "matrix-all-months",
        })
    }

    /// A row by itself: its name, stage, owner and whether it is a moment of truth.
    pub(super) fn row_label(&self, subject: RowSubject) -> String {
        let name = self.names.name(subject);
        let RowSubject::Touchpoint(id) = subject else { return name };
        let mut parts = vec![name];
        if let Some(owner) = self.model.owner_of(id) {
            parts.push(self.phrases.say("map-label-owner", &[("name", &owner.name)]));
        }
        if self.model.touchpoints.get(&id).is_some_and(|t| t.moment_of_truth) {
            parts.push(self.phrases.get("map-label-moment-of-truth"));
        }
        parts.join(", ")
    }

    /// A cell: row, column, and its score or why there is none.
    pub(super) fn label(
        &self,
        row: &str,
        column: u16,
        cell: Option<&Cell>,
        reading: &Reading,
    ) -> String {
        let own = self.matrix.columns.get(usize::from(column));
        let name = own.map(|c| column_name(self.texts, self.model, c)).unwrap_or_default();
        let what = match cell {
            Some(Cell::NotOffered) => self.phrases.get(match self.matrix.request.across {
                Across::Owner => "matrix-label-other-owner",
                Across::Channel if own.is_some_and(crate::analysis::matrix::is_unknown) => {
                    "matrix-label-none"
                }
                _ => "matrix-label-not-offered",
            }),
            _ => self.said().of(reading),
        };
        let values = [("row", row), ("column", name.as_str()), ("what", what.as_str())];
        self.phrases.say("matrix-label-cell", &values)
    }

    /// A total over all columns.
    pub(super) fn total_label(&self, row: &str, reading: &Reading) -> String {
        let (name, what) = (self.all_columns(), self.said().of(reading));
        let values = [("row", row), ("column", name.as_str()), ("what", what.as_str())];
        self.phrases.say("matrix-label-cell", &values)
    }

    fn said(&self) -> Said<'_> {
        let request = &self.matrix.request;
        let measure = Measure { audience: request.audience, ..Measure::of(request.metric) };
        Said { texts: self.texts, phrases: &self.phrases, measure }
    }
}
