//! One metric painted over one journey: a reading for each touchpoint and stage and for the whole.
//!
//! Plain data that the map, the legend and the inspector share. No colours, no words.

use super::heat::Midpoint;
use super::privacy::hidden_in_tree;
use super::reading::{Count, Reading};
use super::version::Version;
use crate::metrics::unit;
use crate::model::{
    Audience, Histogram, JourneyId, Metric, Model, Question, StageId, TouchpointId,
};
use crate::scores::{By, Filter, Key, Line, Row, ScoreTable, Selection, Tally};
use std::collections::{BTreeMap, BTreeSet};

/// What to paint.
#[derive(Clone, PartialEq, Debug)]
pub struct OverlayRequest {
    /// The journey.
    pub journey: JourneyId,
    /// The metric.
    pub metric: Metric,
    /// Whose answers; customers' and employees' are never mixed.
    pub audience: Audience,
    /// The version to colour; the one with most answers when absent.
    pub version: Option<Version>,
}

impl OverlayRequest {
    /// Customers' answers, the version with most answers.
    #[must_use]
    pub fn new(journey: JourneyId, metric: Metric) -> Self {
        Self {
            journey,
            metric,
            audience: Audience::Customer,
            version: None,
        }
    }
}

/// A metric over a journey.
#[derive(Clone, PartialEq, Debug)]
pub struct Overlay {
    /// The journey.
    pub journey: JourneyId,
    /// The metric.
    pub metric: Metric,
    /// Whose answers.
    pub audience: Audience,
    /// The version that is coloured; absent when there is no answer to any.
    pub version: Option<Version>,
    /// Other versions that have answers here, most answers first.
    pub other_versions: Vec<Version>,
    /// Which value gets the middle colour; absent without version.
    pub midpoint: Option<Midpoint>,
    /// Every touchpoint placed on the journey.
    pub touchpoints: BTreeMap<TouchpointId, Reading>,
    /// Every stage of the journey: its touchpoints' answers pooled.
    pub stages: BTreeMap<StageId, Reading>,
    /// All answers of the journey pooled, those without touchpoint too.
    pub whole: Reading,
    /// Responses that pass the filter, with or without an answer to this metric.
    pub responses: u64,
}

impl Overlay {
    /// From the answers themselves. The filter's own journey gives way to that of the request.
    #[must_use]
    pub fn from_table(
        table: &ScoreTable,
        model: &Model,
        request: &OverlayRequest,
        filter: &Filter,
    ) -> Self {
        let filter = Filter {
            journey: Some(request.journey),
            ..filter.clone()
        };
        let selection = Selection::new(table, model, &filter);
        let tally = selection.tally();
        let mut counted = Counted::new(model, request, &tally);
        if let Some((_, line)) = counted.main.and_then(|main| counted.lines.get(main)) {
            let found = selection.split(
                &By::Stage(request.journey),
                std::slice::from_ref(line),
                unit,
            );
            let stage = |row: &Row| match row.key {
                Key::Stage(Some(stage)) => Some((stage, clustered(row))),
                _ => None,
            };
            counted.stages = found.rows.iter().filter_map(stage).collect();
            counted.whole = found.totals.first().map(clustered);
        }
        counted.overlay(model, request, tally.responses)
    }

    /// From counts alone, such as the stored roll-up: totals are not yet clustered.
    #[must_use]
    pub fn from_tally(model: &Model, request: &OverlayRequest, tally: &Tally) -> Self {
        Counted::new(model, request, tally).overlay(model, request, tally.responses)
    }

    /// The reading of a touchpoint; no data where it is not on this journey.
    #[must_use]
    pub fn touchpoint(&self, touchpoint: TouchpointId) -> &Reading {
        self.touchpoints
            .get(&touchpoint)
            .unwrap_or(&Reading::NoData)
    }

    /// The reading of a stage.
    #[must_use]
    pub fn stage(&self, stage: StageId) -> &Reading {
        self.stages.get(&stage).unwrap_or(&Reading::NoData)
    }

    /// Smallest and largest number of answers among touchpoints with a score.
    #[must_use]
    pub fn base(&self) -> Option<(u64, u64)> {
        let n = || {
            self.touchpoints
                .values()
                .filter_map(|r| r.score().map(super::Score::n))
        };
        Some((n().min()?, n().max()?))
    }
}

