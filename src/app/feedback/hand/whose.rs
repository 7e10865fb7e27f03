//! The left column of the form: kind, survey, day, touchpoint, channel, who.
//!
//! Alters the draft; nothing here is wrong or right.

use super::super::batches::survey_name;
use super::draft::{Part, Problems, read_day};
use super::{HandForm, kind_name, told, usual_name};
use crate::app::context::Ctx;
use crate::app::days;
use crate::app::fonts;
use crate::app::widgets::{
    DropDown, Field, MenuItem, caption, label, menu, menu_heading, menu_line, segmented,
};
use crate::model::{Audience, HandKind, JourneyId, Origin, SurveyId, TouchpointId};
use crate::text::DayStyle;
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

impl HandForm {
    pub(super) fn whose_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        self.kind_ui(ui, ctx);
        self.survey_ui(ui, ctx, problems);
        self.day_ui(ui, ctx, problems);
        self.touchpoint_ui(ui, ctx);
        self.channel_ui(ui, ctx);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = ctx.t("hand-customer");
            let field = Field::new(&mut self.draft.customer, name).labelled();
            field.width(ui.available_width()).show(ui, ctx.theme);
            caption(ui, ctx.theme, ctx.t("hand-customer-why"));
        });
    }

    fn kind_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let (name, value) = (ctx.t("hand-kind"), kind_name(ctx, self.draft.kind));
        choice_ui(ui, ctx, &name, value, |ui| {
            for kind in HandKind::ALL {
                let item = MenuItem::new(kind_name(ctx, kind)).selected(kind == self.draft.kind);
                if item.show(ui, ctx.theme) {
                    self.draft.kind = kind;
                }
            }
        });
    }

    fn survey_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        let chosen = self.draft.survey.filter(|id| ctx.model.surveys.contains_key(id));
        let value = chosen.map_or_else(|| ctx.t("hand-new-survey"), |id| survey_name(ctx, id));
        let by_hand: BTreeSet<SurveyId> = ctx
            .model
            .batches
            .values()
            .filter(|batch| batch.origin == Origin::Hand)
            .map(|batch| batch.survey)
            .collect();
        choice_ui(ui, ctx, &ctx.t("hand-survey"), value, |ui| {
            let new = MenuItem::new(ctx.t("hand-new-survey")).selected(chosen.is_none());
            if new.show(ui, ctx.theme) {
                (self.draft.survey, self.draft.name) = (None, None);
            }
            for (key, hand) in [("hand-surveys-by-hand", true), ("hand-surveys-of-files", false)] {
                let mut all = ctx.model.surveys.keys().filter(|id| by_hand.contains(id) == hand);
                let Some(first) = all.next() else { continue };
                menu_line(ui, ctx.theme);
                menu_heading(ui, ctx.theme, &ctx.t(key));
                for id in std::iter::once(first).chain(all) {
                    let item = MenuItem::new(survey_name(ctx, *id)).selected(chosen == Some(*id));
                    if item.show(ui, ctx.theme) {
                        self.draft.survey = Some(*id);
                    }
                }
            }
        });
        if chosen.is_none() {
            self.new_survey_ui(ui, ctx, problems);
        }
    }

    fn new_survey_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        let usual = usual_name(ctx, self.draft.kind);
        let mut name = self.draft.name.clone().unwrap_or(usual);
        let field = Field::new(&mut name, ctx.t("hand-survey-name")).labelled();
        let field = field.error(told(ctx, problems, Part::Name)).width(ui.available_width());
        let response = field.show(ui, ctx.theme);
        if response.changed() {
            self.draft.name = Some(name);
        }
        self.take_focus(&response, Part::Name, false);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            label(ui, ctx.t("wizard-audience"), fonts::strong(12.0), ctx.theme.ink2);
            let audience = [
                (Audience::Customer, ctx.t("wizard-audience-customer")),
                (Audience::Employee, ctx.t("wizard-audience-employee")),
            ];
            segmented(ui, ctx.theme, &audience, &mut self.draft.audience);
            if self.draft.audience == Audience::Employee {
                caption(ui, ctx.theme, ctx.t("wizard-audience-employee-text"));
            }
        });
    }

    fn day_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let field = Field::new(&mut self.draft.day, ctx.t("hand-day")).labelled();
            let field = field.error(told(ctx, problems, Part::Day)).width(ui.available_width());
            let response = field.show(ui, ctx.theme);
            self.take_focus(&response, Part::Day, false);
            // The month in words shows which number was taken for it.
            let words = match read_day(&self.draft.day, days::today()) {
                Ok(Some(day)) => ctx.texts.day(day, DayStyle::Full),
                Ok(None) => ctx.t("hand-no-day"),
                Err(_) => return,
            };
            caption(ui, ctx.theme, words);
        });
    }

    fn touchpoint_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let chosen = self.draft.touchpoint.and_then(|id| ctx.model.touchpoints.get(&id));
        let whole = ctx.t("hand-whole-journey");
        let value = chosen.map_or_else(|| whole.clone(), |t| t.title.clone());
        let chosen = chosen.map(|touchpoint| touchpoint.id);
        choice_ui(ui, ctx, &ctx.t("hand-touchpoint"), value, |ui| {
            if MenuItem::new(whole).selected(chosen.is_none()).show(ui, ctx.theme) {
                self.draft.touchpoint = None;
            }
            let groups = touchpoints(ctx);
            let several = groups.len() > 1;
            for (journey, touchpoints) in groups {
                menu_line(ui, ctx.theme);
                if let Some(journey) = ctx.model.journeys.get(&journey).filter(|_| several) {
                    menu_heading(ui, ctx.theme, &journey.name);
                }
                for id in touchpoints {
                    let Some(touchpoint) = ctx.model.touchpoints.get(&id) else { continue };
                    let item = MenuItem::new(&touchpoint.title).selected(chosen == Some(id));
                    if item.show(ui, ctx.theme) {
                        self.draft.touchpoint = Some(id);
                    }
                }
            }
        });
    }

    fn channel_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let chosen = self.draft.channel.and_then(|id| ctx.model.channels.get(&id));
        let none = ctx.t("hand-no-channel");
        let value = chosen.map_or_else(|| none.clone(), |channel| ctx.texts.channel(channel));
        let chosen = chosen.map(|channel| channel.id);
        choice_ui(ui, ctx, &ctx.t("hand-channel"), value, |ui| {
            if MenuItem::new(none).selected(chosen.is_none()).show(ui, ctx.theme) {
                self.draft.channel = None;
            }
            for channel in ctx.model.channels.values() {
                let item = MenuItem::new(ctx.texts.channel(channel));
                if item.selected(chosen == Some(channel.id)).show(ui, ctx.theme) {
                    self.draft.channel = Some(channel.id);
                }
            }
        });
    }
}

