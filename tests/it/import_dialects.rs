//! Tables written in any dialect and encoding: what is stated is read back exactly, and what is
//! usual is found without being told.

use super::tables::{as_table, trimmed};
use encoding_rs::Encoding;
use klantreis::import::{Profile, detect};
use proptest::prelude::*;
use std::path::PathBuf;

/// How a table is written.
#[derive(Clone, Debug)]
struct Written {
    delimiter: &'static str,
    quote: Option<char>,
    /// Whether quotes are escaped by a backslash, not doubled.
    slashed: bool,
    always_quoted: bool,
    line_end: &'static str,
    encoding: &'static str,
    mark: bool,
}

impl Written {
    fn text(&self, rows: &[Vec<String>]) -> String {
        let mut text = String::new();
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| self.cell(cell)).collect();
            text.push_str(&cells.join(self.delimiter));
            text.push_str(self.line_end);
        }
        text
    }

    fn cell(&self, cell: &str) -> String {
        let Some(quote) = self.quote else {
            return cell.to_owned();
        };
        let has_sign = cell.contains([quote, '\n', '\r', '\\', ' '])
            || self.delimiter.chars().any(|sign| cell.contains(sign));
        if !self.always_quoted && !has_sign {
            return cell.to_owned();
        }
        let inner = if self.slashed {
            cell.replace('\\', "\\\\").replace(quote, &format!("\\{quote}"))
        } else {
            cell.replace(quote, &format!("{quote}{quote}"))
        };
        format!("{quote}{inner}{quote}")
    }

    fn bytes(&self, rows: &[Vec<String>]) -> Vec<u8> {
        let text = self.text(rows);
        let mark = if self.mark { "\u{FEFF}" } else { "" };
        let marked = format!("{mark}{text}");
        match self.encoding {
            "utf-16le" => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "utf-8" => marked.into_bytes(),
            label => {
                let encoding = Encoding::for_label(label.as_bytes()).unwrap();
                let (bytes, _, lossy) = encoding.encode(&text);
                assert!(!lossy, "{text}");
                bytes.into_owned()
            }
        }
    }

    fn profile(&self) -> Profile {
        Profile {
            header_rows: Some(1),
            preamble_rows: Some(0),
            footer_rows: Some(0),
            delimiter: Some(self.delimiter.to_owned()),
            quote: Some(self.quote.map_or_else(String::new, String::from)),
            escape: Some(if self.slashed { "\\".to_owned() } else { String::new() }),
            encoding: Some(self.encoding.to_owned()),
            ..Profile::default()
        }
    }
}

fn encodings() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "utf-8",
        "utf-16le",
        "utf-16be",
        "windows-1252",
        "macintosh",
        "iso-8859-15",
    ])
}

fn dialects() -> impl Strategy<Value = Written> {
    (
        prop::sample::select(vec![",", ";", "\t", "|", ":", " ", "~", "||", "::", "~|~"]),
        prop::sample::select(vec![Some('"'), Some('\''), Some('`'), None]),
        any::<(bool, bool, bool)>(),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encodings(),
    )
        .prop_map(|(delimiter, quote, (slashed, always_quoted, mark), line_end, encoding)| {
            Written { delimiter, quote, slashed, always_quoted, line_end, encoding, mark }
        })
}

/// Cells of signs that are trouble, in every encoding that is tried.
const NASTY: &str = "[a-zA-Z0-9 ,;:\"'`|~\t\n\\\\éëïçñü€ÀÉ=#@._-]{0,12}";
/// Cells without a sign of any dialect: for files without quotes.
const PLAIN: &str = "[a-zA-Z0-9éëïçñü€ÀÉ=#@._-]{0,12}";

fn write_file(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("file.csv");
    std::fs::write(&path, bytes).unwrap();
    path
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_stated_dialect_gives_the_same_cells(
        nasty in prop::collection::vec(prop::collection::vec(NASTY, 4), 1..14),
        plain in prop::collection::vec(prop::collection::vec(PLAIN, 4), 1..14),
        written in dialects(),
    ) {
        let mut table = vec![["id", "when", "why", "what"].map(str::to_owned).to_vec()];
        let rows = if written.quote.is_some() { nasty } else { plain };
        for (at, mut row) in rows.into_iter().enumerate() {
            row[0] = format!("r{at}");
            table.push(row);
        }
        let folder = tempfile::tempdir().unwrap();
        let path = write_file(&folder, &written.bytes(&table));
        let read = as_table(&path, &written.profile()).unwrap();
        prop_assert_eq!(&read.rows, &table, "{:?}", written);
        prop_assert!(read.keys().is_empty(), "{:?} {:?}", written, read.warnings);
    }
}

/// A survey as people have it: id, day, score, words, region.
fn survey(seed: u64, rows: usize) -> Vec<Vec<String>> {
    let mut state = seed;
    let mut draw = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(state >> 33).unwrap() % below
    };
    let words = [
        "prima geholpen, één keer bellen was genoeg",
        "te duur: € 12; dat is véél",
        "geïrriteerd; niemand nam op",
        "",
        "ça va",
        "de monteur zei \"morgen\", maar kwam niet",
        "coördinatie tussen afdelingen ontbreekt\nen dat merk je",
    ];
    let header = ["id", "datum", "cijfer", "toelichting", "regio"];
    let mut table = vec![header.map(str::to_owned).to_vec()];
    for at in 0..rows {
        table.push(vec![
            format!("R{:04}", at + 1),
            format!("{:02}-{:02}-2024", 1 + draw(28), 1 + draw(12)),
            draw(11).to_string(),
            words[draw(words.len())].to_owned(),
            ["Noord", "Zuid", "Overijssel", "Fryslân"][draw(4)].to_owned(),
        ]);
    }
    table
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn a_usual_dialect_is_found(
        seed in any::<u64>(),
        rows in 8_usize..60,
        delimiter in prop::sample::select(vec![",", ";", "\t", "|", "||"]),
        slashed in any::<bool>(),
        always_quoted in any::<bool>(),
        mark in any::<bool>(),
        line_end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in encodings(),
        preamble in prop::sample::select(vec![0_usize, 2]),
    ) {
        let quote = Some('"');
        let written = Written { delimiter, quote, slashed, always_quoted, line_end, encoding, mark };
        let table = survey(seed, rows);
        let mut all = vec![vec!["Klanttevredenheid".to_owned()], vec![String::new()]];
        all.truncate(preamble);
        all.extend(table.iter().cloned());
        let folder = tempfile::tempdir().unwrap();
        let path = write_file(&folder, &written.bytes(&all));
        let read = as_table(&path, &Profile::default()).unwrap();
        prop_assert_eq!(trimmed(&read.rows), trimmed(&table), "{:?}", written);
        let detected = detect(&path, &Profile::default()).unwrap();
        prop_assert_eq!(detected.delimiter.value, delimiter);
        prop_assert_eq!(detected.preamble_rows.value, preamble);
        let date = detected.columns[1].date.as_ref().unwrap();
        prop_assert!(date.format == "%d-%m-%Y", "{:?}", date);
    }
}
