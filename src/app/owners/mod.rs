//! The owner's lens: who answers for which touchpoints, and the page of one of them.
//!
//! Reads a `Ctx` and pushes `UiAction`s; counted and laid out in `logic`, only when a key changed.

/// What is counted and drawn, and from which keys.
mod data;
/// The list of owners, teams or departments.
mod list;

use super::context::{Ctx, ExportFormat, Screen, UiAction};
use super::map::pane::Pane;
use super::portfolio::journey_picker;
use super::shell::{NARROW, views_ui};
use super::silos::zoom_ui;
use super::theme::Depth;
use super::widgets::{Button, DropDown, MenuItem, empty_state, menu, segmented};
use crate::analysis::{Responsible, ResponsibleKind};
use crate::document::{CommentPage, Document};
use crate::export::scorecard::ScorecardPicture;
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::scores::Filter;
use data::Data;
use egui::accesskit::Role;
use egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

const INSET: f32 = 16.0;
/// Width of the list, wide and in a narrow window.
const LIST: (f32, f32) = (312.0, 276.0);

/// What the screen remembers between frames.
pub struct OwnersScreen {
    kind: ResponsibleKind,
    /// Who is looked at; the first one of the kind when absent or gone.
    wanted: Option<Responsible>,
    data: Data,
    pane: Pane,
}

impl Default for OwnersScreen {
    fn default() -> Self {
        Self {
            kind: ResponsibleKind::default(),
            wanted: None,
            data: Data::default(),
            pane: Pane::new("owners"),
        }
    }
}

