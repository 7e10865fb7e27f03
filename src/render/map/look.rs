//! How a note looks in each kind of lane: measures, ground, edge, icon.
//!
//! Places nothing.

use super::context::Context;
use crate::model::{LaneKind, Note, Tone};
use crate::render::icons::Icon;
use crate::render::scene::Color;
use crate::render::sketch::Type;

/// The outline of a note.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Frame {
    Box,
    Bubble,
    Bare,
}

/// Measures and colours of a note.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// Blank above the first note, between notes, and below the last one.
    pub head: f32,
    pub gap: f32,
    pub foot: f32,
    /// Height of a line, and what a note takes beside its lines.
    pub line: f32,
    pub pad: f32,
    /// Lines that an empty lane has room for.
    pub least_lines: f32,
    /// Centre of the first line.
    pub first: f32,
    /// Distance from the note's left edge to its words, and from them to its right edge.
    pub text_x: f32,
    pub after: f32,
    /// Whether lines are made equally long.
    pub balanced: bool,
    pub frame: Frame,
    pub ground: Option<Color>,
    pub edge: Option<Color>,
    /// A bar at the left edge, for what hurts and what helps.
    pub bar: Option<Color>,
    pub icon: Option<(Icon, Color)>,
    pub icon_x: f32,
    pub icon_y: f32,
    pub icon_size: f32,
    ink: Color,
    quoted: bool,
}

impl Look {
    /// The look of a note, or of a lane that has none.
    pub(super) fn of(context: &Context<'_>, kind: LaneKind, note: Option<&Note>) -> Self {
        let mut look = match kind {
            LaneKind::Quotes => Self::quote(context),
            LaneKind::Frontstage => Self::chip(context, "support_agent"),
            LaneKind::Backstage => Self::chip(context, "hub"),
            LaneKind::Systems => Self::chip(context, "dns"),
            LaneKind::Thoughts => Self::bubble(context),
            LaneKind::Images => Self::caption(context),
            LaneKind::Needs => Self::plain(context).with_icon("check_circle", context.colors.ink2),
            LaneKind::Opportunities => Self::opportunity(context),
            _ => Self::plain(context),
        };
        let Some(note) = note else { return look };
        let tone = if note.tone == Tone::Neutral { kind.usual_tone() } else { note.tone };
        look.take_tone(context, tone);
        let own_icon = note.icon.as_deref().and_then(Icon::named);
        if let Some(icon) = own_icon.filter(|_| look.bar.is_none()) {
            let ink = look.icon.map_or(context.colors.ink3, |(_, ink)| ink);
            look = look.with_own_icon(icon, ink);
        }
        if let Some(hue) = note.marks.hue {
            let hue = context.request.theme.hue(hue);
            (look.ground, look.edge) = (Some(hue.tint), Some(hue.edge));
        }
        look
    }

    fn plain(context: &Context<'_>) -> Self {
        let colors = context.colors;
        Self {
            head: 5.0,
            gap: 4.0,
            foot: 5.0,
            line: 16.0,
            pad: 15.0,
            least_lines: 2.0,
            first: 15.5,
            text_x: 10.0,
            after: 5.0,
            balanced: true,
            frame: Frame::Box,
            ground: Some(colors.hover),
            edge: None,
            bar: None,
            icon: None,
            icon_x: 16.0,
            icon_y: 15.0,
            icon_size: 15.0,
            ink: colors.ink,
            quoted: false,
        }
    }

    fn chip(context: &Context<'_>, icon: &'static str) -> Self {
        let colors = context.colors;
        Self {
            head: 3.0,
            gap: 3.0,
            foot: 4.0,
            line: 15.0,
            pad: 8.0,
            least_lines: 1.0,
            first: 11.5,
            text_x: 26.0,
            after: 6.0,
            balanced: false,
            ground: Some(colors.lane),
            edge: Some(colors.line),
            icon: Some((Icon::of(icon), colors.ink3)),
            icon_x: 14.0,
            icon_y: 11.5,
            icon_size: 14.0,
            ink: colors.ink2,
            ..Self::plain(context)
        }
    }

    fn quote(context: &Context<'_>) -> Self {
        Self {
            head: 4.0,
            gap: 4.0,
            foot: 7.0,
            pad: 5.0,
            first: 11.0,
            text_x: 5.0,
            after: 1.0,
            frame: Frame::Bare,
            ground: None,
            ink: context.colors.ink2,
            quoted: true,
            ..Self::plain(context)
        }
    }

    fn bubble(context: &Context<'_>) -> Self {
        let colors = context.colors;
        Self {
            gap: 14.0,
            foot: 16.0,
            least_lines: 1.0,
            text_x: 12.0,
            after: 10.0,
            frame: Frame::Bubble,
            ground: Some(colors.card),
            edge: Some(colors.line2),
            ..Self::plain(context)
        }
    }

    fn caption(context: &Context<'_>) -> Self {
        Self {
            gap: 8.0,
            pad: 8.0,
            first: 10.0,
            text_x: 2.0,
            after: 2.0,
            frame: Frame::Bare,
            ground: None,
            ink: context.colors.ink2,
            ..Self::plain(context)
        }
    }

    fn opportunity(context: &Context<'_>) -> Self {
        let colors = context.colors;
        let plain = Self::plain(context).with_icon("lightbulb", colors.accent);
        Self { ground: Some(colors.tint), ..plain }
    }

    fn with_icon(self, icon: &'static str, ink: Color) -> Self {
        self.with_own_icon(Icon::of(icon), ink)
    }

    fn with_own_icon(self, icon: Icon, ink: Color) -> Self {
        let text_x = if self.frame == Frame::Box { self.text_x.max(26.0) } else { 26.0 };
        Self { icon: Some((icon, ink)), text_x, ..self }
    }

    fn take_tone(&mut self, context: &Context<'_>, tone: Tone) {
        let colors = context.colors;
        let (ground, ink, icon) = match tone {
            Tone::Neutral => return,
            Tone::Pain => (colors.bad_tint, colors.bad, "do_not_disturb_on"),
            Tone::Gain => (colors.good_tint, colors.good, "add_circle"),
        };
        let icon = Icon::of(icon);
        if self.frame == Frame::Box && self.edge.is_none() {
            (self.ground, self.bar, self.icon) = (Some(ground), Some(ink), Some((icon, ink)));
            self.text_x = 28.0;
        }
    }

    pub(super) fn text_type(&self) -> Type {
        Type::regular(12.0, self.ink)
    }

    /// The words of a note; quotes get their marks where the writer left them out.
    pub(super) fn words(&self, text: &str) -> String {
        let bare = text.trim();
        let marked = bare.starts_with(['“', '"', '‘', '„', '«', '\'']);
        if self.quoted && !marked && !bare.is_empty() {
            format!("“{bare}”")
        } else {
            bare.to_owned()
        }
    }
}
