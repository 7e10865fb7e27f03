//! The table as text for a spreadsheet: tabs between cells, a line a row.
//!
//! Each column has its score, both ends of the interval and its base; words where there is no score.

use super::order::{Line, Sort, lines};
use super::words::{column_name, row_name};
use crate::analysis::{Cell, Matrix, Reading, RowSubject, Rows};
use crate::model::{Message, Model};
use crate::render::figure_words::decimals;
use crate::text::Texts;
use std::collections::BTreeSet;

/// The table in the order of `sort`, nothing folded, numbers as the language writes them.
#[must_use]
pub fn as_text(matrix: &Matrix, model: &Model, texts: &Texts, sort: &Sort) -> String {
    let mut table = vec![head(matrix, model, texts)];
    for line in lines(matrix, sort, &BTreeSet::new()) {
        let Line::Row(row) = line else { continue };
        let mut cells = vec![
            harmless(&stage_of(matrix, model, texts, row.subject)),
            harmless(&row_name(texts, model, row.subject)),
        ];
        for cell in &row.cells {
            match cell {
                Cell::NotOffered => cells.extend(alone(texts.get("matrix-key-not-offered"))),
                Cell::Reading(reading) => cells.extend(figures(texts, reading)),
            }
        }
        cells.extend(figures(texts, &row.total));
        table.push(cells);
    }
    let mut totals = vec![String::new(), texts.get("matrix-all")];
    totals.extend(matrix.column_totals.iter().flat_map(|total| figures(texts, total)));
    totals.extend(figures(texts, &matrix.whole));
    table.push(totals);
    let lines: Vec<String> = table.iter().map(|cells| cells.join("\t")).collect();
    lines.join("\n")
}

fn head(matrix: &Matrix, model: &Model, texts: &Texts) -> Vec<String> {
    let rows = match matrix.request.rows {
        Rows::Touchpoints => "matrix-head-touchpoint",
        Rows::Stages => "matrix-head-stage",
    };
    let mut cells = vec![texts.get("matrix-head-stage"), texts.get(rows)];
    let names = matrix.columns.iter().map(|column| column_name(texts, model, column));
    for name in names.chain([texts.get("matrix-all")]) {
        let name = harmless(&name);
        for key in ["matrix-copy-low", "matrix-copy-high", "matrix-copy-n"] {
            if key == "matrix-copy-low" {
                cells.push(name.clone());
            }
            cells.push(texts.say(&Message::new(key).with("name", name.as_str())));
        }
    }
    cells
}

fn stage_of(matrix: &Matrix, model: &Model, texts: &Texts, subject: RowSubject) -> String {
    let RowSubject::Touchpoint(id) = subject else { return String::new() };
    let stage = model.stage_of(matrix.request.journey, id);
    stage.and_then(|id| model.stages.get(&id)).map(|s| texts.stage(s)).unwrap_or_default()
}

/// Score, low, high, n.
fn figures(texts: &Texts, reading: &Reading) -> [String; 4] {
    let count = |n: u64| texts.int(i64::try_from(n).unwrap_or(i64::MAX));
    match reading {
        Reading::Score(score) => {
            let (shown, places) = (score.shown(), decimals(score.figures.metric));
            // A spreadsheet reads a hyphen, not a minus sign.
            let number = |value: f64| texts.num(value, places).replace('\u{2212}', "-");
            [number(shown.value), number(shown.low), number(shown.high), count(score.n())]
        }
        Reading::TooFew { n } => {
            let [why, low, high, _] = alone(texts.get("map-card-too-few"));
            [why, low, high, count(*n)]
        }
        Reading::OtherVersion { version, n } => {
            let name = crate::render::figure_words::version(texts, version);
            let [why, low, high, _] = alone(harmless(&name));
            [why, low, high, count(*n)]
        }
        Reading::Hidden => alone(texts.get("map-card-hidden")),
        Reading::NoData | Reading::Fact(_) | Reading::Silent => {
            alone(texts.get("map-card-no-data"))
        }
    }
}

fn alone(word: String) -> [String; 4] {
    [word, String::new(), String::new(), String::new()]
}

/// A name that is one cell and that no spreadsheet takes for a formula.
fn harmless(name: &str) -> String {
    let flat: String = name.split(['\t', '\n', '\r']).collect::<Vec<_>>().join(" ");
    let begins = flat.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if begins { format!("'{flat}") } else { flat }
}
