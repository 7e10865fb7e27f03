//! Pictures of the sample, drawn to files for a person to look at; and what every one must hold.

use super::energie::Energie;
use klantreis::export::{png, svg};
use klantreis::model::Metric;
use klantreis::render::legend::{LegendRequest, legend};
use klantreis::render::map::{self, MapRequest, Mode, Purpose};
use klantreis::render::measure;
use klantreis::render::poster::{Figures, PosterRequest, paper, poster};
use klantreis::render::scene::{Anchor, Scene, Shape, Subject};
use klantreis::render::theme::Theme;
use klantreis::text::{Lang, Texts};
use std::path::PathBuf;

/// Keeps a picture beside the build, where a person can look at it.
fn keep(name: &str, scene: &Scene, theme: Theme) {
    let folder = std::env::var("CARGO_TARGET_DIR").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target"),
        PathBuf::from,
    );
    let folder = folder.join("looks");
    std::fs::create_dir_all(&folder).unwrap();
    let bytes = png::write(scene, name, Some(paper(theme)), 1.5).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
}

fn request(sample: &Energie, lang: Lang, mode: Mode, theme: Theme) -> MapRequest {
    MapRequest {
        mode,
        theme,
        purpose: Purpose::Export,
        ..MapRequest::new(sample.journey, lang)
    }
}

/// Every line of text lies inside the picture.
fn nothing_is_clipped(name: &str, scene: &Scene) {
    for shape in &scene.shapes {
        if let Shape::Text(run) = shape {
            let width = measure::width(&run.text, run.size, run.weight);
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
                let scene =
                    map::layout(&request, &sample.model, &texts, Some(overlay), comparison);
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
            let map = MapRequest {
                width: 1280.0,
                ..request(&sample, lang, Mode::Heat, theme)
            };
            let palette = map.palette;
            let page = PosterRequest {
                map,
                title: "Klantreis Noordvolt".into(),
                subtitle: "Hoe makkelijk vinden klanten het?".into(),
                client: "Noordvolt".into(),
                then: Some("1 Apr – 30 Jun 2026".into()),
                date: "14 oktober 2026".into(),
            };
            let figures = Figures {
                overlay: Some(&overlay),
                comparison: Some(&comparison),
                legend: Some(&facts),
            };
            let scene = poster(&page, &sample.model, &texts, figures);
            let name = format!("poster-{}-{}", metric.key(), lang.code());
            nothing_is_clipped(&name, &scene);
            keep(&name, &scene, theme);
            let request = LegendRequest {
                width: 292.0,
                theme,
                palette,
                compared: true,
            };
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
    let scene = map::layout(
        &request,
        &sample.model,
        &texts,
        Some(&overlay),
        Some(&comparison),
    );
    let label = |title: &str| {
        let regions = scene.regions.iter();
        let mut cards = regions.filter(|r| matches!(r.subject, Subject::Card(_)));
        cards
            .find(|r| r.label.starts_with(title))
            .unwrap()
            .label
            .clone()
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
        let (over, change) = (Some(&overlay), Some(&comparison));
        let scene = map::layout(&request, &sample.model, &texts, over, change);
        svg::write(&scene, "Noordvolt", None)
    };
    assert_eq!(draw(), draw());
}
