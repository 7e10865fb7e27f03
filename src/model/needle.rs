//! What is searched in texts: words, or parts of words; and where a text holds them.
//!
//! Knows no index; whoever keeps one asks the same question of it.

use super::folding::{Folded, is_word};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How what is typed is compared with words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Match {
    /// A word, or how one begins: “wacht” finds “wachten”.
    Words,
    /// Any part of a word: “wacht” also finds “gewacht”.
    #[default]
    Parts,
}

/// What is searched: a text has all of it, in any order, without regard to case and accents.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Needles {
    how: Match,
    parts: Vec<String>,
}

impl Needles {
    /// What a person typed. Parts are divided by blanks, words by whatever is no letter or digit.
    #[must_use]
    pub fn new(typed: &str, how: Match) -> Self {
        let folded = super::folding::folded(typed);
        let divides = |c: char| match how {
            Match::Words => !is_word(c),
            Match::Parts => c.is_whitespace(),
        };
        let parts = folded.split(divides).filter(|part| !part.is_empty());
        Self { how, parts: parts.map(str::to_owned).collect() }
    }

    /// Whether nothing is searched, so that every text has it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// How words are compared.
    #[must_use]
    pub fn how(&self) -> Match {
        self.how
    }

    /// What must be there, folded.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Whether a folded text has it all.
    #[must_use]
    pub fn are_in(&self, folded: &str) -> bool {
        self.parts.iter().all(|part| self.places(folded, part).next().is_some())
    }

    /// Where a text as it was written has any of it, in order and without overlap.
    #[must_use]
    pub fn ranges(&self, text: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let found = self.parts.iter().flat_map(|part| self.places(&folded.text, part));
        joined(found.map(|range| folded.origin(range)).collect())
    }

    /// Where a folded text has one of the parts.
    fn places<'t>(
        &self,
        folded: &'t str,
        part: &'t str,
    ) -> impl Iterator<Item = Range<usize>> + use<'t> {
        let begins = self.how == Match::Words;
        let places = memchr::memmem::find_iter(folded.as_bytes(), part.as_bytes());
        let places = places.filter(move |at| {
            let before = folded.get(..*at).unwrap_or_default();
            !begins || !before.ends_with(is_word)
        });
        places.map(|at| at..at + part.len())
    }
}

/// Ranges in order, those that overlap or touch made one.
#[must_use]
pub fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_parts_and_where_they_stand() {
        let text = "Een reünie: lang GEWACHT, wachttijd een uur";
        for (typed, how, marked) in [
            ("wacht", Match::Parts, &["WACHT", "wacht"][..]),
            ("wacht", Match::Words, &["wacht"]),
            ("REUNIE een", Match::Words, &["Een", "reünie", "een"]),
            ("ünie", Match::Parts, &["ünie"]),
            ("nie:", Match::Parts, &["nie:"]),
            ("tijd", Match::Words, &[]),
            ("", Match::Parts, &[]),
        ] {
            let needles = Needles::new(typed, how);
            let found: Vec<&str> = needles.ranges(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, marked, "{typed} {how:?}");
            let there = needles.are_in(&super::super::folding::folded(text));
            assert_eq!(there, !marked.is_empty() || typed.is_empty(), "{typed} {how:?}");
        }
        assert!(!Needles::new("lang kort", Match::Parts).are_in("een lang verhaal"));
        assert_eq!(joined(vec![8..9, 4..6, 0..2, 1..3, 3..4]), [0..6, 8..9]);
    }
}
