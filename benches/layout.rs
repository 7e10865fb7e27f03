//! How long the layout of a large map takes. The targets are 10 ms for 600 touchpoints and 100 ms
//! for 5,000.

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
use klantreis::model::{
    Better, Histogram, Journey, JourneyId, Lane, LaneId, LaneKind, Metric, Model, Note, NoteId,
    Placement, PlacementId, Question, QuestionId, QuestionKind, Scale, Spot, Stage, StageId,
    StageKind, Survey, SurveyId, Tone, Touchpoint, TouchpointId,
};
use klantreis::render::map::{MapRequest, Mode, Scores, layout};
use klantreis::scores::{Group, Tally};
use klantreis::text::{Lang, Texts};
use std::hint::black_box;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Stages, and touchpoints in each.
const SIZES: [(usize, usize); 2] = [(12, 50), (20, 250)];
const EASE: Scale = Scale { min: 1, max: 7, better: Better::High };

fn lane(model: &mut Model, journey: JourneyId, kind: LaneKind, position: i64) -> LaneId {
    let id = LaneId::fresh();
    model.lanes.insert(id, Lane { position, ..Lane::new(id, journey, kind, None) });
    id
}

fn question(model: &mut Model, journey: JourneyId) -> QuestionId {
    let (survey, id) = (SurveyId::fresh(), QuestionId::fresh());
    let (name, wave) = (String::new(), String::new());
    let audience = Default::default();
    model
        .surveys
        .insert(survey, Survey { id: survey, name, wave, audience, journeys: vec![journey] });
    let question = Question {
        id,
        survey,
        code: String::new(),
        metric: Metric::Ces,
        scale: EASE,
        boxed: Vec::new(),
        breaks: None,
        wording: String::new(),
        kind: QuestionKind::Touchpoint,
        labels: Default::default(),
    };
    model.questions.insert(id, question);
    id
}

/// A map with a note for each card, and an overlay with a score for every card.
fn large((stages, cards_each): (usize, usize)) -> (Model, JourneyId, Overlay) {
    let mut model = Model::default();
    let id = JourneyId::fresh();
    model.journeys.insert(id, Journey::named(id, "Large".to_owned()));
    let cards = lane(&mut model, id, LaneKind::Touchpoints, 0);
    let notes = lane(&mut model, id, LaneKind::PainsGains, 1);
    let question = question(&mut model, id);
    let mut groups = Vec::new();
    for stage in (0..).take(stages) {
        let spot = Spot::Stage(self::stage(&mut model, id, stage));
        for card in (0..).take(cards_each) {
            let at = Place { journey: id, spot, cards, notes, position: card };
            let title = format!("Touchpoint {card} of stage {stage}");
            let touchpoint = Some(self::card(&mut model, &at, title));
            let mut counts = Histogram::new(EASE);
            for (value, step) in (1..=7).zip(0_u64..) {
                counts.add(value, (card.unsigned_abs() * 7 + step) % 40);
            }
            groups.push((Group { touchpoint, question }, counts));
        }
    }
    let tally = Tally::from_histograms(groups, 10_000);
    let overlay = Overlay::from_tally(&model, &OverlayRequest::new(id, Metric::Ces), &tally);
    (model, id, overlay)
}

fn stage(model: &mut Model, journey: JourneyId, position: i64) -> StageId {
    let id = StageId::fresh();
    let (kind, name) = (StageKind::Other, Some(format!("Stage {position}")));
    model.stages.insert(id, Stage { position, ..Stage::new(id, journey, kind, name) });
    id
}

/// Where a card and its note stand.
struct Place {
    journey: JourneyId,
    spot: Spot,
    cards: LaneId,
    notes: LaneId,
    position: i64,
}

fn card(model: &mut Model, at: &Place, title: String) -> TouchpointId {
    let (id, placement, note) = (TouchpointId::fresh(), PlacementId::fresh(), NoteId::fresh());
    let Place { journey, spot, cards, notes, position } = *at;
    let text = format!("What hurts at {title}");
    model.touchpoints.insert(
        id,
        Touchpoint { moment_of_truth: position % 9 == 0, ..Touchpoint::new(id, title) },
    );
    model.placements.insert(
        placement,
        Placement { position, ..Placement::new(placement, id, journey, spot, cards) },
    );
    model.notes.insert(
        note,
        Note { tone: Tone::Pain, position, ..Note::new(note, journey, spot, notes, text) },
    );
    id
}

fn bench(criterion: &mut Criterion) {
    let texts = Texts::new(Lang::Nl);
    for size in SIZES {
        let (model, journey, overlay) = large(size);
        let scores = Scores { overlay: Some(&overlay), ..Scores::default() };
        for (name, mode) in [("scores", Mode::ScoresOnly), ("heat", Mode::Heat)] {
            let request = MapRequest { mode, ..MapRequest::new(journey, Lang::Nl) };
            let name = format!("layout of {} touchpoints, {name}", size.0 * size.1);
            criterion.bench_function(&name, |bencher| {
                bencher.iter(|| layout(black_box(&request), &model, &texts, scores));
            });
        }
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
