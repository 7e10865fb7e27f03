//! The code book on a document and on the command line: the same figures, computed apart; employees'
//! texts; files that a spreadsheet opens.

use klantreis::analysis::themes::CodeBook;
use klantreis::document::verbatims::tag_comments;
use klantreis::document::{Command, CommentQuery, Document, start_themes};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The energy sample as a file, with the Dutch themes to begin with.
fn energy(folder: &Path) -> PathBuf {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys/energie");
    let path = folder.join("energie.klantreis");
    let mut document = Document::open_sample(&sample, Some(&path), &Reporter::silent()).unwrap();
    let (id, lang) = (ThemeId::fresh(), ThemeLang::Nl);
    document.run(&Command::AddStartThemes { id, lang }).unwrap();
    path
}

fn run(args: &[&str]) -> (Option<i32>, String, String) {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    let made = command.args(args).args(["--lang", "nl"]).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (made.status.code(), text(made.stdout), text(made.stderr))
}

fn json(args: &[&str]) -> Value {
    let (code, out, err) = run(&[args, &["--json"]].concat());
    assert_eq!(code, Some(0), "{err}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn the_themes_of_the_energy_sample_cover_most_texts_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = energy(folder.path());
    let file = path.to_str().unwrap();
    let table = json(&["themes", file, "--metric", "nps"]);
    let (texts, coverage) = (table["texts"].as_u64().unwrap(), table["coverage"].as_f64().unwrap());
    assert!(texts > 500 && coverage > 60.0, "{texts} {coverage}");
    let listed = json(&["comments", file]);
    let comments = listed["comments"].as_array().unwrap();
    assert_eq!(comments.len() as u64, texts);
    // Counted apart, from the texts as they are listed.
    let themes_of = |comment: &Value| -> Vec<String> {
        let tags = comment["themes"].as_array().unwrap();
        let mut names: Vec<String> =
            tags.iter().map(|tag| tag["theme"].as_str().unwrap().to_owned()).collect();
        names.dedup();
        names
    };
    for theme in table["themes"].as_array().unwrap() {
        let name = theme["name"].as_str().unwrap();
        let own: Vec<&Value> =
            comments.iter().filter(|c| themes_of(c).iter().any(|t| t == name)).collect();
        assert_eq!(own.len() as u64, theme["texts"].as_u64().unwrap(), "{name}");
        let (low, high) = wilson(own.len() as f64, texts as f64);
        assert!((theme["low"].as_f64().unwrap() - low * 100.0).abs() < 1e-9, "{name}");
        assert!((theme["high"].as_f64().unwrap() - high * 100.0).abs() < 1e-9, "{name}");
        let answers = own.iter().filter_map(|comment| {
            let answers = comment["answers"].as_array().unwrap().iter();
            answers.clone().find(|a| a["metric"] == "nps").map(|a| a["value"].as_i64().unwrap())
        });
        let answers: Vec<i64> = answers.collect();
        if answers.len() >= 5 {
            let sum: i64 = answers.iter().map(|v| i64::from(*v > 8) - i64::from(*v < 7)).sum();
            let nps = sum as f64 * 100.0 / answers.len() as f64;
            assert!((theme["score"]["value"].as_f64().unwrap() - nps).abs() < 1e-9, "{name}");
            assert_eq!(theme["score"]["n"].as_u64().unwrap(), answers.len() as u64);
        }
    }
    let tagged = comments.iter().filter(|c| !themes_of(c).is_empty()).count() as u64;
    assert_eq!(table["tagged"].as_u64().unwrap(), tagged);
}

/// Wilson's interval, written down once more.
fn wilson(x: f64, n: f64) -> (f64, f64) {
    let z = 1.959_963_984_540_054_f64;
    let p = x / n;
    let middle = (p + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt() / (1.0 + z * z / n);
    (if x == 0.0 { 0.0 } else { middle - half }, middle + half)
}

#[test]
fn comments_are_searched_narrowed_and_written_on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = energy(folder.path());
    let file = path.to_str().unwrap();
    let all = json(&["comments", file]);
    let total =
        |args: &[&str]| json(&[&["comments", file], args].concat())["total"].as_u64().unwrap();
    let by_reading = |part: &str| {
        let texts = all["comments"].as_array().unwrap().iter();
        let texts = texts.filter(|c| c["text"].as_str().unwrap().to_lowercase().contains(part));
        texts.count() as u64
    };
    assert_eq!(total(&["--search", "WACHT"]), by_reading("wacht"));
    assert!(total(&["--search", "wacht", "--words"]) < by_reading("wacht"));
    let (with, without) = (total(&["--theme", "wachttijd en snelheid"]), total(&["--untagged"]));
    assert!(with > 0 && without > 0 && with + without < all["total"].as_u64().unwrap());
    let few = json(&["comments", file, "--sort", "lowest", "--metric", "nps", "--limit", "3"]);
    assert_eq!(few["comments"].as_array().unwrap().len(), 3);
    let low = total(&["--metric", "nps", "--score", "0..6"]);
    assert!(low > 0 && low < all["total"].as_u64().unwrap());
    let out = folder.path().join("out.csv");
    let (code, told, err) =
        run(&["comments", file, "--search", "monteur", "--out", out.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    let written = std::fs::read_to_string(&out).unwrap();
    let mut lines = written.trim_start_matches('\u{feff}').lines();
    assert!(written.starts_with('\u{feff}'), "{told}");
    let head = "Datum;Contactmoment;Kanaal;Onderzoek;Toelichting;Thema's (regel);";
    assert!(lines.next().unwrap().starts_with(head));
    assert_eq!(lines.count() as u64, total(&["--search", "monteur"]));
    for (args, part) in [
        (&["comments", file, "--theme", "Zoiets"][..], "Prijs en kosten"),
        (&["comments", file, "--sort", "lowest"], "--metric"),
        (&["comments", file, "--where", "channel=zzz"], "zzz"),
    ] {
        let (code, _, err) = run(args);
        assert_eq!(code, Some(1), "{args:?}");
        assert!(err.contains(part) && err.trim_end().lines().count() == 1, "{err}");
    }
    assert_eq!(run(&["comments", file, "--score", "0..6"]).0, Some(2));
}

#[test]
fn what_a_spreadsheet_would_compute_is_harmless_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("x.csv");
    let texts = ["=1+1", "+31 6", "@SUM(A1)", "-2+3", "gewoon; met \"teken\"", "-5"];
    let rows: String = texts.iter().map(|t| format!("\"{}\"\n", t.replace('"', "\"\""))).collect();
    std::fs::write(&data, format!("said\n{rows}")).unwrap();
    let path = folder.path().join("x.klantreis");
    let mut document = Document::create(&path, "X").unwrap();
    let profile = r#"{"columns": [{"column": "said", "role": "comment"}]}"#;
    let profile = klantreis::document::sample::profile(profile).unwrap();
    document.import(&data, &profile, &Default::default(), &Reporter::silent()).unwrap();
    drop(document);
    let out = folder.path().join("out.csv");
    let done = run(&["comments", path.to_str().unwrap(), "--out", out.to_str().unwrap()]);
    assert_eq!(done.0, Some(0), "{}", done.2);
    let written = std::fs::read_to_string(&out).unwrap();
    for cell in
        [";'=1+1;", ";'+31 6;", ";'@SUM(A1);", ";'-2+3;", ";\"gewoon; met \"\"teken\"\"\";", ";-5;"]
    {
        assert!(written.contains(cell), "{cell} in {written}");
    }
}

#[test]
fn what_few_employees_wrote_has_no_theme_anybody_can_see() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("staff.csv");
    let rows: String = (0..9).map(|n| format!("p{n},lang wachten\n")).collect();
    std::fs::write(&data, format!("who,said\n{rows}")).unwrap();
    let mut document = Document::in_memory("Staff").unwrap();
    let profile = r#"{"survey": {"name": "Staff", "audience": "employee"}, "columns": [
        {"column": "who", "role": "customer"}, {"column": "said", "role": "comment"}]}"#;
    let profile = klantreis::document::sample::profile(profile).unwrap();
    let import = |document: &mut Document, data: &Path| {
        document.import(data, &profile, &Default::default(), &Reporter::silent()).unwrap();
    };
    import(&mut document, &data);
    let (id, lang) = (ThemeId::fresh(), ThemeLang::Nl);
    document.run(&Command::AddStartThemes { id, lang }).unwrap();
    let tagged = |document: &Document| {
        let book = CodeBook::new(&document.model().themes_in_order());
        let reader = document.reader().unwrap();
        let index = reader.comment_index(&Reporter::silent()).unwrap();
        let tags = tag_comments(&reader, &index, &book, &Reporter::silent()).unwrap();
        let all = reader.choose_comments(&index, None, &CommentQuery::default()).unwrap();
        let with = (0..index.len() as u32).filter(|place| !tags.has_none(*place)).count();
        (all.places.len(), all.withheld, with)
    };
    assert_eq!(tagged(&document), (0, true, 0));
    let more = folder.path().join("more.csv");
    std::fs::write(&more, "who,said\np9,te lang wachten\n").unwrap();
    import(&mut document, &more);
    assert_eq!(tagged(&document), (10, false, 10), "the tenth person");
}

