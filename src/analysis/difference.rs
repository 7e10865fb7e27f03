//! What is different between two maps: added, removed, moved, changed.
//!
//! Pure and without words. Touchpoints are the same by identity, stages by kind or name, steps and
//! lanes by name or kind, notes by what they say.

use crate::model::{
    JourneyId, LaneId, LaneKind, Marks, Model, Note, NoteId, PersonaId, Placement, PlacementId,
    Spot, Stage, StageId, StageKind, Step, StepId, Touchpoint, query::same_name,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// A map: a journey in a model. Two sides may be of one model or of two.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The model.
    pub model: &'a Model,
    /// The journey.
    pub journey: JourneyId,
}

/// A part of a map that is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[expect(missing_docs, reason = "kinds of parts")]
pub enum Part {
    Stage(StageId),
    Step(StepId),
    Card(PlacementId),
    Note(NoteId),
}

/// What of a part that stands on both sides is different.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Aspect {
    /// It stands in another stage, step or lane; a stage, in another order.
    Place,
    /// Title or text.
    Title,
    /// Owner.
    Owner,
    /// Channels.
    Channels,
    /// What a persona feels, or the tone of a note.
    Emotion,
    /// Moment of truth, colour, tags, evidence, stand out.
    Marks,
}

/// One difference, in the order of the maps.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Difference {
    /// Only on the second side.
    Added(Part),
    /// Only on the first side.
    Removed(Part),
    /// On both, and different: the parts of both sides, and in what.
    Changed(Part, Part, Vec<Aspect>),
}

impl Difference {
    /// The part on the first side.
    #[must_use]
    pub fn left(&self) -> Option<Part> {
        match self {
            Self::Added(_) => None,
            Self::Removed(part) | Self::Changed(part, ..) => Some(*part),
        }
    }

    /// The part on the second side.
    #[must_use]
    pub fn right(&self) -> Option<Part> {
        match self {
            Self::Removed(_) => None,
            Self::Added(part) | Self::Changed(_, part, _) => Some(*part),
        }
    }

    /// The same seen from the other side.
    #[must_use]
    pub fn mirrored(self) -> Self {
        match self {
            Self::Added(part) => Self::Removed(part),
            Self::Removed(part) => Self::Added(part),
            Self::Changed(left, right, aspects) => Self::Changed(right, left, aspects),
        }
    }
}

/// Everything that is different from the first side to the second: stages, steps, cards, notes.
#[must_use]
pub fn differences(left: Side<'_>, right: Side<'_>) -> Vec<Difference> {
    let (a, b) = (Map::of(left), Map::of(right));
    let pairs = a.pair_stages(&b);
    let mut all = a.stages(&b, &pairs);
    all.extend(a.steps(&b, &pairs));
    all.extend(a.cards(&b, &pairs));
    all.extend(a.notes(&b, &pairs));
    all
}

/// Where something stands, said so that both maps can say it: the stage of the second map, the step's
/// name, the lane's kind and name.
type Place = (StageId, String, usize, String);

/// Stages that are the same: of one map to those of the other.
type Pairs = BTreeMap<StageId, StageId>;

/// A map looked up once.
struct Map<'a> {
    model: &'a Model,
    journey: JourneyId,
    stages: Vec<&'a Stage>,
    persona: Option<PersonaId>,
}

impl<'a> Map<'a> {
    fn of(side: Side<'a>) -> Self {
        let Side { model, journey } = side;
        let persona = model.journeys.get(&journey).and_then(|j| j.persona);
        Self { model, journey, stages: model.stages_of(journey), persona }
    }

    /// By identity, by kind and name, by kind: each once and in order.
    fn pair_stages(&self, other: &Self) -> Pairs {
        let (a, b) = (&self.stages, &other.stages);
        let mut found = Matches::of(a.len(), b.len());
        found.by_key(a, b, |s| Some(s.id), |s| Some(s.id));
        let named = |s: &&Stage| Some((kind_of(s), own_name(s)));
        found.by_key(a, b, named, named);
        let kind = |s: &&Stage| (s.kind != StageKind::Other).then(|| kind_of(s));
        found.by_key(a, b, kind, kind);
        let pair = |(at, twin): (usize, Option<usize>)| Some((a.get(at)?.id, b.get(twin?)?.id));
        found.left.into_iter().enumerate().filter_map(pair).collect()
    }