/// A drop-down under its name, as wide as the column.
fn choice_ui(ui: &mut Ui, ctx: &Ctx<'_>, name: &str, value: String, items: impl FnOnce(&mut Ui)) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        label(ui, name, fonts::strong(12.0), ctx.theme.ink2);
        let width = ui.available_width();
        let button = DropDown::new(name, value).font(fonts::regular(13.0));
        let button = button.min_width(width).max_width(width).show(ui, ctx.theme);
        menu(&button, ctx.theme, name, width, |ui| {
            ScrollArea::vertical().max_height(320.0).show(ui, items);
        });
    });
}

/// The touchpoints of each journey in the order of the map, the journey in view first; each once.
fn touchpoints(ctx: &Ctx<'_>) -> Vec<(JourneyId, Vec<TouchpointId>)> {
    let mut seen = BTreeSet::new();
    let shown = ctx.journey();
    let others = ctx.model.journeys_in_order().into_iter().map(|j| j.id);
    let journeys = shown.into_iter().chain(others.filter(|id| Some(*id) != shown));
    journeys
        .map(|journey| {
            let cards = ctx.model.placements_of(journey).into_iter().map(|p| p.touchpoint);
            (journey, cards.filter(|id| seen.insert(*id)).collect::<Vec<_>>())
        })
        .filter(|(_, touchpoints)| !touchpoints.is_empty())
        .collect()
}
