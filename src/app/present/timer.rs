//! How long the present item of the agenda still lasts. The time comes from outside.
//!
//! Rings no bell: the last minute is another colour.

use super::big::{Big, Ink};
use crate::app::context::Ctx;
use crate::model::{AgendaItem, AgendaItemId, Model};
use egui::accesskit::Role;
use egui::{Align2, Pos2, Response, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};
use std::time::Duration;

/// A clock for one item of the agenda at a time. Times are in seconds, as `egui` counts them.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Timer {
    item: Option<AgendaItemId>,
    /// Seconds that ran before the last pause.
    spent: f64,
    /// Since when it runs; absent while it stands still.
    since: Option<f64>,
    /// Minutes given on top.
    extra: i64,
}

/// What is shown of the timer.
#[derive(Clone, PartialEq, Debug)]
pub struct Face {
    /// The item's name.
    pub name: String,
    /// `4:32`, or `+0:15` when the time is over.
    pub text: String,
    /// Share of the time that is left, 0…1.
    pub share: f64,
    /// Whether less than a minute is left.
    pub last_minute: bool,
    /// Whether it runs.
    pub running: bool,
}

impl Timer {
    /// The item it counts for.
    #[must_use]
    pub fn item<'a>(&self, model: &'a Model) -> Option<&'a AgendaItem> {
        model.agenda.get(&self.item?)
    }

    /// Whether it runs.
    #[must_use]
    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// Begins an item.
    pub fn start(&mut self, item: AgendaItemId, now: f64) {
        *self = Self { item: Some(item), spent: 0.0, since: Some(now), extra: 0 };
    }

    /// Lets it run or stand still; begins the first item when there was none.
    pub fn toggle(&mut self, model: &Model, now: f64) {
        match (self.item(model), self.since) {
            (None, _) => {
                if let Some(first) = model.agenda_in_order().first() {
                    self.start(first.id, now);
                }
            }
            (Some(_), Some(since)) => {
                self.spent += now - since;
                self.since = None;
            }
            (Some(_), None) => self.since = Some(now),
        }
    }

    /// Goes on with the item behind this one; stops behind the last.
    pub fn next(&mut self, model: &Model, now: f64) {
        let all = model.agenda_in_order();
        let at = all.iter().position(|a| Some(a.id) == self.item);
        match all.get(at.map_or(0, |at| at + 1)) {
            Some(item) => self.start(item.id, now),
            None => *self = Self::default(),
        }
    }

    /// Gives a minute more.
    pub fn add_minute(&mut self) {
        self.extra += 1;
    }

    /// What is shown of it; nothing while no item is timed.
    #[must_use]
    pub fn face(&self, model: &Model, now: f64) -> Option<Face> {
        let item = self.item(model)?;
        let whole = (item.minutes + self.extra) as f64 * 60.0;
        let left = whole - self.spent - self.since.map_or(0.0, |since| now - since);
        Some(Face {
            name: item.name.clone(),
            text: clock(left),
            share: (left / whole).clamp(0.0, 1.0),
            last_minute: left <= 60.0,
            running: self.is_running(),
        })
    }

    /// Asks for the frame in which another second shows.
    pub fn wake(&self, ui: &Ui) {
        if let Some(since) = self.since {
            let now = ui.input(|i| i.time);
            let gone = self.spent + now - since;
            let rest = 1.0 - gone.rem_euclid(1.0);
            ui.ctx().request_repaint_after(Duration::from_secs_f64(rest.clamp(0.02, 1.0)));
        }
    }
}

/// Seconds that are left as a clock shows them: `4:32`, and `+0:15` when the time is over.
#[must_use]
pub fn clock(left: f64) -> String {
    let (sign, seconds) = if left < 0.0 { ("+", -left) } else { ("", left.ceil()) };
    let seconds = seconds as i64;
    format!("{sign}{}:{:02}", seconds / 60, seconds % 60)
}