    fn stages(&self, other: &Self, pairs: &Pairs) -> Vec<Difference> {
        let back: Pairs = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        // One name for both of a pair, the same from either side.
        let one = |a: &StageId, b: &StageId| *a.min(b);
        let left: Vec<StageId> =
            self.stages.iter().filter_map(|s| Some(one(&s.id, pairs.get(&s.id)?))).collect();
        let right: Vec<StageId> =
            other.stages.iter().filter_map(|s| Some(one(&s.id, back.get(&s.id)?))).collect();
        let moved = out_of_order(&left, &right);
        let mut all = Vec::new();
        for stage in &self.stages {
            let Some(twin) = pairs.get(&stage.id).and_then(|id| other.model.stages.get(id)) else {
                all.push(Difference::Removed(Part::Stage(stage.id)));
                continue;
            };
            let mut aspects = Vec::new();
            if moved.contains(&one(&stage.id, &twin.id)) {
                aspects.push(Aspect::Place);
            }
            if own_name(stage) != own_name(twin) || stage.kind != twin.kind {
                aspects.push(Aspect::Title);
            }
            push(&mut all, Part::Stage(stage.id), Part::Stage(twin.id), aspects);
        }
        let new = other.stages.iter().filter(|s| !back.contains_key(&s.id));
        all.extend(new.map(|s| Difference::Added(Part::Stage(s.id))));
        all
    }

