//! Numbers as people write them, by decimal sign.
//!
//! Strict: what is no number stays none; nothing is rounded or clamped.

/// The signs a file writes its numbers with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Decimal {
    Point,
    Comma,
}

impl Decimal {
    /// The sign as in a profile.
    pub fn sign(self) -> char {
        match self {
            Self::Point => '.',
            Self::Comma => ',',
        }
    }

    /// The sign of a profile's text.
    pub fn from_sign(text: &str) -> Option<Self> {
        match text.trim() {
            "." => Some(Self::Point),
            "," => Some(Self::Comma),
            _ => None,
        }
    }

    fn grouping(self) -> char {
        match self {
            Self::Point => ',',
            Self::Comma => '.',
        }
    }
}

/// Signs besides the other decimal sign that group thousands: blanks and apostrophes.
pub(super) const GROUPING: [char; 6] = [' ', '\u{A0}', '\u{2009}', '\u{202F}', '\'', '’'];

/// A number, with this decimal sign; thousands may be grouped by the other sign, a blank or `'`.
/// Nothing before the decimal sign is a zero, as statistics programs write it.
pub(super) fn number(text: &str, decimal: Decimal) -> Option<f64> {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = digits.split_once(decimal.sign()).unwrap_or((digits, "0"));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) || fraction.is_empty() {
        return None;
    }
    let bare = whole.is_empty() && digits.len() > 1;
    let whole = if bare { "0".to_owned() } else { ungrouped(whole, decimal)? };
    let value: f64 = format!("{whole}.{fraction}").parse().ok()?;
    Some(if negative { -value } else { value })
}

fn ungrouped(whole: &str, decimal: Decimal) -> Option<String> {
    if whole.is_empty() || whole.len() > 40 {
        return None;
    }
    if whole.bytes().all(|b| b.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let groups = |c: &char| *c == decimal.grouping() || GROUPING.contains(c);
    let sign = whole.chars().find(groups)?;
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let fits = |g: &str| g.bytes().all(|b| b.is_ascii_digit());
    // A telephone number has groups too, but begins with a zero.
    let first_fits = (1..=3).contains(&first.len()) && fits(first) && !first.starts_with('0');
    (first_fits && groups.all(|g| g.len() == 3 && fits(g))).then(|| whole.replace(sign, ""))
}

/// A whole number written in digits alone, the usual case, straight from bytes.
pub(super) fn plain_integer(bytes: &[u8]) -> Option<i32> {
    let (negative, digits) = match bytes.strip_prefix(b"-") {
        Some(rest) => (true, rest),
        None => (false, bytes),
    };
    if digits.is_empty() || digits.len() > 9 {
        return None;
    }
    let mut value = 0_i32;
    for digit in digits {
        if !digit.is_ascii_digit() {
            return None;
        }
        value = value * 10 + i32::from(digit - b'0');
    }
    Some(if negative { -value } else { value })
}

/// The whole number a value stands for, if it is one.
pub(super) fn whole(value: f64) -> Option<i32> {
    let fits = value.fract() == 0.0 && value.abs() <= f64::from(i32::MAX);
    #[expect(clippy::cast_possible_truncation, reason = "whole and within range")]
    fits.then_some(value as i32)
}

/// The number before words: "10 - Extremely likely", "5 (very satisfied)", "1: no effort".
///
/// Asks for a sign between number and words, so that "3 times" stays words.
pub(super) fn leading_integer(text: &str) -> Option<i32> {
    let text = text.trim();
    let body = text.strip_prefix('-').unwrap_or(text);
    let end = body.find(|c: char| !c.is_ascii_digit())?;
    let rest = body[end..].trim_start();
    let words = rest.strip_prefix(['-', '–', '—', ':', '=', '.', ')', '('])?;
    let words = words.trim_start();
    let begins_with_word = words.chars().next().is_some_and(char::is_alphabetic);
    let value = plain_integer(&body.as_bytes()[..end])?;
    begins_with_word.then_some(if body.len() < text.len() { -value } else { value })
}

/// Whether a text is a number under either decimal sign.
pub(super) fn is_plain_number(text: &str) -> bool {
    number(text, Decimal::Point).is_some() || number(text, Decimal::Comma).is_some()
}

/// Whether a text has the look of a date or time: digits, and date signs between them.
pub(super) fn looks_like_moment(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let begins = text.starts_with(|c: char| c.is_ascii_digit());
    let signs = text.bytes().filter(|b| matches!(b, b'-' | b'/' | b':' | b'.')).count();
    let others = text.bytes().any(|b| {
        !b.is_ascii_digit()
            && !matches!(b, b'-' | b'/' | b':' | b'.' | b' ' | b'T' | b'Z' | b'+')
            && !matches!(b, b'A' | b'P' | b'M' | b'a' | b'p' | b'm')
    });
    begins && (3..=26).contains(&digits) && (1..=6).contains(&signs) && !others
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_by_their_decimal_sign_and_never_bent() {
        let cases = [
            ("7", Some(7.0), Some(7.0)),
            ("7.0", Some(7.0), None),
            ("7,0", None, Some(7.0)),
            (" -1 ", Some(-1.0), Some(-1.0)),
            ("1,234.5", Some(1234.5), None),
            ("1.234,5", None, Some(1234.5)),
            ("1,234", Some(1234.0), Some(1.234)),
            ("1 234 567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1,23,456", None, None),
            ("7.", None, None),
            (".5", Some(0.5), None),
            ("-,25", None, Some(-0.25)),
            (".", None, None),
            ("1\u{A0}234,5", None, Some(1234.5)),
            ("1\u{202F}234", Some(1234.0), Some(1234.0)),
            ("1'234.5", Some(1234.5), None),
            ("1’234’567", Some(1_234_567.0), Some(1_234_567.0)),
            ("1 234'567", None, None),
            ("06 123 456", None, None),
            ("1.234.567", None, Some(1_234_567.0)),
            ("12,34,567", None, None),
            ("1,5,0", None, None),
            ("", None, None),
            ("-", None, None),
            ("1e3", None, None),
            ("NaN", None, None),
            ("$5", None, None),
        ];
        for (text, point, comma) in cases {
            assert_eq!(number(text, Decimal::Point), point, "{text:?} with a point");
            assert_eq!(number(text, Decimal::Comma), comma, "{text:?} with a comma");
        }
    }

    #[test]
    fn a_leading_number_counts_only_before_words() {
        let cases = [
            ("10 - Extremely likely", Some(10)),
            ("5 (zeer tevreden)", Some(5)),
            ("1: no effort", Some(1)),
            ("-2 = bad", Some(-2)),
            ("3 times", None),
            ("7", None),
            ("12-05-2020", None),
            ("4/5", None),
            ("words", None),
        ];
        for (text, expected) in cases {
            assert_eq!(leading_integer(text), expected, "{text}");
        }
    }

    #[test]
    fn plain_integers_are_digits_and_a_sign() {
        for (text, expected) in
            [("0", Some(0)), ("-12", Some(-12)), ("1.0", None), ("", None), ("12345678901", None)]
        {
            assert_eq!(plain_integer(text.as_bytes()), expected, "{text}");
        }
    }
}
