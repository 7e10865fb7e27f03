//! Writes the table as it was read: UTF-8, comma, minimal quoting, text verbatim.
//!
//! Invents no header and hides no repair.

use super::columns::join_header;
use super::sniff::sniff;
use super::{DataSource, ImportError, Profile};
use crate::jobs::{Progress, Reporter};
use crate::model::Message;
use csv::{ByteRecord, QuoteStyle, WriterBuilder};
use serde::Serialize;
use std::io::Write;

/// What was written.
#[derive(Clone, PartialEq, Debug, Default, Serialize)]
pub struct TableReport {
    /// Rows of data, the header not counted.
    pub rows: u64,
    /// Repairs and other things a person should know.
    pub warnings: Vec<Message>,
}

/// Writes the table of a file to `out`.
///
/// # Errors
/// When the file is refused, `out` cannot be written, or the person stops it.
pub fn table(
    source: impl Into<DataSource>,
    given: &Profile,
    out: &mut dyn Write,
    reporter: &Reporter,
) -> Result<TableReport, ImportError> {
    const STEP: u64 = 65_536;
    let sniffed = sniff(source.into(), given, reporter)?;
    let mut rows = sniffed.rows(false)?;
    let mut writer =
        WriterBuilder::new().flexible(true).quote_style(QuoteStyle::Necessary).from_writer(out);
    let failed = |error: csv::Error| {
        ImportError::from(Message::new("import-cannot-write").with("error", error.to_string()))
    };
    if rows.header.len() == 1 {
        writer.write_record(&rows.header[0]).map_err(failed)?;
    } else if !rows.header.is_empty() {
        let cells = (0..rows.width).map(|at| {
            let column: Vec<String> =
                rows.header.iter().map(|r| r.get(at).cloned().unwrap_or_default()).collect();
            join_header(&column)
        });
        writer.write_record(cells).map_err(failed)?;
    }
    let mut record = ByteRecord::new();
    let mut report = TableReport::default();
    let mut ragged = 0_u64;
    while rows.next(&mut record)?.is_some() {
        report.rows += 1;
        ragged += u64::from(rows.is_ragged(&record));
        writer
            .write_record(record.iter().map(|c| String::from_utf8_lossy(c).into_owned()))
            .map_err(failed)?;
        if report.rows % STEP == 0 {
            reporter.step(Progress {
                phase: Message::new("import-progress-reading"),
                done: rows.bytes(),
                total: Some(sniffed.file.bytes),
            })?;
        }
    }
    writer.flush().map_err(|e| failed(e.into()))?;
    report.warnings = sniffed.warnings;
    report.warnings.extend(rows.warnings());
    if ragged > 0 {
        report.warnings.push(Message::new("import-warn-ragged").with("count", ragged));
    }
    Ok(report)
}
