//! Labels of survey files beside the touchpoints they may mean.
//!
//! Only suggests: nothing is matched because it looks alike, a person says so.

use crate::model::query::{folded, same_name};
use crate::model::{JourneyId, Model, TouchpointId};
use icu_normalizer::DecomposingNormalizerBorrowed;
use serde::Serialize;

/// Why a touchpoint is suggested for a label.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// It has that title. An import matches it.
    Exact,
    /// It has that title but for case. An import matches it.
    Case,
    /// Someone said that the label means it. An import matches it.
    Synonym,
    /// The title looks alike. An import never matches it.
    Alike,
}

/// A touchpoint that a label may mean.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Suggestion {
    /// The label.
    pub label: String,
    /// The touchpoint.
    pub touchpoint: TouchpointId,
    /// Why.
    pub how: How,
    /// How sure, 0 to 1; 1 for all that an import matches by itself.
    pub score: f64,
}

/// The least that a title must look alike to be suggested.
const LEAST: f64 = 0.7;
/// The most that looking alike can be worth.
const MOST: f64 = 0.99;
/// How alike two words must be to count as one.
const SAME_WORD: f64 = 0.8;

/// Words that say nothing about what a touchpoint is, in both languages.
const STOP_WORDS: [&str; 47] = [
    "a", "aan", "about", "an", "and", "at", "bij", "by", "contact", "dat", "de", "den", "der",
    "die", "door", "een", "en", "for", "from", "het", "how", "in", "is", "met", "my", "naar", "of",
    "om", "on", "ons", "onze", "op", "or", "our", "over", "te", "the", "to", "tot", "uit", "uw",
    "van", "via", "voor", "with", "your", "jouw",
];

/// The touchpoint that each label most likely means, for labels where one comes near enough. The
/// first three ways are those of an import, in its order; touchpoints on the journey come first.
#[must_use]
pub fn suggest(model: &Model, journey: Option<JourneyId>, labels: &[&str]) -> Vec<Suggestion> {
    let titles = Titles::new(model, journey);
    labels.iter().filter_map(|label| titles.best(model, label)).collect()
}

/// What touchpoints are called, made ready to compare; those of the journey first.
struct Titles<'a>(Vec<(TouchpointId, &'a str, Words)>);

impl<'a> Titles<'a> {
    fn new(model: &'a Model, journey: Option<JourneyId>) -> Self {
        let is_on = |id| {
            model.placements.values().any(|p| p.touchpoint == id && Some(p.journey) == journey)
        };
        let mut all: Vec<_> = model.touchpoints.values().collect();
        all.sort_by_cached_key(|t| (!is_on(t.id), t.id));
        Self(all.into_iter().map(|t| (t.id, t.title.as_str(), Words::of(&t.title))).collect())
    }

    fn best(&self, model: &Model, label: &str) -> Option<Suggestion> {
        let label = label.trim();
        if label.is_empty() {
            return None;
        }
        let titled = |matches: &dyn Fn(&str) -> bool| {
            self.0.iter().find(|(_, title, _)| matches(title)).map(|(id, ..)| *id)
        };
        let exact = titled(&|title| title == label).map(|id| (id, How::Exact));
        let sure = exact
            .or_else(|| titled(&|title| same_name(title, label)).map(|id| (id, How::Case)))
            .or_else(|| model.synonym(label).map(|s| (s.touchpoint, How::Synonym)));
        let (touchpoint, how, score) = match sure {
            Some((touchpoint, how)) => (touchpoint, how, 1.0),
            None => {
                let (touchpoint, score) = self.alike(label)?;
                (touchpoint, How::Alike, score)
            }
        };
        Some(Suggestion { label: label.to_owned(), touchpoint, how, score })
    }

    /// The title that looks most alike, and how much; of equals the first.
    fn alike(&self, label: &str) -> Option<(TouchpointId, f64)> {
        let words = Words::of(label);
        let mut best: Option<(TouchpointId, f64)> = None;
        for (id, _, title) in &self.0 {
            let score = words.alike(title);
            if score >= LEAST && best.is_none_or(|(_, most)| score > most) {
                best = Some((*id, score));
            }
        }
        best
    }
}

/// Ordinals in one way of writing: "1e", "eerste" and "first" say the same.
const ORDINALS: [(&str, &[&str]); 4] = [
    ("1", &["1e", "1ste", "1st", "eerste", "first"]),
    ("2", &["2e", "2de", "2nd", "tweede", "second"]),
    ("3", &["3e", "3de", "3rd", "derde", "third"]),
    ("4", &["4e", "4de", "4th", "vierde", "fourth"]),
];

fn counted(word: &str) -> &str {
    ORDINALS.iter().find(|(_, ways)| ways.contains(&word)).map_or(word, |(number, _)| number)
}

/// A text made ready to compare.
struct Words {
    /// All of it, without case, accents and signs.
    whole: String,
    /// The words that say something, in order of the alphabet.
    telling: Vec<String>,
}

