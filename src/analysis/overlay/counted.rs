//! Scores over a journey, counted from the answers or from stored counts.
//!
//! Decides which version is coloured and what must stay hidden; formulae are `metrics`'.

use super::{Overlay, OverlayRequest};
use crate::analysis::guard::{Guard, for_employees};
use crate::analysis::heat::{Middle, Midpoint};
use crate::analysis::measure::Measure;
use crate::analysis::privacy::{Branch, hidden_in_tree};
use crate::analysis::reading::{Count, Reading, SMALLEST_GROUP};
use crate::analysis::version::Version;
use crate::metrics::unit;
use crate::model::{
    Audience, Histogram, JourneyId, Model, Question, Spot, StageId, StageView, TouchpointId,
};
use crate::scores::{By, Filter, Group, Key, Line, Row, ScoreTable, Selection, Tally};
use std::collections::BTreeMap;

impl Overlay {
    /// From the answers themselves. The filter's own journey gives way to that of the request.
    #[must_use]
    pub fn from_table(
        table: &ScoreTable,
        model: &Model,
        request: &OverlayRequest,
        filter: &Filter,
    ) -> Self {
        let filter = Filter { journey: Some(request.journey), ..filter.clone() };
        let of_employees = request.measure.audience == Audience::Employee;
        let filter = if of_employees { for_employees(&filter) } else { filter };
        let selection = Selection::new(table, model, &filter);
        let lines = Counted::lines(model, request);
        let questions: Vec<Line> = lines.iter().map(|(_, line)| line.clone()).collect();
        let (touchpoints, found) =
            selection.by_touchpoint_and_stage(request.journey, &questions, unit);
        let mut counted = Counted::new(model, request, lines);
        for count in touchpoints {
            counted.add(count.touchpoint, count.line, &count.histogram, count.respondents);
        }
        counted.choose_main(request);
        if let Some(line) = counted.main.filter(|_| of_employees) {
            let line = &counted.lines[line].1;
            counted.guard = Guard::of(table, model, &filter, request.journey, line);
        }
        let is_main = |row: &&Row| Some(row.line) == counted.main;
        let stage = |row: &Row| match row.key {
            Key::Stage(Some(stage)) => Some((stage, clustered(row))),
            _ => None,
        };
        let stages = found.rows.iter().filter(is_main).filter_map(stage).collect();
        let whole = found.totals.iter().find(is_main).map(clustered);
        (counted.stages, counted.whole) = (stages, whole);
        if by_steps(model, request) {
            let found = selection.split(&By::Spot(request.journey), &questions, unit);
            let spot = |row: &Row| match row.key {
                Key::Spot(Some(spot)) => Some((spot, clustered(row))),
                _ => None,
            };
            let is_main = |row: &&Row| Some(row.line) == counted.main;
            counted.spots = found.rows.iter().filter(is_main).filter_map(spot).collect();
        }
        counted.overlay(model, request, found.responses)
    }

    /// From counts alone, such as the stored roll-up: totals are not yet clustered.
    #[must_use]
    pub fn from_tally(model: &Model, request: &OverlayRequest, tally: &Tally) -> Self {
        let mut counted = Counted::new(model, request, Counted::lines(model, request));
        for found in &tally.groups {
            let Group { touchpoint, question } = found.group;
            let line = counted.lines.iter().position(|(_, line)| line.contains(&question));
            let loose = touchpoint.is_none() && !is_about(model, question, request.journey);
            if let Some(line) = line.filter(|_| !loose) {
                counted.add(touchpoint, line, &found.histogram, found.respondents);
            }
        }
        counted.choose_main(request);
        counted.add_up(model, request);
        counted.overlay(model, request, tally.responses)
    }
}

fn clustered(row: &Row) -> Count {
    let respondents = row.cluster.respondents;
    Count { histogram: row.histogram.clone(), respondents, cluster: Some(row.cluster) }
}

/// The counts of one metric on one journey, by line (index into `lines`).
struct Counted {
    lines: Vec<(Version, Line)>,
    /// Every touchpoint placed on the journey.
    touchpoints: BTreeMap<TouchpointId, BTreeMap<usize, Count>>,
    /// Answers without touchpoint.
    loose: BTreeMap<usize, Count>,
    totals: Vec<u64>,
    main: Option<usize>,
    stages: BTreeMap<StageId, Count>,
    spots: BTreeMap<Spot, Count>,
    whole: Option<Count>,
    /// What a filter of employees would tell.
    guard: Guard,
}

impl Counted {
    fn lines(model: &Model, request: &OverlayRequest) -> Vec<(Version, Line)> {
        let Measure { metric, audience, .. } = request.measure;
        Version::asked(model, metric, audience, request.topic)
    }

