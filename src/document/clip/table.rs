//! Text from a spreadsheet, a document or a mail → a table → cards or steps.
//!
//! Reads plain text only; what a table means is told by the lane it is pasted into.

use super::paste::{columns_from, wide_enough};
use crate::document::Command;
use crate::document::command::{NewNote, NewTouchpoint};
use crate::document::plan::{LONGEST_TEXT, not_too_many};
use crate::model::{
    JourneyId, LaneId, LaneKind, Message, Model, NoteId, PlacementId, Refusal, Spot, StepId,
    TouchpointId,
};

/// Signs that stand before each item of a list; the last two are those of word processors.
const BULLETS: &str = "•◦▪▫‣⁃·●○■□–—-*\u{f0b7}\u{f0a7}";

/// The cells of a text, row by row: tabs part columns, line ends part rows, and a cell in quotation
/// marks may hold either. Blank rows and the bullets or numbers of a list are left out.
#[must_use]
pub fn table_of(text: &str) -> Vec<Vec<String>> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (mut rows, mut row) = (Vec::new(), Vec::new());
    loop {
        let (cell, length) = quoted(rest).unwrap_or_else(|| {
            let length = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
            (rest.get(..length).unwrap_or_default().to_owned(), length)
        });
        row.push(tidy(&cell));
        rest = rest.get(length..).unwrap_or_default();
        match rest.chars().next() {
            Some('\t') => rest = rest.get(1..).unwrap_or_default(),
            Some(_) => {
                rest = rest.strip_prefix("\r\n").or_else(|| rest.get(1..)).unwrap_or_default();
                rows.push(std::mem::take(&mut row));
            }
            None => break,
        }
    }
    rows.push(row);
    drop_blanks(&mut rows);
    drop_bullets(&mut rows);
    rows
}

/// The cell in quotation marks that a text begins with, and its length in the text. Spreadsheets put
/// a cell in quotation marks when it holds a tab, a line end or such marks, which are then doubled;
/// others are part of what a customer said.
fn quoted(text: &str) -> Option<(String, usize)> {
    let inside = text.strip_prefix('"')?;
    let (mut cell, mut from) = (String::new(), 0);
    loop {
        let mark = from + inside.get(from..)?.find('"')?;
        cell.push_str(inside.get(from..mark)?);
        match inside.get(mark + 1..)?.chars().next() {
            Some('"') => {
                cell.push('"');
                from = mark + 2;
            }
            None | Some('\t' | '\n' | '\r') => {
                let needed = cell.is_empty() || cell.contains(['"', '\t', '\n', '\r']);
                return needed.then_some((cell, mark + 2));
            }
            Some(_) => return None,
        }
    }
}

/// A cell without outer blanks, with plain line ends.
fn tidy(cell: &str) -> String {
    cell.trim().replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n")
}

/// Takes away blank cells at the end of rows, and rows of which nothing is left.
fn drop_blanks(rows: &mut Vec<Vec<String>>) {
    for row in &mut *rows {
        let filled = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        row.truncate(filled);
    }
    rows.retain(|row| !row.is_empty());
}

/// Takes away the bullets or numbers of a list: when every row begins with one.
fn drop_bullets(rows: &mut Vec<Vec<String>>) {
    let first = |row: &Vec<String>| row.iter().position(|cell| !cell.is_empty());
    let bare = |row: &Vec<String>| -> Option<Vec<String>> {
        let place = first(row)?;
        let text = behind_bullet(row.get(place)?)?.to_owned();
        let mut bare = row.clone();
        // Word processors put a tab between the bullet and the text.
        match (text.is_empty(), row.len() - place) {
            (true, 2) => drop(bare.remove(place)),
            (true, 3..) => return None,
            _ => *bare.get_mut(place)? = text,
        }
        Some(bare)
    };
    let Some(mut list) = rows.iter().map(bare).collect::<Option<Vec<_>>>() else { return };
    drop_blanks(&mut list);
    if !list.is_empty() {
        *rows = list;
    }
}

/// What stands behind the bullet or number that a text begins with.
fn behind_bullet(text: &str) -> Option<&str> {
    let behind =
        text.strip_prefix(|sign| BULLETS.contains(sign)).or_else(|| behind_number(text))?;
    let blank = behind.is_empty() || behind.starts_with(char::is_whitespace);
    blank.then(|| behind.trim_start())
}

