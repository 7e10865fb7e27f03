//! Trends with control limits: baselines, breaks, signals, small groups.
//!
//! Figures come from the reference (months of the printed vectors), or are worked out in a comment.

use super::builder::World;
use klantreis::analysis::*;
use klantreis::metrics::{Chart, Rule, Side};
use klantreis::model::*;
use klantreis::scores::{Filter, Month};

/// One touchpoint in the first of two stages.
struct Line {
    world: World,
    journey: JourneyId,
    stages: [StageId; 2],
    about: TouchpointId,
    survey: SurveyId,
}

fn line(audience: Audience) -> Line {
    let mut world = World::default();
    let journey = world.journey("Journey");
    let stages = [world.stage(journey), world.stage(journey)];
    let about = world.touchpoint(&[], None);
    world.place(about, stages[0]);
    let survey = world.survey("2026", audience, &[]);
    Line { world, journey, stages, about, survey }
}

/// The 10th of a month, counted from January 2025.
fn day(month: usize) -> i32 {
    let mut at = Month { year: 2025, month: 1 };
    (0..month).for_each(|_| at = at.next());
    at.first_day().unwrap() + 9
}

impl Line {
    fn question(&mut self, metric: Metric, scale: (i32, i32)) -> QuestionId {
        self.world.question(self.survey, metric, scale, Better::High)
    }

    fn month(&mut self, month: usize, question: QuestionId, values: &[i32]) {
        self.world.answers_on(Some(day(month)), Some(self.about), question, values);
    }

    fn request(&self, metric: Metric) -> ControlRequest {
        ControlRequest {
            metric,
            audience: Audience::Customer,
            scope: Scope::Touchpoint(self.about),
            version: None,
            today: None,
        }
    }

    fn chart_of(&self, request: &ControlRequest) -> ControlChart {
        ControlChart::of(&self.world.table(), &self.world.model, request, &Filter::default())
    }

    fn chart(&self, metric: Metric) -> ControlChart {
        self.chart_of(&self.request(metric))
    }
}

fn near(found: f64, wanted: f64, digits: i32) {
    let room = 0.5001 * 10_f64.powi(-digits);
    assert!((found - wanted).abs() <= room, "{found}, not {wanted}");
}

fn told(chart: &ControlChart) -> Vec<(Rule, Side, usize, usize)> {
    chart.signals.iter().map(|s| (s.rule, s.side, s.first, s.last)).collect()
}

#[test]
fn the_newest_month_is_never_part_of_its_own_baseline() {
    let mut line = line(Audience::Customer);
    let rating = line.question(Metric::Rating, (0, 40));
    for (month, value) in [22, 25, 19, 24, 21, 27, 20, 23, 18, 26, 24, 36].into_iter().enumerate() {
        line.month(month, rating, &[value; 6]);
    }
    let chart = line.chart(Metric::Rating);
    assert_eq!(chart.points.len(), 12);
    let limits = chart.points[11].limits.unwrap();
    near(limits.centre, 22.636_364, 6);
    near(limits.lower, 9.868_364, 6);
    near(limits.upper, 35.404_364, 6);
    assert_eq!(told(&chart), [(Rule::Outside, Side::Above, 11, 11)]);
    assert_eq!(chart.points[11].rules, [Rule::Outside]);
    let base = Base { first: 0, last: 10, points: 11, locked: None };
    let span = Span { first: 0, last: 11, chart: Some(Chart::Individuals), baseline: base };
    assert_eq!(chart.spans, [span]);
    // Two more months: the baseline stays the first twelve.
    line.month(12, rating, &[23; 6]);
    line.month(13, rating, &[23; 6]);
    let base = line.chart(Metric::Rating).spans[0].baseline;
    assert_eq!((base.first, base.last, base.points), (0, 11, 12));
}

