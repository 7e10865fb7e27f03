//! What a team put on a card or note, in small: tags below the words, and a row of signs.
//!
//! Takes as many lines as it needs; decides nothing about where the card stands.

use super::context::Context;
use super::{Detail, label};
use crate::model::{Evidence, Item, JourneyId, Marks, Message};
use crate::render::icons::Icon;
use crate::render::scene::{Anchor, Color};
use crate::render::sketch::{Sketch, Type, rect, stroke};

const TAG_SIZE: f32 = 10.5;
const TAG_HEIGHT: f32 = 16.0;
const TAG_LINE: f32 = 12.0;
/// Blank at each side of a tag's words.
const TAG_SIDE: f32 = 6.0;
const SIGN: f32 = 13.0;
/// Blank between tags, and between lines of them.
const GAP: f32 = 4.0;
/// Blank between signs.
const SIGN_GAP: f32 = 5.0;

/// What a statement rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Ground {
    Assumption,
    Anecdote,
    Data,
}

/// The tags and signs of one card, measured.
pub(super) struct Small<'a> {
    marks: &'a Marks,
    ground: Option<Ground>,
    remarks: usize,
    sub_journey: Option<JourneyId>,
    locked: bool,
    tags: Vec<Tag>,
    signs: Vec<Sign>,
    /// Height of all of it with the blank below; 0 when there is nothing.
    pub height: f32,
}

struct Tag {
    x: f32,
    y: f32,
    width: f32,
    lines: Vec<String>,
}

struct Sign {
    x: f32,
    y: f32,
    icon: &'static str,
    filled: bool,
    count: Option<String>,
}

/// Whose marks they are.
#[derive(Clone, Copy)]
pub(super) struct Of<'a> {
    pub item: Item,
    pub marks: &'a Marks,
    pub sub_journey: Option<JourneyId>,
    pub locked: bool,
    /// Whether customers answered about it: then its evidence is data.
    pub answered: bool,
}

/// The colours of tags and signs on some ground.
#[derive(Clone, Copy)]
pub(super) struct Inks {
    pub tag: Option<Color>,
    pub edge: Option<Color>,
    pub words: Color,
    pub signs: Color,
}

impl<'a> Small<'a> {
    pub(super) fn new(context: &Context<'a>, of: Of<'a>, room: f32) -> Self {
        let ground = of.marks.evidence.map(|evidence| match evidence {
            _ if of.answered => Ground::Data,
            Evidence::Assumption => Ground::Assumption,
            Evidence::Anecdote => Ground::Anecdote,
        });
        let mut small = Small {
            marks: of.marks,
            ground,
            remarks: context.remarks(of.item),
            sub_journey: of.sub_journey,
            locked: of.locked,
            tags: Vec::new(),
            signs: Vec::new(),
            height: 0.0,
        };
        small.place_tags(room);
        small.place_signs(room);
        small
    }

    fn place_tags(&mut self, room: f32) {
        let ty = Type::regular(TAG_SIZE, Color::hex(0));
        let (mut x, mut y, mut lowest) = (0.0, 0.0, 0.0_f32);
        for tag in &self.marks.tags {
            let lines = ty.wrap(tag, (room - 2.0 * TAG_SIDE).max(12.0));
            let widest = lines.iter().map(|line| ty.width(line)).fold(0.0, f32::max);
            let width = widest + 2.0 * TAG_SIDE;
            if x > 0.0 && x + width > room {
                (x, y) = (0.0, lowest + GAP - 1.0);
            }
            lowest = lowest.max(y + TAG_HEIGHT + TAG_LINE * (lines.len() as f32 - 1.0));
            self.tags.push(Tag { x, y, width, lines });
            x += width + GAP;
        }
        if lowest > 0.0 {
            self.height = lowest + GAP;
        }
    }

