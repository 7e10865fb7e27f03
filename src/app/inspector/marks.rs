//! What a team puts on cards: colour, evidence, where to stand out, tags, links, a sub-journey.
//!
//! For one card or for several at once; each choice is one command.

use super::rows::{choice, row};
use super::{Draft, Inspector, Parts};
use crate::app::context::{Ctx, UiAction};
use crate::app::theme::color32;
use crate::app::widgets::{
    Chip, Field, IconButton, MenuItem, caption, focus_ring, menu, paint_icon, switch,
};
use crate::document::Command;
use crate::model::{Evidence, Hue, Item, Marks, Message, WebLink};
use crate::render::icons::Icon;
use crate::render::scene::Subject;
use egui::accesskit::Role;
use egui::{Color32, Key, Sense, Stroke, Ui, WidgetInfo, vec2};

/// The identity of what marks, remarks and pictures are about.
pub(super) fn item_of(ctx: &Ctx<'_>, subject: Subject) -> Option<Item> {
    match subject {
        Subject::Card(card) | Subject::Emotion(card) => {
            ctx.model.touchpoint_of(card).map(|t| Item::Touchpoint(t.id))
        }
        Subject::Note(note) => Some(Item::Note(note)),
        _ => None,
    }
}

/// The colour of a swatch.
fn swatch(ctx: &Ctx<'_>, hue: Hue) -> Color32 {
    color32(ctx.theme.look().hue(hue).edge)
}

impl Inspector {
    /// The marks that all of `items` can share, and those of the only one.
    pub(super) fn marks_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        subject: Subject,
        items: &[Item],
    ) {
        let ctx = parts.ctx;
        let all: Vec<&Marks> = items.iter().filter_map(|item| ctx.model.marks_of(*item)).collect();
        let Some(first) = all.first() else { return };
        hues_ui(ui, parts, items, &all);
        evidence_ui(ui, parts, items, &all);
        let mut on = all.iter().all(|m| m.stands_out);
        let stands = switch(ui, ctx.theme, &mut on, &ctx.t("inspector-stands-out"));
        if stands.changed() && ctx.why_fixed().is_none() {
            let items = items.to_vec();
            parts.out.push(UiAction::Run(Command::MarkStandsOut { items, stands_out: on }));
        }
        let shared: Vec<String> =
            first.tags.iter().filter(|t| all.iter().all(|m| m.tags.contains(t))).cloned().collect();
        self.tags_ui(ui, parts, subject, items, &shared);
        if let [item] = items {
            self.links_ui(ui, parts, subject, *item, &first.links);
            sub_journey_ui(ui, parts, *item);
        }
    }

    fn tags_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        subject: Subject,
        items: &[Item],
        tags: &[String],
    ) {
        let ctx = parts.ctx;
        ui.add_space(2.0);
        caption(ui, ctx.theme, ctx.t("inspector-tags"));
        if !tags.is_empty() {
            tag_chips(ui, parts, items, tags);
        }
        let added = self.entry(ui, ctx, (subject, "tag"), "inspector-add-tag");
        if let Some(tag) = added {
            parts.out.push(UiAction::Run(Command::AddTag { items: items.to_vec(), tag }));
        }
    }

    fn links_ui(
        &mut self,
        ui: &mut Ui,
        parts: &mut Parts<'_, '_>,
        subject: Subject,
        item: Item,
        links: &[WebLink],
    ) {
        let ctx = parts.ctx;
        ui.add_space(2.0);
        caption(ui, ctx.theme, ctx.t("inspector-links"));
        for (index, link) in links.iter().enumerate() {
            ui.horizontal(|ui| {
                let name = if link.title.is_empty() { &link.url } else { &link.title };
                let text = egui::RichText::new(name).color(ctx.theme.accent);
                let place = ui.available_width() - 32.0;
                ui.scope(|ui| {
                    ui.set_max_width(place);
                    let shown = egui::Label::new(text).truncate().sense(Sense::click());
                    let response = ui.add(shown).on_hover_text(&link.url);
                    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, name));
                    if response.clicked() {
                        ui.ctx().open_url(egui::OpenUrl::new_tab(&link.url));
                    }
                });
                let remove = IconButton::new(
                    Icon::of("close"),
                    ctx.t1("inspector-remove-link", "link", name),
                );
                if remove.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
                    let mut links = links.to_vec();
                    links.remove(index);
                    parts.out.push(UiAction::Run(Command::SetLinks { item, links }));
                }
            });
        }
        if let Some(url) = self.entry(ui, ctx, (subject, "link"), "inspector-add-link") {
            let known = ["http://", "https://", "mailto:"];
            let whole = known.iter().any(|scheme| url.to_lowercase().starts_with(scheme));
            let url = if whole { url } else { format!("https://{url}") };
            let mut links = links.to_vec();
            links.push(WebLink { title: String::new(), url });
            parts.out.push(UiAction::Run(Command::SetLinks { item, links }));
        }
    }

    /// A field that adds what is typed when Enter is pressed, and is empty again.
    pub(super) fn entry(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        key: (Subject, &'static str),
        name: &'static str,
    ) -> Option<String> {
        let mine = self.entry.as_ref().is_some_and(|d| (d.subject, d.part) == key);
        let mut text =
            self.entry.as_ref().filter(|_| mine).map_or(String::new(), |d| d.text.clone());
        let words = ctx.t(name);
        let field = Field::new(&mut text, words.clone())
            .hint(words)
            .width(ui.available_width())
            .enabled(ctx.why_fixed().is_none());
        let response = field.show(ui, ctx.theme);
        let entered = response.lost_focus() && ui.input(|i| i.key_pressed(Key::Enter));
        if entered && !text.trim().is_empty() {
            self.entry = None;
            // One after another can be typed.
            response.request_focus();
            return Some(text.trim().to_owned());
        }
        if response.has_focus() || (mine && !text.is_empty()) {
            self.entry = Some(Draft { subject: key.0, part: key.1, text });
        }
        None
    }
}

