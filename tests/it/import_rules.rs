//! The rules of a mapping, each on a small file: what is taken over, what is refused and why.

use super::collected::Collected;
use klantreis::import::{ImportError, Profile, ReadReport, Verdict, check, preview, propose, read};
use klantreis::jobs::Reporter;
use klantreis::model::Message;
use serde_json::json;
use std::path::PathBuf;

/// A file in a folder of its own, with a mapping.
struct Case {
    _folder: tempfile::TempDir,
    path: PathBuf,
    profile: Profile,
}

fn case(bytes: impl AsRef<[u8]>, columns: impl serde::Serialize) -> Case {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("answers.csv");
    std::fs::write(&path, bytes).unwrap();
    let profile = serde_json::from_value(json!({ "columns": columns })).unwrap();
    Case { _folder: folder, path, profile }
}

impl Case {
    fn with(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.profile);
        self
    }

    fn read(&self) -> (Collected, ReadReport) {
        let mut all = Collected::default();
        let report = read(&self.path, &self.profile, &Reporter::silent(), &mut all).unwrap();
        (all, report)
    }

    fn refusal(&self) -> Message {
        let mut all = Collected::default();
        match read(&self.path, &self.profile, &Reporter::silent(), &mut all) {
            Err(ImportError::Refused(refusal)) => refusal.0,
            other => panic!("not refused: {other:?}"),
        }
    }
}

fn ces() -> serde_json::Value {
    json!({"column": "ces", "role": "answer", "metric": "ces", "min": 1, "max": 5, "better": "low",
           "missing": ["99", "n.v.t."], "labels": {"heel veel": 5}})
}

