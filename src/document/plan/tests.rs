//! Tables of cases for planning: what changes, and what is refused with which sentence.

use super::*;
use crate::model::*;

/// A model under test: commands must succeed, or be refused with a given key.
#[derive(Default)]
struct Draft {
    model: Model,
}

impl Draft {
    fn run(&mut self, command: &Command) -> Vec<Change> {
        let plan = plan(&self.model, command).unwrap_or_else(|e| panic!("{command:?}: {e}"));
        for change in &plan.changes {
            self.model.apply(change);
        }
        assert_in_order(&self.model);
        plan.changes
    }

    fn refused(&self, command: &Command, key: &str) {
        let refusal = plan(&self.model, command).expect_err("refused");
        assert_eq!(refusal.0.key, key, "{command:?}");
    }

    /// A journey with the six stages and the usual lanes.
    fn with_journey() -> (Self, JourneyId) {
        let mut draft = Self::default();
        let id = JourneyId::fresh();
        let name = "Koper".to_owned();
        let state = JourneyState::Current;
        draft.run(&Command::AddJourney {
            id,
            name,
            state,
            standard: true,
        });
        (draft, id)
    }

    fn stage(&self, journey: JourneyId, index: usize) -> StageId {
        self.model.stages_of(journey)[index].id
    }

    fn lane(&self, journey: JourneyId, kind: LaneKind) -> LaneId {
        self.model.lane_of_kind(journey, kind).unwrap().id
    }

    fn card(&mut self, journey: JourneyId, spot: Spot, title: &str) -> PlacementId {
        let placement = PlacementId::fresh();
        self.run(&Command::AddTouchpoint {
            id: TouchpointId::fresh(),
            placement,
            journey,
            spot,
            lane: None,
            title: title.to_owned(),
            index: None,
        });
        placement
    }

    fn titles(&self, stage: StageId, lane: LaneId) -> Vec<&str> {
        let cards = self.model.placements_in(stage, lane);
        cards
            .iter()
            .map(|p| self.model.touchpoint_of(p.id).unwrap().title.as_str())
            .collect()
    }
}

/// Every list of siblings counts 0, 1, 2 …
fn assert_in_order(model: &Model) {
    let counts = |positions: Vec<i64>| assert!((0..).zip(&positions).all(|(i, p)| i == *p));
    counts(
        model
            .journeys_in_order()
            .iter()
            .map(|j| j.position)
            .collect(),
    );
    for journey in model.journeys.keys() {
        counts(
            model
                .stages_of(*journey)
                .iter()
                .map(|s| s.position)
                .collect(),
        );
        counts(
            model
                .lanes_of(*journey)
                .iter()
                .map(|l| l.position)
                .collect(),
        );
        for stage in model.stages_of(*journey) {
            counts(
                model
                    .steps_of(stage.id)
                    .iter()
                    .map(|s| s.position)
                    .collect(),
            );
            for lane in model.lanes_of(*journey) {
                counts(
                    model
                        .placements_in(stage.id, lane.id)
                        .iter()
                        .map(|p| p.position)
                        .collect(),
                );
                counts(
                    model
                        .notes_in(stage.id, lane.id)
                        .iter()
                        .map(|n| n.position)
                        .collect(),
                );
            }
        }
    }
}

#[test]
fn a_standard_journey_has_six_stages_and_the_usual_lanes() {
    let (draft, journey) = Draft::with_journey();
    let kinds: Vec<_> = draft
        .model
        .stages_of(journey)
        .iter()
        .map(|s| s.kind)
        .collect();
    assert_eq!(kinds, StageKind::SIX);
    let lanes: Vec<_> = draft
        .model
        .lanes_of(journey)
        .iter()
        .map(|l| l.kind)
        .collect();
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
    draft.run(&Command::RenameJourney {
        journey,
        name: "  Huurder ".to_owned(),
    });
    assert_eq!(draft.model.journeys[&journey].name, "Huurder");
    let rename = |name: String| Command::RenameJourney { journey, name };
    draft.refused(&rename(" \n".to_owned()), "document-name-empty");
    draft.refused(
        &rename("x".repeat(LONGEST_TEXT + 1)),
        "document-text-too-long",
    );
    assert_eq!(draft.run(&rename("é".repeat(LONGEST_TEXT))).len(), 1);
}

