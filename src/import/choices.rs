//! Cells that name several options at once: each option becomes a segment that says yes or no.
//!
//! Splits one cell; which columns are such is said by the profile.

use super::numbers::Decimal;
use super::plan::Words;
use crate::model::Message;
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// Options that are told apart when the profile lists none: more means that the cells hold words.
const MOST_FREE: usize = 60;

/// Separators by which tools join options, the surest first.
const SEPARATORS: [&str; 4] = [";", " | ", "|", ", "];
/// Options that one question has at most.
const MOST_OPTIONS: usize = 40;
/// Characters of the longest option.
const LONGEST: usize = 60;

/// How the cells of a column name several options.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Several {
    /// What stands between them.
    pub separator: String,
    /// The options, the most frequent first.
    pub options: Vec<String>,
}

/// Whether these values name several options each: the same pieces come back in other company.
pub(super) fn find(values: &[(&str, u64)]) -> Option<Several> {
    SEPARATORS.into_iter().find_map(|separator| find_by(values, separator))
}

fn find_by(values: &[(&str, u64)], separator: &str) -> Option<Several> {
    const FEWEST_ROWS: u64 = 8;
    let rows: u64 = values.iter().map(|v| v.1).sum();
    if rows < FEWEST_ROWS || values.len() < 3 {
        return None;
    }
    // Piece → rows, different values it stands in, rows where it is in company.
    let mut pieces: HashMap<&str, (u64, u64)> = HashMap::new();
    let (mut with_several, mut marked, mut all) = (0, 0, 0);
    for (value, count) in values {
        let found = split(value, separator.trim(), &[]);
        if found.iter().any(|p| p.chars().count() > LONGEST) || found.len() > 2 * MOST_OPTIONS {
            return None;
        }
        with_several += if found.len() > 1 { *count } else { 0 };
        marked += if value.trim_end().ends_with(separator) { *count } else { 0 };
        all += found.len() as u64 * count;
        for piece in found {
            let of = pieces.entry(piece).or_default();
            of.0 += count;
            of.1 += 1;
        }
    }
    let usual: Vec<(&str, u64)> = pieces
        .iter()
        .filter(|(_, (rows, values))| *rows >= 2 && *values >= 2)
        .map(|(piece, (rows, _))| (*piece, *rows))
        .collect();
    let covered: u64 = usual.iter().map(|u| u.1).sum();
    // A tool that ends each option with the separator means options.
    let ended = marked * 10 >= rows * 9 && with_several > 0;
    let several = with_several * 5 >= rows || ended;
    // Numbers joined by a comma are amounts, not options.
    let words = usual.iter().all(|u| u.0.chars().any(char::is_alphabetic));
    let fits = (2..=MOST_OPTIONS).contains(&usual.len()) && words;
    let enough = if ended { covered * 2 >= all } else { covered * 20 >= all * 17 };
    if !several || !fits || !enough {
        return None;
    }
    let mut options = usual;
    options.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    if pieces.len() <= MOST_OPTIONS {
        let mut rest: Vec<(&str, u64)> = pieces
            .iter()
            .filter(|(piece, _)| !options.iter().any(|o| o.0 == **piece))
            .map(|(piece, (rows, _))| (*piece, *rows))
            .collect();
        rest.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
        options.append(&mut rest);
    }
    let options = options.into_iter().map(|o| o.0.to_owned()).collect();
    Some(Several { separator: separator.to_owned(), options })
}

/// A column of several options, prepared.
pub(super) struct Choices {
    separator: String,
    options: Vec<String>,
    yes: String,
    no: String,
}

impl Choices {
    /// `labels` may say what yes and no are called.
    pub fn new(separator: &str, options: &[String], labels: &Words<String>) -> Self {
        let called = |word: &str| {
            labels.get(word, Decimal::Point).cloned().unwrap_or_else(|| word.to_owned())
        };
        let mut options: Vec<String> =
            options.iter().map(|o| o.trim().to_owned()).filter(|o| !o.is_empty()).collect();
        // The longest first: an option may hold the separator, and another one's words.
        options.sort_by_key(|o| std::cmp::Reverse(o.len()));
        let trimmed = separator.trim();
        let separator = if trimmed.is_empty() { separator } else { trimmed };
        Self { separator: separator.to_owned(), options, yes: called("yes"), no: called("no") }
    }

