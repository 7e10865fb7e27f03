//! What every part of the map needs to know: columns, who stands where, colours, words.
//!
//! Looked up once for the whole map, so that drawing a card costs no search.

use super::columns::{Column, ColumnKind, Columns};
use super::figures::Figures;
use super::folded::Folded;
use super::phrases::Phrases;
use super::{Detail, MapRequest, Mode, Purpose, Scores};
use crate::model::{
    Attachment, Channel, ChannelId, ChannelKind, Holder, Item, Lane, LaneId, LaneKind, Model, Note,
    PersonaId, Placement, Spot, Stage, StageId, Step,
};
use crate::render::icons::Icon;
use crate::render::theme::Colors;
use crate::text::Texts;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Left edge of the first column.
pub(super) const GUTTER: f32 = 96.0;
/// Blank at the right edge of the sheet.
pub(super) const RIGHT: f32 = 8.0;

pub(super) struct Context<'a> {
    pub request: &'a MapRequest,
    pub model: &'a Model,
    pub texts: &'a Texts,
    pub phrases: Phrases<'a>,
    pub colors: &'static Colors,
    pub figures: Figures<'a>,
    pub stages: Vec<&'a Stage>,
    pub lanes: Vec<&'a Lane>,
    /// Whose journey it is.
    pub persona: Option<PersonaId>,
    pub columns: Columns,
    pub folded: Folded,
    /// Width of the sheet.
    pub width: f32,
    channels: HashMap<ChannelId, String>,
    steps: Vec<Vec<&'a Step>>,
    cards: HashMap<(usize, LaneId), Vec<&'a Placement>>,
    notes: HashMap<(usize, LaneId), Vec<&'a Note>>,
    /// How many remarks about each thing are open.
    remarks: HashMap<Item, usize>,
    /// The first picture of everything that has one.
    pictures: HashMap<Holder, &'a Attachment>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        request: &'a MapRequest,
        model: &'a Model,
        texts: &'a Texts,
        scores: Scores<'a>,
    ) -> Self {
        let stages = model.stages_of(request.journey);
        let steps: Vec<Vec<&Step>> = stages.iter().map(|s| model.steps_of(s.id)).collect();
        let mut lanes = model.lanes_of(request.journey);
        lanes.retain(|lane| lane.is_in(request.view));
        let loose = stages_with_loose(model, &lanes);
        let loose: Vec<bool> = stages.iter().map(|s| loose.contains(&s.id)).collect();
        let columns = Columns::new(&stages, &steps, &loose, request.width);
        let mut cards: HashMap<_, Vec<_>> = HashMap::new();
        for card in model.placements.values().filter(|p| p.journey == request.journey) {
            if let Some(column) = columns.of(card.spot) {
                cards.entry((column, card.lane)).or_default().push(card);
            }
        }
        let mut notes: HashMap<_, Vec<_>> = HashMap::new();
        for note in model.notes.values().filter(|n| n.journey == request.journey) {
            if let Some(column) = columns.of(note.spot) {
                notes.entry((column, note.lane)).or_default().push(note);
            }
        }
        cards.values_mut().for_each(|all| all.sort_by_key(|p| (p.position, p.id)));
        notes.values_mut().for_each(|all| all.sort_by_key(|n| (n.position, n.id)));
        let journey = model.journeys.get(&request.journey);
        let colors = request.theme.colors();
        Self {
            request,
            model,
            texts,
            phrases: Phrases::new(texts),
            colors,
            figures: Figures::new(request, texts, scores),
            channels: model.channels.values().map(|c| (c.id, texts.channel(c))).collect(),
            steps,
            lanes,
            persona: journey.and_then(|j| j.persona),
            width: columns.end() + RIGHT,
            folded: Folded::new(columns.all(), &stages, texts, colors),
            columns,
            stages,
            cards,
            notes,
            remarks: open_remarks(model),
            pictures: first_pictures(model),
        }
    }

    pub(super) fn columns(&self) -> &[Column] {
        self.columns.all()
    }

    /// A column's name: its stage's, or its stage's and its step's.
    pub(super) fn column_name(&self, column: &Column) -> String {
        let stage = self.stages.get(column.stage).map(|s| self.texts.stage(s)).unwrap_or_default();
        let ColumnKind::Step(id) = column.kind else {
            return stage;
        };
        let step = self.steps(column.stage).iter().find(|s| s.id == id);
        step.map_or_else(|| stage.clone(), |step| format!("{stage}, {}", step.name))
    }

    /// The lanes that cards of touchpoints stand in: those that are drawn, else all there are.
    pub(super) fn card_lanes(&self) -> Vec<LaneId> {
        let of = |lanes: &[&Lane]| -> Vec<LaneId> {
            lanes.iter().filter(|l| l.kind == LaneKind::Touchpoints).map(|l| l.id).collect()
        };
        let drawn = of(&self.lanes);
        if drawn.is_empty() { of(&self.model.lanes_of(self.request.journey)) } else { drawn }
    }

    pub(super) fn steps(&self, stage: usize) -> &[&'a Step] {
        self.steps.get(stage).map_or(&[], Vec::as_slice)
    }

    /// The cards that begin in a column, from top to bottom.
    pub(super) fn cards(&self, column: usize, lane: LaneId) -> &[&'a Placement] {
        self.cards.get(&(column, lane)).map_or(&[], Vec::as_slice)
    }

    /// The notes that begin in a column, from top to bottom.
    pub(super) fn notes(&self, column: usize, lane: LaneId) -> &[&'a Note] {
        self.notes.get(&(column, lane)).map_or(&[], Vec::as_slice)
    }

    /// How many remarks about something are open.
    pub(super) fn remarks(&self, item: Item) -> usize {
        self.remarks.get(&item).copied().unwrap_or(0)
    }

    /// The picture that a card or note shows: the first of its pictures.
    pub(super) fn picture(&self, holder: Holder) -> Option<&'a Attachment> {
        self.pictures.get(&holder).copied()
    }

    /// How many cards and notes begin in a column of a lane.
    pub(super) fn held(&self, column: usize, lane: LaneId) -> usize {
        self.cards(column, lane).len() + self.notes(column, lane).len()
    }

    /// The columns that a card or note in a column covers.
    pub(super) fn covered(&self, column: usize, spot: Spot, span: i64) -> Range<usize> {
        self.columns.covered(spot, span).unwrap_or(column..column + 1)
    }

    /// Name of a channel, looked up once for the whole map.
    pub(super) fn channel(&self, channel: &Channel) -> String {
        self.channels.get(&channel.id).cloned().unwrap_or_default()
    }

    pub(super) fn heat(&self) -> bool {
        self.request.mode == Mode::Heat
    }

    pub(super) fn words(&self) -> bool {
        self.request.detail != Detail::ScoreOnly
    }

    pub(super) fn on_screen(&self) -> bool {
        self.request.purpose == Purpose::Screen
    }
}

