//! A random command of each kind there is.

use super::choose::{Chooser, Dice};
use klantreis::document::Command;
use klantreis::model::*;

/// Number of kinds of commands; `kind_of` numbers them. 59 and 60 make what others need.
pub(super) const KINDS: usize = 131;
/// The first of the kinds that `editor` makes.
pub(super) const EDITOR: usize = 61;

fn kind_of_stage(choose: &mut Chooser<'_>) -> StageKind {
    if choose.flag() { StageKind::Other } else { choose.one(&StageKind::SIX) }
}

const STATES: [JourneyState; 2] = [JourneyState::Current, JourneyState::Future];
const TONES: [Tone; 3] = [Tone::Neutral, Tone::Pain, Tone::Gain];
const AUDIENCES: [Audience; 2] = [Audience::Customer, Audience::Employee];

/// The number of a command. A new command does not compile until it has one here, and
/// `every_kind_of_command_is_tried` fails until `command` can make it.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
pub(super) fn kind_of(command: &Command) -> usize {
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
        Command::SetJourneySegment { .. } => 61,
        Command::AddBlueprint { .. } => 62,
        Command::SetStageView { .. } => 63,
        Command::SetStageWidth { .. } => 64,
        Command::MergeStages { .. } => 65,
        Command::SplitStage { .. } => 66,
        Command::MergeSteps { .. } => 67,
        Command::SplitStep { .. } => 68,
        Command::SetLaneView { .. } => 69,
        Command::SetLaneHeight { .. } => 70,
        Command::FoldLane { .. } => 71,
        Command::SetLanePersona { .. } => 72,
        Command::SetLaneMetric { .. } => 73,
        Command::MergeLanes { .. } => 74,
        Command::SplitLane { .. } => 75,
        Command::AddTouchpoints { .. } => 76,
        Command::AddNotes { .. } => 77,
        Command::DuplicateNote { .. } => 78,
        Command::SetNoteSpan { .. } => 79,
        Command::SetMarks { .. } => 80,
        Command::SetHue { .. } => 81,
        Command::AddTag { .. } => 82,
        Command::RemoveTag { .. } => 83,
        Command::SetLinks { .. } => 84,
        Command::SetEvidence { .. } => 85,
        Command::MarkStandsOut { .. } => 86,
        Command::LinkJourney { .. } => 87,
        Command::AddArrow { .. } => 88,
        Command::SetArrow { .. } => 89,
        Command::DeleteArrow { .. } => 90,
        Command::AddRemark { .. } => 91,
        Command::EditRemark { .. } => 92,
        Command::ResolveRemark { .. } => 93,
        Command::DeleteRemark { .. } => 94,
        Command::AttachPicture { .. } => 95,
        Command::RenamePicture { .. } => 96,
        Command::MovePicture { .. } => 97,
        Command::DeletePicture { .. } => 98,
        Command::Lock { .. } => 99,
        Command::PutStakeholder { .. } => 100,
        Command::DeleteStakeholder { .. } => 101,
        Command::KeepVersion { .. } => 102,
        Command::RenameVersion { .. } => 103,
        Command::RestoreVersion { .. } => 104,
        Command::DeleteVersion { .. } => 105,
        Command::OpenBallot { .. } => 106,
        Command::Vote { .. } => 107,
        Command::CloseBallot { .. } => 108,
        Command::DeleteBallot { .. } => 109,
        Command::OpenRound { .. } => 110,
        Command::AddGuess { .. } => 111,
        Command::DeleteGuess { .. } => 112,
        Command::RevealRound { .. } => 113,
        Command::DeleteRound { .. } => 114,
        Command::AddAgendaItem { .. } => 115,
        Command::SetAgendaItem { .. } => 116,
        Command::MoveAgendaItem { .. } => 117,
        Command::DeleteAgendaItem { .. } => 118,
        Command::AssignLabel { .. } => 119,
        Command::ForgetLabel { .. } => 120,
        Command::PutTheme { .. } => 121,
        Command::MoveTheme { .. } => 122,
        Command::DeleteTheme { .. } => 123,
        Command::AddStartThemes { .. } => 124,
        Command::PutView { .. } => 125,
        Command::MoveView { .. } => 126,
        Command::DeleteView { .. } => 127,
        Command::SetBaseline { .. } => 128,
        Command::DeleteBaseline { .. } => 129,
        Command::EditEvent { .. } => 130,
    }
}

