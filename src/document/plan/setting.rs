//! Values of the document as a whole.

use super::{check, label};
use crate::model::{Message, Model, Refusal, Setting, SettingKey};

/// The most megabytes of undo steps that a document keeps.
const MOST_MEGABYTES: u32 = 10_000;

/// Sets a value, or clears it when the text is empty. A title cannot be cleared.
pub fn set(draft: &mut Model, key: SettingKey, value: &str) -> Result<Message, Refusal> {
    let value = match key {
        SettingKey::Title => check::name(value)?,
        SettingKey::Client => check::text(value)?,
        SettingKey::Language => language(value)?,
        SettingKey::HistoryLimit => megabytes(value)?,
    };
    let name = match key {
        SettingKey::Title => Message::new("step-set-title").with("name", label::short(&value)),
        SettingKey::Client => Message::new("step-set-client"),
        SettingKey::Language => Message::new("step-set-language"),
        SettingKey::HistoryLimit => Message::new("step-set-history-limit"),
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

/// A whole number of megabytes, 1 or more.
fn megabytes(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    match text.parse::<u32>() {
        Ok(number) if (1..=MOST_MEGABYTES).contains(&number) => Ok(number.to_string()),
        _ => {
            let message = Message::new("document-history-limit").with("text", label::short(text));
            Err(message.with("most", i64::from(MOST_MEGABYTES)).into())
        }
    }
}
