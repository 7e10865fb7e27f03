//! Widths of texts in the bundled fonts, and breaking them into lines. Never cuts a text short.
//!
//! Widths are sums of advances: kerning makes the painted text a little narrower, never wider.

use super::fonts::advance_em;
use super::scene::Weight;

/// A place where a word may break, with a hyphen where it does.
const SOFT_HYPHEN: char = '\u{ad}';
/// The fewest letters that may stand alone after a forced break.
const STUMP: usize = 4;

/// Width of a line in points.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    em(text, weight) * size
}

fn em(text: &str, weight: Weight) -> f32 {
    text.chars().filter(|c| *c != SOFT_HYPHEN).map(|c| advance_em(c, weight)).sum()
}

/// Breaks a text into lines no wider than `max` points, at least one.
///
/// Breaks at blanks, at soft hyphens, after hyphens and slashes, and at last between any two
/// letters. Soft hyphens do not appear in the lines, except as the hyphen of a broken word.
#[must_use]
pub fn wrap(text: &str, max: f32, size: f32, weight: Weight) -> Vec<String> {
    let plain = !text.contains([SOFT_HYPHEN, '\n']);
    if plain && width(text, size, weight) <= max {
        let words: Vec<&str> = text.split_whitespace().collect();
        return vec![words.join(" ")];
    }
    let (done, line) = (Vec::new(), String::new());
    let mut lines = Lines { max, size, weight, done, line, line_em: 0.0 };
    for paragraph in text.lines() {
        for word in paragraph.split_whitespace() {
            lines.add_word(word);
        }
        lines.end_line();
    }
    if lines.done.is_empty() {
        lines.done.push(String::new());
    }
    lines.done
}

/// Like `wrap`, with lines of about one length, so that no single word is left on the last one.
#[must_use]
pub fn balanced(text: &str, max: f32, size: f32, weight: Weight) -> Vec<String> {
    let lines = wrap(text, max, size, weight);
    if lines.len() < 2 || text.contains('\n') {
        return lines;
    }
    let whole: f32 = lines.iter().map(|line| width(line, size, weight)).sum();
    // A tenth of room, since lines cannot be cut anywhere.
    let narrower = whole / lines.len() as f32 * 1.1;
    let even = wrap(text, narrower.min(max), size, weight);
    if even.len() == lines.len() { even } else { lines }
}

/// The largest size between `size` and `least` at which no single word must be broken.
#[must_use]
pub fn fit(text: &str, max: f32, size: f32, weight: Weight, least: f32) -> f32 {
    if width(text, size, weight) <= max {
        return size;
    }
    let widest = text.split_whitespace().map(|word| widest_part(word, weight)).fold(0.0, f32::max);
    if widest * size <= max { size } else { (max / widest).max(least).min(size) }
}

/// Width in em of the widest part of a word that may not break inside.
fn widest_part(word: &str, weight: Weight) -> f32 {
    pieces(word).iter().map(|p| width(&p.text, 1.0, weight)).fold(0.0, f32::max)
}

/// A part of a word after which it may break.
struct Piece {
    text: String,
    /// Whether a break after it shows a hyphen.
    hyphen: bool,
}

fn pieces(word: &str) -> Vec<Piece> {
    let mut all = Vec::new();
    let mut text = String::new();
    for c in word.chars() {
        if c == SOFT_HYPHEN {
            all.push(Piece { text: std::mem::take(&mut text), hyphen: true });
        } else {
            text.push(c);
            if matches!(c, '-' | '/') && text.chars().count() > 1 {
                all.push(Piece { text: std::mem::take(&mut text), hyphen: false });
            }
        }
    }
    all.push(Piece { text, hyphen: false });
    all
}

struct Lines {
    max: f32,
    size: f32,
    weight: Weight,
    done: Vec<String>,
    line: String,
    /// Its width.
    line_em: f32,
}

impl Lines {
    fn fits(&self, text: &str) -> bool {
        // A hair of room, so that a text measured exactly fits its own width.
        width(text, self.size, self.weight) <= self.max + 0.01
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.line_em = 0.0;
        self.done.push(line);
    }

    fn add_word(&mut self, word: &str) {
        let word_em = em(word, self.weight);
        let (size, most) = (self.size, self.max + 0.01);
        let fits = |em: f32| em * size <= most;
        let blank = if self.line.is_empty() { 0.0 } else { advance_em(' ', self.weight) };
        let joined = self.line_em + blank + word_em;
        if !fits(joined) {
            let alone = fits(word_em);
            if !self.line.is_empty() {
                self.end_line();
            }
            if !alone {
                self.break_word(word);
                self.line_em = em(&self.line, self.weight);
                return;
            }
        } else if !self.line.is_empty() {
            self.line.push(' ');
        }
        self.line.extend(word.chars().filter(|c| *c != SOFT_HYPHEN));
        self.line_em = if fits(joined) { joined } else { word_em };
    }

