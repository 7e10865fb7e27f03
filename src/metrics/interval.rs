//! Intervals that several metrics share: of a share (Wilson and two others) and of a mean (t).
//!
//! Plain numbers in and out; which interval a metric uses is its own file's choice.

use super::estimate::Z95;
use crate::model::Histogram;
use statrs::distribution::{Beta, ContinuousCDF, Normal, StudentsT};

/// Lower and upper end.
pub type Bounds = (f64, f64);

/// The Wilson interval of a share of `x` in `n`, 0…1.
#[must_use]
pub fn wilson(x: f64, n: f64) -> Bounds {
    if n <= 0.0 {
        return (0.0, 1.0);
    }
    let (p, zz) = (x / n, Z95 * Z95);
    let centre = (p + zz / (2.0 * n)) / (1.0 + zz / n);
    let half = Z95 * (p * (1.0 - p) / n + zz / (4.0 * n * n)).sqrt() / (1.0 + zz / n);
    // At the ends the limit is exact; rounding must not push it past 0 or 1.
    let low = if x <= 0.0 { 0.0 } else { centre - half };
    let high = if x >= n { 1.0 } else { centre + half };
    (low, high)
}

/// The Agresti–Coull interval of a share; may leave 0…1.
#[must_use]
pub fn agresti_coull(x: f64, n: f64) -> Bounds {
    let n_more = n + Z95 * Z95;
    let p = (x + Z95 * Z95 / 2.0) / n_more;
    let half = Z95 * (p * (1.0 - p) / n_more).sqrt();
    (p - half, p + half)
}

/// The Jeffreys interval of a share: quantiles of Beta(x + ½, n − x + ½), open at 0 and n.
#[must_use]
pub fn jeffreys(x: f64, n: f64) -> Bounds {
    let Ok(beta) = Beta::new(x + 0.5, n - x + 0.5) else {
        return (0.0, 1.0);
    };
    let low = if x <= 0.0 { 0.0 } else { beta.inverse_cdf(0.025) };
    let high = if x >= n { 1.0 } else { beta.inverse_cdf(0.975) };
    (low, high)
}

/// The value that Student's t with `df` degrees of freedom exceeds with chance 2.5 %.
#[must_use]
pub fn t95(df: f64) -> f64 {
    // The quantile search loses precision here; two terms of its expansion are exact to 1e-12.
    if df > 5_000.0 {
        let z = Z95;
        let second = (5.0 * z.powi(5) + 16.0 * z.powi(3) + 3.0 * z) / (96.0 * df * df);
        return z + (z.powi(3) + z) / (4.0 * df) + second;
    }
    StudentsT::new(0.0, 1.0, df).map_or(Z95, |t| t.inverse_cdf(0.975))
}

/// The chance of a `t` at least this far from 0, to either side.
#[must_use]
pub fn t_two_sided(t: f64, df: f64) -> f64 {
    StudentsT::new(0.0, 1.0, df).map_or(1.0, |d| (2.0 * d.cdf(-t.abs())).min(1.0))
}

/// The chance of a `z` at least this far from 0, to either side.
#[must_use]
pub fn z_two_sided(z: f64) -> f64 {
    (2.0 * Normal::standard().cdf(-z.abs())).min(1.0)
}

/// z of a one-sided chance `p`.
#[must_use]
pub fn z_of(p: f64) -> f64 {
    Normal::standard().inverse_cdf(p)
}

/// Number, mean and sample variance (n − 1) of a list of answers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Moments {
    /// Number of answers.
    pub n: f64,
    /// Mean.
    pub mean: f64,
    /// Sample variance; 0 below two answers.
    pub variance: f64,
}

impl Moments {
    /// From values with how often each was given; absent without answers.
    #[must_use]
    pub fn of(values: impl Iterator<Item = (f64, f64)> + Clone) -> Option<Self> {
        let n: f64 = values.clone().map(|(_, times)| times).sum();
        if n <= 0.0 {
            return None;
        }
        let mean = values.clone().map(|(value, times)| value * times).sum::<f64>() / n;
        let squares: f64 = values.map(|(value, times)| times * (value - mean).powi(2)).sum();
        Some(Self { n, mean, variance: if n > 1.0 { squares / (n - 1.0) } else { 0.0 } })
    }

    /// Of the raw answers of a histogram.
    #[must_use]
    pub fn of_histogram(counts: &Histogram) -> Option<Self> {
        Self::of(pairs(counts))
    }

    /// Standard error of the mean.
    #[must_use]
    pub fn se(&self) -> f64 {
        (self.variance / self.n).sqrt()
    }

    /// mean ± t · se.
    #[must_use]
    pub fn t_interval(&self) -> Bounds {
        let half = t95((self.n - 1.0).max(1.0)) * self.se();
        (self.mean - half, self.mean + half)
    }
}

