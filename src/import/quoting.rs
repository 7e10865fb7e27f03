//! Which quote and escape a text has, under a delimiter.
//!
//! Counts where quotes stand; splits nothing.

use super::Found;
use super::signs::Delimiter;

/// How cells are quoted.
pub(super) struct Quoting {
    pub quote: Found<Option<u8>>,
    /// Stands before quotes inside cells, where they are not doubled.
    pub escape: Option<u8>,
    /// Whether blanks stand between a delimiter and an opening quote.
    pub blank_before_quote: bool,
    /// How well the quotes fit the delimiter; none where there are few quotes.
    pub fit: Option<QuoteFit>,
}

/// How the quotes of a text stand to its delimiter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum QuoteFit {
    /// Nearly all stand at the edge of a cell, many beside a delimiter.
    Well,
    Somehow,
    /// Nearly all stand inside cells.
    Badly,
}

/// The quote at the edges of cells, and what stands before quotes inside and outside them.
pub(super) fn quoting(text: &[u8], delimiter: Delimiter) -> Quoting {
    let edges = |quote: u8| Edges::count(text, delimiter, quote);
    let (double, single) = (edges(b'"'), edges(b'\''));
    let backtick = if delimiter.byte() == b'`' { Edges::default() } else { edges(b'`') };
    let (quote, found) = if double.pairs() > 0 && double.pairs() * 2 >= single.tight_pairs() {
        (b'"', &double)
    } else if single.pairs() > 2 && single.pairs() >= backtick.pairs() {
        (b'\'', &single)
    } else if backtick.pairs() > 2 {
        (b'`', &backtick)
    } else {
        (b'"', &double)
    };
    let count = found.pairs();
    let confidence = if count == 0 { 0.9 } else { 0.7 + 0.29 * (count.min(20) as f64 / 20.0) };
    if found.is_literal() {
        let quote = Found::guess(None, 0.7);
        return Quoting { quote, escape: None, blank_before_quote: false, fit: None };
    }
    Quoting {
        quote: Found::guess(Some(quote), confidence),
        escape: escape(text, delimiter, quote),
        blank_before_quote: found.behind_blank > found.opens,
        fit: found.fit(),
    }
}

/// Where the quotes of a text stand.
#[derive(Default)]
struct Edges {
    /// At the begin of a cell, and not alone in it.
    opens: usize,
    /// At the begin but for blanks.
    behind_blank: usize,
    /// At the end of a cell, and not alone in it.
    closes: usize,
    /// Between two edges: it closes a cell that ends with the delimiter, or is all of one.
    either: usize,
    /// Beside a delimiter.
    beside: usize,
    all: usize,
}

impl Edges {
    fn count(text: &[u8], delimiter: Delimiter, quote: u8) -> Self {
        let mut edges = Self::default();
        // Blanks that line cells up are no part of a cell, whatever stands behind them.
        let is_blanks = matches!(delimiter, Delimiter::Blanks(_));
        for at in memchr::memchr_iter(quote, text) {
            edges.all += 1;
            let (before, after) = (&text[..at], &text[at + 1..]);
            let (begins, ends) =
                (ends_with_edge(before, delimiter), begins_with_edge(after, delimiter));
            edges.opens += usize::from(begins && !ends);
            edges.closes += usize::from(ends && !begins);
            edges.either += usize::from(ends && begins);
            edges.beside += usize::from(
                (begins && ends_with_delimiter(before, delimiter))
                    || (ends && begins_with_delimiter(after, delimiter)),
            );
            let inner = before.trim_ascii_end();
            let blanks = !is_blanks && before.ends_with(b" ") && delimiter != Delimiter::One(b' ');
            // A line may begin with blanks for other reasons.
            let after_delimiter = !inner.is_empty() && ends_with_delimiter(inner, delimiter);
            edges.behind_blank += usize::from(blanks && after_delimiter);
        }
        edges
    }

    /// As `pairs`, without those behind blanks: words in a text stand so too.
    fn tight_pairs(&self) -> usize {
        self.opens.min(self.closes + self.either)
    }

    /// How often a pair of quotes could open and close a cell.
    fn pairs(&self) -> usize {
        (self.opens + self.behind_blank).min(self.closes + self.either)
    }

