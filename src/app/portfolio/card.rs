//! A journey's card in the portfolio: its picture, what it is, what can be done with it.
//!
//! Pushes actions; holds nothing.

use super::{Link, PortfolioScreen, journey_detail, journey_name, open};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Depth;
use crate::app::widgets::{
    DropDown, IconButton, MenuItem, focus_ring, menu, menu_line, paint_line,
};
use crate::document::Command;
use crate::model::{CardRef, Journey, JourneyId, JourneyState, Message};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, Key, Rect, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

/// Narrowest and widest card.
pub(super) const LEAST: f32 = 290.0;
pub(super) const MOST: f32 = 380.0;
/// Height of the words below the picture.
const WORDS: f32 = 92.0;

/// Height of a card of that width.
pub(super) fn height(width: f32) -> f32 {
    (width * 0.46).round() + WORDS
}

impl PortfolioScreen {
    #[expect(clippy::too_many_arguments, reason = "a card, its place, and what leads to it")]
    pub(super) fn card_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: &Journey,
        (index, last): (usize, bool),
        place: Rect,
        links: &[Link],
        out: &mut Vec<UiAction>,
    ) {
        if !ui.is_rect_visible(place) && !spoken(ui) {
            return;
        }
        let theme = ctx.theme;
        let id = egui::Id::unique(("portfolio", journey.id));
        let response = ui.interact(place, id, Sense::click());
        let detail = journey_detail(ctx, journey);
        let counts = counts(ctx, journey.id);
        let name = Message::new("portfolio-card")
            .with("name", journey.name.as_str())
            .with("detail", detail.as_str())
            .with("counts", counts.as_str());
        let name = ctx.texts.say(&name);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let depth = if response.hovered() { Depth::Menu } else { Depth::Card };
        ui.painter().add(theme.shadow_of(depth).as_shape(place, 12.0));
        ui.painter().rect_filled(place, 12.0, theme.panel);
        self.picture_ui(ui, ctx, journey.id, place);
        let shown = ctx.journey() == Some(journey.id);
        let (pen, ink) = if shown { (2.0, theme.accent) } else { (1.0, theme.line) };
        ui.painter().rect_stroke(place, 12.0, Stroke::new(pen, ink), StrokeKind::Inside);
        let left = Align2::LEFT_CENTER;
        let x = place.left() + 16.0;
        let y = place.bottom() - WORDS;
        let room = place.width() - 32.0;
        let font = fonts::strong(14.0);
        paint_line(ui, pos2(x, y + 22.0), left, &journey.name, font, theme.ink, room - 32.0);
        let quiet = fonts::regular(12.0);
        paint_line(ui, pos2(x, y + 42.0), left, &detail, quiet.clone(), theme.ink2, room);
        paint_line(ui, pos2(x, y + 59.0), left, &counts, quiet, theme.ink3, room);
        if response.has_focus() {
            focus_ring(ui, theme, place, 10.0);
            self.keys(ui, ctx, journey, (index, last), out);
        }
        if response.clicked() {
            open(ctx, journey.id, out);
        }
        response.on_hover_cursor(egui::CursorIcon::PointingHand);
        self.more_ui(ui, ctx, journey, (index, last), place, out);
        reached_ui(ui, ctx, journey.id, place, links, out);
    }

    fn picture_ui(&mut self, ui: &Ui, ctx: &Ctx<'_>, journey: JourneyId, place: Rect) {
        let picture = place.with_max_y(place.bottom() - WORDS);
        let corners = CornerRadius { nw: 12, ne: 12, sw: 0, se: 0 };
        ui.painter().rect_filled(picture, corners, ctx.theme.lane);
        let inner =
            Rect::from_min_max(picture.min + vec2(14.0, 12.0), picture.max - vec2(14.0, 0.0));
        self.thumbnails.paint(ui.painter(), journey, inner);
        ui.painter().hline(place.x_range(), picture.bottom(), ctx.theme.hairline());
    }

    fn keys(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        journey: &Journey,
        (index, last): (usize, bool),
        out: &mut Vec<UiAction>,
    ) {
        if ctx.why_fixed().is_some() {
            return;
        }
        let pressed = |key| ui.input(|i| i.key_pressed(key) && i.modifiers.is_none());
        let alt = |key| ui.input(|i| i.key_pressed(key) && i.modifiers.alt);
        if pressed(Key::F2) {
            self.properties.open(journey.id);
        } else if pressed(Key::Delete) {
            out.push(delete(journey));
        } else if ui.input(|i| i.key_pressed(Key::D) && i.modifiers.command) {
            out.push(duplicate(ctx, journey, journey.state));
        } else if alt(Key::ArrowLeft) && index > 0 {
            out.push(shift(journey.id, index - 1));
        } else if alt(Key::ArrowRight) && !last {
            out.push(shift(journey.id, index + 1));
        }
    }

    fn more_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: &Journey,
        (index, last): (usize, bool),
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let corner = pos2(place.right() - 40.0, place.bottom() - WORDS + 8.0);
        let builder = UiBuilder::new()
            .max_rect(Rect::from_min_size(corner, vec2(28.0, 28.0)))
            .id_salt(("more", journey.id));
        ui.scope_builder(builder, |ui| {
            let name = ctx.t1("portfolio-more", "name", journey_name(ctx, journey.id));
            let more = IconButton::new(Icon::of("more_horiz"), name).show(ui, ctx.theme);
            menu(&more, ctx.theme, &ctx.t("canvas-menu"), 240.0, |ui| {
                self.entries(ui, ctx, journey, (index, last), out);
            });
        });
    }

    fn entries(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: &Journey,
        (index, last): (usize, bool),
        out: &mut Vec<UiAction>,
    ) {
        if MenuItem::new(ctx.t("portfolio-open")).icon(Icon::of("route")).show(ui, ctx.theme) {
            open(ctx, journey.id, out);
        }
        let why = ctx.why_fixed();
        let item = |ui: &mut Ui, key: &'static str, icon: &'static str, keys: &str| {
            MenuItem::new(ctx.t(key))
                .icon(Icon::of(icon))
                .shortcut(keys)
                .disabled_because(why.clone())
                .show(ui, ctx.theme)
        };
        if item(ui, "portfolio-properties", "edit", "F2") {
            self.properties.open(journey.id);
        }
        menu_line(ui, ctx.theme);
        if item(ui, "portfolio-copy-current", "content_copy", "") {
            out.push(duplicate(ctx, journey, JourneyState::Current));
        }
        if item(ui, "portfolio-copy-future", "content_copy", "") {
            out.push(duplicate(ctx, journey, JourneyState::Future));
        }
        let (key, state) = match journey.state {
            JourneyState::Current => ("portfolio-make-future", JourneyState::Future),
            JourneyState::Future => ("portfolio-make-current", JourneyState::Current),
        };
        if item(ui, key, "swap_horiz", "") {
            let journey = journey.id;
            out.push(UiAction::Run(Command::SetJourneyState { journey, state }));
        }
        menu_line(ui, ctx.theme);
        if index > 0 && item(ui, "canvas-move-left", "arrow_back", "") {
            out.push(shift(journey.id, index - 1));
        }
        if !last && item(ui, "canvas-move-right", "arrow_forward", "") {
            out.push(shift(journey.id, index + 1));
        }
        let remove = MenuItem::new(ctx.t("canvas-delete"))
            .icon(Icon::of("delete"))
            .shortcut("Del")
            .danger()
            .disabled_because(why.clone());
        if remove.show(ui, ctx.theme) {
            out.push(delete(journey));
        }
    }
}

