//! Menus of the list: the choices of a cell, and all that can be done with a line.
//!
//! A choice is given to every chosen line, in one step.

use super::acts::{self, Value};
use super::rows::{Column, Words, signed};
use super::{Kind, ListScreen};
use crate::app::context::{Ctx, UiAction};
use crate::app::theme::color32;
use crate::app::widgets::{MenuItem, menu_heading, menu_line};
use crate::model::{Evidence, Hue, Spot, Tone};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::{Popup, PopupCloseBehavior, Response, ScrollArea, Ui};

/// The menu at the cursor, if it is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct OpenMenu {
    which: Option<Which>,
    /// Whether it was opened just now.
    fresh: bool,
    /// Frames until its first item gets the focus: a menu is measured before it can be used.
    frames: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Which {
    Cell,
    Line,
}

impl OpenMenu {
    pub fn is_open(self) -> bool {
        self.which.is_some()
    }

    /// Whether the focus goes from the cell to the menu in this frame.
    pub fn takes_focus(&mut self) -> bool {
        let waiting = self.which.is_some() && !self.fresh && self.frames > 0;
        if waiting {
            self.frames -= 1;
        }
        waiting && self.frames == 0
    }

    pub fn open_cell(&mut self) {
        *self = Self { which: Some(Which::Cell), fresh: true, frames: 2 };
    }

    pub fn open_line(&mut self) {
        *self = Self { which: Some(Which::Line), fresh: true, frames: 2 };
    }
}

impl ListScreen {
    /// Shows the menu when it is open at this cell.
    pub(super) fn menu_ui(
        &mut self,
        ui: &Ui,
        ctx: &Ctx<'_>,
        subject: Subject,
        column: Column,
        response: &Response,
        out: &mut Vec<UiAction>,
    ) {
        let here = self.cursor.line == Some(subject) && self.cursor.column == column;
        let Some(which) = self.menu.which.filter(|_| here) else { return };
        let id = response.id.with("menu");
        if std::mem::take(&mut self.menu.fresh) {
            Popup::open_id(ui.ctx(), id);
            ui.ctx().request_repaint();
        } else if !Popup::is_id_open(ui.ctx(), id) {
            self.menu = OpenMenu::default();
            self.focus = true;
            ui.ctx().request_repaint();
            return;
        }
        let width = 232.0;
        Popup::from_response(response)
            .id(id)
            .open_memory(None)
            .frame(ctx.theme.menu_frame())
            .gap(2.0)
            .width(width)
            .close_behavior(PopupCloseBehavior::CloseOnClick)
            .accessible_name(ctx.t("canvas-menu"))
            .show(|ui| {
                ui.set_min_width(width);
                ui.spacing_mut().item_spacing.y = 2.0;
                let column = match which {
                    Which::Line => None,
                    Which::Cell => Some(column),
                };
                ScrollArea::vertical().max_height(360.0).show(ui, |ui| match column {
                    Some(column) => self.choices(ui, ctx, subject, column, out),
                    None => self.entries(ui, ctx, subject, out),
                });
            });
    }

