//! A random command of each kind that the editor adds: grid, marks, pictures, versions, workshop.

use super::choose::Chooser;
use klantreis::document::Command;
use klantreis::document::command::{Lockable, NewNote, NewTouchpoint};
use klantreis::model::*;

const ARROWS: [ArrowKind; 3] = [ArrowKind::Next, ArrowKind::Branch, ArrowKind::LoopBack];

fn step(c: &mut Chooser<'_>) -> StepId {
    c.known(&c.model.steps, StepId::fresh)
}

fn item(c: &mut Chooser<'_>) -> Item {
    if c.flag() { Item::Touchpoint(c.touchpoint()) } else { Item::Note(c.note()) }
}

fn items(c: &mut Chooser<'_>) -> Vec<Item> {
    let number = c.below(3);
    (0..number).map(|_| item(c)).collect()
}

fn card(c: &mut Chooser<'_>) -> CardRef {
    if c.flag() { CardRef::Card(c.placement()) } else { CardRef::Note(c.note()) }
}

/// Some of the cards that stand in certain places, and now and then any card.
fn cards(c: &mut Chooser<'_>, stand: impl Fn((Spot, LaneId)) -> bool) -> Vec<CardRef> {
    if c.below(8) == 0 {
        return vec![card(c)];
    }
    let placements = c.model.placements.values().filter(|p| stand((p.spot, p.lane)));
    let notes = c.model.notes.values().filter(|n| stand((n.spot, n.lane)));
    let placements = placements.map(|p| CardRef::Card(p.id));
    let all: Vec<_> = placements.chain(notes.map(|n| CardRef::Note(n.id))).collect();
    all.into_iter().filter(|_| c.flag()).collect()
}

/// Mostly one that has a picture already, so that there are pictures to put in order. Any of them:
/// the first may hang on something that stays locked for long.
fn holder(c: &mut Chooser<'_>) -> Holder {
    let known: Vec<Holder> = c.model.attachments.values().map(|a| a.holder).collect();
    if !known.is_empty() && c.below(4) > 0 {
        return c.one(&known);
    }
    match c.below(3) {
        0 => Holder::Touchpoint(c.touchpoint()),
        1 => Holder::Note(c.note()),
        _ => Holder::Persona(c.persona()),
    }
}

fn hue(c: &mut Chooser<'_>) -> Option<Hue> {
    c.maybe(|c| c.one(&Hue::ALL))
}

fn links(c: &mut Chooser<'_>) -> Vec<WebLink> {
    let url = c.one(&["https://example.org/a", "mailto:a@example.org", "javascript:1"]).to_owned();
    vec![WebLink { title: c.text(), url }]
}

fn remark(c: &mut Chooser<'_>) -> RemarkId {
    c.known(&c.model.remarks, RemarkId::fresh)
}

fn attachment(c: &mut Chooser<'_>) -> AttachmentId {
    c.known(&c.model.attachments, AttachmentId::fresh)
}

/// A picture that hangs beside another one, where there is such a picture.
fn picture_in_a_row(c: &mut Chooser<'_>) -> AttachmentId {
    let (model, any) = (c.model, attachment(c));
    let all = model.attachments.values();
    let beside: Vec<_> =
        all.filter(|a| model.pictures_of(a.holder).len() > 1).map(|a| a.id).collect();
    if beside.is_empty() { any } else { c.one(&beside) }
}

/// Everything that is locked itself.
fn all_locked(model: &Model) -> Vec<Lockable> {
    let journeys = model.journeys.values().filter(|j| j.locked).map(|j| Lockable::Journey(j.id));
    let stages = model.stages.values().filter(|s| s.locked).map(|s| Lockable::Stage(s.id));
    let lanes = model.lanes.values().filter(|l| l.locked).map(|l| Lockable::Lane(l.id));
    let cards = model.placements.values().filter(|p| p.locked).map(|p| Lockable::Card(p.id));
    let notes = model.notes.values().filter(|n| n.locked).map(|n| Lockable::Note(n.id));
    journeys.chain(stages).chain(lanes).chain(cards).chain(notes).collect()
}

fn version(c: &mut Chooser<'_>) -> VersionId {
    c.known(&c.model.versions, VersionId::fresh)
}

fn ballot(c: &mut Chooser<'_>) -> BallotId {
    c.known(&c.model.ballots, BallotId::fresh)
}

fn round(c: &mut Chooser<'_>) -> RoundId {
    c.known(&c.model.rounds, RoundId::fresh)
}

fn agenda_item(c: &mut Chooser<'_>) -> AgendaItemId {
    c.known(&c.model.agenda, AgendaItemId::fresh)
}

