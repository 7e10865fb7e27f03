//! The two laws of a document, over random sequences of every command, undo, redo and imports:
//! undoing everything restores the start exactly (and redoing the end), and the model in memory
//! equals the file reopened. And a third: a journey file loses nothing.

use klantreis::document::outline::{self, Outline};
use klantreis::document::{Command, Document, DocumentError, ImportOptions};
use klantreis::import::{AnswerColumn, Column, Profile, Role, SurveyPart, Unmatched};
use klantreis::jobs::Reporter;
use klantreis::model::*;
use klantreis::scores::ScoreTable;
use proptest::prelude::*;
use std::path::Path;

/// Number of kinds of commands; `kind_of` numbers them.
const KINDS: usize = 61;

/// One thing a person does, before it is known what there is to do it to.
#[derive(Clone, Debug)]
enum Act {
    Do(Dice),
    Undo,
    Redo,
    Import(Dice),
    Reopen,
}

/// Where a command's choices come from.
#[derive(Clone, Debug)]
struct Dice {
    kind: usize,
    numbers: Vec<u16>,
    text: String,
}

/// Chooses among what a document holds.
struct Chooser<'a> {
    model: &'a Model,
    dice: &'a Dice,
    next: usize,
}

impl Chooser<'_> {
    fn number(&mut self) -> usize {
        self.next += 1;
        usize::from(self.dice.numbers[self.next % self.dice.numbers.len()]) + self.next
    }

    fn below(&mut self, limit: usize) -> usize {
        self.number() % limit.max(1)
    }

    fn flag(&mut self) -> bool {
        self.below(2) == 0
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.flag() { Some(value(self)) } else { None }
    }

    /// An identity that is there, most of the time.
    fn known<R: Record>(&mut self, table: &Table<R>, fresh: fn() -> R::Id) -> R::Id {
        let strange = self.below(16) == 0;
        if table.is_empty() || strange {
            return fresh();
        }
        let index = self.below(table.len());
        *table.keys().nth(index).unwrap()
    }

    /// An identity that is not there, most of the time.
    fn new_id<R: Record>(&mut self, table: &Table<R>, fresh: fn() -> R::Id) -> R::Id {
        if self.below(16) == 0 {
            self.known(table, fresh)
        } else {
            fresh()
        }
    }

    fn text(&mut self) -> String {
        match self.below(12) {
            0 => String::new(),
            1 => "  ".to_owned(),
            2 => "Website".to_owned(),
            3 => "Café — “één” 漢字\nand a line".to_owned(),
            _ => format!("{} {}", self.dice.text, self.number()),
        }
    }

    fn index(&mut self) -> usize {
        self.below(5)
    }

    fn journey(&mut self) -> JourneyId {
        self.known(&self.model.journeys, JourneyId::fresh)
    }

    fn stage(&mut self) -> StageId {
        self.known(&self.model.stages, StageId::fresh)
    }

    fn touchpoint(&mut self) -> TouchpointId {
        self.known(&self.model.touchpoints, TouchpointId::fresh)
    }

    fn placement(&mut self) -> PlacementId {
        self.known(&self.model.placements, PlacementId::fresh)
    }

    fn note(&mut self) -> NoteId {
        self.known(&self.model.notes, NoteId::fresh)
    }

    fn persona(&mut self) -> PersonaId {
        self.known(&self.model.personas, PersonaId::fresh)
    }

    fn lane(&mut self) -> LaneId {
        self.known(&self.model.lanes, LaneId::fresh)
    }

    /// A place on a journey where something of the kind can stand, most of the time.
    fn place(&mut self, journey: JourneyId, fits: fn(LaneKind) -> bool) -> (Spot, LaneId) {
        let lanes = self.model.lanes_of(journey).into_iter();
        let lanes: Vec<LaneId> = lanes.filter(|l| fits(l.kind)).map(|l| l.id).collect();
        let stages: Vec<StageId> = self
            .model
            .stages_of(journey)
            .into_iter()
            .map(|s| s.id)
            .collect();
        if lanes.is_empty() || stages.is_empty() || self.below(16) == 0 {
            return (Spot::Stage(self.stage()), self.lane());
        }
        let stage = self.one(&stages);
        let steps: Vec<StepId> = self
            .model
            .steps_of(stage)
            .into_iter()
            .map(|s| s.id)
            .collect();
        let spot = if steps.is_empty() || self.flag() {
            Spot::Stage(stage)
        } else {
            Spot::Step(self.one(&steps))
        };
        (spot, self.one(&lanes))
    }

    fn place_of_cards(&mut self, journey: JourneyId) -> (Spot, LaneId) {
        self.place(journey, |kind| kind == LaneKind::Touchpoints)
    }

    fn place_of_notes(&mut self, journey: JourneyId) -> (Spot, LaneId) {
        self.place(journey, LaneKind::holds_notes)
    }
}

