//! A sentence before it has a language: the key of a text and the values that go into it.
//!
//! Errors, undo steps and progress are messages; only `text` turns them into words.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A value that goes into a text.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Arg {
    /// A count or other whole number, written with the language's separators.
    Int(i64),
    /// A measured number, written with the language's decimal sign.
    Num(f64),
    /// Words that stay as they are: names, file names, values as read.
    Text(String),
    /// Another message, put into words first.
    Message(Box<Message>),
}

/// A text's key and its values.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Message {
    /// Key of the text in `assets/text/{en,nl}/*.ftl`.
    pub key: Cow<'static, str>,
    /// Values by the name the text uses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<(Cow<'static, str>, Arg)>,
}

impl Message {
    /// A message without values.
    #[must_use]
    pub const fn new(key: &'static str) -> Self {
        Self { key: Cow::Borrowed(key), args: Vec::new() }
    }

    /// Adds a value.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((Cow::Borrowed(name), value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}
impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Self::Text(value.clone())
    }
}
impl From<i64> for Arg {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}
impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<u64> for Arg {
    fn from(value: u64) -> Self {
        Self::Int(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<f64> for Arg {
    fn from(value: f64) -> Self {
        Self::Num(value)
    }
}
impl From<Message> for Arg {
    fn from(value: Message) -> Self {
        Self::Message(Box::new(value))
    }
}
impl From<&std::path::Path> for Arg {
    fn from(value: &std::path::Path) -> Self {
        Self::Text(value.display().to_string())
    }
}

/// A failure that can be told to a person: every error of the program can say its message.
pub trait Tell {
    /// What happened, what is safe, what to do.
    fn message(&self) -> Message;
}

/// Something refused or failed, with the sentence that says so.
///
/// Rooms that only pass failures on use this; rooms whose callers choose by kind have an enum.
#[derive(Clone, PartialEq, Debug, thiserror::Error)]
#[error("{}", .0.key)]
pub struct Refusal(pub Message);

impl Tell for Refusal {
    fn message(&self) -> Message {
        self.0.clone()
    }
}

impl From<Message> for Refusal {
    fn from(message: Message) -> Self {
        Self(message)
    }
}
