//! What the map says: readings, heat, small groups, versions, trends, tables, comparisons.
//!
//! Figures come from the reference, or are worked out in a comment.

use super::builder::{World, spread};
use klantreis::analysis::*;
use klantreis::metrics::Parts;
use klantreis::model::*;
use klantreis::scores::{By, Filter, Key, Month, Period, aggregate};

/// A journey of two stages with three touchpoints, and one survey.
struct Map {
    world: World,
    journey: JourneyId,
    stages: [StageId; 2],
    touchpoints: [TouchpointId; 3],
    survey: SurveyId,
}

fn map(audience: Audience) -> Map {
    let mut world = World::default();
    let journey = world.journey("Journey");
    let stages = [world.stage(journey), world.stage(journey)];
    let touchpoints = [0, 0, 1].map(|stage| {
        let touchpoint = world.touchpoint(&[], None);
        world.place(touchpoint, stages[stage]);
        touchpoint
    });
    let survey = world.survey("2026", audience, &[]);
    Map { world, journey, stages, touchpoints, survey }
}

impl Map {
    fn overlay(&self, metric: Metric) -> Overlay {
        let request = OverlayRequest::new(self.journey, metric);
        Overlay::from_table(&self.world.table(), &self.world.model, &request, &Filter::default())
    }
}

fn near(found: f64, wanted: f64, room: f64) {
    assert!((found - wanted).abs() <= room, "{found}, not {wanted}");
}

fn score(reading: &Reading) -> &Score {
    reading.score().unwrap_or_else(|| panic!("no score but {reading:?}"))
}

#[test]
fn the_first_bill() {
    let mut map = map(Audience::Customer);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    let [bill, ..] = map.touchpoints;
    // 173 detractors, 161 passives, 78 promoters: −23, −30 to −16.
    map.world.answers(Some(bill), nps, &spread(5, &[100, 73, 80, 81, 40, 38]));
    let overlay = map.overlay(Metric::Nps);
    let found = score(overlay.touchpoint(bill));
    near(found.headline().value, -23.06, 0.005);
    near(found.headline().low, -30.0, 0.5);
    near(found.headline().high, -16.0, 0.5);
    let parts = Parts::Recommend { promoters: 78, passives: 161, detractors: 173 };
    assert_eq!(found.figures.parts, parts);
    assert_eq!(found.midpoint, Midpoint { value: 0.0, why: Why::Zero });
    near(found.heat.h, 50.0 - 23.06 / 2.0, 0.005);
    assert_eq!((overlay.responses, overlay.base()), (412, Some((412, 412))));
    assert_eq!(*overlay.touchpoint(map.touchpoints[1]), Reading::NoData);
    assert_eq!(*overlay.stage(map.stages[1]), Reading::NoData);
    // A total of people who answered once says what the touchpoint says.
    assert_eq!(score(&overlay.whole).shown(), found.shown());
    assert_eq!(score(&overlay.whole).figures.respondents, Some(412));
}

