//! Which sheet of a workbook is read.
//!
//! The one that a person named; else the visible one with most rows, and the others are named.

use super::{Book, Cells, Format, Grid, Profile, Reporter, Sheet, TextFile, Trouble};
use crate::import::Found;
use crate::import::grid::Store;
use crate::model::{Message, Refusal};

/// A sheet that was read.
struct Candidate {
    name: String,
    store: Store,
    warnings: Vec<Message>,
}

/// Chooses a sheet and reads it.
pub(super) fn choose(
    format: Format,
    book: &mut dyn Book,
    file: &TextFile,
    given: &Profile,
    reporter: &Reporter,
) -> Result<Grid, Trouble> {
    let sheets: Vec<Sheet> = book.sheets().into_iter().filter(|s| s.has_cells).collect();
    let comma = given.decimal.as_deref() == Some(",");
    let mut read = |name: &str, book: &mut dyn Book| -> Result<Candidate, Trouble> {
        let mut cells = Cells::new(comma, reporter);
        book.read(name, &mut cells)?;
        let warnings = cells.warnings();
        Ok(Candidate { name: name.to_owned(), store: cells.writer.finish()?, warnings })
    };
    let stated = given.sheet.as_deref().filter(|name| !name.trim().is_empty());
    let (chosen, sheet) = match stated {
        Some(stated) => {
            let name = named(&sheets, stated).ok_or_else(|| unknown(file, stated, &sheets))?;
            (read(name, book)?, Found::stated(name.to_owned()))
        }
        None => fullest(&sheets, book, &mut read)?,
    };
    let mut warnings = chosen.warnings;
    if !sheet.stated && sheets.len() > 1 {
        let others = quoted(sheets.iter().filter(|s| s.name != chosen.name));
        let message = Message::new("import-warn-other-sheets").with("sheet", &chosen.name);
        warnings.push(message.with("count", sheets.len() - 1).with("others", others));
    }
    let mut grid = Grid {
        format,
        sheet,
        sheets: sheets.into_iter().map(|s| s.name).collect(),
        path: Found::guess(String::new(), 1.0),
        names: None,
        spans: Vec::new(),
        warnings,
        store: chosen.store,
    };
    grid.spans = super::header_merges(&grid, book);
    Ok(grid)
}

/// The sheet of this name; upper and lower case are one, as in a spreadsheet.
fn named<'a>(sheets: &'a [Sheet], stated: &str) -> Option<&'a str> {
    let folded = stated.trim().to_lowercase();
    let exact = sheets.iter().find(|s| s.name == stated);
    let found = exact.or_else(|| sheets.iter().find(|s| s.name.trim().to_lowercase() == folded));
    found.map(|s| s.name.as_str())
}

fn unknown(file: &TextFile, stated: &str, sheets: &[Sheet]) -> Trouble {
    let message = Message::new("import-no-such-sheet").with("file", &file.name);
    Trouble::Refused(Refusal(message.with("sheet", stated).with("sheets", quoted(sheets.iter()))))
}

fn quoted<'a>(sheets: impl Iterator<Item = &'a Sheet>) -> String {
    const MOST_NAMED: usize = 20;
    let mut names: Vec<String> = sheets.map(|s| format!("“{}”", s.name)).collect();
    if names.len() > MOST_NAMED {
        names.truncate(MOST_NAMED);
        names.push("…".to_owned());
    }
    names.join(", ")
}

/// The visible sheet with most rows, with how far it is ahead of the next.
fn fullest(
    sheets: &[Sheet],
    book: &mut dyn Book,
    read: &mut dyn FnMut(&str, &mut dyn Book) -> Result<Candidate, Trouble>,
) -> Result<(Candidate, Found<String>), Trouble> {
    let visible: Vec<&Sheet> = sheets.iter().filter(|s| s.is_visible).collect();
    // Where all are hidden, one of them is meant all the same.
    let offered = if visible.is_empty() { sheets.iter().collect() } else { visible };
    let mut best: Option<Candidate> = None;
    let mut second = 0;
    for sheet in &offered {
        let candidate = match read(&sheet.name, book) {
            // A sheet that turns out to be a chart has no rows; another one may.
            Err(Trouble::NoSheet) => continue,
            other => other?,
        };
        let rows = candidate.store.rows;
        match &best {
            Some(before) if before.store.rows >= rows => second = second.max(rows),
            Some(before) => {
                second = second.max(before.store.rows);
                best = Some(candidate);
            }
            None => best = Some(candidate),
        }
    }
    let best = best.ok_or(Trouble::NoSheet)?;
    let ahead = (best.store.rows - second) as f64 / best.store.rows.max(1) as f64;
    let confidence = if offered.len() == 1 { 0.98 } else { 0.5 + 0.45 * ahead };
    let found = Found::guess(best.name.clone(), confidence);
    Ok((best, found))
}
