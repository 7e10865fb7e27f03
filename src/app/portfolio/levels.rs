//! Levels: which journey shows a card of another one in more detail, walking down and back.
//!
//! The way down is part of how a document is looked at, never of the document.

use super::picker::{journey_name, journey_picker};
use crate::app::context::{Ctx, UiAction, View};
use crate::app::fonts;
use crate::app::widgets::{Button, label};
use crate::model::{CardRef, JourneyId, Model};
use crate::render::icons::Icon;
use egui::Ui;
use std::collections::BTreeSet;

impl View {
    /// Looks at a journey from a card of another one, and remembers the way back.
    pub fn walk_down(&mut self, from: Option<JourneyId>, to: JourneyId) {
        match self.trail.iter().position(|id| *id == to) {
            // Down to where one came from is up.
            Some(at) => self.trail.truncate(at),
            None => self.trail.extend(from.filter(|from| *from != to)),
        }
        self.journey = Some(to);
    }

    /// Goes back up to a journey of the way down.
    pub fn walk_up(&mut self, to: JourneyId) {
        if let Some(at) = self.trail.iter().position(|id| *id == to) {
            self.trail.truncate(at);
        }
        self.journey = Some(to);
    }
}

/// A card that another journey shows in more detail.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Link {
    /// The journey the card stands on.
    pub from: JourneyId,
    /// The card.
    pub card: CardRef,
    /// The journey that shows it in more detail.
    pub to: JourneyId,
}

/// Every link from a card to a journey, in order of journeys.
#[must_use]
pub fn links(model: &Model) -> Vec<Link> {
    let there = |to: &JourneyId| model.journeys.contains_key(to);
    let cards = model.placements.values().filter_map(|card| {
        let to = model.touchpoints.get(&card.touchpoint)?.sub_journey.filter(there)?;
        Some(Link { from: card.journey, card: CardRef::Card(card.id), to })
    });
    let notes = model.notes.values().filter_map(|note| {
        let to = note.sub_journey.filter(there)?;
        Some(Link { from: note.journey, card: CardRef::Note(note.id), to })
    });
    let mut all: Vec<Link> = cards.chain(notes).filter(|link| link.from != link.to).collect();
    let place = |id: JourneyId| model.journeys.get(&id).map(|j| j.position);
    all.sort_by_key(|link| (place(link.from), place(link.to)));
    all
}

/// A journey in the tree of levels, with its depth from 0.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Branch {
    /// The journey.
    pub journey: JourneyId,
    /// How many journeys stand above it.
    pub depth: usize,
}

/// The journeys as a tree: those that no card leads to, and below each what its cards lead to. A
/// journey stands once below each parent, and never below itself.
#[must_use]
pub fn tree(model: &Model) -> Vec<Branch> {
    let links = links(model);
    let below = |id: JourneyId| {
        let mut all: Vec<JourneyId> = Vec::new();
        for link in links.iter().filter(|link| link.from == id) {
            if !all.contains(&link.to) {
                all.push(link.to);
            }
        }
        all
    };
    let order: Vec<JourneyId> = model.journeys_in_order().iter().map(|j| j.id).collect();
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let roots = order.iter().filter(|id| !links.iter().any(|link| link.to == **id));
    // What only stands in circles has no root: its first journey becomes one.
    for root in roots.chain(&order) {
        if !seen.contains(root) {
            grow(*root, 0, &mut Vec::new(), &below, &mut seen, &mut found);
        }
    }
    found
}

fn grow(
    id: JourneyId,
    depth: usize,
    above: &mut Vec<JourneyId>,
    below: &impl Fn(JourneyId) -> Vec<JourneyId>,
    seen: &mut BTreeSet<JourneyId>,
    found: &mut Vec<Branch>,
) {
    /// Deeper than this nobody looks, and no tree is drawn.
    const DEEPEST: usize = 8;
    seen.insert(id);
    found.push(Branch { journey: id, depth });
    if depth == DEEPEST {
        return;
    }
    above.push(id);
    for next in below(id) {
        if !above.contains(&next) {
            grow(next, depth + 1, above, below, seen, found);
        }
    }
    above.pop();
}

