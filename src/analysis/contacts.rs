//! Repeat contact and channel switching of a selection, split by touchpoint or channel.
//!
//! A filter chooses the contacts that are judged, never those that may have followed them. Gives
//! keys, not names.

use super::reading::SMALLEST_GROUP;
use crate::metrics::Estimate;
use crate::metrics::contacts::{Sequel, sequels, share};
use crate::model::contact::DAY;
use crate::model::{Audience, ChannelId, Contact, Model};
use crate::scores::{By, Filter, Key};
use std::collections::{BTreeMap, HashSet};

/// What is counted of a log of contacts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ContactMetric {
    /// The share of contacts after which the same customer came again.
    RepeatContact,
    /// The share of contacts after which the same customer came by another channel.
    ChannelSwitching,
}

impl ContactMetric {
    /// Both.
    pub const ALL: [Self; 2] = [Self::RepeatContact, Self::ChannelSwitching];

    /// The name used in files and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::RepeatContact => "repeat_contact",
            Self::ChannelSwitching => "channel_switching",
        }
    }

    /// The metric of a key, in any case.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|m| m.key().eq_ignore_ascii_case(key.trim()))
    }
}

/// What to list.
#[derive(Clone, PartialEq, Debug)]
pub struct ContactRequest {
    /// What is counted.
    pub metric: ContactMetric,
    /// By what it is split: not at all, by touchpoint, stage or channel. Anything else is not at all.
    pub by: By,
    /// Days within which a next contact counts.
    pub window: u32,
}

/// One part of the contacts.
#[derive(Clone, PartialEq, Debug)]
pub struct ContactRow {
    /// The part.
    pub key: Key,
    /// Contacts that were followed: about the same touchpoint, or by another channel.
    pub followed: u64,
    /// Contacts that were followed by one about anything; for repeat contact only.
    pub followed_by_any: Option<u64>,
    /// Contacts that are judged.
    pub contacts: u64,
    /// Contacts left out because the log ended before their window was over.
    pub open: u64,
    /// Contacts left out because a channel is not known.
    pub unknown: u64,
    /// The share in percent; absent below five customers.
    pub share: Option<Estimate>,
    /// The share of those followed by one about anything.
    pub share_of_any: Option<Estimate>,
}

#[derive(Default)]
struct Tally {
    followed: u64,
    any: u64,
    contacts: u64,
    open: u64,
    unknown: u64,
    customers: HashSet<u32>,
}

/// The rows in order of key. Contacts of employees' surveys are left out.
#[must_use]
pub fn contact_stats(
    contacts: &[Contact],
    model: &Model,
    filter: &Filter,
    request: &ContactRequest,
) -> Vec<ContactRow> {
    let of_customers = |c: &&Contact| {
        model.surveys.get(&c.survey).is_some_and(|s| s.audience == Audience::Customer)
    };
    let known: Vec<Contact> = contacts
        .iter()
        .filter(of_customers)
        .map(|c| Contact { channel: channel(model, c), ..*c })
        .collect();
    let mut tallies: BTreeMap<Key, Tally> = BTreeMap::new();
    for (contact, sequel) in known.iter().zip(sequels(&known, request.window)) {
        if passes(contact, model, filter) {
            let key = match request.by {
                By::Touchpoint => Key::Touchpoint(contact.touchpoint),
                By::Channel => Key::Channel(contact.channel),
                By::Stage(journey) => {
                    Key::Stage(contact.touchpoint.and_then(|t| model.stage_of(journey, t)))
                }
                _ => Key::Whole,
            };
            tallies.entry(key).or_default().add(contact, sequel, request.metric);
        }
    }
    tallies.into_iter().map(|(key, tally)| tally.row(key, request.metric)).collect()
}

impl Tally {
    fn add(&mut self, contact: &Contact, sequel: Sequel, metric: ContactMetric) {
        if sequel.open {
            self.open += 1;
            return;
        }
        let followed = match metric {
            ContactMetric::RepeatContact => Some(sequel.same_touchpoint),
            ContactMetric::ChannelSwitching => sequel.other_channel,
        };
        let Some(followed) = followed else {
            self.unknown += 1;
            return;
        };
        self.contacts += 1;
        self.followed += u64::from(followed);
        self.any += u64::from(sequel.any_touchpoint);
        self.customers.insert(contact.customer);
    }

    fn row(self, key: Key, metric: ContactMetric) -> ContactRow {
        let is_enough = self.customers.len() as u64 >= SMALLEST_GROUP;
        let of = |count| share(count, self.contacts).filter(|_| is_enough);
        let any = (metric == ContactMetric::RepeatContact).then_some(self.any);
        ContactRow {
            key,
            followed: self.followed,
            followed_by_any: any,
            contacts: self.contacts,
            open: self.open,
            unknown: self.unknown,
            share: of(self.followed),
            share_of_any: any.and_then(of),
        }
    }
}

/// The row's channel, else the touchpoint's only one.
fn channel(model: &Model, contact: &Contact) -> Option<ChannelId> {
    let only = || match model.touchpoints.get(&contact.touchpoint?)?.channels.as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    contact.channel.or_else(only)
}

