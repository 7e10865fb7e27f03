//! Labels of survey files that are not on the map: what stands under them, and which touchpoint
//! they may mean.
//!
//! Suggests; a person assigns, which is a command.

use super::FeedbackScreen;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::widgets::{Button, DropDown, MenuItem, caption, label, menu, menu_line, title};
use crate::app::work::finished;
use crate::document::{Command, Document, Suggestion, UnmatchedLabel, suggest};
use crate::jobs::{Job, Reporter};
use crate::model::{
    JourneyId, LaneKind, Message, Model, PlacementId, Spot, SynonymId, Tell, TouchpointId,
};
use crate::render::icons::Icon;
use egui::{Margin, ScrollArea, Ui, vec2};

/// Labels that are listed; the rest is counted.
const LISTED: usize = 20;

/// The labels nobody knows, read on a worker once for each state of the document.
#[derive(Default)]
pub(super) struct Bucket {
    key: Option<(u64, u64, Option<JourneyId>)>,
    reading: Option<Job<Known>>,
    known: Known,
}

/// Labels, and what those that are listed look like.
#[derive(Default)]
struct Known {
    labels: Vec<UnmatchedLabel>,
    suggestions: Vec<Suggestion>,
}

impl Known {
    fn of(
        read: Result<Vec<UnmatchedLabel>, Message>,
        model: &Model,
        on: Option<JourneyId>,
    ) -> Self {
        let labels = read.unwrap_or_else(|error| {
            tracing::warn!(?error, "labels not read");
            Vec::new()
        });
        let names: Vec<&str> = labels.iter().take(LISTED).map(|l| l.label.as_str()).collect();
        let suggestions = suggest(model, on, &names);
        Self { labels, suggestions }
    }
}

impl Bucket {
    /// Takes what was read, and reads the labels when the document altered.
    pub fn refresh(&mut self, egui: &egui::Context, ctx: &Ctx<'_>, document: &Document) {
        if let Some(Some(known)) = finished(&mut self.reading) {
            self.known = known;
        }
        let journey = ctx.journey();
        let key = (ctx.revision, ctx.scores_revision, journey);
        if self.key == Some(key) {
            return;
        }
        self.key = Some(key);
        let Ok(reader) = document.reader() else {
            // A document that cannot be opened twice is small enough to be read here.
            let read = document.unmatched().map_err(|error| error.message());
            self.known = Known::of(read, ctx.model, journey);
            return;
        };
        let (model, wake) = (ctx.model.clone(), egui.clone());
        let work = move |_: &Reporter| {
            Known::of(reader.unmatched().map_err(|error| error.message()), &model, journey)
        };
        self.reading = Job::start("labels", move || wake.request_repaint(), work).ok();
    }
}

impl FeedbackScreen {
    /// The labels above the imports, when there are any.
    pub(super) fn bucket_ui(&self, ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
        let Known { labels, suggestions: alike } = &self.bucket.known;
        if labels.is_empty() {
            return;
        }
        title(ui, ctx.theme, ctx.t1("feedback-bucket", "count", labels.len()));
        caption(ui, ctx.theme, ctx.t("feedback-bucket-why"));
        if alike.len() > 1 {
            let text = ctx.t1("feedback-bucket-all", "count", alike.len());
            let button = Button::new(text).small().disabled_because(ctx.why_fixed());
            if button.show(ui, ctx.theme).clicked() {
                out.push(assign_all(alike));
            }
        }
        for unmatched in labels.iter().take(LISTED) {
            let suggested = alike.iter().find(|s| s.label == unmatched.label);
            label_ui(ui, ctx, unmatched, suggested, out);
        }
        if let Some(more) = labels.len().checked_sub(LISTED).filter(|more| *more > 0) {
            caption(ui, ctx.theme, ctx.t1("feedback-bucket-more", "count", more));
        }
        ui.add_space(10.0);
    }
}

