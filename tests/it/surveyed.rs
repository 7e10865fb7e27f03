//! A document of which every figure can be worked out by hand: two waves of customers, employees, a round
//! of guesses, a log of contacts, feelings and evidence about three touchpoints.
//!
//! Says nothing about what the program makes of it.

use klantreis::document::{Command, Document, ImportOptions, sample};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::path::Path;

/// People in each wave; a third of them gives each of three answers, half is of the north.
pub const PEOPLE: usize = 60;

/// Its file in the folder it is made in.
pub const FILE: &str = "moving_in.klantreis";

/// Imports a table as it is.
pub fn import(document: &mut Document, root: &Path, name: &str, table: &str, profile: &Value) {
    let file = root.join(name);
    std::fs::write(&file, table).unwrap();
    let profile = sample::profile(&profile.to_string()).unwrap();
    let options = ImportOptions::default();
    let report = document.import(&file, &profile, &options, &Reporter::silent()).unwrap();
    assert!(report.rejected.is_empty(), "{:?}", report.rejected);
}

/// “First bill” and “Help desk” in the stage Use, “Advert” in the first one.
pub fn drawn(root: &Path) -> Document {
    let mut document = Document::create(&root.join(FILE), "Moving in").unwrap();
    let cards = [("Advert", 0), ("First bill", 4), ("Help desk", 4)];
    super::desk::draw(&mut document, "Moving in", &cards);
    document
}

/// What a wave of customers says. The bill went from 6 to 2; the desk is 6 in the north and 3 in the
/// south, in both years. Each third recommends: 10, 8 and 3.
pub fn wave(year: usize) -> String {
    let mut table = String::from("id,date,region,bill,desk,recommend,comment\n");
    for person in 0..PEOPLE {
        let (month, third) = (1 + person / 5, person % 3);
        let (region, desk) = if person % 2 == 0 { ("North", 6) } else { ("South", 3) };
        let bill = if year == 2025 { 5 } else { 1 } + third;
        let desk = desk - 1 + person / 2 % 3;
        let recommend = [10, 8, 3][third];
        writeln!(
            table,
            "{year}-{person},{year}-{month:02}-10,{region},{bill},{desk},{recommend},Words {person}"
        )
        .unwrap();
    }
    table
}

/// How a wave is read.
pub fn profile(year: usize) -> Value {
    let score = |column: &str, metric: &str, about: &str, min: i32, max: i32| {
        json!({"column": column, "role": "answer", "metric": metric, "min": min, "max": max,
            "better": "high", "touchpoint": about})
    };
    json!({
        "survey": {"name": "Customers", "wave": year.to_string()},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "date", "role": "date", "format": "%Y-%m-%d"},
            {"column": "region", "role": "segment", "name": "Region"},
            score("bill", "ces", "First bill", 1, 7),
            score("desk", "ces", "Help desk", 1, 7),
            score("recommend", "nps", "First bill", 0, 10),
            {"column": "comment", "role": "comment", "touchpoint": "First bill"}
        ]
    })
}

fn staff(document: &mut Document, root: &Path) {
    let mut table = String::from("who,place,enps,proud\n");
    for person in 0..12 {
        writeln!(table, "e{person},First bill,9,{}", 4 + person % 2).unwrap();
    }
    let profile = json!({
        "survey": {"name": "Staff", "audience": "employee"},
        "columns": [
            {"column": "who", "role": "customer"},
            {"column": "place", "role": "touchpoint"},
            {"column": "enps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"},
            {"column": "proud", "role": "answer", "metric": "csat", "min": 1, "max": 5,
             "better": "high"}
        ]
    });
    import(document, root, "staff.csv", &table, &profile);
}

/// Ten call about the bill; four of them call again after two days, two of these by chat. A last one
/// closes their windows.
fn contacts(document: &mut Document, root: &Path) {
    let mut table = String::from("id,when,who,how,about\n");
    for person in 0..10 {
        writeln!(table, "c{person},2026-07-01,P{person},Phone,First bill").unwrap();
    }
    for (person, how) in [(0, "Phone"), (1, "Phone"), (2, "Chat"), (3, "Chat")] {
        writeln!(table, "d{person},2026-07-03,P{person},{how},First bill").unwrap();
    }
    table.push_str("z,2026-09-30,Zed,Phone,First bill\n");
    let profile = json!({
        "survey": {"name": "Call log"},
        "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "when", "role": "date", "format": "%Y-%m-%d"},
            {"column": "who", "role": "customer"},
            {"column": "how", "role": "channel"},
            {"column": "about", "role": "touchpoint"}
        ]
    });
    import(document, root, "calls.csv", &table, &profile);
}

/// Feelings of −2 and +1 about bill and desk, an anecdote about the advert, guesses of 6 about the bill.
fn thoughts(document: &mut Document) {
    let model = document.model();
    let journey = model.journeys_in_order()[0].id;
    let touchpoint = |title: &str| model.touchpoint_named(title).unwrap().id;
    let card = |title: &str| {
        let id = touchpoint(title);
        model.placements.values().find(|p| p.touchpoint == id).unwrap().id
    };
    let persona = Persona::named(PersonaId::fresh(), "Movers".into());
    let (who, round) = (persona.id, RoundId::fresh());
    let feel = |title: &str, value| Command::SetEmotion {
        placement: card(title),
        persona: who,
        value: Some(value),
    };
    let guess = |value| Command::AddGuess {
        id: GuessId::fresh(),
        round,
        touchpoint: touchpoint("First bill"),
        value,
    };
    let scale = Scale { min: 1, max: 7, better: Better::High };
    let advert = vec![Item::Touchpoint(touchpoint("Advert"))];
    let all = [
        Command::PutPersona { persona },
        Command::SetJourneyPersona { journey, persona: Some(who) },
        feel("First bill", -2.0),
        feel("Help desk", 1.0),
        Command::SetEvidence { items: advert, evidence: Some(Evidence::Anecdote) },
        Command::OpenRound { id: round, journey, name: "Round".into(), metric: Metric::Ces, scale },
        guess(6),
        guess(6),
        Command::RevealRound { round },
    ];
    for command in all {
        document.run(&command).unwrap();
    }
}

/// All of it.
pub fn full(root: &Path) -> Document {
    let mut document = drawn(root);
    for year in [2025, 2026] {
        import(&mut document, root, &format!("{year}.csv"), &wave(year), &profile(year));
    }
    staff(&mut document, root);
    contacts(&mut document, root);
    thoughts(&mut document);
    document
}
