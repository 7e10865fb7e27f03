//! Dated events beside a trend: listed, added, changed, deleted.
//!
//! Keeps what is typed until it is added; a day is checked while it is typed.

use super::TrendSheet;
use super::data::EventLine;
use crate::analysis::Scope;
use crate::app::context::{Ctx, UiAction};
use crate::app::days;
use crate::app::fonts;
use crate::app::widgets::{Button, Field, IconButton, caption, label, segmented, title};
use crate::document::Command;
use crate::model::{EventId, Message};
use crate::render::icons::Icon;
use crate::text::DayStyle;
use egui::{Align, Layout, Ui, vec2};

/// An event that is being typed.
#[derive(Default)]
pub(super) struct Draft {
    /// The event that is changed; a new one when absent.
    event: Option<EventId>,
    day: String,
    name: String,
    /// Whether it is about everything rather than about the touchpoint of the sheet.
    of_all: bool,
    /// Whether adding was tried, so that what is wrong shows.
    tried: bool,
}

impl TrendSheet {
    pub(super) fn events_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        scope: Scope,
        out: &mut Vec<UiAction>,
    ) {
        ui.add_space(10.0);
        title(ui, ctx.theme, ctx.t("trend-events"));
        if self.shown.events.is_empty() {
            caption(ui, ctx.theme, ctx.t("trend-no-events"));
        }
        for event in &self.shown.events {
            match event_ui(ui, ctx, event) {
                Some(Wish::Edit) => self.event = Draft::of(ctx, event.id),
                Some(Wish::Delete) => {
                    let text = Message::new("trend-event-deleted").with("name", &event.name);
                    let command = Command::DeleteEvent { event: event.id };
                    out.push(UiAction::RunAndTell(command, text));
                    self.event = Draft::default();
                }
                None => {}
            }
        }
        self.form_ui(ui, ctx, scope, out);
    }

    fn form_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, scope: Scope, out: &mut Vec<UiAction>) {
        let draft = &mut self.event;
        let day = days::day_number(&draft.day, days::today());
        let name_error =
            (draft.tried && draft.name.trim().is_empty()).then(|| ctx.t("trend-event-no-name"));
        let day_error = (draft.tried && day.is_none())
            .then(|| ctx.t1("trend-event-no-day", "text", draft.day.trim()));
        let enabled = ctx.why_fixed().is_none();
        ui.horizontal_top(|ui| {
            let field = Field::new(&mut draft.day, ctx.t("trend-event-day")).labelled();
            let hint = days::typed(ctx, days::today());
            let field = field.hint(hint).width(120.0).enabled(enabled).error(day_error);
            field.show(ui, ctx.theme);
            let field = Field::new(&mut draft.name, ctx.t("trend-event-name")).labelled();
            let hint = ctx.t("trend-event-hint");
            let field = field.hint(hint).width(300.0).enabled(enabled).error(name_error);
            let entered = field.show(ui, ctx.theme).lost_focus()
                && ui.input(|i| i.key_pressed(egui::Key::Enter));
            ui.vertical(|ui| {
                ui.add_space(20.0);
                ui.horizontal(|ui| {
                    if scope.touchpoint().is_some() {
                        let whose =
                            [(false, ctx.t("trend-event-here")), (true, ctx.t("trend-event-all"))];
                        segmented(ui, ctx.theme, &whose, &mut draft.of_all);
                    }
                    let changes = draft.event.is_some();
                    let key = if changes { "trend-event-save" } else { "trend-event-add" };
                    let button = Button::new(ctx.t(key)).disabled_because(ctx.why_fixed());
                    if button.show(ui, ctx.theme).clicked() || (entered && enabled) {
                        draft.tried = true;
                        if let Some(command) = draft.command(ctx, scope, day) {
                            out.push(UiAction::Run(command));
                            *draft = Draft::default();
                        }
                    }
                    let cancel = Button::quiet(ctx.t("trend-event-cancel"));
                    if changes && cancel.show(ui, ctx.theme).clicked() {
                        *draft = Draft::default();
                    }
                });
            });
        });
        if let Some(day) = day {
            // The month in words shows which number was taken for it.
            let words = ctx.texts.day(day, DayStyle::Full);
            let key = if day > days::today() { "trend-event-ahead" } else { "trend-event-on" };
            caption(ui, ctx.theme, ctx.t1(key, "day", words));
        }
    }
}

/// What is asked of an event.
enum Wish {
    Edit,
    Delete,
}

fn event_ui(ui: &mut Ui, ctx: &Ctx<'_>, event: &EventLine) -> Option<Wish> {
    let theme = ctx.theme;
    let enabled = ctx.why_fixed().is_none();
    let mut wish = None;
    ui.horizontal(|ui| {
        ui.set_min_height(28.0);
        let day = vec2(92.0, 20.0);
        ui.allocate_ui_with_layout(day, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_width(day.x);
            label(ui, event.day.clone(), fonts::regular(12.5), theme.ink2);
        });
        label(ui, event.name.clone(), fonts::strong(12.5), theme.ink);
        caption(ui, theme, event.about.clone());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let name = |key| ctx.t1(key, "name", event.name.as_str());
            let delete = IconButton::new(Icon::of("delete"), name("trend-event-delete"));
            if delete.enabled(enabled).show(ui, theme).clicked() {
                wish = Some(Wish::Delete);
            }
            let edit = IconButton::new(Icon::of("edit"), name("trend-event-edit"));
            if edit.enabled(enabled).show(ui, theme).clicked() {
                wish = Some(Wish::Edit);
            }
        });
    });
    wish
}

impl Draft {
    /// An event as it is, to be changed.
    fn of(ctx: &Ctx<'_>, id: EventId) -> Self {
        let Some(event) = ctx.model.events.get(&id) else { return Self::default() };
        Self {
            event: Some(id),
            day: event.day_number().map_or_else(|| event.day.clone(), |day| days::typed(ctx, day)),
            name: event.name.clone(),
            of_all: event.touchpoint.is_none(),
            tried: false,
        }
    }

    /// What adds or changes it, once all of it can be kept.
    fn command(&self, ctx: &Ctx<'_>, scope: Scope, day: Option<i32>) -> Option<Command> {
        let (day, name) = (days::iso(day?), self.name.trim().to_owned());
        if name.is_empty() {
            return None;
        }
        // On the sheet of a stage or journey an event keeps the touchpoint that it has.
        let known = self.event.and_then(|id| ctx.model.events.get(&id));
        let touchpoint = match scope.touchpoint() {
            Some(touchpoint) => (!self.of_all).then_some(touchpoint),
            None => known.and_then(|event| event.touchpoint),
        };
        Some(match self.event {
            Some(event) => Command::EditEvent { event, day, name, touchpoint },
            None => Command::AddEvent { id: EventId::fresh(), day, name, touchpoint },
        })
    }
}
