//! The time brush: one bar a week, and a window over them that can be moved, stretched and drawn.
//!
//! Gives the period a person chose; filtering by it is the caller's business.

use super::weeks::{Grip, Weeks, Window};
use crate::app::map::painter::Prepared;
use crate::app::theme::Theme;
use crate::model::Message;
use crate::render::charts::{self, WeeksRequest};
use crate::render::theme::Theme as SceneTheme;
use crate::scores::Period;
use crate::text::{DayStyle, Lang, Texts};
use egui::accesskit::Role;
use egui::{CursorIcon, Event, EventFilter, Id, Key, Rect, Response, Sense, Ui, WidgetInfo, vec2};

const HANDLE: f32 = 9.0;

/// Under which name its identity is kept.
const PLACE: &str = "time_brush";

/// What the brush remembers between frames.
#[derive(Default)]
pub struct Brush {
    grip: Option<Grip>,
    drawn: Option<(WeeksRequest, bool, Lang, Prepared)>,
}

impl Brush {
    /// Shows the brush; gives another period while a person drags.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        theme: &Theme,
        texts: &Texts,
        weeks: &Weeks,
        period: Period,
    ) -> Option<Period> {
        let size = vec2(ui.available_width(), charts::WEEKS_HEIGHT);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, spoken(texts, period)));
        ui.data_mut(|data| data.insert_temp(Id::unique(PLACE), response.id));
        if weeks.is_empty() {
            return None;
        }
        let window = weeks.window(period);
        let axis = Axis { left: rect.left(), width: rect.width() / weeks.bars() as f32 };
        let changed = drag(&response, axis, weeks, window, &mut self.grip)
            .or_else(|| keys(ui, &response, weeks, window));
        self.paint(ui, theme, texts, weeks, changed.unwrap_or(period), rect);
        if response.has_focus() {
            let bars = Rect::from_min_size(rect.min, vec2(rect.width(), 36.0));
            crate::app::widgets::focus_ring(ui, theme, bars, 5.0);
        }
        changed.filter(|new| *new != period)
    }

    fn paint(
        &mut self,
        ui: &Ui,
        theme: &Theme,
        texts: &Texts,
        weeks: &Weeks,
        period: Period,
        rect: Rect,
    ) {
        let whole = |bar: i32| usize::try_from(bar).unwrap_or(0);
        let request = WeeksRequest {
            width: rect.width(),
            weeks: weeks.series.clone(),
            chosen: weeks
                .window(period)
                .filter(|w| w.to > w.from)
                .map(|w| (whole(w.from), whole(w.to - 1))),
        };
        let same = self.drawn.as_ref().is_some_and(|(known, dark, lang, _)| {
            *known == request && *dark == theme.dark && *lang == texts.lang()
        });
        if !same {
            let look = if theme.dark { SceneTheme::Dark } else { SceneTheme::Light };
            let scene = charts::weeks(&request, texts, look);
            let prepared = Prepared::new(std::sync::Arc::new(scene));
            self.drawn = Some((request, theme.dark, texts.lang(), prepared));
        }
        if let Some((.., prepared)) = &mut self.drawn {
            prepared.paint_at(ui.painter(), rect.min);
        }
    }
}

/// Whether the brush has the focus: then Delete and Backspace are its own.
#[must_use]
pub fn has_focus(egui: &egui::Context) -> bool {
    let brush: Option<Id> = egui.data(|data| data.get_temp(Id::unique(PLACE)));
    brush.is_some() && egui.memory(|memory| memory.focused()) == brush
}

fn spoken(texts: &Texts, period: Period) -> String {
    texts.say(&Message::new("filter-brush").with("period", words(texts, period)))
}

/// A period in words.
#[must_use]
pub fn words(texts: &Texts, period: Period) -> String {
    let full = |day| texts.day(day, DayStyle::Full);
    match (period.from, period.to) {
        (None, None) => texts.get("filter-period-all"),
        (Some(from), None) => {
            texts.say(&Message::new("filter-period-from").with("day", full(from)))
        }
        (None, Some(to)) => texts.say(&Message::new("filter-period-to").with("day", full(to))),
        (Some(from), Some(to)) => {
            let year = |day: i32| {
                texts.day(day, DayStyle::Iso).split('-').next().unwrap_or_default().to_owned()
            };
            let same_year = year(from) == year(to);
            let style = if same_year { DayStyle::DayMonth } else { DayStyle::Full };
            format!("{} – {}", texts.day(from, style), full(to))
        }
    }
}

/// Where bars stand on screen.
#[derive(Clone, Copy)]
struct Axis {
    left: f32,
    width: f32,
}

impl Axis {
    fn x(self, bar: i32) -> f32 {
        self.left + self.width * bar as f32
    }

    fn bar(self, x: f32) -> i32 {
        ((x - self.left) / self.width).floor() as i32
    }

    /// What a press at `x` takes hold of.
    fn grip(self, x: f32, window: Option<Window>) -> Grip {
        let at = self.bar(x);
        let Some(window) = window else {
            return Grip::Fresh(at);
        };
        let (left, right) = (self.x(window.from), self.x(window.to));
        if (x - left).abs() <= HANDLE && x - left < right - x {
            Grip::Left(window.to)
        } else if (x - right).abs() <= HANDLE {
            Grip::Right(window.from)
        } else if x > left && x < right {
            Grip::Whole { at, window }
        } else {
            Grip::Fresh(at)
        }
    }
}

fn drag(
    response: &Response,
    axis: Axis,
    weeks: &Weeks,
    window: Option<Window>,
    grip: &mut Option<Grip>,
) -> Option<Period> {
    if let Some(pos) = response.hover_pos() {
        response.ctx.set_cursor_icon(match grip.unwrap_or_else(|| axis.grip(pos.x, window)) {
            Grip::Left(_) | Grip::Right(_) => CursorIcon::ResizeHorizontal,
            Grip::Whole { .. } => CursorIcon::Grab,
            Grip::Fresh(_) => CursorIcon::Crosshair,
        });
    }
    if response.double_clicked() {
        *grip = None;
        return Some(Period::default());
    }
    if response.drag_started() {
        let origin = response.ctx.input(|i| i.pointer.press_origin());
        *grip = origin.map(|pos| axis.grip(pos.x, window));
    }
    if !response.dragged() {
        *grip = None;
        return None;
    }
    let pos = response.interact_pointer_pos()?;
    let window = (*grip)?.window(axis.bar(pos.x), weeks.bars());
    Some(weeks.period(window))
}

/// Arrows move the window by a bar, with Shift its right edge; Delete shows everything.
fn keys(ui: &Ui, response: &Response, weeks: &Weeks, window: Option<Window>) -> Option<Period> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|m| m.set_focus_lock_filter(response.id, filter));
    let pressed = ui.input(|i| {
        i.events.iter().find_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, modifiers.shift)),
            _ => None,
        })
    });
    let now = window.unwrap_or(Window { from: 0, to: weeks.bars() });
    let step = match pressed? {
        (Key::Delete | Key::Backspace, _) => return Some(Period::default()),
        (Key::ArrowLeft, shift) => (-1, shift),
        (Key::ArrowRight, shift) => (1, shift),
        _ => return None,
    };
    let moved = match step {
        (by, true) => Grip::Right(now.from).window(now.to - 1 + by, weeks.bars()),
        (by, false) => {
            Grip::Whole { at: 0, window: now }.window((now.from + by).max(0) - now.from, i32::MAX)
        }
    };
    let most = weeks.bars();
    (moved.to <= most).then(|| weeks.period(moved))
}
