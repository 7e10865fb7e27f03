//! Workbooks: every public one opens or is refused in a sentence, dates of both epochs are equal
//! in all formats, and what was made to do harm does none.

use super::airport::shared;
use super::import_files::all_ways;
#[cfg(target_os = "linux")]
use super::tables::peak;
use super::tables::{as_table, files};
use klantreis::import::{Detected, Profile, detect, preview};
use klantreis::model::Arg;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn found(path: &Path) -> Detected {
    detect(path, &Profile::default()).unwrap_or_else(|r| panic!("{}: {}", path.display(), r.0.key))
}

/// The key of the sentence that refuses a file.
fn refusal(path: &Path) -> String {
    match detect(path, &Profile::default()) {
        Ok(detected) => panic!("{} was read: {:?}", path.display(), detected.columns.len()),
        Err(refusal) => refusal.0.key.into_owned(),
    }
}

fn rows(path: &Path, given: &Profile) -> Vec<Vec<String>> {
    as_table(path, given).unwrap_or_else(|e| panic!("{}: {e}", path.display())).rows
}

fn warnings(detected: &Detected) -> Vec<&str> {
    detected.warnings.iter().map(|w| w.key.as_ref()).collect()
}

#[test]
fn every_public_workbook_opens_or_is_refused_in_a_sentence() {
    let Some(folder) = shared("nasty/calamine") else { return };
    let mut all = Vec::new();
    files(&folder, "", &mut all);
    let mut read = 0;
    for path in all {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match all_ways(&path) {
            Ok(line) => {
                read += 1;
                println!("{name}: {line}");
            }
            Err(key) => {
                println!("{name}: REFUSED {key}");
                assert!(key.starts_with("import-"), "{name}: {key}");
            }
        }
    }
    assert!(read >= 80, "{read} workbooks were read");
}

