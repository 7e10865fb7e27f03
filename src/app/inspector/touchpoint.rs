//! The inspector of a touchpoint: who, where, how it scores, what people wrote, how it feels.
//!
//! Paints what `data` computed.

use super::faces::faces;
use super::figures::{chart, no_feedback, not_yet, score_ui, verbatim_ui};
use super::grid::{lock_ui, stepper};
use super::marks::item_of;
use super::rows::{choice, row};
use super::{Inspector, Parts, give, section_line, typed};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::people::channel_icon;
use crate::app::theme::Theme;
use crate::app::widgets::{
    Button, Field, IconButton, MenuItem, avatar, caption, menu, menu_line, paint_filled_icon,
    paint_icon,
};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::model::{Holder, Item, PlacementId, TouchpointId};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Align2, Popup, Response, Sense, Ui, WidgetInfo, pos2, vec2};

/// The icon of a touchpoint: its own, else that of its main channel.
pub(super) fn icon_of(ctx: &Ctx<'_>, touchpoint: TouchpointId) -> Icon {
    let Some(touchpoint) = ctx.model.touchpoints.get(&touchpoint) else {
        return Icon::of("ads_click");
    };
    let own = touchpoint.icon.as_deref().and_then(Icon::named);
    own.unwrap_or_else(|| {
        let main = touchpoint.channels.first().and_then(|id| ctx.model.channels.get(id));
        main.map_or(Icon::of("ads_click"), |c| channel_icon(c.kind))
    })
}