#[test]
fn a_target_moves_the_middle() {
    let mut map = map(Audience::Customer);
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let [bill, quote, visit] = map.touchpoints;
    map.world.answers(Some(bill), ces, &spread(1, &[40, 100, 120, 80, 50, 20, 2]));
    map.world.answers(Some(quote), ces, &[6; 100]);
    map.world.answers(Some(visit), ces, &[6, 7, 6, 5, 7, 7, 6, 6, 4, 7, 7, 5, 7, 7]);
    let middle = |overlay: &Overlay| overlay.midpoint.unwrap();
    assert_eq!(middle(&map.overlay(Metric::Ces)), Midpoint { value: 4.0, why: Why::ScaleMiddle });
    let mut target = |value: f64, touchpoint| {
        let target = Target { id: TargetId::fresh(), metric: Metric::Ces, touchpoint, value };
        map.world.model.targets = [(target.id, target)].into();
        map.overlay(Metric::Ces)
    };
    // Beyond the scale, or of one touchpoint: no middle for the whole picture.
    assert_eq!(middle(&target(9.0, None)).why, Why::ScaleMiddle);
    assert_eq!(middle(&target(5.0, Some(bill))).why, Why::ScaleMiddle);
    let overlay = target(5.0, None);
    assert_eq!(middle(&overlay), Midpoint { value: 5.0, why: Why::Target });
    let found = score(overlay.touchpoint(quote));
    near(found.heat.h, 75.0, 1e-9);
    near(found.headline().value, 100.0 * 5.0 / 6.0, 1e-9);
    assert_eq!((found.heat.leaf.layer, found.heat.leaf.index), (3, 5));
    // Fourteen answers: indicative, and half as many colours as the interval alone allows at least.
    let few = score(overlay.touchpoint(visit));
    assert!(few.low_base && few.heat.u >= 0.25);
    assert!(!score(overlay.touchpoint(bill)).low_base);
}

#[test]
fn low_is_good() {
    let mut map = map(Audience::Customer);
    let ces = map.world.question(map.survey, Metric::Ces, (1, 5), Better::Low);
    let [a, b, _] = map.touchpoints;
    map.world.answers(Some(a), ces, &[1, 1, 2, 2, 3, 4, 5, 2, 1, 3]);
    map.world.answers(Some(b), ces, &[5, 5, 4, 4, 3, 2, 1, 4, 5, 3]);
    let overlay = map.overlay(Metric::Ces);
    let (easy, hard) = (score(overlay.touchpoint(a)), score(overlay.touchpoint(b)));
    near(easy.shown().value, 2.4, 1e-12);
    near(easy.headline().value, 65.0, 1e-9);
    near(easy.heat.h, 65.0, 1e-9);
    near(hard.headline().value, 35.0, 1e-9);
    assert!(easy.headline().low < 65.0 && easy.headline().high > 65.0);
    assert_eq!(overlay.version.as_ref().unwrap().worst_best(), (5.0, 1.0));
    // From a to b effort rose by 1.2: worse, though the figure went up.
    let rows = |touchpoint| {
        let filter = Filter { touchpoints: [touchpoint].into(), ..Filter::default() };
        let request = StatsRequest { metric: Metric::Ces, by: By::Whole, pooled: true };
        stats(&map.world.table(), &map.world.model, &filter, &request)
    };
    let changes = compare_rows(&rows(a), &rows(b));
    let (_, _, change) = &changes[0];
    near(change.difference.value, 1.2, 1e-12);
    assert_eq!(change.better, Some(false));
}

#[test]
fn few_customers_count_in_totals() {
    let mut map = map(Audience::Customer);
    let csat = map.world.question(map.survey, Metric::Csat, (1, 5), Better::High);
    let [a, b, c] = map.touchpoints;
    map.world.answers(Some(a), csat, &[5, 4, 3, 4]);
    map.world.answers(Some(b), csat, &[5, 5, 2, 4, 1]);
    map.world.answers(None, csat, &[1, 1, 1]);
    // Six answers of three people are still three people.
    map.world.answers(Some(c), csat, &[5; 6]);
    for (index, raw) in map.world.raws.iter_mut().rev().take(6).enumerate() {
        raw.respondent = 1_000 + index as u32 / 2;
    }
    let overlay = map.overlay(Metric::Csat);
    assert_eq!(*overlay.touchpoint(a), Reading::TooFew { n: 4 });
    assert_eq!(*overlay.touchpoint(c), Reading::TooFew { n: 6 });
    let found = score(overlay.touchpoint(b));
    near(found.shown().value, 60.0, 1e-9);
    near(found.heat.h, 50.0 * 60.0 / 70.0, 1e-9);
    let stage = score(overlay.stage(map.stages[0]));
    assert_eq!(stage.n(), 9);
    near(stage.shown().value, 100.0 * 6.0 / 9.0, 1e-9);
    let whole = score(&overlay.whole);
    assert_eq!((whole.n(), whole.figures.respondents), (18, Some(15)));
}

