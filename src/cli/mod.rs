//! The command line: arguments → calls of the library → text or JSON.
//!
//! A contract: exit 0 done, 1 refused with one sentence on stderr, 2 wrong usage.

/// `klantreis stats --across`.
mod across;
/// `klantreis apply`.
mod apply;
/// The arguments.
pub mod args;
/// `klantreis check`.
mod check;
/// `klantreis comments`.
mod comments;
/// `klantreis compare`.
mod compare;
/// `klantreis stats` for logs of contacts.
mod contacts;
/// `klantreis detect`.
mod detect;
/// `klantreis export`.
mod export;
/// Where to look first.
mod first;
/// `klantreis import`.
mod import;
/// `stats --limits`.
mod limits;
/// Parts of a selection by name.
mod names;
/// `klantreis new`.
mod new;
/// Standard output.
mod output;
/// What is painted beside scores.
mod painted;
/// `klantreis render`.
mod render;
/// Which answers are meant.
mod selection;
/// Documents and sample folders.
mod source;
/// `klantreis stats`.
mod stats;
/// `klantreis themes`.
mod themes;
/// What `klantreis import` tells.
mod told;
/// `klantreis` alone.
mod window;

use crate::document::DocumentError;
use crate::export::whole;
use crate::import::ImportError;
use crate::model::{Message, Refusal, Tell};
use crate::text::{Lang, Texts};
use args::{Action, Arguments};
use clap::Parser;
use output::Output;
use std::io::Write;
use std::process::ExitCode;

/// Why a command ended without doing its work: a sentence.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.key)]
pub struct Failure(Message);

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self(refusal.0)
    }
}
impl From<DocumentError> for Failure {
    fn from(error: DocumentError) -> Self {
        Self(error.message())
    }
}
impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self(error.message())
    }
}
impl From<Message> for Failure {
    fn from(message: Message) -> Self {
        Self(message)
    }
}
impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self(Message::new("cli-output-failed").with("reason", error.to_string()))
    }
}

/// Runs the program with the process's arguments.
#[must_use]
pub fn main() -> ExitCode {
    crate::jobs::hush_shelters();
    let arguments = Arguments::parse();
    let texts = Texts::new(arguments.lang.unwrap_or_else(Lang::of_system));
    match run(&arguments, &texts) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(message)) => {
            // Nothing is left to tell when stderr itself is gone.
            let _ = writeln!(std::io::stderr(), "{}", texts.say(&message));
            ExitCode::from(1)
        }
    }
}

fn run(arguments: &Arguments, texts: &Texts) -> Result<(), Failure> {
    let Some(action) = &arguments.action else {
        return window::run(&arguments.window, arguments.lang);
    };
    let mut out = Output::standard();
    match action {
        Action::New(args) => new::run(args, texts, &mut out),
        Action::Import(args) => import::run(args, texts, &mut out),
        Action::Detect(args) => detect::run(args, texts, &mut out),
        Action::Stats(args) => stats::run(args, texts, &mut out),
        Action::Compare(args) => compare::run(args, texts, &mut out),
        Action::Comments(args) => comments::run(args, texts, &mut out),
        Action::Themes(args) => themes::run(args, texts, &mut out),
        Action::Render(args) => render::run(args, texts),
        Action::Export(args) => export::run(args),
        Action::Apply(args) => apply::run(args, texts, &mut out),
        Action::Check(args) => check::run(args, texts, &mut out),
    }
}

/// Writes a file whole: first beside it, then in its place, so that nothing is ever half written.
fn write_file(path: &std::path::Path, bytes: &[u8]) -> Result<(), Failure> {
    let cannot = |error: std::io::Error| {
        Message::new("cli-cannot-write").with("file", path).with("reason", error.to_string())
    };
    let file = whole::begin(path).map_err(cannot)?;
    whole::finish(file, path, bytes).map_err(cannot)?;
    Ok(())
}
