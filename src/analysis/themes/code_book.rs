//! All rules of all themes as one automaton: a text goes through it once.
//!
//! The automaton finds letters; whether they are the word that a rule means is looked at after.

use super::language::{Spoken, spoken_in};
use super::rule::{Piece, Rule};
use crate::model::folding::{Folded, fold_into, is_word};
use crate::model::needle::joined;
use crate::model::{Theme, ThemeId, ThemeLang, TouchpointId};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::ops::Range;

/// A theme that a text has, the rule that says so, and the words it met.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit {
    /// The theme.
    pub theme: ThemeId,
    /// The rule as it was written.
    pub rule: String,
    /// Where the text, as it was written, meets it.
    pub ranges: Vec<Range<usize>>,
}

/// A rule, whose it is, and whether it takes a theme away.
struct Entry {
    theme: usize,
    rule: Rule,
    written: String,
    excludes: bool,
    /// The piece by which the automaton finds it.
    anchor: usize,
}

/// A theme as it is applied.
struct Applied {
    id: ThemeId,
    lang: ThemeLang,
    touchpoint: Option<TouchpointId>,
}

/// The themes of a document, ready to be looked for.
pub struct CodeBook {
    themes: Vec<Applied>,
    entries: Vec<Entry>,
    automaton: Option<AhoCorasick>,
    /// The rules of each pattern of the automaton.
    of_pattern: Vec<Vec<usize>>,
}

/// What was met in one text; kept from text to text.
#[derive(Default)]
pub struct Scratch {
    folded: String,
    met: Vec<Met>,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Met {
    #[default]
    Nothing,
    Included,
    Excluded,
}

impl CodeBook {
    /// Makes the code book of themes in their order. A rule that is none is left out: commands let
    /// none through.
    #[must_use]
    pub fn new(themes: &[&Theme]) -> Self {
        let mut entries = Vec::new();
        for (number, theme) in themes.iter().enumerate() {
            for (excludes, rules) in [(false, &theme.include), (true, &theme.exclude)] {
                let parsed = rules.iter().filter_map(|r| Some((r.clone(), Rule::parse(r).ok()?)));
                entries.extend(parsed.map(|(written, rule)| {
                    let longest = |(_, piece): &(usize, &Piece)| piece.letters.len();
                    let anchor = rule.pieces.iter().enumerate().max_by_key(longest);
                    let anchor = anchor.map_or(0, |(at, _)| at);
                    Entry { theme: number, rule, written, excludes, anchor }
                }));
            }
        }
        let applied = |t: &&Theme| Applied { id: t.id, lang: t.lang, touchpoint: t.touchpoint };
        let themes = themes.iter().map(applied).collect();
        let mut book = Self { themes, entries, automaton: None, of_pattern: Vec::new() };
        book.build();
        book
    }

    fn build(&mut self) {
        let mut patterns: Vec<&str> = Vec::new();
        let mut numbers = std::collections::HashMap::new();
        for (number, entry) in self.entries.iter().enumerate() {
            let Some(piece) = entry.rule.pieces.get(entry.anchor) else { continue };
            let pattern = *numbers.entry(piece.letters.as_str()).or_insert_with(|| {
                patterns.push(&piece.letters);
                self.of_pattern.push(Vec::new());
                patterns.len() - 1
            });
            self.of_pattern[pattern].push(number);
        }
        // A code book beyond all measure is slower as a table of failures, never refused.
        let build = |kind| {
            AhoCorasick::builder().match_kind(MatchKind::Standard).kind(Some(kind)).build(&patterns)
        };
        let automaton = build(AhoCorasickKind::DFA);
        self.automaton = automaton.or_else(|_| build(AhoCorasickKind::ContiguousNFA)).ok();
    }

    /// The themes, in order.
    pub fn themes(&self) -> impl ExactSizeIterator<Item = ThemeId> {
        self.themes.iter().map(|theme| theme.id)
    }

    /// Whether there is no theme.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.themes.is_empty()
    }

