//! The window: the only room that knows egui. Panels read a `Ctx` and push `UiAction`s.
//!
//! `state::App` works in `logic` and paints in `ui`; nothing here knows SQL or the command line.

/// The one action table.
pub mod actions;
/// The pictures that hang on something.
mod attached;
/// Cut, copy and paste of cards.
mod clipboard;
/// What panels read and may ask for.
pub mod context;
/// Reports of faults.
pub mod crash;
/// Days as people type them.
mod days;
/// Everything that is computed for the map screen.
pub mod derived;
/// The open document, here or away.
pub mod desk;
/// Choosing files.
pub mod dialogs;
/// The map as a file.
mod exporting;
/// Imports, what respondents wrote, refused cells.
mod feedback;
/// Opening, copying, exporting.
mod files;
/// Which answers count: chips and time brush.
pub mod filters;
/// The bundled fonts.
pub mod fonts;
/// Undo steps and versions.
pub mod history;
/// The import screen.
pub mod import;
/// Everything about what is selected.
pub mod inspector;
/// The journey as a table.
pub mod listing;
/// The program's mark.
mod logo;
/// The map screen.
pub mod map;
/// Touchpoints by channel, segment, owner, month.
pub mod matrix;
/// The newest comments about something.
mod newest;
/// What the colours of the map mean.
pub mod overlay_panel;
/// Templates a person saved.
pub mod own_templates;
/// Who answers for what, and how that goes.
pub mod owners;
/// The command palette.
pub mod palette;
/// Owners, teams, channels, personas.
pub mod people;
/// What each action does.
mod perform;
/// Pictures on their way from a file.
mod pictures;
/// All journeys of the document.
pub mod portfolio;
/// For a group, big.
pub mod present;
/// Recent documents.
pub mod recent;
/// Parts of the window that F6 goes through.
pub mod regions;
/// The samples inside the program.
pub mod samples;
/// What the person set.
pub mod settings;
/// The settings dialog.
mod settings_panel;
/// Small dialogs about the document.
mod sheets;
/// Rail, top bar, banners.
pub mod shell;
/// Two journeys beside each other.
pub mod side_by_side;
/// The way of the customer over departments.
pub mod silos;
/// The start screen.
pub mod start;
/// The window itself.
mod state;
/// Templates from maps and maps from templates.
mod templating;
/// The window without a window.
pub mod testing;
/// Pictures as textures.
mod textures;
/// Colours and style.
pub mod theme;
/// How one thing goes, in full.
pub mod trend;
/// Keys typed faster than frames are drawn.
mod typing;
/// The controls.
pub mod widgets;
/// The real window.
mod window;
/// What workers are at.
mod work;
/// What panels read, in one place.
pub mod world;

pub use context::{Ctx, Screen, UiAction, View};
pub use state::App;
pub use theme::Theme;
pub use window::{WindowOptions, run_window};
