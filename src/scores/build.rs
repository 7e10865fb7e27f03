//! Builds a `ScoreTable` from responses and answers that arrive in any order.
//!
//! Hands out the small keys and sorts once at the end. Reads nothing itself.

use super::table::{Dimension, Group, ResponseRow, ScoreTable};
use crate::model::{BatchId, ChannelId, SurveyId};
use std::collections::HashMap;
use std::hash::Hash;

/// More different values than a column has keys for (65,535), or more rows than it can number.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("more different values than a column of the score table can hold")]
pub struct TableFull;

/// A growing table. Responses get numbers in the order in which they are pushed.
#[derive(Debug, Default)]
pub struct ScoreTableBuilder {
    table: ScoreTable,
    survey_keys: HashMap<SurveyId, u16>,
    channel_keys: HashMap<ChannelId, u16>,
    group_keys: HashMap<Group, u16>,
    segment_keys: Vec<HashMap<String, u16>>,
    answer_response: Vec<u32>,
}

impl ScoreTableBuilder {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a batch that is being read.
    pub fn batch(&mut self, batch: BatchId) {
        self.table.batches.push(batch);
    }

    /// Key of a survey for `ResponseRow::survey`.
    pub fn survey_key(&mut self, survey: SurveyId) -> Result<u16, TableFull> {
        key_of(&mut self.survey_keys, &mut self.table.surveys, survey)
    }

    /// Key of a channel for `ResponseRow::channel`; 0 when the row names none.
    pub fn channel_key(&mut self, channel: Option<ChannelId>) -> Result<u16, TableFull> {
        let Some(channel) = channel else { return Ok(0) };
        let key = key_of(&mut self.channel_keys, &mut self.table.channels, channel)?;
        key.checked_add(1).ok_or(TableFull)
    }

    /// Key of what an answer is about, for `push_answer`.
    pub fn group_key(&mut self, group: Group) -> Result<u16, TableFull> {
        key_of(&mut self.group_keys, &mut self.table.groups, group)
    }

    /// Place of a segment dimension in `ResponseRow::segments`; added when it is new.
    pub fn dimension(&mut self, name: &str) -> usize {
        let known = self.table.dimensions.iter().position(|d| d.name == name);
        known.unwrap_or_else(|| {
            self.table.dimensions.push(Dimension { name: name.to_owned(), values: Vec::new() });
            self.table.segments.push(vec![0; self.table.day.len()]);
            self.segment_keys.push(HashMap::new());
            self.table.dimensions.len() - 1
        })
    }

    /// Key of a segment's value; 0 for an empty one. `dimension` as `dimension()` gave it.
    pub fn segment_key(&mut self, dimension: usize, value: &str) -> Result<u16, TableFull> {
        if value.is_empty() {
            return Ok(0);
        }
        let (Some(keys), Some(known)) =
            (self.segment_keys.get_mut(dimension), self.table.dimensions.get_mut(dimension))
        else {
            return Err(TableFull);
        };
        if let Some(&key) = keys.get(value) {
            return Ok(key);
        }
        let key = u16::try_from(known.values.len() + 1).map_err(|_| TableFull)?;
        known.values.push(value.to_owned());
        keys.insert(value.to_owned(), key);
        Ok(key)
    }

    /// Adds a response and gives its number.
    pub fn push_response(&mut self, row: &ResponseRow) -> Result<u32, TableFull> {
        let number = u32::try_from(self.table.day.len()).map_err(|_| TableFull)?;
        self.table.survey.push(row.survey);
        self.table.day.push(row.day);
        self.table.channel.push(row.channel);
        self.table.respondent.push(row.respondent);
        self.table.weight.push(row.weight);
        self.table.response.push(row.response);
        for (index, column) in self.table.segments.iter_mut().enumerate() {
            column.push(row.segments.get(index).copied().unwrap_or(0));
        }
        Ok(number)
    }

    /// Adds an answer to a response: its group's key and its value minus the scale's lowest value.
    pub fn push_answer(&mut self, response: u32, group: u16, value: u8) {
        self.answer_response.push(response);
        self.table.group.push(group);
        self.table.value.push(value);
    }

