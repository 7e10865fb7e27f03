//! Klantreis: customer journey maps that listen.
//!
//! The rooms below stand in reading order; `docs/ARCHITECTURE.md` is the map of the house, and the
//! layer test (`tests/it/layers.rs`) holds every room to the neighbours it may call.

/// The nouns: journeys, stages, touchpoints, surveys; and `Change`, the only way they alter.
pub mod model;

/// The answers as columns in memory, and how they are counted under a filter.
pub mod scores;

/// One pure file a metric: value, interval, test of a change.
pub mod metrics;

/// What the figures mean on a map: overlay, heat value, certainty, trend.
pub mod analysis;

/// Words, numbers and dates in Dutch and English.
pub mod text;

/// Request → layout → `Scene`: every picture the program shows or exports.
pub mod render;

/// Named worker threads that report progress and can be cancelled.
pub mod jobs;

/// The document file: the only SQL of the program.
pub mod store;

/// Survey files: bytes → detected, mapped, checked rows and a report. Knows no database.
pub mod import;

/// One open document: commands, history, import batches.
pub mod document;

/// Scenes and tables → bytes, one file a format.
pub mod export;

/// The command line.
pub mod cli;

/// The window.
pub mod app;
