//! What a question is that a cell of the file names, in files with one answer a row.
//!
//! Part of the mapping profile; reads no file.

use super::profile::AnswerColumn;
use serde::{Deserialize, Deserializer, Serialize, de::Error};
use serde_json::{Map, Value};

/// What a question that a cell names is.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(tag = "role", rename_all = "snake_case")]
pub enum AskedAbout {
    /// A question with a scale.
    Answer(Box<AnswerColumn>),
    /// An open question.
    Comment {
        /// The touchpoint it is about; the row's when absent.
        #[serde(skip_serializing_if = "Option::is_none")]
        touchpoint: Option<String>,
    },
    /// Left out.
    Ignore,
}

/// The same for reading, where a question without `role` has a scale.
#[derive(Deserialize)]
#[serde(tag = "role", rename_all = "snake_case")]
enum Written {
    Answer(Box<AnswerColumn>),
    Comment {
        #[serde(default)]
        touchpoint: Option<String>,
    },
    Ignore,
}

impl<'de> Deserialize<'de> for AskedAbout {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut parts = Map::deserialize(from)?;
        parts.entry("role").or_insert_with(|| Value::from("answer"));
        match serde_json::from_value(Value::Object(parts)).map_err(D::Error::custom)? {
            Written::Answer(answer) => Ok(Self::Answer(answer)),
            Written::Comment { touchpoint } => Ok(Self::Comment { touchpoint }),
            Written::Ignore => Ok(Self::Ignore),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_without_a_role_has_a_scale() {
        let scale = r#"{"metric": "nps", "min": 0, "max": 10, "better": "high"}"#;
        let read: AskedAbout = serde_json::from_str(scale).unwrap();
        assert!(matches!(&read, AskedAbout::Answer(a) if a.max == 10));
        let again = serde_json::to_string(&read).unwrap();
        assert_eq!(serde_json::from_str::<AskedAbout>(&again).unwrap(), read);
        let comment: AskedAbout = serde_json::from_str(r#"{"role": "comment"}"#).unwrap();
        assert_eq!(comment, AskedAbout::Comment { touchpoint: None });
        assert!(serde_json::from_str::<AskedAbout>(r#"{"role": "weight"}"#).is_err());
        assert!(serde_json::from_str::<AskedAbout>(r#"{"metric": "nps"}"#).is_err());
    }
}