impl Inspector {
    pub(super) fn touchpoint_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        card: PlacementId,
    ) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        let id = touchpoint.id;
        self.title_row(ui, parts, card);
        ui.add_space(6.0);
        channels_row(ui, parts, id);
        self.owner_row(ui, parts, &[id]);
        department_row(ui, parts, id);
        section_line(ui, ctx.theme);
        if self.knows(ctx, id) {
            self.scores_ui(ui, parts);
            self.verbatims_ui(ui, ctx);
        } else {
            self.section(ui, ctx, "inspector-scores", None);
            not_yet(ui, ctx.theme);
        }
        section_line(ui, ctx.theme);
        self.emotion_ui(ui, parts, card);
        section_line(ui, ctx.theme);
        self.description_ui(ui, parts, card);
        section_line(ui, ctx.theme);
        let subject = Subject::Card(card);
        self.card_ui(ui, parts, subject);
        let Some(placement) = ctx.model.placements.get(&card) else { return };
        if let Some(span) = span_ui(ui, ctx, placement.span) {
            parts.out.push(UiAction::Run(Command::SetSpan { placement: card, span }));
        }
        lock_ui(ui, parts, Lockable::Card(card), placement.locked);
    }

    /// What cards of either kind have: marks, pictures, remarks.
    pub(super) fn card_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, subject: Subject) {
        let ctx = parts.ctx;
        let Some(item) = item_of(ctx, subject) else { return };
        if self.section(ui, ctx, "inspector-marks", None) {
            self.marks_ui(ui, parts, subject, &[item]);
        }
        section_line(ui, ctx.theme);
        let holder = match item {
            Item::Touchpoint(id) => Holder::Touchpoint(id),
            Item::Note(id) => Holder::Note(id),
        };
        self.pictures_ui(ui, parts, holder);
        section_line(ui, ctx.theme);
        self.remarks_ui(ui, parts, subject, item);
        section_line(ui, ctx.theme);
    }

    fn title_row(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        let theme = ctx.theme;
        ui.horizontal(|ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(32.0, 32.0), Sense::click());
            let name = ctx.t("inspector-icon");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            ui.painter().rect_filled(rect.shrink(1.0), 8.0, theme.tint);
            let icon = icon_of(ctx, touchpoint.id);
            paint_icon(ui.painter(), rect.center(), icon, 19.0, theme.accent);
            if response.has_focus() {
                crate::app::widgets::focus_ring(ui, theme, rect, 8.0);
            }
            icon_menu(&response, parts, touchpoint.id);
            let title = touchpoint.title.clone();
            let name = ctx.t("inspector-title");
            let width = ui.available_width();
            let fixed = ctx.why_fixed().is_some();
            let key = (Subject::Card(card), "title");
            let new = typed(ui, theme, &mut self.draft, key, &title, |ui, theme, text| {
                quiet_field(ui, theme, text, &name, width, !fixed)
            });
            if let Some(title) = new.filter(|t| !t.is_empty()) {
                let touchpoint = touchpoint.id;
                parts.out.push(UiAction::Run(Command::RenameTouchpoint { touchpoint, title }));
            }
        });
        if moment_chip(ui, ctx, touchpoint.moment_of_truth).clicked() && ctx.why_fixed().is_none() {
            parts.out.push(UiAction::Run(Command::MarkMomentOfTruth {
                touchpoint: touchpoint.id,
                moment_of_truth: !touchpoint.moment_of_truth,
            }));
        }
    }

    pub(super) fn owner_row(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        touchpoints: &[TouchpointId],
    ) {
        let ctx = parts.ctx;
        let owners: Vec<_> =
            touchpoints.iter().filter_map(|t| ctx.model.touchpoints.get(t)?.owner).collect();
        let shared = owners
            .first()
            .copied()
            .filter(|first| owners.len() == touchpoints.len() && owners.iter().all(|o| o == first));
        let owner = shared.and_then(|id| ctx.model.owners.get(&id));
        let text = match (owner, owners.is_empty()) {
            (Some(owner), _) => owner.name.clone(),
            (None, true) => ctx.t("inspector-no-owner"),
            (None, false) => ctx.t("inspector-different"),
        };
        let button = row(ui, ctx, "inspector-owner", |ui| {
            match owner {
                Some(owner) => {
                    avatar(ui, ctx.theme, &owner.initials(), &owner.name);
                }
                None => {
                    let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
                    let ink = ctx.theme.bad;
                    paint_icon(ui.painter(), rect.center(), Icon::of("person_add"), 16.0, ink);
                }
            }
            choice(ui, ctx, "inspector-owner", &text)
        });
        if std::mem::take(&mut self.owner_wanted) {
            Popup::open_id(ui.ctx(), Popup::default_response_id(&button));
        }
        menu(&button, ctx.theme, &ctx.t("inspector-owner"), 240.0, |ui| {
            let mut pick = |ui: &mut Ui, id, text: String, detail: String| {
                let item = MenuItem::new(text).detail(detail).selected(shared == id);
                if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                    parts.out.extend(give(ctx, touchpoints, id));
                }
            };
            pick(ui, None, ctx.t("inspector-nobody"), String::new());
            for owner in ctx.model.owners.values() {
                let team = owner.team.and_then(|t| ctx.model.teams.get(&t));
                let team = team.map(|t| t.name.clone()).unwrap_or_default();
                pick(ui, Some(owner.id), owner.name.clone(), team);
            }
            menu_line(ui, ctx.theme);
            let manage = MenuItem::new(ctx.t("inspector-manage-owners")).icon(Icon::of("group"));
            if manage.show(ui, ctx.theme) {
                parts.people.open_owners();
            }
        });
        if touchpoints.len() == 1 && owner.is_none() {
            caption(ui, ctx.theme, ctx.t("inspector-no-owner-why"));
        }
    }

    /// The head of a section, which folds it; whether it is open.
    pub(super) fn section(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        key: &'static str,
        right: Option<(String, egui::Color32)>,
    ) -> bool {
        let open = !self.folded.contains(key);
        let size = vec2(ui.available_width(), 22.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let title = ctx.t(key);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &title));
        let theme = ctx.theme;
        let ink = if response.hovered() { theme.accent } else { theme.ink };
        let at = rect.left_center();
        let font = fonts::strong(12.0);
        let end = ui.painter().text(at, Align2::LEFT_CENTER, &title, font, ink).right();
        if response.hovered() || !open {
            let icon = Icon::of(if open { "expand_less" } else { "expand_more" });
            let at = pos2(end + 10.0, rect.center().y);
            paint_icon(ui.painter(), at, icon, 14.0, theme.ink3);
        }
        if let Some((text, ink)) = right {
            let at = rect.right_center();
            let font = fonts::regular(11.5);
            ui.painter().text(at, Align2::RIGHT_CENTER, text, font, ink);
        }
        if response.has_focus() {
            crate::app::widgets::focus_ring(ui, theme, rect, 5.0);
        }
        if response.clicked() {
            if open {
                self.folded.insert(key);
            } else {
                self.folded.remove(key);
            }
        }
        open
    }

    fn scores_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>) {
        let ctx = parts.ctx;
        let theme = ctx.theme;
        let period = crate::app::filters::period_words(ctx.texts, ctx.view.filter.period);
        if !self.section(ui, ctx, "inspector-scores", Some((period, theme.ink3))) {
            return;
        }
        if self.details.scores.is_empty() {
            return no_feedback(ui, ctx, parts.out);
        }
        for line in &mut self.details.scores {
            score_ui(ui, theme, line);
        }
        let base = self
            .details
            .answers
            .as_ref()
            .map(|(n, _)| (ctx.t1("inspector-answers-base", "n", *n), theme.ink3));
        if base.is_some()
            && self.section(ui, ctx, "inspector-answers", base)
            && let Some((_, bar)) = &mut self.details.answers
        {
            chart(ui, bar, &ctx.t("inspector-answers"));
        }
        let change = self.details.change.as_ref().map(|change| {
            let (key, ink) = if change.better {
                ("inspector-better", theme.good)
            } else {
                ("inspector-worse", theme.bad)
            };
            (ctx.t1(key, "size", change.size.as_str()), ink)
        });
        if self.details.trend.is_some()
            && self.section(ui, ctx, "inspector-trend", change)
            && let Some(trend) = &mut self.details.trend
        {
            chart(ui, trend, &ctx.t("inspector-trend"));
        }
    }

    fn verbatims_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        if self.details.texts == 0 {
            return;
        }
        section_line(ui, ctx.theme);
        let count = ctx.t1("inspector-verbatims-count", "count", self.details.texts);
        if !self.section(ui, ctx, "inspector-verbatims", Some((count, ctx.theme.ink3))) {
            return;
        }
        for verbatim in &self.details.verbatims {
            verbatim_ui(ui, ctx, verbatim);
        }
    }

    fn emotion_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let persona = ctx
            .journey()
            .and_then(|j| ctx.model.journeys.get(&j)?.persona)
            .or_else(|| ctx.model.personas.keys().next().copied());
        let name = persona.and_then(|id| ctx.model.personas.get(&id)).map(|p| p.name.clone());
        let right = name.map(|name| (name, ctx.theme.ink3));
        if !self.section(ui, ctx, "inspector-emotion", right) {
            return;
        }
        let Some(persona) = persona else {
            caption(ui, ctx.theme, ctx.t("inspector-no-persona"));
            let button = Button::new(ctx.t("inspector-add-persona")).small();
            if button.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                parts.people.open_personas();
            }
            return;
        };
        caption(ui, ctx.theme, ctx.t("inspector-emotion-why"));
        let now = ctx.model.emotions.get(&(card, persona)).map(|e| e.value);
        if let Some(value) = faces(ui, ctx, now, ctx.why_fixed().is_none()) {
            let placement = card;
            parts.out.push(UiAction::Run(Command::SetEmotion { placement, persona, value }));
        }
    }

    fn description_ui(&mut self, ui: &mut Ui, parts: &mut Parts<'_, '_>, card: PlacementId) {
        let ctx = parts.ctx;
        let Some(touchpoint) = ctx.model.touchpoint_of(card) else {
            return;
        };
        if !self.section(ui, ctx, "inspector-description", None) {
            return;
        }
        let width = ui.available_width();
        let name = ctx.t("inspector-description");
        let hint = ctx.t("inspector-description-hint");
        let enabled = ctx.why_fixed().is_none();
        let key = (Subject::Card(card), "description");
        let now = touchpoint.description.clone();
        let new = typed(ui, ctx.theme, &mut self.draft, key, &now, |ui, theme, text| {
            let field = Field::new(text, name).rows(3).width(width).hint(hint);
            field.enabled(enabled).show(ui, theme)
        });
        if let Some(description) = new {
            let touchpoint = touchpoint.id;
            parts.out.push(UiAction::Run(Command::DescribeTouchpoint { touchpoint, description }));
        }
    }
}

