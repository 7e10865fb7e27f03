//! What the window does with templates: new maps from them, and maps saved as one.
//!
//! Reading and writing their files is `own_templates`' work.

use super::context::UiAction;
use super::own_templates::{self, OwnTemplate, OwnTemplates};
use super::state::App;
use super::widgets::Toast;
use crate::document::outline::template_of;
use crate::model::Message;

impl App {
    /// Asks what the template of the shown map is called.
    pub(super) fn ask_template_name(&mut self) {
        let journey = self.world.ctx().journey();
        if let Some(journey) = journey.and_then(|id| self.world.model().journeys.get(&id)) {
            let name = journey.name.clone();
            self.sheets.save_template(&name);
        }
    }

    /// Keeps the shown map as a template.
    pub(super) fn save_template(&mut self, title: &str) {
        let Some(journey) = self.world.ctx().journey() else { return };
        let outline = template_of(self.world.model(), journey);
        match own_templates::save(&self.world.folders.data, title, outline) {
            Ok(title) => {
                self.look_for_templates();
                let text = Message::new("app-template-kept").with("title", title);
                self.toasts.push(Toast::done(text));
            }
            Err(text) => self.toasts.push(Toast::error(text)),
        }
    }

    /// Makes a new map from a template that a person saved.
    pub(super) fn new_from_own(&mut self, egui: &egui::Context, name: &str) {
        // The file may have gone or changed since it was listed.
        self.look_for_templates();
        match self.world.own_templates.get(name) {
            Some(template) => {
                let outline = template.outline.clone();
                self.new_of(egui, &outline);
            }
            None => {
                let text = Message::new("app-template-gone").with("name", name);
                self.toasts.push(Toast::error(text));
            }
        }
    }

    /// Deletes a template that a person saved, and offers it back.
    pub(super) fn delete_own_template(&mut self, name: &str) {
        let deleted = own_templates::delete(&self.world.folders.data, name);
        let was = self.world.own_templates.get(name).cloned();
        self.look_for_templates();
        match (deleted, was) {
            (Ok(()), Some(template)) => {
                let title = template.outline.title.clone();
                let text = Message::new("app-template-deleted").with("title", title);
                let back = UiAction::RestoreOwnTemplate(Box::new(template));
                self.toasts.push(Toast::done(text).with_action("app-undo", back));
            }
            (Ok(()), None) => {}
            (Err(text), _) => self.toasts.push(Toast::error(text)),
        }
    }

    /// Puts back a template that was deleted.
    pub(super) fn restore_own_template(&mut self, template: &OwnTemplate) {
        if let Err(text) = own_templates::restore(&self.world.folders.data, template) {
            self.toasts.push(Toast::error(text));
        }
        self.look_for_templates();
    }

    /// Reads the person's templates anew.
    pub(super) fn look_for_templates(&mut self) {
        self.world.own_templates = OwnTemplates::load(&self.world.folders.data);
    }
}
