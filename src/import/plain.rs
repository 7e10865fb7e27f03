//! Rewrites text with signs that the csv reader does not know into text with signs that it does.
//!
//! Changes signs only, never what stands in a cell; splits nothing itself.

use super::signs::{Delimiter, Dialect, SEPARATOR};

/// Rewrites a text piece by piece.
#[derive(Debug)]
pub(super) struct Plain {
    delimiter: Delimiter,
    quote: Option<u8>,
    escape: Option<u8>,
    blank_before_quote: bool,
    at: At,
    /// Blanks met, of which nobody knows yet whether they belong to a cell.
    blanks: usize,
    /// Signs of a longer delimiter met so far.
    matched: usize,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
    /// Before the first sign of a row.
    RowStart,
    /// Before the first sign of a later cell.
    CellStart,
    /// In a cell without quotes, or behind a closed one.
    Cell,
    Quoted,
    /// Behind an escape inside quotes.
    Escaped,
    /// Behind a quote inside quotes, which closes the cell unless another follows.
    Closed,
}

impl Plain {
    pub fn new(dialect: &Dialect) -> Self {
        Self {
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            escape: dialect.escape,
            blank_before_quote: dialect.blank_before_quote,
            at: At::RowStart,
            blanks: 0,
            matched: 0,
        }
    }

    /// Rewrites the next piece of text to the end of `out`.
    pub fn feed(&mut self, text: &[u8], out: &mut Vec<u8>) {
        for byte in text {
            self.byte(*byte, out);
        }
    }

    /// Hands out what was held back at the end of the text.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        if self.at == At::Escaped {
            out.extend(self.escape);
        }
        self.give_matched(out);
        self.give_blanks(out);
    }

    fn byte(&mut self, byte: u8, out: &mut Vec<u8>) {
        match self.at {
            At::Quoted if Some(byte) == self.quote => self.go(At::Closed, byte, out),
            At::Quoted if Some(byte) == self.escape => self.at = At::Escaped,
            At::Quoted => out.push(byte),
            At::Escaped => self.escaped(byte, out),
            At::Closed if Some(byte) == self.quote => self.go(At::Quoted, byte, out),
            At::RowStart | At::CellStart => self.start(byte, out),
            At::Closed | At::Cell => {
                self.at = At::Cell;
                self.cell(byte, out);
            }
        }
    }

    fn go(&mut self, to: At, byte: u8, out: &mut Vec<u8>) {
        self.at = to;
        out.push(byte);
    }

    /// An escape takes away the meaning of a quote and of itself; else it is a sign like others.
    fn escaped(&mut self, byte: u8, out: &mut Vec<u8>) {
        self.at = At::Quoted;
        match (self.quote, self.escape) {
            (Some(quote), _) if byte == quote => out.extend([quote, quote]),
            (_, Some(escape)) if byte == escape => out.push(escape),
            (_, escape) => out.extend(escape.into_iter().chain([byte])),
        }
    }

    fn start(&mut self, byte: u8, out: &mut Vec<u8>) {
        let lines_up = matches!(self.delimiter, Delimiter::Blanks(_)) && self.at == At::RowStart;
        if byte == b' ' && (self.blank_before_quote || lines_up) {
            self.blanks += 1;
            return;
        }
        if lines_up || Some(byte) == self.quote {
            self.blanks = 0;
        }
        self.give_blanks(out);
        if Some(byte) == self.quote {
            self.go(At::Quoted, byte, out);
        } else {
            self.at = At::Cell;
            self.cell(byte, out);
        }
    }

    fn cell(&mut self, byte: u8, out: &mut Vec<u8>) {
        if matches!(byte, b'\n' | b'\r') {
            self.give_matched(out);
            if matches!(self.delimiter, Delimiter::Blanks(_)) {
                self.blanks = 0;
            }
            self.give_blanks(out);
            return self.go(At::RowStart, byte, out);
        }
        match self.delimiter {
            Delimiter::One(delimiter) if byte == delimiter => self.go(At::CellStart, byte, out),
            Delimiter::One(_) => out.push(byte),
            Delimiter::Several(signs) => {
                let signs = signs.as_bytes();
                if byte != signs[self.matched] {
                    self.give_matched(out);
                }
                if byte != signs[self.matched] {
                    return out.push(byte);
                }
                self.matched += 1;
                if self.matched == signs.len() {
                    self.matched = 0;
                    self.go(At::CellStart, SEPARATOR, out);
                }
            }
            Delimiter::Blanks(_) if byte == b' ' => self.blanks += 1,
            Delimiter::Blanks(least) if self.blanks >= usize::from(least) => {
                self.blanks = 0;
                self.go(At::CellStart, SEPARATOR, out);
                self.start(byte, out);
            }
            Delimiter::Blanks(_) => {
                self.give_blanks(out);
                out.push(byte);
            }
        }
    }

    fn give_matched(&mut self, out: &mut Vec<u8>) {
        if let Delimiter::Several(signs) = self.delimiter {
            out.extend_from_slice(&signs.as_bytes()[..self.matched]);
        }
        self.matched = 0;
    }

    fn give_blanks(&mut self, out: &mut Vec<u8>) {
        out.extend(std::iter::repeat_n(b' ', self.blanks));
        self.blanks = 0;
    }
}

