//! Which encoding a file is in, with a confidence; anyone may overrule it in the profile.
//!
//! Looks at bytes only; knows nothing of rows and cells.

use super::Found;
use super::records::Noted;
use super::source::{TextFile, looks_utf16, unreadable};
use crate::model::{Message, Refusal};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::Read;

/// The encoding of a file, and whether it begins with a byte order mark.
#[derive(Clone, Debug)]
pub(super) struct EncodingFound {
    pub encoding: Found<&'static Encoding>,
    pub byte_order_mark: bool,
    pub warnings: Vec<Message>,
}

/// The encoding of a label such as `utf-8`, `windows-1252`, `macroman` or `latin9`.
pub(super) fn by_label(label: &str) -> Option<&'static Encoding> {
    let label = label.trim();
    match label.to_ascii_lowercase().replace(['-', '_', ' '], "").as_str() {
        "macroman" | "xmacroman" | "applemacintosh" => Some(MACINTOSH),
        "latin9" | "iso885915" => Some(ISO_8859_15),
        "cp1252" | "ansi" => Some(WINDOWS_1252),
        "utf8" | "utf8sig" | "ascii" => Some(UTF_8),
        _ => Encoding::for_label(label.as_bytes()),
    }
}

/// Finds the encoding of a file; a stated label is taken over.
///
/// # Errors
/// When the file cannot be read or nobody knows the label.
pub(super) fn find(file: &TextFile, stated: Option<&str>) -> Result<EncodingFound, Refusal> {
    let mut scan = Scan::new();
    let mut handle = file.open()?;
    let mut buffer = vec![0; CHUNK];
    while scan.bytes < SCAN_BYTES && !scan.is_settled() {
        let n = handle.read(&mut buffer).map_err(|e| unreadable(&file.path, &e))?;
        if n == 0 {
            break;
        }
        scan.feed(&buffer[..n]);
        if stated.is_some() {
            break;
        }
    }
    let byte_order_mark = scan.mark.is_some();
    let (found, warnings) = scan.finish();
    let Some(label) = stated.filter(|l| !l.trim().is_empty()) else {
        return Ok(EncodingFound { encoding: found, byte_order_mark, warnings });
    };
    let encoding = by_label(label)
        .ok_or_else(|| Refusal(Message::new("import-unknown-encoding").with("label", label)))?;
    let encoding = if label.eq_ignore_ascii_case("utf-16") { found.value } else { encoding };
    Ok(EncodingFound { encoding: Found::stated(encoding), byte_order_mark, warnings: Vec::new() })
}

const CHUNK: usize = 256 * 1024;
/// Beyond this a file is taken to go on as it began.
const SCAN_BYTES: u64 = 256 * 1024 * 1024;
/// High bytes that are enough to tell 8-bit encodings apart.
const ENOUGH_HIGH: usize = 20_000;

struct Scan {
    bytes: u64,
    mark: Option<&'static Encoding>,
    utf16: Option<bool>,
    /// Begin of a character that a chunk's end cut in two.
    carry: Vec<u8>,
    characters: u64,
    invalid: u64,
    /// Line ends so far.
    lines: u64,
    /// Lines with characters of UTF-8 in them.
    utf8_lines: Noted,
    /// Stretches with high bytes, for the judges of 8-bit encodings.
    high: Vec<u8>,
    high_count: usize,
}

impl Scan {
    fn new() -> Self {
        Self {
            bytes: 0,
            mark: None,
            utf16: None,
            carry: Vec::new(),
            characters: 0,
            invalid: 0,
            lines: 0,
            utf8_lines: Noted::default(),
            high: Vec::new(),
            high_count: 0,
        }
    }

    fn is_settled(&self) -> bool {
        self.mark.is_some()
            || self.utf16.is_some()
            || (self.invalid > self.characters + 100 && self.high_count > ENOUGH_HIGH)
    }

