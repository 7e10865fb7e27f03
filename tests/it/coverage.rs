//! How often intervals hold the truth, against what is published or promised of them.
//!
//! Exact where every outcome can be counted, else by draws with a fixed seed. Tables of the shares
//! and of the small bases of Net Promoter are beside their formulae.

use super::numbers::{Cluster, Dice};
use klantreis::metrics::interval::{Bounds, Moments, goodman, wilson};
use klantreis::metrics::{Clustered, Split, pooled};
use klantreis::model::*;

/// Logarithms of factorials up to `n`.
fn ln_factorials(n: usize) -> Vec<f64> {
    let mut all = vec![0.0];
    for k in 1..=n {
        all.push(all[k - 1] + (k as f64).ln());
    }
    all
}

fn holds((low, high): Bounds, truth: f64) -> bool {
    low - 1e-9 <= truth && truth <= high + 1e-9
}

/// Mean coverage in percent, least coverage and mean half width over a grid of p and d in steps of
/// 0.05; `every` thins the grid out.
fn of_net_promoter(n: usize, every: usize, interval: impl Fn(&Split) -> Bounds) -> (f64, f64, f64) {
    let ln = ln_factorials(n);
    let mut outcomes = Vec::new();
    for p in 0..=n {
        for d in 0..=n - p {
            let split = Split::new(p as f64, (n - p - d) as f64, d as f64);
            let ways = ln[n] - ln[p] - ln[d] - ln[n - p - d];
            outcomes.push((p as f64, d as f64, ways, interval(&split)));
        }
    }
    let grid: Vec<(f64, f64)> = (1..20_i32)
        .flat_map(|i| (1..20 - i).map(move |j| (0.05 * f64::from(i), 0.05 * f64::from(j))))
        .step_by(every)
        .collect();
    let (mut sum, mut least, mut width) = (0.0, 1.0_f64, 0.0);
    for &(p, d) in &grid {
        let (truth, rest) = (100.0 * (p - d), (1.0 - p - d).ln());
        let mut covered = 0.0;
        for &(x, y, ways, bounds) in &outcomes {
            let chance = (ways + x * p.ln() + y * d.ln() + (n as f64 - x - y) * rest).exp();
            covered += if holds(bounds, truth) { chance } else { 0.0 };
            width += chance * (bounds.1.min(100.0) - bounds.0.max(-100.0)) / 2.0;
        }
        sum += covered;
        least = least.min(covered);
    }
    let cells = grid.len() as f64;
    (100.0 * sum / cells, 100.0 * least, width / cells)
}

fn near(what: &str, found: f64, wanted: f64, room: f64) {
    assert!((found - wanted).abs() <= room, "{what}: {found}, not {wanted}");
}

/// The printed table, every cell of it above ten answers and the shown interval below too; above 20
/// it was made of every third cell of the grid.
#[test]
fn net_promoter_keeps_its_promise_at_every_base() {
    type Interval = fn(&Split) -> Bounds;
    let adjusted: Interval = Split::adjusted_wald;
    let cases: [(usize, Interval, f64, f64, f64); 14] = [
        (5, adjusted, 95.4, 89.6, 48.5),
        (10, adjusted, 95.5, 93.0, 38.2),
        (20, adjusted, 95.1, 93.9, 28.9),
        (30, adjusted, 95.1, 94.1, 23.4),
        (50, adjusted, 95.1, 94.6, 18.5),
        (20, Split::wald, 92.0, 74.0, 29.9),
        (30, Split::wald, 93.1, 89.9, 23.9),
        (50, Split::wald, 93.8, 90.0, 18.8),
        (20, Split::tango, 95.5, 94.4, 29.9),
        (30, Split::tango, 95.1, 93.8, 24.0),
        (50, Split::tango, 95.0, 94.4, 18.8),
        (20, Split::mover_wilson, 95.0, 91.8, 29.2),
        (30, Split::mover_wilson, 95.2, 94.0, 23.7),
        (50, Split::mover_wilson, 95.1, 94.5, 18.6),
    ];
    for (n, interval, mean, least, half) in cases {
        let found = of_net_promoter(n, if n > 20 { 3 } else { 1 }, interval);
        near(&format!("mean at {n}"), found.0, mean, 0.0501);
        near(&format!("least at {n}"), found.1, least, 0.0501);
        near(&format!("width at {n}"), found.2, half, 0.0501);
    }
}

/// Exact: Wilson's coverage averages its promise, though it dips where a share is nearly 0 or 1.
#[test]
fn shares_are_held_as_often_as_promised() {
    for n in [5_usize, 10, 20, 50, 100] {
        let ln = ln_factorials(n);
        let mut all = Vec::new();
        for step in 1..100 {
            let p = f64::from(step) / 100.0;
            let chance = |x: usize| {
                let ways = ln[n] - ln[x] - ln[n - x];
                (ways + x as f64 * p.ln() + (n - x) as f64 * (1.0 - p).ln()).exp()
            };
            let held = (0..=n).filter(|x| holds(wilson(*x as f64, n as f64), p));
            all.push(held.map(chance).sum::<f64>());
        }
        let mean = all.iter().sum::<f64>() / all.len() as f64;
        let least = all.iter().copied().fold(1.0, f64::min);
        near(&format!("mean at {n}"), mean, 0.953, 0.008);
        assert!(least > 0.83, "at {n}: {least}");
    }
}

