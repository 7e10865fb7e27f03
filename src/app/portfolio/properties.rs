//! What a journey is: name, state, persona, segment, in a dialog.
//!
//! What is typed is kept until it is saved; saving is one step.

use super::state_name;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, Dialog, DropDown, Field, MenuItem, label, menu, segmented};
use crate::document::Command;
use crate::model::{Journey, JourneyId, JourneyState, Message};
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Key, Ui};

/// The dialog, when it is open.
#[derive(Default)]
pub(super) struct Properties {
    asked: Option<JourneyId>,
    edited: Option<(Journey, bool)>,
}

impl Properties {
    /// Opens the dialog for a journey, as soon as it is there.
    pub fn open(&mut self, journey: JourneyId) {
        (self.asked, self.edited) = (Some(journey), None);
    }

    /// Shows the dialog while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        if let Some(journey) = self.asked.and_then(|id| ctx.model.journeys.get(&id)) {
            self.asked = None;
            self.edited = Some((journey.clone(), true));
        }
        let Some((edited, fresh)) = &mut self.edited else { return };
        let Some(now) = ctx.model.journeys.get(&edited.id) else {
            self.edited = None;
            return;
        };
        let (title, close) = (ctx.t("portfolio-properties-title"), ctx.t("app-close"));
        let dialog = Dialog::new("portfolio_properties", &title, &close).width(420.0);
        let end = dialog.show(egui, ctx.theme, |ui| form(ui, ctx, edited, fresh));
        if end.inner == Some(true) {
            out.extend(save(now, edited).map(UiAction::Run));
        }
        if end.closed || end.inner.is_some() {
            self.edited = None;
        }
    }
}

/// Saved, dropped, or neither yet.
fn form(ui: &mut Ui, ctx: &Ctx<'_>, edited: &mut Journey, fresh: &mut bool) -> Option<bool> {
    let name = ctx.t("portfolio-name");
    let id = egui::Id::unique("journey_name");
    let length = edited.name.chars().count();
    let field = Field::new(&mut edited.name, name).labelled().width(398.0).id(id);
    let field = field.show(ui, ctx.theme);
    if std::mem::take(fresh) {
        field.request_focus();
        // What is typed takes the place of the name.
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        let whole = CCursorRange::two(CCursor::new(0), CCursor::new(length));
        state.cursor.set_char_range(Some(whole));
        state.store(ui.ctx(), id);
    }
    let mut entered = field.lost_focus();
    ui.add_space(4.0);
    label(ui, ctx.t("portfolio-state"), fonts::strong(12.0), ctx.theme.ink2);
    let options = [JourneyState::Current, JourneyState::Future].map(|s| (s, state_name(ctx, s)));
    segmented(ui, ctx.theme, &options, &mut edited.state);
    ui.add_space(4.0);
    let name = ctx.t("canvas-persona");
    label(ui, name.clone(), fonts::strong(12.0), ctx.theme.ink2);
    let chosen = edited.persona.and_then(|id| ctx.model.personas.get(&id));
    let value = chosen.map_or_else(|| ctx.t("canvas-no-persona"), |p| p.name.clone());
    let button = DropDown::new(name.clone(), value).min_width(418.0).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 300.0, |ui| {
        let none = MenuItem::new(ctx.t("canvas-no-persona")).selected(edited.persona.is_none());
        if none.show(ui, ctx.theme) {
            edited.persona = None;
        }
        for persona in ctx.model.personas.values() {
            let on = edited.persona == Some(persona.id);
            let item = MenuItem::new(&persona.name).detail(&persona.role).selected(on);
            if item.show(ui, ctx.theme) {
                edited.persona = Some(persona.id);
            }
        }
    });
    ui.add_space(4.0);
    let (name, hint) = (ctx.t("portfolio-segment"), ctx.t("portfolio-segment-hint"));
    let field = Field::new(&mut edited.segment, name).labelled().hint(hint).width(398.0);
    entered |= field.show(ui, ctx.theme).lost_focus();
    ui.add_space(8.0);
    let entered = entered && ui.input(|i| i.key_pressed(Key::Enter));
    let why = edited.name.trim().is_empty().then(|| ctx.t("people-name-needed"));
    let ready = why.is_none();
    let mut end = None;
    ui.horizontal(|ui| {
        let save = Button::primary(ctx.t("people-save"));
        let why = why.or_else(|| ctx.why_fixed());
        let pressed = save.disabled_because(why).show(ui, ctx.theme).clicked();
        if pressed || (entered && ready) {
            end = Some(true);
        }
        if Button::new(ctx.t("people-cancel")).show(ui, ctx.theme).clicked() {
            end = Some(false);
        }
    });
    end
}

/// One command for all that is different.
fn save(now: &Journey, edited: &Journey) -> Option<Command> {
    let journey = now.id;
    let mut commands = Vec::new();
    if edited.name.trim() != now.name {
        let name = edited.name.trim().to_owned();
        commands.push(Command::RenameJourney { journey, name });
    }
    if edited.state != now.state {
        commands.push(Command::SetJourneyState { journey, state: edited.state });
    }
    if edited.persona != now.persona {
        commands.push(Command::SetJourneyPersona { journey, persona: edited.persona });
    }
    if edited.segment.trim() != now.segment {
        let segment = edited.segment.trim().to_owned();
        commands.push(Command::SetJourneySegment { journey, segment });
    }
    match commands.len() {
        0 | 1 => commands.pop(),
        _ => {
            let name = Message::new("portfolio-change").with("name", now.name.as_str());
            Some(Command::Several { name, commands })
        }
    }
}
