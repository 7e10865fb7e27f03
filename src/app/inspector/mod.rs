//! The inspector: everything about what is selected, in the right part of the window.
//!
//! Shows what was computed in `logic`; changes go out as actions, typing is kept until Enter or
//! the focus leaves.

/// The arrows of a card.
mod arrows;
/// What is computed for a touchpoint.
pub mod data;
/// Faces to choose a feeling by.
mod faces;
/// Charts, scores, verbatims.
mod figures;
/// Stages and lanes: how they are drawn.
mod grid;
/// Colour, tags, links and the like.
mod marks;
/// What the team says among itself.
mod remarks;
/// A name and its value.
mod rows;
/// Heads of sections.
mod section;
/// Stages, steps, lanes, notes.
mod simple;
/// Icon, title, moment of truth.
mod title;
/// Touchpoints.
mod touchpoint;
/// Channels, owner, department.
mod whose;

pub(in crate::app) use data::{verbatim, why_none};
pub(in crate::app) use figures::verbatim_ui;

use super::context::{Ctx, UiAction};
use super::derived::Derived;
use super::fonts;
use super::map::Canvas;
use super::overlay_panel::Goal;
use super::people::People;
use super::regions::{self, Region};
use super::theme::{Depth, Theme};
use super::trend::scored;
use super::widgets::{Button, IconButton, paint_icon, paint_line};
use crate::analysis::{ControlChart, ControlRequest, Scope};
use crate::document::{Command, Document};
use crate::model::{Audience, LaneId, PlacementId, StageId, TouchpointId};
use crate::render::figure_words;
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use crate::scores::{Filter, Period};
use crate::text::Lang;
use data::Details;
use egui::{
    Align2, CursorIcon, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, pos2,
    vec2,
};
pub(super) use figures::chart;

/// Inset of the panel.
pub(super) const INSET: f32 = 20.0;
/// Width of the panel, and how far its edge can be dragged.
const WIDTH: f32 = 332.0;
const WIDE: f32 = 380.0;
const WIDTHS: std::ops::RangeInclusive<f32> = 280.0..=480.0;

/// Distance of scroll bars from the edge of the window.
const BAR: f32 = 4.0;

/// What the details were computed from.
#[derive(Clone, PartialEq, Debug)]
struct DetailsKey {
    about: Scope,
    overlay: u64,
    revision: u64,
    lang: Lang,
    dark: bool,
    palette: crate::render::color_scale::Palette,
    width: f32,
    asked: bool,
}

/// What the trend was computed from.
#[derive(Clone, PartialEq, Debug)]
struct CourseKey {
    request: ControlRequest,
    filter: Filter,
    revisions: (u64, u64),
}

/// A text that is being typed, and of what it is a part.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Draft {
    subject: Subject,
    part: &'static str,
    text: String,
}

/// What the inspector remembers between frames.
#[derive(Default)]
pub struct Inspector {
    key: Option<DetailsKey>,
    details: Details,
    goal: Goal,
    /// The trend of what is shown: it does not follow the period, so a brush that moves leaves it.
    course: Option<(CourseKey, ControlChart)>,
    width: Option<f32>,
    draft: Option<Draft>,
    /// What is being typed to be added: a tag, a link, a remark.
    entry: Option<Draft>,
    /// Sections that are folded.
    folded: std::collections::BTreeSet<&'static str>,
    owner_wanted: bool,
}

/// The parts that a painter of one kind of thing needs.
pub(super) struct Parts<'a, 'c> {
    pub ctx: &'a Ctx<'c>,
    pub canvas: &'a mut Canvas,
    pub people: &'a mut People,
    pub out: &'a mut Vec<UiAction>,
}

impl Inspector {
    /// Width of the panel in a window of that width.
    #[must_use]
    pub fn width(&self, window: f32) -> f32 {
        self.width.unwrap_or(if window >= 1920.0 { WIDE } else { WIDTH })
    }

    /// Opens the list of owners at the next chance.
    pub fn choose_owner(&mut self) {
        self.owner_wanted = true;
    }

    /// Computes what is shown of the selected touchpoint, when it is stale.
    pub fn refresh(
        &mut self,
        ctx: &Ctx<'_>,
        derived: &Derived,
        document: Option<&Document>,
        selected: Option<Subject>,
    ) {
        let Some(about) = scored(ctx.model, selected) else {
            return;
        };
        let key = DetailsKey {
            about,
            overlay: derived.overlay_revision(),
            revision: ctx.revision,
            lang: ctx.texts.lang(),
            dark: ctx.theme.dark,
            palette: ctx.view.palette,
            width: self.width(0.0) - 2.0 * INSET,
            asked: document.is_some(),
        };
        if self.key.as_ref() != Some(&key) {
            self.follow(ctx, derived, about);
            let course = self.course.as_ref().map(|(_, chart)| chart);
            self.details = Details::of(ctx, derived, (document, course), about, key.width);
            self.key = Some(key);
        }
    }