    /// The themes of a text about a touchpoint (or the journey as a whole), by their number.
    pub fn tag(
        &self,
        text: &str,
        about: Option<TouchpointId>,
        scratch: &mut Scratch,
        themes: &mut Vec<u16>,
    ) {
        themes.clear();
        let Some(automaton) = &self.automaton else { return };
        fold_into(text, &mut scratch.folded);
        let folded = scratch.folded.as_str();
        scratch.met.clear();
        scratch.met.resize(self.themes.len(), Met::Nothing);
        let mut any = false;
        for found in automaton.find_overlapping_iter(folded) {
            for number in &self.of_pattern[found.pattern().as_usize()] {
                let entry = &self.entries[*number];
                let met = &mut scratch.met[entry.theme];
                let done = *met == Met::Excluded || (*met == Met::Included && !entry.excludes);
                if done || words_of(folded, entry, found.range()).is_none() {
                    continue;
                }
                *met = if entry.excludes { Met::Excluded } else { Met::Included };
                any = true;
            }
        }
        if any {
            let mut spoken = None;
            let passes = |number: usize| self.applies(number, folded, about, &mut spoken);
            collect(&scratch.met, themes, passes);
        }
    }

    /// The themes of a text with the rules that say so.
    #[must_use]
    pub fn explain(&self, text: &str, about: Option<TouchpointId>) -> Vec<Hit> {
        let mut themes = Vec::new();
        self.tag(text, about, &mut Scratch::default(), &mut themes);
        let Some(automaton) = self.automaton.as_ref().filter(|_| !themes.is_empty()) else {
            return Vec::new();
        };
        let folded = Folded::new(text);
        let mut ranges: Vec<Vec<Range<usize>>> = vec![Vec::new(); self.entries.len()];
        for found in automaton.find_overlapping_iter(&folded.text) {
            for number in &self.of_pattern[found.pattern().as_usize()] {
                let words = words_of(&folded.text, &self.entries[*number], found.range());
                ranges[*number].extend(words.map(|range| folded.origin(range)));
            }
        }
        let met = |number: &u16| {
            let theme = usize::from(*number);
            let entries = self.entries.iter().zip(&ranges);
            let own = entries.filter(|(e, r)| e.theme == theme && !e.excludes && !r.is_empty());
            let id = self.themes[theme].id;
            own.map(|(entry, ranges)| Hit {
                theme: id,
                rule: entry.written.clone(),
                ranges: joined(ranges.clone()),
            })
            .collect::<Vec<_>>()
        };
        themes.iter().flat_map(met).collect()
    }

    /// Whether a theme is looked for in a text at all.
    fn applies(
        &self,
        number: usize,
        folded: &str,
        about: Option<TouchpointId>,
        spoken: &mut Option<Spoken>,
    ) -> bool {
        let Some(theme) = self.themes.get(number) else { return false };
        if theme.touchpoint.is_some() && theme.touchpoint != about {
            return false;
        }
        let mut spoken = || *spoken.get_or_insert_with(|| spoken_in(folded));
        match theme.lang {
            ThemeLang::Any => true,
            ThemeLang::Nl => spoken() != Spoken::English,
            ThemeLang::En => spoken() != Spoken::Dutch,
        }
    }
}

fn collect(met: &[Met], themes: &mut Vec<u16>, mut passes: impl FnMut(usize) -> bool) {
    for (number, met) in met.iter().enumerate() {
        if *met == Met::Included && passes(number) {
            themes.extend(u16::try_from(number));
        }
    }
}

/// The words that meet a rule around the place where its longest piece was found; none when they
/// are others.
fn words_of(folded: &str, entry: &Entry, found: Range<usize>) -> Option<Range<usize>> {
    let (before, after) = (folded.get(..found.start)?, folded.get(found.end..)?);
    let pieces = &entry.rule.pieces;
    let anchor = pieces.get(entry.anchor)?;
    // Most candidates fail here, before any word is looked at.
    if (!anchor.open_before && before.ends_with(is_word))
        || (!anchor.open_after && after.starts_with(is_word))
    {
        return None;
    }
    let start = before.trim_end_matches(is_word).len();
    let end = folded.len() - after.trim_start_matches(is_word).len();
    let (mut first, mut last) = (start, end);
    for piece in pieces.get(..entry.anchor)?.iter().rev() {
        let head = folded.get(..first)?.trim_end_matches(divides);
        let from = head.trim_end_matches(is_word).len();
        if head.len() == first || !piece.fits(head.get(from..)?) {
            return None;
        }
        first = from;
    }
    for piece in pieces.get(entry.anchor + 1..)? {
        let tail = folded.get(last..)?;
        let rest = tail.trim_start_matches(divides);
        let word = rest.len() - rest.trim_start_matches(is_word).len();
        if rest.len() == tail.len() || !piece.fits(rest.get(..word)?) {
            return None;
        }
        last = folded.len() - rest.len() + word;
    }
    Some(first..last)
}

