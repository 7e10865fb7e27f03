//! The published and recomputed figures for Net Promoter, to printed precision.
//!
//! Nothing here is used by the program.

use super::*;
use crate::model::{Metric, QuestionId, Scale, SurveyId};

fn close(found: f64, wanted: f64, digits: i32) {
    let room = 0.5001 * 10_f64.powi(-digits);
    assert!((found - wanted).abs() <= room, "{found}, not {wanted}");
}

fn close_both(found: Bounds, wanted: Bounds, digits: i32) {
    close(found.0, wanted.0, digits);
    close(found.1, wanted.1, digits);
}

fn question(breaks: Option<[i32; 2]>, better: Better) -> Question {
    Question {
        id: QuestionId::fresh(),
        survey: SurveyId::fresh(),
        code: String::new(),
        metric: Metric::Nps,
        scale: Scale { min: 0, max: 10, better },
        boxed: Vec::new(),
        breaks,
        wording: String::new(),
        kind: crate::model::QuestionKind::Touchpoint,
        labels: std::collections::BTreeMap::new(),
    }
}

#[test]
fn intervals_of_one_score() {
    // split, score, variance, Wald SE, Wald, adjusted SE, adjusted Wald, its centre, Tango
    let cases = [
        (
            (45., 30., 25.),
            (20.0, 0.66, 8.1240, 7.9834, 19.417),
            [(4.077, 35.923), (3.770, 35.065), (3.648, 35.190)],
        ),
        (
            (10., 6., 4.),
            (30.0, 0.61, 17.4642, 16.2301, 26.087),
            [(-4.229, 64.229), (-5.724, 57.897), (-6.815, 58.961)],
        ),
        (
            (3., 2., 1.),
            (33.333, 0.555_556, 30.4290, 24.9828, 22.222),
            [(-26.306, 92.973), (-26.743, 71.188), (-31.107, 75.396)],
        ),
        (
            (5., 0., 0.),
            (100.0, 0.0, 0.0, 22.9640, 62.5),
            [(100.0, 100.0), (17.491, 100.0), (13.104, 100.0)],
        ),
        (
            (0., 3., 2.),
            (-40.0, 0.24, 21.9089, 21.6506, -25.0),
            [(-82.941, 2.941), (-67.434, 17.434), (-76.928, 20.828)],
        ),
        (
            (19., 8., 9.),
            (27.778, 0.700_617, 13.9505, 13.3076, 25.641),
            [(0.435, 55.120), (-0.441, 51.724), (-1.045, 51.982)],
        ),
        (
            (340., 420., 240.),
            (10.0, 0.57, 2.3875, 2.3835, 9.970),
            [(5.321, 14.679), (5.298, 14.642), (5.299, 14.653)],
        ),
    ];
    for ((p, a, d), (score, variance, se, adjusted_se, centre), [wald, adjusted, tango]) in cases {
        let split = Split::new(p, a, d);
        close(split.score(), score, 3);
        close(split.variance(), variance, 6);
        close(100.0 * split.se(), se, 4);
        close(100.0 * split.adjusted().se(), adjusted_se, 4);
        close(split.adjusted().score(), centre, 3);
        close_both(split.wald(), wald, 3);
        close_both(split.adjusted_wald(), adjusted, 3);
        close_both(split.tango(), tango, 3);
    }
    close(Split::new(5., 0., 0.).adjusted().wald().1, 107.509, 3);
}

#[test]
fn other_intervals_of_45_30_25() {
    let split = Split::new(45., 30., 25.);
    close_both(split.trinomial_t(), (3.799, 36.201), 3);
    close_both(split.mover_wilson(), (3.694, 35.057), 3);
    let [promoters, passives, detractors] = split.goodman();
    close_both(promoters, (33.69, 56.86), 2);
    close_both(passives, (20.36, 41.81), 2);
    close_both(detractors, (16.18, 36.53), 2);
    // Goodman's contrast: chi-square with two degrees of freedom, −2 ln 0.05.
    let half = 100.0 * (-2.0 * 0.05_f64.ln()).sqrt() * split.se();
    close_both((20.0 - half, 20.0 + half), (0.114, 39.886), 3);
}

#[test]
fn bootstrap_limits_of_45_30_25() {
    // Exact: the distribution of the sum of 100 draws from −1/0/+1.
    let mut chance = vec![1.0];
    for _ in 0..100 {
        let mut next = vec![0.0; chance.len() + 2];
        for (i, c) in chance.iter().enumerate() {
            next[i] += 0.25 * c;
            next[i + 1] += 0.30 * c;
            next[i + 2] += 0.45 * c;
        }
        chance = next;
    }
    let quantile = |wanted: f64| {
        let mut sum = 0.0;
        let at = chance.iter().position(|c| {
            sum += c;
            sum >= wanted
        });
        i32::try_from(at.unwrap()).unwrap() - 100
    };
    assert_eq!((quantile(0.025), quantile(0.975)), (4, 36));
}

