//! Quick capture: one field; Enter puts a card in the chosen lane and stage.
//!
//! Nothing typed is lost: what the document refuses stands in the field again.

use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Depth;
use crate::app::widgets::{DropDown, Field, IconButton, MenuItem, label, menu};
use crate::document::Command;
use crate::model::{
    CardRef, JourneyId, Lane, LaneId, LaneKind, Model, NoteId, PlacementId, Spot, StageId,
    TouchpointId,
};
use crate::render::icons::Icon;
use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Align2, Area, Id, Key, Margin, Order, Stroke, Ui, vec2};

/// How many captured cards are shown.
const SHOWN: usize = 3;

/// The field and what was captured with it.
#[derive(Default)]
pub struct Capture {
    /// Whether it is shown.
    pub open: bool,
    text: String,
    lane: Option<LaneId>,
    stage: Option<StageId>,
    /// The card that is being corrected.
    correcting: Option<CardRef>,
    /// What was sent off, until it is seen in the document.
    sent: Option<(CardRef, String)>,
    /// What was captured, oldest first.
    captured: Vec<CardRef>,
    fresh: bool,
}

/// What a card says.
fn text_of(model: &Model, card: CardRef) -> Option<&str> {
    match card {
        CardRef::Card(id) => model.touchpoint_of(id).map(|t| t.title.as_str()),
        CardRef::Note(id) => model.notes.get(&id).map(|n| n.text.as_str()),
    }
}

/// The lanes of a journey in which something can be captured.
fn lanes<'a>(ctx: &Ctx<'a>, journey: JourneyId) -> Vec<&'a Lane> {
    let holds = |l: &&Lane| l.kind == LaneKind::Touchpoints || l.kind.holds_notes();
    let shown = |l: &&Lane| l.is_in(ctx.view.map_view);
    ctx.model.lanes_of(journey).into_iter().filter(holds).filter(shown).collect()
}

impl Capture {
    /// Opens or closes the field; `stage` is the one that is shown, if any.
    pub fn toggle(&mut self, stage: Option<StageId>) {
        self.open = !self.open;
        self.fresh = true;
        self.correcting = None;
        self.stage = stage.or(self.stage);
    }

    /// Another stage is shown: what is typed lands there.
    pub fn follow(&mut self, stage: StageId) {
        self.stage = Some(stage);
    }

