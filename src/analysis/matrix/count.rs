//! From answers to the readings of a matrix: one pass, then rules.
//!
//! Which columns there are is decided in `columns`, what must stay hidden in `hiding`.

use super::columns::{self, Sized};
use super::{Across, Cell, Matrix, MatrixRequest, MatrixRow, RowGroup, RowSubject, Rows, hiding};
use crate::analysis::guard::{Guard, chooses_people, chooses_touchpoints, for_employees};
use crate::analysis::heat::{Middle, Midpoint};
use crate::analysis::reading::{Count, Reading, SMALLEST_GROUP};
use crate::analysis::version::Version;
use crate::metrics::unit;
use crate::model::{Audience, ChannelId, Model, StageId, TouchpointId};
use crate::scores::{
    By, Cross, CrossColumn, CrossRequest, Filter, Key, Line, Pooled, ScoreTable, Selection,
};
use std::collections::BTreeSet;

impl Matrix {
    /// From the answers. The filter's own journey gives way to that of the request.
    #[must_use]
    pub fn from_table(
        table: &ScoreTable,
        model: &Model,
        request: &MatrixRequest,
        filter: &Filter,
    ) -> Self {
        let filter = Filter { journey: Some(request.journey), ..filter.clone() };
        let of_employees = request.audience == Audience::Employee;
        let filter = if of_employees { for_employees(&filter) } else { filter };
        let selection = Selection::new(table, model, &filter);
        let lines = Version::asked(model, request.metric, request.audience, request.topic);
        let lines = Lines::new(&lines);
        let (cross, sizes) = lines.cross(&selection, request);
        let mut totals = vec![0; lines.versions.len()];
        for (line, total) in totals.iter_mut().enumerate() {
            *total = cross.whole(line).map_or(0, |p| p.histogram.n());
        }
        let Some(main) = lines.main(request, &totals) else {
            return empty(request, cross.responses);
        };
        let (cross, main) = lines.safe(&selection, request, cross, (main, sizes));
        let middle = Midpoint::of(model, &lines.versions[main], request.middle);
        let mut found = Found {
            middle,
            rows: request.rows,
            columns: Vec::new(),
            model,
            request,
            lines: &lines,
            totals,
            main,
            cross,
        };
        found.middle = found.wanted_middle();
        found.columns = found.columns(&filter);
        let mut matrix = found.matrix();
        if request.audience == Audience::Employee {
            let line = &found.lines.questions[main];
            let guard = Guard::of(table, model, &filter, request.journey, line);
            hiding::hide(&selection, &found, &guard, &mut matrix);
            if chooses_people(&filter) || chooses_touchpoints(&filter) {
                hiding::close_cells(&mut matrix);
            }
        }
        matrix
    }
}

fn empty(request: &MatrixRequest, responses: u64) -> Matrix {
    Matrix {
        request: request.clone(),
        version: None,
        other_versions: Vec::new(),
        midpoint: None,
        columns: Vec::new(),
        groups: Vec::new(),
        column_totals: Vec::new(),
        whole: Reading::NoData,
        responses,
    }
}

/// The versions of a metric and their questions.
pub(super) struct Lines {
    versions: Vec<Version>,
    questions: Vec<Line>,
}

impl Lines {
    fn new(lines: &[(Version, Line)]) -> Self {
        let (versions, questions) = lines.iter().cloned().unzip();
        Self { versions, questions }
    }

    /// Counts, with too many columns taken together. Sizes of the values are given by line, where
    /// they had to be found.
    fn cross(
        &self,
        selection: &Selection<'_>,
        request: &MatrixRequest,
    ) -> (Cross, Vec<Vec<Sized>>) {
        let by = request.across.by();
        let many = selection.parts_at_most(&by) > super::MOST_COLUMNS + 1;
        let sizes = if many || request.audience == Audience::Employee {
            self.sizes(selection, &by)
        } else {
            Vec::new()
        };
        let totals: Vec<u64> =
            sizes.iter().map(|all| all.iter().map(|(_, n, _)| *n).sum()).collect();
        let main = self.main(request, &totals).and_then(|main| sizes.get(main));
        let pooled = main.map(|all| columns::pooled(&request.across, request.audience, all));
        (self.count(selection, request.rows, request, pooled.unwrap_or_default()), sizes)
    }