#[test]
fn shares_and_net_promoter_of_varying_bases() {
    let mut line = line(Audience::Customer);
    let csat = line.question(Metric::Csat, (1, 5));
    let nps = line.question(Metric::Nps, (0, 10));
    let bases = [120, 80, 150, 95, 110, 60, 140, 100];
    let satisfied = [90, 58, 117, 70, 79, 36, 112, 77];
    let recommend =
        [(50, 25), (40, 18), (66, 30), (38, 20), (52, 22), (22, 20), (70, 24), (45, 22)];
    for month in 0..8 {
        let n: usize = bases[month];
        let mut answers = vec![5; satisfied[month]];
        answers.resize(n, 2);
        line.month(month, csat, &answers);
        let (promoters, detractors) = recommend[month];
        let mut answers = vec![10; promoters];
        answers.resize(n - detractors, 7);
        answers.resize(n, 3);
        line.month(month, nps, &answers);
    }
    // A ninth month, so that the printed eight are the baseline.
    line.month(8, csat, &[5, 5, 5, 2, 5, 5, 5, 5]);
    line.month(8, nps, &[10, 10, 10, 7, 7, 7, 3, 3]);
    let shares = line.chart(Metric::Csat);
    assert_eq!(shares.spans[0].chart, Some(Chart::PerAnswer));
    let at = |chart: &ControlChart, i: usize| chart.points[i].limits.unwrap();
    near(at(&shares, 0).centre, 74.7368, 4);
    near(at(&shares, 0).lower, 62.8370, 4);
    near(at(&shares, 5).upper, 91.5658, 4);
    // Eight answers: the limits are as wide as the axis allows.
    near(at(&shares, 8).upper, 100.0, 9);
    let found = line.chart(Metric::Nps);
    near(at(&found, 0).centre, 23.625_731, 6);
    near(at(&found, 5).lower, -6.470, 3);
    near(at(&found, 5).upper, 53.721, 3);
    assert!(told(&found).is_empty());
}

#[test]
fn few_points_equal_points_many_points() {
    for count in [0, 1, 2, 5, 6, 200] {
        let mut line = line(Audience::Customer);
        let ces = line.question(Metric::Ces, (1, 7));
        (0..count).for_each(|month| line.month(month, ces, &[4, 5, 5, 6, 3]));
        let chart = line.chart(Metric::Ces);
        assert_eq!(chart.points.len(), count);
        assert!(told(&chart).is_empty(), "{count} equal points say nothing");
        let limited = chart.points.iter().filter(|p| p.limits.is_some()).count();
        assert_eq!(limited, if count >= 6 { count } else { 0 }, "{count} points");
        if count > 0 {
            let points = chart.spans[0].baseline.points;
            assert_eq!(points, (count - 1).min(12), "{count} points");
        }
    }
}

#[test]
fn small_months_give_no_point_but_their_number() {
    let mut line = line(Audience::Customer);
    let ces = line.question(Metric::Ces, (1, 7));
    for month in 0..9 {
        let answers: &[i32] = if month == 3 { &[1, 1, 1, 1] } else { &[4, 5, 5, 6, 3] };
        if month != 5 {
            line.month(month, ces, answers);
        }
    }
    let chart = line.chart(Metric::Ces);
    assert_eq!(chart.points[3].reading, Reading::TooFew { n: 4 });
    assert_eq!(chart.points[5].reading, Reading::NoData);
    assert!(chart.points[3].limits.is_none() && chart.points[5].limits.is_none());
    assert_eq!(chart.spans[0].baseline.points, 6, "seven scores, the newest is under test");
    assert!(told(&chart).is_empty());
}

#[test]
fn small_months_of_employees_stay_hidden() {
    let mut line = line(Audience::Employee);
    let nps = line.question(Metric::Nps, (0, 10));
    for month in 0..9 {
        let answers: &[i32] = if month == 4 { &[0, 0] } else { &[9, 8, 7, 6, 10, 9] };
        line.month(month, nps, answers);
    }
    let request = ControlRequest { audience: Audience::Employee, ..line.request(Metric::Nps) };
    let chart = line.chart_of(&request);
    // Two people, and six more that keep them from following from a total.
    let hidden: Vec<usize> =
        (0..9).filter(|i| chart.points[*i].reading == Reading::Hidden).collect();
    assert_eq!(hidden.len(), 2);
    assert!(hidden.contains(&4));
    for i in hidden {
        assert_eq!((chart.points[i].respondents, chart.points[i].limits), (None, None));
    }
    assert!(line.chart(Metric::Nps).points.is_empty(), "no customers were asked");
}

