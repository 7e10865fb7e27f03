//! Journeys, stages, steps, lanes; and what holds for every command.

use super::*;

#[test]
fn a_standard_journey_has_six_stages_and_the_usual_lanes() {
    let (draft, journey) = Draft::with_journey();
    let kinds: Vec<_> = draft.model.stages_of(journey).iter().map(|s| s.kind).collect();
    assert_eq!(kinds, StageKind::SIX);
    let lanes: Vec<_> = draft.model.lanes_of(journey).iter().map(|l| l.kind).collect();
    assert_eq!(lanes, LaneKind::DEFAULT);
}

#[test]
fn planning_twice_gives_the_same_changes() {
    let draft = Draft::default();
    let command = Command::AddJourney {
        id: JourneyId::fresh(),
        name: "Koper".to_owned(),
        state: JourneyState::Future,
        standard: true,
    };
    assert_eq!(plan(&draft.model, &command), plan(&draft.model, &command));
}

#[test]
fn names_are_trimmed_and_refused_when_empty_or_too_long() {
    let (mut draft, journey) = Draft::with_journey();
    draft.run(&Command::RenameJourney { journey, name: "  Huurder ".to_owned() });
    assert_eq!(draft.model.journeys[&journey].name, "Huurder");
    let rename = |name: String| Command::RenameJourney { journey, name };
    draft.refused(&rename(" \n".to_owned()), "document-name-empty");
    draft.refused(&rename("x".repeat(LONGEST_TEXT + 1)), "document-text-too-long");
    assert_eq!(draft.run(&rename("é".repeat(LONGEST_TEXT))).len(), 1);
}

#[test]
fn a_command_that_changes_nothing_gives_an_empty_plan() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 2);
    assert!(draft.run(&Command::MoveStage { stage, index: 2 }).is_empty());
    let name = draft.model.journeys[&journey].name.clone();
    assert!(draft.run(&Command::RenameJourney { journey, name }).is_empty());
    let several = Command::Several { name: Message::new("step-move-stage"), commands: vec![] };
    assert!(draft.run(&several).is_empty());
}

#[test]
fn moving_a_stage_renumbers_its_siblings_and_stops_at_the_end() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 0);
    draft.run(&Command::MoveStage { stage, index: 99 });
    assert_eq!(draft.stage(journey, 5), stage);
    draft.run(&Command::MoveStage { stage, index: 1 });
    assert_eq!(draft.stage(journey, 1), stage);
}

#[test]
fn deleting_a_stage_takes_what_it_holds_and_touchpoints_that_are_nowhere_else() {
    let (mut draft, journey) = Draft::with_journey();
    let (first, second) = (draft.stage(journey, 0), draft.stage(journey, 1));
    let step = StepId::fresh();
    let name = "Zoeken".to_owned();
    draft.run(&Command::AddStep { id: step, stage: first, name, index: None });
    let gone = draft.card(journey, Spot::Step(step), "Website");
    let kept = draft.card(journey, Spot::Stage(first), "Winkel");
    let touchpoint = |draft: &Draft, p: PlacementId| draft.model.placements[&p].touchpoint;
    let (gone, kept) = (touchpoint(&draft, gone), touchpoint(&draft, kept));
    draft.run(&Command::PlaceTouchpoint {
        id: PlacementId::fresh(),
        touchpoint: kept,
        journey,
        spot: Spot::Stage(second),
        lane: None,
        index: None,
    });
    draft.run(&Command::SetTarget {
        id: TargetId::fresh(),
        metric: Metric::Nps,
        touchpoint: Some(gone),
        value: Some(20.0),
    });
    draft.run(&Command::AddNote {
        id: NoteId::fresh(),
        journey,
        spot: Spot::Step(step),
        lane: draft.lane(journey, LaneKind::Quotes),
        tone: Tone::Pain,
        text: "Ik vond het niet".to_owned(),
        icon: None,
        index: None,
    });
    let before = draft.model.clone();
    let changes = draft.run(&Command::DeleteStage { stage: first });
    let model = &draft.model;
    assert_eq!((model.stages.len(), model.steps.len(), model.notes.len()), (5, 0, 0));
    assert_eq!(model.touchpoints.keys().copied().collect::<Vec<_>>(), [kept]);
    assert!(model.targets.is_empty());
    for change in changes.iter().rev() {
        draft.model.apply(&change.inverse());
    }
    assert_eq!(draft.model, before);
}

