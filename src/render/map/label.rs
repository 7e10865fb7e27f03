//! What a screen reader says about each part, in whole words and in the language.
//!
//! Says nothing that the picture hides.

use super::card::Card;
use super::context::Context;
use super::figures::{Figure, Score};
use crate::model::{Message, Note, Stage, Tone};

/// "First bill, e-mail, owner Noor van Dalen, moment of truth, ease 3.2, …".
pub(super) fn card(context: &Context<'_>, card: &Card<'_>) -> String {
    let say = |message: Message| context.texts.say(&message);
    let mut parts = vec![card.touchpoint.title.clone()];
    parts.extend(card.channel.clone());
    parts.push(match card.owner {
        Some(owner) => say(Message::new("map-label-owner").with("name", &owner.name)),
        None => say(Message::new("map-label-no-owner")),
    });
    if card.touchpoint.moment_of_truth {
        parts.push(say(Message::new("map-label-moment-of-truth")));
    }
    parts.extend(figure(context, &card.figure));
    parts.join(", ")
}

pub(super) fn stage(context: &Context<'_>, stage: &Stage, shown: &Figure) -> String {
    let name = context.texts.stage(stage);
    let mut parts = vec![
        context
            .texts
            .say(&Message::new("map-label-stage").with("name", name)),
    ];
    parts.extend(figure(context, shown));
    parts.join(", ")
}

pub(super) fn emotion(context: &Context<'_>, title: &str, value: f64) -> String {
    let message = Message::new("map-label-emotion")
        .with("title", title)
        .with("value", context.texts.num(value, 1));
    context.texts.say(&message)
}

pub(super) fn note(context: &Context<'_>, note: &Note) -> String {
    let key = match note.tone {
        Tone::Pain => "map-label-pain",
        Tone::Gain => "map-label-gain",
        Tone::Neutral => return note.text.clone(),
    };
    context
        .texts
        .say(&Message::new(key).with("text", &note.text))
}

fn figure(context: &Context<'_>, figure: &Figure) -> Vec<String> {
    let say = |message: Message| context.texts.say(&message);
    match figure {
        Figure::None => Vec::new(),
        Figure::NoData => vec![say(Message::new("map-card-no-data"))],
        Figure::Hidden => vec![say(Message::new("map-label-hidden"))],
        Figure::TooFew(n) => vec![
            say(Message::new("map-card-too-few")),
            say(Message::new("map-label-answers").with("n", *n)),
        ],
        Figure::OtherVersion(version) => {
            vec![say(
                Message::new("map-label-other-version").with("version", version)
            )]
        }
        Figure::Score(score) => self::score(context, score),
    }
}

fn score(context: &Context<'_>, score: &Score) -> Vec<String> {
    let say = |message: Message| context.texts.say(&message);
    let mut parts = vec![
        format!("{} {}", context.figures.metric_word(), score.value),
        say(Message::new("map-label-between")
            .with("low", &score.low)
            .with("high", &score.high)),
        say(Message::new("map-label-answers").with("n", score.n)),
    ];
    if score.few {
        parts.push(say(Message::new("map-label-few")));
    }
    if let Some(change) = &score.change {
        let key = match (context.figures.is_ease(), change.better) {
            (true, true) => "map-label-easier",
            (true, false) => "map-label-harder",
            (false, true) => "map-label-better",
            (false, false) => "map-label-worse",
        };
        parts.push(say(Message::new(key).with("size", &change.size)));
    }
    parts
}
