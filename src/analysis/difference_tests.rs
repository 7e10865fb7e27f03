//! Tables of cases of `difference`, and its laws.

use super::*;
use crate::model::{Emotion, Hue, Journey, Lane, Owner, OwnerId, Persona, Tone, TouchpointId};
use proptest::prelude::*;

/// A map of two stages: cards A, B and C, a step, two notes, an owner, a persona.
struct Sample {
    model: Model,
    journey: JourneyId,
    cards: Vec<PlacementId>,
    notes: Vec<NoteId>,
    stages: Vec<StageId>,
}

fn sample() -> Sample {
    let mut model = Model::default();
    let journey = JourneyId::fresh();
    let persona = PersonaId::fresh();
    model.personas.insert(persona, Persona::named(persona, "P".into()));
    let map = Journey { persona: Some(persona), ..Journey::named(journey, "J".into()) };
    model.journeys.insert(journey, map);
    let lanes: Vec<LaneId> = [LaneKind::Touchpoints, LaneKind::Notes]
        .into_iter()
        .map(|kind| {
            let id = LaneId::fresh();
            model.lanes.insert(id, Lane::new(id, journey, kind, None));
            id
        })
        .collect();
    let stages: Vec<StageId> = (0_i64..)
        .zip([StageKind::Need, StageKind::Use, StageKind::Evaluation])
        .map(|(position, kind)| {
            let id = StageId::fresh();
            let stage = Stage { position, ..Stage::new(id, journey, kind, None) };
            model.stages.insert(id, stage);
            id
        })
        .collect();
    let step = StepId::fresh();
    let (stage, name, position) = (stages[0], "I call".to_owned(), 0);
    model.steps.insert(step, Step { id: step, stage, name, position });
    let mut cards = Vec::new();
    for (position, title) in (0_i64..).zip(["A", "B", "C"]) {
        let (touchpoint, card) = (TouchpointId::fresh(), PlacementId::fresh());
        model.touchpoints.insert(touchpoint, Touchpoint::new(touchpoint, title.into()));
        let placed = Placement::new(card, touchpoint, journey, Spot::Stage(stages[0]), lanes[0]);
        model.placements.insert(card, Placement { position, ..placed });
        model.emotions.insert((card, persona), Emotion { placement: card, persona, value: 1.0 });
        cards.push(card);
    }
    let mut notes = Vec::new();
    for (position, text) in (0_i64..).zip(["The bill covers six odd weeks", "Nice"]) {
        let id = NoteId::fresh();
        let note = Note::new(id, journey, Spot::Stage(stages[1]), lanes[1], text.into());
        model.notes.insert(id, Note { position, ..note });
        notes.push(id);
    }
    Sample { model, journey, cards, notes, stages }
}

fn diff(a: &Model, b: &Model, journey: JourneyId) -> Vec<Difference> {
    differences(Side { model: a, journey }, Side { model: b, journey })
}