    fn new(model: &Model, request: &OverlayRequest, lines: Vec<(Version, Line)>) -> Self {
        let placed = model.placements.values().filter(|p| p.journey == request.journey);
        Self {
            totals: vec![0; lines.len()],
            lines,
            touchpoints: placed.map(|p| (p.touchpoint, BTreeMap::new())).collect(),
            loose: BTreeMap::new(),
            main: None,
            stages: BTreeMap::new(),
            spots: BTreeMap::new(),
            whole: None,
            guard: Guard::default(),
        }
    }

    /// Notes answers; those about a touchpoint of another journey are left out.
    fn add(
        &mut self,
        touchpoint: Option<TouchpointId>,
        line: usize,
        histogram: &Histogram,
        respondents: u64,
    ) {
        let into = match touchpoint {
            None => Some(&mut self.loose),
            Some(touchpoint) => self.touchpoints.get_mut(&touchpoint),
        };
        if let Some(counts) = into {
            self.totals[line] += histogram.n();
            add(counts, line, histogram, respondents);
        }
    }

    /// The version asked for, else the one with most answers; the older one of equals.
    fn choose_main(&mut self, request: &OverlayRequest) {
        self.main = match &request.version {
            Some(version) => self.lines.iter().position(|(known, _)| known == version),
            None => {
                let most = self.totals.iter().copied().max().filter(|n| *n > 0);
                most.and_then(|most| self.totals.iter().position(|n| *n == most))
            }
        };
    }

    /// Totals without clustering, where nothing is known of people.
    fn add_up(&mut self, model: &Model, request: &OverlayRequest) {
        let (Some(main), journey) = (self.main, request.journey) else { return };
        let (mut stages, mut whole) = (BTreeMap::new(), BTreeMap::new());
        let (mut spots, by_steps) = (BTreeMap::new(), by_steps(model, request));
        for (&touchpoint, counts) in &self.touchpoints {
            let Some(count) = counts.get(&main) else {
                continue;
            };
            if let Some(stage) = model.stage_of(journey, touchpoint) {
                add(&mut stages, stage, &count.histogram, count.respondents);
            }
            if let Some(spot) = model.spot_of(journey, touchpoint).filter(|_| by_steps) {
                add(&mut spots, spot, &count.histogram, count.respondents);
            }
            add(&mut whole, (), &count.histogram, count.respondents);
        }
        if let Some(count) = self.loose.get(&main) {
            add(&mut whole, (), &count.histogram, count.respondents);
        }
        (self.stages, self.spots) = (stages, spots);
        self.whole = whole.remove(&());
    }

    fn overlay(&self, model: &Model, request: &OverlayRequest, responses: u64) -> Overlay {
        let mut others: Vec<usize> = (0..self.lines.len())
            .filter(|line| Some(*line) != self.main && self.totals[*line] > 0)
            .collect();
        others.sort_by_key(|line| std::cmp::Reverse(self.totals[*line]));
        let version = self.main.map(|main| self.lines[main].0.clone());
        let mut overlay = Overlay {
            midpoint: version.as_ref().map(|v| Midpoint::of(model, v, request.middle)),
            ends: version.as_ref().map(Version::worst_best),
            version,
            other_versions: others.iter().map(|line| self.lines[*line].0.clone()).collect(),
            responses,
            ..Overlay::empty(model, request)
        };
        if request.middle == Middle::Mean {
            self.read_whole(model, &mut overlay);
            let mean = overlay.whole.score().map(|score| score.shown().value);
            let ends = overlay.ends.unwrap_or_default();
            overlay.midpoint = mean.map(|mean| Midpoint::mean(mean, ends)).or(overlay.midpoint);
        }
        self.read(model, request, &mut overlay);
        if request.measure.audience == Audience::Employee {
            self.hide(model, &mut overlay);
        }
        overlay
    }

    fn read(&self, model: &Model, request: &OverlayRequest, overlay: &mut Overlay) {
        let own = |id| match &overlay.version {
            Some(version) if request.middle == Middle::OwnTarget => {
                Midpoint::own(model, version, id).or(overlay.midpoint)
            }
            _ => overlay.midpoint,
        };
        let touchpoint = |id: TouchpointId, counts: &BTreeMap<usize, Count>| {
            let count = self.main.and_then(|main| counts.get(&main));
            let found = self.reading(model, own(id), count);
            if found == Reading::NoData { self.other(counts) } else { found }
        };
        let readings = self.touchpoints.iter().map(|(id, c)| (*id, touchpoint(*id, c))).collect();
        let reading = |count: Option<&Count>| self.reading(model, overlay.midpoint, count);
        let stages: Vec<StageId> = overlay.stages.keys().copied().collect();
        let stages = stages.iter().map(|id| (*id, reading(self.stages.get(id)))).collect();
        let spots = self.spots.iter().map(|(id, c)| (*id, reading(Some(c)))).collect();
        (overlay.touchpoints, overlay.stages, overlay.spots) = (readings, stages, spots);
        self.read_whole(model, overlay);
    }

