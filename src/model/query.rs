//! Questions about a document that many rooms ask: what stands where, in which order, called what.

use super::card::{Note, Placement, Spot, Touchpoint};
use super::change::{Model, SettingKey};
use super::id::{JourneyId, LaneId, OwnerId, PlacementId, StageId, TeamId, TouchpointId};
use super::journey::{Journey, Stage, StageView, Step};
use super::lane::{Lane, LaneKind};
use super::marks::{Attachment, CardRef, Holder, Item, Marks, Remark};
use super::people::{Owner, Team};
use super::survey::Synonym;
use super::words::{SavedView, Theme};
use super::workshop::AgendaItem;

impl Model {
    /// The document's title, or an empty text.
    #[must_use]
    pub fn title(&self) -> &str {
        self.settings.get(&SettingKey::Title).map_or("", |s| s.value.as_str())
    }

    /// The journeys in order.
    #[must_use]
    pub fn journeys_in_order(&self) -> Vec<&Journey> {
        let mut all: Vec<_> = self.journeys.values().collect();
        all.sort_by_key(|j| (j.position, j.id));
        all
    }

    /// The journey of that name, or the first one when no name is given.
    #[must_use]
    pub fn journey_named(&self, name: Option<&str>) -> Option<&Journey> {
        let all = self.journeys_in_order();
        match name {
            None => all.first().copied(),
            Some(name) => all.into_iter().find(|j| same_name(&j.name, name)),
        }
    }

    /// The stages of a journey, from left to right.
    #[must_use]
    pub fn stages_of(&self, journey: JourneyId) -> Vec<&Stage> {
        let mut all: Vec<_> = self.stages.values().filter(|s| s.journey == journey).collect();
        all.sort_by_key(|s| (s.position, s.id));
        all
    }

    /// The steps of a stage, from left to right.
    #[must_use]
    pub fn steps_of(&self, stage: StageId) -> Vec<&Step> {
        let mut all: Vec<_> = self.steps.values().filter(|s| s.stage == stage).collect();
        all.sort_by_key(|s| (s.position, s.id));
        all
    }

    /// The lanes of a journey, from top to bottom, hidden ones too.
    #[must_use]
    pub fn lanes_of(&self, journey: JourneyId) -> Vec<&Lane> {
        let mut all: Vec<_> = self.lanes.values().filter(|l| l.journey == journey).collect();
        all.sort_by_key(|l| (l.position, l.id));
        all
    }

    /// The first lane of a kind in a journey.
    #[must_use]
    pub fn lane_of_kind(&self, journey: JourneyId, kind: LaneKind) -> Option<&Lane> {
        self.lanes_of(journey).into_iter().find(|l| l.kind == kind)
    }

    /// The stage a spot lies in.
    #[must_use]
    pub fn stage_at(&self, spot: Spot) -> Option<StageId> {
        match spot {
            Spot::Stage(stage) => Some(stage),
            Spot::Step(step) => self.steps.get(&step).map(|s| s.stage),
        }
    }

    /// The column in which something at a spot stands: its own where the steps of its stage have
    /// columns, else its stage's.
    #[must_use]
    pub fn column_of(&self, spot: Spot) -> Option<Spot> {
        let stage = self.stages.get(&self.stage_at(spot)?)?;
        Some(if stage.view == StageView::Steps { spot } else { Spot::Stage(stage.id) })
    }

    /// The columns of a journey from left to right. What stands in a stage as a whole, beside the
    /// columns of its steps, has one only when it is among `wholes`.
    #[must_use]
    pub fn columns_of(&self, journey: JourneyId, wholes: &[Spot]) -> Vec<Spot> {
        let mut all = Vec::new();
        for stage in self.stages_of(journey) {
            let whole = Spot::Stage(stage.id);
            let steps = self.steps_of(stage.id);
            let own = stage.view == StageView::Steps && !steps.is_empty();
            if !own || wholes.contains(&whole) {
                all.push(whole);
            }
            if own {
                all.extend(steps.iter().map(|s| Spot::Step(s.id)));
            }
        }
        all
    }

    /// The cards in one stage of one lane, from top to bottom (and by step within the stage).
    #[must_use]
    pub fn placements_in(&self, stage: StageId, lane: LaneId) -> Vec<&Placement> {
        let mut all: Vec<_> = self
            .placements
            .values()
            .filter(|p| p.lane == lane && self.stage_at(p.spot) == Some(stage))
            .collect();
        all.sort_by_key(|p| (p.position, p.id));
        all
    }

    /// The notes in one stage of one lane, from top to bottom.
    #[must_use]
    pub fn notes_in(&self, stage: StageId, lane: LaneId) -> Vec<&Note> {
        let mut all: Vec<_> = self
            .notes
            .values()
            .filter(|n| n.lane == lane && self.stage_at(n.spot) == Some(stage))
            .collect();
        all.sort_by_key(|n| (n.position, n.id));
        all
    }

    /// The cards of a journey, stage by stage, lane by lane, from top to bottom.
    #[must_use]
    pub fn placements_of(&self, journey: JourneyId) -> Vec<&Placement> {
        let lanes = self.lanes_of(journey);
        let mut all = Vec::new();
        for stage in self.stages_of(journey) {
            for lane in &lanes {
                all.extend(self.placements_in(stage.id, lane.id));
            }
        }
        all
    }

