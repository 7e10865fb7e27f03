//! `klantreis check`: does a document hold together, which version is it, what is inside?

use super::Failure;
use super::args::Check;
use super::output::Output;
use crate::document::Document;
use crate::model::Message;
use crate::text::Texts;

/// Checks the document.
///
/// # Errors
/// When it is no document, or does not hold together.
pub fn run(args: &Check, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let report = Document::check(&args.file)?;
    if args.json {
        out.json(&report)?;
    } else {
        let head = Message::new("cli-check-head")
            .with("file", &report.file)
            .with("version", report.version)
            .with("bytes", report.bytes);
        out.line(&texts.say(&head))?;
        let counted = report.counts.iter();
        let rows: Vec<Vec<String>> =
            counted.map(|(name, count)| vec![name.clone(), texts.int(*count)]).collect();
        out.table(&rows)?;
    }
    match report.problems.first() {
        None if args.json => Ok(()),
        None => out.line(&texts.get("cli-check-sound")),
        Some(problem) => Err(Message::new("cli-check-damaged")
            .with("file", args.file.as_path())
            .with("problem", problem)
            .into()),
    }
}