impl OwnersScreen {
    /// Looks at someone from the next frame on.
    pub fn show_responsible(&mut self, responsible: Responsible) {
        self.kind = responsible.kind();
        self.wanted = Some(responsible);
    }

    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, document: Option<&Document>) {
        self.data.refresh(egui, ctx, document, self.kind, self.wanted.as_ref());
    }

    /// The page that is shown, to be written to a file.
    #[must_use]
    pub fn picture(&self) -> Option<(ScorecardPicture, Option<CommentPage>)> {
        Some((self.data.picture.clone()?, self.data.newest.page.clone()))
    }

    /// The name of who is shown.
    #[must_use]
    pub fn name(&self, ctx: &Ctx<'_>) -> String {
        let shown = self.data.shown();
        shown.and_then(|one| one.name(ctx.model)).unwrap_or_default().to_owned()
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let whole = ui.max_rect();
        let tools =
            Rect::from_min_size(whole.min + vec2(12.0, 8.0), vec2(whole.width() - 24.0, 32.0));
        let builder = UiBuilder::new()
            .max_rect(tools)
            .id_salt("owners_tools")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| self.tools_ui(ui, ctx, out));
        let area = Rect::from_min_max(
            pos2(whole.left() + INSET, tools.bottom() + 12.0),
            whole.max - vec2(INSET, INSET),
        );
        if self.data.lineup.is_empty() {
            return self.empty_ui(ui, ctx, area, out);
        }
        let is_wide = ui.ctx().content_rect().width() >= NARROW;
        let list = if is_wide { LIST.0 } else { LIST.1 };
        let (left, right) = area.split_left_right_at_x(area.left() + list);
        if let Some(chosen) = list::show(ui, ctx, &self.data, left) {
            self.wanted = Some(chosen);
            self.pane = Pane::new("owners");
            ui.ctx().request_repaint();
        }
        self.page_ui(ui, ctx, right.with_min_x(right.left() + INSET), out);
    }

    fn tools_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        ui.spacing_mut().item_spacing.x = 8.0;
        views_ui(ui, ctx, Screen::Owners, out);
        let is_wide = ui.ctx().content_rect().width() >= NARROW;
        journey_picker(ui, ctx, if is_wide { 220.0 } else { 150.0 }, out);
        let kinds = [
            (ResponsibleKind::Owner, ctx.t("owners-kind-owner")),
            (ResponsibleKind::Team, ctx.t("owners-kind-team")),
            (ResponsibleKind::Department, ctx.t("owners-kind-department")),
        ];
        if segmented(ui, ctx.theme, &kinds, &mut self.kind) {
            self.wanted = None;
            ui.ctx().request_repaint();
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            self.acts_ui(ui, ctx, out);
            ui.add_space(4.0);
            ui.spacing_mut().item_spacing.x = 0.0;
            if is_wide {
                zoom_ui(ui, ctx, &mut self.pane);
            }
        });
    }

    /// What to do with the page: write it, go to the map or the comments behind it.
    fn acts_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let name = ctx.t("owners-save");
        let ready = self.data.scene.is_some() && !ctx.exporting;
        let button = DropDown::new(name.clone(), name.clone())
            .icon(Icon::of("download"))
            .bare()
            .enabled(ready)
            .show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 220.0, |ui| {
            for (format, key) in
                [(ExportFormat::Png, "owners-save-png"), (ExportFormat::Svg, "owners-save-svg")]
            {
                if MenuItem::new(ctx.t(key)).show(ui, ctx.theme) {
                    out.push(UiAction::ExportScorecardDialog(format));
                }
            }
        });
        let Some(shown) = self.data.shown() else { return };
        let Some(filter) = shown.narrow(ctx.model, &ctx.view.filter) else { return };
        let mut go = |ui: &mut Ui, key, icon, screen| {
            let button = Button::new(ctx.t(key)).icon(Icon::of(icon));
            if button.show(ui, ctx.theme).clicked() {
                out.extend(go_with(ctx, filter.clone(), screen));
            }
        };
        go(ui, "owners-to-comments", "forum", Screen::Feedback);
        go(ui, "owners-to-map", "route", Screen::Map);
    }

    fn page_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
        let Some(scene) = self.data.scene.clone() else {
            return self.nothing_ui(ui, ctx, area);
        };
        let size = vec2(scene.width, scene.height) * self.pane.view.zoom;
        // In the middle, as a sheet on a desk.
        let width = size.x.min(area.width());
        let left = area.left() + ((area.width() - width) / 2.0).max(0.0);
        let sheet =
            Rect::from_min_size(pos2(left, area.top()), vec2(width, size.y.min(area.height())));
        ui.painter().add(ctx.theme.shadow_of(Depth::Sheet).as_shape(sheet, 12.0));
        ui.painter().rect_filled(sheet, 12.0, ctx.theme.sheet);
        let words = &self.data.summary;
        let page = ui.interact(sheet, ui.scope_id().with("owners_page"), Sense::hover());
        page.widget_info(|| WidgetInfo::labeled(Role::Image, true, words));
        let chosen = self.pane.show(ui, ctx.theme, &scene, sheet);
        if let Some(subject @ Subject::Card(_)) = chosen {
            out.push(UiAction::Show(subject));
        }
    }

    /// Someone without a single score.
    fn nothing_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect) {
        if ctx.scores.is_none() || self.data.waits() {
            return;
        }
        let place = area.with_min_y(area.top() + 80.0);
        ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("owners_nothing"), |ui| {
            let (title, text) = (ctx.t("feedback-empty"), ctx.t("owners-nothing"));
            empty_state(ui, ctx.theme, Icon::of("badge"), &title, &text, None);
        });
    }

    fn empty_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, area: Rect, out: &mut Vec<UiAction>) {
        let place = area.with_min_y(area.top() + 100.0);
        ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("owners_empty"), |ui| {
            let (title, text) = (ctx.t("owners-empty"), ctx.t("owners-empty-why"));
            let go = ctx.t("owners-to-silos");
            let button = Some((&*go, Some(Icon::of("groups"))));
            if empty_state(ui, ctx.theme, Icon::of("badge"), &title, &text, button) {
                out.push(UiAction::Go(Screen::Silos));
            }
        });
    }
}

/// Another screen, with a filter.
fn go_with(ctx: &Ctx<'_>, filter: Filter, screen: Screen) -> [UiAction; 2] {
    [UiAction::look(ctx, |view| view.filter = filter), UiAction::Go(screen)]
}
