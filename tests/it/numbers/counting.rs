//! Counts under every kind of filter and split, against a slow reading of the same answers.
//!
//! The slow way follows the rules as they are written, answer by answer.

use super::builder::{Dice, Raw, World};
use klantreis::metrics::unit;
use klantreis::model::*;
use klantreis::scores::{
    By, Filter, Key, Line, Month, Period, ScoreTable, Selection, aggregate, monday,
    responses_per_week,
};
use std::collections::{BTreeMap, BTreeSet};

/// Everything a filter can name.
pub struct Names {
    pub journeys: Vec<JourneyId>,
    pub channels: Vec<ChannelId>,
    pub owners: Vec<OwnerId>,
    pub teams: Vec<TeamId>,
    pub touchpoints: Vec<TouchpointId>,
    pub surveys: Vec<SurveyId>,
    pub questions: Vec<QuestionId>,
}

/// Two journeys with touchpoints of every kind, and three surveys.
pub fn world() -> (World, Names) {
    let mut world = World::default();
    let journeys = vec![world.journey("A"), world.journey("B")];
    let stages: Vec<StageId> =
        journeys.iter().flat_map(|j| [*j; 3]).map(|j| world.stage(j)).collect();
    let channels: Vec<ChannelId> = (0..3).map(|_| world.channel()).collect();
    let teams = vec![world.team(), world.team()];
    let owners = vec![world.owner(Some(teams[0])), world.owner(Some(teams[1])), world.owner(None)];
    let offered: [&[usize]; 6] = [&[0], &[1], &[0, 1], &[], &[2], &[2, 0]];
    let mut touchpoints = Vec::new();
    for (index, offered) in offered.iter().enumerate() {
        let offered: Vec<ChannelId> = offered.iter().map(|&c| channels[c]).collect();
        let touchpoint = world.touchpoint(&offered, owners.get(index % 4).copied());
        touchpoints.push(touchpoint);
        // The last one stands nowhere; the third one on both journeys, and twice on the first.
        if index < 5 {
            world.place(touchpoint, stages[index]);
        }
    }
    world.place(touchpoints[2], stages[5]);
    world.place(touchpoints[2], stages[1]);
    let surveys = vec![
        world.survey("2016", Audience::Customer, &[]),
        world.survey("2017", Audience::Customer, &[journeys[0]]),
        world.survey("", Audience::Customer, &[journeys[1]]),
    ];
    let mut questions = Vec::new();
    for &survey in &surveys {
        questions.push(world.question(survey, Metric::Nps, (0, 10), Better::High));
        questions.push(world.question(survey, Metric::Ces, (1, 5), Better::Low));
        questions.push(world.question(survey, Metric::Csat, (1, 5), Better::High));
    }
    (world, Names { journeys, channels, owners, teams, touchpoints, surveys, questions })
}

/// Adds 800 responses of so many people who may answer more than once.
pub fn answers(world: &mut World, names: &Names, dice: &mut Dice, people: u32) {
    for number in 0..800 {
        let which = dice.roll(3);
        let any = |dice: &mut Dice| (dice.roll(4) > 0).then(|| dice.pick(&names.touchpoints));
        let mut answers = Vec::new();
        for _ in 0..[0, 1, 1, 3][dice.roll(4)] {
            let question = names.questions[which * 3 + dice.roll(3)];
            let scale = world.model.questions[&question].scale;
            let value = scale.min + dice.roll(scale.steps()) as i32;
            answers.push((any(dice), question, value));
        }
        let region = ["North", "East", "West", ""][dice.roll(4)];
        world.raws.push(Raw {
            survey: names.surveys[which],
            day: (dice.roll(8) > 0).then(|| 20_000 + dice.roll(200) as i32),
            channel: (dice.roll(3) > 0).then(|| dice.pick(&names.channels)),
            respondent: if dice.roll(2) == 0 { dice.roll(people as usize) as u32 } else { number },
            region: (!region.is_empty()).then(|| region.to_owned()),
            weight: if number % 3 == 0 { 0.5 } else { 1.25 },
            answers,
        });
    }
}

