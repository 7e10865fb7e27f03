//! The columns: one entry a response, one an answer, with small keys instead of names.
//!
//! Responses of one respondent stand together, so that totals can be clustered in one pass.

use crate::model::{BatchId, ChannelId, QuestionId, SurveyId, TouchpointId};

/// The day of a response that has none.
pub const NO_DAY: i32 = i32::MIN;

/// A segment dimension ("Region") and its values; key 0 means "not known".
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Dimension {
    /// Name of the dimension.
    pub name: String,
    /// Value of key `i + 1`.
    pub values: Vec<String>,
}

/// What an answer is about: a touchpoint (or none) and a question.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Group {
    /// The touchpoint; absent = the journey as a whole.
    pub touchpoint: Option<TouchpointId>,
    /// The question.
    pub question: QuestionId,
}

/// One response as it is handed to the table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ResponseRow {
    /// Index into `ScoreTable::surveys`.
    pub survey: u16,
    /// Days from 1970-01-01, or `NO_DAY`.
    pub day: i32,
    /// Key of the channel: index into `ScoreTable::channels` + 1; 0 = not in the row.
    pub channel: u16,
    /// Who answered: equal numbers are one person.
    pub respondent: u32,
    /// A key a dimension, in the order of `ScoreTable::dimensions`; missing tail = not known.
    pub segments: Vec<u16>,
    /// Weight; 1 when the file gives none.
    pub weight: f32,
    /// Its number in the document; rows of one response share it.
    pub response: u32,
}

/// The answers of a document (active batches only) as columns.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ScoreTable {
    /// Surveys by key.
    pub surveys: Vec<SurveyId>,
    /// Batches that were read.
    pub batches: Vec<BatchId>,
    /// Channels by key − 1.
    pub channels: Vec<ChannelId>,
    /// Segment dimensions.
    pub dimensions: Vec<Dimension>,
    /// What answers are about, by key.
    pub groups: Vec<Group>,

    /// Survey key of each response.
    pub survey: Vec<u16>,
    /// Day of each response.
    pub day: Vec<i32>,
    /// Channel key of each response.
    pub channel: Vec<u16>,
    /// Respondent of each response; never decreasing.
    pub respondent: Vec<u32>,
    /// Weight of each response.
    pub weight: Vec<f32>,
    /// Number in the document of each response; rows of one response share it.
    pub response: Vec<u32>,
    /// One column of keys a dimension.
    pub segments: Vec<Vec<u16>>,
    /// Where the answers of response `i` begin; one entry more than there are responses.
    pub first_answer: Vec<u32>,

    /// People who may have answered more than once: the first of their responses and the one after
    /// their last. `ScoreTableBuilder` fills this in; everybody else gave one response with at
    /// most one answer.
    pub repeaters: Vec<(u32, u32)>,

    /// Group key of each answer.
    pub group: Vec<u16>,
    /// Value of each answer minus the lowest value of its scale.
    pub value: Vec<u8>,
}

impl ScoreTable {
    /// Number of responses.
    #[must_use]
    pub fn responses(&self) -> usize {
        self.day.len()
    }

    /// Whether somebody answered a question about a touchpoint.
    #[must_use]
    pub fn is_about(&self, touchpoint: TouchpointId) -> bool {
        self.groups.iter().any(|group| group.touchpoint == Some(touchpoint))
    }

    /// Number of answers.
    #[must_use]
    pub fn answers(&self) -> usize {
        self.value.len()
    }
}
