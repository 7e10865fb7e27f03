//! Pictures of the sample, drawn to files for a person to look at; and what every one must hold.

#![expect(clippy::unwrap_used, reason = "a test says so when its own ground gives way")]

use super::energie::Energie;
use klantreis::export::{png, svg};
use klantreis::metrics::{Estimate, Limits};
use klantreis::model::{Better, Histogram, LaneKind, Metric, Model, Scale};
use klantreis::render::charts::{
    self, AnswersRequest, DistributionRequest, TrendEvent, TrendPoint, TrendRequest, WeeksRequest,
    WhiskerRequest,
};
use klantreis::render::legend::{LegendRequest, legend};
use klantreis::render::map::{self, MapRequest, Mode, Purpose, Scores};
use klantreis::render::measure;
use klantreis::render::poster::{Figures, PosterRequest, paper, poster};
use klantreis::render::scene::{Anchor, Scene, Shape, Subject};
use klantreis::render::theme::Theme;
use klantreis::text::{Lang, Texts};
use std::path::PathBuf;

/// Keeps a picture beside the build, where a person can look at it; as PNG too, which takes a few
/// seconds, when `KLANTREIS_LOOKS` is set.
fn keep(name: &str, scene: &Scene, theme: Theme) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let text = svg::write(scene, name, Some(paper(theme)), &|_| None);
    std::fs::write(folder.join(format!("{name}.svg")), text).unwrap();
    if std::env::var_os("KLANTREIS_LOOKS").is_some() {
        let bytes = png::write(scene, name, Some(paper(theme)), 1.5, &|_| None).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
    }
}

fn request(sample: &Energie, lang: Lang, mode: Mode, theme: Theme) -> MapRequest {
    MapRequest { mode, theme, purpose: Purpose::Export, ..MapRequest::new(sample.journey, lang) }
}

/// Every line of text lies inside the picture.
pub fn nothing_is_clipped(name: &str, scene: &Scene) {
    for shape in &scene.shapes {
        if let Shape::Text(run) = shape {
            let width = measure::width(&run.text, run.size, run.weight);
            if run.turned {
                // Read from bottom to top.
                let inside = run.at.y - width >= 0.0 && run.at.y <= scene.height;
                assert!(inside, "{name}: {run:?}");
                continue;
            }
            let left = match run.anchor {
                Anchor::Start => run.at.x,
                Anchor::Middle => run.at.x - width / 2.0,
                Anchor::End => run.at.x - width,
            };
            let inside = left >= 0.0
                && left + width <= scene.width
                && run.at.y - run.size >= -1.0
                && run.at.y <= scene.height;
            assert!(inside, "{name}: {run:?}");
        }
    }
}

#[test]
fn the_map_in_every_look() {
    for lang in Lang::ALL {
        let sample = Energie::new(lang);
        let texts = Texts::new(lang);
        let (overlay, comparison, _) = sample.figures(Metric::Ces);
        let (nps, nps_change, _) = sample.figures(Metric::Nps);
        for theme in [Theme::Light, Theme::Dark] {
            for (look, mode, overlay, comparison) in [
                ("scores", Mode::ScoresOnly, &overlay, None),
                ("heat", Mode::Heat, &overlay, Some(&comparison)),
                ("nps", Mode::Heat, &nps, Some(&nps_change)),
            ] {
                let request = request(&sample, lang, mode, theme);
                let scores =
                    Scores { overlay: Some(overlay), comparison, further: &[], badge: None };
                let scene = map::layout(&request, &sample.model, &texts, scores);
                let name = format!("map-{look}-{}-{theme:?}", lang.code()).to_lowercase();
                nothing_is_clipped(&name, &scene);
                keep(&name, &scene, theme);
            }
        }
    }
}

