//! The examples in docs/FORMAT.md are what the program reads.

use klantreis::document::{Command, Document, Outline, outline};

const PAGE: &str = include_str!("../../docs/FORMAT.md");

#[test]
fn the_journey_file_of_the_page_is_one() {
    let (_, rest) = PAGE.split_once("```json\n").unwrap();
    let (json, _) = rest.split_once("```").unwrap();
    let outline = Outline::parse(json).unwrap();
    let document = Document::create_from(None, &outline).unwrap();
    let again = outline::of_with(document.model(), &|id| document.blob(id).unwrap());
    assert_eq!(again, outline);
}

#[test]
fn every_command_of_the_page_is_one() {
    let id = uuid::Uuid::now_v7().to_string();
    let lines: Vec<&str> = PAGE.split('`').filter(|code| code.starts_with("{\"do\"")).collect();
    assert!(lines.len() > 50, "{}", lines.len());
    for line in lines {
        let line = line.replace("\"ID\"", &format!("\"{id}\""));
        assert!(serde_json::from_str::<Command>(&line).is_ok(), "{line}");
    }
}
