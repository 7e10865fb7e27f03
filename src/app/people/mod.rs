//! Owners, teams, channels, personas and stakeholders: lists in a dialog, each line edited in place.
//!
//! What is typed is kept until it is saved; each save is one command.

/// Entries of menus.
mod choosing;
/// The fields of each kind.
mod fields;
/// One dialog for each kind.
mod forms;
/// Colours to choose.
mod hues;
/// Who stands for a persona.
mod stand_ins;

use super::context::{Ctx, UiAction};
use super::widgets::Dialog;
use crate::model::{Channel, ChannelKind, Owner, Persona, Stakeholder, Team};
use crate::render::icons::Icon;

/// Which list is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Page {
    Owners,
    Teams,
    Channels,
    Personas,
    Stakeholders,
}

/// What is being edited, as a copy.
#[derive(Clone, PartialEq, Debug)]
enum Form {
    Owner(Owner),
    Team(Team),
    Channel(Channel),
    Persona(Persona),
    Stakeholder(Stakeholder),
}

/// What the dialogs remember between frames.
#[derive(Default)]
pub struct People {
    page: Option<Page>,
    form: Option<Form>,
}

impl People {
    /// Opens the list of owners.
    pub fn open_owners(&mut self) {
        (self.page, self.form) = (Some(Page::Owners), None);
    }

    /// Opens the list of teams.
    pub fn open_teams(&mut self) {
        (self.page, self.form) = (Some(Page::Teams), None);
    }

    /// Opens the list of channels.
    pub fn open_channels(&mut self) {
        (self.page, self.form) = (Some(Page::Channels), None);
    }

    /// Opens the list of personas.
    pub fn open_personas(&mut self) {
        (self.page, self.form) = (Some(Page::Personas), None);
    }

    /// Opens the list of stakeholders.
    pub fn open_stakeholders(&mut self) {
        (self.page, self.form) = (Some(Page::Stakeholders), None);
    }

    /// Shows the dialog that is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(mut page) = self.page else { return };
        let title = ctx.t(match page {
            Page::Owners => "people-owners",
            Page::Teams => "people-teams",
            Page::Channels => "people-channels",
            Page::Personas => "people-personas",
            Page::Stakeholders => "people-stakeholders",
        });
        let close = ctx.t("people-close");
        let dialog = Dialog::new("people", &title, &close).width(560.0);
        let end = dialog.show(egui, ctx.theme, |ui| {
            let before = page;
            forms::pages(ui, ctx, &mut page);
            if page != before {
                self.form = None;
            }
            forms::page_ui(ui, ctx, page, &mut self.form, out);
        });
        self.page = Some(page);
        if end.closed {
            (self.page, self.form) = (None, None);
        }
    }
}

/// The icon of a channel.
#[must_use]
pub fn channel_icon(kind: ChannelKind) -> Icon {
    crate::render::map::channel_icon(Some(kind))
}
