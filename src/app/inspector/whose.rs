//! The inspector's rows of channels, owner and department of a touchpoint.
//!
//! Each is a menu; a choice is one command.

use super::rows::{choice, row};
use super::{Inspector, Parts, give};
use crate::analysis::Responsible;
use crate::app::context::UiAction;
use crate::app::people::channel_icon;
use crate::app::widgets::{MenuItem, avatar, caption, menu, menu_line, paint_icon};
use crate::document::Command;
use crate::model::TouchpointId;
use crate::render::icons::Icon;
use egui::{Popup, Sense, Ui, vec2};

impl Inspector {
    /// Who owns the touchpoints.
    pub(super) fn owner_row(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        touchpoints: &[TouchpointId],
    ) {
        let ctx = parts.ctx;
        let owners: Vec<_> =
            touchpoints.iter().filter_map(|t| ctx.model.touchpoints.get(t)?.owner).collect();
        let shared = owners
            .first()
            .copied()
            .filter(|first| owners.len() == touchpoints.len() && owners.iter().all(|o| o == first));
        let owner = shared.and_then(|id| ctx.model.owners.get(&id));
        let text = match (owner, owners.is_empty()) {
            (Some(owner), _) => owner.name.clone(),
            (None, true) => ctx.t("inspector-no-owner"),
            (None, false) => ctx.t("inspector-different"),
        };
        let button = row(ui, ctx, "inspector-owner", |ui| {
            match owner {
                Some(owner) => {
                    avatar(ui, ctx.theme, &owner.initials(), &owner.name);
                }
                None => {
                    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
                    let ink = ctx.theme.bad;
                    paint_icon(ui.painter(), rect.center(), Icon::of("person_add"), 16.0, ink);
                }
            }
            choice(ui, ctx, "inspector-owner", &text)
        });
        if std::mem::take(&mut self.owner_wanted) {
            Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
        }
        menu(&button, ctx.theme, &ctx.t("inspector-owner"), 240.0, |ui| {
            let now = (shared.is_some() || owners.is_empty()).then_some(shared);
            if let Some(chosen) = parts.people.owner_items(ui, ctx, now) {
                parts.out.extend(give(ctx, touchpoints, chosen));
            }
            let Some(owner) = owner else { return };
            menu_line(ui, ctx.theme);
            let page = MenuItem::new(ctx.t1("owners-open", "name", owner.name.as_str()));
            if page.icon(Icon::of("badge")).show(ui, ctx.theme) {
                parts.out.push(UiAction::ShowScorecard(Responsible::Owner(owner.id)));
            }
        });
        if touchpoints.len() == 1 && owner.is_none() {
            caption(ui, ctx.theme, ctx.t("inspector-no-owner-why"));
        }
    }
}

/// Where customers meet it.
pub(super) fn channels_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    let Some(touchpoint) = ctx.model.touchpoints.get(&id) else {
        return;
    };
    let names: Vec<String> = touchpoint
        .channels
        .iter()
        .filter_map(|c| ctx.model.channels.get(c))
        .map(|c| ctx.texts.channel(c))
        .collect();
    let text = match names.as_slice() {
        [] => ctx.t("inspector-no-channel"),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    let main = touchpoint.channels.first().and_then(|c| ctx.model.channels.get(c));
    let button = row(ui, ctx, "inspector-channel", |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let icon = main.map_or(Icon::of("device_hub"), |c| channel_icon(c.kind));
        paint_icon(ui.painter(), rect.center(), icon, 16.0, ctx.theme.ink3);
        choice(ui, ctx, "inspector-channel", &text)
    });
    menu(&button, ctx.theme, &ctx.t("inspector-channel"), 240.0, |ui| {
        let Some(chosen) = parts.people.channel_items(ui, ctx, &touchpoint.channels) else {
            return;
        };
        let mut channels = touchpoint.channels.clone();
        channels.retain(|c| *c != chosen);
        if channels.len() == touchpoint.channels.len() {
            channels.push(chosen);
        }
        parts.out.push(UiAction::Run(Command::SetChannels { touchpoint: id, channels }));
    });
}

/// Department and team follow from the owner: choosing another team moves the owner.
pub(super) fn department_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    let Some(owner) = ctx.model.owner_of(id) else {
        return;
    };
    let team = ctx.model.team_of(owner.id);
    let text = match team {
        Some(team) if team.department.is_empty() => team.name.clone(),
        Some(team) if team.department == team.name => team.name.clone(),
        Some(team) => format!("{} · {}", team.department, team.name),
        None => ctx.t("inspector-no-department"),
    };
    let button = row(ui, ctx, "inspector-department", |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let ink = ctx.theme.ink3;
        paint_icon(ui.painter(), rect.center(), Icon::of("apartment"), 16.0, ink);
        choice(ui, ctx, "inspector-department", &text)
    });
    menu(&button, ctx.theme, &ctx.t("inspector-department"), 240.0, |ui| {
        for other in ctx.model.teams.values() {
            let on = owner.team == Some(other.id);
            let item = MenuItem::new(&other.name).detail(&other.department).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let owner = crate::model::Owner { team: Some(other.id), ..owner.clone() };
                parts.out.push(UiAction::Run(Command::PutOwner { owner }));
            }
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("inspector-manage-teams")).icon(Icon::of("groups"));
        if manage.show(ui, ctx.theme) {
            parts.people.open_teams();
        }
    });
}
