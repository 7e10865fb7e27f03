//! Repeat contact and channel switching, out of a log of contacts.
//!
//! Says of each contact what followed it; knows no names and shows nothing.

use super::estimate::Estimate;
use super::interval::wilson;
use crate::model::contact::DAY;
use crate::model::{ChannelId, Contact, SurveyId, TouchpointId};
use std::collections::HashMap;

/// Days within which a next contact counts, unless somebody says otherwise.
pub const USUAL_WINDOW: u32 = 7;

/// What followed a contact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sequel {
    /// Whether the log ended before the window was over: nobody knows what followed.
    pub open: bool,
    /// Whether the same customer came again about the same touchpoint within the window.
    pub same_touchpoint: bool,
    /// Whether the same customer came again about anything within the window.
    pub any_touchpoint: bool,
    /// Whether the next contact of this customer within the window came by another channel; absent
    /// when one of both channels is not known.
    pub other_channel: Option<bool>,
}

/// What followed each contact within `window` days, in the order of `contacts`.
///
/// Contacts are taken in order of time, whatever the order of the rows; those of one moment by
/// touchpoint and channel, so that the totals depend on the contacts alone. A log ends with its last
/// contact: a contact whose window ends later is `open`.
#[must_use]
pub fn sequels(contacts: &[Contact], window: u32) -> Vec<Sequel> {
    let window = i64::from(window) * DAY;
    let mut ends: HashMap<SurveyId, i64> = HashMap::new();
    for contact in contacts {
        let end = ends.entry(contact.survey).or_insert(contact.moment);
        *end = contact.moment.max(*end);
    }
    let mut order: Vec<usize> = (0..contacts.len()).collect();
    order.sort_by_key(|at| {
        let c = &contacts[*at];
        (c.customer, c.moment, c.touchpoint, c.channel, c.survey)
    });
    let mut sequels = vec![Sequel::default(); contacts.len()];
    for person in order.chunk_by(|a, b| contacts[*a].customer == contacts[*b].customer) {
        let mut next: Option<&Contact> = None;
        let mut next_about: HashMap<Option<TouchpointId>, i64> = HashMap::new();
        for at in person.iter().rev() {
            let contact = &contacts[*at];
            let is_near = |moment: i64| moment - contact.moment <= window;
            let near = next.filter(|next| is_near(next.moment));
            let again = next_about.insert(contact.touchpoint, contact.moment);
            sequels[*at] = Sequel {
                open: ends[&contact.survey] - contact.moment < window,
                same_touchpoint: again.is_some_and(is_near),
                any_touchpoint: near.is_some(),
                other_channel: switched(contact, near),
            };
            next = Some(contact);
        }
    }
    sequels
}

/// Without a next contact there is no switch, by whatever channel the first one was.
fn switched(contact: &Contact, next: Option<&Contact>) -> Option<bool> {
    let known = |channel: Option<ChannelId>| channel.ok_or(());
    match (known(contact.channel), next.map(|next| known(next.channel))) {
        (Ok(_), None) => Some(false),
        (Ok(first), Some(Ok(second))) => Some(first != second),
        _ => None,
    }
}