    /// Computes the trend when it is stale.
    fn follow(&mut self, ctx: &Ctx<'_>, derived: &Derived, scope: Scope) {
        let Some(table) = ctx.scores else {
            self.course = None;
            return;
        };
        let request = ControlRequest {
            metric: ctx.view.measure.metric,
            audience: Audience::Customer,
            scope,
            version: derived.overlay.as_ref().and_then(|o| o.version.clone()),
            today: Some(super::days::today()),
        };
        let filter = Filter { period: Period::default(), ..ctx.view.filter.clone() };
        let key = CourseKey { request, filter, revisions: (ctx.revision, ctx.scores_revision) };
        if self.course.as_ref().map(|(known, _)| known) != Some(&key) {
            let chart = ControlChart::of(table, ctx.model, &key.request, &key.filter);
            self.course = Some((key, chart));
        }
    }

    /// Whether what is shown of something was computed from it, and from its answers: not in the
    /// frame in which it is selected, nor while the answers are loading.
    pub(super) fn knows(&self, ctx: &Ctx<'_>, about: Scope) -> bool {
        let computed = self.key.as_ref().is_some_and(|key| key.about == about);
        let expected = ctx.scores.is_some() || ctx.model.batches.is_empty();
        computed && expected
    }

    /// Keeps what was being typed about a part that is no longer shown.
    pub fn flush(&mut self, ctx: &Ctx<'_>, selected: Option<Subject>, out: &mut Vec<UiAction>) {
        let Some(draft) = self.draft.take_if(|d| Some(d.subject) != selected) else {
            return;
        };
        let text = draft.text.trim().to_owned();
        let command = match (draft.part, draft.subject) {
            ("description", Subject::Card(card)) => ctx
                .model
                .touchpoint_of(card)
                .filter(|t| t.description != text)
                .map(|t| Command::DescribeTouchpoint { touchpoint: t.id, description: text }),
            (_, subject) => super::map::rename(ctx.model, ctx.texts, subject, &text),
        };
        out.extend(command.map(UiAction::Run));
    }