#[test]
fn versions_are_never_coloured_together() {
    let mut map = map(Audience::Customer);
    let new = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let old = map.world.question(map.survey, Metric::Ces, (1, 5), Better::Low);
    let twin = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let [a, b, c] = map.touchpoints;
    map.world.answers(Some(a), new, &[6; 10]);
    map.world.answers(Some(a), old, &[2; 8]);
    map.world.answers(Some(b), old, &[2; 9]);
    map.world.answers(Some(c), twin, &[5; 12]);
    let overlay = map.overlay(Metric::Ces);
    assert_eq!(overlay.version.as_ref().unwrap().scale.max, 7);
    assert_eq!(score(overlay.touchpoint(a)).n(), 10);
    match overlay.touchpoint(b) {
        Reading::OtherVersion { version, n } => assert_eq!((version.scale.max, *n), (5, 9)),
        other => panic!("{other:?}"),
    }
    assert_eq!(score(overlay.touchpoint(c)).n(), 12);
    assert_eq!(score(&overlay.whole).n(), 22);
    assert_eq!(overlay.other_versions.len(), 1);
    let legend = Legend::of(&map.world.model, &overlay, &Filter::default(), Period::default());
    assert_eq!((legend.wordings.len(), legend.other_version), (2, 1));
    assert_eq!(legend.base, Some((10, 12)));
    let pinned = OverlayRequest {
        version: overlay.other_versions.first().cloned(),
        ..OverlayRequest::new(map.journey, Metric::Ces)
    };
    let (table, model) = (map.world.table(), &map.world.model);
    let pinned = Overlay::from_table(&table, model, &pinned, &Filter::default());
    assert_eq!(score(pinned.touchpoint(b)).n(), 9);
    assert_eq!(Comparison::of(&overlay, &pinned), Comparison::default());
}

#[test]
fn stored_counts_give_the_same_touchpoints() {
    let mut map = map(Audience::Customer);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    for (index, touchpoint) in map.touchpoints.into_iter().enumerate() {
        map.world.answers(Some(touchpoint), nps, &spread(4, &[index + 1, 9, 8, 7, 6, 5, 4]));
    }
    map.world.answers(None, nps, &[9, 2, 10]);
    let (table, model) = (map.world.table(), &map.world.model);
    let request = OverlayRequest::new(map.journey, Metric::Nps);
    let tally = aggregate(&table, model, &Filter::default());
    let quick = Overlay::from_tally(model, &request, &tally);
    let full = Overlay::from_table(&table, model, &request, &Filter::default());
    assert_eq!(quick.touchpoints, full.touchpoints);
    assert_eq!(score(&quick.whole).shown(), score(&full.whole).shown());
    assert_eq!(quick.midpoint, full.midpoint);
}

#[test]
fn employees_stay_hidden() {
    let mut map = map(Audience::Employee);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    let [a, b, c] = map.touchpoints;
    map.world.answers(Some(a), nps, &[9, 9, 3]);
    map.world.answers(Some(b), nps, &[9; 9]);
    map.world.answers(Some(c), nps, &[7; 8]);
    // Customers' overlay knows nothing of them.
    assert_eq!(map.overlay(Metric::Nps).whole, Reading::NoData);
    let measure = Measure { audience: Audience::Employee, ..Measure::of(Metric::Nps) };
    let request = OverlayRequest::of(map.journey, measure);
    let (table, model) = (map.world.table(), &map.world.model);
    let overlay = Overlay::from_table(&table, model, &request, &Filter::default());
    assert_eq!(*overlay.touchpoint(a), Reading::Hidden);
    assert_eq!(*overlay.touchpoint(b), Reading::Hidden, "12 − 9 would tell");
    assert_eq!(score(overlay.touchpoint(c)).n(), 8);
    assert_eq!(score(overlay.stage(map.stages[0])).n(), 12);
    let request = StatsRequest { metric: Metric::Nps, by: By::Touchpoint, pooled: false };
    let rows = stats(&table, model, &Filter::default(), &request);
    let hidden: Vec<_> =
        rows.iter().map(|r| (r.reading == Reading::Hidden, r.counts.is_none())).collect();
    assert_eq!(hidden.iter().filter(|h| **h == (true, true)).count(), 2);
    assert_eq!(hidden.iter().filter(|h| **h == (false, false)).count(), 1);
}

