//! Journeys: whole maps.

use super::{check, derive, label, lane, order, picture, placement, stage};
use crate::model::{
    Arrow, ArrowId, AttachmentId, CardRef, Emotion, Holder, Journey, JourneyId, JourneyState, Lane,
    LaneId, LaneKind, MapView, Message, Model, Note, NoteId, PersonaId, Placement, PlacementId,
    Refusal, Spot, Stage, StageId, StageKind, Step, StepId,
};
use uuid::Uuid;

/// Adds a journey at the end; a standard one has the six stages and the usual lanes.
pub fn add(
    draft: &mut Model,
    id: JourneyId,
    name: &str,
    state: JourneyState,
    standard: bool,
) -> Result<Message, Refusal> {
    check::unused(&draft.journeys, id)?;
    let name = check::name(name)?;
    let step = Message::new("step-add-journey").with("name", label::short(&name));
    let position = draft.journeys.len() as i64;
    draft.journeys.insert(id, Journey { state, position, ..Journey::named(id, name) });
    if standard {
        for (part, kind) in (0_u8..).zip(StageKind::SIX) {
            let new = StageId(derive::id(id.0, [b's', part]));
            stage::add(draft, new, id, kind, None, None)?;
        }
        for (part, kind) in (0_u8..).zip(LaneKind::DEFAULT) {
            let new = LaneId(derive::id(id.0, [b'l', part]));
            lane::add(draft, new, id, kind, None, None)?;
        }
    }
    Ok(step)
}

/// Renames a journey.
pub fn rename(draft: &mut Model, id: JourneyId, name: &str) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    let journey = check::journey_mut(draft, id)?;
    let step = Message::new("step-rename-journey").with("name", label::short(&journey.name));
    journey.name = name;
    Ok(step)
}

/// Says whether a journey shows today or the future.
pub fn set_state(
    draft: &mut Model,
    id: JourneyId,
    state: JourneyState,
) -> Result<Message, Refusal> {
    let journey = check::journey_mut(draft, id)?;
    journey.state = state;
    Ok(Message::new("step-set-journey-state").with("name", label::short(&journey.name)))
}

/// Moves a journey among the journeys.
pub fn shift(draft: &mut Model, id: JourneyId, index: usize) -> Result<Message, Refusal> {
    let name = label::short(&check::journey(draft, id)?.name);
    renumber(draft, Some((id, index)));
    Ok(Message::new("step-move-journey").with("name", name))
}

/// Chooses the persona whose journey it is.
pub fn set_persona(
    draft: &mut Model,
    id: JourneyId,
    persona: Option<PersonaId>,
) -> Result<Message, Refusal> {
    if let Some(persona) = persona {
        check::persona(draft, persona)?;
    }
    let journey = check::journey_mut(draft, id)?;
    journey.persona = persona;
    Ok(Message::new("step-set-journey-persona").with("name", label::short(&journey.name)))
}

/// Says which segment of customers a journey is about.
pub fn set_segment(draft: &mut Model, id: JourneyId, segment: &str) -> Result<Message, Refusal> {
    let segment = check::text(segment)?;
    let journey = check::journey_mut(draft, id)?;
    journey.segment = segment;
    Ok(Message::new("step-set-journey-segment").with("name", label::short(&journey.name)))
}

/// Adds the lanes of a service blueprint that are missing, each below the one before it.
pub fn add_blueprint(draft: &mut Model, id: JourneyId) -> Result<Message, Refusal> {
    let name = label::short(&check::journey(draft, id)?.name);
    let mut below = 0;
    for (part, kind) in (0_u8..).zip(LaneKind::BLUEPRINT) {
        let place = draft.lanes_of(id).iter().position(|l| l.kind == kind);
        below = match place {
            Some(place) => below.max(place + 1),
            None => {
                let new = LaneId(derive::id(id.0, [b'b', part]));
                lane::add(draft, new, id, kind, None, Some(below))?;
                check::lane_mut(draft, new)?.view = Some(MapView::Blueprint);
                below + 1
            }
        };
    }
    Ok(Message::new("step-add-blueprint").with("name", name))
}

/// Deletes a journey with all that is drawn on it. Touchpoints stay in the document.
pub fn delete(draft: &mut Model, id: JourneyId) -> Result<Message, Refusal> {
    let name = label::short(&check::journey(draft, id)?.name);
    for stage in ids(draft.stages_of(id), |s| s.id) {
        draft.steps.retain(|_, step| step.stage != stage);
    }
    let cards: Vec<_> =
        draft.placements.values().filter(|p| p.journey == id).map(|p| p.id).collect();
    for card in cards {
        placement::remove(draft, card);
    }
    draft.notes.retain(|_, note| note.journey != id);
    draft.stages.retain(|_, stage| stage.journey != id);
    draft.lanes.retain(|_, lane| lane.journey != id);
    for survey in draft.surveys.values_mut() {
        survey.journeys.retain(|journey| *journey != id);
    }
    draft.journeys.remove(&id);
    renumber(draft, None);
    Ok(Message::new("step-delete-journey").with("name", name))
}