/// Whether a sign may stand between the words of a rule: all but those that end a sentence.
fn divides(c: char) -> bool {
    !is_word(c) && !matches!(c, '.' | '!' | '?' | ';' | ':' | '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    pub fn theme(name: &str, include: &[&str], exclude: &[&str]) -> Theme {
        let own = |rules: &[&str]| rules.iter().map(|r| (*r).to_owned()).collect();
        Theme {
            id: ThemeId::fresh(),
            name: name.to_owned(),
            lang: ThemeLang::Any,
            touchpoint: None,
            include: own(include),
            exclude: own(exclude),
            position: 0,
        }
    }

    /// The words a rule meets in a text.
    fn met(rule: &str, text: &str) -> Vec<String> {
        let theme = theme("x", &[rule], &[]);
        let hits = CodeBook::new(&[&theme]).explain(text, None);
        let ranges = hits.iter().flat_map(|hit| &hit.ranges);
        ranges.map(|range| text[range.clone()].to_owned()).collect()
    }

    #[test]
    fn which_words_a_rule_meets() {
        for (rule, text, words) in [
            ("wacht", "Ik wacht. Gewacht en wachten.", &["wacht"][..]),
            ("wacht*", "Ik wacht. Gewacht en wachten.", &["wacht", "wachten"]),
            ("*wacht", "Ik wacht. Gewacht en wachten.", &["wacht", "Gewacht"]),
            ("*wacht*", "Ik wacht. Gewacht; wachttijden!", &["wacht", "Gewacht", "wachttijden"]),
            ("reunie", "De REÜNIE was leuk", &["REÜNIE"]),
            ("één", "e\u{301}e\u{301}n keer", &["e\u{301}e\u{301}n"]),
            ("niet opgelost*", "Het is niet  opgelost", &["niet  opgelost"]),
            ("niet opgelost*", "Het is niet. Opgelost!", &[]),
            ("niet opgelost*", "Het niet-opgeloste", &["niet-opgeloste"]),
            ("kastje naar de muur", "van het kastje naar de muur", &["kastje naar de muur"]),
            ("kastje naar de muur", "kastje naar de", &[]),
            ("in 1 keer", "meteen in 1 keer goed", &["in 1 keer"]),
            ("didn't know", "They didn’t know it", &["didn’t know"]),
            ("*kosten", "verzendkosten en kostenpost", &["verzendkosten"]),
            ("app", "apparaat, app, snapp", &["app"]),
            ("app", "", &[]),
            ("漢字", "漢字", &["漢字"]),
        ] {
            assert_eq!(met(rule, text), words, "{rule} in {text}");
        }
    }

    #[test]
    fn themes_exclude_belong_to_touchpoints_and_languages() {
        let bill = TouchpointId::fresh();
        let wait = theme("Wait", &["wacht*"], &["wachtwoord*"]);
        let price = theme("Price", &["duur", "prijs"], &[]);
        let here = Theme { touchpoint: Some(bill), ..theme("Here", &["nota"], &[]) };
        let dutch = Theme { lang: ThemeLang::Nl, ..theme("Nl", &["late", "hotel"], &[]) };
        let english = Theme { lang: ThemeLang::En, ..theme("En", &["late", "hotel"], &[]) };
        let book = CodeBook::new(&[&wait, &price, &here, &dutch, &english]);
        let tags = |text: &str, about| {
            let (mut scratch, mut tags) = (Scratch::default(), Vec::new());
            book.tag(text, about, &mut scratch, &mut tags);
            tags
        };
        for (text, about, expected) in [
            ("Lang wachten en te duur", None, &[0, 1][..]),
            ("Wachten op een nieuw wachtwoord", None, &[]),
            ("De nota klopt niet", None, &[]),
            ("De nota klopt niet", Some(bill), &[2]),
            ("De bus kwam met de late trein en dat is niet goed", None, &[3]),
            ("The train was late and they did not tell you", None, &[4]),
            ("hotel", None, &[3, 4]),
            ("", None, &[]),
        ] {
            assert_eq!(tags(text, about), expected, "{text}");
        }
        let hits = book.explain("Te duur, die prijs en wachttijd", None);
        let shown: Vec<_> = hits.iter().map(|h| (h.theme, h.rule.as_str())).collect();
        assert_eq!(shown, [(wait.id, "wacht*"), (price.id, "duur"), (price.id, "prijs")]);
        assert!(CodeBook::new(&[]).explain("Te duur", None).is_empty());
    }
}
