//! Request → layout → `Scene`: every picture the program shows or exports. Pure: no disk, no egui.

/// Icons by name.
pub mod icons;
/// The picture itself.
pub mod scene;