    fn count(
        &self,
        selection: &Selection<'_>,
        rows: Rows,
        request: &MatrixRequest,
        pooled: BTreeSet<Key>,
    ) -> Cross {
        let branches = By::Stage(request.journey);
        let rows = match rows {
            Rows::Touchpoints => By::Touchpoint,
            Rows::Stages => branches.clone(),
        };
        let cross = CrossRequest { rows, branches, columns: request.across.by(), pooled };
        selection.cross(&cross, &self.questions, unit)
    }

    /// The values of a split with their answers and people, by line.
    fn sizes(&self, selection: &Selection<'_>, by: &By) -> Vec<Vec<Sized>> {
        let mut sizes = vec![Vec::new(); self.questions.len()];
        for row in selection.split(by, &self.questions, unit).rows {
            sizes[row.line].push((row.key, row.histogram.n(), row.cluster.respondents));
        }
        sizes
    }

    /// The version asked for, else the one with most answers; the older one of equals.
    fn main(&self, request: &MatrixRequest, totals: &[u64]) -> Option<usize> {
        let most = totals.iter().copied().max().filter(|n| *n > 0)?;
        match &request.version {
            Some(version) => self.versions.iter().position(|known| known == version),
            None => totals.iter().position(|n| *n == most),
        }
    }

    /// Takes more columns together as long as too few employees stand behind those that are.
    fn safe(
        &self,
        selection: &Selection<'_>,
        request: &MatrixRequest,
        mut cross: Cross,
        (main, sizes): (usize, Vec<Vec<Sized>>),
    ) -> (Cross, usize) {
        if request.audience == Audience::Customer {
            return (cross, main);
        }
        while let Some(CrossColumn::Rest(keys)) = cross.columns.last() {
            let last = cross.columns.len() - 1;
            let people = cross.column(last, main).map_or(0, |p| p.cluster.respondents);
            let mut rest: BTreeSet<Key> = keys.iter().cloned().collect();
            let next = sizes.get(main).and_then(|all| columns::next_to_pool(all, &rest));
            let Some(next) = next.filter(|_| people > 0 && people < SMALLEST_GROUP) else {
                break;
            };
            rest.insert(next);
            cross = self.count(selection, request.rows, request, rest);
        }
        (cross, main)
    }
}

/// What was counted, and what is needed to read it.
pub(super) struct Found<'a> {
    pub model: &'a Model,
    pub request: &'a MatrixRequest,
    /// What the rows of `cross` are.
    rows: Rows,
    /// The middle of the colours, of all but touchpoints with one of their own.
    middle: Midpoint,
    lines: &'a Lines,
    totals: Vec<u64>,
    /// The line that is coloured.
    pub main: usize,
    pub cross: Cross,
    /// The columns that are shown: index into those counted, absent where nothing was.
    columns: Vec<(CrossColumn, Option<usize>)>,
}

