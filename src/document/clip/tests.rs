//! Copying and pasting: what comes along, where it lands, and how text becomes cards.

use super::{Clip, paste_table, table_of};
use crate::document::outline::{Outline, of_with};
use crate::document::plan::{LONGEST_TEXT, plan_all, plan_with};
use crate::document::{Command, Plan};
use crate::model::*;
use proptest::prelude::*;

const PNG: &str = "iVBORw0KGgo=";

/// A document in memory, with the bytes it keeps.
#[derive(Default)]
struct World {
    model: Model,
    blobs: Vec<Blob>,
}

impl World {
    fn of(json: &str) -> Self {
        let commands = Outline::parse(json).unwrap().build().unwrap();
        let mut world = Self::default();
        let plan = plan_all(&world.model, Message::new("step-build"), &commands).unwrap();
        world.take(plan);
        world
    }

    fn take(&mut self, plan: Plan) {
        plan.changes.iter().for_each(|change| self.model.apply(change));
        self.blobs.extend(plan.blobs);
    }

    fn run(&mut self, command: &Command) -> Result<(), Refusal> {
        let plan = plan_with(&self.model, command, &|id| self.kept(id))?;
        self.take(plan);
        Ok(())
    }

    fn kept(&self, id: BlobId) -> Option<Vec<u8>> {
        self.blobs.iter().find(|blob| blob.id == id).map(|blob| blob.bytes.clone())
    }

    fn journey(&self) -> JourneyId {
        self.model.journey_named(None).unwrap().id
    }

    fn lane(&self, kind: LaneKind) -> LaneId {
        self.model.lane_of_kind(self.journey(), kind).unwrap().id
    }

    fn column(&self, place: usize) -> Spot {
        self.model.columns_of(self.journey(), &[])[place]
    }

    fn card(&self, text: &str) -> CardRef {
        let titled = |p: &&Placement| self.model.touchpoints[&p.touchpoint].title == text;
        let card = self.model.placements.values().find(titled).map(|p| CardRef::Card(p.id));
        let note = self.model.notes.values().find(|n| n.text == text);
        card.or(note.map(|n| CardRef::Note(n.id))).unwrap_or_else(|| panic!("no card {text}"))
    }

    fn copy(&self, cards: &[&str]) -> Clip {
        let cards: Vec<CardRef> = cards.iter().map(|card| self.card(card)).collect();
        Clip::of(&self.model, &cards, &|id| self.kept(id))
    }

    fn paste(&mut self, clip: &Clip, column: usize, lane: LaneKind) -> Result<(), Refusal> {
        let (journey, column, lane) = (self.journey(), self.column(column), self.lane(lane));
        let command = clip.paste(&self.model, journey, column, lane)?;
        self.run(&command)
    }

    fn outline(&self) -> Outline {
        of_with(&self.model, &|id| self.kept(id))
    }

    /// What stands where: stage, lane and text of each card.
    fn map(&self) -> Vec<String> {
        let outline = self.outline();
        let mut all = Vec::new();
        for (number, stage) in (1..).zip(&outline.journeys[0].stages) {
            for card in &stage.touchpoints {
                let title = card.title.as_ref().or(card.again.as_ref()).unwrap();
                all.push(format!("{number} touchpoints {title}"));
            }
            for note in &stage.notes {
                all.push(format!("{number} {} {}", note.lane, note.text));
            }
        }
        all
    }
}

/// A map of three stages, the second with columns for its steps.
const PLAIN: &str = r#"{"title": "x", "journeys": [{"name": "j",
  "lanes": [{"kind": "steps"}, {"kind": "touchpoints"}, {"kind": "emotion"}, {"kind": "pains"},
    {"kind": "quotes"}, {"kind": "backstage"}],
  "stages": [{"name": "a", "steps": ["one", "two"], "touchpoints": [
      {"title": "A1", "step": "two"}, {"title": "A2"}],
      "notes": [{"lane": "quotes", "text": "q\nq"}, {"lane": "backstage", "text": "b"}]},
    {"name": "s", "view": "steps", "steps": ["s1", "s2"],
      "touchpoints": [{"title": "S1", "step": 1}, {"title": "S2", "step": 2}]},
    {"name": "z", "touchpoints": [{"title": "Z"}]}]}]}"#;

fn key(result: Result<impl std::fmt::Debug, Refusal>) -> String {
    result.expect_err("refused").0.key.into_owned()
}

