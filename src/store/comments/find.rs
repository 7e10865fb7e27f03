//! Looking for words in chosen comments, a step at a time: words by their index once it is complete,
//! parts of words by reading texts, the first in order first.
//!
//! A step is short, so that what was found shows while the rest is read.

use super::super::words;
use super::index::CommentIndex;
use crate::model::{Needles, folding::fold_into, needle::Match};
use rusqlite::{Connection, Result};

/// So many hits fill the first page; before them the list is not worth showing.
const FIRST: usize = 200;
/// Texts that are looked up one by one for the first page.
const ONE_BY_ONE: usize = 40_000;
/// The same before the index of words is asked.
const TASTE: usize = 1_200;
/// Comments that one step goes on by, when the rest is read in the order of the file.
const STEP: usize = 150_000;
/// Where fewer than one in so many of a range of comments is asked for, each is looked up.
const SPARSE: usize = 6;

/// A search that goes on by steps.
#[derive(Default)]
pub struct Finder {
    needles: Needles,
    /// All that may be found, in order.
    places: Vec<u32>,
    /// How many of them were looked at in order.
    looked: usize,
    hits: Vec<u32>,
    rest: Option<Rest>,
    done: bool,
}

/// What is read in the order of the file.
struct Rest {
    /// Ascending.
    places: Vec<u32>,
    looked: usize,
    found: Vec<bool>,
    count: usize,
}

impl Finder {
    /// A search among comments in their order. Without needles all of them are found.
    #[must_use]
    pub fn new(places: Vec<u32>, needles: Needles) -> Self {
        if needles.is_empty() {
            return Self { needles, hits: places, done: true, ..Self::default() };
        }
        Self { needles, places, ..Self::default() }
    }

    /// What was found, in order. Later steps only add to the end.
    #[must_use]
    pub fn hits(&self) -> &[u32] {
        &self.hits
    }

    /// How many were found; at least so many while the search is not done.
    #[must_use]
    pub fn found(&self) -> usize {
        self.hits.len() + self.rest.as_ref().map_or(0, |rest| rest.count)
    }

    /// How many were looked at.
    #[must_use]
    pub(super) fn looked_at(&self) -> usize {
        self.looked + self.rest.as_ref().map_or(0, |rest| rest.looked)
    }

