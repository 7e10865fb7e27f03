//! JSON: lists, nested lists, single objects and JSON lines become the rows they are; damaged and
//! hostile files are refused in a sentence. Tables that were pasted are read like files.

use super::airport::shared;
use super::collected::Collected;
use super::import_files::all_ways;
use super::tables::files;
use klantreis::import::{
    DataSource, Detected, Profile, check, detect, preview, propose, read, table,
};
use klantreis::jobs::Reporter;

fn text(json: &str) -> DataSource {
    DataSource::pasted("answers.json", json)
}

fn found(json: &str) -> Detected {
    detect(text(json), &Profile::default()).unwrap_or_else(|r| panic!("{}: {json:.80}", r.0.key))
}

fn refusal(json: &str) -> String {
    match detect(text(json), &Profile::default()) {
        Ok(detected) => panic!("{} columns: {json:.80}", detected.columns.len()),
        Err(refusal) => refusal.0.key.into_owned(),
    }
}

/// The table as lines of text, cells between bars.
fn lines(source: DataSource, given: &Profile) -> Vec<String> {
    let mut out = Vec::new();
    table(source, given, &mut out, &Reporter::silent()).unwrap();
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(out.as_slice());
    let rows = reader.records().map(|r| r.unwrap().iter().collect::<Vec<_>>().join("|"));
    rows.collect()
}

