//! Labels of the file and touchpoints of the map: matched by name, or assigned here, or left over.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, Button, DropDown, MenuItem, menu, menu_line, paint_icon};
use super::{ImportScreen, card};
use crate::document::{Suggestion, suggest};
use crate::import::Unmatched;
use crate::model::Message;
use crate::render::icons::Icon;
use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Galley, Layout, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// What a person did to labels.
enum Assigned {
    To(Vec<(String, String)>),
    Rest(Unmatched),
}

/// Which touchpoints the labels of a file may mean, looked up once for each list of labels.
#[derive(Default)]
pub(super) struct Likely {
    labels: Vec<String>,
    found: Vec<Suggestion>,
}

impl Likely {
    fn refresh(&mut self, ctx: &Ctx<'_>, labels: &[(String, u64)]) {
        if !self.labels.iter().eq(labels.iter().map(|(label, _)| label)) {
            self.labels = labels.iter().map(|(label, _)| label.clone()).collect();
            let names: Vec<&str> = self.labels.iter().map(String::as_str).collect();
            self.found = suggest(ctx.model, ctx.journey(), &names);
        }
    }

    /// The title of the touchpoint that a label means or may mean, and how sure that is.
    fn of<'c>(&self, ctx: &Ctx<'c>, label: &str) -> Option<(&'c str, f64)> {
        let found = self.found.iter().find(|found| found.label == label)?;
        let touchpoint = ctx.model.touchpoints.get(&found.touchpoint)?;
        Some((&touchpoint.title, found.score))
    }
}

/// A label as it is shown.
struct Row<'r> {
    label: &'r str,
    rows: u64,
    /// The title of the touchpoint it means, or may mean.
    title: Option<&'r str>,
    /// How sure that is; 1 = the import matches it by itself.
    score: f64,
}

impl ImportScreen {
    pub(super) fn match_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(labels) = self.labels().filter(|labels| !labels.is_empty()) else { return };
        self.likely.refresh(ctx, &labels);
        let rows = labels.iter().map(|(label, rows)| {
            let (title, score) = self.likely.of(ctx, label).unzip();
            Row { label, rows: *rows, title, score: score.unwrap_or(0.0) }
        });
        let (matched, rest): (Vec<Row<'_>>, Vec<Row<'_>>) = rows.partition(|r| r.score >= 1.0);
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
            for row in &matched {
                assigned = label_ui(ui, ctx, row).or(assigned.take());
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
            Some(Assigned::To(pairs)) => {
                for (label, name) in pairs {
                    rename(&mut draft.profile.touchpoints, &label, &name);
                }
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

    fn rest_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, rest: &[Row<'_>]) -> Option<Assigned> {
        let mut assigned = None;
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
            paint_icon(ui.painter(), rect.center(), Icon::of("inbox"), 16.0, ctx.theme.bad);
            widgets::label(ui, ctx.t("wizard-unmatched"), fonts::strong(13.0), ctx.theme.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let rows: u64 = rest.iter().map(|row| row.rows).sum();
                let text = ctx.t1("wizard-cells", "count", rows);
                widgets::label(ui, text, fonts::regular(12.5), ctx.theme.ink2);
            });
        });
        for row in rest {
            assigned = label_ui(ui, ctx, row).or(assigned);
        }
        let pair = |row: &Row<'_>| Some((row.label.to_owned(), row.title?.to_owned()));
        let alike: Vec<(String, String)> = rest.iter().filter_map(pair).collect();
        if alike.len() > 1 {
            let text = ctx.t1("wizard-match-alike", "count", alike.len());
            if Button::new(text).small().show(ui, ctx.theme).clicked() {
                assigned = Some(Assigned::To(alike));
            }
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
fn label_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row<'_>) -> Option<Assigned> {
    let (label, matched) = (row.label, row.score >= 1.0);
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
    let count = ctx.texts.int(i64::try_from(row.rows).unwrap_or(i64::MAX));
    let at = pos2(rect.right(), middle);
    ui.painter().text(at, Align2::RIGHT_CENTER, count, fonts::regular(12.5), ctx.theme.ink2);
    let place = egui::Rect::from_min_size(
        pos2(rect.left() + left + 6.0, rect.top() + 2.0),
        vec2(width - left - 58.0, 30.0),
    );
    let builder = egui::UiBuilder::new().max_rect(place).id_salt(("label", label));
    let mut assigned =
        ui.scope_builder(builder, |ui| goes_to_ui(ui, ctx, row, place.width())).inner;
    if let (Some(title), false) = (row.title, matched) {
        ui.horizontal(|ui| {
            ui.add_space(left + 6.0);
            let text = ctx.t1("wizard-match-is", "title", title);
            let why = Message::new("wizard-match-why")
                .with("label", label)
                .with("title", title)
                .with("share", ctx.texts.percent(row.score * 100.0, 0));
            let button = Button::quiet(text).small().name(ctx.texts.say(&why));
            if button.show(ui, ctx.theme).clicked() {
                assigned = Some(to(label, title));
            }
        });
    }
    assigned
}

fn to(label: &str, title: &str) -> Assigned {
    Assigned::To(vec![(label.to_owned(), title.to_owned())])
}

/// A label in at most two lines.
fn in_two_lines(ui: &Ui, label: &str, ink: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple(label.to_owned(), fonts::regular(12.5), ink, width);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}

/// The menu of touchpoints that a label can go to.
fn goes_to_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row<'_>, width: f32) -> Option<Assigned> {
    let mut assigned = None;
    let (label, matched) = (row.label, row.score >= 1.0);
    let name = ctx.t1("wizard-goes-to", "label", label);
    let now = row.title.filter(|_| matched);
    let now = now.map_or_else(|| ctx.t("wizard-choose-or-create"), str::to_owned);
    let button = DropDown::new(name.clone(), now)
        .height(30.0)
        .min_width(width)
        .max_width(width)
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for touchpoint in ctx.model.touchpoints.values() {
                let on = matched && row.title == Some(touchpoint.title.as_str());
                if MenuItem::new(&touchpoint.title).selected(on).show(ui, ctx.theme) {
                    assigned = Some(to(label, &touchpoint.title));
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
