//! The parts of the window that F6 goes through: rail, top bar, map, panel, strip.
//!
//! Each part says in every frame which of its widgets takes the focus; nothing is kept longer.

use egui::{Context, Id, Rect};

/// A part of the window, in the order of F6.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "parts of the window")]
pub enum Region {
    Rail,
    TopBar,
    Canvas,
    Panel,
    Strip,
}

const ALL: [Region; 5] =
    [Region::Rail, Region::TopBar, Region::Canvas, Region::Panel, Region::Strip];

/// What a part said of itself: its widget, its place, and in which frame.
type Said = (Id, Rect, u64);

fn key(region: Region) -> Id {
    Id::unique(("window_region", region as u8))
}

/// Says which widget of a part takes the focus, and how far the part reaches.
pub fn mark(egui: &Context, region: Region, widget: Id, place: Rect) {
    let frame = egui.cumulative_frame_nr();
    egui.data_mut(|data| data.insert_temp::<Said>(key(region), (widget, place, frame)));
}

/// Moves the focus to the next part that shows, or to the one before.
pub fn go(egui: &Context, forth: bool) {
    let frame = egui.cumulative_frame_nr();
    let shown: Vec<Said> = ALL
        .into_iter()
        .filter_map(|region| egui.data(|data| data.get_temp::<Said>(key(region))))
        .filter(|(_, _, seen)| seen + 2 >= frame)
        .collect();
    let focus = egui.memory(egui::Memory::focused);
    let at = focus.and_then(|id| egui.read_response(id)).and_then(|response| {
        let own = shown.iter().position(|(widget, ..)| *widget == response.id);
        own.or_else(|| shown.iter().position(|(_, r, _)| r.contains(response.rect.center())))
    });
    let count = shown.len().max(1);
    let next = match (at, forth) {
        (Some(at), true) => (at + 1) % count,
        (Some(at), false) => (at + count - 1) % count,
        (None, true) => 0,
        (None, false) => count - 1,
    };
    if let Some((widget, ..)) = shown.get(next) {
        egui.memory_mut(|memory| memory.request_focus(*widget));
        egui.request_repaint();
    }
}
