//! Values of the document as a whole.

use super::{check, label};
use crate::model::{Message, Model, Refusal, Setting, SettingKey};

/// Sets a value, or clears it when the text is empty. A title cannot be cleared.
pub fn set(draft: &mut Model, key: SettingKey, value: &str) -> Result<Message, Refusal> {
    let value = match key {
        SettingKey::Title => check::name(value)?,
        SettingKey::Client => check::text(value)?,
        SettingKey::Language => language(value)?,
    };
    let name = match key {
        SettingKey::Title => Message::new("step-set-title").with("name", label::short(&value)),
        SettingKey::Client => Message::new("step-set-client"),
        SettingKey::Language => Message::new("step-set-language"),
    };
    if value.is_empty() {
        draft.settings.remove(&key);
    } else {
        draft.settings.insert(key, Setting { key, value });
    }
    Ok(name)
}

fn language(code: &str) -> Result<String, Refusal> {
    let code = code.trim().to_lowercase();
    if matches!(code.as_str(), "" | "en" | "nl") {
        return Ok(code);
    }
    Err(Message::new("document-language").with("code", label::short(&code)).into())
}
