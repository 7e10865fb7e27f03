//! Lines across the window: long work, read-only, failures, the report of an earlier fault.
//!
//! Each has at most one button and goes when its cause is gone.

use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{Banner, BannerClick, BannerKind, Toast};
use crate::app::world::World;
use crate::jobs::Progress;
use crate::model::Message;
use egui::{Panel, Ui};

/// Shows the lines that have a cause. True when the person wants to type a path instead.
pub fn banners_ui(
    ui: &mut Ui,
    world: &World,
    importing: bool,
    dialog_may_hang: bool,
    actions: &mut Vec<UiAction>,
) -> bool {
    let ctx = world.ctx();
    let mut type_instead = false;
    if let Some(progress) = world.progress.as_ref().filter(|_| !importing) {
        let text = in_words(&ctx, progress);
        if line(ui, &ctx, "busy", BannerKind::Note, &text, Some("app-stop"), false).is_some() {
            actions.push(UiAction::Cancel);
        }
    }
    if dialog_may_hang {
        let text = ctx.t("app-dialog-waiting");
        let key = Some("app-dialog-type-instead");
        type_instead = line(ui, &ctx, "waiting", BannerKind::Note, &text, key, false).is_some();
    }
    if let Some(why) = &world.read_only {
        let text = ctx.texts.say(why);
        let key = Some("app-menu-save-copy");
        if line(ui, &ctx, "read_only", BannerKind::Note, &text, key, false).is_some() {
            actions.push(UiAction::SaveCopyDialog);
        }
    }
    if let Some(notice) = &world.notice {
        let text = ctx.texts.say(&notice.text);
        let key = notice.button.as_ref().map(|(key, _)| *key);
        match line(ui, &ctx, "notice", BannerKind::Error, &text, key, true) {
            Some(BannerClick::Button) => {
                actions.extend(notice.button.as_ref().map(|(_, action)| action.clone()));
                actions.push(UiAction::Dismiss);
            }
            Some(BannerClick::Close) => actions.push(UiAction::Dismiss),
            None => {}
        }
    }
    if let Some(crash) = &world.crash {
        let text = ctx.t("crash-last-time");
        match line(ui, &ctx, "crash", BannerKind::Note, &text, Some("crash-copy"), true) {
            Some(BannerClick::Button) => {
                ui.ctx().copy_text(crash.text.clone());
                let told = Toast::done(Message::new("crash-copied"));
                actions.extend([UiAction::Say(Box::new(told)), UiAction::Dismiss]);
            }
            Some(BannerClick::Close) => actions.push(UiAction::Dismiss),
            None => {}
        }
    }
    type_instead
}

fn line(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    id: &'static str,
    kind: BannerKind,
    text: &str,
    button: Option<&'static str>,
    closable: bool,
) -> Option<BannerClick> {
    let button = button.map(|key| ctx.t(key));
    let close = ctx.t("app-close-message");
    let frame = egui::Frame::NONE;
    Panel::top(id)
        .resizable(false)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            let mut banner = Banner::new(kind, text);
            if let Some(button) = &button {
                banner = banner.button(button);
            }
            if closable {
                banner = banner.closable(&close);
            }
            banner.show(ui, ctx.theme)
        })
        .inner
}

/// What is being done, and how far it is.
fn in_words(ctx: &Ctx<'_>, progress: &Progress) -> String {
    let phase = ctx.texts.say(&progress.phase);
    let message = match progress.total {
        Some(total) => Message::new("app-progress-of")
            .with("phase", phase)
            .with("done", progress.done)
            .with("total", total),
        None => Message::new("app-progress").with("phase", phase).with("done", progress.done),
    };
    ctx.texts.say(&message)
}