#[test]
fn a_command_that_changes_nothing_gives_an_empty_plan() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 2);
    assert!(
        draft
            .run(&Command::MoveStage { stage, index: 2 })
            .is_empty()
    );
    let name = draft.model.journeys[&journey].name.clone();
    assert!(
        draft
            .run(&Command::RenameJourney { journey, name })
            .is_empty()
    );
    let several = Command::Several {
        name: Message::new("step-move-stage"),
        commands: vec![],
    };
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
    draft.run(&Command::AddStep {
        id: step,
        stage: first,
        name,
        index: None,
    });
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
    assert_eq!(
        (model.stages.len(), model.steps.len(), model.notes.len()),
        (5, 0, 0)
    );
    assert_eq!(
        model.touchpoints.keys().copied().collect::<Vec<_>>(),
        [kept]
    );
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
    assert_eq!(
        (
            model.stages.len(),
            model.lanes.len(),
            model.placements.len()
        ),
        (0, 0, 0)
    );
    let touchpoint = *model.touchpoints.keys().next().unwrap();
    draft.run(&Command::DeleteTouchpoint { touchpoint });
    assert_eq!(draft.model, Model::default());
}

#[test]
fn a_copied_journey_shows_the_same_touchpoints_and_stands_beside_the_original() {
    let (mut draft, journey) = Draft::with_journey();
    let card = draft.card(journey, Spot::Stage(draft.stage(journey, 3)), "Contract");
    let persona = PersonaId::fresh();
    draft.run(&Command::PutPersona {
        persona: named_persona(persona),
    });
    draft.run(&Command::SetEmotion {
        placement: card,
        persona,
        value: Some(-1.26),
    });
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
    draft.run(&Command::DuplicateJourney {
        journey,
        id,
        name,
        state,
    });
    let order: Vec<_> = draft
        .model
        .journeys_in_order()
        .iter()
        .map(|j| j.id)
        .collect();
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
fn cards_move_between_cells_of_their_own_journey_only() {
    let (mut draft, journey) = Draft::with_journey();
    let lane = draft.lane(journey, LaneKind::Touchpoints);
    let (first, second) = (draft.stage(journey, 0), draft.stage(journey, 1));
    let a = draft.card(journey, Spot::Stage(first), "a");
    draft.card(journey, Spot::Stage(first), "b");
    draft.card(journey, Spot::Stage(second), "c");
    let to = |stage, index| Command::MovePlacement {
        placement: a,
        spot: Spot::Stage(stage),
        lane,
        index,
    };
    draft.run(&to(first, 1));
    assert_eq!(draft.titles(first, lane), ["b", "a"]);
    draft.run(&to(second, 0));
    assert_eq!(
        (draft.titles(first, lane), draft.titles(second, lane)),
        (vec!["b"], vec!["a", "c"])
    );
    let quotes = draft.lane(journey, LaneKind::Quotes);
    let (spot, index) = (Spot::Stage(first), 0);
    let wrong = Command::MovePlacement {
        placement: a,
        spot,
        lane: quotes,
        index,
    };
    draft.refused(&wrong, "document-lane-without-cards");
    let other = JourneyId::fresh();
    let (name, state) = ("Ander".to_owned(), JourneyState::Current);
    draft.run(&Command::AddJourney {
        id: other,
        name,
        state,
        standard: true,
    });
    draft.refused(&to(draft.stage(other, 0), 0), "document-other-journey");
}

#[test]
fn a_step_takes_its_cards_to_the_end_of_another_stage() {
    let (mut draft, journey) = Draft::with_journey();
    let lane = draft.lane(journey, LaneKind::Touchpoints);
    let (first, second) = (draft.stage(journey, 0), draft.stage(journey, 1));
    let step = StepId::fresh();
    let name = "Bellen".to_owned();
    draft.run(&Command::AddStep {
        id: step,
        stage: first,
        name,
        index: None,
    });
    for (spot, title) in [
        (Spot::Step(step), "a"),
        (Spot::Stage(first), "b"),
        (Spot::Step(step), "c"),
        (Spot::Stage(second), "d"),
    ] {
        draft.card(journey, spot, title);
    }
    draft.run(&Command::MoveStep {
        step,
        stage: second,
        index: 0,
    });
    assert_eq!(draft.titles(first, lane), ["b"]);
    assert_eq!(draft.titles(second, lane), ["d", "a", "c"]);
    draft.run(&Command::DeleteStep { step });
    assert_eq!(draft.titles(second, lane), ["d", "a", "c"]);
}

#[test]
fn a_duplicate_stands_below_its_original() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 0);
    let lane = draft.lane(journey, LaneKind::Touchpoints);
    let placement = draft.card(journey, Spot::Stage(stage), "a");
    draft.card(journey, Spot::Stage(stage), "b");
    draft.run(&Command::DuplicateTouchpoint {
        placement,
        new_touchpoint: TouchpointId::fresh(),
        new_placement: PlacementId::fresh(),
    });
    assert_eq!(draft.titles(stage, lane), ["a", "a", "b"]);
}

