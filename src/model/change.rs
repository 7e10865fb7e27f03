//! The whole document in memory, and `Change`: a before/after pair whose applying cannot fail.
//!
//! Rules about what may change live in `document`; here a change is simply done or undone.

use super::card::{Emotion, Note, Placement, Touchpoint};
use super::id::{
    AgendaItemId, ArrowId, AttachmentId, BallotId, BaselineId, BatchId, ChannelId, EventId,
    GuessId, JourneyId, LaneId, NoteId, OwnerId, PersonaId, PlacementId, QuestionId, RemarkId,
    RoundId, SavedViewId, StageId, StakeholderId, StepId, SurveyId, SynonymId, TargetId, TeamId,
    ThemeId, TouchpointId, VersionId, VoteId,
};
use super::journey::{Journey, Stage, Step};
use super::lane::Lane;
use super::marks::{Arrow, Attachment, Remark};
use super::people::{Channel, Owner, Persona, Stakeholder, Team};
use super::survey::{Batch, Event, Question, Survey, Synonym, Target};
use super::words::{Baseline, SavedView, Theme};
use super::workshop::{AgendaItem, Ballot, Guess, Round, Version, Vote};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A noun that is kept in a table by its identity.
pub trait Record: Clone + PartialEq {
    /// Identity within its table.
    type Id: Copy + Ord;
    /// Its identity.
    fn id(&self) -> Self::Id;
}

/// All records of one kind, in order of identity.
pub type Table<R> = BTreeMap<<R as Record>::Id, R>;

/// A value of the document as a whole, such as its title.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Setting {
    /// Which value.
    pub key: SettingKey,
    /// The value as text.
    pub value: String,
}

/// The values a document keeps about itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SettingKey {
    /// Name of the document.
    Title,
    /// The client it was made for.
    Client,
    /// Language of its texts, `en` or `nl`.
    Language,
    /// How many megabytes of undo steps are kept; without one `History::USUAL_LIMIT`.
    HistoryLimit,
}

/// One record before and after; absent before = added, absent after = deleted.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Edit<R> {
    /// As it was.
    pub before: Option<R>,
    /// As it becomes.
    pub after: Option<R>,
}

impl<R: Record> Edit<R> {
    /// The identity of the record, which before and after share.
    #[must_use]
    pub fn id(&self) -> Option<R::Id> {
        self.before.as_ref().or(self.after.as_ref()).map(Record::id)
    }

    fn swapped(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }

    fn apply(&self, table: &mut Table<R>) {
        match (&self.after, self.id()) {
            (Some(record), _) => {
                table.insert(record.id(), record.clone());
            }
            (None, Some(id)) => {
                table.remove(&id);
            }
            (None, None) => {}
        }
    }
}

/// Collects what differs between two tables of one kind.
fn edits<R: Record>(
    before: &Table<R>,
    after: &Table<R>,
    puts: &mut Vec<Change>,
    deletions: &mut Vec<Change>,
) where
    Change: From<Edit<R>>,
{
    for (id, record) in after {
        let was = before.get(id);
        if was != Some(record) {
            let edit = Edit { before: was.cloned(), after: Some(record.clone()) };
            puts.push(edit.into());
        }
    }
    for record in before.values().filter(|record| !after.contains_key(&record.id())) {
        deletions.push(Edit { before: Some(record.clone()), after: None }.into());
    }
}

