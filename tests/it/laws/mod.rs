//! The two laws of a document, over random sequences of every command, undo, redo and imports:
//! undoing everything restores the start exactly (and redoing the end), and the model in memory
//! equals the file reopened. And a third: a journey file loses nothing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at what it did not expect")]

// What a random command is about.
mod choose;
// A random command of each kind.
mod commands;
// A random command of those that only the editor needs.
mod editor;
// A model without its identities.
mod normal;
// A random command about themes, saved views and baselines.
mod reading;

use choose::{Chooser, Dice};
use commands::{KINDS, command, kind_of};
use klantreis::document::outline::{self, Outline};
use klantreis::document::{Document, DocumentError, ImportOptions};
use klantreis::import::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::ScoreTable;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::path::Path;

/// One thing a person does, before it is known what there is to do it to.
#[derive(Clone, Debug)]
enum Act {
    Do(Dice),
    Undo,
    Redo,
    Import(Dice),
    Reopen,
}

/// Writes a small survey file and imports it.
fn import(document: &mut Document, folder: &Path, dice: &Dice) {
    let mut choose = Chooser { model: &Model::default(), dice, next: 0 };
    let c = &mut choose;
    let mut csv = String::from("id,where,how,nps,said\n");
    for _ in 0..c.below(6) {
        let (id, place) = (c.below(4), c.one(&["Website", "Shop", "website", "", "Bill"]));
        let (how, score) = (c.one(&["web", "Fax", ""]), c.below(13));
        csv.push_str(&format!("{id},{place},{how},{score},\"well, {score}\"\n"));
    }
    let file = folder.join(format!("feedback-{}.csv", c.below(3)));
    std::fs::write(&file, csv).unwrap();
    let unmatched = c.one(&[Unmatched::Create, Unmatched::Bucket, Unmatched::Reject]);
    let options =
        ImportOptions { dry_run: c.below(8) == 0, again: c.flag(), ..ImportOptions::default() };
    let before = document.model().clone();
    let done = document.import(&file, &profile(unmatched), &options, &Reporter::silent());
    if done.is_err() || options.dry_run {
        assert_eq!(*document.model(), before, "an import that did not happen changes nothing");
    }
}

fn profile(unmatched: Unmatched) -> Profile {
    let column = |name: &str, role| Column { column: name.to_owned(), role };
    Profile {
        survey: SurveyPart { name: "Law".to_owned(), ..SurveyPart::default() },
        columns: vec![
            column("id", Role::ResponseId),
            column("where", Role::Touchpoint),
            column("how", Role::Channel),
            column(
                "nps",
                Role::Answer(Box::new(AnswerColumn {
                    metric: Metric::Nps,
                    min: 0,
                    max: 10,
                    better: Better::High,
                    missing: vec![],
                    touchpoint: None,
                    wording: String::new(),
                    labels: [].into(),
                    boxed: vec![],
                    breaks: None,
                    kind: QuestionKind::Touchpoint,
                })),
            ),
            column("said", Role::Comment { touchpoint: None }),
        ],
        unmatched,
        ..Profile::default()
    }
}

fn act(document: &mut Document, folder: &Path, act: &Act) {
    match act {
        Act::Do(dice) => {
            let before = document.model().clone();
            let command = command(&before, dice);
            match document.run(&command) {
                Ok(touched) => assert_eq!(touched.is_nothing(), before == *document.model()),
                Err(DocumentError::Refused(_)) => assert_eq!(*document.model(), before),
                Err(other) => panic!("{command:?}: {other}"),
            }
        }
        Act::Undo => drop(document.undo().unwrap()),
        Act::Redo => drop(document.redo().unwrap()),
        Act::Import(dice) => import(document, folder, dice),
        Act::Reopen => reopen(document),
    }
}

/// Closes and opens the document: everything must be as it was in memory.
fn reopen(document: &mut Document) {
    let path = document.path().unwrap().to_owned();
    let (model, history) = (document.model().clone(), document.history().clone());
    let scores = scores(document);
    *document = Document::in_memory("between").unwrap();
    *document = Document::open(&path).unwrap();
    assert_eq!(document.read_only(), None);
    assert_eq!(*document.model(), model, "the model");
    assert_eq!(*document.history(), history, "the history");
    assert_eq!(self::scores(document), scores, "the answers");
}

