//! The chips of the strip and the menus behind them.
//!
//! Each choice is pushed as another way of looking.

use super::counts::{Counts, Each};
use super::personas;
use super::typed::{self, Typed};
use super::{bands, is_open, period_words, periods, saved};
use crate::app::context::{Ctx, UiAction};
use crate::app::derived::Derived;
use crate::app::widgets::{Chip, MenuItem, menu, menu_heading};
use crate::model::{Audience, ChannelId, PersonaId, SurveyId, TouchpointId};
use crate::render::filter_words::band as band_words;
use crate::render::icons::Icon;
use crate::scores::{Band, By, Dimension, Filter, Key, Period};
use egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// The filters that "+ Filter" adds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Kind {
    /// Touchpoints themselves.
    Touchpoint,
    /// Owner of the touchpoint.
    Owner,
    /// Team of that owner.
    Team,
    /// Survey.
    Survey,
    /// Wave of a survey.
    Wave,
    /// What was answered.
    Score,
    /// Who stands for a persona.
    Persona,
    /// What was written.
    Text,
    /// A segment dimension, by name.
    Segment(String),
}

/// So many segment dimensions have a chip from the start; the others are behind "+ Filter".
const FIRST_SEGMENTS: usize = 3;

impl Kind {
    const FIXED: [Self; 8] = [
        Self::Touchpoint,
        Self::Owner,
        Self::Team,
        Self::Survey,
        Self::Wave,
        Self::Score,
        Self::Persona,
        Self::Text,
    ];

    /// Every filter that can be added, those of the answers' segments too.
    fn all(ctx: &Ctx<'_>) -> Vec<Self> {
        let segments = ctx.scores.into_iter().flat_map(|table| table.dimensions.iter());
        let further = segments.skip(FIRST_SEGMENTS).map(|d| Self::Segment(d.name.clone()));
        further.chain(Self::FIXED).collect()
    }

    fn name(&self, ctx: &Ctx<'_>) -> String {
        match self {
            Self::Touchpoint => ctx.t("filter-touchpoint"),
            Self::Owner => ctx.t("filter-owner"),
            Self::Team => ctx.t("filter-team"),
            Self::Survey => ctx.t("filter-survey"),
            Self::Wave => ctx.t("filter-wave"),
            Self::Score => ctx.t("filter-score"),
            Self::Persona => ctx.t("filter-persona"),
            Self::Text => ctx.t("filter-text"),
            Self::Segment(name) => name.clone(),
        }
    }

    fn is_used(&self, filter: &Filter) -> bool {
        match self {
            Self::Touchpoint => !filter.touchpoints.is_empty(),
            Self::Owner => !filter.owners.is_empty(),
            Self::Team => !filter.teams.is_empty(),
            Self::Survey => !filter.surveys.is_empty(),
            Self::Wave => !filter.waves.is_empty(),
            Self::Score => filter.band.is_some(),
            Self::Persona => !filter.personas.is_empty(),
            Self::Text => filter.written.is_some(),
            Self::Segment(name) => filter.segments.get(name).is_some_and(|set| !set.is_empty()),
        }
    }

    fn clear(&self, filter: &mut Filter) {
        match self {
            Self::Touchpoint => filter.touchpoints.clear(),
            Self::Owner => filter.owners.clear(),
            Self::Team => filter.teams.clear(),
            Self::Survey => filter.surveys.clear(),
            Self::Wave => filter.waves.clear(),
            Self::Score => filter.band = None,
            Self::Persona => filter.personas.clear(),
            Self::Text => filter.written = None,
            Self::Segment(name) => {
                filter.segments.remove(name);
            }
        }
    }
}

/// What the chips remember between frames.
#[derive(Default)]
pub struct Shown {
    /// Filters that got a chip by "+ Filter" and may still be empty.
    kinds: BTreeSet<Kind>,
    counts: Counts,
    personas: Each<PersonaId>,
    surveys: Each<SurveyId>,
    bands: Each<bands::Key>,
    typed: Typed,
}