    fn feed(&mut self, chunk: &[u8]) {
        if self.bytes == 0 {
            self.mark = Encoding::for_bom(chunk).map(|(encoding, _)| encoding);
            if self.mark.is_none() {
                self.utf16 = looks_utf16(&chunk[..chunk.len().min(64 * 1024)]);
            }
        }
        self.bytes += chunk.len() as u64;
        if self.carry.is_empty() && chunk.is_ascii() {
            self.lines += line_ends(chunk);
            return;
        }
        self.keep_high(chunk);
        let mut joined = std::mem::take(&mut self.carry);
        joined.extend_from_slice(chunk);
        self.validate(&joined);
    }

    fn validate(&mut self, mut bytes: &[u8]) {
        loop {
            let (valid, rest) = match std::str::from_utf8(bytes) {
                Ok(_) => (bytes, None),
                Err(e) => (&bytes[..e.valid_up_to()], Some((e.valid_up_to(), e.error_len()))),
            };
            self.take_valid(valid);
            match rest {
                None => return,
                Some((from, None)) => {
                    self.carry = bytes[from..].to_vec();
                    return;
                }
                Some((from, Some(length))) => {
                    self.invalid += 1;
                    bytes = &bytes[from + length..];
                }
            }
        }
    }

    fn take_valid(&mut self, text: &[u8]) {
        if text.is_ascii() {
            self.lines += line_ends(text);
            return;
        }
        for line in text.split_inclusive(|b| *b == b'\n') {
            let characters = line.iter().filter(|b| **b >= 0xC0).count() as u64;
            if characters > 0 {
                self.utf8_lines.note(self.lines + 1);
            }
            self.characters += characters;
            self.lines += line_ends(line);
        }
    }

    /// Keeps the lines around high bytes: a judge needs the letters beside them.
    fn keep_high(&mut self, chunk: &[u8]) {
        if self.high_count > ENOUGH_HIGH {
            return;
        }
        for line in chunk.split(|b| *b == b'\n') {
            let count = line.iter().filter(|b| **b >= 0x80).count();
            if count > 0 && self.high.len() < 4 * 1024 * 1024 {
                self.high.extend_from_slice(line);
                self.high.push(b'\n');
                self.high_count += count;
            }
        }
    }

    /// The encoding, and what a person should know of it.
    fn finish(mut self) -> (Found<&'static Encoding>, Vec<Message>) {
        self.invalid += u64::from(!self.carry.is_empty());
        if let Some(encoding) = self.mark {
            return (Found::guess(encoding, 1.0), Vec::new());
        }
        if let Some(little) = self.utf16 {
            return (Found::guess(if little { UTF_16LE } else { UTF_16BE }, 0.95), Vec::new());
        }
        if self.invalid == 0 {
            // No high byte: the same text in every encoding. Else valid by chance is very rare.
            let confidence = if self.characters == 0 { 1.0 } else { 0.99 };
            return (Found::guess(UTF_8, confidence), Vec::new());
        }
        if self.characters >= 10 * self.invalid {
            // The reader names the rows with bytes that do not fit.
            return (Found::guess(UTF_8, 0.8), Vec::new());
        }
        let mut found = eight_bit(&self.high);
        let is_mixed = self.characters >= 3 && self.characters * 50 >= self.invalid;
        let message =
            Message::new("import-warn-mixed-encoding").with("encoding", found.value.name());
        let warning = self.utf8_lines.tell(message).filter(|_| is_mixed);
        if is_mixed {
            found.confidence = found.confidence.min(0.5);
        }
        (found, warning.into_iter().collect())
    }
}

fn line_ends(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).count() as u64
}

