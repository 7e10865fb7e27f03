//! The page of an owner, team or department: its figures are those of the map and the command line, and
//! it tells nothing about few employees.

use super::looks::nothing_is_clipped;
use klantreis::analysis::{
    Measure, Overlay, OverlayRequest, Reading, Responsible, ResponsibleKind, Scorecard,
    ScorecardRequest, Sources, lineup,
};
use klantreis::document::{Command, Document, ImportOptions, sample};
use klantreis::export::picture::Paper;
use klantreis::export::scorecard::ScorecardPicture;
use klantreis::jobs::Reporter;
use klantreis::model::{
    Audience, JourneyId, JourneyState, Metric, Model, Owner, OwnerId, PlacementId, Spot,
    TouchpointId,
};
use klantreis::render::color_scale::Palette;
use klantreis::render::scene::{Scene, Shape, Subject};
use klantreis::render::theme::Theme;
use klantreis::scores::{Filter, Period, ScoreTable};
use klantreis::text::{Lang, Texts};
use serde_json::Value;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_journeys").join(name)
}

/// What the command line prints of a sample.
fn printed(sample: &str, arguments: &[&str]) -> Value {
    let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
    command.arg("stats").arg(folder(sample)).args(arguments).args(["--json", "--lang", "en"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

struct Sample {
    document: Document,
    table: ScoreTable,
    journey: JourneyId,
}

impl Sample {
    fn open(name: &str) -> Self {
        let document = Document::open_sample(&folder(name), None, &Reporter::silent()).unwrap();
        let table = document.scores(&Reporter::silent()).unwrap();
        let journey = document.model().journeys_in_order()[0].id;
        Self { document, table, journey }
    }

    fn model(&self) -> &Model {
        self.document.model()
    }

    fn sources(&self) -> Sources<'_> {
        Sources { table: Some(&self.table), stored: None, contacts: &[] }
    }

    fn everyone(&self) -> Vec<Responsible> {
        let kinds = ResponsibleKind::ALL.into_iter();
        kinds.flat_map(|kind| Responsible::all(self.model(), self.journey, kind)).collect()
    }

    fn card(&self, one: &Responsible, metric: Metric, filter: &Filter) -> Scorecard {
        let main = OverlayRequest::new(self.journey, metric);
        let request = ScorecardRequest::new(one.clone(), main);
        Scorecard::of(self.sources(), self.model(), &request, filter).unwrap()
    }
}

fn three(reading: &Reading) -> [Option<f64>; 3] {
    let shown = reading.score().map(|score| *score.shown());
    [shown.map(|s| s.value), shown.map(|s| s.low), shown.map(|s| s.high)]
}

/// On the axis that the command line prints.
fn headline(reading: &Reading) -> [Option<f64>; 3] {
    let found = reading.score().map(|score| *score.headline());
    [found.map(|s| s.value), found.map(|s| s.low), found.map(|s| s.high)]
}

fn of_row(row: &Value) -> [Option<f64>; 3] {
    ["value", "low", "high"].map(|key| row[key].as_f64())
}

#[test]
fn its_figures_are_those_of_the_map_and_the_command_line() {
    let sample = Sample::open("energie");
    let model = sample.model();
    let mut compared = 0;
    for one in sample.everyone() {
        let card = sample.card(&one, Metric::Ces, &Filter::default());
        assert!(!card.touchpoints.is_empty());
        for part in &card.parts {
            let metric = part.own.metric();
            let request = OverlayRequest::new(sample.journey, metric);
            let map = Overlay::of(sample.sources(), model, &request, &Filter::default()).unwrap();
            for held in &card.touchpoints {
                let own = part.own.touchpoint(held.touchpoint);
                assert_eq!(own, map.touchpoint(held.touchpoint), "{metric:?}");
            }
            assert_eq!(part.journey, map.whole);
            let (by, name) = match one.kind() {
                ResponsibleKind::Owner => ("owner", one.name(model).unwrap()),
                ResponsibleKind::Team => ("team", one.name(model).unwrap()),
                ResponsibleKind::Department => ("department", one.name(model).unwrap()),
            };
            let table = printed("energie", &["--metric", metric.key(), "--by", by, "--pool"]);
            let rows = table["rows"].as_array().unwrap();
            let row = rows.iter().find(|row| row["name"] == name).unwrap();
            assert_eq!(headline(&part.own.whole), of_row(row), "{name} {metric:?}");
            assert_eq!(part.own.whole.n(), row["n"].as_u64(), "{name} {metric:?}");
            compared += 1;
        }
    }
    assert!(compared > 30, "{compared}");
}

#[test]
fn the_list_says_what_each_page_says_under_any_filter() {
    let sample = Sample::open("energie");
    let month = Period { from: Some(20_636), to: Some(20_666) };
    let filters = [Filter::default(), Filter { period: month, ..Filter::default() }];
    for filter in &filters {
        let request = OverlayRequest::new(sample.journey, Metric::Nps);
        let all = Overlay::of(sample.sources(), sample.model(), &request, filter).unwrap();
        for kind in ResponsibleKind::ALL {
            let list = lineup(&sample.table, sample.model(), kind, &all, filter);
            assert!(list.len() > 3, "{kind:?}");
            for (one, reading) in list {
                let card = sample.card(&one, Metric::Nps, filter);
                assert_eq!(three(&card.parts[0].own.whole), three(&reading), "{one:?}");
            }
        }
    }
}

#[test]
fn the_touchpoint_to_look_at_first_is_bad_beyond_doubt() {
    let sample = Sample::open("energie");
    let of = |name: &str| {
        let found = sample.everyone().into_iter().find(|o| o.name(sample.model()) == Some(name));
        sample.card(&found.unwrap(), Metric::Ces, &Filter::default())
    };
    let noor = of("Noor van Dalen").first.unwrap();
    let title = &sample.model().touchpoints[&noor.touchpoint].title;
    assert_eq!(title, "Eerste factuur");
    assert!(noor.by < noor.score.midpoint.value);
    assert!(noor.by > noor.score.shown().value, "the better end");
    // Imran's worst is wholly above the middle only if nothing of his is below.
    for one in sample.everyone() {
        let card = sample.card(&one, Metric::Ces, &Filter::default());
        let main = &card.parts[0].own;
        let bad = card.touchpoints.iter().any(|held| {
            let score = main.touchpoint(held.touchpoint).score();
            score.is_some_and(|s| s.shown().high < s.midpoint.value)
        });
        assert_eq!(card.first.is_some(), bad, "{one:?}");
    }
}

fn drawn(sample: &Sample, one: &Responsible, theme: Theme, lang: Lang) -> Scene {
    let picture = ScorecardPicture {
        responsible: one.clone(),
        main: OverlayRequest::new(sample.journey, Metric::Ces),
        filter: Filter::default(),
        compared: None,
        paper: Paper { theme, page: None },
        palette: Palette::default(),
        date: "12 Nov 2026".into(),
        today: None,
    };
    let card = picture.figures(sample.model(), sample.sources()).unwrap();
    let comments = sample.document.comments(&picture.comments(sample.model()).unwrap()).unwrap();
    let texts = Texts::new(lang);
    picture.scene(sample.model(), sample.sources(), &texts, &card, Some(&comments)).unwrap()
}

#[test]
fn a_page_holds_all_of_it_and_nothing_is_clipped() {
    for name in ["energie", "airport"] {
        let sample = Sample::open(name);
        for one in sample.everyone() {
            for (theme, lang) in [(Theme::Light, Lang::Nl), (Theme::Dark, Lang::En)] {
                let scene = drawn(&sample, &one, theme, lang);
                nothing_is_clipped(one.name(sample.model()).unwrap(), &scene);
                let held = one.touchpoints(sample.model(), sample.journey);
                let rows: Vec<Subject> = scene.regions.iter().map(|r| r.subject).collect();
                let cards: Vec<Subject> = held.iter().map(|h| Subject::Card(h.card)).collect();
                assert_eq!(rows, cards, "each touchpoint once, in the order of the map");
            }
        }
    }
}

fn words(scene: &Scene) -> String {
    let runs = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(run) => Some(run.text.as_str()),
        _ => None,
    });
    runs.collect::<Vec<_>>().join(" ")
}

