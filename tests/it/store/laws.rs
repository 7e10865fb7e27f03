//! Laws: whatever list of changes is written, the file opened again holds the same model.
//!
//! Every noun is made, altered and deleted at random, also where that must be refused.

use super::*;
use proptest::prelude::*;

/// One random change: which noun, what is done to it, and the values that go into it.
#[derive(Clone, Debug)]
struct Draw {
    noun: usize,
    /// 0 deletes, 1 and 2 alter, the rest adds.
    deed: u8,
    pick: usize,
    text: String,
    number: i64,
    real: f64,
    yes: bool,
}

fn draw() -> impl Strategy<Value = Draw> {
    let text = prop_oneof![".{0,12}", Just("a\0b'\"é😀\n".to_owned())];
    (
        0..18_usize,
        0..8_u8,
        any::<usize>(),
        text,
        any::<i64>(),
        -1e9..1e9_f64,
        any::<bool>(),
    )
        .prop_map(|(noun, deed, pick, text, number, real, yes)| Draw {
            noun,
            deed,
            pick,
            text,
            number,
            real,
            yes,
        })
}

fn any_of<R: Record>(table: &Table<R>, pick: usize) -> Option<&R> {
    table.values().nth(pick.checked_rem(table.len())?)
}

/// The identity of any record, when there is one and chance wants it.
fn maybe<R: Record>(table: &Table<R>, d: &Draw) -> Option<R::Id> {
    any_of(table, d.pick).filter(|_| d.yes).map(Record::id)
}

fn edit<R: Record>(table: &Table<R>, d: &Draw, fresh: R, altered: impl Fn(R) -> R) -> Change
where
    Change: From<Edit<R>>,
{
    match (any_of(table, d.pick), d.deed) {
        (Some(old), 0) => Edit {
            before: Some(old.clone()),
            after: None,
        }
        .into(),
        (Some(old), 1 | 2) => Edit {
            before: Some(old.clone()),
            after: Some(altered(old.clone())),
        }
        .into(),
        _ => Edit {
            before: table.get(&fresh.id()).cloned(),
            after: Some(fresh),
        }
        .into(),
    }
}

fn spot(model: &Model, d: &Draw) -> Option<Spot> {
    match any_of(&model.steps, d.pick).filter(|_| d.yes) {
        Some(step) => Some(Spot::Step(step.id)),
        None => any_of(&model.stages, d.pick).map(|s| Spot::Stage(s.id)),
    }
}

/// The change of a draw; none while what it must refer to is not there.
fn change(model: &Model, d: &Draw) -> Option<Change> {
    let text = || d.text.clone();
    let name = d.yes.then(text);
    let m = model;
    Some(match d.noun {
        0 => {
            let key = if d.yes {
                SettingKey::Title
            } else {
                SettingKey::Client
            };
            let change = |s: Setting| Setting { value: text(), ..s };
            edit(&m.settings, d, Setting { key, value: text() }, change)
        }
        1 => {
            let new = Team {
                id: TeamId::fresh(),
                name: text(),
                department: text(),
            };
            edit(&m.teams, d, new, |t| Team { name: text(), ..t })
        }
        2 => {
            let team = maybe(&m.teams, d);
            let new = Owner {
                id: OwnerId::fresh(),
                name: text(),
                role: text(),
                email: text(),
                team,
            };
            edit(&m.owners, d, new, |o| Owner { team, ..o })
        }
        3 => {
            let [goals, frustrations, quote] = [text(), text(), text()];
            let id = PersonaId::fresh();
            let new = Persona {
                id,
                name: text(),
                role: text(),
                goals,
                frustrations,
                quote,
            };
            edit(&m.personas, d, new, |p| Persona { quote: text(), ..p })
        }
        4 => {
            let kind = ChannelKind::ALL[d.pick % 11];
            let new = Channel {
                id: ChannelId::fresh(),
                kind,
                name: name.clone(),
            };
            edit(&m.channels, d, new, |c| Channel {
                kind,
                name: name.clone(),
                ..c
            })
        }
        5 => {
            let state = if d.yes {
                JourneyState::Future
            } else {
                JourneyState::Current
            };
            let persona = maybe(&m.personas, d);
            let new = Journey {
                id: JourneyId::fresh(),
                name: text(),
                state,
                persona,
                position: d.number,
            };
            edit(&m.journeys, d, new, |j| Journey {
                persona,
                state,
                ..j
            })
        }
        _ => return change_on_a_map(model, d).or_else(|| change_of_a_survey(model, d)),
    })
}

