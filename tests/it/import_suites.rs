//! Public suites of CSV files with stated results: csv-spectrum, csv-test-data, csv-parser and
//! frictionless.

use super::airport::shared;
use super::tables::{as_table, files, name_of, refusal};
use klantreis::import::{Detected, Profile, detect};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// The result beside a file, as rows of cells: records become rows under their header.
fn stated(path: &Path, header: &[String]) -> Vec<Vec<String>> {
    let text = std::fs::read(path).unwrap();
    let value: Value = serde_json::from_str(&String::from_utf8_lossy(&text)).unwrap();
    let records = match value {
        Value::Array(records) => records,
        record => vec![record],
    };
    let cell = |value: &Value| value.as_str().unwrap_or_default().replace("\r\n", "\n");
    let row = |record: &Value| match record {
        Value::Array(cells) => cells.iter().map(cell).collect(),
        record => header.iter().map(|name| cell(&record[name.as_str()])).collect(),
    };
    records.iter().map(row).collect()
}

#[test]
fn csv_spectrum_gives_its_records() {
    let Some(folder) = shared("nasty/csv-spectrum") else { return };
    let mut all = Vec::new();
    files(&folder.join("csvs"), ".csv", &mut all);
    assert_eq!(all.len(), 12);
    for path in all {
        let name = name_of(&path);
        let table = as_table(&path, &Profile::default()).unwrap();
        let beside = folder.join("json").join(name.replace(".csv", ".json"));
        let mut expected = stated(&beside, &table.rows[0]);
        if name == "location_coordinates.csv" {
            // The suite states another number than its file has.
            expected[0][0] = "2095257564".into();
        }
        assert_eq!(&table.rows[1..], expected, "{name}");
        assert!(table.keys().is_empty(), "{name}: {:?}", table.warnings);
    }
}

#[test]
fn csv_test_data_gives_its_rows_and_bad_files_are_told() {
    let Some(folder) = shared("nasty/csv-test-data") else { return };
    let mut all = Vec::new();
    files(&folder.join("csv"), ".csv", &mut all);
    assert_eq!(all.len(), 25);
    for path in all.iter().filter(|path| !name_of(path).starts_with("bad-")) {
        let name = name_of(path);
        let beside = folder.join("json").join(name.replace(".csv", ".json"));
        let names: Vec<String> = ["foo", "bar", "baz"].map(str::to_owned).to_vec();
        let mut expected = stated(&beside, &names);
        if name.starts_with("header-") {
            expected.insert(0, names);
        }
        // A row that says nothing is no row, and a file without any is refused.
        expected.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        match as_table(path, &Profile::default()) {
            Ok(table) => {
                assert_eq!(table.rows, expected, "{name}");
                assert!(table.keys().is_empty(), "{name}: {:?}", table.warnings);
            }
            Err(error) => {
                assert_eq!(refusal(&error), "import-empty-file", "{name}");
                assert!(expected.is_empty(), "{name}");
            }
        }
    }
    // Bad files, the cells of their last row, and what is told of them.
    let bad: [(&str, &[&str], &[&str]); 6] = [
        ("header-less-fields", &["1", "2"], &["import-warn-ragged"]),
        ("header-more-fields", &["1", "2", "3", "4"], &["import-warn-ragged"]),
        ("header-wrong-header", &["qux", "quux", "quuz"], &[]),
        (
            "missing-quote",
            &["1", "\"I forgot to close this one", "3"],
            &["import-warn-unclosed-quote"],
        ),
        (
            "quotes-with-unescaped-quote",
            &["1", "Hey, I missed \" it", "3"],
            &["import-warn-mended"],
        ),
        ("unescaped-quote", &["1", "This \"quotes\" must be escaped", "3"], &[]),
    ];
    for (name, last, told) in bad {
        let path = folder.join(format!("csv/bad-{name}.csv"));
        let table = as_table(&path, &Profile::default()).unwrap();
        assert_eq!(table.rows.last().unwrap(), last, "{name}");
        assert_eq!(table.keys(), told, "{name}");
    }
    let empty = as_table(&folder.join("csv/bad-header-no-header.csv"), &Profile::default());
    assert_eq!(refusal(&empty.unwrap_err()), "import-empty-file");
}

