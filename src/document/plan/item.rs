//! Marks of touchpoints and notes: colour, tags, links, evidence, where to stand out.

use super::{check, label};
use crate::model::{Arg, Evidence, Hue, Item, JourneyId, Marks, Message, Model, Refusal, WebLink};

/// Most tags, and most links, of one thing.
const MOST: usize = 50;

/// The marks of a thing, to be altered.
fn marks_mut(draft: &mut Model, item: Item) -> Result<&mut Marks, Refusal> {
    Ok(match item {
        Item::Touchpoint(id) => &mut check::touchpoint_mut(draft, id)?.marks,
        Item::Note(id) => &mut check::note_mut(draft, id)?.marks,
    })
}

/// What a thing is called in the name of a step.
pub fn name(draft: &Model, item: Item) -> Result<Arg, Refusal> {
    Ok(match item {
        Item::Touchpoint(id) => label::short(&check::touchpoint(draft, id)?.title),
        Item::Note(id) => label::short(&check::note(draft, id)?.text),
    })
}

/// What several things are called: the name of the first, and how many they are.
fn step(draft: &Model, key: &'static str, items: &[Item]) -> Result<Message, Refusal> {
    let first = items.first().map_or(Ok(Arg::from("")), |item| name(draft, *item))?;
    Ok(Message::new(key).with("name", first).with("count", items.len()))
}

/// Replaces all marks.
pub fn set_marks(draft: &mut Model, item: Item, marks: &Marks) -> Result<Message, Refusal> {
    let marks = Marks { tags: tags(&marks.tags)?, links: links(&marks.links)?, ..marks.clone() };
    *marks_mut(draft, item)? = marks;
    step(draft, "step-set-marks", &[item])
}

/// Gives things a colour.
pub fn set_hue(draft: &mut Model, items: &[Item], hue: Option<Hue>) -> Result<Message, Refusal> {
    for item in items {
        marks_mut(draft, *item)?.hue = hue;
    }
    step(draft, "step-set-hue", items)
}

/// Adds a tag to things that do not have it.
pub fn add_tag(draft: &mut Model, items: &[Item], tag: &str) -> Result<Message, Refusal> {
    let tag = check::name(tag)?;
    for item in items {
        let marks = marks_mut(draft, *item)?;
        let mut all = marks.tags.clone();
        all.push(tag.clone());
        marks.tags = tags(&all)?;
    }
    Ok(step(draft, "step-add-tag", items)?.with("tag", label::short(&tag)))
}

/// Takes a tag from things.
pub fn remove_tag(draft: &mut Model, items: &[Item], tag: &str) -> Result<Message, Refusal> {
    for item in items {
        marks_mut(draft, *item)?.tags.retain(|t| !crate::model::query::same_name(t, tag));
    }
    Ok(step(draft, "step-remove-tag", items)?.with("tag", label::short(tag)))
}

/// Sets the links.
pub fn set_links(draft: &mut Model, item: Item, all: &[WebLink]) -> Result<Message, Refusal> {
    marks_mut(draft, item)?.links = links(all)?;
    step(draft, "step-set-links", &[item])
}

/// Says what things rest on.
pub fn set_evidence(
    draft: &mut Model,
    items: &[Item],
    evidence: Option<Evidence>,
) -> Result<Message, Refusal> {
    for item in items {
        marks_mut(draft, *item)?.evidence = evidence;
    }
    step(draft, "step-set-evidence", items)
}

/// Says where the organisation wants to stand out.
pub fn mark_stands_out(
    draft: &mut Model,
    items: &[Item],
    stands_out: bool,
) -> Result<Message, Refusal> {
    for item in items {
        marks_mut(draft, *item)?.stands_out = stands_out;
    }
    step(draft, if stands_out { "step-stand-out" } else { "step-not-stand-out" }, items)
}

/// Says which journey shows a thing in more detail.
pub fn link_journey(
    draft: &mut Model,
    item: Item,
    journey: Option<JourneyId>,
) -> Result<Message, Refusal> {
    if let Some(journey) = journey {
        check::journey(draft, journey)?;
    }
    match item {
        Item::Touchpoint(id) => check::touchpoint_mut(draft, id)?.sub_journey = journey,
        Item::Note(id) => check::note_mut(draft, id)?.sub_journey = journey,
    }
    step(draft, "step-link-journey", &[item])
}

/// Tags without outer blanks, each once, whatever its case.
fn tags(all: &[String]) -> Result<Vec<String>, Refusal> {
    let mut kept: Vec<String> = Vec::with_capacity(all.len());
    for tag in all {
        let tag = check::text(tag)?;
        let known = kept.iter().any(|t| crate::model::query::same_name(t, &tag));
        if !tag.is_empty() && !known {
            kept.push(tag);
        }
    }
    few(kept.len())?;
    Ok(kept)
}

fn links(all: &[WebLink]) -> Result<Vec<WebLink>, Refusal> {
    few(all.len())?;
    let link = |link: &WebLink| {
        let url = check::text(&link.url)?;
        let known = ["http://", "https://", "mailto:"];
        if !known.iter().any(|scheme| url.to_lowercase().starts_with(scheme)) {
            return Err(Message::new("document-link").with("url", label::short(&url)).into());
        }
        Ok(WebLink { title: check::text(&link.title)?, url })
    };
    all.iter().map(link).collect()
}

fn few(number: usize) -> Result<(), Refusal> {
    if number > MOST {
        return Err(Message::new("document-too-many-marks").with("most", MOST).into());
    }
    Ok(())
}
