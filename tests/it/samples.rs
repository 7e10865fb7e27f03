//! The samples that ship with the program keep what they promise.
//!
//! Reads the files with the `csv` crate and counts by itself: nothing here trusts the importer or
//! the metrics, whose own tests may then use these samples as references.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use klantreis::document::Document;
use klantreis::document::outline::Outline;
use klantreis::import::{Profile, Role};
use klantreis::render::icons::Icon;
use statrs::distribution::{ContinuousCDF, StudentsT};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::LazyLock;

type Row = BTreeMap<String, String>;

fn sample(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("sample_journeys").join(name)
}

static ENERGIE: LazyLock<Vec<Row>> = LazyLock::new(|| rows("energie", b';'));
static AIRPORT: LazyLock<Vec<Row>> = LazyLock::new(|| rows("airport", b','));

fn rows(name: &str, delimiter: u8) -> Vec<Row> {
    let path = sample(name).join("feedback.csv");
    let reader = csv::ReaderBuilder::new().delimiter(delimiter).from_path(path);
    reader.unwrap().deserialize().map(Result::unwrap).collect()
}

fn quarter(first_month: u32) -> Vec<&'static Row> {
    ENERGIE.iter().filter(|row| in_quarter(row, first_month)).collect()
}

/// Year, month, day of `d-m-yyyy`.
fn date(row: &Row) -> (i32, u32, u32) {
    let parts: Vec<&str> = row["datum"].split('-').collect();
    (parts[2].parse().unwrap(), parts[1].parse().unwrap(), parts[0].parse().unwrap())
}

fn in_quarter(row: &Row, first: u32) -> bool {
    let (year, month, _) = date(row);
    year == 2026 && (first..first + 3).contains(&month)
}

fn number(row: &Row, column: &str) -> Option<i32> {
    row[column].parse().ok()
}

fn about<'a>(rows: &[&'a Row], title: &str) -> Vec<&'a Row> {
    rows.iter().copied().filter(|row| row["contactmoment"] == title).collect()
}