/// A command of a kind. The last kinds make what others need: a journey to draw on, a touchpoint.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
pub(super) fn command(model: &Model, dice: &Dice) -> Command {
    let mut choose = Chooser { model, dice, next: 0 };
    let c = &mut choose;
    match dice.kind % KINDS {
        kind if kind >= EDITOR => super::editor::command(c, kind),
        0 => {
            let keys = [
                SettingKey::Title,
                SettingKey::Client,
                SettingKey::Language,
                SettingKey::HistoryLimit,
            ];
            let key = c.one(&keys);
            let value = match key {
                SettingKey::Language => c.one(&["en", "nl", "", "de"]).to_owned(),
                SettingKey::HistoryLimit => c.one(&["", "100", "0", "much"]).to_owned(),
                SettingKey::Title | SettingKey::Client => c.text(),
            };
            Command::Set { key, value }
        }
        1 | 59 => Command::AddJourney {
            id: c.new_id(&model.journeys, JourneyId::fresh),
            name: c.text(),
            state: c.one(&STATES),
            standard: dice.kind % KINDS == 59 || c.flag(),
        },
        2 => Command::RenameJourney { journey: c.journey(), name: c.text() },
        3 => Command::SetJourneyState { journey: c.journey(), state: c.one(&STATES) },
        4 => Command::MoveJourney { journey: c.journey(), index: c.index() },
        5 => Command::DuplicateJourney {
            journey: c.journey(),
            id: c.new_id(&model.journeys, JourneyId::fresh),
            name: c.text(),
            state: c.one(&STATES),
        },
        6 => {
            Command::SetJourneyPersona { journey: c.journey(), persona: c.maybe(Chooser::persona) }
        }
        7 => Command::DeleteJourney { journey: c.journey() },
        8 => Command::AddStage {
            id: c.new_id(&model.stages, StageId::fresh),
            journey: c.journey(),
            kind: kind_of_stage(c),
            name: c.maybe(Chooser::text),
            index: c.maybe(Chooser::index),
        },
        9 => Command::RenameStage { stage: c.stage(), name: c.text() },
        10 => Command::MoveStage { stage: c.stage(), index: c.index() },
        11 => Command::DeleteStage { stage: c.stage() },
        12 => Command::AddStep {
            id: c.new_id(&model.steps, StepId::fresh),
            stage: c.stage(),
            name: c.text(),
            index: c.maybe(Chooser::index),
        },
        13 => Command::RenameStep { step: c.known(&model.steps, StepId::fresh), name: c.text() },
        14 => {
            let step = c.known(&model.steps, StepId::fresh);
            Command::MoveStep { step, stage: c.stage(), index: c.index() }
        }
        15 => Command::DeleteStep { step: c.known(&model.steps, StepId::fresh) },
        16 => Command::AddLane {
            id: c.new_id(&model.lanes, LaneId::fresh),
            journey: c.journey(),
            kind: c.one(&LaneKind::ALL),
            name: c.maybe(Chooser::text),
            index: c.maybe(Chooser::index),
        },
        17 => Command::RenameLane { lane: c.lane(), name: c.text() },
        18 => Command::MoveLane { lane: c.lane(), index: c.index() },
        19 => Command::ShowLane { lane: c.lane(), visible: c.flag() },
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
        23 => Command::RenameTouchpoint { touchpoint: c.touchpoint(), title: c.text() },
        24 => Command::DescribeTouchpoint { touchpoint: c.touchpoint(), description: c.text() },
        25 => Command::SetIcon { touchpoint: c.touchpoint(), icon: c.maybe(Chooser::text) },
        26 => {
            let touchpoint = c.touchpoint();
            let number = c.below(4);
            let channels =
                (0..number).map(|_| c.known(&model.channels, ChannelId::fresh)).collect();
            Command::SetChannels { touchpoint, channels }
        }
        27 => {
            let number = c.below(4);
            let touchpoints = (0..number).map(|_| c.touchpoint()).collect();
            let owner = c.maybe(|c| c.known(&model.owners, OwnerId::fresh));
            Command::GiveTo { touchpoints, owner }
        }
        28 => Command::MarkMomentOfTruth { touchpoint: c.touchpoint(), moment_of_truth: c.flag() },
        29 => Command::DeleteTouchpoint { touchpoint: c.touchpoint() },
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
            let journey =
                model.placements.get(&placement).map_or_else(|| c.journey(), |p| p.journey);
            let (spot, lane) = c.place_of_cards(journey);
            Command::MovePlacement { placement, spot, lane, index: c.index() }
        }
        33 => {
            let placement = c.placement();
            Command::SetSpan { placement, span: c.one(&[1, 2, 3, 0, -1, 100, 101]) }
        }
        34 => Command::DeletePlacement { placement: c.placement() },
        35 => {
            let value = c.one(&[-2.0, -1.26, -0.04, 0.0, 0.3, 1.95, 2.0, 2.1]);
            let (placement, persona) = (c.placement(), c.persona());
            Command::SetEmotion { placement, persona, value: c.maybe(|_| value) }
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
        37 => Command::EditNote { note: c.note(), text: c.text() },
        38 => Command::SetTone { note: c.note(), tone: c.one(&TONES) },
        39 => Command::SetNoteIcon { note: c.note(), icon: c.maybe(Chooser::text) },
        40 => {
            let note = c.note();
            let journey = model.notes.get(&note).map_or_else(|| c.journey(), |n| n.journey);
            let (spot, lane) = c.place_of_notes(journey);
            Command::MoveNote { note, spot, lane, index: c.index() }
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
                hue: c.maybe(|c| c.one(&Hue::ALL)),
            },
        },
        43 => Command::DeleteOwner { owner: c.known(&model.owners, OwnerId::fresh) },
        44 => Command::PutTeam {
            team: Team {
                id: if c.flag() { c.known(&model.teams, TeamId::fresh) } else { TeamId::fresh() },
                name: c.text(),
                department: c.text(),
            },
        },
        45 => Command::DeleteTeam { team: c.known(&model.teams, TeamId::fresh) },
        46 => Command::PutPersona {
            persona: Persona {
                id: if c.flag() { c.persona() } else { PersonaId::fresh() },
                name: c.text(),
                role: c.text(),
                goals: c.text(),
                frustrations: c.text(),
                quote: c.text(),
                hue: c.maybe(|c| c.one(&Hue::ALL)),
                segments: if c.flag() {
                    [(c.text(), [c.text(), c.text()].into())].into()
                } else {
                    SegmentValues::new()
                },
            },
        },
        47 => Command::DeletePersona { persona: c.persona() },
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
        49 => Command::DeleteChannel { channel: c.known(&model.channels, ChannelId::fresh) },
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
        51 => Command::DeleteSurvey { survey: c.known(&model.surveys, SurveyId::fresh) },
        52 => {
            let id = c.known(&model.questions, QuestionId::fresh);
            let known = model.questions.get(&id).cloned().filter(|_| c.flag());
            let better = c.one(&[Better::High, Better::Low]);
            let mut question = known.unwrap_or_else(|| Question {
                id: QuestionId::fresh(),
                survey: c.known(&model.surveys, SurveyId::fresh),
                code: c.text(),
                metric: c.one(&Metric::ALL),
                scale: Scale { min: 0, max: 10, better },
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
        53 => Command::DeleteQuestion { question: c.known(&model.questions, QuestionId::fresh) },
        54 => Command::TakeBackBatch { batch: c.known(&model.batches, BatchId::fresh) },
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
            day: c.one(&["2026-08-03", "2026-02-29", "2024-02-29", "soon"]).to_owned(),
            name: c.text(),
            touchpoint: c.maybe(Chooser::touchpoint),
        },
        57 => Command::DeleteEvent { event: c.known(&model.events, EventId::fresh) },
        _ => {
            let number = c.below(4);
            let commands = (0..number)
                .map(|_| {
                    let kind = c.below(58);
                    let numbers = dice.numbers.iter().rev().copied().collect();
                    let text = dice.text.clone();
                    command(model, &Dice { kind, numbers, text })
                })
                .collect();
            Command::Several { name: Message::new("step-delete-stage"), commands }
        }
    }
}
