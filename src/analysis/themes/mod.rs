//! The code book at work: which themes a text has, which rule says so, how many texts have each.
//!
//! Knows neither where texts are kept nor in what language people read about them.

/// All rules as one automaton.
mod code_book;
/// Dutch, English, or unclear.
mod language;
/// Rules as people write them.
mod rule;
/// The themes of many texts.
mod tags;

pub use code_book::{CodeBook, Hit, Scratch};
pub use language::{Spoken, spoken_in};
pub use rule::{LONGEST_RULE, Piece, Rule, RuleFault};
pub use tags::{Tagger, Tags, ThemeCount, ThemeCounts};
