//! What every part of the map needs to know: columns, who stands where, colours, words.
//!
//! Looked up once for the whole map, so that drawing a card costs no search.

use super::figures::Figures;
use super::phrases::Phrases;
use super::{Detail, MapRequest, Mode, Purpose};
use crate::analysis::{Comparison, Overlay};
use crate::model::{
    Channel, ChannelId, ChannelKind, Lane, LaneId, Model, Note, PersonaId, Placement, PlacementId,
    Stage, Step,
};
use crate::render::icons::Icon;
use crate::render::theme::Colors;
use crate::text::Texts;
use std::collections::HashMap;

/// Left edge of the first column.
pub(super) const GUTTER: f32 = 96.0;
/// Blank at the right edge of the sheet.
const RIGHT: f32 = 8.0;
const NARROWEST: f32 = 152.0;
const WIDEST: f32 = 240.0;

pub(super) struct Context<'a> {
    pub request: &'a MapRequest,
    pub model: &'a Model,
    pub texts: &'a Texts,
    pub phrases: Phrases<'a>,
    pub colors: &'static Colors,
    pub figures: Figures<'a>,
    pub stages: Vec<&'a Stage>,
    pub lanes: Vec<&'a Lane>,
    pub persona: Option<PersonaId>,
    /// Width of a column.
    pub column: f32,
    /// Width of the sheet.
    pub width: f32,
    channels: HashMap<ChannelId, String>,
    steps: Vec<Vec<&'a Step>>,
    cards: HashMap<(usize, LaneId), Vec<&'a Placement>>,
    notes: HashMap<(usize, LaneId), Vec<&'a Note>>,
}

impl<'a> Context<'a> {
    pub(super) fn new(
        request: &'a MapRequest,
        model: &'a Model,
        texts: &'a Texts,
        overlay: Option<&'a Overlay>,
        comparison: Option<&'a Comparison>,
    ) -> Self {
        let stages = model.stages_of(request.journey);
        let order: HashMap<_, _> = stages.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
        let columns = stages.len().max(1) as f32;
        let column = ((request.width - GUTTER - RIGHT) / columns)
            .clamp(NARROWEST, WIDEST)
            .floor();
        let at = |spot| {
            model
                .stage_at(spot)
                .and_then(|stage| order.get(&stage).copied())
        };
        let mut cards: HashMap<_, Vec<_>> = HashMap::new();
        for card in model
            .placements
            .values()
            .filter(|p| p.journey == request.journey)
        {
            if let Some(stage) = at(card.spot) {
                cards.entry((stage, card.lane)).or_default().push(card);
            }
        }
        let mut notes: HashMap<_, Vec<_>> = HashMap::new();
        for note in model
            .notes
            .values()
            .filter(|n| n.journey == request.journey)
        {
            if let Some(stage) = at(note.spot) {
                notes.entry((stage, note.lane)).or_default().push(note);
            }
        }
        cards
            .values_mut()
            .for_each(|all| all.sort_by_key(|p| (p.position, p.id)));
        notes
            .values_mut()
            .for_each(|all| all.sort_by_key(|n| (n.position, n.id)));
        let journey = model.journeys.get(&request.journey);
        Self {
            request,
            model,
            texts,
            phrases: Phrases::new(texts),
            colors: request.theme.colors(),
            figures: Figures::new(request, texts, overlay, comparison),
            channels: model
                .channels
                .values()
                .map(|c| (c.id, texts.channel(c)))
                .collect(),
            steps: stages.iter().map(|s| model.steps_of(s.id)).collect(),
            stages,
            lanes: model
                .lanes_of(request.journey)
                .into_iter()
                .filter(|l| l.visible)
                .collect(),
            persona: request.persona.or_else(|| journey.and_then(|j| j.persona)),
            column,
            width: GUTTER + column * columns + RIGHT,
            cards,
            notes,
        }
    }

    /// Left edge of the column of a stage.
    pub(super) fn x(&self, stage: usize) -> f32 {
        GUTTER + self.column * stage as f32
    }

    /// Width of a card or note in one column.
    pub(super) fn item_width(&self) -> f32 {
        self.column - 10.0
    }

    pub(super) fn steps(&self, stage: usize) -> &[&'a Step] {
        self.steps.get(stage).map_or(&[], Vec::as_slice)
    }

    pub(super) fn cards(&self, stage: usize, lane: LaneId) -> &[&'a Placement] {
        self.cards.get(&(stage, lane)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn notes(&self, stage: usize, lane: LaneId) -> &[&'a Note] {
        self.notes.get(&(stage, lane)).map_or(&[], Vec::as_slice)
    }

    /// What the persona feels at a card, −2…2.
    pub(super) fn emotion(&self, card: PlacementId) -> Option<f64> {
        self.model
            .emotions
            .get(&(card, self.persona?))
            .map(|e| e.value)
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