/// A file of csv-parser, what a person states, and the table.
type Parsed = (&'static str, Value, &'static [&'static [&'static str]]);

fn csv_parser() -> Vec<Parsed> {
    let none = || json!({});
    let quote = || json!({"quote": "'"});
    vec![
        (
            "backtick",
            none(),
            &[
                &["pokemon_id", "p_desc"],
                &["1", "Bulbasaur can be seen napping"],
                &["2", "There is a bud on this"],
            ],
        ),
        (
            "bad-data",
            none(),
            &[
                &["", "somejunk", "<! />"],
                &["", "nope", ""],
                &["yes", "yup", "yeah"],
                &["ok", "ok", "ok!"],
            ],
        ),
        ("basic", none(), &[&["a", "b", "c"], &["1", "2", "3"]]),
        (
            "comma-in-quote",
            none(),
            &[
                &["first", "last", "address", "city", "zip"],
                &["John", "Doe", "120 any st.", "Anytown, WW", "08123"],
            ],
        ),
        ("comment", none(), &[&["a", "b", "c"], &["1", "2", "3"]]),
        ("empty-columns", none(), &[&["2007-01-01", "", ""], &["2007-01-02", "", ""]]),
        (
            "escape-quotes",
            none(),
            &[&["a", "b"], &["1", "ha \"ha\" ha"], &["2", "\"\""], &["3", "4"]],
        ),
        ("headers", none(), &[&["1", "2", "3"], &["4", "5", "6"], &["7", "8", "9"]]),
        (
            "newlines",
            none(),
            &[
                &["a", "b", "c"],
                &["1", "2", "3"],
                &["Once upon \na time", "5", "6"],
                &["7", "8", "9"],
            ],
        ),
        (
            "no-headers",
            json!({"header_rows": 0}),
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "6"], &["7", "8", "9", "10"]],
        ),
        ("option-comment", none(), &[&["a", "b", "c"], &["1", "2", "3"]]),
        (
            "option-escape",
            none(),
            &[
                &["a", "b", "c"],
                &["1", "some \"escaped\" value", "2"],
                &["3", "\"\"", "4"],
                &["5", "6", "7"],
            ],
        ),
        // A letter that ends lines is no line end here: all is one row.
        ("option-newline", none(), &[&["a", "b", "cX1", "2", "3X\"X-Men\"", "5", "6X7", "8", "9"]]),
        (
            "option-quote-escape",
            json!({"quote": "'", "escape": "\\"}),
            &[
                &["a", "b", "c"],
                &["1", "some 'escaped' value", "2"],
                &["3", "''", "4"],
                &["5", "6", "7"],
            ],
        ),
        (
            "option-quote-many",
            quote(),
            &[
                &["a", "b", "c"],
                &["1", "some 'escaped' value", "2"],
                &["3", "''", "4"],
                &["5", "6", "7"],
            ],
        ),
        ("option-quote", quote(), &[&["a", "b", "c"], &["1", "some value", "2"], &["3", "4", "5"]]),
        (
            "quotes+newlines",
            none(),
            &[&["a", "b"], &["1", "ha \n\"ha\" \nha"], &["2", " \n\"\" \n"], &["3", "4"]],
        ),
        (
            "strict+skipLines",
            json!({"preamble_rows": 1, "header_rows": 1}),
            &[&["h1", "h2", "h3"], &["1", "2", "3"], &["4", "5", "6"], &["7", "8", "9"]],
        ),
        (
            "strict-false-less-columns",
            none(),
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5"], &["6", "7", "8"]],
        ),
        (
            "strict-false-more-columns",
            none(),
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "6", "7"], &["8", "9", "10"]],
        ),
        (
            "strict",
            none(),
            &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "6"], &["7", "8", "9", "10"]],
        ),
        ("bench/latin", none(), &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "©"]]),
        (
            "bench/mac-newlines",
            none(),
            &[&["a", "b", "c"], &["1", "2", "3"], &["Once upon\ra time", "5", "6"]],
        ),
        ("bench/utf16-big", none(), &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]]),
        ("bench/utf16", none(), &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]]),
        ("bench/utf8", none(), &[&["a", "b", "c"], &["1", "2", "3"], &["4", "5", "ʤ"]]),
    ]
}