/// Shows all chips.
pub(in crate::app) fn chips(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    derived: &Derived,
    shown: &mut Shown,
    out: &mut Vec<UiAction>,
) {
    saved::chip_ui(ui, ctx, out);
    period(ui, ctx, derived, out);
    // The period has a cross of its own.
    let beside_period = Filter { period: Period::default(), ..ctx.view.filter.clone() };
    if !is_open(&beside_period) {
        let chip = Chip::new(ctx.t("filter-clear"), "").show(ui, ctx.theme);
        if chip.response.clicked() {
            out.push(UiAction::look(ctx, |view| view.filter = Filter::default()));
        }
    }
    channels(ui, ctx, &mut shown.counts, out);
    let dimensions = ctx.scores.map(|table| table.dimensions.as_slice()).unwrap_or_default();
    for dimension in dimensions.iter().take(FIRST_SEGMENTS) {
        segment(ui, ctx, dimension, &mut shown.counts, out);
    }
    for kind in Kind::all(ctx) {
        if shown.kinds.contains(&kind) || kind.is_used(&ctx.view.filter) {
            other(ui, ctx, &kind, shown, out);
        }
    }
    add(ui, ctx, shown);
}

fn period(ui: &mut Ui, ctx: &Ctx<'_>, derived: &Derived, out: &mut Vec<UiAction>) {
    let now = ctx.view.filter.period;
    let mut chip = Chip::new(ctx.t("filter-period"), period_words(ctx.texts, now))
        .icon(Icon::of("calendar_month"));
    if now != Period::default() {
        chip = chip.removable(ctx.t("filter-period-remove"));
    }
    let shown = chip.show(ui, ctx.theme);
    let mut choose = |period: Period| {
        out.push(UiAction::look(ctx, |view| view.filter.period = period));
    };
    if shown.removed {
        return choose(Period::default());
    }
    menu(&shown.response, ctx.theme, &ctx.t("filter-period"), 230.0, |ui| {
        let days = derived.days;
        for (key, period) in [
            ("filter-period-everything", Some(Period::default())),
            ("filter-period-month", periods::last_month(days)),
            ("filter-period-quarter", periods::last_quarter(days)),
            ("filter-period-year", periods::last_year(days)),
        ] {
            let Some(period) = period else { continue };
            let detail = if period == Period::default() {
                String::new()
            } else {
                period_words(ctx.texts, period)
            };
            let item = MenuItem::new(ctx.t(key)).detail(detail).selected(now == period);
            if item.show(ui, ctx.theme) {
                choose(period);
            }
        }
    });
}

/// A chip whose menu ticks any number of values; gives the value that was switched.
fn many<T: Ord + Clone>(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    caption: &str,
    options: &[(T, String)],
    chosen: &BTreeSet<T>,
    mut count: impl FnMut(&T) -> Option<u64>,
) -> Option<BTreeSet<T>> {
    let names: Vec<&str> = options
        .iter()
        .filter(|(value, _)| chosen.contains(value))
        .map(|(_, name)| name.as_str())
        .collect();
    let value = match names.as_slice() {
        [] => ctx.t("app-all"),
        [one] => (*one).to_owned(),
        [first, rest @ ..] => format!("{first} +{}", rest.len()),
    };
    let mut chip = Chip::new(caption, value);
    if !chosen.is_empty() {
        chip = chip.removable(ctx.t1("filter-remove", "name", caption));
    }
    let shown = chip.show(ui, ctx.theme);
    if shown.removed {
        return Some(BTreeSet::new());
    }
    let mut changed = None;
    menu(&shown.response, ctx.theme, caption, 220.0, |ui| {
        let everything = MenuItem::new(ctx.t("app-all")).selected(chosen.is_empty());
        if everything.show(ui, ctx.theme) {
            changed = Some(BTreeSet::new());
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for (value, name) in options {
                let on = chosen.contains(value);
                let mut item = MenuItem::new(name).selected(on);
                if let Some(n) = count(value) {
                    item = item.shortcut(ctx.t1("inspector-n", "n", n));
                }
                if item.show(ui, ctx.theme) {
                    let mut next = chosen.clone();
                    if !next.remove(value) {
                        next.insert(value.clone());
                    }
                    changed = Some(next);
                }
            }
        });
    });
    changed
}

