//! The agenda of the workshop: a list of items with minutes, their clock times, and the timer.
//!
//! Holds only what is being typed; the items are the document's.

use super::timer::Timer;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, Dialog, Field, IconButton, body, label};
use crate::document::Command;
use crate::model::{AgendaItem, AgendaItemId, Message};
use crate::render::icons::Icon;
use crate::text::Texts;
use egui::{Align, Key, Layout, Response, Ui, vec2};

/// The agenda of a mapping workshop: what is done, and for how many minutes.
const MAPPING: [(&str, i64); 11] = [
    ("present-agenda-objectives", 75),
    ("present-agenda-steps", 25),
    ("present-agenda-interactions", 15),
    ("present-agenda-say-think", 15),
    ("present-agenda-emotions", 15),
    ("present-agenda-pains", 15),
    ("present-agenda-vote", 10),
    ("present-agenda-moments", 25),
    ("present-agenda-share", 25),
    ("present-agenda-future", 30),
    ("present-agenda-actions", 30),
];
/// Minutes of an item that says nothing else.
const USUAL: i64 = 15;

/// What is typed in.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Part {
    Name,
    Minutes,
}

/// The dialog of the agenda.
pub struct Agenda {
    /// Whether it is shown.
    pub open: bool,
    /// When the workshop begins, as typed.
    begin: String,
    /// The name of an item that is to be added.
    new: String,
    typing: Option<(AgendaItemId, Part, String)>,
    fresh: bool,
    /// How many items there were; one more is scrolled to.
    known: usize,
}

impl Default for Agenda {
    fn default() -> Self {
        let (begin, new) = ("9:00".to_owned(), String::new());
        Self { open: false, begin, new, typing: None, fresh: false, known: 0 }
    }
}

/// The agenda of a mapping workshop, behind what is there, as one step.
#[must_use]
pub fn mapping_workshop(texts: &Texts) -> Command {
    let add = |(key, minutes): &(&'static str, i64)| Command::AddAgendaItem {
        id: AgendaItemId::fresh(),
        name: texts.get(key),
        minutes: *minutes,
        index: None,
    };
    let commands = MAPPING.iter().map(add).collect();
    Command::Several { name: Message::new("present-step-agenda"), commands }
}

