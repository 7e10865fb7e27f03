//! Likelihood to recommend: whole numbers of promoters, passives and detractors for a wanted NPS.
//!
//! The interval here only chooses among whole numbers; the program's own is in `src/metrics`.

use crate::histogram::apportion;

/// A wanted NPS.
#[derive(Clone, Copy)]
pub enum Wanted {
    /// Whole points, with the whole points of its 95 % interval (adjusted Wald, 3 and T).
    Exactly { nps: i32, low: i32, high: i32 },
    /// About this.
    About(f64),
    /// These promoters, passives and detractors.
    Counts([usize; 3]),
}

/// Promoters, passives, detractors. Where several fit, the one nearest to 40 % passives.
pub fn groups(n: usize, wanted: Wanted) -> [usize; 3] {
    if let Wanted::Counts(counts) = wanted {
        return counts;
    }
    let mut best = (f64::MAX, [0, n, 0]);
    for promoters in 0..=n {
        for detractors in 0..=(n - promoters) {
            let passives = n - promoters - detractors;
            let nps = 100.0 * (promoters as f64 - detractors as f64) / n as f64;
            let bend = (passives as f64 / n as f64 - 0.40).abs();
            let miss = match wanted {
                Wanted::About(about) => 10.0 * (nps - about).abs() + 10.0 * bend,
                Wanted::Exactly { nps: points, low, high } => {
                    let (l, h) = interval(n, promoters, detractors);
                    let off = (nps - f64::from(points)).abs() > 0.499
                        || (l - f64::from(low)).abs() > 0.499
                        || (h - f64::from(high)).abs() > 0.499;
                    bend + if off { 1e6 + (nps - f64::from(points)).abs() } else { 0.0 }
                }
                Wanted::Counts(_) => 0.0,
            };
            if miss < best.0 {
                best = (miss, [promoters, passives, detractors]);
            }
        }
    }
    best.1
}

/// Values 0 to 10, lowest first. The lower the score, the deeper the detractors.
pub fn values([promoters, passives, detractors]: [usize; 3]) -> Vec<i32> {
    let n = (promoters + passives + detractors).max(1) as f64;
    let gloom = detractors as f64 / n;
    let low: Vec<f64> = [0.5, 0.5, 0.8, 1.1, 1.3, 2.2, 2.9]
        .iter()
        .enumerate()
        .map(|(value, weight)| weight * (1.0 + gloom * (6.0 - value as f64) / 3.0))
        .collect();
    let mut counts = apportion(&low, detractors);
    counts.extend(apportion(&[0.44, 0.56], passives));
    counts.extend(apportion(&[0.56 - 0.1 * (1.0 - gloom), 0.44], promoters));
    crate::histogram::values(&counts, 0)
}

fn interval(n: usize, promoters: usize, detractors: usize) -> (f64, f64) {
    let n = n as f64 + 3.0;
    let (p, d) = ((promoters as f64 + 0.75) / n, (detractors as f64 + 0.75) / n);
    let half = 1.959_963_985 * ((p + d - (p - d).powi(2)) / n).sqrt();
    (100.0 * (p - d - half).max(-1.0), 100.0 * (p - d + half).min(1.0))
}
