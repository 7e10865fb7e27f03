//! What a selection can be compared with beside an earlier time: another wave, the rest of the
//! answers, another journey.
//!
//! Offers choices and says what a choice compares; counts nothing.

use super::{period_words, periods};
use crate::analysis::Rival;
use crate::app::context::{CompareWith, Ctx, Overlay, UiAction, View};
use crate::model::{Message, Model};
use crate::scores::{Filter, ScoreTable};
use crate::text::Texts;
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many waves are offered in pairs; more would be a list that nobody reads.
const MOST_WAVES: usize = 6;

/// One choice.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// What is compared with what.
    pub name: String,
    /// What is shown then.
    pub filter: Filter,
    /// What that is compared with.
    pub rival: Rival,
}

impl Offer {
    /// Looks at it.
    #[must_use]
    pub fn look(&self, ctx: &Ctx<'_>) -> UiAction {
        UiAction::look(ctx, |view| {
            view.filter = self.filter.clone();
            view.compare = CompareWith::Selection;
            view.rival = Some(Arc::new(self.rival.clone()));
            view.overlay = Overlay::Heat;
        })
    }

    /// Whether it is what is looked at.
    #[must_use]
    pub fn is_on(&self, view: &View) -> bool {
        view.compare == CompareWith::Selection
            && view.rival.as_deref() == Some(&self.rival)
            && view.filter == self.filter
    }
}

/// What the selection shown is compared with, if with any.
#[must_use]
pub fn against(texts: &Texts, view: &View) -> Option<Rival> {
    if view.compare == CompareWith::Selection {
        return view.rival.as_deref().cloned();
    }
    let period = periods::before(view.filter.period, view.compare)?;
    let filter = Filter { period, ..view.filter.clone() };
    Some(Rival { filter, journey: None, name: period_words(texts, period) })
}

/// Everything that what is shown can be compared with.
#[must_use]
pub fn offers(ctx: &Ctx<'_>) -> Vec<Offer> {
    let Some(table) = ctx.scores else { return Vec::new() };
    let mut all = waves(ctx, table);
    all.extend(rest(ctx, table));
    all.extend(journeys(ctx));
    all
}

/// Every wave with every earlier one; waves are told in the order of their names.
fn waves(ctx: &Ctx<'_>, table: &ScoreTable) -> Vec<Offer> {
    let surveys = table.surveys.iter().filter_map(|id| ctx.model.surveys.get(id));
    let names: BTreeSet<&str> =
        surveys.map(|s| s.wave.as_str()).filter(|wave| !wave.is_empty()).collect();
    if names.len() > MOST_WAVES {
        return Vec::new();
    }
    let mut all = Vec::new();
    for later in names.iter().rev() {
        for earlier in names.iter().rev().filter(|earlier| earlier < &later) {
            let of =
                |wave: &str| Filter { waves: [wave.to_owned()].into(), ..ctx.view.filter.clone() };
            let name = Message::new("filter-against").with("a", *later).with("b", *earlier);
            let rival = Rival { filter: of(earlier), journey: None, name: (*earlier).to_owned() };
            all.push(Offer { name: ctx.texts.say(&name), filter: of(later), rival });
        }
    }
    all
}

/// What is chosen of one segment, channel or wave against all else of it. With several chosen there
/// is more than one "rest", so none is offered.
fn rest(ctx: &Ctx<'_>, table: &ScoreTable) -> Option<Offer> {
    let filter = &ctx.view.filter;
    let segments: Vec<_> =
        filter.segments.iter().filter(|(_, wanted)| !wanted.is_empty()).collect();
    let others = usize::from(!filter.channels.is_empty()) + usize::from(!filter.waves.is_empty());
    let mut rest = filter.clone();
    let chosen = match (segments.as_slice(), others) {
        ([(dimension, wanted)], 0) => {
            let known = table.dimensions.iter().find(|d| d.name == **dimension)?;
            let all = known.values.iter().cloned().chain([String::new()]);
            let left = all.filter(|value| !wanted.contains(value)).collect();
            rest.segments.insert((*dimension).clone(), left);
            wanted.iter().cloned().collect::<Vec<_>>()
        }
        ([], 1) if !filter.channels.is_empty() => {
            let all = ctx.model.channels.values();
            let (inside, outside): (Vec<_>, Vec<_>) =
                all.partition(|c| filter.channels.contains(&c.id));
            rest.channels = outside.iter().map(|c| c.id).collect();
            inside.iter().map(|c| ctx.texts.channel(c)).collect()
        }
        ([], 1) => {
            let all = ctx.model.surveys.values().map(|s| s.wave.clone());
            rest.waves = all.filter(|wave| !filter.waves.contains(wave)).collect();
            filter.waves.iter().cloned().collect()
        }
        _ => return None,
    };
    let nothing = rest.waves.is_empty() && rest.channels.is_empty() && segments.is_empty();
    let name = Message::new("filter-against-rest").with("a", chosen.join(", "));
    let rival = Rival { filter: rest, journey: None, name: ctx.t("filter-rest") };
    let offer = Offer { name: ctx.texts.say(&name), filter: filter.clone(), rival };
    (!nothing).then_some(offer)
}

/// The journey against each other one: such as the present one against the one that is planned.
fn journeys(ctx: &Ctx<'_>) -> Vec<Offer> {
    let here = ctx.journey();
    let model: &Model = ctx.model;
    let others = model.journeys_in_order().into_iter().filter(|j| Some(j.id) != here);
    let own = here.and_then(|id| model.journeys.get(&id)).map(|j| j.name.clone());
    let own = own.unwrap_or_default();
    others
        .map(|journey| {
            let name =
                Message::new("filter-against").with("a", &own).with("b", journey.name.as_str());
            let filter = ctx.view.filter.clone();
            let rival = Rival {
                filter: filter.clone(),
                journey: Some(journey.id),
                name: journey.name.clone(),
            };
            Offer { name: ctx.texts.say(&name), filter, rival }
        })
        .collect()
}
