//! One record as a row: nested objects as `a.b`, lists of plain values joined by "; ", lists of
//! objects as `a.0.b`.
//!
//! Works on the text of the record, so that a number stays as it was written.

use crate::import::grid::Writer;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Columns that the records of a file may have.
pub(super) const MOST_COLUMNS: usize = 10_000;
/// Objects and lists inside each other.
pub(super) const DEEPEST: usize = 50;

/// Why a record cannot be a row.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flaw {
    /// Neither an object nor, among lists, a list.
    Mixed,
    /// A text or a key in it is no text.
    Damaged,
    TooDeep,
    TooWide,
}

/// Makes rows of records; columns stand in the order in which they first appear.
pub(super) struct Flatten {
    columns: HashMap<String, usize>,
    names: Vec<String>,
    /// Whether the records are lists; settled by the first one.
    are_lists: Option<bool>,
    /// Whether a person wants numbers with a decimal comma.
    comma: bool,
    path: String,
}

impl Flatten {
    pub fn new(comma: bool) -> Self {
        Self {
            columns: HashMap::new(),
            names: Vec::new(),
            are_lists: None,
            comma,
            path: String::new(),
        }
    }

    /// The names of the columns; none where the records are lists.
    pub fn into_names(self) -> Option<Vec<String>> {
        (self.are_lists != Some(true)).then_some(self.names)
    }

    /// Writes a record as a row.
    pub fn record(&mut self, raw: &str, out: &mut Writer) -> Result<(), Flaw> {
        let is_list = match raw.as_bytes().first() {
            Some(b'{') => false,
            Some(b'[') => true,
            // A record that is nothing says nothing.
            Some(b'n') => return Ok(()),
            _ => return Err(Flaw::Mixed),
        };
        if *self.are_lists.get_or_insert(is_list) != is_list {
            return Err(Flaw::Mixed);
        }
        self.path.clear();
        if is_list { self.cells(raw, out) } else { self.object(raw, 0, out) }
    }

    /// Writes one field of a record that is an object.
    pub fn field(&mut self, name: &str, raw: &str, out: &mut Writer) -> Result<(), Flaw> {
        self.are_lists = Some(false);
        self.path.clear();
        self.path.push_str(name);
        self.value(raw, 0, out)
    }

    /// The cells of a record that is a list.
    fn cells(&mut self, raw: &str, out: &mut Writer) -> Result<(), Flaw> {
        let list: Vec<&RawValue> = serde_json::from_str(raw).map_err(|_| Flaw::Damaged)?;
        if list.len() > MOST_COLUMNS {
            return Err(Flaw::TooWide);
        }
        for (column, value) in list.into_iter().enumerate() {
            let text = match value.get().as_bytes().first() {
                // What is nested in a cell stays JSON.
                Some(b'{' | b'[') => Cow::Borrowed(value.get()),
                _ => plain(value.get(), self.comma)?,
            };
            out.cell(column, |cell| cell.extend_from_slice(text.as_bytes()));
        }
        Ok(())
    }

    fn object(&mut self, raw: &str, depth: usize, out: &mut Writer) -> Result<(), Flaw> {
        if depth >= DEEPEST {
            return Err(Flaw::TooDeep);
        }
        let fields: Fields<'_> = serde_json::from_str(raw).map_err(|_| Flaw::Damaged)?;
        let length = self.path.len();
        for (name, value) in &fields.0 {
            if depth > 0 {
                self.path.push('.');
            }
            self.path.push_str(name);
            self.value(value.get(), depth, out)?;
            self.path.truncate(length);
        }
        Ok(())
    }

    fn value(&mut self, raw: &str, depth: usize, out: &mut Writer) -> Result<(), Flaw> {
        match raw.as_bytes().first() {
            Some(b'{') => self.object(raw, depth + 1, out),
            Some(b'[') => self.list(raw, depth + 1, out),
            _ => {
                let text = plain(raw, self.comma)?;
                self.put(&text, out)
            }
        }
    }

    fn list(&mut self, raw: &str, depth: usize, out: &mut Writer) -> Result<(), Flaw> {
        if depth >= DEEPEST {
            return Err(Flaw::TooDeep);
        }
        let list: Vec<&RawValue> = serde_json::from_str(raw).map_err(|_| Flaw::Damaged)?;
        let is_nested = |value: &&&RawValue| matches!(value.get().as_bytes()[0], b'{' | b'[');
        if list.iter().any(|value| is_nested(&value)) {
            let length = self.path.len();
            for (at, value) in list.iter().enumerate() {
                self.path.push('.');
                self.path.push_str(&at.to_string());
                self.value(value.get(), depth, out)?;
                self.path.truncate(length);
            }
            return Ok(());
        }
        let mut joined = String::new();
        for value in list.iter().filter(|value| value.get() != "null") {
            if !joined.is_empty() {
                joined.push_str("; ");
            }
            joined.push_str(&plain(value.get(), self.comma)?);
        }
        self.put(&joined, out)
    }

    /// Puts a text under the path where this stands.
    fn put(&mut self, text: &str, out: &mut Writer) -> Result<(), Flaw> {
        let column = match self.columns.get(&self.path) {
            Some(column) => *column,
            None if self.names.len() >= MOST_COLUMNS => return Err(Flaw::TooWide),
            None => {
                self.columns.insert(self.path.clone(), self.names.len());
                self.names.push(self.path.clone());
                self.names.len() - 1
            }
        };
        out.cell(column, |cell| cell.extend_from_slice(text.as_bytes()));
        Ok(())
    }
}

