//! Channel labels of a file → channels of the document.
//!
//! The words are for recognising what people type, never for showing.

use super::perform;
use crate::document::Command;
use crate::model::query::same_name;
use crate::model::{Channel, ChannelId, ChannelKind, Message, Model, Refusal};

/// Most channels one import makes: more means that the column holds something else.
const MOST: usize = 200;

/// What people call the usual channels, in both languages and lower case.
const WORDS: [(ChannelKind, &[&str]); 10] = [
    (ChannelKind::Web, &["web", "website", "online", "internet"]),
    (ChannelKind::Phone, &["phone", "telephone", "telefoon", "telefonisch", "tel"]),
    (ChannelKind::Shop, &["shop", "store", "winkel", "filiaal"]),
    (ChannelKind::App, &["app", "mobile app", "mobiele app"]),
    (ChannelKind::Email, &["e-mail", "email", "mail"]),
    (ChannelKind::Chat, &["chat", "webchat", "live chat", "livechat"]),
    (ChannelKind::Letter, &["letter", "brief"]),
    (ChannelKind::InPerson, &["in person", "face to face", "persoonlijk"]),
    (ChannelKind::Ad, &["ad", "advertisement", "advertentie"]),
    (ChannelKind::Social, &["social", "social media", "sociale media"]),
];

/// The channel of a label: by its own name, else by the name of a usual kind, else a new one.
pub(super) fn channel(
    draft: &mut Model,
    label: &str,
    made: &mut usize,
) -> Result<ChannelId, Refusal> {
    let named = |c: &&Channel| c.name.as_deref().is_some_and(|name| same_name(name, label));
    if let Some(channel) = draft.channels.values().find(named) {
        return Ok(channel.id);
    }
    let kind = kind_called(label);
    if let Some(kind) = kind {
        let of_kind = || draft.channels.values().filter(|c| c.kind == kind);
        let plain = of_kind().find(|c| c.name.is_none());
        if let Some(channel) = plain.or_else(|| of_kind().next()) {
            return Ok(channel.id);
        }
    }
    *made += 1;
    if *made > MOST {
        return Err(Message::new("document-import-channels").with("count", MOST).into());
    }
    let id = ChannelId::fresh();
    let channel = match kind {
        Some(kind) => Channel { id, kind, name: None },
        None => Channel { id, kind: ChannelKind::Other, name: Some(label.trim().to_owned()) },
    };
    perform(draft, Command::PutChannel { channel })?;
    Ok(id)
}

/// A word that `channel` finds a channel by.
pub(super) fn word(channel: &Channel) -> String {
    let usual = WORDS.iter().find(|(kind, _)| *kind == channel.kind);
    let usual = usual.and_then(|(_, words)| words.first()).copied().unwrap_or_default();
    channel.name.clone().unwrap_or_else(|| usual.to_owned())
}

fn kind_called(label: &str) -> Option<ChannelKind> {
    let label = label.trim().to_lowercase();
    WORDS.iter().find(|(_, words)| words.contains(&label.as_str())).map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(channels: &[(ChannelKind, Option<&str>)]) -> Model {
        let mut model = Model::default();
        for (kind, name) in channels {
            let name = name.map(str::to_owned);
            let channel = Channel { id: ChannelId::fresh(), kind: *kind, name };
            perform(&mut model, Command::PutChannel { channel }).unwrap();
        }
        model
    }

    #[test]
    fn labels_meet_own_names_then_kinds_then_make_a_channel() {
        let there = [
            (ChannelKind::Web, Some("Mijn omgeving")),
            (ChannelKind::Web, None),
            (ChannelKind::Phone, Some("Klantenservice")),
        ];
        let cases = [
            ("mijn OMGEVING", ChannelKind::Web, Some("Mijn omgeving")),
            ("Website", ChannelKind::Web, None),
            (" telefoon ", ChannelKind::Phone, Some("Klantenservice")),
            ("E-mail", ChannelKind::Email, None),
            ("Fax", ChannelKind::Other, Some("Fax")),
        ];
        for (label, kind, name) in cases {
            let mut model = with(&there);
            let id = channel(&mut model, label, &mut 0).unwrap();
            let found = &model.channels[&id];
            assert_eq!((found.kind, found.name.as_deref()), (kind, name), "{label}");
        }
    }

    #[test]
    fn a_column_that_holds_no_channels_is_refused() {
        let (mut model, mut made) = (Model::default(), 0);
        let refused = (0..=MOST).map(|i| channel(&mut model, &format!("x{i}"), &mut made));
        let refusal = refused.last().unwrap().unwrap_err();
        assert_eq!(refusal.0.key, "document-import-channels");
    }
}