    /// Shows the field at the bottom of the window while it is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(journey) = ctx.journey().filter(|_| self.open && ctx.document.is_some()) else {
            self.open = false;
            return;
        };
        self.receive(ctx);
        if !egui.text_edit_focused() && egui.input(|i| i.key_pressed(Key::Escape)) && !self.fresh {
            egui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::Escape));
            self.open = false;
            return;
        }
        let frame = egui::Frame::new()
            .fill(ctx.theme.panel)
            .stroke(Stroke::new(1.0, ctx.theme.line2))
            .corner_radius(12)
            .inner_margin(Margin::same(14))
            .shadow(ctx.theme.shadow_of(Depth::Dialog));
        let width = (egui.content_rect().width() - 60.0).min(640.0);
        Area::new(Id::unique("quick_capture"))
            .order(Order::Middle)
            .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -84.0))
            .show(egui, |ui| {
                frame.show(ui, |ui| {
                    ui.set_width(width);
                    self.last_ui(ui, ctx, out);
                    self.field_ui(ui, ctx, journey, width, out);
                    self.where_ui(ui, ctx, journey);
                });
            });
    }

    /// Takes note of what the document took over, and gives back what it refused.
    fn receive(&mut self, ctx: &Ctx<'_>) {
        self.captured.retain(|card| text_of(ctx.model, *card).is_some());
        let Some((card, text)) = self.sent.take() else {
            return;
        };
        if text_of(ctx.model, card) == Some(text.as_str()) {
            self.captured.retain(|c| *c != card);
            self.captured.push(card);
        } else if self.text.is_empty() {
            self.text = text;
        }
    }

    fn last_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let from = self.captured.len().saturating_sub(SHOWN);
        for card in self.captured.iter().skip(from) {
            let Some(text) = text_of(ctx.model, *card) else {
                continue;
            };
            ui.horizontal(|ui| {
                let name = ctx.t1("present-capture-undo", "text", text);
                let button = IconButton::new(Icon::of("undo"), name);
                if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                    out.push(UiAction::Run(match *card {
                        CardRef::Card(placement) => Command::DeletePlacement { placement },
                        CardRef::Note(note) => Command::DeleteNote { note },
                    }));
                }
                let line = egui::Label::new(
                    egui::RichText::new(text).font(fonts::regular(13.0)).color(ctx.theme.ink2),
                );
                ui.add(line.truncate());
            });
        }
    }

    fn field_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        journey: JourneyId,
        width: f32,
        out: &mut Vec<UiAction>,
    ) {
        let key = match self.correcting {
            Some(_) => "present-capture-correct",
            None => "present-capture-field",
        };
        let id = Id::unique("quick_capture_field");
        let up = ui.ctx().memory(|m| m.has_focus(id))
            && ui.input_mut(|i| i.consume_key(egui::Modifiers::NONE, Key::ArrowUp));
        if up && self.recall(ctx) {
            let end = CCursor::new(self.text.chars().count());
            let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
            state.cursor.set_char_range(Some(CCursorRange::one(end)));
            state.store(ui.ctx(), id);
        }
        let enabled = ctx.why_fixed().is_none();
        let field = Field::new(&mut self.text, ctx.t(key)).hint(ctx.t("present-capture-hint"));
        let field = field.id(id).width(width).enabled(enabled);
        let response = field.icon(Icon::of("edit")).show(ui, ctx.theme);
        let escaped = ui.input(|i| i.key_pressed(Key::Escape));
        if std::mem::take(&mut self.fresh) {
            response.request_focus();
        }
        if !response.lost_focus() {
            return;
        }
        if escaped {
            self.open = false;
        } else if ui.input(|i| i.key_pressed(Key::Enter)) {
            self.enter(ctx, journey, out);
            response.request_focus();
        }
    }

    /// Puts the last captured card into the field, to be corrected; false where there is none.
    fn recall(&mut self, ctx: &Ctx<'_>) -> bool {
        let Some(card) = self.captured.last().copied() else {
            return false;
        };
        let Some(text) = text_of(ctx.model, card) else {
            return false;
        };
        (self.text, self.correcting) = (text.to_owned(), Some(card));
        true
    }

    fn enter(&mut self, ctx: &Ctx<'_>, journey: JourneyId, out: &mut Vec<UiAction>) {
        let text = self.text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        let asked = match self.correcting.take() {
            Some(card) => self.correct(ctx, card, &text),
            None => self.add(ctx, journey, &text),
        };
        if let Some((card, command)) = asked {
            out.push(UiAction::Run(command));
            self.text.clear();
            self.sent = Some((card, text));
        }
    }

    fn correct(&self, ctx: &Ctx<'_>, card: CardRef, text: &str) -> Option<(CardRef, Command)> {
        let text = text.to_owned();
        let command = match card {
            CardRef::Note(note) => Command::EditNote { note, text },
            CardRef::Card(id) => {
                let touchpoint = ctx.model.placements.get(&id)?.touchpoint;
                Command::RenameTouchpoint { touchpoint, title: text }
            }
        };
        Some((card, command))
    }

    fn add(&self, ctx: &Ctx<'_>, journey: JourneyId, text: &str) -> Option<(CardRef, Command)> {
        let lane = self.lane_in(ctx, journey)?;
        let spot = Spot::Stage(self.stage_in(ctx, journey)?);
        let text = text.to_owned();
        if lane.kind == LaneKind::Touchpoints {
            let placement = PlacementId::fresh();
            let command = Command::AddTouchpoint {
                id: TouchpointId::fresh(),
                placement,
                journey,
                spot,
                lane: Some(lane.id),
                title: text,
                index: None,
            };
            return Some((CardRef::Card(placement), command));
        }
        let id = NoteId::fresh();
        let tone = lane.kind.usual_tone();
        let (lane, icon, index) = (lane.id, None, None);
        let command = Command::AddNote { id, journey, spot, lane, tone, text, icon, index };
        Some((CardRef::Note(id), command))
    }

    fn lane_in<'a>(&self, ctx: &Ctx<'a>, journey: JourneyId) -> Option<&'a Lane> {
        let all = lanes(ctx, journey);
        let chosen = all.iter().find(|l| Some(l.id) == self.lane);
        let usual = || all.iter().find(|l| l.kind == LaneKind::Touchpoints);
        chosen.or_else(usual).or_else(|| all.first()).copied()
    }

    fn stage_in(&self, ctx: &Ctx<'_>, journey: JourneyId) -> Option<StageId> {
        let all = ctx.model.stages_of(journey);
        let chosen = all.iter().find(|s| Some(s.id) == self.stage);
        chosen.or_else(|| all.first()).map(|s| s.id)
    }

    /// Where the card lands.
    fn where_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, journey: JourneyId) {
        let (lane, stage) = (self.lane_in(ctx, journey), self.stage_in(ctx, journey));
        let (Some(lane), Some(stage)) = (lane, stage) else {
            label(ui, ctx.t("present-capture-nowhere"), fonts::regular(13.0), ctx.theme.ink2);
            return;
        };
        ui.horizontal(|ui| {
            let name = ctx.t("present-capture-lane");
            let button = DropDown::new(name.clone(), ctx.texts.lane(lane)).caption(&name);
            let button = button.max_width(300.0).show(ui, ctx.theme);
            menu(&button, ctx.theme, &name, 240.0, |ui| {
                for other in lanes(ctx, journey) {
                    let item = MenuItem::new(ctx.texts.lane(other)).selected(other.id == lane.id);
                    if item.show(ui, ctx.theme) {
                        self.lane = Some(other.id);
                        self.fresh = true;
                    }
                }
            });
            let name = ctx.t("present-capture-stage");
            let value = ctx.model.stages.get(&stage).map(|s| ctx.texts.stage(s));
            let button = DropDown::new(name.clone(), value.unwrap_or_default()).caption(&name);
            let button = button.max_width(300.0).show(ui, ctx.theme);
            menu(&button, ctx.theme, &name, 240.0, |ui| {
                for other in ctx.model.stages_of(journey) {
                    let item = MenuItem::new(ctx.texts.stage(other)).selected(other.id == stage);
                    if item.show(ui, ctx.theme) {
                        self.stage = Some(other.id);
                        self.fresh = true;
                    }
                }
            });
        });
    }
}