    /// Shows the panel; true when its cross was pressed.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        canvas: &mut Canvas,
        people: &mut People,
        out: &mut Vec<UiAction>,
    ) -> bool {
        let place = ui.max_rect();
        self.edge_ui(ui, place);
        let Some(subject) = canvas.selected() else {
            return false;
        };
        let mut closed = false;
        let inner = Rect::from_min_max(
            pos2(place.left() + INSET, place.top() + 8.0),
            pos2(place.right() - INSET, place.bottom()),
        );
        // The scroll bar lies in the inset, beside what it scrolls.
        let with_bar = inner.with_max_x(place.right() - BAR);
        let builder = UiBuilder::new().max_rect(with_bar).id_salt(("inspector", subject));
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
            let head = UiBuilder::new().max_rect(inner.with_max_y(inner.top() + 28.0));
            ui.scope_builder(head, |ui| closed = self.head(ui, ctx, canvas, subject, out));
            let area = ScrollArea::vertical().id_salt("inspector_scroll").auto_shrink(false);
            area.show(ui, |ui| {
                ui.set_width(inner.width());
                let count = canvas.selection.len();
                let mut parts = Parts { ctx, canvas, people, out };
                if count > 1 {
                    self.several(ui, &mut parts);
                } else if let Subject::Card(card) | Subject::Emotion(card) = subject {
                    self.touchpoint_ui(ui, &mut parts, card);
                } else {
                    self.simple_ui(ui, &mut parts, subject);
                }
                ui.add_space(16.0);
            });
        });
        closed
    }

    /// The left edge, by which the panel is made wider or narrower.
    fn edge_ui(&mut self, ui: &Ui, place: Rect) {
        let edge = Rect::from_min_max(
            pos2(place.left() - 3.0, place.top()),
            pos2(place.left() + 4.0, place.bottom()),
        );
        let response = ui.interact(edge, ui.scope_id().with("edge"), Sense::DRAG);
        if response.dragged() {
            let width = place.width() - response.drag_delta().x;
            self.width = Some(width.clamp(*WIDTHS.start(), *WIDTHS.end()));
        }
        response.on_hover_and_drag_cursor(CursorIcon::ResizeHorizontal);
    }

    /// Where it stands, a menu, and the cross.
    fn head(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        canvas: &mut Canvas,
        subject: Subject,
        out: &mut Vec<UiAction>,
    ) -> bool {
        let mut closed = false;
        let panel = ui.max_rect().with_max_y(f32::INFINITY);
        ui.horizontal(|ui| {
            let path = path_of(ctx, subject).join("  ›  ");
            let (rect, response) =
                ui.allocate_exact_size(vec2(ui.available_width() - 64.0, 28.0), Sense::hover());
            response.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &path)
            });
            let at = rect.left_center();
            let font = fonts::regular(12.0);
            paint_line(ui, at, Align2::LEFT_CENTER, &path, font, ctx.theme.ink3, rect.width());
            ui.spacing_mut().item_spacing.x = 0.0;
            let more = IconButton::new(Icon::of("more_horiz"), ctx.t("inspector-more"))
                .show(ui, ctx.theme);
            regions::mark(ui.ctx(), Region::Panel, more.id, panel);
            canvas.menu_at(&more, ctx, subject, out);
            let cross = IconButton::new(Icon::of("close"), ctx.t("inspector-close"));
            closed = cross.show(ui, ctx.theme).clicked();
        });
        closed
    }

    /// Several parts at once: how many, and what they can share.
    fn several(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>) {
        let ctx = parts.ctx;
        let touchpoints: Vec<TouchpointId> =
            parts.canvas.selection.iter().filter_map(|s| touchpoint_of(ctx, Some(*s))).collect();
        let count = parts.canvas.selection.len();
        let key = if touchpoints.len() == count {
            "inspector-several-touchpoints"
        } else {
            "inspector-several"
        };
        let text = ctx.t1(key, "count", count);
        super::widgets::label(ui, text, fonts::strong(20.0), ctx.theme.ink);
        if !touchpoints.is_empty() {
            ui.add_space(6.0);
            self.owner_row(ui, parts, &touchpoints);
        }
        let subject = parts.canvas.selected();
        let items: Vec<_> =
            parts.canvas.selection.iter().filter_map(|s| marks::item_of(ctx, *s)).collect();
        if let (Some(subject), true) = (subject, items.len() == count) {
            section_line(ui, ctx.theme);
            self.marks_ui(ui, parts, subject, &items);
            self.own_place_ui(ui, parts);
        }
        ui.add_space(10.0);
        let delete = Button::new(ctx.t("inspector-delete-all"))
            .icon(Icon::of("delete"))
            .look(super::widgets::ButtonLook::Danger)
            .disabled_because(ctx.why_fixed());
        if delete.show(ui, ctx.theme).clicked() {
            let all = parts.canvas.selection.clone();
            parts.canvas.delete(ctx, &all, parts.out);
        }
    }

    /// In a small window: the selected part in a bar; true when "Open details" was pressed.
    pub fn bar(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        derived: &Derived,
        selected: Option<Subject>,
        place: Rect,
    ) -> bool {
        let theme = ctx.theme;
        ui.painter().add(theme.shadow_of(Depth::Menu).as_shape(place, 10.0));
        let edge = Stroke::new(1.0, theme.line2);
        ui.painter().rect(place, 10.0, theme.panel, edge, StrokeKind::Inside);
        ui.interact(place, egui::Id::unique("details_bar"), Sense::CLICK);
        let (icon, title, detail) = match selected {
            Some(subject) => bar_words(ctx, derived, subject),
            None => (Icon::of("layers"), ctx.texts.metric(ctx.view.measure.metric), String::new()),
        };
        let boxed =
            Rect::from_center_size(pos2(place.left() + 26.0, place.center().y), vec2(30.0, 30.0));
        ui.painter().rect_filled(boxed, 8.0, theme.tint);
        paint_icon(ui.painter(), boxed.center(), icon, 18.0, theme.accent);
        let room = place.width() - 52.0 - 142.0;
        let y = if detail.is_empty() { place.center().y } else { place.center().y - 8.0 };
        let at = pos2(place.left() + 51.0, y);
        let left = Align2::LEFT_CENTER;
        paint_line(ui, at, left, &title, fonts::strong(13.0), theme.ink, room);
        let at = pos2(place.left() + 51.0, place.center().y + 9.0);
        paint_line(ui, at, left, &detail, fonts::regular(12.0), theme.ink3, room);
        let button = Rect::from_min_max(
            pos2(place.right() - 132.0, place.center().y - 16.0),
            pos2(place.right() - 10.0, place.center().y + 16.0),
        );
        let builder = UiBuilder::new()
            .max_rect(button)
            .id_salt("details_open")
            .layout(egui::Layout::right_to_left(egui::Align::Center));
        ui.scope_builder(builder, |ui| {
            Button::new(ctx.t("inspector-open-details")).show(ui, theme).clicked()
        })
        .inner
    }
}