fn channels(ui: &mut Ui, ctx: &Ctx<'_>, counts: &mut Counts, out: &mut Vec<UiAction>) {
    if ctx.model.channels.is_empty() {
        return;
    }
    let options: Vec<_> =
        ctx.model.channels.values().map(|c| (c.id, ctx.texts.channel(c))).collect();
    let caption = ctx.t("filter-channel");
    let count = |id: &ChannelId| counts.of(ctx, &By::Channel, &Key::Channel(Some(*id)));
    if let Some(channels) = many(ui, ctx, &caption, &options, &ctx.view.filter.channels, count) {
        out.push(UiAction::look(ctx, |view| view.filter.channels = channels));
    }
}

fn segment(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    dimension: &Dimension,
    counts: &mut Counts,
    out: &mut Vec<UiAction>,
) {
    let name = dimension.name.as_str();
    let mut options: Vec<_> = dimension.values.iter().map(|v| (v.clone(), v.clone())).collect();
    options.sort();
    let none = BTreeSet::new();
    let chosen = ctx.view.filter.segments.get(name).unwrap_or(&none);
    let by = By::Segment(name.to_owned());
    let count = |value: &String| counts.of(ctx, &by, &Key::Segment(Some(value.clone())));
    if let Some(values) = many(ui, ctx, name, &options, chosen, count) {
        out.push(UiAction::look(ctx, |view| {
            if values.is_empty() {
                view.filter.segments.remove(name);
            } else {
                view.filter.segments.insert(name.to_owned(), values);
            }
        }));
    }
}

fn other(ui: &mut Ui, ctx: &Ctx<'_>, kind: &Kind, shown: &mut Shown, out: &mut Vec<UiAction>) {
    let caption = kind.name(ctx);
    let counts = &mut shown.counts;
    let filter = &ctx.view.filter;
    let mut next = filter.clone();
    let changed = match kind {
        Kind::Touchpoint => {
            let all = touchpoints(ctx);
            many(ui, ctx, &caption, &all, &filter.touchpoints, |id| {
                counts.of(ctx, &By::Touchpoint, &Key::Touchpoint(Some(*id)))
            })
            .map(|set| next.touchpoints = set)
        }
        Kind::Owner => {
            let all: Vec<_> = ctx.model.owners.values().map(|o| (o.id, o.name.clone())).collect();
            many(ui, ctx, &caption, &all, &filter.owners, |id| {
                counts.of(ctx, &By::Owner, &Key::Owner(Some(*id)))
            })
            .map(|set| next.owners = set)
        }
        Kind::Team => {
            let all: Vec<_> = ctx.model.teams.values().map(|t| (t.id, t.name.clone())).collect();
            many(ui, ctx, &caption, &all, &filter.teams, |id| {
                counts.of(ctx, &By::Team, &Key::Team(Some(*id)))
            })
            .map(|set| next.teams = set)
        }
        Kind::Survey => {
            surveys(ui, ctx, &caption, &mut shown.surveys).map(|set| next.surveys = set)
        }
        Kind::Wave => waves(ui, ctx, &caption, counts).map(|set| next.waves = set),
        Kind::Score => {
            let all = bands::of(ctx);
            let named = |band: &Band| (bands::key(band), band_words(ctx.texts, band));
            let options: Vec<_> = all.iter().map(named).collect();
            let chosen = filter.band.iter().map(bands::key).collect();
            // One band at a time: the one that was added last.
            let count = |key: &bands::Key| {
                shown.bands.count(ctx, *key, |f, key| f.band = key.map(bands::band))
            };
            many(ui, ctx, &caption, &options, &chosen, count).map(|set| {
                let new = set.into_iter().find(|key| !chosen.contains(key));
                next.band = all.into_iter().find(|band| Some(bands::key(band)) == new);
            })
        }
        Kind::Persona => {
            let all = personas::options(ctx);
            many(ui, ctx, &caption, &all, &filter.personas, |id| {
                let set =
                    |f: &mut Filter, id: Option<PersonaId>| f.personas = id.into_iter().collect();
                shown.personas.count(ctx, *id, set)
            })
            .map(|set| next.personas = set)
        }
        Kind::Text => return written(ui, ctx, shown, out),
        Kind::Segment(name) => {
            let dimensions = ctx.scores.into_iter().flat_map(|table| table.dimensions.iter());
            let values = dimensions.filter(|d| d.name == *name).flat_map(|d| d.values.iter());
            let all: BTreeSet<_> = values.map(|v| (v.clone(), v.clone())).collect();
            let all: Vec<_> = all.into_iter().collect();
            let chosen = filter.segments.get(name).cloned().unwrap_or_default();
            many(ui, ctx, &caption, &all, &chosen, |value| {
                let by = By::Segment(name.clone());
                counts.of(ctx, &by, &Key::Segment(Some(value.clone())))
            })
            .map(|set| {
                next.segments.insert(name.clone(), set);
            })
        }
    };
    if changed.is_some() {
        if !kind.is_used(&next) {
            kind.clear(&mut next);
            shown.kinds.remove(kind);
        }
        out.push(UiAction::look(ctx, |view| view.filter = next));
    }
}