#[test]
fn csv_parser_gives_its_rows() {
    let Some(folder) = shared("nasty/csv-parser") else { return };
    let mut all = Vec::new();
    files(&folder, ".csv", &mut all);
    // One file has its rows below.
    assert_eq!(all.len(), csv_parser().len() + 1);
    for (name, profile, expected) in csv_parser() {
        let profile: Profile = serde_json::from_value(profile).unwrap();
        let table = as_table(&folder.join(format!("{name}.csv")), &profile).unwrap();
        assert_eq!(table.rows, expected, "{name}");
        // Rows of another length are told, and nothing else.
        let is_ragged = expected.iter().any(|row| row.len() != expected[0].len());
        let told: &[&str] = if is_ragged { &["import-warn-ragged"] } else { &[] };
        assert_eq!(table.keys(), told, "{name}");
    }
    let geo = as_table(&folder.join("geojson.csv"), &Profile::default()).unwrap();
    assert_eq!(geo.rows[0], ["id", "prop0", "prop1", "geojson"]);
    assert_eq!(geo.rows[1][3], "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}");
    assert_eq!((geo.rows.len(), &*geo.rows[3][2]), (4, "{u'this': u'that'}"));
}

/// The files of frictionless: encoding, delimiter, rows before the table + header rows, rows x
/// columns, and what is told; or why a file is refused.
const FRICTIONLESS: [(&str, &str); 102] = [
    ("Table With Data.csv", "utf-8 , 0+1 2x2"),
    ("[table].csv", "utf-8 , 0+1 2x2"),
    ("accent.csv", "utf-8 ; 0+1 2x17"),
    ("analysis-data.csv", "utf-8 , 0+1 9x11"),
    ("ascii-notvalid.csv", "utf-8 , 0+1 1x3"),
    ("ascii.csv", "utf-8 , 0+1 1x3"),
    ("blank-cells.csv", "utf-8 , 0+1 5x2"),
    ("blank-headers.csv", "utf-8 , 0+1 2x3"),
    ("blank-rows-multiple.csv", "utf-8 , 0+1 2x3"),
    ("blank-rows-no-fields.csv", "utf-8 , 0+1 2x3"),
    ("blank-rows.csv", "utf-8 , 0+1 2x3"),
    ("bom.csv", "utf-8 , 0+1 2x2"),
    ("capital-3.csv", "utf-8 , 0+1 5x2"),
    ("capital-invalid.csv", "utf-8 , 0+1 10x3 ragged"),
    ("capital-valid.csv", "utf-8 , 0+1 5x2"),
    ("capitals.csv", "utf-8 , 0+1 5x3"),
    ("chunk1.csv", "utf-8 , 0+1 1x2"),
    ("chunk2.csv", "utf-8 , 0+1 1x2"),
    ("chunk2.headless.csv", "utf-8 , 0+0 1x2"),
    ("chunk3.csv", "utf-8 , 0+0 1x2"),
    ("countries-cleaned.csv", "utf-8 , 0+1 4x4"),
    ("countries-truefalsevalues.csv", "utf-8 , 0+1 2x2"),
    ("countries.csv", "utf-8 , 1+1 5x4 ragged"),
    ("country-1.csv", "utf-8 , 0+1 5x4"),
    ("country-2.csv", "utf-8 ; 1+1 5x4"),
    ("country-3.csv", "utf-8 , 0+1 5x4"),
    ("data.csv", "utf-8 , 0+1 2x4"),
    ("data2.csv", "utf-8 , 0+1 3x2"),
    ("defective-rows.csv", "utf-8 , 0+1 2x3 ragged"),
    ("delimiter.csv", "utf-8 ; 0+1 2x2"),
    ("dialect.csv", "utf-8 | 0+1 2x2 ragged"),
    ("doublequote.csv", "utf-8 , 0+1 5x17"),
    ("duplicate-column.csv", "utf-8 , 0+1 1x4"),
    ("duplicate-headers.csv", "utf-8 , 0+1 2x5"),
    ("duplicate-rows.csv", "utf-8 , 0+1 3x3"),
    ("empty.csv", "empty-file"),
    ("encoding-issue-274.csv", "utf-8 , 0+1 507x17"),
    ("escaping.csv", "utf-8 , 0+1 3x2"),
    ("floats.csv", "utf-8 , 0+1 5x1"),
    ("invalid.csv", "utf-8 , 0+1 3x4 ragged"),
    ("issue-1004-data1.csv", "utf-8 , 0+1 5x4 ragged"),
    ("issue-1004-data2.csv", "utf-8 , 0+1 3x4 ragged"),
    ("issue-1009-comma.csv", "utf-8 , 0+1 1x2"),
    ("issue-1009-semicolon.csv", "utf-8 ; 0+1 1x2"),
    ("issue-1066-smallcellsize.csv", "utf-8 , 0+1 12x2"),
    ("issue-1066-smallcellsizewithdeviation.csv", "utf-8 , 0+1 12x2"),
    ("issue-1100.csv", "utf-8 ; 0+1 2x2"),
    ("issue-1105-timezone.csv", "utf-8 ; 0+1 2x2"),
    ("issue-1109.csv", "utf-8 , 0+1 3x3"),
    ("issue-1138.csv", "utf-8 ; 0+1 7x4"),
    ("issue-1232.csv", "utf-8 ; 0+1 5x7"),
    ("issue-1341.csv", "utf-8 , 0+1 99x51"),
    ("issue-493.csv", "utf-8 , 0+1 9x126"),
    ("issue-825.csv", "utf-8 , 0+1 2x3"),
    ("issue-833.csv", "utf-8 , 0+1 3x2"),
    ("issue-844.csv", "utf-8 , 0+1 2x2"),
    ("issue-991.csv", "utf-8 , 0+1 1x3"),
    ("latin1.csv", "windows-1252 , 0+1 2x2"),
    ("leading-zeros.csv", "utf-8 , 0+1 3x1"),
    ("long.csv", "utf-8 , 0+1 6x2"),
    ("matrix-with-comment.csv", "utf-8 , 1+1 4x4"),
    ("matrix.csv", "utf-8 , 0+1 4x4"),
    ("nested-invalid.csv", "utf-8 , 0+1 5x3"),
    ("nested.csv", "utf-8 , 0+1 4x3"),
    ("numeric-labels.csv", "utf-8 , 0+1 3x10"),
    ("package-dialect-no-header.csv", "utf-8 , 0+1 2x3"),
    ("primary-file-types.csv", "utf-8 , 0+1 2x3"),
    ("schema-errors.csv", "utf-8 , 0+1 4x3 ragged"),
    ("skip-blank-at-the-end.csv", "utf-8 , 0+1 1x2 remarks"),
    ("skip-rows-before-headers.csv", "utf-8 , 1+1 2x2"),
    ("skip-rows.csv", "utf-8 , 1+1 2x2 remarks"),
    ("structure-errors.csv", "utf-8 , 0+1 3x3 ragged"),
    ("sync-schema.csv", "utf-8 , 0+1 2x2"),
    ("table-delimiter.csv", "utf-8 ; 0+1 2x2"),
    ("table-infer-increase-limit.csv", "utf-8 , 0+1 199x2"),
    ("table-infer-iso-8859-7.csv", "windows-1253 , 0+1 4x3"),
    ("table-infer-missing-values.csv", "utf-8 , 0+1 7x3"),
    ("table-infer-row-limit.csv", "utf-8 , 0+1 11x3"),
    ("table-infer-utf8.csv", "utf-8 , 0+1 5x3"),
    ("table-infer.csv", "utf-8 , 0+1 4x3"),
    ("table-limits.csv", "utf-8 , 0+1 3x4"),
    ("table-output.csv", "utf-8 , 0+1 2x2"),
    ("table-reverse.csv", "utf-8 , 0+1 2x2"),
    ("table-unicode-headers.csv", "utf-8 , 0+1 2x2"),
    ("table-with-accents.csv", "windows-1252 ; 0+1 638x8"),
    ("table.bad", "utf-8 , 0+1 2x2"),
    ("table.csv", "utf-8 , 0+1 2x2"),
    ("table.csv2k", "utf-8 , 0+1 2x2"),
    ("table.tsv", "utf-8 tab 0+1 3x2"),
    ("table_with_data.csv", "utf-8 , 0+1 2x2"),
    ("timezone-with-id.csv", "utf-8 , 0+1 4x3"),
    ("timezone.csv", "utf-8 , 0+1 4x2"),
    ("transform-groups.csv", "utf-8 , 0+1 6x4"),
    ("transform-pivot.csv", "utf-8 , 0+1 12x4"),
    ("transform.csv", "utf-8 , 0+1 3x3"),
    ("transpose.csv", "utf-8 , 0+0 3x4"),
    ("unique-field.csv", "utf-8 , 0+1 9x3"),
    ("vix.csv", "utf-8 ; 0+1 2x5"),
    ("without-headers-extra.csv", "utf-8 , 0+0 3x2 ragged"),
    ("without-headers.csv", "utf-8 , 0+0 3x2"),
    ("without-rows.csv", "header-only"),
    ("Таблица.csv", "utf-8 , 0+1 2x2"),
];