/// A command of a kind.
#[expect(clippy::too_many_lines, reason = "one arm a command")]
pub(super) fn command(c: &mut Chooser<'_>, kind: usize) -> Command {
    let model = c.model;
    match kind {
        61 => Command::SetJourneySegment { journey: c.journey(), segment: c.text() },
        62 => Command::AddBlueprint { journey: c.journey() },
        63 => {
            let number = c.below(3);
            let stages = (0..number).map(|_| c.stage()).collect();
            let views = [StageView::Together, StageView::Steps, StageView::Folded];
            Command::SetStageView { stages, view: c.one(&views) }
        }
        64 => Command::SetStageWidth { stage: c.stage(), width: c.one(&[49, 50, 130, 400, 401]) },
        65 => Command::MergeStages { stage: c.stage(), into: c.stage() },
        66 => {
            let (stage, from) = (c.stage(), c.index());
            let id = c.new_id(&model.stages, StageId::fresh);
            let cards = cards(c, |place| model.stage_at(place.0) == Some(stage));
            Command::SplitStage { stage, id, name: c.text(), from, cards }
        }
        67 => Command::MergeSteps { step: step(c), into: step(c) },
        68 => {
            let (step, id) = (step(c), c.new_id(&model.steps, StepId::fresh));
            let cards = cards(c, |place| place.0 == Spot::Step(step));
            Command::SplitStep { step, id, name: c.text(), cards }
        }
        69 => {
            let view = c.one(&[None, Some(MapView::Journey), Some(MapView::Blueprint)]);
            Command::SetLaneView { lane: c.lane(), view }
        }
        70 => Command::SetLaneHeight { lane: c.lane(), height: c.one(&[-1, 0, 80, 2000, 2001]) },
        71 => Command::FoldLane { lane: c.lane(), folded: c.flag() },
        72 => Command::SetLanePersona { lane: c.lane(), persona: c.maybe(Chooser::persona) },
        73 => {
            let metric = c.one(&Metric::ALL);
            Command::SetLaneMetric { lane: c.lane(), metric: c.maybe(|_| metric) }
        }
        74 => Command::MergeLanes { lane: c.lane(), into: c.lane() },
        75 => {
            let (lane, id) = (c.lane(), c.new_id(&model.lanes, LaneId::fresh));
            let cards = cards(c, |place| place.1 == lane);
            Command::SplitLane { lane, id, name: c.text(), cards }
        }
        76 => {
            let (journey, number) = (c.journey(), c.below(4));
            let (_, lane) = c.place_of_cards(journey);
            let new = |c: &mut Chooser<'_>| NewTouchpoint {
                id: c.new_id(&model.touchpoints, TouchpointId::fresh),
                placement: c.new_id(&model.placements, PlacementId::fresh),
                spot: c.place_of_cards(journey).0,
                title: c.text(),
            };
            let cards = (0..number).map(|_| new(c)).collect();
            Command::AddTouchpoints { journey, lane: c.maybe(|_| lane), cards }
        }
        77 => {
            let (journey, number) = (c.journey(), c.below(4));
            let (_, lane) = c.place_of_notes(journey);
            let new = |c: &mut Chooser<'_>| NewNote {
                id: c.new_id(&model.notes, NoteId::fresh),
                spot: c.place_of_notes(journey).0,
                tone: c.one(&[None, Some(Tone::Pain)]),
                text: c.text(),
            };
            let notes = (0..number).map(|_| new(c)).collect();
            Command::AddNotes { journey, lane, notes }
        }
        78 => {
            let new_note = c.new_id(&model.notes, NoteId::fresh);
            Command::DuplicateNote { note: c.note(), new_note }
        }
        79 => Command::SetNoteSpan { note: c.note(), span: c.one(&[0, 1, 2, 100, 101]) },
        80 => {
            let marks = Marks {
                hue: hue(c),
                tags: vec![c.text(), c.text()],
                links: links(c),
                evidence: c.one(&[None, Some(Evidence::Assumption)]),
                stands_out: c.flag(),
            };
            Command::SetMarks { item: item(c), marks }
        }
        81 => Command::SetHue { items: items(c), hue: hue(c) },
        82 => Command::AddTag {
            items: items(c),
            tag: c.one(&["Later", "later ", "x", ""]).to_owned(),
        },
        83 => Command::RemoveTag { items: items(c), tag: c.one(&["LATER", "x"]).to_owned() },
        84 => Command::SetLinks { item: item(c), links: links(c) },
        85 => {
            let evidence = c.one(&[None, Some(Evidence::Assumption), Some(Evidence::Anecdote)]);
            Command::SetEvidence { items: items(c), evidence }
        }
        86 => Command::MarkStandsOut { items: items(c), stands_out: c.flag() },
        87 => Command::LinkJourney { item: item(c), journey: c.maybe(Chooser::journey) },
        88 => {
            let id = c.new_id(&model.arrows, ArrowId::fresh);
            let (from, to) = (card(c), card(c));
            Command::AddArrow { id, from, to, kind: c.one(&ARROWS), label: c.text() }
        }
        89 => {
            let arrow = c.known(&model.arrows, ArrowId::fresh);
            Command::SetArrow { arrow, kind: c.one(&ARROWS), label: c.text() }
        }
        90 => Command::DeleteArrow { arrow: c.known(&model.arrows, ArrowId::fresh) },
        91 => {
            let id = c.new_id(&model.remarks, RemarkId::fresh);
            let (author, at) = (c.text(), String::from("2026-11-22T10:00:00Z"));
            Command::AddRemark { id, item: item(c), author, text: c.text(), at }
        }
        92 => Command::EditRemark { remark: remark(c), text: c.text() },
        93 => Command::ResolveRemark { remark: remark(c), resolved: c.flag() },
        94 => Command::DeleteRemark { remark: remark(c) },
        95 => {
            let id = c.new_id(&model.attachments, AttachmentId::fresh);
            let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
            bytes.push(u8::try_from(c.below(3)).unwrap());
            let picture = Picture { bytes, width: c.one(&[0, 3, 400]), height: 2 };
            Command::AttachPicture { id, holder: holder(c), name: c.text(), picture }
        }
        96 => Command::RenamePicture { attachment: attachment(c), name: c.text() },
        97 => Command::MovePicture { attachment: picture_in_a_row(c), index: c.index() },
        98 => Command::DeletePicture { attachment: attachment(c) },
        99 => {
            // Mostly unlocked again, or nothing would ever change.
            let locked = all_locked(model);
            if !locked.is_empty() && c.below(4) > 0 {
                return Command::Lock { what: c.one(&locked), locked: false };
            }
            let what = match c.below(5) {
                0 => Lockable::Journey(c.journey()),
                1 => Lockable::Stage(c.stage()),
                2 => Lockable::Lane(c.lane()),
                3 => Lockable::Card(c.placement()),
                _ => Lockable::Note(c.note()),
            };
            Command::Lock { what, locked: c.below(4) == 0 }
        }
        100 => {
            let known = c.known(&model.stakeholders, StakeholderId::fresh);
            let id = c.maybe(|_| known).unwrap_or_else(StakeholderId::fresh);
            let influence = c.one(&[Influence::Low, Influence::Medium, Influence::High]);
            let [name, role, organisation, stake] = [c.text(), c.text(), c.text(), c.text()];
            let stakeholder = Stakeholder { id, name, role, organisation, stake, influence };
            Command::PutStakeholder { stakeholder }
        }
        101 => Command::DeleteStakeholder {
            stakeholder: c.known(&model.stakeholders, StakeholderId::fresh),
        },
        102 => {
            let id = c.new_id(&model.versions, VersionId::fresh);
            let at = String::from("2026-11-22T10:00:00Z");
            Command::KeepVersion { id, name: c.text(), at }
        }
        103 => Command::RenameVersion { version: version(c), name: c.text() },
        104 => Command::RestoreVersion { version: version(c) },
        105 => Command::DeleteVersion { version: version(c) },
        106 => {
            let id = c.new_id(&model.ballots, BallotId::fresh);
            let (journey, name) = (c.journey(), c.text());
            let (dots, heads) = (c.one(&[0, 1, 3]), c.one(&[0, 1, 4]));
            Command::OpenBallot { id, journey, name, dots, heads }
        }
        107 => Command::Vote { ballot: ballot(c), item: item(c), dots: c.one(&[-1, 0, 1, 2, 13]) },
        108 => Command::CloseBallot { ballot: ballot(c), closed: c.flag() },
        109 => Command::DeleteBallot { ballot: ballot(c) },
        110 => {
            let id = c.new_id(&model.rounds, RoundId::fresh);
            let scale = Scale { min: c.one(&[0, 1, 10]), max: 10, better: Better::High };
            let (journey, name) = (c.journey(), c.text());
            Command::OpenRound { id, journey, name, metric: c.one(&Metric::ALL), scale }
        }
        111 => {
            let id = c.new_id(&model.guesses, GuessId::fresh);
            let (round, touchpoint) = (round(c), c.touchpoint());
            Command::AddGuess { id, round, touchpoint, value: c.one(&[-1, 1, 7, 11]) }
        }
        112 => Command::DeleteGuess { guess: c.known(&model.guesses, GuessId::fresh) },
        113 => Command::RevealRound { round: round(c) },
        114 => Command::DeleteRound { round: round(c) },
        115 => {
            let id = c.new_id(&model.agenda, AgendaItemId::fresh);
            let (name, minutes) = (c.text(), c.one(&[0, 5, 1440, 1441]));
            Command::AddAgendaItem { id, name, minutes, index: c.maybe(Chooser::index) }
        }
        116 => {
            Command::SetAgendaItem { item: agenda_item(c), name: c.text(), minutes: c.one(&[0, 9]) }
        }
        117 => Command::MoveAgendaItem { item: agenda_item(c), index: c.index() },
        118 => Command::DeleteAgendaItem { item: agenda_item(c) },
        119 => {
            let id = c.new_id(&model.synonyms, SynonymId::fresh);
            Command::AssignLabel { id, label: label(c), touchpoint: c.touchpoint() }
        }
        120 => Command::ForgetLabel { label: label(c) },
        _ => super::reading::command(c, kind),
    }
}

/// A label of survey files, known or not.
fn label(c: &mut Chooser<'_>) -> String {
    let known = c.model.synonyms.values().next().map(|s| s.label.clone());
    match (known, c.below(3)) {
        (Some(known), 0) => known.to_uppercase(),
        (_, 1) => c.text(),
        _ => c.one(&["Website", "Bill", "Shop"]).to_owned(),
    }
}
