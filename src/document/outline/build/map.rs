//! One map of a journey file → the commands that draw it.

use super::{Builder, Detail, lane_word};
use crate::document::Command;
use crate::document::command::Lockable;
use crate::document::outline::{
    CardOutline, JourneyOutline, LaneOutline, NoteOutline, StageOutline, StepRef,
    TouchpointOutline, marks,
};
use crate::model::{
    ArrowId, CardRef, Holder, Item, JourneyId, LaneId, Message, NoteId, PlacementId, Refusal, Spot,
    StageId, StageView, StepId, SynonymId, TouchpointId,
};
use std::collections::BTreeMap;

/// What cards and notes of one stage refer to.
struct Frame<'a> {
    journey: JourneyId,
    lanes: &'a BTreeMap<String, LaneId>,
    stage: StageId,
    steps: &'a [(StepId, &'a str)],
}

/// The cards of a journey by the path that arrows use: `c1.2`, `n1.3`.
type Paths = BTreeMap<String, CardRef>;

impl Builder {
    pub(super) fn journey(&mut self, outline: &JourneyOutline) -> Result<(), Refusal> {
        let journey = JourneyId::fresh();
        self.journeys.add_first(outline.key.as_deref(), &outline.name, journey)?;
        let (name, state) = (outline.name.clone(), outline.state);
        self.commands.push(Command::AddJourney { id: journey, name, state, standard: false });
        if let Some(persona) = self.personas.get_if(outline.persona.as_deref(), &outline.name)? {
            let persona = Some(persona);
            self.commands.push(Command::SetJourneyPersona { journey, persona });
        }
        if !outline.segment.is_empty() {
            let segment = outline.segment.clone();
            self.commands.push(Command::SetJourneySegment { journey, segment });
        }
        let lanes = self.lanes(journey, outline)?;
        let mut paths = Paths::new();
        for (number, stage) in (1..).zip(&outline.stages) {
            self.stage(journey, (number, stage), &lanes, &mut paths)?;
        }
        self.arrows(outline, &paths)?;
        self.lock_if(outline.locked, Lockable::Journey(journey));
        Ok(())
    }

    fn lanes(
        &mut self,
        journey: JourneyId,
        outline: &JourneyOutline,
    ) -> Result<BTreeMap<String, LaneId>, Refusal> {
        let mut lanes = BTreeMap::new();
        for lane in &outline.lanes {
            let id = LaneId::fresh();
            let mut number = 1;
            while lanes.contains_key(&lane_word(lane.kind, number)) {
                number += 1;
            }
            let word = lane_word(lane.kind, number);
            self.lane(journey, id, lane, &word)?;
            lanes.insert(word, id);
        }
        Ok(lanes)
    }

    fn lane(
        &mut self,
        journey: JourneyId,
        id: LaneId,
        outline: &LaneOutline,
        word: &str,
    ) -> Result<(), Refusal> {
        let LaneOutline { kind, name, hidden, view, height, folded, persona, metric, locked } =
            outline;
        let (lane, name, kind) = (id, name.clone(), *kind);
        self.commands.push(Command::AddLane { id, journey, kind, name, index: None });
        if *hidden {
            self.commands.push(Command::ShowLane { lane, visible: false });
        }
        if view.is_some() {
            self.commands.push(Command::SetLaneView { lane, view: *view });
        }
        if *height != 0 {
            self.commands.push(Command::SetLaneHeight { lane, height: *height });
        }
        if *folded {
            self.commands.push(Command::FoldLane { lane, folded: true });
        }
        let persona = self.personas.get_if(persona.as_deref(), word)?;
        if persona.is_some() {
            self.commands.push(Command::SetLanePersona { lane, persona });
        }
        if metric.is_some() {
            self.commands.push(Command::SetLaneMetric { lane, metric: *metric });
        }
        self.lock_if(*locked, Lockable::Lane(lane));
        Ok(())
    }

