//! Small dialogs about the document: its name, its properties.
//!
//! Holds only what is typed; pushes a command when it is accepted.

use super::actions::TABLE;
use super::context::{Ctx, UiAction};
use super::fonts;
use super::shell::key_cap;
use super::widgets::{Button, Dialog, Field, caption, label, paint_line};
use crate::document::Command;
use crate::model::query::same_name;
use crate::model::{Message, SavedViewId, SettingKey};
use egui::{Align, Key, Layout, Ui};

/// The dialog that is open, if any.
#[derive(Default)]
pub struct Sheets {
    open: Option<Sheet>,
}

enum Sheet {
    Rename { title: String, fresh: bool },
    SaveTemplate { title: String, fresh: bool },
    SaveView { title: String, what: String, fresh: bool },
    Properties,
    Keys,
}

impl Sheets {
    /// Opens the dialog for the document's name.
    pub fn rename(&mut self, title: &str) {
        self.open = Some(Sheet::Rename { title: title.to_owned(), fresh: true });
    }

    /// Opens the dialog for the name of a template.
    pub fn save_template(&mut self, title: &str) {
        self.open = Some(Sheet::SaveTemplate { title: title.to_owned(), fresh: true });
    }

    /// Opens the dialog for the name of a saved view.
    pub fn save_view(&mut self, title: &str, what: String) {
        self.open = Some(Sheet::SaveView { title: title.to_owned(), what, fresh: true });
    }

    /// Opens the document's properties.
    pub fn properties(&mut self) {
        self.open = Some(Sheet::Properties);
    }

    /// Opens the list of keyboard shortcuts.
    pub fn keys(&mut self) {
        self.open = Some(Sheet::Keys);
    }

    /// Whether a dialog is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Shows the dialog that is open.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, actions: &mut Vec<UiAction>) {
        let Some(sheet) = &mut self.open else { return };
        let key = match sheet {
            Sheet::Rename { .. } => "app-rename-title",
            Sheet::SaveTemplate { .. } => "app-save-template-title",
            Sheet::SaveView { .. } => "app-save-view-title",
            Sheet::Properties => "app-properties-title",
            Sheet::Keys => "app-keys-title",
        };
        let (title, close) = (ctx.t(key), ctx.t("app-close"));
        let dialog = Dialog::new("sheet", &title, &close).width(400.0);
        let end = dialog.show(egui, ctx.theme, |ui| match sheet {
            Sheet::Rename { title, fresh } => rename_ui(ui, ctx, title, fresh, actions),
            Sheet::SaveTemplate { title, fresh } => {
                save_template_ui(ui, ctx, title, fresh, actions)
            }
            Sheet::SaveView { title, what, fresh } => {
                let keys = ("app-save-view-field", "app-save-view");
                let accepted = name_ui(ui, ctx, title, fresh, keys);
                let is_accepted = accepted.is_some();
                actions.extend(accepted.map(|name| put_view(ctx, name, what)));
                is_accepted
            }
            Sheet::Properties => {
                properties_ui(ui, ctx);
                false
            }
            Sheet::Keys => {
                keys_ui(ui, ctx);
                false
            }
        });
        if end.closed || end.inner {
            self.open = None;
        }
    }
}

/// Keeps a view; one of that name is replaced.
fn put_view(ctx: &Ctx<'_>, name: String, what: &str) -> UiAction {
    let known = ctx.model.views.values().find(|v| same_name(&v.name, &name));
    let id = known.map_or_else(SavedViewId::fresh, |view| view.id);
    let told = Message::new("app-view-saved").with("name", name.as_str());
    UiAction::RunAndTell(Command::PutView { id, name, what: what.to_owned() }, told)
}

/// True when the name was accepted.
fn rename_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    title: &mut String,
    fresh: &mut bool,
    actions: &mut Vec<UiAction>,
) -> bool {
    let accepted = name_ui(ui, ctx, title, fresh, ("app-rename-field", "app-rename"));
    let is_accepted = accepted.is_some();
    actions.extend(
        accepted.map(|value| UiAction::Run(Command::Set { key: SettingKey::Title, value })),
    );
    is_accepted
}

/// True when the name was accepted.
fn save_template_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    title: &mut String,
    fresh: &mut bool,
    actions: &mut Vec<UiAction>,
) -> bool {
    caption(ui, ctx.theme, ctx.t("app-save-template-what"));
    ui.add_space(8.0);
    let keys = ("app-save-template-field", "app-save-template");
    let accepted = name_ui(ui, ctx, title, fresh, keys);
    let is_accepted = accepted.is_some();
    actions.extend(accepted.map(UiAction::SaveTemplate));
    is_accepted
}

/// A field for a name and a button below it; gives the name when it was accepted.
fn name_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    name: &mut String,
    fresh: &mut bool,
    (field, button): (&'static str, &'static str),
) -> Option<String> {
    let field = Field::new(name, ctx.t(field)).width(400.0).show(ui, ctx.theme);
    if std::mem::take(fresh) {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
    ui.add_space(8.0);
    let pressed = ui
        .with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button::primary(ctx.t(button));
            button.enabled(!name.trim().is_empty()).show(ui, ctx.theme).clicked()
        })
        .inner;
    let name = name.trim();
    ((entered || pressed) && !name.is_empty()).then(|| name.to_owned())
}

fn keys_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    egui::ScrollArea::vertical().max_height(420.0).auto_shrink([false, true]).show(ui, |ui| {
        for action in TABLE.iter().filter(|action| !action.keys.is_empty()) {
            let size = egui::vec2(ui.available_width(), 26.0);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            let text = ctx.t(action.text);
            let font = fonts::regular(12.5);
            let align = egui::Align2::LEFT_CENTER;
            paint_line(ui, rect.left_center(), align, &text, font, ctx.theme.ink, rect.width());
            key_cap(ui, ctx, rect.right_center() - egui::vec2(12.0, 0.0), &action.shortcut());
        }
    });
}

fn properties_ui(ui: &mut Ui, ctx: &Ctx<'_>) {
    let model = ctx.model;
    let responses: i64 = model.batches.values().map(|b| b.responses).sum();
    let answers: i64 = model.batches.values().map(|b| b.answers).sum();
    let count = |n: usize| ctx.texts.int(i64::try_from(n).unwrap_or(i64::MAX));
    let path = ctx.document.and_then(|d| d.path).map(|p| p.display().to_string());
    let rows = [
        ("app-properties-file", path.unwrap_or_else(|| ctx.t("app-not-kept"))),
        ("app-properties-journeys", count(model.journeys.len())),
        ("app-properties-touchpoints", count(model.touchpoints.len())),
        ("app-properties-surveys", count(model.surveys.len())),
        ("app-properties-responses", ctx.texts.int(responses)),
        ("app-properties-answers", ctx.texts.int(answers)),
    ];
    egui::Grid::new("properties").num_columns(2).spacing([16.0, 6.0]).show(ui, |ui| {
        for (key, value) in rows {
            label(ui, ctx.t(key), fonts::regular(12.5), ctx.theme.ink3);
            ui.set_max_width(270.0);
            label(ui, value, fonts::regular(12.5), ctx.theme.ink);
            ui.end_row();
        }
    });
}
