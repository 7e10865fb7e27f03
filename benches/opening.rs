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

/// The document.
mod material;

use criterion::{Criterion, criterion_group, criterion_main};
use klantreis::analysis::{Overlay, OverlayRequest};
use klantreis::document::Document;
use klantreis::jobs::Reporter;
use klantreis::model::Metric;
use klantreis::scores::Tally;
use std::hint::black_box;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn opening(c: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = material::document(folder.path());
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
