//! Touchpoint labels of a file → touchpoints of the document.
//!
//! Labels come renamed by the profile already.

use super::perform;
use super::prepare::Asked;
use crate::document::Command;
use crate::model::query::same_name;
use crate::model::{
    JourneyId, JourneyState, LaneId, LaneKind, Message, Model, PlacementId, Refusal, Spot, StageId,
    StageKind, SurveyId, TouchpointId,
};

/// Most touchpoints one import makes: more means that the column holds something else.
const MOST: usize = 500;

/// The touchpoint of that title: exactly, else but for case; those of the journey come first. Else
/// the one that the label means.
pub(super) fn find(model: &Model, label: &str, journey: Option<JourneyId>) -> Option<TouchpointId> {
    let is_on_journey = |id: TouchpointId| {
        model.placements.values().any(|p| p.touchpoint == id && Some(p.journey) == journey)
    };
    let best = |matches: &dyn Fn(&str) -> bool| {
        let found = || model.touchpoints.values().filter(|t| matches(&t.title)).map(|t| t.id);
        found().find(|id| is_on_journey(*id)).or_else(|| found().next())
    };
    let label = label.trim();
    best(&|title| title == label)
        .or_else(|| best(&|title| same_name(title, label)))
        .or_else(|| model.synonym(label).map(|s| s.touchpoint))
}

/// Makes a touchpoint of that title at the end of the journey's first stage. What the map lacks to
/// hold it (a journey, a stage, a lane) is made too.
pub(super) fn create(
    draft: &mut Model,
    label: &str,
    asked: &mut Asked,
    made: &mut usize,
) -> Result<TouchpointId, Refusal> {
    *made += 1;
    if *made > MOST {
        return Err(Message::new("document-import-touchpoints").with("count", MOST).into());
    }
    let journey = journey(draft, asked)?;
    let stage = stage(draft, journey)?;
    lane(draft, journey)?;
    let id = TouchpointId::fresh();
    let add = Command::AddTouchpoint {
        id,
        placement: PlacementId::fresh(),
        journey,
        spot: Spot::Stage(stage),
        lane: None,
        title: label.trim().to_owned(),
        index: None,
    };
    perform(draft, add)?;
    Ok(id)
}

/// The journey of the import; a document without any gets one of the survey's name.
fn journey(draft: &mut Model, asked: &mut Asked) -> Result<JourneyId, Refusal> {
    if let Some(journey) = asked.journey {
        return Ok(journey);
    }
    let id = JourneyId::fresh();
    let name = draft.surveys.get(&asked.survey).map_or_else(String::new, |s| s.name.clone());
    let state = JourneyState::Current;
    perform(draft, Command::AddJourney { id, name, state, standard: true })?;
    about(draft, asked.survey, id)?;
    asked.journey = Some(id);
    Ok(id)
}

fn about(draft: &mut Model, survey: SurveyId, journey: JourneyId) -> Result<(), Refusal> {
    let Some(survey) = draft.surveys.get(&survey).cloned() else {
        return Ok(());
    };
    let mut journeys = survey.journeys;
    journeys.push(journey);
    let (id, name, wave, audience) = (survey.id, survey.name, survey.wave, survey.audience);
    perform(draft, Command::PutSurvey { id, name, wave, audience, journeys })
}

fn stage(draft: &mut Model, journey: JourneyId) -> Result<StageId, Refusal> {
    if let Some(stage) = draft.stages_of(journey).first() {
        return Ok(stage.id);
    }
    let (id, kind) = (StageId::fresh(), StageKind::Use);
    perform(draft, Command::AddStage { id, journey, kind, name: None, index: None })?;
    Ok(id)
}

fn lane(draft: &mut Model, journey: JourneyId) -> Result<(), Refusal> {
    if draft.lane_of_kind(journey, LaneKind::Touchpoints).is_some() {
        return Ok(());
    }
    let (id, kind) = (LaneId::fresh(), LaneKind::Touchpoints);
    perform(draft, Command::AddLane { id, journey, kind, name: None, index: None })
}
