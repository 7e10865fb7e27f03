//! The signs that split a text into cells.
//!
//! Names them and sets up readers for them; which signs a file has is found in `dialect`.

use super::plain::{self, Plain};
use std::io::Read;

/// Stands for a delimiter of several signs once a text is rewritten: the unit separator.
pub(super) const SEPARATOR: u8 = 0x1F;

/// How text is split into cells.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Dialect {
    pub delimiter: Delimiter,
    pub quote: Option<u8>,
    /// Takes away a quote's meaning, where quotes are not doubled.
    pub escape: Option<u8>,
    /// Whether blanks stand between a delimiter and the quote that opens a cell.
    pub blank_before_quote: bool,
    pub line_end: LineEnd,
    /// Whether the first line is `sep=…`, which a spreadsheet does not show.
    pub sep_line: bool,
}

/// What stands between two cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Delimiter {
    /// One sign.
    One(u8),
    /// Several signs, such as `||`.
    Several(Signs),
    /// Blanks that line the cells up, at least so many.
    Blanks(u8),
}

/// A few signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Signs {
    bytes: [u8; Self::MOST],
    length: u8,
}

impl Signs {
    /// More signs than this are no delimiter.
    const MOST: usize = 8;

    /// The signs of a text; none when they are too many, too few, or end a line.
    pub fn new(text: &[u8]) -> Option<Self> {
        let fits = (2..=Self::MOST).contains(&text.len())
            && text.iter().all(|b| b.is_ascii() && !matches!(b, b'\n' | b'\r' | 0));
        let mut bytes = [0; Self::MOST];
        bytes.get_mut(..text.len()).filter(|_| fits)?.copy_from_slice(text);
        Some(Self { bytes, length: u8::try_from(text.len()).ok()? })
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

impl Delimiter {
    /// As a profile writes it.
    pub fn text(self) -> String {
        match self {
            Self::One(byte) => char::from(byte).to_string(),
            Self::Several(signs) => String::from_utf8_lossy(signs.as_bytes()).into_owned(),
            Self::Blanks(1) => " +".to_owned(),
            Self::Blanks(_) => "  ".to_owned(),
        }
    }

    /// Out of a profile: one sign, several, `\t` or `tab`, ` +` for one blank or more, and two
    /// blanks for two or more.
    pub fn from_text(text: &str) -> Option<Self> {
        match text {
            "\\t" | "tab" => Some(Self::One(b'\t')),
            " +" => Some(Self::Blanks(1)),
            "  " => Some(Self::Blanks(2)),
            _ => match text.as_bytes() {
                [b'\n' | b'\r'] => None,
                [byte] if byte.is_ascii() => Some(Self::One(*byte)),
                several => Signs::new(several).map(Self::Several),
            },
        }
    }

    /// The byte that stands for it once the text is rewritten.
    pub fn byte(self) -> u8 {
        match self {
            Self::One(byte) => byte,
            Self::Several(_) | Self::Blanks(_) => SEPARATOR,
        }
    }

    /// What stood in the text where `byte` stands now.
    pub fn written(&self) -> &[u8] {
        match self {
            Self::One(byte) => std::slice::from_ref(byte),
            Self::Several(signs) => signs.as_bytes(),
            Self::Blanks(_) => b" ",
        }
    }
}

/// What ends a line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum LineEnd {
    Lf,
    CrLf,
    Cr,
}

impl LineEnd {
    pub fn key(self) -> &'static str {
        match self {
            Self::Lf => "lf",
            Self::CrLf => "crlf",
            Self::Cr => "cr",
        }
    }
}

impl Dialect {
    /// A dialect of one delimiter and the usual quotes.
    pub fn of(delimiter: Delimiter) -> Self {
        Self {
            delimiter,
            quote: Some(b'"'),
            escape: None,
            blank_before_quote: false,
            line_end: LineEnd::Lf,
            sep_line: false,
        }
    }

    /// What rewrites the text first, where a plain reader cannot read it.
    pub fn rewriting(&self) -> Option<Plain> {
        let is_plain = matches!(self.delimiter, Delimiter::One(_))
            && self.escape.is_none()
            && !self.blank_before_quote;
        (!is_plain).then(|| Plain::new(self))
    }

    /// A reader of cells over text that needs no rewriting any more, with so many bytes of it ahead.
    pub fn reader<R: Read>(&self, text: R, ahead: usize) -> csv::Reader<R> {
        csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(self.delimiter.byte())
            .quoting(self.quote.is_some())
            .quote(self.quote.unwrap_or(b'"'))
            .double_quote(true)
            .buffer_capacity(ahead)
            .from_reader(text)
    }

    /// Calls `each` with the rows of a sample, up to `most`.
    pub fn rows_of(&self, sample: &[u8], most: usize, mut each: impl FnMut(&csv::ByteRecord)) {
        let rewritten;
        let text = match self.rewriting() {
            None => sample,
            Some(plain) => {
                rewritten = plain::rewrite(plain, sample);
                &rewritten
            }
        };
        let mut reader = self.reader(text, 64 * 1024);
        let mut record = csv::ByteRecord::new();
        let mut left = most;
        while left > 0 && reader.read_byte_record(&mut record).is_ok_and(|more| more) {
            each(&record);
            left -= 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delimiter_is_written_in_a_profile_as_it_is_read_from_one() {
        let cases: [(&str, Option<&str>); 9] = [
            (",", Some(",")),
            ("tab", Some("\t")),
            ("||", Some("||")),
            ("~|~", Some("~|~")),
            ("  ", Some("  ")),
            (" +", Some(" +")),
            ("\n", None),
            ("é", None),
            ("123456789", None),
        ];
        for (text, expected) in cases {
            let found = Delimiter::from_text(text).map(Delimiter::text);
            assert_eq!(found.as_deref(), expected, "{text:?}");
        }
    }
}
