//! How long the layout of a large map takes. The target is 10 ms for 600 touchpoints.

use criterion::{Criterion, criterion_group, criterion_main};
use klantreis::analysis::{Overlay, OverlayRequest};
use klantreis::model::{
    Better, Histogram, Journey, JourneyId, JourneyState, Lane, LaneId, LaneKind, Metric, Model,
    Note, NoteId, Placement, PlacementId, Question, QuestionId, QuestionKind, Scale, Spot, Stage,
    StageId, StageKind, Survey, SurveyId, Tone, Touchpoint, TouchpointId,
};
use klantreis::render::map::{MapRequest, Mode, layout};
use klantreis::scores::{Group, Tally};
use klantreis::text::{Lang, Texts};
use std::hint::black_box;

const STAGES: usize = 12;
const CARDS: usize = 50;
const EASE: Scale = Scale {
    min: 1,
    max: 7,
    better: Better::High,
};

fn lane(model: &mut Model, journey: JourneyId, kind: LaneKind, position: i64) -> LaneId {
    let id = LaneId::fresh();
    model.lanes.insert(
        id,
        Lane {
            id,
            journey,
            kind,
            name: None,
            visible: true,
            position,
        },
    );
    id
}

fn question(model: &mut Model, journey: JourneyId) -> QuestionId {
    let (survey, id) = (SurveyId::fresh(), QuestionId::fresh());
    let (name, wave) = (String::new(), String::new());
    let audience = Default::default();
    model.surveys.insert(
        survey,
        Survey {
            id: survey,
            name,
            wave,
            audience,
            journeys: vec![journey],
        },
    );
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

/// A map of 600 cards with a note each, and an overlay with a score for every card.
fn large() -> (Model, JourneyId, Overlay) {
    let mut model = Model::default();
    let journey = JourneyId::fresh();
    let name = "Large".to_owned();
    let state = JourneyState::Current;
    model.journeys.insert(
        journey,
        Journey {
            id: journey,
            name,
            state,
            persona: None,
            position: 0,
        },
    );
    let cards = lane(&mut model, journey, LaneKind::Touchpoints, 0);
    let notes = lane(&mut model, journey, LaneKind::PainsGains, 1);
    let question = question(&mut model, journey);
    let mut groups = Vec::new();
    for stage in 0..STAGES {
        let id = StageId::fresh();
        let name = Some(format!("Stage {stage}"));
        let position = stage as i64;
        let kind = StageKind::Other;
        model.stages.insert(
            id,
            Stage {
                id,
                journey,
                kind,
                name,
                position,
            },
        );
        for card in 0..CARDS {
            let touchpoint = TouchpointId::fresh();
            let title = format!("Touchpoint {card} of stage {stage}");
            model.touchpoints.insert(
                touchpoint,
                Touchpoint {
                    id: touchpoint,
                    title: title.clone(),
                    description: String::new(),
                    icon: None,
                    channels: Vec::new(),
                    owner: None,
                    moment_of_truth: card % 9 == 0,
                },
            );
            let (spot, position) = (Spot::Stage(id), card as i64);
            let placement = PlacementId::fresh();
            model.placements.insert(
                placement,
                Placement {
                    id: placement,
                    touchpoint,
                    journey,
                    spot,
                    lane: cards,
                    span: 1,
                    position,
                },
            );
            let note = NoteId::fresh();
            let text = format!("What hurts at {title}");
            model.notes.insert(
                note,
                Note {
                    id: note,
                    journey,
                    spot,
                    lane: notes,
                    tone: Tone::Pain,
                    text,
                    icon: None,
                    position,
                },
            );
            let mut counts = Histogram::new(EASE);
            for value in 1..=7 {
                counts.add(value, (card as u64 * 7 + value as u64) % 40);
            }
            groups.push((
                Group {
                    touchpoint: Some(touchpoint),
                    question,
                },
                counts,
            ));
        }
    }
    let tally = Tally::from_histograms(groups, 10_000);
    let overlay = Overlay::from_tally(&model, &OverlayRequest::new(journey, Metric::Ces), &tally);
    (model, journey, overlay)
}

fn bench(criterion: &mut Criterion) {
    let (model, journey, overlay) = large();
    let texts = Texts::new(Lang::Nl);
    for (name, mode) in [("scores", Mode::ScoresOnly), ("heat", Mode::Heat)] {
        let request = MapRequest {
            mode,
            ..MapRequest::new(journey, Lang::Nl)
        };
        criterion.bench_function(&format!("layout of 600 touchpoints, {name}"), |bencher| {
            bencher.iter(|| layout(black_box(&request), &model, &texts, Some(&overlay), None));
        });
    }
}

criterion_group!(benches, bench);
criterion_main!(benches);
