//! 45° hatch lines, cut exactly against a rectangle with round corners.
//!
//! Shared by every writer, so that a hatch has the same lines on screen and on paper.

use super::scene::{Point, Rect};

/// The lines of a hatch: pairs of ends, each inside the round rectangle, rising to the right.
///
/// `gap` is the distance between lines at right angles, in points; the family of lines is fixed to
/// the rectangle's lower left corner, so that equal rectangles have equal hatches.
#[must_use]
pub fn lines(rect: Rect, radius: f32, gap: f32) -> Vec<[Point; 2]> {
    if gap <= 0.0 || rect.width <= 0.0 || rect.height <= 0.0 {
        return Vec::new();
    }
    let radius = radius.clamp(0.0, rect.width.min(rect.height) / 2.0);
    let pitch = gap * std::f32::consts::SQRT_2;
    // A line holds the points with x + y = sum, measured from the rectangle's corner.
    let whole = rect.width + rect.height;
    let count = (whole / pitch).floor() as usize;
    (1..=count)
        .filter_map(|index| {
            let sum = rect.height % pitch + pitch * (index as f32 - 1.0) + pitch / 2.0;
            span(sum, rect.width, rect.height, radius)
                .map(|(from, to)| [from, to].map(|x| Point { x: rect.x + x, y: rect.y + sum - x }))
        })
        .collect()
}

/// The range of x of the line x + y = sum inside the round rectangle.
fn span(sum: f32, width: f32, height: f32, radius: f32) -> Option<(f32, f32)> {
    let mut from = (sum - height).max(0.0);
    let mut to = sum.min(width);
    // Lower left corner cuts the beginning of a rising line, upper right its end; the line crosses
    // the two other corners squarely, where it may lie wholly outside.
    for (cx, cy, right, down) in [
        (radius, radius, false, false),
        (width - radius, radius, true, false),
        (radius, height - radius, false, true),
        (width - radius, height - radius, true, true),
    ] {
        let in_corner = |x: f32| {
            let y = sum - x;
            (if right { x > cx } else { x < cx }) && (if down { y > cy } else { y < cy })
        };
        let circle = chord(sum, cx, cy, radius);
        if in_corner(from) {
            from = from.max(circle?.0);
        }
        if in_corner(to) {
            to = to.min(circle?.1);
        }
    }
    (to - from > 0.01).then_some((from, to))
}

/// The range of x of the line x + y = sum inside a circle.
fn chord(sum: f32, cx: f32, cy: f32, radius: f32) -> Option<(f32, f32)> {
    let distance = (sum - cx - cy) / std::f32::consts::SQRT_2;
    let half = radius * radius - distance * distance;
    if half < 0.0 {
        return None;
    }
    let middle = cx + (sum - cx - cy) / 2.0;
    let reach = half.sqrt() / std::f32::consts::SQRT_2;
    Some((middle - reach, middle + reach))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(rect: Rect, radius: f32, p: Point) -> bool {
        let nearest_x = p.x.clamp(rect.x + radius, rect.right() - radius);
        let nearest_y = p.y.clamp(rect.y + radius, rect.bottom() - radius);
        (p.x - nearest_x).hypot(p.y - nearest_y) <= radius + 0.01
    }

    #[test]
    fn every_line_stays_inside_the_round_rectangle() {
        for (width, height, radius, gap) in
            [(142.0, 66.0, 8.0, 7.0), (36.0, 20.0, 5.0, 4.0), (20.0, 20.0, 10.0, 3.0)]
        {
            let rect = Rect { x: 3.0, y: 5.0, width, height };
            let found = lines(rect, radius, gap);
            assert!(found.len() > 4);
            for [from, to] in found {
                assert!(inside(rect, radius, from) && inside(rect, radius, to), "{from:?} {to:?}");
                assert!((from.x + from.y - to.x - to.y).abs() < 0.01, "not at 45°");
            }
        }
    }

    #[test]
    fn nothing_to_hatch_gives_no_lines() {
        assert!(lines(Rect::default(), 0.0, 7.0).is_empty());
    }
}