#[test]
fn the_poster_and_the_panel() {
    for lang in Lang::ALL {
        let sample = Energie::new(lang);
        let texts = Texts::new(lang);
        for (metric, theme) in [(Metric::Ces, Theme::Light), (Metric::Nps, Theme::Dark)] {
            let (overlay, comparison, facts) = sample.figures(metric);
            let map = MapRequest { width: 1280.0, ..request(&sample, lang, Mode::Heat, theme) };
            let palette = map.palette;
            let page = PosterRequest {
                map,
                title: "Klantreis Noordvolt".into(),
                subtitle: "Hoe makkelijk vinden klanten het?".into(),
                client: "Noordvolt".into(),
                conditions: Vec::new(),
                then: Some("1 Apr – 30 Jun 2026".into()),
                date: "14 oktober 2026".into(),
            };
            let figures = Figures {
                badge: None,
                overlay: Some(&overlay),
                comparison: Some(&comparison),
                further: &[],
                legend: Some(&facts),
            };
            let scene = poster(&page, &sample.model, &texts, figures);
            let name = format!("poster-{}-{}", metric.key(), lang.code());
            nothing_is_clipped(&name, &scene);
            keep(&name, &scene, theme);
            let request = LegendRequest { width: 292.0, theme, palette, compared: true };
            let scene = legend(&request, &facts, &texts);
            let name = format!("legend-{}-{}", metric.key(), lang.code());
            nothing_is_clipped(&name, &scene);
            keep(&name, &scene, theme);
        }
    }
}

#[test]
fn a_card_says_everything_in_words() {
    let sample = Energie::new(Lang::En);
    let texts = Texts::new(Lang::En);
    let (overlay, comparison, _) = sample.figures(Metric::Ces);
    let request = request(&sample, Lang::En, Mode::Heat, Theme::Light);
    let scores = Scores {
        overlay: Some(&overlay),
        comparison: Some(&comparison),
        further: &[],
        badge: None,
    };
    let scene = map::layout(&request, &sample.model, &texts, scores);
    let label = |title: &str| {
        let regions = scene.regions.iter();
        let mut cards = regions.filter(|r| matches!(r.subject, Subject::Card(_)));
        cards.find(|r| r.label.starts_with(title)).unwrap().label.clone()
    };
    assert_eq!(
        label("First bill"),
        "First bill, E-mail, owner Noor van Dalen, moment of truth, ease 3.2, between 3.1 and \
         3.3, 412 answers, 0.5 harder than before"
    );
    assert_eq!(label("Social ad"), "Social ad, Ad, owner Lotte Bos, No data");
    assert!(label("Payment plan").ends_with("Fewer than 5, 3 answers"));
    assert!(label("Home visit").contains("fewer than 30 answers"));
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let sample = Energie::new(Lang::Nl);
    let texts = Texts::new(Lang::Nl);
    let (overlay, comparison, _) = sample.figures(Metric::Ces);
    let request = request(&sample, Lang::Nl, Mode::Heat, Theme::Light);
    let draw = || {
        let (overlay, comparison) = (Some(&overlay), Some(&comparison));
        let scores = Scores { overlay, comparison, further: &[], badge: None };
        let scene = map::layout(&request, &sample.model, &texts, scores);
        svg::write(&scene, "Noordvolt", None, &|_| None)
    };
    assert_eq!(draw(), draw());
}

fn trend_sample() -> TrendRequest {
    let means = [3.9, 3.8, 3.9, 3.7, 3.8, 3.7, 3.8, 3.7, 3.6, 3.3, 3.2, 3.1];
    let months =
        [20362, 20393, 20423, 20454, 20485, 20513, 20544, 20574, 20605, 20635, 20666, 20697];
    let point = |(value, day): (f64, i32)| TrendPoint {
        day,
        estimate: Some(Estimate { value, low: value - 0.25, high: value + 0.25, n: 140 }),
        ..TrendPoint::default()
    };
    TrendRequest {
        width: 292.0,
        height: 92.0,
        points: means.into_iter().zip(months).map(point).collect(),
        events: vec![TrendEvent { day: 20_620, name: "New bill layout".into() }],
        breaks: Vec::new(),
        is_large: false,
        axis: (1.0, 7.0),
        decimals: 1,
    }
}

/// With everything a trend can show: limits that step, a signal, a break, events that stand close, a
/// month to come.
fn large_trend() -> TrendRequest {
    let mut request = trend_sample();
    for (index, point) in request.points.iter_mut().enumerate() {
        let spread = if index % 2 == 0 { 0.4 } else { 0.6 };
        let centre = if index < 6 { 3.85 } else { 3.5 };
        point.limits = Some(Limits::about(centre, spread, (1.0, 7.0)));
        point.starts_anew = index == 0 || index == 6;
        point.signal = (index == 10).then_some(false);
        point.is_future = index == 11;
    }
    let event = |day, name: &str| TrendEvent { day, name: name.into() };
    request.events.push(event(20_631, "Call centre moved to the coast"));
    request.events.push(event(20_360, "Before all"));
    request.breaks = vec![event(20_544, "Wording")];
    TrendRequest { width: 900.0, height: 250.0, is_large: true, ..request }
}