/// File, sheet, sheets in all, rows of data, and the first cells as `detect --table` writes them.
type Known = (&'static str, &'static str, usize, u64, &'static [&'static [&'static str]]);

#[test]
fn well_known_workbooks_have_their_shape_and_cells() {
    let known: [Known; 20] = [
        ("any_sheets.xlsx", "Visible", 3, 3, &[&["1", "2"], &["3", "4"], &["5", "6"]]),
        ("any_sheets.ods", "Visible", 4, 3, &[]),
        ("temperature.xlsx", "Sheet1", 1, 2, &[&["label", "value"], &["celsius", "22.2222"]]),
        ("inventory-table.xlsx", "Sheet1", 1, 4, &[]),
        ("issues.xls", "datatypes", 5, 6, &[]),
        ("issue_186.xlsb", "Sheet1", 1, 5, &[]),
        ("merge_cells.xls", "Sheet1", 1, 1, &[&["Row Merge", "Row Merge", "Not Merged"]]),
        ("merge_cells.xlsx", "Sheet1", 1, 1, &[&["Row Merge", "Row Merge", "Not Merged"]]),
        ("number_rows_repeated.ods", "Sheet1", 3, 4, &[&["A", "B"], &["C", "D"], &["C", "D"]]),
        ("special_cells.ods", "sheet1", 1, 4, &[&["Split\nLine"], &["Value  With spaces"]]),
        (
            "readings.xlsx",
            "Sheet1",
            1,
            3,
            &[
                &["Station", "Celsius", "Humidity", "Pressure"],
                &["London", "15", "72", "1013"],
                &["Paris", "18.5", "65", "1009"],
            ],
        ),
        ("errors.xlsx", "Feuil1", 3, 6, &[&["#DIV/0!"], &["#NAME?"], &["#VALUE!"]]),
        ("xls_wrong_decimals.xls", "Sheet1", 1, 1, &[&["0.525625"]]),
        ("no-header.xlsx", "Feuille 1", 1, 2, &[]),
        ("minimal_package.xlsx", "Sheet1", 1, 193, &[]),
        ("strict_iso_paths.xlsx", "ml_out", 1, 75, &[]),
        ("pivots.xlsx", "DataSheet", 6, 10, &[]),
        ("issue_261.xlsx", "Some Sheet", 1, 43, &[]),
        ("biff5_write.xls", "SheetJS", 1, 4, &[]),
        ("sst_continue.xls", "Sheet1", 1, 135, &[]),
    ];
    let Some(folder) = shared("nasty/calamine") else { return };
    for (name, sheet, sheets, count, cells) in known {
        let path = folder.join(name);
        let detected = found(&path);
        assert_eq!(detected.sheet.value, sheet, "{name}");
        assert_eq!(detected.sheets.len(), sheets, "{name}: {:?}", detected.sheets);
        assert_eq!(detected.rows_examined, count, "{name}");
        assert!(path.to_string_lossy().ends_with(detected.format), "{name}");
        let table = rows(&path, &Profile::default());
        assert_eq!(table[..cells.len()], *cells, "{name}");
    }
}

#[test]
fn dates_of_both_epochs_are_the_same_in_every_format() {
    let Some(folder) = shared("nasty/calamine") else { return };
    let expected = [["2021-01-01", "15"], ["2021-01-02", "16"], ["255:10:10", "17"]];
    for name in ["date", "date_1904"] {
        for ending in ["xls", "xlsx", "xlsb"] {
            let file = format!("{name}.{ending}");
            assert_eq!(rows(&folder.join(&file), &Profile::default()), expected, "{file}");
        }
    }
    let ods = rows(&folder.join("date.ods"), &Profile::default());
    assert_eq!(ods[..3], [["2021-01-01", "15"], ["2021-01-01T10:10:10", "16"], ["10:10:10", "17"]]);
    let iso = rows(&folder.join("date_iso.xlsx"), &Profile::default());
    assert_eq!(iso[..3], [["2021-01-01"], ["2021-01-01T10:10:10"], ["10:10:10"]]);
}

#[test]
fn what_cannot_be_read_says_why() {
    let Some(folder) = shared("nasty/calamine") else { return };
    for (name, key) in [
        ("pass_protected.xlsx", "import-workbook-locked"),
        ("pass_protected.xlsb", "import-workbook-locked"),
        ("pass_protected.ods", "import-workbook-locked"),
        ("issue_385.xls", "import-workbook-locked"),
        ("issue252.xlsx", "import-workbook-damaged"),
        ("issue_594_dos.ods", "import-workbook-too-large"),
        ("empty_sheet.xlsx", "import-empty-file"),
    ] {
        assert_eq!(refusal(&folder.join(name)), key, "{name}");
    }
}

#[test]
fn a_survey_with_two_header_rows_and_macros_is_understood() {
    let Some(path) = shared("surveys/employees/tempcheck_data.xlsm") else { return };
    let detected = found(&path);
    assert_eq!((detected.format, detected.header_rows.value), ("xlsm", 2));
    assert_eq!(detected.sheet.value, "tempcheck_data");
    assert_eq!(detected.columns.len(), 15);
}

#[test]
fn the_sheet_is_chosen_by_its_rows_or_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.xlsx");
    let mut book = Workbook::new();
    for (name, rows, hidden) in [("Uitleg", 2, false), ("Antwoorden", 30, false), ("Oud", 90, true)]
    {
        let sheet = book.add_worksheet().set_name(name).unwrap().set_hidden(hidden);
        sheet.write(0, 0, "id").unwrap();
        sheet.write(0, 1, "score").unwrap();
        for row in 1..=rows {
            sheet.write(row, 0, row).unwrap();
            sheet.write(row, 1, row % 11).unwrap();
        }
    }
    book.save(&path).unwrap();
    let detected = found(&path);
    assert_eq!(detected.sheet.value, "Antwoorden");
    assert_eq!(detected.sheets, ["Uitleg", "Antwoorden", "Oud"]);
    assert!(detected.sheet.confidence > 0.8 && !detected.sheet.stated);
    assert_eq!(detected.rows_examined, 30);
    assert!(warnings(&detected).contains(&"import-warn-other-sheets"), "{:?}", detected.warnings);
    let of = |name: &str| Profile { sheet: Some(name.to_owned()), ..Profile::default() };
    for (name, rows) in [("Oud", 90), ("uitleg ", 2)] {
        let detected = detect(&path, &of(name)).unwrap();
        assert_eq!(detected.rows_examined, rows);
        assert!(detected.sheet.stated && warnings(&detected).is_empty());
    }
    let refused = detect(&path, &of("Blad1")).unwrap_err().0;
    assert_eq!(refused.key, "import-no-such-sheet");
    let sheets = refused.args.iter().find(|(name, _)| name == "sheets").unwrap();
    assert_eq!(sheets.1, Arg::Text("“Uitleg”, “Antwoorden”, “Oud”".to_owned()));
}

#[test]
fn cells_are_text_as_a_person_reads_them_with_the_rows_of_the_spreadsheet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cells.xlsx");
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let center = Format::new();
    sheet.write(0, 0, "Tevredenheid 2017").unwrap();
    sheet.merge_range(2, 1, 2, 3, "Medewerker", &center).unwrap();
    for (column, name) in ["id", "naam", "cijfer", "datum", "ja", "tekst"].iter().enumerate() {
        sheet.write(3, column as u16, *name).unwrap();
    }
    let date = Format::new().set_num_format("dd-mm-yyyy");
    for row in 4..12_u32 {
        sheet.write(row, 0, row).unwrap();
        sheet.write(row, 1, format!("naam {row}")).unwrap();
        sheet.write(row, 2, 7.25).unwrap();
        let moment = ExcelDateTime::from_ymd(2017, 5, row as u8).unwrap();
        sheet.write_with_format(row, 3, &moment, &date).unwrap();
        sheet.write(row, 4, row % 2 == 0).unwrap();
        sheet.write(row, 5, "007").unwrap();
    }
    book.save(&path).unwrap();
    let detected = found(&path);
    assert_eq!((detected.preamble_rows.value, detected.header_rows.value), (2, 2));
    let names: Vec<&str> = detected.columns.iter().map(|c| c.header.as_str()).collect();
    let expected =
        ["id", "Medewerker naam", "Medewerker cijfer", "Medewerker datum", "ja", "tekst"];
    assert_eq!(names, expected);
    assert_eq!(detected.columns[3].date.as_ref().unwrap().format, "%Y-%m-%d");
    let shown = preview(&path, &Profile::default(), 2).unwrap();
    assert_eq!(shown.rows[0].row, 5);
    let cells: Vec<&str> = shown.rows[0].cells.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(cells, ["4", "naam 4", "7.25", "2017-05-04", "TRUE", "007"]);
    // Numbers follow a profile that says that decimals have a comma.
    let comma = Profile { decimal: Some(",".to_owned()), ..Profile::default() };
    assert_eq!(rows(&path, &comma)[1][2], "7,25");
}