/// A journey with some of everything, so that there is something to do each command to.
fn full() -> Outline {
    Outline::parse(include_str!("../../../sample_journeys/energie/journey.json")).unwrap()
}

/// A folder in memory where there is one: these laws are about contents, not about power cuts, and
/// every command waits for its disk.
fn quick_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

/// The journey file of a document, with its pictures.
fn written(document: &Document) -> Outline {
    outline::of_with(document.model(), &|id| document.blob(id).unwrap())
}

fn scores(document: &Document) -> ScoreTable {
    document.scores(&Reporter::silent()).unwrap()
}

fn dice() -> impl Strategy<Value = Dice> {
    let numbers = proptest::collection::vec(any::<u16>(), 12);
    (0..KINDS, numbers, "[a-zé]{1,3}").prop_map(|(kind, numbers, text)| Dice {
        kind,
        numbers,
        text,
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        20 => dice().prop_map(Act::Do),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => dice().prop_map(Act::Import),
        1 => Just(Act::Reopen),
    ];
    proptest::collection::vec(act, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_the_start_and_the_file_holds_what_memory_holds(acts in acts()) {
        let folder = quick_folder();
        let path = folder.path().join("law.klantreis");
        let mut document = Document::create_from(Some(&path), &full()).unwrap();
        let start = document.model().clone();
        for one in &acts {
            act(&mut document, folder.path(), one);
        }
        while document.redo().unwrap().is_some() {}
        let (end, answers) = (document.model().clone(), scores(&document));
        while document.undo().unwrap().is_some() {}
        prop_assert_eq!(document.model(), &start, "undoing everything");
        prop_assert_eq!(scores(&document).answers(), 0);
        reopen(&mut document);
        while document.redo().unwrap().is_some() {}
        prop_assert_eq!(document.model(), &end, "redoing everything");
        prop_assert_eq!(scores(&document), answers);
        reopen(&mut document);
    }

    #[test]
    fn a_journey_file_loses_nothing_of_the_map(dice in proptest::collection::vec(dice(), 1..120)) {
        let mut document = Document::create_from(None, &full()).unwrap();
        for one in dice {
            let command = command(document.model(), &one);
            drop(document.run(&command));
        }
        let written = written(&document);
        let read = Outline::parse(&written.to_json()).unwrap();
        prop_assert_eq!(&read, &written);
        let built = Document::create_from(None, &read).unwrap();
        prop_assert_eq!(&self::written(&built), &written);
        prop_assert_eq!(normal::normal(built.model()), normal::normal(document.model()));
        prop_assert_eq!(built.history().steps().len(), 0);
    }
}

#[test]
fn every_kind_of_command_is_tried() {
    let model = Model::default();
    for kind in 0..KINDS {
        let numbers = vec![1; 12];
        let made = kind_of(&command(&model, &Dice { kind, numbers, text: "x".to_owned() }));
        let expected = match kind {
            59 => 1,
            60 => 21,
            other => other,
        };
        assert_eq!(made, expected);
    }
}

/// The kinds that never worked; 59 and 60 are others under another number.
fn never(done: &[usize; KINDS]) -> Vec<usize> {
    (0..KINDS).filter(|kind| done[*kind] == 0 && !matches!(kind, 59 | 60)).collect()
}

/// The laws would hold of commands that are always refused, too.
#[test]
fn every_kind_of_command_also_succeeds() {
    let folder = tempfile::tempdir().unwrap();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut document = Document::in_memory("Law").unwrap();
    let mut done = [0; KINDS];
    for round in 0..30_000 {
        let never = never(&done);
        if never.is_empty() {
            return;
        }
        let mut one = dice().new_tree(&mut runner).unwrap().current();
        if round % 4 == 0 {
            // Rare ones need their chance while what they need is there.
            one.kind = never[round / 4 % never.len()];
        }
        let command = command(document.model(), &one);
        let worked = document.run(&command).is_ok_and(|touched| !touched.is_nothing());
        done[kind_of(&command)] += usize::from(worked);
        if worked && document.model().batches.is_empty() {
            import(&mut document, folder.path(), &one);
        }
    }
    let never = never(&done);
    assert_eq!(never, [0; 0], "kinds that were never done; all: {done:?}");
}
