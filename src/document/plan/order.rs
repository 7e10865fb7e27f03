//! Lists of siblings: their places run 0, 1, 2 … without gaps.
//!
//! Knows no rules about who may stand beside whom.

use crate::model::{Record, Table};

/// Puts an identity at `index` of an order, at the end when absent or beyond it.
pub fn place<I: PartialEq + Copy>(order: &mut Vec<I>, id: I, index: Option<usize>) {
    order.retain(|other| *other != id);
    let index = index.unwrap_or(order.len()).min(order.len());
    order.insert(index, id);
}

/// Gives records their place in an order.
pub fn number<R: Record>(table: &mut Table<R>, order: &[R::Id], position: fn(&mut R) -> &mut i64) {
    for (place, id) in (0_i64..).zip(order) {
        if let Some(record) = table.get_mut(id) {
            *position(record) = place;
        }
    }
}
