//! The samples: what each is about, its scores as a strip of small squares, "Open a copy".
//!
//! The strip is computed from the sample itself by a worker; until then it is grey.

use super::{card, grid, heading};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::samples::{Preview, Sample};
use crate::app::widgets::{paint_icon, paint_line};
use crate::render::icons::Icon;
use egui::{Align2, Rect, Ui, pos2, vec2};

/// Squares shown before the real number is known.
const SQUARES: usize = 17;

/// Shows the section.
pub fn ui(ui: &mut Ui, ctx: &Ctx<'_>, previews: &[Preview], actions: &mut Vec<UiAction>) {
    heading(ui, ctx, &ctx.t("start-samples"), &ctx.t("start-made-up"), 24.0);
    let columns = if ui.available_width() < 960.0 { 2 } else { 3 };
    let places = grid(ui, Sample::ALL.len(), columns, 132.0);
    for (sample, place) in Sample::ALL.into_iter().zip(places) {
        let preview = previews.iter().find(|p| p.sample == sample);
        sample_ui(ui, ctx, sample, preview, place, actions);
    }
}

fn words(sample: Sample) -> (&'static str, &'static str, &'static str) {
    match sample {
        Sample::Energie => ("start-sample-energie", "start-sample-energie-text", "bolt"),
        Sample::Airport => ("start-sample-airport", "start-sample-airport-text", "flight"),
    }
}

fn sample_ui(
    ui: &Ui,
    ctx: &Ctx<'_>,
    sample: Sample,
    preview: Option<&Preview>,
    place: Rect,
    actions: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let (title, text, icon) = words(sample);
    let title = ctx.t(title);
    let name = ctx.t1("start-open-copy-of", "title", &title);
    let response = card(ui, theme, place, title.as_str(), &name);
    let mark = Rect::from_min_size(place.min + vec2(16.0, 16.0), vec2(40.0, 40.0));
    ui.painter().rect_filled(mark, 10.0, theme.tint);
    paint_icon(ui.painter(), mark.center(), Icon::of(icon), 22.0, theme.accent);
    let room = place.width() - 84.0;
    let align = Align2::LEFT_CENTER;
    let at = place.min + vec2(70.0, 27.0);
    paint_line(ui, at, align, &title, fonts::strong(14.0), theme.ink, room);
    let at = place.min + vec2(70.0, 47.0);
    paint_line(ui, at, align, &ctx.t(text), fonts::regular(12.5), theme.ink3, room);
    strip(ui, ctx, preview, place);
    let y = place.top() + 110.0;
    let font = fonts::regular(12.5);
    if let Some(preview) = preview {
        let text = ctx.t1("start-responses", "responses", preview.responses);
        ui.painter().text(pos2(place.left() + 16.0, y), align, text, font, theme.ink3);
    }
    let at = pos2(place.right() - 16.0, y);
    let text = ctx.t("start-open-copy");
    ui.painter().text(at, Align2::RIGHT_CENTER, text, fonts::strong(12.5), theme.accent);
    if response.clicked() {
        actions.push(UiAction::OpenSample(sample));
    }
}

fn strip(ui: &Ui, ctx: &Ctx<'_>, preview: Option<&Preview>, place: Rect) {
    let unknown = vec![None; SQUARES];
    let colors = preview.map_or(&unknown, |p| &p.colors);
    let pitch = (place.width() - 30.0) / colors.len().max(1) as f32;
    for (i, color) in colors.iter().enumerate() {
        let left = place.left() + 16.0 + pitch * i as f32;
        let square = Rect::from_min_size(pos2(left, place.top() + 74.0), vec2(pitch - 2.0, 14.0));
        ui.painter().rect_filled(square, 2.5, color.unwrap_or(ctx.theme.press));
    }
}