    fn stage(
        &mut self,
        journey: JourneyId,
        (number, outline): (usize, &StageOutline),
        lanes: &BTreeMap<String, LaneId>,
        paths: &mut Paths,
    ) -> Result<(), Refusal> {
        let stage = StageId::fresh();
        let (kind, name) = (outline.kind, outline.name.clone());
        self.commands.push(Command::AddStage { id: stage, journey, kind, name, index: None });
        if outline.view != StageView::default() {
            let (stages, view) = (vec![stage], outline.view);
            self.commands.push(Command::SetStageView { stages, view });
        }
        if outline.width != StageOutline::USUAL_WIDTH {
            self.commands.push(Command::SetStageWidth { stage, width: outline.width });
        }
        let mut steps = Vec::new();
        for name in &outline.steps {
            let id = StepId::fresh();
            steps.push((id, name.as_str()));
            let name = name.clone();
            self.commands.push(Command::AddStep { id, stage, name, index: None });
        }
        let frame = Frame { journey, lanes, stage, steps: &steps };
        for (place, card) in (1..).zip(&outline.touchpoints) {
            let card = CardRef::Card(self.card(&frame, card)?);
            paths.insert(path(card, number, place), card);
        }
        for (place, note) in (1..).zip(&outline.notes) {
            let note = CardRef::Note(self.note(&frame, note)?);
            paths.insert(path(note, number, place), note);
        }
        self.lock_if(outline.locked, Lockable::Stage(stage));
        Ok(())
    }

    fn card(&mut self, frame: &Frame<'_>, outline: &CardOutline) -> Result<PlacementId, Refusal> {
        let journey = frame.journey;
        let called = outline.title.as_deref().or(outline.again.as_deref()).unwrap_or_default();
        let spot = frame.spot(outline.step.as_ref(), called)?;
        let lane = outline.lane.as_deref().map(|lane| frame.lane(lane, called)).transpose()?;
        let (placement, index) = (PlacementId::fresh(), None);
        match (&outline.title, &outline.again) {
            (Some(title), None) => {
                let (id, title) = (TouchpointId::fresh(), title.clone());
                let add =
                    Command::AddTouchpoint { id, placement, journey, spot, lane, title, index };
                self.commands.push(add);
                self.touchpoint(id, &outline.touchpoint())?;
            }
            (None, Some(again)) if outline.touchpoint() == TouchpointOutline::default() => {
                let touchpoint = self.touchpoints.get(again, called)?;
                let id = placement;
                self.commands.push(Command::PlaceTouchpoint {
                    id,
                    touchpoint,
                    journey,
                    spot,
                    lane,
                    index,
                });
            }
            _ => {
                return Err(Message::new("document-outline-card").with("name", called).into());
            }
        }
        if outline.span != 1 {
            self.commands.push(Command::SetSpan { placement, span: outline.span });
        }
        for (persona, value) in &outline.emotion {
            let persona = self.personas.get(persona, called)?;
            let value = Some(*value);
            self.commands.push(Command::SetEmotion { placement, persona, value });
        }
        self.lock_if(outline.locked, Lockable::Card(placement));
        Ok(placement)
    }

    /// What a touchpoint is besides its title.
    pub(super) fn touchpoint(
        &mut self,
        id: TouchpointId,
        outline: &TouchpointOutline,
    ) -> Result<(), Refusal> {
        let touchpoint = id;
        self.touchpoints.add(outline.key.as_deref(), &outline.title, id)?;
        if !outline.description.is_empty() {
            let description = outline.description.clone();
            self.commands.push(Command::DescribeTouchpoint { touchpoint, description });
        }
        if outline.icon.is_some() {
            self.commands.push(Command::SetIcon { touchpoint, icon: outline.icon.clone() });
        }
        if !outline.channels.is_empty() {
            let channels = outline.channels.iter();
            let channels = channels.map(|channel| self.channels.get(channel, &outline.title));
            let channels = channels.collect::<Result<_, _>>()?;
            self.commands.push(Command::SetChannels { touchpoint, channels });
        }
        if let Some(owner) = self.owners.get_if(outline.owner.as_deref(), &outline.title)? {
            let (touchpoints, owner) = (vec![id], Some(owner));
            self.commands.push(Command::GiveTo { touchpoints, owner });
        }
        if outline.moment_of_truth {
            self.commands.push(Command::MarkMomentOfTruth { touchpoint, moment_of_truth: true });
        }
        for label in &outline.also {
            let (id, label) = (SynonymId::fresh(), label.clone());
            self.commands.push(Command::AssignLabel { id, label, touchpoint });
        }
        let item = Item::Touchpoint(id);
        outline.marks.put(item, &mut self.commands);
        marks::hang(&outline.pictures, Holder::Touchpoint(id), &mut self.commands);
        marks::remark(&outline.remarks, item, &mut self.commands);
        self.show_in(item, &outline.title, outline.sub_journey.as_deref());
        Ok(())
    }

