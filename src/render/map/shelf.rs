//! Where things in a lane stand: below each other, a wide one below all that it covers.
//!
//! Knows heights only, not what stands there.

use super::context::Context;
use crate::model::LaneId;
use crate::render::scene::{Anchor, Rect};
use crate::render::sketch::{Sketch, Type, rect};
use std::ops::Range;

/// Height and width of the count in a folded column.
const COUNT: (f32, f32) = (20.0, 30.0);

/// The free places of a lane while it is measured.
pub(super) struct Shelf {
    /// Where the next thing in each column begins, from the lane's top.
    free: Vec<f32>,
    gap: f32,
    lowest: f32,
}

impl Shelf {
    /// An empty lane whose top lies `depth` below that of the first lane.
    pub(super) fn new(context: &Context<'_>, depth: f32, head: f32, gap: f32) -> Self {
        let free = (0..context.columns().len())
            .map(|column| head.max(context.folded.reserved(column) - depth))
            .collect();
        Self { free, gap, lowest: 0.0 }
    }

    /// Takes the first place that is free in all of the columns; gives its top.
    pub(super) fn put(&mut self, columns: &Range<usize>, height: f32) -> f32 {
        let Some(free) = self.free.get_mut(columns.clone()) else {
            return 0.0;
        };
        let top = free.iter().copied().fold(0.0, f32::max);
        free.fill(top + height + self.gap);
        self.lowest = self.lowest.max(top + height);
        top
    }

    /// Lower edge of the lowest thing, and no less than that.
    pub(super) fn lowest(&self, least: f32) -> f32 {
        self.lowest.max(least)
    }

    /// Places for the counts of what folded columns hold.
    pub(super) fn counts(&mut self, context: &Context<'_>, lane: LaneId) -> Vec<Count> {
        self.counts_of(context, |column| context.held(column, lane))
    }

    /// Places for counts in folded columns, by column.
    pub(super) fn counts_of(
        &mut self,
        context: &Context<'_>,
        held: impl Fn(usize) -> usize,
    ) -> Vec<Count> {
        let mut counts = Vec::new();
        for (index, column) in context.columns().iter().enumerate().filter(|(_, c)| c.is_folded()) {
            let held = held(index);
            if held > 0 {
                let top = self.put(&(index..index + 1), COUNT.0);
                let x = column.x + (column.width - COUNT.1) / 2.0 - 2.0;
                counts.push(Count { rect: rect(x, top, COUNT.1, COUNT.0), held });
            }
        }
        counts
    }
}

/// How much a folded column holds in a lane.
pub(super) struct Count {
    /// Place, from the lane's top.
    rect: Rect,
    held: usize,
}

impl Count {
    pub(super) fn draw(&self, context: &Context<'_>, top: f32, sketch: &mut Sketch) {
        let place = self.rect.moved(0.0, top);
        sketch.fill(place, 10.0, context.colors.card);
        let ty = Type::semi_bold(11.5, context.colors.ink2);
        let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
        sketch.text(x, y, Anchor::Middle, ty, &self.held.to_string());
    }
}