/// How many columns a card covers: the new number, when it was changed.
pub(super) fn span_ui(ui: &mut Ui, ctx: &Ctx<'_>, span: i64) -> Option<i64> {
    let names = ("inspector-span", "inspector-narrower", "inspector-wider");
    let by = stepper(ui, ctx, names, &ctx.texts.int(span))?;
    Some(span + by).filter(|span| *span >= 1)
}

/// A large text without a box at rest.
pub(super) fn quiet_field(
    ui: &mut Ui,
    theme: &Theme,
    text: &mut String,
    name: &str,
    width: f32,
    enabled: bool,
) -> Response {
    let edit = egui::TextEdit::singleline(text)
        .font(fonts::strong(20.0))
        .text_color(theme.ink)
        .frame(egui::Frame::new().inner_margin(egui::Margin::symmetric(4, 2)))
        .desired_width(width)
        .min_size(vec2(0.0, 32.0))
        .align(Align2::LEFT_CENTER);
    let response = ui.add_enabled(enabled, edit).accessible_name(name);
    let (ink, pen) = if response.has_focus() {
        (theme.accent, 2.0)
    } else if response.hovered() && enabled {
        (theme.line2, 1.0)
    } else {
        return response;
    };
    let stroke = egui::Stroke::new(pen, ink);
    ui.painter().rect_stroke(response.rect, 7.0, stroke, egui::StrokeKind::Inside);
    response
}