fn spoken(ui: &Ui) -> bool {
    ui.ctx().accesskit_node_builder(ui.scope_id(), |_| ()).is_some()
}

fn shift(journey: JourneyId, index: usize) -> UiAction {
    UiAction::Run(Command::MoveJourney { journey, index })
}

fn delete(journey: &Journey) -> UiAction {
    let told = Message::new("portfolio-deleted").with("name", journey.name.as_str());
    UiAction::RunAndTell(Command::DeleteJourney { journey: journey.id }, told)
}

/// A copy; one in another state keeps the name, since the state tells them apart.
fn duplicate(ctx: &Ctx<'_>, journey: &Journey, state: JourneyState) -> UiAction {
    let name = if state == journey.state {
        ctx.t1("portfolio-copy-name", "name", journey.name.as_str())
    } else {
        journey.name.clone()
    };
    let told = Message::new("portfolio-copied").with("name", journey.name.as_str());
    let (journey, id) = (journey.id, JourneyId::fresh());
    UiAction::RunAndTell(Command::DuplicateJourney { journey, id, name, state }, told)
}

fn counts(ctx: &Ctx<'_>, journey: JourneyId) -> String {
    let model = ctx.model;
    let message = Message::new("portfolio-counts")
        .with("stages", model.stages.values().filter(|s| s.journey == journey).count())
        .with("cards", model.placements.values().filter(|p| p.journey == journey).count())
        .with("notes", model.notes.values().filter(|n| n.journey == journey).count());
    ctx.texts.say(&message)
}

/// Which cards of other journeys lead here: a click shows the card.
fn reached_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    journey: JourneyId,
    place: Rect,
    links: &[Link],
    out: &mut Vec<UiAction>,
) {
    let from: Vec<&Link> = links.iter().filter(|link| link.to == journey).collect();
    let title = |link: &Link| {
        let subject = subject(link);
        let name = crate::app::map::title(ctx.model, ctx.texts, subject);
        let message = Message::new("portfolio-from-card")
            .with("card", name)
            .with("journey", journey_name(ctx, link.from));
        ctx.texts.say(&message)
    };
    let Some(first) = from.first() else { return };
    let row = Rect::from_min_size(
        pos2(place.left() + 10.0, place.bottom() - 27.0),
        vec2(place.width() - 20.0, 22.0),
    );
    let builder = UiBuilder::new().max_rect(row).id_salt(("reached", journey));
    ui.scope_builder(builder, |ui| {
        let name = ctx.t("portfolio-reached");
        let value = match from.len() {
            1 => title(first),
            many => ctx.t1("portfolio-reached-many", "count", many),
        };
        let button = DropDown::new(name.clone(), value)
            .icon(Icon::of("account_tree"))
            .bare()
            .height(22.0)
            .font(fonts::regular(12.0))
            .max_width(row.width())
            .show(ui, ctx.theme);
        menu(&button, ctx.theme, &name, 260.0, |ui| {
            for link in &from {
                if MenuItem::new(title(link)).show(ui, ctx.theme) {
                    let from = link.from;
                    out.push(UiAction::look(ctx, |view| {
                        view.journey = Some(from);
                        view.trail.clear();
                    }));
                    out.push(UiAction::Show(subject(link)));
                }
            }
        });
    });
}

fn subject(link: &Link) -> Subject {
    match link.card {
        CardRef::Card(id) => Subject::Card(id),
        CardRef::Note(id) => Subject::Note(id),
    }
}
