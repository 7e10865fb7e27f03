//! Files as they come: every public survey and every nasty file is read or refused. Any bytes at
//! all never panic.

use super::airport::shared;
use super::tables::{as_table, files};
use klantreis::import::{
    CheckedRow, ImportError, Profile, Rejected, RowSink, detect, preview, propose, read,
};
use klantreis::jobs::Reporter;
use klantreis::model::Refusal;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

struct Nothing;

impl RowSink for Nothing {
    fn row(&mut self, _: &CheckedRow) -> Result<(), Refusal> {
        Ok(())
    }

    fn rejected(&mut self, _: &Rejected) -> Result<(), Refusal> {
        Ok(())
    }
}

/// Everything the importer does with a file; only the sentence may differ.
pub fn all_ways(path: &Path) -> Result<String, String> {
    let silent = Reporter::silent();
    let detected = detect(path, &Profile::default()).map_err(|r| r.0.key.into_owned())?;
    let proposal = propose(&detected);
    serde_json::to_string(&detected).unwrap();
    serde_json::to_string(&proposal).unwrap();
    preview(path, &proposal.profile, 20).map_err(|r| r.0.key.into_owned())?;
    let report = read(path, &proposal.profile, &silent, &mut Nothing).map_err(|e| match e {
        ImportError::Refused(refusal) => refusal.0.key.into_owned(),
        ImportError::Cancelled(_) => "cancelled".to_owned(),
    })?;
    assert_eq!(report.sha256.len(), 64);
    as_table(path, &Profile::default()).map_err(|e| e.to_string())?;
    Ok(format!(
        "{} {:?} q{:?} e{:?} pre {} head {} foot {} cols {} rows {} ragged {} {}",
        detected.encoding.value,
        detected.delimiter.value,
        detected.quote.value,
        detected.escape,
        detected.preamble_rows.value,
        detected.header_rows.value,
        detected.footer_rows.value,
        detected.columns.len(),
        report.rows_read,
        report.ragged,
        detected.decimal.value,
    ))
}

#[test]
fn every_public_file_is_read_or_refused_in_a_sentence() {
    for folder in ["surveys", "exports", "nasty"] {
        let Some(folder) = shared(folder) else { return };
        let mut all = Vec::new();
        for ending in [".csv", ".json", ".xlsx", ".xls", ".ods", ".zip", ".txt", ".pdf"] {
            files(&folder, ending, &mut all);
        }
        // Large files have their own tests; here it is about shapes.
        all.retain(|path| path.metadata().is_ok_and(|m| m.len() < 700_000));
        for path in all {
            let name = path.strip_prefix(&folder).unwrap().display().to_string();
            match all_ways(&path) {
                Ok(line) => println!("{name}: {line}"),
                Err(key) => println!("{name}: REFUSED {key}"),
            }
        }
    }
}

fn write_file(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("file.csv");
    std::fs::write(&path, bytes).unwrap();
    path
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let folder = tempfile::tempdir().unwrap();
        let _ = all_ways(&write_file(&folder, &bytes));
    }

    #[test]
    fn any_text_of_signs_is_read_or_refused(text in "[a-c0-9,;\"'\\\\\t\r\n \\.é\u{0}#{}|:-]{0,300}") {
        let folder = tempfile::tempdir().unwrap();
        let _ = all_ways(&write_file(&folder, text.as_bytes()));
    }
}

#[test]
fn a_table_never_takes_the_place_of_its_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = write_file(&folder, b"id;score\n1;9\n2;8\n");
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .current_dir(folder.path())
        .arg("detect")
        .arg(path.file_name().unwrap())
        .arg("--table")
        .arg(&path)
        .output()
        .unwrap();
    assert_eq!(
        (run.status.code(), run.stderr.iter().filter(|b| **b == b'\n').count()),
        (Some(1), 1)
    );
    assert_eq!(std::fs::read(&path).unwrap(), b"id;score\n1;9\n2;8\n");
}