#[test]
fn another_wording_starts_the_baseline_anew() {
    let mut line = line(Audience::Customer);
    let first = line.question(Metric::Ces, (1, 7));
    let second = line.question(Metric::Ces, (1, 7));
    for month in 0..16 {
        let (question, answers) =
            if month < 7 { (first, [4, 5, 5, 6, 3, 4]) } else { (second, [6, 6, 7, 6, 5, 7]) };
        line.month(month, question, &answers);
    }
    let chart = line.chart(Metric::Ces);
    let why = BreakWhy::Wording { from: "How was 0?".into(), to: "How was 1?".into() };
    assert_eq!(chart.breaks, [Break { month: chart.points[7].month, why }]);
    let spans: Vec<_> = chart.spans.iter().map(|s| (s.first, s.last, s.baseline.points)).collect();
    assert_eq!(spans, [(0, 6, 6), (7, 15, 8)]);
    assert!(told(&chart).is_empty(), "a new question is no change of the experience");
    near(chart.points[6].limits.unwrap().centre, 4.5, 9);
    near(chart.points[7].limits.unwrap().centre, 37.0 / 6.0, 9);
}

#[test]
fn other_channels_start_the_baseline_anew() {
    let mut line = line(Audience::Customer);
    let ces = line.question(Metric::Ces, (1, 7));
    let (web, phone) = (line.world.channel(), line.world.channel());
    for month in 0..10 {
        line.month(month, ces, &[4, 5, 5, 6, 3, 4, 5, 5, 4, 6]);
    }
    for (index, raw) in line.world.raws.iter_mut().enumerate() {
        let (month, place) = (index / 10, index % 10);
        raw.channel = Some(if place < if month < 5 { 9 } else { 2 } { web } else { phone });
    }
    let chart = line.chart(Metric::Ces);
    let [only] = chart.breaks.as_slice() else { panic!("{:?}", chart.breaks) };
    assert_eq!(only.month, chart.points[5].month);
    let BreakWhy::Channels { channel: Some(channel), from, to } = only.why else {
        panic!("{only:?}")
    };
    assert!([web, phone].contains(&channel));
    near((from - to).abs(), 0.7, 9);
}

#[test]
fn another_scale_is_marked_and_never_joined() {
    let mut line = line(Audience::Customer);
    let old = line.question(Metric::Ces, (1, 5));
    let new = line.question(Metric::Ces, (1, 7));
    (0..4).for_each(|month| line.month(month, old, &[2, 3, 4, 3, 2]));
    (4..12).for_each(|month| line.month(month, new, &[4, 5, 5, 6, 3]));
    let chart = line.chart(Metric::Ces);
    assert_eq!(chart.points.len(), 8, "only the months of the followed version");
    let [only] = chart.breaks.as_slice() else { panic!("{:?}", chart.breaks) };
    let BreakWhy::Scale { from, to } = &only.why else { panic!("{only:?}") };
    assert_eq!((from.scale.max, to.scale.max), (5, 7));
    assert_eq!(only.month, chart.points[0].month);
    // The other way round: what came later is marked behind the last month.
    let request = ControlRequest { version: Some((**from).clone()), ..line.request(Metric::Ces) };
    let chart = line.chart_of(&request);
    assert_eq!((chart.points.len(), chart.spans.len()), (4, 1));
    assert_eq!(chart.breaks[0].month, chart.points[3].month.next());
    // Every version has its chart.
    let all = ControlChart::all(
        &line.world.table(),
        &line.world.model,
        &line.request(Metric::Ces),
        &Filter::default(),
    );
    assert_eq!(all.iter().map(|c| c.points.len()).collect::<Vec<_>>(), [4, 8]);
}

#[test]
fn a_stage_and_a_journey_pool_their_touchpoints() {
    let mut line = line(Audience::Customer);
    let other = line.world.touchpoint(&[], None);
    line.world.place(other, line.stages[1]);
    let ces = line.question(Metric::Ces, (1, 7));
    for month in 0..8 {
        line.month(month, ces, &[4, 5, 5, 6, 3]);
        line.world.answers_on(Some(day(month)), Some(other), ces, &[7, 7, 7, 6, 7]);
    }
    let of = |scope| line.chart_of(&ControlRequest { scope, ..line.request(Metric::Ces) });
    let centre = |chart: &ControlChart| chart.points[7].limits.unwrap().centre;
    near(centre(&of(Scope::Stage(line.journey, line.stages[0]))), 4.6, 9);
    near(centre(&of(Scope::Stage(line.journey, line.stages[1]))), 6.8, 9);
    near(centre(&of(Scope::Journey(line.journey))), 5.7, 9);
    // A stage without touchpoints is not the whole journey.
    let mut empty = Filter::default();
    empty.touchpoints.insert(other);
    let request = ControlRequest {
        scope: Scope::Stage(line.journey, line.stages[0]),
        ..line.request(Metric::Ces)
    };
    let chart = ControlChart::of(&line.world.table(), &line.world.model, &request, &empty);
    assert_eq!(chart, ControlChart::default());
}