    /// The pictures that hang on something, in order.
    #[must_use]
    pub fn pictures_of(&self, holder: Holder) -> Vec<&Attachment> {
        let mut all: Vec<_> = self.attachments.values().filter(|a| a.holder == holder).collect();
        all.sort_by_key(|a| (a.position, a.id));
        all
    }

    /// The remarks about something, oldest first.
    pub fn remarks_on(&self, item: Item) -> impl Iterator<Item = &Remark> {
        self.remarks.values().filter(move |r| r.item == item)
    }

    /// The agenda in order.
    #[must_use]
    pub fn agenda_in_order(&self) -> Vec<&AgendaItem> {
        let mut all: Vec<_> = self.agenda.values().collect();
        all.sort_by_key(|a| (a.position, a.id));
        all
    }

    /// The themes of the code book in order.
    #[must_use]
    pub fn themes_in_order(&self) -> Vec<&Theme> {
        let mut all: Vec<_> = self.themes.values().collect();
        all.sort_by_key(|t| (t.position, t.id));
        all
    }

    /// The saved views in order.
    #[must_use]
    pub fn views_in_order(&self) -> Vec<&SavedView> {
        let mut all: Vec<_> = self.views.values().collect();
        all.sort_by_key(|v| (v.position, v.id));
        all
    }

    /// What marks, remarks and votes of a card are about.
    #[must_use]
    pub fn item_of(&self, card: CardRef) -> Option<Item> {
        match card {
            CardRef::Card(id) => self.placements.get(&id).map(|p| Item::Touchpoint(p.touchpoint)),
            CardRef::Note(id) => self.notes.contains_key(&id).then_some(Item::Note(id)),
        }
    }

    /// The marks of a touchpoint or note.
    #[must_use]
    pub fn marks_of(&self, item: Item) -> Option<&Marks> {
        match item {
            Item::Touchpoint(id) => self.touchpoints.get(&id).map(|t| &t.marks),
            Item::Note(id) => self.notes.get(&id).map(|n| &n.marks),
        }
    }

    /// The touchpoint of a card.
    #[must_use]
    pub fn touchpoint_of(&self, placement: PlacementId) -> Option<&Touchpoint> {
        self.touchpoints.get(&self.placements.get(&placement)?.touchpoint)
    }

    /// The stage in which a journey shows a touchpoint: that of its first card.
    #[must_use]
    pub fn stage_of(&self, journey: JourneyId, touchpoint: TouchpointId) -> Option<StageId> {
        self.placements
            .values()
            .filter(|p| p.journey == journey && p.touchpoint == touchpoint)
            .filter_map(|p| self.stage_at(p.spot))
            .min_by_key(|s| self.stages.get(s).map(|s| s.position))
    }

    /// Where a journey shows a touchpoint: the spot of its first card in its first stage.
    #[must_use]
    pub fn spot_of(&self, journey: JourneyId, touchpoint: TouchpointId) -> Option<Spot> {
        let stage =
            |spot| self.stage_at(spot).and_then(|s| self.stages.get(&s)).map(|s| s.position);
        let step = |spot| match spot {
            Spot::Step(step) => self.steps.get(&step).map(|s| s.position),
            Spot::Stage(_) => None,
        };
        self.placements
            .values()
            .filter(|p| p.journey == journey && p.touchpoint == touchpoint)
            .map(|p| p.spot)
            .min_by_key(|spot| (stage(*spot), step(*spot)))
    }

    /// The touchpoint of that title, compared without case and outer blanks.
    #[must_use]
    pub fn touchpoint_named(&self, title: &str) -> Option<&Touchpoint> {
        self.touchpoints.values().find(|t| same_name(&t.title, title))
    }

    /// The synonym that a label is, compared without case and outer blanks.
    #[must_use]
    pub fn synonym(&self, label: &str) -> Option<&Synonym> {
        self.synonyms.values().find(|s| same_name(&s.label, label))
    }

    /// The labels of survey files that mean a touchpoint, in order.
    #[must_use]
    pub fn synonyms_of(&self, touchpoint: TouchpointId) -> Vec<&Synonym> {
        let mut all: Vec<_> =
            self.synonyms.values().filter(|s| s.touchpoint == touchpoint).collect();
        all.sort_by(|a, b| (&a.label, a.id).cmp(&(&b.label, b.id)));
        all
    }

    /// The owner of a touchpoint.
    #[must_use]
    pub fn owner_of(&self, touchpoint: TouchpointId) -> Option<&Owner> {
        self.owners.get(&self.touchpoints.get(&touchpoint)?.owner?)
    }

    /// The team of an owner.
    #[must_use]
    pub fn team_of(&self, owner: OwnerId) -> Option<&Team> {
        let team: TeamId = self.owners.get(&owner)?.team?;
        self.teams.get(&team)
    }
}

/// Whether two names are the same to a reader: case and outer blanks do not count.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    a.trim() == b.trim() || folded(a) == folded(b)
}

/// A name as `same_name` compares it.
#[must_use]
pub fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