    /// Sorts everything by respondent. Answers of a response that was never pushed are dropped.
    #[must_use]
    pub fn finish(mut self) -> ScoreTable {
        let count = self.table.day.len();
        let mut order: Vec<u32> = (0..).take(count).collect();
        if !self.table.respondent.is_sorted() {
            order.sort_by_key(|&i| self.table.respondent[i as usize]);
            self.reorder_responses(&order);
        }
        let mut place = vec![0_u32; count];
        for (new, &old) in (0..).zip(&order) {
            place[old as usize] = new;
        }
        self.order_answers(&place);
        self.note_repeaters();
        self.table
    }

    /// Runs of responses of one person that may hold several answers.
    fn note_repeaters(&mut self) {
        let table = &mut self.table;
        let mut from = 0_u32;
        for run in table.respondent.chunk_by(|a, b| a == b) {
            let to = from + u32::try_from(run.len()).unwrap_or(u32::MAX);
            let answers = table.first_answer[to as usize] - table.first_answer[from as usize];
            if answers > 1 {
                table.repeaters.push((from, to));
            }
            from = to;
        }
    }

    fn reorder_responses(&mut self, order: &[u32]) {
        let table = &mut self.table;
        pick(&mut table.survey, order);
        pick(&mut table.day, order);
        pick(&mut table.channel, order);
        pick(&mut table.respondent, order);
        pick(&mut table.weight, order);
        pick(&mut table.response, order);
        for column in &mut table.segments {
            pick(column, order);
        }
    }

    /// A counting sort of the answers by the new place of their response.
    fn order_answers(&mut self, place: &[u32]) {
        let mut first = vec![0_u32; place.len() + 1];
        for &response in &self.answer_response {
            if let Some(&new) = place.get(response as usize) {
                first[new as usize + 1] += 1;
            }
        }
        for i in 1..first.len() {
            first[i] += first[i - 1];
        }
        let kept = first.last().copied().unwrap_or(0) as usize;
        let mut next = first.clone();
        let (mut group, mut value) = (vec![0_u16; kept], vec![0_u8; kept]);
        for (index, &response) in self.answer_response.iter().enumerate() {
            if let Some(&new) = place.get(response as usize) {
                let slot = next[new as usize] as usize;
                next[new as usize] += 1;
                group[slot] = self.table.group[index];
                value[slot] = self.table.value[index];
            }
        }
        self.table.first_answer = first;
        self.table.group = group;
        self.table.value = value;
    }
}

fn key_of<T: Copy + Eq + Hash>(
    keys: &mut HashMap<T, u16>,
    list: &mut Vec<T>,
    item: T,
) -> Result<u16, TableFull> {
    if let Some(&key) = keys.get(&item) {
        return Ok(key);
    }
    let key = u16::try_from(list.len()).map_err(|_| TableFull)?;
    list.push(item);
    keys.insert(item, key);
    Ok(key)
}

fn pick<T: Copy>(column: &mut Vec<T>, order: &[u32]) {
    *column = order.iter().map(|&i| column[i as usize]).collect();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::QuestionId;

    #[test]
    fn rows_in_any_order_come_out_by_respondent() {
        let mut builder = ScoreTableBuilder::new();
        let survey = builder.survey_key(SurveyId::fresh()).unwrap();
        let group =
            builder.group_key(Group { touchpoint: None, question: QuestionId::fresh() }).unwrap();
        let row =
            |respondent| ResponseRow { survey, respondent, weight: 1.0, ..Default::default() };
        let late = builder.push_response(&row(7)).unwrap();
        let region = builder.dimension("Region");
        let north = builder.segment_key(region, "North").unwrap();
        let early =
            builder.push_response(&ResponseRow { segments: vec![north], ..row(3) }).unwrap();
        let empty = builder.push_response(&row(5)).unwrap();
        assert_eq!((late, early, empty), (0, 1, 2));
        builder.push_answer(late, group, 9);
        builder.push_answer(early, group, 1);
        builder.push_answer(late, group, 8);
        builder.push_answer(99, group, 4);
        let table = builder.finish();
        assert_eq!(table.respondent, [3, 5, 7]);
        assert_eq!(table.first_answer, [0, 1, 1, 3]);
        assert_eq!(table.repeaters, [(2, 3)]);
        assert_eq!(table.value, [1, 9, 8]);
        assert_eq!(table.segments, [[1, 0, 0]]);
        assert_eq!(table.dimensions[0].values, ["North"]);
    }

    #[test]
    fn an_empty_table_is_whole() {
        let table = ScoreTableBuilder::new().finish();
        assert_eq!((table.responses(), table.answers()), (0, 0));
        assert_eq!(table.first_answer, [0]);
    }
}
