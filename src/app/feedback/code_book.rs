//! The code book: themes and their rules, edited in a dialog with a count of what the rules find in the
//! comments that are listed.
//!
//! Keeps a copy while it is edited; saving is one command, and what is wrong is said before.

use super::pages::Pages;
use super::themes::add_start;
use crate::analysis::themes::{CodeBook, Tagger};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{
    Button, ButtonLook, Dialog, DropDown, Field, IconButton, MenuItem, caption, focus_ring, label,
    menu, menu_line, paint_line, segmented,
};
use crate::app::work::finished;
use crate::document::{Chosen, Command, Document, plan};
use crate::jobs::{Job, Reporter};
use crate::model::{Message, Tell, Theme, ThemeId, ThemeLang};
use crate::render::icons::Icon;
use egui::accesskit::Role;
use egui::{Align, Align2, Layout, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Typing rests so long before it is counted.
const REST: Duration = Duration::from_millis(250);
/// Width of the dialog, and of its list.
const WIDTH: f32 = 720.0;
const LIST: f32 = 210.0;
/// Height of what stands below the form.
const FOOT: f32 = 70.0;

/// A theme while it is edited: rules as lines.
#[derive(Clone, PartialEq)]
struct Form {
    theme: Theme,
    include: String,
    exclude: String,
    fresh: bool,
}

impl Form {
    fn of(theme: &Theme) -> Self {
        let (include, exclude) = (theme.include.join("\n"), theme.exclude.join("\n"));
        Self { theme: theme.clone(), include, exclude, fresh: false }
    }

    fn new() -> Self {
        let theme = Theme {
            id: ThemeId::fresh(),
            name: String::new(),
            lang: ThemeLang::Any,
            touchpoint: None,
            include: Vec::new(),
            exclude: Vec::new(),
            position: 0,
        };
        Self { theme, include: String::new(), exclude: String::new(), fresh: true }
    }

    /// The theme as it would be saved.
    fn theme(&self) -> Theme {
        let rules = |text: &str| {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.map(str::to_owned).collect()
        };
        Theme { include: rules(&self.include), exclude: rules(&self.exclude), ..self.theme.clone() }
    }

    fn command(&self) -> Command {
        let Theme { id, name, lang, touchpoint, include, exclude, .. } = self.theme();
        Command::PutTheme { id, name, lang, touchpoint, include, exclude }
    }
}

/// How many of the comments listed the rules find.
struct Counted {
    theme: Theme,
    list: (u64, usize),
    found: usize,
    of: usize,
}

/// What the dialog remembers between frames.
#[derive(Default)]
pub(super) struct BookDialog {
    open: bool,
    form: Option<Form>,
    /// The form that was seen last, and since when.
    since: Option<(Theme, Instant)>,
    counting: Option<Job<Option<Counted>>>,
    counted: Option<Counted>,
}

impl BookDialog {
    /// Opens the code book, at a theme when one is given.
    pub fn open(&mut self, theme: Option<&Theme>) {
        (self.open, self.form) = (true, theme.map(Form::of));
    }

    /// Opens the code book with a new theme.
    pub fn begin(&mut self) {
        (self.open, self.form) = (true, Some(Form::new()));
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Counts what the rules find, once typing rests.
    pub fn refresh(&mut self, egui: &egui::Context, document: &Document, pages: &Pages) {
        if let Some(result) = finished(&mut self.counting) {
            self.counted = result.flatten().or(self.counted.take());
        }
        let Some(form) = self.form.as_ref().filter(|_| self.open) else { return };
        let (Some((_, index)), Some((list, hits))) = (pages.index(), pages.hits()) else { return };
        let (theme, list) = (form.theme(), (list, hits.len()));
        let is_of = |counted: &Counted| counted.theme == theme && counted.list == list;
        if self.counted.as_ref().is_some_and(is_of) || self.counting.is_some() {
            return;
        }
        let since = match &self.since {
            Some((seen, since)) if *seen == theme => *since,
            _ => Instant::now(),
        };
        self.since = Some((theme.clone(), since));
        let left = REST.saturating_sub(since.elapsed());
        if !left.is_zero() {
            return egui.request_repaint_after(left);
        }
        let Ok(reader) = document.reader() else { return };
        let (index, hits, wake) = (Arc::clone(index), Arc::clone(hits), egui.clone());
        let work = move |reporter: &Reporter| {
            let book = CodeBook::new(&[&theme]);
            let mut tagger = Tagger::new(&book, index.len());
            let chosen = Chosen { places: hits.to_vec(), withheld: false };
            let each =
                &mut |place: u32, text: &str| tagger.tag(place, text, index.touchpoint(place));
            reader.comment_texts(&index, &chosen, reporter, each).ok()?;
            let tags = tagger.finish();
            let found = hits.iter().filter(|place| !tags.has_none(**place)).count();
            Some(Counted { theme, list, found, of: hits.len() })
        };
        self.counting = Job::start("rules", move || wake.request_repaint(), work).ok();
    }

    /// Shows the dialog.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        if !self.open {
            return;
        }
        let room = egui.content_rect();
        let width = WIDTH.min(room.width() - 60.0);
        let height = (room.height() - 150.0).clamp(260.0, 520.0);
        let (title, close) = (ctx.t("feedback-book"), ctx.t("feedback-book-close"));
        let dialog = Dialog::new("code_book", &title, &close).width(width);
        let end = dialog.show(egui, ctx.theme, |ui| {
            caption(ui, ctx.theme, ctx.t("feedback-book-why"));
            ui.add_space(6.0);
            let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            let left = rect.with_max_x(rect.left() + LIST);
            ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("book_list"), |ui| {
                self.list_ui(ui, ctx, height, out);
            });
            let right = rect.with_min_x(left.right() + 18.0);
            let foot = right.with_min_y(right.bottom() - FOOT);
            let form = right.with_max_y(foot.top() - 8.0);
            ui.scope_builder(UiBuilder::new().max_rect(foot).id_salt("book_foot"), |ui| {
                self.foot_ui(ui, ctx, out);
            });
            ui.scope_builder(UiBuilder::new().max_rect(form).id_salt("book_form"), |ui| {
                let area = ScrollArea::vertical().id_salt("book_form_rows").auto_shrink(false);
                area.show(ui, |ui| {
                    ui.set_width(right.width() - 8.0);
                    self.form_ui(ui, ctx);
                });
            });
        });
        if end.closed {
            (self.open, self.form) = (false, None);
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, height: f32, out: &mut Vec<UiAction>) {
        ui.spacing_mut().item_spacing.y = 2.0;
        let area = ScrollArea::vertical().id_salt("book_themes").max_height(height - 82.0);
        area.auto_shrink(false).show(ui, |ui| {
            for theme in ctx.model.themes_in_order() {
                let on = self.form.as_ref().is_some_and(|form| form.theme.id == theme.id);
                if theme_ui(ui, ctx, theme, on) && !on {
                    self.form = Some(Form::of(theme));
                }
            }
            if ctx.model.themes.is_empty() {
                caption(ui, ctx.theme, ctx.t("feedback-themes-none"));
            }
        });
        ui.add_space(6.0);
        let fixed = ctx.why_fixed();
        let add = Button::new(ctx.t("feedback-theme-new")).icon(Icon::of("add"));
        if add.disabled_because(fixed.clone()).show(ui, ctx.theme).clicked() {
            self.form = Some(Form::new());
        }
        let name = ctx.t("feedback-start");
        let start = DropDown::new(name.clone(), name.clone()).max_width(LIST);
        let start = start.enabled(fixed.is_none()).show(ui, ctx.theme);
        menu(&start, ctx.theme, &name, LIST, |ui| {
            for (lang, key) in
                [(ThemeLang::Nl, "feedback-start-nl"), (ThemeLang::En, "feedback-start-en")]
            {
                if MenuItem::new(ctx.t(key)).show(ui, ctx.theme) {
                    out.push(add_start(lang));
                }
            }
        });
    }

    fn form_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(form) = &mut self.form else {
            caption(ui, ctx.theme, ctx.t("feedback-book-choose"));
            return;
        };
        let fixed = ctx.why_fixed();
        let (enabled, width) = (fixed.is_none(), ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        let name = Field::new(&mut form.theme.name, ctx.t("feedback-theme-name")).labelled();
        name.width(width).enabled(enabled).show(ui, ctx.theme);
        ui.horizontal(|ui| {
            let options = ThemeLang::ALL.map(|lang| (lang, ctx.t(lang.name_key())));
            segmented(ui, ctx.theme, &options, &mut form.theme.lang);
            touchpoint_ui(ui, ctx, form);
        });
        for (text, key, rows) in [
            (&mut form.include, "feedback-theme-include", 7),
            (&mut form.exclude, "feedback-theme-exclude", 3),
        ] {
            let field = Field::new(text, ctx.t(key)).labelled().rows(rows);
            field.width(width).enabled(enabled).show(ui, ctx.theme);
        }
    }

    /// What is wrong, what the rules find, and the buttons: below the form, so that they always show.
    fn foot_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Some(form) = &self.form else { return };
        let (fixed, command, theme) = (ctx.why_fixed(), form.command(), form.theme());
        let known = ctx.model.themes.get(&theme.id);
        let altered = known != Some(&theme);
        let begun = !form.include.trim().is_empty() && !theme.name.trim().is_empty();
        // What would be refused is said while it is typed.
        let wrong = plan(ctx.model, &command).err().filter(|_| altered && begun);
        if let Some(refusal) = &wrong {
            let text = ctx.texts.say(&refusal.message());
            label(ui, text, fonts::regular(12.0), ctx.theme.err);
        } else {
            let counted = self.counted.as_ref().filter(|counted| counted.theme == theme);
            let text = counted.map(|counted| {
                let found = Message::new("feedback-rules-find").with("count", counted.found);
                ctx.texts.say(&found.with("of", counted.of))
            });
            caption(ui, ctx.theme, text.unwrap_or_else(|| ctx.t("feedback-rules-counting")));
        }
        let (id, exists) = (theme.id, known.is_some());
        let mut deleted = false;
        ui.horizontal(|ui| {
            let save = Button::primary(ctx.t("feedback-theme-save"));
            let save = save.enabled(altered && begun && wrong.is_none() && fixed.is_none());
            if save.show(ui, ctx.theme).clicked() {
                out.push(UiAction::Run(command));
            }
            if exists {
                let delete = Button::quiet(ctx.t("feedback-theme-delete")).look(ButtonLook::Danger);
                let delete = delete.icon(Icon::of("delete")).disabled_because(fixed.clone());
                if delete.show(ui, ctx.theme).clicked() {
                    let told = Message::new("feedback-theme-deleted");
                    let told = told.with("name", theme.name.as_str());
                    out.push(UiAction::RunAndTell(Command::DeleteTheme { theme: id }, told));
                    deleted = true;
                }
                order_ui(ui, ctx, id, out);
            }
        });
        if deleted {
            self.form = None;
        }
    }
}

