//! Which texts have which themes, kept small: most texts share a set of themes with many others; and
//! what that says of a selection of texts.
//!
//! Reads no text.

use super::code_book::{CodeBook, Scratch};
use crate::metrics::{Figures, interval, score};
use crate::model::{Histogram, Question, QuestionId, ThemeId, TouchpointId};
use std::collections::{BTreeMap, HashMap};

/// The themes of each text, by its place.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Tags {
    themes: Vec<ThemeId>,
    /// Set of each text: index into `sets`.
    of: Vec<u32>,
    /// Sets of themes, by number; the first is empty.
    sets: Vec<Vec<u16>>,
}

/// Tags texts one after another.
pub struct Tagger<'b> {
    book: &'b CodeBook,
    tags: Tags,
    known: HashMap<Vec<u16>, u32>,
    scratch: Scratch,
    met: Vec<u16>,
}

impl<'b> Tagger<'b> {
    /// Begins, with room for so many texts; those that are never tagged have no theme.
    #[must_use]
    pub fn new(book: &'b CodeBook, texts: usize) -> Self {
        let themes = book.themes().collect();
        let tags = Tags { themes, of: vec![0; texts], sets: vec![Vec::new()] };
        let known = [(Vec::new(), 0)].into();
        Self { book, tags, known, scratch: Scratch::default(), met: Vec::new() }
    }

    /// Tags the text at a place, about a touchpoint or the journey as a whole.
    pub fn tag(&mut self, place: u32, text: &str, about: Option<TouchpointId>) {
        self.book.tag(text, about, &mut self.scratch, &mut self.met);
        if self.met.is_empty() {
            return;
        }
        let set = match self.known.get(&self.met) {
            Some(set) => *set,
            None => {
                let set = u32::try_from(self.tags.sets.len()).unwrap_or(0);
                self.tags.sets.push(self.met.clone());
                self.known.insert(self.met.clone(), set);
                set
            }
        };
        if let Some(of) = self.tags.of.get_mut(place as usize) {
            *of = set;
        }
    }

    /// The tags of all texts.
    #[must_use]
    pub fn finish(self) -> Tags {
        self.tags
    }
}

/// What a theme says of a selection of texts.
#[derive(Clone, PartialEq, Debug)]
pub struct ThemeCount {
    /// The theme.
    pub theme: ThemeId,
    /// Texts that have it.
    pub texts: u64,
    /// Share of all texts, and its 95 % interval, each 0…1. All 0…1 without any text.
    pub share: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// The figure of the answers beside its texts, to the question that most of them answered;
    /// absent below five answers.
    pub figures: Option<Figures>,
}

/// What the themes say of a selection of texts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct ThemeCounts {
    /// Texts in all.
    pub texts: u64,
    /// Texts with at least one theme.
    pub tagged: u64,
    /// Each theme, in the order of the code book.
    pub themes: Vec<ThemeCount>,
}

impl ThemeCounts {
    /// Share of texts with at least one theme, 0…1; absent without texts.
    #[must_use]
    pub fn coverage(&self) -> Option<f64> {
        (self.texts > 0).then(|| self.tagged as f64 / self.texts as f64)
    }
}

/// Fewest answers of which a figure is given.
const FEWEST: u64 = 5;

impl Tags {
    /// The themes of the text at a place, in the order of the code book.
    pub fn of(&self, place: u32) -> impl Iterator<Item = ThemeId> {
        let set = self.set(place);
        set.iter().filter_map(|number| self.themes.get(usize::from(*number)).copied())
    }

    /// Whether the text at a place has one of some themes. Without any, every text passes.
    #[must_use]
    pub fn has_any(&self, place: u32, themes: &[ThemeId]) -> bool {
        themes.is_empty() || self.of(place).any(|theme| themes.contains(&theme))
    }

    /// Whether the text at a place has no theme at all.
    #[must_use]
    pub fn has_none(&self, place: u32) -> bool {
        self.set(place).is_empty()
    }

    fn set(&self, place: u32) -> &[u16] {
        let number = self.of.get(place as usize).copied().unwrap_or(0);
        self.sets.get(number as usize).map_or(&[], Vec::as_slice)
    }