#[test]
fn a_table_by_wave_pools_and_clusters() {
    let mut map = map(Audience::Customer);
    let waves = ["2016", "2017"].map(|wave| map.world.survey(wave, Audience::Customer, &[]));
    let questions = waves.map(|s| map.world.question(s, Metric::Nps, (0, 10), Better::High));
    let [a, b, _] = map.touchpoints;
    map.world.answers(Some(a), questions[0], &spread(6, &[25, 0, 30, 45]));
    map.world.answers(Some(b), questions[1], &spread(6, &[17, 0, 35, 68]));
    let (table, model) = (map.world.table(), &map.world.model);
    let by_wave = StatsRequest { metric: Metric::Nps, by: By::Wave, pooled: true };
    let rows = stats(&table, model, &Filter::default(), &by_wave);
    let keys: Vec<_> = rows.iter().map(|r| r.key.clone()).collect();
    assert_eq!(keys, [Key::Wave("2016".to_owned()), Key::Wave("2017".to_owned())]);
    assert_eq!(rows[0].respondents, Some(100));
    // The reference's two waves.
    let only = |wave: &str| {
        let filter = Filter { waves: [wave.to_owned()].into(), ..Filter::default() };
        let whole = StatsRequest { by: By::Whole, ..by_wave.clone() };
        stats(&table, model, &filter, &whole)
    };
    let changes = compare_rows(&only("2016"), &only("2017"));
    assert_eq!(changes.len(), 1);
    let change = &changes[0].2;
    near(change.difference.value, 22.5, 1e-9);
    near(change.difference.p, 0.033_012, 5e-7);
    assert!(change.stands_out && change.better == Some(true));
}

#[test]
fn people_who_answer_often_widen_a_total() {
    let mut map = map(Audience::Customer);
    let csat = map.world.question(map.survey, Metric::Csat, (1, 5), Better::High);
    let [a, b, _] = map.touchpoints;
    // Forty people, each giving the same verdict to both touchpoints.
    let values: Vec<i32> = (0..40).map(|i| if i % 4 == 0 { 2 } else { 5 }).collect();
    map.world.answers(Some(a), csat, &values);
    map.world.answers(Some(b), csat, &values);
    for (index, raw) in map.world.raws.iter_mut().enumerate() {
        raw.respondent = index as u32 % 40;
    }
    let overlay = map.overlay(Metric::Csat);
    let (one, both) = (score(overlay.touchpoint(a)), score(overlay.stage(map.stages[0])));
    near(both.shown().value, 75.0, 1e-9);
    assert_eq!((both.n(), both.figures.respondents), (80, Some(40)));
    // y − r·m is −1.5 for ten people and +0.5 for thirty: 40/39 · 30 / 80².
    let error = 100.0 * (40.0 / 39.0 * 30.0 / 6_400.0_f64).sqrt();
    near(both.figures.clustered_se.unwrap(), error, 1e-9);
    let width = |s: &Score| s.shown().high - s.shown().low;
    near(width(both) / 2.0, 2.022_691 * error, 1e-4);
    assert!(width(both) > 0.9 * width(one), "a second equal answer adds hardly anything");
}

