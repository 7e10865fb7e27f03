//! `klantreis import`: survey files into a document, with a report of each.

use super::args::Import;
use super::output::Output;
use super::{Failure, write_file};
use crate::document::sample::profile;
use crate::document::{
    Document, FileOutcome, ImportOptions, ImportReport, KnownFile, RejectedCell, files_in,
    known_file,
};
use crate::export::rejected::{rejected_csv, rejected_csv_of_files};
use crate::import::{self, Asked, Profile, Rejected};
use crate::jobs::Reporter;
use crate::model::{BatchId, Message, Refusal};
use crate::text::Texts;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// What `--json` prints.
#[derive(Serialize)]
struct Report<'a> {
    batch: Option<BatchId>,
    rows_read: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    already: Option<u64>,
    responses: u64,
    answers: u64,
    comments: u64,
    duplicates: u64,
    rejected: Vec<Cell<'a>>,
    rejected_total: u64,
    contacts: u64,
    unmatched_touchpoints: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<String>,
}

/// A refused cell, its reason in words.
#[derive(Serialize)]
struct Cell<'a> {
    row: u64,
    column: &'a str,
    value: &'a str,
    reason: String,
}

/// What `--json` prints of one of several files.
#[derive(Serialize)]
struct FileReport<'a> {
    file: String,
    /// Why it was passed over: `already_imported`, `not_a_table` or `stopped`.
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<&'static str>,
    /// Why it was refused, or is no table.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(flatten)]
    report: Option<Report<'a>>,
}

/// Imports the file, or each of several.
///
/// # Errors
/// When a file or the mapping is refused. The document is then as it was, but for files that came
/// in before.
pub fn run(args: &Import, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let mut document = Document::open(&args.file)?;
    let given = args.mapping.as_deref().map(mapping).transpose()?;
    let profile_of = |data: &Path, known: Option<&KnownFile>| {
        let sheet = args.sheet.clone();
        match (&given, known) {
            (Some(profile), _) if sheet.is_none() => Ok(profile.clone()),
            (Some(profile), _) => Ok(Profile { sheet, ..profile.clone() }),
            // A file that has grown is read on as it was read.
            (None, Some(known)) => Ok(known.profile.clone()),
            (None, None) => proposed(data, sheet),
        }
    };
    let options = ImportOptions {
        journey: args.journey.clone(),
        dry_run: args.dry_run,
        again: args.again,
        list_all: args.rejected.is_some(),
    };
    match args.data.as_slice() {
        [data] if !data.is_dir() => {
            let known = if args.again { None } else { known_file(document.model(), data)? };
            let profile = profile_of(data, known.as_ref())?;
            let report = document.import(data, &profile, &options, &Reporter::silent())?;
            if let Some(path) = &args.rejected {
                write_file(path, &rejected_csv(&refused_cells(&report), texts))?;
            }
            if args.json { out.json(&told(&report, texts)) } else { print(&report, texts, out) }
        }
        several => {
            let files = files(several, args.mapping.as_deref())?;
            let silent = Reporter::silent();
            let outcomes = document.import_each(&files, &profile_of, &options, &silent);
            tell_each(&outcomes, args, texts, out)
        }
    }
}

/// The files that are meant, folders opened; the mapping itself is none of them.
fn files(data: &[PathBuf], mapping: Option<&Path>) -> Result<Vec<PathBuf>, Failure> {
    let real = |path: &Path| path.canonicalize().ok();
    let mapping = mapping.and_then(real);
    let mut files = Vec::new();
    for path in data {
        if path.is_dir() {
            let inside = files_in(path)?.into_iter();
            files.extend(inside.filter(|file| mapping.is_none() || real(file) != mapping));
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

/// Tells what became of each file.
fn tell_each(
    outcomes: &[(PathBuf, FileOutcome)],
    args: &Import,
    texts: &Texts,
    out: &mut Output,
) -> Result<(), Failure> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let reports: Vec<FileReport<'_>> =
        outcomes.iter().map(|(path, outcome)| one_of_several(name(path), outcome, texts)).collect();
    if let Some(path) = &args.rejected {
        let cells = outcomes.iter().filter_map(|(path, outcome)| match outcome {
            FileOutcome::Imported(report) => Some((name(path), refused_cells(report))),
            _ => None,
        });
        let cells: Vec<_> = cells.collect();
        write_file(path, &rejected_csv_of_files(&cells, texts))?;
    }
    if args.json {
        out.json(&reports)?;
    } else {
        for (told, (_, outcome)) in reports.iter().zip(outcomes) {
            out.line(&format!("{}:", told.file))?;
            match outcome {
                FileOutcome::Imported(report) => print(report, texts, out)?,
                FileOutcome::AlreadyImported(_) => out.line(&texts.get("cli-already"))?,
                FileOutcome::NotATable(why) | FileOutcome::Refused(why) => {
                    out.line(&texts.say(why))?;
                }
                FileOutcome::Stopped => out.line(&texts.get("error-cancelled"))?,
            }
        }
    }
    let refused = outcomes.iter().filter(|(_, o)| matches!(o, FileOutcome::Refused(_)));
    match refused.count() {
        0 => Ok(()),
        count => {
            let message = Message::new("cli-some-refused").with("count", count);
            Err(message.with("all", outcomes.len()).into())
        }
    }
}

fn one_of_several<'a>(file: String, outcome: &'a FileOutcome, texts: &Texts) -> FileReport<'a> {
    let (skipped, reason, report) = match outcome {
        FileOutcome::Imported(report) => (None, None, Some(told(report, texts))),
        FileOutcome::AlreadyImported(_) => (Some("already_imported"), None, None),
        FileOutcome::NotATable(why) => (Some("not_a_table"), Some(texts.say(why)), None),
        FileOutcome::Refused(why) => (None, Some(texts.say(why)), None),
        FileOutcome::Stopped => (Some("stopped"), None, None),
    };
    FileReport { file, skipped, reason, report }
}

