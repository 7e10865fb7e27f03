//! Sentences that a map says hundreds of times, prepared once: only their values are put in anew.
//!
//! Gives exactly what `Texts` gives; exists because a large map has thousands of labels.

use crate::model::Message;
use crate::text::Texts;
use std::cell::RefCell;
use std::collections::HashMap;

/// Marks the place of a value: a private character followed by its index.
const MARK: char = '\u{e000}';

pub(in crate::render) struct Phrases<'a> {
    texts: &'a Texts,
    known: RefCell<HashMap<&'static str, Vec<Piece>>>,
}

enum Piece {
    Words(String),
    Value(usize),
}

impl<'a> Phrases<'a> {
    pub(in crate::render) fn new(texts: &'a Texts) -> Self {
        Self { texts, known: RefCell::default() }
    }

    /// A text with its values, which must be words already: a value never chooses a plural form.
    pub(in crate::render) fn say(
        &self,
        key: &'static str,
        values: &[(&'static str, &str)],
    ) -> String {
        let mut known = self.known.borrow_mut();
        let pieces = known.entry(key).or_insert_with(|| self.prepare(key, values));
        let mut said = String::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => said.push_str(words),
                Piece::Value(index) => said.push_str(values.get(*index).map_or("", |v| v.1)),
            }
        }
        said
    }

    /// A text without values.
    pub(in crate::render) fn get(&self, key: &'static str) -> String {
        self.say(key, &[])
    }

    fn prepare(&self, key: &'static str, values: &[(&'static str, &str)]) -> Vec<Piece> {
        let mark = |index: u32| char::from_u32(u32::from(MARK) + 1 + index).unwrap_or(MARK);
        let mut message = Message::new(key);
        for (index, (name, _)) in (0..).zip(values) {
            message = message.with(name, mark(index).to_string());
        }
        let mut pieces = Vec::new();
        let mut words = String::new();
        for c in self.texts.say(&message).chars() {
            let place = (0..).zip(values).find(|(index, _)| mark(*index) == c);
            if let Some((index, _)) = place {
                pieces.push(Piece::Words(std::mem::take(&mut words)));
                pieces.push(Piece::Value(index as usize));
            } else {
                words.push(c);
            }
        }
        pieces.push(Piece::Words(words));
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn a_prepared_phrase_says_what_the_text_says() {
        for lang in Lang::ALL {
            let texts = Texts::new(lang);
            let phrases = Phrases::new(&texts);
            for (low, high) in [("3.1", "3.3"), ("−30", "−16"), ("", "x")] {
                let message = Message::new("map-label-between").with("low", low).with("high", high);
                let said = phrases.say("map-label-between", &[("low", low), ("high", high)]);
                assert_eq!(said, texts.say(&message));
            }
            assert_eq!(phrases.get("map-card-no-data"), texts.get("map-card-no-data"));
        }
    }
}
