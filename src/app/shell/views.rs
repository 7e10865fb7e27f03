//! The switch between the ways to see a journey: map, list, silos, owners, all journeys, side by side.
//!
//! Icons only, each with its name; the rail leads to screens, this row to views of one.

use crate::app::actions::Do;
use crate::app::context::{Ctx, Screen, UiAction};
use crate::app::widgets::IconButton;
use crate::render::icons::Icon;
use egui::{Stroke, StrokeKind, Ui};

/// The views, each with its icon, name and shortcut.
const VIEWS: [(Screen, &str, &str, Do); 6] = [
    (Screen::Map, "route", "app-view-map", Do::GoMap),
    (Screen::List, "table_rows", "app-view-list", Do::GoList),
    (Screen::Silos, "groups", "app-view-silos", Do::GoSilos),
    (Screen::Owners, "badge", "app-view-owners", Do::GoOwners),
    (Screen::Portfolio, "grid_view", "app-view-portfolio", Do::GoPortfolio),
    (Screen::SideBySide, "compare", "app-view-side-by-side", Do::GoSideBySide),
];

/// Shows the switch, 28 high, where the layout is.
pub fn views_ui(ui: &mut Ui, ctx: &Ctx<'_>, shown: Screen, out: &mut Vec<UiAction>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let ground = ui.painter().add(egui::Shape::Noop);
        let mut place = egui::Rect::NOTHING;
        for (screen, icon, name, action) in VIEWS {
            let button = IconButton::new(Icon::of(icon), ctx.t(name)).glyph(17.0);
            let hint = action.shortcut();
            let response = button.selected(screen == shown).hint(&hint).show(ui, ctx.theme);
            place = place.union(response.rect);
            if response.clicked() && screen != shown {
                out.push(UiAction::Go(screen));
            }
        }
        let edge = Stroke::new(1.0, ctx.theme.line2);
        let frame =
            egui::epaint::RectShape::new(place, 7.0, ctx.theme.field, edge, StrokeKind::Outside);
        ui.painter().set(ground, frame);
    });
}