#[test]
fn each_kind_of_change_is_told() {
    let s = sample();
    let (card, note) = (s.cards[0], s.notes[0]);
    let touchpoint = s.model.placements[&card].touchpoint;
    let changed =
        |aspect| Some(Difference::Changed(Part::Card(card), Part::Card(card), vec![aspect]));
    let of_note =
        |aspect| Some(Difference::Changed(Part::Note(note), Part::Note(note), vec![aspect]));
    let owner = OwnerId::fresh();
    type Edit = Box<dyn Fn(&mut Model)>;
    let (stage, persona) = (s.stages[2], *s.model.personas.keys().next().unwrap());
    let cases: Vec<(&str, Edit, Option<Difference>)> = vec![
        ("nothing", Box::new(|_| {}), None),
        (
            "title",
            Box::new(move |m| m.touchpoints.get_mut(&touchpoint).unwrap().title = "Z".into()),
            changed(Aspect::Title),
        ),
        (
            "owner",
            Box::new(move |m| {
                m.owners.insert(owner, Owner::named(owner, "O".into()));
                m.touchpoints.get_mut(&touchpoint).unwrap().owner = Some(owner);
            }),
            changed(Aspect::Owner),
        ),
        (
            "star",
            Box::new(move |m| m.touchpoints.get_mut(&touchpoint).unwrap().moment_of_truth = true),
            changed(Aspect::Marks),
        ),
        (
            "hue",
            Box::new(move |m| {
                m.touchpoints.get_mut(&touchpoint).unwrap().marks.hue = Some(Hue::Mint);
            }),
            changed(Aspect::Marks),
        ),
        (
            "moved",
            Box::new(move |m| m.placements.get_mut(&card).unwrap().spot = Spot::Stage(stage)),
            changed(Aspect::Place),
        ),
        (
            "felt",
            Box::new(move |m| m.emotions.get_mut(&(card, persona)).unwrap().value = -1.0),
            changed(Aspect::Emotion),
        ),
        (
            "gone",
            Box::new(move |m| {
                m.placements.remove(&card);
            }),
            Some(Difference::Removed(Part::Card(card))),
        ),
        (
            "tone",
            Box::new(move |m| m.notes.get_mut(&note).unwrap().tone = Tone::Pain),
            of_note(Aspect::Emotion),
        ),
        (
            "said otherwise",
            Box::new(move |m| m.notes.get_mut(&note).unwrap().text = "Six weeks".into()),
            of_note(Aspect::Title),
        ),
    ];
    for (name, edit, expected) in cases {
        let mut other = s.model.clone();
        edit(&mut other);
        let found = diff(&s.model, &other, s.journey);
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn parts_without_a_common_identity_are_told_by_what_they_say() {
    // As after duplicating a journey: the same touchpoints, everything else made anew.
    let s = sample();
    let copy = JourneyId::fresh();
    let mut model = s.model.clone();
    let map = Journey::named(copy, "J".into());
    model.journeys.insert(copy, Journey { persona: s.model.journeys[&s.journey].persona, ..map });
    let mut stage_of = BTreeMap::new();
    for stage in s.model.stages_of(s.journey) {
        let id = StageId::fresh();
        stage_of.insert(stage.id, id);
        model.stages.insert(id, Stage { id, journey: copy, ..stage.clone() });
    }
    let mut lane_of = BTreeMap::new();
    for lane in s.model.lanes_of(s.journey) {
        let id = LaneId::fresh();
        lane_of.insert(lane.id, id);
        model.lanes.insert(id, Lane { id, journey: copy, ..lane.clone() });
    }
    for step in s.model.steps.values() {
        let id = StepId::fresh();
        model.steps.insert(id, Step { id, stage: stage_of[&step.stage], ..step.clone() });
    }
    let to = |spot| Spot::Stage(stage_of[&s.model.stage_at(spot).unwrap()]);
    let mut copies = Vec::new();
    for card in &s.cards {
        let (id, old) = (PlacementId::fresh(), &s.model.placements[card]);
        let (spot, lane) = (to(old.spot), lane_of[&old.lane]);
        model.placements.insert(id, Placement { id, journey: copy, spot, lane, ..old.clone() });
        let felt = s.model.emotions.values().find(|e| e.placement == *card).unwrap();
        model.emotions.insert((id, felt.persona), Emotion { placement: id, ..*felt });
        copies.push(id);
    }
    for note in &s.notes {
        let (id, old) = (NoteId::fresh(), &s.model.notes[note]);
        let (spot, lane) = (to(old.spot), lane_of[&old.lane]);
        model.notes.insert(id, Note { id, journey: copy, spot, lane, ..old.clone() });
    }
    let side = |journey| Side { model: &model, journey };
    assert_eq!(differences(side(s.journey), side(copy)), []);
    // One card moved, one taken away, a note said otherwise: three differences.
    let mut other = model.clone();
    other.placements.get_mut(&copies[0]).unwrap().spot = Spot::Stage(stage_of[&s.stages[2]]);
    other.placements.remove(&copies[1]);
    let note = other.notes.values_mut().find(|n| n.journey == copy && n.text != "Nice").unwrap();
    note.text = "The bill covers six weeks".into();
    let note = note.id;
    let found = differences(
        Side { model: &other, journey: s.journey },
        Side { model: &other, journey: copy },
    );
    assert_eq!(
        found,
        [
            Difference::Changed(Part::Card(s.cards[0]), Part::Card(copies[0]), vec![Aspect::Place],),
            Difference::Removed(Part::Card(s.cards[1])),
            Difference::Changed(Part::Note(s.notes[0]), Part::Note(note), vec![Aspect::Title]),
        ],
    );
}

#[test]
fn the_fewest_stages_have_moved() {
    let s = sample();
    let mut other = s.model.clone();
    for (id, position) in s.stages.iter().zip([2, 0, 1]) {
        other.stages.get_mut(id).unwrap().position = position;
    }
    let part = Part::Stage(s.stages[0]);
    let expected = [Difference::Changed(part, part, vec![Aspect::Place])];
    assert_eq!(diff(&s.model, &other, s.journey), expected);
}

/// Any edit of a sample, by number.
fn edit(s: &Sample, model: &mut Model, what: u8, which: usize) {
    let card = s.cards[which % s.cards.len()];
    let note = s.notes[which % s.notes.len()];
    let stage = s.stages[which % s.stages.len()];
    let touchpoint = s.model.placements[&card].touchpoint;
    match what % 8 {
        0 => {
            model.placements.remove(&card);
        }
        1 => {
            if let Some(card) = model.placements.get_mut(&card) {
                card.spot = Spot::Stage(stage);
            }
        }
        2 => {
            let id = NoteId::fresh();
            if let Some(old) = model.notes.get(&note).cloned() {
                let text = format!("{} {which}", old.text);
                model.notes.insert(id, Note { id, text, ..old });
            }
        }
        3 => {
            model.notes.remove(&note);
        }
        4 => {
            let id = PlacementId::fresh();
            let lane = s.model.placements[&card].lane;
            let placed = Placement::new(id, touchpoint, s.journey, Spot::Stage(stage), lane);
            model.placements.insert(id, placed);
        }
        5 => {
            let stage = model.stages.get_mut(&stage).unwrap();
            stage.position = which as i64 % 5;
        }
        6 => {
            let stage = model.stages.get_mut(&stage).unwrap();
            stage.name = Some(format!("S{}", which % 2));
        }
        _ => model.touchpoints.get_mut(&touchpoint).unwrap().title = format!("T{which}"),
    }
}

proptest! {
    #[test]
    fn a_map_is_not_different_from_itself_and_both_sides_see_the_same(
        left in prop::collection::vec((any::<u8>(), 0_usize..6), 0..8),
        right in prop::collection::vec((any::<u8>(), 0_usize..6), 0..8),
    ) {
        let s = sample();
        let (mut a, mut b) = (s.model.clone(), s.model.clone());
        left.iter().for_each(|(what, which)| edit(&s, &mut a, *what, *which));
        right.iter().for_each(|(what, which)| edit(&s, &mut b, *what, *which));
        prop_assert_eq!(diff(&a, &a, s.journey), []);
        let mut there = diff(&a, &b, s.journey);
        let mut back: Vec<_> =
            diff(&b, &a, s.journey).into_iter().map(Difference::mirrored).collect();
        there.sort();
        back.sort();
        prop_assert_eq!(there, back);
    }
}