fn answers_sample() -> AnswersRequest {
    let mut counts = Histogram::new(Scale { min: 1, max: 7, better: Better::High });
    for (value, n) in (1..).zip([45, 91, 115, 95, 49, 14, 3]) {
        counts.add(value, n);
    }
    let (middle, palette) = (Some(5.0), Default::default());
    AnswersRequest { width: 292.0, metric: Metric::Ces, counts, middle, palette }
}

#[test]
fn the_charts() {
    let trend = trend_sample();
    let nothing = TrendRequest { points: Vec::new(), ..trend_sample() };
    let answers = answers_sample();
    let large = large_trend();
    let distribution = DistributionRequest {
        answers: answers_sample(),
        height: 160.0,
        intervals: klantreis::metrics::interval::goodman(&[
            45.0, 91.0, 115.0, 95.0, 49.0, 14.0, 3.0,
        ]),
    };
    let whisker = WhiskerRequest {
        width: 150.0,
        estimate: Estimate { value: 3.2, low: 3.1, high: 3.3, n: 412 },
        axis: (1.0, 7.0),
        target: Some(5.0),
        decimals: 1,
        signed: false,
    };
    let weeks = WeeksRequest {
        width: 1016.0,
        weeks: (0..52_u8)
            .map(|i| (20_362 + 7 * i32::from(i), 250 + u64::from(i) * 37 % 60))
            .collect(),
        chosen: Some((37, 49)),
    };
    for (lang, theme) in [(Lang::En, Theme::Light), (Lang::Nl, Theme::Dark)] {
        let texts = Texts::new(lang);
        let mut sheet = Scene { width: 1056.0, height: 20.0, ..Scene::default() };
        for (name, scene) in [
            ("trend", charts::trend(&trend, &texts, theme)),
            ("large trend", charts::trend(&large, &texts, theme)),
            ("distribution", charts::distribution(&distribution, &texts, theme)),
            ("trend without answers", charts::trend(&nothing, &texts, theme)),
            ("answers", charts::answers_bar(&answers, &texts, theme)),
            ("histogram", charts::histogram(&answers, 110.0, &texts, theme)),
            ("whisker", charts::whisker(&whisker, &texts, theme)),
            ("weeks", charts::weeks(&weeks, &texts, theme)),
        ] {
            assert!(!scene.shapes.is_empty(), "{name}");
            nothing_is_clipped(name, &scene);
            sheet.shapes.extend(scene.shapes.into_iter().map(|s| s.moved(20.0, sheet.height)));
            sheet.height += scene.height + 24.0;
        }
        keep(&format!("charts-{}", lang.code()), &sheet, theme);
    }
}

#[test]
fn maps_that_are_empty_say_what_to_do() {
    let texts = Texts::new(Lang::Nl);
    let mut sample = Energie::new(Lang::Nl);
    let request = MapRequest::new(sample.journey, Lang::Nl);
    let blank = map::layout(&request, &Model::default(), &texts, Scores::default());
    keep("map-blank", &blank, Theme::Light);
    let words = |scene: &Scene| -> String {
        let text = |s: &Shape| {
            if let Shape::Text(run) = s { Some(run.text.clone()) } else { None }
        };
        scene.shapes.iter().filter_map(text).collect::<Vec<_>>().join(" ")
    };
    assert!(words(&blank).contains("Teken de eerste fase"));
    sample.model.placements.clear();
    sample.model.notes.clear();
    let bare = map::layout(&request, &sample.model, &texts, Scores::default());
    keep("map-bare", &bare, Theme::Light);
    assert!(words(&bare).contains("Geen contactmomenten"));
    let cells = bare.regions.iter().filter(|r| matches!(r.subject, Subject::Cell(..))).count();
    let lanes = sample.model.lanes.values();
    let holds = |kind: LaneKind| {
        matches!(kind, LaneKind::Steps | LaneKind::Touchpoints) || kind.holds_notes()
    };
    let open = lanes.filter(|l| holds(l.kind)).count();
    assert_eq!(cells, 6 * open);
    let export = MapRequest { purpose: Purpose::Export, ..request };
    let paper = map::layout(&export, &sample.model, &texts, Scores::default());
    assert!(!words(&paper).contains("Geen contactmomenten"), "a hint for editors was exported");
}
