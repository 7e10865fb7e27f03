//! A real survey of 2,831 passengers, read by the example profile: every figure that others
//! computed independently comes out.

use super::collected::Collected;
use klantreis::import::{CheckedRow, Profile, check, detect, preview, propose, read};
use klantreis::jobs::Reporter;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A file of the public data beside the project; none (said aloud) where that is not there.
pub fn shared(file: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{} is missing", path.display());
    println!("SKIPPED: {} is not on this machine", path.display());
    None
}

/// The example profile.
pub fn profile() -> Profile {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/examples/airport_2017.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

const SURVEY: &str = "surveys/sfo_airport/2017_SFO_Customer_Survey.csv";

fn expected() -> Option<Value> {
    let path = shared("surveys/sfo_airport/expected_2017.json")?;
    let all: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    Some(all["sfo_2017"].clone())
}

/// n, promoters, passives, detractors.
fn nps<'a>(rows: impl Iterator<Item = &'a CheckedRow>, column: usize) -> [u64; 4] {
    let mut counts = [0; 4];
    for answer in rows.flat_map(|r| &r.answers).filter(|a| a.column == column) {
        counts[0] += 1;
        counts[match answer.value {
            9..=10 => 1,
            7..=8 => 2,
            _ => 3,
        }] += 1;
    }
    counts
}

fn wanted(figures: &Value) -> [u64; 4] {
    ["n", "promoters", "passives", "detractors"].map(|k| figures[k].as_u64().unwrap())
}

#[test]
fn the_figures_of_the_airport_survey_come_out() {
    let (Some(path), Some(expected)) = (shared(SURVEY), expected()) else {
        return;
    };
    let profile = profile();
    let mut all = Collected::default();
    let report = read(&path, &profile, &Reporter::silent(), &mut all).unwrap();
    assert_eq!(report.rows_read, 2831);
    assert_eq!(all.rows.len(), 2831);
    assert_eq!(all.rejected, Vec::new());
    let entry = |name: &str| profile.columns.iter().position(|c| c.column == name).unwrap();

    assert_eq!(nps(all.rows.iter(), entry("NETPRO")), wanted(&expected["nps"]));
    for (area, figures) in expected["nps_by_boarding_area"].as_object().unwrap() {
        let segment = entry("BAREA");
        let in_area = all.rows.iter().filter(|r| r.segments.contains(&(segment, area.clone())));
        assert_eq!(nps(in_area, entry("NETPRO")), wanted(figures), "area {area}");
    }
    let ratings = expected["touchpoints"].as_object().unwrap();
    assert_eq!(ratings.len(), 26);
    for (column, figures) in ratings {
        let mut histogram: BTreeMap<String, u64> = BTreeMap::new();
        for answer in all.rows.iter().flat_map(|r| &r.answers) {
            if answer.column == entry(column) {
                assert!(answer.touchpoint.is_some());
                *histogram.entry(answer.value.to_string()).or_default() += 1;
            }
        }
        let wanted: BTreeMap<String, u64> =
            serde_json::from_value(figures["dist"].clone()).unwrap();
        assert_eq!(histogram, wanted, "{column}");
        let n: u64 = histogram.values().sum();
        let top = histogram["4"] + histogram["5"];
        let share = 100.0 * top as f64 / n as f64;
        assert!((share - figures["top2"].as_f64().unwrap()).abs() < 5e-4, "{column}: {share}");
    }
    assert_eq!(all.rows[0].row, 2);
    assert_eq!(all.rows[0].response_id.as_deref(), Some("1"));
    assert!(all.rows.iter().all(|r| r.weight.is_some()));
}

#[test]
fn the_check_counts_what_the_import_would_keep() {
    let Some(path) = shared(SURVEY) else { return };
    let report = check(&path, &profile(), &Reporter::silent()).unwrap();
    assert_eq!((report.responses, report.duplicates, report.rejected), (2831, 0, 0));
    assert_eq!(report.labels.len(), 26);
    assert_eq!(report.labels[0].0, "Feeling safe");
    let preview = preview(&path, &profile(), 5).unwrap();
    assert_eq!((preview.rows.len(), preview.rows[0].row), (5, 2));
    assert_eq!(preview.headers.len(), 97);
    assert_eq!(preview.missing_columns, Vec::<String>::new());
}

#[test]
fn the_proposal_finds_the_scales_and_asks_about_their_odd_values() {
    let Some(path) = shared(SURVEY) else { return };
    let detected = detect(&path, &Profile::default()).unwrap();
    assert_eq!(detected.delimiter.value, ",");
    assert_eq!((detected.header_rows.value, detected.columns.len()), (1, 97));
    assert!(detected.complete && detected.rows_examined == 2831);
    let proposal = propose(&detected);
    let json = serde_json::to_value(&proposal).unwrap();
    let role = |name: &str| {
        let columns = json["profile"]["columns"].as_array().unwrap();
        let column = columns.iter().find(|c| c["column"] == name).unwrap();
        (column["role"].clone(), column["metric"].clone(), column["max"].clone())
    };
    assert_eq!(role("NETPRO"), ("answer".into(), "nps".into(), 10.into()));
    assert_eq!(role("RESPNUM").0, "response_id");
    assert_eq!(role("WEIGHT").0, "weight");
    assert_eq!(role("Q7FOOD"), ("answer".into(), "csat".into(), 5.into()));
    let eleven = json["questions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|q| q["ask"] == "missing" && q["value"] == "11")
        .expect("the 84 elevens of NETPRO are asked about");
    assert_eq!(eleven["count"], 84);
}
