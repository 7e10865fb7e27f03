//! The fields of each kind: owner, team, channel, persona, stakeholder.
//!
//! Alter the copy that is being edited; each tells whether a field of several lines has the focus.

use super::{channel_icon, hues, stand_ins};
use crate::app::attached::attached_ui;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{DropDown, Field, MenuItem, label, menu, segmented};
use crate::model::{Channel, ChannelKind, Holder, Influence, Owner, Persona, Stakeholder, Team};
use egui::Ui;

/// Two fields side by side.
fn two(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    left: (&'static str, &mut String),
    right: (&'static str, &mut String),
) {
    let width = (ui.available_width() - 12.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        for (key, text) in [left, right] {
            Field::new(text, ctx.t(key)).labelled().width(width).show(ui, ctx.theme);
        }
    });
}

pub(super) fn owner(ui: &mut Ui, ctx: &Ctx<'_>, owner: &mut Owner) -> bool {
    two(ui, ctx, ("people-name", &mut owner.name), ("people-role", &mut owner.role));
    let width = (ui.available_width() - 12.0) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let name = ctx.t("people-email");
        Field::new(&mut owner.email, name).labelled().width(width).show(ui, ctx.theme);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = ctx.t("people-team");
            let font = fonts::strong(12.0);
            label(ui, name.clone(), font, ctx.theme.ink2);
            let chosen = owner.team.and_then(|t| ctx.model.teams.get(&t));
            let value = chosen.map_or_else(|| ctx.t("people-no-team"), |t| t.name.clone());
            let button = DropDown::new(name.clone(), value)
                .font(fonts::regular(13.0))
                .min_width(width)
                .max_width(width)
                .show(ui, ctx.theme);
            menu(&button, ctx.theme, &name, 220.0, |ui| {
                let none = MenuItem::new(ctx.t("people-no-team")).selected(owner.team.is_none());
                if none.show(ui, ctx.theme) {
                    owner.team = None;
                }
                for team in ctx.model.teams.values() {
                    let on = owner.team == Some(team.id);
                    let item = MenuItem::new(&team.name).detail(&team.department).selected(on);
                    if item.show(ui, ctx.theme) {
                        owner.team = Some(team.id);
                    }
                }
            });
        });
    });
    hues::choose(ui, ctx, &mut owner.hue);
    false
}

pub(super) fn channel(ui: &mut Ui, ctx: &Ctx<'_>, channel: &mut Channel) -> bool {
    let width = (ui.available_width() - 12.0) / 2.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let hint = match channel.kind {
            ChannelKind::Other => String::new(),
            kind => ctx.texts.channel_kind(kind),
        };
        let text = channel.name.get_or_insert_default();
        let name = ctx.t("people-name");
        Field::new(text, name).labelled().hint(hint).width(width).show(ui, ctx.theme);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let name = ctx.t("people-kind");
            let font = fonts::strong(12.0);
            label(ui, name.clone(), font, ctx.theme.ink2);
            let button = DropDown::new(name.clone(), kind_name(ctx, channel.kind))
                .icon(channel_icon(channel.kind))
                .font(fonts::regular(13.0))
                .min_width(width)
                .max_width(width)
                .show(ui, ctx.theme);
            menu(&button, ctx.theme, &name, 220.0, |ui| {
                for kind in ChannelKind::ALL {
                    let on = channel.kind == kind;
                    if MenuItem::new(kind_name(ctx, kind)).selected(on).show(ui, ctx.theme) {
                        channel.kind = kind;
                    }
                }
            });
        });
    });
    false
}

fn kind_name(ctx: &Ctx<'_>, kind: ChannelKind) -> String {
    match kind {
        ChannelKind::Other => ctx.t("people-own-kind"),
        kind => ctx.texts.channel_kind(kind),
    }
}

/// Its name and its department.
pub(super) fn team(ui: &mut Ui, ctx: &Ctx<'_>, team: &mut Team) -> bool {
    let (name, department) = (&mut team.name, &mut team.department);
    two(ui, ctx, ("people-name", name), ("people-department", department));
    false
}

/// Who this is, what this persona wants, what stands in the way.
pub(super) fn persona(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    persona: &mut Persona,
    out: &mut Vec<UiAction>,
) -> bool {
    two(ui, ctx, ("people-name", &mut persona.name), ("people-role", &mut persona.role));
    let width = ui.available_width();
    let mut typing = false;
    for (key, text) in
        [("people-goals", &mut persona.goals), ("people-frustrations", &mut persona.frustrations)]
    {
        let field = Field::new(text, ctx.t(key)).labelled().rows(3).width(width);
        typing |= field.show(ui, ctx.theme).has_focus();
    }
    let name = ctx.t("people-quote");
    Field::new(&mut persona.quote, name).labelled().width(width).show(ui, ctx.theme);
    hues::choose(ui, ctx, &mut persona.hue);
    stand_ins::choose(ui, ctx, persona);
    // A picture hangs on a persona that is in the document already.
    if ctx.model.personas.contains_key(&persona.id) {
        label(ui, ctx.t("inspector-pictures"), fonts::strong(12.0), ctx.theme.ink2);
        attached_ui(ui, ctx, Holder::Persona(persona.id), out);
    }
    typing
}

/// Who has a stake, in what, and how much this one can make happen.
pub(super) fn stakeholder(ui: &mut Ui, ctx: &Ctx<'_>, of: &mut Stakeholder) -> bool {
    two(ui, ctx, ("people-name", &mut of.name), ("people-role", &mut of.role));
    let width = ui.available_width();
    let name = ctx.t("people-organisation");
    Field::new(&mut of.organisation, name).labelled().width(width).show(ui, ctx.theme);
    let stake = Field::new(&mut of.stake, ctx.t("people-stake")).labelled().rows(2);
    let typing = stake.width(width).show(ui, ctx.theme).has_focus();
    label(ui, ctx.t("people-influence"), fonts::strong(12.0), ctx.theme.ink2);
    let degrees = [Influence::Low, Influence::Medium, Influence::High]
        .map(|degree| (degree, influence_name(ctx, degree)));
    segmented(ui, ctx.theme, &degrees, &mut of.influence);
    typing
}

/// A degree of influence in words.
pub(super) fn influence_name(ctx: &Ctx<'_>, degree: Influence) -> String {
    ctx.t(match degree {
        Influence::Low => "people-influence-low",
        Influence::Medium => "people-influence-medium",
        Influence::High => "people-influence-high",
    })
}
