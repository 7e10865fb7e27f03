//! Cut, copy and paste on the map, by the keys of the system.
//!
//! Says which cards are meant and where text goes; the clipboard itself is the window's.

use super::acts;
use super::canvas::Canvas;
use super::columns;
use crate::app::context::{Ctx, UiAction};
use crate::model::{CardRef, LaneId, LaneKind, Spot};
use crate::render::scene::Subject;
use egui::{Event, Ui};

impl Canvas {
    /// Takes the clipboard's events, as long as no field does.
    pub(super) fn clipboard_keys(&mut self, ui: &Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let elsewhere = ui.memory(|m| m.focused().is_some()) && self.focused.is_none();
        if elsewhere || self.is_editing() || ui.ctx().text_edit_focused() {
            return;
        }
        let events: Vec<Event> = ui.input(|i| {
            let wanted = |e: &&Event| matches!(e, Event::Copy | Event::Cut | Event::Paste(_));
            i.events.iter().filter(wanted).cloned().collect()
        });
        for event in events {
            match event {
                Event::Copy => self.copy(out),
                Event::Cut => {
                    self.copy(out);
                    let all = self.acted_on();
                    self.delete(ctx, &all, out);
                }
                Event::Paste(text) => self.paste(ctx, text, out),
                _ => {}
            }
        }
    }

    fn copy(&self, out: &mut Vec<UiAction>) {
        let cards: Vec<CardRef> = self.acted_on().into_iter().filter_map(acts::card_ref).collect();
        if !cards.is_empty() {
            out.push(UiAction::CopyCards(cards));
        }
    }

    /// Into the cell that has the focus, or in which the selected card stands; else into the first
    /// cell for touchpoints.
    fn paste(&self, ctx: &Ctx<'_>, text: String, out: &mut Vec<UiAction>) {
        let (Some(journey), None) = (ctx.journey(), ctx.why_fixed()) else { return };
        let cell = self.current.and_then(|subject| cell_of(ctx, subject));
        let first = || {
            let lane = ctx.model.lane_of_kind(journey, LaneKind::Touchpoints)?.id;
            let stage = ctx.model.stages_of(journey).first()?.id;
            Some((columns::first_of(ctx.model, stage), lane))
        };
        if let Some((column, lane)) = cell.or_else(first) {
            out.push(UiAction::Paste(text, (journey, column, lane)));
        }
    }
}

/// The cell in which something stands.
fn cell_of(ctx: &Ctx<'_>, subject: Subject) -> Option<(Spot, LaneId)> {
    let (lane, spot) = match subject {
        Subject::Cell(lane, spot) => (lane, spot),
        Subject::Card(id) => ctx.model.placements.get(&id).map(|p| (p.lane, p.spot))?,
        Subject::Note(id) => ctx.model.notes.get(&id).map(|n| (n.lane, n.spot))?,
        Subject::Stage(id) => {
            let journey = ctx.model.stages.get(&id)?.journey;
            let lane = ctx.model.lane_of_kind(journey, LaneKind::Touchpoints)?.id;
            (lane, columns::first_of(ctx.model, id))
        }
        _ => return None,
    };
    Some((columns::column_of(ctx.model, spot)?, lane))
}
