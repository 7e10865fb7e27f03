//! What a screen reader says about each part, in whole words and in the language.
//!
//! Says nothing that the picture hides.

use super::card::Card;
use super::context::Context;
use super::figures::{Figure, Score};
use super::marks::Small;
use crate::analysis::Lens;
use crate::model::{Hue, LaneKind, Message, Note, Stage, StageView, Tone};

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
    if let Some((name, shown)) = &card.badge {
        parts.push(figure_of(context, name, shown));
    }
    card.small.say(context, &mut parts);
    if let Some(picture) = card.picture {
        parts.push(phrases.say("map-label-picture", &[("name", &picture.name)]));
    }
    parts.join(", ")
}

pub(super) fn stage(context: &Context<'_>, stage: &Stage, shown: &Figure) -> String {
    let name = context.texts.stage(stage);
    let mut parts = vec![context.phrases.say("map-label-stage", &[("name", &name)])];
    figure(context, shown, &mut parts);
    if stage.view == StageView::Folded {
        parts.push(context.phrases.get("map-label-folded"));
    }
    if stage.locked {
        parts.push(context.phrases.get("map-label-locked"));
    }
    parts.join(", ")
}

pub(super) fn emotion(context: &Context<'_>, title: &str, value: f64) -> String {
    let value = context.texts.num(value, 1);
    context.phrases.say("map-label-emotion", &[("title", title), ("value", &value)])
}

/// What a note says, with what the eye takes from its lane and its colour.
pub(super) fn note(
    context: &Context<'_>,
    kind: LaneKind,
    note: &Note,
    small: &Small<'_>,
    picture: Option<&str>,
) -> String {
    let tone = if note.tone == Tone::Neutral { kind.usual_tone() } else { note.tone };
    let key = match (tone, kind) {
        (Tone::Pain, _) => Some("map-label-pain"),
        (Tone::Gain, _) => Some("map-label-gain"),
        (Tone::Neutral, LaneKind::Thoughts) => Some("map-label-thought"),
        (Tone::Neutral, LaneKind::Needs) => Some("map-label-need"),
        (Tone::Neutral, LaneKind::Opportunities) => Some("map-label-opportunity"),
        (Tone::Neutral, _) => None,
    };
    let phrases = &context.phrases;
    let said = key.map(|key| phrases.say(key, &[("text", &note.text)]));
    let mut parts = vec![said.unwrap_or_else(|| note.text.clone())];
    parts.retain(|part| !part.is_empty());
    small.say(context, &mut parts);
    if let Some(name) = picture {
        parts.push(phrases.say("map-label-picture", &[("name", name)]));
    }
    if parts.is_empty() {
        parts.push(phrases.get("map-label-empty-note"));
    }
    parts.join(", ")
}

/// The name of a hue.
pub(super) fn hue_key(hue: Hue) -> &'static str {
    match hue {
        Hue::Grey => "map-hue-grey",
        Hue::Yellow => "map-hue-yellow",
        Hue::Peach => "map-hue-peach",
        Hue::Rose => "map-hue-rose",
        Hue::Lilac => "map-hue-lilac",
        Hue::Sky => "map-hue-sky",
        Hue::Teal => "map-hue-teal",
        Hue::Mint => "map-hue-mint",
    }
}

/// A figure in words, without the metric's change.
pub(super) fn figure_of(context: &Context<'_>, metric: &str, shown: &Figure) -> String {
    let mut parts = Vec::new();
    match shown {
        Figure::Score(score) => parts.extend(plain_score(context, metric, score)),
        other => figure(context, other, &mut parts),
    }
    parts.join(", ")
}

fn figure(context: &Context<'_>, figure: &Figure, parts: &mut Vec<String>) {
    let phrases = &context.phrases;
    match figure {
        Figure::None => {}
        Figure::NoData => parts.push(phrases.get("map-card-no-data")),
        Figure::Hidden => parts.push(phrases.get("map-label-hidden")),
        Figure::TooFew(n, least) => {
            parts.push(phrases.get(crate::render::figure_words::too_few(*least)));
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
        return context.texts.say(&Message::new("map-label-answers").with("n", n));
    }
    context.phrases.say("map-label-answers", &[("n", &context.figures.count(n))])
}

fn score(context: &Context<'_>, score: &Score, parts: &mut Vec<String>) {
    let phrases = &context.phrases;
    parts.extend(plain_score(context, &context.figures.metric_word(context), score));
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

/// A score with its interval and base.
fn plain_score(context: &Context<'_>, metric: &str, score: &Score) -> Vec<String> {
    let phrases = &context.phrases;
    let ends = [("low", score.low.as_str()), ("high", score.high.as_str())];
    let mut parts = vec![format!("{metric} {}", score.value)];
    if score.range.is_empty() {
        parts.extend((!score.base.is_empty()).then(|| score.base.clone()));
        return parts;
    }
    parts.push(phrases.say("map-label-between", &ends));
    let (counted, few) = match score.lens {
        Lens::Importance => (Some("map-label-pairs"), "overlay-key-few-pairs"),
        Lens::RepeatContact | Lens::ChannelSwitching => {
            (Some("map-label-contacts"), "overlay-key-few-contacts")
        }
        _ => (None, "map-label-few"),
    };
    parts.push(match counted {
        Some(key) => context.texts.say(&Message::new(key).with("n", score.n)),
        None => answers(context, score.n),
    });
    if score.few {
        parts.push(phrases.get(few));
    }
    parts
}
