//! Labels of the file and touchpoints of the map: matched by name, or assigned here, or left over.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, Button, DropDown, MenuItem, menu, menu_line, paint_icon};
use super::super::work::finished;
use super::{ImportScreen, card};
use crate::document::suggest;
use crate::import::Unmatched;
use crate::jobs::{Job, Reporter};
use crate::model::{JourneyId, Message, Model};
use crate::render::icons::Icon;
use egui::text::LayoutJob;
use egui::{Align, Align2, Color32, Galley, Layout, Sense, Ui, pos2, vec2};
use std::sync::Arc;

/// What a person did to labels.
enum Assigned {
    To(Vec<(String, String)>),
    Rest(Unmatched),
}

/// Labels that are listed, the most frequent first; the rest is counted.
const LISTED: usize = 200;

/// The labels of a file with the touchpoints they mean or may mean, looked up on a worker once for
/// each check.
#[derive(Default)]
pub(super) struct Likely {
    asked: bool,
    job: Option<Job<Vec<Row>>>,
    rows: Option<Vec<Row>>,
}

/// A label as it is shown.
struct Row {
    label: String,
    rows: u64,
    /// The title of the touchpoint it means, or may mean.
    title: Option<String>,
    /// How sure that is; 1 = the import matches it by itself.
    score: f64,
}

impl Row {
    fn is_matched(&self) -> bool {
        self.score >= 1.0
    }
}

impl Likely {
    /// Takes what was looked up, and lets a worker look up the labels of a new check.
    fn refresh(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, labels: &[(String, u64)]) {
        if let Some(Some(rows)) = finished(&mut self.job) {
            self.rows = Some(rows);
        }
        if self.asked {
            return;
        }
        self.asked = true;
        let labels: Vec<(String, u64)> = labels.iter().take(LISTED).cloned().collect();
        let (model, journey, wake) = (ctx.model.clone(), ctx.journey(), egui.clone());
        let work = move |_: &Reporter| look_up(&model, journey, labels);
        self.job = Job::start("labels", move || wake.request_repaint(), work).ok();
    }
}

fn look_up(model: &Model, journey: Option<JourneyId>, labels: Vec<(String, u64)>) -> Vec<Row> {
    let names: Vec<&str> = labels.iter().map(|(label, _)| label.as_str()).collect();
    let found = suggest(model, journey, &names);
    let row = |(label, rows): (String, u64)| {
        let found = found.iter().find(|found| found.label == label);
        let touchpoint = found.and_then(|found| model.touchpoints.get(&found.touchpoint));
        let title = touchpoint.map(|touchpoint| touchpoint.title.clone());
        Row { label, rows, title, score: found.map_or(0.0, |found| found.score) }
    };
    labels.into_iter().map(row).collect()
}

impl ImportScreen {
    pub(super) fn match_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(check) = self.check.as_ref().filter(|check| !check.labels.is_empty()) else {
            return;
        };
        let all = check.labels.len();
        self.likely.refresh(ui.ctx(), ctx, &check.labels);
        let Some(rows) = &self.likely.rows else { return };
        let (matched, rest): (Vec<&Row>, Vec<&Row>) = rows.iter().partition(|r| r.is_matched());
        let mut assigned = None;
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                widgets::title(ui, ctx.theme, ctx.t("wizard-match-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let text = Message::new("wizard-matched")
                        .with("matched", matched.len())
                        .with("all", all);
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
            if let Some(more) = all.checked_sub(LISTED).filter(|more| *more > 0) {
                widgets::caption(ui, ctx.theme, ctx.t1("wizard-match-more", "count", more));
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

    fn rest_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, rest: &[&Row]) -> Option<Assigned> {
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
        let pair = |row: &&Row| Some((row.label.clone(), row.title.clone()?));
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
fn label_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row) -> Option<Assigned> {
    let (label, matched) = (row.label.as_str(), row.is_matched());
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
    if let (Some(title), false) = (row.title.as_deref(), matched) {
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
fn goes_to_ui(ui: &mut Ui, ctx: &Ctx<'_>, row: &Row, width: f32) -> Option<Assigned> {
    let mut assigned = None;
    let (label, matched) = (row.label.as_str(), row.is_matched());
    let name = ctx.t1("wizard-goes-to", "label", label);
    let now = row.title.as_deref().filter(|_| matched);
    let now = now.map_or_else(|| ctx.t("wizard-choose-or-create"), str::to_owned);
    let button = DropDown::new(name.clone(), now)
        .height(30.0)
        .min_width(width)
        .max_width(width)
        .show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        egui::ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for touchpoint in ctx.model.touchpoints.values() {
                let on = matched && row.title.as_deref() == Some(touchpoint.title.as_str());
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
