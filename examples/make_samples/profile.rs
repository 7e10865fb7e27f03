//! Short ways to write the columns of a mapping profile.

use klantreis::import::{AnswerColumn, Column, Role};
use klantreis::model::{Better, Metric, QuestionKind};
use std::collections::BTreeMap;

/// A column and what it is.
pub fn column(column: &str, role: Role) -> Column {
    Column { column: column.to_owned(), role }
}

/// A segment under a name of its own.
pub fn segment(header: &str, name: &str, labels: &[(&str, &str)], missing: &[&str]) -> Column {
    let labels: BTreeMap<String, String> =
        labels.iter().map(|(code, label)| ((*code).to_owned(), (*label).to_owned())).collect();
    let missing = missing.iter().map(|value| (*value).to_owned()).collect();
    column(
        header,
        Role::Segment {
            name: Some(name.to_owned()),
            labels,
            missing,
            options: Vec::new(),
            separator: None,
        },
    )
}

/// A question whose answers run from `min` to `max`.
pub fn answer(
    metric: Metric,
    (min, max): (i32, i32),
    better: Better,
    missing: &[&str],
    wording: &str,
) -> AnswerColumn {
    AnswerColumn {
        metric,
        min,
        max,
        better,
        missing: missing.iter().map(|value| (*value).to_owned()).collect(),
        touchpoint: None,
        wording: wording.to_owned(),
        labels: BTreeMap::new(),
        boxed: Vec::new(),
        breaks: None,
        kind: QuestionKind::Touchpoint,
    }
}
