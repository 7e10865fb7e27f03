//! The code book at work: which themes a text has, and which rule says so.
//!
//! Knows neither where texts are kept nor in what language people read about them.

/// Rules as people write them.
mod rule;

pub use rule::{LONGEST_RULE, Piece, Rule, RuleFault};
