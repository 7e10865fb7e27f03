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

    #[test]
    fn a_table_in_any_dialect_gives_the_same_cells(
        rows in prop::collection::vec(prop::collection::vec("[a-zA-Z0-9 ,;\"\t\n|é]{0,12}", 4), 2..12),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        crlf in any::<bool>(),
        utf16 in any::<bool>(),
    ) {
        let mut table = vec![vec!["id".to_owned(), "when".into(), "why".into(), "what".into()]];
        for (at, row) in rows.iter().enumerate() {
            let mut row: Vec<String> = row.iter().map(|c| c.trim().to_owned()).collect();
            row[0] = at.to_string();
            table.push(row);
        }
        let terminator =
            if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(delimiter)
            .terminator(terminator)
            .from_writer(Vec::new());
        for row in &table {
            writer.write_record(row).unwrap();
        }
        let mut bytes = writer.into_inner().unwrap();
        if utf16 {
            let text = String::from_utf8(bytes).unwrap();
            bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.splice(0..0, [0xFF, 0xFE]);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = write_file(&folder, &bytes);
        // What a person states is not guessed: the cells come back exactly.
        let stated = Profile {
            header_rows: Some(1),
            preamble_rows: Some(0),
            footer_rows: Some(0),
            delimiter: Some(char::from(delimiter).to_string()),
            quote: Some("\"".into()),
            escape: Some(String::new()),
            ..Profile::default()
        };
        prop_assert_eq!(as_table(&path, &stated).unwrap().rows, table);
    }
}
