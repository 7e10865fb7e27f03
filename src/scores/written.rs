//! Responses in which certain words were written: a condition whose answer is looked up elsewhere, since
//! the columns hold no text.
//!
//! Customers only: what few employees wrote must not be told by counting them.

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Responses with a comment that holds all these parts of words, in any case and without accents.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Written {
    /// What was typed.
    pub text: String,
    /// What was found; nothing passes until it was looked up.
    #[serde(skip)]
    pub found: Option<Arc<Found>>,
}

impl Written {
    /// A condition that is still to be looked up.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), found: None }
    }
}

/// What was found.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// A bit for the number of each response.
    responses: Vec<u64>,
    /// The comments, by their number in the document, ascending.
    comments: Vec<i64>,
}

impl Found {
    /// Responses and comments, in any order.
    #[must_use]
    pub fn new(responses: impl IntoIterator<Item = u32>, mut comments: Vec<i64>) -> Self {
        let mut bits = Vec::new();
        for number in responses {
            let place = number as usize / 64;
            if bits.len() <= place {
                bits.resize(place + 1, 0);
            }
            bits[place] |= 1 << (number % 64);
        }
        comments.sort_unstable();
        comments.dedup();
        Self { responses: bits, comments }
    }

    /// Whether a response is among them.
    #[inline]
    #[must_use]
    pub fn holds(&self, response: u32) -> bool {
        self.responses.get(response as usize / 64).is_some_and(|b| b & (1 << (response % 64)) != 0)
    }

    /// Whether a comment is among them.
    #[must_use]
    pub fn has_comment(&self, key: i64) -> bool {
        self.comments.binary_search(&key).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_found_is_held() {
        let found = Found::new([3, 64, 1_000], vec![9, 2, 9]);
        let held: Vec<u32> = (0..2_000).filter(|n| found.holds(*n)).collect();
        assert_eq!(held, [3, 64, 1_000]);
        let comments: Vec<i64> = (0..12).filter(|key| found.has_comment(*key)).collect();
        assert_eq!(comments, [2, 9]);
        assert!(!Found::default().holds(0));
    }

    #[test]
    fn only_the_words_are_kept() {
        let written = Written { found: Some(Arc::default()), ..Written::new("wacht") };
        let kept = serde_json::to_string(&written).unwrap();
        assert_eq!(serde_json::from_str::<Written>(&kept).unwrap(), Written::new("wacht"));
    }
}
