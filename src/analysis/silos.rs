//! The way of the customer over departments: who has the next card, and where it is handed over.
//!
//! Pure and without words: nameless rows are told apart by kind.

use crate::model::{JourneyId, LaneKind, Model, PlacementId, Spot, StageId, TouchpointId};
use std::collections::{BTreeMap, HashMap};

/// Who has a card: the department of its owner's team, or why that is not known.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Silo {
    /// A department by its name; a team's own name where its department has none.
    Department(String),
    /// An owner without a team.
    NoDepartment,
    /// Nobody.
    NoOwner,
}

/// One card on the way.
#[derive(Clone, PartialEq, Debug)]
pub struct Stop {
    /// The card.
    pub card: PlacementId,
    /// Its touchpoint.
    pub touchpoint: TouchpointId,
    /// The stage it stands in.
    pub stage: StageId,
    /// Index into `Silos::rows`.
    pub row: usize,
}

/// From one card to the next, where the department is another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handover {
    /// Index of the stop before.
    pub from: usize,
    /// Index of the stop behind.
    pub to: usize,
}

/// A journey over departments.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Silos {
    /// The rows: departments in the order in which the customer meets them, then those without.
    pub rows: Vec<Silo>,
    /// The cards in the order of the journey.
    pub stops: Vec<Stop>,
    /// Where the customer is handed over, in order.
    pub handovers: Vec<Handover>,
}

impl Silos {
    /// The way of a journey. A card nobody owns hands over to nobody that could be named: it breaks
    /// no line, but is neither the beginning nor the end of a counted handover.
    #[must_use]
    pub fn of(model: &Model, journey: JourneyId) -> Self {
        let found: Vec<(PlacementId, TouchpointId, StageId, Silo)> = path(model, journey)
            .into_iter()
            .filter_map(|(card, stage)| {
                let touchpoint = model.placements.get(&card)?.touchpoint;
                Some((card, touchpoint, stage, silo(model, touchpoint)))
            })
            .collect();
        let rows = rows(found.iter().map(|(.., silo)| silo));
        let stops: Vec<Stop> = found
            .into_iter()
            .filter_map(|(card, touchpoint, stage, silo)| {
                let row = rows.iter().position(|other| *other == silo)?;
                Some(Stop { card, touchpoint, stage, row })
            })
            .collect();
        let handovers = handovers(&rows, &stops);
        Self { rows, stops, handovers }
    }

    /// How many departments have a card.
    #[must_use]
    pub fn departments(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, Silo::Department(_))).count()
    }

    /// Handovers by the stage in which they end.
    #[must_use]
    pub fn by_stage(&self) -> BTreeMap<StageId, usize> {
        let mut counts = BTreeMap::new();
        for handover in &self.handovers {
            if let Some(stop) = self.stops.get(handover.to) {
                *counts.entry(stop.stage).or_insert(0) += 1;
            }
        }
        counts
    }

    /// The stage with most handovers, the earlier one of equals, and how many.
    #[must_use]
    pub fn most(&self) -> Option<(StageId, usize)> {
        let counts = self.by_stage();
        let most = counts.values().copied().max()?;
        let first = self.stops.iter().find(|stop| counts.get(&stop.stage) == Some(&most))?;
        Some((first.stage, most))
    }

    /// Touchpoints nobody owns, in the order of the journey, each once.
    #[must_use]
    pub fn without_owner(&self) -> Vec<TouchpointId> {
        let mut all = Vec::new();
        for stop in &self.stops {
            if self.rows.get(stop.row) == Some(&Silo::NoOwner) && !all.contains(&stop.touchpoint) {
                all.push(stop.touchpoint);
            }
        }
        all
    }
}

/// The cards of a journey as the customer meets them: by stage, then by step (cards of a whole stage
/// first), then from top to bottom.
fn path(model: &Model, journey: JourneyId) -> Vec<(PlacementId, StageId)> {
    let stages: HashMap<StageId, usize> =
        model.stages_of(journey).iter().enumerate().map(|(i, s)| (s.id, i)).collect();
    let lanes: HashMap<_, usize> = model
        .lanes_of(journey)
        .iter()
        .filter(|lane| lane.kind == LaneKind::Touchpoints)
        .enumerate()
        .map(|(i, lane)| (lane.id, i))
        .collect();
    let mut all: Vec<_> = model
        .placements
        .values()
        .filter(|card| card.journey == journey)
        .filter_map(|card| {
            let stage = model.stage_at(card.spot)?;
            let step = match card.spot {
                Spot::Stage(_) => -1,
                Spot::Step(step) => model.steps.get(&step)?.position,
            };
            let order = (*stages.get(&stage)?, step, *lanes.get(&card.lane)?, card.position);
            Some((order, card.id, stage))
        })
        .collect();
    all.sort_unstable();
    all.into_iter().map(|(_, card, stage)| (card, stage)).collect()
}

fn silo(model: &Model, touchpoint: TouchpointId) -> Silo {
    let Some(owner) = model.owner_of(touchpoint) else {
        return Silo::NoOwner;
    };
    match model.team_of(owner.id) {
        None => Silo::NoDepartment,
        Some(team) => Silo::Department(team.department_name().to_owned()),
    }
}

