//! One map of a document → the words of a journey file.

use super::{Teller, named};
use crate::document::outline::build::{lane_word, path};
use crate::document::outline::keys::if_needed;
use crate::document::outline::{
    ArrowOutline, CardOutline, JourneyOutline, LaneOutline, MarksOutline, NoteOutline,
    StageOutline, StepRef, TouchpointOutline, marks,
};
use crate::model::{
    Arrow, CardRef, Holder, Item, Journey, Lane, LaneId, LaneKind, Model, Note, Placement, Spot,
    Stage, Touchpoint, TouchpointId,
};
use std::collections::{BTreeMap, BTreeSet};

/// The path of each card that arrows may refer to.
type Paths = BTreeMap<CardRef, String>;

impl Teller<'_> {
    pub(super) fn journey(
        &self,
        journey: &Journey,
        shown: &mut BTreeSet<TouchpointId>,
    ) -> JourneyOutline {
        let Journey { id, name, state, persona, segment, locked, position: _ } = journey.clone();
        let lanes = lanes(self.model, journey);
        let mut paths = Paths::new();
        let stages = (1..).zip(self.model.stages_of(id));
        let stages = stages.map(|stage| self.stage(stage, &lanes, shown, &mut paths)).collect();
        let arrows = self.model.arrows.values().filter(|a| a.journey == id);
        JourneyOutline {
            key: if_needed(&named(&self.names.journeys, id), &name),
            name,
            state,
            persona: persona.map(|persona| named(&self.names.personas, persona)),
            segment,
            locked,
            lanes: self.model.lanes_of(id).into_iter().map(|l| self.lane(l)).collect(),
            stages,
            arrows: arrows.map(|a| arrow(a, &paths)).collect(),
        }
    }

    fn lane(&self, lane: &Lane) -> LaneOutline {
        let Lane {
            id: _,
            journey: _,
            kind,
            name,
            visible,
            view,
            height,
            folded,
            persona,
            metric,
            locked,
            position: _,
        } = lane.clone();
        let (hidden, persona) = (!visible, persona.map(|id| named(&self.names.personas, id)));
        LaneOutline { kind, name, hidden, view, height, folded, persona, metric, locked }
    }

    fn stage(
        &self,
        (number, stage): (usize, &Stage),
        lanes: &[(LaneId, String)],
        shown: &mut BTreeSet<TouchpointId>,
        paths: &mut Paths,
    ) -> StageOutline {
        let (mut touchpoints, mut notes) = (Vec::new(), Vec::new());
        for (lane, word) in lanes {
            for card in self.model.placements_in(stage.id, *lane) {
                touchpoints.push(self.card(card, word, shown));
                let card = CardRef::Card(card.id);
                paths.insert(card, path(card, number, touchpoints.len()));
            }
            for note in self.model.notes_in(stage.id, *lane) {
                notes.push(self.note(note, word));
                let note = CardRef::Note(note.id);
                paths.insert(note, path(note, number, notes.len()));
            }
        }
        let Stage { id, journey: _, kind, name, view, width, locked, position: _ } = stage.clone();
        let steps = self.model.steps_of(id).into_iter().map(|s| s.name.clone()).collect();
        StageOutline { kind, name, view, width, locked, steps, touchpoints, notes }
    }

    fn card(
        &self,
        card: &Placement,
        lane: &str,
        shown: &mut BTreeSet<TouchpointId>,
    ) -> CardOutline {
        let Placement { id, touchpoint, journey: _, spot, lane: _, span, locked, position: _ } =
            card.clone();
        let emotions = self.model.emotions.values().filter(|e| e.placement == id);
        let emotion = emotions.map(|e| (named(&self.names.personas, e.persona), e.value)).collect();
        let place = CardOutline {
            step: step_ref(self.model, spot),
            lane: (lane != lane_word(LaneKind::Touchpoints, 1)).then(|| lane.to_owned()),
            span,
            locked,
            emotion,
            ..CardOutline::default()
        };
        let first = shown.insert(touchpoint);
        match self.model.touchpoints.get(&touchpoint) {
            Some(touchpoint) if first => place.with(self.touchpoint(touchpoint)),
            _ => CardOutline { again: self.names.touchpoints.get(&touchpoint).cloned(), ..place },
        }
    }

    pub(super) fn touchpoint(&self, touchpoint: &Touchpoint) -> TouchpointOutline {
        let Touchpoint {
            id,
            title,
            description,
            icon,
            channels,
            owner,
            moment_of_truth,
            marks,
            sub_journey,
        } = touchpoint.clone();
        TouchpointOutline {
            key: if_needed(&named(&self.names.touchpoints, id), &title),
            title,
            description,
            icon,
            channels: channels.into_iter().map(|c| named(&self.names.channels, c)).collect(),
            owner: owner.map(|owner| named(&self.names.owners, owner)),
            moment_of_truth,
            also: self.model.synonyms_of(id).into_iter().map(|s| s.label.clone()).collect(),
            marks: MarksOutline::of(&marks),
            pictures: marks::pictures_of(self.model, Holder::Touchpoint(id), self.kept),
            remarks: marks::remarks_on(self.model, Item::Touchpoint(id)),
            sub_journey: sub_journey.map(|id| named(&self.names.journeys, id)),
        }
    }

    fn note(&self, note: &Note, lane: &str) -> NoteOutline {
        let Note {
            id,
            journey: _,
            spot,
            lane: _,
            tone,
            text,
            icon,
            span,
            marks,
            sub_journey,
            locked,
            position: _,
        } = note.clone();
        NoteOutline {
            lane: lane.to_owned(),
            tone,
            text,
            icon,
            step: step_ref(self.model, spot),
            span,
            locked,
            marks: MarksOutline::of(&marks),
            pictures: marks::pictures_of(self.model, Holder::Note(id), self.kept),
            remarks: marks::remarks_on(self.model, Item::Note(id)),
            sub_journey: sub_journey.map(|id| named(&self.names.journeys, id)),
        }
    }
}

