//! The inspector of stages, steps, lanes and notes: a name or text, and little more.
//!
//! Changes go out as commands.

use super::grid::lock_ui;
use super::title::quiet_field;
use super::touchpoint::span_ui;
use super::{Inspector, Parts, section_line, typed};
use crate::app::context::UiAction;
use crate::app::map;
use crate::app::trend::scored;
use crate::app::widgets::{Button, Field, caption, segmented, switch};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{ArrowId, ArrowKind, Message, NoteId, Tone};
use crate::render::scene::Subject;
use egui::Ui;

impl Inspector {
    pub(super) fn simple_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, subject: Subject) {
        let ctx = parts.ctx;
        if let Subject::Note(note) = subject {
            return self.note_ui(ui, parts, note);
        }
        if let Subject::Arrow(arrow) = subject {
            return self.arrow_ui(ui, parts, arrow);
        }
        let now = map::title(ctx.model, ctx.texts, subject);
        let name = ctx.t("inspector-title");
        let width = ui.available_width();
        let enabled = ctx.why_fixed().is_none();
        let new =
            typed(ui, ctx.theme, &mut self.draft, (subject, "title"), &now, |ui, theme, text| {
                quiet_field(ui, theme, text, &name, width, enabled)
            });
        if let Some(text) = new {
            let command = map::rename(ctx.model, ctx.texts, subject, &text);
            parts.out.extend(command.map(UiAction::Run));
        }
        section_line(ui, ctx.theme);
        match subject {
            Subject::Stage(stage) => {
                let steps = ctx.model.steps_of(stage).len();
                let cards = ctx
                    .model
                    .placements
                    .values()
                    .filter(|p| ctx.model.stage_at(p.spot) == Some(stage))
                    .count();
                let holds =
                    Message::new("inspector-stage-holds").with("steps", steps).with("cards", cards);
                caption(ui, ctx.theme, ctx.texts.say(&holds));
                if let Some(about) = scored(ctx.model, Some(subject)) {
                    section_line(ui, ctx.theme);
                    self.feedback_ui(ui, parts, about);
                    section_line(ui, ctx.theme);
                }
                self.stage_ui(ui, parts, stage);
            }
            Subject::Step(step) => self.step_ui(ui, parts, step),
            Subject::Lane(lane) => {
                let Some(mut on) = ctx.model.lanes.get(&lane).map(|l| l.visible) else {
                    return;
                };
                let shown = switch(ui, ctx.theme, &mut on, &ctx.t("inspector-lane-shown"));
                if shown.changed() && enabled {
                    parts.out.push(UiAction::Run(Command::ShowLane { lane, visible: on }));
                }
                self.lane_ui(ui, parts, lane);
            }
            _ => {}
        }
        self.delete_button(ui, parts, subject);
    }

    fn note_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, id: NoteId) {
        let ctx = parts.ctx;
        let Some(note) = ctx.model.notes.get(&id) else {
            return;
        };
        let subject = Subject::Note(id);
        let width = ui.available_width();
        let enabled = ctx.why_fixed().is_none();
        let name = ctx.t("inspector-note-text");
        let now = note.text.clone();
        let new =
            typed(ui, ctx.theme, &mut self.draft, (subject, "text"), &now, |ui, theme, text| {
                Field::new(text, name).rows(4).width(width).enabled(enabled).show(ui, theme)
            });
        if let Some(text) = new.filter(|t| !t.is_empty()) {
            parts.out.push(UiAction::Run(Command::EditNote { note: id, text }));
        }
        ui.add_space(8.0);
        let mut tone = note.tone;
        let options = [
            (Tone::Neutral, ctx.t("inspector-tone-neutral")),
            (Tone::Pain, ctx.t("inspector-tone-pain")),
            (Tone::Gain, ctx.t("inspector-tone-gain")),
        ];
        if segmented(ui, ctx.theme, &options, &mut tone) && enabled {
            parts.out.push(UiAction::Run(Command::SetTone { note: id, tone }));
        }
        section_line(ui, ctx.theme);
        self.card_ui(ui, parts, subject);
        if let Some(span) = span_ui(ui, ctx, note.span) {
            parts.out.push(UiAction::Run(Command::SetNoteSpan { note: id, span }));
        }
        lock_ui(ui, parts, Lockable::Note(id), note.locked);
        self.delete_button(ui, parts, subject);
    }

    fn arrow_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, id: ArrowId) {
        let ctx = parts.ctx;
        let Some(arrow) = ctx.model.arrows.get(&id) else { return };
        let subject = Subject::Arrow(id);
        let mut kind = arrow.kind;
        let options = [
            (ArrowKind::Next, ctx.t("inspector-arrow-next")),
            (ArrowKind::Branch, ctx.t("inspector-arrow-branch")),
            (ArrowKind::LoopBack, ctx.t("inspector-arrow-loop-back")),
        ];
        let enabled = ctx.why_fixed().is_none();
        if segmented(ui, ctx.theme, &options, &mut kind) && enabled {
            let label = arrow.label.clone();
            parts.out.push(UiAction::Run(Command::SetArrow { arrow: id, kind, label }));
        }
        ui.add_space(8.0);
        let (name, width) = (ctx.t("inspector-arrow-label"), ui.available_width());
        let now = arrow.label.clone();
        let key = (subject, "label");
        let new = typed(ui, ctx.theme, &mut self.draft, key, &now, |ui, theme, text| {
            Field::new(text, name).labelled().width(width).enabled(enabled).show(ui, theme)
        });
        if let Some(label) = new {
            let kind = arrow.kind;
            parts.out.push(UiAction::Run(Command::SetArrow { arrow: id, kind, label }));
        }
        self.delete_button(ui, parts, subject);
    }

    fn delete_button(&self, ui: &mut Ui, parts: &mut Parts<'_, '_>, subject: Subject) {
        let ctx = parts.ctx;
        ui.add_space(16.0);
        let button = Button::new(ctx.t("inspector-delete"))
            .small()
            .icon(crate::render::icons::Icon::of("delete"))
            .look(crate::app::widgets::ButtonLook::Danger)
            .disabled_because(ctx.why_fixed());
        if button.show(ui, ctx.theme).clicked() {
            parts.canvas.delete(ctx, &[subject], parts.out);
        }
    }
}