    /// Whether everything was looked at.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.done
    }

    /// What is looked for.
    #[must_use]
    pub fn needles(&self) -> &Needles {
        &self.needles
    }

    /// Goes on by a step.
    pub(super) fn step(&mut self, conn: &Connection, index: &CommentIndex) -> Result<()> {
        let begun = self.looked > 0 || self.rest.is_some();
        match (self.done, begun, &self.rest) {
            (true, ..) => Ok(()),
            (.., None) if self.needles.how() == Match::Words && words::is_complete(conn)? => {
                // A word that many use fills the first page before the index gives all its texts.
                if !begun {
                    self.read(conn, index, TASTE)?;
                    if self.hits.len() >= FIRST {
                        return Ok(());
                    }
                }
                self.look_up(conn, index)
            }
            (_, _, None) => self.in_order(conn, index),
            (_, _, Some(_)) => self.of_the_rest(conn, index),
        }
    }

    /// All hits of the index of words, put in order.
    fn look_up(&mut self, conn: &Connection, index: &CommentIndex) -> Result<()> {
        let mut found = vec![false; index.len()];
        if let Some(query) = words::query(&self.needles.parts().join(" ")) {
            let mut statement =
                conn.prepare_cached(include_str!("../sql/comment_words/keys.sql"))?;
            let mut rows = statement.query([query])?;
            while let Some(row) = rows.next()? {
                let key: i64 = row.get(0)?;
                if let Ok(place) = index.keys.binary_search(&key) {
                    found[place] = true;
                }
            }
        }
        let is_hit = |place: &u32| found.get(*place as usize).copied().unwrap_or(false);
        let places = std::mem::take(&mut self.places);
        self.hits.extend(places.into_iter().skip(self.looked).filter(is_hit));
        self.done = true;
        Ok(())
    }

    /// Reads texts in order until the first page is full, or so many were read in all.
    fn read(&mut self, conn: &Connection, index: &CommentIndex, most: usize) -> Result<()> {
        let mut statement = conn.prepare_cached(include_str!("../sql/comments/words_of.sql"))?;
        let mut folded = String::new();
        let end = self.places.len().min(most);
        while self.looked < end && self.hits.len() < FIRST {
            let place = self.places[self.looked];
            self.looked += 1;
            let Some(key) = index.keys.get(place as usize) else { continue };
            let mut rows = statement.query([key])?;
            if let Some(row) = rows.next()? {
                fold_into(row.get_ref(0)?.as_str()?, &mut folded);
                if self.needles.are_in(&folded) {
                    self.hits.push(place);
                }
            }
        }
        Ok(())
    }

    /// The first in order, each looked up.
    fn in_order(&mut self, conn: &Connection, index: &CommentIndex) -> Result<()> {
        self.read(conn, index, ONE_BY_ONE)?;
        let mut left: Vec<u32> = self.places.get(self.looked..).unwrap_or_default().to_vec();
        left.sort_unstable();
        self.done = left.is_empty();
        let found = vec![false; left.len()];
        self.rest = Some(Rest { places: left, looked: 0, found, count: 0 });
        Ok(())
    }

    /// A stretch of what is left, in the order of the file; at the end it is put in order.
    fn of_the_rest(&mut self, conn: &Connection, index: &CommentIndex) -> Result<()> {
        let (Some(rest), needles) = (&mut self.rest, &self.needles) else { return Ok(()) };
        let to = rest.places.len().min(rest.looked + STEP);
        let (mut folded, mut at) = (String::new(), rest.looked);
        let (found, count) = (&mut rest.found, &mut rest.count);
        texts(conn, index, &rest.places[rest.looked..to], &mut |_, text| {
            fold_into(text, &mut folded);
            if needles.are_in(&folded) {
                found[at] = true;
                *count += 1;
            }
            at += 1;
        })?;
        rest.looked = to;
        if to == rest.places.len() {
            let mut is_hit = vec![false; index.len()];
            let hits = rest.places.iter().zip(&rest.found).filter(|(_, found)| **found);
            hits.for_each(|(place, _)| is_hit[*place as usize] = true);
            let left = self.places.get(self.looked..).unwrap_or_default();
            self.hits.extend(left.iter().filter(|place| is_hit[**place as usize]));
            (self.rest, self.done) = (None, true);
        }
        Ok(())
    }
}

/// Hands the text of each place to `each`, in the order of the file, which must be that of `places`.
/// A text that is gone is empty.
pub(super) fn texts(
    conn: &Connection,
    index: &CommentIndex,
    places: &[u32],
    each: &mut dyn FnMut(u32, &str),
) -> Result<()> {
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return Ok(()) };
    let range = (*last - *first) as usize + 1;
    if range / places.len() >= SPARSE {
        let mut statement = conn.prepare_cached(include_str!("../sql/comments/words_of.sql"))?;
        for place in places {
            let mut rows = statement.query([index.keys[*place as usize]])?;
            match rows.next()? {
                Some(row) => each(*place, row.get_ref(0)?.as_str()?),
                None => each(*place, ""),
            }
        }
        return Ok(());
    }
    let mut statement = conn.prepare_cached(include_str!("../sql/comments/range.sql"))?;
    let ends = [index.keys[*first as usize], index.keys[*last as usize]];
    let mut rows = statement.query(ends)?;
    let mut wanted = places.iter().copied().peekable();
    while let (Some(place), Some(row)) = (wanted.peek().copied(), rows.next()?) {
        let key: i64 = row.get(0)?;
        let mut place = place;
        // What is gone by now is passed over.
        while index.keys[place as usize] < key {
            each(place, "");
            wanted.next();
            match wanted.peek() {
                Some(next) => place = *next,
                None => return Ok(()),
            }
        }
        if index.keys[place as usize] == key {
            each(place, row.get_ref(1)?.as_str()?);
            wanted.next();
        }
    }
    wanted.for_each(|place| each(place, ""));
    Ok(())
}