/// The buttons that move a theme among the others.
fn order_ui(ui: &mut Ui, ctx: &Ctx<'_>, id: ThemeId, out: &mut Vec<UiAction>) {
    let all = ctx.model.themes_in_order();
    let Some(at) = all.iter().position(|theme| theme.id == id) else { return };
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        for (icon, key, to) in [
            ("arrow_downward", "feedback-theme-down", Some(at + 1).filter(|to| *to < all.len())),
            ("arrow_upward", "feedback-theme-up", at.checked_sub(1)),
        ] {
            let button = IconButton::new(Icon::of(icon), ctx.t(key));
            let pressed = button.show(ui, ctx.theme).clicked();
            if let Some(index) = to.filter(|_| pressed && ctx.why_fixed().is_none()) {
                out.push(UiAction::Run(Command::MoveTheme { theme: id, index }));
            }
        }
    });
}

/// The touchpoint to which a theme is bound.
fn touchpoint_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut Form) {
    let chosen = form.theme.touchpoint.and_then(|id| ctx.model.touchpoints.get(&id));
    let anywhere = ctx.t("feedback-theme-anywhere");
    let value = chosen.map_or_else(|| anywhere.clone(), |t| t.title.clone());
    let name = ctx.t("feedback-theme-where");
    let button = DropDown::new(name.clone(), value).max_width(ui.available_width());
    let button = button.show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 250.0, |ui| {
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            let all = MenuItem::new(anywhere).selected(form.theme.touchpoint.is_none());
            if all.show(ui, ctx.theme) {
                form.theme.touchpoint = None;
            }
            menu_line(ui, ctx.theme);
            for id in crate::document::verbatims::in_order(ctx.model) {
                let Some(touchpoint) = ctx.model.touchpoints.get(&id) else { continue };
                let item = MenuItem::new(&touchpoint.title);
                if item.selected(form.theme.touchpoint == Some(id)).show(ui, ctx.theme) {
                    form.theme.touchpoint = Some(id);
                }
            }
        });
    });
}

/// One theme of the list; true when it was pressed.
fn theme_ui(ui: &mut Ui, ctx: &Ctx<'_>, theme: &Theme, on: bool) -> bool {
    let colors = ctx.theme;
    let size = vec2(ui.available_width() - 8.0, 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, on, &theme.name));
    if on {
        ui.painter().rect_filled(rect, 7.0, colors.tint);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 7.0, colors.hover);
    }
    if response.has_focus() {
        focus_ring(ui, colors, rect.shrink(1.0), 7.0);
    }
    let at = rect.left_center() + vec2(8.0, 0.0);
    let font = if on { fonts::strong(12.5) } else { fonts::regular(12.5) };
    let room = rect.width() - 16.0;
    paint_line(ui, at, Align2::LEFT_CENTER, &theme.name, font, colors.ink, room);
    response.clicked()
}