/// A plain value as text; null is no text at all.
fn plain(raw: &str, comma: bool) -> Result<Cow<'_, str>, Flaw> {
    match raw.as_bytes().first() {
        Some(b'"') => text(raw),
        Some(b'n') => Ok(Cow::Borrowed("")),
        Some(b't' | b'f') => Ok(Cow::Borrowed(raw)),
        _ if comma && raw.contains('.') => Ok(Cow::Owned(raw.replace('.', ","))),
        _ => Ok(Cow::Borrowed(raw)),
    }
}

fn text(raw: &str) -> Result<Cow<'_, str>, Flaw> {
    let inside = &raw[1..raw.len() - 1];
    if !inside.contains('\\') {
        return Ok(Cow::Borrowed(inside));
    }
    if let Ok(text) = serde_json::from_str::<String>(raw) {
        return Ok(Cow::Owned(text));
    }
    // Half an emoji, as left behind where a text was cut: the rest still counts.
    let Lossy(text) = serde_json::from_str(raw).map_err(|_| Flaw::Damaged)?;
    Ok(Cow::Owned(text))
}

/// A text in which half characters may stand; they become �.
struct Lossy(String);

impl<'de> Deserialize<'de> for Lossy {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Bytes;
        impl Visitor<'_> for Bytes {
            type Value = Lossy;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Lossy, E> {
                Ok(Lossy(String::from_utf8_lossy(bytes).into_owned()))
            }
        }
        reader.deserialize_bytes(Bytes)
    }
}

/// The fields of an object, in the file's order, each with the text of its value.
struct Fields<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Fields<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
                let mut fields = Vec::new();
                while let Some(field) = map.next_entry::<String, &'de RawValue>()? {
                    fields.push(field);
                }
                Ok(Fields(fields))
            }
        }
        reader.deserialize_map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::ByteRecord;

    /// Names of the columns, and the rows.
    fn table(records: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
        let (mut flatten, mut writer) = (Flatten::new(false), Writer::new(true));
        for (at, record) in records.iter().enumerate() {
            writer.begin(at as u64 + 1).unwrap();
            flatten.record(record, &mut writer).unwrap();
        }
        let store = writer.finish().unwrap();
        let (mut tap, mut record, mut rows) = (store.tap().unwrap(), ByteRecord::new(), Vec::new());
        while store.next(&mut tap, &mut record).unwrap().is_some() {
            rows.push(record.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect());
        }
        (flatten.into_names().unwrap_or_default(), rows)
    }

    /// Records, the names of the columns, the rows.
    type Case =
        (&'static [&'static str], &'static [&'static str], &'static [&'static [&'static str]]);

    #[test]
    fn records_become_rows_with_numbers_as_they_were_written() {
        let cases: &[Case] = &[
            (&[r#"{"a": 1, "b": "x"}"#], &["a", "b"], &[&["1", "x"]]),
            (&[r#"{"a": {"b": {"c": 9.50}}}"#], &["a.b.c"], &[&["9.50"]]),
            (&[r#"{"a": ["x", 2, null, true]}"#], &["a"], &[&["x; 2; true"]]),
            (&[r#"{"a": [{"b": 1}, {"c": 2}]}"#], &["a.0.b", "a.1.c"], &[&["1", "2"]]),
            (&[r#"{"a": [1, [2, 3]]}"#], &["a.0", "a.1"], &[&["1", "2; 3"]]),
            (&[r#"{"a": null, "b": []}"#, r#"{"c": 1}"#], &["a", "b", "c"], &[&[], &["", "", "1"]]),
            (&[r#"{"b": 2}"#, r#"{"a": 1, "b": 3}"#], &["b", "a"], &[&["2"], &["3", "1"]]),
            (&[r#"{"a": 12345678901234567890.10}"#], &["a"], &[&["12345678901234567890.10"]]),
            (&[r#"{"a": 1, "a": 2}"#], &["a"], &[&["2"]]),
            (&[r#"{"a": "caf\u00e9 \"x\"\n"}"#], &["a"], &[&["café \"x\"\n"]]),
            (&[r#"{"a": "cut \ud83d"}"#], &["a"], &[&["cut \u{FFFD}\u{FFFD}\u{FFFD}"]]),
            (
                &[r#"["a", 1]"#, r#"["b", 2.0, {"c": 1}]"#],
                &[],
                &[&["a", "1"], &["b", "2.0", "{\"c\": 1}"]],
            ),
        ];
        for (records, names, rows) in cases {
            let found = table(records);
            assert_eq!(found.0, *names, "{records:?}");
            assert_eq!(found.1, *rows, "{records:?}");
        }
    }

    #[test]
    fn what_is_no_record_is_told_apart() {
        let deep = format!("{}1{}", "{\"a\":".repeat(60), "}".repeat(60));
        let wide: String =
            (0..=MOST_COLUMNS).map(|n| format!("\"{n}\": 1,")).collect::<Vec<_>>().concat();
        let wide = format!("{{{}}}", wide.trim_end_matches(','));
        for (record, flaw) in [
            ("1", Flaw::Mixed),
            ("\"x\"", Flaw::Mixed),
            (r#"{"a": "\q"}"#, Flaw::Damaged),
            (deep.as_str(), Flaw::TooDeep),
            (wide.as_str(), Flaw::TooWide),
        ] {
            let mut writer = Writer::new(true);
            assert_eq!(Flatten::new(false).record(record, &mut writer), Err(flaw));
        }
    }
}
