//! Two waves of a real survey, compared by the program and a second time by hand: both numbers of
//! answers, the difference, its interval and its adjusted p-value of every rating.

use super::airport::shared;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

const WAVES: [(&str, &str); 2] = [
    ("2016", "surveys/sfo_airport/2016_SFO_Customer_Survey.csv"),
    ("2017", "surveys/sfo_airport/2017_SFO_Customer_Survey.csv"),
];

fn program(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_klantreis")).args(args).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {errors}");
    String::from_utf8(output.stdout).unwrap()
}

fn headers(path: &Path) -> Vec<String> {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let names = reader.byte_headers().unwrap().iter();
    names.map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect()
}

/// The example profile with what a wave's file has of it: columns were named otherwise in 2016.
fn profile_of(wave: &str, headers: &[String]) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/airport_2017.json");
    let mut profile: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    profile["survey"]["wave"] = wave.into();
    let columns = profile["columns"].as_array_mut().unwrap();
    for column in columns.iter_mut().filter(|c| c["role"] == "response_id") {
        let own = headers.iter().find(|h| h.ends_with("RESPNUM")).unwrap();
        column["column"] = own.as_str().into();
    }
    columns.retain(|c| {
        let is_there = headers.iter().any(|h| c["column"] == h.as_str());
        is_there && (c["role"] == "response_id" || c["metric"] == "csat")
    });
    profile
}

/// (4s and 5s, answers from 1 to 5) of each column.
fn counted(path: &Path) -> BTreeMap<String, (f64, f64)> {
    let names = headers(path);
    let mut counts = BTreeMap::new();
    for record in csv::Reader::from_path(path).unwrap().byte_records() {
        for (name, cell) in names.iter().zip(&record.unwrap()) {
            let cell = String::from_utf8_lossy(cell);
            if let Ok(value @ 1..=5) = cell.trim().parse::<i32>() {
                let (inside, n): &mut (f64, f64) = counts.entry(name.clone()).or_default();
                *inside += f64::from(u8::from(value >= 4));
                *n += 1.0;
            }
        }
    }
    counts
}

/// Both tails of the normal curve beyond |z|: erfc by its series, or by its continued fraction.
fn two_tails(z: f64) -> f64 {
    let x = z.abs() / std::f64::consts::SQRT_2;
    if x < 3.0 {
        let (mut term, mut sum) = (x, x);
        for k in 1..200 {
            let k = f64::from(k);
            term *= -x * x / k;
            sum += term / (2.0 * k + 1.0);
        }
        return 1.0 - 2.0 / std::f64::consts::PI.sqrt() * sum;
    }
    let tail = (1..200).rev().fold(x, |below, k| x + f64::from(k) / 2.0 / below);
    (-x * x).exp() / (std::f64::consts::PI.sqrt() * tail)
}

/// A difference of two shares in percent points with its interval and p (Agresti and Caffo).
fn by_hand((x1, n1): (f64, f64), (x2, n2): (f64, f64)) -> [f64; 4] {
    let (p1, p2) = ((x1 + 1.0) / (n1 + 2.0), (x2 + 1.0) / (n2 + 2.0));
    let se = (p1 * (1.0 - p1) / (n1 + 2.0) + p2 * (1.0 - p2) / (n2 + 2.0)).sqrt();
    let (raw, centre, reach) = (x2 / n2 - x1 / n1, p2 - p1, 1.959_963_984_540_054 * se);
    [100.0 * raw, 100.0 * (centre - reach), 100.0 * (centre + reach), two_tails(centre / se)]
}

#[test]
fn two_waves_compared_as_by_hand() {
    let files = WAVES.map(|(wave, file)| Some((wave, shared(file)?)));
    let [Some(earlier), Some(later)] = files else { return };
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let document = at("airport.klantreis");
    program(&["new", &document, "--lang", "en"]);
    for (wave, path) in [&earlier, &later] {
        let mapping = at(&format!("{wave}.json"));
        let profile = profile_of(wave, &headers(path));
        std::fs::write(&mapping, profile.to_string()).unwrap();
        program(&["import", &document, &path.to_string_lossy(), "--mapping", &mapping, "--json"]);
    }
    let sides = ["--a", "wave=2016", "--b", "wave=2017", "--by", "touchpoint", "--json"];
    let mut args = vec!["compare", &document, "--metric", "csat"];
    args.extend(sides);
    let table: Value = serde_json::from_str(&program(&args)).unwrap();

    let profile = profile_of("2017", &headers(&later.1));
    let (before, after) = (counted(&earlier.1), counted(&later.1));
    let mut expected = Vec::new();
    for column in profile["columns"].as_array().unwrap().iter().filter(|c| c["role"] == "answer") {
        let name = column["column"].as_str().unwrap();
        let (Some(a), Some(b)) = (before.get(name), after.get(name)) else { continue };
        let touchpoint = column["touchpoint"].as_str().unwrap().to_owned();
        expected.push((touchpoint, *a, *b, by_hand(*a, *b)));
    }
    assert!(expected.len() >= 25, "{} ratings were asked in both years", expected.len());
    // Benjamini and Hochberg: of the largest p first, the least of m·p/rank so far.
    let mut ranked: Vec<usize> = (0..expected.len()).collect();
    ranked.sort_by(|&i, &j| expected[i].3[3].total_cmp(&expected[j].3[3]));
    let m = expected.len() as f64;
    let mut adjusted = vec![0.0; expected.len()];
    let mut least = 1.0_f64;
    for (rank, &i) in ranked.iter().enumerate().rev() {
        least = least.min(expected[i].3[3] * m / (rank as f64 + 1.0));
        adjusted[i] = least;
    }

    let rows = table["rows"].as_array().unwrap();
    assert_eq!(rows.len(), expected.len());
    assert_eq!(table["compared"], expected.len());
    for ((name, a, b, [difference, low, high, p]), p_adjusted) in expected.iter().zip(&adjusted) {
        let row = rows.iter().find(|r| r["name"] == name.as_str()).unwrap();
        assert_eq!((row["a"]["n"].as_f64(), row["b"]["n"].as_f64()), (Some(a.1), Some(b.1)));
        for (key, wanted) in [
            ("difference", difference),
            ("low", low),
            ("high", high),
            ("p", p),
            ("p_adjusted", p_adjusted),
        ] {
            let found = row[key].as_f64().unwrap();
            assert!((found - wanted).abs() < 1e-9, "{name}, {key}: {found}, by hand {wanted}");
        }
        assert_eq!(row["stands_out"], *p_adjusted <= 0.05 && *difference != 0.0, "{name}");
    }
    let standing = adjusted.iter().filter(|p| **p <= 0.05).count();
    assert_eq!(table["standing_out"], standing);
}
