//! Overlay under a new filter over 1,000,000 answers: the goal is 8 ms on one core; a matrix of 60
//! touchpoints: 20 ms.
//!
//! Long data (one answer a response) and wide data (fourteen answers a response), made here from
//! a fixed seed. `KLANTREIS_CSV=FILE` writes the long answers, for `benches/count_with_duckdb.py`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test may stop at once and tell why"
)]

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use klantreis::analysis::{
    Across, Matrix, MatrixRequest, Overlay, OverlayRequest, Responsible, ResponsibleKind,
    Scorecard, ScorecardRequest, Sources, lineup,
};
use klantreis::model::{
    Better, Channel, ChannelId, ChannelKind, Histogram, Journey, JourneyId, Lane, LaneId, LaneKind,
    Metric, Model, Owner, OwnerId, Placement, PlacementId, Question, QuestionId, QuestionKind,
    Scale, Spot, Stage, StageId, StageKind, Survey, SurveyId, Touchpoint, TouchpointId,
};
use klantreis::scores::{
    Filter, Group, Period, ResponseRow, ScoreTable, ScoreTableBuilder, aggregate,
    responses_per_week,
};
use std::hint::black_box;
use std::io::Write;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// `KLANTREIS_ANSWERS` sets another number.
fn answers() -> u32 {
    let asked = std::env::var("KLANTREIS_ANSWERS");
    asked.ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000)
}

const TOUCHPOINTS: usize = 60;
const OWNERS: usize = 10;

/// A document with one journey, its touchpoints and an effort question.
struct Document {
    model: Model,
    journey: JourneyId,
    touchpoints: Vec<TouchpointId>,
    channels: Vec<ChannelId>,
    questions: Vec<QuestionId>,
    survey: SurveyId,
}

fn document() -> Document {
    let mut model = Model::default();
    let (journey, survey) = (JourneyId::fresh(), SurveyId::fresh());
    let channels: Vec<ChannelId> = (0..6).map(|_| ChannelId::fresh()).collect();
    for &id in &channels {
        model.channels.insert(id, Channel { id, kind: ChannelKind::Web, name: None });
    }
    let touchpoints = cards(&mut model, journey, &channels);
    let asked = Survey {
        id: survey,
        name: String::from("Survey"),
        wave: String::new(),
        audience: klantreis::model::Audience::Customer,
        journeys: Vec::new(),
    };
    model.surveys.insert(survey, asked);
    let questions = [(Metric::Ces, 1, 7), (Metric::Nps, 0, 10)].map(|(metric, min, max)| {
        let question = Question {
            id: QuestionId::fresh(),
            survey,
            code: metric.key().to_owned(),
            metric,
            scale: Scale { min, max, better: Better::High },
            boxed: Vec::new(),
            breaks: None,
            wording: String::new(),
            kind: QuestionKind::Touchpoint,
            labels: std::collections::BTreeMap::new(),
        };
        let id = question.id;
        model.questions.insert(id, question);
        id
    });
    Document { model, journey, touchpoints, channels, questions: questions.to_vec(), survey }
}

/// A journey of six stages with cards.
fn cards(model: &mut Model, journey: JourneyId, channels: &[ChannelId]) -> Vec<TouchpointId> {
    model.journeys.insert(journey, Journey::named(journey, String::from("Journey")));
    let (lane, kind) = (LaneId::fresh(), LaneKind::Touchpoints);
    let row = Lane { position: 0, ..Lane::new(lane, journey, kind, None) };
    model.lanes.insert(lane, row);
    let stages: Vec<StageId> = StageKind::SIX.iter().map(|_| StageId::fresh()).collect();
    for ((position, kind), &id) in (0..).zip(StageKind::SIX).zip(&stages) {
        model.stages.insert(id, Stage { position, ..Stage::new(id, journey, kind, None) });
    }
    let touchpoints: Vec<TouchpointId> = (0..TOUCHPOINTS).map(|_| TouchpointId::fresh()).collect();
    let owners: Vec<OwnerId> = (0..OWNERS).map(|_| OwnerId::fresh()).collect();
    for (index, &id) in owners.iter().enumerate() {
        model.owners.insert(id, Owner::named(id, format!("Owner {index}")));
    }
    for (index, &touchpoint) in touchpoints.iter().enumerate() {
        let offered = Touchpoint {
            channels: vec![channels[index % channels.len()]],
            owner: Some(owners[index % owners.len()]),
            ..Touchpoint::new(touchpoint, format!("Touchpoint {index}"))
        };
        model.touchpoints.insert(touchpoint, offered);
        let spot = Spot::Stage(stages[index * stages.len() / TOUCHPOINTS]);
        let id = PlacementId::fresh();
        let placement =
            Placement { position: 0, ..Placement::new(id, touchpoint, journey, spot, lane) };
        model.placements.insert(id, placement);
    }
    touchpoints
}

/// Pseudo-random numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u32) -> u32 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(below)) as u32
    }
}

