//! What things are called in the names of undo steps.
//!
//! Only keys and own names; words in a language are made by `text`.

use crate::model::{Arg, Channel, ChannelKind, Lane, LaneKind, Message, Metric, Stage, StageKind};

/// Most characters of a name that go into the name of a step.
const LONGEST: usize = 60;

/// A name, short enough for a menu.
pub fn short(name: &str) -> Arg {
    let first_line = name.lines().next().unwrap_or_default();
    if first_line.chars().count() <= LONGEST {
        return Arg::from(first_line);
    }
    Arg::from(first_line.chars().take(LONGEST - 1).chain(['…']).collect::<String>())
}

/// A stage's own name, or that of its kind.
pub fn stage(stage: &Stage) -> Arg {
    stage.name.as_deref().map_or_else(|| kind_of_stage(stage.kind).into(), short)
}

/// A lane's own name, or that of its kind.
pub fn lane(lane: &Lane) -> Arg {
    lane.name.as_deref().map_or_else(|| kind_of_lane(lane.kind).into(), short)
}

/// A channel's own name, or that of its kind.
pub fn channel(channel: &Channel) -> Arg {
    channel.name.as_deref().map_or_else(|| kind_of_channel(channel.kind).into(), short)
}

/// The name of a metric.
pub fn metric(metric: Metric) -> Message {
    Message::new(match metric {
        Metric::Nps => "metric-nps",
        Metric::Ces => "metric-ces",
        Metric::Csat => "metric-csat",
        Metric::Fcr => "metric-fcr",
        Metric::Rating => "metric-rating",
    })
}

fn kind_of_stage(kind: StageKind) -> Message {
    Message::new(match kind {
        StageKind::Need => "stage-kind-need",
        StageKind::Orientation => "stage-kind-orientation",
        StageKind::Consideration => "stage-kind-consideration",
        StageKind::Purchase => "stage-kind-purchase",
        StageKind::Use => "stage-kind-use",
        StageKind::Evaluation => "stage-kind-evaluation",
        StageKind::Other => "stage-kind-other",
    })
}

fn kind_of_lane(kind: LaneKind) -> Message {
    Message::new(match kind {
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

fn kind_of_channel(kind: ChannelKind) -> Message {
    Message::new(match kind {
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