fn ease(rows: &[&Row]) -> Vec<f64> {
    rows.iter().filter_map(|row| number(row, "gemak")).map(f64::from).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn variance(values: &[f64]) -> f64 {
    let mean = mean(values);
    values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (values.len() as f64 - 1.0)
}

fn half_width(values: &[f64]) -> f64 {
    let n = values.len() as f64;
    let t = StudentsT::new(0.0, 1.0, n - 1.0).unwrap().inverse_cdf(0.975);
    t * (variance(values) / n).sqrt()
}

fn one_decimal(value: f64) -> String {
    format!("{value:.1}").replace("-0.0", "0.0")
}

/// Promoters, passives, detractors.
fn groups(rows: &[&Row]) -> [usize; 3] {
    let mut groups = [0; 3];
    for score in rows.iter().filter_map(|row| number(row, "aanbeveling")) {
        groups[if score >= 9 { 0 } else { usize::from(score < 7) + 1 }] += 1;
    }
    groups
}

fn nps([promoters, passives, detractors]: [usize; 3]) -> (i64, i64, i64) {
    let n = (promoters + passives + detractors) as f64;
    let (p, d) = (promoters as f64, detractors as f64);
    let more = n + 3.0;
    let (p2, d2) = ((p + 0.75) / more, (d + 0.75) / more);
    let half = 1.959_963_985 * ((p2 + d2 - (p2 - d2).powi(2)) / more).sqrt();
    let points = |share: f64| (100.0 * share).round() as i64;
    (points((p - d) / n), points(p2 - d2 - half), points(p2 - d2 + half))
}

/// Title, n, mean, interval, change since the quarter before, NPS with its interval.
type Figures = (&'static str, usize, &'static str, &'static str, &'static str, (i64, i64, i64));

const QUARTER: [Figures; 15] = [
    ("Energienieuwsbrief", 148, "5.2", "5.0–5.4", "0.1", (7, -5, 18)),
    ("Vergelijkingssite", 236, "4.5", "4.3–4.7", "0.1", (-12, -21, -2)),
    ("Tarievenpagina", 318, "3.9", "3.7–4.1", "-0.2", (-22, -30, -14)),
    ("Adviesgesprek", 187, "5.7", "5.5–5.9", "0.1", (26, 15, 36)),
    ("Online offerte", 402, "5.9", "5.8–6.0", "0.4", (31, 24, 38)),
    ("Chat met adviseur", 164, "5.4", "5.2–5.6", "0.0", (15, 3, 26)),
    ("Adviseur aan huis", 14, "6.2", "5.7–6.8", "0.1", (50, 9, 73)),
    ("Contract tekenen", 351, "6.0", "5.9–6.1", "0.1", (34, 26, 41)),
    ("Welkomstpakket", 203, "5.4", "5.2–5.6", "0.1", (12, 1, 22)),
    ("Overstapbericht", 222, "4.6", "4.4–4.8", "-0.1", (-11, -21, -1)),
    ("Eerste factuur", 412, "3.2", "3.1–3.3", "-0.5", (-23, -30, -16)),
    ("Verbruik in app", 528, "5.6", "5.5–5.7", "0.1", (20, 14, 26)),
    ("Storing melden", 131, "3.5", "3.3–3.7", "0.7", (-30, -42, -17)),
    ("Jaarafrekening", 366, "3.7", "3.6–3.8", "-0.1", (-24, -31, -16)),
    ("Verlengingsaanbod", 26, "4.9", "4.3–5.4", "-0.1", (0, -27, 27)),
];

#[test]
fn energie_last_quarter_adds_up_to_the_pictures() {
    assert_eq!(ENERGIE.len(), 14_632);
    let now = quarter(7);
    let then = quarter(4);
    for (title, n, expected, interval, change, recommend) in QUARTER {
        let (rows, before) = (about(&now, title), about(&then, title));
        let values = ease(&rows);
        let half = half_width(&values);
        assert_eq!(values.len(), n, "{title}");
        assert_eq!(one_decimal(mean(&values)), expected, "{title}");
        let (low, high) = (mean(&values) - half, mean(&values) + half);
        assert_eq!(format!("{low:.1}–{high:.1}"), interval, "{title}");
        let risen = mean(&values) - mean(&ease(&before));
        assert_eq!(one_decimal(risen), change, "{title}");
        assert_eq!(nps(groups(&rows)), recommend, "{title}");
    }
    assert_eq!(groups(&about(&now, "Eerste factuur")), [78, 161, 173]);
    let shown: usize = QUARTER.iter().map(|figures| figures.1).sum();
    assert_eq!(shown, 3708);
    assert_eq!(about(&now, "Betalingsregeling").len(), 4, "hidden: fewer than five");
    assert_eq!(now.len(), shown + 4, "nobody was asked about the advertisement");
    assert_eq!(then.len() - about(&then, "Betalingsregeling").len(), 3511);
}

#[test]
fn energie_stages_pool_to_the_pictures() {
    let now = quarter(7);
    let stages = [
        (0..1, 148, "5.2"),
        (1..4, 741, "4.5"),
        (4..7, 580, "5.8"),
        (7..10, 776, "5.4"),
        (10..13, 1071, "4.4"),
        (13..15, 392, "3.8"),
    ];
    for (range, n, expected) in stages {
        let values: Vec<f64> =
            QUARTER[range].iter().flat_map(|figures| ease(&about(&now, figures.0))).collect();
        assert_eq!((values.len(), one_decimal(mean(&values)).as_str()), (n, expected));
    }
}

#[test]
fn energie_only_three_changes_stand_out() {
    let now = quarter(7);
    let then = quarter(4);
    let mut tests: Vec<(f64, &str)> = QUARTER
        .iter()
        .map(|figures| {
            (welch(&ease(&about(&now, figures.0)), &ease(&about(&then, figures.0))), figures.0)
        })
        .collect();
    tests.sort_by(|a, b| a.0.total_cmp(&b.0));
    let last = tests.iter().enumerate().rposition(|(i, t)| t.0 <= 0.05 * (i as f64 + 1.0) / 15.0);
    let found: BTreeSet<&str> = tests[..last.map_or(0, |l| l + 1)].iter().map(|t| t.1).collect();
    assert_eq!(found, BTreeSet::from(["Eerste factuur", "Online offerte", "Storing melden"]));
}

/// Two-sided p of a difference of means.
fn welch(a: &[f64], b: &[f64]) -> f64 {
    let (va, vb) = (variance(a) / a.len() as f64, variance(b) / b.len() as f64);
    let degrees = (va + vb).powi(2)
        / (va.powi(2) / (a.len() as f64 - 1.0) + vb.powi(2) / (b.len() as f64 - 1.0));
    let t = (mean(a) - mean(b)) / (va + vb).sqrt();
    2.0 * StudentsT::new(0.0, 1.0, degrees).unwrap().cdf(-t.abs())
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let (a, b): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
    let (ma, mb) = (mean(&a), mean(&b));
    let together: f64 = pairs.iter().map(|(x, y)| (x - ma) * (y - mb)).sum();
    together / (pairs.len() as f64 - 1.0) / (variance(&a) * variance(&b)).sqrt()
}

#[test]
fn energie_scores_of_one_respondent_go_together() {
    let all: Vec<&Row> = ENERGIE.iter().collect();
    for figures in QUARTER {
        let rows = about(&all, figures.0);
        for (a, b) in
            [("gemak", "aanbeveling"), ("gemak", "tevredenheid"), ("aanbeveling", "tevredenheid")]
        {
            let pairs: Vec<(f64, f64)> = rows
                .iter()
                .filter_map(|row| Some((number(row, a)?.into(), number(row, b)?.into())))
                .collect();
            assert!(correlation(&pairs) > 0.3, "{} {a} {b}", figures.0);
        }
        if rows.len() > 100 {
            let waited = |wait: &str| {
                let of: Vec<&Row> =
                    rows.iter().copied().filter(|r| r["wachttijd"] == wait).collect();
                mean(&ease(&of))
            };
            assert!(waited("Lang gewacht") < waited("Niet gewacht") - 0.5, "{}", figures.0);
        }
    }
}

#[test]
fn energie_comments_fit_their_scores_and_customers_are_one_person_each() {
    let all: Vec<&Row> = ENERGIE.iter().collect();
    let share = all.iter().filter(|row| !row["toelichting"].is_empty()).count() as f64;
    assert!((share / all.len() as f64 - 1.0 / 3.0).abs() < 0.02);
    let of = |words: &str| -> Vec<f64> {
        let rows: Vec<&Row> =
            all.iter().copied().filter(|r| r["toelichting"].ends_with(words)).collect();
        ease(&rows)
    };
    let (glad, sad) = (of("Complimenten."), of("Ik overweeg over te stappen."));
    assert!(glad.len() > 20 && sad.len() > 20);
    assert!(glad.iter().all(|v| *v >= 4.0) && sad.iter().all(|v| *v <= 5.0));
    let mut seen = BTreeSet::new();
    let mut groups: BTreeMap<&str, [&str; 3]> = BTreeMap::new();
    for row in all {
        assert!(seen.insert((&row["klant"], &row["contactmoment"])), "{}", row["klant"]);
        let group = [row["segment"].as_str(), row["regio"].as_str(), row["product"].as_str()];
        assert_eq!(*groups.entry(&row["klant"]).or_insert(group), group, "{}", row["klant"]);
    }
}

#[test]
fn airport_answers_lie_on_their_scales_and_effort_is_low_when_good() {
    let all = &*AIRPORT;
    assert_eq!(all.len(), 2480);
    let columns: Vec<&String> = all[0].keys().collect();
    let ratings = columns.iter().filter(|c| c.starts_with('R') && c.as_bytes()[1].is_ascii_digit());
    assert_eq!(ratings.count(), 15);
    let answer = |row: &Row, column: &str, top: i32| {
        number(row, column).filter(|v| (1..=top).contains(v)).map(f64::from)
    };
    for row in all {
        for column in columns.iter().filter(|c| c.starts_with("E") || c.starts_with("R0")) {
            assert!((0..=6).contains(&number(row, column).unwrap()), "{column}");
        }
        assert!((0..=11).contains(&number(row, "RECOMMEND").unwrap()));
    }
    let together = |a: &str, b: &str, top: i32| {
        let pairs: Vec<(f64, f64)> =
            all.iter().filter_map(|row| Some((answer(row, a, 5)?, answer(row, b, top)?))).collect();
        correlation(&pairs)
    };
    assert!(together("E3_SECURITY", "R07_SECURITY", 5) < -0.4);
    assert!(together("E3_SECURITY", "RECOMMEND", 10) < -0.2);
    assert!(together("R_ALL", "RECOMMEND", 10) > 0.3);
    let effort = |wait: &str| {
        let of = all.iter().filter(|row| row["SECWAIT"] == wait);
        mean(&of.filter_map(|row| answer(row, "E3_SECURITY", 5)).collect::<Vec<_>>())
    };
    assert!(effort("4") > effort("3") && effort("3") > effort("2") && effort("2") > effort("1"));
    let lost = all.iter().filter_map(|row| answer(row, "R15_LOSTPROP", 5)).count();
    assert!((5..30).contains(&lost), "a low base to show: {lost}");
}

#[test]
fn the_mappings_name_columns_that_exist() {
    for (name, rows) in [("energie", &ENERGIE), ("airport", &AIRPORT)] {
        let text = std::fs::read_to_string(sample(name).join("mapping.json")).unwrap();
        let profile: Profile = serde_json::from_str(&text).unwrap();
        let header = rows[0].keys().cloned().collect::<BTreeSet<_>>();
        let mapped: BTreeSet<String> = profile.columns.iter().map(|c| c.column.clone()).collect();
        assert_eq!(mapped, header, "{name}");
    }
}

#[test]
fn the_maps_can_be_built() {
    for (name, cards, departments) in [("energie", 17, 5), ("airport", 16, 5)] {
        let text = std::fs::read_to_string(sample(name).join("journey.json")).unwrap();
        let outline = Outline::parse(&text).unwrap();
        let mut document = Document::in_memory("Sample").unwrap();
        for command in outline.build().unwrap() {
            document.run(&command).unwrap();
        }
        let model = document.model();
        assert_eq!(model.placements.len(), cards, "{name}");
        assert_eq!(model.stages.len(), 6, "{name}");
        let seen: BTreeSet<&str> = model.teams.values().map(|t| t.department.as_str()).collect();
        assert_eq!(seen.len(), departments, "{name}");
        for touchpoint in model.touchpoints.values() {
            assert!(touchpoint.owner.is_some(), "{}", touchpoint.title);
            let icon = touchpoint.icon.as_deref().unwrap();
            assert!(Icon::named(icon).is_some(), "{icon}");
        }
        for note in model.notes.values() {
            assert!(note.icon.as_deref().is_none_or(|icon| Icon::named(icon).is_some()));
        }
        let mapping = std::fs::read_to_string(sample(name).join("mapping.json")).unwrap();
        let profile: Profile = serde_json::from_str(&mapping).unwrap();
        for column in &profile.columns {
            if let Role::Answer(answer) = &column.role {
                let known = |title: &String| model.touchpoint_named(title).is_some();
                assert!(answer.touchpoint.as_ref().is_none_or(known), "{}", column.column);
            }
        }
    }
    let outline = std::fs::read_to_string(sample("energie").join("journey.json")).unwrap();
    for title in ENERGIE.iter().map(|row| &row["contactmoment"]) {
        assert!(outline.contains(&format!("\"title\": \"{title}\"")), "{title}");
    }
}

#[test]
fn the_generator_writes_the_same_bytes_again() {
    let program = std::env::current_exe().unwrap();
    let program = program.parent().unwrap().with_file_name("examples").join("make_samples");
    if !program.exists() {
        assert!(
            std::env::var("CI").as_deref() != Ok("true"),
            "cargo test should have built {}",
            program.display()
        );
        eprintln!("SKIPPED: {} is not built; run `cargo test` without --test", program.display());
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let status = std::process::Command::new(program).arg(folder.path()).status().unwrap();
    assert!(status.success());
    for name in ["energie", "airport"] {
        for file in ["journey.json", "feedback.csv", "mapping.json", "README.md"] {
            let again = std::fs::read(folder.path().join(name).join(file)).unwrap();
            assert!(again == std::fs::read(sample(name).join(file)).unwrap(), "{name}/{file}");
        }
    }
}
