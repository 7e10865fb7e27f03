//! The published and recomputed figures for control charts, to printed precision.
//!
//! Nothing here is used by the program.

use super::*;
use crate::metrics::rules::{Rule, signals};

const VALUES: [f64; 12] = [22., 25., 19., 24., 21., 27., 20., 23., 18., 26., 24., 36.];
const BASES: [f64; 8] = [120., 80., 150., 95., 110., 60., 140., 100.];
const SATISFIED: [f64; 8] = [90., 58., 117., 70., 79., 36., 112., 77.];
const PROMOTERS: [f64; 8] = [50., 40., 66., 38., 52., 22., 70., 45.];
const DETRACTORS: [f64; 8] = [25., 18., 30., 20., 22., 20., 24., 22.];

fn close(found: f64, wanted: f64, digits: i32) {
    let room = 0.5001 * 10_f64.powi(-digits);
    assert!((found - wanted).abs() <= room, "{found}, not {wanted}");
}

fn shares() -> Vec<Sums> {
    SATISFIED.iter().zip(BASES).map(|(&x, n)| Sums::share(x, n)).collect()
}

fn recommend() -> Vec<Sums> {
    let parts = PROMOTERS.iter().zip(DETRACTORS).zip(BASES);
    let point = |((&p, d), n): ((&f64, f64), f64)| Sums {
        base: n,
        n,
        sum: 100.0 * (p - d),
        squares: 1e4 * (p + d),
    };
    parts.map(point).collect()
}

fn outside(values: &[f64], chart: &Individuals) -> Vec<usize> {
    let limits = Limits::about(chart.centre, chart.spread, (-1e9, 1e9));
    let points: Vec<_> = values.iter().map(|v| (*v, limits)).collect();
    let found = signals(&points);
    found.iter().filter(|s| s.rule == Rule::Outside).map(|s| s.first).collect()
}

#[test]
fn individuals_with_and_without_a_locked_baseline() {
    let all = Individuals::by_mean(&VALUES).unwrap();
    close(all.centre, 23.75, 9);
    close(all.moving_range, 5.454_545, 6);
    close(all.centre - all.spread, 9.240_909, 6);
    close(all.centre + all.spread, 38.259_091, 6);
    close(all.range_limit, 17.825_455, 6);
    assert_eq!(outside(&VALUES, &all), [0_usize; 0]);

    let frozen = Individuals::by_mean(&VALUES[..11]).unwrap();
    close(frozen.centre, 22.636_364, 6);
    close(frozen.moving_range, 4.8, 9);
    close(frozen.centre - frozen.spread, 9.868_364, 6);
    close(frozen.centre + frozen.spread, 35.404_364, 6);
    assert_eq!(outside(&VALUES, &frozen), [11]);
}

#[test]
fn individuals_by_median() {
    // Sorted values 18 … 36: middle two 23 and 24; ranges 2 3 3 3 5 5 6 6 7 8 12: the sixth is 5.
    let all = Individuals::by_median(&VALUES).unwrap();
    close(all.centre, 23.5, 9);
    close(all.moving_range, 5.0, 9);
    close(all.spread, 15.725, 9);
    close(all.range_limit, 19.325, 9);
    // The wild value does not hide itself as well: by means it stayed within 38.26.
    assert_eq!(Individuals::by_mean(&[4.0]), None);
    assert_eq!(Individuals::by_median(&[]), None);
}

#[test]
fn shares_with_varying_bases() {
    let points = shares();
    let chart = PerAnswer::of(&points).unwrap();
    close(chart.centre, 0.747_368, 6);
    let limits = |chart: &PerAnswer, i: usize| {
        Limits::about(chart.centre, chart.spread(points[i].base), (0.0, 1.0))
    };
    close(limits(&chart, 0).lower, 0.628_370, 6);
    close(limits(&chart, 0).upper, 0.866_367, 6);
    close(limits(&chart, 5).lower, 0.579_079, 6);
    close(limits(&chart, 5).upper, 0.915_658, 6);
    close(points[5].mean(), 0.6, 9);
    close(chart.z(&points[5]), -2.6271, 4);
    close(chart.sigma_z(&points).unwrap(), 1.320_459, 6);
    let laney = chart.laney(&points);
    close(limits(&laney, 5).lower, 0.525_149, 6);
    close(limits(&laney, 5).upper, 0.969_588, 6);
}