    fn place_signs(&mut self, room: f32) {
        let count = |n: usize| (n > 1).then(|| n.to_string());
        let ground = self.ground.map(|ground| match ground {
            Ground::Assumption => "help",
            Ground::Anecdote => "format_quote",
            Ground::Data => "bar_chart",
        });
        let links = self.marks.links.len();
        let all = [
            self.marks.stands_out.then_some(("trophy", None)),
            ground.map(|icon| (icon, None)),
            self.sub_journey.map(|_| ("account_tree", None)),
            (self.remarks > 0).then(|| ("comment", Some(self.remarks.to_string()))),
            (links > 0).then(|| ("link", count(links))),
            self.locked.then_some(("lock", None)),
        ];
        let ty = Type::regular(TAG_SIZE, Color::hex(0));
        let (mut x, mut y) = (0.0, self.height);
        for (icon, count) in all.into_iter().flatten() {
            let width = SIGN + count.as_ref().map_or(0.0, |words| 3.0 + ty.width(words));
            if x > 0.0 && x + width > room {
                (x, y) = (0.0, y + SIGN + GAP);
            }
            self.signs.push(Sign { x, y, icon, filled: icon == "lock", count });
            self.height = y + SIGN + GAP;
            x += width + SIGN_GAP;
        }
    }

    /// Draws all of it with its upper left corner there; far out it cannot be read and is left out.
    pub(super) fn draw(
        &self,
        context: &Context<'_>,
        (left, top): (f32, f32),
        inks: Inks,
        sketch: &mut Sketch,
    ) {
        if context.request.detail != Detail::Full {
            return;
        }
        let ty = Type::regular(TAG_SIZE, inks.words);
        for tag in &self.tags {
            let height = TAG_HEIGHT + TAG_LINE * (tag.lines.len() as f32 - 1.0);
            let place = rect(left + tag.x, top + tag.y, tag.width, height);
            match inks.edge {
                Some(edge) => sketch.frame(place, 8.0, inks.tag, stroke(edge, 1.0)),
                None => sketch.fill(place, 8.0, inks.tag.unwrap_or(context.colors.chan)),
            }
            sketch.lines(place.x + TAG_SIDE, place.y + 8.0, TAG_LINE, ty, &tag.lines);
        }
        let ty = Type::regular(TAG_SIZE, inks.signs);
        for sign in &self.signs {
            let (x, y) = (left + sign.x + SIGN / 2.0, top + sign.y + SIGN / 2.0);
            if sign.filled {
                sketch.filled_icon(x, y, SIGN, Icon::of(sign.icon), inks.signs);
            } else {
                sketch.icon(x, y, SIGN, Icon::of(sign.icon), inks.signs);
            }
            if let Some(count) = &sign.count {
                sketch.text(x + SIGN / 2.0 + 3.0, y, Anchor::Start, ty, count);
            }
        }
    }

    /// All of it in words.
    pub(super) fn say(&self, context: &Context<'_>, parts: &mut Vec<String>) {
        let phrases = &context.phrases;
        if let Some(hue) = self.marks.hue {
            parts.push(phrases.get(label::hue_key(hue)));
        }
        if !self.marks.tags.is_empty() {
            let tags = self.marks.tags.join(", ");
            parts.push(phrases.say("map-label-tags", &[("tags", &tags)]));
        }
        if self.marks.stands_out {
            parts.push(phrases.get("map-label-stands-out"));
        }
        if let Some(ground) = self.ground {
            parts.push(phrases.get(match ground {
                Ground::Assumption => "map-label-assumption",
                Ground::Anecdote => "map-label-anecdote",
                Ground::Data => "map-label-data",
            }));
        }
        if let Some(journey) = self.sub_journey {
            let name = context.model.journeys.get(&journey).map_or("", |j| j.name.as_str());
            parts.push(phrases.say("map-label-sub-journey", &[("name", name)]));
        }
        let counted =
            |key: &'static str, n: usize| context.texts.say(&Message::new(key).with("n", n));
        if self.remarks > 0 {
            parts.push(counted("map-label-remarks", self.remarks));
        }
        if !self.marks.links.is_empty() {
            parts.push(counted("map-label-links", self.marks.links.len()));
        }
        if self.locked {
            parts.push(phrases.get("map-label-locked"));
        }
    }
}