fn rich() -> World {
    let more = format!(
        r#""marks": {{"hue": "mint", "tags": ["x"], "links": [{{"url": "https://a.example"}}],
          "evidence": "anecdote", "stands_out": true}},
        "pictures": [{{"name": "p", "width": 3, "height": 2, "bytes": "{PNG}"}}]"#
    );
    World::of(&format!(
        r#"{{"title": "x", "owners": [{{"name": "Ann"}}], "personas": [{{"name": "P"}}],
        "channels": [{{"kind": "other", "name": "Fax"}}, {{"kind": "web"}}],
        "journeys": [{{"name": "j", "stages": [{{"name": "a",
          "touchpoints": [{{"title": "t", "description": "d", "icon": "phone", "owner": "Ann",
            "channels": ["Fax", "web"], "moment_of_truth": true, "span": 2, "locked": true,
            "emotion": {{"P": -1.5}}, "sub_journey": "j", "remarks": [{{"text": "r"}}], {more}}}],
          "notes": [{{"lane": "quotes", "tone": "gain", "text": "n", "icon": "x", "span": 3,
            "sub_journey": "j", {more}}}]}}]}}]}}"#
    ))
}

#[test]
fn a_card_comes_along_with_all_it_has() {
    let from = rich();
    let clip = from.copy(&["t", "n"]);
    let read: Clip = serde_json::from_str(&serde_json::to_string(&clip).unwrap()).unwrap();
    assert_eq!((read.len(), read.text()), (2, "t\nn".to_owned()));
    // In another document, who and what it does not know is added, what it knows is found.
    let mut to = World::of(
        r#"{"title": "y", "owners": [{"name": "Bob"}, {"name": " ann "}],
        "channels": [{"kind": "web"}], "journeys": [{"name": "k", "stages": [{"name": "b"}]}]}"#,
    );
    to.paste(&read, 0, LaneKind::Touchpoints).unwrap();
    let (mut was, is) = (from.outline(), to.outline());
    let card = &mut was.journeys[0].stages[0].touchpoints[0];
    (card.locked, card.sub_journey) = (false, None);
    card.remarks.clear();
    card.owner = Some("ann".to_owned());
    was.journeys[0].stages[0].notes[0].sub_journey = None;
    let (was, is) = (&was.journeys[0].stages[0], &is.journeys[0].stages[0]);
    assert_eq!(is.touchpoints, was.touchpoints);
    assert_eq!(is.notes, was.notes);
    assert_eq!(
        (to.model.owners.len(), to.model.personas.len(), to.model.channels.len()),
        (2, 1, 2)
    );
    // Once more: nobody is added twice.
    to.paste(&read, 0, LaneKind::Touchpoints).unwrap();
    assert_eq!(
        (to.model.owners.len(), to.model.personas.len(), to.model.channels.len()),
        (2, 1, 2)
    );
    assert_eq!(to.model.touchpoints.len(), 2);
}

#[test]
fn in_its_own_document_a_copy_keeps_its_links_and_its_people() {
    let mut world = rich();
    let clip = world.copy(&["t", "n"]);
    let owner = *world.model.owners.keys().next().unwrap();
    let named = Owner::named(owner, "Anna".to_owned());
    world.run(&Command::PutOwner { owner: named }).unwrap();
    world.paste(&clip, 0, LaneKind::Quotes).unwrap();
    let journey = world.journey();
    let copies: Vec<_> = world.model.touchpoints.values().collect();
    assert_eq!(copies.len(), 2);
    assert!(copies.iter().all(|t| t.owner == Some(owner) && t.sub_journey == Some(journey)));
    assert_eq!(world.model.owners.len(), 1);
    // The touchpoint does not fit among quotes and finds its own lane; the note stays a quote.
    let expected = ["1 touchpoints t", "1 touchpoints t", "1 quotes n", "1 quotes n"];
    assert_eq!(world.map(), expected);
}