#[test]
fn people_count_where_someone_answers_twice() {
    let mut line = line(Audience::Customer);
    let csat = line.question(Metric::Csat, (1, 5));
    for month in 0..8 {
        let n = if month % 2 == 0 { 60 } else { 20 };
        let answers: Vec<i32> = (0..n).map(|i| if i % 3 == 0 { 2 } else { 5 }).collect();
        line.month(month, csat, &answers);
    }
    let once = line.chart(Metric::Csat);
    for pair in line.world.raws.chunks_mut(2) {
        pair[1].respondent = pair[0].respondent;
    }
    let twice = line.chart(Metric::Csat);
    let spread = |chart: &ControlChart| chart.points[0].limits.unwrap().spread;
    assert_eq!(once.spans[0].chart, Some(Chart::PerAnswer));
    near(spread(&twice) / spread(&once), 2.0_f64.sqrt(), 9);
}

#[test]
fn future_months_are_marked() {
    let mut line = line(Audience::Customer);
    let ces = line.question(Metric::Ces, (1, 7));
    (0..8).for_each(|month| line.month(month, ces, &[4, 5, 5, 6, 3]));
    let request = ControlRequest { today: Some(day(5)), ..line.request(Metric::Ces) };
    let chart = line.chart_of(&request);
    let future: Vec<bool> = chart.points.iter().map(|p| p.is_future).collect();
    assert_eq!(future, [false, false, false, false, false, false, true, true]);
    assert!(chart.points[7].reading.score().is_some());
}

#[test]
fn a_locked_baseline_holds_for_its_touchpoint_or_for_all() {
    let mut line = line(Audience::Customer);
    let ces = line.question(Metric::Ces, (1, 7));
    for month in 0..14 {
        let low: [i32; 6] = [2, 3, 3, 4, 3, 3];
        let high: [i32; 6] = [5, 6, 6, 7, 6, 6];
        let wobble = i32::from(month % 2 == 0);
        let answers = if month < 6 { high } else { low }.map(|v| (v + wobble).min(7));
        line.month(month, ces, &answers);
    }
    let lock = |touchpoint, from: &str, to: &str| {
        let (id, (metric, audience)) = (BaselineId::fresh(), (Metric::Ces, Audience::Customer));
        let (from, to) = (from.to_owned(), to.to_owned());
        (id, Baseline { id, metric, audience, touchpoint, from, to })
    };
    let free = line.chart(Metric::Ces);
    assert_eq!((free.spans[0].baseline.points, free.spans[0].baseline.locked), (12, None));
    let (all, baseline) = lock(None, "2025-01-01", "2025-06-30");
    line.world.model.baselines.insert(all, baseline);
    let chart = line.chart(Metric::Ces);
    let base = Base { first: 0, last: 5, points: 6, locked: Some(all) };
    assert_eq!(chart.spans[0].baseline, base);
    near(chart.points[13].limits.unwrap().centre, 6.416_667, 6);
    // The last month of the baseline lies below its centre too.
    assert!(told(&chart).contains(&(Rule::OneSide, Side::Below, 5, 13)));
    // The touchpoint's own goes before it; too few months are said to be too few.
    let (own, baseline) = lock(Some(line.about), "2025-07-01", "2025-10-31");
    line.world.model.baselines.insert(own, baseline);
    let span = line.chart(Metric::Ces).spans[0].clone();
    assert_eq!((span.baseline.locked, span.baseline.points, span.chart), (Some(own), 4, None));
    // One that holds none of the months is as good as none.
    line.world.model.baselines.get_mut(&own).unwrap().from = "2031-01-01".into();
    line.world.model.baselines.get_mut(&own).unwrap().to = "2031-12-31".into();
    assert_eq!(line.chart(Metric::Ces).spans, free.spans);
}
