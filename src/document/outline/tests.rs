//! Journey files: what is read, what is refused with which sentence, and that nothing is lost.

use super::template::{Template, template};
use super::*;
use crate::document::plan::plan_all;
use crate::model::Model;

fn built(outline: &Outline) -> Result<Model, Refusal> {
    let commands = outline.build()?;
    let plan = plan_all(&Model::default(), Message::new("step-add-journey"), &commands)?;
    let mut model = Model::default();
    for change in &plan.changes {
        model.apply(change);
    }
    Ok(model)
}

fn key(result: Result<impl std::fmt::Debug, Refusal>) -> String {
    result.expect_err("refused").0.key.into_owned()
}

#[test]
fn every_template_builds_and_reads_back_as_it_was() {
    for which in Template::ALL {
        for language in ["en", "nl"] {
            let outline = template(which.key(), language).unwrap();
            let model = built(&outline).unwrap();
            assert_eq!(of(&model), outline, "{which:?} {language}");
            assert_eq!(Outline::parse(&outline.to_json()).unwrap(), outline);
            let stages = model.stages_of(model.journey_named(None).unwrap().id).len();
            let expected = match which {
                Template::B2cPurchase | Template::PublicService => 6,
                Template::EmployeeJourney | Template::SixStages => 6,
                Template::ServiceCall | Template::B2bOnboarding => 5,
                Template::Blank => 0,
            };
            assert_eq!(stages, expected);
        }
    }
    let refused = template("shop", "en").unwrap_err().0;
    assert_eq!(refused.key, "document-no-template");
    let listed = format!("{:?}", refused.args);
    assert!(Template::ALL.iter().all(|t| listed.contains(t.key())), "{listed}");
}

#[test]
fn both_languages_of_a_template_have_the_same_shape() {
    for which in Template::ALL {
        let shape = |language| {
            let outline = template(which.key(), language).unwrap();
            let stages = outline.journeys.iter().flat_map(|j| &j.stages);
            let counts = |s: &StageOutline| (s.kind, s.touchpoints.len(), s.notes.len());
            stages.map(counts).collect::<Vec<_>>()
        };
        assert_eq!(shape("en"), shape("nl"), "{which:?}");
    }
}

#[test]
fn a_template_is_rich_enough_to_begin_a_workshop_with() {
    for which in Template::ALL {
        if matches!(which, Template::SixStages | Template::Blank) {
            continue;
        }
        for language in ["en", "nl"] {
            let outline = template(which.key(), language).unwrap();
            let called = format!("{which:?} {language}");
            let persona = &outline.personas[0];
            for text in [&persona.role, &persona.goals, &persona.frustrations, &persona.quote] {
                assert!(!text.is_empty(), "{called}");
            }
            let stages = &outline.journeys[0].stages;
            let cards: Vec<_> = stages.iter().flat_map(|s| &s.touchpoints).collect();
            assert!((10..=16).contains(&cards.len()), "{called}: {} cards", cards.len());
            for card in &cards {
                let title = card.title.as_deref().unwrap();
                assert!(title.chars().count() <= 40, "{called}: {title}");
                assert!(!card.channels.is_empty() && !card.description.is_empty(), "{title}");
                let icon = card.icon.as_deref().unwrap();
                assert!(ICONS.contains(&format!("\"{icon}\"")), "{title}: {icon}");
                assert_eq!(card.emotion.len(), 1, "{title}");
            }
            let owned = cards.iter().filter(|c| c.owner.is_some()).count();
            assert!(owned + 2 >= cards.len() && cards.iter().any(|c| c.moment_of_truth));
            let used = |name: &String| cards.iter().any(|c| c.owner.as_ref() == Some(name));
            assert!(outline.owners.iter().all(|o| used(&o.name)), "{called}: an idle owner");
            for stage in stages {
                let tone = |tone| stage.notes.iter().any(|n| n.tone == tone);
                assert!(stage.steps.len() >= 2 && tone(Tone::Pain) && tone(Tone::Gain), "{called}");
            }
        }
    }
}

/// The icons that are drawn, as source text: the outline itself knows none.
const ICONS: &str = include_str!("../../render/icons.rs");

