//! Detects how a file is written and what stands in its columns.
//!
//! Looks, never decides for a person: what a profile states is taken over, the rest is a guess.

use super::columns::{ColumnCount, decimal_of};
use super::dating::Order;
use super::grid::Format;
use super::numbers::{Decimal, leading_integer, number};
use super::signs::Delimiter;
use super::sniff::{Content, Sniffed, sniff};
use super::{DataSource, Detected, DetectedColumn, Found, Kind, Profile};
use super::{by_question, direction, presets};
use crate::jobs::Reporter;
use crate::model::{Message, Refusal, Tell};
use csv::ByteRecord;
use std::collections::HashMap;

/// Rows whose cells are counted at most.
const MOST_ROWS: u64 = 100_000;
/// Cells that are counted at most: wide files are looked at less far.
const MOST_CELLS: u64 = 4_000_000;
/// Columns a file may have.
pub(super) const MOST_COLUMNS: usize = 20_000;

/// Looks at a file. What `given` states about reading (encoding, delimiter …) is not guessed.
///
/// # Errors
/// When the file cannot be read as a table: the sentence says why.
pub fn detect(source: impl Into<DataSource>, given: &Profile) -> Result<Detected, Refusal> {
    let sniffed =
        sniff(source.into(), given, &Reporter::silent()).map_err(|e| Refusal(e.message()))?;
    let looked = look(&sniffed, given, MOST_ROWS)?;
    if looked.rows == 0 {
        return Err(sniffed.no_rows());
    }
    let by_question = match by_question::shape(given, &looked.columns) {
        Some(shape) => by_question::count(&shape, sniffed.rows(false)?, looked.decimal.value)?,
        None => None,
    };
    let preset = presets::recognise(given, &looked.columns);
    let doubts = direction::of_given(given, &sniffed)?;
    let written = Written::of(&sniffed.content);
    let grid = sniffed.grid();
    let mut warnings = sniffed.warnings.clone();
    warnings.extend(looked.warnings);
    warnings.extend(doubts.iter().map(direction::DirectionDoubt::message));
    Ok(Detected {
        preset,
        by_question,
        doubts,
        file_name: sniffed.file.name.clone(),
        format: grid.map_or(Format::Text, |grid| grid.format).key(),
        sheet: grid.map_or_else(|| Found::guess(String::new(), 1.0), |g| g.sheet.clone()),
        sheets: grid.map(|grid| grid.sheets.clone()).unwrap_or_default(),
        path: grid.map_or_else(|| Found::guess(String::new(), 1.0), |g| g.path.clone()),
        bytes: sniffed.file.bytes,
        encoding: written.encoding,
        byte_order_mark: written.byte_order_mark,
        delimiter: written.delimiter,
        quote: written.quote,
        escape: written.escape,
        sep_line: written.sep_line,
        line_end: written.line_end,
        preamble_rows: sniffed.preamble,
        header_rows: sniffed.header,
        footer_rows: looked.footer,
        decimal: map(looked.decimal, |d| d.sign().to_string()),
        thousands: looked.thousands.map(|c| c.to_string()),
        columns: looked.columns,
        rows_examined: looked.rows,
        complete: looked.complete,
        ragged_rows: looked.ragged,
        blank_rows: looked.blank,
        nul_bytes: looked.nul_bytes,
        warnings,
        scales: looked.scales,
    })
}

/// How a text is written; all of it empty where the file is no text.
struct Written {
    encoding: Found<String>,
    byte_order_mark: bool,
    delimiter: Found<String>,
    quote: Found<String>,
    escape: Option<char>,
    sep_line: bool,
    line_end: &'static str,
}

impl Written {
    fn of(content: &Content) -> Self {
        let Content::Text(encoding, dialect) = content else {
            let none = || Found::guess(String::new(), 1.0);
            return Self {
                encoding: none(),
                byte_order_mark: false,
                delimiter: none(),
                quote: none(),
                escape: None,
                sep_line: false,
                line_end: "",
            };
        };
        let text = |b: u8| char::from(b).to_string();
        Self {
            encoding: map(encoding.encoding.clone(), |e| e.name().to_ascii_lowercase()),
            byte_order_mark: encoding.byte_order_mark,
            delimiter: map(dialect.delimiter.clone(), Delimiter::text),
            quote: map(dialect.quote.clone(), |q| q.map_or_else(String::new, text)),
            escape: dialect.escape.map(char::from),
            sep_line: dialect.sep_line,
            line_end: dialect.line_end.key(),
        }
    }
}

fn map<A, B>(found: Found<A>, change: impl FnOnce(A) -> B) -> Found<B> {
    Found { value: change(found.value), confidence: found.confidence, stated: found.stated }
}

/// What the rows of a file say.
pub(super) struct Looked {
    pub columns: Vec<DetectedColumn>,
    pub decimal: Found<Decimal>,
    thousands: Option<char>,
    footer: Found<usize>,
    rows: u64,
    complete: bool,
    ragged: u64,
    blank: u64,
    nul_bytes: u64,
    warnings: Vec<Message>,
    scales: Vec<Option<Vec<Option<f32>>>>,
}

