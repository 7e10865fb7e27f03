//! The rows of a table: without preamble, header, blank rows and footer, each with its number.
//!
//! Streams; holds back only rows that may turn out to be a footer.

use super::feed::Feed;
use super::grid::Grid;
use super::records::Noted;
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use std::collections::VecDeque;

/// Where the table is among the rows: everything settled.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub preamble_rows: usize,
    pub header_rows: usize,
    /// Stated number of rows after the table; seen while reading when absent.
    pub footer_rows: Option<usize>,
    /// Cells most of the first rows have: a header may name fewer columns.
    pub usual_width: usize,
}

/// The rows of a table.
pub(super) struct Rows {
    records: Feed,
    layout: Layout,
    /// Header rows, cell by cell, as in the file.
    pub header: Vec<Vec<String>>,
    /// Cells a row should have.
    pub width: usize,
    /// Blank rows passed over, after the header.
    pub blank_rows: u64,
    /// Rows after the table.
    pub footer: Vec<u64>,
    /// Rows left out that name the columns once more.
    headers_again: Noted,
    /// Rows left out that are remarks on the file.
    remarks: Noted,
    /// The row where another table begins; all from there on is left out.
    second_table: Option<u64>,
    ready: VecDeque<(u64, ByteRecord)>,
    held: VecDeque<(u64, ByteRecord)>,
    after_gap: bool,
    last_row: u64,
    /// Whether the first column holds numbers: then words in it stand out.
    numbered: bool,
    ended: bool,
}

/// What a row says of the columns.
enum Names {
    None,
    /// It names the same columns.
    Same,
    /// It names fewer or more of them: another table begins.
    Other,
}

/// Rows that are held back at most: a footer is short.
const MOST_HELD: usize = 30;

impl Rows {
    /// Takes rows from their source and reads the header.
    pub fn open(records: Feed, layout: &Layout) -> Result<Self, Refusal> {
        let mut rows = Self {
            records,
            layout: layout.clone(),
            header: Vec::new(),
            width: 0,
            blank_rows: 0,
            footer: Vec::new(),
            headers_again: Noted::default(),
            remarks: Noted::default(),
            second_table: None,
            ready: VecDeque::new(),
            held: VecDeque::new(),
            after_gap: false,
            last_row: 0,
            numbered: false,
            ended: false,
        };
        rows.read_header()?;
        if let Some(names) = rows.records.grid().and_then(|grid| grid.names.as_ref()) {
            rows.header = vec![names.clone()];
        }
        rows.width = rows.width.max(layout.usual_width);
        Ok(rows)
    }

    fn read_header(&mut self) -> Result<(), Refusal> {
        let mut record = ByteRecord::new();
        while let Some(row) = self.records.next(&mut record)? {
            self.last_row = row;
            if row <= self.layout.preamble_rows as u64 || self.is_blank(&record) {
                continue;
            }
            if self.header.len() == self.layout.header_rows {
                if self.header.is_empty() {
                    self.width = record.len();
                }
                if self.is_remark(&record) {
                    self.remarks.note(row);
                    continue;
                }
                self.numbered = first_is_number(&record);
                self.ready.push_back((row, record.clone()));
                break;
            }
            let mut cells = record.iter().map(|c| String::from_utf8_lossy(c).into()).collect();
            if let Some(grid) = self.records.grid() {
                grid.spread(row, &mut cells);
            }
            self.header.push(cells);
            self.width = self.header.iter().map(Vec::len).max().unwrap_or(0);
        }
        Ok(())
    }

    /// Reads the next row of the table; gives its number, or none at the end.
    ///
    /// # Errors
    /// When the file cannot be read on.
    pub fn next(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        let row = self.next_as_read(record)?;
        // In a grid every row is as wide as the table; only its last cells hold nothing.
        if self.records.grid().is_some() {
            while row.is_some() && record.len() < self.width {
                record.push_field(b"");
            }
        }
        Ok(row)
    }

    fn next_as_read(&mut self, record: &mut ByteRecord) -> Result<Option<u64>, Refusal> {
        if let Some((row, ready)) = self.ready.pop_front() {
            *record = ready;
            return Ok(Some(row));
        }
        if self.ended {
            return Ok(None);
        }
        loop {
            let Some(row) = self.records.next(record)? else {
                return Ok(self.end(record));
            };
            let gap = row > self.last_row + 1;
            self.blank_rows += row - self.last_row - 1;
            self.last_row = row;
            self.after_gap |= gap;
            if self.is_blank(record) {
                self.blank_rows += 1;
                self.after_gap = true;
                continue;
            }
            match self.names_columns(record) {
                Names::None if self.is_remark(record) => {
                    self.remarks.note(row);
                    continue;
                }
                Names::None => {}
                Names::Same => {
                    self.headers_again.note(row);
                    continue;
                }
                Names::Other => {
                    self.second_table = Some(row);
                    // The rest passes too: the hash is one of the whole file.
                    self.records.pass_rest()?;
                    return Ok(self.end(record));
                }
            }
            if let Some(count) = self.layout.footer_rows.filter(|n| *n > 0) {
                self.held.push_back((row, record.clone()));
                if self.held.len() <= count {
                    continue;
                }
                return Ok(self.held.pop_front().map(|(row, held)| {
                    *record = held;
                    row
                }));
            }
            let usual = record.len() == self.width && !self.after_gap && self.held.is_empty();
            if usual || self.layout.footer_rows == Some(0) {
                return Ok(Some(row));
            }
            if self.held.len() < MOST_HELD && self.may_be_footer(record) {
                self.held.push_back((row, record.clone()));
                continue;
            }
            self.after_gap = false;
            if self.held.is_empty() {
                return Ok(Some(row));
            }
            self.ready.append(&mut self.held);
            self.ready.push_back((row, std::mem::take(record)));
            let first = self.ready.pop_front();
            return Ok(first.map(|(row, held)| {
                *record = held;
                row
            }));
        }
    }