fn label_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    unmatched: &UnmatchedLabel,
    suggested: Option<&Suggestion>,
    out: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let frame = egui::Frame::new().fill(theme.bad_tint).corner_radius(8);
    frame.inner_margin(Margin::same(10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        label(ui, &unmatched.label, fonts::strong(12.5), theme.ink);
        let told = Message::new("feedback-bucket-holds")
            .with("answers", unmatched.answers)
            .with("comments", unmatched.comments);
        caption(ui, theme, ctx.texts.say(&told));
        let suggestion =
            suggested.and_then(|s| Some((s, ctx.model.touchpoints.get(&s.touchpoint)?)));
        if let Some((suggested, touchpoint)) = suggestion {
            let text = ctx.t1("feedback-bucket-is", "title", touchpoint.title.as_str());
            let why = Message::new("feedback-bucket-alike")
                .with("label", unmatched.label.as_str())
                .with("title", touchpoint.title.as_str())
                .with("share", ctx.texts.percent(suggested.score * 100.0, 0));
            let button = Button::new(text).small().name(ctx.texts.say(&why));
            if button.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                out.push(assign(&unmatched.label, suggested.touchpoint));
            }
        }
        let name = ctx.t1("feedback-bucket-choose-for", "label", unmatched.label.as_str());
        let button = DropDown::new(name.clone(), ctx.t("feedback-bucket-choose"));
        let button = button.height(28.0).max_width(ui.available_width()).show(ui, theme);
        menu(&button, theme, &name, 250.0, |ui| {
            ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
                for touchpoint in ctx.model.touchpoints.values() {
                    let item = MenuItem::new(&touchpoint.title);
                    if item.disabled_because(ctx.why_fixed()).show(ui, theme) {
                        out.push(assign(&unmatched.label, touchpoint.id));
                    }
                }
                menu_line(ui, theme);
                let text = ctx.t1("feedback-bucket-create", "label", unmatched.label.as_str());
                let item = MenuItem::new(text).icon(Icon::of("add"));
                if item.disabled_because(ctx.why_fixed()).show(ui, theme) {
                    out.push(create(ctx, &unmatched.label));
                }
            });
        });
    });
}

fn assign(label: &str, touchpoint: TouchpointId) -> UiAction {
    let (id, label) = (SynonymId::fresh(), label.to_owned());
    let told = Message::new("feedback-bucket-assigned").with("label", label.as_str());
    UiAction::RunAndTell(Command::AssignLabel { id, label, touchpoint }, told)
}

/// Every label to the touchpoint it looks like, as one step.
fn assign_all(alike: &[Suggestion]) -> UiAction {
    let assign = |found: &Suggestion| Command::AssignLabel {
        id: SynonymId::fresh(),
        label: found.label.clone(),
        touchpoint: found.touchpoint,
    };
    let name = Message::new("step-assign-labels").with("count", alike.len());
    let commands = alike.iter().map(assign).collect();
    let told = Message::new("feedback-bucket-assigned-all").with("count", alike.len());
    UiAction::RunAndTell(Command::Several { name, commands }, told)
}

/// A touchpoint of this name in the first stage of the journey, or on no journey when that has no
/// place for it; and the label assigned to it.
fn create(ctx: &Ctx<'_>, label: &str) -> UiAction {
    let touchpoint = TouchpointId::fresh();
    let title = label.trim().to_owned();
    let has_lane = |j: &JourneyId| ctx.model.lane_of_kind(*j, LaneKind::Touchpoints).is_some();
    let journey = ctx.journey().filter(has_lane);
    let stage = journey.and_then(|j| Some((j, ctx.model.stages_of(j).first()?.id)));
    let add = match stage {
        Some((journey, stage)) => Command::AddTouchpoint {
            id: touchpoint,
            placement: PlacementId::fresh(),
            journey,
            spot: Spot::Stage(stage),
            lane: None,
            title,
            index: None,
        },
        None => Command::AddUnplacedTouchpoint { id: touchpoint, title },
    };
    let id = SynonymId::fresh();
    let assign = Command::AssignLabel { id, label: label.to_owned(), touchpoint };
    let name = Message::new("step-create-of-label").with("label", label);
    let told = Message::new("feedback-bucket-created").with("label", label);
    UiAction::RunAndTell(Command::Several { name, commands: vec![add, assign] }, told)
}