    /// Puts a word that is wider than a line on several lines.
    fn break_word(&mut self, word: &str) {
        let pieces = pieces(word);
        for (index, piece) in pieces.iter().enumerate() {
            let last = index + 1 == pieces.len();
            let tail = if piece.hyphen && !last { "-" } else { "" };
            let bare = self.line.clone();
            if self.fits(&format!("{bare}{}{tail}", piece.text)) {
                self.line = format!("{bare}{}", piece.text);
            } else {
                if !bare.is_empty() {
                    let hyphen = index > 0 && pieces[index - 1].hyphen;
                    self.line = if hyphen { format!("{bare}-") } else { bare };
                    self.end_line();
                }
                self.break_anywhere(&piece.text);
            }
        }
    }

    /// Breaks between letters, with a hyphen, leaving no stump of one or two letters behind.
    fn break_anywhere(&mut self, text: &str) {
        let letters: Vec<char> = text.chars().collect();
        let mut from = 0;
        while from < letters.len() {
            let rest: String = letters[from..].iter().collect();
            if self.fits(&format!("{}{rest}", self.line)) {
                self.line.push_str(&rest);
                return;
            }
            let mut count = 1;
            while from + count + 1 < letters.len()
                && self.fits(&self.part(&letters, from, count + 1))
            {
                count += 1;
            }
            let stump = letters.len() - from - count;
            if stump < STUMP && count > STUMP {
                count -= STUMP - stump;
            }
            self.line = self.part(&letters, from, count);
            self.end_line();
            from += count;
        }
    }

    /// A part of a word at the end of the line, with its hyphen.
    fn part(&self, letters: &[char], from: usize, count: usize) -> String {
        let part: String = letters[from..from + count].iter().collect();
        let hyphen = if count > 1 && part.ends_with(char::is_alphabetic) { "-" } else { "" };
        format!("{}{part}{hyphen}", self.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inter_has_its_known_widths() {
        // Positions of the design: "Persona " before "Movers" at 12.5.
        let found = width("Persona", 12.5, Weight::Regular);
        assert!((found - 48.15).abs() < 1.5, "{found}");
        assert!(width("Ease", 20.0, Weight::SemiBold) > width("Ease", 20.0, Weight::Regular));
    }

    #[test]
    fn texts_break_where_a_reader_would() {
        for (text, max, expected) in [
            ("", 50.0, &[""][..]),
            ("Energy newsletter", 95.0, &["Energy", "newsletter"][..]),
            ("Energy newsletter", 200.0, &["Energy newsletter"][..]),
            ("Contact\u{ad}momenten", 76.0, &["Contact-", "momenten"][..]),
            ("Contact\u{ad}momenten", 200.0, &["Contactmomenten"][..]),
            ("self-service", 50.0, &["self-", "service"][..]),
            ("one\ntwo", 200.0, &["one", "two"][..]),
        ] {
            assert_eq!(wrap(text, max, 12.0, Weight::SemiBold), expected, "{text}");
        }
    }

    #[test]
    fn no_line_is_too_wide_and_no_letter_is_lost() {
        let text = "Verlengingsaanbod met een buitengewoonlangsamengesteldwoord erin";
        for max in [30.0, 60.0, 90.0] {
            let lines = wrap(text, max, 12.5, Weight::SemiBold);
            assert!(lines.iter().all(|l| width(l, 12.5, Weight::SemiBold) <= max + 0.01));
            let letters: String = lines.concat().split([' ', '-']).collect();
            assert_eq!(letters, text.replace(' ', ""));
        }
    }

    #[test]
    fn no_single_word_is_left_behind() {
        let text = "Refund is hidden on page 4";
        let (plain, even) = (
            wrap(text, 140.0, 12.0, Weight::Regular),
            balanced(text, 140.0, 12.0, Weight::Regular),
        );
        assert_eq!((plain.len(), even.len()), (2, 2), "{plain:?} {even:?}");
        assert!(even[1].split(' ').count() > 1, "{even:?}");
    }

    #[test]
    fn a_long_word_is_set_smaller_before_it_is_broken() {
        let size = fit("Verlengingsaanbod", 100.0, 12.5, Weight::SemiBold, 10.5);
        assert!((10.5..12.5).contains(&size));
        assert_eq!(fit("Web", 100.0, 12.5, Weight::SemiBold, 10.5), 12.5);
    }
}
