//! What respondents wrote: lists under every filter, orders, searches that find exactly what is there,
//! and what is kept when a touchpoint goes.

use klantreis::document::verbatims::{comments_of, comments_of_stage};
use klantreis::document::{
    Command, CommentIndex, CommentQuery, CommentSort, Document, Finder, ImportOptions, Reader,
    ScoreBand, sample,
};
use klantreis::jobs::Reporter;
use klantreis::model::folding::folded;
use klantreis::model::*;
use klantreis::scores::{Filter, Period};
use proptest::prelude::*;
use tempfile::TempDir;

/// Words of which texts are made, so that many of them share parts.
const WORDS: [&str; 12] = [
    "Gewacht",
    "wachten",
    "wacht",
    "wachttijd",
    "reünie",
    "prijs",
    "één",
    "lang",
    "kosten",
    "verzendkosten",
    "monteur",
    "😀",
];

struct Desk {
    _folder: TempDir,
    document: Document,
    journey: JourneyId,
}

impl Desk {
    /// A map with “Bill” (owned by Ann, by phone only) and “Shop”, and so many responses.
    fn new(rows: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("a.klantreis"), "Words").unwrap();
        let run = |document: &mut Document, command: Command| {
            document.run(&command).unwrap();
        };
        let phone = Channel { id: ChannelId::fresh(), kind: ChannelKind::Phone, name: None };
        let (ann, team) = (OwnerId::fresh(), TeamId::fresh());
        let team_of = Team { id: team, name: "Bills".to_owned(), department: String::new() };
        run(&mut document, Command::PutTeam { team: team_of });
        let owner = Owner {
            id: ann,
            name: "Ann".to_owned(),
            role: String::new(),
            email: String::new(),
            team: Some(team),
            hue: None,
        };
        run(&mut document, Command::PutOwner { owner });
        run(&mut document, Command::PutChannel { channel: phone.clone() });
        let journey = super::desk::draw(&mut document, "Customer", &[("Bill", 4), ("Shop", 2)]);
        let bill = document.model().touchpoint_named("Bill").unwrap().id;
        run(&mut document, Command::SetChannels { touchpoint: bill, channels: vec![phone.id] });
        run(&mut document, Command::GiveTo { touchpoints: vec![bill], owner: Some(ann) });
        let profile = r#"{"survey": {"name": "Autumn", "wave": "Q3"}, "columns": [
            {"column": "id", "role": "response_id"},
            {"column": "day", "role": "date", "format": "%Y-%m-%d"},
            {"column": "where", "role": "touchpoint"},
            {"column": "by", "role": "channel"},
            {"column": "region", "role": "segment"},
            {"column": "nps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"},
            {"column": "said", "role": "comment"}], "unmatched": "bucket"}"#;
        let file = folder.path().join("autumn.csv");
        std::fs::write(&file, format!("id,day,where,by,region,nps,said\n{rows}")).unwrap();
        let profile = sample::profile(profile).unwrap();
        let options = ImportOptions::default();
        document.import(&file, &profile, &options, &Reporter::silent()).unwrap();
        Self { _folder: folder, document, journey }
    }

    fn small() -> Self {
        Self::new(
            "1,2026-09-01,Bill,phone,North,2,Te lang gewacht\n\
             2,2026-09-03,Bill,,South,9,Prima nota\n\
             3,2026-09-02,Shop,web,North,10,Vriendelijk geholpen\n\
             4,,Shop,,,6,Zonder dag\n\
             5,2026-09-04,Kiosk,,North,,Geen kaartje\n\
             6,2026-09-05,,web,South,0,Over alles\n",
        )
    }

    fn texts(&self, query: &CommentQuery) -> Vec<String> {
        let query = CommentQuery { limit: 1_000, ..query.clone() };
        let page = self.document.comments(&query).unwrap();
        assert_eq!(page.total, page.comments.len());
        page.comments.into_iter().map(|comment| comment.text).collect()
    }

    fn of(&self, filter: &Filter) -> Vec<String> {
        self.texts(&comments_of(self.document.model(), filter))
    }

    fn touchpoint(&self, title: &str) -> TouchpointId {
        self.document.model().touchpoint_named(title).unwrap().id
    }
}