/// The stages in which something stands as a whole, at none of their steps.
fn stages_with_loose(model: &Model, lanes: &[&Lane]) -> HashSet<StageId> {
    let drawn: HashSet<LaneId> = lanes.iter().map(|l| l.id).collect();
    let cards = model.placements.values().map(|p| (p.lane, p.spot));
    let notes = model.notes.values().map(|n| (n.lane, n.spot));
    cards
        .chain(notes)
        .filter(|(lane, _)| drawn.contains(lane))
        .filter_map(|(_, spot)| match spot {
            Spot::Stage(stage) => Some(stage),
            Spot::Step(_) => None,
        })
        .collect()
}

fn open_remarks(model: &Model) -> HashMap<Item, usize> {
    let mut open = HashMap::new();
    for remark in model.remarks.values().filter(|r| !r.resolved) {
        *open.entry(remark.item).or_default() += 1;
    }
    open
}

fn first_pictures(model: &Model) -> HashMap<Holder, &Attachment> {
    let mut first: HashMap<Holder, &Attachment> = HashMap::new();
    for picture in model.attachments.values() {
        let order = |a: &Attachment| (a.position, a.id);
        let shown = first.entry(picture.holder).or_insert(picture);
        if order(picture) < order(shown) {
            *shown = picture;
        }
    }
    first
}

/// The icon of a channel, for touchpoints without an own one.
pub fn channel_icon(kind: Option<ChannelKind>) -> Icon {
    Icon::of(match kind {
        Some(ChannelKind::Web) => "language",
        Some(ChannelKind::Phone) => "call",
        Some(ChannelKind::Shop) => "storefront",
        Some(ChannelKind::App) => "smartphone",
        Some(ChannelKind::Email) => "mail",
        Some(ChannelKind::Chat) => "forum",
        Some(ChannelKind::Letter) => "markunread_mailbox",
        Some(ChannelKind::InPerson) => "handshake",
        Some(ChannelKind::Ad) => "campaign",
        Some(ChannelKind::Social) => "thumb_up",
        Some(ChannelKind::Other) | None => "ads_click",
    })
}