fn surveys(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    caption: &str,
    counts: &mut Each<SurveyId>,
) -> Option<BTreeSet<SurveyId>> {
    let name = |s: &crate::model::Survey| format!("{} {}", s.name, s.wave);
    let surveys = ctx.model.surveys.values();
    let all: Vec<_> = surveys.map(|s| (s.id, name(s).trim().to_owned())).collect();
    let set = |f: &mut Filter, id: Option<SurveyId>| f.surveys = id.into_iter().collect();
    let customers =
        |id: &SurveyId| ctx.model.surveys.get(id).is_some_and(|s| s.audience == Audience::Customer);
    many(ui, ctx, caption, &all, &ctx.view.filter.surveys, |id| {
        // Of employees no number is told.
        if customers(id) { counts.count(ctx, *id, set) } else { None }
    })
}

fn waves(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    caption: &str,
    counts: &mut Counts,
) -> Option<BTreeSet<String>> {
    let surveys = ctx.model.surveys.values();
    let waves: BTreeSet<String> =
        surveys.map(|s| s.wave.clone()).filter(|w| !w.is_empty()).collect();
    let all: Vec<_> = waves.into_iter().map(|w| (w.clone(), w)).collect();
    many(ui, ctx, caption, &all, &ctx.view.filter.waves, |wave| {
        counts.of(ctx, &By::Wave, &Key::Wave(wave.clone()))
    })
}

/// The words that count; while they are changed a field stands in their place.
fn written(ui: &mut Ui, ctx: &Ctx<'_>, shown: &mut Shown, out: &mut Vec<UiAction>) {
    if shown.kinds.contains(&Kind::Text) {
        if typed::field_ui(ui, ctx, &mut shown.typed, out) {
            shown.kinds.remove(&Kind::Text);
        }
        return;
    }
    match typed::chip_ui(ui, ctx, &Kind::Text.name(ctx)) {
        Some(typed::Asked::Edit) => {
            shown.typed = Typed::of(&ctx.view.filter);
            shown.kinds.insert(Kind::Text);
        }
        Some(typed::Asked::Remove) => {
            out.push(UiAction::look(ctx, |view| view.filter.written = None));
        }
        None => {}
    }
}

/// The touchpoints of the journey in the order of the map, and those elsewhere that are chosen.
fn touchpoints(ctx: &Ctx<'_>) -> Vec<(TouchpointId, String)> {
    let placed = ctx.journey().map(|id| ctx.model.placements_of(id)).unwrap_or_default();
    let here = placed.iter().map(|p| p.touchpoint);
    let mut seen = BTreeSet::new();
    here.chain(ctx.view.filter.touchpoints.iter().copied())
        .filter(|id| seen.insert(*id))
        .filter_map(|id| Some((id, ctx.model.touchpoints.get(&id)?.title.clone())))
        .collect()
}

fn add(ui: &mut Ui, ctx: &Ctx<'_>, shown: &mut Shown) {
    let missing: Vec<Kind> = Kind::all(ctx)
        .into_iter()
        .filter(|k| !shown.kinds.contains(k) && !k.is_used(&ctx.view.filter))
        .collect();
    if missing.is_empty() {
        return;
    }
    let text = ctx.t("filter-add");
    let chip = Chip::new(text.clone(), "").icon(Icon::of("add")).dashed().show(ui, ctx.theme);
    menu(&chip.response, ctx.theme, &text, 200.0, |ui| {
        menu_heading(ui, ctx.theme, &text);
        for kind in missing {
            if MenuItem::new(kind.name(ctx)).show(ui, ctx.theme) {
                if kind == Kind::Text {
                    shown.typed = Typed::default();
                }
                shown.kinds.insert(kind);
            }
        }
    });
}
