//! Remarks of the team about a card: open ones first, each to be resolved.

use super::{Inspector, Parts};
use crate::app::context::UiAction;
use crate::app::fonts;
use crate::app::widgets::{IconButton, caption, checkbox, label};
use crate::document::Command;
use crate::document::command::now;
use crate::model::{Item, Remark, RemarkId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::{Margin, Ui, vec2};

impl Inspector {
    pub(super) fn remarks_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        subject: Subject,
        item: Item,
    ) {
        let ctx = parts.ctx;
        let mut all: Vec<&Remark> = ctx.model.remarks_on(item).collect();
        all.sort_by_key(|r| (r.resolved, r.id));
        let open = all.iter().filter(|r| !r.resolved).count();
        let ink = if open > 0 { ctx.theme.accent } else { ctx.theme.ink3 };
        let count = ctx.t1("inspector-remarks-open", "count", open);
        let count = (!all.is_empty()).then_some((count, ink));
        if !self.section(ui, ctx, "inspector-remarks", count) {
            return;
        }
        for remark in all {
            remark_ui(ui, parts, remark);
        }
        if let Some(text) = self.entry(ui, ctx, (subject, "remark"), "inspector-add-remark") {
            let (id, at, author) = (RemarkId::fresh(), now(), String::new());
            parts.out.push(UiAction::Run(Command::AddRemark { id, item, author, text, at }));
        }
    }
}

fn remark_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, remark: &Remark) {
    let ctx = parts.ctx;
    let theme = ctx.theme;
    let frame = egui::Frame::new().fill(theme.lane).corner_radius(6);
    frame.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let ink = if remark.resolved { theme.ink3 } else { theme.ink };
        label(ui, remark.text.clone(), fonts::regular(12.5), ink);
        ui.horizontal(|ui| {
            let day = remark.at.get(..10).unwrap_or_default();
            let about = [remark.author.as_str(), day];
            let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
            caption(ui, theme, about.join(" · "));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let name = ctx.t1("inspector-delete-remark", "text", remark.text.as_str());
                let delete = IconButton::new(Icon::of("delete"), name);
                if delete.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                    let command = Command::DeleteRemark { remark: remark.id };
                    parts.out.push(UiAction::Run(command));
                }
                let mut resolved = remark.resolved;
                let free = ctx.why_fixed().is_none();
                let words = ctx.t("inspector-resolved");
                if checkbox(ui, theme, &mut resolved, &words).changed() && free {
                    let command = Command::ResolveRemark { remark: remark.id, resolved };
                    parts.out.push(UiAction::Run(command));
                }
            });
        });
    });
}
