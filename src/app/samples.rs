//! The sample journeys, which are part of the program, so that they are there wherever it runs.
//!
//! A sample is unpacked into a temporary folder and opened as a fresh document.

use super::theme::color32;
use crate::analysis::{Overlay, OverlayRequest};
use crate::document::{Document, DocumentError};
use crate::jobs::Reporter;
use crate::model::{JourneyId, Message, Metric, Model, Placement};
use crate::render::color_scale::Palette;
use crate::scores::{Filter, ScoreTable};
use std::fs;

/// The journeys that come with the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sample {
    /// An invented Dutch energy supplier.
    Energie,
    /// An invented airport.
    Airport,
}

/// What the start screen says about a sample.
#[derive(Clone, PartialEq, Debug)]
pub struct Preview {
    /// Which.
    pub sample: Sample,
    /// The score of each touchpoint from left to right, as a colour where there is one.
    pub colors: Vec<Option<egui::Color32>>,
    /// Number of responses.
    pub responses: usize,
}

macro_rules! files {
    ($folder:literal) => {
        [
            (
                "journey.json",
                include_bytes!(concat!("../../sample_journeys/", $folder, "/journey.json")),
            ),
            (
                "mapping.json",
                include_bytes!(concat!("../../sample_journeys/", $folder, "/mapping.json")),
            ),
            (
                "feedback.csv",
                include_bytes!(concat!("../../sample_journeys/", $folder, "/feedback.csv")),
            ),
        ]
    };
}

impl Sample {
    /// Every sample, in the order of the start screen.
    pub const ALL: [Self; 2] = [Self::Energie, Self::Airport];

    fn files(self) -> [(&'static str, &'static [u8]); 3] {
        match self {
            Self::Energie => files!("energie"),
            Self::Airport => files!("airport"),
        }
    }

    /// Opens a copy of the sample in memory.
    ///
    /// # Errors
    /// When the temporary folder cannot be written, or the work was cancelled.
    pub fn open(self, reporter: &Reporter) -> Result<Document, DocumentError> {
        let refused = || DocumentError::from(Message::new("app-sample-not-unpacked"));
        let folder = tempfile::tempdir().map_err(|_| refused())?;
        for (name, bytes) in self.files() {
            fs::write(folder.path().join(name), bytes).map_err(|_| refused())?;
        }
        Document::open_sample(folder.path(), None, reporter)
    }

    /// What the start screen says about it; nothing when it cannot be opened.
    #[must_use]
    pub fn preview(self, reporter: &Reporter) -> Option<Preview> {
        let document = self.open(reporter).ok()?;
        let model = document.model();
        let table = document.scores(reporter).ok()?;
        let journey = model.journeys_in_order().first()?.id;
        let overlay = best_known(&table, model, journey);
        let color = |placement: &Placement| {
            let score = overlay.touchpoint(placement.touchpoint).score()?;
            Some(color32(Palette::default().heat(&score.heat)))
        };
        Some(Preview {
            sample: self,
            colors: model.placements_of(journey).into_iter().map(color).collect(),
            responses: table.responses(),
        })
    }
}

/// The metric that most touchpoints have a score of; ease where several have as many.
fn best_known(table: &ScoreTable, model: &Model, journey: JourneyId) -> Overlay {
    let overlay = |metric| {
        let request = OverlayRequest::new(journey, metric);
        Overlay::from_table(table, model, &request, &Filter::default())
    };
    let known = |o: &Overlay| o.touchpoints.values().filter(|r| r.score().is_some()).count();
    let others = [Metric::Nps, Metric::Csat].map(overlay);
    others.into_iter().fold(overlay(Metric::Ces), |best, other| {
        if known(&other) > known(&best) { other } else { best }
    })
}
