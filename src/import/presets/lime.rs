//! LimeSurvey: submitdate, lastpage, startlanguage and seed before the questions.
//!
//! Plain data.

use super::{Part, Preset, Rows, any_shape, as_it_is};

pub(super) const LIMESURVEY: Preset = Preset {
    name: "limesurvey",
    needs: &[
        &["submitdate", "date submitted", "datum ingestuurd", "datum verzonden", "datum ingevuld"],
        &["lastpage", "last page", "laatste pagina"],
        &["startlanguage", "start language", "starttaal", "begintaal"],
    ],
    shape: any_shape,
    columns: &[
        (Part::Id, &["id", "response id", "antwoord id", "respons id"]),
        (
            Part::Date,
            &[
                "submitdate",
                "date submitted",
                "datum ingestuurd",
                "datum verzonden",
                "datum ingevuld",
            ],
        ),
        (Part::Ignore, &["lastpage", "last page", "laatste pagina"]),
        (Part::Segment, &["startlanguage", "start language", "starttaal", "begintaal"]),
        (Part::Ignore, &["seed"]),
        (Part::Ignore, &["startdate", "date started", "startdatum", "datum gestart"]),
        (Part::Ignore, &["datestamp", "date last action", "datum laatste actie"]),
        (Part::Ignore, &["ipaddr", "ip address", "ip adres"]),
        (Part::Ignore, &["refurl", "referrer url"]),
        (Part::Ignore, &["token", "access code", "toegangscode", "firstname", "lastname", "email"]),
        (Part::Ignore, &["interviewtime", "total time", "totale tijd"]),
    ],
    skip: &[Rows {
        column: &[
            "submitdate",
            "date submitted",
            "datum ingestuurd",
            "datum verzonden",
            "datum ingevuld",
        ],
        values: &["", "N/A"],
        below: None,
        reason: "unfinished",
    }],
    tune: as_it_is,
};
