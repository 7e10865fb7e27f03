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
    (0..32_usize, 0..8_u8, any::<usize>(), text, any::<i64>(), -1e9..1e9_f64, any::<bool>())
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
        (Some(old), 0) => Edit { before: Some(old.clone()), after: None }.into(),
        (Some(old), 1 | 2) => {
            Edit { before: Some(old.clone()), after: Some(altered(old.clone())) }.into()
        }
        _ => Edit { before: table.get(&fresh.id()).cloned(), after: Some(fresh) }.into(),
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
            let keys = [SettingKey::Title, SettingKey::Client, SettingKey::HistoryLimit];
            let key = keys[d.pick % 3];
            let change = |s: Setting| Setting { value: text(), ..s };
            edit(&m.settings, d, Setting { key, value: text() }, change)
        }
        1 => {
            let new = Team { id: TeamId::fresh(), name: text(), department: text() };
            edit(&m.teams, d, new, |t| Team { name: text(), ..t })
        }
        2 => {
            let team = maybe(&m.teams, d);
            let (id, hue) = (OwnerId::fresh(), hue(d));
            let new = Owner { id, name: text(), role: text(), email: text(), team, hue };
            edit(&m.owners, d, new, |o| Owner { team, hue, ..o })
        }
        3 => {
            let [goals, frustrations, quote] = [text(), text(), text()];
            let id = PersonaId::fresh();
            let hue = hue(d);
            let segments: SegmentValues = [(text(), [text()].into())].into();
            let (name, role) = (text(), text());
            let new = Persona { id, name, role, goals, frustrations, quote, hue, segments };
            edit(&m.personas, d, new, |p| Persona { quote: text(), ..p })
        }
        4 => {
            let kind = ChannelKind::ALL[d.pick % 11];
            let new = Channel { id: ChannelId::fresh(), kind, name: name.clone() };
            edit(&m.channels, d, new, |c| Channel { kind, name: name.clone(), ..c })
        }
        5 => {
            let state = if d.yes { JourneyState::Future } else { JourneyState::Current };
            let persona = maybe(&m.personas, d);
            let new = Journey {
                state,
                persona,
                segment: text(),
                locked: d.yes,
                position: d.number,
                ..Journey::named(JourneyId::fresh(), text())
            };
            edit(&m.journeys, d, new, |j| Journey { persona, state, segment: text(), ..j })
        }
        _ => {
            return change_on_a_map(model, d)
                .or_else(|| change_of_a_survey(model, d))
                .or_else(|| change_of_a_workshop(model, d))
                .or_else(|| change_of_reading(model, d));
        }
    })
}

fn change_on_a_map(m: &Model, d: &Draw) -> Option<Change> {
    let (text, position) = (|| d.text.clone(), d.number);
    let name = d.yes.then(text);
    Some(match d.noun {
        6 => {
            let journey = any_of(&m.journeys, d.pick)?.id;
            let kind = StageKind::SIX[d.pick % 6];
            let view = [StageView::Together, StageView::Steps, StageView::Folded][d.pick % 3];
            let fresh = Stage::new(StageId::fresh(), journey, kind, name);
            let new = Stage { view, locked: d.yes, width: 50 + position.rem_euclid(351), ..fresh };
            edit(&m.stages, d, new, |s| Stage { journey, kind, view, position, ..s })
        }
        7 => {
            let stage = any_of(&m.stages, d.pick)?.id;
            let new = Step { id: StepId::fresh(), stage, name: text(), position };
            edit(&m.steps, d, new, |s| Step { stage, name: text(), ..s })
        }
        8 => {
            let journey = any_of(&m.journeys, d.pick)?.id;
            let kind = LaneKind::ALL[d.pick % 20];
            let id = LaneId::fresh();
            let new = Lane {
                visible: d.yes,
                view: d.yes.then_some(MapView::Blueprint),
                height: position.rem_euclid(2001),
                folded: d.yes,
                persona: maybe(&m.personas, d),
                metric: d.yes.then_some(Metric::ALL[d.pick % 5]),
                locked: d.yes,
                position,
                ..Lane::new(id, journey, kind, name)
            };
            edit(&m.lanes, d, new, |l| Lane { visible: d.yes, view: None, metric: None, ..l })
        }
        9 => {
            let channels: Vec<_> = m.channels.keys().copied().take(d.pick % 4).collect();
            let new = Touchpoint {
                id: TouchpointId::fresh(),
                title: text(),
                description: text(),
                icon: name,
                channels: channels.clone(),
                owner: maybe(&m.owners, d),
                moment_of_truth: d.yes,
                marks: marks(d),
                sub_journey: maybe(&m.journeys, d),
            };
            let reversed: Vec<_> = channels.into_iter().rev().collect();
            edit(&m.touchpoints, d, new, |t| Touchpoint { channels: reversed.clone(), ..t })
        }
        10 => {
            let (touchpoint, lane) =
                (any_of(&m.touchpoints, d.pick)?.id, any_of(&m.lanes, d.pick)?);
            let (id, spot, span) = (PlacementId::fresh(), spot(m, d)?, 1 + position.rem_euclid(9));
            let (journey, lane) = (lane.journey, lane.id);
            let fresh = Placement::new(id, touchpoint, journey, spot, lane);
            let new = Placement { span, locked: d.yes, position, ..fresh };
            edit(&m.placements, d, new, |p| Placement { spot, span, ..p })
        }
        11 => {
            let placement = any_of(&m.placements, d.pick)?.id;
            let persona = any_of(&m.personas, d.pick)?.id;
            let new = Emotion { placement, persona, value: d.real };
            edit(&m.emotions, d, new, |e| Emotion { value: d.real, ..e })
        }
        12 => {
            let (lane, spot) = (any_of(&m.lanes, d.pick)?, spot(m, d)?);
            let tone = [Tone::Neutral, Tone::Pain, Tone::Gain][d.pick % 3];
            let (journey, lane, icon) = (lane.journey, lane.id, name);
            let id = NoteId::fresh();
            let (span, sub_journey) = (1 + position.rem_euclid(9), maybe(&m.journeys, d));
            let (marks, locked) = (marks(d), d.yes);
            let fresh = Note::new(id, journey, spot, lane, text());
            let more = Note { tone, icon, span, marks, sub_journey, locked, position, ..fresh };
            edit(&m.notes, d, more, |n| Note { tone, spot, text: text(), ..n })
        }
        _ => return None,
    })
}

