//! A journey as a file: overlay, map, legend and source line composed, then written as SVG or PNG.
//!
//! The window and the command line export by this one road.

use super::{png, svg};
use crate::analysis::{
    Comparison, Legend, Measure, Overlay, OverlayRequest, Rival, Sources, days_of,
};
use crate::model::{JourneyId, MapView, Message, Model, Refusal};
use crate::render::color_scale::Palette;
use crate::render::filter_words::conditions;
use crate::render::map::{MapRequest, Mode, lane_metrics};
use crate::render::poster::{self, Figures, PosterRequest};
use crate::render::scene::Scene;
use crate::render::theme::Theme;
use crate::scores::{Filter, ScoreTable};
use crate::text::Texts;
use std::path::Path;

/// What is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Picture {
    /// The journey.
    pub journey: JourneyId,
    /// What is painted over it; nothing for the map alone.
    pub overlay: Option<OverlayRequest>,
    /// A second measure, as a badge on each card in colour.
    pub badge: Option<OverlayRequest>,
    /// Small badges on white cards in place of whole cards in colour.
    pub scores_only: bool,
    /// Which answers count.
    pub filter: Filter,
    /// What the figures are compared with.
    pub compared: Option<Rival>,
    /// The journey, or how the service works.
    pub view: MapView,
    /// Light or dark, and the paper.
    pub paper: Paper,
    /// Heat colours.
    pub palette: Palette,
    /// Date of making, in words; left out when empty.
    pub date: String,
}

impl Picture {
    /// The map alone, light, in its own size.
    #[must_use]
    pub fn of(journey: JourneyId) -> Self {
        Self {
            journey,
            overlay: None,
            badge: None,
            scores_only: false,
            filter: Filter::default(),
            compared: None,
            view: MapView::default(),
            paper: Paper::default(),
            palette: Palette::default(),
            date: String::new(),
        }
    }

    /// Composes the picture.
    #[must_use]
    pub fn scene(&self, model: &Model, sources: Sources<'_>, texts: &Texts) -> Scene {
        let none = ScoreTable::default();
        let table = sources.table.unwrap_or(&none);
        let of = |request: &OverlayRequest| Overlay::of(sources, model, request, &self.filter);
        let overlay = self.overlay.as_ref().and_then(of);
        let badge = self.badge.as_ref().and_then(of);
        let comparison = overlay.as_ref().zip(self.compared.as_ref()).and_then(|(now, rival)| {
            let own = self.overlay.clone().filter(|own| own.measure.is_score())?;
            Some(Comparison::of(&rival.overlay(table, model, &own, now), now))
        });
        let legend = overlay.as_ref().map(|o| Legend::of(model, o, &self.filter, days_of(table)));
        let request = PosterRequest {
            map: MapRequest {
                view: self.view,
                theme: self.paper.theme,
                palette: self.palette,
                mode: match (overlay.is_some(), self.scores_only) {
                    (false, _) => Mode::Off,
                    (true, true) => Mode::ScoresOnly,
                    (true, false) => Mode::Heat,
                },
                ..MapRequest::new(self.journey, texts.lang())
            },
            title: model.title().to_owned(),
            subtitle: model
                .journeys
                .get(&self.journey)
                .map(|j| j.name.clone())
                .filter(|name| name != model.title())
                .unwrap_or_default(),
            client: model
                .settings
                .get(&crate::model::SettingKey::Client)
                .map(|s| s.value.clone())
                .unwrap_or_default(),
            conditions: conditions(texts, model, &self.filter),
            then: self.compared.as_ref().map(|rival| rival.name.clone()),
            date: self.date.clone(),
        };
        let further = self.further(model, table);
        let figures = Figures {
            overlay: overlay.as_ref(),
            comparison: comparison.as_ref(),
            badge: badge.as_ref(),
            further: &further,
            legend: legend.as_ref(),
        };
        poster::poster(&request, model, texts, figures)
    }

    /// Overlays of the metrics that lanes show and the map itself does not.
    fn further(&self, model: &Model, table: &ScoreTable) -> Vec<Overlay> {
        let own = self.overlay.as_ref().map(|own| own.measure);
        lane_metrics(model, self.journey, self.view)
            .into_iter()
            .filter(|metric| own != Some(Measure::of(*metric)))
            .map(|metric| {
                let request = OverlayRequest::new(self.journey, metric);
                Overlay::from_table(table, model, &request, &self.filter)
            })
            .collect()
    }
}

