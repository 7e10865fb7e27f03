//! Cut, copy and paste of cards: within the program with all they have, elsewhere as text.
//!
//! The system's clipboard holds text; what it stands for is remembered as long as it is the same.

use super::context::UiAction;
use super::state::App;
use super::widgets::Toast;
use crate::document::clip::{Clip, paste_table, table_of};
use crate::model::{BlobId, CardRef, JourneyId, LaneId, Message, Spot};

/// What was copied last, and its text on the system's clipboard.
#[derive(Default)]
pub struct Clipboard {
    clip: Clip,
    text: String,
}

impl App {
    /// Copies cards.
    pub(super) fn copy_cards(&mut self, egui: &egui::Context, cards: &[CardRef]) {
        let Some(document) = self.world.desk.document() else {
            self.toasts.push(Toast::error(Message::new("app-busy")));
            return;
        };
        // A picture that cannot be read is left out of the copy.
        let kept = |id: BlobId| document.blob(id).ok().flatten();
        let clip = Clip::of(document.model(), cards, &kept);
        if clip.is_empty() {
            return;
        }
        let text = clip.text();
        egui.copy_text(text.clone());
        let told = Message::new("canvas-copied").with("count", clip.len());
        self.toasts.push(Toast::done(told));
        self.clipboard = Clipboard { clip, text };
    }

    /// Pastes text of the system's clipboard into a cell: cards that were copied here come back
    /// whole, a table or a list becomes cards.
    pub(super) fn paste(
        &mut self,
        egui: &egui::Context,
        text: &str,
        (journey, column, lane): (JourneyId, Spot, LaneId),
    ) {
        let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
        let own = !self.clipboard.clip.is_empty() && plain(text) == plain(&self.clipboard.text);
        let model = self.world.model();
        let command = if own {
            self.clipboard.clip.paste(model, journey, column, lane)
        } else {
            paste_table(model, journey, column, lane, &table_of(text))
        };
        match command {
            Ok(command) => self.perform(egui, UiAction::Run(command)),
            Err(refusal) => self.toasts.push(Toast::error(refusal.0)),
        }
    }
}
