//! The pictures that hang on something: what they show, how large they are, in which order.
//!
//! Choosing and reading a file is the window's work; here it is only asked for.

use super::context::{Ctx, UiAction};
use super::fonts;
use super::textures::Textures;
use super::widgets::{Button, IconButton, label};
use crate::document::Command;
use crate::model::{Attachment, Holder, Message};
use crate::render::icons::Icon;
use egui::{Margin, Sense, Ui, vec2};

/// Width and height of a picture in the list.
const SHOWN: egui::Vec2 = vec2(52.0, 40.0);

/// The list of the pictures that hang on `holder`, and a button to add one.
pub fn attached_ui(ui: &mut Ui, ctx: &Ctx<'_>, holder: Holder, out: &mut Vec<UiAction>) {
    for (index, picture) in ctx.model.pictures_of(holder).into_iter().enumerate() {
        picture_ui(ui, ctx, picture, index, out);
    }
    let add = Button::new(ctx.t("inspector-add-picture")).small();
    let add = add.icon(Icon::of("add_photo_alternate")).disabled_because(ctx.why_fixed());
    if add.show(ui, ctx.theme).clicked() {
        out.push(UiAction::PictureDialog(holder));
    }
}

fn picture_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    picture: &Attachment,
    index: usize,
    out: &mut Vec<UiAction>,
) {
    let frame = egui::Frame::new().fill(ctx.theme.lane).corner_radius(6);
    frame.inner_margin(Margin::same(6)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
        ui.horizontal(|ui| {
            let (place, _) = ui.allocate_exact_size(SHOWN, Sense::hover());
            Textures::paint(ui, picture, place, 4.0);
            let room = ui.available_width() - 64.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                ui.add_space(3.0);
                let name = egui::RichText::new(&picture.name);
                let name = name.font(fonts::regular(12.5)).color(ctx.theme.ink);
                ui.add(egui::Label::new(name).truncate());
                label(ui, size(ctx, picture), fonts::regular(11.5), ctx.theme.ink3);
            });
            ui.spacing_mut().item_spacing.x = 0.0;
            let name = picture.name.as_str();
            let up = ctx.t1("inspector-picture-first", "name", name);
            let up = IconButton::new(Icon::of("arrow_upward"), up);
            let up = up.disabled_because(ctx.why_fixed()).enabled(index > 0);
            if up.show(ui, ctx.theme).clicked() {
                let (attachment, index) = (picture.id, index - 1);
                out.push(UiAction::Run(Command::MovePicture { attachment, index }));
            }
            let remove = ctx.t1("inspector-remove-picture", "name", name);
            let remove = IconButton::new(Icon::of("delete"), remove);
            if remove.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                let told = Message::new("inspector-picture-removed").with("name", name);
                let command = Command::DeletePicture { attachment: picture.id };
                out.push(UiAction::RunAndTell(command, told));
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