fn kind_of_stage(choose: &mut Chooser<'_>) -> StageKind {
    if choose.flag() {
        StageKind::Other
    } else {
        choose.one(&StageKind::SIX)
    }
}

const LANES: [LaneKind; 8] = [
    LaneKind::Steps,
    LaneKind::Touchpoints,
    LaneKind::Emotion,
    LaneKind::PainsGains,
    LaneKind::Quotes,
    LaneKind::LineOfVisibility,
    LaneKind::Backstage,
    LaneKind::Notes,
];
const STATES: [JourneyState; 2] = [JourneyState::Current, JourneyState::Future];
const TONES: [Tone; 3] = [Tone::Neutral, Tone::Pain, Tone::Gain];
const AUDIENCES: [Audience; 2] = [Audience::Customer, Audience::Employee];

/// The number of a command. A new command does not compile until it has one here, and
/// `every_kind_of_command_is_tried` fails until `command` can make it.
fn kind_of(command: &Command) -> usize {
    match command {
        Command::Set { .. } => 0,
        Command::AddJourney { .. } => 1,
        Command::RenameJourney { .. } => 2,
        Command::SetJourneyState { .. } => 3,
        Command::MoveJourney { .. } => 4,
        Command::DuplicateJourney { .. } => 5,
        Command::SetJourneyPersona { .. } => 6,
        Command::DeleteJourney { .. } => 7,
        Command::AddStage { .. } => 8,
        Command::RenameStage { .. } => 9,
        Command::MoveStage { .. } => 10,
        Command::DeleteStage { .. } => 11,
        Command::AddStep { .. } => 12,
        Command::RenameStep { .. } => 13,
        Command::MoveStep { .. } => 14,
        Command::DeleteStep { .. } => 15,
        Command::AddLane { .. } => 16,
        Command::RenameLane { .. } => 17,
        Command::MoveLane { .. } => 18,
        Command::ShowLane { .. } => 19,
        Command::DeleteLane { .. } => 20,
        Command::AddTouchpoint { .. } => 21,
        Command::AddUnplacedTouchpoint { .. } => 22,
        Command::RenameTouchpoint { .. } => 23,
        Command::DescribeTouchpoint { .. } => 24,
        Command::SetIcon { .. } => 25,
        Command::SetChannels { .. } => 26,
        Command::GiveTo { .. } => 27,
        Command::MarkMomentOfTruth { .. } => 28,
        Command::DeleteTouchpoint { .. } => 29,
        Command::PlaceTouchpoint { .. } => 30,
        Command::DuplicateTouchpoint { .. } => 31,
        Command::MovePlacement { .. } => 32,
        Command::SetSpan { .. } => 33,
        Command::DeletePlacement { .. } => 34,
        Command::SetEmotion { .. } => 35,
        Command::AddNote { .. } => 36,
        Command::EditNote { .. } => 37,
        Command::SetTone { .. } => 38,
        Command::SetNoteIcon { .. } => 39,
        Command::MoveNote { .. } => 40,
        Command::DeleteNote { .. } => 41,
        Command::PutOwner { .. } => 42,
        Command::DeleteOwner { .. } => 43,
        Command::PutTeam { .. } => 44,
        Command::DeleteTeam { .. } => 45,
        Command::PutPersona { .. } => 46,
        Command::DeletePersona { .. } => 47,
        Command::PutChannel { .. } => 48,
        Command::DeleteChannel { .. } => 49,
        Command::PutSurvey { .. } => 50,
        Command::DeleteSurvey { .. } => 51,
        Command::PutQuestion { .. } => 52,
        Command::DeleteQuestion { .. } => 53,
        Command::TakeBackBatch { .. } => 54,
        Command::SetTarget { .. } => 55,
        Command::AddEvent { .. } => 56,
        Command::DeleteEvent { .. } => 57,
        Command::Several { .. } => 58,
    }
}

