//! Which names and ids were met before, by fingerprint: a million take some forty megabytes.
//!
//! Keeps no text. Two texts share a fingerprint of 96 bits with a chance that can be forgotten.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

/// Fingerprint → key.
#[derive(Default)]
pub(super) struct Seen {
    keys: HashMap<(u64, u32), u32, BuildHasherDefault<AsItIs>>,
    first: RandomState,
    second: RandomState,
}

impl Seen {
    /// The key of a text.
    pub fn get(&self, text: &str) -> Option<i64> {
        self.keys
            .get(&self.fingerprint(text))
            .map(|key| i64::from(*key))
    }

    /// Remembers the key of a text. Keys above four thousand million are not remembered: the
    /// document is full long before.
    pub fn insert(&mut self, text: &str, key: i64) {
        let Ok(key) = u32::try_from(key) else { return };
        self.keys.insert(self.fingerprint(text), key);
    }

    /// The key of a text that was met before; else none, and `key` is remembered.
    pub fn enter(&mut self, text: &str, key: i64) -> Option<i64> {
        let key = u32::try_from(key).ok()?;
        match self.keys.entry(self.fingerprint(text)) {
            Entry::Occupied(met) => Some(i64::from(*met.get())),
            Entry::Vacant(new) => {
                new.insert(key);
                None
            }
        }
    }

    /// Remembers a value; false when it was there already.
    pub fn insert_new(&mut self, value: &impl Hash) -> bool {
        self.keys.insert(self.fingerprint(value), 0).is_none()
    }

    fn fingerprint(&self, value: impl Hash) -> (u64, u32) {
        let second = self.second.hash_one(&value).to_be_bytes();
        let [a, b, c, d, ..] = second;
        (
            self.first.hash_one(&value),
            u32::from_be_bytes([a, b, c, d]),
        )
    }
}

/// A fingerprint is a hash already.
#[derive(Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, _: &[u8]) {}

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn write_u32(&mut self, _: u32) {}
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn texts_are_found_again_and_others_are_not() {
        let mut seen = Seen::default();
        for key in 0..1000 {
            seen.insert(&format!("id {key}"), key);
        }
        assert_eq!(seen.get("id 7"), Some(7));
        assert_eq!(seen.get("id 1000"), None);
        assert!(seen.insert_new(&("a", 1)));
        assert!(!seen.insert_new(&("a", 1)));
    }
}
