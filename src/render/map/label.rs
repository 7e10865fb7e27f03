//! What a screen reader says about each part, in whole words and in the language.
//!
//! Says nothing that the picture hides.

use super::card::Card;
use super::context::Context;
use super::figures::{Figure, Score};
use crate::model::{Message, Note, Stage, Tone};

/// "First bill, e-mail, owner Noor van Dalen, moment of truth, ease 3.2, …".
pub(super) fn card(context: &Context<'_>, card: &Card<'_>) -> String {
    let phrases = &context.phrases;
    let mut parts = vec![card.touchpoint.title.clone()];
    parts.extend(card.channel.clone());
    parts.push(match card.owner {
        Some(owner) => phrases.say("map-label-owner", &[("name", &owner.name)]),
        None => phrases.get("map-label-no-owner"),
    });
    if card.touchpoint.moment_of_truth {
        parts.push(phrases.get("map-label-moment-of-truth"));
    }
    figure(context, &card.figure, &mut parts);
    parts.join(", ")
}

pub(super) fn stage(context: &Context<'_>, stage: &Stage, shown: &Figure) -> String {
    let name = context.texts.stage(stage);
    let mut parts = vec![context.phrases.say("map-label-stage", &[("name", &name)])];
    figure(context, shown, &mut parts);
    parts.join(", ")
}

pub(super) fn emotion(context: &Context<'_>, title: &str, value: f64) -> String {
    let value = context.texts.num(value, 1);
    context
        .phrases
        .say("map-label-emotion", &[("title", title), ("value", &value)])
}

pub(super) fn note(context: &Context<'_>, note: &Note) -> String {
    let key = match note.tone {
        Tone::Pain => "map-label-pain",
        Tone::Gain => "map-label-gain",
        Tone::Neutral => return note.text.clone(),
    };
    context.phrases.say(key, &[("text", &note.text)])
}

fn figure(context: &Context<'_>, figure: &Figure, parts: &mut Vec<String>) {
    let phrases = &context.phrases;
    match figure {
        Figure::None => {}
        Figure::NoData => parts.push(phrases.get("map-card-no-data")),
        Figure::Hidden => parts.push(phrases.get("map-label-hidden")),
        Figure::TooFew(n) => {
            parts.push(phrases.get("map-card-too-few"));
            parts.push(answers(context, *n));
        }
        Figure::OtherVersion(version) => {
            parts.push(phrases.say("map-label-other-version", &[("version", version)]));
        }
        Figure::Score(score) => self::score(context, score, parts),
    }
}

fn answers(context: &Context<'_>, n: u64) -> String {
    if n == 1 {
        return context
            .texts
            .say(&Message::new("map-label-answers").with("n", n));
    }
    context
        .phrases
        .say("map-label-answers", &[("n", &context.figures.count(n))])
}

fn score(context: &Context<'_>, score: &Score, parts: &mut Vec<String>) {
    let phrases = &context.phrases;
    parts.push(format!(
        "{} {}",
        context.figures.metric_word(context),
        score.value
    ));
    let ends = [("low", score.low.as_str()), ("high", score.high.as_str())];
    parts.push(phrases.say("map-label-between", &ends));
    parts.push(answers(context, score.n));
    if score.few {
        parts.push(phrases.get("map-label-few"));
    }
    if let Some(change) = &score.change {
        let key = match (context.figures.is_ease(), change.better) {
            (true, true) => "map-label-easier",
            (true, false) => "map-label-harder",
            (false, true) => "map-label-better",
            (false, false) => "map-label-worse",
        };
        parts.push(phrases.say(key, &[("size", &change.size)]));
    }
}
