//! What a change makes stale, so that the window computes anew only that.

use crate::model::Change;

/// Which derived values are stale.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Touched {
    /// Something that a map shows.
    pub map: bool,
    /// How answers are bound: which stage, journey, owner, team or channel a touchpoint has, and
    /// which journeys a survey is about.
    pub binding: bool,
    /// How answers are read: direction, box, targets, happenings.
    pub reading: bool,
    /// The answers themselves: `Document::scores` must be called again.
    pub answers: bool,
    /// Which themes a text has.
    pub themes: bool,
}

impl Touched {
    /// What a list of changes makes stale.
    #[must_use]
    pub fn by(changes: &[Change]) -> Self {
        changes.iter().fold(Self::default(), |touched, change| touched | Self::by_one(change))
    }

    /// Whether nothing is stale.
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    fn by_one(change: &Change) -> Self {
        let map = Self { map: true, ..Self::default() };
        let bound = Self { binding: true, ..map };
        match change {
            Change::Setting(_)
            | Change::Persona(_)
            | Change::Lane(_)
            | Change::Emotion(_)
            | Change::Note(_)
            | Change::Stakeholder(_)
            | Change::Arrow(_)
            | Change::Remark(_)
            | Change::Attachment(_)
            | Change::Version(_)
            | Change::Ballot(_)
            | Change::Vote(_)
            | Change::Round(_)
            | Change::Guess(_)
            | Change::AgendaItem(_)
            | Change::SavedView(_) => map,
            Change::Theme(_) => Self { themes: true, ..map },
            Change::Team(_)
            | Change::Owner(_)
            | Change::Channel(_)
            | Change::Journey(_)
            | Change::Stage(_)
            | Change::Step(_)
            | Change::Touchpoint(_)
            | Change::Placement(_) => bound,
            Change::Target(_) | Change::Event(_) | Change::Baseline(_) => {
                Self { reading: true, ..map }
            }
            // A survey or question that comes or goes takes its answers along.
            Change::Survey(edit) => {
                let answers = edit.before.is_none() || edit.after.is_none();
                Self { binding: true, answers, ..Self::default() }
            }
            Change::Question(edit) => {
                let answers = edit.before.is_none() || edit.after.is_none();
                Self { reading: true, answers, ..Self::default() }
            }
            Change::Batch(_) | Change::Synonym(_) => Self { answers: true, ..Self::default() },
        }
    }
}

impl std::ops::BitOr for Touched {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self {
            map: self.map | other.map,
            binding: self.binding | other.binding,
            reading: self.reading | other.reading,
            answers: self.answers | other.answers,
            themes: self.themes | other.themes,
        }
    }
}