/// Chooses among the 8-bit encodings by what the high bytes would say in each.
fn eight_bit(high: &[u8]) -> Found<&'static Encoding> {
    let mut western: Vec<_> = [WINDOWS_1252, MACINTOSH, ISO_8859_15]
        .into_iter()
        .map(|encoding| {
            let (text, _) = encoding.decode_without_bom_handling(high);
            (score(&text), encoding, text)
        })
        .collect();
    // A stable sort: on equal scores Windows-1252, the superset, stays first.
    western.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (best, encoding, text) = &western[0];
    let rival = western[1..].iter().filter(|w| w.2 != *text).map(|w| w.0).fold(-1.0, f64::max);
    if *best > 0.3 {
        // A single letter says less than many.
        let count = high.iter().filter(|b| **b >= 0x80).count() as f64;
        let margin = ((best - rival) / 1.5).clamp(0.0, 1.0) * count / (count + 0.5);
        return Found::guess(encoding, 0.6 + 0.38 * margin);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(high, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    let western_guess = western.iter().any(|w| w.1 == guess);
    Found::guess(if western_guess { *encoding } else { guess }, 0.5)
}

/// How well the characters above ASCII fit between their neighbours, −3 … 1 on average.
fn score(text: &str) -> f64 {
    let (mut sum, mut n) = (0.0, 0_u32);
    let mut before = '\n';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        if !c.is_ascii() {
            sum += fit(before, c, letters.peek().copied().unwrap_or('\n'));
            n += 1;
        }
        before = c;
    }
    if n == 0 { 0.0 } else { sum / f64::from(n) }
}