macro_rules! nouns {
    ($($noun:ident in $table:ident by $id:ty = $key:expr;)*) => {
        /// Everything in a document but the survey rows.
        #[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
        #[serde(default)]
        pub struct Model {
            $(
                #[doc = concat!("Every ", stringify!($noun), ".")]
                #[serde(with = "rows")]
                pub $table: Table<$noun>,
            )*
        }

        /// One record added, altered or deleted.
        #[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Change {
            $(
                #[doc = concat!("A change of one ", stringify!($noun), ".")]
                $noun(Edit<$noun>),
            )*
        }

        impl Change {
            /// The change that takes this one back.
            #[must_use]
            pub fn inverse(&self) -> Self {
                match self { $(Self::$noun(edit) => Self::$noun(edit.swapped()),)* }
            }
        }

        impl Model {
            /// Does one change.
            pub fn apply(&mut self, change: &Change) {
                match change { $(Change::$noun(edit) => edit.apply(&mut self.$table),)* }
            }

            /// The changes that turn this model into another, in an order in which no record ever
            /// refers to one that is not there: parents are added before what they hold, and
            /// deleted after it.
            #[must_use]
            pub fn changes_to(&self, after: &Self) -> Vec<Change> {
                let mut puts = Vec::new();
                let mut deletions = Vec::new();
                $(edits(&self.$table, &after.$table, &mut puts, &mut deletions);)*
                deletions.reverse();
                puts.append(&mut deletions);
                puts
            }
        }

        $(
            impl Record for $noun {
                type Id = $id;
                fn id(&self) -> $id {
                    let key: fn(&$noun) -> $id = $key;
                    key(self)
                }
            }

            impl From<Edit<$noun>> for Change {
                fn from(edit: Edit<$noun>) -> Self {
                    Self::$noun(edit)
                }
            }

            impl HasTable<$noun> for Model {
                fn table(&self) -> &Table<$noun> {
                    &self.$table
                }
            }
        )*
    };
}

/// Access to a table by the kind of its records.
pub trait HasTable<R: Record> {
    /// All records of the kind.
    fn table(&self) -> &Table<R>;
}

nouns! {
    Setting in settings by SettingKey = |r| r.key;
    Team in teams by TeamId = |r| r.id;
    Owner in owners by OwnerId = |r| r.id;
    Persona in personas by PersonaId = |r| r.id;
    Channel in channels by ChannelId = |r| r.id;
    Stakeholder in stakeholders by StakeholderId = |r| r.id;
    Journey in journeys by JourneyId = |r| r.id;
    Stage in stages by StageId = |r| r.id;
    Step in steps by StepId = |r| r.id;
    Lane in lanes by LaneId = |r| r.id;
    Touchpoint in touchpoints by TouchpointId = |r| r.id;
    Placement in placements by PlacementId = |r| r.id;
    Emotion in emotions by (PlacementId, PersonaId) = |r| (r.placement, r.persona);
    Note in notes by NoteId = |r| r.id;
    Survey in surveys by SurveyId = |r| r.id;
    Question in questions by QuestionId = |r| r.id;
    Batch in batches by BatchId = |r| r.id;
    Target in targets by TargetId = |r| r.id;
    Event in events by EventId = |r| r.id;
    Synonym in synonyms by SynonymId = |r| r.id;
    Arrow in arrows by ArrowId = |r| r.id;
    Remark in remarks by RemarkId = |r| r.id;
    Attachment in attachments by AttachmentId = |r| r.id;
    Version in versions by VersionId = |r| r.id;
    Ballot in ballots by BallotId = |r| r.id;
    Vote in votes by VoteId = |r| r.id;
    Round in rounds by RoundId = |r| r.id;
    Guess in guesses by GuessId = |r| r.id;
    AgendaItem in agenda by AgendaItemId = |r| r.id;
    Theme in themes by ThemeId = |r| r.id;
    SavedView in views by SavedViewId = |r| r.id;
    Baseline in baselines by BaselineId = |r| r.id;
}

/// A table as a plain list in JSON.
mod rows {
    use super::{Record, Table};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<R: Record + Serialize, S: Serializer>(
        table: &Table<R>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(table.values())
    }

    pub fn deserialize<'de, R: Record + Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Table<R>, D::Error> {
        let rows = Vec::<R>::deserialize(deserializer)?;
        Ok(rows.into_iter().map(|row| (row.id(), row)).collect())
    }
}