/// The formats of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// Vector picture.
    Svg,
    /// Pixel picture.
    Png,
}

impl Format {
    /// The format that a file's ending asks for.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn of(path: &Path) -> Result<Self, Refusal> {
        let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            _ => Err(Message::new("export-unknown-format").with("file", path).into()),
        }
    }
}

/// A sheet of paper, lying.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Page {
    /// Width in millimetres.
    pub width_mm: f32,
    /// Height in millimetres.
    pub height_mm: f32,
}

/// What a picture is drawn on.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Paper {
    /// Light or dark.
    pub theme: Theme,
    /// The sheet; the picture's own size when absent.
    pub page: Option<Page>,
}

/// Sheets by name, lying.
const PAGES: [(&str, Page); 5] = [
    ("A4", Page { width_mm: 297.0, height_mm: 210.0 }),
    ("A3", Page { width_mm: 420.0, height_mm: 297.0 }),
    ("A2", Page { width_mm: 594.0, height_mm: 420.0 }),
    ("A1", Page { width_mm: 841.0, height_mm: 594.0 }),
    ("A0", Page { width_mm: 1189.0, height_mm: 841.0 }),
];

/// Pixels a millimetre on paper: 200 dots an inch.
const PAPER_PIXELS: f32 = 200.0 / 25.4;

/// Pixels a point where no paper is asked for.
const SCREEN_PIXELS: f32 = 2.0;

impl Page {
    /// The sheet of that name.
    ///
    /// # Errors
    /// When there is no such sheet.
    pub fn named(name: &str) -> Result<Self, Refusal> {
        let found = PAGES.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name.trim()));
        found.map(|(_, page)| page).ok_or_else(|| {
            let known = PAGES.map(|(name, _)| name).join(", ");
            Message::new("export-unknown-page").with("name", name).with("known", known).into()
        })
    }

    /// The sheet turned as the picture is: upright for what is higher than wide.
    fn turned(self, scene: &Scene) -> Self {
        if scene.height > scene.width {
            return Self { width_mm: self.height_mm, height_mm: self.width_mm };
        }
        self
    }

    /// The picture on this sheet: canvas of the sheet's shape, the picture in its middle.
    fn with(self, mut scene: Scene) -> Scene {
        let shape = self.width_mm / self.height_mm;
        let (width, height) = if scene.width / scene.height > shape {
            (scene.width, scene.width / shape)
        } else {
            (scene.height * shape, scene.height)
        };
        let (x, y) = ((width - scene.width) / 2.0, (height - scene.height) / 2.0);
        scene.shapes = scene.shapes.into_iter().map(|shape| shape.moved(x, y)).collect();
        for region in &mut scene.regions {
            region.rect = region.rect.moved(x, y);
        }
        (scene.width, scene.height) = (width, height);
        scene
    }
}

/// The bytes of a composed picture; `pictures` gives those of the pictures in it.
///
/// # Errors
/// When it is too large to be drawn in pixels.
pub fn write(
    scene: &Scene,
    title: &str,
    on: Paper,
    format: Format,
    pictures: &svg::Pictures<'_>,
) -> Result<Vec<u8>, Refusal> {
    let ground = Some(poster::paper(on.theme));
    let page = on.page.map(|page| page.turned(scene));
    let on_page = page.map(|page| page.with(scene.clone()));
    let scene = on_page.as_ref().unwrap_or(scene);
    match format {
        Format::Svg => Ok(svg::write(scene, title, ground, pictures).into_bytes()),
        Format::Png => {
            let scale =
                page.map_or(SCREEN_PIXELS, |page| page.width_mm * PAPER_PIXELS / scene.width);
            png::write(scene, title, ground, scale, pictures)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_tell_the_format() {
        for (name, format) in
            [("a.svg", Some(Format::Svg)), ("b.PNG", Some(Format::Png)), ("c", None)]
        {
            assert_eq!(Format::of(Path::new(name)).ok(), format, "{name}");
        }
    }

    #[test]
    fn a_picture_keeps_its_size_in_the_middle_of_a_sheet() {
        let scene = Scene { width: 1000.0, height: 500.0, ..Scene::default() };
        let page = Page::named("a3").unwrap();
        let placed = page.with(scene);
        assert!((placed.width / placed.height - 420.0 / 297.0).abs() < 1e-4);
        assert!((placed.width - 1000.0).abs() < 1e-3);
        assert!(Page::named("letter").is_err());
    }
}
