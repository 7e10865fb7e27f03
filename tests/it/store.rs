//! The document file: what is written is what is read, by whoever opens it next.
//!
//! No window and no survey files: rows are handed to the store as plain values.

mod failures;
mod imports;
mod laws;
mod sessions;

use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::ScoreTable;
use klantreis::store::{
    CommentQuery, Counts, HistoryEdit, ImportAnswer, ImportComment, ImportResponse, Opened,
    ReadOnly, Store, StoreError,
};
use std::path::PathBuf;
use tempfile::TempDir;

/// A folder of its own, and the path of a document in it.
fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.klantreis");
    (folder, path)
}

fn added<R: Record>(record: R) -> Change
where
    Change: From<Edit<R>>,
{
    Edit { before: None, after: Some(record) }.into()
}

fn team(name: &str) -> Team {
    Team { id: TeamId::fresh(), name: name.to_owned(), department: String::new() }
}

fn push(store: &mut Store, changes: &[Change]) {
    store.write(changes, HistoryEdit::Push { name: &Message::new("step-test") }).unwrap();
}

fn survey() -> Survey {
    Survey {
        id: SurveyId::fresh(),
        name: "Spring".to_owned(),
        wave: "2017".to_owned(),
        audience: Audience::Customer,
        journeys: Vec::new(),
    }
}

fn question(survey: &Survey, code: &str) -> Question {
    Question {
        id: QuestionId::fresh(),
        survey: survey.id,
        code: code.to_owned(),
        metric: Metric::Nps,
        scale: Scale { min: 0, max: 10, better: Better::High },
        boxed: Vec::new(),
        breaks: Some([6, 8]),
        wording: "Would you recommend us?".to_owned(),
        kind: QuestionKind::Touchpoint,
        labels: [("never".to_owned(), 0)].into(),
    }
}

fn batch(survey: &Survey) -> Batch {
    Batch {
        id: BatchId::fresh(),
        survey: survey.id,
        file_name: "spring.csv".to_owned(),
        file_hash: "ab".repeat(32),
        profile: "{}".to_owned(),
        imported_at: "2026-01-01T00:00:00Z".to_owned(),
        rows_read: 0,
        responses: 0,
        answers: 0,
        comments: 0,
        duplicates: 0,
        rejected: 0,
        origin: Origin::File,
        hand_kind: None,
        file_bytes: 0,
        continues: None,
        contacts: 0,
    }
}

fn scores(store: &Store) -> ScoreTable {
    store.scores(&Reporter::silent()).unwrap()
}
