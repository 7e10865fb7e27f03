//! Help desks and customer systems: Zendesk, HubSpot, Intercom, Help Scout.
//!
//! Plain data, and what the words of their scores stand for.

use super::super::DetectedColumn;
use super::super::guess::{Guess, Sight, role};
use super::super::heading::Heading;
use super::super::words::plain;
use super::{Part, Preset, Rows, any_shape, place, score};
use crate::model::Metric;
use std::collections::BTreeMap;

pub(super) const ZENDESK: Preset = Preset {
    name: "zendesk",
    needs: &[
        &["ticket id"],
        &["score", "satisfaction score", "rating"],
        &["assignee id", "assignee", "requester id", "requester"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["id", "survey response id"]),
        (Part::Ignore, &["ticket id", "url"]),
        (Part::Employee, &["assignee id", "assignee"]),
        (Part::Segment, &["group id", "group"]),
        (Part::Customer, &["requester id", "requester"]),
        (Part::Comment, &["comment"]),
        (Part::Segment, &["reason"]),
        (Part::Ignore, &["reason id", "reason code", "updated at"]),
        (Part::Date, &["created at"]),
    ],
    skip: &[Rows {
        column: &["score", "satisfaction score", "rating"],
        values: &["offered", "unoffered"],
        below: None,
        reason: "unanswered",
    }],
    tune: good_or_bad,
};

/// "good" and "bad", with or without a comment; newer surveys have 1–5.
fn good_or_bad(sight: &Sight<'_>, guesses: &mut [Guess]) {
    let names = ["score", "satisfaction score", "rating"];
    let Some(at) = place(sight, &names) else { return };
    let labels: BTreeMap<String, i32> = sight.columns[at]
        .top
        .iter()
        .filter_map(|v| {
            let word = plain(&v.value);
            let good = word == "good" || word.starts_with("good with") || word == "received good";
            let bad = word == "bad" || word.starts_with("bad with") || word == "received bad";
            (good || bad).then(|| (v.value.clone(), i32::from(good)))
        })
        .collect();
    if labels.is_empty() {
        score(sight, guesses, &names, &[]);
    } else {
        let answer = role(Metric::Csat, (0, 1), labels, &sight.headings[at]);
        guesses[at] = Guess::new(answer, 0.95);
    }
}

pub(super) const HUBSPOT: Preset = Preset {
    name: "hubspot",
    needs: &[
        &["hs survey channel", "hs survey type", "hs survey id", "hs survey name"],
        &["hs value", "hs sentiment", "hs response group", "hs content"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["hs object id", "record id", "id"]),
        (Part::Date, &["hs submission timestamp", "hs createdate", "hs ingestion id"]),
        (Part::Comment, &["hs content"]),
        (Part::Segment, &["hs survey channel", "hs survey name"]),
        (Part::Ignore, &["hs survey type", "hs survey id"]),
        (Part::Ignore, &["hs sentiment", "hs response group"]),
        (Part::Customer, &["hs contact id"]),
        (Part::Ignore, &["hs contact email rollup", "hs lastmodifieddate"]),
        (Part::Employee, &["hubspot owner id"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["hs value"], &["hs survey type"]),
};

pub(super) const INTERCOM: Preset = Preset {
    name: "intercom",
    needs: &[
        &["rating", "conversation rating", "conversation rating rating"],
        &["remark", "conversation rating remark"],
        &["teammate", "teammate id", "conversation rating teammate id", "conversation id"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Comment, &["remark", "conversation rating remark"]),
        (Part::Date, &["created at", "conversation rating created at"]),
        (Part::Employee, &["teammate", "teammate id", "conversation rating teammate id"]),
        (
            Part::Customer,
            &[
                "contact",
                "contact id",
                "customer id",
                "conversation rating contact id",
                "conversation rating customer id",
            ],
        ),
        (Part::Id, &["conversation id"]),
        (
            Part::Ignore,
            &[
                "conversation rating teammate type",
                "conversation rating contact type",
                "conversation rating customer type",
                "teammate type",
                "contact type",
            ],
        ),
    ],
    skip: &[],
    tune: |sight, guesses| {
        score(
            sight,
            guesses,
            &["rating", "conversation rating", "conversation rating rating"],
            &[],
        );
        satisfaction(
            sight,
            guesses,
            &["rating", "conversation rating", "conversation rating rating"],
        );
    },
};

/// Five faces, whatever few values a short file shows.
fn satisfaction(sight: &Sight<'_>, guesses: &mut [Guess], names: &[&str]) {
    if let Some(at) = place(sight, names).filter(|at| sight.scales[*at].is_none()) {
        let answer = role(Metric::Csat, (1, 5), BTreeMap::new(), &sight.headings[at]);
        guesses[at] = Guess::new(answer, 0.9);
    }
}

pub(super) const HELPSCOUT: Preset = Preset {
    name: "helpscout",
    needs: &[&["value", "rating"], &["comment", "comments"]],
    shape: rates_in_words,
    columns: &[
        (Part::Comment, &["comment", "comments"]),
        (Part::Date, &["timestamp", "created at", "rating created at", "rating date"]),
        (Part::Ignore, &["name"]),
        (Part::Employee, &["user", "rating user name"]),
    ],
    skip: &[],
    tune: |sight, guesses| score(sight, guesses, &["value", "rating"], &[]),
};

/// "Great", "okay", "not good", or faces.
fn rates_in_words(columns: &[DetectedColumn], headings: &[Heading]) -> bool {
    let at = headings.iter().position(|h| h.is_called(&["value", "rating"]));
    let words = at.and_then(|at| columns.get(at)).map(|c| &c.top);
    words.is_some_and(|values| {
        !values.is_empty()
            && values.iter().all(|v| {
                let word = plain(&v.value);
                word.is_empty() || matches!(word.as_str(), "great" | "okay" | "ok" | "not good")
            })
    })
}