impl Words {
    fn of(text: &str) -> Self {
        let plain = DecomposingNormalizerBorrowed::new_nfkd().normalize(&folded(text)).into_owned();
        let plain: String = plain.chars().filter(|c| !is_accent(*c)).collect();
        let all = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let all: Vec<&str> = all.map(counted).collect();
        let mut telling: Vec<String> =
            all.iter().filter(|w| !STOP_WORDS.contains(w)).map(|w| (*w).to_owned()).collect();
        telling.sort();
        Self { whole: all.concat(), telling }
    }

    /// How alike two texts are, 0 to `MOST`: the better of their words one by one and their letters
    /// in a row. Texts with different numbers are not alike at all: gate 1 is not gate 2.
    fn alike(&self, other: &Self) -> f64 {
        if self.whole.is_empty() || other.whole.is_empty() || self.numbers() != other.numbers() {
            return 0.0;
        }
        let in_a_row = strsim::normalized_damerau_levenshtein(&self.whole, &other.whole);
        let sorted = strsim::normalized_damerau_levenshtein(
            &self.telling.join(" "),
            &other.telling.join(" "),
        );
        let by_word = self.shared(other);
        let telling = if self.telling.is_empty() || other.telling.is_empty() {
            in_a_row
        } else {
            in_a_row.max(sorted).max(by_word)
        };
        // What the stop words say counts a little: of two equals the one with the same words wins.
        (0.9 * telling + 0.1 * in_a_row).min(MOST)
    }

    fn numbers(&self) -> Vec<&str> {
        let is_number = |word: &&String| word.chars().all(|c| c.is_ascii_digit());
        self.telling.iter().filter(is_number).map(String::as_str).collect()
    }

    /// The part of both texts, by letters, that stands in words they share.
    fn shared(&self, other: &Self) -> f64 {
        let letters = |words: &[String]| words.iter().map(|w| w.chars().count()).sum::<usize>();
        let all = letters(&self.telling) + letters(&other.telling);
        if all == 0 {
            return 0.0;
        }
        let mut left: Vec<&String> = other.telling.iter().collect();
        let mut shared = 0.0;
        for word in &self.telling {
            let near = left.iter().enumerate().map(|(at, w)| (at, strsim::jaro_winkler(word, w)));
            let best = near.max_by(|a, b| a.1.total_cmp(&b.1)).filter(|(_, s)| *s >= SAME_WORD);
            if let Some((at, score)) = best {
                let both = word.chars().count() + left.swap_remove(at).chars().count();
                shared += score * both as f64;
            }
        }
        shared / all as f64
    }
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Synonym, SynonymId, Touchpoint};

    fn model(titles: &[&str]) -> Model {
        let mut model = Model::default();
        for title in titles {
            let id = TouchpointId::fresh();
            model.touchpoints.insert(id, Touchpoint::new(id, (*title).to_owned()));
        }
        model
    }

    #[test]
    fn labels_find_what_they_may_mean() {
        let model = model(&[
            "Website",
            "Boarding pass",
            "Klantenservice",
            "Café",
            "Gate 1",
            "First bill",
            "Check-in",
            "Security check",
            "website",
        ]);
        let cases = [
            ("Website", Some(("Website", How::Exact))),
            ("website", Some(("website", How::Exact))),
            (" WEBSITE ", Some(("Website", How::Case))),
            ("Web site", Some(("Website", How::Alike))),
            ("De website", Some(("Website", How::Alike))),
            ("Klantenservis", Some(("Klantenservice", How::Alike))),
            ("Contact met de klantenservice", Some(("Klantenservice", How::Alike))),
            ("Ticket/boarding pass", Some(("Boarding pass", How::Alike))),
            ("cafe", Some(("Café", How::Alike))),
            ("bill, first", Some(("First bill", How::Alike))),
            ("1st bill", Some(("First bill", How::Alike))),
            ("Gate 2", None),
            ("Gate", None),
            ("Second bill", None),
            ("Parking", None),
            ("the", None),
            ("", None),
        ];
        for (label, expected) in cases {
            let found = suggest(&model, None, &[label]);
            let found =
                found.first().map(|s| (model.touchpoints[&s.touchpoint].title.as_str(), s.how));
            assert_eq!(found, expected, "{label}");
        }
    }

    #[test]
    fn a_synonym_is_sure_and_a_title_comes_before_it() {
        let mut model = model(&["Restaurants", "Shops"]);
        let shops = model.touchpoint_named("Shops").unwrap().id;
        for label in ["F&B", "Restaurants"] {
            let id = SynonymId::fresh();
            model.synonyms.insert(id, Synonym { id, label: label.to_owned(), touchpoint: shops });
        }
        let found = suggest(&model, None, &["f&b", "restaurants"]);
        assert_eq!((found[0].how, found[0].score, found[0].touchpoint), (How::Synonym, 1.0, shops));
        assert_eq!(found[1].how, How::Case);
        assert_ne!(found[1].touchpoint, shops);
    }

    #[test]
    fn alike_is_never_certain_and_says_how_much() {
        let model = model(&["Call centre"]);
        let score = |label| suggest(&model, None, &[label]).first().map_or(0.0, |s| s.score);
        assert!(score("Call center") > 0.85);
        assert!(score("The call centre") <= MOST && score("The call centre") > 0.9);
        assert!(score("Calls") < LEAST);
    }
}