    fn steps(&self, other: &Self, pairs: &Pairs) -> Vec<Difference> {
        let list = |map: &Self| -> Vec<&'a Step> {
            map.stages.iter().flat_map(|s| map.model.steps_of(s.id)).collect()
        };
        let (mine, theirs) = (list(self), list(other));
        let mut found = Matches::of(mine.len(), theirs.len());
        found.by_key(&mine, &theirs, |s| Some(s.id), |s| Some(s.id));
        found.by_key(
            &mine,
            &theirs,
            |s| Some((*pairs.get(&s.stage)?, plain(&s.name))),
            |s| Some((s.stage, plain(&s.name))),
        );
        let name = |s: &&Step| Some(plain(&s.name));
        found.by_key(&mine, &theirs, name, name);
        let aspects = |a: &&Step, b: &&Step| {
            let moved = pairs.get(&a.stage) != Some(&b.stage);
            named(&[(moved, Aspect::Place), (a.name.trim() != b.name.trim(), Aspect::Title)])
        };
        found.compare(&mine, &theirs, |s| Part::Step(s.id), aspects)
    }

    fn cards(&self, other: &Self, pairs: &Pairs) -> Vec<Difference> {
        let (mine, theirs) =
            (self.model.placements_of(self.journey), other.model.placements_of(other.journey));
        let here = |p: &Placement| self.place(p.spot, p.lane, Some(pairs));
        let there = |p: &Placement| other.place(p.spot, p.lane, None);
        let mut found = Matches::of(mine.len(), theirs.len());
        // One touchpoint may have several cards: those at the same place belong together.
        found.by_key(
            &mine,
            &theirs,
            |p| Some((p.touchpoint, here(p)?)),
            |p| Some((p.touchpoint, there(p)?)),
        );
        found.by_key(&mine, &theirs, |p| Some(p.touchpoint), |p| Some(p.touchpoint));
        let aspects = |a: &&Placement, b: &&Placement| {
            let place = here(a);
            let mut all = named(&[
                (place.is_none() || place != there(b), Aspect::Place),
                (self.feelings(a.id) != other.feelings(b.id), Aspect::Emotion),
            ]);
            let touchpoints = (
                self.model.touchpoints.get(&a.touchpoint),
                other.model.touchpoints.get(&b.touchpoint),
            );
            if let (Some(a), Some(b)) = touchpoints {
                all.extend(touchpoint_aspects(a, b));
            }
            all.sort_unstable();
            all
        };
        found.compare(&mine, &theirs, |p| Part::Card(p.id), aspects)
    }

    fn notes(&self, other: &Self, pairs: &Pairs) -> Vec<Difference> {
        let (mine, theirs) = (self.notes_in_order(), other.notes_in_order());
        let here = |n: &Note| self.place(n.spot, n.lane, Some(pairs));
        let there = |n: &Note| other.place(n.spot, n.lane, None);
        let mut found = Matches::of(mine.len(), theirs.len());
        found.by_key(&mine, &theirs, |n| Some(n.id), |n| Some(n.id));
        found.by_key(
            &mine,
            &theirs,
            |n| Some((plain(&n.text), here(n)?)),
            |n| Some((plain(&n.text), there(n)?)),
        );
        let text = |n: &&Note| Some(plain(&n.text));
        found.by_key(&mine, &theirs, text, text);
        found.alike(&mine, &theirs, |n| here(n), |n| there(n));
        let aspects = |a: &&Note, b: &&Note| {
            let place = here(a);
            named(&[
                (place.is_none() || place != there(b), Aspect::Place),
                (a.text.trim() != b.text.trim(), Aspect::Title),
                (a.tone != b.tone, Aspect::Emotion),
                (!same_marks(&a.marks, &b.marks), Aspect::Marks),
            ])
        };
        found.compare(&mine, &theirs, |n| Part::Note(n.id), aspects)
    }

    fn notes_in_order(&self) -> Vec<&'a Note> {
        let stage: BTreeMap<StageId, usize> =
            self.stages.iter().enumerate().map(|(i, s)| (s.id, i)).collect();
        let lanes = self.model.lanes_of(self.journey);
        let lane: BTreeMap<_, usize> = lanes.iter().enumerate().map(|(i, l)| (l.id, i)).collect();
        let mut all: Vec<&Note> =
            self.model.notes.values().filter(|n| n.journey == self.journey).collect();
        all.sort_by_key(|note| {
            let at = self.model.stage_at(note.spot).and_then(|s| stage.get(&s).copied());
            (at, lane.get(&note.lane).copied(), note.position, note.id)
        });
        all
    }

    /// Where a spot and lane lie on the second map; nowhere, when it lacks the stage.
    fn place(&self, spot: Spot, lane: LaneId, pairs: Option<&Pairs>) -> Option<Place> {
        let stage = self.model.stage_at(spot)?;
        let stage = pairs.map_or(Some(stage), |pairs| pairs.get(&stage).copied())?;
        let step = match spot {
            Spot::Step(step) => self.model.steps.get(&step).map(|s| plain(&s.name)),
            Spot::Stage(_) => None,
        };
        let lane = self.model.lanes.get(&lane)?;
        let kind = LaneKind::ALL.iter().position(|kind| *kind == lane.kind)?;
        let name = lane.name.as_deref().map(plain).unwrap_or_default();
        Some((stage, step.unwrap_or_default(), kind, name))
    }

    /// What is felt at a card, in tenths: by the journey's persona, or by all where it has none.
    fn feelings(&self, card: PlacementId) -> Vec<(PersonaId, i64)> {
        let (low, high) = (PersonaId(uuid::Uuid::nil()), PersonaId(uuid::Uuid::max()));
        self.model
            .emotions
            .range((card, low)..=(card, high))
            .filter(|(_, e)| self.persona.is_none_or(|p| p == e.persona))
            .map(|(_, e)| (e.persona, (e.value * 10.0).round() as i64))
            .collect()
    }
}

