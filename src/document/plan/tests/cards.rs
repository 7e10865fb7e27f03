//! Cards, people, surveys, targets.

use super::*;

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
    let wrong = Command::MovePlacement { placement: a, spot, lane: quotes, index };
    draft.refused(&wrong, "document-lane-without-cards");
    let other = JourneyId::fresh();
    let (name, state) = ("Ander".to_owned(), JourneyState::Current);
    draft.run(&Command::AddJourney { id: other, name, state, standard: true });
    draft.refused(&to(draft.stage(other, 0), 0), "document-other-journey");
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
    draft.run(&Command::PutPersona { persona: named_persona(persona) });
    let set = |value| Command::SetEmotion { placement, persona, value };
    for (given, kept) in [(1.449, 1.4), (-2.0, -2.0), (-0.01, 0.0), (2.0, 2.0)] {
        draft.run(&set(Some(given)));
        assert_eq!(draft.model.emotions[&(placement, persona)].value.to_bits(), f64::to_bits(kept));
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
    draft.run(&Command::PutTeam { team: Team { id: team, name, department } });
    draft.run(&Command::PutOwner {
        owner: Owner { team: Some(team), ..Owner::named(owner, "Noor van Dalen".to_owned()) },
    });
    let kind = ChannelKind::Web;
    draft.run(&Command::PutChannel { channel: Channel { id: channel, kind, name: None } });
    draft.run(&Command::PutPersona { persona: named_persona(persona) });
    draft.run(&Command::GiveTo { touchpoints: vec![touchpoint], owner: Some(owner) });
    draft.run(&Command::SetChannels { touchpoint, channels: vec![channel, channel] });
    assert_eq!(draft.model.touchpoints[&touchpoint].channels, [channel]);
    draft.run(&Command::SetJourneyPersona { journey, persona: Some(persona) });
    draft.run(&Command::SetEmotion { placement, persona, value: Some(1.0) });

    draft.run(&Command::DeleteTeam { team });
    draft.run(&Command::DeletePersona { persona });
    draft.run(&Command::DeleteChannel { channel });
    assert_eq!(draft.model.owners[&owner].team, None);
    draft.run(&Command::DeleteOwner { owner });
    let bare = &draft.model.touchpoints[&touchpoint];
    assert_eq!((bare.owner, bare.channels.len()), (None, 0));
    assert_eq!((draft.model.journeys[&journey].persona, draft.model.emotions.len()), (None, 0));
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
        scale: Scale { min: 0, max: 10, better: Better::High },
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
    draft.refused(&with(|q| q.code = "X".to_owned()), "document-question-fixed");
    draft.refused(&with(|q| q.boxed = vec![11]), "document-question-box");
    draft.refused(&with(|q| q.breaks = Some([8, 6])), "document-question-breaks");
    draft.refused(&with(|q| q.scale.max = 0), "document-question-scale");
    draft.refused(&with(|q| q.id = QuestionId::fresh()), "document-question-twice");
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
        draft.refused(&Command::AddEvent { id, day: day.to_owned(), name, touchpoint: None }, key);
    }
    let (event, name) = (EventId::fresh(), String::from("Nieuwe factuur"));
    let edit = |day: &str| {
        let (day, name) = (day.to_owned(), String::from("Nieuwe brief"));
        Command::EditEvent { event, day, name, touchpoint: None }
    };
    draft.refused(&edit("2026-03-01"), "document-no-event");
    let day = String::from("2026-02-28");
    draft.run(&Command::AddEvent { id: event, day, name, touchpoint: None });
    draft.refused(&edit("1 maart"), "document-day");
    draft.run(&edit("2026-03-01"));
    let kept = &draft.model.events[&event];
    assert_eq!((kept.day.as_str(), kept.name.as_str()), ("2026-03-01", "Nieuwe brief"));
}

#[test]
fn no_two_arrows_say_the_same() {
    let (mut draft, journey) = Draft::with_journey();
    let stage = Spot::Stage(draft.stage(journey, 0));
    let (a, b) = (draft.card(journey, stage, "a"), draft.card(journey, stage, "b"));
    let (from, to) = (CardRef::Card(a), CardRef::Card(b));
    let add = |id, kind| Command::AddArrow { id, from, to, kind, label: String::new() };
    let (next, branch) = (ArrowId::fresh(), ArrowId::fresh());
    draft.run(&add(next, ArrowKind::Next));
    draft.refused(&add(branch, ArrowKind::Next), "document-arrow");
    draft.run(&add(branch, ArrowKind::Branch));
    let set = |arrow, kind| Command::SetArrow { arrow, kind, label: "x".to_owned() };
    draft.refused(&set(branch, ArrowKind::Next), "document-arrow");
    draft.run(&set(branch, ArrowKind::Branch));
    draft.run(&set(branch, ArrowKind::LoopBack));
}