/// Filters of every kind.
pub fn filters(names: &Names) -> Vec<Filter> {
    let any = Filter::default();
    let region: BTreeSet<String> = ["North".to_owned(), "West".to_owned()].into();
    let period = |from, to| Period { from, to };
    let mut all = vec![
        any.clone(),
        Filter { period: period(Some(20_050), Some(20_120)), ..any.clone() },
        Filter { period: period(None, Some(20_099)), ..any.clone() },
        Filter { surveys: [names.surveys[1]].into(), ..any.clone() },
        Filter { waves: ["2016".to_owned(), String::new()].into(), ..any.clone() },
        Filter { channels: [names.channels[0]].into(), ..any.clone() },
        Filter { channels: [names.channels[1], names.channels[2]].into(), ..any.clone() },
        Filter { owners: [names.owners[0], names.owners[2]].into(), ..any.clone() },
        Filter { teams: [names.teams[1]].into(), ..any.clone() },
        Filter { touchpoints: names.touchpoints[1..4].iter().copied().collect(), ..any.clone() },
        Filter { journey: Some(names.journeys[0]), ..any.clone() },
        Filter { journey: Some(names.journeys[1]), ..any.clone() },
        Filter { segments: [("Region".to_owned(), region.clone())].into(), ..any.clone() },
        Filter { segments: [("Nowhere".to_owned(), region.clone())].into(), ..any.clone() },
    ];
    all.push(Filter {
        period: period(Some(20_020), None),
        channels: [names.channels[0], names.channels[2]].into(),
        journey: Some(names.journeys[0]),
        segments: [("Region".to_owned(), region)].into(),
        ..any
    });
    all
}

fn only_channel(model: &Model, touchpoint: Option<TouchpointId>) -> Option<ChannelId> {
    let channels = &model.touchpoints[&touchpoint?].channels;
    (channels.len() == 1).then(|| channels[0])
}

fn response_passes(model: &Model, filter: &Filter, raw: &Raw) -> bool {
    filter.period.holds(raw.day)
        && (filter.surveys.is_empty() || filter.surveys.contains(&raw.survey))
        && (filter.waves.is_empty() || filter.waves.contains(&model.surveys[&raw.survey].wave))
        && filter.segments.iter().all(|(name, wanted)| {
            name == "Region" && raw.region.as_ref().is_some_and(|r| wanted.contains(r))
        })
}

fn answer_passes(model: &Model, filter: &Filter, raw: &Raw, about: Option<TouchpointId>) -> bool {
    let owner = about.and_then(|t| model.touchpoints[&t].owner);
    let team = owner.and_then(|o| model.owners[&o].team);
    let channel = raw.channel.or(only_channel(model, about));
    let on_journey = |journey: JourneyId| match about {
        Some(t) => model.placements.values().any(|p| p.touchpoint == t && p.journey == journey),
        None => is_about(model, raw.survey, journey),
    };
    let among = |empty: bool, found: bool| empty || found;
    among(filter.channels.is_empty(), channel.is_some_and(|c| filter.channels.contains(&c)))
        && among(filter.owners.is_empty(), owner.is_some_and(|o| filter.owners.contains(&o)))
        && among(filter.teams.is_empty(), team.is_some_and(|t| filter.teams.contains(&t)))
        && among(
            filter.touchpoints.is_empty(),
            about.is_some_and(|t| filter.touchpoints.contains(&t)),
        )
        && filter.journey.is_none_or(on_journey)
}

fn is_about(model: &Model, survey: SurveyId, journey: JourneyId) -> bool {
    let journeys = &model.surveys[&survey].journeys;
    journeys.is_empty() || journeys.contains(&journey)
}

/// A response without answers counts if it passes and nothing was asked about touchpoints.
fn empty_passes(model: &Model, filter: &Filter, raw: &Raw) -> bool {
    filter.owners.is_empty()
        && filter.teams.is_empty()
        && filter.touchpoints.is_empty()
        && (filter.channels.is_empty() || raw.channel.is_some_and(|c| filter.channels.contains(&c)))
        && filter.journey.is_none_or(|journey| is_about(model, raw.survey, journey))
}

fn key(model: &Model, by: &By, raw: &Raw, about: Option<TouchpointId>) -> Key {
    let owner = about.and_then(|t| model.touchpoints[&t].owner);
    match by {
        By::Whole => Key::Whole,
        By::Touchpoint => Key::Touchpoint(about),
        By::Stage(journey) => Key::Stage(about.and_then(|t| {
            let cards = model.placements.values().filter(|p| p.journey == *journey);
            let stages = cards.filter(|p| p.touchpoint == t).filter_map(|p| model.stage_at(p.spot));
            stages.min_by_key(|s| model.stages[s].position)
        })),
        By::Spot(journey) => Key::Spot(about.and_then(|t| {
            let cards = model.placements.values().filter(|p| p.journey == *journey);
            let spots = cards.filter(|p| p.touchpoint == t).map(|p| p.spot);
            spots.min_by_key(|spot| {
                let step = match spot {
                    Spot::Step(step) => Some(model.steps[step].position),
                    Spot::Stage(_) => None,
                };
                (model.stages[&model.stage_at(*spot).unwrap()].position, step)
            })
        })),
        By::Channel => Key::Channel(raw.channel.or(only_channel(model, about))),
        By::Owner => Key::Owner(owner),
        By::Team => Key::Team(owner.and_then(|o| model.owners[&o].team)),
        By::Department => Key::Department(owner.and_then(|o| model.owners[&o].team).map(|t| {
            match &*model.teams[&t].department {
                "" => model.teams[&t].name.clone(),
                department => department.to_owned(),
            }
        })),
        By::Wave => Key::Wave(model.surveys[&raw.survey].wave.clone()),
        By::Month => Key::Month(raw.day.and_then(Month::of_day)),
        By::Segment(_) => Key::Segment(raw.region.clone()),
    }
}

