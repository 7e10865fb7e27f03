//! What can be painted over a map, against small worlds worked out by hand.
//!
//! Figures of scores themselves are `numbers`' affair.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail as tests do")]

use crate::numbers::builder::{World, spread};
use klantreis::analysis::*;
use klantreis::model::*;
use klantreis::scores::{Band, Filter, ScoreTable};

/// A journey of one stage with two touchpoints and a survey of customers.
struct Map {
    world: World,
    journey: JourneyId,
    stage: StageId,
    touchpoints: [TouchpointId; 2],
    survey: SurveyId,
}

fn map() -> Map {
    let mut world = World::default();
    let journey = world.journey("Journey");
    let stage = world.stage(journey);
    let touchpoints = [0, 1].map(|_| world.touchpoint(&[], None));
    touchpoints.iter().for_each(|t| world.place(*t, stage));
    let survey = world.survey("2026", Audience::Customer, &[]);
    Map { world, journey, stage, touchpoints, survey }
}

impl Map {
    fn paint(&self, key: &str, filter: &Filter) -> Overlay {
        let table = self.world.table();
        self.paint_from(&table, key, filter)
    }

    fn paint_from(&self, table: &ScoreTable, key: &str, filter: &Filter) -> Overlay {
        let request = OverlayRequest::of(self.journey, Measure::from_key(key).unwrap());
        let sources = Sources { table: Some(table), ..Sources::default() };
        Overlay::of(sources, &self.world.model, &request, filter).unwrap()
    }

    fn everything(&self, key: &str) -> Overlay {
        self.paint(key, &Filter::default())
    }

    /// Gives each response of the first question an answer to a second one.
    fn also(&mut self, about: Option<TouchpointId>, question: QuestionId, values: &[i32]) {
        for (raw, value) in self.world.raws.iter_mut().zip(values) {
            raw.answers.push((about, question, *value));
        }
    }

    fn guess(&mut self, metric: Metric, scale: Scale, touchpoint: TouchpointId, values: &[i64]) {
        let (id, journey, name) = (RoundId::fresh(), self.journey, String::new());
        let round = Round { id, journey, name, metric, scale, revealed: true };
        self.world.model.rounds.insert(id, round);
        for value in values {
            let guess = Guess { id: GuessId::fresh(), round: id, touchpoint, value: *value };
            self.world.model.guesses.insert(guess.id, guess);
        }
    }
}

fn fact(reading: &Reading) -> Fact {
    *reading.fact().unwrap_or_else(|| panic!("no fact but {reading:?}"))
}

fn near(found: f64, wanted: f64) {
    assert!((found - wanted).abs() < 5e-4, "{found}, not {wanted}");
}

fn is_good(fact: &Fact) -> bool {
    match fact.paint {
        Paint::Heat(heat) => heat.h > 50.0,
        Paint::Amount(_) => panic!("an amount is neither good nor bad"),
    }
}

#[test]
fn volume_counts_each_response_once() {
    let mut map = map();
    let [bill, call] = map.touchpoints;
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let csat = map.world.question(map.survey, Metric::Csat, (1, 5), Better::High);
    map.world.answers(Some(bill), ces, &[4; 12]);
    map.also(Some(bill), csat, &[3; 12]);
    let overlay = map.everything("volume");
    near(fact(overlay.touchpoint(bill)).value, 12.0);
    near(fact(overlay.touchpoint(call)).value, 0.0);
    near(fact(overlay.stage(map.stage)).value, 12.0);
    assert_eq!(overlay.responses, 12);
    assert_eq!(overlay.ends, Some((0.0, 20.0)), "the next round number");
}

#[test]
fn importance_is_the_correlation_with_the_likelihood_to_recommend() {
    // r of these ten pairs is 0.985738; by Fisher tanh(atanh(r) ± 1.959964 / √7).
    let effort = [8, 6, 9, 4, 7, 10, 3, 8, 5, 9];
    let recommend = [9, 6, 10, 4, 7, 10, 2, 8, 5, 9];
    for (better, sign) in [(Better::High, 1.0), (Better::Low, -1.0)] {
        let mut map = map();
        let [bill, call] = map.touchpoints;
        let ces = map.world.question(map.survey, Metric::Ces, (0, 10), better);
        let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
        map.world.answers(Some(bill), ces, &effort);
        map.also(None, nps, &recommend);
        let found = fact(map.everything("importance").touchpoint(bill));
        near(found.value, sign * 0.985_738);
        let half = 1.959_964 / 7.0_f64.sqrt();
        let (low, high) = found.interval.unwrap();
        near(low, (found.value.atanh() - half).tanh());
        near(high, (found.value.atanh() + half).tanh());
        assert!(found.low_base, "ten pairs only indicate");
        assert_eq!(*map.everything("importance").touchpoint(call), Reading::NoData);

        map.world.raws.pop();
        let nine = map.everything("importance");
        assert_eq!(*nine.touchpoint(bill), Reading::TooFew { n: 9 });
    }
}

