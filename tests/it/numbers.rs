//! The straight road of the numbers: answers → counts → scores on the map.
//!
//! Counts are checked against a slow reading of the same answers that shares no code.

/// A small document and its answers, built in sentences.
mod builder;
/// Counting against the slow way.
mod counting;
/// Overlays, trends, tables and comparisons.
mod overlays;
