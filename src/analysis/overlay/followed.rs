//! What followed the contacts of a log, over a journey: repeat contact and channel switching.
//!
//! The middle of the colours is the journey's own share: there is no usual one.

use super::{Overlay, OverlayRequest};
use crate::analysis::contacts::{ContactMetric, ContactRequest, ContactRow, contact_stats};
use crate::analysis::heat::Midpoint;
use crate::analysis::measure::Lens;
use crate::analysis::reading::{Fact, Reading};
use crate::metrics::contacts::USUAL_WINDOW;
use crate::model::{Contact, Model};
use crate::scores::{By, Filter, Key};

/// Every contact was followed; none was.
const ENDS: (f64, f64) = (100.0, 0.0);

pub(super) fn followed(
    contacts: &[Contact],
    model: &Model,
    request: &OverlayRequest,
    filter: &Filter,
) -> Overlay {
    let metric = match request.measure.lens {
        Lens::ChannelSwitching => ContactMetric::ChannelSwitching,
        _ => ContactMetric::RepeatContact,
    };
    let rows = |by: By| {
        let request = ContactRequest { metric, by, window: USUAL_WINDOW };
        contact_stats(contacts, model, filter, &request)
    };
    let whole = rows(By::Whole).into_iter().next();
    let mut overlay = Overlay::empty(model, request);
    let share = whole.as_ref().and_then(|row| row.share);
    let middle = share.map(|share| Midpoint::mean(share.value, ENDS));
    (overlay.ends, overlay.midpoint) = (Some(ENDS), middle);
    let reading = |row: &ContactRow| match (row.share, middle) {
        (Some(share), Some(middle)) => Reading::Fact(Fact::measured(&share, middle.value, ENDS)),
        _ if row.contacts == 0 => Reading::NoData,
        _ => Reading::TooFew { n: row.contacts },
    };
    for row in rows(By::Touchpoint).iter().chain(&rows(By::Stage(request.journey))) {
        let place = match row.key {
            Key::Touchpoint(Some(id)) => overlay.touchpoints.get_mut(&id),
            Key::Stage(Some(id)) => overlay.stages.get_mut(&id),
            _ => None,
        };
        if let Some(place) = place {
            *place = reading(row);
        }
    }
    overlay.whole = whole.as_ref().map_or(Reading::NoData, reading);
    overlay.responses = whole.map_or(0, |row| row.contacts + row.open + row.unknown);
    overlay
}