/// The tags, each with a cross.
fn tag_chips(ui: &mut Ui, parts: &mut Parts<'_, '_>, items: &[Item], tags: &[String]) {
    let ctx = parts.ctx;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for tag in tags {
            let remove = ctx.t1("inspector-remove-tag", "tag", tag);
            let chip = Chip::new("", tag).removable(remove).show(ui, ctx.theme);
            if chip.removed && ctx.why_fixed().is_none() {
                let (items, tag) = (items.to_vec(), tag.clone());
                parts.out.push(UiAction::Run(Command::RemoveTag { items, tag }));
            }
        }
    });
}

/// A row of swatches.
fn hues_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, items: &[Item], all: &[&Marks]) {
    let ctx = parts.ctx;
    let shared = all.first().map(|m| m.hue).filter(|hue| all.iter().all(|m| m.hue == *hue));
    caption(ui, ctx.theme, ctx.t("inspector-hue"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for hue in std::iter::once(None).chain(Hue::ALL.map(Some)) {
            let name = hue.map_or_else(|| ctx.t("inspector-hue-none"), |hue| ctx.texts.hue(hue));
            let (rect, response) = ui.allocate_exact_size(vec2(28.0, 28.0), Sense::click());
            let on = shared == Some(hue);
            let free = ctx.why_fixed().is_none();
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, free, on, &name));
            let center = rect.center();
            match hue {
                Some(hue) => {
                    ui.painter().circle_filled(center, 10.0, swatch(ctx, hue));
                }
                None => {
                    let pen = Stroke::new(1.0, ctx.theme.edge);
                    ui.painter().circle_stroke(center, 9.5, pen);
                    paint_icon(ui.painter(), center, Icon::of("close"), 13.0, ctx.theme.ink3);
                }
            }
            if on {
                let pen = Stroke::new(2.0, ctx.theme.accent);
                ui.painter().circle_stroke(center, 13.0, pen);
            }
            if response.has_focus() {
                focus_ring(ui, ctx.theme, rect, 14.0);
            }
            if response.on_hover_text(&name).clicked() && free && !on {
                let items = items.to_vec();
                parts.out.push(UiAction::Run(Command::SetHue { items, hue }));
            }
        }
    });
    ui.add_space(4.0);
}

