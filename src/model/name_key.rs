//! The keys of the words for kinds: what a noun without a name of its own is called.
//!
//! Keys only; the words in a language are made by `text`.

use super::{ChannelKind, Hue, LaneKind, Metric, StageKind, ThemeLang};

impl StageKind {
    /// The key of the name of this kind of stage.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Need => "stage-kind-need",
            Self::Orientation => "stage-kind-orientation",
            Self::Consideration => "stage-kind-consideration",
            Self::Purchase => "stage-kind-purchase",
            Self::Use => "stage-kind-use",
            Self::Evaluation => "stage-kind-evaluation",
            Self::Other => "stage-kind-other",
        }
    }
}

impl LaneKind {
    /// The key of the name of this kind of lane.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Steps => "lane-kind-steps",
            Self::Touchpoints => "lane-kind-touchpoints",
            Self::Emotion => "lane-kind-emotion",
            Self::PainsGains => "lane-kind-pains-gains",
            Self::Quotes => "lane-kind-quotes",
            Self::LineOfVisibility => "lane-kind-line-of-visibility",
            Self::Backstage => "lane-kind-backstage",
            Self::Notes => "lane-kind-notes",
            Self::Thoughts => "lane-kind-thoughts",
            Self::Pains => "lane-kind-pains",
            Self::Gains => "lane-kind-gains",
            Self::Needs => "lane-kind-needs",
            Self::Opportunities => "lane-kind-opportunities",
            Self::Channels => "lane-kind-channels",
            Self::Images => "lane-kind-images",
            Self::Frontstage => "lane-kind-frontstage",
            Self::Systems => "lane-kind-systems",
            Self::Metric => "lane-kind-metric",
            Self::LineOfInteraction => "lane-kind-line-of-interaction",
            Self::LineOfInternalInteraction => "lane-kind-line-of-internal-interaction",
        }
    }
}

impl ChannelKind {
    /// The key of the name of this kind of channel.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Web => "channel-kind-web",
            Self::Phone => "channel-kind-phone",
            Self::Shop => "channel-kind-shop",
            Self::App => "channel-kind-app",
            Self::Email => "channel-kind-email",
            Self::Chat => "channel-kind-chat",
            Self::Letter => "channel-kind-letter",
            Self::InPerson => "channel-kind-in-person",
            Self::Ad => "channel-kind-ad",
            Self::Social => "channel-kind-social",
            Self::Other => "channel-kind-other",
        }
    }
}

impl Hue {
    /// The key of the name of this colour that a team gives.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Grey => "people-hue-grey",
            Self::Yellow => "people-hue-yellow",
            Self::Peach => "people-hue-peach",
            Self::Rose => "people-hue-rose",
            Self::Lilac => "people-hue-lilac",
            Self::Sky => "people-hue-sky",
            Self::Teal => "people-hue-teal",
            Self::Mint => "people-hue-mint",
        }
    }
}

impl Metric {
    /// The key of the name of this metric.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Nps => "metric-nps",
            Self::Ces => "metric-ces",
            Self::Csat => "metric-csat",
            Self::Fcr => "metric-fcr",
            Self::Rating => "metric-rating",
        }
    }
}

impl ThemeLang {
    /// The key of the name of this choice.
    #[must_use]
    pub fn name_key(self) -> &'static str {
        match self {
            Self::Any => "theme-lang-any",
            Self::Nl => "theme-lang-nl",
            Self::En => "theme-lang-en",
        }
    }
}
