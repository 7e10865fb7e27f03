//! The inspector of a touchpoint: who, where, how it scores, what people wrote, how it feels.
//!
//! Paints what `data` computed.

use super::faces::faces;
use super::figures::{chart, no_feedback, not_yet, score_ui, verbatim_ui};
use super::grid::{lock_ui, stepper};
use super::marks::item_of;
use super::whose::{channels_row, department_row};
use super::{Inspector, Parts, section_line, typed};
use crate::analysis::Scope;
use crate::app::attached::attached_ui;
use crate::app::context::{Ctx, UiAction};
use crate::app::feedback::About;
use crate::app::fonts;
use crate::app::people::channel_icon;
use crate::app::widgets::{Button, Field, caption, label};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{Holder, Item, PlacementId, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::Ui;

/// The icon of a touchpoint: its own, else that of its main channel.
pub(super) fn icon_of(ctx: &Ctx<'_>, touchpoint: TouchpointId) -> Icon {
    let Some(touchpoint) = ctx.model.touchpoints.get(&touchpoint) else {
        return Icon::of("ads_click");
    };
    let own = touchpoint.icon.as_deref().and_then(Icon::named);
    own.unwrap_or_else(|| {
        let main = touchpoint.channels.first().and_then(|id| ctx.model.channels.get(id));
        main.map_or(Icon::of("ads_click"), |c| channel_icon(c.kind))
    })
}

impl Inspector {
    pub(super) fn touchpoint_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        card: PlacementId,
    ) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        let id = touchpoint.id;
        self.title_row(ui, parts, card);
        ui.add_space(6.0);
        channels_row(ui, parts, id);
        self.owner_row(ui, parts, &[id]);
        department_row(ui, parts, id);
        section_line(ui, ctx.theme);
        self.feedback_ui(ui, parts, Scope::Touchpoint(id));
        section_line(ui, ctx.theme);
        self.emotion_ui(ui, parts, card);
        section_line(ui, ctx.theme);
        self.description_ui(ui, parts, card);
        section_line(ui, ctx.theme);
        let subject = Subject::Card(card);
        self.card_ui(ui, parts, subject);
        let Some(placement) = ctx.model.placements.get(&card) else { return };
        if let Some(span) = span_ui(ui, ctx, placement.span) {
            parts.out.push(UiAction::Run(Command::SetSpan { placement: card, span }));
        }
        lock_ui(ui, parts, Lockable::Card(card), placement.locked);
    }

    /// What cards of either kind have: marks, pictures, remarks.
    pub(super) fn card_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, subject: Subject) {
        let ctx = parts.ctx;
        let Some(item) = item_of(ctx, subject) else { return };
        if self.section(ui, ctx, "inspector-marks", None) {
            self.marks_ui(ui, parts, subject, &[item]);
        }
        section_line(ui, ctx.theme);
        let holder = match item {
            Item::Touchpoint(id) => Holder::Touchpoint(id),
            Item::Note(id) => Holder::Note(id),
        };
        if self.section(ui, ctx, "inspector-pictures", None) {
            attached_ui(ui, ctx, holder, parts.out);
        }
        section_line(ui, ctx.theme);
        self.arrows_ui(ui, parts, subject);
        self.remarks_ui(ui, parts, subject, item);
        section_line(ui, ctx.theme);
    }

    /// What customers said: scores, answers, trend, texts.
    pub(super) fn feedback_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, about: Scope) {
        if self.knows(parts.ctx, about) {
            self.scores_ui(ui, parts, about);
            if let Some(id) = about.touchpoint() {
                let version = self.details.version.as_ref();
                self.goal.ui(ui, parts.ctx, version, Some(id), parts.out);
            }
            match about {
                Scope::Touchpoint(id) => {
                    self.verbatims_ui(ui, parts.ctx, About::Touchpoint(id), parts.out);
                }
                Scope::Stage(_, id) => {
                    self.verbatims_ui(ui, parts.ctx, About::Stage(id), parts.out);
                }
                Scope::Journey(_) | Scope::Filter => {}
            }
        } else {
            self.section(ui, parts.ctx, "inspector-scores", None);
            not_yet(ui, parts.ctx.theme);
        }
    }

    fn scores_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, about: Scope) {
        let ctx = parts.ctx;
        let theme = ctx.theme;
        let period = crate::app::filters::period_words(ctx.texts, ctx.view.filter.period);
        if !self.section(ui, ctx, "inspector-scores", Some((period, theme.ink3))) {
            return;
        }
        if self.details.scores.is_empty() {
            return no_feedback(ui, ctx, parts.out);
        }
        for line in &mut self.details.scores {
            score_ui(ui, theme, line);
        }
        let base = self
            .details
            .answers
            .as_ref()
            .map(|(n, _)| (ctx.t1("inspector-answers-base", "n", *n), theme.ink3));
        if base.is_some()
            && self.section(ui, ctx, "inspector-answers", base)
            && let Some((_, bar)) = &mut self.details.answers
        {
            chart(ui, bar, &ctx.t("inspector-answers"));
        }
        let change = self.details.change.as_ref().map(|change| {
            let (key, ink) = if change.better {
                ("inspector-better", theme.good)
            } else {
                ("inspector-worse", theme.bad)
            };
            (ctx.t1(key, "size", change.size.as_str()), ink)
        });
        if self.details.trend.is_some()
            && self.section(ui, ctx, "inspector-trend", change)
            && let Some(trend) = &mut self.details.trend
        {
            chart(ui, trend, &ctx.t("inspector-trend"));
            if let Some((better, words)) = &self.details.signal {
                let ink = if *better { theme.good } else { theme.bad };
                label(ui, words.clone(), fonts::regular(11.5), ink);
            }
        }
        let more = Button::quiet(ctx.t("inspector-trend-more")).small();
        if more.icon(Icon::of("monitoring")).show(ui, theme).clicked() {
            parts.out.push(UiAction::OpenTrend(about));
        }
    }

    fn verbatims_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, about: About, out: &mut Vec<UiAction>) {
        if self.details.texts == 0 {
            return;
        }
        section_line(ui, ctx.theme);
        let count = ctx.t1("inspector-verbatims-count", "count", self.details.texts);
        if !self.section(ui, ctx, "inspector-verbatims", Some((count, ctx.theme.ink3))) {
            return;
        }
        for verbatim in &self.details.verbatims {
            verbatim_ui(ui, ctx, verbatim);
        }
        let all = ctx.t1("inspector-verbatims-all", "count", self.details.texts);
        if Button::quiet(all).small().icon(Icon::of("forum")).show(ui, ctx.theme).clicked() {
            out.push(UiAction::ShowComments(about));
        }
    }

    fn emotion_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let persona = ctx
            .journey()
            .and_then(|j| ctx.model.journeys.get(&j)?.persona)
            .or_else(|| ctx.model.personas.keys().next().copied());
        let name = persona.and_then(|id| ctx.model.personas.get(&id)).map(|p| p.name.clone());
        let right = name.map(|name| (name, ctx.theme.ink3));
        if !self.section(ui, ctx, "inspector-emotion", right) {
            return;
        }
        let Some(persona) = persona else {
            caption(ui, ctx.theme, ctx.t("inspector-no-persona"));
            let button = Button::new(ctx.t("inspector-add-persona")).small();
            if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                parts.people.open_personas();
            }
            return;
        };
        caption(ui, ctx.theme, ctx.t("inspector-emotion-why"));
        let now = ctx.model.emotions.get(&(card, persona)).map(|e| e.value);
        if let Some(value) = faces(ui, ctx, now, ctx.why_fixed().is_none()) {
            let placement = card;
            parts.out.push(UiAction::Run(Command::SetEmotion { placement, persona, value }));
        }
    }

    fn description_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        if !self.section(ui, ctx, "inspector-description", None) {
            return;
        }
        let width = ui.available_width();
        let name = ctx.t("inspector-description");
        let hint = ctx.t("inspector-description-hint");
        let enabled = ctx.why_fixed().is_none();
        let key = (Subject::Card(card), "description");
        let now = touchpoint.description.clone();
        let new = typed(ui, ctx.theme, &mut self.draft, key, &now, |ui, theme, text| {
            let field = Field::new(text, name).rows(3).width(width).hint(hint);
            field.enabled(enabled).show(ui, theme)
        });
        if let Some(description) = new {
            let touchpoint = touchpoint.id;
            parts.out.push(UiAction::Run(Command::DescribeTouchpoint { touchpoint, description }));
        }
    }
}

/// How many columns a card covers: the new number, when it was changed.
pub(super) fn span_ui(ui: &mut Ui, ctx: &Ctx<'_>, span: i64) -> Option<i64> {
    let names = ("inspector-span", "inspector-narrower", "inspector-wider");
    let by = stepper(ui, ctx, names, &ctx.texts.int(span))?;
    Some(span + by).filter(|span| *span >= 1)
}
