//! Parts of a selection by name: a key for programs, words for people, a place in the list.

use crate::model::{JourneyId, Model, Spot, TouchpointId};
use crate::scores::Key;
use crate::text::Texts;

/// Where a part stands among the others: stage, card, name.
pub type Place = (i64, i64, String);

/// A part with its names.
pub struct Named {
    /// Identity, group value or `YYYY-MM`; absent for answers that have none.
    pub key: Option<String>,
    /// For people.
    pub name: String,
    /// The stage a touchpoint is in.
    pub stage: Option<String>,
    /// Where it is listed.
    pub place: Place,
}

/// What comes after everything that has a name.
const LAST: i64 = i64::MAX;

/// Names a part.
#[must_use]
pub fn part(key: &Key, journey: Option<JourneyId>, model: &Model, texts: &Texts) -> Named {
    match key {
        Key::Whole => {
            let name = journey.and_then(|j| model.journeys.get(&j)).map(|j| j.name.clone());
            Named {
                key: None,
                name: name.unwrap_or_default(),
                stage: None,
                place: Place::default(),
            }
        }
        Key::Touchpoint(None) => last(texts.get("cli-whole-journey")),
        Key::Touchpoint(Some(id)) => touchpoint(*id, journey, model, texts),
        Key::Stage(id) => match id.and_then(|id| model.stages.get(&id)) {
            None => last(texts.get("cli-none")),
            Some(stage) => Named {
                key: Some(stage.id.to_string()),
                name: texts.stage(stage),
                stage: None,
                place: (stage.position, 0, String::new()),
            },
        },
        Key::Spot(spot) => spot_name(*spot, model, texts),
        Key::Channel(id) => {
            let name = id.and_then(|id| model.channels.get(&id)).map(|c| texts.channel(c));
            by_name(id.map(|i| i.to_string()), name, texts)
        }
        Key::Owner(id) => {
            let name = id.and_then(|id| model.owners.get(&id)).map(|o| o.name.clone());
            by_name(id.map(|i| i.to_string()), name, texts)
        }
        Key::Team(id) => {
            let name = id.and_then(|id| model.teams.get(&id)).map(|t| t.name.clone());
            by_name(id.map(|i| i.to_string()), name, texts)
        }
        Key::Department(name) => by_name(name.clone(), name.clone(), texts),
        Key::Wave(wave) => by_name(Some(wave.clone()), Some(wave.clone()), texts),
        Key::Month(month) => {
            let text = month.map(|m| format!("{:04}-{:02}", m.year, m.month));
            by_name(text.clone(), text, texts)
        }
        Key::Segment(value) => by_name(value.clone(), value.clone(), texts),
    }
}

fn touchpoint(id: TouchpointId, journey: Option<JourneyId>, model: &Model, texts: &Texts) -> Named {
    let stage = journey.and_then(|j| model.stage_of(j, id)).and_then(|s| model.stages.get(&s));
    let cards = journey.map(|j| model.placements_of(j)).unwrap_or_default();
    let card = cards.iter().position(|p| p.touchpoint == id).and_then(|n| i64::try_from(n).ok());
    Named {
        key: Some(id.to_string()),
        name: model.touchpoints.get(&id).map(|t| t.title.clone()).unwrap_or_default(),
        stage: stage.map(|s| texts.stage(s)),
        place: (stage.map_or(LAST, |s| s.position), card.unwrap_or(LAST), String::new()),
    }
}

fn by_name(key: Option<String>, name: Option<String>, texts: &Texts) -> Named {
    let Some(name) = name else {
        return last(texts.get("cli-none"));
    };
    let place = (0, 0, name.to_lowercase());
    Named { key, name, stage: None, place }
}

fn last(name: String) -> Named {
    Named { key: None, name, stage: None, place: (LAST, LAST, String::new()) }
}

/// A step, or a stage that is meant as a whole.
fn spot_name(spot: Option<Spot>, model: &Model, texts: &Texts) -> Named {
    let stage = spot.and_then(|s| model.stage_at(s)).and_then(|id| model.stages.get(&id));
    let (Some(spot), Some(stage)) = (spot, stage) else {
        return last(texts.get("cli-none"));
    };
    let step = match spot {
        Spot::Step(step) => model.steps.get(&step),
        Spot::Stage(_) => None,
    };
    Named {
        key: Some(step.map_or_else(|| stage.id.to_string(), |step| step.id.to_string())),
        name: step.map_or_else(|| texts.stage(stage), |step| step.name.clone()),
        stage: step.map(|_| texts.stage(stage)),
        place: (stage.position, step.map_or(0, |step| step.position + 1), String::new()),
    }
}
