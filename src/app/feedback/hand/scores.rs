//! The scores of the form: the questions of the survey, and new ones with their scale.
//!
//! Each scale has both its ends in words, so that nobody types it the wrong way round.

use super::draft::{NewScore, Part, Problems, questions_of};
use super::{Focus, HandForm, told, usual_name};
use crate::app::context::Ctx;
use crate::app::fonts;
use crate::app::widgets::{
    Button, DropDown, Field, IconButton, MenuItem, caption, label, menu, title,
};
use crate::model::{Better, Message, Metric, Question, Scale};
use crate::render::icons::Icon;
use egui::{Align, Layout, Margin, Response, Stroke, StrokeKind, Ui, vec2};

/// Width of a score to type.
const SCORE: f32 = 64.0;
/// Scales that people print on forms.
const SCALES: [(i32, i32); 10] =
    [(1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 9), (1, 10), (0, 5), (0, 10), (0, 100)];

impl HandForm {
    /// The questions of the chosen survey.
    pub(super) fn questions<'a>(&self, ctx: &Ctx<'a>) -> Vec<&'a Question> {
        let survey = self.draft.survey_in(ctx.model, &usual_name(ctx, self.draft.kind));
        survey.map(|id| questions_of(ctx.model, id)).unwrap_or_default()
    }

    pub(super) fn scores_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, problems: &Problems) {
        title(ui, ctx.theme, ctx.t("hand-scores"));
        let questions = self.questions(ctx);
        for (index, question) in questions.iter().enumerate() {
            let first = index == 0 && self.focus == Some(Focus::First) && self.scores_first(ctx);
            self.known_ui(ui, ctx, question, first, problems);
        }
        let mut removed = None;
        for index in 0..self.draft.new.len() {
            if self.new_ui(ui, ctx, index, problems) {
                removed = Some(index);
            }
        }
        if let Some(index) = removed {
            self.draft.new.remove(index);
        }
        let add = Button::new(ctx.t("hand-add-score")).small().icon(Icon::of("add"));
        if add.show(ui, ctx.theme).clicked() {
            self.focus = Some(Focus::Part(Part::NewName(self.draft.new.len())));
            self.draft.new.push(NewScore::new());
        }
    }

    /// A question of the survey: its words, its ends, and the score at the right.
    fn known_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        question: &Question,
        first: bool,
        problems: &Problems,
    ) {
        let asked = match question.wording.trim() {
            "" => question.code.clone(),
            wording => wording.to_owned(),
        };
        let ends = ends(ctx, question.metric, question.scale);
        let error = told(ctx, problems, Part::Score(question.id));
        let response = row_ui(ui, ctx, error.clone(), |ui| {
            let text = self.draft.scores.entry(question.id).or_default();
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = ctx.t1("hand-score-of", "name", asked.as_str());
                let response = score_ui(ui, ctx, text, name, error.is_some());
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    label(ui, asked, fonts::regular(13.0), ctx.theme.ink);
                    caption(ui, ctx.theme, ends);
                });
                response
            })
            .inner
        });
        self.take_focus(&response, Part::Score(question.id), first);
        if response.changed() {
            self.refused = None;
        }
    }

    /// A question that is made; true when it is to go.
    fn new_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>, index: usize, problems: &Problems) -> bool {
        let frame = egui::Frame::new().fill(ctx.theme.lane).corner_radius(8);
        frame
            .inner_margin(Margin::same(10))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
                let removed = self.new_name_ui(ui, ctx, index, problems);
                ui.horizontal_wrapped(|ui| {
                    if let Some(new) = self.draft.new.get_mut(index) {
                        metric_ui(ui, ctx, new);
                        scale_ui(ui, ctx, new);
                        direction_ui(ui, ctx, new);
                    }
                });
                let wrong =
                    [Part::NewName(index), Part::NewDirection(index), Part::NewScore(index)];
                for error in wrong.into_iter().filter_map(|part| told(ctx, problems, part)) {
                    label(ui, error, fonts::regular(12.0), ctx.theme.err);
                }
                removed
            })
            .inner
    }

    fn new_name_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        index: usize,
        problems: &Problems,
    ) -> bool {
        let width = ui.available_width() - SCORE - 28.0 - 16.0;
        let mut removed = false;
        ui.horizontal(|ui| {
            let Some(new) = self.draft.new.get_mut(index) else { return };
            let field = Field::new(&mut new.name, ctx.t("hand-question"));
            let name = field.hint(ctx.t("hand-question-hint")).width(width).show(ui, ctx.theme);
            if problems.contains_key(&Part::NewName(index)) {
                wrong_ui(ui, ctx, &name);
            }
            let spoken = match new.name.trim() {
                "" => ctx.t("hand-score-new"),
                name => ctx.t1("hand-score-of", "name", name),
            };
            let wrong = problems.contains_key(&Part::NewScore(index));
            let score = score_ui(ui, ctx, &mut new.value, spoken, wrong);
            let cross = IconButton::new(Icon::of("close"), ctx.t("hand-remove-score"));
            removed = cross.show(ui, ctx.theme).clicked();
            self.take_focus(&name, Part::NewName(index), false);
            self.take_focus(&score, Part::NewScore(index), false);
            if self.focus == Some(Focus::Part(Part::NewDirection(index))) {
                self.focus = None;
            }
        });
        removed
    }
}