/// A command of a kind. The last kinds make what others need: a journey to draw on, a touchpoint.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
fn command(model: &Model, dice: &Dice) -> Command {
    let mut choose = Chooser {
        model,
        dice,
        next: 0,
    };
    let c = &mut choose;
    match dice.kind % KINDS {
        0 => {
            let key = c.one(&[SettingKey::Title, SettingKey::Client, SettingKey::Language]);
            let value = if key == SettingKey::Language {
                c.one(&["en", "nl", "", "de"]).to_owned()
            } else {
                c.text()
            };
            Command::Set { key, value }
        }
        1 | 59 => Command::AddJourney {
            id: c.new_id(&model.journeys, JourneyId::fresh),
            name: c.text(),
            state: c.one(&STATES),
            standard: dice.kind % KINDS == 59 || c.flag(),
        },
        2 => Command::RenameJourney {
            journey: c.journey(),
            name: c.text(),
        },
        3 => Command::SetJourneyState {
            journey: c.journey(),
            state: c.one(&STATES),
        },
        4 => Command::MoveJourney {
            journey: c.journey(),
            index: c.index(),
        },
        5 => Command::DuplicateJourney {
            journey: c.journey(),
            id: c.new_id(&model.journeys, JourneyId::fresh),
            name: c.text(),
            state: c.one(&STATES),
        },
        6 => Command::SetJourneyPersona {
            journey: c.journey(),
            persona: c.maybe(Chooser::persona),
        },
        7 => Command::DeleteJourney {
            journey: c.journey(),
        },
        8 => Command::AddStage {
            id: c.new_id(&model.stages, StageId::fresh),
            journey: c.journey(),
            kind: kind_of_stage(c),
            name: c.maybe(Chooser::text),
            index: c.maybe(Chooser::index),
        },
        9 => Command::RenameStage {
            stage: c.stage(),
            name: c.text(),
        },
        10 => Command::MoveStage {
            stage: c.stage(),
            index: c.index(),
        },
        11 => Command::DeleteStage { stage: c.stage() },
        12 => Command::AddStep {
            id: c.new_id(&model.steps, StepId::fresh),
            stage: c.stage(),
            name: c.text(),
            index: c.maybe(Chooser::index),
        },
        13 => Command::RenameStep {
            step: c.known(&model.steps, StepId::fresh),
            name: c.text(),
        },
        14 => {
            let step = c.known(&model.steps, StepId::fresh);
            Command::MoveStep {
                step,
                stage: c.stage(),
                index: c.index(),
            }
        }
        15 => Command::DeleteStep {
            step: c.known(&model.steps, StepId::fresh),
        },
        16 => Command::AddLane {
            id: c.new_id(&model.lanes, LaneId::fresh),
            journey: c.journey(),
            kind: c.one(&LANES),
            name: c.maybe(Chooser::text),
            index: c.maybe(Chooser::index),
        },
        17 => Command::RenameLane {
            lane: c.lane(),
            name: c.text(),
        },
        18 => Command::MoveLane {
            lane: c.lane(),
            index: c.index(),
        },
        19 => Command::ShowLane {
            lane: c.lane(),
            visible: c.flag(),
        },
        20 => Command::DeleteLane { lane: c.lane() },
        21 | 60 => {
            let journey = c.journey();
            let (spot, lane) = c.place_of_cards(journey);
            Command::AddTouchpoint {
                id: c.new_id(&model.touchpoints, TouchpointId::fresh),
                placement: c.new_id(&model.placements, PlacementId::fresh),
                journey,
                spot,
                lane: c.maybe(|_| lane),
                title: c.text(),
                index: c.maybe(Chooser::index),
            }
        }
        22 => Command::AddUnplacedTouchpoint {
            id: c.new_id(&model.touchpoints, TouchpointId::fresh),
            title: c.text(),
        },
        23 => Command::RenameTouchpoint {
            touchpoint: c.touchpoint(),
            title: c.text(),
        },
        24 => Command::DescribeTouchpoint {
            touchpoint: c.touchpoint(),
            description: c.text(),
        },
        25 => Command::SetIcon {
            touchpoint: c.touchpoint(),
            icon: c.maybe(Chooser::text),
        },
        26 => {
            let touchpoint = c.touchpoint();
            let number = c.below(4);
            let channels = (0..number)
                .map(|_| c.known(&model.channels, ChannelId::fresh))
                .collect();
            Command::SetChannels {
                touchpoint,
                channels,
            }
        }
        27 => {
            let number = c.below(4);
            let touchpoints = (0..number).map(|_| c.touchpoint()).collect();
            let owner = c.maybe(|c| c.known(&model.owners, OwnerId::fresh));
            Command::GiveTo { touchpoints, owner }
        }
        28 => Command::MarkMomentOfTruth {
            touchpoint: c.touchpoint(),
            moment_of_truth: c.flag(),
        },
        29 => Command::DeleteTouchpoint {
            touchpoint: c.touchpoint(),
        },
        30 => {
            let journey = c.journey();
            let (spot, lane) = c.place_of_cards(journey);
            Command::PlaceTouchpoint {
                id: c.new_id(&model.placements, PlacementId::fresh),
                touchpoint: c.touchpoint(),
                journey,
                spot,
                lane: c.maybe(|_| lane),
                index: c.maybe(Chooser::index),
            }
        }
        31 => Command::DuplicateTouchpoint {
            placement: c.placement(),
            new_touchpoint: c.new_id(&model.touchpoints, TouchpointId::fresh),
            new_placement: c.new_id(&model.placements, PlacementId::fresh),
        },
        32 => {
            let placement = c.placement();
            let journey = model
                .placements
                .get(&placement)
                .map_or_else(|| c.journey(), |p| p.journey);
            let (spot, lane) = c.place_of_cards(journey);
            Command::MovePlacement {
                placement,
                spot,
                lane,
                index: c.index(),
            }
        }
        33 => {
            let placement = c.placement();
            Command::SetSpan {
                placement,
                span: c.one(&[1, 2, 3, 0, -1, 100, 101]),
            }
        }
        34 => Command::DeletePlacement {
            placement: c.placement(),
        },
        35 => {
            let value = c.one(&[-2.0, -1.26, -0.04, 0.0, 0.3, 1.95, 2.0, 2.1]);
            let (placement, persona) = (c.placement(), c.persona());
            Command::SetEmotion {
                placement,
                persona,
                value: c.maybe(|_| value),
            }
        }
        36 => {
            let journey = c.journey();
            let (spot, lane) = c.place_of_notes(journey);
            Command::AddNote {
                id: c.new_id(&model.notes, NoteId::fresh),
                journey,
                spot,
                lane,
                tone: c.one(&TONES),
                text: c.text(),
                icon: c.maybe(Chooser::text),
                index: c.maybe(Chooser::index),
            }
        }
        37 => Command::EditNote {
            note: c.note(),
            text: c.text(),
        },
        38 => Command::SetTone {
            note: c.note(),
            tone: c.one(&TONES),
        },
        39 => Command::SetNoteIcon {
            note: c.note(),
            icon: c.maybe(Chooser::text),
        },
        40 => {
            let note = c.note();
            let journey = model
                .notes
                .get(&note)
                .map_or_else(|| c.journey(), |n| n.journey);
            let (spot, lane) = c.place_of_notes(journey);
            Command::MoveNote {
                note,
                spot,
                lane,
                index: c.index(),
            }
        }
        41 => Command::DeleteNote { note: c.note() },
        42 => Command::PutOwner {
            owner: Owner {
                id: if c.flag() {
                    c.known(&model.owners, OwnerId::fresh)
                } else {
                    OwnerId::fresh()
                },
                name: c.text(),
                role: c.text(),
                email: c.text(),
                team: c.maybe(|c| c.known(&model.teams, TeamId::fresh)),
            },
        },
        43 => Command::DeleteOwner {
            owner: c.known(&model.owners, OwnerId::fresh),
        },
        44 => Command::PutTeam {
            team: Team {
                id: if c.flag() {
                    c.known(&model.teams, TeamId::fresh)
                } else {
                    TeamId::fresh()
                },
                name: c.text(),
                department: c.text(),
            },
        },
        45 => Command::DeleteTeam {
            team: c.known(&model.teams, TeamId::fresh),
        },
        46 => Command::PutPersona {
            persona: Persona {
                id: if c.flag() {
                    c.persona()
                } else {
                    PersonaId::fresh()
                },
                name: c.text(),
                role: c.text(),
                goals: c.text(),
                frustrations: c.text(),
                quote: c.text(),
            },
        },
        47 => Command::DeletePersona {
            persona: c.persona(),
        },
        48 => Command::PutChannel {
            channel: Channel {
                id: if c.flag() {
                    c.known(&model.channels, ChannelId::fresh)
                } else {
                    ChannelId::fresh()
                },
                kind: c.one(&ChannelKind::ALL),
                name: c.maybe(Chooser::text),
            },
        },
        49 => Command::DeleteChannel {
            channel: c.known(&model.channels, ChannelId::fresh),
        },
        50 => {
            let number = c.below(3);
            Command::PutSurvey {
                id: c.new_id(&model.surveys, SurveyId::fresh),
                name: c.text(),
                wave: c.text(),
                audience: c.one(&AUDIENCES),
                journeys: (0..number).map(|_| c.journey()).collect(),
            }
        }
        51 => Command::DeleteSurvey {
            survey: c.known(&model.surveys, SurveyId::fresh),
        },
        52 => {
            let id = c.known(&model.questions, QuestionId::fresh);
            let known = model.questions.get(&id).cloned().filter(|_| c.flag());
            let better = c.one(&[Better::High, Better::Low]);
            let mut question = known.unwrap_or_else(|| Question {
                id: QuestionId::fresh(),
                survey: c.known(&model.surveys, SurveyId::fresh),
                code: c.text(),
                metric: c.one(&Metric::ALL),
                scale: Scale {
                    min: 0,
                    max: 10,
                    better,
                },
                boxed: vec![],
                breaks: None,
                wording: String::new(),
                kind: QuestionKind::Touchpoint,
                labels: [("a lot".to_owned(), 10)].into(),
            });
            question.scale.better = better;
            question.boxed = c.one(&[&[][..], &[9, 10], &[11]]).to_vec();
            question.breaks = c.one(&[None, Some([5, 7]), Some([7, 5])]);
            question.wording = c.text();
            Command::PutQuestion { question }
        }
        53 => Command::DeleteQuestion {
            question: c.known(&model.questions, QuestionId::fresh),
        },
        54 => Command::TakeBackBatch {
            batch: c.known(&model.batches, BatchId::fresh),
        },
        55 => {
            let value = c.one(&[30.0, 72.5, -10.0, 101.0]);
            Command::SetTarget {
                id: c.new_id(&model.targets, TargetId::fresh),
                metric: c.one(&Metric::ALL),
                touchpoint: c.maybe(Chooser::touchpoint),
                value: c.maybe(|_| value),
            }
        }
        56 => Command::AddEvent {
            id: c.new_id(&model.events, EventId::fresh),
            day: c
                .one(&["2026-08-03", "2026-02-29", "2024-02-29", "soon"])
                .to_owned(),
            name: c.text(),
            touchpoint: c.maybe(Chooser::touchpoint),
        },
        57 => Command::DeleteEvent {
            event: c.known(&model.events, EventId::fresh),
        },
        _ => {
            let number = c.below(4);
            let commands = (0..number)
                .map(|_| {
                    let kind = c.below(58);
                    let numbers = dice.numbers.iter().rev().copied().collect();
                    let text = dice.text.clone();
                    command(
                        model,
                        &Dice {
                            kind,
                            numbers,
                            text,
                        },
                    )
                })
                .collect();
            Command::Several {
                name: Message::new("step-delete-stage"),
                commands,
            }
        }
    }
}

