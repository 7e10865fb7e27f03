//! The matrix: every cell and total says what the map says under a filter for it, and of employees
//! nothing small follows by subtraction.

#![expect(clippy::unwrap_used, reason = "helpers of tests may fail as tests do")]

use super::numbers::builder::{Dice, World};
use super::numbers::counting::{answers, filters, world};
use klantreis::analysis::matrix::{MOST_COLUMNS, narrow};
use klantreis::analysis::*;
use klantreis::metrics::unit;
use klantreis::model::*;
use klantreis::scores::{
    By, CrossColumn, CrossRequest, Filter, Key, Line, Period, Pooled, Row, ScoreTable, Selection,
};
use std::collections::{BTreeMap, BTreeSet};

fn same(found: Option<&Pooled>, wanted: Option<&Row>, what: &str) {
    let found = found.map(|p| (&p.histogram, &p.cluster));
    assert_eq!(found, wanted.map(|r| (&r.histogram, &r.cluster)), "{what}");
}

#[test]
fn a_cross_equals_the_splits_it_is_made_of() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(11), 50);
    let table = world.table();
    let lines: Vec<Line> =
        (0..2).map(|i| names.questions.iter().skip(i).step_by(3).copied().collect()).collect();
    let journey = names.journeys[0];
    let region = By::Segment("Region".to_owned());
    for filter in filters(&names) {
        let selection = Selection::new(&table, &world.model, &filter);
        for by in [By::Channel, region.clone(), By::Owner, By::Month, By::Team, By::Wave] {
            let request = CrossRequest {
                rows: By::Touchpoint,
                branches: By::Stage(journey),
                columns: by.clone(),
                pooled: BTreeSet::new(),
            };
            let cross = selection.cross(&request, &lines, unit);
            let of = |by: &By| selection.split(by, &lines, unit);
            let (rows, branches, columns) = (of(&By::Touchpoint), of(&request.branches), of(&by));
            for line in 0..lines.len() {
                let row_of = |rows: &[Row], key: &Key| {
                    rows.iter().find(|r| r.key == *key && r.line == line).cloned()
                };
                for (at, key) in cross.rows.iter().enumerate() {
                    same(cross.row(at, line), row_of(&rows.rows, key).as_ref(), "row");
                    let Key::Touchpoint(Some(touchpoint)) = key else { continue };
                    let own = Filter { touchpoints: [*touchpoint].into(), ..filter.clone() };
                    let contained =
                        filter.touchpoints.is_empty() || filter.touchpoints.contains(touchpoint);
                    if !contained {
                        continue;
                    }
                    let own = Selection::new(&table, &world.model, &own);
                    let own = own.split(&by, &lines, unit);
                    for (column, key) in cross.columns.iter().enumerate() {
                        let CrossColumn::One(key) = key else { panic!("{key:?}") };
                        let wanted = row_of(&own.rows, key);
                        same(cross.cell(at, column, line), wanted.as_ref(), "cell");
                    }
                }
                for (at, key) in cross.branches.iter().enumerate() {
                    same(cross.branch(at, line), row_of(&branches.rows, key).as_ref(), "branch");
                }
                for (at, key) in cross.columns.iter().enumerate() {
                    let CrossColumn::One(key) = key else { panic!("{key:?}") };
                    same(cross.column(at, line), row_of(&columns.rows, key).as_ref(), "column");
                }
                let whole = rows.totals.iter().find(|r| r.line == line);
                same(cross.whole(line), whole, "whole");
            }
            assert_eq!(cross.responses, rows.responses);
        }
    }
}

/// The reading that the map has for something.
fn on_map(overlay: &Overlay, subject: RowSubject) -> Option<Reading> {
    match subject {
        RowSubject::Touchpoint(id) => Some(overlay.touchpoint(id).clone()),
        RowSubject::Stage(id) => Some(overlay.stage(id).clone()),
        RowSubject::Loose => None,
    }
}