    /// Counts a selection of texts; `answer` gives the answer beside a text, if there is one, and
    /// `questions` what was asked.
    #[must_use]
    pub fn count(
        &self,
        places: &[u32],
        questions: &BTreeMap<QuestionId, Question>,
        answer: impl Fn(u32) -> Option<(QuestionId, i32)>,
    ) -> ThemeCounts {
        let mut sets = vec![0_u64; self.sets.len()];
        let mut answers: HashMap<(u32, QuestionId), Histogram> = HashMap::new();
        for place in places {
            let set = self.of.get(*place as usize).copied().unwrap_or(0);
            if let Some(count) = sets.get_mut(set as usize) {
                *count += 1;
            }
            let Some((id, value)) = answer(*place).filter(|_| set > 0) else { continue };
            let Some(question) = questions.get(&id) else { continue };
            let counts = answers.entry((set, id)).or_insert_with(|| Histogram::new(question.scale));
            counts.add(value, 1);
        }
        let texts = places.len() as u64;
        let of_theme = |number: usize, theme: &ThemeId| {
            let has = |set: usize| {
                let number = u16::try_from(number).unwrap_or(u16::MAX);
                self.sets.get(set).is_some_and(|set| set.contains(&number))
            };
            let count = sets.iter().enumerate().filter(|(set, _)| has(*set)).map(|(_, n)| n).sum();
            let own = answers.iter().filter(|((set, _), _)| has(*set as usize));
            let own = own.map(|((_, id), counts)| (*id, counts));
            theme_count(*theme, count, texts, figures(own, questions))
        };
        let themes = self.themes.iter().enumerate().map(|(n, theme)| of_theme(n, theme)).collect();
        let untagged = sets.first().copied().unwrap_or(texts);
        ThemeCounts { texts, tagged: texts - untagged, themes }
    }
}

fn theme_count(theme: ThemeId, texts: u64, of: u64, figures: Option<Figures>) -> ThemeCount {
    let (low, high) = interval::wilson(texts as f64, of as f64);
    let share = if of == 0 { 0.0 } else { texts as f64 / of as f64 };
    ThemeCount { theme, texts, share, low, high, figures }
}

/// The figures of the question with most answers.
fn figures<'h>(
    answers: impl Iterator<Item = (QuestionId, &'h Histogram)>,
    questions: &BTreeMap<QuestionId, Question>,
) -> Option<Figures> {
    let mut by_question: BTreeMap<QuestionId, Histogram> = BTreeMap::new();
    for (id, counts) in answers {
        by_question.entry(id).or_insert_with(|| Histogram::new(counts.scale)).merge(counts);
    }
    let most =
        by_question.into_iter().max_by_key(|(id, counts)| (counts.n(), std::cmp::Reverse(*id)));
    let (id, counts) = most.filter(|(_, counts)| counts.n() >= FEWEST)?;
    score(questions.get(&id)?, &counts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Theme, ThemeLang};

    fn theme(rule: &str) -> Theme {
        Theme {
            id: ThemeId::fresh(),
            name: rule.to_owned(),
            lang: ThemeLang::Any,
            touchpoint: None,
            include: vec![rule.to_owned()],
            exclude: Vec::new(),
            position: 0,
        }
    }

    #[test]
    fn texts_are_counted_by_theme_with_coverage_and_interval() {
        let (wait, price, never) = (theme("wacht*"), theme("prijs"), theme("nooit"));
        let book = CodeBook::new(&[&wait, &price, &never]);
        let texts = ["lang wachten", "prijs en wachttijd", "prima", "wachten", "hoge prijs"];
        let mut tagger = Tagger::new(&book, texts.len());
        for (place, text) in (0..).zip(texts) {
            tagger.tag(place, text, None);
        }
        let tags = tagger.finish();
        let all: Vec<u32> = (0..5).collect();
        let counts = tags.count(&all, &BTreeMap::new(), |_| None);
        assert_eq!((counts.texts, counts.tagged, counts.coverage()), (5, 4, Some(0.8)));
        let per_theme: Vec<_> = counts.themes.iter().map(|t| (t.theme, t.texts)).collect();
        assert_eq!(per_theme, [(wait.id, 3), (price.id, 2), (never.id, 0)]);
        // Wilson at 3 of 5 and 0 of 5, computed apart.
        let near = |a: f64, b: f64| (a - b).abs() < 1e-6;
        let [first, _, last] = &counts.themes[..] else { unreachable!() };
        assert!(near(first.low, 0.230_724) && near(first.high, 0.882_379), "{first:?}");
        assert!(near(last.low, 0.0) && near(last.high, 0.434_482), "{last:?}");
        assert!(tags.has_any(1, &[price.id]) && !tags.has_any(0, &[price.id]) && tags.has_none(2));
        let none = tags.count(&[], &BTreeMap::new(), |_| None);
        assert_eq!((none.coverage(), none.themes[0].share), (None, 0.0));
    }
}
