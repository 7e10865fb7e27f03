//! Import of 1,000,000 long rows with comments (about 100 MB), beside the same file through the
//! `.import` of the `sqlite3` program: the goal is 1.2 times its time and 250 MB of memory.
//!
//! Then what opening such a document costs: the stored counts at once, the columns behind them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test may stop at once and tell why"
)]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use klantreis::document::{Document, ImportOptions};
use klantreis::import::Profile;
use klantreis::jobs::Reporter;
use klantreis::store::Store;
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::Command;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: u32 = 1_000_000;
const WORDS: [&str; 16] = [
    "snel",
    "traag",
    "vriendelijk",
    "rekening",
    "monteur",
    "telefoon",
    "opnieuw",
    "duidelijk",
    "wachttijd",
    "geholpen",
    "niet",
    "goed",
    "klacht",
    "website",
    "antwoord",
    "bedankt",
];

const PROFILE: &str = r#"{
    "header_rows": 1, "delimiter": ",", "encoding": "utf-8", "decimal": ".",
    "survey": {"name": "Bench", "wave": "1", "audience": "customer"},
    "columns": [
        {"column": "id", "role": "response_id"},
        {"column": "day", "role": "date", "format": "%Y-%m-%d"},
        {"column": "touchpoint", "role": "touchpoint"},
        {"column": "channel", "role": "channel"},
        {"column": "region", "role": "segment", "name": "Region"},
        {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10,
         "better": "high"},
        {"column": "remark", "role": "comment"}
    ],
    "unmatched": "create"
}"#;

/// The rows, the same every time.
fn write_rows(path: &Path) {
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "id,day,touchpoint,channel,region,score,remark").unwrap();
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 0..ROWS {
        let (month, day) = (1 + draw(12), 1 + draw(28));
        let channel = ["web", "phone", "shop", "app"][draw(4) as usize];
        let (touchpoint, region, score) = (1 + draw(30), 1 + draw(12), draw(11));
        write!(file, "R{row:07},2025-{month:02}-{day:02},Touchpoint {touchpoint},{channel}")
            .unwrap();
        write!(file, ",Region {region},{score},\"").unwrap();
        for _ in 0..4 + draw(7) {
            write!(file, "{} ", WORDS[draw(16) as usize]).unwrap();
        }
        writeln!(file, "{row}\"").unwrap();
    }
}

fn import(folder: &Path, rows: &Path) {
    let path = folder.join("bench.klantreis");
    let _ = std::fs::remove_file(&path);
    let mut document = Document::create(&path, "Bench").unwrap();
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    let report = document.import(rows, &profile, &ImportOptions::default(), &Reporter::silent());
    assert_eq!(report.unwrap().answers, u64::from(ROWS));
}

/// The same rows through the `sqlite3` program, which may be missing.
fn shell(folder: &Path, rows: &Path) -> bool {
    let database = folder.join("shell.db");
    let _ = std::fs::remove_file(&database);
    let import = format!(".import {} rows", rows.display());
    let done = Command::new("sqlite3").arg(&database).args([".mode csv", &import]).status();
    done.is_ok_and(|status| status.success())
}

/// Most memory this process ever used, as the system tells it.
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or("VmHWM: not told on this system").to_owned()
}

fn benches(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.csv");
    write_rows(&rows);
    let mut group = criterion.benchmark_group("import of 1,000,000 rows");
    group.sample_size(10);
    group.bench_function("klantreis", |b| b.iter(|| import(folder.path(), &rows)));
    eprintln!("{}", peak_memory());
    if shell(folder.path(), &rows) {
        group.bench_function("sqlite3 .import", |b| b.iter(|| shell(folder.path(), &rows)));
    } else {
        eprintln!("SKIPPED: no `sqlite3` program here to compare with");
    }
    group.finish();

    let mut group = criterion.benchmark_group("opening 1,000,000 answers");
    group.sample_size(10);
    let path = folder.path().join("bench.klantreis");
    let open = || Store::open(&path).unwrap();
    group.bench_function("model and stored counts", |b| {
        b.iter(|| black_box(open().store.rollup().unwrap()));
    });
    group.bench_function("columns", |b| {
        b.iter_batched(
            open,
            |opened| black_box(opened.store.scores(&Reporter::silent()).unwrap()),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(all, benches);
criterion_main!(all);
