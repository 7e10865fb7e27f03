//! Lanes of notes, of every kind: below each other, wide ones across columns, each as high as it needs.
//!
//! How a kind looks is in `look`.

use super::context::Context;
use super::look::{Frame, Look};
use super::marks::{Inks, Of, Small};
use super::shelf::{Count, Shelf};
use super::{Band, MapSketch, gutter, label};
use crate::model::{Attachment, Holder, Item, Lane, LaneKind, Note};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Rect, Region, Subject};
use crate::render::sketch::{Sketch, Type, dashed, rect, stroke};

/// Height of a picture on a note that is no picture itself, and of the tallest one that is.
const STRIP: f32 = 40.0;
const TALLEST: f32 = 160.0;
/// Height of the place of a picture that is not there yet.
const VACANT: f32 = 72.0;
/// A note narrower than this has its words below its icon.
const NARROW: f32 = 100.0;
const ICON_ROW: f32 = 18.0;
/// Blank below a picture.
const BELOW: f32 = 4.0;

/// The measured lane.
pub(super) struct Notes<'a> {
    pub height: f32,
    notes: Vec<Placed<'a>>,
    counts: Vec<Count>,
}

struct Placed<'a> {
    note: &'a Note,
    look: Look,
    column: usize,
    /// Place, from the lane's top.
    rect: Rect,
    /// Place of the picture within it.
    picture: Option<(Rect, Option<&'a Attachment>)>,
    /// Where the words begin within it.
    words_y: f32,
    lines: Vec<String>,
    /// Where tags and signs begin within it.
    small_y: f32,
    small: Small<'a>,
}

/// Measures the lane, whose top lies `depth` below that of the first one.
pub(super) fn plan<'a>(context: &Context<'a>, lane: &Lane, depth: f32) -> Notes<'a> {
    let usual = Look::of(context, lane.kind, None);
    let mut shelf = Shelf::new(context, depth, usual.head, usual.gap);
    let mut notes = Vec::new();
    for (index, column) in context.columns().iter().enumerate() {
        if column.is_folded() {
            continue;
        }
        for note in context.notes(index, lane.id).iter().copied() {
            let covered = context.covered(index, note.spot, note.span);
            let (x, width) = context.columns.item(&covered);
            let mut placed = Placed::new(context, lane.kind, note, width);
            placed.column = index;
            let top = shelf.put(&covered, placed.rect.height);
            placed.rect = placed.rect.moved(x, top);
            notes.push(placed);
        }
    }
    let counts = shelf.counts(context, lane.id);
    let least = usual.head + usual.pad + usual.line * usual.least_lines;
    Notes { height: shelf.lowest(least) + usual.foot, notes, counts }
}

impl<'a> Placed<'a> {
    /// A note of a width, with its corner at nought.
    fn new(context: &Context<'a>, kind: LaneKind, note: &'a Note, width: f32) -> Self {
        let mut look = Look::of(context, kind, Some(note));
        let stacked = width < NARROW && look.icon.is_some();
        if stacked {
            look.text_x = 10.0;
            look.first += ICON_ROW;
            look.pad += ICON_ROW;
        }
        let ty = look.text_type();
        let room = (width - look.text_x - look.after).max(10.0);
        let attachment = context.picture(Holder::Note(note.id));
        let picture = picture_place(context, kind, attachment, width);
        let text = look.words(&note.text);
        let lines = match (text.is_empty(), look.balanced) {
            // A picture needs no words.
            (true, _) if picture.is_some() => Vec::new(),
            (_, true) => ty.balanced(&text, room),
            (_, false) => ty.wrap(&text, room),
        };
        let words_y = picture.map_or(0.0, |(place, _)| place.bottom() + BELOW);
        let of = Of {
            item: Item::Note(note.id),
            marks: &note.marks,
            sub_journey: note.sub_journey,
            locked: note.locked,
            answered: false,
        };
        let small = Small::new(context, of, width - 16.0);
        let text = look.line * lines.len() as f32;
        let small_y = words_y + look.first - look.line / 2.0 + text + 2.0;
        // A picture without words needs no room for them.
        let pad = if lines.is_empty() && picture.is_some() { BELOW } else { look.pad };
        let small_y = if lines.is_empty() { small_y.min(words_y + BELOW) } else { small_y };
        let height = words_y + pad + text + small.height;
        let rect = rect(0.0, 0.0, width, height);
        Self { note, look, column: 0, rect, picture, words_y, lines, small_y, small }
    }
}

/// Where a note's picture stands: as wide as the note in a lane of pictures, a strip elsewhere.
fn picture_place<'a>(
    context: &Context<'a>,
    kind: LaneKind,
    attachment: Option<&'a Attachment>,
    width: f32,
) -> Option<(Rect, Option<&'a Attachment>)> {
    let Some(found) = attachment else {
        let vacant = kind == LaneKind::Images && context.on_screen();
        return vacant.then(|| (rect(0.0, 0.0, width, VACANT), None));
    };
    if kind != LaneKind::Images {
        return Some((rect(6.0, 6.0, width - 12.0, STRIP), attachment));
    }
    let shape = found.width.max(1) as f32 / found.height.max(1) as f32;
    let height = (width / shape).clamp(12.0, TALLEST);
    Some((rect(0.0, 0.0, (height * shape).clamp(12.0, width), height), attachment))
}