#[test]
fn months_in_a_row() {
    let mut map = map(Audience::Customer);
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let [a, b, _] = map.touchpoints;
    let day = |month: u32| Month { year: 2026, month }.first_day().unwrap() + 10;
    map.world.answers_on(Some(day(1)), Some(a), ces, &[5, 6, 5, 6, 5]);
    map.world.answers_on(Some(day(2)), Some(b), ces, &[1; 9]);
    map.world.answers_on(Some(day(4)), Some(a), ces, &[3, 4, 3, 4, 3, 4]);
    map.world.answers(Some(a), ces, &[1; 9]);
    let request = TrendRequest {
        metric: Metric::Ces,
        audience: Audience::Customer,
        touchpoint: Some(a),
        version: None,
    };
    let period = Period { from: Some(day(4)), to: None };
    let filter = Filter { period, ..Filter::default() };
    let trend = Trend::of(&map.world.table(), &map.world.model, &request, &filter);
    let months: Vec<u32> = trend.months.iter().map(|(m, _)| m.month).collect();
    assert_eq!(months, [1, 2, 3, 4]);
    near(score(&trend.months[0].1).shown().value, 5.4, 1e-12);
    assert_eq!(trend.months[1].1, Reading::NoData);
    near(score(&trend.months[3].1).shown().value, 3.5, 1e-12);
}

#[test]
fn only_changes_beyond_chance_stand_out() {
    let mut map = map(Audience::Customer);
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let [a, b, c] = map.touchpoints;
    let (then, now) = (20_000, 20_100);
    map.world.answers_on(Some(then), Some(a), ces, &spread(1, &[2, 5, 20, 60, 70, 30, 13]));
    map.world.answers_on(Some(now), Some(a), ces, &spread(1, &[10, 30, 60, 60, 30, 8, 2]));
    for day in [then, now] {
        let shift = usize::from(day == now);
        map.world.answers_on(Some(day), Some(b), ces, &spread(3, &[30, 40, 40 + shift, 30]));
    }
    map.world.answers_on(Some(then), Some(c), ces, &[4; 3]);
    map.world.answers_on(Some(now), Some(c), ces, &[6; 30]);
    let (table, model) = (map.world.table(), &map.world.model);
    let request = OverlayRequest::new(map.journey, Metric::Ces);
    let at = |day| {
        let period = Period { from: Some(day), to: Some(day) };
        Overlay::from_table(&table, model, &request, &Filter { period, ..Filter::default() })
    };
    let comparison = Comparison::of(&at(then), &at(now));
    let (found, family) = comparison.outstanding();
    assert_eq!(family, 2, "three customers then: no score, no comparison");
    assert_eq!(found.len(), 1);
    let (id, change) = found[0];
    assert_eq!((id, change.better), (a, Some(false)));
    assert!(change.p_adjusted >= change.difference.p);
    assert!(comparison.stages[&map.stages[0]].stands_out);
    assert!(comparison.whole.is_some());
}

#[test]
fn weights_stand_beside() {
    let mut map = map(Audience::Customer);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    map.world.answers(None, nps, &[9, 10, 8, 3, 9, 7, 0, 10]);
    let weights = [1.0, 1.0, 2.0, 0.5, 1.5, 1.0, 1.0, 3.0];
    for (raw, weight) in map.world.raws.iter_mut().zip(weights) {
        raw.weight = weight;
    }
    let request = StatsRequest { metric: Metric::Nps, by: By::Whole, pooled: false };
    let rows = |world: &World| stats(&world.table(), &world.model, &Filter::default(), &request);
    let row = &rows(&map.world)[0];
    near(score(&row.reading).shown().value, 25.0, 1e-9);
    let weighted = row.weighted.unwrap();
    near(weighted.headline.value, 45.4545, 5e-5);
    near(weighted.effective_n, 6.205_128, 5e-7);
    map.world.raws.iter_mut().for_each(|raw| raw.weight = 1.0);
    assert_eq!(rows(&map.world)[0].weighted, None);
}
