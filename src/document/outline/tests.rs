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
    assert_eq!(key(template("shop", "en")), "document-no-template");
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
