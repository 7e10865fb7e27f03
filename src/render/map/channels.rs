//! The lane of channels: by which ways contact is made in each column, the most used first.
//!
//! Computed from the touchpoints; nothing can be written here.

use super::context::{Context, channel_icon};
use super::{Band, MapSketch};
use crate::model::{Channel, Message};
use crate::render::scene::{Anchor, Region, Subject};
use crate::render::sketch::{Type, rect};
use std::collections::{BTreeMap, BTreeSet};

const HEAD: f32 = 6.0;
const FOOT: f32 = 6.0;
const ROW: f32 = 22.0;
const LINE: f32 = 14.0;
const TEXT_X: f32 = 24.0;

/// The measured lane.
pub(super) struct Channels<'a> {
    pub height: f32,
    columns: Vec<Vec<Row<'a>>>,
}

struct Row<'a> {
    channel: &'a Channel,
    name: String,
    /// How many touchpoints of the column use it.
    used: usize,
    /// Centre of its first line, from the lane's top.
    middle: f32,
    lines: Vec<String>,
}

pub(super) fn plan<'a>(context: &Context<'a>, depth: f32) -> Channels<'a> {
    let used = used(context);
    let ty = Type::regular(12.0, context.colors.ink2);
    let mut lowest = HEAD + ROW;
    let mut columns = Vec::with_capacity(used.len());
    for ((index, column), used) in context.columns().iter().enumerate().zip(used) {
        let head = HEAD.max(context.folded.reserved(index) - depth);
        let mut top = if used.is_empty() { HEAD } else { head };
        let mut rows = Vec::new();
        for (channel, used) in used {
            let name = context.channel(channel);
            let count = if used > 1 { 22.0 } else { 0.0 };
            let room = column.item_width() - TEXT_X - count;
            let lines =
                if column.is_folded() { Vec::new() } else { ty.wrap(&name, room.max(20.0)) };
            let extra = LINE * (lines.len() as f32 - 1.0).max(0.0);
            rows.push(Row { channel, name, used, middle: top + ROW / 2.0, lines });
            top += ROW + extra;
        }
        lowest = lowest.max(top);
        columns.push(rows);
    }
    Channels { height: lowest + FOOT, columns }
}

/// The channels of the touchpoints in each column, the most used first.
fn used<'a>(context: &Context<'a>) -> Vec<Vec<(&'a Channel, usize)>> {
    let lanes = context.card_lanes();
    let mut counts = vec![BTreeMap::new(); context.columns().len()];
    let mut seen: Vec<BTreeSet<_>> = vec![BTreeSet::new(); counts.len()];
    for (index, _) in context.columns().iter().enumerate() {
        for card in lanes.iter().flat_map(|lane| context.cards(index, *lane)) {
            let Some(touchpoint) = context.model.touchpoints.get(&card.touchpoint) else {
                continue;
            };
            // A card that covers several columns is used in each of them.
            for column in context.covered(index, card.spot, card.span) {
                if seen[column].insert(touchpoint.id) {
                    for channel in &touchpoint.channels {
                        *counts[column].entry(*channel).or_insert(0_usize) += 1;
                    }
                }
            }
        }
    }
    let known = |counts: BTreeMap<_, usize>| {
        let channel = |(id, n)| Some((context.model.channels.get(&id)?, n));
        let mut all: Vec<(&Channel, usize)> = counts.into_iter().filter_map(channel).collect();
        all.sort_by_key(|(channel, n)| (std::cmp::Reverse(*n), context.channel(channel)));
        all
    };
    counts.into_iter().map(known).collect()
}

impl Channels<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        let colors = context.colors;
        let ty = Type::regular(12.0, colors.ink2);
        for ((index, column), rows) in context.columns().iter().enumerate().zip(&self.columns) {
            for row in rows {
                let y = band.top + row.middle;
                let x = if column.is_folded() { column.width / 2.0 - 2.0 } else { 13.0 };
                let icon = channel_icon(Some(row.channel.kind));
                map.sketch.icon(column.x + x, y, 15.0, icon, colors.ink3);
                if context.words() {
                    map.sketch.lines(column.x + 3.0 + TEXT_X, y, LINE, ty, &row.lines);
                }
                if row.used > 1 && context.words() && !column.is_folded() {
                    let right = column.right() - 8.0;
                    let ty = Type::regular(11.0, colors.ink3);
                    let words = format!("× {}", row.used);
                    map.sketch.text(right, y, Anchor::End, ty, &words);
                }
            }
            map.region(index, self.region(context, band, index));
        }
    }

    fn region(&self, context: &Context<'_>, band: &Band<'_>, index: usize) -> Region {
        let column = &context.columns()[index];
        let rows = self.columns.get(index).map_or(&[][..], Vec::as_slice);
        let used: Vec<String> =
            rows.iter().map(|row| format!("{} {}", row.name, row.used)).collect();
        let label = Message::new("map-label-computed")
            .with("lane", context.texts.lane(band.lane))
            .with("column", context.column_name(column))
            .with("what", if used.is_empty() { "–".to_owned() } else { used.join(", ") });
        Region {
            rect: rect(column.x - 2.0, band.top, column.width, band.height),
            subject: Subject::Cell(band.lane.id, column.spot),
            label: context.texts.say(&label),
        }
    }
}