fn clustered(row: &Row) -> Count {
    let respondents = row.cluster.respondents;
    Count {
        histogram: row.histogram.clone(),
        respondents,
        cluster: Some(row.cluster),
    }
}

/// The counts of one metric on one journey, by line (index into `lines`).
struct Counted {
    lines: Vec<(Version, Line)>,
    touchpoints: BTreeMap<TouchpointId, BTreeMap<usize, Count>>,
    totals: Vec<u64>,
    main: Option<usize>,
    stages: BTreeMap<StageId, Count>,
    whole: Option<Count>,
}

impl Counted {
    fn new(model: &Model, request: &OverlayRequest, tally: &Tally) -> Self {
        let mut lines = Version::lines(model, request.metric);
        lines.retain(|(version, _)| version.audience == request.audience);
        let placed: BTreeSet<TouchpointId> = model
            .placements
            .values()
            .filter(|p| p.journey == request.journey)
            .map(|p| p.touchpoint)
            .collect();
        let mut counted = Self {
            totals: vec![0; lines.len()],
            touchpoints: placed.iter().map(|t| (*t, BTreeMap::new())).collect(),
            main: None,
            stages: BTreeMap::new(),
            whole: None,
            lines,
        };
        let mut loose: BTreeMap<usize, Count> = BTreeMap::new();
        for found in &tally.groups {
            let question = found.group.question;
            let line = counted
                .lines
                .iter()
                .position(|(_, line)| line.contains(&question));
            let Some(line) = line else { continue };
            let into = match found.group.touchpoint {
                None if is_about(model, question, request.journey) => &mut loose,
                None => continue,
                Some(touchpoint) => match counted.touchpoints.get_mut(&touchpoint) {
                    Some(counts) => counts,
                    None => continue,
                },
            };
            counted.totals[line] += found.histogram.n();
            add(into, line, &found.histogram, found.respondents);
        }
        counted.main = counted.choose_main(request);
        counted.add_up(model, request.journey, &loose);
        counted
    }

    /// The version asked for, else the one with most answers; the older one of equals.
    fn choose_main(&self, request: &OverlayRequest) -> Option<usize> {
        if let Some(version) = &request.version {
            return self.lines.iter().position(|(known, _)| known == version);
        }
        let most = self.totals.iter().copied().max().filter(|n| *n > 0)?;
        self.totals.iter().position(|n| *n == most)
    }

    /// Totals without clustering; `from_table` puts clustered ones in their place.
    fn add_up(&mut self, model: &Model, journey: JourneyId, loose: &BTreeMap<usize, Count>) {
        let Some(main) = self.main else { return };
        let (mut stages, mut whole) = (BTreeMap::new(), BTreeMap::new());
        for (&touchpoint, counts) in &self.touchpoints {
            let Some(count) = counts.get(&main) else {
                continue;
            };
            if let Some(stage) = model.stage_of(journey, touchpoint) {
                add(&mut stages, stage, &count.histogram, count.respondents);
            }
            add(&mut whole, (), &count.histogram, count.respondents);
        }
        if let Some(count) = loose.get(&main) {
            add(&mut whole, (), &count.histogram, count.respondents);
        }
        self.stages = stages;
        self.whole = whole.remove(&());
    }

    fn overlay(&self, model: &Model, request: &OverlayRequest, responses: u64) -> Overlay {
        let mut others: Vec<usize> = (0..self.lines.len())
            .filter(|line| Some(*line) != self.main && self.totals[*line] > 0)
            .collect();
        others.sort_by_key(|line| std::cmp::Reverse(self.totals[*line]));
        let version = self.main.map(|main| self.lines[main].0.clone());
        let mut overlay = Overlay {
            journey: request.journey,
            metric: request.metric,
            audience: request.audience,
            midpoint: version.as_ref().map(|v| Midpoint::of(model, v)),
            version,
            other_versions: others
                .iter()
                .map(|line| self.lines[*line].0.clone())
                .collect(),
            touchpoints: self
                .touchpoints
                .keys()
                .map(|t| (*t, Reading::NoData))
                .collect(),
            stages: model
                .stages_of(request.journey)
                .iter()
                .map(|s| (s.id, Reading::NoData))
                .collect(),
            whole: Reading::NoData,
            responses,
        };
        self.read(model, &mut overlay);
        if request.audience == Audience::Employee {
            self.hide(model, &mut overlay);
        }
        overlay
    }

