//! Whether the stated direction of a scale agrees with what the same respondents say elsewhere.
//!
//! Warns; never turns a scale round.

use super::cells::Checker;
use super::profile::{AnswerColumn, Profile};
use super::read::ready;
use super::row::CheckedRow;
use super::sniff::Sniffed;
use crate::model::{Better, Message, Metric, Refusal};
use csv::ByteRecord;
use serde::Serialize;
use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

/// Correlation below which a direction looks reversed, both sides turned so that high is good.
const REVERSED_R: f64 = -0.2;
/// Respondents below which nothing is said.
const FEWEST: u64 = 30;
/// Respondents that are remembered in files with one answer a row.
const MOST_REMEMBERED: usize = 200_000;

/// A stated direction that the answers contradict.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct DirectionDoubt {
    /// The question: header of its column, or its name in the file.
    pub column: String,
    /// The question it was compared with.
    pub with: String,
    /// The direction that was stated.
    pub better: Better,
    /// Correlation, both sides turned so that high is good; below −0.2.
    pub r: f64,
    /// Respondents who answered both; at least 30.
    pub n: u64,
}

impl DirectionDoubt {
    /// The sentence for a person.
    #[must_use]
    pub fn message(&self) -> Message {
        let key = match self.better {
            Better::High => "import-warn-direction-high",
            Better::Low => "import-warn-direction-low",
        };
        Message::new(key)
            .with("column", &self.column)
            .with("with", &self.with)
            .with("n", self.n)
            .with("r", format!("{:.2}", self.r).replace('-', "\u{2212}"))
    }
}