#[test]
fn deleting_a_journey_leaves_its_touchpoints_in_the_document() {
    let (mut draft, journey) = Draft::with_journey();
    draft.card(journey, Spot::Stage(draft.stage(journey, 0)), "Website");
    draft.run(&Command::DeleteJourney { journey });
    let model = &draft.model;
    assert_eq!((model.stages.len(), model.lanes.len(), model.placements.len()), (0, 0, 0));
    let touchpoint = *model.touchpoints.keys().next().unwrap();
    draft.run(&Command::DeleteTouchpoint { touchpoint });
    assert_eq!(draft.model, Model::default());
}

#[test]
fn a_copied_journey_shows_the_same_touchpoints_and_stands_beside_the_original() {
    let (mut draft, journey) = Draft::with_journey();
    let card = draft.card(journey, Spot::Stage(draft.stage(journey, 3)), "Contract");
    let persona = PersonaId::fresh();
    draft.run(&Command::PutPersona { persona: named_persona(persona) });
    draft.run(&Command::SetEmotion { placement: card, persona, value: Some(-1.26) });
    let last = JourneyId::fresh();
    let add = |id, name: &str| Command::AddJourney {
        id,
        name: name.to_owned(),
        state: JourneyState::Current,
        standard: false,
    };
    draft.run(&add(last, "Later"));
    let id = JourneyId::fresh();
    let (name, state) = ("Koper straks".to_owned(), JourneyState::Future);
    draft.run(&Command::DuplicateJourney { journey, id, name, state });
    let order: Vec<_> = draft.model.journeys_in_order().iter().map(|j| j.id).collect();
    assert_eq!(order, [journey, id, last]);
    assert_eq!(draft.model.touchpoints.len(), 1);
    assert_eq!(
        draft.titles(draft.stage(id, 3), draft.lane(id, LaneKind::Touchpoints)),
        ["Contract"]
    );
    let values: Vec<_> = draft.model.emotions.values().map(|e| e.value).collect();
    assert_eq!(values, [-1.3, -1.3]);
}

#[test]
fn a_step_takes_its_cards_to_the_end_of_another_stage() {
    let (mut draft, journey) = Draft::with_journey();
    let lane = draft.lane(journey, LaneKind::Touchpoints);
    let (first, second) = (draft.stage(journey, 0), draft.stage(journey, 1));
    let step = StepId::fresh();
    let name = "Bellen".to_owned();
    draft.run(&Command::AddStep { id: step, stage: first, name, index: None });
    for (spot, title) in [
        (Spot::Step(step), "a"),
        (Spot::Stage(first), "b"),
        (Spot::Step(step), "c"),
        (Spot::Stage(second), "d"),
    ] {
        draft.card(journey, spot, title);
    }
    draft.run(&Command::MoveStep { step, stage: second, index: 0 });
    assert_eq!(draft.titles(first, lane), ["b"]);
    assert_eq!(draft.titles(second, lane), ["d", "a", "c"]);
    draft.run(&Command::DeleteStep { step });
    assert_eq!(draft.titles(second, lane), ["d", "a", "c"]);
}

#[test]
fn several_commands_are_one_list_of_net_changes() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 0);
    let rename = |name: &str| Command::RenameStage { stage, name: name.to_owned() };
    let name = Message::new("step-rename-stage");
    let commands = vec![rename("x"), rename("y")];
    let changes = draft.run(&Command::Several { name: name.clone(), commands });
    assert_eq!(changes.len(), 1);
    let commands = vec![rename("z"), rename("y")];
    assert!(draft.run(&Command::Several { name: name.clone(), commands }).is_empty());
    let missing = Command::DeleteStep { step: StepId::fresh() };
    let several = Command::Several { name, commands: vec![rename("z"), missing] };
    draft.refused(&several, "document-no-step");
}

#[test]
fn things_that_are_not_there_are_named_in_the_refusal() {
    let (draft, journey) = Draft::with_journey();
    let gone = TouchpointId::fresh();
    let (title, name) = ("x".to_owned(), "x".to_owned());
    draft.refused(&Command::RenameTouchpoint { touchpoint: gone, title }, "document-no-touchpoint");
    draft.refused(&Command::DeleteNote { note: NoteId::fresh() }, "document-no-note");
    let (state, standard) = (JourneyState::Current, true);
    let again = Command::AddJourney { id: journey, name, state, standard };
    draft.refused(&again, "document-id-taken");
}
