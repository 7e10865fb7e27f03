//! Scenes and tables → bytes, one file a format. Lays nothing out and computes no figure.

/// PNG, drawn from the SVG.
pub mod png;
/// SVG.
pub mod svg;
