//! `klantreis export`: what a document holds, in another format.

use super::args::Export;
use super::{Failure, source};
use crate::document::outline;
use crate::model::Message;

/// Writes the export; the ending of OUT tells the format.
///
/// # Errors
/// When the document cannot be read, the format is unknown, or OUT cannot be written.
pub fn run(args: &Export) -> Result<(), Failure> {
    let ending = args.out.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("json") => {
            let document = source::open(&args.file)?;
            // A picture that cannot be read is one that is not there.
            let kept = |id| document.blob(id).ok().flatten();
            let text = outline::of_with(document.model(), &kept).to_json();
            super::write_file(&args.out, text.as_bytes())
        }
        _ => Err(Message::new("cli-unknown-format")
            .with("file", args.out.as_path())
            .with("known", ".json")
            .into()),
    }
}