fn change_of_a_survey(m: &Model, d: &Draw) -> Option<Change> {
    let text = || d.text.clone();
    let metric = Metric::ALL[d.pick % 5];
    Some(match d.noun {
        13 => {
            let audience = if d.yes { Audience::Employee } else { Audience::Customer };
            let journeys: Vec<_> = m.journeys.keys().copied().take(d.pick % 3).collect();
            let id = SurveyId::fresh();
            let new = Survey { id, name: text(), wave: text(), audience, journeys: Vec::new() };
            edit(&m.surveys, d, new, |s| Survey { journeys: journeys.clone(), audience, ..s })
        }
        14 => {
            let survey = any_of(&m.surveys, d.pick)?;
            let min = i32::try_from(d.number.rem_euclid(100)).unwrap() - 50;
            let better = if d.yes { Better::High } else { Better::Low };
            let new = Question {
                scale: Scale { min, max: min + 10, better },
                boxed: vec![min, min + 1],
                breaks: d.yes.then_some([min + 1, min + 2]),
                labels: [(text(), min)].into(),
                metric,
                ..question(survey, &text())
            };
            edit(&m.questions, d, new, |q| Question { metric, wording: text(), ..q })
        }
        15 => {
            let survey = any_of(&m.surveys, d.pick)?;
            let (file_bytes, continues) = (d.number, d.yes.then(BatchId::fresh));
            let hand_kind = d.yes.then_some(HandKind::ALL[d.pick % 4]);
            let new = Batch { profile: text(), file_bytes, continues, hand_kind, ..batch(survey) };
            edit(&m.batches, d, new, |b| Batch { answers: d.number, origin: Origin::Pasted, ..b })
        }
        16 => {
            let touchpoint = maybe(&m.touchpoints, d);
            let new = Target { id: TargetId::fresh(), metric, touchpoint, value: d.real };
            edit(&m.targets, d, new, |t| Target { value: d.real, ..t })
        }
        17 => {
            let touchpoint = maybe(&m.touchpoints, d);
            let new = Event { id: EventId::fresh(), day: text(), name: text(), touchpoint };
            edit(&m.events, d, new, |e| Event { touchpoint, ..e })
        }
        _ => return None,
    })
}

fn hue(d: &Draw) -> Option<Hue> {
    d.yes.then_some(Hue::ALL[d.pick % 8])
}

fn marks(d: &Draw) -> Marks {
    let evidence = d.yes.then_some(Evidence::Anecdote);
    let links = vec![WebLink { title: d.text.clone(), url: d.text.clone() }];
    Marks { hue: hue(d), tags: vec![d.text.clone()], links, evidence, stands_out: d.yes }
}

fn item(m: &Model, d: &Draw) -> Option<Item> {
    match any_of(&m.notes, d.pick).filter(|_| d.yes) {
        Some(note) => Some(Item::Note(note.id)),
        None => any_of(&m.touchpoints, d.pick).map(|t| Item::Touchpoint(t.id)),
    }
}

fn card(m: &Model, d: &Draw) -> Option<CardRef> {
    match any_of(&m.notes, d.pick).filter(|_| d.yes) {
        Some(note) => Some(CardRef::Note(note.id)),
        None => any_of(&m.placements, d.pick).map(|p| CardRef::Card(p.id)),
    }
}