#[test]
fn cells_and_totals_say_what_the_map_says_under_a_filter() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(12), 300);
    for (value, touchpoint) in [(-20.0, None), (30.0, Some(names.touchpoints[1]))] {
        let target = Target { id: TargetId::fresh(), metric: Metric::Nps, touchpoint, value };
        world.model.targets.insert(target.id, target);
    }
    let table = world.table();
    let mut seen = [0; 4];
    for filter in filters(&names) {
        for metric in [Metric::Nps, Metric::Ces, Metric::Csat] {
            for across in [
                Across::Channel,
                Across::Segment("Region".to_owned()),
                Across::Owner,
                Across::Month,
            ] {
                for rows in [Rows::Touchpoints, Rows::Stages] {
                    let request = MatrixRequest {
                        rows,
                        across: across.clone(),
                        middle: match metric {
                            Metric::Nps => Middle::OwnTarget,
                            _ => Middle::default(),
                        },
                        ..MatrixRequest::new(names.journeys[0], metric)
                    };
                    compare(&world, &table, &request, &filter, &mut seen);
                }
            }
        }
    }
    assert!(seen.iter().all(|n| *n > 50), "scores, too few, no data, not offered: {seen:?}");
}

fn compare(
    world: &World,
    table: &ScoreTable,
    request: &MatrixRequest,
    filter: &Filter,
    seen: &mut [u32; 4],
) {
    let model = &world.model;
    let matrix = Matrix::from_table(table, model, request, filter);
    let overlay = |filter: &Filter| {
        let version = matrix.version.clone();
        let middle = request.middle;
        let same = OverlayRequest {
            version,
            middle,
            ..OverlayRequest::new(request.journey, request.metric)
        };
        Overlay::from_table(table, model, &same, filter)
    };
    let all = Overlay::from_table(
        table,
        model,
        &OverlayRequest {
            middle: request.middle,
            ..OverlayRequest::new(request.journey, request.metric)
        },
        filter,
    );
    assert_eq!((&matrix.version, &matrix.whole), (&all.version, &all.whole));
    assert_eq!((&matrix.other_versions, matrix.midpoint), (&all.other_versions, all.midpoint));
    assert_eq!(matrix.responses, all.responses);
    for group in &matrix.groups {
        if let Some(stage) = group.stage {
            assert_eq!(group.total, *all.stage(stage));
        }
        for row in &group.rows {
            if let Some(wanted) = on_map(&all, row.subject) {
                assert_eq!(row.total, wanted);
            }
        }
    }
    for (index, column) in matrix.columns.iter().enumerate() {
        let mut own = filter.clone();
        if !narrow(&mut own, model, &request.across, column) {
            continue;
        }
        let found = overlay(&own);
        let total = &matrix.column_totals[index];
        if request.across != Across::Owner || !matrix.rows().any(|r| r.subject == RowSubject::Loose)
        {
            assert_eq!(*total, found.whole, "{column:?} {request:?} {filter:?}");
        }
        for row in matrix.rows() {
            let cell = &row.cells[index];
            if let Some(wanted) = on_map(&found, row.subject) {
                assert_eq!(*cell.reading(), wanted, "{column:?} {request:?} {filter:?}");
            }
            let kind = match cell {
                Cell::NotOffered => 3,
                Cell::Reading(Reading::Score(_)) => 0,
                Cell::Reading(Reading::TooFew { .. }) => 1,
                Cell::Reading(_) => 2,
            };
            seen[kind] += 1;
        }
    }
}

/// A journey of two stages and so many touchpoints, asked about by one question.
fn simple(
    audience: Audience,
    touchpoints: usize,
) -> (World, JourneyId, Vec<TouchpointId>, QuestionId) {
    let mut world = World::default();
    let journey = world.journey("Journey");
    let stages = [world.stage(journey), world.stage(journey)];
    let all: Vec<TouchpointId> = (0..touchpoints)
        .map(|index| {
            let id = world.touchpoint(&[], None);
            world.place(id, stages[index * 2 / touchpoints]);
            id
        })
        .collect();
    let survey = world.survey("", audience, &[]);
    let question = world.question(survey, Metric::Csat, (1, 5), Better::High);
    (world, journey, all, question)
}

