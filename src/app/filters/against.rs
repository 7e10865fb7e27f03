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
use serde_json::{Map, Value};
use std::collections::BTreeSet;
use std::sync::Arc;

/// So many waves are offered in pairs; more would be a list that nobody reads.
const MOST_WAVES: usize = 6;

/// One choice.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// What is compared with what.
    pub name: String,
    /// What people call what is shown then.
    pub now: String,
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

/// What another look at the document does to its comparison: conditions that both sides share go on
/// holding for both; without the one in which they differ there is nothing to compare.
pub fn follow(view: &mut View, before: &View) {
    let is_same = view.compare == CompareWith::Selection && view.compare == before.compare;
    let Some(rival) = view.rival.clone().filter(|_| is_same && view.rival == before.rival) else {
        return;
    };
    if view.filter == before.filter {
        return;
    }
    match followed(&rival.filter, &before.filter, &view.filter) {
        Some(filter) => view.rival = Some(Arc::new(Rival { filter, ..(*rival).clone() })),
        None => (view.compare, view.rival) = (CompareWith::Nothing, None),
    }
}

fn followed(rival: &Filter, before: &Filter, after: &Filter) -> Option<Filter> {
    let value = |filter| serde_json::to_value(filter).ok();
    let merged = merged(&value(rival)?, &value(before)?, &value(after)?)?;
    serde_json::from_value(merged).ok()
}

/// The condition of the rival after that of what is shown went from one to another.
fn merged(rival: &Value, before: &Value, after: &Value) -> Option<Value> {
    match (rival, before, after) {
        _ if before == after => Some(rival.clone()),
        (Value::Object(theirs), Value::Object(old), Value::Object(new)) => {
            let names: BTreeSet<&String> =
                theirs.keys().chain(old.keys()).chain(new.keys()).collect();
            let part = |of: &Map<String, Value>, name| of.get(name).cloned().unwrap_or_default();
            let mut all = Map::new();
            for name in names {
                let value = merged(&part(theirs, name), &part(old, name), &part(new, name))?;
                let is_there = theirs.contains_key(name) || new.contains_key(name);
                if is_there && (!value.is_null() || new.contains_key(name)) {
                    all.insert(name.clone(), value);
                }
            }
            Some(Value::Object(all))
        }
        _ => (rival == before).then(|| after.clone()),
    }
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
            let now = (*later).to_owned();
            all.push(Offer { name: ctx.texts.say(&name), now, filter: of(later), rival });
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
    let now = chosen.join(", ");
    let name = Message::new("filter-against-rest").with("a", now.as_str());
    let rival = Rival { filter: rest, journey: None, name: ctx.t("filter-rest") };
    let offer = Offer { name: ctx.texts.say(&name), now, filter: filter.clone(), rival };
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
            Offer { name: ctx.texts.say(&name), now: own.clone(), filter, rival }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scores::Period;

    fn of(region: &[&str], waves: &[&str], from: Option<i32>) -> Filter {
        let set = |all: &[&str]| all.iter().map(|v| (*v).to_owned()).collect::<BTreeSet<_>>();
        let mut filter = Filter { waves: set(waves), ..Filter::default() };
        filter.period = Period { from, to: None };
        if !region.is_empty() {
            filter.segments.insert("Region".to_owned(), set(region));
        }
        filter
    }

    #[test]
    fn conditions_hold_for_both_sides_and_their_difference_is_kept_or_nothing_is_left() {
        let (north, south) = (of(&["North"], &[], None), of(&["South", ""], &[], None));
        for (rival, before, after, wanted) in [
            (
                &south,
                &north,
                of(&["North"], &["2026"], Some(9)),
                Some(of(&["South", ""], &["2026"], Some(9))),
            ),
            (&south, &north, of(&["East"], &[], None), None),
            (&south, &north, Filter::default(), None),
            (&north, &north, Filter::default(), Some(Filter::default())),
            (
                &of(&[], &["2025"], None),
                &of(&[], &["2026"], None),
                of(&["North"], &["2026"], None),
                Some(of(&["North"], &["2025"], None)),
            ),
        ] {
            assert_eq!(followed(rival, before, &after), wanted, "{after:?}");
        }
    }
}
