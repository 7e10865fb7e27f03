//! The real window: started by the command line, closed by the person.
//!
//! Where no display exists it refuses with one sentence.

use super::context::{Overlay, UiAction, View};
use super::settings::{Folders, ThemeChoice};
use super::state::App;
use super::{crash, logo};
use crate::analysis::Measure;
use crate::model::{Message, Refusal};
use crate::text::Lang;
use std::path::PathBuf;

/// How the window is opened.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct WindowOptions {
    /// A document or sample folder to open.
    pub path: Option<PathBuf>,
    /// Language for this run, in place of the settings'.
    pub lang: Option<Lang>,
    /// Look for this run, in place of the settings'.
    pub theme: Option<ThemeChoice>,
    /// Metric painted over the map at the start.
    pub overlay: Option<Measure>,
    /// Size of the window in points.
    pub size: Option<(f32, f32)>,
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display, or the window cannot be made.
pub fn run_window(options: WindowOptions) -> Result<(), Refusal> {
    if !has_display() {
        return Err(Message::new("app-no-display").into());
    }
    let folders = Folders::of_system();
    crash::watch(&folders);
    let (width, height) = options.size.unwrap_or((1440.0, 900.0));
    let viewport = egui::ViewportBuilder::default()
        .with_title("Klantreis")
        .with_app_id("klantreis")
        .with_inner_size([width, height])
        .with_min_inner_size([1100.0_f32.min(width), 640.0_f32.min(height)])
        .with_icon(logo::icon());
    let native = eframe::NativeOptions {
        viewport,
        system_font_fallback: false,
        persist_window: false,
        ..eframe::NativeOptions::default()
    };
    let begin = move |cc: &eframe::CreationContext<'_>| {
        let mut app = App::new(&cc.egui_ctx, folders);
        app.begin(options);
        Ok(Box::new(app) as Box<dyn eframe::App>)
    };
    eframe::run_native("Klantreis", native, Box::new(begin)).map_err(|error| {
        tracing::error!(%error, "no window");
        Message::new("app-no-window").into()
    })
}

/// On Linux a window needs a display server; elsewhere there always is one.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

impl App {
    /// Begins as the command line asked.
    fn begin(&mut self, options: WindowOptions) {
        if let Some(lang) = options.lang {
            self.world.settings.lang = lang;
            self.world.texts = crate::text::Texts::new(lang);
        }
        if let Some(theme) = options.theme {
            self.world.settings.theme = theme;
        }
        match options.path {
            Some(path) => self.push(UiAction::Open(path)),
            None => {
                let egui = self.egui.clone();
                self.preview_samples(&egui);
            }
        }
        if let Some(measure) = options.overlay {
            self.first_view = Some(View { overlay: Overlay::Heat, measure, ..View::default() });
        }
    }
}
