//! Reading an XLSX of 200,000 rows, beside calamine alone over the same cells: the goal is less
//! than three times its time.
//!
//! Twice: with texts that cells share, as spreadsheet programs write them, and with texts in place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a bench may stop at once and tell why"
)]

use calamine::{Xlsx, open_workbook};
use criterion::{Criterion, criterion_group, criterion_main};
use klantreis::import::{CheckedRow, Profile, Rejected, RowSink, detect, read};
use klantreis::jobs::Reporter;
use klantreis::model::Refusal;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::fs::File;
use std::hint::black_box;
use std::io::BufReader;
use std::path::Path;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROWS: u32 = 200_000;
const WORDS: [&str; 8] =
    ["snel", "traag", "vriendelijk", "rekening", "monteur", "telefoon", "opnieuw", "duidelijk"];

const PROFILE: &str = r#"{
    "header_rows": 1, "decimal": ".", "sheet": "Sheet1",
    "survey": {"name": "Bench", "wave": "1", "audience": "customer"},
    "columns": [
        {"column": "id", "role": "response_id"},
        {"column": "day", "role": "date", "format": "%Y-%m-%d"},
        {"column": "touchpoint", "role": "touchpoint"},
        {"column": "channel", "role": "channel"},
        {"column": "region", "role": "segment", "name": "Region"},
        {"column": "score", "role": "answer", "metric": "nps", "min": 0, "max": 10,
         "better": "high"},
        {"column": "weight", "role": "weight"},
        {"column": "remark", "role": "comment"}
    ],
    "unmatched": "create"
}"#;

/// The rows, the same every time.
fn write_rows(path: &Path, texts_in_place: bool) {
    let mut book = Workbook::new();
    let sheet = if texts_in_place {
        book.add_worksheet_with_constant_memory().unwrap()
    } else {
        book.add_worksheet()
    };
    let names = ["id", "day", "touchpoint", "channel", "region", "score", "weight", "remark"];
    for (column, name) in (0..).zip(names) {
        sheet.write(0, column, name).unwrap();
    }
    let date = Format::new().set_num_format("yyyy-mm-dd");
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for row in 1..=ROWS {
        let day = ExcelDateTime::from_ymd(2025, 1 + draw(12) as u8, 1 + draw(28) as u8).unwrap();
        let words: Vec<&str> = (0..5).map(|_| WORDS[draw(8) as usize]).collect();
        sheet.write(row, 0, format!("R{row:07}")).unwrap();
        sheet.write_with_format(row, 1, &day, &date).unwrap();
        sheet.write(row, 2, format!("Touchpoint {}", 1 + draw(30))).unwrap();
        sheet.write(row, 3, ["web", "phone", "shop", "app"][draw(4) as usize]).unwrap();
        sheet.write(row, 4, format!("Region {}", 1 + draw(12))).unwrap();
        sheet.write(row, 5, draw(11) as u32).unwrap();
        sheet.write(row, 6, 0.5 + draw(100) as f64 / 64.0).unwrap();
        sheet.write(row, 7, format!("{} {row}", words.join(" "))).unwrap();
    }
    book.save(path).unwrap();
}

#[derive(Default)]
struct Count(u64);

impl RowSink for Count {
    fn row(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        self.0 += row.answers.len() as u64;
        Ok(())
    }

    fn rejected(&mut self, rejected: &Rejected) -> Result<(), Refusal> {
        panic!("{rejected:?}")
    }
}

fn klantreis(path: &Path) {
    let profile: Profile = serde_json::from_str(PROFILE).unwrap();
    let mut count = Count::default();
    read(path, &profile, &Reporter::silent(), &mut count).unwrap();
    assert_eq!(count.0, u64::from(ROWS));
}

fn calamine_alone(path: &Path) {
    let mut book: Xlsx<BufReader<File>> = open_workbook(path).unwrap();
    let mut reader = book.worksheet_cells_reader("Sheet1").unwrap();
    let mut cells = 0_u32;
    while let Some(cell) = reader.next_cell().unwrap() {
        black_box(cell.get_value());
        cells += 1;
    }
    assert_eq!(cells, (ROWS + 1) * 8);
}

fn benches(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    for (name, in_place) in [("shared texts", false), ("texts in place", true)] {
        let path = folder.path().join("rows.xlsx");
        write_rows(&path, in_place);
        let mut group = criterion.benchmark_group(format!("XLSX of 200,000 rows, {name}"));
        group.sample_size(10);
        group.bench_function("calamine alone", |b| b.iter(|| calamine_alone(&path)));
        group.bench_function("read and checked", |b| b.iter(|| klantreis(&path)));
        group.bench_function("detected", |b| {
            b.iter(|| black_box(detect(&path, &Profile::default()).unwrap()));
        });
        group.finish();
    }
}

criterion_group!(all, benches);
criterion_main!(all);