/// Two maps of one document, which share a touchpoint and a persona and nothing else.
const TWO_MAPS: &str = r#"{
  "title": "Client and Co", "client": "Client and Co", "language": "nl",
  "teams": [{"name": "A"}, {"name": "B"}, {"name": "Idle"}],
  "owners": [{"name": "Ann", "team": "A"}, {"name": "Bob", "team": "B", "email": "b@x.example"}],
  "personas": [{"name": "P"}, {"name": "Q"}, {"name": "R"}],
  "channels": [{"kind": "web"}, {"kind": "phone"}, {"kind": "shop"}],
  "journeys": [
    {"name": "First", "persona": "P", "stages": [{"name": "s", "touchpoints": [
      {"title": "Shared", "owner": "Ann", "channels": ["web"]}, {"title": "Only first"}]}]},
    {"name": "Second", "state": "future", "persona": "Q", "stages": [{"name": "t", "steps": ["u"],
      "touchpoints": [
        {"again": "Shared", "emotion": {"R": 1.0}},
        {"title": "Only second", "owner": "Bob", "channels": ["phone"], "step": "u"}],
      "notes": [{"lane": "quotes", "text": "so"}]}]}],
  "targets": [{"metric": "nps", "touchpoint": "Shared", "value": 3.0}],
  "events": [{"day": "2025-01-02", "name": "New bill"}]
}"#;

#[test]
fn a_template_of_a_map_takes_what_the_map_uses_and_no_more() {
    let model = built(&Outline::parse(TWO_MAPS).unwrap()).unwrap();
    let second = model.journey_named(Some("Second")).unwrap().id;
    let made = template_of(&model, second);
    let expected = r#"{
      "title": "Second", "language": "nl",
      "teams": [{"name": "A"}, {"name": "B"}],
      "owners": [{"name": "Ann", "team": "A"}, {"name": "Bob", "team": "B", "email": "b@x.example"}],
      "personas": [{"name": "Q"}, {"name": "R"}],
      "channels": [{"kind": "web"}, {"kind": "phone"}],
      "journeys": [
        {"name": "Second", "state": "future", "persona": "Q", "stages": [{"name": "t",
          "steps": ["u"], "touchpoints": [
            {"title": "Shared", "owner": "Ann", "channels": ["web"], "emotion": {"R": 1.0}},
            {"title": "Only second", "owner": "Bob", "channels": ["phone"], "step": "u"}],
          "notes": [{"lane": "quotes", "text": "so"}]}]}]
    }"#;
    assert_eq!(made, Outline::parse(expected).unwrap());
    assert_eq!(made.check(), Ok(()));
    assert_eq!(of(&built(&made).unwrap()), made);
    assert_eq!(template_of(&model, crate::model::JourneyId::fresh()), Outline::default());
}

#[test]
fn faults_are_told_with_their_line() {
    let json = "{\n  \"title\": \"x\",\n  \"journies\": []\n}";
    let message = Outline::parse(json).unwrap_err().0;
    assert_eq!(message.key, "document-outline-faulty");
    assert!(message.args.contains(&("line".into(), 3_usize.into())), "{message:?}");
    for faulty in ["", "[]", "{", "{}", "null", "{\"title\": 3}"] {
        assert_eq!(key(Outline::parse(faulty)), "document-outline-faulty", "{faulty}");
    }
}

#[test]
fn references_must_be_listed() {
    let cases = [
        (r#"{"title":"x","journeys":[{"name":"j","persona":"p","stages":[]}]}"#, "no-persona"),
        (r#"{"title":"x","owners":[{"name":"o","team":"t"}]}"#, "no-team"),
        (r#"{"title":"x","owners":[{"name":"o"},{"name":"o"}]}"#, "twice"),
        (
            r#"{"title":"x","targets":[{"metric":"nps","touchpoint":"t","value":1}]}"#,
            "no-touchpoint",
        ),
        (&in_stage(r#"{"title":"t","channels":["web"]}"#), "no-channel"),
        (&in_stage(r#"{"title":"t","owner":"o"}"#), "no-owner"),
        (&in_stage(r#"{"title":"t","step":2}"#), "no-step"),
        (&in_stage(r#"{"title":"t","step":0}"#), "no-step"),
        (&in_stage(r#"{"title":"t","lane":"quotes:2"}"#), "no-lane"),
        (&in_stage(r#"{"again":"t"}"#), "no-touchpoint"),
        (&in_stage(r#"{"title":"t","again":"t"}"#), "card"),
        (&in_stage(r#"{"again":"t","owner":"o"}"#), "card"),
        (&in_stage("{}"), "card"),
    ];
    for (json, expected) in cases {
        let outline = Outline::parse(json).unwrap();
        assert_eq!(key(built(&outline)), format!("document-outline-{expected}"), "{json}");
    }
    let unnamed = Outline::parse(r#"{"title":" "}"#).unwrap();
    assert_eq!(key(built(&unnamed)), "document-name-empty");
}

/// A file with one stage (of one step) that holds one card.
fn in_stage(card: &str) -> String {
    let stage = format!(r#"{{"name":"s","steps":["a"],"touchpoints":[{card}]}}"#);
    format!(r#"{{"title":"x","journeys":[{{"name":"j","stages":[{stage}]}}]}}"#)
}
