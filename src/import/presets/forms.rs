//! Google Forms and Microsoft Forms, in English and Dutch.
//!
//! Plain data; Google's has little more than its first column.

use super::super::DetectedColumn;
use super::super::heading::Heading;
use super::{Part, Preset, any_shape, as_it_is};

pub(super) const MICROSOFT: Preset = Preset {
    name: "microsoft_forms",
    needs: &[
        &["id"],
        &["start time", "begintijd", "starttijd"],
        &["completion time", "tijd van voltooien", "voltooiingstijd"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["id"]),
        (Part::Ignore, &["start time", "begintijd", "starttijd"]),
        (Part::Date, &["completion time", "tijd van voltooien", "voltooiingstijd"]),
        (Part::Ignore, &["email", "e mail"]),
        (Part::Ignore, &["name", "naam"]),
        (Part::Ignore, &["last modified time", "tijd van laatste wijziging", "laatst gewijzigd"]),
        (Part::Ignore, &["total points", "totaal aantal punten", "quiz feedback"]),
        (Part::Segment, &["language", "taal"]),
    ],
    skip: &[],
    tune: as_it_is,
};

pub(super) const GOOGLE: Preset = Preset {
    name: "google_forms",
    needs: &[&["timestamp", "tijdstempel"]],
    shape: begins_with_timestamp,
    columns: &[
        (Part::Date, &["timestamp", "tijdstempel"]),
        (Part::Ignore, &["email address", "e mailadres", "username", "gebruikersnaam"]),
    ],
    skip: &[],
    tune: as_it_is,
};

/// The moment stands first, and most other headers are questions in full.
fn begins_with_timestamp(columns: &[DetectedColumn], headings: &[Heading]) -> bool {
    let first = headings.first().is_some_and(|h| h.is_called(&["timestamp", "tijdstempel"]));
    let dated = columns.first().is_some_and(|c| c.date.is_some() || c.filled == 0);
    let asks = |h: &&Heading| h.plain().split(' ').count() >= 3 || h.text.ends_with('?');
    let questions = headings.iter().skip(1).filter(asks).count();
    first && dated && questions * 2 >= headings.len().saturating_sub(1) && questions > 0
}
