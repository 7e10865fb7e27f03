//! The portfolio: all journeys of the document, each with a thumbnail, and how they hang together.
//!
//! Reads a `Ctx` and pushes `UiAction`s. Thumbnails are laid out in `logic`, at most one a frame.

/// A journey's card.
mod card;
/// Walking down and back.
mod levels;
/// Choosing a journey.
mod picker;
/// Name, state, persona and segment of a journey.
mod properties;
/// Small pictures of maps.
mod thumbnails;

pub use levels::{Branch, Link, levels_ui, links, tree};
pub use picker::{journey_detail, journey_name, journey_picker, state_name};

use super::context::{Ctx, Screen, UiAction};
use super::fonts;
use super::shell::views_ui;
use super::widgets::{DropDown, MenuItem, heading, label, menu, paint_icon, paint_line, title};
use crate::document::{Command, Document};
use crate::model::{JourneyId, JourneyState, LaneId, LaneKind, Message};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align, Align2, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use properties::Properties;
use thumbnails::Thumbnails;

/// Width of the tree of levels.
const TREE: f32 = 272.0;
const INSET: f32 = 24.0;
const GAP: f32 = 20.0;

/// What the screen remembers between frames.
#[derive(Default)]
pub struct PortfolioScreen {
    thumbnails: Thumbnails,
    properties: Properties,
}

impl PortfolioScreen {
    /// Computes what is stale. Runs before painting, never during it.
    pub fn logic(&mut self, ctx: &Ctx<'_>, _document: Option<&Document>) {
        self.thumbnails.refresh(ctx);
    }

    /// Shows the screen.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        if self.thumbnails.waiting() {
            ui.ctx().request_repaint();
        }
        let whole = ui.max_rect();
        let tools =
            Rect::from_min_size(whole.min + vec2(12.0, 8.0), vec2(whole.width() - 36.0, 32.0));
        let builder = UiBuilder::new()
            .max_rect(tools)
            .id_salt("portfolio_tools")
            .layout(Layout::left_to_right(Align::Center));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            views_ui(ui, ctx, Screen::Portfolio, out);
            let count = ctx.t1("portfolio-count", "count", ctx.model.journeys.len());
            label(ui, count, fonts::strong(13.0), ctx.theme.ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.new_ui(ui, ctx, out));
        });
        let area = Rect::from_min_max(pos2(whole.left(), tools.bottom() + 8.0), whole.max);
        let links = links(ctx.model);
        let area = if links.is_empty() {
            area
        } else {
            let (tree, rest) = area.split_left_right_at_x(area.left() + TREE);
            tree_ui(ui, ctx, tree, out);
            rest
        };
        self.cards_ui(ui, ctx, area, &links, out);
        self.properties.ui(ui.ctx(), ctx, out);
    }

    fn new_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let name = ctx.t("portfolio-new");
        let fixed = ctx.why_fixed();
        let button = DropDown::new(name.clone(), name.clone())
            .icon(Icon::of("add"))
            .primary()
            .enabled(fixed.is_none())
            .show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 240.0, |ui| {
            for (key, detail, standard) in [
                ("portfolio-new-standard", "portfolio-new-standard-why", true),
                ("portfolio-new-blank", "portfolio-new-blank-why", false),
            ] {
                let item = MenuItem::new(ctx.t(key)).detail(ctx.t(detail));
                if item.disabled_because(fixed.clone()).show(ui, ctx.theme) {
                    let id = JourneyId::fresh();
                    out.push(UiAction::Run(new_journey(id, ctx.t("portfolio-new-name"), standard)));
                    self.properties.open(id);
                }
            }
        });
    }

    fn cards_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        area: Rect,
        links: &[Link],
        out: &mut Vec<UiAction>,
    ) {
        let journeys = ctx.model.journeys_in_order();
        let room = area.width() - 2.0 * INSET;
        let columns = ((room + GAP) / (card::LEAST + GAP)).floor().max(1.0);
        let width = ((room + GAP) / columns - GAP).min(card::MOST);
        let columns = columns as usize;
        let builder = UiBuilder::new().max_rect(area).id_salt("portfolio_cards");
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(area.intersect(ui.clip_rect()));
            ScrollArea::vertical().id_salt("portfolio_scroll").auto_shrink(false).show(ui, |ui| {
                let top = ui.max_rect().min + vec2(INSET, 8.0);
                let height = card::height(width);
                for (index, journey) in journeys.iter().enumerate() {
                    let (column, row) = (index % columns, index / columns);
                    let at = top + vec2((width + GAP) * column as f32, (height + GAP) * row as f32);
                    let place = Rect::from_min_size(at, vec2(width, height));
                    let last = index + 1 == journeys.len();
                    self.card_ui(ui, ctx, journey, (index, last), place, links, out);
                }
                let rows = journeys.len().div_ceil(columns) as f32;
                ui.allocate_space(vec2(room, (height + GAP) * rows + 24.0));
            });
        });
        if journeys.is_empty() {
            let place = Rect::from_center_size(area.center(), vec2(400.0, 60.0));
            ui.scope_builder(UiBuilder::new().max_rect(place).id_salt("none"), |ui| {
                heading(ui, ctx.theme, ctx.t("portfolio-none"));
            });
        }
    }
}

