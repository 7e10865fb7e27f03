//! The straight road of the numbers: answers → counts → scores on the map.
//!
//! Counts are checked against a slow reading of the same answers that shares no code.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail as tests do")]

/// A small document and its answers, built in sentences.
pub mod builder;
/// Trends with control limits.
mod controls;
/// Counting against the slow way.
pub mod counting;
/// Overlays, trends, tables and comparisons.
mod overlays;

pub use builder::Dice;
pub use klantreis::scores::Cluster;
