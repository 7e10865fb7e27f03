//! Delighted, AskNicely, Usabilla, the GSA's Touchpoints and customer-journey.app.
//!
//! Plain data; which metric a score is, follows from the survey's kind or its values.

use super::super::DetectedColumn;
use super::super::guess::{Guess, Sight};
use super::super::heading::Heading;
use super::super::profile::Role;
use super::{Part, Preset, any_shape, place, score};

pub(super) const DELIGHTED: Preset = Preset {
    name: "delighted",
    needs: &[
        &["score"],
        &["survey type"],
        &["permalink", "person id", "person", "response created at", "responded at"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["id", "response id", "survey response id"]),
        (Part::Customer, &["person", "person id"]),
        (Part::Ignore, &["survey type", "permalink", "updated at", "response updated at"]),
        (Part::Comment, &["comment"]),
        (Part::Date, &["created at", "response created at", "responded at"]),
        (
            Part::Ignore,
            &["person email", "person name", "person phone number", "person created at"],
        ),
        (Part::Ignore, &["notes", "rating", "last sent at"]),
        (Part::Segment, &["tags"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["score"], &["survey type"]),
};

pub(super) const ASKNICELY: Preset = Preset {
    name: "asknicely",
    needs: &[
        &["answer"],
        &["case assigned user", "case assigned user c", "answer label", "question type"],
        &["responded", "response id", "person id"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["response id"]),
        (Part::Customer, &["person id", "customer id"]),
        (Part::Ignore, &["name", "email", "sent", "opened", "answer label", "status"]),
        (Part::Comment, &["comment"]),
        (Part::Date, &["responded"]),
        (Part::Employee, &["case assigned user", "case assigned user c"]),
        (Part::Segment, &["segment", "delivery method", "theme"]),
        (Part::Ignore, &["question type"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["answer"], &["question type"]),
};

pub(super) const USABILLA: Preset = Preset {
    name: "usabilla",
    needs: &[&["rating", "mood"], &["labels"], &["url", "geo", "geo country", "browser"]],
    shape: any_shape,
    columns: &[
        (Part::Id, &["id"]),
        (Part::Date, &["date", "time"]),
        (Part::Comment, &["comment"]),
        (Part::Segment, &["labels", "geo country", "country", "location"]),
        (
            Part::Ignore,
            &["url", "image", "geo", "browser", "os", "user agent", "email", "viewport"],
        ),
    ],
    skip: &[],
    tune: moods,
};

/// The mood is one to five; a recommendation of 0 by everyone was never asked.
fn moods(sight: &Sight<'_>, guesses: &mut [Guess]) {
    score(sight, guesses, &["rating", "mood"], &[]);
    if let Some(at) = place(sight, &["nps"]) {
        let values = &sight.columns[at].top;
        if values.iter().all(|v| v.value == "0") {
            guesses[at] = Guess::new(Role::Ignore, 0.9);
        }
    }
}

pub(super) const GSA: Preset = Preset {
    name: "gsa_touchpoints",
    needs: &[
        &["external id"],
        &["question 1"],
        &["positive effectiveness", "positive ease", "negative ease", "positive humanity"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["external id"]),
        (Part::Segment, &["positive effectiveness", "positive ease", "positive efficiency"]),
        (Part::Segment, &["positive transparency", "positive humanity", "positive employee"]),
        (Part::Segment, &["positive other", "negative other"]),
        (Part::Segment, &["negative effectiveness", "negative ease", "negative efficiency"]),
        (Part::Segment, &["negative transparency", "negative humanity", "negative employee"]),
        (Part::Comment, &["question 4"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["question 1"], &[]),
};

pub(super) const JOURNEY_APP: Preset = Preset {
    name: "customer_journey_app",
    needs: &[&["date"], &["score"], &["verbatim"], &["stage"]],
    shape: only_these,
    columns: &[
        (Part::Date, &["date"]),
        (Part::Comment, &["verbatim"]),
        (Part::Touchpoint, &["stage"]),
        (Part::Channel, &["channel"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["score"], &[]),
};

fn only_these(columns: &[DetectedColumn], _: &[Heading]) -> bool {
    columns.len() <= 6
}
