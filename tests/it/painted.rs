//! What lies over the map beside scores, and where to look first: the command line prints what the
//! window paints, to the last digit.

use klantreis::analysis::ranking::{Ranked, Rule, ranking};
use klantreis::analysis::{Comparison, Measure, Overlay, OverlayRequest, Reading, Sources};
use klantreis::document::Document;
use klantreis::jobs::Reporter;
use klantreis::model::{Contact, JourneyId, Metric};
use klantreis::scores::{Filter, Period, ScoreTable};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie")
}

fn stats(args: &[&str]) -> Value {
    stats_of(&folder(), args)
}

fn stats_of(path: &Path, args: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
    let output = command.arg("stats").arg(path).args(args).arg("--json").output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

struct Sample {
    path: PathBuf,
    document: Document,
    table: ScoreTable,
    contacts: Vec<Contact>,
    journey: JourneyId,
}

impl Sample {
    fn open() -> Self {
        let document = Document::open_sample(&folder(), None, &Reporter::silent()).unwrap();
        Self::of(folder(), document)
    }

    fn of(path: PathBuf, document: Document) -> Self {
        let table = document.scores(&Reporter::silent()).unwrap();
        let contacts = document.contacts().unwrap();
        let journey = document.model().journeys_in_order()[0].id;
        Self { path, document, table, contacts, journey }
    }

    fn overlay(&self, measure: Measure) -> Overlay {
        let sources = Sources { table: Some(&self.table), stored: None, contacts: &self.contacts };
        let request = OverlayRequest::of(self.journey, measure);
        let model = self.document.model();
        Overlay::of(sources, model, &request, &Filter::default()).unwrap()
    }
}

/// Value, low, high.
fn figures(reading: &Reading) -> [Option<f64>; 3] {
    match reading {
        Reading::Score(score) => {
            let shown = score.shown();
            [Some(shown.value), Some(shown.low), Some(shown.high)]
        }
        Reading::Fact(fact) => {
            [Some(fact.value), fact.interval.map(|i| i.0), fact.interval.map(|i| i.1)]
        }
        _ => [None; 3],
    }
}

impl Sample {
    /// Compares every measure, also of customers where `scores`; gives how many figures there were.
    fn check(&self, scores: bool) -> usize {
        let mut painted = 0;
        for measure in Measure::all() {
            let is_customers = Measure::of(measure.metric) == measure;
            let of_contacts = measure.lens.is_of_contacts();
            if is_customers || (of_contacts && !scores) {
                continue;
            }
            let key = measure.key();
            let overlay = self.overlay(measure);
            let printed = stats_of(&self.path, &["--metric", &key, "--by", "touchpoint"]);
            let rows = printed["rows"].as_array().unwrap();
            for (touchpoint, reading) in &overlay.touchpoints {
                let title = &self.document.model().touchpoints[touchpoint].title;
                let row = rows.iter().find(|r| r["name"] == title.as_str());
                // Of contacts those parts are printed that have any.
                let Some(row) = row else {
                    assert!(of_contacts, "{key} of {title}");
                    assert_eq!(*reading, Reading::NoData, "{key} of {title}");
                    continue;
                };
                let found = ["value", "low", "high"].map(|name| row[name].as_f64());
                assert_eq!(found, figures(reading), "{key} of {title}");
                assert_eq!(row["n"].as_u64(), reading.n(), "{key} of {title}");
                painted += usize::from(found[0].is_some());
            }
            let by: &[&str] = if of_contacts { &[] } else { &["--by", "whole"] };
            let whole = stats_of(&self.path, &[&["--metric", &key], by].concat());
            let found = ["value", "low", "high"].map(|name| whole["rows"][0][name].as_f64());
            assert_eq!(found, figures(&overlay.whole), "{key}");
        }
        painted
    }
}

#[test]
fn every_measure_prints_what_it_paints() {
    let painted = Sample::open().check(false);
    assert!(painted > 60, "volume, emotion, importance, evidence: {painted}");
    // Employees, guesses, gaps and contacts too.
    let root = tempfile::tempdir().unwrap();
    let document = super::surveyed::full(root.path());
    let sample = Sample::of(root.path().join(super::surveyed::FILE), document);
    let painted = sample.check(true);
    assert!(painted > 12, "{painted}");
    for metric in [Metric::Ces, Metric::Nps] {
        let overlay = sample.overlay(Measure::of(metric));
        let across = ["--metric", metric.key(), "--by", "touchpoint", "--across", "channel"];
        let totals = stats_of(&sample.path, &across)["totals"].clone();
        let mut scores = 0;
        let mut same = |row: &Value, reading: &Reading| {
            let Some(score) = reading.score() else { return assert!(row["value"].is_null()) };
            let of = score.headline();
            let found = ["value", "low", "high"].map(|name| row[name].as_f64().unwrap());
            assert_eq!(found, [of.value, of.low, of.high], "{metric:?}");
            scores += 1;
        };
        for row in totals["rows"].as_array().unwrap() {
            let model = sample.document.model();
            let touchpoint = model.touchpoint_named(row["name"].as_str().unwrap()).unwrap().id;
            same(row, overlay.touchpoint(touchpoint));
        }
        same(&totals["whole"], &overlay.whole);
        assert_eq!(scores, if metric == Metric::Ces { 3 } else { 2 });
    }
}

#[test]
fn the_ranking_is_printed_as_it_is_listed() {
    let sample = Sample::open();
    let model = sample.document.model();
    let overlay = sample.overlay(Measure::of(Metric::Ces));
    let day = |text: &str| {
        let date: chrono::NaiveDate = text.parse().unwrap();
        i32::try_from((date - chrono::NaiveDate::default()).num_days()).unwrap()
    };
    let spring = Period { from: Some(day("2026-04-01")), to: Some(day("2026-06-30")) };
    let request = OverlayRequest {
        version: overlay.version.clone(),
        ..OverlayRequest::new(sample.journey, Metric::Ces)
    };
    let filter = Filter { period: spring, ..Filter::default() };
    let earlier = Overlay::from_table(&sample.table, model, &request, &filter);
    let comparison = Comparison::of(&earlier, &overlay);
    for rule in Rule::ALL {
        let of = Ranked { overlay: &overlay, comparison: Some(&comparison), gaps: None };
        let places = ranking(model, of, rule);
        let against = ["--against", "from=2026-04-01", "--against", "to=2026-06-30"];
        let printed = stats(&[&["--metric", "ces", "--first", rule.key()], &against[..]].concat());
        let rows = printed["rows"].as_array().unwrap();
        assert_eq!(rows.len(), places.len(), "{rule:?}");
        for (row, place) in rows.iter().zip(&places) {
            assert_eq!(row["name"], model.touchpoints[&place.touchpoint].title.as_str());
            assert_eq!(row["by"].as_f64(), Some(place.by));
            assert_eq!(row["firm"], place.firm);
        }
        if rule == Rule::Worst {
            assert_eq!(rows[0]["name"], "Storing melden", "the worst is worst by its better end");
        }
    }
    let output = Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .args(["stats", "--metric", "ces", "--first", "worsening"])
        .arg(folder())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--against"));
}

#[test]
fn handle_time_stands_beside_knowledge() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let mut csv = "place,Knowledge of staff,Minutes per call\n".to_owned();
    for person in 0..60 {
        // The phone takes long and knows much; chat is quick and knows little.
        csv.push_str(&format!("Phone,{},{}\n", 4 + person % 2, 18 + person % 3));
        csv.push_str(&format!("Chat,{},{}\n", 1 + person % 2, 2 + person % 3));
    }
    std::fs::write(at("calls.csv"), csv).unwrap();
    let profile = serde_json::json!({"survey": {"name": "Calls"}, "unmatched": "create", "columns": [
        {"column": "place", "role": "touchpoint"},
        {"column": "Knowledge of staff", "role": "answer", "metric": "rating", "min": 1, "max": 5,
         "better": "high"},
        {"column": "Minutes per call", "role": "answer", "metric": "rating", "min": 0, "max": 60,
         "better": "low"}
    ]});
    std::fs::write(at("calls.json"), profile.to_string()).unwrap();
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
        command.args(args).args(["--lang", "en"]).output().unwrap()
    };
    let (file, picture) = (at("calls.klantreis"), at("calls.svg"));
    assert!(run(&["new", &file]).status.success());
    let made = run(&["import", &file, &at("calls.csv"), "--mapping", &at("calls.json")]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let ask = ["--overlay", "rating", "--question", "knowledge of staff", "--badge", "rating"];
    let draw = |question: &str| {
        let args = [&["render", &file, &picture], &ask[..], &["--badge-question", question]];
        run(&args.concat())
    };
    let made = draw("Minutes per call");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let svg = std::fs::read_to_string(&picture).unwrap();
    for wanted in ["Knowledge of staff", "Minutes per call", ">4.5<", ">19.0<", ">1.5<", ">3.0<"] {
        assert!(svg.contains(wanted), "{wanted} is not in the picture");
    }
    let refused = draw("Seconds");
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && said.contains("Minutes per call"), "{said}");
}

#[test]
fn a_picture_of_a_part_says_of_which() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("part.svg");
    for more in [&["--overlay", "ces"][..], &["--scorecard", "owner=Noor van Dalen"][..]] {
        let made = Command::new(env!("CARGO_BIN_EXE_klantreis"))
            .arg("render")
            .arg(folder())
            .arg(&file)
            .args(["--where", "segment:Regio=Noord", "--where", "channel=Web", "--lang", "en"])
            .args(["--where", "text=factuur", "--where", "score:nps=0-6"])
            .args(more)
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // The sentence may break over lines.
        let svg = std::fs::read_to_string(&file).unwrap();
        for wanted in
            ["Filters: Channel: Web", "Regio: Noord", "NPS: 0–6", "Comments with: factuur"]
        {
            let all: String = svg
                .split("<text")
                .filter_map(|t| Some(t.split_once('>')?.1))
                .map(|t| t.split('<').next().unwrap_or_default().to_owned() + " ")
                .collect();
            assert!(all.contains(wanted), "{wanted} is not in {all}");
        }
    }
}
