//! The filter of what was written: a field while one types, a chip once it counts.
//!
//! Return looks the words up, Escape leaves things as they were.

use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::{Chip, Field};
use crate::render::icons::Icon;
use crate::scores::{Filter, Written};
use egui::{Id, Key, Ui};

/// Width of the field.
const WIDTH: f32 = 190.0;

/// What is being typed.
#[derive(Default)]
pub(super) struct Typed {
    text: String,
    /// Whether the field has had the focus.
    begun: bool,
}

impl Typed {
    /// The words of a filter, to be changed.
    pub fn of(filter: &Filter) -> Self {
        let text = filter.written.as_ref().map(|w| w.text.clone()).unwrap_or_default();
        Self { text, begun: false }
    }
}

/// What a press on the chip asks for.
pub(super) enum Asked {
    /// Other words.
    Edit,
    /// No words.
    Remove,
}

/// Shows the field; true when it is done with.
pub(super) fn field_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    typed: &mut Typed,
    out: &mut Vec<UiAction>,
) -> bool {
    let id = Id::unique("filter_text");
    let field = Field::new(&mut typed.text, ctx.t("filter-text"))
        .hint(ctx.t("filter-text-hint"))
        .icon(Icon::of("search"))
        .width(WIDTH)
        .id(id)
        .show(ui, ctx.theme);
    if !typed.begun {
        field.request_focus();
        typed.begun = true;
        return false;
    }
    if !field.lost_focus() {
        return false;
    }
    if !ui.input(|i| i.key_pressed(Key::Escape)) {
        let text = typed.text.trim().to_owned();
        let written = (!text.is_empty()).then(|| Written::new(text));
        let text_of = |w: &Option<Written>| w.as_ref().map(|w| w.text.clone());
        if text_of(&written) != text_of(&ctx.view.filter.written) {
            out.push(UiAction::look(ctx, |view| view.filter.written = written));
        }
    }
    true
}

/// Shows the words that count.
pub(super) fn chip_ui(ui: &mut Ui, ctx: &Ctx<'_>, caption: &str) -> Option<Asked> {
    let written = ctx.view.filter.written.as_ref()?;
    let value = if written.found.is_some() {
        written.text.clone()
    } else {
        ctx.t1("filter-text-busy", "text", written.text.as_str())
    };
    let chip = Chip::new(caption, value).removable(ctx.t1("filter-remove", "name", caption));
    let shown = chip.show(ui, ctx.theme);
    if shown.removed {
        return Some(Asked::Remove);
    }
    shown.response.on_hover_text(ctx.t("filter-text-customers")).clicked().then_some(Asked::Edit)
}
