//! Which names and ids were met before, by fingerprint: a million take some forty megabytes.
//!
//! Keeps no text but the last. Two texts share a fingerprint of 96 bits with a chance that can be
//! forgotten.

use foldhash::quality;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasher, BuildHasherDefault, Hash, Hasher, RandomState};

/// Fingerprint → key.
///
/// As long as texts come in ascending order, as the ids of most files do, each is known to be new
/// without a look in the table, and they only queue up to enter it.
#[derive(Default)]
pub(super) struct Seen {
    table: HashMap<Fingerprint, u32, BuildHasherDefault<AsItIs>>,
    /// Not in the table yet; empty once the order was broken.
    queue: Vec<(Fingerprint, u32)>,
    /// The last text of the queue.
    last: String,
    out_of_order: bool,
    first: RandomState,
    second: quality::RandomState,
}

/// Ninety-six bits of two hashes that have nothing in common. In halves, since a whole number of
/// 64 bits would leave four bytes of each entry empty.
#[derive(PartialEq, Eq)]
struct Fingerprint([u32; 3]);

impl Hash for Fingerprint {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let [low, high, _] = self.0;
        state.write_u64(u64::from(high) << 32 | u64::from(low));
    }
}

impl Seen {
    /// The key of a text.
    pub fn get(&mut self, text: &str) -> Option<i64> {
        let key = match self.place(text) {
            Place::Last => self.queue.last().map(|(_, key)| key),
            Place::Next => None,
            Place::Anywhere => self.table.get(&self.fingerprint(text)),
        };
        key.map(|key| i64::from(*key))
    }

    /// Remembers the key of a text. Keys above four thousand million are not remembered: the
    /// document is full long before.
    pub fn insert(&mut self, text: &str, key: i64) {
        let Ok(key) = u32::try_from(key) else { return };
        match self.place(text) {
            Place::Last => self.queue.iter_mut().last().into_iter().for_each(|(_, k)| *k = key),
            Place::Next => self.push(text, key),
            Place::Anywhere => drop(self.table.insert(self.fingerprint(text), key)),
        }
    }

    /// The key of a text that was met before; else none, and `key` is remembered.
    pub fn enter(&mut self, text: &str, key: i64) -> Option<i64> {
        let key = u32::try_from(key).ok()?;
        match self.place(text) {
            Place::Last => self.queue.last().map(|(_, key)| i64::from(*key)),
            Place::Next => {
                self.push(text, key);
                None
            }
            Place::Anywhere => match self.table.entry(self.fingerprint(text)) {
                Entry::Occupied(met) => Some(i64::from(*met.get())),
                Entry::Vacant(new) => {
                    new.insert(key);
                    None
                }
            },
        }
    }

    /// Remembers a value; false when it was there already. Values know no order: not to be mixed
    /// with texts.
    pub fn insert_new(&mut self, value: &impl Hash) -> bool {
        self.table.insert(self.fingerprint(value), 0).is_none()
    }

    /// Where a text belongs. Once one is out of order, all go into the table.
    fn place(&mut self, text: &str) -> Place {
        if self.out_of_order {
            return Place::Anywhere;
        }
        // Shorter ones first, so that 1000 comes after 999.
        let order = text.len().cmp(&self.last.len()).then_with(|| text.cmp(&self.last));
        match order {
            Ordering::Greater => Place::Next,
            Ordering::Equal if !self.queue.is_empty() => Place::Last,
            _ => {
                self.out_of_order = true;
                self.table.extend(std::mem::take(&mut self.queue));
                Place::Anywhere
            }
        }
    }

    fn push(&mut self, text: &str, key: u32) {
        self.last.clear();
        self.last.push_str(text);
        self.queue.push((self.fingerprint(text), key));
    }

    fn fingerprint(&self, value: impl Hash) -> Fingerprint {
        let first = self.first.hash_one(&value);
        let second = self.second.hash_one(&value);
        let halves = |hash: u64| [hash as u32, (hash >> 32) as u32];
        let ([low, high], [other, _]) = (halves(first), halves(second));
        Fingerprint([low, high, other])
    }
}

/// Where a text stands among those that were met.
enum Place {
    /// It is the last of the queue.
    Last,
    /// It is new and comes after the last.
    Next,
    /// Only the table knows.
    Anywhere,
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
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn texts_are_found_again_in_whatever_order_they_come() {
        let orders: [fn(i64) -> i64; 4] =
            [|i| i, |i| 999 - i, |i| i * 377 % 1000, |i| if i < 500 { i } else { 1499 - i }];
        for (order, place) in orders.into_iter().enumerate() {
            let mut seen = Seen::default();
            for number in (0..1000).map(place) {
                let id = format!("id {number}");
                assert_eq!(seen.enter(&id, number), None, "{id} in order {order}");
                assert_eq!(seen.enter(&id, 5000), Some(number), "{id} in order {order}");
            }
            assert_eq!(seen.get("id 1000"), None);
            for number in 0..1000 {
                assert_eq!(seen.get(&format!("id {number}")), Some(number), "in order {order}");
            }
        }
    }

    #[test]
    fn a_key_is_replaced_and_no_text_is_a_text_too() {
        for texts in [["", "a", "b"], ["b", "a", ""]] {
            let mut seen = Seen::default();
            for (text, key) in texts.into_iter().zip(1..) {
                assert_eq!(seen.get(text), None);
                seen.insert(text, key);
                seen.insert(text, key + 10);
            }
            assert_eq!(texts.map(|text| seen.get(text)), [Some(11), Some(12), Some(13)]);
        }
    }

    #[test]
    fn values_are_met_once() {
        let mut seen = Seen::default();
        assert!(seen.insert_new(&("a", 1)));
        assert!(!seen.insert_new(&("a", 1)));
    }
}
