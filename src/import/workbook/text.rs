//! A cell as text, as a person would read it, with nothing lost.
//!
//! Numbers in their shortest exact form, moments in ISO 8601, the rest verbatim.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};
use std::io::Write;

/// What a cell holds, whichever reader found it.
pub(super) enum Value<'a> {
    Nothing,
    Text(&'a str),
    Number(f64),
    Whole(i64),
    Truth(bool),
    Serial(ExcelDateTime),
    /// A date, a moment or a time of day in ISO 8601.
    Moment(&'a str),
    /// A length of time in ISO 8601.
    Duration(&'a str),
    Error(&'a CellErrorType),
}

impl<'a> From<&'a DataRef<'_>> for Value<'a> {
    fn from(data: &'a DataRef<'_>) -> Self {
        match data {
            DataRef::Int(value) => Self::Whole(*value),
            DataRef::Float(value) => Self::Number(*value),
            DataRef::String(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Bool(value) => Self::Truth(*value),
            DataRef::DateTime(value) => Self::Serial(*value),
            DataRef::DateTimeIso(text) => Self::Moment(text),
            DataRef::DurationIso(text) => Self::Duration(text),
            DataRef::Error(error) => Self::Error(error),
            DataRef::Empty => Self::Nothing,
        }
    }
}

impl<'a> From<&'a Data> for Value<'a> {
    fn from(data: &'a Data) -> Self {
        match data {
            Data::Int(value) => Self::Whole(*value),
            Data::Float(value) => Self::Number(*value),
            Data::String(text) => Self::Text(text),
            Data::Bool(value) => Self::Truth(*value),
            Data::DateTime(value) => Self::Serial(*value),
            Data::DateTimeIso(text) => Self::Moment(text),
            Data::DurationIso(text) => Self::Duration(text),
            Data::Error(error) => Self::Error(error),
            Data::Empty => Self::Nothing,
        }
    }
}

impl Value<'_> {
    /// Appends the text. `comma` writes numbers with a decimal comma, for a profile that says so.
    pub fn write(&self, comma: bool, out: &mut Vec<u8>) {
        // Writing to a Vec cannot fail.
        let _ = match self {
            Self::Nothing => Ok(()),
            Self::Text(text) => out.write_all(text.as_bytes()),
            Self::Number(value) => {
                number(*value, comma, out);
                Ok(())
            }
            Self::Whole(value) => write!(out, "{value}"),
            Self::Truth(value) => out.write_all(if *value { b"TRUE" } else { b"FALSE" }),
            Self::Serial(serial) => {
                moment(serial, comma, out);
                Ok(())
            }
            Self::Moment(text) => out.write_all(without_midnight(text).as_bytes()),
            Self::Duration(text) => match clock(text) {
                Some(clock) => out.write_all(clock.as_bytes()),
                None => out.write_all(text.as_bytes()),
            },
            Self::Error(error) => write!(out, "{error}"),
        };
    }
}

fn number(value: f64, comma: bool, out: &mut Vec<u8>) {
    /// Up to here a number is exactly a whole one.
    const LARGEST_WHOLE: f64 = 9e15;
    if value.fract() == 0.0 && value.abs() < LARGEST_WHOLE {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within range")]
        let whole = value as i64;
        let _ = write!(out, "{whole}");
        return;
    }
    let from = out.len();
    let _ = write!(out, "{value}");
    if comma && let Some(point) = out[from..].iter().position(|b| *b == b'.') {
        out[from + point] = b',';
    }
}

/// A serial number that is formatted as date or time.
fn moment(serial: &ExcelDateTime, comma: bool, out: &mut Vec<u8>) {
    /// After 9999-12-31 a serial number is no date.
    const AFTER_LAST: f64 = 2_958_466.0;
    let value = serial.as_f64();
    if !(0.0..AFTER_LAST).contains(&value) {
        return number(value, comma, out);
    }
    if serial.is_duration() {
        return duration(value, out);
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let has_date = value >= 1.0;
    let has_time = !has_date || (hour, minute, second, milli) != (0, 0, 0, 0);
    if has_date {
        let _ = write!(out, "{year:04}-{month:02}-{day:02}");
    }
    if has_date && has_time {
        out.push(b'T');
    }
    if has_time {
        let _ = write!(out, "{hour:02}:{minute:02}:{second:02}");
        fraction(u64::from(milli), out);
    }
}

/// Days as hours, minutes and seconds; hours may be more than a day has.
fn duration(days: f64, out: &mut Vec<u8>) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, and within the days of dates"
    )]
    let millis = (days * 86_400_000.0).round() as u64;
    let seconds = millis / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let _ = write!(out, "{hours:02}:{minutes:02}:{:02}", seconds % 60);
    fraction(millis % 1000, out);
}