/// Reads up to `most_rows` rows and counts what stands in their cells.
pub(super) fn look(sniffed: &Sniffed, given: &Profile, most_rows: u64) -> Result<Looked, Refusal> {
    let mut rows = sniffed.rows(false)?;
    if rows.width > MOST_COLUMNS {
        let too_wide = Message::new("import-too-wide").with("file", &sniffed.file.name);
        return Err(Refusal(too_wide.with("most", MOST_COLUMNS)));
    }
    let mut record = ByteRecord::new();
    let mut counts: Vec<ColumnCount> = Vec::new();
    let mut scales: Vec<Option<Vec<Option<f32>>>> = Vec::new();
    counts.resize_with(rows.width, ColumnCount::default);
    scales.resize(rows.width, Some(Vec::new()));
    let (mut seen, mut cells, mut ragged, mut complete) = (0, 0, 0, true);
    while rows.next(&mut record)?.is_some() {
        if seen >= most_rows || cells >= MOST_CELLS {
            complete = false;
            break;
        }
        ragged += u64::from(rows.is_ragged(&record));
        for (at, count) in counts.iter_mut().enumerate() {
            let cell = String::from_utf8_lossy(record.get(at).unwrap_or_default());
            count.take(&cell);
            take_scale(&mut scales[at], &cell, seen);
        }
        seen += 1;
        cells += counts.len() as u64;
    }
    let stated = given.decimal.as_deref().and_then(Decimal::from_sign);
    let decimal = stated.map_or_else(|| guess_decimal(&counts, sniffed), Found::stated);
    let thousands = counts.iter().find_map(|c| c.thousands(decimal.value));
    let order = proved_order(&counts);
    let mixes: Vec<bool> = counts.iter().map(ColumnCount::mixes_decimals).collect();
    let formulas: u64 = counts.iter().map(|c| c.formulas).sum();
    let columns = name_columns(counts, &rows.header, decimal.value, order);
    let mut warnings = rows.warnings();
    warnings.extend(date_warnings(&columns));
    for (column, _) in columns.iter().zip(mixes).filter(|(_, mixes)| *mixes) {
        let message = Message::new("import-warn-mixed-decimals").with("column", &column.name);
        warnings.push(message.with("sign", decimal.value.sign().to_string()));
    }
    if formulas > 0 {
        warnings.push(Message::new("import-warn-formulas").with("count", formulas));
    }
    if ragged > 0 {
        warnings.push(Message::new("import-warn-ragged").with("count", ragged));
    }
    let footer = match given.footer_rows {
        Some(stated) => Found::stated(stated),
        None => Found::guess(rows.footer.len(), if rows.footer.is_empty() { 0.9 } else { 0.8 }),
    };
    Ok(Looked {
        columns,
        decimal,
        thousands,
        footer,
        rows: seen,
        complete,
        ragged,
        blank: rows.blank_rows,
        nul_bytes: rows.nul_bytes(),
        warnings,
        scales,
    })
}

/// The decimal sign, where nobody stated it. In a grid numbers are written with a point.
fn guess_decimal(counts: &[ColumnCount], sniffed: &Sniffed) -> Found<Decimal> {
    match sniffed.delimiter() {
        Some(delimiter) => decimal_of(counts, delimiter),
        None => Found::guess(Decimal::Point, 1.0),
    }
}

/// The order of day and month, where columns prove one and none proves the other.
fn proved_order(counts: &[ColumnCount]) -> Option<Order> {
    let mut orders = counts.iter().filter_map(ColumnCount::proved_order);
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// What a person should know of the dates: orders that are mixed in a column or between columns.
fn date_warnings(columns: &[DetectedColumn]) -> Vec<Message> {
    let dates = || columns.iter().filter_map(|c| Some((c, c.date.as_ref()?)));
    let mut warnings: Vec<Message> = dates()
        .filter_map(|(column, date)| {
            let mix = date.mixed.first()?;
            let message = Message::new("import-warn-mixed-dates")
                .with("column", &column.name)
                .with("format", &date.format)
                .with("count", date.unread)
                .with("other", &mix.format)
                .with("example", &mix.example);
            Some(message)
        })
        .collect();
    let proved = |order: Order| {
        dates().find(|(_, d)| d.proof.is_some() && Order::of(&d.format) == Some(order))
    };
    if let (Some((day, _)), Some((month, _))) = (proved(Order::DayFirst), proved(Order::MonthFirst))
    {
        let message = Message::new("import-warn-mixed-orders");
        warnings.push(message.with("day", &day.name).with("month", &month.name));
    }
    warnings
}

/// Keeps the numbers of a column as long as it may be a scale.
fn take_scale(scale: &mut Option<Vec<Option<f32>>>, cell: &str, row: u64) {
    let Some(values) = scale else { return };
    let cell = cell.trim();
    let value = number(cell, Decimal::Point)
        .or_else(|| number(cell, Decimal::Comma))
        .or_else(|| leading_integer(cell).map(f64::from));
    // Many rows of words: no scale.
    if value.is_none() && !cell.is_empty() && row > 200 && values.iter().flatten().count() == 0 {
        *scale = None;
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "scales are small whole numbers")]
    values.push(value.map(|v| v as f32));
}

/// Gives each column its header and the name by which a profile can call it.
fn name_columns(
    counts: Vec<ColumnCount>,
    header: &[Vec<String>],
    decimal: Decimal,
    order: Option<Order>,
) -> Vec<DetectedColumn> {
    let mut columns: Vec<DetectedColumn> = counts
        .into_iter()
        .enumerate()
        .map(|(at, count)| {
            let cells = header.iter().map(|row| row.get(at).cloned().unwrap_or_default()).collect();
            count.finish(at + 1, cells, decimal, order)
        })
        .collect();
    let mut times: HashMap<String, usize> = HashMap::new();
    for column in &columns {
        *times.entry(column.header.clone()).or_default() += 1;
    }
    for column in &mut columns {
        let unique = times.get(&column.header) == Some(&1);
        if unique && !column.header.is_empty() && !column.header.starts_with('#') {
            column.name.clone_from(&column.header);
        }
    }
    columns
}

impl DetectedColumn {
    /// Whether its cells are numbers.
    #[must_use]
    pub fn is_numeric(&self) -> bool {
        matches!(self.kind.value, Kind::Integer | Kind::Decimal)
    }
}