fn bar_words(ctx: &Ctx<'_>, derived: &Derived, subject: Subject) -> (Icon, String, String) {
    let title = super::map::title(ctx.model, ctx.texts, subject);
    let Some(touchpoint) = touchpoint_of(ctx, Some(subject)) else {
        return (Icon::of("edit"), title, String::new());
    };
    let icon = touchpoint::icon_of(ctx, touchpoint);
    let reading = derived.overlay.as_ref().map(|o| o.touchpoint(touchpoint));
    let detail = match reading.and_then(|r| r.score()) {
        Some(score) => {
            let digits = figure_words::decimals(ctx.view.measure.metric);
            let shown = score.shown();
            let message = crate::model::Message::new("inspector-bar")
                .with("metric", ctx.texts.metric(ctx.view.measure.metric))
                .with("value", ctx.texts.num(shown.value, digits))
                .with("range", ctx.texts.range(shown.low, shown.high, digits))
                .with("n", shown.n);
            ctx.texts.say(&message)
        }
        None => reading.map(|r| data::why_none(ctx, r)).unwrap_or_default(),
    };
    (icon, title, detail)
}

/// The touchpoint of a card.
fn touchpoint_of(ctx: &Ctx<'_>, subject: Option<Subject>) -> Option<TouchpointId> {
    match subject? {
        Subject::Card(card) | Subject::Emotion(card) => {
            ctx.model.placements.get(&card).map(|p| p.touchpoint)
        }
        _ => None,
    }
}

/// Where something stands: its stage, and what kind of thing it is.
fn path_of(ctx: &Ctx<'_>, subject: Subject) -> Vec<String> {
    let stage = |id: Option<StageId>| id.and_then(|id| ctx.model.stages.get(&id));
    let at_card = |id: PlacementId| {
        let card = ctx.model.placements.get(&id);
        stage(card.and_then(|p| ctx.model.stage_at(p.spot))).map(|s| ctx.texts.stage(s))
    };
    let lane = |id: LaneId| ctx.model.lanes.get(&id).map(|l| ctx.texts.lane(l));
    let (first, kind) = match subject {
        Subject::Card(id) | Subject::Emotion(id) => (at_card(id), "inspector-touchpoint"),
        Subject::Stage(_) => (None, "inspector-stage"),
        Subject::Step(id) => {
            let step = ctx.model.steps.get(&id);
            (stage(step.map(|s| s.stage)).map(|s| ctx.texts.stage(s)), "inspector-step")
        }
        Subject::Lane(_) => (None, "inspector-lane"),
        Subject::Note(id) => {
            let note = ctx.model.notes.get(&id);
            (note.and_then(|n| lane(n.lane)), "inspector-note")
        }
        Subject::Arrow(_) => (None, "inspector-arrow"),
        Subject::Journey(_) | Subject::Cell(..) | Subject::Grid(..) => (None, "inspector-journey"),
    };
    first.into_iter().chain([ctx.t(kind)]).collect()
}

/// A text field whose text is kept until Enter or until the focus leaves.
pub(super) fn typed(
    ui: &mut Ui,
    theme: &Theme,
    draft: &mut Option<Draft>,
    (subject, part): (Subject, &'static str),
    now: &str,
    show: impl FnOnce(&mut Ui, &Theme, &mut String) -> Response,
) -> Option<String> {
    let mine = draft.as_ref().is_some_and(|d| (d.subject, d.part) == (subject, part));
    let mut text =
        draft.as_ref().filter(|_| mine).map_or_else(|| now.to_owned(), |d| d.text.clone());
    let response = show(ui, theme, &mut text);
    if response.has_focus() {
        *draft = Some(Draft { subject, part, text });
        return None;
    }
    if !mine {
        return None;
    }
    *draft = None;
    let dropped = ui.input(|i| i.key_pressed(egui::Key::Escape));
    (!dropped && text.trim() != now).then(|| text.trim().to_owned())
}

/// A hairline across the panel.
pub(super) fn section_line(ui: &mut Ui, theme: &Theme) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    let across = rect.left() - INSET..=rect.right() + INSET;
    ui.painter().hline(across, rect.center().y, theme.hairline());
}

/// Gives touchpoints to an owner, unless that is how it is.
pub(super) fn give(
    ctx: &Ctx<'_>,
    touchpoints: &[TouchpointId],
    owner: Option<crate::model::OwnerId>,
) -> Option<UiAction> {
    let other = |id: &TouchpointId| ctx.model.touchpoints.get(id).is_some_and(|t| t.owner != owner);
    touchpoints
        .iter()
        .any(other)
        .then(|| UiAction::Run(Command::GiveTo { touchpoints: touchpoints.to_vec(), owner }))
}