/// The ring around the time that is left. A click asks for the agenda.
pub fn ring(ui: &Ui, ctx: &Ctx<'_>, big: &Big, center: Pos2, face: &Face) -> Response {
    let radius = big.px(51.0).max(34.0);
    let size = Vec2::splat(2.0 * radius + 8.0);
    let place = egui::Rect::from_center_size(center, size);
    let response = ui.interact(place, ui.scope_id().with("timer_ring"), Sense::click());
    let key = if face.running { "present-ring" } else { "present-ring-paused" };
    let said = crate::model::Message::new(key).with("item", face.name.as_str());
    let said = ctx.texts.say(&said.with("time", face.text.as_str()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &said));
    let color = if face.last_minute { ctx.theme.bad } else { ctx.theme.accent };
    ui.painter().circle_filled(center, radius + big.px(8.0), ctx.theme.panel);
    let width = big.px(8.0).max(4.0);
    ui.painter().circle_stroke(center, radius, Stroke::new(width, ctx.theme.line));
    let share = if face.share > 0.0 { face.share } else { 1.0 };
    ui.painter().add(arc(center, radius, share as f32, Stroke::new(width, color)));
    let ink = if face.last_minute { ctx.theme.bad } else { ctx.theme.ink };
    let ink = if face.running { ink } else { ctx.theme.ink3 };
    let look = Ink::new(big.strong(30.0), ink);
    ui.painter().text(center, Align2::CENTER_CENTER, &face.text, look.font, look.color);
    crate::app::widgets::tip_detail(response, ctx.theme, &face.name, &face.text)
}

/// Part of a circle, from the top, clockwise.
fn arc(center: Pos2, radius: f32, share: f32, stroke: Stroke) -> Shape {
    let steps = (90.0 * share).ceil().max(2.0) as usize;
    let point = |i: usize| {
        let angle = std::f32::consts::TAU * (share * i as f32 / steps as f32 - 0.25);
        center + radius * vec2(angle.cos(), angle.sin())
    };
    Shape::line((0..=steps).map(point).collect(), stroke)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agenda() -> (Model, Vec<AgendaItemId>) {
        let mut model = Model::default();
        let mut ids = Vec::new();
        for (position, minutes) in [(0, 5), (1, 10)] {
            let id = AgendaItemId::fresh();
            let name = format!("item {position}");
            model.agenda.insert(id, AgendaItem { id, name, minutes, position });
            ids.push(id);
        }
        (model, ids)
    }

    #[test]
    fn it_counts_only_while_it_runs() {
        let (model, _) = agenda();
        let mut timer = Timer::default();
        let text = |timer: &Timer, now| timer.face(&model, now).map(|f| f.text);
        assert_eq!(text(&timer, 7.0), None);
        timer.toggle(&model, 10.0);
        assert_eq!(text(&timer, 10.0).as_deref(), Some("5:00"));
        assert_eq!(text(&timer, 38.0).as_deref(), Some("4:32"));
        timer.toggle(&model, 40.0);
        assert_eq!(text(&timer, 4_000.0).as_deref(), Some("4:30"));
        timer.toggle(&model, 5_000.0);
        timer.add_minute();
        assert_eq!(text(&timer, 5_010.0).as_deref(), Some("5:20"));
        assert!(!timer.face(&model, 5_260.0).unwrap().last_minute);
        assert!(timer.face(&model, 5_275.0).unwrap().last_minute);
        assert_eq!(text(&timer, 5_345.0).as_deref(), Some("+0:15"));
    }

    #[test]
    fn the_next_item_follows_and_none_behind_the_last() {
        let (mut model, ids) = agenda();
        let mut timer = Timer::default();
        timer.next(&model, 0.0);
        assert_eq!(timer.item(&model).map(|a| a.id), Some(ids[0]));
        timer.next(&model, 1.0);
        assert_eq!(timer.face(&model, 1.0).unwrap().text, "10:00");
        model.agenda.remove(&ids[1]);
        assert_eq!(timer.face(&model, 1.0), None);
        timer.next(&model, 2.0);
        assert_eq!(timer.item(&model).map(|a| a.id), Some(ids[0]));
        timer.next(&model, 2.0);
        assert_eq!(timer, Timer::default());
    }

    #[test]
    fn clocks_read_as_clocks() {
        for (left, text) in
            [(272.0, "4:32"), (60.0, "1:00"), (59.2, "1:00"), (0.0, "0:00"), (-61.5, "+1:01")]
        {
            assert_eq!(clock(left), text);
        }
    }
}