/// Makes an archive of these parts.
fn archive(parts: &[(&str, &[u8])], packed: bool) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let method =
        if packed { zip::CompressionMethod::Deflated } else { zip::CompressionMethod::Stored };
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook of one sheet with these rows.
fn xlsx(rows: &str) -> Vec<u8> {
    let workbook = r#"<?xml version="1.0"?><workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let office = r#"<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let sheet_of = r#"<?xml version="1.0"?><Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    let sheet =
        format!("<?xml version=\"1.0\"?><worksheet><sheetData>{rows}</sheetData></worksheet>");
    archive(
        &[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", office.as_bytes()),
            ("xl/workbook.xml", workbook.as_bytes()),
            ("xl/_rels/workbook.xml.rels", sheet_of.as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ],
        true,
    )
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"S\">{table}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    archive(
        &[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b"<manifest:manifest></manifest:manifest>"),
            ("content.xml", content.as_bytes()),
        ],
        true,
    )
}

fn write(folder: &tempfile::TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

const TABLE: &str = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>id</v></c><c r=\"B1\" t=\"str\"><v>score</v>\
    </c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>9</v></c></row>";

#[test]
fn stray_cells_far_away_take_no_memory() {
    let folder = tempfile::tempdir().unwrap();
    let below = format!("{TABLE}<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row>");
    let detected = found(&write(&folder, "below.xlsx", &xlsx(&below)));
    assert_eq!((detected.columns.len(), detected.rows_examined), (2, 2));
    let corner = format!("{TABLE}<row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>");
    let detected = found(&write(&folder, "corner.xlsx", &xlsx(&corner)));
    assert_eq!(detected.columns.len(), 2);
    assert_eq!(detected.blank_rows, 1_048_573);
    let beyond = format!("{TABLE}<row r=\"1048577\"><c r=\"A1048577\"><v>3</v></c></row>");
    assert_eq!(refusal(&write(&folder, "beyond.xlsx", &xlsx(&beyond))), "import-workbook-damaged");
}

#[test]
fn cells_of_an_unknown_error_are_counted_and_the_rest_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let spilled = format!(
        "{TABLE}<row r=\"3\"><c r=\"A3\" t=\"e\"><v>#SPILL!</v></c><c r=\"B3\"><v>4</v></c></row>\
         <row r=\"4\"><c r=\"A4\" t=\"e\"><v>#N/A</v></c><c r=\"B4\"><v>5</v></c></row>"
    );
    let path = write(&folder, "spilled.xlsx", &xlsx(&spilled));
    assert_eq!(rows(&path, &Profile::default())[1..], [["1", "9"], ["", "4"], ["#N/A", "5"]]);
    let keys = ["import-warn-cell-errors", "import-warn-cells-lost"];
    assert_eq!(warnings(&found(&path)), keys);
}

