//! Opening a document of 1,000,000 answers up to its first overlay, from the counts that it keeps: the
//! goal is 300 ms. Beside it: reading all answers, which follows behind.
//!
//! `KLANTREIS_ANSWERS` sets another number.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test may stop at once and tell why"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use klantreis::analysis::{Overlay, OverlayRequest};
use klantreis::document::{Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::model::Metric;
use klantreis::scores::Tally;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

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

fn opening(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let (rows, path) = (folder.path().join("rows.csv"), folder.path().join("bench.klantreis"));
    write_rows(&rows);
    {
        let mut document = Document::create(&path, "Bench").unwrap();
        let profile: Profile = serde_json::from_str(PROFILE).unwrap();
        let options = ImportOptions::default();
        document.import(&rows, &profile, &options, &Reporter::silent()).unwrap();
    }
    let mut group = c.benchmark_group("opening");
    group.sample_size(20);
    group.bench_function("to the first overlay", |b| {
        b.iter(|| {
            let document = Document::open(black_box(&path)).unwrap();
            let rollup = document.rollup().unwrap();
            let tally = Tally::from_histograms(rollup.into_iter().map(|r| (r.group, r.counts)), 0);
            let model = document.model();
            let journey = model.journeys_in_order()[0].id;
            let request = OverlayRequest::new(journey, Metric::Nps);
            Overlay::from_tally(model, &request, &tally)
        });
    });
    group.bench_function("and all answers", |b| {
        b.iter(|| {
            let document = Document::open(black_box(&path)).unwrap();
            document.scores(&Reporter::silent()).unwrap().answers()
        });
    });
    group.finish();
}

criterion_group!(benches, opening);
criterion_main!(benches);