#[test]
fn a_channel_that_is_not_offered_is_not_a_lack_of_data() {
    let (mut world, journey, all, question) = simple(Audience::Customer, 4);
    let (web, phone, shop) = (world.channel(), world.channel(), world.channel());
    let mut offer = |at: usize, channels: &[ChannelId]| {
        world.model.touchpoints.get_mut(&all[at]).unwrap().channels = channels.to_vec();
    };
    offer(0, &[web]);
    offer(1, &[web, phone]);
    offer(2, &[phone]);
    world.answers(Some(all[0]), question, &[5; 9]);
    world.answers(Some(all[2]), question, &[2; 8]);
    // Somebody telephoned about what is offered on the web only; one row says no channel.
    world.answers(Some(all[0]), question, &[4; 6]);
    world.raws.iter_mut().rev().take(6).for_each(|raw| raw.channel = Some(phone));
    world.answers(Some(all[1]), question, &[4; 5]);
    let request = MatrixRequest::new(journey, Metric::Csat);
    let matrix = Matrix::from_table(&world.table(), &world.model, &request, &Filter::default());
    let key = |channel| CrossColumn::One(Key::Channel(channel));
    assert_eq!(matrix.columns, [key(Some(web)), key(Some(phone)), key(None)], "no {shop:?}");
    let n = |at: usize| -> Vec<Option<u64>> {
        let row = matrix.row(RowSubject::Touchpoint(all[at])).unwrap();
        let offered = |c: &Cell| matches!(c, Cell::Reading(_)).then(|| c.reading().n().unwrap());
        row.cells.iter().map(offered).collect()
    };
    assert_eq!(n(0), [Some(9), Some(6), None]);
    assert_eq!(n(1), [Some(0), Some(0), Some(5)]);
    assert_eq!(n(2), [None, Some(8), None]);
    // What offers no channel at all may well offer each.
    assert_eq!(n(3), [Some(0), Some(0), None]);
}

#[test]
fn five_hundred_segments_are_forty_and_the_rest() {
    let (mut world, journey, all, question) = simple(Audience::Customer, 6);
    for value in 0..500 {
        let count = 1 + value % 37;
        world.answers(Some(all[value % 6]), question, &vec![1 + (value % 5) as i32; count]);
        world
            .raws
            .iter_mut()
            .rev()
            .take(count)
            .for_each(|raw| raw.region = Some(format!("R{value}")));
    }
    let across = Across::Segment("Region".to_owned());
    let request = MatrixRequest { across, ..MatrixRequest::new(journey, Metric::Csat) };
    let (table, model) = (world.table(), &world.model);
    let matrix = Matrix::from_table(&table, model, &request, &Filter::default());
    assert_eq!((matrix.columns.len(), matrix.pooled()), (MOST_COLUMNS + 1, 460));
    let n: Vec<u64> = matrix.column_totals.iter().map(|r| r.n().unwrap()).collect();
    assert!(n[..MOST_COLUMNS].windows(2).all(|w| w[0] >= w[1]), "most answers first: {n:?}");
    assert_eq!(n.iter().sum::<u64>(), matrix.whole.n().unwrap());
    let mut rest = Filter::default();
    assert!(narrow(&mut rest, model, &request.across, matrix.columns.last().unwrap()));
    let overlay = OverlayRequest::new(journey, Metric::Csat);
    let overlay = Overlay::from_table(&table, model, &overlay, &rest);
    assert_eq!(*matrix.column_totals.last().unwrap(), overlay.whole);
    for row in matrix.rows() {
        let RowSubject::Touchpoint(id) = row.subject else { continue };
        assert_eq!(row.cells.last().unwrap().reading(), overlay.touchpoint(id));
    }
}