/// The whole search of a list, step by step, as the window makes it.
fn search(
    reader: &Reader,
    index: &CommentIndex,
    query: &CommentQuery,
    needles: &Needles,
) -> Vec<String> {
    let chosen = reader.choose_comments(index, None, query).unwrap();
    let mut finder = Finder::new(chosen.places, needles.clone());
    let mut seen = Vec::new();
    while !finder.is_done() {
        reader.find_comments(index, &mut finder).unwrap();
        // What was shown stays where it was.
        assert!(finder.hits().starts_with(&seen), "{:?}", finder.hits());
        assert!(finder.found() >= finder.hits().len());
        seen = finder.hits().to_vec();
    }
    let read = reader.comments_at(index, finder.hits()).unwrap();
    read.into_iter().map(|comment| comment.text).collect()
}

#[test]
fn a_list_obeys_every_filter() {
    let desk = Desk::small();
    let model = desk.document.model();
    let open = Filter::default();
    assert_eq!(desk.of(&open).len(), 6);
    let ann = model.owners.values().next().unwrap();
    let phone = model.channels.values().find(|c| c.kind == ChannelKind::Phone).unwrap().id;
    let region = |value: &str| [("region".to_owned(), [value.to_owned()].into())].into();
    let both = ["Prima nota", "Te lang gewacht"];
    let cases: [(Filter, &[&str]); 10] = [
        (Filter { touchpoints: [desk.touchpoint("Bill")].into(), ..open.clone() }, &both),
        (Filter { owners: [ann.id].into(), ..open.clone() }, &both),
        (Filter { teams: [ann.team.unwrap()].into(), ..open.clone() }, &both),
        // The row's channel, else the touchpoint's only one.
        (Filter { channels: [phone].into(), ..open.clone() }, &both),
        (Filter { segments: region("South"), ..open.clone() }, &["Over alles", "Prima nota"]),
        (Filter { segments: region(""), ..open.clone() }, &["Zonder dag"]),
        (Filter { waves: ["Q4".to_owned()].into(), ..open.clone() }, &[]),
        (
            Filter { period: Period { from: Some(20_699), to: None }, ..open.clone() },
            &["Over alles", "Geen kaartje", "Prima nota"],
        ),
        (
            Filter { owners: [ann.id].into(), segments: region("North"), ..open.clone() },
            &["Te lang gewacht"],
        ),
        // On the journey: its touchpoints and the journey as a whole, but no label nobody knows.
        (
            Filter { journey: Some(desk.journey), ..open.clone() },
            &["Over alles", "Prima nota", "Vriendelijk geholpen", "Te lang gewacht", "Zonder dag"],
        ),
    ];
    for (filter, expected) in cases {
        assert_eq!(desk.of(&filter), expected, "{filter:?}");
    }
    let stage = |index: usize| model.stages_of(desk.journey)[index].id;
    assert_eq!(desk.texts(&comments_of_stage(model, &open, stage(4))), both);
    assert!(desk.texts(&comments_of_stage(model, &open, stage(0))).is_empty());
}

