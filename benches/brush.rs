//! A frame of the window while the time brush moves over 1,000,000 answers: filter, count, colour, lay
//! out and tessellate a map of 60 touchpoints. The goal is under 16 ms; over 10,000,000 under 100 ms.
//!
//! `KLANTREIS_ANSWERS` sets another number. Prints how much memory the process held at most.

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
use eframe::App as _;
use egui::{Context, Pos2, RawInput, Rect, Vec2, vec2};
use klantreis::analysis::Measure;
use klantreis::app::App;
use klantreis::app::context::{CompareWith, Overlay, UiAction};
use klantreis::document::Document;
use klantreis::model::Metric;
use klantreis::scores::Period;
use std::hint::black_box;
use std::time::Duration;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZE: Vec2 = vec2(1440.0, 900.0);
/// 2025-01-01, where the answers begin.
const FIRST: i32 = 20_089;

struct Window {
    egui: Context,
    app: App,
    frame: eframe::Frame,
    time: f64,
}

impl Window {
    fn open(root: &std::path::Path, document: Document) -> Self {
        let egui = Context::default();
        let mut app = App::for_tests(&egui, root);
        app.open_document(document);
        let frame = eframe::Frame::_new_kittest();
        let mut window = Self { egui, app, frame, time: 0.0 };
        // Until the answers are read.
        let mut left = 6_000;
        while !window.app.has_scores() {
            left -= 1;
            assert!(left > 0, "the answers are never read");
            std::thread::sleep(Duration::from_millis(10));
            window.frame();
        }
        window.look(|view| {
            view.overlay = Overlay::Heat;
            view.measure = Measure::of(Metric::Nps);
        });
        for _ in 0..10 {
            window.frame();
        }
        window
    }

    fn look(&mut self, alter: impl FnOnce(&mut klantreis::app::context::View)) {
        let mut view = self.app.view().clone();
        alter(&mut view);
        self.app.push(UiAction::Look(Box::new(view)));
    }

    /// The brush at another place, and the frame that shows it.
    fn brush(&mut self, day: i32) -> usize {
        let period = Period { from: Some(FIRST + day), to: Some(FIRST + day + 91) };
        self.look(|view| view.filter.period = period);
        self.frame()
    }

    /// One frame; gives the number of vertices, so that nothing is optimised away.
    fn frame(&mut self) -> usize {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let input = RawInput { screen_rect, time: Some(self.time), ..RawInput::default() };
        let Self { egui, app, frame, .. } = self;
        let mut output = egui.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        });
        let (shapes, scale) = (std::mem::take(&mut output.shapes), output.pixels_per_point);
        output.drop_without_applying_deltas();
        let count = |p: &egui::epaint::Primitive| match p {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        };
        egui.tessellate(shapes, scale).iter().map(|p| count(&p.primitive)).sum()
    }
}

fn brush(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let path = material::document(folder.path());
    held("after the import");
    let mut window = Window::open(folder.path(), Document::open(&path).unwrap());
    held("with the map open");
    let mut day = 0;
    let mut group = criterion.benchmark_group("brush");
    group.sample_size(40);
    for (name, compare) in
        [("a quarter moves", CompareWith::Nothing), ("and is compared", CompareWith::PeriodBefore)]
    {
        window.look(|view| view.compare = compare);
        window.frame();
        group.bench_function(name, |b| {
            b.iter(|| {
                day = (day + 1) % 270;
                black_box(window.brush(day))
            });
        });
    }
    group.bench_function("at rest", |b| b.iter(|| black_box(window.frame())));
    group.finish();
    held("at the end");
}

/// Prints the most memory held so far, where the system tells.
fn held(when: &str) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        let found = status.lines().find(|l| l.starts_with(name)).unwrap_or_default();
        found.split_whitespace().nth(1).and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) / 1024
    };
    println!("memory {when}: {} MB now, {} MB at most", line("VmRSS"), line("VmHWM"));
}

criterion_group!(benches, brush);
criterion_main!(benches);
