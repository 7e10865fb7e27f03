//! Labels of the file and touchpoints of the map: matched by name, or assigned here, or left over.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, DropDown, MenuItem, menu, menu_line, paint_icon};
use super::{ImportScreen, card};
use crate::import::Unmatched;
use crate::model::Message;
use crate::render::icons::Icon;
use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Galley, Layout, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// What a person did to a label.
enum Assigned {
    To(String, String),
    Rest(Unmatched),
}

impl ImportScreen {
    pub(super) fn match_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(labels) = self.labels() else { return };
        if labels.is_empty() {
            return;
        }
        let known = |label: &str| ctx.model.touchpoint_named(label).is_some();
        let (matched, rest): (Vec<_>, Vec<_>) = labels.into_iter().partition(|(l, _)| known(l));
        let mut assigned = None;
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                widgets::title(ui, ctx.theme, ctx.t("wizard-match-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = Message::new("wizard-matched")
                        .with("matched", matched.len())
                        .with("all", matched.len() + rest.len());
                    let text = ctx.texts.say(&text);
                    widgets::label(ui, text, fonts::regular(12.5), ctx.theme.ink3);
                });
            });
            for (label, rows) in &matched {
                assigned = label_ui(ui, ctx, label, *rows, true).or(assigned.take());
            }
            if !rest.is_empty() {
                let frame = egui::Frame::new()
                    .fill(ctx.theme.bad_tint)
                    .corner_radius(8)
                    .inner_margin(egui::Margin::symmetric(10, 8));
                frame.show(ui, |ui| {
                    assigned = self.rest_ui(ui, ctx, &rest).or(assigned.take());
                });
            }
        });
        let Some(draft) = &mut self.draft else { return };
        match assigned {
            Some(Assigned::To(label, name)) => {
                rename(&mut draft.profile.touchpoints, &label, &name);
                self.examine();
            }
            Some(Assigned::Rest(choice)) => {
                draft.profile.unmatched = choice;
                self.examine();
            }
            None => {}
        }
    }

    /// Labels with the rows that carry them, once the file was checked.
    fn labels(&self) -> Option<Vec<(String, u64)>> {
        self.check.as_ref().map(|check| check.labels.clone())
    }

    fn rest_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, rest: &[(String, u64)]) -> Option<Assigned> {
        let mut assigned = None;
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), Icon::of("inbox"), 16.0, ctx.theme.bad);
            widgets::label(ui, ctx.t("wizard-unmatched"), fonts::strong(13.0), ctx.theme.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let rows: u64 = rest.iter().map(|(_, rows)| rows).sum();
                let text = ctx.t1("wizard-cells", "count", rows);
                widgets::label(ui, text, fonts::regular(12.5), ctx.theme.ink2);
            });
        });
        for (label, rows) in rest {
            assigned = label_ui(ui, ctx, label, *rows, false).or(assigned);
        }
        let now = self.draft.as_ref().map(|d| d.profile.unmatched).unwrap_or_default();
        let mut chosen = now;
        let options = [
            (Unmatched::Bucket, ctx.t("wizard-rest-keep")),
            (Unmatched::Create, ctx.t("wizard-rest-create")),
            (Unmatched::Reject, ctx.t("wizard-rest-reject")),
        ];
        ui.add_space(4.0);
        if widgets::segmented(ui, ctx.theme, &options, &mut chosen) {
            assigned = Some(Assigned::Rest(chosen));
        }
        let text = match now {
            Unmatched::Bucket => "wizard-rest-keep-text",
            Unmatched::Create => "wizard-rest-create-text",
            Unmatched::Reject => "wizard-rest-reject-text",
        };
        widgets::caption(ui, ctx.theme, ctx.t(text));
        assigned
    }
}

/// One label, an arrow, the touchpoint it goes to, the rows.
fn label_ui(ui: &mut Ui, ctx: &Ctx<'_>, label: &str, rows: u64, matched: bool) -> Option<Assigned> {
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, 34.0), Sense::hover());
    let middle = rect.center().y;
    let left = (width * 0.42).round();
    let galley = in_two_lines(ui, label, ctx.theme.ink, left - 24.0);
    let cut = galley.elided;
    let at = pos2(rect.left(), middle - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ctx.theme.ink);
    if cut {
        let response = ui.interact(rect, ui.scope_id().with(("whole", label)), Sense::hover());
        widgets::tip(response, ctx.theme, label);
    }
    let arrow = pos2(rect.left() + left - 10.0, middle);
    paint_icon(ui.painter(), arrow, Icon::of("arrow_forward"), 15.0, ctx.theme.ink3);
    let count = ctx.texts.int(i64::try_from(rows).unwrap_or(i64::MAX));
    let at = pos2(rect.right(), middle);
    ui.painter().text(at, Align2::RIGHT_CENTER, count, fonts::regular(12.5), ctx.theme.ink2);
    let place = egui::Rect::from_min_size(
        pos2(rect.left() + left + 6.0, rect.top() + 2.0),
        vec2(width - left - 58.0, 30.0),
    );
    let builder = egui::UiBuilder::new().max_rect(place).id_salt(("label", label));
    ui.scope_builder(builder, |ui| goes_to_ui(ui, ctx, label, matched, place.width())).inner
}

/// A label in at most two lines.
fn in_two_lines(ui: &Ui, label: &str, ink: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(label.to_owned(), fonts::regular(12.5), ink, width);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

/// The menu of touchpoints that a label can go to.
fn goes_to_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    label: &str,
    matched: bool,
    width: f32,
) -> Option<Assigned> {
    let mut assigned = None;
    let name = ctx.t1("wizard-goes-to", "label", label);
    let now = if matched { label.to_owned() } else { ctx.t("wizard-choose-or-create") };
    let button = DropDown::new(name.clone(), now)
        .height(30.0)
        .min_width(width)
        .max_width(width)
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for touchpoint in ctx.model.touchpoints.values() {
                let on = matched && crate::model::query::same_name(&touchpoint.title, label);
                if MenuItem::new(&touchpoint.title).selected(on).show(ui, ctx.theme) {
                    let to = touchpoint.title.clone();
                    assigned = Some(Assigned::To(label.to_owned(), to));
                }
            }
            if !matched {
                menu_line(ui, ctx.theme);
                let create = ctx.t1("wizard-create-all", "label", label);
                if MenuItem::new(create).icon(Icon::of("add")).show(ui, ctx.theme) {
                    assigned = Some(Assigned::Rest(Unmatched::Create));
                }
            }
        });
    });
    assigned
}

/// Sends a label elsewhere, also where it was itself the result of an earlier choice.
fn rename(touchpoints: &mut std::collections::BTreeMap<String, String>, label: &str, name: &str) {
    let mut renamed = false;
    for (_, to) in touchpoints.iter_mut().filter(|(_, to)| to.as_str() == label) {
        name.clone_into(to);
        renamed = true;
    }
    if !renamed {
        touchpoints.insert(label.to_owned(), name.to_owned());
    }
}
