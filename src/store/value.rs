//! Single values between Rust and SQL: identities as bytes, choices as words, lists as JSON.
//!
//! A value that cannot be read is an error of the row, never a default.

use rusqlite::types::Type;
use rusqlite::{Result, Row};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value::StrDeserializer};
use uuid::Uuid;

/// A value that a row should not hold.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(super) struct BadValue(pub String);

/// The error of a column whose value cannot be understood.
pub(super) fn bad(column: usize, detail: impl std::fmt::Display) -> rusqlite::Error {
    let detail = Box::new(BadValue(detail.to_string()));
    rusqlite::Error::FromSqlConversionFailure(column, Type::Text, detail)
}

/// An identity.
pub(super) fn uuid(row: &Row, column: usize) -> Result<Uuid> {
    row.get(column).map(Uuid::from_bytes)
}

/// An identity that may be absent.
pub(super) fn uuid_or_none(row: &Row, column: usize) -> Result<Option<Uuid>> {
    row.get::<_, Option<[u8; 16]>>(column).map(|bytes| bytes.map(Uuid::from_bytes))
}

/// A choice, kept as the word it has in JSON.
pub(super) fn word<T: DeserializeOwned>(row: &Row, column: usize) -> Result<T> {
    let text = row.get_ref(column)?.as_str()?;
    let deserializer: StrDeserializer<'_, serde::de::value::Error> = text.into_deserializer();
    T::deserialize(deserializer).map_err(|e| bad(column, e))
}

/// A choice that may be absent.
pub(super) fn word_or_none<T: DeserializeOwned>(row: &Row, column: usize) -> Result<Option<T>> {
    if row.get_ref(column)? == rusqlite::types::ValueRef::Null {
        return Ok(None);
    }
    word(row, column).map(Some)
}

/// The word of a choice, if it was made.
pub(super) fn word_of_or_none<T: Serialize>(choice: Option<&T>) -> Result<Option<String>> {
    choice.map(word_of).transpose()
}

/// The word of a choice.
pub(super) fn word_of<T: Serialize>(choice: &T) -> Result<String> {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(word)) => Ok(word),
        Ok(other) => Err(unfit(format!("not a word: {other}"))),
        Err(error) => Err(unfit(error.to_string())),
    }
}

/// A value kept as JSON.
pub(super) fn json<T: DeserializeOwned>(row: &Row, column: usize) -> Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(|e| bad(column, e))
}

/// The JSON of a value.
pub(super) fn json_of<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|e| unfit(e.to_string()))
}

fn unfit(detail: String) -> rusqlite::Error {
    rusqlite::Error::ToSqlConversionFailure(Box::new(BadValue(detail)))
}
