//! The contacts of the active imports, in the order in which they came.
//!
//! Judges nothing; no name leaves the file with them.

use super::subjects::Subjects;
use super::value::{uuid, uuid_or_none};
use crate::model::{ChannelId, Contact, SurveyId};
use rusqlite::{Connection, Result};
use std::collections::HashMap;

pub(super) fn load(conn: &Connection) -> Result<Vec<Contact>> {
    let subjects = Subjects::load(conn)?;
    let mut channels = conn.prepare(include_str!("sql/answer_channels/select.sql"))?;
    let channels = channels
        .query_map([], |row| Ok((row.get::<_, i64>(0)?, uuid_or_none(row, 1)?.map(ChannelId))))?;
    let channels: HashMap<i64, Option<ChannelId>> = channels.collect::<Result<_>>()?;
    let mut statement = conn.prepare(include_str!("sql/contacts/select.sql"))?;
    let rows = statement.query_map([], |row| {
        let channel: Option<i64> = row.get(4)?;
        Ok(Contact {
            customer: row.get(0)?,
            moment: row.get(1)?,
            survey: SurveyId(uuid(row, 2)?),
            touchpoint: subjects.touchpoint(row.get(3)?),
            channel: channel.and_then(|key| channels.get(&key).copied().flatten()),
        })
    })?;
    rows.collect()
}