#[test]
fn net_promoter_with_varying_bases() {
    let points = recommend();
    let chart = PerAnswer::of(&points).unwrap();
    close(chart.centre, 23.625_731, 6);
    close(chart.variance / 1e4, 0.603_832, 6);
    let limits = |i: usize| Limits::about(chart.centre, chart.spread(points[i].base), (-1e2, 1e2));
    close(limits(0).lower, 2.345, 3);
    close(limits(0).upper, 44.907, 3);
    close(points[5].mean(), 3.333, 3);
    close(limits(5).lower, -6.470, 3);
    close(limits(5).upper, 53.721, 3);
}

#[test]
fn the_chart_follows_the_bases() {
    let of = |points: &[(f64, f64)]| -> Vec<Sums> {
        points.iter().map(|&(x, n)| Sums::share(x, n)).collect()
    };
    let similar = of(&[(30., 50.), (35., 60.), (40., 70.), (50., 99.), (55., 100.), (31., 50.)]);
    let one_small = of(&[(30., 50.), (35., 60.), (40., 70.), (50., 99.), (55., 101.), (31., 50.)]);
    let many = of(&[(3e4, 5e4), (3e4, 6e4), (5e4, 7e4), (5e4, 9e4), (8e4, 12e4), (35e3, 5e4)]);
    let wanted =
        [(similar, Chart::Individuals), (one_small, Chart::PerAnswer), (many, Chart::Laney)];
    for (points, wanted) in wanted {
        let chart = Control::fitting(&points, &points[..5]).unwrap();
        assert_eq!(chart.chart(), wanted);
        assert_eq!(Control::fitting(&points, &points[..4]), None, "four are too few");
    }
    // The printed vector: σ_z is above 1, yet chance alone reaches that far.
    assert_eq!(Control::fitting(&shares(), &shares()).unwrap().chart(), Chart::PerAnswer);
}

#[test]
fn a_small_point_after_the_baseline_has_its_own_wider_limits() {
    let mut points: Vec<Sums> =
        (0..6).map(|i| Sums::share(70.0 + f64::from(i % 2), 100.0)).collect();
    points.push(Sums::share(3.0, 6.0));
    let chart = Control::fitting(&points, &points[..6]).unwrap();
    assert_eq!(chart.chart(), Chart::PerAnswer);
    let limits = chart.limits(&points[6], (0.0, 1.0));
    assert!(limits.lower < 0.2 && limits.upper == 1.0, "{limits:?}");
}

#[test]
fn equal_points_have_no_spread() {
    for points in [vec![Sums::share(40.0, 40.0); 9], vec![Sums::share(20.0, 40.0); 9]] {
        let chart = Control::fitting(&points, &points[..8]).unwrap();
        let limits = chart.limits(&points[8], (0.0, 1.0));
        assert_eq!((limits.lower, limits.upper), (limits.centre, limits.centre));
    }
    let mut mixed = vec![Sums::share(10.0, 10.0); 5];
    mixed.push(Sums::share(90.0, 90.0));
    let chart = Control::fitting(&mixed, &mixed[..5]).unwrap();
    let limits = chart.limits(&mixed[5], (0.0, 1.0));
    assert_eq!((limits.lower, limits.centre, limits.upper), (1.0, 1.0, 1.0));
}

#[test]
fn answers_become_sums_on_the_axis_that_is_shown() {
    use crate::model::{Better, QuestionId, QuestionKind, Scale, SurveyId};
    let question = |metric, max, min| Question {
        id: QuestionId::fresh(),
        survey: SurveyId::fresh(),
        code: String::new(),
        metric,
        scale: Scale { min, max, better: Better::High },
        boxed: Vec::new(),
        breaks: None,
        wording: String::new(),
        kind: QuestionKind::Touchpoint,
        labels: std::collections::BTreeMap::new(),
    };
    for (metric, min, max, answers, mean) in [
        (Metric::Nps, 0, 10, vec![10, 9, 8, 2], 25.0),
        (Metric::Csat, 1, 5, vec![5, 4, 3, 3], 50.0),
        (Metric::Ces, 1, 7, vec![7, 6, 1, 2], 4.0),
        (Metric::Rating, 1, 5, vec![5, 4, 3, 3], 3.75),
    ] {
        let question = question(metric, max, min);
        let counts = Histogram::of(question.scale, &answers);
        let sums = Sums::of(&question, &counts, 3);
        close(sums.mean(), mean, 12);
        let shown = crate::metrics::score(&question, &counts).unwrap().shown.value;
        close(sums.mean(), shown, 12);
        assert_eq!((sums.base, sums.n), (3.0, 4.0), "people, not answers");
    }
}
