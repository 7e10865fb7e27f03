//! Pictures that hang on a card: what they are, how large, in which order.
//!
//! Choosing and reading a file is the window's work; here it is only asked for.

use super::{Inspector, Parts};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, IconButton, label};
use crate::document::Command;
use crate::model::{Attachment, Holder, Message};
use crate::render::icons::Icon;
use egui::{Margin, Ui, vec2};

impl Inspector {
    pub(super) fn pictures_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, holder: Holder) {
        let ctx = parts.ctx;
        let all = ctx.model.pictures_of(holder);
        if !self.section(ui, ctx, "inspector-pictures", None) {
            return;
        }
        for (index, picture) in all.iter().enumerate() {
            picture_ui(ui, parts, picture, index);
        }
        let add = Button::new(ctx.t("inspector-add-picture")).small();
        let add = add.icon(Icon::of("add_photo_alternate")).disabled_because(ctx.why_fixed());
        if add.show(ui, ctx.theme).clicked() {
            parts.out.push(UiAction::PictureDialog(holder));
        }
    }
}

fn picture_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, picture: &Attachment, index: usize) {
    let ctx = parts.ctx;
    let frame = egui::Frame::new().fill(ctx.theme.lane).corner_radius(6);
    frame.inner_margin(Margin::symmetric(10, 6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        ui.horizontal(|ui| {
            let room = ui.available_width() - 60.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                let name = egui::RichText::new(&picture.name);
                let name = name.font(fonts::regular(12.5)).color(ctx.theme.ink);
                ui.add(egui::Label::new(name).truncate());
                label(ui, size(ctx, picture), fonts::regular(11.5), ctx.theme.ink3);
            });
            let name = picture.name.as_str();
            let up = IconButton::new(
                Icon::of("arrow_upward"),
                ctx.t1("inspector-picture-first", "name", name),
            );
            let up = up.disabled_because(ctx.why_fixed()).enabled(index > 0);
            if up.show(ui, ctx.theme).clicked() {
                let (attachment, index) = (picture.id, index - 1);
                parts.out.push(UiAction::Run(Command::MovePicture { attachment, index }));
            }
            let remove = IconButton::new(
                Icon::of("delete"),
                ctx.t1("inspector-remove-picture", "name", name),
            );
            if remove.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                let told = Message::new("inspector-picture-removed").with("name", name);
                let command = Command::DeletePicture { attachment: picture.id };
                parts.out.push(UiAction::RunAndTell(command, told));
            }
        });
    });
}

/// "800 × 600, 120 kB".
fn size(ctx: &Ctx<'_>, picture: &Attachment) -> String {
    let message = Message::new("inspector-picture-size")
        .with("width", picture.width)
        .with("height", picture.height)
        .with("kilobytes", (picture.size + 999) / 1000);
    ctx.texts.say(&message)
}
