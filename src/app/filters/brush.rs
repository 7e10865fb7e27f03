//! The time brush: one bar a week, and a window over them that can be moved, stretched and drawn.
//!
//! Gives the period a person chose; filtering by it is the caller's business.

use super::weeks::{Grip, Weeks, Window};
use crate::app::fonts;
use crate::app::theme::Theme;
use crate::model::Message;
use crate::scores::Period;
use crate::text::{DayStyle, Texts};
use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, CursorIcon, Event, EventFilter, Key, Rect, Response, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// Height of the brush: bars 36, then a line of dates.
pub const HEIGHT: f32 = 52.0;
const BARS: f32 = 36.0;
const HANDLE: f32 = 9.0;

/// Shows the brush; gives another period while a person drags.
pub fn brush(
    ui: &mut Ui,
    theme: &Theme,
    texts: &Texts,
    weeks: &Weeks,
    period: Period,
    grip: &mut Option<Grip>,
) -> Option<Period> {
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    let window = weeks.window(period);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Slider, true, spoken(texts, period))
    });
    if weeks.is_empty() {
        return None;
    }
    let axis = Axis { left: rect.left(), width: rect.width() / weeks.bars() as f32 };
    let bars = Rect::from_min_size(rect.min, vec2(rect.width(), BARS));
    let changed = drag(&response, axis, weeks, window, grip)
        .or_else(|| keys(ui, &response, weeks, window));
    let shown = changed.unwrap_or(period);
    let window = weeks.window(shown);
    paint_bars(ui, theme, weeks, window, axis, bars);
    paint_dates(ui, theme, texts, weeks, window, axis, rect);
    if let Some(window) = window {
        paint_window(ui, theme, window, axis, bars);
    }
    if response.has_focus() {
        crate::app::widgets::focus_ring(ui, theme, bars, 5.0);
    }
    changed.filter(|new| *new != period)
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
        let Some(window) = window else { return Grip::Fresh(at) };
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

fn paint_bars(
    ui: &Ui,
    theme: &Theme,
    weeks: &Weeks,
    window: Option<Window>,
    axis: Axis,
    bars: Rect,
) {
    if let Some(window) = window {
        let inside = window_rect(window, axis, bars);
        ui.painter().rect_filled(inside, 5.0, theme.tint);
    }
    let most = weeks.most().max(1) as f32;
    let gap = if axis.width > 8.0 { 4.5 } else { axis.width * 0.25 };
    for (bar, count) in (0..).zip(&weeks.counts) {
        let inside = window.is_none_or(|w| (w.from..w.to).contains(&bar));
        let height = (30.0 * *count as f32 / most).max(if *count > 0 { 1.5 } else { 0.0 });
        let x = axis.x(bar) + gap * 0.5;
        let shape = Rect::from_min_max(
            pos2(x, bars.bottom() - 3.0 - height),
            pos2(x + axis.width - gap, bars.bottom() - 3.0),
        );
        let fill = match (inside, window) {
            (true, Some(_)) => theme.accent,
            _ => theme.line2,
        };
        ui.painter().rect_filled(shape, CornerRadius::same(2), fill);
    }
}

fn window_rect(window: Window, axis: Axis, bars: Rect) -> Rect {
    Rect::from_min_max(
        pos2(axis.x(window.from) - 1.0, bars.top()),
        pos2(axis.x(window.to) + 1.0, bars.bottom()),
    )
}

fn paint_window(ui: &Ui, theme: &Theme, window: Window, axis: Axis, bars: Rect) {
    let rect = window_rect(window, axis, bars);
    let pen = Stroke::new(1.5, theme.accent);
    ui.painter().rect_stroke(rect, 5.0, pen, StrokeKind::Inside);
    for x in [rect.left() + 0.75, rect.right() - 0.75] {
        let handle = Rect::from_center_size(pos2(x, rect.center().y), vec2(8.0, 18.0));
        ui.painter().rect(handle, 4.0, theme.panel, pen, StrokeKind::Inside);
        for line in [x - 1.1, x + 1.1] {
            let span = rect.center().y - 3.5..=rect.center().y + 3.5;
            ui.painter().vline(line, span, Stroke::new(1.0, theme.accent));
        }
    }
}

fn paint_dates(
    ui: &Ui,
    theme: &Theme,
    texts: &Texts,
    weeks: &Weeks,
    window: Option<Window>,
    axis: Axis,
    rect: Rect,
) {
    let y = rect.bottom();
    let mut free_from = rect.left();
    let count = window.map(|w| {
        let weeks_inside = (w.to - w.from) * weeks.days_per_bar / 7;
        let text = texts.say(
            &Message::new("filter-weeks").with("count", i64::from(weeks_inside)),
        );
        let x = f32::midpoint(axis.x(w.from), axis.x(w.to));
        let at = pos2(x.clamp(rect.left() + 30.0, rect.right() - 30.0), y);
        ui.painter().text(at, Align2::CENTER_BOTTOM, text, fonts::strong(11.0), theme.accent)
    });
    for bar in 0..weeks.bars() {
        let day = weeks.day_of(bar) + weeks.days_per_bar - 1;
        let iso = texts.day(day, DayStyle::Iso);
        let month: u32 = iso.get(5..7).and_then(|m| m.parse().ok()).unwrap_or(0);
        let before = texts.day(weeks.day_of(bar) - 1, DayStyle::Iso);
        let new_month = iso.get(..7) != before.get(..7);
        let first = bar == 0;
        if !(first || new_month && matches!(month, 1 | 4 | 7 | 10)) {
            continue;
        }
        let style = if first || month == 1 { DayStyle::MonthYear } else { DayStyle::Month };
        let inside = window.is_some_and(|w| (w.from..w.to).contains(&bar));
        let (font, ink) = if inside {
            (fonts::strong(11.0), theme.accent)
        } else {
            (fonts::regular(11.0), theme.ink3)
        };
        let text = texts.day(if first { weeks.first_day } else { day }, style);
        let galley = ui.painter().layout_no_wrap(text, font, ink);
        let at = pos2(axis.x(bar) + 1.0, y - galley.size().y);
        let place = Rect::from_min_size(at, galley.size());
        let hidden = place.left() < free_from
            || place.right() > rect.right() + 2.0
            || count.is_some_and(|c| c.expand(6.0).intersects(place));
        if !hidden {
            free_from = place.right() + 12.0;
            ui.painter().galley(at, galley, ink);
        }
    }
}
