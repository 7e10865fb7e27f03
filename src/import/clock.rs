//! The time of day behind a date: whether it is one, and the zone written with it.
//!
//! Applies no zone and keeps no time.

/// The zone behind a time of day, empty without one; none when the text is no time of day.
///
/// Nothing at all is a time of day too: a date need not have one.
pub(super) fn clock(rest: &str) -> Option<&str> {
    if rest.trim().is_empty() {
        return Some("");
    }
    let lead = rest.trim_start_matches([' ', 'T', 't', ',', '@', '-']);
    let lead =
        ["om ", "at ", "Om ", "At "].iter().find_map(|w| lead.strip_prefix(w)).unwrap_or(lead);
    if lead.len() == rest.len() || rest.len() > 80 {
        return None;
    }
    let (hours, rest) = digits(lead, 2)?;
    let (minutes, mut rest) = digits(rest.strip_prefix([':', '.', 'h', 'u'])?, 2)?;
    if let Some((seconds, after)) = rest.strip_prefix([':', '.']).and_then(|r| digits(r, 2)) {
        rest = after;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            let after = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            rest = if after.len() < fraction.len() { after } else { return None };
        }
        if seconds > 60 {
            return None;
        }
    }
    if hours > 24 || minutes > 59 {
        return None;
    }
    let rest = rest.trim_start();
    let half = ["a.m.", "p.m.", "am", "pm", "uur", "hrs", "u", "h"];
    let word = half.iter().find(|word| {
        rest.get(..word.len()).is_some_and(|r| r.eq_ignore_ascii_case(word))
            && !rest[word.len()..].starts_with(char::is_alphanumeric)
    });
    let zone = rest[word.map_or(0, |w| w.len())..].trim();
    is_zone(zone).then_some(zone)
}

/// One to `most` digits, and what stands behind them.
fn digits(text: &str, most: usize) -> Option<(u32, &str)> {
    let length = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let number = text[..length].parse().ok()?;
    let rest = &text[length..];
    (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some((number, rest))
}

fn is_zone(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '[', ']']);
    let named = bare.trim_start_matches("UTC").trim_start_matches("GMT");
    let offset = named.strip_prefix(['+', '-', '\u{2212}']).unwrap_or_default();
    let offset_digits = offset.bytes().filter(u8::is_ascii_digit).count();
    let is_offset = (1..=4).contains(&offset_digits)
        && offset.bytes().all(|b| b.is_ascii_digit() || b == b':')
        && offset.len() <= 5;
    let is_letters = bare.len() <= 5 && bare.bytes().all(|b| b.is_ascii_uppercase());
    let is_place = bare.len() <= 40
        && bare.contains('/')
        && bare.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'_' | b'-'));
    // An offset, and then its name.
    let both = text.split_once(' ').is_some_and(|(first, second)| {
        !second.contains(' ') && is_zone(first) && is_zone(second.trim())
    });
    bare.is_empty() || is_offset || is_letters || is_place || both
}

#[cfg(test)]
mod tests {
    use super::clock;

    #[test]
    fn a_time_of_day_is_told_from_other_words() {
        let cases = [
            ("", Some("")),
            (" ", Some("")),
            ("T15:00:00", Some("")),
            (" 8:51:12 PM", Some("")),
            (" 8:48:17 p.m. CET", Some("CET")),
            (", 10:05", Some("")),
            (" om 14:05 uur", Some("")),
            (" 14u05", Some("")),
            (" 10.39.15", Some("")),
            ("T15:00:00+03:00", Some("+03:00")),
            ("T15:00:00.123456Z", Some("Z")),
            (" 15:00 UTC+2", Some("UTC+2")),
            (" 15:00:00 +0100 (CET)", Some("+0100 (CET)")),
            (" 15:00 [Europe/Amsterdam]", Some("[Europe/Amsterdam]")),
            (" 15:00 Europe/Amsterdam", Some("Europe/Amsterdam")),
            ("15:00", None),
            (" 25:00", None),
            (" 15:61", None),
            (" 15:00:61", None),
            (" 15", None),
            (" 15:00 or so", None),
            (" and more", None),
            (" 15:00:", None),
            (" 15:00 é", None),
            ("-1", None),
        ];
        for (text, expected) in cases {
            assert_eq!(clock(text), expected, "{text:?}");
        }
    }
}