/// Writes a small survey file and imports it.
fn import(document: &mut Document, folder: &Path, dice: &Dice) {
    let mut choose = Chooser {
        model: &Model::default(),
        dice,
        next: 0,
    };
    let c = &mut choose;
    let mut csv = String::from("id,where,how,nps,said\n");
    for _ in 0..c.below(6) {
        let (id, place) = (
            c.below(4),
            c.one(&["Website", "Shop", "website", "", "Bill"]),
        );
        let (how, score) = (c.one(&["web", "Fax", ""]), c.below(13));
        csv.push_str(&format!("{id},{place},{how},{score},\"well, {score}\"\n"));
    }
    let file = folder.join(format!("feedback-{}.csv", c.below(3)));
    std::fs::write(&file, csv).unwrap();
    let unmatched = c.one(&[Unmatched::Create, Unmatched::Bucket, Unmatched::Reject]);
    let options = ImportOptions {
        journey: None,
        dry_run: c.below(8) == 0,
        again: c.flag(),
    };
    let before = document.model().clone();
    let done = document.import(&file, &profile(unmatched), &options, &Reporter::silent());
    if done.is_err() || options.dry_run {
        assert_eq!(
            *document.model(),
            before,
            "an import that did not happen changes nothing"
        );
    }
}

fn profile(unmatched: Unmatched) -> Profile {
    let column = |name: &str, role| Column {
        column: name.to_owned(),
        role,
    };
    Profile {
        survey: SurveyPart {
            name: "Law".to_owned(),
            ..SurveyPart::default()
        },
        columns: vec![
            column("id", Role::ResponseId),
            column("where", Role::Touchpoint),
            column("how", Role::Channel),
            column(
                "nps",
                Role::Answer(Box::new(AnswerColumn {
                    metric: Metric::Nps,
                    min: 0,
                    max: 10,
                    better: Better::High,
                    missing: vec![],
                    touchpoint: None,
                    wording: String::new(),
                    labels: [].into(),
                    boxed: vec![],
                    breaks: None,
                    kind: QuestionKind::Touchpoint,
                })),
            ),
            column("said", Role::Comment { touchpoint: None }),
        ],
        unmatched,
        ..Profile::default()
    }
}