fn change_on_a_map(m: &Model, d: &Draw) -> Option<Change> {
    let (text, position) = (|| d.text.clone(), d.number);
    let name = d.yes.then(text);
    Some(match d.noun {
        6 => {
            let journey = any_of(&m.journeys, d.pick)?.id;
            let kind = StageKind::SIX[d.pick % 6];
            let new = Stage {
                id: StageId::fresh(),
                journey,
                kind,
                name: name.clone(),
                position,
            };
            edit(&m.stages, d, new, |s| Stage {
                journey,
                kind,
                position,
                ..s
            })
        }
        7 => {
            let stage = any_of(&m.stages, d.pick)?.id;
            let new = Step {
                id: StepId::fresh(),
                stage,
                name: text(),
                position,
            };
            edit(&m.steps, d, new, |s| Step {
                stage,
                name: text(),
                ..s
            })
        }
        8 => {
            let journey = any_of(&m.journeys, d.pick)?.id;
            let kind = LaneKind::DEFAULT[d.pick % 7];
            let id = LaneId::fresh();
            let new = Lane {
                id,
                journey,
                kind,
                name: name.clone(),
                visible: d.yes,
                position,
            };
            edit(&m.lanes, d, new, |l| Lane {
                visible: d.yes,
                ..l
            })
        }
        9 => {
            let channels: Vec<_> = m.channels.keys().copied().take(d.pick % 4).collect();
            let new = Touchpoint {
                id: TouchpointId::fresh(),
                title: text(),
                description: text(),
                icon: name.clone(),
                channels: channels.clone(),
                owner: maybe(&m.owners, d),
                moment_of_truth: d.yes,
            };
            let reversed: Vec<_> = channels.into_iter().rev().collect();
            edit(&m.touchpoints, d, new, |t| Touchpoint {
                channels: reversed.clone(),
                ..t
            })
        }
        10 => {
            let (touchpoint, lane) = (
                any_of(&m.touchpoints, d.pick)?.id,
                any_of(&m.lanes, d.pick)?,
            );
            let (id, spot, span) = (
                PlacementId::fresh(),
                spot(m, d)?,
                1 + position.rem_euclid(9),
            );
            let (journey, lane) = (lane.journey, lane.id);
            let new = Placement {
                id,
                touchpoint,
                journey,
                spot,
                lane,
                span,
                position,
            };
            edit(&m.placements, d, new, |p| Placement { spot, span, ..p })
        }
        11 => {
            let placement = any_of(&m.placements, d.pick)?.id;
            let persona = any_of(&m.personas, d.pick)?.id;
            let new = Emotion {
                placement,
                persona,
                value: d.real,
            };
            edit(&m.emotions, d, new, |e| Emotion { value: d.real, ..e })
        }
        12 => {
            let (lane, spot) = (any_of(&m.lanes, d.pick)?, spot(m, d)?);
            let tone = [Tone::Neutral, Tone::Pain, Tone::Gain][d.pick % 3];
            let (journey, lane, icon) = (lane.journey, lane.id, name.clone());
            let id = NoteId::fresh();
            let new = Note {
                id,
                journey,
                spot,
                lane,
                tone,
                text: text(),
                icon,
                position,
            };
            edit(&m.notes, d, new, |n| Note {
                tone,
                spot,
                text: text(),
                ..n
            })
        }
        _ => return None,
    })
}

fn change_of_a_survey(m: &Model, d: &Draw) -> Option<Change> {
    let text = || d.text.clone();
    let metric = Metric::ALL[d.pick % 5];
    Some(match d.noun {
        13 => {
            let audience = if d.yes {
                Audience::Employee
            } else {
                Audience::Customer
            };
            let journeys: Vec<_> = m.journeys.keys().copied().take(d.pick % 3).collect();
            let id = SurveyId::fresh();
            let new = Survey {
                id,
                name: text(),
                wave: text(),
                audience,
                journeys: Vec::new(),
            };
            edit(&m.surveys, d, new, |s| Survey {
                journeys: journeys.clone(),
                audience,
                ..s
            })
        }
        14 => {
            let survey = any_of(&m.surveys, d.pick)?;
            let min = i32::try_from(d.number.rem_euclid(100)).unwrap() - 50;
            let better = if d.yes { Better::High } else { Better::Low };
            let new = Question {
                scale: Scale {
                    min,
                    max: min + 10,
                    better,
                },
                boxed: vec![min, min + 1],
                breaks: d.yes.then_some([min + 1, min + 2]),
                labels: [(text(), min)].into(),
                metric,
                ..question(survey, &text())
            };
            edit(&m.questions, d, new, |q| Question {
                metric,
                wording: text(),
                ..q
            })
        }
        15 => {
            let survey = any_of(&m.surveys, d.pick)?;
            let new = Batch {
                profile: text(),
                rows_read: d.number,
                ..batch(survey)
            };
            edit(&m.batches, d, new, |b| Batch {
                answers: d.number,
                ..b
            })
        }
        16 => {
            let touchpoint = maybe(&m.touchpoints, d);
            let new = Target {
                id: TargetId::fresh(),
                metric,
                touchpoint,
                value: d.real,
            };
            edit(&m.targets, d, new, |t| Target { value: d.real, ..t })
        }
        17 => {
            let touchpoint = maybe(&m.touchpoints, d);
            let new = Event {
                id: EventId::fresh(),
                day: text(),
                name: text(),
                touchpoint,
            };
            edit(&m.events, d, new, |e| Event { touchpoint, ..e })
        }
        _ => return None,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_file_opened_again_holds_the_same_model(
        writes in prop::collection::vec(prop::collection::vec(draw(), 1..5), 1..40),
    ) {
        let (_folder, path) = folder();
        let mut store = Store::create(&path).unwrap();
        let (mut model, mut steps) = (Model::default(), Vec::new());
        for (number, draws) in writes.iter().enumerate() {
            let mut after = model.clone();
            let mut changes = Vec::new();
            for change in draws.iter().filter_map(|d| change(&after, d)).collect::<Vec<_>>() {
                after.apply(&change);
                changes.push(change);
            }
            let name = Message::new("step-test").with("number", number);
            match store.write(&changes, HistoryEdit::Push { name: &name }) {
                Ok(()) => {
                    model = after;
                    steps.push((name, changes));
                }
                Err(error) => prop_assert!(matches!(error, StoreError::Refused { .. }), "{error}"),
            }
        }
        drop(store);
        let opened = Store::open(&path).unwrap();
        prop_assert_eq!(&opened.model, &model);
        let kept: Vec<_> = opened.steps.into_iter().map(|s| (s.name, s.changes)).collect();
        prop_assert_eq!(kept, steps);
    }
}
