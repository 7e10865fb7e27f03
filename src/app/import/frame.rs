//! What stays around each step: the header with the file and the steps, the footer with buttons.

use super::super::context::{Ctx, ImportRequest, ImportWhat, Screen, UiAction};
use super::super::fonts;
use super::super::widgets::{Button, IconButton, paint_icon};
use super::draft::Draft;
use super::material::Material;
use super::{ImportScreen, Step};
use crate::document::ImportOptions;
use crate::import::DataSource;
use crate::model::Message;
use crate::render::icons::Icon;
use egui::{Align, Align2, Layout, Sense, Stroke, Ui, vec2};

impl ImportScreen {
    pub(super) fn header_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let frame =
            egui::Frame::new().fill(ctx.theme.panel).inner_margin(egui::Margin::symmetric(16, 0));
        let panel = egui::Panel::top("import_header").frame(frame).show_separator_line(false);
        let shown = panel.exact_size(60.0).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                let title = if self.is_anew() { "wizard-title-anew" } else { "wizard-title" };
                super::widgets::label(ui, ctx.t(title), fonts::strong(16.0), ctx.theme.ink);
                if let Some(draft) = &self.draft {
                    ui.add_space(8.0);
                    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                    paint_icon(ui.painter(), rect.center(), Icon::of("csv"), 17.0, ctx.theme.ink2);
                    let name = self.what(ctx, draft);
                    super::widgets::label(ui, name, fonts::regular(13.0), ctx.theme.ink2);
                }
                ui.add_space(24.0);
                self.steps_ui(ui, ctx);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let close = IconButton::new(Icon::of("close"), ctx.t("wizard-close"));
                    if close.show(ui, ctx.theme).clicked() {
                        self.leave(actions);
                    }
                });
            });
        });
        let edge = shown.response.rect;
        ui.painter().hline(edge.x_range(), edge.bottom() - 0.5, ctx.theme.hairline());
    }

    fn steps_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let steps = [
            (Step::File, "wizard-step-file"),
            (Step::Columns, "wizard-step-columns"),
            (Step::Check, "wizard-step-check"),
            (Step::Done, "wizard-step-done"),
        ];
        for (index, (step, key)) in steps.into_iter().enumerate() {
            let (done, here) = (step < self.step, step == self.step);
            if index > 0 {
                let (line, _) = ui.allocate_exact_size(vec2(30.0, 2.0), Sense::hover());
                let color = if step <= self.step { ctx.theme.accent } else { ctx.theme.line2 };
                ui.painter().rect_filled(line, 1.0, color);
            }
            let (circle, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
            let center = circle.center();
            if done || here {
                ui.painter().circle_filled(center, 12.0, ctx.theme.accent);
            } else {
                ui.painter().circle_stroke(center, 11.5, Stroke::new(1.0, ctx.theme.line2));
            }
            let ink = if done || here { ctx.theme.on_accent } else { ctx.theme.ink3 };
            if done {
                paint_icon(ui.painter(), center, Icon::of("check"), 15.0, ink);
            } else {
                let number = (index + 1).to_string();
                let font = fonts::strong(12.5);
                ui.painter().text(center, Align2::CENTER_CENTER, number, font, ink);
            }
            let font = if here { fonts::strong(13.0) } else { fonts::regular(13.0) };
            let ink = if here { ctx.theme.ink } else { ctx.theme.ink3 };
            super::widgets::label(ui, ctx.t(key), font, ink);
        }
    }

    pub(super) fn footer_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let frame =
            egui::Frame::new().fill(ctx.theme.panel).inner_margin(egui::Margin::symmetric(16, 0));
        let panel = egui::Panel::bottom("import_footer").frame(frame).show_separator_line(false);
        let shown = panel.exact_size(60.0).show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 10.0;
                self.footer_left_ui(ui, ctx, actions);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    self.footer_right_ui(ui, ctx, actions);
                });
            });
        });
        let edge = shown.response.rect;
        ui.painter().hline(edge.x_range(), edge.top() + 0.5, ctx.theme.hairline());
    }

    fn footer_left_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let first = if self.is_anew() { Step::Columns } else { Step::File };
        if self.step > first && self.step < Step::Done {
            let back = Button::new(ctx.t("wizard-back"))
                .icon(Icon::of("arrow_back"))
                .enabled(!self.importing);
            if back.show(ui, ctx.theme).clicked() {
                self.go_back();
            }
        }
        if self.step == Step::Columns && self.draft.is_some() {
            let load = Button::quiet(ctx.t("wizard-load-mapping")).icon(Icon::of("folder_open"));
            if load.show(ui, ctx.theme).clicked() {
                actions.push(UiAction::LoadMappingDialog);
            }
            let keep = Button::quiet(ctx.t("wizard-keep-mapping")).icon(Icon::of("save"));
            if let (true, Some(draft)) = (keep.show(ui, ctx.theme).clicked(), &self.draft) {
                let text = serde_json::to_string_pretty(&draft.profile).unwrap_or_default();
                actions.push(UiAction::SaveMappingDialog(text));
            }
        }
        if self.step == Step::Check && !self.is_anew() {
            let mut on = !self.forget;
            super::widgets::checkbox(ui, ctx.theme, &mut on, &ctx.t("wizard-remember"));
            self.forget = !on;
        }
    }

    /// The file, and how many go with it.
    fn what(&self, ctx: &Ctx<'_>, draft: &Draft) -> String {
        let name = &draft.detected.file_name;
        match self.material.as_ref().map_or(0, Material::more) {
            0 => name.clone(),
            more => ctx
                .texts
                .say(&Message::new("wizard-and-more").with("file", name).with("count", more)),
        }
    }

    fn footer_right_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        match self.step {
            Step::File => {
                if self.draft.is_some() && !self.looking.is_detecting() {
                    let on = Button::primary(ctx.t("wizard-continue")).min_width(120.0);
                    if on.show(ui, ctx.theme).clicked() {
                        self.step = Step::Columns;
                    }
                }
            }
            Step::Columns => {
                let why = self.why_not_ready(ctx);
                let next = Button::primary(ctx.t("wizard-continue"))
                    .min_width(120.0)
                    .disabled_because(why);
                if next.show(ui, ctx.theme).clicked() {
                    self.step = Step::Check;
                }
            }
            Step::Check => {
                let why = self
                    .why_not_ready(ctx)
                    .or_else(|| self.check.is_none().then(|| ctx.t("wizard-still-checking")));
                let key = match (self.is_anew(), self.again()) {
                    (true, _) => "wizard-map-anew",
                    (false, true) => "wizard-import-again",
                    (false, false) => "wizard-import",
                };
                let import = Button::primary(ctx.t(key))
                    .min_width(120.0)
                    .busy(self.importing)
                    .disabled_because(why.or_else(|| ctx.why_fixed()));
                if import.show(ui, ctx.theme).clicked()
                    && let Some(request) = self.request(ctx)
                {
                    actions.push(UiAction::Import(Box::new(request)));
                    self.importing = true;
                    self.problem = None;
                }
            }
            Step::Done => {
                let show = Button::primary(ctx.t("wizard-show-map")).min_width(120.0);
                if show.show(ui, ctx.theme).clicked() {
                    *self = Self::default();
                    actions.push(UiAction::Go(Screen::Map));
                }
                return;
            }
        }
        if Button::new(ctx.t("wizard-cancel")).show(ui, ctx.theme).clicked() {
            self.leave(actions);
        }
    }

    /// Whether a file that is in the document is imported once more. Of several files those that
    /// are there already are passed over.
    fn again(&self) -> bool {
        self.seen_before && self.material.as_ref().is_none_or(|material| material.more() == 0)
    }

    /// What is asked for when everything is decided.
    fn request(&self, ctx: &Ctx<'_>) -> Option<ImportRequest> {
        let (draft, material) = (self.draft.as_ref()?, self.material.as_ref()?);
        let what = match material {
            Material::Kept(kept) => ImportWhat::Kept(kept.batch().id),
            Material::Data { source: DataSource::File(first), more, .. } if !more.is_empty() => {
                let files = std::iter::once(first).chain(more.iter());
                ImportWhat::Files(files.cloned().collect())
            }
            Material::Data { source, .. } => ImportWhat::Data(source.clone()),
        };
        let journey = ctx.journey().and_then(|id| ctx.model.journeys.get(&id));
        let options = ImportOptions {
            journey: journey.map(|j| j.name.clone()),
            again: self.again(),
            ..ImportOptions::default()
        };
        let (profile, remember) = (draft.profile.clone(), !self.forget);
        Some(ImportRequest { what, profile, options, remember })
    }

    /// Why the mapping cannot be imported yet, if so.
    pub(super) fn why_not_ready(&self, ctx: &Ctx<'_>) -> Option<String> {
        let draft = self.draft.as_ref()?;
        if let Some(column) = draft.without_direction().first() {
            return Some(ctx.t1("wizard-state-direction", "column", draft.name(*column)));
        }
        (!draft.has_content()).then(|| ctx.t("wizard-no-content"))
    }

    fn leave(&mut self, actions: &mut Vec<UiAction>) {
        if self.importing {
            actions.push(UiAction::Cancel);
            return;
        }
        *self = Self::default();
        actions.push(UiAction::Go(Screen::Map));
    }
}