#[test]
fn lists_have_five_orders_and_a_band() {
    let desk = Desk::small();
    let sorted = |sort: CommentSort| {
        let query = CommentQuery { metric: Some(Metric::Nps), sort, ..CommentQuery::default() };
        let texts = desk.texts(&query);
        texts.iter().map(|text| text.split(' ').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(
        sorted(CommentSort::Newest),
        ["Over", "Geen", "Prima", "Vriendelijk", "Te", "Zonder"]
    );
    assert_eq!(
        sorted(CommentSort::Oldest),
        ["Te", "Vriendelijk", "Prima", "Geen", "Over", "Zonder"]
    );
    assert_eq!(
        sorted(CommentSort::LowestScore),
        ["Over", "Te", "Zonder", "Prima", "Vriendelijk", "Geen"]
    );
    assert_eq!(
        sorted(CommentSort::HighestScore),
        ["Vriendelijk", "Prima", "Zonder", "Te", "Over", "Geen"]
    );
    let order = vec![desk.touchpoint("Shop"), desk.touchpoint("Bill")];
    let by_touchpoint = sorted(CommentSort::Touchpoints(order));
    assert_eq!(by_touchpoint[..4], ["Vriendelijk", "Zonder", "Prima", "Te"]);
    let band = CommentQuery {
        metric: Some(Metric::Nps),
        band: Some(ScoreBand { from: 0, to: 6 }),
        ..CommentQuery::default()
    };
    assert_eq!(desk.texts(&band), ["Over alles", "Te lang gewacht", "Zonder dag"]);
}

#[test]
fn what_is_about_a_deleted_touchpoint_stays_listed() {
    let mut desk = Desk::small();
    let touchpoint = desk.touchpoint("Bill");
    desk.document.run(&Command::DeleteTouchpoint { touchpoint }).unwrap();
    let all = desk.of(&Filter::default());
    assert_eq!(all.len(), 6);
    let page = desk.document.comments(&CommentQuery { limit: 9, ..CommentQuery::default() });
    let texts = klantreis::text::Texts::new(klantreis::text::Lang::Nl);
    let about = |comment: &klantreis::document::Comment| {
        klantreis::export::comments::about(desk.document.model(), &texts, comment)
    };
    let told: Vec<String> = page.unwrap().comments.iter().map(about).collect();
    let gone = told.iter().filter(|about| *about == "Verwijderd contactmoment").count();
    assert_eq!(gone, 2, "{told:?}");
    assert!(told.contains(&"“Kiosk” (niet op de kaart)".to_owned()), "{told:?}");
    assert!(told.contains(&"Hele klantreis".to_owned()), "{told:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is searched: the list holds what a person would find by reading, newest first, with
    /// or without the index of words.
    #[test]
    fn a_search_finds_what_reading_finds(
        texts in prop::collection::vec(prop::collection::vec(0..WORDS.len(), 1..5), 1..700),
        days in prop::collection::vec(0..28_u32, 700),
        typed in prop::sample::select(vec!["wacht", "REUNIE", "een lang", "kost", "tijd", "😀", "x"]),
        parts in any::<bool>(),
        indexed in any::<bool>(),
    ) {
        let rows: String = texts.iter().zip(&days).enumerate().map(|(n, (words, day))| {
            let words: Vec<&str> = words.iter().map(|w| WORDS[*w]).collect();
            format!("{n},2026-02-{:02},Bill,,,,{} {n}\n", day + 1, words.join(" "))
        }).collect();
        let desk = Desk::new(&rows);
        if indexed {
            let mut indexer = desk.document.indexer().unwrap();
            while !indexer.step(100).unwrap() {}
        }
        let how = if parts { Match::Parts } else { Match::Words };
        let needles = Needles::new(typed, how);
        let reader = desk.document.reader().unwrap();
        let index = reader.comment_index(&Reporter::silent()).unwrap();
        let query = CommentQuery::default();
        let found = search(&reader, &index, &query, &needles);
        let mut expected: Vec<(u32, usize, String)> = Vec::new();
        for (n, (words, day)) in texts.iter().zip(&days).enumerate() {
            let words: Vec<&str> = words.iter().map(|w| WORDS[*w]).collect();
            let text = format!("{} {n}", words.join(" "));
            let plain = folded(&text);
            let holds = |part: &str| match how {
                Match::Parts => plain.contains(part),
                Match::Words => plain.split(' ').any(|word| word.starts_with(part)),
            };
            let wanted = folded(typed);
            // No letters at all are no word, so that nothing is asked for.
            let none = how == Match::Words && !wanted.chars().any(char::is_alphanumeric);
            if none || wanted.split(' ').all(holds) {
                expected.push((*day, n, text));
            }
        }
        expected.sort_by_key(|(day, n, _)| std::cmp::Reverse((*day, *n)));
        let expected: Vec<String> = expected.into_iter().map(|(.., text)| text).collect();
        prop_assert_eq!(found, expected);
    }
}
