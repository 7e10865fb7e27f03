//! The polluted files of the Pollock benchmark: the table as read is the clean one, and a row that
//! was repaired is reported as repaired.

use super::airport::shared;
use super::tables::{as_table, files, name_of, rows_of, trimmed};
use klantreis::import::Profile;

/// The files whose table is another one than the benchmark's, each with the reason.
const MISSES: [(&str, &str); 2] = [
    (
        "file_multitable_same.csv",
        "the header comes a second time with the same columns, as in files put one behind the \
         other: the rows below it are read too and reported, where the benchmark ends the table",
    ),
    (
        "file_quotation_char_0x27.csv",
        "the quote is ', so \"\" in a cell is text and stays as it is; the benchmark takes one of \
         the two away, as if \" were a quote as well",
    ),
];

/// The files that are read by repairing rows, with the first rows that were repaired.
const REPAIRED: [(&str, &str); 13] = [
    // Quotes inside cells that nothing escapes.
    ("file_escape_char_0x00.csv", "11, 13, 22, 23, 40, 84"),
    // Texts that hold the delimiter, a blank, without quotes.
    ("file_field_delimiter_0x20.csv", "2, 3, 4, 5, 7, 8, 12, 13, 14, 15"),
    ("row_extra_quote13_col0.csv", "14"),
    ("row_extra_quote2_col8.csv", "3"),
    ("row_extra_quote43_col3.csv", "44"),
    ("row_field_delimiter_0_0x20.csv", "1"),
    ("row_field_delimiter_55_0x20.csv", "56"),
    ("row_less_sep_row13_col5.csv", "14"),
    ("row_less_sep_row3_col3.csv", "4"),
    ("row_less_sep_row81_col5.csv", "82"),
    ("row_more_sep_row11_col6.csv", "12"),
    ("row_more_sep_row2_col6.csv", "3"),
    ("row_more_sep_row79_col0.csv", "80"),
];

#[test]
fn polluted_tables_come_out_clean_but_for_two() {
    let Some(folder) = shared("nasty/pollock/polluted_files") else {
        return;
    };
    let mut all = Vec::new();
    files(&folder.join("csv"), ".csv", &mut all);
    assert_eq!(all.len(), 33);
    let mut misses = Vec::new();
    for path in all {
        let name = name_of(&path);
        let clean = rows_of(&std::fs::read(folder.join("clean").join(&name)).unwrap());
        // An empty file is refused; its clean table has no rows either.
        let read = as_table(&path, &Profile::default()).unwrap_or_default();
        if trimmed(&read.rows) != trimmed(&clean) {
            let at = read.rows.iter().zip(&clean).position(|(a, b)| a != b);
            println!("{name}: {} rows for {}, from {at:?} on", read.rows.len(), clean.len());
            misses.push(name);
        }
    }
    assert_eq!(misses, MISSES.map(|(name, _)| name));
}

#[test]
fn every_repaired_row_is_named() {
    let Some(folder) = shared("nasty/pollock/polluted_files/csv") else {
        return;
    };
    let mut all = Vec::new();
    files(&folder, ".csv", &mut all);
    let mut repaired = Vec::new();
    for path in all.iter().filter(|path| !MISSES.iter().any(|miss| miss.0 == name_of(path))) {
        let read = as_table(path, &Profile::default()).unwrap_or_default();
        repaired.extend(read.rows_named("import-warn-mended").map(|rows| (name_of(path), rows)));
    }
    let expected = REPAIRED.map(|(name, rows)| (name.to_owned(), rows.to_owned()));
    assert_eq!(repaired, expected);
}

#[test]
fn the_command_line_writes_these_tables() {
    let Some(folder) = shared("nasty/pollock/polluted_files") else {
        return;
    };
    let out = tempfile::tempdir().unwrap();
    // A file, and whether it is detected: an empty one and one without rows are refused, but what
    // they hold is written all the same.
    for (name, is_detected) in [
        ("source.csv", true),
        ("row_less_sep_row3_col3.csv", true),
        ("file_header_only.csv", false),
        ("file_no_payload.csv", false),
    ] {
        let table = out.path().join(name);
        let run = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"))
            .args(["detect", "--table"])
            .arg(&table)
            .arg(folder.join("csv").join(name))
            .output()
            .unwrap();
        assert_eq!(run.status.code(), Some(i32::from(!is_detected)), "{name}: {run:?}");
        let clean = rows_of(&std::fs::read(folder.join("clean").join(name)).unwrap());
        assert_eq!(trimmed(&rows_of(&std::fs::read(&table).unwrap())), trimmed(&clean), "{name}");
    }
    let refused = out.path().join("picture.csv");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .args(["detect", "--table"])
        .arg(&refused)
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/images/energie.png"))
        .output()
        .unwrap();
    assert_eq!(run.status.code(), Some(1));
    assert!(!refused.exists());
}