fn act(document: &mut Document, folder: &Path, act: &Act) {
    match act {
        Act::Do(dice) => {
            let before = document.model().clone();
            let command = command(&before, dice);
            match document.run(&command) {
                Ok(touched) => assert_eq!(touched.is_nothing(), before == *document.model()),
                Err(DocumentError::Refused(_)) => assert_eq!(*document.model(), before),
                Err(other) => panic!("{command:?}: {other}"),
            }
        }
        Act::Undo => drop(document.undo().unwrap()),
        Act::Redo => drop(document.redo().unwrap()),
        Act::Import(dice) => import(document, folder, dice),
        Act::Reopen => reopen(document),
    }
}

/// Closes and opens the document: everything must be as it was in memory.
fn reopen(document: &mut Document) {
    let path = document.path().unwrap().to_owned();
    let (model, history) = (document.model().clone(), document.history().clone());
    let scores = scores(document);
    *document = Document::in_memory("between").unwrap();
    *document = Document::open(&path).unwrap();
    assert_eq!(document.read_only(), None);
    assert_eq!(*document.model(), model, "the model");
    assert_eq!(*document.history(), history, "the history");
    assert_eq!(self::scores(document), scores, "the answers");
}

fn scores(document: &Document) -> ScoreTable {
    document.scores(&Reporter::silent()).unwrap()
}

