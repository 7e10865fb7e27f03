//! Names that stand for identities within one journey file.

use crate::model::{Message, Refusal};
use std::collections::{BTreeMap, BTreeSet};

/// The things of one kind by the key others use for them.
pub struct Keys<I> {
    unknown: &'static str,
    known: BTreeMap<String, I>,
}

impl<I: Copy> Keys<I> {
    /// No keys yet; `unknown` is the sentence about a key that is used and not listed.
    pub fn new(unknown: &'static str) -> Self {
        Self { unknown, known: BTreeMap::new() }
    }

    /// Lists a thing under its key, else under its name.
    pub fn add(&mut self, key: Option<&str>, name: &str, id: I) -> Result<(), Refusal> {
        let key = key.unwrap_or(name).trim();
        if self.known.insert(key.to_owned(), id).is_some() {
            return Err(Message::new("document-outline-twice").with("name", key).into());
        }
        Ok(())
    }

    /// As `add`, but of several things without a key of their own the first has the name: files
    /// from before there were keys stay good.
    pub fn add_first(&mut self, key: Option<&str>, name: &str, id: I) -> Result<(), Refusal> {
        match key {
            Some(_) => self.add(key, name, id),
            None => {
                self.known.entry(name.trim().to_owned()).or_insert(id);
                Ok(())
            }
        }
    }

    /// The thing of a key, which `place` refers to.
    pub fn get(&self, key: &str, place: &str) -> Result<I, Refusal> {
        self.known.get(key.trim()).copied().ok_or_else(|| {
            Message::new(self.unknown).with("name", key.trim()).with("place", place).into()
        })
    }

    /// As `get`, for something that may be left out.
    pub fn get_if(&self, key: Option<&str>, place: &str) -> Result<Option<I>, Refusal> {
        key.map(|key| self.get(key, place)).transpose()
    }
}

/// A key for each name that no other has: the name itself, or with a number behind it.
#[derive(Default)]
pub struct Unique(BTreeSet<String>);

impl Unique {
    /// The next key.
    pub fn key(&mut self, name: &str) -> String {
        let mut key = name.to_owned();
        let mut number = 2;
        while !self.0.insert(key.clone()) {
            key = format!("{name} ({number})");
            number += 1;
        }
        key
    }
}

/// The key to write down: none when it is the name itself.
pub fn if_needed(key: &str, name: &str) -> Option<String> {
    (key != name).then(|| key.to_owned())
}
