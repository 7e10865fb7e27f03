//! The code book: themes and their rules.
//!
//! Reads no text: that a rule is one is all that is asked here.

use super::{check, derive, label, order};
use crate::analysis::themes::Rule;
use crate::document::code_book::start_themes;
use crate::model::query::same_name;
use crate::model::{
    Message, Model, Record, Refusal, Tell, Theme, ThemeId, ThemeLang, TouchpointId,
};

/// Most themes of a document.
const MOST_THEMES: usize = 500;
/// Most rules of a theme, of each kind.
const MOST_RULES: usize = 500;

/// Adds or alters a theme; `rules` are those that include and those that exclude.
pub fn put(
    draft: &mut Model,
    id: ThemeId,
    name: &str,
    lang: ThemeLang,
    touchpoint: Option<TouchpointId>,
    [include, exclude]: [&[String]; 2],
) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    if let Some(touchpoint) = touchpoint {
        check::touchpoint(draft, touchpoint)?;
    }
    let (include, exclude) = (rules(include)?, rules(exclude)?);
    if include.is_empty() {
        return Err(Message::new("document-theme-no-rules").with("name", name).into());
    }
    let twice = draft.themes.values().any(|t| {
        t.id != id && same_name(&t.name, &name) && t.lang == lang && t.touchpoint == touchpoint
    });
    if twice {
        return Err(Message::new("document-theme-twice").with("name", label::short(&name)).into());
    }
    let known = draft.themes.get(&id).map(|t| t.position);
    let key = if known.is_some() { "step-change-theme" } else { "step-add-theme" };
    let step = Message::new(key).with("name", label::short(&name));
    let position = known.unwrap_or(i64::MAX);
    draft.themes.insert(id, Theme { id, name, lang, touchpoint, include, exclude, position });
    finish(draft, None)?;
    Ok(step)
}

/// Moves a theme.
pub fn shift(draft: &mut Model, id: ThemeId, index: usize) -> Result<Message, Refusal> {
    let name = label::short(&check::theme(draft, id)?.name);
    finish(draft, Some((id, index)))?;
    Ok(Message::new("step-move-theme").with("name", name))
}

/// Deletes a theme.
pub fn delete(draft: &mut Model, id: ThemeId) -> Result<Message, Refusal> {
    let name = label::short(&check::theme(draft, id)?.name);
    draft.themes.remove(&id);
    finish(draft, None)?;
    Ok(Message::new("step-delete-theme").with("name", name))
}

/// Adds the themes to begin with, but those whose name is there.
pub fn add_start(draft: &mut Model, id: ThemeId, lang: ThemeLang) -> Result<Message, Refusal> {
    for theme in start_themes(lang)? {
        let known = draft.themes.values().any(|t| same_name(&t.name, &theme.name));
        if known {
            continue;
        }
        let id = ThemeId(derive::id(id.0, theme.name.as_bytes()));
        check::unused(&draft.themes, id)?;
        put(draft, id, &theme.name, lang, None, [&theme.include, &theme.exclude])?;
    }
    Ok(Message::new("step-add-start-themes").with("lang", Message::new(lang.name_key())))
}

/// Rules without outer blanks, each once; empty ones are left out.
fn rules(written: &[String]) -> Result<Vec<String>, Refusal> {
    let mut rules: Vec<String> = Vec::new();
    for rule in written.iter().map(|r| r.trim()).filter(|r| !r.is_empty()) {
        Rule::parse(rule).map_err(|fault| fault.message())?;
        if !rules.iter().any(|known| same_name(known, rule)) {
            rules.push(rule.to_owned());
        }
    }
    if rules.len() > MOST_RULES {
        let message = Message::new("document-too-many-rules").with("count", rules.len());
        return Err(message.with("most", MOST_RULES).into());
    }
    Ok(rules)
}

/// Gives the themes their places again.
fn finish(draft: &mut Model, moved: Option<(ThemeId, usize)>) -> Result<(), Refusal> {
    if draft.themes.len() > MOST_THEMES {
        let message = Message::new("document-too-many-themes");
        return Err(message.with("most", MOST_THEMES).into());
    }
    let mut all: Vec<_> = draft.themes_in_order().into_iter().map(Record::id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut all, id, Some(index));
    }
    order::number(&mut draft.themes, &all, |t| &mut t.position);
    Ok(())
}