#[test]
fn values_of_the_r_package() {
    let cases = [
        ((3., 2., 1.), 5.0 / 9.0, 0.304),
        ((1., 0., 1.), 1.0, 0.707),
        ((1., 1., 0.), 0.25, 0.354),
        ((1., 1., 1.), 2.0 / 3.0, 0.471),
    ];
    for ((p, a, d), variance, se) in cases {
        let split = Split::new(p, a, d);
        close(split.variance(), variance, 12);
        close(split.se(), se, 3);
    }
}

/// Mean coverage, least coverage and mean half width over a grid of trinomial distributions.
fn coverage(n: u32, interval: impl Fn(&Split) -> Bounds) -> (f64, f64, f64) {
    let factorial = |k: u32| (1..=k).map(f64::from).product::<f64>();
    let mut outcomes = Vec::new();
    for p in 0..=n {
        for d in 0..=n - p {
            let split = Split::new(f64::from(p), f64::from(n - p - d), f64::from(d));
            let ways = factorial(n) / (factorial(p) * factorial(d) * factorial(n - p - d));
            outcomes.push((p, d, ways, interval(&split)));
        }
    }
    let (mut sum, mut least, mut width, mut cells) = (0.0, 1.0_f64, 0.0, 0.0);
    for i in 1..20 {
        for j in 1..20 - i {
            let (p, d) = (0.05 * f64::from(i), 0.05 * f64::from(j));
            let truth = 100.0 * (p - d);
            let mut covered = 0.0;
            for &(x, y, ways, (low, high)) in &outcomes {
                let rest = i32::try_from(n - x - y).unwrap();
                let power = |base: f64, times: u32| base.powi(i32::try_from(times).unwrap());
                let chance = ways * power(p, x) * power(d, y) * (1.0 - p - d).powi(rest);
                covered += if low - 1e-9 <= truth && truth <= high + 1e-9 { chance } else { 0.0 };
                width += chance * (high.min(100.0) - low.max(-100.0)) / 2.0;
            }
            sum += covered;
            least = least.min(covered);
            cells += 1.0;
        }
    }
    (100.0 * sum / cells, 100.0 * least, width / cells)
}

#[test]
fn coverage_of_small_bases() {
    // The printed table, to the precision that its unknown grid of outcomes allows.
    type Interval = fn(&Split) -> Bounds;
    let cases: [(u32, Interval, f64, f64, f64); 8] = [
        (5, |s| s.wald(), 80.5, 40.4, 48.1),
        (5, |s| s.adjusted_wald(), 95.4, 89.6, 48.5),
        (5, |s| s.tango(), 97.0, 92.2, 53.4),
        (5, |s| s.mover_wilson(), 94.1, 83.5, 49.2),
        (10, |s| s.wald(), 88.0, 64.9, 39.8),
        (10, |s| s.adjusted_wald(), 95.5, 93.0, 38.2),
        (10, |s| s.tango(), 96.3, 94.0, 40.7),
        (10, |s| s.mover_wilson(), 94.8, 90.5, 38.9),
    ];
    for (n, interval, mean, least, half) in cases {
        let found = coverage(n, interval);
        close(found.0, mean, 1);
        close(found.1, least, 1);
        close(found.2, half, 1);
    }
}

#[test]
fn break_points_and_direction() {
    let answers = [10, 9, 8, 8, 8, 7, 7, 6, 6, 5];
    let flipped = answers.map(|x| 10 - x);
    for (breaks, score) in [(None, -10.0), (Some(CLASSIC), -10.0), (Some(EUROPEAN), 40.0)] {
        for (better, answers) in [(Better::High, answers), (Better::Low, flipped)] {
            let question = question(breaks, better);
            let counts = Histogram::of(question.scale, &answers);
            close(Split::of(&counts, |v| unit(&question, v)).score(), score, 9);
        }
    }
}

#[test]
fn weights_and_small_populations() {
    let (weights, answers) = ([1., 1., 2., 0.5, 1.5, 1., 1., 3.], [1, 1, 0, -1, 1, 0, -1, 1]);
    let part =
        |sign| weights.iter().zip(answers).filter(|(_, a)| *a == sign).map(|(w, _)| w).sum::<f64>();
    let split = Split::new(part(1), part(0), part(-1));
    let n = effective_n(split.n(), weights.iter().map(|w| w * w).sum());
    close(split.score(), 45.4545, 4);
    close(n, 6.205_128, 6);
    close(split.variance(), 0.520_661, 6);
    close(100.0 * (split.variance() / n).sqrt(), 28.9669, 4);
    close(small_population(80.0, 40.0), 0.711_568, 6);
    assert_eq!(small_population(40.0, 40.0), 0.0);
}