/// Minutes after midnight of a clock time such as `9:00`, `9.30` or `13`.
#[must_use]
pub fn minutes_of(clock: &str) -> Option<i64> {
    let mut parts = clock.trim().splitn(2, [':', '.']);
    let hours: i64 = parts.next()?.trim().parse().ok()?;
    let minutes: i64 = parts.next().map_or(Some(0), |m| m.trim().parse().ok())?;
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

/// A clock time: `13:45`. Behind midnight the next day begins.
#[must_use]
pub fn clock_of(minutes: i64) -> String {
    let minutes = minutes.rem_euclid(24 * 60);
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

impl Agenda {
    /// Opens or closes the dialog.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        self.fresh = self.open;
    }

    /// Shows the dialog while it is open.
    pub fn ui(
        &mut self,
        egui: &egui::Context,
        ctx: &Ctx<'_>,
        timer: &mut Timer,
        out: &mut Vec<UiAction>,
    ) {
        if !self.open {
            return;
        }
        let (title, close) = (ctx.t("present-agenda-title"), ctx.t("app-close"));
        let width = (egui.content_rect().width() - 80.0).clamp(420.0, 620.0);
        let room = (egui.content_rect().height() - 300.0).max(120.0);
        let dialog = Dialog::new("agenda", &title, &close).width(width);
        let end = dialog.show(egui, ctx.theme, |ui| {
            self.head_ui(ui, ctx);
            let scroll = egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
            scroll.show(ui, |ui| self.items_ui(ui, ctx, timer, out));
            ui.add_space(6.0);
            self.foot_ui(ui, ctx, out);
            timer_ui(ui, ctx, timer);
        });
        if end.closed {
            self.keep(ctx, out);
            self.open = false;
        }
    }

    /// When it begins, how long it lasts, when it ends.
    fn head_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let items = ctx.model.agenda_in_order();
        let total: i64 = items.iter().map(|a| a.minutes).sum();
        let begin = minutes_of(&self.begin);
        ui.horizontal(|ui| {
            body(ui, ctx.theme, ctx.t("present-agenda-begin"));
            let error = begin.is_none().then(|| ctx.t("present-agenda-no-clock"));
            let name = ctx.t("present-agenda-begin");
            Field::new(&mut self.begin, name).width(70.0).error(error).show(ui, ctx.theme);
            if let Some(begin) = begin.filter(|_| !items.is_empty()) {
                let message = Message::new("present-agenda-total")
                    .with("count", items.len())
                    .with("minutes", total)
                    .with("begin", clock_of(begin))
                    .with("end", clock_of(begin + total));
                label(ui, ctx.texts.say(&message), fonts::strong(13.0), ctx.theme.ink2);
            }
        });
        ui.add_space(6.0);
    }

    fn items_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, timer: &mut Timer, out: &mut Vec<UiAction>) {
        let items = ctx.model.agenda_in_order();
        if items.is_empty() {
            body(ui, ctx.theme, ctx.t("present-agenda-empty"));
            return;
        }
        let mut at = minutes_of(&self.begin);
        for (index, item) in items.iter().enumerate() {
            let last = index + 1 == items.len();
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let clock = at.map(clock_of).unwrap_or_default();
                let (rect, _) = ui.allocate_exact_size(vec2(44.0, 32.0), egui::Sense::hover());
                let font = fonts::regular(13.0);
                let align = egui::Align2::RIGHT_CENTER;
                ui.painter().text(rect.right_center(), align, clock, font, ctx.theme.ink3);
                self.item_ui(ui, ctx, item, out);
                tools_ui(ui, ctx, timer, item, (index, last), out);
            });
            at = at.map(|at| at + item.minutes);
        }
        if std::mem::replace(&mut self.known, items.len()) + 1 == items.len() {
            ui.scroll_to_cursor(Some(Align::BOTTOM));
        }
    }

    fn item_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, item: &AgendaItem, out: &mut Vec<UiAction>) {
        let name = item.name.as_str();
        let width = (ui.available_width() - 60.0 - 4.0 * 32.0 - 40.0).max(120.0);
        for (part, key, width, is) in [
            (Part::Name, "present-agenda-name-of", width, name.to_owned()),
            (Part::Minutes, "present-agenda-minutes-of", 34.0, item.minutes.to_string()),
        ] {
            let typing = self.typing.as_ref().filter(|(id, of, _)| (*id, *of) == (item.id, part));
            let mut text = typing.map_or(is, |(.., text)| text.clone());
            let spoken = ctx.t1(key, "item", name);
            let enabled = ctx.why_fixed().is_none();
            let field = Field::new(&mut text, spoken).width(width).enabled(enabled);
            let response = field.show(ui, ctx.theme);
            if response.changed() {
                self.typing = Some((item.id, part, text));
            }
            if response.lost_focus() {
                if ui.input(|i| i.key_pressed(Key::Escape)) {
                    self.typing = None;
                }
                self.keep(ctx, out);
            }
        }
        body(ui, ctx.theme, ctx.t("present-agenda-minutes"));
    }

    /// Keeps what was typed, where it makes sense.
    fn keep(&mut self, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some((id, part, text)) = self.typing.take() else {
            return;
        };
        let Some(item) = ctx.model.agenda.get(&id) else {
            return;
        };
        let text = text.trim();
        let (name, minutes) = match part {
            Part::Name => (text.to_owned(), Some(item.minutes)),
            Part::Minutes => (item.name.clone(), text.parse().ok()),
        };
        let same = name == item.name && minutes == Some(item.minutes);
        if let Some(minutes) = minutes.filter(|_| !name.is_empty() && !same) {
            out.push(UiAction::Run(Command::SetAgendaItem { item: id, name, minutes }));
        }
    }

    /// A new item, and the template.
    fn foot_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let fixed = ctx.why_fixed();
        ui.horizontal(|ui| {
            let name = ctx.t("present-agenda-new");
            let field = Field::new(&mut self.new, name.clone()).hint(name).width(220.0);
            let response = field.enabled(fixed.is_none()).show(ui, ctx.theme);
            if std::mem::take(&mut self.fresh) {
                response.request_focus();
            }
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            let button = Button::new(ctx.t("present-agenda-add")).icon(Icon::of("add"));
            let pressed = button.disabled_because(fixed.clone()).show(ui, ctx.theme).clicked();
            if (entered || pressed) && !self.new.trim().is_empty() {
                let name = std::mem::take(&mut self.new).trim().to_owned();
                let id = AgendaItemId::fresh();
                let add = Command::AddAgendaItem { id, name, minutes: USUAL, index: None };
                out.push(UiAction::Run(add));
                response.request_focus();
            }
        });
        ui.add_space(4.0);
        let template = Button::quiet(ctx.t("present-agenda-template")).icon(Icon::of("schedule"));
        if template.disabled_because(fixed).show(ui, ctx.theme).clicked() {
            out.push(UiAction::Run(mapping_workshop(ctx.texts)));
        }
    }
}