#[test]
fn what_customers_wrote_is_about_their_touchpoints_only() {
    let sample = Sample::open("energie");
    let everyone = sample.everyone();
    let noor = everyone.iter().find(|o| o.name(sample.model()) == Some("Noor van Dalen")).unwrap();
    let said = words(&drawn(&sample, noor, Theme::Light, Lang::En));
    assert!(said.contains("What customers wrote: the newest 4 of 1,319"), "{said}");
    assert!(said.contains("Higher") || said.contains("higher is easier"), "{said}");
    assert!(!said.contains("Storing melden"), "a touchpoint of somebody else");
}

#[test]
fn the_command_line_draws_a_page_and_names_whom_it_knows() {
    let out = tempfile::tempdir().unwrap();
    let run = |who: &str, file: &str, more: &[&str]| {
        let mut command = assert_cmd::Command::cargo_bin("klantreis").unwrap();
        command.arg("render").arg(folder("energie")).arg(out.path().join(file));
        command.args(["--scorecard", who, "--lang", "en"]).args(more).output().unwrap()
    };
    let made = run("owner=noor van dalen", "noor.svg", &[]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let svg = std::fs::read_to_string(out.path().join("noor.svg")).unwrap();
    for wanted in ["Noor van Dalen", "Eerste factuur", "Whole journey: 4.8", "higher is easier"] {
        assert!(svg.contains(wanted), "{wanted}");
    }
    assert!(run("department=Facturatie", "f.png", &["--page", "A4"]).status.success());
    let size = image_size(&out.path().join("f.png"));
    assert!(size.1 > size.0, "upright paper: {size:?}");
    for (who, told) in [
        ("owner=Nobody", "Known are: Fleur Postma"),
        ("Noor", "Write --scorecard owner=NAME"),
        ("boss=Noor", "Write --scorecard owner=NAME"),
    ] {
        let refused = run(who, "no.svg", &[]);
        let said = String::from_utf8_lossy(&refused.stderr).into_owned();
        assert!(!refused.status.success() && said.contains(told), "{who}: {said}");
        assert!(!out.path().join("no.svg").exists());
    }
}

fn image_size(path: &Path) -> (u32, u32) {
    let bytes = std::fs::read(path).unwrap();
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// A document of employees: touchpoints with so many answers, each with its owner.
fn staff(sizes: &[(&str, usize, &str)]) -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("staff.klantreis");
    let mut document = Document::create(&path, "Staff").unwrap();
    let journey = JourneyId::fresh();
    let (standard, state) = (true, JourneyState::Current);
    let add = Command::AddJourney { id: journey, name: "Staff".into(), state, standard };
    document.run(&add).unwrap();
    let spot = Spot::Stage(document.model().stages_of(journey)[0].id);
    let mut csv = "place,enps\n".to_owned();
    for (title, count, owner) in sizes {
        let known = document.model().owners.values().find(|o| o.name == *owner).map(|o| o.id);
        let owner = known.unwrap_or_else(|| {
            let owner = Owner::named(OwnerId::fresh(), (*owner).into());
            let id = owner.id;
            document.run(&Command::PutOwner { owner }).unwrap();
            id
        });
        let (id, placement) = (TouchpointId::fresh(), PlacementId::fresh());
        let (title, lane, index) = ((*title).to_owned(), None, None);
        (0..*count).for_each(|person| csv.push_str(&format!("{title},{}\n", person % 11)));
        let add = Command::AddTouchpoint { id, placement, journey, spot, lane, title, index };
        document.run(&add).unwrap();
        document.run(&Command::GiveTo { touchpoints: vec![id], owner: Some(owner) }).unwrap();
    }
    let profile = serde_json::json!({
        "survey": {"name": "Staff", "audience": "employee"},
        "columns": [
            {"column": "place", "role": "touchpoint"},
            {"column": "enps", "role": "answer", "metric": "nps", "min": 0, "max": 10,
             "better": "high"}
        ]
    });
    let file = folder.path().join("staff.csv");
    std::fs::write(&file, csv).unwrap();
    let profile = sample::profile(&profile.to_string()).unwrap();
    let options = ImportOptions::default();
    document.import(&file, &profile, &options, &Reporter::silent()).unwrap();
    let table = document.scores(&Reporter::silent()).unwrap();
    Sample { document, table, journey }
}

#[test]
fn a_total_never_tells_what_few_employees_said() {
    // The map hides Desk, for they are three, and Door with it. Ada's total minus the nine of Chat would
    // tell Desk and Door apart from each other's owners.
    let sample =
        staff(&[("Desk", 3, "Ada"), ("Chat", 9, "Ada"), ("Door", 6, "Bob"), ("Phone", 20, "Cleo")]);
    let measure = Measure { audience: Audience::Employee, ..Measure::of(Metric::Nps) };
    let request = OverlayRequest::of(sample.journey, measure);
    let (sources, model) = (sample.sources(), sample.model());
    let map = Overlay::of(sources, model, &request, &Filter::default()).unwrap();
    let closed = map.touchpoints.values().filter(|r| **r == Reading::Hidden).count();
    assert_eq!(closed, 2);
    let by_name = |name: &str| model.owners.values().find(|o| o.name == name).unwrap().id;
    for (name, hidden) in [("Ada", true), ("Bob", true), ("Cleo", false)] {
        let one = Responsible::Owner(by_name(name));
        let asked = ScorecardRequest::new(one.clone(), request.clone());
        let card = Scorecard::of(sources, model, &asked, &Filter::default()).unwrap();
        assert_eq!(card.parts[0].own.whole == Reading::Hidden, hidden, "{name}");
        // Under the same filter the map says as little.
        let filter = one.narrow(model, &Filter::default()).unwrap();
        let narrowed = Overlay::of(sources, model, &request, &filter).unwrap();
        assert_eq!(narrowed.whole == Reading::Hidden, hidden, "{name}");
        for held in &card.touchpoints {
            if *map.touchpoint(held.touchpoint) == Reading::Hidden {
                assert_eq!(*narrowed.touchpoint(held.touchpoint), Reading::Hidden, "{name}");
            }
        }
        let all = &map;
        let list = lineup(&sample.table, model, ResponsibleKind::Owner, all, &Filter::default());
        let (_, reading) = list.iter().find(|(other, _)| *other == one).unwrap();
        assert_eq!(*reading == Reading::Hidden, hidden, "{name}");
    }
}
