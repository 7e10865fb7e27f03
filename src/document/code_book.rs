//! The themes to begin with, in both languages, as data inside the program.
//!
//! Once added they belong to the document, to be altered like any other theme.

use crate::model::{Message, Refusal, ThemeLang};
use serde::Deserialize;

/// A theme to begin with.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartTheme {
    /// Name.
    pub name: String,
    /// Rules of which one must be met.
    pub include: Vec<String>,
    /// Rules of which none may be met.
    pub exclude: Vec<String>,
}

/// The themes to begin with for texts of a language.
///
/// # Errors
/// When none are kept for it.
pub fn start_themes(lang: ThemeLang) -> Result<Vec<StartTheme>, Refusal> {
    let json = match lang {
        ThemeLang::Nl => include_str!("../../assets/themes/nl.json"),
        ThemeLang::En => include_str!("../../assets/themes/en.json"),
        ThemeLang::Any => return Err(Message::new("document-no-start-themes").into()),
    };
    serde_json::from_str(json).map_err(|_| Message::new("document-no-start-themes").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::themes::Rule;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_to_begin_with_is_one_and_stands_once() {
        for lang in [ThemeLang::Nl, ThemeLang::En] {
            let themes = start_themes(lang).unwrap();
            assert!(themes.len() >= 12, "{lang:?}");
            for theme in &themes {
                let mut met = BTreeSet::new();
                for rule in theme.include.iter().chain(&theme.exclude) {
                    assert!(Rule::parse(rule).is_ok(), "{}: {rule}", theme.name);
                    assert!(met.insert(rule.to_lowercase()), "{}: {rule} twice", theme.name);
                }
            }
        }
        assert!(start_themes(ThemeLang::Any).is_err());
    }
}