#[test]
fn repeated_rows_and_columns_are_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let cell = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let row = |attributes: &str, cells: &str| {
        format!("<table:table-row {attributes}>{cells}</table:table-row>")
    };
    let table = format!(
        "{}{}",
        row("", &format!("{}{}", cell("id"), cell("score"))),
        row("", &format!("{}{}", cell("a"), cell("9")))
    );
    let blank_end = row(
        "table:number-rows-repeated=\"1048574\"",
        "<table:table-cell table:number-columns-repeated=\"16384\"/>",
    );
    let path = write(&folder, "usual.ods", &ods(&format!("{table}{blank_end}")));
    assert_eq!(rows(&path, &Profile::default()), [["id", "score"], ["a", "9"]]);
    let full = row("table:number-rows-repeated=\"1048576\"", &cell("x").repeat(20));
    let path = write(&folder, "rows.ods", &ods(&full));
    assert_eq!(refusal(&path), "import-workbook-too-large");
    let wide = cell("x")
        .replace("<table:table-cell", "<table:table-cell table:number-columns-repeated=\"16384\"");
    let path = write(&folder, "columns.ods", &ods(&row("", &wide).repeat(400)));
    assert_eq!(refusal(&path), "import-workbook-too-large");
    let blanks = row("", &cell("<text:s text:c=\"4000000000\"/>"));
    let path = write(&folder, "blanks.ods", &ods(&blanks));
    assert_eq!(refusal(&path), "import-workbook-too-large");
    let open = format!("{table}<table:table-row><table:table-cell><office:annotation>");
    let path = write(&folder, "open.ods", &ods(&open));
    assert_eq!(refusal(&path), "import-workbook-damaged");
}

/// A part that is far larger than it looks: rows of the same bytes.
fn bomb() -> Vec<u8> {
    let row = "<row><c><v>0</v></c></row>".repeat(20_000);
    let mut sheet = String::from("<?xml version=\"1.0\"?><worksheet><sheetData>");
    while sheet.len() < 320 * 1024 * 1024 {
        sheet.push_str(&row);
    }
    archive(
        &[("[Content_Types].xml", b"<Types/>"), ("xl/worksheets/sheet1.xml", sheet.as_bytes())],
        true,
    )
}

