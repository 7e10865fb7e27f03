//! Request → layout → `Scene`: every picture the program shows or exports. Pure: no disk, no egui.

/// Faces of cells.
mod cell_faces;
/// Charts: trend, answers, whisker, weeks.
pub mod charts;
/// Heat values to colours.
pub mod color_scale;
/// Control charts in words.
pub mod control_words;
/// Dots with intervals on one axis.
mod dot_plot;
/// Figures and versions in words.
pub mod figure_words;
/// Filters in words.
pub mod filter_words;
/// The bundled fonts.
pub mod fonts;
/// Hatch lines.
pub mod hatch;
/// Icons by name.
pub mod icons;
/// What the colours of an overlay mean.
pub mod legend;
/// The journey map.
pub mod map;
/// Touchpoints by channel, segment, owner or month.
pub mod matrix;
/// Widths of texts and line breaks.
pub mod measure;
/// A page to hand out: title, map, legend, source.
pub mod poster;
/// Readings in words.
mod reading_words;
/// The picture itself.
pub mod scene;
/// A page for an owner, team or department.
pub mod scorecard;
/// The journey over departments.
pub mod silos;
/// Shapes that several parts draw.
mod sketch;
/// Colour tokens.
pub mod theme;