impl Found<'_> {
    /// Columns with answers to the main version, and channels that are offered, in order.
    fn columns(&self, filter: &Filter) -> Vec<(CrossColumn, Option<usize>)> {
        let n = |at: usize| self.cross.column(at, self.main).map_or(0, |p| p.histogram.n());
        let counted = self.cross.columns.iter().enumerate().filter(|(at, _)| n(*at) > 0);
        let mut all: Vec<(CrossColumn, Option<usize>)> =
            counted.map(|(at, column)| (column.clone(), Some(at))).collect();
        if self.request.across == Across::Channel {
            let chosen =
                |id: &ChannelId| filter.channels.is_empty() || filter.channels.contains(id);
            let offered = columns::offered(self.model, self.request.journey);
            for channel in offered.into_iter().filter(chosen) {
                let key = Key::Channel(Some(channel));
                let is_known = |column: &CrossColumn| match column {
                    CrossColumn::One(known) => *known == key,
                    CrossColumn::Rest(keys) => keys.contains(&key),
                };
                if !all.iter().any(|(column, _)| is_known(column)) {
                    all.push((CrossColumn::One(key), None));
                }
            }
        }
        let names: Vec<CrossColumn> = all.iter().map(|(column, _)| column.clone()).collect();
        let size = |index: usize| all[index].1.map_or(0, n);
        let order = columns::order(self.model, self.request.journey, &names, size);
        order.into_iter().map(|index| all[index].clone()).collect()
    }

    fn matrix(&self) -> Matrix {
        let mut others: Vec<usize> = (0..self.totals.len())
            .filter(|line| *line != self.main && self.totals[*line] > 0)
            .collect();
        others.sort_by_key(|line| std::cmp::Reverse(self.totals[*line]));
        let version = self.lines.versions[self.main].clone();
        let column = |(_, at): &(CrossColumn, Option<usize>)| {
            self.clustered(at.and_then(|at| self.cross.column(at, self.main)))
        };
        Matrix {
            request: self.request.clone(),
            midpoint: Some(self.middle),
            version: Some(version),
            other_versions: others.iter().map(|line| self.lines.versions[*line].clone()).collect(),
            columns: self.columns.iter().map(|(column, _)| column.clone()).collect(),
            groups: self.groups(),
            column_totals: self.columns.iter().map(column).collect(),
            whole: self.clustered(self.cross.whole(self.main)),
            responses: self.cross.responses,
        }
    }

    fn groups(&self) -> Vec<RowGroup> {
        let (model, journey) = (self.model, self.request.journey);
        let mut groups: Vec<RowGroup> = Vec::new();
        match self.request.rows {
            Rows::Stages => {
                let stages = model.stages_of(journey).into_iter();
                let rows = stages.map(|s| self.row(RowSubject::Stage(s.id))).collect();
                groups.push(RowGroup { stage: None, total: Reading::NoData, rows });
            }
            Rows::Touchpoints => {
                let stages = model.stages_of(journey).into_iter().map(|s| s.id);
                let touchpoints = touchpoints_of(model, journey);
                let group = |stage: StageId| {
                    let own = touchpoints.iter().filter(|(_, s)| *s == Some(stage));
                    let rows = own.map(|(t, _)| self.row(RowSubject::Touchpoint(*t))).collect();
                    RowGroup { stage: Some(stage), total: self.stage(stage), rows }
                };
                groups.extend(stages.map(group).filter(|group| !group.rows.is_empty()));
            }
        }
        let loose = self.row(RowSubject::Loose);
        if loose.total != Reading::NoData {
            groups.push(RowGroup { stage: None, total: Reading::NoData, rows: vec![loose] });
        }
        groups
    }

    fn stage(&self, stage: StageId) -> Reading {
        let at = self.cross.branches.binary_search(&Key::Stage(Some(stage))).ok();
        self.clustered(at.and_then(|at| self.cross.branch(at, self.main)))
    }

    /// The index of a row among those counted.
    pub fn place(&self, subject: RowSubject) -> Option<usize> {
        let key = match (subject, self.rows) {
            (RowSubject::Touchpoint(id), _) => Key::Touchpoint(Some(id)),
            (RowSubject::Stage(id), _) => Key::Stage(Some(id)),
            (RowSubject::Loose, Rows::Touchpoints) => Key::Touchpoint(None),
            (RowSubject::Loose, Rows::Stages) => Key::Stage(None),
        };
        self.cross.rows.binary_search(&key).ok()
    }

    /// The same counts with touchpoints as rows.
    pub fn by_touchpoint(&self, selection: &Selection<'_>) -> Self {
        let rest = self.cross.columns.iter().find_map(|column| match column {
            CrossColumn::Rest(keys) => Some(keys.iter().cloned().collect()),
            CrossColumn::One(_) => None,
        });
        let cross =
            self.lines.count(selection, Rows::Touchpoints, self.request, rest.unwrap_or_default());
        Self {
            rows: Rows::Touchpoints,
            cross,
            totals: self.totals.clone(),
            columns: self.columns.clone(),
            ..*self
        }
    }

    /// The number of people of the main version in each shown cell of a row, and in all of it.
    pub fn people(&self, subject: RowSubject) -> (Vec<u64>, u64) {
        let of = |pooled: Option<&Pooled>| pooled.map_or(0, |p| p.cluster.respondents);
        let row = self.place(subject);
        let cell = |(_, at): &(CrossColumn, Option<usize>)| {
            of(row.zip(*at).and_then(|(row, at)| self.cross.cell(row, at, self.main)))
        };
        let total = of(row.and_then(|row| self.cross.row(row, self.main)));
        (self.columns.iter().map(cell).collect(), total)
    }

    /// The number of people of the main version in a stage, each counted once.
    pub fn people_of_stage(&self, stage: StageId) -> u64 {
        let branch = self.cross.branches.iter().position(|key| *key == Key::Stage(Some(stage)));
        let found = branch.and_then(|branch| self.cross.branch(branch, self.main));
        found.map_or(0, |pooled| pooled.cluster.respondents)
    }

    /// The number of people of the main version in all, each counted once.
    pub fn people_of_all(&self) -> u64 {
        self.cross.whole(self.main).map_or(0, |pooled| pooled.cluster.respondents)
    }

    /// The number of people of the main version in each shown column.
    pub fn people_by_column(&self) -> Vec<u64> {
        let of = |(_, at): &(CrossColumn, Option<usize>)| {
            let found = at.and_then(|at| self.cross.column(at, self.main));
            found.map_or(0, |p| p.cluster.respondents)
        };
        self.columns.iter().map(of).collect()
    }

    fn row(&self, subject: RowSubject) -> MatrixRow {
        let row = self.place(subject);
        let cell = |(column, at): &(CrossColumn, Option<usize>)| {
            let reading = self.read(subject, |line| {
                row.zip(*at).and_then(|(row, at)| self.cross.cell(row, at, line))
            });
            if reading == Reading::NoData && !self.is_offered(subject, column) {
                Cell::NotOffered
            } else {
                Cell::Reading(reading)
            }
        };
        let total = self.read(subject, |line| row.and_then(|row| self.cross.row(row, line)));
        MatrixRow { subject, cells: self.columns.iter().map(cell).collect(), total }
    }

    /// Whether answers about something could stand in a column.
    fn is_offered(&self, subject: RowSubject, column: &CrossColumn) -> bool {
        let touchpoint = match subject {
            RowSubject::Touchpoint(id) => self.model.touchpoints.get(&id),
            RowSubject::Stage(_) | RowSubject::Loose => None,
        };
        let keys = match column {
            CrossColumn::One(key) => std::slice::from_ref(key),
            CrossColumn::Rest(keys) => keys.as_slice(),
        };
        let offers = |key: &Key| match (key, touchpoint) {
            (Key::Channel(None), _) | (Key::Owner(_), None) => false,
            (Key::Channel(Some(id)), Some(t)) => t.channels.is_empty() || t.channels.contains(id),
            (Key::Owner(owner), Some(t)) => t.owner == *owner,
            _ => true,
        };
        keys.iter().any(offers)
    }

    /// The middle that is wanted, now that the mean is known.
    fn wanted_middle(&self) -> Midpoint {
        let whole = self.clustered(self.cross.whole(self.main));
        let mean = whole.score().map(|score| score.shown().value);
        let ends = self.lines.versions[self.main].worst_best();
        let mean = mean.filter(|_| self.request.middle == Middle::Mean);
        mean.map_or(self.middle, |mean| Midpoint::mean(mean, ends))
    }

    /// A reading as `Overlay` has it: of a touchpoint, by itself or of another version; of anything
    /// that pools touchpoints, clustered.
    fn read<'a>(&self, subject: RowSubject, of: impl Fn(usize) -> Option<&'a Pooled>) -> Reading {
        if let RowSubject::Stage(_) = subject {
            return self.clustered(of(self.main));
        }
        let own = match subject {
            RowSubject::Touchpoint(id) if self.request.middle == Middle::OwnTarget => {
                Midpoint::own(self.model, &self.lines.versions[self.main], id)
            }
            _ => None,
        };
        let own = self.reading(of(self.main), false, own.unwrap_or(self.middle));
        if own != Reading::NoData {
            return own;
        }
        let n = |line: usize| of(line).map_or(0, |p| p.histogram.n());
        let most = (0..self.totals.len()).max_by_key(|line| (n(*line), std::cmp::Reverse(*line)));
        most.filter(|line| n(*line) > 0).map_or(Reading::NoData, |line| {
            let version = self.lines.versions[line].clone();
            Reading::OtherVersion { version, n: n(line) }
        })
    }

    fn clustered(&self, pooled: Option<&Pooled>) -> Reading {
        self.reading(pooled, true, self.middle)
    }

    fn reading(&self, pooled: Option<&Pooled>, clustered: bool, middle: Midpoint) -> Reading {
        let version = &self.lines.versions[self.main];
        let question = self.lines.questions[self.main].first();
        let question = question.and_then(|id| self.model.questions.get(id));
        let (Some(pooled), Some(question)) = (pooled, question) else {
            return Reading::NoData;
        };
        let count = Count {
            histogram: pooled.histogram.clone(),
            respondents: pooled.cluster.respondents,
            cluster: clustered.then_some(pooled.cluster),
        };
        count.reading(question, version, middle)
    }
}

/// The touchpoints of a journey in the order of their first cards, with their stages.
pub(super) fn touchpoints_of(
    model: &Model,
    journey: crate::model::JourneyId,
) -> Vec<(TouchpointId, Option<StageId>)> {
    let mut seen: BTreeSet<TouchpointId> = BTreeSet::new();
    let cards = model.placements_of(journey).into_iter().map(|p| p.touchpoint);
    let first = cards.filter(|id| seen.insert(*id));
    first.map(|id| (id, model.stage_of(journey, id))).collect()
}