fn channels_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    let Some(touchpoint) = ctx.model.touchpoints.get(&id) else {
        return;
    };
    let names: Vec<String> = touchpoint
        .channels
        .iter()
        .filter_map(|c| ctx.model.channels.get(c))
        .map(|c| ctx.texts.channel(c))
        .collect();
    let text = match names.as_slice() {
        [] => ctx.t("inspector-no-channel"),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    let main = touchpoint.channels.first().and_then(|c| ctx.model.channels.get(c));
    let button = row(ui, ctx, "inspector-channel", |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let icon = main.map_or(Icon::of("device_hub"), |c| channel_icon(c.kind));
        paint_icon(ui.painter(), rect.center(), icon, 16.0, ctx.theme.ink3);
        choice(ui, ctx, "inspector-channel", &text)
    });
    menu(&button, ctx.theme, &ctx.t("inspector-channel"), 240.0, |ui| {
        for channel in ctx.model.channels.values() {
            let on = touchpoint.channels.contains(&channel.id);
            let item = MenuItem::new(ctx.texts.channel(channel)).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
                let mut channels = touchpoint.channels.clone();
                channels.retain(|c| *c != channel.id);
                if !on {
                    channels.push(channel.id);
                }
                parts.out.push(UiAction::Run(Command::SetChannels { touchpoint: id, channels }));
            }
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("inspector-manage-channels")).icon(Icon::of("device_hub"));
        if manage.show(ui, ctx.theme) {
            parts.people.open_channels();
        }
    });
}

