//! Find: one field over the map, with next and previous hit, in all text of every journey.
//!
//! Case and accents do not count. Looking at a hit changes nothing in the document.

use super::canvas::Canvas;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::theme::Depth;
use crate::app::widgets::{Field, IconButton, label};
use crate::model::{CardRef, JourneyId, Message, Model};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::text::{Texts, folded};
use egui::{Align, Id, Key, Layout, Rect, Ui, UiBuilder, pos2, vec2};

/// Size of the bar.
const SIZE: egui::Vec2 = vec2(380.0, 44.0);

/// The find bar.
#[derive(Default)]
pub struct Find {
    open: bool,
    text: String,
    fresh: bool,
    /// Which hit is shown, from 0.
    at: usize,
    key: Option<(String, u64, Option<JourneyId>)>,
    hits: Vec<(JourneyId, Subject)>,
}

impl Find {
    /// Opens the bar with what was looked for before.
    pub fn open(&mut self) {
        (self.open, self.fresh) = (true, true);
    }

    /// Goes to the next hit, or the previous one.
    pub fn step(
        &mut self,
        ctx: &Ctx<'_>,
        canvas: &mut Canvas,
        forth: bool,
        out: &mut Vec<UiAction>,
    ) {
        self.refresh(ctx);
        let count = self.hits.len();
        if count == 0 {
            return self.open();
        }
        self.at = if forth { (self.at + 1) % count } else { (self.at + count - 1) % count };
        self.show(ctx, canvas, out);
    }

    /// Shows the bar at the top right of the map.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        canvas: &mut Canvas,
        area: Rect,
        out: &mut Vec<UiAction>,
    ) {
        if !self.open {
            return;
        }
        let theme = ctx.theme;
        let place = Rect::from_min_size(pos2(area.right() - SIZE.x - 16.0, area.top() + 8.0), SIZE);
        ui.painter().add(theme.shadow_of(Depth::Menu).as_shape(place, 10.0));
        ui.painter().rect_filled(place, 10.0, theme.panel);
        ui.interact(place, Id::unique("map_find_ground"), egui::Sense::CLICK);
        let layout = Layout::left_to_right(Align::Center);
        let builder = UiBuilder::new().max_rect(place.shrink(6.0)).layout(layout);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            let name = ctx.t("canvas-find");
            let before = self.text.clone();
            let field = Field::new(&mut self.text, name.clone()).hint(name).width(190.0);
            let response =
                field.icon(Icon::of("search")).id(Id::unique("map_find")).show(ui, theme);
            if std::mem::take(&mut self.fresh) {
                response.request_focus();
            }
            if self.text != before {
                self.at = 0;
            }
            self.refresh(ctx);
            let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
            if entered {
                // The first Enter shows the first hit; the next ones go on.
                self.at = usize::from(self.key.as_ref().is_none_or(|k| k.0.is_empty()));
                self.show(ctx, canvas, out);
                response.request_focus();
            }
            let count = match (self.hits.len(), self.text.trim().is_empty()) {
                (_, true) => String::new(),
                (0, _) => ctx.t("canvas-find-none"),
                (all, _) => {
                    let message = Message::new("canvas-find-count");
                    ctx.texts.say(&message.with("at", self.at + 1).with("all", all))
                }
            };
            ui.allocate_ui(vec2(72.0, 32.0), |ui| {
                ui.centered_and_justified(|ui| {
                    label(ui, count, fonts::regular(12.0), theme.ink3);
                });
            });
            for (icon, key, forth) in [
                ("arrow_upward", "canvas-find-previous", false),
                ("arrow_downward", "canvas-find-next", true),
            ] {
                let button = IconButton::new(Icon::of(icon), ctx.t(key));
                if button.show(ui, theme).clicked() {
                    self.step(ctx, canvas, forth, out);
                }
            }
            let close = IconButton::new(Icon::of("close"), ctx.t("canvas-find-close"));
            let escaped = ui.input(|i| i.key_pressed(Key::Escape));
            if close.show(ui, theme).clicked() || escaped {
                self.open = false;
            }
        });
    }

    fn show(&mut self, ctx: &Ctx<'_>, canvas: &mut Canvas, out: &mut Vec<UiAction>) {
        let Some((journey, subject)) = self.hits.get(self.at).copied() else { return };
        if ctx.journey() != Some(journey) {
            out.push(UiAction::look(ctx, |view| view.journey = Some(journey)));
            out.push(UiAction::Show(subject));
            return;
        }
        canvas.select(Some(subject));
        canvas.reveal(subject);
    }

    fn refresh(&mut self, ctx: &Ctx<'_>) {
        let key = (folded(self.text.trim()), ctx.revision, ctx.journey());
        if self.key.as_ref() == Some(&key) {
            return;
        }
        self.hits = hits(ctx.model, ctx.texts, &key.0, ctx.journey());
        self.at = self.at.min(self.hits.len().saturating_sub(1));
        self.key = Some(key);
    }
}

/// Everything whose text holds the words, in reading order; the journey shown comes first.
#[must_use]
pub fn hits(
    model: &Model,
    texts: &Texts,
    wanted: &str,
    shown: Option<JourneyId>,
) -> Vec<(JourneyId, Subject)> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut journeys: Vec<JourneyId> = model.journeys_in_order().iter().map(|j| j.id).collect();
    journeys.sort_by_key(|id| Some(*id) != shown);
    let mut all = Vec::new();
    for journey in journeys {
        let found = in_journey(model, texts, wanted, journey);
        all.extend(found.into_iter().map(|subject| (journey, subject)));
    }
    all
}

fn in_journey(model: &Model, texts: &Texts, wanted: &str, journey: JourneyId) -> Vec<Subject> {
    let holds = |text: &str| folded(text).contains(wanted);
    let mut found = Vec::new();
    let lanes = model.lanes_of(journey);
    found.extend(lanes.iter().filter(|l| holds(&texts.lane(l))).map(|l| Subject::Lane(l.id)));
    for stage in model.stages_of(journey) {
        if holds(&texts.stage(stage)) {
            found.push(Subject::Stage(stage.id));
        }
        let steps = model.steps_of(stage.id);
        found.extend(steps.iter().filter(|s| holds(&s.name)).map(|s| Subject::Step(s.id)));
        for lane in &lanes {
            let cards = model.placements_in(stage.id, lane.id);
            let inside = cards.iter().filter(|p| {
                let touchpoint = model.touchpoint_of(p.id);
                touchpoint.is_some_and(|t| holds(&t.title) || holds(&t.description))
                    || marked(model, CardRef::Card(p.id), &holds)
            });
            found.extend(inside.map(|p| Subject::Card(p.id)));
            let notes = model.notes_in(stage.id, lane.id);
            let inside = notes
                .iter()
                .filter(|n| holds(&n.text) || marked(model, CardRef::Note(n.id), &holds));
            found.extend(inside.map(|n| Subject::Note(n.id)));
        }
    }
    let arrows = model.arrows.values().filter(|a| a.journey == journey && holds(&a.label));
    found.extend(arrows.map(|a| Subject::Arrow(a.id)));
    found
}

/// Whether a tag, link or remark of a card holds the words.
fn marked(model: &Model, card: CardRef, holds: &impl Fn(&str) -> bool) -> bool {
    let Some(item) = model.item_of(card) else { return false };
    let by_marks = model.marks_of(item).is_some_and(|marks| {
        marks.tags.iter().any(|tag| holds(tag))
            || marks.links.iter().any(|link| holds(&link.title) || holds(&link.url))
    });
    by_marks || model.remarks_on(item).any(|remark| holds(&remark.text))
}
