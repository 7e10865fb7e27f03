//! A rule of the code book as a person writes it: words, beginnings, ends and parts of words in a row.
//!
//! Knows no text and no automaton; only what a rule means.

use crate::model::folding::{folded, is_word};
use crate::model::{Message, Tell};

/// Most characters of a rule.
pub const LONGEST_RULE: usize = 200;
/// Fewest letters of a part of a word: shorter ones are in nearly every text.
const SHORTEST_PART: usize = 3;
/// Fewest letters of the beginning or end of a word.
const SHORTEST_END: usize = 2;

/// One word of a rule, folded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The letters, without stars.
    pub letters: String,
    /// Whether letters may come before.
    pub open_before: bool,
    /// Whether letters may follow.
    pub open_after: bool,
}

impl Piece {
    /// Whether a folded word is meant.
    #[must_use]
    pub fn fits(&self, word: &str) -> bool {
        match (self.open_before, self.open_after) {
            (false, false) => word == self.letters,
            (false, true) => word.starts_with(&self.letters),
            (true, false) => word.ends_with(&self.letters),
            (true, true) => word.contains(&self.letters),
        }
    }
}

/// A rule: one word, or several in a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rule {
    /// The words, at least one.
    pub pieces: Vec<Piece>,
}

/// Why a rule is none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum RuleFault {
    /// There is nothing to look for.
    Empty,
    /// A star stands within a word, or alone.
    Star(String),
    /// So few letters would find nearly every text.
    TooShort(String),
    /// Nobody would read it.
    TooLong(String),
}

impl Tell for RuleFault {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("theme-rule-empty"),
            Self::Star(rule) => Message::new("theme-rule-star").with("rule", rule.clone()),
            Self::TooShort(rule) => Message::new("theme-rule-short")
                .with("rule", rule.clone())
                .with("part", SHORTEST_PART)
                .with("end", SHORTEST_END),
            Self::TooLong(rule) => Message::new("theme-rule-long")
                .with("rule", rule.clone())
                .with("most", LONGEST_RULE),
        }
    }
}

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, RuleFault> {
        let text = text.trim();
        if text.chars().count() > LONGEST_RULE {
            return Err(RuleFault::TooLong(text.chars().take(40).chain(['…']).collect()));
        }
        let folded = folded(text);
        let parts = folded.split(|c| !is_word(c) && c != '*').filter(|part| !part.is_empty());
        let pieces: Result<Vec<Piece>, RuleFault> =
            parts.map(|part| piece(part).map_err(|fault| fault(text.to_owned()))).collect();
        let pieces = pieces?;
        if pieces.is_empty() { Err(RuleFault::Empty) } else { Ok(Self { pieces }) }
    }
}

/// A word of a rule, or the fault there is.
fn piece(part: &str) -> Result<Piece, fn(String) -> RuleFault> {
    let letters = part.trim_matches('*');
    let (before, after) = (part.starts_with('*'), part.ends_with('*'));
    if letters.is_empty() || letters.contains('*') {
        return Err(RuleFault::Star);
    }
    let length = letters.chars().count();
    let least = match (before, after) {
        (true, true) => SHORTEST_PART,
        (false, false) => 1,
        _ => SHORTEST_END,
    };
    if length < least {
        return Err(RuleFault::TooShort);
    }
    Ok(Piece { letters: letters.to_owned(), open_before: before, open_after: after })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(rule: &str) -> String {
        let rule = Rule::parse(rule).unwrap();
        let star = |open: bool| if open { "*" } else { "" };
        let piece =
            |p: &Piece| format!("{}{}{}", star(p.open_before), p.letters, star(p.open_after));
        rule.pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_rule_means() {
        for (rule, meaning) in [
            ("  Wachten ", "wachten"),
            ("wacht*", "wacht*"),
            ("*Wacht*", "*wacht*"),
            ("**wacht**", "*wacht*"),
            ("*kosten", "*kosten"),
            ("Reünie", "reunie"),
            ("niet opgelost*", "niet opgelost*"),
            ("e-mail", "e mail"),
            ("didn’t know", "didn t know"),
            ("24/7", "24 7"),
        ] {
            assert_eq!(shown(rule), meaning, "{rule}");
        }
    }

    #[test]
    fn what_is_no_rule() {
        let long = "a".repeat(LONGEST_RULE + 1);
        for (rule, key) in [
            ("", "theme-rule-empty"),
            (" - ", "theme-rule-empty"),
            ("*", "theme-rule-star"),
            ("wa*cht", "theme-rule-star"),
            ("lang * wachten", "theme-rule-star"),
            ("*ab*", "theme-rule-short"),
            ("a*", "theme-rule-short"),
            ("*e", "theme-rule-short"),
            (&long, "theme-rule-long"),
        ] {
            assert_eq!(Rule::parse(rule).unwrap_err().message().key, key, "{rule}");
        }
    }
}