fn dice() -> impl Strategy<Value = Dice> {
    let numbers = proptest::collection::vec(any::<u16>(), 12);
    (0..KINDS, numbers, "[a-zé]{1,3}").prop_map(|(kind, numbers, text)| Dice {
        kind,
        numbers,
        text,
    })
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        20 => dice().prop_map(Act::Do),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => dice().prop_map(Act::Import),
        1 => Just(Act::Reopen),
    ];
    proptest::collection::vec(act, 1..60)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn undo_restores_the_start_and_the_file_holds_what_memory_holds(acts in acts()) {
        let folder = tempfile::tempdir().unwrap();
        let mut document = Document::create(&folder.path().join("law.klantreis"), "Law").unwrap();
        let start = document.model().clone();
        for one in &acts {
            act(&mut document, folder.path(), one);
        }
        while document.redo().unwrap().is_some() {}
        let (end, answers) = (document.model().clone(), scores(&document));
        while document.undo().unwrap().is_some() {}
        prop_assert_eq!(document.model(), &start, "undoing everything");
        prop_assert_eq!(scores(&document).answers(), 0);
        reopen(&mut document);
        while document.redo().unwrap().is_some() {}
        prop_assert_eq!(document.model(), &end, "redoing everything");
        prop_assert_eq!(scores(&document), answers);
        reopen(&mut document);
    }

    #[test]
    fn a_journey_file_loses_nothing_of_the_map(dice in proptest::collection::vec(dice(), 1..120)) {
        let mut document = Document::in_memory("Law").unwrap();
        for one in dice {
            let command = command(document.model(), &one);
            drop(document.run(&command));
        }
        let written = outline::of(document.model());
        let read = Outline::parse(&written.to_json()).unwrap();
        prop_assert_eq!(&read, &written);
        let built = Document::create_from(None, &read).unwrap();
        prop_assert_eq!(outline::of(built.model()), written);
        prop_assert_eq!(built.history().steps().len(), 0);
    }
}

#[test]
fn every_kind_of_command_is_tried() {
    let model = Model::default();
    for kind in 0..KINDS {
        let numbers = vec![1; 12];
        let made = kind_of(&command(
            &model,
            &Dice {
                kind,
                numbers,
                text: "x".to_owned(),
            },
        ));
        let expected = match kind {
            59 => 1,
            60 => 21,
            other => other,
        };
        assert_eq!(made, expected);
    }
}
