//! `klantreis` and `klantreis PATH`: the window.

use super::Failure;
use super::args::{Theme, Window};
use crate::app::settings::ThemeChoice;
use crate::app::{self, WindowOptions};
use crate::text::Lang;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When there is no display.
pub fn run(args: &Window, lang: Option<Lang>) -> Result<(), Failure> {
    let options = WindowOptions {
        path: args.path.clone(),
        overlay: args.overlay,
        theme: args.theme.map(|theme| match theme {
            Theme::Light => ThemeChoice::Light,
            Theme::Dark => ThemeChoice::Dark,
        }),
        size: args.size,
        lang,
    };
    Ok(app::run_window(options)?)
}
