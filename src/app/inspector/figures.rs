//! Figures and words of customers in the inspector: charts, scores with whiskers, verbatims.
//!
//! Paints what `data` prepared; computes nothing.

use super::data::{ScoreLine, Verbatim};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::app::theme::color32;
use crate::app::widgets::{Button, caption, label, paint_line, text_width};
use crate::model::Message;
use crate::render::color_scale::text_on;
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

/// Room for the words below a score's name, left of its whisker.
const DETAIL: f32 = 138.0;

/// A picture with a name.
pub(in crate::app) fn chart(
    ui: &mut Ui,
    picture: &mut crate::app::map::painter::Prepared,
    name: &str,
) {
    let (rect, response) = ui.allocate_exact_size(picture.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    picture.paint_at(ui.painter(), rect.min);
}

pub(super) fn score_ui(ui: &mut Ui, theme: &Theme, line: &mut ScoreLine) {
    let height = line.whisker.as_ref().map_or(38.0, |w| w.size().y.max(38.0)) + 8.0;
    let (rect, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line.spoken));
    let left = Align2::LEFT_CENTER;
    let at = rect.left_top() + vec2(0.0, 11.0);
    let name = paint_line(ui, at, left, &line.name, fonts::regular(12.5), theme.ink, 84.0);
    // In line with the labels of the axis, below name and figure, so that it is never cut.
    let at = rect.left_top() + vec2(0.0, 31.0);
    let room = if line.whisker.is_some() { DETAIL } else { rect.width() };
    paint_line(ui, at, left, &line.detail, fonts::regular(11.0), theme.ink3, room);
    let Some(whisker) = &mut line.whisker else {
        let at = rect.right_top() + vec2(0.0, 11.0);
        let font = fonts::regular(12.0);
        ui.painter().text(at, Align2::RIGHT_CENTER, &line.value, font, theme.ink3);
        return;
    };
    let at = pos2(rect.left() + 128.0, rect.top() + 11.0);
    let font = figure_font(ui, &line.value, 128.0 - name.width() - 8.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, &line.value, font, theme.ink);
    whisker.paint_at(ui.painter(), pos2(rect.right() - whisker.size().x, rect.top() + 2.0));
}

/// The largest font in which a figure fits beside its name.
fn figure_font(ui: &Ui, value: &str, room: f32) -> egui::FontId {
    let sizes = [20.0, 18.0, 16.0].map(fonts::strong);
    let fits = |font: &egui::FontId| text_width(ui, value, font) <= room;
    sizes.into_iter().find(fits).unwrap_or_else(|| fonts::strong(14.0))
}

/// Holds the place of figures that are not known yet; says nothing of them.
pub(super) fn not_yet(ui: &mut Ui, theme: &Theme) {
    for width in [0.7, 0.5] {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
        let bar = Rect::from_min_size(rect.min, vec2(rect.width() * width, 10.0));
        ui.painter().rect_filled(bar.translate(vec2(0.0, 6.0)), 5.0, theme.press);
    }
}

/// What one respondent wrote: score, words, when.
pub(in crate::app) fn verbatim_ui(ui: &mut Ui, ctx: &Ctx<'_>, verbatim: &Verbatim) {
    let theme = ctx.theme;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(10.0, 2.0);
        let (rect, _) = ui.allocate_exact_size(vec2(24.0, 22.0), Sense::hover());
        if let Some((value, good)) = verbatim.score {
            let fill = ctx.view.palette.at(good);
            let place = Rect::from_min_size(rect.min + vec2(0.0, 1.0), vec2(24.0, 20.0));
            ui.painter().rect_filled(place, 5.0, color32(fill));
            let text = ctx.texts.int(i64::from(value));
            let ink = color32(text_on(fill));
            let middle = Align2::CENTER_CENTER;
            ui.painter().text(place.center(), middle, text, fonts::strong(12.0), ink);
        }
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width());
            let quoted = Message::new("inspector-quoted").with("text", verbatim.text.as_str());
            label(ui, ctx.texts.say(&quoted), fonts::regular(12.5), theme.ink);
            label(ui, verbatim.meta.clone(), fonts::regular(11.0), theme.ink3);
        });
    });
    ui.add_space(4.0);
}

/// What a map without feedback says here.
pub(super) fn no_feedback(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    if ctx.scores.is_some_and(|table| table.responses() > 0) {
        caption(ui, ctx.theme, ctx.t("inspector-no-answers-here"));
        return;
    }
    label(ui, ctx.t("inspector-no-feedback"), fonts::strong(13.0), ctx.theme.ink);
    caption(ui, ctx.theme, ctx.t("inspector-no-feedback-text"));
    let button = Button::new(ctx.t("inspector-import")).small().icon(Icon::of("upload_file"));
    if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
        out.push(UiAction::ImportDialog);
    }
}
