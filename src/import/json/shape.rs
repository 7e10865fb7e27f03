//! Where in a JSON value there are lists, and of what.
//!
//! Passes over everything; keeps only paths and counts.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

/// What a visitor makes of values that are neither lists nor objects.
macro_rules! plain_values {
    ($value:ty, $given:expr) => {
        plain_values!(@each $value, $given, visit_bool: bool, visit_i64: i64, visit_u64: u64,
            visit_f64: f64, visit_str: &str);

        fn visit_unit<E>(self) -> Result<$value, E> {
            Ok($given)
        }
    };
    (@each $value:ty, $given:expr, $($visit:ident: $kind:ty),*) => {
        $(fn $visit<E>(self, _: $kind) -> Result<$value, E> {
            Ok($given)
        })*
    };
}
pub(super) use plain_values;

/// A list inside an object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct List {
    /// Keys that lead to it, joined by points.
    pub path: String,
    /// Objects in it.
    pub objects: u64,
}

/// What was found in the first value of a file.
#[derive(Default)]
pub(super) struct Shape {
    /// Lists of objects or of lists, in the file's order.
    pub lists: Vec<List>,
    /// Whether another value follows.
    pub followed: bool,
}

/// Lists that are remembered at most.
const MOST_LISTS: usize = 1_000;

/// Looks through one value.
pub(super) struct Seek<'a> {
    shape: &'a mut Shape,
    /// Bytes since the last record began: long lists are no long record.
    since: &'a Cell<u64>,
    path: String,
}

impl<'a> Seek<'a> {
    pub fn new(shape: &'a mut Shape, since: &'a Cell<u64>) -> Self {
        Self { shape, since, path: String::new() }
    }
}

impl<'de> DeserializeSeed<'de> for Seek<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seek<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.since.set(0);
            let path = join(&self.path, &key);
            map.next_value_seed(Seek { shape: self.shape, since: self.since, path })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let (mut objects, mut lists) = (0, 0_u64);
        while let Some(element) = list.next_element_seed(KindOf)? {
            self.since.set(0);
            objects += u64::from(element == Element::Object);
            lists += u64::from(element == Element::List);
        }
        if objects + lists > 0 && self.shape.lists.len() < MOST_LISTS {
            self.shape.lists.push(List { path: self.path, objects });
        }
        Ok(())
    }

    plain_values!((), ());
}

/// A path and the key behind it.
pub(super) fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// What an element of a list is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Object,
    List,
    Plain,
}

struct KindOf;

impl<'de> DeserializeSeed<'de> for KindOf {
    type Value = Element;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Element, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for KindOf {
    type Value = Element;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Element, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Element::Object)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Element, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Element::List)
    }

    plain_values!(Element, Element::Plain);
}