/// Exact, for three parts: all intervals hold at once in at least 95 of 100.
#[test]
fn shares_of_one_whole_are_held_together() {
    let n = 30_usize;
    let ln = ln_factorials(n);
    for p in [[0.45, 0.30, 0.25], [0.1, 0.2, 0.7], [0.34, 0.33, 0.33]] {
        let mut held = 0.0;
        for a in 0..=n {
            for b in 0..=n - a {
                let counts = [a, b, n - a - b].map(|k| k as f64);
                let all = goodman(&counts).into_iter().zip(p).all(|(bounds, p)| holds(bounds, p));
                let ways = ln[n] - ln[a] - ln[b] - ln[n - a - b];
                let chance = counts.iter().zip(p).map(|(k, p)| k * f64::ln(p)).sum::<f64>();
                held += if all { (ways + chance).exp() } else { 0.0 };
            }
        }
        assert!((0.94..0.99).contains(&held), "{p:?}: {held}");
    }
}

fn draw(dice: &mut Dice, weights: &[usize]) -> i32 {
    let mut left = dice.roll(weights.iter().sum());
    let place = weights.iter().position(|w| {
        let here = left < *w;
        left = left.wrapping_sub(*w);
        here
    });
    i32::try_from(place.unwrap()).unwrap()
}

/// Answers 1 to 7; 4,000 draws: the standard error of a coverage is 0.35 points. Where nearly everyone
/// gives the best answer, t promises a little too much, as is known of lopsided answers.
#[test]
fn means_are_held_as_often_as_promised() {
    let mut dice = Dice(7);
    for (weights, n, least) in [
        ([1, 2, 3, 4, 3, 2, 1], 8, 0.94),
        ([1, 2, 3, 4, 3, 2, 1], 30, 0.94),
        ([2, 4, 6, 8, 9, 12, 9], 30, 0.935),
        ([1, 1, 1, 2, 3, 12, 30], 60, 0.92),
    ] {
        let total: usize = weights.iter().sum();
        let truth = (1..).zip(weights).map(|(v, w): (i32, usize)| f64::from(v) * w as f64);
        let truth = truth.sum::<f64>() / total as f64;
        let scale = Scale { min: 1, max: 7, better: Better::High };
        let mut held = 0;
        for _ in 0..4_000 {
            let answers: Vec<i32> = (0..n).map(|_| 1 + draw(&mut dice, &weights)).collect();
            let counts = Histogram::of(scale, &answers);
            let bounds = klantreis::metrics::interval::mean_interval(&counts).unwrap();
            held += u32::from(holds(bounds, truth));
        }
        let share = f64::from(held) / 4_000.0;
        assert!((least..0.975).contains(&share), "{weights:?} at {n}: {share}");
    }
    // Student's t for five answers of a straight scale: the textbook case.
    let mut held = 0;
    for _ in 0..4_000 {
        let answers = (0..5).map(|_| (draw(&mut dice, &[1; 101]) as f64, 1.0));
        let moments = Moments::of(answers.collect::<Vec<_>>().into_iter()).unwrap();
        held += u32::from(holds(moments.t_interval(), 50.0));
    }
    near("t of five", f64::from(held) / 4_000.0, 0.94, 0.015);
}

fn question(metric: Metric, (min, max): (i32, i32)) -> Question {
    Question {
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
    }
}

/// People who answer one to six times, each with a leaning of their own: as if the answers of one
/// person were independent, an interval would hold the truth far less often.
#[test]
fn pooled_figures_of_people_who_answer_several_times() {
    let mut dice = Dice(11);
    for (metric, scale, low, high) in [
        // Leaning 0 or 1: two ways to spread answers over the scale.
        (Metric::Ces, (1, 7), &[6, 5, 4, 3, 2, 1, 1][..], &[1, 1, 2, 3, 4, 5, 6][..]),
        (
            Metric::Nps,
            (0, 10),
            &[2, 2, 2, 3, 3, 4, 4, 3, 2, 1, 1],
            &[1, 1, 1, 1, 1, 1, 2, 3, 5, 7, 7],
        ),
        (Metric::Csat, (1, 5), &[4, 4, 3, 2, 1], &[1, 1, 2, 4, 5]),
    ] {
        let question = question(metric, scale);
        let worth = |value: i32| f64::from(klantreis::metrics::unit(&question, value));
        let factor = if metric == Metric::Ces { 1.0 } else { 100.0 };
        let mean_of = |weights: &[usize]| {
            let pairs = (scale.0..).zip(weights);
            let sum: f64 = pairs.map(|(value, w)| worth(value) * *w as f64).sum();
            factor * sum / weights.iter().sum::<usize>() as f64
        };
        // Leaning and number of answers are drawn apart, so that the halves weigh alike.
        let truth = f64::midpoint(mean_of(low), mean_of(high));
        let (mut held, mut held_as_if_single) = (0, 0);
        for _ in 0..1_500 {
            let (mut counts, mut cluster) = (Histogram::new(question.scale), Cluster::default());
            for _ in 0..60 {
                let leaning = if dice.roll(2) == 0 { low } else { high };
                let (mut m, mut y) = (0, 0);
                for _ in 0..=dice.roll(6) {
                    let value = scale.0 + draw(&mut dice, leaning);
                    counts.add(value, 1);
                    m += 1;
                    y += i64::from(klantreis::metrics::unit(&question, value));
                }
                cluster.add(m, y);
            }
            let (respondents, variance) = (cluster.respondents, cluster.variance());
            let found = pooled(&question, &counts, Clustered { respondents, variance }).unwrap();
            let single = klantreis::metrics::score(&question, &counts).unwrap();
            held += u32::from(holds((found.shown.low, found.shown.high), truth));
            held_as_if_single += u32::from(holds((single.shown.low, single.shown.high), truth));
        }
        let (held, single) = (f64::from(held) / 1_500.0, f64::from(held_as_if_single) / 1_500.0);
        near(&format!("{metric:?} clustered"), held, 0.945, 0.015);
        assert!(single < 0.90, "{metric:?} as if each answer were another person: {single}");
    }
}
