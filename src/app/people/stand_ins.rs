//! Which respondents stand for a persona: values of the segments that the answers have.
//!
//! Says how many responses that are; without answers there is nothing to choose.

use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{DropDown, MenuItem, caption, label, menu};
use crate::model::{Message, Model, Persona};
use crate::scores::{Dimension, Filter, ScoreTable, Selection};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// Shows a menu for each dimension, and how many responses stand for the persona.
pub(super) fn choose(ui: &mut Ui, ctx: &Ctx<'_>, persona: &mut Persona) {
    let dimensions = ctx.scores.map(|table| table.dimensions.as_slice()).unwrap_or_default();
    if dimensions.is_empty() {
        return;
    }
    label(ui, ctx.t("people-stand-ins"), fonts::strong(12.0), ctx.theme.ink2);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(8.0, 8.0);
        for dimension in dimensions {
            values_ui(ui, ctx, dimension, persona);
        }
    });
    let words = match ctx.scores.filter(|_| persona.is_described()) {
        Some(table) => {
            let message = Message::new("people-stand-ins-count");
            let n = count(table, ctx.model, persona);
            ctx.texts.say(&message.with("n", n).with("all", table.responses()))
        }
        None => ctx.t("people-stand-ins-none"),
    };
    caption(ui, ctx.theme, words);
}

fn values_ui(ui: &mut Ui, ctx: &Ctx<'_>, dimension: &Dimension, persona: &mut Persona) {
    let name = dimension.name.as_str();
    let chosen = persona.segments.get(name).cloned().unwrap_or_default();
    let value = match chosen.iter().collect::<Vec<_>>().as_slice() {
        [] => ctx.t("people-stand-ins-any"),
        [one] => (*one).clone(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    let button = DropDown::new(name, value).caption(name).max_width(240.0).show(ui, ctx.theme);
    menu(&button, ctx.theme, name, 220.0, |ui| {
        let any = MenuItem::new(ctx.t("people-stand-ins-any")).selected(chosen.is_empty());
        if any.show(ui, ctx.theme) {
            persona.segments.remove(name);
        }
        let mut values: Vec<&String> = dimension.values.iter().collect();
        values.sort();
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for value in values {
                if MenuItem::new(value).selected(chosen.contains(value)).show(ui, ctx.theme) {
                    switch(persona.segments.entry(name.to_owned()).or_default(), value);
                }
            }
        });
    });
}

fn switch(values: &mut BTreeSet<String>, value: &str) {
    if !values.remove(value) {
        values.insert(value.to_owned());
    }
}

/// Responses that stand for a persona as it is being edited.
fn count(table: &ScoreTable, model: &Model, persona: &Persona) -> u64 {
    let segments = persona.segments.clone();
    Selection::new(table, model, &Filter { segments, ..Filter::default() }).responses()
}