/// A row, with what is wrong below it.
fn row_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    error: Option<String>,
    row: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let size = vec2(ui.available_width(), 36.0);
        let response = ui.allocate_ui(size, row).inner;
        if let Some(error) = error {
            label(ui, error, fonts::regular(12.0), ctx.theme.err);
        }
        response
    })
    .inner
}

fn score_ui(ui: &mut Ui, ctx: &Ctx<'_>, text: &mut String, name: String, wrong: bool) -> Response {
    let response = Field::new(text, name).width(SCORE).show(ui, ctx.theme);
    if wrong {
        wrong_ui(ui, ctx, &response);
    }
    response
}

/// Marks a field whose sentence stands elsewhere.
fn wrong_ui(ui: &Ui, ctx: &Ctx<'_>, field: &Response) {
    let edge = Stroke::new(2.0, ctx.theme.err);
    ui.painter().rect_stroke(field.rect, 7.0, edge, StrokeKind::Inside);
}

fn metric_ui(ui: &mut Ui, ctx: &Ctx<'_>, new: &mut NewScore) {
    let name = ctx.t("hand-metric");
    let button = DropDown::new(name.clone(), ctx.texts.metric(new.metric));
    let button = button.font(fonts::regular(13.0)).show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 240.0, |ui| {
        for metric in Metric::ALL {
            let item = MenuItem::new(ctx.texts.metric(metric)).selected(metric == new.metric);
            if item.show(ui, ctx.theme) {
                new.measure(metric);
            }
        }
    });
}

fn scale_ui(ui: &mut Ui, ctx: &Ctx<'_>, new: &mut NewScore) {
    if new.is_fixed() {
        return;
    }
    let words = |(min, max): (i32, i32)| {
        let message = Message::new("hand-from-to").with("min", i64::from(min));
        ctx.texts.say(&message.with("max", i64::from(max)))
    };
    let name = ctx.t("hand-scale");
    let button = DropDown::new(name.clone(), words(new.ends)).font(fonts::regular(13.0));
    let button = button.show(ui, ctx.theme);
    menu(&button, ctx.theme, &name, 140.0, |ui| {
        for scale in SCALES {
            if MenuItem::new(words(scale)).selected(scale == new.ends).show(ui, ctx.theme) {
                new.ends = scale;
            }
        }
    });
}

/// Which end is good, with both ends in words; nothing is chosen where nobody can know.
fn direction_ui(ui: &mut Ui, ctx: &Ctx<'_>, new: &mut NewScore) {
    let (min, max) = new.ends;
    let words = |better| ends(ctx, new.metric, Scale { min, max, better });
    let room = ui.max_rect().width();
    if new.is_fixed() {
        label(ui, words(Better::High), fonts::regular(12.5), ctx.theme.ink2);
        return;
    }
    let name = ctx.t("hand-direction");
    let open = ctx.t1("hand-direction-ask", "value", i64::from(min));
    let value = new.better.map_or(open, words);
    let button = DropDown::new(name.clone(), value).font(fonts::regular(13.0)).max_width(room);
    let button = button.show(ui, ctx.theme);
    let mut chosen = new.better;
    menu(&button, ctx.theme, &name, 320.0, |ui| {
        for better in [Better::High, Better::Low] {
            let item = MenuItem::new(words(better)).selected(new.better == Some(better));
            if item.show(ui, ctx.theme) {
                chosen = Some(better);
            }
        }
    });
    new.better = chosen;
}

/// "1 = very dissatisfied, 5 = very satisfied".
fn ends(ctx: &Ctx<'_>, metric: Metric, scale: Scale) -> String {
    let (bad, good) = match metric {
        Metric::Ces => ("wizard-very-much-effort", "wizard-very-little-effort"),
        Metric::Nps => ("hand-end-never", "hand-end-surely"),
        Metric::Csat => ("hand-end-dissatisfied", "hand-end-satisfied"),
        Metric::Fcr => ("hand-end-unsolved", "hand-end-solved"),
        Metric::Rating => ("hand-end-worst", "hand-end-best"),
    };
    let (low, high) = match scale.better {
        Better::High => (bad, good),
        Better::Low => (good, bad),
    };
    let message = Message::new("hand-ends")
        .with("min", i64::from(scale.min))
        .with("low", Message::new(low))
        .with("max", i64::from(scale.max))
        .with("high", Message::new(high));
    ctx.texts.say(&message)
}