#[test]
fn cards_keep_their_places_among_each_other() {
    let start = World::of(PLAIN);
    let was = start.map();
    let cases: [(&[&str], usize, LaneKind, &[&str]); 8] = [
        (&["A1", "A2"], 3, LaneKind::Touchpoints, &["3 touchpoints A1", "3 touchpoints A2"]),
        // Two columns further on; the gap between them stays.
        (&["A1", "S2"], 0, LaneKind::Touchpoints, &["1 touchpoints A1", "2 touchpoints S2"]),
        (&["S2", "Z"], 2, LaneKind::Touchpoints, &["2 touchpoints S2", "3 touchpoints Z"]),
        (
            &["A1", "q\nq", "b"],
            3,
            LaneKind::Touchpoints,
            &["3 touchpoints A1", "3 quotes q\nq", "3 backstage b"],
        ),
        // In another kind of lane the rest goes on below it, and stacks up at the bottom.
        (&["q\nq", "b"], 3, LaneKind::Pains, &["3 pains q\nq", "3 quotes b"]),
        (&["q\nq", "b"], 3, LaneKind::Backstage, &["3 backstage q\nq", "3 backstage b"]),
        (&["b"], 3, LaneKind::Emotion, &["3 backstage b"]),
        (&["A2"], 3, LaneKind::Backstage, &["3 touchpoints A2"]),
    ];
    for (cards, column, lane, expected) in cases {
        let mut world = World::of(PLAIN);
        let clip = world.copy(cards);
        assert_eq!(world.paste(&clip, column, lane), Ok(()), "{cards:?}");
        let mut added = world.map();
        for line in &was {
            added.remove(added.iter().position(|other| other == line).unwrap());
        }
        assert_eq!(added, expected, "{cards:?} at {column}");
    }
}

#[test]
fn arrows_between_copied_cards_come_along() {
    let mut world = World::of(PLAIN);
    let (a, s, q) = (world.card("A1"), world.card("S1"), world.card("q\nq"));
    for (from, to) in [(a, s), (s, q), (q, a)] {
        let (id, label) = (ArrowId::fresh(), "why".to_owned());
        world.run(&Command::AddArrow { id, from, to, kind: ArrowKind::Branch, label }).unwrap();
    }
    // Of the three only the one between the two cards that are copied.
    let clip = world.copy(&["q\nq", "A1"]);
    world.paste(&clip, 3, LaneKind::Touchpoints).unwrap();
    let new = world.model.arrows.values().next_back().unwrap();
    assert_eq!(world.model.arrows.len(), 4);
    assert_eq!((new.kind, new.label.as_str()), (ArrowKind::Branch, "why"));
    let z = world.model.stages_of(world.journey())[2].id;
    let (CardRef::Note(note), CardRef::Card(card)) = (new.from, new.to) else { panic!("{new:?}") };
    assert_eq!(world.model.notes[&note].spot, Spot::Stage(z));
    assert_eq!(world.model.placements[&card].spot, Spot::Stage(z));
}

#[test]
fn a_plain_note_takes_the_tone_of_its_lane() {
    let mut world = World::of(PLAIN);
    let clip = world.copy(&["b"]);
    world.paste(&clip, 0, LaneKind::Pains).unwrap();
    world.paste(&clip, 0, LaneKind::Backstage).unwrap();
    let tones = world.model.notes.values().filter(|n| n.text == "b").map(|n| n.tone);
    assert_eq!(tones.collect::<Vec<_>>(), [Tone::Neutral, Tone::Pain, Tone::Neutral]);
}

#[test]
fn a_paste_that_does_not_fit_is_refused() {
    let mut world = World::of(PLAIN);
    let (one, wide) = (world.copy(&["b"]), world.copy(&["A1", "Z"]));
    let refused = world.paste(&wide, 1, LaneKind::Touchpoints).unwrap_err().0;
    assert_eq!(refused.key, "document-paste-too-wide");
    assert_eq!(refused.args, [("columns".into(), Arg::Int(4)), ("left".into(), Arg::Int(3))]);
    assert_eq!(key(world.paste(&Clip::default(), 0, LaneKind::Quotes)), "document-paste-nothing");
    let (journey, lane) = (world.journey(), world.lane(LaneKind::Quotes));
    let nowhere = [(Spot::Stage(StageId::fresh()), lane), (world.column(0), LaneId::fresh())];
    for (column, lane) in nowhere {
        let refused = one.paste(&world.model, journey, column, lane);
        assert_eq!(key(refused), "document-other-journey");
    }
    let stage = world.model.stages_of(journey)[0].id;
    let what = crate::document::command::Lockable::Stage(stage);
    world.run(&Command::Lock { what, locked: true }).unwrap();
    assert_eq!(key(world.paste(&one, 0, LaneKind::Quotes)), "document-locked");
    let mut cards_only = World::of(
        r#"{"title": "x", "journeys": [{"name": "j", "lanes": [{"kind": "touchpoints"}],
        "stages": [{"name": "a"}]}]}"#,
    );
    assert_eq!(key(cards_only.paste(&one, 0, LaneKind::Touchpoints)), "document-paste-no-lane");
    assert_eq!(
        Clip::of(&world.model, &[CardRef::Note(NoteId::fresh())], &|_| None),
        Clip::default()
    );
}

