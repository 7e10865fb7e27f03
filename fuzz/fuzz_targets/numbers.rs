//! Any cells in columns of numbers are read or refused cell by cell, and answers keep to their
//! scale.

#![no_main]

use klantreis::import::{CheckedRow, DataSource, Profile, Rejected, RowSink, detect, read};
use klantreis::jobs::Reporter;
use klantreis::model::Refusal;
use libfuzzer_sys::fuzz_target;

struct Answers;

impl RowSink for Answers {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        assert!(row.answers.iter().all(|answer| (0..=10).contains(&answer.value)));
        assert!(row.weight.is_none_or(|weight| weight >= 0.0 && weight.is_finite()));
        Ok(())
    }

    fn rejected(&mut self, _: &Rejected) -> Result<(), Refusal> {
        Ok(())
    }
}

fuzz_target!(|cells: &str| {
    let source = DataSource::pasted("numbers.csv", format!("score;weight\n7;1,5\n{cells}\n"));
    let _ = detect(&source, &Profile::default());
    for decimal in [Some(","), Some("."), None] {
        let columns = serde_json::json!([
            {"column": "#1", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high", "missing": ["99"], "labels": {"very good": 10}},
            {"column": "#2", "role": "weight"}
        ]);
        let profile = Profile {
            columns: serde_json::from_value(columns).expect("a mapping"),
            decimal: decimal.map(str::to_owned),
            delimiter: Some(";".into()),
            header_rows: Some(1),
            ..Profile::default()
        };
        let _ = read(&source, &profile, &Reporter::silent(), &mut Answers);
    }
});