/// (respondent, value, weight) of every answer that passes, by key and line.
type Slow = BTreeMap<(Key, usize), Vec<(u32, i32, f64)>>;

fn slowly(world: &World, filter: &Filter, by: &By, lines: &[Line]) -> Slow {
    let mut found = Slow::new();
    for raw in world.raws.iter().filter(|raw| response_passes(&world.model, filter, raw)) {
        for &(about, question, value) in &raw.answers {
            let Some(line) = lines.iter().position(|l| l.contains(&question)) else {
                continue;
            };
            if answer_passes(&world.model, filter, raw, about) {
                let key = key(&world.model, by, raw, about);
                let answer = (raw.respondent, value, f64::from(raw.weight));
                found.entry((key, line)).or_default().push(answer);
            }
        }
    }
    found
}

fn check_split(world: &World, table: &ScoreTable, filter: &Filter, by: &By, lines: &[Line]) {
    let found = Selection::new(table, &world.model, filter).split(by, lines, unit);
    let slow = slowly(world, filter, by, lines);
    let keys: Vec<_> = found.rows.iter().map(|r| (r.key.clone(), r.line)).collect();
    assert_eq!(keys, slow.keys().cloned().collect::<Vec<_>>(), "{by:?} {filter:?}");
    for row in &found.rows {
        check_row(world, row, &slow[&(row.key.clone(), row.line)], lines);
    }
    for row in &found.totals {
        let of_line = slow.iter().filter(|((_, line), _)| *line == row.line);
        let all: Vec<_> = of_line.flat_map(|(_, answers)| answers.iter().copied()).collect();
        check_row(world, row, &all, lines);
    }
}

fn check_row(
    world: &World,
    row: &klantreis::scores::Row,
    answers: &[(u32, i32, f64)],
    lines: &[Line],
) {
    let question = &world.model.questions[&lines[row.line][0]];
    let values: Vec<i32> = answers.iter().map(|a| a.1).collect();
    assert_eq!(row.histogram, Histogram::of(question.scale, &values));
    let mut people: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for &(person, value, _) in answers {
        let sums = people.entry(person).or_default();
        sums.0 += 1.0;
        sums.1 += f64::from(unit(question, value));
    }
    let (m, y) = people.values().fold((0.0, 0.0), |a, p| (a.0 + p.0, a.1 + p.1));
    let (k, r) = (people.len() as f64, y / m);
    assert_eq!(row.cluster.respondents, people.len() as u64);
    assert!((row.cluster.ratio().unwrap() - r).abs() < 1e-12);
    let squares: f64 = people.values().map(|(m, y)| (y - r * m).powi(2)).sum();
    match row.cluster.variance() {
        None => assert!(people.len() < 2),
        Some(found) => {
            let wanted = k / (k - 1.0) * squares / (m * m);
            assert!((found - wanted).abs() < 1e-10, "{found}, not {wanted}");
        }
    }
    let weighted = row.weighted.as_ref().unwrap();
    let sum: f64 = answers.iter().map(|a| a.2).sum();
    let squares: f64 = answers.iter().map(|a| a.2 * a.2).sum();
    assert!((weighted.counts.iter().sum::<f64>() - sum).abs() < 1e-9);
    assert!((weighted.squares - squares).abs() < 1e-9);
}

#[test]
fn counts_equal_the_slow_way() {
    let (mut world, names) = world();
    // Few people with many responses each, and nearly everybody once.
    for (seed, people) in [(1, 40), (2, 100_000)] {
        world.raws.clear();
        answers(&mut world, &names, &mut Dice(seed), people);
        let table = world.table();
        let single: Vec<Line> = names.questions.iter().map(|q| vec![*q]).collect();
        for filter in filters(&names) {
            let tally = aggregate(&table, &world.model, &filter);
            let slow = slowly(&world, &filter, &By::Touchpoint, &single);
            assert_eq!(tally.groups.len(), slow.len(), "{filter:?}");
            for group in &tally.groups {
                let line = single.iter().position(|l| l[0] == group.group.question).unwrap();
                let answers = &slow[&(Key::Touchpoint(group.group.touchpoint), line)];
                let values: Vec<i32> = answers.iter().map(|a| a.1).collect();
                let scale = world.model.questions[&group.group.question].scale;
                assert_eq!(group.histogram, Histogram::of(scale, &values));
                let people: BTreeSet<u32> = answers.iter().map(|a| a.0).collect();
                assert_eq!(group.respondents, people.len() as u64);
                assert_eq!(tally.get(group.group), Some(group));
            }
            assert_eq!(tally.responses, slow_responses(&world, &filter).count() as u64);
        }
    }
}

