//! `klantreis import`: survey files into a document, with a report of each.

use super::Failure;
use super::args::Import;
use super::output::Output;
use super::told::{AllAssumed, assumed, tell, tell_each};
use crate::document::sample::profile;
use crate::document::{Document, ImportOptions, KnownFile, files_in, known_file};
use crate::import::{self, Asked, Profile};
use crate::jobs::Reporter;
use crate::model::{Message, Refusal};
use crate::text::Texts;
use std::cell::RefCell;
use std::path::{Path, PathBuf};

/// Imports the file, or each of several.
///
/// # Errors
/// When a file or the mapping is refused. The document is then as it was, but for files that came
/// in before.
pub fn run(args: &Import, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let mut document = Document::open(&args.file)?;
    let given = args.mapping.as_deref().map(mapping).transpose()?;
    let scales = RefCell::new(AllAssumed::new());
    let profile_of = |data: &Path, known: Option<&KnownFile>| {
        let sheet = args.sheet.clone();
        match (&given, known) {
            (Some(profile), _) if sheet.is_none() => Ok(profile.clone()),
            (Some(profile), _) => Ok(Profile { sheet, ..profile.clone() }),
            // A file that has grown is read on as it was read.
            (None, Some(known)) => Ok(known.profile.clone()),
            (None, None) => {
                let profile = proposed(data, sheet)?;
                scales.borrow_mut().insert(data.to_owned(), assumed(&profile));
                Ok(profile)
            }
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
            let assumed = scales.take().remove(data).unwrap_or_default();
            tell(&report, &assumed, args, texts, out)
        }
        several => {
            let files = files(several, args.mapping.as_deref())?;
            let silent = Reporter::silent();
            let outcomes = document.import_each(&files, &profile_of, &options, &silent);
            tell_each(&outcomes, &scales.take(), args, texts, out)
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