/// A share in percent with its Wilson interval; absent without contacts.
#[must_use]
pub fn share(count: u64, of: u64) -> Option<Estimate> {
    if of == 0 {
        return None;
    }
    let (x, n) = (count as f64, of as f64);
    let (low, high) = wilson(x, n);
    Some(Estimate { value: 100.0 * x / n, low: 100.0 * low, high: 100.0 * high, n: of })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(number: u128) -> Uuid {
        Uuid::from_u128(number)
    }

    /// Customer, day, touchpoint, channel; 0 = not told.
    type Row = (u32, i64, u128, u128);

    fn contact(&(customer, day, touchpoint, channel): &Row) -> Contact {
        Contact {
            customer,
            moment: day * DAY,
            survey: SurveyId(id(1)),
            touchpoint: (touchpoint > 0).then(|| TouchpointId(id(touchpoint))),
            channel: (channel > 0).then(|| ChannelId(id(channel))),
        }
    }

    /// Each sequel as letters: o = open, s = same touchpoint, a = any, c = other channel,
    /// ? = channel not known.
    fn letters(rows: &[Row], window: u32) -> String {
        let contacts: Vec<_> = rows.iter().map(contact).collect();
        let told = sequels(&contacts, window).into_iter().map(|s| {
            let mut told = String::new();
            for (is, letter) in [
                (s.open, 'o'),
                (s.same_touchpoint, 's'),
                (s.any_touchpoint, 'a'),
                (s.other_channel == Some(true), 'c'),
                (s.other_channel.is_none(), '?'),
            ] {
                told.extend(is.then_some(letter));
            }
            if told.is_empty() { "-".to_owned() } else { told }
        });
        told.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_followed_by_hand() {
        // The last row keeps the log going for a month, so that no window is open but its own.
        let end = (9, 40, 1, 1);
        let cases: [(&str, &[Row], &str); 9] = [
            ("alone", &[(1, 0, 1, 1), end], "- o"),
            ("again within seven days", &[(1, 0, 1, 1), (1, 7, 1, 1), end], "sa - o"),
            ("a day too late", &[(1, 0, 1, 1), (1, 8, 1, 1), end], "- - o"),
            ("about something else", &[(1, 0, 1, 1), (1, 3, 2, 1), end], "a - o"),
            ("by another channel", &[(1, 0, 1, 1), (1, 3, 1, 2), end], "sac - o"),
            // The next contact decides the channel, though the one after it is by another.
            ("later by another", &[(1, 0, 1, 1), (1, 2, 1, 1), (1, 3, 1, 2), end], "sa sac - o"),
            // The same touchpoint comes back after another one in between.
            ("in between", &[(1, 0, 1, 1), (1, 2, 2, 1), (1, 4, 1, 1), end], "sa a - o"),
            ("another customer", &[(1, 0, 1, 1), (2, 1, 1, 2), end], "- - o"),
            ("channels not told", &[(1, 0, 1, 0), (1, 1, 1, 1), (1, 2, 1, 0), end], "sa? sa? ? o"),
        ];
        for (name, rows, expected) in cases {
            assert_eq!(letters(rows, 7), expected, "{name}");
        }
        // One moment: one of both was followed by the other, whatever the order of the rows.
        assert_eq!(letters(&[(1, 0, 1, 1), (1, 0, 1, 2), end], 7), "sac - o");
        assert_eq!(letters(&[(1, 0, 1, 2), (1, 0, 1, 1), end], 7), "- sac o");
        // A window of no days is the same moment; the end of the log leaves windows open.
        assert_eq!(letters(&[(1, 0, 1, 1), (1, 1, 1, 1), end], 0), "- - -");
        assert_eq!(letters(&[(1, 0, 1, 1), (1, 6, 1, 1)], 7), "osa o");
        assert_eq!(letters(&[(1, 0, 1, 1), (1, 7, 1, 1)], 7), "sa o");
        assert_eq!(letters(&[], 7), "");
    }

    #[test]
    fn each_log_has_its_own_end() {
        let first = contact(&(1, 0, 1, 1));
        let later = Contact { survey: SurveyId(id(2)), ..contact(&(2, 30, 1, 1)) };
        let told = sequels(&[first, later], 7);
        assert_eq!((told[0].open, told[1].open), (true, true));
    }

    #[test]
    fn a_share_has_its_wilson_interval() {
        // 3 of 12: Wilson 8.894 % … 53.231 %.
        let share = share(3, 12).unwrap();
        assert!((share.value - 25.0).abs() < 1e-9);
        assert!((share.low - 8.894).abs() < 0.001, "{}", share.low);
        assert!((share.high - 53.231).abs() < 0.001, "{}", share.high);
        assert_eq!(super::share(0, 0), None);
    }

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        proptest::collection::vec((0..4_u32, 0..20_i64, 0..3_u128, 0..3_u128), 0..40)
    }

    /// Counts per touchpoint: contacts, open, same, any, switched, not known.
    fn totals(rows: &[Row], window: u32) -> HashMap<u128, [u64; 6]> {
        let contacts: Vec<_> = rows.iter().map(contact).collect();
        let mut totals: HashMap<u128, [u64; 6]> = HashMap::new();
        for (row, s) in rows.iter().zip(sequels(&contacts, window)) {
            let is = [
                true,
                s.open,
                s.same_touchpoint,
                s.any_touchpoint,
                s.other_channel == Some(true),
                s.other_channel.is_none(),
            ];
            let sums = totals.entry(row.2).or_default();
            sums.iter_mut().zip(is).for_each(|(sum, is)| *sum += u64::from(is));
        }
        totals
    }

    proptest! {
        #[test]
        fn the_order_of_rows_does_not_matter(
            (rows, shuffled) in rows().prop_flat_map(|r| (Just(r.clone()), Just(r).prop_shuffle())),
            window in 0..9_u32,
        ) {
            prop_assert_eq!(totals(&rows, window), totals(&shuffled, window));
        }

        #[test]
        fn shares_are_shares_and_a_repeat_is_a_repeat_of_anything(rows in rows(), window in 0..9_u32) {
            let contacts: Vec<_> = rows.iter().map(contact).collect();
            let told = sequels(&contacts, window);
            prop_assert_eq!(told.len(), rows.len());
            for sequel in &told {
                prop_assert!(sequel.any_touchpoint || !sequel.same_touchpoint);
                prop_assert!(sequel.any_touchpoint || sequel.other_channel != Some(true));
            }
            let closed: Vec<_> = told.iter().filter(|s| !s.open).collect();
            let repeated = closed.iter().filter(|s| s.any_touchpoint).count() as u64;
            if let Some(found) = share(repeated, closed.len() as u64) {
                prop_assert!(0.0 <= found.low && found.low <= found.value + 1e-9);
                prop_assert!(found.value <= found.high + 1e-9 && found.high <= 100.0);
            }
        }
    }
}
