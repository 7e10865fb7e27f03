//! A page to hand out: title, map, legend and source, composed of the same parts as the window.
//!
//! Fits the page to the map, not the map to a page: nothing becomes too small to read.

use super::color_scale::Palette;
use super::figure_words;
use super::legend::{FootRequest, LegendRequest, foot};
use super::map::{self, MapRequest, Purpose, Scores};
use super::scene::{Anchor, Color, Scene};
use super::sketch::{Sketch, Type, rect};
use super::theme::Theme;
use crate::analysis::{Comparison, Legend, Overlay};
use crate::model::Model;
use crate::text::Texts;

/// What stands on the page besides the map.
#[derive(Clone, PartialEq, Debug)]
pub struct PosterRequest {
    /// The map; drawn as an export whatever its purpose says.
    pub map: MapRequest,
    /// Large title.
    pub title: String,
    /// A line below it; left out when empty.
    pub subtitle: String,
    /// Name of the client at the right; left out when empty.
    pub client: String,
    /// What the filter lets through, in words, beside its period.
    pub conditions: Vec<String>,
    /// What the figures are compared with, in words.
    pub then: Option<String>,
    /// Date of making, in words; left out when empty.
    pub date: String,
}

/// What the figures of a page come from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures<'a> {
    /// The overlay.
    pub overlay: Option<&'a Overlay>,
    /// The changes.
    pub comparison: Option<&'a Comparison>,
    /// A second measure, as a badge on each card.
    pub badge: Option<&'a Overlay>,
    /// Overlays of other metrics, for lanes that show one of them.
    pub further: &'a [Overlay],
    /// The facts of the legend; without them the page has no foot.
    pub legend: Option<&'a Legend>,
}

const MARGIN: f32 = 40.0;
/// Paper is wider than a window: columns with room for long titles.
const ROOMY: f32 = 1280.0;

/// The colour of the page itself, which the writers paint first.
#[must_use]
pub fn paper(theme: Theme) -> Color {
    match theme {
        Theme::Light => Color::hex(0xFF_FFFF),
        Theme::Dark => theme.colors().canvas,
    }
}

/// Draws the page.
#[must_use]
pub fn poster(
    request: &PosterRequest,
    model: &Model,
    texts: &Texts,
    figures: Figures<'_>,
) -> Scene {
    let map_request = MapRequest {
        purpose: Purpose::Export,
        width: request.map.width.max(ROOMY),
        ..request.map.clone()
    };
    let scores = Scores {
        overlay: figures.overlay,
        comparison: figures.comparison,
        badge: figures.badge,
        further: figures.further,
    };
    let map = map::layout(&map_request, model, texts, scores);
    let mut sketch = Sketch::default();
    let width = map.width;
    let mut y = head(request, &mut sketch, width);
    let map_height = map.height;
    sketch.place(map, MARGIN, y);
    y += map_height;
    if let Some(facts) = figures.legend.filter(|_| map_request.mode != map::Mode::Off) {
        y += 24.0;
        let foot = foot(&foot_request(request, width, figures, texts), facts, texts);
        let foot_height = foot.height;
        sketch.place(foot, MARGIN, y);
        y += foot_height;
    }
    let mut scene = sketch.scene;
    (scene.width, scene.height) = (width + 2.0 * MARGIN, y + MARGIN * 0.75);
    scene
}

fn foot_request(
    request: &PosterRequest,
    width: f32,
    figures: Figures<'_>,
    texts: &Texts,
) -> FootRequest {
    let heat = request.map.mode == map::Mode::Heat;
    let palette: Palette = request.map.palette;
    FootRequest {
        legend: LegendRequest {
            width,
            theme: request.map.theme,
            palette,
            compared: figures.comparison.is_some(),
        },
        conditions: request.conditions.clone(),
        then: request.then.clone(),
        badge: figures.badge.filter(|_| heat).map(|badge| {
            let name = figure_words::painted(texts, badge.measure, badge.topic.as_ref());
            let version = badge.version.as_ref();
            let way = version.map(|v| figure_words::direction(texts, v)).unwrap_or_default();
            (name, way)
        }),
        date: request.date.clone(),
    }
}

/// Draws the title block. Returns where the map begins.
fn head(request: &PosterRequest, sketch: &mut Sketch, width: f32) -> f32 {
    let colors = request.map.theme.colors();
    let client = Type::semi_bold(18.0, colors.ink);
    let client_width = client.width(&request.client);
    let room = width - 18.0 - if client_width > 0.0 { client_width + 32.0 } else { 0.0 };
    let title = Type::semi_bold(32.0, colors.ink).fitted(&request.title, room, 18.0);
    let title_lines = title.wrap(&request.title, room);
    let subtitle = Type::regular(15.0, colors.ink2);
    let subtitle_lines = if request.subtitle.is_empty() {
        Vec::new()
    } else {
        subtitle.wrap(&request.subtitle, room)
    };
    let x = MARGIN + 18.0;
    let first = MARGIN + 16.0;
    sketch.lines(x, first, 38.0, title, &title_lines);
    let second = first + 38.0 * title_lines.len() as f32 - 6.0;
    sketch.lines(x, second, 20.0, subtitle, &subtitle_lines);
    let bottom = if subtitle_lines.is_empty() {
        second - 14.0
    } else {
        second + 20.0 * (subtitle_lines.len() as f32 - 1.0) + 10.0
    };
    sketch.fill(rect(MARGIN, MARGIN, 5.0, bottom - MARGIN), 2.5, colors.accent);
    sketch.text(MARGIN + width, first, Anchor::End, client, &request.client);
    bottom + 22.0
}
