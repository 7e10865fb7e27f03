//! What surrounds the map: rail, top bar, banners.
//!
//! Reads and pushes actions; the document is never touched here.

/// Lines across the window.
mod banners;
/// The overlay menu.
mod overlay_menu;
/// The rail on the left.
mod rail;
/// The bar on top.
mod top_bar;
/// The ways to see a journey.
mod views;

pub use banners::banners_ui;
pub use rail::rail_ui;
pub(in crate::app) use top_bar::key_cap;
pub use top_bar::top_bar_ui;
pub use views::views_ui;

/// Below this width the rail has no words and bars are shorter.
pub const NARROW: f32 = 1400.0;

/// Below this width the top bar keeps icons only.
pub const TINY: f32 = 1100.0;