#[test]
fn other_programs_get_lines_and_tabs() {
    let world = World::of(PLAIN);
    let cases: [(&[&str], &str); 4] = [
        (&["q\nq"], "q q"),
        (&["b", "A2", "q\nq", "A1"], "A1\nA2\nq q\nb"),
        (&["A1", "A2", "S1", "b"], "A1\tS1\nA2\t\nb\t"),
        (&["A1", "Z"], "A1\t\t\tZ"),
    ];
    for (cards, text) in cases {
        assert_eq!(world.copy(cards).text(), text, "{cards:?}");
    }
}

#[test]
fn text_becomes_a_table() {
    let cases: &[(&str, &[&[&str]])] = &[
        ("", &[]),
        (" \n\t\n\r\n", &[]),
        ("one", &[&["one"]]),
        ("a\tb\nc\td\n", &[&["a", "b"], &["c", "d"]]),
        ("a\r\nb\rc", &[&["a"], &["b"], &["c"]]),
        ("\u{feff}a\t\t\n\n\tb", &[&["a"], &["", "b"]]),
        ("\"two\nlines\"\tx", &[&["two\nlines", "x"]]),
        ("\"two\r\nlines\"", &[&["two\nlines"]]),
        ("\"with \"\"marks\"\"\"\tx", &[&["with \"marks\"", "x"]]),
        ("\"a\tb\"\tc", &[&["a\tb", "c"]]),
        ("\"\"\tc", &[&["", "c"]]),
        // What a customer said keeps its marks; a mark that never closes is a mark.
        ("\"so slow\"\n\"so dear\"", &[&["\"so slow\""], &["\"so dear\""]]),
        ("\"Why\" she said\nb", &[&["\"Why\" she said"], &["b"]]),
        ("\"open\nb", &[&["\"open"], &["b"]]),
        ("\"", &[&["\""]]),
        // Lists.
        ("• a\n• b", &[&["a"], &["b"]]),
        ("1. a\n2. b\n10. c", &[&["a"], &["b"], &["c"]]),
        ("1) a\n2.1. b", &[&["a"], &["b"]]),
        ("- a\n– b\n* c\n  • d", &[&["a"], &["b"], &["c"], &["d"]]),
        ("•\ta\n•\tb", &[&["a"], &["b"]]),
        ("• a\n\t• b\n•", &[&["a"], &["", "b"]]),
        // No lists: one row is none of it, or there is no blank.
        ("- a\nb", &[&["- a"], &["b"]]),
        ("-5\n-6", &[&["-5"], &["-6"]]),
        ("1.5\n2.5", &[&["1.5"], &["2.5"]]),
        ("-\n-", &[&["-"], &["-"]]),
        ("-\tx\ty\n-\tz\tq", &[&["-", "x", "y"], &["-", "z", "q"]]),
        ("2026. was", &[&["2026. was"]]),
        // Other scripts.
        ("مرحبا\tשלום\n👩‍👩‍👧\t漢字", &[&["مرحبا", "שלום"], &["👩‍👩‍👧", "漢字"]]),
        ("\u{200f}אבג", &[&["\u{200f}אבג"]]),
        ("a\u{b}b", &[&["a\nb"]]),
    ];
    for (text, expected) in cases {
        assert_eq!(table_of(text), *expected, "{text:?}");
    }
}

fn pasted(text: &str, column: usize, lane: LaneKind) -> Result<World, Refusal> {
    let mut world = World::of(PLAIN);
    let (column, lane) = (world.column(column), world.lane(lane));
    let table = table_of(text);
    let command = paste_table(&world.model, world.journey(), column, lane, &table)?;
    world.run(&command)?;
    Ok(world)
}