fn change_of_a_workshop(m: &Model, d: &Draw) -> Option<Change> {
    let text = || d.text.clone();
    let small = 1 + d.number.rem_euclid(99);
    let journey = any_of(&m.journeys, d.pick).map(|j| j.id);
    Some(match d.noun {
        18 => {
            let influence = [Influence::Low, Influence::Medium, Influence::High][d.pick % 3];
            let (id, name, role) = (StakeholderId::fresh(), text(), text());
            let (organisation, stake) = (text(), text());
            let new = Stakeholder { id, name, role, organisation, stake, influence };
            edit(&m.stakeholders, d, new, |s| Stakeholder { influence, stake: text(), ..s })
        }
        19 => {
            let (id, journey, from) = (ArrowId::fresh(), journey?, card(m, d)?);
            let kind = [ArrowKind::Next, ArrowKind::Branch, ArrowKind::LoopBack][d.pick % 3];
            let new = Arrow { id, journey, from, to: from, kind, label: text() };
            edit(&m.arrows, d, new, |a| Arrow { to: from, kind, ..a })
        }
        20 => {
            let (id, item, author) = (RemarkId::fresh(), item(m, d)?, text());
            let new = Remark { id, item, author, text: text(), at: text(), resolved: d.yes };
            edit(&m.remarks, d, new, |r| Remark { item, resolved: d.yes, ..r })
        }
        // Pictures and versions (21, 22) need their bytes: see `blobs`.
        23 => {
            let (id, journey) = (BallotId::fresh(), journey?);
            let (dots, heads, closed) = (small, small, d.yes);
            let new = Ballot { id, journey, name: text(), dots, heads, closed };
            edit(&m.ballots, d, new, |b| Ballot { closed: d.yes, ..b })
        }
        24 => {
            let (id, ballot) = (VoteId::fresh(), any_of(&m.ballots, d.pick)?.id);
            let new = Vote { id, ballot, item: item(m, d)?, dots: small };
            edit(&m.votes, d, new, |v| Vote { dots: small, ..v })
        }
        25 => {
            let better = if d.yes { Better::High } else { Better::Low };
            let scale = Scale { min: 1, max: 7, better };
            let (id, journey, metric) = (RoundId::fresh(), journey?, Metric::ALL[d.pick % 5]);
            let new = Round { id, journey, name: text(), metric, scale, revealed: d.yes };
            edit(&m.rounds, d, new, |r| Round { revealed: d.yes, ..r })
        }
        26 => {
            let (round, id) = (any_of(&m.rounds, d.pick)?.id, GuessId::fresh());
            let touchpoint = any_of(&m.touchpoints, d.pick)?.id;
            let new = Guess { id, round, touchpoint, value: d.number };
            edit(&m.guesses, d, new, |g| Guess { value: d.number, ..g })
        }
        27 => {
            let (id, position) = (AgendaItemId::fresh(), d.number);
            let new = AgendaItem { id, name: text(), minutes: small, position };
            edit(&m.agenda, d, new, |a| AgendaItem { minutes: small, ..a })
        }
        28 => {
            let (id, touchpoint) = (SynonymId::fresh(), any_of(&m.touchpoints, d.pick)?.id);
            let new = Synonym { id, label: text(), touchpoint };
            edit(&m.synonyms, d, new, |s| Synonym { touchpoint, ..s })
        }
        _ => return None,
    })
}

/// What helps to read answers: themes, saved views, baselines.
fn change_of_reading(m: &Model, d: &Draw) -> Option<Change> {
    let text = || d.text.clone();
    Some(match d.noun {
        29 => {
            let (id, lang) = (ThemeId::fresh(), ThemeLang::ALL[d.pick % 3]);
            let touchpoint = maybe(&m.touchpoints, d);
            let (include, exclude) = (vec![text(), text()], Vec::new());
            let (name, position) = (text(), d.number);
            let new = Theme { id, name, lang, touchpoint, include, exclude, position };
            edit(&m.themes, d, new, |t| Theme { exclude: vec![text()], touchpoint, ..t })
        }
        30 => {
            let what = serde_json::to_string(&d.text).unwrap();
            let (id, position) = (SavedViewId::fresh(), d.number);
            let new = SavedView { id, name: text(), what: what.clone(), position };
            edit(&m.views, d, new, |v| SavedView { what: what.clone(), ..v })
        }
        31 => {
            let audience = if d.yes { Audience::Employee } else { Audience::Customer };
            let (id, metric) = (BaselineId::fresh(), Metric::ALL[d.pick % 5]);
            let touchpoint = maybe(&m.touchpoints, d);
            let new = Baseline { id, metric, audience, touchpoint, from: text(), to: text() };
            edit(&m.baselines, d, new, |b| Baseline { metric, to: text(), ..b })
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