#[test]
fn months_follow_each_other_and_the_oldest_are_taken_together() {
    let (mut world, journey, all, question) = simple(Audience::Customer, 2);
    for month in 0..50 {
        world.answers_on(Some(18_000 + month * 31), Some(all[0]), question, &[4; 6]);
    }
    world.answers_on(None, Some(all[1]), question, &[3; 7]);
    let request =
        MatrixRequest { across: Across::Month, ..MatrixRequest::new(journey, Metric::Csat) };
    let matrix = Matrix::from_table(&world.table(), &world.model, &request, &Filter::default());
    let known: Vec<_> = matrix
        .columns
        .iter()
        .filter_map(|c| match c {
            CrossColumn::One(Key::Month(month)) => *month,
            _ => None,
        })
        .collect();
    assert!(known.windows(2).all(|w| w[0] < w[1]) && known.len() >= 39, "{known:?}");
    let Some(CrossColumn::Rest(old)) = matrix.columns.last() else { panic!("nothing pooled") };
    assert!(old.iter().all(|key| *key < Key::Month(known.first().copied())), "{old:?}");
}

#[test]
fn the_middle_can_be_the_mean_of_the_journey() {
    let (mut world, journey, all, question) = simple(Audience::Customer, 3);
    world.answers(Some(all[0]), question, &[5; 30]);
    world.answers(Some(all[2]), question, &[2; 20]);
    let request =
        MatrixRequest { middle: Middle::Mean, ..MatrixRequest::new(journey, Metric::Csat) };
    let (table, model) = (world.table(), &world.model);
    let matrix = Matrix::from_table(&table, model, &request, &Filter::default());
    let overlay =
        OverlayRequest { middle: Middle::Mean, ..OverlayRequest::new(journey, Metric::Csat) };
    let overlay = Overlay::from_table(&table, model, &overlay, &Filter::default());
    assert_eq!((matrix.midpoint, &matrix.whole), (overlay.midpoint, &overlay.whole));
    assert_eq!(matrix.midpoint.unwrap().why, Why::Mean);
    let row = matrix.row(RowSubject::Touchpoint(all[2])).unwrap();
    assert_eq!(row.total, *overlay.touchpoint(all[2]));
}

#[test]
fn a_selection_without_answers_is_empty() {
    let (mut world, journey, all, question) = simple(Audience::Customer, 2);
    world.answers_on(Some(20_000), Some(all[0]), question, &[4; 6]);
    let (table, model) = (world.table(), &world.model);
    let request = MatrixRequest::new(journey, Metric::Csat);
    let period = Period { from: Some(20_500), to: None };
    let late = Filter { period, ..Filter::default() };
    assert!(Matrix::from_table(&table, model, &request, &late).is_empty());
    let other = MatrixRequest::new(journey, Metric::Nps);
    assert!(Matrix::from_table(&table, model, &other, &Filter::default()).is_empty());
    assert!(!Matrix::from_table(&table, model, &request, &Filter::default()).is_empty());
}

/// What an onlooker knows of a table of people, and what he wants to know.
#[derive(Default)]
struct Onlooker {
    /// Unknown numbers, by name, with their true size.
    unknown: BTreeMap<(usize, usize), f64>,
    /// Sums of unknown numbers that are known.
    sums: Vec<BTreeMap<(usize, usize), f64>>,
}

impl Onlooker {
    /// Notes that some numbers add up to one: known parts fall out.
    fn adds_up(
        &mut self,
        parts: &[((usize, usize), f64, bool)],
        total: ((usize, usize), f64, bool),
    ) {
        let mut sum = BTreeMap::new();
        for (sign, (name, n, known)) in parts.iter().map(|p| (1.0, *p)).chain([(-1.0, total)]) {
            if !known {
                self.unknown.insert(name, n);
                *sum.entry(name).or_insert(0.0) += sign;
            }
        }
        self.sums.push(sum);
    }

