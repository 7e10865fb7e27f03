//! Making and opening documents, and what a command says it touched.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it did not expect")]

use klantreis::document::outline::template::{Template, template};
use klantreis::document::{Command, Document, DocumentError, Outline, Touched};
use klantreis::jobs::Reporter;
use klantreis::model::*;

fn key(result: Result<impl std::fmt::Debug, DocumentError>) -> String {
    result.unwrap_err().message().key.into_owned()
}

fn add_journey(name: &str) -> Command {
    let (id, state) = (JourneyId::fresh(), JourneyState::Current);
    Command::AddJourney { id, name: name.to_owned(), state, standard: true }
}

#[test]
fn a_document_that_cannot_be_made_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.klantreis");
    assert_eq!(key(Document::create(&path, "  ")), "document-name-empty");
    let unlisted = r#"{"title":"x","owners":[{"name":"o","team":"t"}]}"#;
    let unlisted = Outline::parse(unlisted).unwrap();
    assert_eq!(key(Document::create_from(Some(&path), &unlisted)), "document-outline-no-team");
    assert!(!path.exists());

    drop(Document::create(&path, "Energy").unwrap());
    let before = std::fs::read(&path).unwrap();
    assert_eq!(key(Document::create(&path, "Other")), "store-exists");
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn a_document_can_go_to_a_worker_and_come_back() {
    let document = Document::in_memory("Energy").unwrap();
    let job = klantreis::jobs::Job::start("test", || {}, move |_| document).unwrap();
    assert_eq!(job.wait().unwrap().model().title(), "Energy");
}

#[test]
fn every_template_makes_a_document_without_history() {
    let folder = tempfile::tempdir().unwrap();
    for which in Template::ALL {
        let path = folder.path().join(format!("{}.klantreis", which.key()));
        let outline = template(which.key(), "nl").unwrap();
        let made = Document::create_from(Some(&path), &outline).unwrap().model().clone();
        let document = Document::open(&path).unwrap();
        assert_eq!(*document.model(), made);
        assert_eq!((document.undo_name(), document.redo_name()), (None, None));
    }
}

#[test]
fn a_second_opener_looks_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("map.klantreis");
    let mut first = Document::create(&path, "Energy").unwrap();
    first.run(&add_journey("Customer")).unwrap();
    let mut second = Document::open(&path).unwrap();
    assert!(second.read_only().is_some());
    assert_eq!(second.model(), first.model());
    assert_eq!(key(second.run(&add_journey("Tenant"))), "store-read-only");
    assert_eq!(key(second.undo()), "store-read-only");
    assert_eq!((second.model(), second.revision()), (first.model(), 0));
    assert_eq!(second.history().done(), 1);
}

#[test]
fn a_refused_or_empty_command_is_no_step() {
    let mut document = Document::in_memory("Energy").unwrap();
    let again = Command::Set { key: SettingKey::Title, value: " Energy ".to_owned() };
    assert!(document.run(&again).unwrap().is_nothing());
    let gone = Command::DeleteStage { stage: StageId::fresh() };
    assert_eq!(key(document.run(&gone)), "document-no-stage");
    assert_eq!((document.revision(), document.history().steps().len()), (0, 0));
    assert!(document.undo().unwrap().is_none() && document.redo().unwrap().is_none());
}

#[test]
fn a_change_says_what_it_makes_stale() {
    let mut document = Document::in_memory("Energy").unwrap();
    let touched = document.run(&add_journey("Customer")).unwrap();
    assert!(touched.map && touched.binding && !touched.answers);
    let value = Some(20.0);
    let (id, metric, touchpoint) = (TargetId::fresh(), Metric::Nps, None);
    let touched = document.run(&Command::SetTarget { id, metric, touchpoint, value }).unwrap();
    assert_eq!(touched, Touched { map: true, reading: true, ..Touched::default() });
    assert_eq!(document.revision(), 2);
    let (name, touched) = document.undo().unwrap().unwrap();
    assert_eq!(name.key, "step-set-target");
    assert!(touched.reading && document.model().targets.is_empty());
    assert_eq!((document.revision(), document.redo_name()), (3, Some(&name)));
}

#[test]
fn a_copy_is_exact_and_a_copy_to_share_has_no_history() {
    let folder = tempfile::tempdir().unwrap();
    let mut document = Document::create(&folder.path().join("map.klantreis"), "Energy").unwrap();
    document.run(&add_journey("Customer")).unwrap();
    let (copy, share) =
        (folder.path().join("copy.klantreis"), folder.path().join("share.klantreis"));
    document.save_copy(&copy, &Reporter::silent()).unwrap();
    document.save_copy_to_share(&share, &Reporter::silent()).unwrap();
    let (copy, share) = (Document::open(&copy).unwrap(), Document::open(&share).unwrap());
    assert_eq!((copy.model(), copy.history()), (document.model(), document.history()));
    assert_eq!((share.model(), share.history().steps().len()), (document.model(), 0));
}
