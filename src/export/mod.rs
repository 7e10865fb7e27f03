//! Scenes and tables → bytes, one file a format. Lays nothing out and computes no figure.

/// What respondents wrote.
pub mod comments;
/// A journey with its overlay, legend and source line, in any of the formats.
pub mod picture;
/// PNG, drawn from the SVG.
pub mod png;
/// Refused cells of an import.
pub mod rejected;
/// The page of an owner, team or department.
pub mod scorecard;
/// SVG.
pub mod svg;
/// Files that are whole or not there.
pub mod whole;