#[test]
fn a_table_becomes_cards_notes_or_steps() {
    let world = pasted("x\ty\n\tz", 2, LaneKind::Touchpoints).unwrap();
    let map = world.map();
    for line in ["2 touchpoints x", "3 touchpoints y", "3 touchpoints z"] {
        assert!(map.iter().any(|other| other == line), "{line} in {map:?}");
    }
    let world = pasted("x\ny", 0, LaneKind::Pains).unwrap();
    let notes: Vec<_> = world.outline().journeys[0].stages[0].notes.clone();
    let pains = notes.iter().filter(|n| n.tone == Tone::Pain).map(|n| n.text.as_str());
    assert_eq!(pains.collect::<Vec<_>>(), ["x", "y"]);
    let world = pasted("1. x\ty\n2. z", 1, LaneKind::Steps).unwrap();
    let stages = world.outline().journeys[0].stages.clone();
    assert_eq!(stages[1].steps, ["s1", "s2", "x", "z"]);
    assert_eq!(stages[2].steps, ["y"]);
}

#[test]
fn a_table_that_does_not_fit_is_refused() {
    let long = "x".repeat(LONGEST_TEXT + 1);
    let cases = [
        (String::new(), 0, LaneKind::Quotes, "paste-nothing"),
        ("a\tb\tc\td\te".to_owned(), 0, LaneKind::Quotes, "paste-too-wide"),
        ("a\tb".to_owned(), 3, LaneKind::Touchpoints, "paste-too-wide"),
        ("a\tb".to_owned(), 3, LaneKind::Steps, "paste-too-wide"),
        ("a".to_owned(), 0, LaneKind::Emotion, "paste-lane"),
        (format!("a\nb\t{long}"), 0, LaneKind::Quotes, "paste-cell-too-long"),
        ("a\n".repeat(2_001), 0, LaneKind::Quotes, "too-many"),
        ("a\n".repeat(2_001), 0, LaneKind::Steps, "too-many"),
    ];
    for (text, column, lane, expected) in cases {
        let refused = pasted(&text, column, lane).err().map(|refusal| refusal.0).unwrap();
        assert_eq!(refused.key, format!("document-{expected}"));
        let named = |name: &str| refused.args.iter().find(|a| a.0 == name).map(|a| a.1.clone());
        if expected == "paste-cell-too-long" {
            assert_eq!((named("row"), named("column")), (Some(Arg::Int(2)), Some(Arg::Int(2))));
        }
        if expected == "too-many" {
            assert_eq!(named("count"), Some(Arg::Int(2_001)));
        }
    }
    assert!(pasted(&"a\n".repeat(2_000), 0, LaneKind::Quotes).is_ok());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_cell_with_something_in_it_becomes_one_card(
        text in "([a-z1•\\-*.\" ]|\t|\r?\n|\"\"|\\PC){0,60}",
        lane in prop_oneof![Just(LaneKind::Touchpoints), Just(LaneKind::Quotes), Just(LaneKind::Steps)],
    ) {
        let table = table_of(&text);
        let mut cells: Vec<&str> = table.iter().flatten().map(|c| c.trim()).collect();
        cells.retain(|cell| !cell.is_empty());
        cells.sort_unstable();
        let count = |m: &Model| m.touchpoints.len() + m.notes.len() + m.steps.len();
        match pasted(&text, 0, lane) {
            Err(refusal) => {
                let known = ["document-paste-nothing", "document-paste-too-wide"];
                prop_assert!(known.contains(&refusal.0.key.as_ref()), "{refusal:?}");
                prop_assert_eq!(refusal.0.key == "document-paste-nothing", cells.is_empty());
            }
            Ok(world) => {
                let m = &world.model;
                let before = World::of(PLAIN).model;
                prop_assert_eq!(count(m), count(&before) + cells.len());
                let mut all: Vec<&str> = match lane {
                    LaneKind::Touchpoints => m.touchpoints.values().map(|t| t.title.as_str()).collect(),
                    LaneKind::Quotes => m.notes.values().map(|n| n.text.as_str()).collect(),
                    _ => m.steps.values().map(|s| s.name.as_str()).collect(),
                };
                all.sort_unstable();
                for cell in cells {
                    let place = all.iter().position(|text| *text == cell);
                    prop_assert!(place.is_some(), "{cell:?}");
                    all.remove(place.unwrap());
                }
            }
        }
    }

    #[test]
    fn no_text_is_lost_but_tabs_line_ends_and_marks_of_lists(text in "\\PC{0,80}") {
        let kept: String = table_of(&text).concat().concat();
        let solid = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(solid(&kept), solid(&text));
    }
}