/// On the map: the way back up after walking down, else the choice of the journey.
pub fn levels_ui(ui: &mut Ui, ctx: &Ctx<'_>, out: &mut Vec<UiAction>) {
    let trail: Vec<JourneyId> =
        ctx.view.trail.iter().copied().filter(|id| ctx.model.journeys.contains_key(id)).collect();
    let Some(last) = trail.last().copied() else {
        return journey_picker(ui, ctx, 230.0, out);
    };
    let name = |id| journey_name(ctx, id);
    let back = ctx.t1("portfolio-back-to", "name", name(last));
    let button = Button::new(short(&name(last))).small().icon(Icon::of("arrow_back")).name(back);
    if button.show(ui, ctx.theme).clicked() {
        out.push(UiAction::look(ctx, |view| view.walk_up(last)));
    }
    if let Some(here) = ctx.journey() {
        label(ui, "›", fonts::regular(12.5), ctx.theme.ink3);
        label(ui, short(&name(here)), fonts::strong(12.5), ctx.theme.ink);
    }
}

fn short(name: &str) -> String {
    const MOST: usize = 26;
    if name.chars().count() <= MOST {
        return name.to_owned();
    }
    name.chars().take(MOST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Command, Document};
    use crate::model::{Item, JourneyState, PlacementId, Spot, TouchpointId};

    /// Journeys by letter, and links `AB`: a card of A leads to B.
    fn document(names: &str, links: &[&str]) -> Document {
        let mut document = Document::in_memory("Levels").unwrap();
        for letter in names.chars() {
            let (id, name) = (JourneyId::fresh(), letter.to_string());
            let (state, standard) = (JourneyState::Current, true);
            document.run(&Command::AddJourney { id, name, state, standard }).unwrap();
        }
        let of = |document: &Document, letter: char| {
            document.model().journey_named(Some(&letter.to_string())).unwrap().id
        };
        for link in links {
            let ends: Vec<JourneyId> = link.chars().map(|c| of(&document, c)).collect();
            let id = TouchpointId::fresh();
            let spot = Spot::Stage(document.model().stages_of(ends[0])[0].id);
            let (title, placement) = ((*link).to_owned(), PlacementId::fresh());
            let (journey, lane, index) = (ends[0], None, None);
            let add = Command::AddTouchpoint { id, placement, journey, spot, lane, title, index };
            document.run(&add).unwrap();
            let (item, journey) = (Item::Touchpoint(id), Some(ends[1]));
            document.run(&Command::LinkJourney { item, journey }).unwrap();
        }
        document
    }

    #[test]
    fn journeys_stand_below_what_leads_to_them() {
        for (names, links, expected) in [
            ("ABC", &[][..], "A0 B0 C0"),
            ("ABC", &["AB", "BC"][..], "A0 B1 C2"),
            ("ABC", &["AB", "AB", "AC"][..], "A0 B1 C1"),
            ("ABC", &["AC", "BC"][..], "A0 C1 B0 C1"),
            ("CBA", &["AB", "BC"][..], "A0 B1 C2"),
            ("AB", &["AB", "BA"][..], "A0 B1"),
            ("ABC", &["BC", "CB"][..], "A0 B0 C1"),
        ] {
            let document = document(names, links);
            let name =
                |b: &Branch| format!("{}{}", document.model().journeys[&b.journey].name, b.depth);
            let found: Vec<String> = tree(document.model()).iter().map(name).collect();
            assert_eq!(found.join(" "), expected, "{names} {links:?}");
        }
    }

    #[test]
    fn the_way_down_is_the_way_back() {
        let [a, b, c] = [JourneyId::fresh(), JourneyId::fresh(), JourneyId::fresh()];
        let mut view = View::default();
        view.walk_down(Some(a), b);
        view.walk_down(Some(b), c);
        assert_eq!((view.journey, view.trail.clone()), (Some(c), vec![a, b]));
        // A card that leads to where one came from leads up.
        view.walk_down(Some(c), a);
        assert_eq!((view.journey, view.trail.len()), (Some(a), 0));
        view.walk_down(Some(a), b);
        view.walk_up(a);
        assert_eq!((view.journey, view.trail.len()), (Some(a), 0));
    }
}