    fn end(&mut self, _record: &mut ByteRecord) -> Option<u64> {
        self.ended = true;
        self.footer = self.held.drain(..).map(|(row, _)| row).collect();
        None
    }

    /// Whether a row names the columns again, as in files that were put one behind the other.
    fn names_columns(&self, record: &ByteRecord) -> Names {
        if self.records.grid().is_some_and(Grid::is_records) {
            return Names::None;
        }
        let filled = |cells: &mut dyn Iterator<Item = &[u8]>| -> Vec<Vec<u8>> {
            let mut cells: Vec<Vec<u8>> = cells.map(|c| c.trim_ascii().to_vec()).collect();
            while cells.last().is_some_and(Vec::is_empty) {
                cells.pop();
            }
            cells
        };
        for header in &self.header {
            let first = header.first().map_or("", |c| c.trim()).as_bytes();
            if record.get(0).unwrap_or_default().trim_ascii() != first {
                continue;
            }
            let header = filled(&mut header.iter().map(String::as_bytes));
            let row = filled(&mut record.iter());
            let both = header.len().min(row.len());
            let same = header.iter().zip(&row).filter(|(h, r)| h == r && !h.is_empty()).count();
            if same < 2 || header[..both] != row[..both] {
                continue;
            }
            return if header.len() == row.len() { Names::Same } else { Names::Other };
        }
        Names::None
    }

    /// Whether a row is a remark on the file, such as `# exported on Monday`. In a grid a row may
    /// be short and begin with `#N/A` all the same.
    fn is_remark(&self, record: &ByteRecord) -> bool {
        let remarks = |cell: &[u8]| cell.trim_ascii_start().starts_with(b"#");
        self.records.grid().is_none()
            && record.get(0).is_some_and(remarks)
            && record.len() < self.width
            && !self.header.iter().any(|row| row.first().is_some_and(|c| remarks(c.as_bytes())))
    }

    /// Whether a row may be no part of the table: it says little, and in words.
    fn may_be_footer(&self, record: &ByteRecord) -> bool {
        let filled = record.iter().filter(|c| !c.trim_ascii().is_empty()).count();
        let first = record.iter().find(|c| !c.trim_ascii().is_empty()).unwrap_or_default();
        let first = String::from_utf8_lossy(first);
        let words = !super::numbers::is_plain_number(&first);
        let short = record.len() < self.width && filled <= 1 && self.width >= 2;
        let sentence = first.contains([' ', ':']) || self.numbered;
        let apart = self.after_gap && filled * 2 < self.width;
        words && ((short && sentence) || apart)
    }

    /// Whether a row says nothing. A record that says nothing is a row all the same.
    fn is_blank(&self, record: &ByteRecord) -> bool {
        record.as_slice().iter().all(u8::is_ascii_whitespace)
            && !self.records.grid().is_some_and(Grid::is_records)
    }

    /// Bytes of the file read so far.
    pub fn bytes(&self) -> u64 {
        self.records.bytes()
    }

    /// NUL bytes left out.
    pub fn nul_bytes(&self) -> u64 {
        self.records.nul_bytes()
    }

    /// Hash of the file; once, after the last row.
    pub fn sha256(&self) -> String {
        self.records.sha256()
    }

    /// What was mended or left out, in sentences.
    pub fn warnings(&self) -> Vec<Message> {
        let mut warnings = Vec::new();
        if self.nul_bytes() > 0 {
            warnings.push(Message::new("import-warn-nul").with("count", self.nul_bytes()));
        }
        warnings.extend(self.records.warnings());
        warnings.extend(self.headers_again.tell(Message::new("import-warn-header-again")));
        warnings.extend(self.remarks.tell(Message::new("import-warn-remarks")));
        warnings.extend(
            self.second_table.map(|row| Message::new("import-warn-second-table").with("row", row)),
        );
        if let (Some(first), Some(last)) = (self.footer.first(), self.footer.last()) {
            let footer = Message::new("import-warn-footer").with("count", self.footer.len());
            warnings.push(footer.with("first", *first).with("last", *last));
        }
        warnings
    }

    /// Whether a row has more or fewer cells than it should.
    pub fn is_ragged(&self, record: &ByteRecord) -> bool {
        record.len() != self.width
            && !(record.len() < self.width
                && self
                    .header
                    .iter()
                    .all(|h| h.iter().skip(record.len()).all(|c| c.trim().is_empty()))
                && !self.header.is_empty())
    }
}

fn first_is_number(record: &ByteRecord) -> bool {
    let first = String::from_utf8_lossy(record.get(0).unwrap_or_default());
    super::numbers::is_plain_number(&first)
}
