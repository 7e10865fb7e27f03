//! Text as it is searched: without case and without accents, and where each piece of it came from.
//!
//! Knows no language. What is folded is one character at a time, so that places can be told.

use icu_normalizer::DecomposingNormalizerBorrowed;
use std::ops::Range;

/// A text of which neither case nor accents count: "Café" and "CAFE" give the same.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::new();
    fold_into(text, &mut folded);
    folded
}

/// As `folded`, into a text that is emptied first: for many texts one after another.
pub fn fold_into(text: &str, folded: &mut String) {
    folded.clear();
    folded.reserve(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().take_while(u8::is_ascii).count();
        let (ascii, more) = rest.split_at(plain);
        let from = folded.len();
        folded.push_str(ascii);
        if let Some(added) = folded.get_mut(from..) {
            added.make_ascii_lowercase();
        }
        let mut chars = more.chars();
        if let Some(c) = chars.next() {
            fold_char(c, |c| folded.push(c));
        }
        rest = chars.as_str();
    }
}

/// What one character becomes.
fn fold_char(c: char, mut each: impl FnMut(char)) {
    if c.is_ascii() {
        return each(c.to_ascii_lowercase());
    }
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(std::iter::once(c));
    for c in apart.filter(|c| !is_mark(*c)) {
        c.to_lowercase().filter(|c| !is_mark(*c)).for_each(&mut each);
    }
}

/// Whether a character only changes the one before it.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// A folded text that knows where in the original each of its bytes came from.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// Places of the characters that made it, in the folded text and in the original; empty when
    /// both have the same places.
    places: Vec<(u32, u32)>,
    /// Length of the original in bytes.
    length: usize,
}

impl Folded {
    /// Folds a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { text: folded(text), places: Vec::new(), length: text.len() };
        }
        let mut folded = String::with_capacity(text.len());
        let mut places = Vec::with_capacity(text.len());
        for (at, c) in text.char_indices() {
            let before = folded.len();
            fold_char(c, |c| folded.push(c));
            // A mark of its own stays with the character before it.
            if folded.len() > before {
                places.push((before as u32, at as u32));
            }
        }
        Self { text: folded, places, length: text.len() }
    }

    /// Where a piece of the folded text stands in the original, from the first byte of its first
    /// character to the last byte of its last one.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        if self.places.is_empty() {
            return range.start.min(self.length)..range.end.min(self.length);
        }
        let first = self.places.partition_point(|(at, _)| *at as usize <= range.start);
        let start = first.checked_sub(1).and_then(|i| self.places.get(i));
        let end = self.places.partition_point(|(at, _)| (*at as usize) < range.end);
        let start = start.map_or(0, |(_, origin)| *origin as usize);
        let end = self.places.get(end).map_or(self.length, |(_, origin)| *origin as usize);
        start..end.max(start)
    }
}

/// Whether a character is part of a word.
#[must_use]
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

#[cfg(test)]
mod tests {
    use super::{Folded, folded};

    #[test]
    fn neither_case_nor_accents_count() {
        for (text, same) in [
            ("Café", "cafe"),
            ("ORIËNTATIE", "orientatie"),
            ("Ångström ﬁn", "angstrom fin"),
            ("e\u{301}e\u{301}n", "een"),
            ("İZMİR", "izmir"),
            ("شكرا 😀", "شكرا 😀"),
            ("", ""),
        ] {
            assert_eq!(folded(text), same);
            assert_eq!(Folded::new(text).text, same);
        }
    }

    #[test]
    fn a_piece_is_found_again_in_the_original() {
        for (text, part, origin) in [
            ("Lang gewacht", "wacht", "wacht"),
            ("De reünie viel tegen", "reunie", "reünie"),
            ("één keer", "een", "één"),
            ("e\u{301}e\u{301}n keer", "een", "e\u{301}e\u{301}n"),
            ("Ha 😀 ﬁjn", "fijn", "ﬁjn"),
            ("Ha ﬁjn", "ijn", "ﬁjn"),
            ("slot É", "e", "É"),
        ] {
            let folded = Folded::new(text);
            let at = folded.text.find(part).unwrap();
            assert_eq!(&text[folded.origin(at..at + part.len())], origin, "{text}");
        }
    }
}
