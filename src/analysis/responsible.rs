//! Who answers for touchpoints: an owner, a team or a department.
//!
//! Knows nothing of scores.

use crate::model::{JourneyId, Model, OwnerId, PlacementId, StageId, TeamId, TouchpointId};
use crate::scores::{By, Filter, Key};
use std::collections::BTreeSet;

/// Who answers for touchpoints.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Responsible {
    /// A person.
    Owner(OwnerId),
    /// A team: the touchpoints of its people.
    Team(TeamId),
    /// A department, by the name that its teams give.
    Department(String),
}

/// The three kinds of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[expect(missing_docs, reason = "each is the part of the same name in `Responsible`")]
pub enum ResponsibleKind {
    #[default]
    Owner,
    Team,
    Department,
}

impl ResponsibleKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Owner, Self::Team, Self::Department];

    /// The split that counts for each of them.
    #[must_use]
    pub fn by(self) -> By {
        match self {
            Self::Owner => By::Owner,
            Self::Team => By::Team,
            Self::Department => By::Department,
        }
    }
}

/// A touchpoint on a journey, by its first card there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Held {
    /// The touchpoint.
    pub touchpoint: TouchpointId,
    /// Its first card.
    pub card: PlacementId,
    /// The stage in which that stands.
    pub stage: Option<StageId>,
}

impl Responsible {
    /// All of a kind that answer for a touchpoint on a journey, by name.
    #[must_use]
    pub fn all(model: &Model, journey: JourneyId, kind: ResponsibleKind) -> Vec<Self> {
        let on_journey = model.placements.values().filter(|p| p.journey == journey);
        let owners = on_journey.filter_map(|p| model.owner_of(p.touchpoint));
        let found: BTreeSet<Self> = owners
            .filter_map(|owner| match kind {
                ResponsibleKind::Owner => Some(Self::Owner(owner.id)),
                ResponsibleKind::Team => Some(Self::Team(model.team_of(owner.id)?.id)),
                ResponsibleKind::Department => {
                    let team = model.team_of(owner.id)?;
                    Some(Self::Department(team.department_name().to_owned()))
                }
            })
            .collect();
        let mut named: Vec<(String, Self)> = found
            .into_iter()
            .filter_map(|one| Some((one.name(model)?.to_lowercase(), one)))
            .collect();
        named.sort();
        named.into_iter().map(|(_, one)| one).collect()
    }

    /// Which kind this is.
    #[must_use]
    pub fn kind(&self) -> ResponsibleKind {
        match self {
            Self::Owner(_) => ResponsibleKind::Owner,
            Self::Team(_) => ResponsibleKind::Team,
            Self::Department(_) => ResponsibleKind::Department,
        }
    }

    /// The part that this is in a split by its kind.
    #[must_use]
    pub fn key(&self) -> Key {
        match self {
            Self::Owner(id) => Key::Owner(Some(*id)),
            Self::Team(id) => Key::Team(Some(*id)),
            Self::Department(name) => Key::Department(Some(name.clone())),
        }
    }

    /// The name; absent when the owner or team is gone.
    #[must_use]
    pub fn name<'a>(&'a self, model: &'a Model) -> Option<&'a str> {
        match self {
            Self::Owner(id) => model.owners.get(id).map(|owner| owner.name.as_str()),
            Self::Team(id) => model.teams.get(id).map(|team| team.name.as_str()),
            Self::Department(name) => Some(name),
        }
    }

    /// Whether it answers for a touchpoint.
    #[must_use]
    pub fn holds(&self, model: &Model, touchpoint: TouchpointId) -> bool {
        let Some(owner) = model.owner_of(touchpoint) else { return false };
        match self {
            Self::Owner(id) => owner.id == *id,
            Self::Team(id) => owner.team == Some(*id),
            Self::Department(name) => {
                model.team_of(owner.id).is_some_and(|team| team.department_name() == name)
            }
        }
    }

    /// Its touchpoints on a journey, each once, in the order of the journey.
    #[must_use]
    pub fn touchpoints(&self, model: &Model, journey: JourneyId) -> Vec<Held> {
        let mut met = BTreeSet::new();
        let cards = model.placements_of(journey).into_iter();
        let own = cards.filter(|p| self.holds(model, p.touchpoint) && met.insert(p.touchpoint));
        own.map(|p| Held { touchpoint: p.touchpoint, card: p.id, stage: model.stage_at(p.spot) })
            .collect()
    }

    /// A filter that lets through only answers about its touchpoints; a choice of owners and teams in
    /// it gives way. Nothing when nobody by this name is left.
    #[must_use]
    pub fn narrow(&self, model: &Model, filter: &Filter) -> Option<Filter> {
        let mut filter = Filter { owners: [].into(), teams: [].into(), ..filter.clone() };
        match self {
            Self::Owner(id) => {
                model.owners.get(id)?;
                filter.owners.insert(*id);
            }
            Self::Team(id) => {
                model.teams.get(id)?;
                filter.teams.insert(*id);
            }
            Self::Department(name) => {
                let teams = model.teams.values().filter(|team| team.department_name() == name);
                filter.teams.extend(teams.map(|team| team.id));
                // No teams in a filter would mean all of them.
                filter.teams.first()?;
            }
        }
        Some(filter)
    }
}