fn slow_responses<'a>(world: &'a World, filter: &'a Filter) -> impl Iterator<Item = &'a Raw> {
    let model = &world.model;
    world.raws.iter().filter(move |raw| {
        response_passes(model, filter, raw)
            && match raw.answers.is_empty() {
                true => empty_passes(model, filter, raw),
                false => raw.answers.iter().any(|a| answer_passes(model, filter, raw, a.0)),
            }
    })
}

#[test]
fn splits_equal_the_slow_way() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(3), 60);
    let table = world.table();
    let pooled: Vec<Line> =
        (0..3).map(|i| names.questions.iter().skip(i).step_by(3).copied().collect()).collect();
    let some: Vec<Line> = vec![vec![names.questions[4]], vec![names.questions[1]]];
    let splits = [
        By::Whole,
        By::Touchpoint,
        By::Stage(names.journeys[0]),
        By::Spot(names.journeys[0]),
        By::Channel,
        By::Owner,
        By::Team,
        By::Department,
        By::Wave,
        By::Month,
        By::Segment("Region".to_owned()),
    ];
    for filter in filters(&names) {
        for by in &splits {
            for lines in [&pooled, &some] {
                check_split(&world, &table, &filter, by, lines);
            }
        }
    }
}

#[test]
fn touchpoints_and_stages_in_one_pass_equal_two_passes() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(4), 60);
    let table = world.table();
    let lines: Vec<Line> = names.questions.chunks(3).map(|c| vec![c[1]]).collect();
    for filter in filters(&names) {
        let selection = Selection::new(&table, &world.model, &filter);
        let journey = names.journeys[0];
        let (touchpoints, mut stages) = selection.by_touchpoint_and_stage(journey, &lines, unit);
        let mut alone = selection.split(&By::Stage(journey), &lines, unit);
        for row in alone.rows.iter_mut().chain(&mut alone.totals) {
            row.weighted = None;
        }
        stages.rows.sort_by(|a, b| (&a.key, a.line).cmp(&(&b.key, b.line)));
        assert_eq!(stages, alone);
        let mut found: Vec<_> = touchpoints
            .into_iter()
            .map(|t| ((Key::Touchpoint(t.touchpoint), t.line), t.histogram, t.respondents))
            .collect();
        found.sort_by(|a, b| a.0.cmp(&b.0));
        let wanted: Vec<_> = selection
            .split(&By::Touchpoint, &lines, unit)
            .rows
            .into_iter()
            .map(|r| ((r.key, r.line), r.histogram, r.cluster.respondents))
            .collect();
        assert_eq!(found, wanted);
    }
}

#[test]
fn weeks_equal_the_slow_way() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(5), 60);
    let table = world.table();
    for filter in filters(&names) {
        let found = responses_per_week(&table, &world.model, &filter);
        let open = Filter { period: Period::default(), ..filter.clone() };
        let mut wanted = BTreeMap::<i32, u64>::new();
        for day in slow_responses(&world, &open).filter_map(|raw| raw.day) {
            // The Monday before, found day by day: day 4 was Monday 1970-01-05.
            let week = (0..7).map(|back| day - back).find(|d| (d - 4) % 7 == 0).unwrap();
            assert_eq!(week, monday(day));
            *wanted.entry(week).or_default() += 1;
        }
        let some: Vec<_> = found.iter().copied().filter(|(_, n)| *n > 0).collect();
        assert_eq!(some, wanted.into_iter().collect::<Vec<_>>(), "{filter:?}");
        assert!(found.windows(2).all(|w| w[1].0 - w[0].0 == 7));
    }
}

#[test]
fn deleted_questions_are_not_counted() {
    let (mut world, names) = world();
    answers(&mut world, &names, &mut Dice(6), 60);
    let table = world.table();
    let before = aggregate(&table, &world.model, &Filter::default());
    world.model.questions.remove(&names.questions[0]);
    let after = aggregate(&table, &world.model, &Filter::default());
    let gone = |g: &&klantreis::scores::GroupCount| g.group.question == names.questions[0];
    let lost: u64 = before.groups.iter().filter(gone).map(|g| g.histogram.n()).sum();
    assert!(lost > 0 && after.groups.iter().all(|g| !gone(&g)));
    assert_eq!(after.answers, before.answers - lost);
}
