//! A document of many answers, made from a fixed seed, that several benches open.
//!
//! `KLANTREIS_ANSWERS` sets another number than 1,000,000.

use klantreis::document::{Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use std::io::Write;
use std::path::{Path, PathBuf};

const PROFILE: &str = r#"{
    "header_rows": 1, "delimiter": ",", "encoding": "utf-8", "decimal": ".",
    "survey": {"name": "Bench"},
    "columns": [
        {"column": "id", "role": "response_id"},
        {"column": "day", "role": "date", "format": "%Y-%m-%d"},
        {"column": "touchpoint", "role": "touchpoint"},
        {"column": "channel", "role": "channel"},
        {"column": "region", "role": "segment"},
        {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10,
         "better": "high"}
    ],
    "unmatched": "create"
}"#;

fn write_rows(path: &Path) {
    let rows: u32 =
        std::env::var("KLANTREIS_ANSWERS").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "id,day,touchpoint,channel,region,score").unwrap();
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 0..rows {
        let (month, day) = (1 + draw(12), 1 + draw(28));
        let channel = ["web", "phone", "shop", "app"][draw(4) as usize];
        let (touchpoint, region, score) = (1 + draw(60), 1 + draw(12), draw(11));
        let id = format!("R{row:08},2025-{month:02}-{day:02}");
        writeln!(file, "{id},Touchpoint {touchpoint},{channel},Region {region},{score}").unwrap();
    }
}

/// Makes the document in a folder.
pub fn document(folder: &Path) -> PathBuf {
    let (rows, path) = (folder.join("rows.csv"), folder.join("bench.klantreis"));
    write_rows(&rows);
    let mut document = Document::create(&path, "Bench").unwrap();
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    let options = ImportOptions::default();
    document.import(&rows, &profile, &options, &Reporter::silent()).unwrap();
    path
}
