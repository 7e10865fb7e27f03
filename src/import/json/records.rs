//! Hands the records at a path to their keeper, one by one, while the file streams by.
//!
//! Everything beside the path is passed over.

use super::Keeper;
use super::shape::{join, plain_values};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;
use std::fmt;

/// Collects the records at `target`, standing at `path`.
pub(super) struct Collector<'a, 'k> {
    target: &'a str,
    path: String,
    keeper: &'a mut Keeper<'k>,
}

impl<'a, 'k> Collector<'a, 'k> {
    pub fn new(target: &'a str, keeper: &'a mut Keeper<'k>) -> Self {
        Self { target, path: String::new(), keeper }
    }

    /// Keeps why the keeper stopped, and stops the reader.
    fn stop<E: Error>(&mut self, kept: Result<(), crate::import::ImportError>) -> Result<(), E> {
        kept.map_err(|error| {
            self.keeper.stopped = Some(error);
            E::custom("stopped")
        })
    }
}

impl<'de> DeserializeSeed<'de> for Collector<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collector<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object or list")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        while let Some(record) = list.next_element::<Box<RawValue>>()? {
            let kept = self.keeper.record(record.get());
            self.stop(kept)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        // The object at the path is a record itself.
        let is_record = self.path == self.target;
        if is_record {
            let begun = self.keeper.begin();
            self.stop(begun)?;
        }
        while let Some(key) = map.next_key::<String>()? {
            self.keeper.since.set(0);
            if is_record {
                let value = map.next_value::<Box<RawValue>>()?;
                let kept = self.keeper.field(&key, value.get());
                self.stop(kept)?;
                continue;
            }
            let path = join(&self.path, &key);
            let leads = self.target.strip_prefix(path.as_str());
            if leads.is_some_and(|rest| rest.is_empty() || rest.starts_with('.')) {
                let (target, keeper) = (self.target, &mut *self.keeper);
                map.next_value_seed(Collector { target, path, keeper })?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }

    plain_values!((), ());
}