    fn read(&self, model: &Model, overlay: &mut Overlay) {
        let main = self
            .main
            .and_then(|main| self.question(model, main).map(|q| (main, q)));
        let reading = |count: Option<&Count>| match (main, overlay.midpoint, count) {
            (Some((main, question)), Some(midpoint), Some(count)) => {
                count.reading(question, &self.lines[main].0, midpoint)
            }
            _ => Reading::NoData,
        };
        let touchpoint = |counts: &BTreeMap<usize, Count>| {
            let own = reading(main.and_then(|(main, _)| counts.get(&main)));
            if own == Reading::NoData {
                self.other(counts)
            } else {
                own
            }
        };
        overlay.touchpoints = self
            .touchpoints
            .iter()
            .map(|(id, counts)| (*id, touchpoint(counts)))
            .collect();
        let stages: Vec<StageId> = overlay.stages.keys().copied().collect();
        overlay.stages = stages
            .iter()
            .map(|id| (*id, reading(self.stages.get(id))))
            .collect();
        overlay.whole = reading(self.whole.as_ref());
    }

    fn other(&self, counts: &BTreeMap<usize, Count>) -> Reading {
        let most = counts
            .iter()
            .max_by_key(|(line, c)| (c.histogram.n(), std::cmp::Reverse(**line)));
        most.filter(|(_, count)| count.histogram.n() > 0).map_or(
            Reading::NoData,
            |(line, count)| {
                let version = self.lines[*line].0.clone();
                Reading::OtherVersion {
                    version,
                    n: count.histogram.n(),
                }
            },
        )
    }

    /// Employees: hides small groups and all that would reveal them.
    fn hide(&self, model: &Model, overlay: &mut Overlay) {
        let Some(main) = self.main else { return };
        let mut stages: BTreeMap<Option<StageId>, Vec<TouchpointId>> = BTreeMap::new();
        for &id in self.touchpoints.keys() {
            stages
                .entry(model.stage_of(overlay.journey, id))
                .or_default()
                .push(id);
        }
        let size = |id: &TouchpointId| {
            self.touchpoints[id]
                .get(&main)
                .map_or(0, |count| count.respondents)
        };
        let sizes: Vec<Vec<u64>> = stages
            .values()
            .map(|ids| ids.iter().map(size).collect())
            .collect();
        let tree = hidden_in_tree(&sizes);
        for (branch, (stage, ids)) in stages.iter().enumerate() {
            let stage_reading = stage.and_then(|s| overlay.stages.get_mut(&s));
            if let Some(reading) = stage_reading.filter(|_| tree.branches[branch]) {
                *reading = Reading::Hidden;
            }
            for (id, _) in ids
                .iter()
                .zip(&tree.groups[branch])
                .filter(|(_, hidden)| **hidden)
            {
                overlay.touchpoints.insert(*id, Reading::Hidden);
            }
        }
        // A number of answers under another version is a number about employees as well.
        for reading in overlay.touchpoints.values_mut() {
            if matches!(reading, Reading::OtherVersion { n, .. } if *n < super::SMALLEST_GROUP) {
                *reading = Reading::Hidden;
            }
        }
    }

    /// A question that stands for its line.
    fn question<'a>(&self, model: &'a Model, line: usize) -> Option<&'a Question> {
        model.questions.get(self.lines[line].1.first()?)
    }
}

/// Whether a question's survey is about a journey, or about none in particular.
fn is_about(model: &Model, question: crate::model::QuestionId, journey: JourneyId) -> bool {
    let survey = model
        .questions
        .get(&question)
        .and_then(|q| model.surveys.get(&q.survey));
    survey.is_none_or(|s| s.journeys.is_empty() || s.journeys.contains(&journey))
}

fn add<K: Ord>(counts: &mut BTreeMap<K, Count>, key: K, histogram: &Histogram, respondents: u64) {
    let empty = || Count {
        histogram: Histogram::new(histogram.scale),
        respondents: 0,
        cluster: None,
    };
    let count = counts.entry(key).or_insert_with(empty);
    count.histogram.merge(histogram);
    count.respondents += respondents;
}
