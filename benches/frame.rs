//! A frame of the window with 400 visible cards, and one with 5,000: egui run and tessellation, no
//! rasterising.
//!
//! The figures to keep are under 4 ms, and under 8 ms while a map of 5,000 moves.

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
use eframe::App as _;
use egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, RawInput, Rect,
    TouchPhase, Vec2, pos2, vec2,
};
use klantreis::app::App;
use klantreis::document::{Command, Document};
use klantreis::model::{
    Channel, ChannelId, ChannelKind, JourneyId, JourneyState, Owner, OwnerId, PlacementId, Spot,
    StageId, StageKind, TouchpointId,
};
use std::hint::black_box;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Stages, and cards in each: all of them show at once on a large screen.
const USUAL: (usize, usize) = (20, 20);
/// Stages, and cards in each, of the largest map that must stay fluid.
const LARGEST: (usize, usize) = (25, 200);

/// A map of so many stages with so many cards each, with owners and channels.
fn map((stages, cards): (usize, usize)) -> Document {
    let mut document = Document::in_memory("Bench").expect("a document in memory");
    let mut commands = Vec::new();
    let journey = JourneyId::fresh();
    let channel = ChannelId::fresh();
    let owner = OwnerId::fresh();
    commands.push(Command::PutChannel {
        channel: Channel { id: channel, kind: ChannelKind::Phone, name: None },
    });
    commands.push(Command::PutOwner {
        owner: Owner {
            id: owner,
            name: "Ada Vos".into(),
            role: String::new(),
            email: String::new(),
            team: None,
            hue: None,
        },
    });
    commands.push(Command::AddJourney {
        id: journey,
        name: "Large".into(),
        state: JourneyState::Current,
        standard: true,
    });
    let mut touchpoints = Vec::new();
    for stage in 0..stages {
        let id = StageId::fresh();
        commands.push(Command::AddStage {
            id,
            journey,
            kind: StageKind::Other,
            name: Some(format!("Stage {stage}")),
            index: Some(stage),
        });
        for card in 0..cards {
            let touchpoint = TouchpointId::fresh();
            touchpoints.push(touchpoint);
            commands.push(Command::AddTouchpoint {
                id: touchpoint,
                placement: PlacementId::fresh(),
                journey,
                spot: Spot::Stage(id),
                lane: None,
                title: format!("Touchpoint {stage} {card}"),
                index: None,
            });
            commands.push(Command::SetChannels { touchpoint, channels: vec![channel] });
        }
    }
    commands.push(Command::GiveTo { touchpoints, owner: Some(owner) });
    let name = klantreis::model::Message::new("canvas-menu");
    document.run(&Command::Several { name, commands }).expect("a map");
    document
}

struct Bench {
    egui: Context,
    app: App,
    frame: eframe::Frame,
    size: Vec2,
    time: f64,
}

impl Bench {
    fn new(root: &std::path::Path, size: Vec2, cards: (usize, usize)) -> Self {
        let egui = Context::default();
        let mut app = App::for_tests(&egui, root);
        app.open_document(map(cards));
        let frame = eframe::Frame::_new_kittest();
        let mut bench = Self { egui, app, frame, size, time: 0.0 };
        for _ in 0..10 {
            bench.frame(Vec::new());
        }
        bench
    }

    /// One frame; gives the number of vertices, so that nothing is optimised away.
    fn frame(&mut self, events: Vec<Event>) -> usize {
        self.time += 1.0 / 60.0;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            time: Some(self.time),
            events,
            ..RawInput::default()
        };
        let Self { egui, app, frame, .. } = self;
        let mut output = egui.run_ui(input, |ui| {
            app.logic(&ui.ctx().clone(), frame);
            app.ui(ui, frame);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let ppp = output.pixels_per_point;
        output.drop_without_applying_deltas();
        let primitives = egui.tessellate(shapes, ppp);
        let count = |p: &egui::epaint::Primitive| match p {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        };
        primitives.iter().map(|p| count(&p.primitive)).sum()
    }
}

fn frames(criterion: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let mut bench = Bench::new(root.path(), vec2(3840.0, 2160.0), USUAL);
    criterion.bench_function("frame with 400 cards, at rest", |b| {
        b.iter(|| black_box(bench.frame(Vec::new())));
    });
    bench.frame(vec![press(Key::H)]);
    criterion.bench_function("frame with 400 hatched cards of an overlay, at rest", |b| {
        b.iter(|| black_box(bench.frame(Vec::new())));
    });
    let mut x = 0.0;
    criterion.bench_function("frame with 400 cards, pointer moving", |b| {
        b.iter(|| {
            x = (x + 7.0) % 2800.0;
            black_box(bench.frame(vec![Event::PointerMoved(pos2(300.0 + x, 900.0))]))
        });
    });
}

/// The frames in which the map itself moves.
fn moves(criterion: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let mut bench = Bench::new(root.path(), vec2(3840.0, 2160.0), USUAL);
    let over = Event::PointerMoved(pos2(900.0, 600.0));
    let mut step = 0_u32;
    criterion.bench_function("frame with 400 cards, zooming", |b| {
        b.iter(|| {
            step += 1;
            let zoom = if (step / 20).is_multiple_of(2) { 0.99 } else { 1.0 / 0.99 };
            black_box(bench.frame(vec![over.clone(), Event::Zoom(zoom)]))
        });
    });
    bench.frame(vec![over.clone(), Event::Zoom(1.5)]);
    criterion.bench_function("frame with 400 cards, panning", |b| {
        b.iter(|| {
            step += 1;
            let by = if (step / 40).is_multiple_of(2) { -7.0 } else { 7.0 };
            black_box(bench.frame(vec![over.clone(), wheel(by)]))
        });
    });
}

/// The largest map, zoomed and panned in a usual window.
fn largest(criterion: &mut Criterion) {
    let root = tempfile::tempdir().expect("a folder");
    let mut bench = Bench::new(root.path(), vec2(1920.0, 1080.0), LARGEST);
    let over = Event::PointerMoved(pos2(900.0, 600.0));
    let mut step = 0_u32;
    criterion.bench_function("frame with 5,000 cards, panning", |b| {
        b.iter(|| {
            step += 1;
            let by = if (step / 40).is_multiple_of(2) { -7.0 } else { 7.0 };
            black_box(bench.frame(vec![over.clone(), wheel(by)]))
        });
    });
    criterion.bench_function("frame with 5,000 cards, zooming", |b| {
        b.iter(|| {
            step += 1;
            let zoom = if (step / 20).is_multiple_of(2) { 0.99 } else { 1.0 / 0.99 };
            black_box(bench.frame(vec![over.clone(), Event::Zoom(zoom)]))
        });
    });
}

fn press(key: Key) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn wheel(by: f32) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(by, by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    }
}

criterion_group!(benches, frames, moves, largest);
criterion_main!(benches);
