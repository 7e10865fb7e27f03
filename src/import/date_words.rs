//! Names of months and days, Dutch and English, long and short.
//!
//! Word lists only.

const MONTHS: [(&str, &[&str]); 12] = [
    ("jan", &["january", "januari", "jan"]),
    ("feb", &["february", "februari", "feb", "febr"]),
    ("mar", &["march", "maart", "mar", "mrt", "maa"]),
    ("apr", &["april", "apr"]),
    ("may", &["may", "mei"]),
    ("jun", &["june", "juni", "jun"]),
    ("jul", &["july", "juli", "jul"]),
    ("aug", &["august", "augustus", "aug"]),
    ("sep", &["september", "sep", "sept"]),
    ("oct", &["october", "oktober", "oct", "okt"]),
    ("nov", &["november", "nov"]),
    ("dec", &["december", "dec"]),
];

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("mon", &["monday", "maandag", "mon", "ma", "maa"]),
    ("tue", &["tuesday", "dinsdag", "tue", "tues", "di", "din"]),
    ("wed", &["wednesday", "woensdag", "wed", "wo", "woe"]),
    ("thu", &["thursday", "donderdag", "thu", "thur", "thurs", "do", "don"]),
    ("fri", &["friday", "vrijdag", "fri", "vr", "vri"]),
    ("sat", &["saturday", "zaterdag", "sat", "za", "zat"]),
    ("sun", &["sunday", "zondag", "sun", "zo", "zon"]),
];

/// The short English name of a month or a day of the week, written in lower case.
pub(super) fn date_word(word: &str) -> Option<&'static str> {
    let find = |names: &[(&'static str, &[&str])]| {
        names.iter().find(|(_, all)| all.contains(&word)).map(|(name, _)| *name)
    };
    find(&MONTHS).or_else(|| find(&WEEKDAYS))
}

/// Whether a word in lower case is a day of the week and no month.
pub(super) fn is_weekday(word: &str) -> bool {
    date_word(word).is_some_and(|name| WEEKDAYS.iter().any(|(day, _)| *day == name))
}
