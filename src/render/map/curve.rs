//! Monotone cubic curves (Fritsch and Carlson 1980): through every point, past none.
//!
//! Knows no emotion; any chart may use it.

use crate::render::scene::{CurvePiece, Point};

/// The Bézier pieces through points of rising x, beginning at the first. Empty under two points.
#[must_use]
pub fn monotone(points: &[Point]) -> Vec<CurvePiece> {
    if points.len() < 2 {
        return Vec::new();
    }
    let slopes: Vec<f32> = points
        .windows(2)
        .map(|w| if w[1].x > w[0].x { (w[1].y - w[0].y) / (w[1].x - w[0].x) } else { 0.0 })
        .collect();
    let tangents = tangents(&slopes);
    points
        .windows(2)
        .zip(tangents.windows(2))
        .map(|(ends, tangent)| {
            let third = (ends[1].x - ends[0].x) / 3.0;
            CurvePiece {
                control_1: Point { x: ends[0].x + third, y: ends[0].y + third * tangent[0] },
                control_2: Point { x: ends[1].x - third, y: ends[1].y - third * tangent[1] },
                to: ends[1],
            }
        })
        .collect()
}

fn tangents(slopes: &[f32]) -> Vec<f32> {
    let last = slopes.len();
    let mut tangents: Vec<f32> = (0..=last)
        .map(|i| match i {
            0 => slopes[0],
            i if i == last => slopes[last - 1],
            i if slopes[i - 1] * slopes[i] <= 0.0 => 0.0,
            i => (slopes[i - 1] + slopes[i]) / 2.0,
        })
        .collect();
    for (i, slope) in slopes.iter().copied().enumerate() {
        if slope == 0.0 {
            (tangents[i], tangents[i + 1]) = (0.0, 0.0);
            continue;
        }
        let (a, b) = (tangents[i] / slope, tangents[i + 1] / slope);
        let length = a.hypot(b);
        if length > 3.0 {
            tangents[i] = 3.0 / length * a * slope;
            tangents[i + 1] = 3.0 / length * b * slope;
        }
    }
    tangents
}

/// The point of a piece at 0…1 of its parameter.
#[must_use]
pub(super) fn at(from: Point, piece: &CurvePiece, t: f32) -> Point {
    let back = 1.0 - t;
    let (a, b, c, d) = (back * back * back, 3.0 * back * back * t, 3.0 * back * t * t, t * t * t);
    Point {
        x: a * from.x + b * piece.control_1.x + c * piece.control_2.x + d * piece.to.x,
        y: a * from.y + b * piece.control_1.y + c * piece.control_2.y + d * piece.to.y,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_never_leaves_the_range_of_its_neighbours() {
        let ys = [0.2_f32, 0.5, -0.3, -0.9, 0.7, 0.9, 1.1, 1.5, 1.2, 0.8, -0.1, -1.3, 0.9, -1.7];
        let points: Vec<Point> =
            ys.iter().enumerate().map(|(i, y)| Point { x: 50.0 * i as f32, y: *y }).collect();
        let mut from = points[0];
        for piece in monotone(&points) {
            let (low, high) = (from.y.min(piece.to.y), from.y.max(piece.to.y));
            for step in 0..=20 {
                let y = at(from, &piece, step as f32 / 20.0).y;
                assert!(y >= low - 1e-4 && y <= high + 1e-4, "{y} outside {low}…{high}");
            }
            from = piece.to;
        }
    }

    #[test]
    fn it_goes_through_every_point_and_needs_two() {
        let points: Vec<Point> =
            [(0.0, 1.0), (10.0, 4.0), (30.0, 2.0)].map(|(x, y)| Point { x, y }).to_vec();
        let pieces = monotone(&points);
        assert_eq!(pieces.iter().map(|p| p.to).collect::<Vec<_>>(), points[1..]);
        assert!(monotone(&points[..1]).is_empty());
    }
}
