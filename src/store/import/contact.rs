//! Taking one row of a log: a contact, without any answer.
//!
//! A row whose id is known is not taken a second time.

use super::seen::Seen;
use super::{ChannelKey, ImportSink, SubjectKey};
use crate::model::{Message, SurveyId};
use rusqlite::{Connection, Result, Statement, params};

/// One row of a log, with its labels made into keys by the sink.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ImportContact<'a> {
    /// Row of the file, from 1.
    pub row: u64,
    /// The id of the contact, and the header of its column, to list a duplicate by.
    pub external_id: Option<(&'a str, &'a str)>,
    /// The customer; kept with the identities.
    pub customer: &'a str,
    /// Seconds since 1970-01-01.
    pub moment: i64,
    /// The channel of the row.
    pub channel: Option<ChannelKey>,
    /// What it was about.
    pub subject: SubjectKey,
    /// The employee who served; kept with the identities.
    pub employee: Option<&'a str>,
}

/// Where contacts go.
pub(super) struct Contacts<'s> {
    conn: &'s Connection,
    survey: SurveyId,
    insert: Statement<'s>,
    /// Ids that were met; read when the first one comes.
    ids: Option<Seen>,
    /// Contacts without id.
    nameless: Seen,
}

impl<'s> Contacts<'s> {
    pub fn new(conn: &'s Connection, survey: SurveyId) -> Result<Self> {
        let insert = conn.prepare(include_str!("../sql/contacts/insert.sql"))?;
        Ok(Self { conn, survey, insert, ids: None, nameless: Seen::default() })
    }

    /// Whether an id was met before; it is remembered.
    fn is_known(&mut self, id: &str) -> Result<bool> {
        let ids = match &mut self.ids {
            Some(ids) => ids,
            empty => empty.insert(known_ids(self.conn, self.survey)?),
        };
        Ok(ids.enter(id, 0).is_some())
    }
}

fn known_ids(conn: &Connection, survey: SurveyId) -> Result<Seen> {
    let mut ids = Seen::default();
    let mut known = conn.prepare(include_str!("../sql/contacts/known_ids.sql"))?;
    let mut rows = known.query([survey.0.as_bytes()])?;
    while let Some(row) = rows.next()? {
        ids.insert(row.get_ref(0)?.as_str()?, 0);
    }
    Ok(ids)
}

impl ImportSink<'_> {
    pub(super) fn take_contact(&mut self, contact: &ImportContact<'_>) -> Result<()> {
        if let Some((id, column)) = contact.external_id
            && self.contacts.is_known(id)?
        {
            self.counts.duplicates += 1;
            let reason = Message::new("store-duplicate-contact");
            return self.list(contact.row, column, id, &reason, true);
        }
        let respondent = self.customers.key(Some(contact.customer))?;
        let employee = self.employees.key(contact.employee)?;
        let channel = contact.channel.map(|key| key.0);
        let (moment, subject) = (contact.moment, contact.subject.0);
        if contact.external_id.is_none()
            && !self.contacts.nameless.insert_new(&(respondent, moment, channel, subject, employee))
        {
            self.counts.identical += 1;
        }
        let (batch, id) = (self.batch, contact.external_id.map(|(id, _)| id));
        let row = i64::try_from(contact.row).unwrap_or(i64::MAX);
        self.contacts
            .insert
            .execute(params![batch, respondent, moment, channel, subject, employee, id, row])?;
        self.counts.contacts += 1;
        Ok(())
    }
}