/// Each row once: departments as they are met, those without one last.
fn rows<'a>(met: impl Iterator<Item = &'a Silo>) -> Vec<Silo> {
    let mut rows: Vec<Silo> = Vec::new();
    for silo in met {
        if !rows.contains(silo) {
            rows.push(silo.clone());
        }
    }
    // Stable: departments keep the order in which they are met.
    rows.sort_by_key(|row| match row {
        Silo::Department(_) => 0,
        Silo::NoDepartment => 1,
        Silo::NoOwner => 2,
    });
    rows
}

/// From each card with an owner to the next one with an owner, where their rows differ.
fn handovers(rows: &[Silo], stops: &[Stop]) -> Vec<Handover> {
    let owned = |stop: &Stop| rows.get(stop.row) != Some(&Silo::NoOwner);
    let known: Vec<(usize, usize)> = stops
        .iter()
        .enumerate()
        .filter(|(_, stop)| owned(stop))
        .map(|(index, stop)| (index, stop.row))
        .collect();
    known
        .windows(2)
        .filter(|pair| pair[0].1 != pair[1].1)
        .map(|pair| Handover { from: pair[0].0, to: pair[1].0 })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Journey, Lane, LaneId, Owner, OwnerId, Placement, Stage, StageKind, Team, TeamId,
        Touchpoint,
    };

    /// A journey whose cards, stage by stage, belong to these departments: `-` is nobody, `?` an
    /// owner without a team.
    fn silos(stages: &[&str]) -> (Silos, Vec<StageId>) {
        let mut model = Model::default();
        let journey = JourneyId::fresh();
        model.journeys.insert(journey, Journey::named(journey, "J".into()));
        let lane = LaneId::fresh();
        model.lanes.insert(lane, Lane::new(lane, journey, LaneKind::Touchpoints, None));
        let mut owners: BTreeMap<char, OwnerId> = BTreeMap::new();
        let mut ids = Vec::new();
        for (place, letters) in (0_i64..).zip(stages) {
            let id = StageId::fresh();
            ids.push(id);
            let stage = Stage { position: place, ..Stage::new(id, journey, StageKind::Use, None) };
            model.stages.insert(id, stage);
            for (position, letter) in (0_i64..).zip(letters.chars()) {
                let touchpoint = TouchpointId::fresh();
                let mut new = Touchpoint::new(touchpoint, letter.to_string());
                if letter != '-' {
                    let owner = *owners.entry(letter).or_insert_with(OwnerId::fresh);
                    let team = (letter != '?').then(TeamId::fresh);
                    if let Some(team) = team {
                        let (name, department) = (format!("T{letter}"), letter.to_string());
                        model.teams.insert(team, Team { id: team, name, department });
                    }
                    let named = Owner { team, ..Owner::named(owner, letter.to_string()) };
                    model.owners.entry(owner).or_insert(named);
                    new.owner = Some(owner);
                }
                model.touchpoints.insert(touchpoint, new);
                let card = PlacementId::fresh();
                let spot = Spot::Stage(id);
                let placed = Placement::new(card, touchpoint, journey, spot, lane);
                model.placements.insert(card, Placement { position, ..placed });
            }
        }
        (Silos::of(&model, journey), ids)
    }

    #[test]
    fn handovers_are_counted_between_departments() {
        for (stages, handovers, departments, without) in [
            (&[][..], 0, 0, 0),
            (&["A"][..], 0, 1, 0),
            (&["AAA", "AA"][..], 0, 1, 0),
            (&["AB"][..], 1, 2, 0),
            (&["AB", "BA"][..], 2, 2, 0),
            (&["ABAB"][..], 3, 2, 0),
            (&["A", "B", "C", "A"][..], 3, 3, 0),
            // Nobody in between: still from one department to the other, once.
            (&["A-B"][..], 1, 2, 1),
            (&["A-A"][..], 0, 1, 1),
            (&["-A-"][..], 0, 1, 2),
            (&["--"][..], 0, 0, 2),
            // An owner without a team is somebody else than a department.
            (&["A?A"][..], 2, 1, 0),
        ] {
            let (silos, _) = silos(stages);
            let found = (silos.handovers.len(), silos.departments(), silos.without_owner().len());
            assert_eq!(found, (handovers, departments, without), "{stages:?}");
        }
    }

    #[test]
    fn rows_stand_as_they_are_met_and_those_without_come_last() {
        let (silos, _) = silos(&["-B?", "AB"]);
        let name = |letter: &str| Silo::Department(letter.to_owned());
        assert_eq!(silos.rows, [name("B"), name("A"), Silo::NoDepartment, Silo::NoOwner]);
        let rows: Vec<usize> = silos.stops.iter().map(|s| s.row).collect();
        assert_eq!(rows, [3, 0, 2, 1, 0]);
    }

    #[test]
    fn the_stage_with_most_handovers_is_named() {
        let (silos, ids) = silos(&["AB", "ABA", "B"]);
        assert_eq!(silos.most(), Some((ids[1], 3)));
        assert_eq!(super::Silos::default().most(), None);
    }
}