/// The interval of a mean, within the scale.
///
/// When all answers are equal, or there are fewer than five, one pseudo-answer is added at each
/// end of the scale: no spread in a few answers is no proof that there is none.
#[must_use]
pub fn mean_interval(counts: &Histogram) -> Option<Bounds> {
    let plain = Moments::of_histogram(counts)?;
    let (min, max) = (f64::from(counts.scale.min), f64::from(counts.scale.max));
    let (low, high) = if plain.n < 5.0 || plain.variance <= 0.0 {
        let ends = [(min, 1.0), (max, 1.0)];
        Moments::of(pairs(counts).chain(ends))?.t_interval()
    } else {
        plain.t_interval()
    };
    Some((low.clamp(min, max), high.clamp(min, max)))
}

#[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^53")]
fn pairs(counts: &Histogram) -> impl Iterator<Item = (f64, f64)> + Clone + '_ {
    (counts.scale.min..).zip(&counts.counts).map(|(value, &n)| (f64::from(value), n as f64))
}

/// Fisher's interval of a correlation over n pairs, on the scale of r: tanh(artanh r ± z/√(n − 3)).
/// Without any width below four pairs there would be none, so it is then the whole axis.
#[must_use]
pub fn fisher(r: f64, n: u64) -> Bounds {
    if n < 4 {
        return (-1.0, 1.0);
    }
    #[expect(clippy::cast_precision_loss, reason = "numbers of answers")]
    let half = Z95 / ((n - 3) as f64).sqrt();
    let z = r.clamp(-1.0, 1.0).atanh();
    ((z - half).tanh(), (z + half).tanh())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Better, Scale};

    fn near(found: Bounds, wanted: Bounds, digits: i32) {
        let close = |a: f64, b: f64| (a - b).abs() <= 0.5001 * 10_f64.powi(-digits);
        assert!(close(found.0, wanted.0) && close(found.1, wanted.1), "{found:?}, not {wanted:?}");
    }

    #[test]
    fn shares() {
        let cases = [
            (42.0, 50.0, (0.714_858, 0.916_626), (0.712_185, 0.919_299), (0.720_674, 0.921_333)),
            (9.0, 10.0, (0.595_850, 0.982_124), (0.574_032, 1.003_941), (0.618_685, 0.988_988)),
            (280.0, 400.0, (0.653_363, 0.742_832), (0.653_323, 0.742_872), (0.653_772, 0.743_346)),
        ];
        for (x, n, by_wilson, by_agresti, by_jeffreys) in cases {
            near(wilson(x, n), by_wilson, 6);
            near(agresti_coull(x, n), by_agresti, 6);
            near(jeffreys(x, n), by_jeffreys, 6);
        }
    }

    #[test]
    fn shares_of_all_and_of_none() {
        near(wilson(10.0, 10.0), (0.722_467, 1.0), 6);
        near(agresti_coull(10.0, 10.0), (0.679_113, 1.043_354), 3);
        near(jeffreys(10.0, 10.0), (0.782_804, 1.0), 6);
        near(wilson(0.0, 12.0), (0.0, 0.242_494), 6);
        assert!(agresti_coull(0.0, 12.0).0 < 0.0);
        assert!((agresti_coull(0.0, 12.0).1 - 0.281_985).abs() < 1e-6);
        near(jeffreys(0.0, 12.0), (0.0, 0.185_306), 6);
        assert_eq!(wilson(0.0, 0.0), (0.0, 1.0));
    }

    #[test]
    fn quantiles_of_t() {
        let cases = [
            (1.0, 12.706_205),
            (2.0, 4.302_653),
            (9.0, 2.262_157),
            (99.0, 1.984_217),
            (2_830.0, 1.960_802),
            (1e6, 1.959_966),
            (1e7, 1.959_964),
            (1e9, 1.959_964),
        ];
        for (df, wanted) in cases {
            assert!((t95(df) - wanted).abs() < 1e-6, "t of {df} is {}, not {wanted}", t95(df));
        }
    }

    #[test]
    fn a_mean_without_spread_still_has_an_interval() {
        let scale = Scale { min: 1, max: 5, better: Better::High };
        for answers in [&[5; 40][..], &[3, 3, 3, 3, 3], &[1], &[2, 4]] {
            let counts = Histogram::of(scale, answers);
            let mean = Moments::of_histogram(&counts).unwrap().mean;
            let (low, high) = mean_interval(&counts).unwrap();
            assert!(low < high && low <= mean && mean <= high, "{answers:?}: {low}..{high}");
            assert!((1.0..=5.0).contains(&low) && (1.0..=5.0).contains(&high));
        }
        // By hand: 5,5,5 with 1 and 5 added has mean 4.2, sd 1.788854, t(4) 2.776445.
        near(mean_interval(&Histogram::of(scale, &[5, 5, 5])).unwrap(), (1.978_844, 5.0), 6);
        assert_eq!(mean_interval(&Histogram::new(scale)), None);
    }

    #[test]
    fn intervals_of_correlations() {
        // By hand: artanh 0.5 = 0.549306; 1.959964 / √25 = 0.391993.
        let (low, high) = fisher(0.5, 28);
        assert!((low - 0.156_028).abs() < 1e-5 && (high - 0.735_818).abs() < 1e-5, "{low} {high}");
        assert_eq!(fisher(0.9, 3), (-1.0, 1.0));
        let (low, high) = fisher(1.0, 10);
        assert!(low <= high && high <= 1.0);
    }
}
