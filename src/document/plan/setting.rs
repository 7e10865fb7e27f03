//! Values of the document as a whole.

use super::{check, label};
use crate::model::{Message, Model, Refusal, Setting, SettingKey};

/// Sets a value, or clears it when the text is empty. A title cannot be cleared.
pub fn set(draft: &mut Model, key: SettingKey, value: &str) -> Result<Message, Refusal> {
    let value = match key {
        SettingKey::Title => check::name(value)?,
        SettingKey::Client => check::text(value)?,
    };
    let name = match key {
        SettingKey::Title => Message::new("step-set-title").with("name", label::short(&value)),
        SettingKey::Client => Message::new("step-set-client"),
    };
    if value.is_empty() {
        draft.settings.remove(&key);
    } else {
        draft.settings.insert(key, Setting { key, value });
    }
    Ok(name)
}
