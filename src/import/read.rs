//! Reads a file by its profile, row by row, into a sink. Memory stays flat whatever the size.
//!
//! Never changes a value: what does not fit its column is refused cell by cell, with the reason.

use super::batch::Batch;
use super::cells::Checker;
use super::detect::look;
use super::direction::{DirectionDoubt, Directions};
use super::numbers::Decimal;
use super::plan::{self, Part, Plan};
use super::rows::Rows;
use super::skip::Skipped;
use super::sniff::{Content, Sniffed, sniff};
use super::{DataSource, ImportError, Profile, Role, RowSink};
use crate::jobs::{Outlet, Progress, Reporter, pipe};
use crate::model::{Message, Refusal};
use csv::ByteRecord;
use serde::Serialize;

/// What was read.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct ReadReport {
    /// Rows of data.
    pub rows_read: u64,
    /// Rows that the profile leaves out, by rule; told in `warnings` too.
    pub skipped: Vec<Skipped>,
    /// Stated directions that the answers contradict; told in `warnings` too.
    pub doubts: Vec<DirectionDoubt>,
    /// Rows with more or fewer cells than the header.
    pub ragged: u64,
    /// Blank rows, left out.
    pub blank_rows: u64,
    /// NUL bytes, left out of their cells.
    pub nul_bytes: u64,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// What a person should know.
    pub warnings: Vec<Message>,
    /// The profile with what was detected filled in, so that the batch says how it was read.
    pub profile: Profile,
}

/// Rows between two reports of progress.
const STEP: u64 = 65_536;
/// Rows that are named in a warning.
const NAMED_ROWS: usize = 10;

/// Reads a file by its profile: a thread of its own reads and checks, this one feeds the sink.
///
/// # Errors
/// When the file or the mapping is refused, the sink refuses, or the person stops it.
pub fn read(
    source: impl Into<DataSource>,
    profile: &Profile,
    reporter: &Reporter,
    sink: &mut dyn RowSink,
) -> Result<ReadReport, ImportError> {
    read_on(source, profile, 0, reporter, sink)
}

/// Reads a file from behind its first `already` rows of data, which are counted and otherwise
/// passed over: nothing of them is checked, skipped by a rule, refused or told of.
///
/// # Errors
/// As for `read`.
pub fn read_on(
    source: impl Into<DataSource>,
    profile: &Profile,
    already: u64,
    reporter: &Reporter,
    sink: &mut dyn RowSink,
) -> Result<ReadReport, ImportError> {
    let source = source.into();
    let make = |outlet: &Outlet<Batch>| {
        let mut batch = Batch::default();
        let made = read_rows((source, already), profile, reporter, &mut batch, outlet);
        // The rows before a fault go first, so that what the sink has to say of them counts.
        batch.send(outlet)?;
        made
    };
    let piped = pipe("reader", make, |batch: &mut Batch| batch.give(sink));
    let (made, taken) = piped.map_err(|_| Message::new("import-no-thread"))?;
    taken?;
    made
}