/// Department and team follow from the owner: choosing another team moves the owner.
fn department_row(ui: &mut Ui, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    let Some(owner) = ctx.model.owner_of(id) else {
        return;
    };
    let team = ctx.model.team_of(owner.id);
    let text = match team {
        Some(team) if team.department.is_empty() => team.name.clone(),
        Some(team) if team.department == team.name => team.name.clone(),
        Some(team) => format!("{} · {}", team.department, team.name),
        None => ctx.t("inspector-no-department"),
    };
    let button = row(ui, ctx, "inspector-department", |ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::hover());
        let ink = ctx.theme.ink3;
        paint_icon(ui.painter(), rect.center(), Icon::of("apartment"), 16.0, ink);
        choice(ui, ctx, "inspector-department", &text)
    });
    menu(&button, ctx.theme, &ctx.t("inspector-department"), 240.0, |ui| {
        for other in ctx.model.teams.values() {
            let on = owner.team == Some(other.id);
            let item = MenuItem::new(&other.name).detail(&other.department).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let owner = crate::model::Owner { team: Some(other.id), ..owner.clone() };
                parts.out.push(UiAction::Run(Command::PutOwner { owner }));
            }
        }
        menu_line(ui, ctx.theme);
        let manage = MenuItem::new(ctx.t("inspector-manage-teams")).icon(Icon::of("groups"));
        if manage.show(ui, ctx.theme) {
            parts.people.open_teams();
        }
    });
}

/// The icons a touchpoint can have.
fn icon_menu(button: &Response, parts: &mut Parts<'_, '_>, id: TouchpointId) {
    let ctx = parts.ctx;
    menu(button, ctx.theme, &ctx.t("inspector-icon"), 268.0, |ui| {
        ui.set_max_height(300.0);
        let follow = MenuItem::new(ctx.t("inspector-icon-of-channel")).icon(Icon::of("refresh"));
        if follow.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) {
            parts.out.push(UiAction::Run(Command::SetIcon { touchpoint: id, icon: None }));
        }
        menu_line(ui, ctx.theme);
        egui::ScrollArea::vertical().max_height(240.0).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
                for name in Icon::names() {
                    let icon = IconButton::new(Icon::of(name), name.replace('_', " "))
                        .disabled_because(ctx.why_fixed());
                    if icon.show(ui, ctx.theme).clicked() {
                        let icon = Some(name.to_owned());
                        parts.out.push(UiAction::Run(Command::SetIcon { touchpoint: id, icon }));
                    }
                }
            });
        });
    });
}

fn moment_chip(ui: &mut Ui, ctx: &Ctx<'_>, on: bool) -> Response {
    let theme = ctx.theme;
    let text = ctx.t("inspector-moment");
    let font = fonts::strong(11.5);
    let galley = ui.painter().layout_no_wrap(text.clone(), font, theme.ink3);
    let size = vec2(galley.size().x + 32.0, 24.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &text));
    let (fill, ink, star) = if on {
        (theme.mot_chip, theme.on_mot_chip, theme.star)
    } else if response.hovered() {
        (theme.hover, theme.ink2, theme.ink3)
    } else {
        (theme.panel, theme.ink3, theme.ink4)
    };
    ui.painter().rect_filled(rect, 12.0, fill);
    if !on {
        let pen = egui::Stroke::new(1.0, theme.line2);
        ui.painter().rect_stroke(rect, 12.0, pen, egui::StrokeKind::Inside);
    }
    let at = pos2(rect.left() + 14.0, rect.center().y);
    let paint = if on { paint_filled_icon } else { paint_icon };
    paint(ui.painter(), at, Icon::of("star"), 14.0, star);
    let at = pos2(rect.left() + 24.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley_with_override_text_color(at, galley, ink);
    if response.has_focus() {
        crate::app::widgets::focus_ring(ui, theme, rect, 12.0);
    }
    response
}
