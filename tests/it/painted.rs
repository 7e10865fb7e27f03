//! What lies over the map beside scores, and where to look first: the command line prints what the
//! window paints, to the last digit.

use klantreis::analysis::ranking::{Ranked, Rule, ranking};
use klantreis::analysis::{Comparison, Measure, Overlay, OverlayRequest, Reading, Sources};
use klantreis::document::Document;
use klantreis::jobs::Reporter;
use klantreis::model::{Contact, JourneyId, Metric};
use klantreis::scores::{Filter, Period, ScoreTable};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie")
}

fn stats(args: &[&str]) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
    let output = command.arg("stats").arg(folder()).args(args).arg("--json").output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    serde_json::from_slice(&output.stdout).unwrap()
}

struct Sample {
    document: Document,
    table: ScoreTable,
    contacts: Vec<Contact>,
    journey: JourneyId,
}

impl Sample {
    fn open() -> Self {
        let document = Document::open_sample(&folder(), None, &Reporter::silent()).unwrap();
        let table = document.scores(&Reporter::silent()).unwrap();
        let contacts = document.contacts().unwrap();
        let journey = document.model().journeys_in_order()[0].id;
        Self { document, table, contacts, journey }
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

#[test]
fn every_measure_prints_what_it_paints() {
    let sample = Sample::open();
    let mut painted = 0;
    for measure in Measure::all() {
        let is_customers = Measure::of(measure.metric) == measure;
        if is_customers || measure.lens.is_of_contacts() {
            continue;
        }
        let overlay = sample.overlay(measure);
        let printed = stats(&["--metric", &measure.key()]);
        let rows = printed["rows"].as_array().unwrap();
        assert_eq!(rows.len(), overlay.touchpoints.len(), "{}", measure.key());
        for (touchpoint, reading) in &overlay.touchpoints {
            let title = &sample.document.model().touchpoints[touchpoint].title;
            let row = rows.iter().find(|r| r["name"] == title.as_str()).unwrap();
            let found = ["value", "low", "high"].map(|key| row[key].as_f64());
            assert_eq!(found, figures(reading), "{} of {title}", measure.key());
            assert_eq!(row["n"].as_u64(), reading.n(), "{} of {title}", measure.key());
            painted += usize::from(found[0].is_some());
        }
        let whole = stats(&["--metric", &measure.key(), "--by", "whole"]);
        let found = ["value", "low", "high"].map(|key| whole["rows"][0][key].as_f64());
        assert_eq!(found, figures(&overlay.whole), "{}", measure.key());
    }
    assert!(painted > 60, "volume, emotion, importance, evidence: {painted}");
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
