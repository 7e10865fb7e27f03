//! The arrows that begin or end at a card, so that the keyboard and a screen reader find them.

use super::{Inspector, Parts};
use crate::app::context::UiAction;
use crate::app::fonts;
use crate::app::map;
use crate::app::widgets::{IconButton, focus_ring, paint_icon};
use crate::document::Command;
use crate::model::{Arrow, ArrowKind, CardRef};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Sense, Ui, WidgetInfo, vec2};

impl Inspector {
    /// Lists the arrows of a card, when it has any.
    pub(super) fn arrows_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, subject: Subject) {
        let ctx = parts.ctx;
        let Some(card) = map::card_ref(subject) else { return };
        let all: Vec<&Arrow> =
            ctx.model.arrows.values().filter(|a| a.from == card || a.to == card).collect();
        if all.is_empty() || !self.section(ui, ctx, "inspector-arrows", None) {
            return;
        }
        for arrow in all {
            arrow_ui(ui, parts, card, arrow);
        }
    }
}

fn arrow_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, card: CardRef, arrow: &Arrow) {
    let ctx = parts.ctx;
    let leaves = arrow.from == card;
    let other = match if leaves { arrow.to } else { arrow.from } {
        CardRef::Card(id) => Subject::Card(id),
        CardRef::Note(id) => Subject::Note(id),
    };
    let name = map::title(ctx.model, ctx.texts, other);
    let key = if leaves { "inspector-arrow-to" } else { "inspector-arrow-from" };
    let text = ctx.t1(key, "name", name.as_str());
    let icon = match (arrow.kind, leaves) {
        (ArrowKind::Branch, true) => "call_split",
        (ArrowKind::LoopBack, _) => "undo",
        (_, true) => "arrow_forward",
        (_, false) => "arrow_back",
    };
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(18.0, 26.0), Sense::hover());
        paint_icon(ui.painter(), place.center(), Icon::of(icon), 15.0, ctx.theme.ink3);
        let room = ui.available_width() - 36.0;
        ui.scope(|ui| {
            ui.set_width(room);
            let shown = egui::RichText::new(&text).font(fonts::regular(12.5));
            let shown = egui::Label::new(shown.color(ctx.theme.accent)).truncate();
            let response = ui.add(shown.sense(Sense::click()));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
            if response.has_focus() {
                focus_ring(ui, ctx.theme, response.rect.expand(2.0), 4.0);
            }
            if response.clicked() {
                parts.canvas.show_subject(Subject::Arrow(arrow.id));
            }
        });
        let remove = ctx.t1("inspector-remove-arrow", "arrow", text.as_str());
        let remove = IconButton::new(Icon::of("delete"), remove);
        if remove.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            parts.out.push(UiAction::Run(Command::DeleteArrow { arrow: arrow.id }));
        }
    });
}
