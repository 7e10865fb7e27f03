//! Qualtrics: two or three header rows (code, question, ImportId), and Status for previews and spam.
//!
//! Plain data and one rule.

use super::super::guess::{Guess, Sight};
use super::super::heading::Heading;
use super::super::profile::Role;
use super::super::{DetectedColumn, Kind};
use super::{NOT_FINISHED, Part, Preset, Rows, place};

pub(super) const QUALTRICS: Preset = Preset {
    name: "qualtrics",
    needs: &[
        &["response id", "record id"],
        &["end date", "recorded date", "start date"],
        &["status", "finished", "progress"],
    ],
    shape: has_codes,
    columns: &[
        (Part::Id, &["response id", "record id"]),
        (Part::Date, &["recorded date", "end date"]),
        (Part::Ignore, &["start date"]),
        (Part::Ignore, &["response set", "response set id"]),
        (Part::Ignore, &["status", "progress", "finished"]),
        (Part::Ignore, &["ipaddress", "ip address"]),
        (Part::Ignore, &["duration in seconds", "duration"]),
        (Part::Ignore, &["recipient last name", "recipient first name", "recipient email"]),
        (Part::Ignore, &["email address", "name"]),
        (Part::Ignore, &["external reference", "external data reference"]),
        (Part::Ignore, &["location latitude", "location longitude", "location accuracy"]),
        (Part::Ignore, &["distribution channel"]),
        (Part::Segment, &["user language", "q language"]),
    ],
    skip: &[
        Rows {
            column: &["status"],
            values: &[
                "1",
                "9",
                "17",
                "Survey Preview",
                "Survey Preview Spam",
                "Offline Survey Preview",
                "Umfragevorschau",
            ],
            below: None,
            reason: "preview",
        },
        Rows { column: &["status"], values: &["2", "Survey Test"], below: None, reason: "test" },
        Rows {
            column: &["status"],
            values: &["8", "12", "40", "Spam", "Imported Spam"],
            below: None,
            reason: "spam",
        },
        Rows { column: &["progress"], values: &[], below: Some(100.0), reason: "unfinished" },
        Rows { column: &["finished"], values: NOT_FINISHED, below: None, reason: "unfinished" },
    ],
    tune,
};

/// Several header rows, or the names that only this tool gives.
fn has_codes(columns: &[DetectedColumn], headings: &[Heading]) -> bool {
    let rows = columns.first().map_or(0, |c| c.header_cells.len());
    let own =
        ["recipient email", "response set", "distribution channel", "external data reference"];
    rows >= 2 || headings.iter().any(|h| h.is_called(&own))
}

fn tune(sight: &Sight<'_>, guesses: &mut [Guess]) {
    let recorded = place(sight, &["recorded date"]);
    for (at, guess) in guesses.iter_mut().enumerate() {
        let column = &sight.columns[at];
        let code = column.header_cells.first().map(|c| c.trim()).unwrap_or_default();
        let words = column.kind.value == Kind::Text;
        let open = code.ends_with("_TEXT") && words;
        if open {
            *guess = Guess::new(Role::Comment { touchpoint: None }, 0.85);
        }
        let derived = [" - Topics", " - Sentiment", " - Parent Topics", "_NPS_GROUP", "_DO"];
        if derived.iter().any(|end| code.ends_with(end)) {
            *guess = Guess::new(Role::Ignore, 0.9);
        }
        // One date a response: the moment it was recorded, else when it ended.
        if matches!(guess.role, Role::Date { .. }) && recorded.is_some_and(|r| r != at) {
            *guess = Guess::new(Role::Ignore, 0.9);
        }
    }
}
