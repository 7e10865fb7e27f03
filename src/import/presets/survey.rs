//! SurveyMonkey, Typeform and Formbricks.
//!
//! Plain data, and how each question of a Formbricks table is told by its kind.

use super::super::DetectedColumn;
use super::super::guess::Guess;
use super::super::guess::Sight;
use super::super::heading::Heading;
use super::super::profile::Role;
use super::{NOT_FINISHED, Part, Preset, Rows, any_shape, as_it_is};

pub(super) const SURVEYMONKEY: Preset = Preset {
    name: "surveymonkey",
    needs: &[&["respondent id"]],
    shape: begins_with_respondent,
    columns: &[
        (Part::Id, &["respondent id"]),
        (Part::Ignore, &["collector id"]),
        (Part::Ignore, &["start date", "date created"]),
        (Part::Date, &["end date", "date modified"]),
        (Part::Ignore, &["ip address", "email address", "first name", "last name"]),
        (Part::Ignore, &["custom data", "custom data 1", "custom 1"]),
        (Part::Ignore, &["response status"]),
    ],
    skip: &[],
    tune: as_it_is,
};

/// The respondent stands first; then its other columns, a second header row, or questions in full.
fn begins_with_respondent(columns: &[DetectedColumn], headings: &[Heading]) -> bool {
    let first = headings.first().is_some_and(|h| h.is_called(&["respondent id"]));
    let own = headings.iter().any(|h| h.is_called(&["collector id"]));
    let rows = columns.first().map_or(0, |c| c.header_cells.len());
    let asks = |h: &&Heading| h.plain().split(' ').count() >= 3;
    let questions = headings.iter().skip(1).filter(asks).count();
    first && (own || rows == 2 || questions * 2 >= headings.len().saturating_sub(1))
}

pub(super) const TYPEFORM: Preset = Preset {
    name: "typeform",
    needs: &[&["start date utc"], &["submit date utc"], &["network id", "#"]],
    shape: any_shape,
    columns: &[
        (Part::Id, &["#", "response id"]),
        (Part::Ignore, &["start date utc", "stage date utc"]),
        (Part::Date, &["submit date utc"]),
        (Part::Ignore, &["network id", "tags", "ending"]),
        (Part::Ignore, &["response type"]),
        (Part::Comment, &["other", "anders"]),
    ],
    skip: &[Rows {
        column: &["response type"],
        values: &["partial", "started"],
        below: None,
        reason: "unfinished",
    }],
    tune: as_it_is,
};

pub(super) const FORMBRICKS_HUB: Preset = Preset {
    name: "formbricks_hub",
    needs: &[
        &["field id"],
        &["field label"],
        &["field type"],
        &["response", "value", "value text"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Date, &["collected at"]),
        (Part::Id, &["submission id"]),
        (Part::Ignore, &["source id", "source name", "source type"]),
        (Part::Ignore, &["field id", "field type"]),
        (Part::Ignore, &["field group id", "field group label"]),
        (Part::Segment, &["language"]),
        (Part::Customer, &["user identifier", "user id"]),
        (Part::Ignore, &["metadata"]),
    ],
    skip: &[],
    tune: name_questions,
};

/// The label names the question, also where a file is too small to show it.
fn name_questions(sight: &Sight<'_>, guesses: &mut [Guess]) {
    let parts = [(Role::Question, &["field label"][..]), (Role::Value, &["response", "value"][..])];
    for (role, names) in parts {
        if let Some(at) = super::place(sight, names) {
            guesses[at] = Guess::new(role, 0.95);
        }
    }
}

pub(super) const FORMBRICKS: Preset = Preset {
    name: "formbricks",
    needs: &[&["response id"], &["survey id"], &["formbricks id internal", "person id", "user id"]],
    shape: has_finished,
    columns: &[
        (Part::Ignore, &["no"]),
        (Part::Id, &["response id"]),
        (Part::Date, &["timestamp"]),
        (Part::Ignore, &["finished", "quotas", "survey id", "formbricks id internal", "tags"]),
        (Part::Customer, &["user id"]),
        (Part::Ignore, &["notes", "verified email"]),
    ],
    skip: &[Rows {
        column: &["finished"],
        values: NOT_FINISHED,
        below: None,
        reason: "unfinished",
    }],
    tune: option_ids,
};

fn has_finished(_: &[DetectedColumn], headings: &[Heading]) -> bool {
    headings.iter().any(|h| h.is_called(&["finished"]))
        && headings.iter().any(|h| h.is_called(&["timestamp"]))
}

/// Codes of options stand beside the options themselves.
fn option_ids(sight: &Sight<'_>, guesses: &mut [Guess]) {
    for (at, guess) in guesses.iter_mut().enumerate() {
        if sight.columns[at].header.trim().ends_with(" - Option ID") {
            *guess = Guess::new(Role::Ignore, 0.9);
        }
    }
}