/// A journey with the six stages, or with lanes only.
fn new_journey(id: JourneyId, name: String, standard: bool) -> Command {
    let state = JourneyState::Current;
    let add = Command::AddJourney { id, name: name.clone(), state, standard };
    if standard {
        return add;
    }
    let lane =
        |kind| Command::AddLane { id: LaneId::fresh(), journey: id, kind, name: None, index: None };
    let step = Message::new("step-add-journey").with("name", name);
    let commands = std::iter::once(add).chain(LaneKind::DEFAULT.map(lane)).collect();
    Command::Several { name: step, commands }
}

/// Looks at a journey on the map.
fn open(ctx: &Ctx<'_>, journey: JourneyId, out: &mut Vec<UiAction>) {
    out.push(UiAction::look(ctx, |view| {
        view.journey = Some(journey);
        view.trail.clear();
    }));
    out.push(UiAction::Go(Screen::Map));
}

/// The journeys by level: which is reached from a card of which.
fn tree_ui(ui: &mut Ui, ctx: &Ctx<'_>, place: Rect, out: &mut Vec<UiAction>) {
    let theme = ctx.theme;
    let panel = Rect::from_min_max(
        pos2(place.left() + 16.0, place.top() + 8.0),
        pos2(place.right(), place.bottom() - 16.0),
    );
    ui.painter().add(theme.card_frame(12).paint(panel));
    let inner = panel.shrink2(vec2(12.0, 12.0));
    let builder = UiBuilder::new().max_rect(inner).id_salt("portfolio_tree");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        title(ui, theme, ctx.t("portfolio-levels"));
        ui.add_space(4.0);
        ScrollArea::vertical().id_salt("tree").auto_shrink(false).show(ui, |ui| {
            for (index, branch) in tree(ctx.model).into_iter().enumerate() {
                let size = vec2(ui.available_width(), 30.0);
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                let id = ui.scope_id().with(("branch", index));
                let response = ui.interact(rect, id, Sense::click());
                let name = journey_name(ctx, branch.journey);
                let message = Message::new("portfolio-branch")
                    .with("name", name.as_str())
                    .with("level", branch.depth + 1);
                let spoken = ctx.texts.say(&message);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
                let here = ctx.journey() == Some(branch.journey);
                if here || response.hovered() {
                    let fill = if here { theme.tint } else { theme.hover };
                    ui.painter().rect_filled(rect, 7.0, fill);
                }
                let ink = if here { theme.accent } else { theme.ink };
                let x = rect.left() + 8.0 + 16.0 * branch.depth as f32;
                let icon = if branch.depth == 0 { "route" } else { "account_tree" };
                let at = pos2(x + 6.0, rect.center().y);
                paint_icon(ui.painter(), at, Icon::of(icon), 15.0, theme.ink3);
                let at = pos2(x + 20.0, rect.center().y);
                let (left, room) = (Align2::LEFT_CENTER, rect.right() - at.x - 6.0);
                paint_line(ui, at, left, &name, fonts::regular(12.5), ink, room);
                if response.has_focus() {
                    super::widgets::focus_ring(ui, theme, rect.shrink(2.0), 7.0);
                }
                if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                    open(ctx, branch.journey, out);
                }
            }
        });
    });
}
