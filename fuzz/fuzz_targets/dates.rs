//! Any cells in a column of dates, and any format for them, are read or refused cell by cell.

#![no_main]

use klantreis::import::{CheckedRow, DataSource, Profile, Rejected, RowSink, detect, read};
use klantreis::jobs::Reporter;
use klantreis::model::Refusal;
use libfuzzer_sys::fuzz_target;

struct Days;

impl RowSink for Days {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        // Between 1900 and 2100, whatever the cell says.
        assert!(row.day.is_none_or(|day| (-25_567..=47_846).contains(&day)));
        Ok(())
    }

    fn rejected(&mut self, _: &Rejected) -> Result<(), Refusal> {
        Ok(())
    }
}

fuzz_target!(|input: (&str, &str)| {
    let (format, cells) = input;
    let source = DataSource::pasted("days.csv", format!("datum\n2020-01-31\n{cells}\n"));
    let _ = detect(&source, &Profile::default());
    for format in [Some(format), None] {
        let columns = serde_json::json!([{"column": "#1", "role": "date", "format": format}]);
        let columns = serde_json::from_value(columns).expect("a mapping");
        let profile = Profile { columns, header_rows: Some(1), ..Profile::default() };
        let _ = read(&source, &profile, &Reporter::silent(), &mut Days);
    }
});