/// Rewrites a whole text.
pub(super) fn rewrite(mut plain: Plain, text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    plain.feed(text, &mut out);
    plain.finish(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(dialect: &Dialect, text: &str) -> Vec<Vec<String>> {
        let mut rows = Vec::new();
        dialect.rows_of(text.as_bytes(), 100, |record| {
            rows.push(record.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect());
        });
        rows
    }

    #[test]
    fn unusual_signs_give_the_cells_that_they_mean() {
        let comma = Dialect::of(Delimiter::One(b','));
        let of = |text: &str| Dialect::of(Delimiter::from_text(text).unwrap());
        let slashed = Dialect { escape: Some(b'\\'), ..comma };
        let blank = Dialect { blank_before_quote: true, ..comma };
        let cases: [(Dialect, &str, &[&[&str]]); 9] = [
            (slashed, "a,\"b\\\"c\"\nd,\"e\\\\\"\n", &[&["a", "b\"c"], &["d", "e\\"]]),
            (slashed, "\"8\\'9\\\" long\",x\n", &[&["8\\'9\" long", "x"]]),
            (slashed, "\"\\\"\\\"\",x\n", &[&["\"\"", "x"]]),
            (blank, "a, \"b, c\", d\n", &[&["a", "b, c", " d"]]),
            (of("||"), "a||b|c||\"x||y\"\n||2||\n", &[&["a", "b|c", "x||y"], &["", "2", ""]]),
            (of("~|~"), "a~|~b~|c\n1~|~2~\n", &[&["a", "b~|c"], &["1", "2~"]]),
            (
                of("  "),
                "id   big name  x\n 1   a b       2  \n",
                &[&["id", "big name", "x"], &["1", "a b", "2"]],
            ),
            (
                of(" +"),
                "  id name   x\n10  \"a b\"   2",
                &[&["id", "name", "x"], &["10", "a b", "2"]],
            ),
            (of("::"), "a::b\r\n1::2\r\n", &[&["a", "b"], &["1", "2"]]),
        ];
        for (dialect, text, expected) in cases {
            assert_eq!(cells(&dialect, text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_text_in_pieces_is_rewritten_as_in_one() {
        let text = b"a||\"b||\\\"c\"|||x\n|| y ||\"z\n";
        let dialect = Dialect {
            escape: Some(b'\\'),
            blank_before_quote: true,
            ..Dialect::of(Delimiter::from_text("||").unwrap())
        };
        let whole = rewrite(Plain::new(&dialect), text);
        for size in 1..7 {
            let (mut plain, mut out) = (Plain::new(&dialect), Vec::new());
            text.chunks(size).for_each(|piece| plain.feed(piece, &mut out));
            plain.finish(&mut out);
            assert_eq!(out, whole, "in pieces of {size}");
        }
    }
}
