//! What things are called in the names of undo steps.
//!
//! Only keys and own names; words in a language are made by `text`.

use crate::model::{Arg, Channel, Lane, Message, Metric, Stage};

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
    stage.name.as_deref().map_or_else(|| Message::new(stage.kind.name_key()).into(), short)
}

/// A lane's own name, or that of its kind.
pub fn lane(lane: &Lane) -> Arg {
    lane.name.as_deref().map_or_else(|| Message::new(lane.kind.name_key()).into(), short)
}

/// A channel's own name, or that of its kind.
pub fn channel(channel: &Channel) -> Arg {
    channel.name.as_deref().map_or_else(|| Message::new(channel.kind.name_key()).into(), short)
}

/// The name of a metric.
pub fn metric(metric: Metric) -> Message {
    Message::new(metric.name_key())
}
