//! Logs of contacts: rows with a customer and a date, and nothing that anybody answered.

use super::rows::Rows;
use crate::import::{CheckedRow, Profile, Rejected, Role};
use crate::model::contact::DAY;
use crate::model::{Message, Refusal};
use crate::store::ImportContact;

/// Whether a mapping reads a log of contacts: it knows customer and date, and touchpoint or channel,
/// and no column holds an answer or a comment. Its rows are contacts, not responses.
#[must_use]
pub fn is_contact_log(profile: &Profile) -> bool {
    let has = |wanted: fn(&Role) -> bool| profile.columns.iter().any(|c| wanted(&c.role));
    let only_facts = profile.columns.iter().all(|column| {
        matches!(
            column.role,
            Role::ResponseId
                | Role::Date { .. }
                | Role::Customer
                | Role::Employee
                | Role::Channel
                | Role::Touchpoint
                | Role::Segment { .. }
                | Role::Weight
                | Role::Consent
                | Role::Ignore
        )
    });
    only_facts
        && has(|role| matches!(role, Role::Customer))
        && has(|role| matches!(role, Role::Date { .. }))
        && has(|role| matches!(role, Role::Touchpoint | Role::Channel))
}

impl Rows<'_, '_> {
    /// A row of a log. Without customer or date it says nothing, and is refused.
    pub(super) fn contact(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        let (Some(customer), Some(day)) = (row.customer.as_deref(), row.day) else {
            return self.refuse_contact(row);
        };
        let label = row.touchpoint.as_deref();
        let Some(subject) = self.subject(label)? else {
            return self.refuse_label(row.row, self.touchpoint_header(), label);
        };
        let channel = self.channel(row.channel.as_deref())?;
        let id = self.header_of(|role| matches!(role, Role::ResponseId));
        self.keep_contact(&ImportContact {
            row: row.row,
            external_id: row.response_id.as_deref().map(|own| (own, id)),
            customer,
            moment: i64::from(day) * DAY,
            channel,
            subject,
            employee: row.employee.as_deref(),
        })
    }

    fn refuse_contact(&mut self, row: &CheckedRow) -> Result<(), Refusal> {
        let (column, reason) = if row.customer.is_none() {
            let column = self.header_of(|role| matches!(role, Role::Customer));
            (column, Message::new("document-contact-no-customer"))
        } else if self.was_refused(row.row) {
            // The cell of the date stands in the list already, with its reason.
            return Ok(());
        } else {
            let column = self.header_of(|role| matches!(role, Role::Date { .. }));
            (column, Message::new("document-contact-no-date"))
        };
        let (column, value) = (column.to_owned(), String::new());
        self.refuse(&Rejected { row: row.row, column, value, reason })
    }
}