/// Start, up, down, delete.
fn tools_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    timer: &mut Timer,
    item: &AgendaItem,
    (index, last): (usize, bool),
    out: &mut Vec<UiAction>,
) {
    let fixed = ctx.why_fixed();
    let button = |ui: &mut Ui, icon: &'static str, key: &'static str, enabled: bool| -> Response {
        let button = IconButton::new(Icon::of(icon), ctx.t1(key, "item", item.name.as_str()));
        button.enabled(enabled).show(ui, ctx.theme)
    };
    let id = item.id;
    if button(ui, "play_arrow", "present-agenda-start", true).clicked() {
        timer.start(id, ui.input(|i| i.time));
    }
    let free = fixed.is_none();
    if button(ui, "arrow_upward", "present-agenda-up", free && index > 0).clicked() {
        let index = index.saturating_sub(1);
        out.push(UiAction::Run(Command::MoveAgendaItem { item: id, index }));
    }
    if button(ui, "arrow_downward", "present-agenda-down", free && !last).clicked() {
        out.push(UiAction::Run(Command::MoveAgendaItem { item: id, index: index + 1 }));
    }
    if button(ui, "delete", "present-agenda-delete", free).clicked() {
        out.push(UiAction::Run(Command::DeleteAgendaItem { item: id }));
    }
}

/// The item that is timed: how long it still lasts, and what can be done about it.
fn timer_ui(ui: &mut Ui, ctx: &Ctx<'_>, timer: &mut Timer) {
    let now = ui.input(|i| i.time);
    let Some(face) = timer.face(ctx.model, now) else {
        return;
    };
    ui.separator();
    timer.wake(ui);
    ui.horizontal(|ui| {
        let color = if face.last_minute { ctx.theme.bad } else { ctx.theme.ink };
        label(ui, &face.text, fonts::strong(20.0), color);
        body(ui, ctx.theme, &face.name);
    });
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let (icon, key) = if face.running {
            ("pause", "present-timer-pause")
        } else {
            ("play_arrow", "present-timer-go")
        };
        if Button::new(ctx.t(key)).icon(Icon::of(icon)).show(ui, ctx.theme).clicked() {
            timer.toggle(ctx.model, now);
        }
        let minute = Button::new(ctx.t("present-timer-minute")).icon(Icon::of("add"));
        if minute.show(ui, ctx.theme).clicked() {
            timer.add_minute();
        }
        let next = Button::new(ctx.t("present-timer-next")).icon(Icon::of("skip_next"));
        if next.show(ui, ctx.theme).clicked() {
            timer.next(ctx.model, now);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Lang;

    #[test]
    fn clock_times_are_read_and_written() {
        for (text, minutes) in [
            ("9:00", Some(540)),
            (" 13.45 ", Some(825)),
            ("8", Some(480)),
            ("24:00", None),
            ("9:60", None),
            ("", None),
            ("nine", None),
        ] {
            assert_eq!(minutes_of(text), minutes, "{text}");
        }
        assert_eq!(clock_of(540 + 280), "13:40");
        assert_eq!(clock_of(23 * 60 + 70), "0:10");
    }

    #[test]
    fn the_template_is_one_step_in_both_languages() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let mut document = Document::in_memory("Workshop").unwrap();
            document.run(&mapping_workshop(&texts)).unwrap();
            let items = document.model().agenda_in_order();
            assert_eq!(items.len(), MAPPING.len());
            assert!(items.iter().all(|i| !i.name.starts_with("present-")), "{items:?}");
            assert_eq!(items.iter().map(|i| i.minutes).sum::<i64>(), 280);
            assert!(document.undo().unwrap().is_some());
            assert!(document.model().agenda.is_empty());
        }
    }
}