    /// What a filled cell says of each option: (option, yes or no). What is no option comes back
    /// as a reason, beside the options that are.
    pub fn read(
        &self,
        cell: &str,
        free: &mut HashSet<String>,
    ) -> (Vec<(String, String)>, Result<(), Message>) {
        let (mut chosen, mut unknown) = (Vec::new(), Vec::new());
        for piece in split(cell, &self.separator, &self.options) {
            let known = self.options.iter().find(|o| o.to_lowercase() == piece.to_lowercase());
            if let Some(option) = known {
                chosen.push(option.clone());
            } else if self.options.is_empty() && (free.len() < MOST_FREE || free.contains(piece)) {
                free.insert(piece.to_owned());
                chosen.push(piece.to_owned());
            } else {
                unknown.push(piece);
            }
        }
        let mut said: Vec<(String, String)> = Vec::new();
        for option in &chosen {
            if !said.iter().any(|s| s.0 == *option) {
                said.push((option.clone(), self.yes.clone()));
            }
        }
        if !chosen.is_empty() || unknown.is_empty() {
            let rest = self.options.iter().filter(|o| !chosen.contains(o));
            said.extend(rest.map(|o| (o.clone(), self.no.clone())));
        }
        let reason = || Message::new("import-reason-no-option").with("value", unknown.join(", "));
        let verdict = if unknown.is_empty() { Ok(()) } else { Err(reason()) };
        (said, verdict)
    }
}

/// The pieces of a cell. A known option is one piece even where it holds the separator.
pub(super) fn split<'c>(cell: &'c str, separator: &str, options: &[String]) -> Vec<&'c str> {
    let mut pieces = Vec::new();
    let mut rest = cell.trim();
    while !rest.is_empty() {
        let whole = options.iter().find_map(|option| {
            let head = rest.get(..option.len())?;
            let tail = rest[option.len()..].trim_start();
            let ends = tail.is_empty() || tail.starts_with(separator);
            (ends && head.to_lowercase() == option.to_lowercase()).then_some((head, tail))
        });
        let (piece, tail) = match whole {
            Some((head, tail)) => (head, tail.strip_prefix(separator).unwrap_or(tail)),
            None => rest.split_once(separator).unwrap_or((rest, "")),
        };
        if !piece.trim().is_empty() {
            pieces.push(piece.trim());
        }
        rest = tail.trim();
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_yes_to_what_it_names_and_no_to_the_rest() {
        let options = ["Phone", "Tablet, e-reader", "TV"].map(str::to_owned);
        let choices = Choices::new(", ", &options, &Words::default());
        let mut free = HashSet::new();
        let said = |cell: &str, free: &mut HashSet<String>| {
            let (said, verdict) = choices.read(cell, free);
            let mut yes: Vec<String> =
                said.iter().filter(|s| s.1 == "yes").map(|s| s.0.clone()).collect();
            yes.sort();
            (yes.join(" + "), said.len(), verdict.is_ok())
        };
        assert_eq!(
            said("tv, Tablet, e-reader", &mut free),
            ("TV + Tablet, e-reader".into(), 3, true)
        );
        assert_eq!(said("Phone,TV ,", &mut free), ("Phone + TV".into(), 3, true));
        assert_eq!(said("Phone, Fridge", &mut free), ("Phone".into(), 3, false));
        assert_eq!(said("Fridge", &mut free), (String::new(), 0, false));
    }

    #[test]
    fn pieces_that_come_back_in_other_company_are_options() {
        let joined = [("App;Web;", 3), ("Web;", 3), ("App;Phone;", 2), ("Phone;", 1), ("App;", 1)];
        let found = find(&joined).unwrap();
        assert_eq!((found.separator.as_str(), found.options.len()), (";", 3));
        assert_eq!(found.options[0], "App");
        // An option that was met in one company only.
        let ended = [("App;", 5), ("App;Web;", 2), ("Web;", 3), ("App;Phone;", 2)];
        assert_eq!(find(&ended).unwrap().options, ["App", "Web", "Phone"]);
        let firms =
            [("Schmeler, Schimmel and Sons", 20), ("Prep Air", 30), ("Bins, Toy and Co", 20)];
        assert_eq!(find(&firms), None);
        let incomes = [("$0 - $24,999", 9), ("$25,000 - $49,999", 9), ("$50,000 - $99,999", 9)];
        assert_eq!(find(&incomes), None);
        let places = [("Delft, NL", 5), ("Gouda, NL", 4), ("Gent, BE", 3), ("Aalst, BE", 2)];
        assert_eq!(find(&places), None);
        let said = [("Good, but slow", 1), ("Slow", 2), ("Nice people, thank you", 1), ("Ok", 9)];
        assert_eq!(find(&said), None);
    }

    #[test]
    fn without_a_list_each_piece_is_an_option_up_to_a_limit() {
        let choices = Choices::new(";", &[], &Words::default());
        let mut free = HashSet::new();
        assert_eq!(choices.read("a; b;a;", &mut free).0.len(), 2);
        let many: Vec<String> = (0..MOST_FREE + 5).map(|i| format!("o{i}")).collect();
        assert!(choices.read(&many.join(";"), &mut free).1.is_err());
    }
}
