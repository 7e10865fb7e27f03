//! The responses in which certain words were written, all of them, for a filter.
//!
//! Customers' only: those of employees are not even looked at.

use super::super::employees;
use super::super::import::TOPICS;
use super::index::{CommentIndex, interrupted, report};
use super::{Finder, choose};
use crate::jobs::Reporter;
use crate::model::{Needles, needle::Match};
use crate::scores::Found;
use rusqlite::{Connection, Result};
use std::collections::BTreeSet;

pub(in crate::store) fn written(
    conn: &Connection,
    index: &CommentIndex,
    text: &str,
    reporter: &Reporter,
) -> Result<Found> {
    let employees = employees::surveys(conn)?;
    let is_customers =
        |place: &u32| index.survey(*place).is_some_and(|survey| !employees.contains(&survey));
    let chosen = choose(conn, index, None, &super::CommentQuery::default())?;
    let places: Vec<u32> = chosen.places.into_iter().filter(is_customers).collect();
    let all = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let mut finder = Finder::new(places, Needles::new(text, Match::Parts));
    while !finder.is_done() {
        finder.step(conn, index)?;
        report(reporter, i64::try_from(finder.looked_at()).unwrap_or(all), all)?;
    }
    // Signs alone are no words, and nothing has them.
    let hits = if finder.needles().is_empty() { &[] } else { finder.hits() };
    let keys: Vec<i64> =
        hits.iter().filter_map(|place| index.keys.get(*place as usize).copied()).collect();
    let rows: BTreeSet<i64> = keys.iter().map(|key| key / TOPICS).collect();
    let mut statement = conn.prepare_cached(include_str!("../sql/responses/head.sql"))?;
    let mut responses = Vec::with_capacity(rows.len());
    for row in rows {
        let head: i64 = statement.query_row([row], |r| r.get(0))?;
        responses.extend(u32::try_from(head).ok());
        reporter.check().map_err(|_| interrupted())?;
    }
    Ok(Found::new(responses, keys))
}