impl Notes<'_> {
    pub(super) fn draw(&self, context: &Context<'_>, band: &Band<'_>, map: &mut MapSketch) {
        gutter::cells(context, band, map);
        if self.notes.is_empty() && self.counts.is_empty() {
            invitation(context, band, &mut map.sketch);
        }
        self.counts.iter().for_each(|count| count.draw(context, band.top, &mut map.sketch));
        for placed in &self.notes {
            let place = placed.rect.moved(0.0, band.top);
            placed.draw(context, place, &mut map.sketch);
            let picture = placed.picture.and_then(|(_, picture)| picture).map(|p| p.name.as_str());
            let (note, kind) = (placed.note, band.lane.kind);
            let label = label::note(context, kind, note, &placed.small, picture);
            let subject = Subject::Note(note.id);
            map.region(placed.column, Region { rect: place, subject, label });
        }
    }

    /// Where each note stands, from the lane's top.
    pub(super) fn places(&self) -> impl Iterator<Item = (crate::model::NoteId, Rect)> + '_ {
        self.notes.iter().map(|placed| (placed.note.id, placed.rect))
    }
}

impl Placed<'_> {
    fn draw(&self, context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
        let look = &self.look;
        self.frame(place, sketch);
        if let Some(bar) = look.bar {
            let place = rect(place.x, place.y + 6.0, 3.0, place.height - 12.0);
            sketch.fill(place, 1.5, bar);
        }
        if let Some((picture, attachment)) = self.picture {
            let picture = picture.moved(place.x, place.y);
            match attachment {
                Some(_) if !context.words() => sketch.fill(picture, 4.0, context.colors.chan),
                Some(attachment) => sketch.picture(picture, 4.0, attachment),
                None => vacant(context, picture, sketch),
            }
        }
        let top = place.y + self.words_y;
        if let Some((icon, ink)) = look.icon {
            let at = (place.x + look.icon_x, top + look.icon_y);
            sketch.icon(at.0, at.1, look.icon_size, icon, ink);
        }
        if context.words() {
            let x = place.x + look.text_x;
            sketch.lines(x, top + look.first, look.line, look.text_type(), &self.lines);
        }
        let colors = context.colors;
        let inks = Inks {
            tag: Some(colors.card),
            edge: Some(look.edge.unwrap_or(colors.line2)),
            words: colors.ink2,
            signs: colors.ink2,
        };
        let left = place.x + look.text_x.min(10.0).max(if look.bar.is_some() { 10.0 } else { 0.0 });
        self.small.draw(context, (left, place.y + self.small_y), inks, sketch);
    }

    fn frame(&self, place: Rect, sketch: &mut Sketch) {
        let Look { frame, ground, edge, .. } = self.look;
        let radius = if frame == Frame::Bubble { 13.0 } else { 6.0 };
        match (ground, edge) {
            (None, None) => return,
            (Some(ground), None) => sketch.fill(place, radius, ground),
            (ground, Some(edge)) => sketch.frame(place, radius, ground, stroke(edge, 1.0)),
        }
        if let (Frame::Bubble, Some(ground)) = (frame, ground) {
            // What is thought, not said: two drops below the bubble.
            let edge = edge.map(|edge| stroke(edge, 1.0));
            for (x, y, radius) in [(16.0, 3.5, 3.5), (10.0, 8.0, 2.0)] {
                let at = crate::render::sketch::point(place.x + x, place.bottom() + y);
                sketch.circle(at, radius, ground, edge);
            }
        }
    }
}

/// The place of a picture that is not there yet.
fn vacant(context: &Context<'_>, place: Rect, sketch: &mut Sketch) {
    let colors = context.colors;
    sketch.frame(place, 6.0, None, dashed(colors.line2, 1.0, 4.0, 4.0));
    let (x, y) = (place.x + place.width / 2.0, place.y + place.height / 2.0);
    sketch.icon(x, y, 22.0, Icon::of("add_photo_alternate"), colors.ink4);
}

/// What an empty lane asks in the window.
fn invitation(context: &Context<'_>, band: &Band<'_>, sketch: &mut Sketch) {
    if !context.on_screen() || !context.words() {
        return;
    }
    let Some(column) = context.columns().iter().find(|c| !c.is_folded()) else {
        return;
    };
    let key = match band.lane.kind {
        LaneKind::Thoughts => "map-empty-thoughts",
        LaneKind::PainsGains => "map-empty-pains-gains",
        LaneKind::Pains => "map-empty-pains",
        LaneKind::Gains => "map-empty-gains",
        LaneKind::Quotes => "map-empty-quotes",
        LaneKind::Needs => "map-empty-needs",
        LaneKind::Opportunities => "map-empty-opportunities",
        LaneKind::Images => "map-empty-images",
        LaneKind::Frontstage => "map-empty-frontstage",
        LaneKind::Backstage => "map-empty-backstage",
        LaneKind::Systems => "map-empty-systems",
        _ => "map-empty-notes",
    };
    let ty = Type::regular(12.0, context.colors.ink3);
    let lines = ty.wrap(&context.texts.get(key), context.columns.end() - column.x - 16.0);
    let first = band.top + (band.height - 15.0 * (lines.len() as f32 - 1.0)) / 2.0;
    for (index, line) in lines.iter().enumerate() {
        let y = first + 15.0 * index as f32;
        sketch.text(column.x + 8.0, y, Anchor::Start, ty, line);
    }
}