fn passes(contact: &Contact, model: &Model, filter: &Filter) -> bool {
    let touchpoint = contact.touchpoint;
    let owner = touchpoint.and_then(|t| model.owner_of(t));
    let survey = model.surveys.get(&contact.survey);
    let day = i32::try_from(contact.moment.div_euclid(DAY)).ok();
    let on_journey = filter.journey.is_none_or(|journey| match touchpoint {
        Some(t) => model.placements.values().any(|p| p.journey == journey && p.touchpoint == t),
        None => survey.is_none_or(|s| s.journeys.is_empty() || s.journeys.contains(&journey)),
    });
    on_journey
        && filter.segments.values().all(std::collections::BTreeSet::is_empty)
        && filter.period.holds(day)
        && any_of(&filter.surveys, Some(&contact.survey))
        && any_of(&filter.waves, survey.map(|s| &s.wave))
        && any_of(&filter.channels, contact.channel.as_ref())
        && any_of(&filter.touchpoints, touchpoint.as_ref())
        && any_of(&filter.owners, owner.map(|o| &o.id))
        && any_of(&filter.teams, owner.and_then(|o| o.team.as_ref()))
}

/// An empty set means all.
fn any_of<T: Ord>(wanted: &std::collections::BTreeSet<T>, found: Option<&T>) -> bool {
    wanted.is_empty() || found.is_some_and(|found| wanted.contains(found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Survey, SurveyId, Touchpoint, TouchpointId};

    fn scene() -> (Model, Vec<Contact>, TouchpointId, [ChannelId; 2]) {
        let mut model = Model::default();
        let (survey, touchpoint) = (SurveyId::fresh(), TouchpointId::fresh());
        let channels = [ChannelId::fresh(), ChannelId::fresh()];
        model.surveys.insert(
            survey,
            Survey {
                id: survey,
                name: "Log".to_owned(),
                wave: String::new(),
                audience: Audience::Customer,
                journeys: Vec::new(),
            },
        );
        let mut card = Touchpoint::new(touchpoint, "Bill".to_owned());
        card.channels = vec![channels[1]];
        model.touchpoints.insert(touchpoint, card);
        let at = |customer, day: i64, channel| Contact {
            customer,
            moment: day * DAY,
            survey,
            touchpoint: Some(touchpoint),
            channel,
        };
        let mut contacts: Vec<_> = (0..6).map(|c| at(c, 0, Some(channels[0]))).collect();
        // Two come again: one by the touchpoint's only channel, which the row does not name.
        contacts.extend([at(0, 3, Some(channels[0])), at(1, 4, None), at(9, 30, None)]);
        (model, contacts, touchpoint, channels)
    }

    fn rows(metric: ContactMetric, by: By, filter: &Filter) -> Vec<ContactRow> {
        let (model, contacts, _, _) = scene();
        contact_stats(&contacts, &model, filter, &ContactRequest { metric, by, window: 7 })
    }

    #[test]
    fn shares_are_counted_per_part() {
        let all = Filter::default();
        let repeat = &rows(ContactMetric::RepeatContact, By::Touchpoint, &all)[0];
        assert_eq!((repeat.followed, repeat.contacts, repeat.open), (2, 8, 1));
        assert_eq!(repeat.followed_by_any, Some(2));
        assert!((repeat.share.unwrap().value - 25.0).abs() < 1e-9);
        let switch = &rows(ContactMetric::ChannelSwitching, By::Whole, &all)[0];
        assert_eq!((switch.followed, switch.contacts, switch.unknown), (1, 8, 0));
        assert_eq!(switch.followed_by_any, None);
        // By channel: seven by the first, one by the second, which is too few for a share.
        let by = rows(ContactMetric::RepeatContact, By::Channel, &all);
        let counts: Vec<_> = by.iter().map(|r| (r.followed, r.contacts)).collect();
        assert_eq!(counts, [(2, 7), (0, 1)]);
        assert_eq!(by[1].share, None);
    }

    #[test]
    fn a_filter_chooses_what_is_judged_not_what_followed() {
        let (model, contacts, _, channels) = scene();
        let filter = Filter { channels: [channels[0]].into(), ..Filter::default() };
        let request =
            ContactRequest { metric: ContactMetric::ChannelSwitching, by: By::Whole, window: 7 };
        let found = contact_stats(&contacts, &model, &filter, &request);
        assert_eq!((found[0].followed, found[0].contacts), (1, 7));
        let segments = [("Region".to_owned(), ["North".to_owned()].into())].into();
        let filter = Filter { segments, ..Filter::default() };
        assert_eq!(contact_stats(&contacts, &model, &filter, &request), []);
    }

    #[test]
    fn a_log_of_employees_is_never_shown() {
        let (mut model, contacts, _, _) = scene();
        model.surveys.values_mut().for_each(|s| s.audience = Audience::Employee);
        let request =
            ContactRequest { metric: ContactMetric::RepeatContact, by: By::Whole, window: 7 };
        assert_eq!(contact_stats(&contacts, &model, &Filter::default(), &request), []);
    }
}