fn fraction(millis: u64, out: &mut Vec<u8>) {
    if millis > 0 {
        let _ = write!(out, ".{millis:03}");
    }
}

/// A date at midnight is a date.
fn without_midnight(text: &str) -> &str {
    let date = text.split_once('T').filter(|(_, time)| {
        !time.is_empty() && time.bytes().all(|b| matches!(b, b'0' | b':' | b'.'))
    });
    date.map_or(text, |(date, _)| date)
}

/// `PT10H11M12S` as `10:11:12`.
fn clock(text: &str) -> Option<String> {
    let rest = text.strip_prefix("PT")?;
    let (hours, rest) = rest.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let (whole, part) = {
        let seconds = rest.strip_suffix('S')?;
        seconds.split_once(['.', ',']).unwrap_or((seconds, ""))
    };
    let parts = [hours, minutes, whole].map(|part| part.parse::<u32>().ok());
    let [Some(hours), Some(minutes), Some(seconds)] = parts else {
        return None;
    };
    let part = part.trim_end_matches('0');
    let point = if part.is_empty() { "" } else { "." };
    part.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| format!("{hours:02}:{minutes:02}:{seconds:02}{point}{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn text(value: &Value<'_>, comma: bool) -> String {
        let mut out = Vec::new();
        value.write(comma, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_short_and_exact() {
        let cases = [
            (3.0, "3"),
            (2.5, "2.5"),
            (-0.0, "0"),
            (-7.0, "-7"),
            (0.1, "0.1"),
            (1e21, "1000000000000000000000"),
            (1e-7, "0.0000001"),
            (7.000_000_000_000_001, "7.000000000000001"),
            (12_345_678_901_234_567.0, "12345678901234568"),
        ];
        for (value, expected) in cases {
            assert_eq!(text(&Value::Number(value), false), expected);
            assert_eq!(text(&Value::Number(value), true), expected.replace('.', ","));
        }
    }

    #[test]
    fn serial_numbers_become_moments_in_both_epochs() {
        let serial = |value: f64, is_1904: bool| {
            let moment = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904);
            text(&Value::Serial(moment), false)
        };
        for (value, is_1904, expected) in [
            (42736.0, false, "2017-01-01"),
            (41274.0, true, "2017-01-01"),
            (42_736.424_444_444_44, false, "2017-01-01T10:11:12"),
            (42736.5, false, "2017-01-01T12:00:00"),
            (0.5, false, "12:00:00"),
            (0.0, false, "00:00:00"),
            (-3.5, false, "-3.5"),
            (3e6, false, "3000000"),
            (f64::NAN, false, "NaN"),
        ] {
            assert_eq!(serial(value, is_1904), expected, "{value}");
        }
        let long = ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(text(&Value::Serial(long), false), "36:00:00");
    }

    #[test]
    fn moments_in_words_lose_only_a_midnight() {
        for (value, expected) in [
            (Value::Moment("2017-05-03"), "2017-05-03"),
            (Value::Moment("2017-05-03T00:00:00"), "2017-05-03"),
            (Value::Moment("2017-05-03T10:11:12.5"), "2017-05-03T10:11:12.5"),
            (Value::Duration("PT10H11M12S"), "10:11:12"),
            (Value::Duration("PT36H00M00.500S"), "36:00:00.5"),
            (Value::Duration("P1D"), "P1D"),
            (Value::Truth(true), "TRUE"),
            (Value::Error(&CellErrorType::NA), "#N/A"),
            (Value::Text(" 007 "), " 007 "),
            (Value::Nothing, ""),
        ] {
            assert_eq!(text(&value, false), expected);
        }
    }
}