/// Copies a journey with all that is drawn on it; the copy shows the same touchpoints.
pub fn duplicate(
    draft: &mut Model,
    from: JourneyId,
    id: JourneyId,
    name: &str,
    state: JourneyState,
) -> Result<Message, Refusal> {
    let original = check::journey(draft, from)?.clone();
    add(draft, id, name, state, false)?;
    let copy = check::journey_mut(draft, id)?;
    (copy.persona, copy.segment) = (original.persona, original.segment.clone());
    copy_frame(draft, from, id)?;
    copy_cards(draft, from, id)?;
    copy_arrows(draft, from, id)?;
    renumber(draft, Some((id, original.position as usize + 1)));
    Ok(Message::new("step-duplicate-journey").with("name", label::short(&original.name)))
}

/// Copies stages, steps and lanes.
fn copy_frame(draft: &mut Model, from: JourneyId, to: JourneyId) -> Result<(), Refusal> {
    let copied = |old: Uuid| derive::id(to.0, old.as_bytes());
    let stages: Vec<Stage> = draft.stages_of(from).into_iter().cloned().collect();
    for old in stages {
        let steps: Vec<Step> = draft.steps_of(old.id).into_iter().cloned().collect();
        let id = StageId(copied(old.id.0));
        check::unused(&draft.stages, id)?;
        draft.stages.insert(id, Stage { id, journey: to, locked: false, ..old });
        for old in steps {
            let step = Step { id: StepId(copied(old.id.0)), stage: id, ..old };
            check::unused(&draft.steps, step.id)?;
            draft.steps.insert(step.id, step);
        }
    }
    let lanes: Vec<Lane> = draft.lanes_of(from).into_iter().cloned().collect();
    for old in lanes {
        let lane = Lane { id: LaneId(copied(old.id.0)), journey: to, locked: false, ..old };
        check::unused(&draft.lanes, lane.id)?;
        draft.lanes.insert(lane.id, lane);
    }
    Ok(())
}

/// Copies cards with their emotions, and notes.
fn copy_cards(draft: &mut Model, from: JourneyId, to: JourneyId) -> Result<(), Refusal> {
    let copied = |old: Uuid| derive::id(to.0, old.as_bytes());
    let spot = |old: Spot| match old {
        Spot::Stage(stage) => Spot::Stage(StageId(copied(stage.0))),
        Spot::Step(step) => Spot::Step(StepId(copied(step.0))),
    };
    let cards: Vec<Placement> =
        draft.placements.values().filter(|p| p.journey == from).cloned().collect();
    for old in cards {
        let emotions: Vec<Emotion> =
            draft.emotions.values().filter(|e| e.placement == old.id).copied().collect();
        let id = PlacementId(copied(old.id.0));
        check::unused(&draft.placements, id)?;
        for emotion in emotions {
            draft.emotions.insert((id, emotion.persona), Emotion { placement: id, ..emotion });
        }
        let lane = LaneId(copied(old.lane.0));
        draft.placements.insert(
            id,
            Placement { id, journey: to, spot: spot(old.spot), lane, locked: false, ..old },
        );
    }
    let notes: Vec<Note> = draft.notes.values().filter(|n| n.journey == from).cloned().collect();
    for old in notes {
        let id = NoteId(copied(old.id.0));
        check::unused(&draft.notes, id)?;
        let lane = LaneId(copied(old.lane.0));
        let from = Holder::Note(old.id);
        draft
            .notes
            .insert(id, Note { id, journey: to, spot: spot(old.spot), lane, locked: false, ..old });
        picture::copy(draft, from, Holder::Note(id), |picture| AttachmentId(copied(picture.0)))?;
    }
    Ok(())
}

/// Copies arrows.
fn copy_arrows(draft: &mut Model, from: JourneyId, to: JourneyId) -> Result<(), Refusal> {
    let copied = |old: Uuid| derive::id(to.0, old.as_bytes());
    let end = |old: CardRef| match old {
        CardRef::Card(id) => CardRef::Card(PlacementId(copied(id.0))),
        CardRef::Note(id) => CardRef::Note(NoteId(copied(id.0))),
    };
    let arrows: Vec<Arrow> = draft.arrows.values().filter(|a| a.journey == from).cloned().collect();
    for old in arrows {
        let id = ArrowId(copied(old.id.0));
        check::unused(&draft.arrows, id)?;
        let (start, stop) = (end(old.from), end(old.to));
        draft.arrows.insert(id, Arrow { id, journey: to, from: start, to: stop, ..old });
    }
    Ok(())
}

/// Closes gaps in the order of journeys, after putting one at its new place.
fn renumber(draft: &mut Model, moved: Option<(JourneyId, usize)>) {
    let mut order = ids(draft.journeys_in_order(), |j| j.id);
    if let Some((id, index)) = moved {
        order::place(&mut order, id, Some(index));
    }
    order::number(&mut draft.journeys, &order, |j| &mut j.position);
}

fn ids<R, I>(records: Vec<&R>, id: fn(&R) -> I) -> Vec<I> {
    records.into_iter().map(id).collect()
}