#[test]
fn a_bad_cell_costs_that_cell_and_the_row_stays() {
    let case = case(
        "id,ces\na,3\nb,6\nc,words\nd,99\ne,n.v.t.\nf,Heel veel\ng,2.0\nh,2.5\ni,\nj,1 - none\n",
        json!([{"column": " id ", "role": "response_id"}, ces()]),
    );
    let (all, report) = case.read();
    assert_eq!(report.rows_read, 10);
    assert_eq!(all.rows.len(), 10);
    let answers: Vec<_> =
        all.rows.iter().flat_map(|r| &r.answers).map(|a| (a.value, a.as_read.as_deref())).collect();
    let wanted = vec![(3, None), (5, Some("Heel veel")), (2, Some("2.0")), (1, Some("1 - none"))];
    assert_eq!(answers, wanted);
    let refused: Vec<_> = all
        .rejected
        .iter()
        .map(|r| (r.row, r.column.as_str(), r.value.as_str(), r.reason.key.as_ref()))
        .collect();
    let wanted = vec![
        (3, "ces", "6", "import-reason-outside-scale"),
        (4, "ces", "words", "import-reason-no-number"),
        (9, "ces", "2.5", "import-reason-not-whole"),
    ];
    assert_eq!(refused, wanted);
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_shows_them() {
    for (end, name) in [("\n", "lf"), ("\r\n", "crlf")] {
        let text =
            ["Report of May", "", "id,ces,why", "a,9,\"two", "lines\"", "", "b,9,x", "c,9,y", ""];
        let case = case(text.join(end), json!([{"column": "id", "role": "response_id"}, ces()]));
        let (all, report) = case.read();
        let rows: Vec<u64> = all.rejected.iter().map(|r| r.row).collect();
        assert_eq!(rows, [4, 6, 7], "{name}");
        assert_eq!(report.blank_rows, 1, "{name}");
    }
}

#[test]
fn the_decimal_sign_decides_what_is_a_number() {
    let columns = json!([ces()]);
    let point =
        case("ces;x\n3,0;1\n3.0;1\n", columns.clone()).with(|p| p.decimal = Some(".".into()));
    let (all, _) = point.read();
    assert_eq!((all.rejected.len(), all.rejected[0].value.as_str()), (1, "3,0"));
    let comma = case("ces;x\n3,0;1\n3.0;1\n", columns).with(|p| p.decimal = Some(",".into()));
    let (all, _) = comma.read();
    assert_eq!((all.rejected.len(), all.rejected[0].value.as_str()), (1, "3.0"));
}

#[test]
fn long_and_wide_files_name_their_touchpoints_and_are_renamed() {
    let case = case(
        "where,ces,food,why\nwebsite,2,4,slow\n,3,,\n",
        json!([
            {"column": "where", "role": "touchpoint"},
            ces(),
            {"column": "food", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high", "touchpoint": "eten"},
            {"column": "why", "role": "comment"}
        ]),
    )
    .with(|p| {
        p.touchpoints.insert("website".into(), "Web shop".into());
        p.touchpoints.insert("eten".into(), "Restaurants".into());
    });
    let (all, _) = case.read();
    let places: Vec<_> =
        all.rows.iter().flat_map(|r| &r.answers).map(|a| a.touchpoint.as_deref()).collect();
    assert_eq!(places, [Some("Web shop"), Some("Restaurants"), None]);
    assert_eq!(all.rows[0].comments[0].touchpoint.as_deref(), Some("Web shop"));
    assert_eq!(all.rows[1].touchpoint, None);
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_by_name() {
    let missing = case("a,b\n1,2\n", json!([{"column": "c", "role": "customer"}])).refusal();
    assert_eq!(missing.key, "import-missing-column");
    let text = format!("{:?}", missing.args);
    assert!(text.contains("“c”") && text.contains("“a”, “b”"), "{text}");
    let twice = case("a,a\n1,2\n", json!([{"column": "a", "role": "customer"}])).refusal();
    assert_eq!(twice.key, "import-duplicate-header");
    let by_number = case("a,a\n1,2\n", json!([{"column": "#2", "role": "customer"}]));
    assert_eq!(by_number.read().0.rows[0].customer.as_deref(), Some("2"));
    let beyond = case("a,a\n1,2\n", json!([{"column": "#3", "role": "customer"}])).refusal();
    assert_eq!(beyond.key, "import-missing-column");
    let scale = case(
        "a\n1\n",
        json!([{"column": "a", "role": "answer", "metric": "nps", "min": 5,
                                       "max": 5, "better": "high"}]),
    );
    assert_eq!(scale.refusal().key, "import-bad-scale");
}

#[test]
fn files_that_are_no_table_are_refused_in_a_sentence() {
    let columns = || json!([{"column": "a", "role": "customer"}]);
    let cases: [(&[u8], &str); 6] = [
        (b"", "import-empty-file"),
        (b"a,b,c\n", "import-header-only"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "import-not-a-table"),
        (b"PK\x03\x04\x14\0xl/workbook.xml", "import-workbook-damaged"),
        (b"SQLite format 3\0", "import-not-a-table"),
        (b"{\"a\": 1", "import-json-cut-off"),
    ];
    for (bytes, key) in cases {
        assert_eq!(case(bytes, columns()).refusal().key, key);
    }
    let folder = tempfile::tempdir().unwrap();
    let mut all = Collected::default();
    let profile = case("", columns()).profile;
    for (path, key) in [
        (folder.path().to_owned(), "import-is-a-folder"),
        (folder.path().join("none.csv"), "import-not-found"),
    ] {
        let refused = read(&path, &profile, &Reporter::silent(), &mut all).unwrap_err();
        assert!(matches!(refused, ImportError::Refused(r) if r.0.key == key));
    }
}

#[test]
fn what_is_damaged_is_read_and_reported() {
    let case = case(
        b"id,ces,why\na,3,fi\0ne\nb,2,\"never closed\nc,4,x,more\nd,5,z\nMade by: the tool\n",
        json!([{"column": "id", "role": "response_id"}, ces(), {"column": "why", "role": "comment"}]),
    );
    let (all, report) = case.read();
    let ids: Vec<_> = all.rows.iter().map(|r| r.response_id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["a", "b", "c", "d"]);
    assert_eq!(all.rows[0].comments[0].text, "fine");
    assert_eq!((report.nul_bytes, report.ragged), (1, 1));
    let warned: Vec<&str> = report.warnings.iter().map(|w| w.key.as_ref()).collect();
    let wanted = [
        "import-warn-nul",
        "import-warn-unclosed-quote",
        "import-warn-footer",
        "import-warn-ragged-rows",
    ];
    assert_eq!(warned, wanted);
}

#[test]
fn dates_are_read_by_format_and_bad_ones_cost_only_themselves() {
    let columns = json!([{"column": "when", "role": "date", "format": "%d-%m-%Y"}]);
    let (all, _) = case("when,x\n31-01-2026,1\n31-02-2026,1\n,1\n", columns).read();
    assert_eq!(all.rows.iter().map(|r| r.day).collect::<Vec<_>>(), [Some(20484), None, None]);
    assert_eq!(all.rejected[0].reason.key, "import-reason-no-date");
    let (all, report) =
        case("when,x\n01-02-2026,1\n03-04-2026,2\n", json!([{"column": "when", "role": "date"}]))
            .read();
    assert_eq!(all.rows[0].day, Some(20485));
    assert_eq!(report.warnings[0].key, "import-warn-date-order");
}

#[test]
fn a_preview_judges_each_cell_and_a_check_counts_them() {
    let case = case(
        "id,ces,why\na,3,x\na,4,y\nb,9,\n",
        json!([{"column": "id", "role": "response_id"}, ces(), {"column": "gone", "role": "customer"}]),
    );
    let seen = preview(&case.path, &case.profile, 10).unwrap();
    assert_eq!(seen.missing_columns, ["gone"]);
    assert_eq!(seen.mapped, [Some(0), Some(1), None]);
    let verdict = |row: usize, cell: usize| seen.rows[row].cells[cell].verdict.clone();
    assert_eq!(verdict(0, 1), Verdict::Answer(3));
    assert_eq!(verdict(1, 1), Verdict::Duplicate);
    assert!(matches!(verdict(2, 1), Verdict::Rejected(_)));
    assert_eq!(verdict(0, 2), Verdict::LeftOut);
    let fits = case.with(|p| drop(p.columns.pop()));
    let report = check(&fits.path, &fits.profile, &Reporter::silent()).unwrap();
    assert_eq!(
        (report.responses, report.answers, report.duplicates, report.rejected),
        (2, 1, 1, 1)
    );
    assert_eq!(report.reasons[0].count, 1);
}

#[test]
fn the_direction_of_an_effort_scale_is_asked_with_a_hint_never_decided() {
    let mut text = "Datum;Moeite;Zou je ons aanbevelen?;E-mail;Kanaal;Toelichting\n".to_owned();
    for i in 0..60 {
        let effort = 1 + i % 5;
        let nps = 10 - 2 * effort;
        text.push_str(&format!(
            "{:02}-03-2026;{effort};{nps};p{i}@example.org;{};Het duurde {i} minuten te lang\n",
            1 + i % 28,
            ["Web", "Telefoon"][i % 2],
        ));
    }
    let case = case(text, json!([]));
    let detected = klantreis::import::detect(&case.path, &Profile::default()).unwrap();
    assert_eq!(detected.delimiter.value, ";");
    let proposal = serde_json::to_value(propose(&detected)).unwrap();
    let roles: Vec<&str> = proposal["profile"]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| c["role"].as_str().unwrap())
        .collect();
    assert_eq!(roles, ["date", "answer", "answer", "ignore", "channel", "comment"]);
    assert_eq!(proposal["profile"]["columns"][0]["format"], "%d-%m-%Y");
    let asked =
        proposal["questions"].as_array().unwrap().iter().find(|q| q["ask"] == "direction").unwrap();
    assert_eq!(asked["column"], 1);
    assert_eq!(asked["hint"]["suggests"], "low");
    assert_eq!(asked["hint"]["n"], 60);
}

#[test]
fn a_cancelled_reading_stops() {
    let case = case("id,ces\na,3\n", json!([ces()]));
    let reporter = Reporter::silent();
    reporter.cancel();
    let mut all = Collected::default();
    let stopped = read(&case.path, &case.profile, &reporter, &mut all).unwrap_err();
    assert!(matches!(stopped, ImportError::Cancelled(_)));
    assert!(all.rows.is_empty());
}

#[test]
fn a_row_may_name_its_question() {
    let case = case(
        "who,question,answer\na,NPS,9\na,Why?,Quick\na,Moeite,heel veel\nb,NPS,11\nb,Colour,red\n\
         b,,7\nc,Hidden,x\nc,NPS,\n",
        json!([{"column": "who", "role": "response_id"}, {"column": "answer", "role": "value"},
               {"column": "question", "role": "question"}]),
    )
    .with(|p| {
        let questions = json!({
            "NPS": {"metric": "nps", "min": 0, "max": 10, "better": "high"},
            "moeite": {"metric": "ces", "min": 1, "max": 5, "better": "low",
                       "labels": {"heel veel": 5}, "touchpoint": "Web"},
            "Why?": {"role": "comment"},
            "Hidden": {"role": "ignore"}
        });
        p.questions = serde_json::from_value(questions).unwrap();
    });
    let names: Vec<&str> = case.profile.questions_asked().map(|q| q.0).collect();
    assert_eq!(names, ["who", "answer", "question", "Hidden", "NPS", "Why?", "moeite"]);
    let (all, report) = case.read();
    assert_eq!(report.rows_read, 8);
    let answers: Vec<_> = all
        .rows
        .iter()
        .flat_map(|r| &r.answers)
        .map(|a| (names[a.column], a.value, a.touchpoint.as_deref()))
        .collect();
    assert_eq!(answers, [("NPS", 9, None), ("moeite", 5, Some("Web"))]);
    let said: Vec<_> = all.rows.iter().flat_map(|r| &r.comments).map(|c| c.text.as_str()).collect();
    assert_eq!(said, ["Quick"]);
    let refused: Vec<_> = all.rejected.iter().map(|r| (r.row, r.reason.key.as_ref())).collect();
    let wanted = [
        (5, "import-reason-outside-scale"),
        (6, "import-reason-unknown-question"),
        (7, "import-reason-no-question"),
    ];
    assert_eq!(refused, wanted);
    let shown = preview(&case.path, &case.profile, 2).unwrap();
    assert_eq!(shown.rows[0].cells[2].verdict, Verdict::Answer(9));
    assert_eq!(shown.rows[1].cells[2].verdict, Verdict::Taken);
    let report = check(&case.path, &case.profile, &Reporter::silent()).unwrap();
    assert_eq!((report.responses, report.answers, report.comments, report.rejected), (3, 2, 1, 3));
}

#[test]
fn rows_that_are_no_answers_are_left_out_and_counted() {
    let case = case(
        "id,Status,Progress,ces\na,IP Address,100,3\nb,survey preview,100,4\nc,0,40,2\nd,1.0,100,1\n",
        json!([{"column": "id", "role": "response_id"}, ces()]),
    )
    .with(|p| {
        let rules = json!([
            {"column": "Status", "values": ["1", "Survey Preview"], "reason": "preview"},
            {"column": "Progress", "below": 100, "reason": "unfinished"}
        ]);
        p.skip = serde_json::from_value(rules).unwrap();
    });
    let (all, report) = case.read();
    assert_eq!((report.rows_read, all.rows.len()), (4, 1));
    assert_eq!(all.rows[0].response_id.as_deref(), Some("a"));
    let skipped: Vec<_> =
        report.skipped.iter().map(|s| (s.reason.as_str(), s.count, s.rows.clone())).collect();
    assert_eq!(skipped, [("preview", 2, vec![3, 5]), ("unfinished", 1, vec![4])]);
    let keys: Vec<&str> = report.warnings.iter().map(|w| w.key.as_ref()).collect();
    assert_eq!(keys, ["import-skipped-preview", "import-skipped-unfinished"]);
    let shown = preview(&case.path, &case.profile, 9).unwrap();
    let left: Vec<bool> = shown.rows.iter().map(|r| r.skipped).collect();
    assert_eq!(left, [false, true, true, true]);
    let stray = case.with(|p| p.skip[0].column = "State".into());
    assert_eq!(stray.refusal().key, "import-missing-column");
}

#[test]
fn a_cell_that_names_several_options_says_yes_and_no() {
    let case = case(
        "who,uses,ces\na,\"App; Web;\",3\nb,Web,4\nc,,2\nd,Fax,1\n",
        json!([{"column": "uses", "role": "segment", "name": "Uses", "separator": ";",
                "options": ["Web", "App"]}, ces()]),
    );
    let (all, _) = case.read();
    let said: Vec<String> = all
        .rows
        .iter()
        .map(|r| {
            let mut said: Vec<String> =
                r.choices.iter().map(|c| format!("{}={}", c.option, c.value)).collect();
            said.sort();
            said.join(" ")
        })
        .collect();
    assert_eq!(said, ["App=yes Web=yes", "App=no Web=yes", "", ""]);
    assert_eq!(all.rejected[0].reason.key, "import-reason-no-option");
}
