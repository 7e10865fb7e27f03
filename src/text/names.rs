//! Names of nouns: their own, or else that of their kind in the language.

use super::Texts;
use crate::model::{Channel, ChannelKind, Hue, Lane, LaneKind, Metric, Stage, StageKind};

impl Texts {
    /// Name of a stage.
    #[must_use]
    pub fn stage(&self, stage: &Stage) -> String {
        stage.name.clone().unwrap_or_else(|| self.stage_kind(stage.kind))
    }

    /// Name of a kind of stage.
    #[must_use]
    pub fn stage_kind(&self, kind: StageKind) -> String {
        self.get(kind.name_key())
    }

    /// Name of a lane.
    #[must_use]
    pub fn lane(&self, lane: &Lane) -> String {
        lane.name.clone().unwrap_or_else(|| self.lane_kind(lane.kind))
    }

    /// Name of a kind of lane.
    #[must_use]
    pub fn lane_kind(&self, kind: LaneKind) -> String {
        self.get(kind.name_key())
    }

    /// Name of a channel.
    #[must_use]
    pub fn channel(&self, channel: &Channel) -> String {
        channel.name.clone().unwrap_or_else(|| self.channel_kind(channel.kind))
    }

    /// Name of a kind of channel.
    #[must_use]
    pub fn channel_kind(&self, kind: ChannelKind) -> String {
        self.get(kind.name_key())
    }

    /// Name of a colour that a team gives.
    #[must_use]
    pub fn hue(&self, hue: Hue) -> String {
        self.get(hue.name_key())
    }

    /// Name of a metric.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> String {
        self.get(metric.name_key())
    }
}