/// What stands behind `1.`, `12)` or `2.3.`.
fn behind_number(text: &str) -> Option<&str> {
    let mut rest = text;
    loop {
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        if !(1..=3).contains(&(rest.len() - behind.len())) {
            return None;
        }
        rest = behind.strip_prefix(['.', ')'])?;
        if !rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Some(rest);
        }
    }
}

/// The one command that puts a table into a journey: each row one below the other in the cell, each
/// column of the table in a column of the map. In a lane of steps, rows become steps of the stages.
///
/// # Errors
/// When there is nothing to paste or too much, a text is too long, the journey has too few columns
/// from here on, or the lane holds nothing of its own.
pub fn paste_table(
    model: &Model,
    journey: JourneyId,
    column: Spot,
    lane: LaneId,
    table: &[Vec<String>],
) -> Result<Command, Refusal> {
    let cells: Vec<Cell<'_>> = cells(table);
    let Some(last) = cells.iter().map(|cell| cell.column).max() else {
        return Err(Message::new("document-paste-nothing").into());
    };
    not_too_many(cells.len())?;
    cells.iter().try_for_each(Cell::check)?;
    let columns = columns_from(model, journey, column)?;
    let Some(kind) = model.lanes.get(&lane).filter(|l| l.journey == journey).map(|l| l.kind) else {
        return Err(Message::new("document-other-journey").into());
    };
    if kind == LaneKind::Steps {
        return steps(model, journey, column, &cells);
    }
    if kind != LaneKind::Touchpoints && !kind.holds_notes() {
        return Err(Message::new("document-paste-lane").into());
    }
    wide_enough(last + 1, columns.len())?;
    let spot = |cell: &Cell<'_>| columns.get(cell.column).copied().unwrap_or(column);
    if kind == LaneKind::Touchpoints {
        let card = |cell: &Cell<'_>| NewTouchpoint {
            id: TouchpointId::fresh(),
            placement: PlacementId::fresh(),
            spot: spot(cell),
            title: cell.text.to_owned(),
        };
        let (lane, cards) = (Some(lane), cells.iter().map(card).collect());
        return Ok(Command::AddTouchpoints { journey, lane, cards });
    }
    let note = |cell: &Cell<'_>| NewNote {
        id: NoteId::fresh(),
        spot: spot(cell),
        tone: None,
        text: cell.text.to_owned(),
    };
    Ok(Command::AddNotes { journey, lane, notes: cells.iter().map(note).collect() })
}

/// Adds a step for each cell, at the end of its stage.
fn steps(
    model: &Model,
    journey: JourneyId,
    column: Spot,
    cells: &[Cell<'_>],
) -> Result<Command, Refusal> {
    let first = model.stage_at(column);
    let all = model.stages_of(journey).into_iter().map(|stage| stage.id);
    let stages: Vec<_> = all.skip_while(|stage| Some(*stage) != first).collect();
    wide_enough(cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0), stages.len())?;
    let step = |cell: &Cell<'_>| {
        let (id, name) = (StepId::fresh(), cell.text.to_owned());
        stages.get(cell.column).map(|stage| Command::AddStep {
            id,
            stage: *stage,
            name,
            index: None,
        })
    };
    let commands: Vec<Command> = cells.iter().filter_map(step).collect();
    let name = Message::new("step-add-steps").with("count", commands.len());
    Ok(Command::Several { name, commands })
}

/// A cell with something in it.
struct Cell<'a> {
    row: usize,
    column: usize,
    text: &'a str,
}

impl Cell<'_> {
    fn check(&self) -> Result<(), Refusal> {
        let length = self.text.chars().count();
        if length <= LONGEST_TEXT {
            return Ok(());
        }
        let message = Message::new("document-paste-cell-too-long").with("row", self.row + 1);
        let message = message.with("column", self.column + 1).with("length", length);
        Err(message.with("most", LONGEST_TEXT).into())
    }
}

fn cells(table: &[Vec<String>]) -> Vec<Cell<'_>> {
    let mut all = Vec::new();
    for (row, cells) in table.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            let text = text.trim();
            if !text.is_empty() {
                all.push(Cell { row, column, text });
            }
        }
    }
    all
}