#[test]
fn emotions_lie_between_two_ends_and_are_kept_in_tenths() {
    let (mut draft, journey) = Draft::with_journey();
    let placement = draft.card(journey, Spot::Stage(draft.stage(journey, 0)), "a");
    let persona = PersonaId::fresh();
    draft.run(&Command::PutPersona {
        persona: named_persona(persona),
    });
    let set = |value| Command::SetEmotion {
        placement,
        persona,
        value,
    };
    for (given, kept) in [(1.449, 1.4), (-2.0, -2.0), (-0.01, 0.0), (2.0, 2.0)] {
        draft.run(&set(Some(given)));
        assert_eq!(
            draft.model.emotions[&(placement, persona)].value.to_bits(),
            f64::to_bits(kept)
        );
    }
    for wrong in [2.01, -3.0, f64::NAN, f64::INFINITY] {
        draft.refused(&set(Some(wrong)), "document-emotion");
    }
    draft.run(&set(None));
    assert!(draft.model.emotions.is_empty());
}

#[test]
fn deleting_people_and_channels_clears_what_refers_to_them() {
    let (mut draft, journey) = Draft::with_journey();
    let placement = draft.card(journey, Spot::Stage(draft.stage(journey, 0)), "a");
    let touchpoint = draft.model.placements[&placement].touchpoint;
    let (team, owner) = (TeamId::fresh(), OwnerId::fresh());
    let (channel, persona) = (ChannelId::fresh(), PersonaId::fresh());
    let (name, department) = ("Service".to_owned(), String::new());
    draft.run(&Command::PutTeam {
        team: Team {
            id: team,
            name,
            department,
        },
    });
    draft.run(&Command::PutOwner {
        owner: Owner {
            id: owner,
            name: "Noor van Dalen".to_owned(),
            role: String::new(),
            email: String::new(),
            team: Some(team),
        },
    });
    let kind = ChannelKind::Web;
    draft.run(&Command::PutChannel {
        channel: Channel {
            id: channel,
            kind,
            name: None,
        },
    });
    draft.run(&Command::PutPersona {
        persona: named_persona(persona),
    });
    draft.run(&Command::GiveTo {
        touchpoints: vec![touchpoint],
        owner: Some(owner),
    });
    draft.run(&Command::SetChannels {
        touchpoint,
        channels: vec![channel, channel],
    });
    assert_eq!(draft.model.touchpoints[&touchpoint].channels, [channel]);
    draft.run(&Command::SetJourneyPersona {
        journey,
        persona: Some(persona),
    });
    draft.run(&Command::SetEmotion {
        placement,
        persona,
        value: Some(1.0),
    });

    draft.run(&Command::DeleteTeam { team });
    draft.run(&Command::DeletePersona { persona });
    draft.run(&Command::DeleteChannel { channel });
    assert_eq!(draft.model.owners[&owner].team, None);
    draft.run(&Command::DeleteOwner { owner });
    let bare = &draft.model.touchpoints[&touchpoint];
    assert_eq!((bare.owner, bare.channels.len()), (None, 0));
    assert_eq!(
        (
            draft.model.journeys[&journey].persona,
            draft.model.emotions.len()
        ),
        (None, 0)
    );
}

