//! Files that are too much: a row or record without end, thousands of columns, nothing but NUL
//! bytes, quotes that are never closed. Read or refused in a sentence, within 500 MB.

#[cfg(target_os = "linux")]
use super::tables::peak;
use super::tables::{as_table, refusal};
use klantreis::import::{Profile, detect};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A file of these pieces; then nothing but NUL bytes, which take no room, up to its size.
fn file(folder: &Path, name: &str, pieces: &[(&[u8], usize)], size: u64) -> PathBuf {
    let path = folder.join(name);
    let mut writer = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    for (piece, times) in pieces {
        for _ in 0..*times {
            writer.write_all(piece).unwrap();
        }
    }
    let file = writer.into_inner().unwrap();
    let length = file.metadata().unwrap().len();
    file.set_len(size.max(length)).unwrap();
    path
}

#[test]
#[cfg(target_os = "linux")]
fn a_row_of_two_gigabytes_is_refused_within_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    let line = vec![b'x'; 1024 * 1024];
    let two_gigabytes = 2 * 1024 * 1024 * 1024;
    let rows = b"id,score,why\n1,9,good\n2,8,fine\n";
    let quoted = b"3,7,\"";
    let cells = b"3,".repeat(512 * 1024);
    for (name, pieces) in [
        ("alone.csv", vec![(&line[..], 66)]),
        ("behind.csv", vec![(&rows[..], 1), (&line[..], 66)]),
        ("quoted.csv", vec![(&rows[..], 1), (&quoted[..], 1), (&line[..], 66)]),
        ("cells.csv", vec![(&rows[..], 1), (&cells[..], 66)]),
    ] {
        let path = file(folder.path(), name, &pieces, two_gigabytes);
        let refused = detect(&path, &Profile::default()).unwrap_err();
        assert_eq!(refused.0.key, "import-endless-row", "{name}");
        let (megabytes, read) = peak(&["detect", &path.to_string_lossy()]);
        println!("{name}: {megabytes} MB");
        assert!(!read && megabytes < 500, "{name} took {megabytes} MB");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn ten_thousand_columns_are_read_and_more_refused() {
    let folder = tempfile::tempdir().unwrap();
    let table = |columns: usize| {
        let mut text = String::new();
        for row in 0..40 {
            for column in 0..columns {
                let comma = if column == 0 { "" } else { "," };
                let _ = if row == 0 {
                    write!(text, "{comma}Q{column}")
                } else {
                    write!(text, "{comma}{}", (row + column) % 10)
                };
            }
            text.push('\n');
        }
        text
    };
    let path = file(folder.path(), "wide.csv", &[(table(10_000).as_bytes(), 1)], 0);
    let detected = detect(&path, &Profile::default()).unwrap();
    assert_eq!((detected.columns.len(), detected.rows_examined), (10_000, 39));
    let (megabytes, read) = peak(&["detect", "--json", &path.to_string_lossy()]);
    println!("10,000 columns: {megabytes} MB");
    assert!(read && megabytes < 500, "{megabytes} MB");
    let path = file(folder.path(), "wider.csv", &[(table(25_000).as_bytes(), 1)], 0);
    assert_eq!(detect(&path, &Profile::default()).unwrap_err().0.key, "import-too-wide");
}

#[test]
#[cfg(target_os = "linux")]
fn the_longest_row_and_record_stay_within_their_memory() {
    let folder = tempfile::tempdir().unwrap();
    let rows = b"id,score,why\n1,9,good\n".as_slice();
    // Just under the limit, of the smallest pieces there are.
    let many = |piece: &str| piece.repeat(15 * 1024 * 1024 / piece.len()).into_bytes();
    for (name, begin, piece, end, is_read) in [
        ("cells.csv", rows, "1,", "1\n2,8,fine\n", true),
        ("text.csv", b"id,why\n1,good\n2,\"", "so, so \"\" ", "\"\n3,fine\n", true),
        ("list.json", b"[{\"n\":[", "1,", "1]}]", true),
        ("lists.json", b"[{\"n\":[", "[],", "[]]}]", false),
        ("fields.json", b"[{", "\"\":1,", "\"a\":1}]", true),
        ("wide.json", b"[[1],[", "1,", "1]]", false),
        ("text.json", b"[{\"a\":\"", "x", "\"}]", true),
    ] {
        let pieces = [(begin, 1), (&many(piece)[..], 1), (end.as_bytes(), 1)];
        let path = file(folder.path(), name, &pieces, 0);
        let (megabytes, read) = peak(&["detect", &path.to_string_lossy()]);
        println!("{name}: {megabytes} MB, read: {read}");
        assert!(megabytes < 500, "{name} took {megabytes} MB");
        assert_eq!(read, is_read, "{name}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn json_that_does_not_end_is_refused_within_its_memory() {
    let folder = tempfile::tempdir().unwrap();
    for (name, begin, piece) in [
        ("text.json", "[{\"id\":1,\"text\":\"", "x"),
        ("key.json", "[{\"", "k"),
        ("number.json", "{\"rows\":[{\"n\":", "9"),
        ("values.json", "[{\"n\":[1", ",1"),
        ("blank.json", "[{\"n\":1},", " "),
        ("deep.json", "", "["),
        ("deep.json", "", "{\"a\":["),
        ("line.ndjson", "{\"a\":1}\n{\"a\":\"", "y"),
    ] {
        // Three times the longest record: no more of it is looked at than it takes to know.
        let piece = piece.repeat(1024 * 1024 / piece.len());
        let pieces = [(begin.as_bytes(), 1), (piece.as_bytes(), 48)];
        let path = file(folder.path(), name, &pieces, 0);
        let refused = detect(&path, &Profile::default()).unwrap_err();
        let expected = ["import-json-endless", "import-json-too-deep"];
        assert!(expected.contains(&refused.0.key.as_ref()), "{name}: {}", refused.0.key);
        let (megabytes, read) = peak(&["detect", &path.to_string_lossy()]);
        println!("{name}: {megabytes} MB, {}", refused.0.key);
        assert!(!read && megabytes < 500, "{name} took {megabytes} MB");
    }
}

#[test]
fn nul_bytes_are_no_table_and_are_left_out_of_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(folder.path(), "nothing.csv", &[], 1024 * 1024);
    assert_eq!(detect(&path, &Profile::default()).unwrap_err().0.key, "import-not-a-table");
    let pieces = [(&b"id,score\n"[..], 1), (&b"1,9\n2,8\n3,7\n"[..], 30_000)];
    let path = file(folder.path(), "behind.csv", &pieces, 40 * 1024 * 1024);
    let table = as_table(&path, &Profile::default()).unwrap();
    assert_eq!((table.rows.len(), table.keys()), (90_001, vec!["import-warn-nul"]));
}

#[test]
fn an_open_quote_costs_its_row_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let rows = b"17,9,\"good, really\"\n18,8,fine\n".repeat(100_000);
    let head = b"id,score,why\n1,9,\"never closed\n";
    let path = file(folder.path(), "open.csv", &[(head, 1), (&rows, 1)], 0);
    let table = as_table(&path, &Profile::default()).unwrap();
    assert_eq!(table.rows.len(), 200_002);
    assert_eq!(table.rows[1], ["1", "9", "\"never closed"]);
    assert_eq!(table.rows[2], ["17", "9", "good, really"]);
    assert_eq!(table.keys().len(), 1);
    // Without another quote in the file the reader only sees at its end that one is open.
    let rows = b"17,9,good\n18,8,fine\n".repeat(100_000);
    let path = file(folder.path(), "open.csv", &[(head, 1), (&rows, 1)], 0);
    let table = as_table(&path, &Profile::default()).unwrap();
    assert_eq!(
        (table.rows.len(), table.rows_named("import-warn-unclosed-quote")),
        (200_002, Some("2".into()))
    );
}

#[test]
fn damage_in_every_row_is_read_in_good_time() {
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from("id;score;why;where\n");
    for row in 0..20_000 {
        let _ = match row % 4 {
            0 => writeln!(text, "{row};{};\"he said \"no\" to me\";shop", row % 11),
            1 => writeln!(text, "{row};{};\"open;web", row % 11),
            2 => writeln!(text, "{row};{};fine;;web", row % 11),
            _ => writeln!(text, "{row};{};good; but slow;web;x;y", row % 11),
        };
    }
    let path = file(folder.path(), "damaged.csv", &[(text.as_bytes(), 1)], 0);
    let start = std::time::Instant::now();
    let table = as_table(&path, &Profile::default()).unwrap();
    println!("{:?}: {:?}", start.elapsed(), table.warnings);
    assert_eq!(table.rows.len(), 20_001);
    assert_eq!(table.rows[1], ["0", "0", "he said \"no\" to me", "shop"]);
    assert_eq!(table.rows[2], ["1", "1", "\"open", "web"]);
    assert!(start.elapsed().as_secs() < 60);
}

#[test]
fn formulas_stay_text_and_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let rows = "id,why\n1,=HYPERLINK(\"http://x\")\n2,=1+1\n3,+31 6 1234\n4,@name\n5,\"=cmd|'/c calc'!A1\"\n6,@SUM\n7,-2+3\n";
    let path = file(folder.path(), "formulas.csv", &[(rows.as_bytes(), 1)], 0);
    let table = as_table(&path, &Profile::default()).unwrap();
    assert_eq!(table.rows[1][1], "=HYPERLINK(\"http://x\")");
    assert_eq!(table.rows[5][1], "=cmd|'/c calc'!A1");
    let rest: Vec<&str> = [2, 3, 4, 6, 7].map(|row| table.rows[row][1].as_str()).to_vec();
    assert_eq!(rest, ["=1+1", "+31 6 1234", "@name", "@SUM", "-2+3"]);
    let detected = detect(&path, &Profile::default()).unwrap();
    let told: Vec<&str> = detected.warnings.iter().map(|w| w.key.as_ref()).collect();
    assert_eq!(told, ["import-warn-formulas"]);
}

#[test]
fn a_file_of_line_ends_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (piece, key) in [
        (&b"\r\n"[..], "import-empty-file"),
        (b",\n", "import-empty-file"),
        (b"\"", "import-empty-file"),
    ] {
        let path = file(folder.path(), "blank.csv", &[(piece, 200_000)], 0);
        match as_table(&path, &Profile::default()) {
            Ok(table) => println!("{piece:?}: {} rows", table.rows.len()),
            Err(error) => assert_eq!(refusal(&error), key, "{piece:?}"),
        }
    }
}
