//! Any bytes give a table, and that table read once more gives the same rows.

#![no_main]

use klantreis::import::{DataSource, Profile, table};
use klantreis::jobs::{Reporter, hush_shelters};
use libfuzzer_sys::fuzz_target;
use std::io::Write;

// A panic of a workbook reader ends in its shelter.
fuzz_target!(init: hush_shelters(), |bytes: &[u8]| {
    let mut file = tempfile::NamedTempFile::new().expect("a folder for temporary files");
    file.write_all(bytes).expect("room for a file");
    let mut once = Vec::new();
    if table(file.path(), &Profile::default(), &mut once, &Reporter::silent()).is_err() {
        return;
    }
    // What was written is stated, not guessed.
    let plain = Profile {
        header_rows: Some(0),
        preamble_rows: Some(0),
        footer_rows: Some(0),
        delimiter: Some(",".into()),
        quote: Some("\"".into()),
        escape: Some(String::new()),
        encoding: Some("utf-8".into()),
        ..Profile::default()
    };
    let text = String::from_utf8(once).expect("a table is UTF-8");
    let has_rows = text.chars().any(|c| !c.is_whitespace() && c != ',' && c != '"');
    // A table that looks like JSON or a page is another matter, and so are marks of the begin.
    if !has_rows || text.starts_with(['{', '[', '<', '\u{FEFF}']) {
        return;
    }
    let mut twice = Vec::new();
    let source = DataSource::pasted("table.csv", text.as_str());
    if table(&source, &plain, &mut twice, &Reporter::silent()).is_ok() {
        let twice = String::from_utf8(twice).expect("a table is UTF-8");
        let rows = |text: &str| text.lines().filter(|l| !l.is_empty()).count();
        assert!(rows(&twice) <= rows(&text), "a table grew");
    }
});