    /// Whether a sum of unknown numbers follows from what is known, by elimination.
    fn follows(&self, wanted: &[(usize, usize)]) -> bool {
        let names: Vec<_> = self.unknown.keys().copied().collect();
        let vector = |sum: &BTreeMap<(usize, usize), f64>| -> Vec<f64> {
            names.iter().map(|name| sum.get(name).copied().unwrap_or(0.0)).collect()
        };
        let mut rows: Vec<Vec<f64>> = self.sums.iter().map(vector).collect();
        let mut target = vector(&wanted.iter().map(|name| (*name, 1.0)).collect());
        for column in 0..names.len() {
            let Some(pivot) = rows.iter().position(|r| r[column].abs() > 1e-9) else { continue };
            let pivot = rows.swap_remove(pivot);
            let reduce = |row: &mut Vec<f64>| {
                let times = row[column] / pivot[column];
                row.iter_mut().zip(&pivot).for_each(|(a, b)| *a -= times * b);
            };
            rows.iter_mut().for_each(reduce);
            reduce(&mut target);
        }
        target.iter().all(|x| x.abs() < 1e-9)
    }
}

#[test]
fn of_employees_nothing_small_follows() {
    let mut dice = Dice(21);
    let mut hidden = 0;
    for round in 0..160 {
        let (mut world, journey, all, question) = simple(Audience::Employee, 2 + round % 5);
        let regions = ["North", "East", "South", "West"];
        for (at, touchpoint) in all.iter().copied().map(Some).chain([None]).enumerate() {
            for region in &regions[..2 + round % 3] {
                let most = [0, 4, 7, 14, 30][(dice.roll(5) + at) % 5] + 1;
                let count = dice.roll(most);
                let values: Vec<i32> = (0..count).map(|_| 1 + dice.roll(5) as i32).collect();
                world.answers(touchpoint, question, &values);
                let region = Some((*region).to_owned());
                world.raws.iter_mut().rev().take(count).for_each(|r| r.region.clone_from(&region));
            }
        }
        let request = MatrixRequest {
            audience: Audience::Employee,
            across: Across::Segment("Region".to_owned()),
            ..MatrixRequest::new(journey, Metric::Csat)
        };
        hidden += attack(&world, &request);
    }
    assert!(hidden > 300, "only {hidden} cells were hidden");
}

/// Tries to find small groups; the number of cells that were hidden.
fn attack(world: &World, request: &MatrixRequest) -> usize {
    const TOTAL: usize = 99;
    let (table, model) = (world.table(), &world.model);
    let filter = Filter::default();
    let shown = Matrix::from_table(&table, model, request, &filter);
    // What the map hides, the totals hide.
    let overlay = OverlayRequest {
        measure: Measure { audience: Audience::Employee, ..Measure::of(request.metric) },
        ..OverlayRequest::new(request.journey, request.metric)
    };
    let overlay = Overlay::from_table(&table, model, &overlay, &filter);
    assert_eq!(shown.whole, overlay.whole);
    for group in &shown.groups {
        assert!(group.stage.is_none_or(|stage| group.total == *overlay.stage(stage)));
        for row in &group.rows {
            assert!(on_map(&overlay, row.subject).is_none_or(|wanted| row.total == wanted));
        }
    }
    // The same table of customers hides nothing.
    let mut open = model.clone();
    open.surveys.values_mut().for_each(|s| s.audience = Audience::Customer);
    let mut truth = Vec::new();
    for column in &shown.columns {
        let mut own = filter.clone();
        assert!(narrow(&mut own, model, &request.across, column));
        let request = MatrixRequest { audience: Audience::Customer, ..request.clone() };
        truth.push(Matrix::from_table(&table, &open, &request, &own));
    }
    let n = |column: usize, subject: RowSubject| {
        truth[column].row(subject).map_or(0, |row| row.total.n().unwrap()) as f64
    };
    let known = |reading: &Reading| *reading != Reading::Hidden;
    let rows: Vec<&MatrixRow> = shown.rows().collect();
    let mut onlooker = Onlooker::default();
    let all = |row: &MatrixRow| (0..truth.len()).map(|c| n(c, row.subject)).sum::<f64>();
    for (at, row) in rows.iter().enumerate() {
        for cell in &row.cells {
            assert!(cell.reading().score().is_none_or(|s| s.n() >= 5));
        }
        let cells = row.cells.iter().enumerate();
        let cells: Vec<_> =
            cells.map(|(c, cell)| ((at, c), n(c, row.subject), known(cell.reading()))).collect();
        onlooker.adds_up(&cells, ((at, TOTAL), all(row), known(&row.total)));
    }
    for (c, total) in shown.column_totals.iter().enumerate() {
        let cells: Vec<_> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| ((at, c), n(c, row.subject), known(row.cells[c].reading())))
            .collect();
        let sum = cells.iter().map(|c| c.1).sum();
        onlooker.adds_up(&cells, ((TOTAL, c), sum, known(total)));
    }
    let mut branches = Vec::new();
    for (g, group) in shown.groups.iter().enumerate() {
        let own: Vec<_> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| group.rows.iter().any(|r| r.subject == row.subject))
            .map(|(at, row)| ((at, TOTAL), all(row), known(&row.total)))
            .collect();
        let sum = own.iter().map(|c| c.1).sum();
        match group.stage {
            Some(_) => {
                let total = ((TOTAL + 1, g), sum, known(&group.total));
                onlooker.adds_up(&own, total);
                branches.push(total);
            }
            None => branches.extend(own),
        }
    }
    let sum = branches.iter().map(|b| b.1).sum();
    onlooker.adds_up(&branches, ((TOTAL, TOTAL), sum, known(&shown.whole)));
    let small: Vec<_> =
        onlooker.unknown.iter().filter(|(_, n)| **n > 0.0 && **n < 5.0).map(|(k, _)| *k).collect();
    for (index, one) in small.iter().enumerate() {
        assert!(!onlooker.follows(&[*one]), "{one:?} of {shown:#?}");
        for two in &small[index + 1..] {
            if onlooker.unknown[one] + onlooker.unknown[two] < 5.0 {
                assert!(!onlooker.follows(&[*one, *two]), "{one:?} and {two:?} of {shown:#?}");
            }
        }
    }
    rows.iter().flat_map(|row| &row.cells).filter(|c| !known(c.reading())).count()
}