#[test]
fn equal_answers_have_no_importance_and_are_not_called_too_few() {
    let mut map = map();
    let bill = map.touchpoints[0];
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    map.world.answers(Some(bill), ces, &[4; 40]);
    map.also(None, nps, &spread(1, &[10, 10, 10, 10]));
    assert_eq!(*map.everything("importance").touchpoint(bill), Reading::Silent);
}

#[test]
fn a_gap_with_the_guess_is_good_where_customers_are_better_off() {
    // Effort on 1 to 5, all customers 2, managers 4: two points less, and only on a scale where low
    // is good is that better.
    for (better, good) in [(Better::Low, true), (Better::High, false)] {
        let mut map = map();
        let bill = map.touchpoints[0];
        let ces = map.world.question(map.survey, Metric::Ces, (1, 5), better);
        map.world.answers(Some(bill), ces, &spread(1, &[50, 100, 50]));
        let scale = Scale { min: 1, max: 5, better };
        map.guess(Metric::Ces, scale, bill, &[4, 4, 3, 5]);
        near(fact(map.everything("guess:ces").touchpoint(bill)).value, 4.0);
        let gap = fact(map.everything("guess_gap:ces").touchpoint(bill));
        near(gap.value, -2.0);
        assert_eq!(is_good(&gap), good, "{better:?}");
    }
}

#[test]
fn the_gap_with_employees_has_the_interval_of_a_difference() {
    let mut map = map();
    let bill = map.touchpoints[0];
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    map.world.answers(Some(bill), nps, &spread(5, &[20, 20, 20, 20, 40, 40]));
    let staff = map.world.survey("2026", Audience::Employee, &[]);
    let enps = map.world.question(staff, Metric::Nps, (0, 10), Better::High);
    map.world.answers(Some(bill), enps, &spread(5, &[15, 15, 5, 5, 5, 5]));
    let of = |key| {
        let overlay = map.everything(key);
        *overlay.touchpoint(bill).score().unwrap().headline()
    };
    let (ours, theirs) = (of("nps"), of("enps"));
    near(ours.value, 25.0);
    near(theirs.value, -40.0);
    let gap = fact(map.everything("employee_gap:nps").touchpoint(bill));
    near(gap.value, 65.0);
    let (low, high) = gap.interval.unwrap();
    let (a, b) = (ours.value - ours.low, theirs.high - theirs.value);
    near(low, 65.0 - (a * a + b * b).sqrt());
    let (a, b) = (ours.high - ours.value, theirs.value - theirs.low);
    near(high, 65.0 + (a * a + b * b).sqrt());
    assert!(is_good(&gap));
}

#[test]
fn without_any_answer_every_measure_says_so() {
    let map = map();
    for measure in Measure::all() {
        let overlay = map.everything(&measure.key());
        assert_eq!(overlay.responses, 0, "{}", measure.key());
        for reading in overlay.touchpoints.values() {
            assert!(reading.score().is_none(), "{}", measure.key());
        }
    }
}

#[test]
fn a_band_of_scores_is_of_the_people_who_gave_them() {
    let mut map = map();
    let bill = map.touchpoints[0];
    let ces = map.world.question(map.survey, Metric::Ces, (1, 7), Better::High);
    let nps = map.world.question(map.survey, Metric::Nps, (0, 10), Better::High);
    map.world.answers(Some(bill), ces, &spread(1, &[30, 0, 0, 0, 0, 0, 30]));
    map.also(None, nps, &spread(6, &[30, 0, 0, 0, 30]));
    for (low, high, wanted) in [(0, 6, Some(1.0)), (9, 10, Some(7.0)), (7, 8, None)] {
        let band = Some(Band { metric: Metric::Nps, low, high });
        let overlay = map.paint("ces", &Filter { band, ..Filter::default() });
        let found = overlay.touchpoint(bill).score().map(|s| s.shown().value);
        assert_eq!(found, wanted, "{low} to {high}");
    }
    // Whatever numbers are asked for, none does harm.
    for (low, high) in [(i32::MAX, i32::MAX), (i32::MIN, i32::MIN), (i32::MAX, i32::MIN)] {
        let band = Some(Band { metric: Metric::Nps, low, high });
        let overlay = map.paint("ces", &Filter { band, ..Filter::default() });
        assert_eq!(overlay.responses, 0);
    }
}
