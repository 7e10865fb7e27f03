//! The samples as the program opens them: the same figures as counted from their files.
//!
//! What the files themselves hold is checked in `samples`.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use chrono::NaiveDate;
use klantreis::analysis::{Comparison, Overlay, OverlayRequest, Reading};
use klantreis::document::Document;
use klantreis::jobs::Reporter;
use klantreis::model::{Better, Metric, TouchpointId};
use klantreis::scores::{Filter, Period, ScoreTable};
use std::path::PathBuf;

fn open(name: &str) -> (Document, ScoreTable) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_journeys").join(name);
    assert!(Document::is_sample(&folder), "{name}");
    let document = Document::open_sample(&folder, None, &Reporter::silent()).unwrap();
    let table = document.scores(&Reporter::silent()).unwrap();
    (document, table)
}

fn between(first: (i32, u32, u32), last: (i32, u32, u32)) -> Filter {
    let day = |(year, month, day)| {
        let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        i32::try_from((date - NaiveDate::default()).num_days()).unwrap()
    };
    let period = Period { from: Some(day(first)), to: Some(day(last)) };
    Filter { period, ..Filter::default() }
}

fn overlay(document: &Document, table: &ScoreTable, metric: Metric, filter: &Filter) -> Overlay {
    let model = document.model();
    let journey = model.journeys.values().next().unwrap().id;
    Overlay::from_table(table, model, &OverlayRequest::new(journey, metric), filter)
}

fn named(document: &Document, title: &str) -> TouchpointId {
    document.model().touchpoint_named(title).unwrap().id
}

/// Rows, responses, answers, comments, duplicates, rejected.
fn counts(document: &Document) -> [i64; 6] {
    let batch = document.model().batches.values().next().unwrap();
    [
        batch.rows_read,
        batch.responses,
        batch.answers,
        batch.comments,
        batch.duplicates,
        batch.rejected,
    ]
}

#[test]
fn energie_opens_with_every_row_and_the_figures_of_its_last_quarter() {
    let (document, table) = open("energie");
    assert_eq!(counts(&document), [14_632, 14_632, 43_338, 4900, 0, 0]);
    assert_eq!(document.model().channels.len(), 8, "none made at import");
    assert_eq!(document.model().touchpoints.len(), 17);
    let now = between((2026, 7, 1), (2026, 9, 30));
    let ease = overlay(&document, &table, Metric::Ces, &now);
    let bill = ease.touchpoint(named(&document, "Eerste factuur"));
    let shown = bill.score().unwrap().shown();
    assert_eq!(shown.n, 412);
    assert!((shown.value - 1319.0 / 412.0).abs() < 1e-12);
    let interval = (shown.low * 10.0).round()..=(shown.high * 10.0).round();
    assert_eq!(interval, 31.0..=33.0);
    let few = |title| ease.touchpoint(named(&document, title)).score().unwrap().low_base;
    assert!(few("Adviseur aan huis") && few("Verlengingsaanbod") && !few("Storing melden"));
    let plan = ease.touchpoint(named(&document, "Betalingsregeling"));
    assert_eq!(*plan, Reading::TooFew { n: 4 });
    let ad = ease.touchpoint(named(&document, "Online advertentie"));
    assert_eq!(*ad, Reading::NoData);
    let nps = overlay(&document, &table, Metric::Nps, &now);
    let bill = nps.touchpoint(named(&document, "Eerste factuur"));
    let points = bill.score().unwrap().headline().value;
    assert!((points - 100.0 * (78.0 - 173.0) / 412.0).abs() < 1e-9);
}

#[test]
fn energie_shows_three_changes_since_the_quarter_before() {
    let (document, table) = open("energie");
    let then = between((2026, 4, 1), (2026, 6, 30));
    let now = between((2026, 7, 1), (2026, 9, 30));
    let earlier = overlay(&document, &table, Metric::Ces, &then);
    let later = overlay(&document, &table, Metric::Ces, &now);
    let comparison = Comparison::of(&earlier, &later);
    let (found, compared) = comparison.outstanding();
    let titles = ["Storing melden", "Eerste factuur", "Online offerte"];
    let found: Vec<TouchpointId> = found.into_iter().map(|(id, _)| id).collect();
    assert_eq!(found, titles.map(|title| named(&document, title)));
    assert_eq!(compared, 15);
}

#[test]
fn airport_opens_with_effort_read_the_right_way_round() {
    let (document, table) = open("airport");
    let [rows, responses, _, comments, duplicates, rejected] = counts(&document);
    assert_eq!((rows, responses), (2480, 2480));
    assert_eq!((comments, duplicates, rejected), (702, 0, 0));
    assert_eq!(document.model().touchpoints.len(), 16, "none made at import");
    let ease = overlay(&document, &table, Metric::Ces, &Filter::default());
    let version = ease.version.as_ref().unwrap();
    assert_eq!(version.scale.better, Better::Low);
    let score = |title| ease.touchpoint(named(&document, title)).score().unwrap();
    let (desk, line) = (score("Check-in desk"), score("Security line"));
    assert!(desk.shown().value < line.shown().value, "less effort");
    assert!(desk.headline().value > line.headline().value, "more ease");
    let liked = overlay(&document, &table, Metric::Csat, &Filter::default());
    let lost = liked.touchpoint(named(&document, "Lost property"));
    assert!(lost.score().unwrap().low_base);
    let alerts = liked.touchpoint(named(&document, "Flight alerts"));
    assert_eq!(*alerts, Reading::NoData);
    let nps = overlay(&document, &table, Metric::Nps, &Filter::default());
    assert_eq!(nps.whole.n(), Some(2377), "11 is no answer");
}