    fn pick(
        &self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        item: MenuItem,
        value: &Value,
        out: &mut Vec<UiAction>,
    ) {
        if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            self.give(ui, ctx, value, out);
        }
    }

    /// Gives every chosen line a value.
    fn give(&self, ui: &Ui, ctx: &Ctx<'_>, value: &Value, out: &mut Vec<UiAction>) {
        let command = acts::give(ctx.model, &self.chosen(), value);
        out.extend(command.map(UiAction::Run));
        ui.close();
    }

    fn choices(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        subject: Subject,
        column: Column,
        out: &mut Vec<UiAction>,
    ) {
        let count = self.chosen().len();
        if count > 1 {
            menu_heading(ui, ctx.theme, &ctx.t1("list-for-many", "count", count));
        }
        let persona = ctx.journey().and_then(|j| super::rows::persona(ctx.model, j));
        let words = Words { ctx, overlay: None, persona };
        match column {
            Column::Owner => self.owners(ui, ctx, &words, subject, out),
            Column::Channel => self.channels(ui, ctx, &words, subject, out),
            Column::Lane => self.lane_choices(ui, ctx, &words, subject, out),
            Column::Stage | Column::Step => self.spots(ui, ctx, &words, subject, column, out),
            Column::Feel => self.feelings(ui, ctx, &words, subject, out),
            Column::Evidence => {
                let now = words.marks(subject).and_then(|m| m.evidence);
                for (value, key) in [
                    (None, "list-evidence-none"),
                    (Some(Evidence::Assumption), "list-assumption"),
                    (Some(Evidence::Anecdote), "list-anecdote"),
                ] {
                    let item = MenuItem::new(ctx.t(key)).selected(now == value);
                    self.pick(ui, ctx, item, &Value::Evidence(value), out);
                }
            }
            Column::Hue => {
                let now = words.hue(subject);
                let none = MenuItem::new(ctx.t("people-no-hue")).selected(now.is_none());
                self.pick(ui, ctx, none, &Value::Hue(None), out);
                for hue in Hue::ALL {
                    let crate::render::theme::HueColors { tint: fill, edge, .. } =
                        ctx.theme.look().hue(hue);
                    let item = MenuItem::new(ctx.texts.hue(hue))
                        .selected(now == Some(hue))
                        .swatches(vec![color32(fill), color32(edge)]);
                    self.pick(ui, ctx, item, &Value::Hue(Some(hue)), out);
                }
            }
            Column::Title | Column::Moment | Column::StandsOut | Column::Tags | Column::Score => {
                self.entries(ui, ctx, subject, out);
            }
        }
    }

    fn owners(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        words: &Words<'_, '_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        let now = words.touchpoint(subject).map(|t| t.owner);
        if let Some(owner) = self.people.owner_items(ui, ctx, now) {
            self.give(ui, ctx, &Value::Owner(owner), out);
        }
    }

    fn channels(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        words: &Words<'_, '_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        let now = words.touchpoint(subject).and_then(|t| t.channels.first().copied());
        let none = MenuItem::new(ctx.t("inspector-no-channel")).selected(now.is_none());
        self.pick(ui, ctx, none, &Value::Channel(None), out);
        if let Some(channel) = self.people.channel_items(ui, ctx, now.as_slice()) {
            self.give(ui, ctx, &Value::Channel(Some(channel)), out);
        }
    }

    fn lane_choices(
        &self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        words: &Words<'_, '_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        let now = words.lane(subject).map(|lane| lane.id);
        let Some(journey) = ctx.journey() else { return };
        for lane in ctx.model.lanes_of(journey) {
            if acts::takes(ctx.model, lane.id, subject) {
                let item = MenuItem::new(ctx.texts.lane(lane)).selected(now == Some(lane.id));
                self.pick(ui, ctx, item, &Value::Lane(lane.id), out);
            }
        }
    }

    fn spots(
        &self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        words: &Words<'_, '_>,
        subject: Subject,
        column: Column,
        out: &mut Vec<UiAction>,
    ) {
        let (model, now) = (ctx.model, words.spot(subject));
        let stage = now.and_then(|spot| model.stage_at(spot));
        let Some(journey) = ctx.journey() else { return };
        if column == Column::Stage {
            for at in model.stages_of(journey) {
                let item = MenuItem::new(ctx.texts.stage(at)).selected(stage == Some(at.id));
                self.pick(ui, ctx, item, &Value::Spot(Spot::Stage(at.id)), out);
            }
            return;
        }
        let Some(stage) = stage else { return };
        if matches!(subject, Subject::Step(_)) {
            return;
        }
        let whole =
            MenuItem::new(ctx.t("list-whole-stage")).selected(now == Some(Spot::Stage(stage)));
        self.pick(ui, ctx, whole, &Value::Spot(Spot::Stage(stage)), out);
        for step in model.steps_of(stage) {
            let spot = Spot::Step(step.id);
            let item = MenuItem::new(&step.name).selected(now == Some(spot));
            self.pick(ui, ctx, item, &Value::Spot(spot), out);
        }
    }

    fn feelings(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        words: &Words<'_, '_>,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) {
        if let Some(now) = words.tone(subject) {
            for (tone, key) in [
                (Tone::Neutral, "canvas-tone-neutral"),
                (Tone::Pain, "canvas-tone-pain"),
                (Tone::Gain, "canvas-tone-gain"),
            ] {
                let item = MenuItem::new(ctx.t(key)).selected(tone == now);
                self.pick(ui, ctx, item, &Value::Tone(tone), out);
            }
            return;
        }
        let Some(persona) = words.persona else {
            let add = MenuItem::new(ctx.t("inspector-add-persona")).icon(Icon::of("person"));
            if add.show(ui, ctx.theme) {
                self.people.open_personas();
            }
            return;
        };
        let now = words.feeling(subject);
        let none = MenuItem::new(ctx.t("list-feel-none")).selected(now.is_none());
        self.pick(ui, ctx, none, &Value::Feeling(persona, None), out);
        for value in [2.0, 1.0, 0.0, -1.0, -2.0] {
            let item = MenuItem::new(signed(ctx, value)).selected(now == Some(value));
            self.pick(ui, ctx, item, &Value::Feeling(persona, Some(value)), out);
        }
    }

    /// All that can be done with a line.
    fn entries(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, subject: Subject, out: &mut Vec<UiAction>) {
        let why = ctx.why_fixed();
        let item = |ui: &mut Ui, key: &'static str, icon: &'static str, keys: &str| {
            let item = MenuItem::new(ctx.t(key)).icon(Icon::of(icon)).shortcut(keys);
            let chosen = item.disabled_because(why.clone()).show(ui, ctx.theme);
            if chosen {
                ui.close();
            }
            chosen
        };
        if item(ui, "canvas-edit", "edit", "F2") {
            self.editing = super::edit::Editing::there(ctx, subject, Column::Title);
        }
        if matches!(subject, Subject::Card(_) | Subject::Note(_)) {
            if item(ui, "canvas-duplicate", "content_copy", "Ctrl+D") {
                self.duplicate(out);
            }
            for (column, key, icon) in [
                (Column::Owner, "list-choose-owner", "person"),
                (Column::Channel, "list-choose-channel", "device_hub"),
                (Column::Hue, "list-choose-hue", "palette"),
                (Column::Evidence, "list-choose-evidence", "fact_check"),
                (Column::Stage, "list-choose-stage", "flag"),
                (Column::Lane, "list-choose-lane", "view_agenda"),
            ] {
                let of_note = matches!(subject, Subject::Note(_))
                    && matches!(column, Column::Owner | Column::Channel);
                if !of_note && item(ui, key, icon, "") {
                    self.cursor.column = column;
                    self.menu.open_cell();
                }
            }
        }
        menu_line(ui, ctx.theme);
        for (kind, key) in [
            (Kind::Touchpoint, "canvas-add-touchpoint"),
            (Kind::Note, "canvas-add-note"),
            (Kind::Step, "canvas-add-step"),
            (Kind::Stage, "canvas-add-stage-after"),
        ] {
            if item(ui, key, "add", "") {
                self.begin(ctx, kind);
            }
        }
        menu_line(ui, ctx.theme);
        for (by, key, icon) in
            [(-1, "canvas-move-up", "arrow_upward"), (1, "canvas-move-down", "arrow_downward")]
        {
            if item(ui, key, icon, "") {
                self.nudge(ctx, by, out);
            }
        }
        let show = MenuItem::new(ctx.t("list-show-on-map")).icon(Icon::of("route"));
        if show.show(ui, ctx.theme) {
            out.push(UiAction::Show(subject));
        }
        let delete = MenuItem::new(ctx.t("canvas-delete"))
            .icon(Icon::of("delete"))
            .shortcut("Del")
            .danger()
            .disabled_because(why.clone());
        if delete.show(ui, ctx.theme) {
            self.delete(ctx, out);
        }
    }
}