    fn note(&mut self, frame: &Frame<'_>, outline: &NoteOutline) -> Result<NoteId, Refusal> {
        let id = NoteId::fresh();
        self.commands.push(Command::AddNote {
            id,
            journey: frame.journey,
            spot: frame.spot(outline.step.as_ref(), &outline.text)?,
            lane: frame.lane(&outline.lane, &outline.text)?,
            tone: outline.tone,
            text: outline.text.clone(),
            icon: outline.icon.clone(),
            index: None,
        });
        if outline.span != 1 {
            self.commands.push(Command::SetNoteSpan { note: id, span: outline.span });
        }
        let item = Item::Note(id);
        outline.marks.put(item, &mut self.commands);
        marks::hang(&outline.pictures, Holder::Note(id), &mut self.commands);
        marks::remark(&outline.remarks, item, &mut self.commands);
        self.show_in(item, &outline.text, outline.sub_journey.as_deref());
        self.lock_if(outline.locked, Lockable::Note(id));
        Ok(id)
    }

    fn arrows(&mut self, outline: &JourneyOutline, paths: &Paths) -> Result<(), Refusal> {
        let card = |path: &str| {
            paths.get(path.trim()).copied().ok_or_else(|| {
                let message = Message::new("document-outline-no-card").with("name", path.trim());
                Refusal(message.with("place", outline.name.as_str()))
            })
        };
        for arrow in &outline.arrows {
            let (from, to) = (card(&arrow.from)?, card(&arrow.to)?);
            let (id, kind, label) = (ArrowId::fresh(), arrow.kind, arrow.label.clone());
            self.commands.push(Command::AddArrow { id, from, to, kind, label });
        }
        Ok(())
    }

    fn show_in(&mut self, item: Item, called: &str, journey: Option<&str>) {
        if let Some(journey) = journey {
            let (called, journey) = (called.to_owned(), journey.to_owned());
            self.details.push(Detail { item, called, journey });
        }
    }

    fn lock_if(&mut self, locked: bool, what: Lockable) {
        if locked {
            self.locks.push(Command::Lock { what, locked });
        }
    }
}

/// How arrows refer to the card at a place of the stage of that number: `c1.2`, `n1.3`.
pub(in crate::document::outline) fn path(card: CardRef, stage: usize, place: usize) -> String {
    match card {
        CardRef::Card(_) => format!("c{stage}.{place}"),
        CardRef::Note(_) => format!("n{stage}.{place}"),
    }
}

impl Frame<'_> {
    fn spot(&self, step: Option<&StepRef>, place: &str) -> Result<Spot, Refusal> {
        let found = match step {
            None => return Ok(Spot::Stage(self.stage)),
            Some(StepRef::Number(number)) => {
                number.checked_sub(1).and_then(|index| self.steps.get(index))
            }
            Some(StepRef::Name(name)) => self.steps.iter().find(|s| s.1.trim() == name.trim()),
        };
        let refuse = || {
            let name = match step {
                Some(StepRef::Number(number)) => number.to_string(),
                Some(StepRef::Name(name)) => name.clone(),
                None => String::new(),
            };
            Message::new("document-outline-no-step").with("name", name).with("place", place)
        };
        Ok(Spot::Step(found.ok_or_else(refuse)?.0))
    }

    fn lane(&self, lane: &str, place: &str) -> Result<LaneId, Refusal> {
        self.lanes.get(lane.trim()).copied().ok_or_else(|| {
            let message = Message::new("document-outline-no-lane");
            message.with("name", lane).with("place", place).into()
        })
    }
}