#[test]
fn a_zip_bomb_is_refused_whatever_its_directory_says() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = bomb();
    assert!(bytes.len() < 3_000_000, "{}", bytes.len());
    let path = write(&folder, "bomb.xlsx", &bytes);
    assert_eq!(refusal(&path), "import-workbook-too-large");
    // The directory at the end now says that the part is small.
    let size = u32::try_from(true_size(&bytes)).unwrap().to_le_bytes();
    while let Some(at) = bytes.windows(4).position(|w| w == size) {
        bytes[at..at + 4].copy_from_slice(&1000_u32.to_le_bytes());
    }
    let path = write(&folder, "liar.xlsx", &bytes);
    let key = refusal(&path);
    let keys = ["import-workbook-too-large", "import-workbook-damaged"];
    assert!(keys.contains(&key.as_str()), "{key}");
}

fn true_size(bytes: &[u8]) -> u64 {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len()).map(|i| zip.by_index(i).unwrap().size()).max().unwrap()
}

#[test]
fn shared_texts_that_promise_too_much_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let good = xlsx(TABLE);
    let mut zip = ZipArchive::new(Cursor::new(good)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let texts = b"<sst uniqueCount=\"900000000000\"><si><t>a</t></si></sst>".to_vec();
    parts.push(("xl/sharedStrings.xml".to_owned(), texts));
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let path = write(&folder, "promise.xlsx", &archive(&parts, true));
    assert_eq!(refusal(&path), "import-workbook-damaged");
}

/// Numbers that look random and are the same every time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, most: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

/// The same parts, not packed: a changed byte is then a changed letter.
fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        parts.push((part.name().unwrap().into_owned(), bytes));
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&parts, false)
}

#[test]
fn damaged_workbooks_are_read_or_refused() {
    let Some(folder) = shared("nasty/calamine") else { return };
    let target = tempfile::tempdir().unwrap();
    let mut draw = Draw(7);
    for (name, times) in [
        ("issues.xlsx", 200),
        ("date.xlsx", 60),
        ("issues.xlsb", 150),
        ("issues.xls", 150),
        ("biff5_write.xls", 100),
        ("issues.ods", 60),
    ] {
        let good = std::fs::read(folder.join(name)).unwrap();
        let is_zip = good.starts_with(b"PK");
        let plain = if is_zip { unpacked(&good) } else { good.clone() };
        for round in 0..times {
            let mut bytes = if is_zip && round % 2 == 0 { good.clone() } else { plain.clone() };
            for _ in 0..1 + draw.below(8) {
                let at = draw.below(bytes.len());
                bytes[at] = u8::try_from(draw.below(256)).unwrap();
            }
            if round % 5 == 0 {
                bytes.truncate(draw.below(bytes.len()));
            }
            let path = write(&target, &format!("damaged-{name}"), &bytes);
            if let Err(refusal) = detect(&path, &Profile::default()) {
                assert!(refusal.0.key.starts_with("import-"), "{}", refusal.0.key);
            }
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn hostile_workbooks_stay_within_their_memory() {
    let folder = tempfile::tempdir().unwrap();
    let corner = format!("{TABLE}<row r=\"1048576\"><c r=\"XFD1048576\"><v>3</v></c></row>");
    // Every row ends in the last column.
    let mut edge = String::new();
    for row in 1..=60_000 {
        edge.push_str(&format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>3</v></c></row>"));
    }
    for (name, bytes, is_read) in [
        ("corner.xlsx", xlsx(&corner), true),
        ("edge.xlsx", xlsx(&edge), true),
        ("bomb.xlsx", bomb(), false),
    ] {
        let path = write(&folder, name, &bytes);
        let (megabytes, read) = peak(&["detect", "--json", &path.to_string_lossy()]);
        println!("{name}: {megabytes} MB");
        assert!(megabytes < 500, "{name} took {megabytes} MB");
        assert_eq!(read, is_read, "{name}");
    }
}