    fn fit(&self) -> Option<QuoteFit> {
        let at_edges = self.opens + self.behind_blank + self.closes + self.either;
        Some(match () {
            () if self.all < 6 => return None,
            () if at_edges * 4 < self.all => QuoteFit::Badly,
            () if at_edges * 5 > self.all * 4 && self.beside * 4 > self.all => QuoteFit::Well,
            () => QuoteFit::Somehow,
        })
    }

    /// Whether quotes that open cells are hardly ever closed: then they are part of the text.
    fn is_literal(&self) -> bool {
        self.opens >= 3 && (self.closes + self.either) * 4 < self.opens
    }
}

fn ends_with_delimiter(text: &[u8], delimiter: Delimiter) -> bool {
    match delimiter {
        Delimiter::Several(signs) => text.ends_with(signs.as_bytes()),
        Delimiter::One(byte) => text.last() == Some(&byte),
        Delimiter::Blanks(least) => text.ends_with(&b"  "[..usize::from(least.min(2))]),
    }
}

fn ends_with_edge(text: &[u8], delimiter: Delimiter) -> bool {
    text.last().is_none_or(|b| matches!(b, b'\n' | b'\r')) || ends_with_delimiter(text, delimiter)
}

fn begins_with_delimiter(text: &[u8], delimiter: Delimiter) -> bool {
    match delimiter {
        Delimiter::Several(signs) => text.starts_with(signs.as_bytes()),
        Delimiter::One(byte) => text.first() == Some(&byte),
        Delimiter::Blanks(least) => text.starts_with(&b"  "[..usize::from(least.min(2))]),
    }
}

fn begins_with_edge(text: &[u8], delimiter: Delimiter) -> bool {
    text.first().is_none_or(|b| matches!(b, b'\n' | b'\r'))
        || begins_with_delimiter(text, delimiter)
}

/// A backslash, when it stands before quotes that are neither doubled nor the end of a cell.
fn escape(text: &[u8], delimiter: Delimiter, quote: u8) -> Option<u8> {
    let (mut doubled, mut slashed, mut before_quote, mut bare) = (0, 0, 0, 0);
    for at in memchr::memchr_iter(quote, text).filter(|at| *at > 0) {
        let (before, after) = (&text[..at - 1], &text[at + 1..]);
        let ends = begins_with_edge(after, delimiter);
        match text[at - 1] {
            b'\\' if ends => {}
            b'\\' if after.first() == Some(&quote) => before_quote += 1,
            b'\\' => slashed += 1,
            b if b == quote && !ends && !ends_with_edge(before, delimiter) => doubled += 1,
            b' ' if ends_with_edge(text[..at].trim_ascii_end(), delimiter) => {}
            b if b != quote && !ends && !ends_with_edge(&text[..at], delimiter) => {
                // Half of a doubled quote is not bare.
                bare += usize::from(after.first() != Some(&quote));
            }
            _ => {}
        }
    }
    let is_meant = slashed > 0 || (before_quote > 0 && doubled == 0);
    (is_meant && bare <= slashed + before_quote).then_some(b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_and_what_stands_before_them_are_found() {
        let (double, single) = (Some('"'), Some('\''));
        let cases = [
            ("a,b\n1,2\n", (double, None, false)),
            ("\"a\",\"b \"\"x\"\"\"\n", (double, None, false)),
            ("1,'x, y'\n2,'z'\n3,'it's'\n", (single, None, false)),
            ("1,'s morgens\n2,'t Gooi\n", (double, None, false)),
            ("1,\"a \\\"b\\\" c\"\n", (double, Some('\\'), false)),
            ("1,\"a \"\"b\"\n2,\"a \\\" b\"\n", (double, Some('\\'), false)),
            ("1,'a it's'\n2,'it\\'s it's'\n3,'b'\n", (single, None, false)),
            ("1,\"C:\\dir\\\"\n", (double, None, false)),
            ("1, \"a\"\n2, \"b, c\"\n", (double, None, true)),
            // Options that each end with the delimiter.
            ("1,\"A,\",x\n2,\"B,A,\",y\n3,\"A,\",z\n", (double, None, false)),
            ("1,\"A\" she said\n2,\"B\" or\n3,\"C\" x\n", (None, None, false)),
        ];
        for (text, expected) in cases {
            let found = quoting(text.as_bytes(), Delimiter::One(b','));
            let quote = found.quote.value.map(char::from);
            let found = (quote, found.escape.map(char::from), found.blank_before_quote);
            assert_eq!(found, expected, "{text:?}");
        }
    }
}