/// Reads and checks all rows, into one batch after the other.
fn read_rows(
    (source, already): (DataSource, u64),
    profile: &Profile,
    reporter: &Reporter,
    batch: &mut Batch,
    outlet: &Outlet<Batch>,
) -> Result<ReadReport, ImportError> {
    let sniffed = sniff(source, profile, reporter)?;
    let mut rows = sniffed.rows(true)?;
    let mut plan = ready(&sniffed, profile, &rows)?;
    let mut skip = std::mem::take(&mut plan.skip);
    let mut directions = Directions::new(profile);
    let mut checker = Checker::new(&plan);
    let mut record = ByteRecord::new();
    let mut rows_read = 0;
    let mut ragged = Ragged::default();
    let progress = |done: u64| Progress {
        phase: Message::new("import-progress-reading"),
        done,
        total: Some(sniffed.file.bytes),
    };
    reporter.step(progress(0))?;
    while let Some(number) = rows.next(&mut record)? {
        rows_read += 1;
        if rows_read % STEP == 0 {
            reporter.step(progress(rows.bytes()))?;
        }
        if rows_read <= already {
            continue;
        }
        if skip.skips(number, &record, plan.decimal) {
            continue;
        }
        if rows.is_ragged(&record) {
            ragged.note(number);
        }
        let (row, reject) = batch.next();
        checker.row(number, &record, row, reject);
        directions.take(row);
        batch.filled(record.as_slice().len(), outlet)?;
    }
    if rows_read == 0 {
        return Err(sniffed.no_rows().into());
    }
    reporter.step(progress(sniffed.file.bytes))?;
    let mut warnings = sniffed.warnings.clone();
    warnings.extend(plan.warnings.iter().cloned());
    warnings.extend(rows.warnings());
    warnings.extend(ragged.warning());
    let skipped = skip.told();
    warnings.extend(skipped.iter().map(Skipped::message));
    let doubts = directions.doubts();
    warnings.extend(doubts.iter().map(DirectionDoubt::message));
    Ok(ReadReport {
        rows_read,
        skipped,
        doubts,
        ragged: ragged.count,
        blank_rows: rows.blank_rows,
        nul_bytes: rows.nul_bytes(),
        sha256: rows.sha256(),
        warnings,
        profile: settled(profile, &sniffed, &plan),
    })
}

/// Rows with more or fewer cells than the header.
#[derive(Default)]
struct Ragged {
    count: u64,
    first: Vec<String>,
}

impl Ragged {
    fn note(&mut self, row: u64) {
        self.count += 1;
        if self.first.len() < NAMED_ROWS {
            self.first.push(row.to_string());
        }
    }

    fn warning(&self) -> Option<Message> {
        let warning = || Message::new("import-warn-ragged-rows").with("count", self.count);
        (self.count > 0).then(|| warning().with("rows", self.first.join(", ")))
    }
}

/// Makes the profile ready, after a look at the columns where it leaves something to detect.
pub(super) fn ready(sniffed: &Sniffed, profile: &Profile, rows: &Rows) -> Result<Plan, Refusal> {
    const ROWS_TO_LOOK_AT: u64 = 20_000;
    let stated = match profile.decimal.as_deref() {
        None | Some("") => None,
        Some(sign) => Some(
            Decimal::from_sign(sign)
                .ok_or_else(|| Refusal(Message::new("import-bad-decimal").with("decimal", sign)))?,
        ),
    };
    let (decimal, columns) = if plan::needs_a_look(profile) {
        let looked = look(sniffed, profile, ROWS_TO_LOOK_AT)?;
        (stated.unwrap_or(looked.decimal.value), looked.columns)
    } else {
        (stated.unwrap_or(Decimal::Point), Vec::new())
    };
    plan::plan(&sniffed.file.name, profile, rows, decimal, &columns)
}

/// The profile with everything filled in that was detected.
fn settled(profile: &Profile, sniffed: &Sniffed, plan: &Plan) -> Profile {
    let mut settled = profile.clone();
    let sign = |b: Option<u8>| b.map_or_else(String::new, |b| char::from(b).to_string());
    settled.header_rows = Some(sniffed.header.value);
    settled.preamble_rows = Some(sniffed.preamble.value).filter(|n| *n > 0);
    match &sniffed.content {
        Content::Text(encoding, dialect) => {
            settled.delimiter = Some(dialect.delimiter.value.text());
            settled.quote = Some(sign(dialect.quote.value));
            settled.escape = dialect.escape.map(|b| sign(Some(b)));
            settled.encoding = Some(encoding.encoding.value.name().to_ascii_lowercase());
        }
        Content::Grid(grid) => {
            settled.sheet = Some(grid.sheet.value.clone()).filter(|name| !name.is_empty());
            settled.path = Some(grid.path.value.clone()).filter(|_| grid.is_records());
        }
    }
    settled.decimal = Some(plan.decimal.sign().to_string());
    for column in &plan.columns {
        if let (Part::Date(format), Role::Date { format: stated }) =
            (&column.part, &mut settled.columns[column.entry].role)
        {
            *stated = Some(format.name().to_owned());
        }
    }
    settled
}