/// What detection makes of a file, as in the table above.
fn found(detected: &Detected) -> String {
    let delimiter = detected.delimiter.value.replace('\t', "tab");
    let told = detected.warnings.iter().map(|w| w.key.trim_start_matches("import-warn-"));
    let what = format!(
        "{} {delimiter} {}+{} {}x{}",
        detected.encoding.value,
        detected.preamble_rows.value,
        detected.header_rows.value,
        detected.rows_examined,
        detected.columns.len()
    );
    std::iter::once(what.as_str()).chain(told).collect::<Vec<_>>().join(" ")
}

#[test]
fn frictionless_files_are_seen_for_what_they_are() {
    let Some(folder) = shared("nasty/frictionless") else { return };
    let mut all: Vec<PathBuf> = Vec::new();
    for ending in [".csv", ".tsv", ".bad", ".csv2k"] {
        files(&folder, ending, &mut all);
    }
    assert_eq!(all.len(), FRICTIONLESS.len());
    for (name, expected) in FRICTIONLESS {
        let what = match detect(folder.join(name), &Profile::default()) {
            Ok(detected) => found(&detected),
            Err(refusal) => refusal.0.key.trim_start_matches("import-").to_owned(),
        };
        assert_eq!(what, expected, "{name}");
    }
}

#[test]
fn cells_of_frictionless_come_as_they_stand() {
    let Some(folder) = shared("nasty/frictionless") else { return };
    // A file, a row of its table from 0, and the cells of that row.
    let cells: [(&str, usize, &[&str]); 9] = [
        ("table.csv", 2, &["2", "中国人"]),
        ("latin1.csv", 2, &["2", "©"]),
        ("escaping.csv", 2, &["2", "Test \" line 2"]),
        ("escaping.csv", 3, &["3", "Test \" line 3"]),
        ("issue-1109.csv", 1, &["1", "2.3", "string"]),
        ("issue-1138.csv", 1, &["09.07.2013 12:00:00", "146", "nicht qualitätsgesichert", ""]),
        ("table-infer-iso-8859-7.csv", 1, &["1", "39", "Λεωνιδας"]),
        ("duplicate-headers.csv", 0, &["id", "name", "id", "age", "id"]),
        ("blank-headers.csv", 0, &["id", "", "age"]),
    ];
    for (name, row, expected) in cells {
        let table = as_table(&folder.join(name), &Profile::default()).unwrap();
        let got: Vec<&str> = table.rows[row].iter().map(|cell| cell.trim()).collect();
        assert_eq!(got, expected, "{name}");
    }
}
