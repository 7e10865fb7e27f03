//! One response, whole: what was written, every answer with its question, where and when.
//!
//! Shows; the way to the map is the only thing asked for.

use super::list::{badge, marked};
use super::{FeedbackScreen, card};
use crate::analysis::themes::Hit;
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::regions::{self, Region};
use crate::app::widgets::{Button, IconButton, caption, label, title};
use crate::document::Comment;
use crate::export::comments::meta;
use crate::model::{Better, Message, Needles, Question, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::{Align, Layout, Rect, ScrollArea, Ui, vec2};

impl FeedbackScreen {
    pub(super) fn details_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        place: Rect,
        out: &mut Vec<UiAction>,
    ) {
        let closed = card(ui, ctx, (place, "feedback_details"), |ui| {
            let Some(comment) = &self.chosen else { return false };
            let mut closed = false;
            ui.horizontal(|ui| {
                title(ui, ctx.theme, ctx.t("feedback-response"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let cross = IconButton::new(Icon::of("close"), ctx.t("feedback-close"));
                    let cross = cross.show(ui, ctx.theme);
                    regions::mark(ui.ctx(), Region::Panel, cross.id, place);
                    closed = cross.clicked();
                });
            });
            let scroll = ScrollArea::vertical().id_salt("feedback_response").auto_shrink(false);
            let (needles, tagged) = (self.pages.needles(), self.tagging.tagged());
            let hits = tagged.map(|t| t.book.explain(&comment.text, comment.touchpoint));
            let hits = hits.unwrap_or_default();
            scroll.show(ui, |ui| response_ui(ui, ctx, comment, (&needles, &hits), out));
            closed
        });
        if closed {
            self.chosen = None;
        }
    }
}

fn response_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    comment: &Comment,
    (needles, hits): (&Needles, &[Hit]),
    out: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    ui.set_width(ui.available_width() - 6.0);
    ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
    text_ui(ui, ctx, comment, needles);
    caption(ui, theme, meta(ctx.model, ctx.texts, comment));
    if let Some(card) = comment.touchpoint.and_then(|id| card_of(ctx, id)) {
        let show = Button::new(ctx.t("feedback-show-on-map")).small().icon(Icon::of("route"));
        if show.show(ui, theme).clicked() {
            out.push(UiAction::Show(card));
        }
    }
    if !comment.answers.is_empty() {
        ui.add_space(10.0);
        title(ui, theme, ctx.t("feedback-answers"));
        for (id, touchpoint, value) in &comment.answers {
            if let Some(question) = ctx.model.questions.get(id) {
                answer_ui(ui, ctx, question, *touchpoint, *value);
            }
        }
    }
    themes_ui(ui, ctx, comment, hits);
    let mut facts: Vec<(String, String)> = comment.segments.clone();
    let survey = ctx.model.surveys.get(&comment.survey).map(|s| s.name.clone());
    facts.extend(survey.map(|name| (ctx.t("feedback-survey"), name)));
    facts.extend(comment.customer.clone().map(|name| (ctx.t("feedback-customer"), name)));
    let consent = comment.consent.map(|yes| if yes { "feedback-yes" } else { "feedback-no" });
    facts.extend(consent.map(|key| (ctx.t("feedback-may-call"), ctx.t(key))));
    if !facts.is_empty() {
        ui.add_space(10.0);
        title(ui, theme, ctx.t("feedback-about"));
    }
    for (name, value) in facts {
        ui.horizontal_wrapped(|ui| {
            label(ui, name, fonts::regular(12.0), theme.ink3);
            label(ui, value, fonts::regular(12.5), theme.ink);
        });
    }
}

/// What was written, with what was searched marked.
fn text_ui(ui: &mut Ui, ctx: &Ctx<'_>, comment: &Comment, needles: &Needles) {
    let ranges = needles.ranges(&comment.text);
    let mut job = marked(ctx, &comment.text, &ranges, 13.5);
    job.wrap.max_width = ui.available_width();
    ui.label(job);
}

/// The themes of the text, each with its rule and the words that met it.
fn themes_ui(ui: &mut Ui, ctx: &Ctx<'_>, comment: &Comment, hits: &[Hit]) {
    if hits.is_empty() {
        return;
    }
    ui.add_space(10.0);
    title(ui, ctx.theme, ctx.t("feedback-themes"));
    for hit in hits {
        let Some(theme) = ctx.model.themes.get(&hit.theme) else { continue };
        let words = hit.ranges.iter().filter_map(|range| comment.text.get(range.clone()));
        let words: Vec<String> = words.map(|word| format!("“{word}”")).collect();
        let by = Message::new("feedback-theme-met").with("rule", hit.rule.as_str());
        label(ui, theme.name.clone(), fonts::regular(12.5), ctx.theme.ink);
        caption(ui, ctx.theme, ctx.texts.say(&by.with("words", words.join(", "))));
    }
}

fn answer_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    question: &Question,
    touchpoint: Option<TouchpointId>,
    value: i32,
) {
    ui.horizontal_top(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(30.0, 24.0), egui::Sense::hover());
        badge(ui, ctx, rect.min, question, value);
        ui.vertical(|ui| {
            let asked = if question.wording.trim().is_empty() {
                question.code.clone()
            } else {
                question.wording.clone()
            };
            label(ui, asked, fonts::regular(12.5), ctx.theme.ink);
            let key = match question.scale.better {
                Better::High => "feedback-high-is-good",
                Better::Low => "feedback-low-is-good",
            };
            let scale = Message::new(key)
                .with("min", i64::from(question.scale.min))
                .with("max", i64::from(question.scale.max));
            let about = touchpoint.and_then(|id| ctx.model.touchpoints.get(&id));
            let parts = [
                about.map(|t| t.title.clone()),
                Some(ctx.texts.metric(question.metric)),
                Some(ctx.texts.say(&scale)),
            ];
            caption(ui, ctx.theme, parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        });
    });
}

/// The card of a touchpoint, on the shown journey if it is there.
fn card_of(ctx: &Ctx<'_>, touchpoint: TouchpointId) -> Option<Subject> {
    let all = || ctx.model.placements.values().filter(|p| p.touchpoint == touchpoint);
    let here = all().find(|p| Some(p.journey) == ctx.journey());
    here.or_else(|| all().next()).map(|p| Subject::Card(p.id))
}