impl CardOutline {
    /// The card with its touchpoint, shown for the first time.
    fn with(self, touchpoint: TouchpointOutline) -> Self {
        let TouchpointOutline {
            title,
            key,
            description,
            icon,
            channels,
            owner,
            moment_of_truth,
            also,
            marks,
            pictures,
            remarks,
            sub_journey,
        } = touchpoint;
        Self {
            title: Some(title),
            key,
            description,
            icon,
            channels,
            owner,
            moment_of_truth,
            also,
            marks,
            pictures,
            remarks,
            sub_journey,
            ..self
        }
    }
}

fn arrow(arrow: &Arrow, paths: &Paths) -> ArrowOutline {
    let Arrow { id: _, journey: _, from, to, kind, label } = arrow.clone();
    let path = |card| paths.get(&card).cloned().unwrap_or_default();
    ArrowOutline { from: path(from), to: path(to), kind, label }
}

/// A step by its name, or by its number where the name is not unique in its stage.
fn step_ref(model: &Model, spot: Spot) -> Option<StepRef> {
    let Spot::Step(id) = spot else { return None };
    let step = model.steps.get(&id)?;
    let siblings = model.steps_of(step.stage);
    if siblings.iter().filter(|s| s.name == step.name).count() == 1 {
        return Some(StepRef::Name(step.name.clone()));
    }
    siblings.iter().position(|s| s.id == id).map(|index| StepRef::Number(index + 1))
}

/// The lanes of a journey with the words that refer to them.
fn lanes(model: &Model, journey: &Journey) -> Vec<(LaneId, String)> {
    let mut counts: Vec<(LaneKind, usize)> = Vec::new();
    let mut lanes = Vec::new();
    for lane in model.lanes_of(journey.id) {
        let number = 1 + counts.iter().filter(|(kind, _)| *kind == lane.kind).count();
        counts.push((lane.kind, number));
        lanes.push((lane.id, lane_word(lane.kind, number)));
    }
    lanes
}
