//! Identities of the nouns a person makes: UUIDv7 newtypes that survive copies and merges.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identity; later ones sort after earlier ones.
            #[must_use]
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// A map in the document.
    JourneyId,
    /// A phase of a journey.
    StageId,
    /// A column within a stage.
    StepId,
    /// A row of a map.
    LaneId,
    /// A moment of contact, wherever it is placed.
    TouchpointId,
    /// One card of a touchpoint on one journey.
    PlacementId,
    /// A note, pain, gain, quote or backstage item.
    NoteId,
    /// A person responsible for touchpoints.
    OwnerId,
    /// A team, in a department.
    TeamId,
    /// A label of survey files that means a touchpoint.
    SynonymId,
    /// A channel by which contact is made.
    ChannelId,
    /// Whose journey it is.
    PersonaId,
    /// A survey, or one wave of it.
    SurveyId,
    /// A question of a survey.
    QuestionId,
    /// One import of one file.
    BatchId,
    /// A figure the team wants to reach.
    TargetId,
    /// A dated happening that may explain a change in a trend.
    EventId,
    /// An arrow between two cards.
    ArrowId,
    /// What someone remarked about a touchpoint or note.
    RemarkId,
    /// A picture that hangs on something.
    AttachmentId,
    /// Bytes kept apart: a picture, or the whole of a named version. Equal bytes have one identity.
    BlobId,
    /// Someone with a stake in the journey.
    StakeholderId,
    /// A named version of the document.
    VersionId,
    /// A round of dot votes.
    BallotId,
    /// The dots of one ballot on one thing.
    VoteId,
    /// A round of guesses before the measured score is shown.
    RoundId,
    /// One participant's guess.
    GuessId,
    /// One item of the workshop's agenda.
    AgendaItemId,
    /// A theme of the code book.
    ThemeId,
    /// A way to look at the map that was given a name.
    SavedViewId,
    /// The months on which control limits are locked.
    BaselineId,
}