#[test]
fn every_shape_of_json_becomes_rows() {
    let cases: [(&str, &str, &str, &[&str]); 11] = [
        (r#"[{"id": 1, "score": 9}, {"id": 2}]"#, "json", "", &["id|score", "1|9", "2|"]),
        (
            r#"{"page": 1, "data": {"tags": [1, 2, 3], "responses": [{"a": 1}, {"b": 2.50}]}}"#,
            "json",
            "data.responses",
            &["a|b", "1|", "|2.50"],
        ),
        (r#"{"a": {"b": null}, "c": "x"}"#, "json", "", &["a.b|c", "|x"]),
        ("{\"a\": 1, \"b\": [\"x\", \"y\"]}\n{\"a\": 2}\n", "ndjson", "", &["a|b", "1|x; y", "2|"]),
        ("[[\"id\", \"score\"], [1, 9], [2, 8]]", "json", "", &["id|score", "1|9", "2|8"]),
        (
            r#"[{"q": [{"score": 1}, {"score": 2}], "ok": true}]"#,
            "json",
            "",
            &["q.0.score|q.1.score|ok", "1|2|true"],
        ),
        (
            r##"[{"tag": "#1", "x": 1}, {"tag": "#2"}, {"tag": "tag", "x": "x"}]"##,
            "json",
            "",
            &["tag|x", "#1|1", "#2|", "tag|x"],
        ),
        (r#"[{"a": 1, "a": 2}]"#, "json", "", &["a", "2"]),
        (r#"[{"a": 1}, null, {"a": 3}]"#, "json", "", &["a", "1", "", "3"]),
        (
            r#"{"small": [{"x": 1}], "large": [{"a": 1}, {"a": 2}]}"#,
            "json",
            "large",
            &["a", "1", "2"],
        ),
        (
            "[{\"n\": 123456789012345678901234567890, \"e\": 1e3, \"d\": 0.10}]",
            "json",
            "",
            &["n|e|d", "123456789012345678901234567890|1e3|0.10"],
        ),
    ];
    for (json, format, path, expected) in cases {
        let detected = found(json);
        assert_eq!((detected.format, detected.path.value.as_str()), (format, path), "{json}");
        assert_eq!(lines(text(json), &Profile::default()), expected, "{json}");
    }
}

#[test]
fn the_path_can_be_stated_and_is_kept() {
    let json = r#"{"meta": {"n": 1}, "small": [{"x": 1}], "large": [{"a": 1}, {"a": 2}]}"#;
    let detected = found(json);
    assert_eq!(detected.warnings[0].key, "import-warn-json-path");
    assert_eq!(propose(&detected).profile.path.as_deref(), Some("large"));
    let at = |path: &str| Profile { path: Some(path.to_owned()), ..Profile::default() };
    assert_eq!(lines(text(json), &at("small")), ["x", "1"]);
    assert_eq!(lines(text(json), &at(""))[0], "meta.n|small.0.x|large.0.a|large.1.a");
    let refused = detect(text(json), &at("data")).unwrap_err();
    assert_eq!(refused.0.key, "import-json-no-path");
}

#[test]
fn a_record_has_the_number_that_a_person_counts() {
    let json = r#"[{"id": "a", "nps": 9}, {"id": "b", "nps": 11}, {"id": "c", "nps": 3}]"#;
    let profile: Profile = serde_json::from_str(
        r#"{"columns": [{"column": "id", "role": "response_id"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10, "better": "high"}]}"#,
    )
    .unwrap();
    let mut all = Collected::default();
    let report = read(text(json), &profile, &Reporter::silent(), &mut all).unwrap();
    assert_eq!((report.rows_read, report.sha256.len()), (3, 64));
    assert_eq!(all.rows.iter().map(|r| r.row).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!((all.rejected[0].row, all.rejected[0].value.as_str()), (2, "11"));
    // The profile that a batch keeps reads the same file the same way.
    let mut again = Collected::default();
    read(text(json), &report.profile, &Reporter::silent(), &mut again).unwrap();
    assert_eq!(again.rows, all.rows);
}

#[test]
fn public_exports_are_read() {
    for (file, rows, columns) in [
        ("exports/delighted/api_doc_example.json", 1, 13),
        ("exports/delighted/survey_responses.json", 3, 22),
        ("exports/helpscout/survey_response_data.json", 2, 4),
        ("exports/intercom/conversation_rating.json", 1, 7),
        ("exports/surveyjs/results.json", 5, 2),
        ("exports/surveysparrow/new_survey_response.json", 4, 11),
    ] {
        let Some(path) = shared(file) else { return };
        let detected = detect(&path, &Profile::default()).unwrap();
        let size = (detected.rows_examined, detected.columns.len());
        assert_eq!(size, (rows, columns), "{file}");
        println!("{file}: {:?}", detected.columns.iter().map(|c| &c.name).collect::<Vec<_>>());
    }
    let Some(folder) = shared("exports") else { return };
    let mut all = Vec::new();
    files(&folder, ".json", &mut all);
    assert!(all.len() >= 7);
    for path in all {
        all_ways(&path).unwrap_or_else(|key| panic!("{}: {key}", path.display()));
    }
}

#[test]
fn damaged_and_hostile_json_is_refused() {
    let deep =
        |sign: &str, close: &str| format!("{}{}", sign.repeat(100_000), close.repeat(100_000));
    let cases = [
        (r#"[{"a": 1}, {"a":"#.to_owned(), "import-json-cut-off"),
        (r#"[{"a": 1} {"a": 2}]"#.to_owned(), "import-json-damaged"),
        (r#"{"a": 1}, {"a": 2}"#.to_owned(), "import-json-damaged"),
        (r#"[{"a": 1}, 7]"#.to_owned(), "import-json-mixed"),
        ("{\"a\": 1}\n[1, 2]\n".to_owned(), "import-json-mixed"),
        ("{}".to_owned(), "import-json-no-records"),
        (r#"[{"a": "\q"}]"#.to_owned(), "import-json-damaged"),
        (r#"[{"\ud83d": 1}]"#.to_owned(), "import-json-bad-record"),
        (deep("[", "]"), "import-header-only"),
        (deep("{\"a\":", "}").replace(":}", ":1}"), "import-json-too-deep"),
        (format!("[{{\"a\": {}}}]", deep("[", "]")), "import-json-too-deep"),
        ("[".repeat(100_000), "import-json-cut-off"),
        ("{\"a\":".repeat(100_000), "import-json-too-deep"),
    ];
    for (json, key) in cases {
        assert_eq!(refusal(&json), key, "{json:.60}");
    }
    let wide: String = (0..10_001).map(|n| format!("\"c{n}\": 1, ")).collect();
    let wide = format!("[{{{}}}]", wide.trim_end_matches(", "));
    assert_eq!(refusal(&wide), "import-json-too-wide");
    let endless = format!("[{{\"a\": \"{}", "x".repeat(70 * 1024 * 1024));
    assert_eq!(refusal(&endless), "import-json-endless");
    let huge = format!("[{{\"n\": {}}}]", "9".repeat(100_000));
    assert_eq!(found(&huge).columns.len(), 1);
}

#[test]
fn text_in_other_encodings_is_json_too() {
    let json = r#"[{"plaats": "Café Zuid", "cijfer": 7}]"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.json");
    let wide: Vec<u8> =
        std::iter::once(0xFEFF).chain(json.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", json.as_bytes()].concat();
    let western: Vec<u8> = json.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    for bytes in [wide, marked, western] {
        std::fs::write(&path, bytes).unwrap();
        assert_eq!(
            lines(DataSource::from(&path), &Profile::default()),
            ["plaats|cijfer", "Café Zuid|7"]
        );
    }
}

#[test]
fn many_records_are_streamed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("many.json");
    let record =
        |n: u32| format!("{{\"id\": {n}, \"score\": {}, \"text\": \"antwoord {n}\"}}", n % 11);
    let lines: Vec<String> = (1..=50_000).map(record).collect();
    for (json, format) in [
        (lines.join("\n"), "ndjson"),
        (format!("[{}]", lines.join(",\n")), "json"),
        (format!("{{\"n\": 1, \"rows\": [{}]}}", lines.join(",")), "json"),
    ] {
        std::fs::write(&path, json).unwrap();
        let detected = detect(&path, &Profile::default()).unwrap();
        assert_eq!((detected.format, detected.rows_examined), (format, 50_000));
        let report = check(&path, &propose(&detected).profile, &Reporter::silent()).unwrap();
        assert_eq!(report.read.rows_read, 50_000);
    }
}

#[test]
fn a_pasted_table_is_read_like_a_file() {
    let pasted = "naam\tcijfer\r\nAnna\t9\r\nBram\t3\r\n";
    let source = || DataSource::pasted("Klembord", pasted);
    let detected = detect(source(), &Profile::default()).unwrap();
    assert_eq!((detected.format, detected.delimiter.value.as_str()), ("text", "\t"));
    assert_eq!((detected.file_name.as_str(), detected.bytes), ("Klembord", 29));
    let profile = propose(&detected).profile;
    assert_eq!(preview(source(), &profile, 9).unwrap().rows.len(), 2);
    assert_eq!(lines(source(), &profile), ["naam|cijfer", "Anna|9", "Bram|3"]);
    let mut all = Collected::default();
    let report = read(source(), &profile, &Reporter::silent(), &mut all).unwrap();
    assert_eq!((report.rows_read, report.sha256.len()), (2, 64));
    let empty = detect(DataSource::pasted("Klembord", "  \n"), &Profile::default());
    assert_eq!(empty.unwrap_err().0.key, "import-empty-file");
    // A quote that is never closed is mended in memory as on disk.
    let open = "id,remark\n1,\"never closed\n2,fine\n3,good\n";
    let detected = detect(DataSource::pasted("Klembord", open), &Profile::default()).unwrap();
    assert_eq!(detected.rows_examined, 3);
}