#[test]
fn several_commands_are_one_list_of_net_changes() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = draft.stage(journey, 0);
    let rename = |name: &str| Command::RenameStage {
        stage,
        name: name.to_owned(),
    };
    let name = Message::new("step-rename-stage");
    let commands = vec![rename("x"), rename("y")];
    let changes = draft.run(&Command::Several {
        name: name.clone(),
        commands,
    });
    assert_eq!(changes.len(), 1);
    let commands = vec![rename("z"), rename("y")];
    assert!(
        draft
            .run(&Command::Several {
                name: name.clone(),
                commands
            })
            .is_empty()
    );
    let missing = Command::DeleteStep {
        step: StepId::fresh(),
    };
    let several = Command::Several {
        name,
        commands: vec![rename("z"), missing],
    };
    draft.refused(&several, "document-no-step");
}

#[test]
fn questions_keep_the_scale_their_answers_lie_on() {
    let mut draft = Draft::default();
    let survey = SurveyId::fresh();
    let put = |id, wave: &str| Command::PutSurvey {
        id,
        name: "Airport".to_owned(),
        wave: wave.to_owned(),
        audience: Audience::Customer,
        journeys: vec![],
    };
    draft.run(&put(survey, "2017"));
    draft.refused(&put(SurveyId::fresh(), "2017"), "document-survey-twice");
    let question = Question {
        id: QuestionId::fresh(),
        survey,
        code: "NETPRO".to_owned(),
        metric: Metric::Nps,
        scale: Scale {
            min: 0,
            max: 10,
            better: Better::High,
        },
        boxed: vec![],
        breaks: None,
        wording: String::new(),
        kind: QuestionKind::Touchpoint,
        labels: std::collections::BTreeMap::new(),
    };
    let with = |change: fn(&mut Question)| {
        let mut question = question.clone();
        change(&mut question);
        Command::PutQuestion { question }
    };
    draft.run(&with(|_| {}));
    draft.run(&with(|q| q.scale.better = Better::Low));
    draft.run(&with(|q| q.breaks = Some([5, 7])));
    draft.refused(&with(|q| q.scale.max = 11), "document-question-fixed");
    draft.refused(
        &with(|q| q.code = "X".to_owned()),
        "document-question-fixed",
    );
    draft.refused(&with(|q| q.boxed = vec![11]), "document-question-box");
    draft.refused(
        &with(|q| q.breaks = Some([8, 6])),
        "document-question-breaks",
    );
    draft.refused(&with(|q| q.scale.max = 0), "document-question-scale");
    draft.refused(
        &with(|q| q.id = QuestionId::fresh()),
        "document-question-twice",
    );
    draft.run(&Command::DeleteSurvey { survey });
    assert_eq!(draft.model, Model::default());
}

#[test]
fn targets_and_happenings_are_checked() {
    let mut draft = Draft::default();
    let set = |value| Command::SetTarget {
        id: TargetId::fresh(),
        metric: Metric::Nps,
        touchpoint: None,
        value,
    };
    draft.run(&set(Some(20.0)));
    draft.run(&set(Some(30.0)));
    assert_eq!(draft.model.targets.len(), 1);
    draft.refused(&set(Some(101.0)), "document-target");
    draft.run(&set(None));
    assert!(draft.model.targets.is_empty());
    for (day, key) in [("2026-02-30", "document-day"), ("2026-1-5", "document-day")] {
        let (id, name) = (EventId::fresh(), "Nieuwe factuur".to_owned());
        draft.refused(
            &Command::AddEvent {
                id,
                day: day.to_owned(),
                name,
                touchpoint: None,
            },
            key,
        );
    }
}

#[test]
fn things_that_are_not_there_are_named_in_the_refusal() {
    let (draft, journey) = Draft::with_journey();
    let gone = TouchpointId::fresh();
    let (title, name) = ("x".to_owned(), "x".to_owned());
    draft.refused(
        &Command::RenameTouchpoint {
            touchpoint: gone,
            title,
        },
        "document-no-touchpoint",
    );
    draft.refused(
        &Command::DeleteNote {
            note: NoteId::fresh(),
        },
        "document-no-note",
    );
    let (state, standard) = (JourneyState::Current, true);
    let again = Command::AddJourney {
        id: journey,
        name,
        state,
        standard,
    };
    draft.refused(&again, "document-id-taken");
}

fn named_persona(id: PersonaId) -> Persona {
    let empty = String::new;
    Persona {
        id,
        name: "Sanne".to_owned(),
        role: empty(),
        goals: empty(),
        frustrations: empty(),
        quote: empty(),
    }
}
