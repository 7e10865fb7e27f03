//! `klantreis apply`: commands from a file, one a line; a line is printed once it is durable.

use super::Failure;
use super::args::Apply;
use super::output::Output;
use crate::document::{Command, Document};
use crate::model::{Message, Tell};
use crate::text::Texts;
use std::fs::File;
use std::io::{BufRead, BufReader};

/// Runs the commands until one is refused; those before it stay done.
///
/// # Errors
/// When the file cannot be read or a command is refused; the sentence names its line.
pub fn run(args: &Apply, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let file = File::open(&args.commands).map_err(|error| {
        Message::new("cli-cannot-read")
            .with("file", args.commands.as_path())
            .with("reason", error.to_string())
    })?;
    let mut document = Document::open(&args.file)?;
    for (number, line) in (1_usize..).zip(BufReader::new(file).lines()) {
        let line = line.map_err(|error| at(number, &error.to_string()))?;
        if line.trim().is_empty() {
            continue;
        }
        let command: Command =
            serde_json::from_str(&line).map_err(|error| at(number, &error.to_string()))?;
        document.run(&command).map_err(|error| at(number, &texts.error(&error)))?;
        out.line(&number.to_string())?;
    }
    Ok(())
}

fn at(line: usize, reason: &str) -> Failure {
    Message::new("cli-apply-line").with("line", line).with("reason", reason).into()
}

impl Tell for Failure {
    fn message(&self) -> Message {
        self.0.clone()
    }
}
