//! The sample journeys, which are part of the program, so that they are there wherever it runs.
//!
//! A sample is unpacked into a temporary folder and opened as a fresh document.

use crate::document::{Document, DocumentError};
use crate::jobs::Reporter;
use crate::model::Message;
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
    /// The ease of each touchpoint from left to right, as a colour where there is a score.
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
}
