//! Owners and channels as entries of a menu, wherever one is chosen.
//!
//! Says what was chosen; giving it is the caller's.

use super::People;
use crate::app::context::Ctx;
use crate::app::widgets::{MenuItem, menu_line};
use crate::model::{ChannelId, OwnerId};
use crate::render::icons::Icon;
use egui::Ui;

impl People {
    /// Nobody and every owner. `now` has the check mark; absent when there are several.
    pub fn owner_items(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        now: Option<Option<OwnerId>>,
    ) -> Option<Option<OwnerId>> {
        let mut chosen = None;
        let mut item = |ui: &mut Ui, id: Option<OwnerId>, item: MenuItem| {
            let item = item.selected(now == Some(id)).disabled_because(ctx.why_fixed());
            if item.show(ui, ctx.theme) {
                chosen = Some(id);
            }
        };
        item(ui, None, MenuItem::new(ctx.t("inspector-nobody")));
        for owner in ctx.model.owners.values() {
            let team = owner.team.and_then(|t| ctx.model.teams.get(&t));
            let team = team.map(|t| t.name.clone()).unwrap_or_default();
            item(ui, Some(owner.id), MenuItem::new(&owner.name).detail(team));
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("inspector-manage-owners")).icon(Icon::of("group"));
        if manage.show(ui, ctx.theme) {
            self.open_owners();
        }
        chosen
    }

    /// Every channel; those in `now` have the check mark.
    pub fn channel_items(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        now: &[ChannelId],
    ) -> Option<ChannelId> {
        let mut chosen = None;
        for channel in ctx.model.channels.values() {
            let item = MenuItem::new(ctx.texts.channel(channel));
            let item = item.selected(now.contains(&channel.id)).disabled_because(ctx.why_fixed());
            if item.show(ui, ctx.theme) {
                chosen = Some(channel.id);
            }
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("inspector-manage-channels")).icon(Icon::of("device_hub"));
        if manage.show(ui, ctx.theme) {
            self.open_channels();
        }
        chosen
    }
}