    fn read_whole(&self, model: &Model, overlay: &mut Overlay) {
        overlay.whole = self.reading(model, overlay.midpoint, self.whole.as_ref());
    }

    fn reading(&self, model: &Model, middle: Option<Midpoint>, count: Option<&Count>) -> Reading {
        let main = self.main.and_then(|main| Some((main, self.question(model, main)?)));
        match (main, middle, count) {
            (Some((main, question)), Some(midpoint), Some(count)) => {
                count.reading(question, &self.lines[main].0, midpoint)
            }
            _ => Reading::NoData,
        }
    }

    fn other(&self, counts: &BTreeMap<usize, Count>) -> Reading {
        let most =
            counts.iter().max_by_key(|(line, c)| (c.histogram.n(), std::cmp::Reverse(**line)));
        most.filter(|(_, count)| count.histogram.n() > 0).map_or(
            Reading::NoData,
            |(line, count)| {
                let version = self.lines[*line].0.clone();
                Reading::OtherVersion { version, n: count.histogram.n() }
            },
        )
    }

    /// Employees: hides small groups and all that would reveal them.
    fn hide(&self, model: &Model, overlay: &mut Overlay) {
        let Some(main) = self.main else { return };
        let mut stages: BTreeMap<Option<StageId>, Vec<TouchpointId>> = BTreeMap::new();
        for &id in self.touchpoints.keys() {
            stages.entry(model.stage_of(overlay.journey, id)).or_default().push(id);
        }
        let size = |id: &TouchpointId| {
            self.touchpoints[id].get(&main).map_or(0, |count| count.respondents)
        };
        let mut branches: Vec<Branch> = stages
            .iter()
            .map(|(stage, ids)| {
                let sizes: Vec<u64> = ids.iter().map(size).collect();
                let counted = stage.and_then(|stage| self.stages.get(&stage));
                let most = sizes.iter().copied().max().unwrap_or(0);
                Branch { people: counted.map_or(most, |count| count.respondents), sizes }
            })
            .collect();
        // Answers about no touchpoint: the journey's total minus its stages would tell them.
        let loose = self.loose.get(&main).map_or(0, |count| count.respondents);
        branches.push(Branch { sizes: vec![loose], people: loose });
        let people = self.whole.as_ref().map_or(0, |count| count.respondents);
        let mut tree = hidden_in_tree(&branches, people);
        if self.guard.closes_totals() {
            tree.branches.fill(true);
            overlay.whole = Reading::Hidden;
        }
        for (ids, hidden) in stages.values().zip(&mut tree.groups) {
            let shut = |id: &TouchpointId| self.guard.touchpoints.contains(&Some(*id));
            ids.iter().zip(hidden).for_each(|(id, hidden)| *hidden |= shut(id));
        }
        for (branch, (stage, ids)) in stages.iter().enumerate() {
            let stage_reading = stage.and_then(|s| overlay.stages.get_mut(&s));
            if let Some(reading) = stage_reading.filter(|_| tree.branches[branch]) {
                *reading = Reading::Hidden;
            }
            for (id, _) in ids.iter().zip(&tree.groups[branch]).filter(|(_, hidden)| **hidden) {
                overlay.touchpoints.insert(*id, Reading::Hidden);
            }
        }
        // A number of answers under another version is a number about employees as well.
        for reading in overlay.touchpoints.values_mut() {
            if matches!(reading, Reading::OtherVersion { n, .. } if *n < SMALLEST_GROUP) {
                *reading = Reading::Hidden;
            }
        }
    }

    /// A question that stands for its line.
    fn question<'a>(&self, model: &'a Model, line: usize) -> Option<&'a Question> {
        model.questions.get(self.lines[line].1.first()?)
    }
}

/// Whether steps have readings of their own. Of employees they have none: each would be one more
/// total from which a small group could be told.
fn by_steps(model: &Model, request: &OverlayRequest) -> bool {
    request.measure.audience == Audience::Customer
        && model.stages_of(request.journey).iter().any(|s| s.view == StageView::Steps)
}

/// Whether a question's survey is about a journey, or about none in particular.
fn is_about(model: &Model, question: crate::model::QuestionId, journey: JourneyId) -> bool {
    let survey = model.questions.get(&question).and_then(|q| model.surveys.get(&q.survey));
    survey.is_none_or(|s| s.journeys.is_empty() || s.journeys.contains(&journey))
}

fn add<K: Ord>(counts: &mut BTreeMap<K, Count>, key: K, histogram: &Histogram, respondents: u64) {
    let empty =
        || Count { histogram: Histogram::new(histogram.scale), respondents: 0, cluster: None };
    let count = counts.entry(key).or_insert_with(empty);
    count.histogram.merge(histogram);
    count.respondents += respondents;
}