fn refused_cells(report: &ImportReport) -> Vec<RejectedCell> {
    let cell = |r: &Rejected| RejectedCell {
        row: r.row,
        column: r.column.clone(),
        value: r.value.clone(),
        reason: r.reason.clone(),
        duplicate: false,
    };
    report.rejected.iter().map(cell).collect()
}

/// A mapping profile.
///
/// # Errors
/// When it cannot be read, or is none.
pub(super) fn mapping(path: &Path) -> Result<Profile, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Message::new("cli-cannot-read").with("file", path).with("reason", error.to_string())
    })?;
    let told =
        |reason: Message| Message::new("cli-bad-mapping").with("file", path).with("reason", reason);
    Ok(profile(&text).map_err(|refusal| told(refusal.0))?)
}

/// Without a mapping: what was detected, unless it leaves open what only a person can know.
fn proposed(data: &Path, sheet: Option<String>) -> Result<Profile, Refusal> {
    let detected = import::detect(data, &Profile { sheet, ..Profile::default() })?;
    let proposal = import::propose(&detected);
    let name = |column: usize| {
        let question = proposal.profile.questions_asked().nth(column);
        question.map(|q| q.0.to_owned()).unwrap_or_default()
    };
    let open = proposal.questions.iter().find_map(|asked| match asked {
        Asked::Direction { column, .. } => Some(name(*column)),
        _ => None,
    });
    match open {
        Some(column) => Err(Message::new("cli-needs-mapping").with("column", column).into()),
        None => Ok(proposal.profile),
    }
}

fn told<'a>(report: &'a ImportReport, texts: &Texts) -> Report<'a> {
    let cell = |r: &'a Rejected| Cell {
        row: r.row,
        column: &r.column,
        value: &r.value,
        reason: texts.say(&r.reason),
    };
    Report {
        batch: report.batch,
        rows_read: report.rows_read,
        already: Some(report.already).filter(|rows| *rows > 0),
        responses: report.responses,
        answers: report.answers,
        comments: report.comments,
        duplicates: report.duplicates,
        rejected: report.rejected.iter().map(cell).collect(),
        rejected_total: report.rejected_total,
        contacts: report.contacts,
        unmatched_touchpoints: &report.unmatched_touchpoints,
        warnings: report.warnings.iter().map(|w| texts.say(w)).collect(),
    }
}

fn print(report: &ImportReport, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let key = if report.batch.is_some() { "cli-imported" } else { "cli-dry-run" };
    let message = Message::new(key)
        .with("rows", report.rows_read)
        .with("responses", report.responses)
        .with("answers", report.answers)
        .with("comments", report.comments);
    out.line(&texts.say(&message))?;
    if report.already > 0 {
        out.line(&texts.say(&Message::new("cli-rows-already").with("rows", report.already)))?;
    }
    if report.contacts > 0 {
        out.line(&texts.say(&Message::new("cli-contacts").with("count", report.contacts)))?;
    }
    if report.duplicates > 0 {
        let message = Message::new("cli-duplicates").with("count", report.duplicates);
        out.line(&texts.say(&message))?;
    }
    if !report.unmatched_touchpoints.is_empty() {
        let names = report.unmatched_touchpoints.join(", ");
        out.line(&texts.say(&Message::new("cli-unmatched").with("names", names)))?;
    }
    for warning in &report.warnings {
        out.line(&texts.say(warning))?;
    }
    if report.rejected_total > 0 {
        let message = Message::new("cli-rejected").with("count", report.rejected_total);
        out.line(&texts.say(&message))?;
    }
    for cell in &report.rejected {
        let message = Message::new("cli-rejected-cell")
            .with("row", cell.row)
            .with("column", &cell.column)
            .with("value", &cell.value)
            .with("reason", cell.reason.clone());
        out.line(&texts.say(&message))?;
    }
    Ok(())
}