fn fit(before: char, c: char, after: char) -> f64 {
    const COMMON: &str = "éèëêïîíìöôóòõøüûúùáàâäãåæçñßœ";
    let beside = |test: fn(&char) -> bool| test(&before) || test(&after);
    let foreign = |l: char| !l.is_ascii() && l.is_alphabetic();
    match c {
        '\u{80}'..='\u{9F}' | '\u{FFFD}' => -3.0,
        '’' if before.is_alphabetic() && after.is_alphabetic() => 1.0,
        '‘' | '“' if !before.is_alphanumeric() && after.is_alphanumeric() => 1.0,
        '’' | '”' if !before.is_whitespace() && !after.is_alphanumeric() => 1.0,
        '–' | '—' if beside(|l| l.is_whitespace() || l.is_ascii_digit()) => 0.8,
        '…' if !before.is_whitespace() => 0.7,
        '€' | '£' if beside(|l| l.is_ascii_digit() || l.is_whitespace()) => 1.0,
        '°' | '½' | '¼' | '¾' | '²' if before.is_ascii_digit() => 0.7,
        '\u{A0}' | '•' | '«' | '»' | '™' | '®' | '©' | '·' | '´' => 0.2,
        // Stressed words double their accents in Dutch: één, véél, dáár.
        _ if "éáóúí".contains(c) && (before == c || after == c) => 1.0,
        _ if c.is_lowercase() && (foreign(before) || foreign(after)) => -0.2,
        _ if COMMON.contains(c) => {
            if beside(char::is_ascii_lowercase) || beside(char::is_ascii_uppercase) {
                1.0
            } else {
                0.1
            }
        }
        _ if c.is_lowercase() => 0.2,
        _ if c.is_uppercase() && before.is_lowercase() => -1.5,
        _ if c.is_uppercase() && before.is_uppercase() => 0.5,
        _ if c.is_uppercase() && after.is_ascii_lowercase() => 0.6,
        _ => -1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scanned(bytes: &[u8], piece: usize) -> (Found<&'static Encoding>, Vec<Message>) {
        let mut scan = Scan::new();
        for chunk in bytes.chunks(piece) {
            scan.feed(chunk);
        }
        scan.finish()
    }

    fn found(bytes: &[u8]) -> (&'static str, f64) {
        let (found, _) = scanned(bytes, 7);
        (found.value.name(), found.confidence)
    }

    const DUTCH: &str = "Reden;Cijfer\nÉén keer één café bezocht, die coördinatie was ‘prima’;8\n\
                         Geïnteresseerd, maar te duur: € 12 – dat is véél;3\n";
    const FRENCH: &str = "Ville;Note\nÀ Liège, où l’hôtel était très agréable; ça coûte 12 €;9\n\
                          Garçon à l’île, œuvre « naïve »;4\n";
    const EURO: &str = "Prijs;Reden\n€ 12;coördinatie\n€ 15;geïrriteerd, één keer\n";

    #[test]
    fn text_is_found_in_the_encoding_it_was_written_in() {
        for text in [DUTCH, FRENCH, EURO] {
            for encoding in [UTF_8, WINDOWS_1252, MACINTOSH] {
                let (bytes, _, lossy) = encoding.encode(text);
                assert!(!lossy, "{text}");
                let (name, confidence) = found(&bytes);
                assert_eq!(name, encoding.name(), "{text}");
                assert!(confidence > 0.7, "{name} {confidence}");
            }
        }
        for text in [EURO, "Prijs;Reden\n€ 12;cœur, café\n€ 15;naïef\n"] {
            let (bytes, _, _) = ISO_8859_15.encode(text);
            assert_eq!(found(&bytes).0, "ISO-8859-15");
        }
        assert_eq!(found(b"a;b\n1;2\n"), ("UTF-8", 1.0));
    }

    #[test]
    fn one_letter_says_something_and_many_say_more() {
        let text = "a;b\n1;café\n";
        for encoding in [WINDOWS_1252, MACINTOSH] {
            let (name, once) = found(&encoding.encode(text).0);
            let (again, often) = found(&encoding.encode(&text.repeat(20)).0);
            assert_eq!((name, again), (encoding.name(), encoding.name()));
            assert!(0.6 < once && once < often, "{once} {often}");
        }
    }

    #[test]
    fn utf16_is_found_with_and_without_a_mark() {
        for (mark, name) in [(vec![], "UTF-16LE"), (vec![0xFF, 0xFE], "UTF-16LE")] {
            let bytes = mark.into_iter().chain(EURO.encode_utf16().flat_map(u16::to_le_bytes));
            assert_eq!(scanned(&bytes.collect::<Vec<u8>>(), 4096).0.value.name(), name);
        }
        for (mark, name) in [(vec![], "UTF-16BE"), (vec![0xFE, 0xFF], "UTF-16BE")] {
            let bytes = mark.into_iter().chain(EURO.encode_utf16().flat_map(u16::to_be_bytes));
            assert_eq!(scanned(&bytes.collect::<Vec<u8>>(), 4096).0.value.name(), name);
        }
    }

    #[test]
    fn a_letter_far_into_the_file_counts() {
        let early = "1;plain text\n".repeat(100_000);
        for encoding in [UTF_8, WINDOWS_1252, MACINTOSH, ISO_8859_15] {
            let mut bytes = early.clone().into_bytes();
            assert!(bytes.len() > 1024 * 1024);
            bytes.extend_from_slice(&encoding.encode("2;één café voor € 5, coördinatie\n").0);
            assert_eq!(scanned(&bytes, 64 * 1024).0.value.name(), encoding.name());
        }
    }

    #[test]
    fn two_encodings_in_one_file_are_told_with_the_lines_of_the_rarer() {
        let western = "1;café, één keer, coördinatie\n".repeat(30);
        let mut bytes = WINDOWS_1252.encode(&western).0.into_owned();
        bytes.extend_from_slice("2;één café\n3;plain\n4;naïef\n".as_bytes());
        let (encoding, warnings) = scanned(&bytes, 64);
        assert_eq!(encoding.value.name(), "windows-1252");
        assert!(encoding.confidence <= 0.5);
        let expected = Message::new("import-warn-mixed-encoding")
            .with("encoding", "windows-1252")
            .with("count", 2_u64)
            .with("rows", "31, 33");
        assert_eq!(warnings, [expected]);
    }

    #[test]
    fn greek_is_left_to_the_detector() {
        let (bytes, _, _) =
            encoding_rs::ISO_8859_7.encode("όνομα,βαθμός\nΓιώργος Παπαδόπουλος,οκτώ\n");
        assert!(["ISO-8859-7", "windows-1253"].contains(&found(&bytes).0));
    }

    #[test]
    fn labels_people_use_are_known() {
        for (label, name) in [
            ("MacRoman", "macintosh"),
            ("x-mac-roman", "macintosh"),
            ("latin1", "windows-1252"),
            ("ISO-8859-15", "ISO-8859-15"),
            ("UTF-16LE", "UTF-16LE"),
            ("utf8", "UTF-8"),
        ] {
            assert_eq!(by_label(label).map(Encoding::name), Some(name), "{label}");
        }
        assert_eq!(by_label("klingon"), None);
    }
}
