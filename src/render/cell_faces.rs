//! The faces of cells: a score in its heat colour with its base, or why there is none.

use crate::analysis::{Reading, Score};
use crate::render::color_scale::{Palette, text_on};
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::reading_words::count;
use crate::render::scene::{Anchor, Color, Rect, Weight};
use crate::render::sketch::{Sketch, Type, rect, stroke};
use crate::render::theme::{Theme, no_data};
use crate::text::Texts;

pub(super) const RADIUS: f32 = 4.0;
/// Distance of hatch lines in cells, and their opacity over a heat colour.
pub(super) const HATCH: f32 = 6.0;
pub(super) const FEW: f32 = 0.22;

/// How cells are painted.
#[derive(Clone, Copy)]
pub(super) struct Faces<'a> {
    pub texts: &'a Texts,
    pub theme: Theme,
    pub palette: Palette,
}

impl Faces<'_> {
    /// Paints what is known of a part.
    pub(super) fn reading(&self, sketch: &mut Sketch, place: Rect, reading: &Reading) {
        let middle = place.y + place.height / 2.0;
        match reading {
            Reading::Score(score) => self.score(sketch, place, score),
            Reading::TooFew { n } => {
                self.plain(sketch, place);
                let strong = Type::semi_bold(12.0, self.theme.colors().ink2);
                sketch.text(place.x + 10.0, middle, Anchor::Start, strong, "< 5");
                let quiet = Type::regular(11.0, self.theme.colors().ink2);
                sketch.text(
                    place.right() - 9.0,
                    middle,
                    Anchor::End,
                    quiet,
                    &count(self.texts, *n),
                );
            }
            Reading::Hidden => {
                self.plain(sketch, place);
                let x = place.x + place.width / 2.0;
                sketch.filled_icon(x, middle, 13.0, Icon::of("lock"), self.theme.colors().ink2);
            }
            // Cells are made of scores alone.
            Reading::NoData | Reading::Fact(_) | Reading::Silent => {
                sketch.frame(place, RADIUS, Some(no_data::FILL), stroke(no_data::EDGE, 1.0));
                sketch.hatch(place, RADIUS, HATCH, stroke(no_data::HATCH, 1.2));
            }
            Reading::OtherVersion { version, .. } => {
                sketch.frame(place, RADIUS, Some(no_data::FILL), stroke(no_data::EDGE, 1.0));
                sketch.hatch(place, RADIUS, HATCH, stroke(no_data::HATCH, 1.2));
                let name = figure_words::version(self.texts, version);
                let ty = Type::semi_bold(10.5, no_data::TEXT).fitted(&name, 74.0, 8.0);
                let (x, width) = (place.x + place.width / 2.0, ty.width(&name) + 10.0);
                let plate = rect(x - width / 2.0, middle - 8.0, width, 16.0);
                sketch.fill(plate, RADIUS, no_data::FILL);
                sketch.text(x, middle, Anchor::Middle, ty, &name);
            }
        }
    }

    fn plain(&self, sketch: &mut Sketch, place: Rect) {
        sketch.frame(
            place,
            RADIUS,
            Some(self.theme.colors().lane),
            stroke(self.theme.colors().line2, 1.0),
        );
    }

    fn score(&self, sketch: &mut Sketch, place: Rect, score: &Score) {
        let fill = self.palette.heat(&score.heat);
        let ink = text_on(fill);
        if self.theme == Theme::Dark {
            // Keeps the dark ends of a palette visible.
            let edge = Color::hex(0xFF_FFFF).with_opacity(0.18);
            sketch.frame(place, RADIUS, Some(fill), stroke(edge, 1.0));
        } else {
            sketch.fill(place, RADIUS, fill);
        }
        if score.low_base {
            sketch.hatch(place, RADIUS, HATCH, stroke(ink.with_opacity(FEW), 1.0));
        }
        let middle = place.y + place.height / 2.0;
        let value = figure_words::value(self.texts, score.figures.metric, score.shown().value);
        let strong = Type::semi_bold(13.0, ink);
        sketch.text(place.x + 10.0, middle, Anchor::Start, strong, &value);
        let n = count(self.texts, score.n());
        let weight = if score.low_base { Weight::SemiBold } else { Weight::Regular };
        let room = place.width - 25.0 - strong.width(&value);
        let base = Type { weight, ..Type::regular(11.0, ink) }.fitted(&n, room, 7.5);
        sketch.text(place.right() - 9.0, middle, Anchor::End, base, &n);
    }
}