/// Which items of two lists belong together. Each test goes over what is still free, in order; so the
/// same pairs are found from either side.
struct Matches {
    left: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl Matches {
    fn of(left: usize, right: usize) -> Self {
        Self { left: vec![None; left], taken: vec![false; right] }
    }

    fn by_key<T, K: Ord>(
        &mut self,
        left: &[T],
        right: &[T],
        key: impl Fn(&T) -> Option<K>,
        key_of_right: impl Fn(&T) -> Option<K>,
    ) {
        let mut free: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
        for (at, item) in right.iter().enumerate().filter(|(at, _)| !self.taken[*at]) {
            if let Some(key) = key_of_right(item) {
                free.entry(key).or_default().push_back(at);
            }
        }
        for (place, item) in self.left.iter_mut().zip(left).filter(|(place, _)| place.is_none()) {
            let twin = key(item).and_then(|key| free.get_mut(&key)?.pop_front());
            if let Some(at) = twin {
                self.taken[at] = true;
                *place = Some(at);
            }
        }
    }

    /// Notes at one place that say nearly the same.
    fn alike(
        &mut self,
        left: &[&Note],
        right: &[&Note],
        here: impl Fn(&Note) -> Option<Place>,
        there: impl Fn(&Note) -> Option<Place>,
    ) {
        let mut free: BTreeMap<Place, Vec<usize>> = BTreeMap::new();
        for (at, note) in right.iter().enumerate().filter(|(at, _)| !self.taken[*at]) {
            if let Some(place) = there(note) {
                free.entry(place).or_default().push(at);
            }
        }
        for (place, note) in self.left.iter_mut().zip(left).filter(|(place, _)| place.is_none()) {
            let Some(near) = here(note).and_then(|at| free.get_mut(&at)) else { continue };
            let twin = near
                .iter()
                .position(|at| right.get(*at).is_some_and(|other| alike(&note.text, &other.text)));
            if let Some(twin) = twin {
                let at = near.remove(twin);
                self.taken[at] = true;
                *place = Some(at);
            }
        }
    }

    fn compare<T>(
        &self,
        left: &[T],
        right: &[T],
        part: impl Fn(&T) -> Part,
        aspects: impl Fn(&T, &T) -> Vec<Aspect>,
    ) -> Vec<Difference> {
        let mut all = Vec::new();
        for (item, twin) in left.iter().zip(&self.left) {
            match twin.and_then(|at| right.get(at)) {
                None => all.push(Difference::Removed(part(item))),
                Some(twin) => push(&mut all, part(item), part(twin), aspects(item, twin)),
            }
        }
        let new = right.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        all.extend(new.map(|(item, _)| Difference::Added(part(item))));
        all
    }
}

fn push(all: &mut Vec<Difference>, left: Part, right: Part, aspects: Vec<Aspect>) {
    if !aspects.is_empty() {
        all.push(Difference::Changed(left, right, aspects));
    }
}

fn named(found: &[(bool, Aspect)]) -> Vec<Aspect> {
    found.iter().filter(|(differs, _)| *differs).map(|(_, aspect)| *aspect).collect()
}

/// A name as readers compare it.
fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

fn own_name(stage: &Stage) -> String {
    stage.name.as_deref().map(plain).unwrap_or_default()
}

/// The kind as something that can be sorted.
fn kind_of(stage: &Stage) -> usize {
    StageKind::SIX.iter().position(|kind| *kind == stage.kind).unwrap_or(StageKind::SIX.len())
}

fn touchpoint_aspects(a: &Touchpoint, b: &Touchpoint) -> Vec<Aspect> {
    let marks = a.moment_of_truth != b.moment_of_truth || !same_marks(&a.marks, &b.marks);
    named(&[
        (a.title.trim() != b.title.trim(), Aspect::Title),
        (a.owner != b.owner, Aspect::Owner),
        (a.channels != b.channels, Aspect::Channels),
        (marks, Aspect::Marks),
    ])
}

fn same_marks(a: &Marks, b: &Marks) -> bool {
    (a.hue, &a.tags, a.evidence, a.stands_out) == (b.hue, &b.tags, b.evidence, b.stands_out)
}

/// Whether two texts say nearly the same: they share half of the words of the longer one.
fn alike(a: &str, b: &str) -> bool {
    let words = |text: &str| -> BTreeSet<String> {
        let split = text.split(|c: char| !c.is_alphanumeric());
        split.filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    let (one, two) = (words(a), words(b));
    let most = one.len().max(two.len());
    same_name(a, b) || most > 0 && 2 * one.intersection(&two).count() >= most
}

/// Items that must move to make two orders of the same items equal: all outside one longest run
/// common to both. The same ones from either side.
fn out_of_order(left: &[StageId], right: &[StageId]) -> BTreeSet<StageId> {
    let (one, two) = (common_run(left, right), common_run(right, left));
    // Of two equally long runs, one by a rule that knows no side.
    let kept = one.min(two);
    left.iter().copied().filter(|id| !kept.contains(id)).collect()
}

/// A longest common subsequence.
fn common_run(a: &[StageId], b: &[StageId]) -> BTreeSet<StageId> {
    let mut longest = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i] == b[j] {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut run) = (0, 0, BTreeSet::new());
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            run.insert(a[i]);
            (i, j) = (i + 1, j + 1);
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    run
}

#[cfg(test)]
#[path = "difference_tests.rs"]
mod tests;
