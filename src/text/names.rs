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
        self.get(match kind {
            StageKind::Need => "stage-kind-need",
            StageKind::Orientation => "stage-kind-orientation",
            StageKind::Consideration => "stage-kind-consideration",
            StageKind::Purchase => "stage-kind-purchase",
            StageKind::Use => "stage-kind-use",
            StageKind::Evaluation => "stage-kind-evaluation",
            StageKind::Other => "stage-kind-other",
        })
    }

    /// Name of a lane.
    #[must_use]
    pub fn lane(&self, lane: &Lane) -> String {
        lane.name.clone().unwrap_or_else(|| self.lane_kind(lane.kind))
    }

    /// Name of a kind of lane.
    #[must_use]
    pub fn lane_kind(&self, kind: LaneKind) -> String {
        self.get(match kind {
            LaneKind::Steps => "lane-kind-steps",
            LaneKind::Touchpoints => "lane-kind-touchpoints",
            LaneKind::Emotion => "lane-kind-emotion",
            LaneKind::PainsGains => "lane-kind-pains-gains",
            LaneKind::Quotes => "lane-kind-quotes",
            LaneKind::LineOfVisibility => "lane-kind-line-of-visibility",
            LaneKind::Backstage => "lane-kind-backstage",
            LaneKind::Notes => "lane-kind-notes",
            LaneKind::Thoughts => "lane-kind-thoughts",
            LaneKind::Pains => "lane-kind-pains",
            LaneKind::Gains => "lane-kind-gains",
            LaneKind::Needs => "lane-kind-needs",
            LaneKind::Opportunities => "lane-kind-opportunities",
            LaneKind::Channels => "lane-kind-channels",
            LaneKind::Images => "lane-kind-images",
            LaneKind::Frontstage => "lane-kind-frontstage",
            LaneKind::Systems => "lane-kind-systems",
            LaneKind::Metric => "lane-kind-metric",
            LaneKind::LineOfInteraction => "lane-kind-line-of-interaction",
            LaneKind::LineOfInternalInteraction => "lane-kind-line-of-internal-interaction",
        })
    }

    /// Name of a channel.
    #[must_use]
    pub fn channel(&self, channel: &Channel) -> String {
        channel.name.clone().unwrap_or_else(|| self.channel_kind(channel.kind))
    }

    /// Name of a kind of channel.
    #[must_use]
    pub fn channel_kind(&self, kind: ChannelKind) -> String {
        self.get(match kind {
            ChannelKind::Web => "channel-kind-web",
            ChannelKind::Phone => "channel-kind-phone",
            ChannelKind::Shop => "channel-kind-shop",
            ChannelKind::App => "channel-kind-app",
            ChannelKind::Email => "channel-kind-email",
            ChannelKind::Chat => "channel-kind-chat",
            ChannelKind::Letter => "channel-kind-letter",
            ChannelKind::InPerson => "channel-kind-in-person",
            ChannelKind::Ad => "channel-kind-ad",
            ChannelKind::Social => "channel-kind-social",
            ChannelKind::Other => "channel-kind-other",
        })
    }

    /// Name of a colour that a team gives.
    #[must_use]
    pub fn hue(&self, hue: Hue) -> String {
        self.get(match hue {
            Hue::Grey => "people-hue-grey",
            Hue::Yellow => "people-hue-yellow",
            Hue::Peach => "people-hue-peach",
            Hue::Rose => "people-hue-rose",
            Hue::Lilac => "people-hue-lilac",
            Hue::Sky => "people-hue-sky",
            Hue::Teal => "people-hue-teal",
            Hue::Mint => "people-hue-mint",
        })
    }

    /// Name of a metric.
    #[must_use]
    pub fn metric(&self, metric: Metric) -> String {
        self.get(match metric {
            Metric::Nps => "metric-nps",
            Metric::Ces => "metric-ces",
            Metric::Csat => "metric-csat",
            Metric::Fcr => "metric-fcr",
            Metric::Rating => "metric-rating",
        })
    }
}