#[test]
fn the_themes_to_begin_with_recognise_what_people_write() {
    let tagged = |lang: ThemeLang, text: &str| -> Vec<String> {
        let mut themes = Vec::new();
        for (position, start) in (0..).zip(start_themes(lang).unwrap()) {
            let (name, include, exclude) = (start.name, start.include, start.exclude);
            let (id, touchpoint) = (ThemeId::fresh(), None);
            themes.push(Theme { id, name, lang, touchpoint, include, exclude, position });
        }
        let book = CodeBook::new(&themes.iter().collect::<Vec<_>>());
        let mut names: Vec<String> = book
            .explain(text, None)
            .iter()
            .map(|hit| themes.iter().find(|t| t.id == hit.theme).unwrap().name.clone())
            .collect();
        names.dedup();
        names
    };
    for (lang, text, themes) in [
        (ThemeLang::Nl, "Een half uur in de wacht gestaan", &["Wachttijd en snelheid"][..]),
        (ThemeLang::Nl, "De verzendkosten zijn belachelijk", &["Prijs en kosten"]),
        (ThemeLang::Nl, "Hij hielp heel vriendelijk", &["Vriendelijkheid"]),
        (ThemeLang::Nl, "Ze wisten niet hoe het zat", &["Kennis van medewerkers"]),
        (ThemeLang::Nl, "De eindafrekening kwam weer in mei", &["Rekening en betaling"]),
        (ThemeLang::Nl, "Steeds doorverbonden", &["Doorverbonden en opnieuw uitleggen"]),
        (ThemeLang::Nl, "Met mijn agenda is rekening gehouden", &[]),
        (ThemeLang::En, "On hold for an hour", &["Waiting and speed"]),
        (ThemeLang::En, "The security staff was rude", &["Friendliness"]),
        (ThemeLang::En, "Filthy restrooms", &["Clean and comfortable"]),
        (ThemeLang::En, "They were kind of okay", &[]),
    ] {
        assert_eq!(tagged(lang, text), themes, "{text}");
    }
}