fn table(document: &Document, answers_each: u32) -> ScoreTable {
    let mut dice = Dice(7);
    let mut builder = ScoreTableBuilder::new();
    let survey = builder.survey_key(document.survey).unwrap();
    let region = builder.dimension("Region");
    let regions =
        ["North", "East", "South", "West"].map(|r| builder.segment_key(region, r).unwrap());
    let channels: Vec<u16> =
        document.channels.iter().map(|c| builder.channel_key(Some(*c)).unwrap()).collect();
    let mut groups = Vec::new();
    for &touchpoint in &document.touchpoints {
        for &question in &document.questions {
            let group = Group { touchpoint: Some(touchpoint), question };
            groups.push(builder.group_key(group).unwrap());
        }
    }
    let responses = answers() / answers_each;
    for respondent in 0..responses {
        let channel = match dice.roll(4) {
            0 => 0,
            _ => channels[dice.roll(6) as usize],
        };
        let row = ResponseRow {
            survey,
            day: 20_300 + dice.roll(365) as i32,
            channel,
            // One in five people answers more than once.
            respondent: if dice.roll(5) == 0 { dice.roll(responses) } else { respondent },
            segments: vec![regions[dice.roll(4) as usize]],
            weight: 1.0,
            response: 0,
        };
        let response = builder.push_response(&row).unwrap();
        for _ in 0..answers_each {
            let group = dice.roll(groups.len() as u32) as usize;
            let top = if group.is_multiple_of(2) { 7 } else { 11 };
            builder.push_answer(response, groups[group], dice.roll(top) as u8);
        }
    }
    builder.finish()
}

/// The answers as a file that another program can count.
fn write_for_duckdb(table: &ScoreTable) {
    let Ok(path) = std::env::var("KLANTREIS_CSV") else { return };
    let mut file = std::io::BufWriter::new(std::fs::File::create(path).unwrap());
    writeln!(file, "day,touchpoint,question,value,respondent").unwrap();
    for response in 0..table.responses() {
        let bounds = &table.first_answer[response..response + 2];
        for answer in bounds[0] as usize..bounds[1] as usize {
            let (group, value) = (table.group[answer], table.value[answer]);
            let (day, respondent) = (table.day[response], table.respondent[response]);
            writeln!(file, "{day},{},{},{value},{respondent}", group / 2, group % 2).unwrap();
        }
    }
}

fn overlays(c: &mut Criterion) {
    let document = document();
    let request = OverlayRequest::new(document.journey, Metric::Ces);
    let quarter =
        Filter { period: Period { from: Some(20_400), to: Some(20_490) }, ..Filter::default() };
    let picky = Filter {
        channels: document.channels[..3].iter().copied().collect(),
        segments: [("Region".to_owned(), ["North".to_owned(), "West".to_owned()].into())].into(),
        ..Filter::default()
    };
    let filters = [("all", Filter::default()), ("quarter", quarter), ("channel and region", picky)];
    for (shape, answers_each) in [("long", 1), ("wide", 14)] {
        let table = table(&document, answers_each);
        let mut group = c.benchmark_group(format!("overlay of {} answers, {shape}", answers()));
        group.sample_size(40);
        for (name, filter) in &filters {
            group.bench_function(*name, |b| {
                b.iter(|| {
                    Overlay::from_table(&table, &document.model, &request, black_box(filter))
                });
            });
        }
        group.bench_function("counts alone", |b| {
            b.iter(|| aggregate(&table, &document.model, black_box(&filters[0].1)));
        });
        group.bench_function("responses per week", |b| {
            b.iter(|| responses_per_week(&table, &document.model, black_box(&filters[0].1)));
        });
        for (name, across) in [
            ("matrix by channel", Across::Channel),
            ("matrix by month", Across::Month),
            ("matrix by segment", Across::Segment("Region".to_owned())),
        ] {
            let matrix =
                MatrixRequest { across, ..MatrixRequest::new(document.journey, Metric::Ces) };
            group.bench_function(name, |b| {
                let filter = black_box(&filters[0].1);
                b.iter(|| Matrix::from_table(&table, &document.model, &matrix, filter));
            });
        }
        scorecards(&mut group, &document, &table);
        group.finish();
        if answers_each == 1 {
            write_for_duckdb(&table);
        }
        // A bench that counts nothing would be fast as well.
        let all = aggregate(&table, &document.model, &filters[0].1);
        let counted: u64 = all.groups.iter().map(|g| Histogram::n(&g.histogram)).sum();
        assert_eq!(counted, u64::from(answers() / answers_each * answers_each));
    }
}

/// The page of one owner of six touchpoints, and the list of all owners.
fn scorecards(group: &mut BenchmarkGroup<'_, WallTime>, document: &Document, table: &ScoreTable) {
    let (model, filter) = (&document.model, Filter::default());
    let sources = Sources { table: Some(table), stored: None, contacts: &[] };
    let main = OverlayRequest::new(document.journey, Metric::Ces);
    let owner = model.owners.keys().next().copied().unwrap();
    let request = ScorecardRequest::new(Responsible::Owner(owner), main.clone());
    group.bench_function("page of an owner", |b| {
        b.iter(|| Scorecard::of(sources, model, &request, black_box(&filter)));
    });
    let all = Overlay::from_table(table, model, &main, &filter);
    group.bench_function("list of owners", |b| {
        b.iter(|| lineup(table, model, ResponsibleKind::Owner, &all, black_box(&filter)));
    });
}

criterion_group!(benches, overlays);
criterion_main!(benches);