/// Sums of two columns over the respondents who answered both.
#[derive(Clone, Copy, Default)]
struct Sums {
    n: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Sums {
    fn add(&mut self, x: f64, y: f64) {
        self.n += 1.0;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    /// Pearson's r; none when either side does not vary.
    fn r(&self) -> Option<f64> {
        let xx = self.n * self.xx - self.x * self.x;
        let yy = self.n * self.yy - self.y * self.y;
        let xy = self.n * self.xy - self.x * self.y;
        (xx > 1e-9 && yy > 1e-9).then(|| xy / (xx * yy).sqrt())
    }
}

/// Compares every question with the one that is surest to be the right way round.
pub(super) struct Directions {
    /// Name, direction, and sums with the yardstick, for each question of the profile.
    questions: Vec<Option<(String, Better, Sums)>>,
    /// The question that the others are compared with.
    yardstick: Option<usize>,
    /// Whether the answers of one respondent stand in several rows.
    over_rows: bool,
    /// Answers of one row, kept to be filled again.
    together: Vec<(usize, i32)>,
    remembered: HashMap<u64, Vec<(usize, i32)>>,
    hasher: RandomState,
}

impl Directions {
    /// The first recommendation question is the yardstick, else the first satisfaction question.
    pub fn new(profile: &Profile) -> Self {
        let asked: Vec<(String, Option<&AnswerColumn>)> =
            profile.questions_asked().map(|(name, about)| (name.to_owned(), about)).collect();
        let first = |fits: &dyn Fn(&AnswerColumn) -> bool| {
            asked.iter().position(|(_, about)| about.is_some_and(fits))
        };
        let yardstick = first(&|a| a.metric == Metric::Nps && a.better == Better::High)
            .or_else(|| first(&|a| a.metric == Metric::Csat));
        let questions = asked
            .iter()
            .map(|(name, about)| about.map(|a| (name.clone(), a.better, Sums::default())))
            .collect();
        Self {
            questions,
            yardstick,
            over_rows: !profile.questions.is_empty(),
            together: Vec::new(),
            remembered: HashMap::new(),
            hasher: RandomState::new(),
        }
    }

    /// Takes the answers of a row.
    pub fn take(&mut self, row: &CheckedRow) {
        if self.yardstick.is_none() {
            return;
        }
        let said = row.answers.iter().map(|a| (a.column, a.value));
        let respondent = row.response_id.as_ref().or(row.customer.as_ref());
        match respondent.filter(|_| self.over_rows) {
            None if row.answers.len() < 2 => {}
            None => {
                let mut together = std::mem::take(&mut self.together);
                together.clear();
                together.extend(said);
                self.compare(&together);
                self.together = together;
            }
            Some(id) => {
                let id = self.hasher.hash_one(id);
                if self.remembered.len() < MOST_REMEMBERED || self.remembered.contains_key(&id) {
                    self.remembered.entry(id).or_default().extend(said);
                }
            }
        }
    }

    /// Compares the answers of one respondent.
    fn compare(&mut self, said: &[(usize, i32)]) {
        let turned = |value: i32, better: Better| match better {
            Better::High => f64::from(value),
            Better::Low => -f64::from(value),
        };
        let Some(yardstick) = self.yardstick else { return };
        let Some((_, measure)) = said.iter().find(|s| s.0 == yardstick) else { return };
        let Some(Some((_, better, _))) = self.questions.get(yardstick) else { return };
        let measure = turned(*measure, *better);
        let mut before = None;
        for (question, value) in said {
            if *question == yardstick || before == Some(*question) {
                continue;
            }
            before = Some(*question);
            if let Some(Some((_, better, sums))) = self.questions.get_mut(*question) {
                sums.add(turned(*value, *better), measure);
            }
        }
    }

    /// The directions that look reversed.
    pub fn doubts(mut self) -> Vec<DirectionDoubt> {
        for (_, said) in std::mem::take(&mut self.remembered) {
            self.compare(&said);
        }
        let Some(Some((with, _, _))) = self.yardstick.and_then(|at| self.questions.get(at)) else {
            return Vec::new();
        };
        let doubt = |(name, better, sums): &(String, Better, Sums)| {
            let r = sums.r().filter(|r| *r < REVERSED_R)?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
            let n = sums.n as u64;
            let doubt = || {
                let (column, with) = (name.clone(), with.clone());
                DirectionDoubt { column, with, better: *better, r, n }
            };
            (n >= FEWEST).then(doubt)
        };
        self.questions.iter().flatten().filter_map(doubt).collect()
    }
}

/// The stated directions of a profile against the rows of a file, as far as one looks.
///
/// # Errors
/// When the file cannot be read. A mapping that does not fit the file has no doubts.
pub(super) fn of_given(given: &Profile, sniffed: &Sniffed) -> Result<Vec<DirectionDoubt>, Refusal> {
    const MOST_ROWS: u64 = 100_000;
    let mut directions = Directions::new(given);
    if directions.yardstick.is_none() {
        return Ok(Vec::new());
    }
    let mut rows = sniffed.rows(false)?;
    let Ok(mut plan) = ready(sniffed, given, &rows) else {
        return Ok(Vec::new());
    };
    let mut skip = std::mem::take(&mut plan.skip);
    let mut checker = Checker::new(&plan);
    let (mut record, mut row) = (ByteRecord::new(), CheckedRow::default());
    for _ in 0..MOST_ROWS {
        let Some(number) = rows.next(&mut record)? else { break };
        if !skip.skips(number, &record, plan.decimal) {
            checker.row(number, &record, &mut row, drop);
            directions.take(&row);
        }
    }
    Ok(directions.doubts())
}

#[cfg(test)]
mod tests {
    use super::super::row::CheckedAnswer;
    use super::*;
    use serde_json::json;

    /// Doubts about a question whose answers run with (or against) an NPS, for so many rows.
    fn doubts(better: &str, against: bool, rows: i32, over_rows: bool) -> Vec<String> {
        let scale = |metric: &str, max: i32, better: &str| json!({"role": "answer", "metric": metric, "min": 0, "max": max, "better": better});
        let mut columns = Vec::new();
        for (name, scale) in [("Q", scale("rating", 4, better)), ("N", scale("nps", 10, "high"))] {
            let mut column = scale.clone();
            column["column"] = json!(name);
            columns.push(column);
        }
        let profile = if over_rows {
            let questions = json!({"N": columns[1].clone(), "Q": columns[0].clone()});
            let strip = |mut q: serde_json::Value| {
                for (_, about) in q.as_object_mut().unwrap() {
                    about.as_object_mut().unwrap().remove("column");
                }
                q
            };
            json!({"questions": strip(questions)})
        } else {
            json!({"columns": columns})
        };
        let profile: Profile = serde_json::from_value(profile).unwrap();
        let mut directions = Directions::new(&profile);
        let places = if over_rows { (1, 0) } else { (0, 1) };
        for at in 0..rows {
            let value = at % 5;
            let nps = if against { 10 - 2 * value } else { 2 * value };
            let answers = [(places.0, value), (places.1, nps)].map(|(column, value)| {
                CheckedAnswer { column, touchpoint: None, value, as_read: None }
            });
            let response_id = Some(at.to_string());
            if over_rows {
                for answer in answers {
                    let (response_id, answers) = (response_id.clone(), vec![answer]);
                    directions.take(&CheckedRow { response_id, answers, ..CheckedRow::default() });
                }
            } else {
                let answers = answers.to_vec();
                directions.take(&CheckedRow { response_id, answers, ..CheckedRow::default() });
            }
        }
        directions
            .doubts()
            .into_iter()
            .map(|d| format!("{} {} {:.1}", d.column, d.n, d.r))
            .collect()
    }

    #[test]
    fn a_direction_that_runs_against_the_answers_is_doubted_both_ways() {
        for over_rows in [false, true] {
            assert_eq!(doubts("high", true, 30, over_rows), ["Q 30 -1.0"], "{over_rows}");
            assert_eq!(doubts("low", false, 30, over_rows), ["Q 30 -1.0"], "{over_rows}");
            assert!(doubts("high", false, 30, over_rows).is_empty());
            assert!(doubts("low", true, 30, over_rows).is_empty());
            assert!(doubts("high", true, 29, over_rows).is_empty(), "too few to say");
        }
    }
}
