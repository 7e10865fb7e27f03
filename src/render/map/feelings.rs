//! What a lane of feelings shows: a curve for each persona, or one computed from scores.
//!
//! Gathers values; draws nothing.

use super::context::Context;
use crate::analysis::heat;
use crate::model::{Hue, Lane, Persona, PersonaId, PlacementId};
use crate::render::figure_words;
use std::collections::BTreeSet;

/// What a value is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum About {
    Card(PlacementId),
    Column,
}

/// One value of a curve.
pub(super) struct Feeling<'a> {
    pub about: About,
    /// What a point is named after.
    pub title: &'a str,
    pub column: usize,
    pub x: f32,
    /// −2…2.
    pub value: f64,
    /// The score it is computed from, in words.
    pub score: Option<String>,
    /// Whether it rests on few answers.
    pub few: bool,
}

/// One curve: runs of values without a gap between them.
pub(super) struct Curve<'a> {
    pub persona: Option<&'a Persona>,
    /// Its colour where there are several.
    pub hue: Hue,
    pub runs: Vec<Vec<Feeling<'a>>>,
}

/// Colours of curves whose persona has none, far from each other.
const HUES: [Hue; 8] =
    [Hue::Lilac, Hue::Teal, Hue::Peach, Hue::Sky, Hue::Rose, Hue::Mint, Hue::Yellow, Hue::Grey];

/// The curves of a lane: of its persona or the request's, else of everybody whose feelings are
/// known, the journey's persona first.
pub(super) fn curves<'a>(context: &Context<'a>, lane: &Lane) -> Vec<Curve<'a>> {
    if lane.metric.is_some() {
        return computed(context, lane).into_iter().collect();
    }
    let only = lane.persona.or(context.request.persona);
    let mut taken = BTreeSet::new();
    let mut curves: Vec<Curve> = personas(context, only)
        .into_iter()
        .filter_map(|persona| {
            let runs = runs(context, persona.id);
            (!runs.is_empty()).then_some(Curve { persona: Some(persona), hue: Hue::Grey, runs })
        })
        .collect();
    taken.extend(curves.iter().filter_map(|c| c.persona.and_then(|p| p.hue)));
    let mut free = HUES.iter().copied().filter(|hue| !taken.contains(hue)).cycle();
    for curve in &mut curves {
        let own = curve.persona.and_then(|p| p.hue);
        curve.hue = own.or_else(|| free.next()).unwrap_or(Hue::Grey);
    }
    curves
}

fn personas<'a>(context: &Context<'a>, only: Option<PersonaId>) -> Vec<&'a Persona> {
    let model = context.model;
    if let Some(only) = only {
        return model.personas.get(&only).into_iter().collect();
    }
    let first = context.persona.and_then(|id| model.personas.get(&id));
    let others = model.personas.values().filter(|p| Some(p.id) != context.persona);
    first.into_iter().chain(others).collect()
}

fn runs<'a>(context: &Context<'a>, persona: PersonaId) -> Vec<Vec<Feeling<'a>>> {
    let lanes = context.card_lanes();
    let mut runs = vec![Vec::new()];
    for (index, column) in context.columns().iter().enumerate() {
        if column.is_folded() {
            runs.push(Vec::new());
            continue;
        }
        let cards: Vec<_> = lanes.iter().flat_map(|lane| context.cards(index, *lane)).collect();
        for (place, card) in cards.iter().enumerate() {
            let value = context.model.emotions.get(&(card.id, persona)).map(|e| e.value);
            let touchpoint = context.model.touchpoints.get(&card.touchpoint);
            let (Some(value), Some(touchpoint)) = (value, touchpoint) else {
                runs.push(Vec::new());
                continue;
            };
            let share = (place as f32 + 0.5) / cards.len() as f32;
            let feeling = Feeling {
                about: About::Card(card.id),
                title: &touchpoint.title,
                column: index,
                x: column.x + (column.width - 4.0) * share,
                value,
                score: None,
                few: false,
            };
            if let Some(run) = runs.last_mut() {
                run.push(feeling);
            }
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// The curve of a score: its place between worst and best, column by column.
fn computed<'a>(context: &Context<'a>, lane: &Lane) -> Option<Curve<'a>> {
    let overlay = context.figures.of_metric(lane.metric)?;
    let (version, midpoint) = (overlay.version.as_ref()?, overlay.midpoint?);
    let mut runs = vec![Vec::new()];
    for (index, column) in context.columns().iter().enumerate() {
        let stage = *context.stages.get(column.stage)?;
        let reading = context.figures.reading(overlay, column, stage.id);
        let Some(score) = reading.score().filter(|_| !column.is_folded()) else {
            runs.push(Vec::new());
            continue;
        };
        let place = heat(score.shown().value, midpoint.value, version.worst_best());
        let words = figure_words::value(context.texts, overlay.metric(), score.shown().value);
        let feeling = Feeling {
            about: About::Column,
            title: "",
            column: index,
            x: column.x + (column.width - 4.0) / 2.0,
            value: (place - 50.0) / 25.0,
            score: Some(words),
            few: score.low_base,
        };
        if let Some(run) = runs.last_mut() {
            run.push(feeling);
        }
    }
    runs.retain(|run| !run.is_empty());
    Some(Curve { persona: None, hue: Hue::Grey, runs })
}
