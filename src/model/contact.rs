//! A contact of a log: a customer came by, and nobody asked for a score.

use super::id::{ChannelId, SurveyId, TouchpointId};

/// One contact.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Contact {
    /// Who came: equal numbers are one person.
    pub customer: u32,
    /// When, in seconds since 1970-01-01.
    pub moment: i64,
    /// The survey that keeps the log.
    pub survey: SurveyId,
    /// What it was about; absent = not told.
    pub touchpoint: Option<TouchpointId>,
    /// By which channel; absent = not told.
    pub channel: Option<ChannelId>,
}

/// Seconds in a day.
pub const DAY: i64 = 86_400;