/// What it rests on, as the team says; that it rests on data is said by the answers.
fn evidence_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, items: &[Item], all: &[&Marks]) {
    let ctx = parts.ctx;
    let measured = |item: &Item| match item {
        Item::Touchpoint(id) => ctx.scores.is_some_and(|table| table.is_about(*id)),
        Item::Note(_) => false,
    };
    let by_data = items.iter().all(measured);
    let name = |evidence| {
        ctx.t(match evidence {
            None => "inspector-evidence-none",
            Some(Evidence::Assumption) => "inspector-evidence-assumption",
            Some(Evidence::Anecdote) => "inspector-evidence-anecdote",
        })
    };
    let shared = all.first().map(|m| m.evidence);
    let shared = shared.filter(|e| all.iter().all(|m| m.evidence == *e));
    let text = match (by_data, shared) {
        (true, _) => ctx.t("inspector-evidence-data"),
        (false, Some(evidence)) => name(evidence),
        (false, None) => ctx.t("inspector-evidence-mixed"),
    };
    let key = "inspector-evidence";
    let button = row(ui, ctx, key, |ui| choice(ui, ctx, key, &text));
    menu(&button, ctx.theme, &ctx.t(key), 220.0, |ui| {
        for evidence in [None, Some(Evidence::Assumption), Some(Evidence::Anecdote)] {
            let on = shared == Some(evidence);
            let item = MenuItem::new(name(evidence)).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                let items = items.to_vec();
                parts.out.push(UiAction::Run(Command::SetEvidence { items, evidence }));
            }
        }
        if by_data {
            caption(ui, ctx.theme, ctx.t("inspector-evidence-by-data"));
        }
    });
}

/// The journey that shows it in more detail.
fn sub_journey_ui(ui: &mut Ui, parts: &mut Parts<'_, '_>, item: Item) {
    let ctx = parts.ctx;
    let linked = match item {
        Item::Touchpoint(id) => ctx.model.touchpoints.get(&id).and_then(|t| t.sub_journey),
        Item::Note(id) => ctx.model.notes.get(&id).and_then(|n| n.sub_journey),
    };
    let shown = linked.and_then(|id| ctx.model.journeys.get(&id));
    let text = shown.map_or_else(|| ctx.t("inspector-no-sub-journey"), |j| j.name.clone());
    let key = "inspector-sub-journey";
    let button = row(ui, ctx, key, |ui| choice(ui, ctx, key, &text));
    let set = |out: &mut Vec<UiAction>, journey| {
        out.push(UiAction::Run(Command::LinkJourney { item, journey }));
    };
    menu(&button, ctx.theme, &ctx.t(key), 260.0, |ui| {
        let none = MenuItem::new(ctx.t("inspector-no-sub-journey")).selected(linked.is_none());
        if none.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && linked.is_some() {
            set(parts.out, None);
        }
        for journey in ctx.model.journeys_in_order() {
            let on = linked == Some(journey.id);
            let item = MenuItem::new(&journey.name).selected(on);
            if item.disabled_because(ctx.why_fixed()).show(ui, ctx.theme) && !on {
                set(parts.out, Some(journey.id));
            }
        }
    });
    if let Some(journey) = shown {
        let text = Message::new("inspector-open-sub-journey").with("name", journey.name.as_str());
        let open = crate::app::widgets::Button::quiet(ctx.texts.say(&text)).small();
        if open.icon(Icon::of("account_tree")).show(ui, ctx.theme).clicked() {
            parts.out.push(UiAction::OpenJourney(journey.id));
        }
    }
}