#[test]
fn the_picture_keeps_every_word_inside_and_paints_few_shapes_for_many_values() {
    use klantreis::render::color_scale::Palette;
    use klantreis::render::matrix::order::Sort;
    use klantreis::render::matrix::{GridRequest, KeyLineRequest, key_line, layout};
    use klantreis::render::theme::Theme;
    use klantreis::text::{Lang, Texts};
    let (mut world, journey, all, question) = simple(Audience::Customer, 60);
    let long = "Contactmoment met een buitengewoonlangsamengesteldwoord erin";
    world.model.touchpoints.get_mut(&all[7]).unwrap().title = long.to_owned();
    for value in 0..500 {
        world.answers(Some(all[value % 60]), question, &[4; 6]);
        let name = format!("Verhuizers binnen dezelfde gemeente {value}");
        world.raws.iter_mut().rev().take(6).for_each(|raw| raw.region = Some(name.clone()));
    }
    let (table, model) = (world.table(), &world.model);
    for across in [Across::Channel, Across::Segment("Region".to_owned()), Across::Month] {
        let wanted = MatrixRequest { across, ..MatrixRequest::new(journey, Metric::Csat) };
        let matrix = Matrix::from_table(&table, model, &wanted, &Filter::default());
        for (lang, width) in [(Lang::En, 1_340.0), (Lang::Nl, 1_190.0)] {
            let texts = Texts::new(lang);
            let request = GridRequest {
                model_revision: 1,
                matrix_revision: 1,
                theme: Theme::Light,
                lang,
                palette: Palette::RedBrownBlue,
                width,
                full: true,
                sort: Sort::default(),
                folded: BTreeSet::new(),
            };
            let scene = layout(&request, model, &texts, &matrix);
            super::looks::nothing_is_clipped("matrix", &scene);
            assert!(scene.shapes.len() < 60 * 45 * 4, "{}", scene.shapes.len());
            assert!(scene.regions.iter().all(|region| !region.label.is_empty()));
            let line = KeyLineRequest { width, theme: Theme::Dark, palette: Palette::RedBrownBlue };
            super::looks::nothing_is_clipped("keys", &key_line(&line, &matrix, &texts));
        }
    }
}
