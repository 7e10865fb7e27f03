//! `klantreis new`: a fresh document: six stages, a template or from a readable journey file.

use super::Failure;
use super::args::New;
use super::output::Output;
use crate::document::outline::template::template;
use crate::document::{Document, Outline};
use crate::model::Message;
use crate::text::Texts;

/// Makes the document.
///
/// # Errors
/// When the file exists, its folder cannot be written, or the template or journey file is faulty.
pub fn run(args: &New, texts: &Texts, out: &mut Output) -> Result<(), Failure> {
    let outline = match &args.from {
        Some(path) => {
            let text = std::fs::read_to_string(path).map_err(|error| {
                Message::new("cli-cannot-read")
                    .with("file", path.as_path())
                    .with("reason", error.to_string())
            })?;
            Outline::parse(&text)?
        }
        None => template(args.template.as_deref().unwrap_or("six_stages"), texts.lang().code())?,
    };
    Document::create_from(Some(&args.file), &outline)?;
    out.line(&texts.say(&Message::new("cli-made").with("file", args.file.as_path())))
}
