//! Whole answers that add up: histograms with a given number, sum and sum of squares.
//!
//! A mean and its t-interval are fixed by just these three, so a published figure can be met to
//! the digit. Only whole answers are moved; no figure is ever written by hand.

/// Shares a total over weights by largest remainder; the parts add up exactly.
pub fn apportion(weights: &[f64], total: usize) -> Vec<usize> {
    let sum: f64 = weights.iter().sum();
    let exact: Vec<f64> = weights.iter().map(|w| w / sum * total as f64).collect();
    let mut parts: Vec<usize> = exact.iter().map(|e| e.floor() as usize).collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|&a, &b| exact[b].fract().total_cmp(&exact[a].fract()).then(a.cmp(&b)));
    let missing = total - parts.iter().sum::<usize>();
    for &index in order.iter().take(missing) {
        parts[index] += 1;
    }
    parts
}

/// What a histogram must add up to.
#[derive(Clone, Copy)]
pub struct Sums {
    /// Number of answers.
    pub n: usize,
    /// Sum of the values.
    pub sum: i64,
    /// Sum of their squares, met as closely as whole answers allow.
    pub squares: i64,
}

impl Sums {
    /// The sums of `n` answers with about this mean and deviation.
    pub fn of(n: usize, mean: f64, deviation: f64) -> Self {
        let sum = (mean * n as f64).round();
        let spread = deviation * deviation * (n as f64 - 1.0).max(0.0);
        Self { n, sum: sum as i64, squares: (spread + sum * sum / n as f64).round() as i64 }
    }

    /// The mean.
    pub fn mean(&self) -> f64 {
        self.sum as f64 / self.n as f64
    }

    /// The deviation of a sample (divided by n − 1).
    pub fn deviation(&self) -> f64 {
        let (n, sum) = (self.n as f64, self.sum as f64);
        ((self.squares as f64 - sum * sum / n) / (n - 1.0)).sqrt()
    }
}

/// Counts of the values 1 to `top` that meet `wanted`.
///
/// Starts from the bell shape that comes nearest, then moves single answers until the sum is met
/// and pairs of answers until the sum of squares is, each time the move that bends the bell least.
pub fn counts(wanted: Sums, top: usize) -> Vec<usize> {
    let bell = nearest_bell(wanted.mean(), wanted.deviation(), top);
    let ideal: Vec<f64> = bell.iter().map(|share| share * wanted.n as f64).collect();
    let mut counts = apportion(&bell, wanted.n);
    while sum_of(&counts, 1) != wanted.sum {
        let up = sum_of(&counts, 1) < wanted.sum;
        let mut best = None;
        for from in 0..top {
            let to = if up { from + 1 } else { from.wrapping_sub(1) };
            offer(&mut best, &counts, &ideal, &[(from, to)]);
        }
        let Some((_, next)) = best else { break };
        counts = next;
    }
    loop {
        let gap = (wanted.squares - sum_of(&counts, 2)).abs();
        let mut best = None;
        for up in 0..top {
            for down in 0..top {
                let moves = [(up, up + 1), (down, down.wrapping_sub(1))];
                if moved(&counts, &moves)
                    .is_some_and(|next| (wanted.squares - sum_of(&next, 2)).abs() < gap)
                {
                    offer(&mut best, &counts, &ideal, &moves);
                }
            }
        }
        let Some((_, next)) = best else { return counts };
        counts = next;
    }
}

/// The counts written out as values, lowest first.
pub fn values(counts: &[usize], first: i32) -> Vec<i32> {
    (first..).zip(counts).flat_map(|(value, &count)| vec![value; count]).collect()
}

fn sum_of(counts: &[usize], power: u32) -> i64 {
    (1_i64..).zip(counts).map(|(value, &count)| value.pow(power) * count as i64).sum()
}

fn moved(counts: &[usize], moves: &[(usize, usize)]) -> Option<Vec<usize>> {
    let mut next = counts.to_vec();
    for &(from, to) in moves {
        if to >= next.len() || next[from] == 0 {
            return None;
        }
        next[from] -= 1;
        next[to] += 1;
    }
    Some(next)
}

fn offer(
    best: &mut Option<(f64, Vec<usize>)>,
    counts: &[usize],
    ideal: &[f64],
    moves: &[(usize, usize)],
) {
    let Some(next) = moved(counts, moves) else {
        return;
    };
    let bend = next.iter().zip(ideal).map(|(&n, i)| (n as f64 - i).powi(2) / (i + 1.0)).sum();
    if best.as_ref().is_none_or(|(least, _)| bend < *least) {
        *best = Some((bend, next));
    }
}

/// Shares of the values 1 to `top` under a smooth hump (a biweight, so no exponent is needed).
fn nearest_bell(mean: f64, deviation: f64, top: usize) -> Vec<f64> {
    let mut best = (f64::MAX, vec![1.0 / top as f64; top]);
    for centre in -40..=(10 * top as i32 + 40) {
        for width in 8..140 {
            let (centre, width) = (f64::from(centre) / 10.0, f64::from(width) / 10.0);
            let raw: Vec<f64> = (1..=top)
                .map(|value| {
                    0.002 + (1.0 - ((value as f64 - centre) / width).powi(2)).max(0.0).powi(2)
                })
                .collect();
            let total: f64 = raw.iter().sum();
            let shares: Vec<f64> = raw.iter().map(|r| r / total).collect();
            let at = |power: i32| -> f64 {
                shares.iter().enumerate().map(|(i, s)| (i as f64 + 1.0).powi(power) * s).sum()
            };
            let spread = (at(2) - at(1).powi(2)).max(0.0).sqrt();
            let miss = (at(1) - mean).abs() + (spread - deviation).abs();
            if miss < best.0 {
                best = (miss, shares);
            }
        }
    }
    best.1
}
