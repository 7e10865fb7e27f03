//! `klantreis render`: a journey as a picture, with its overlay and legend.

use super::args::{Render, Theme};
use super::{Failure, selection, source};
use crate::analysis::{OverlayRequest, Sources};
use crate::export::picture::{self, Format, Page, Picture};
use crate::jobs::Reporter;
use crate::model::Message;
use crate::render::theme;
use crate::text::Texts;

/// Draws the picture; the ending of OUT tells the format.
///
/// # Errors
/// When the document cannot be read, the format is unknown, or OUT cannot be written.
pub fn run(args: &Render, texts: &Texts) -> Result<(), Failure> {
    let format = Format::of(&args.out)?;
    let page = args.page.as_deref().map(Page::named).transpose()?;
    let document = source::open(&args.file)?;
    let table = document.scores(&Reporter::silent())?;
    let model = document.model();
    let filter = selection::filter(&args.selection, model, &table)?;
    let journey = selection::journey(&args.selection, model)?
        .ok_or_else(|| Message::new("cli-nothing-to-draw"))?;
    let picture = Picture {
        filter,
        overlay: args.overlay.map(|measure| OverlayRequest {
            middle: args.middle,
            ..OverlayRequest::of(journey, measure)
        }),
        badge: args.badge,
        palette: args.palette,
        theme: match args.theme {
            Theme::Light => theme::Theme::Light,
            Theme::Dark => theme::Theme::Dark,
        },
        page,
        ..Picture::of(journey)
    };
    let contacts = document.contacts()?;
    let sources = Sources { table: Some(&table), stored: None, contacts: &contacts };
    let scene = picture.scene(model, sources, texts);
    let pictures = |blob| document.blob(blob).ok().flatten();
    let bytes = picture::write(&scene, model.title(), &picture, format, &pictures)?;
    super::write_file(&args.out, &bytes)
}
