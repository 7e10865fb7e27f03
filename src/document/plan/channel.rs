//! Channels: the ways by which contact is made.

use super::{check, label};
use crate::model::{Channel, ChannelId, ChannelKind, Message, Model, Refusal};

/// Adds or alters a channel. One of kind `Other` needs an own name.
pub fn put(draft: &mut Model, channel: &Channel) -> Result<Message, Refusal> {
    let channel = Channel { name: check::own_name(channel.name.as_deref())?, ..*channel };
    if channel.kind == ChannelKind::Other && channel.name.is_none() {
        return Err(Message::new("document-name-empty").into());
    }
    let known = draft.channels.contains_key(&channel.id);
    let key = if known { "step-change-channel" } else { "step-add-channel" };
    let step = Message::new(key).with("name", label::channel(&channel));
    draft.channels.insert(channel.id, channel);
    Ok(step)
}

/// Deletes a channel; touchpoints are then without it.
pub fn delete(draft: &mut Model, id: ChannelId) -> Result<Message, Refusal> {
    let name = label::channel(check::channel(draft, id)?);
    for touchpoint in draft.touchpoints.values_mut() {
        touchpoint.channels.retain(|channel| *channel != id);
    }
    draft.channels.remove(&id);
    Ok(Message::new("step-delete-channel").with("name", name))
}
