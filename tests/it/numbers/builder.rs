//! A document with two journeys and answers as a plain list.
//!
//! Says nothing about what the figures should be.

use klantreis::model::*;
use klantreis::scores::{Group, NO_DAY, ResponseRow, ScoreTable, ScoreTableBuilder};

/// One response as a plain value.
#[derive(Clone, Debug)]
pub struct Raw {
    pub survey: SurveyId,
    pub day: Option<i32>,
    pub channel: Option<ChannelId>,
    pub respondent: u32,
    pub region: Option<String>,
    pub weight: f32,
    pub answers: Vec<(Option<TouchpointId>, QuestionId, i32)>,
}

/// A model and its answers.
#[derive(Default)]
pub struct World {
    pub model: Model,
    pub raws: Vec<Raw>,
    next_person: u32,
}

impl World {
    pub fn journey(&mut self, name: &str) -> JourneyId {
        let id = JourneyId::fresh();
        let position = self.model.journeys.len() as i64;
        let journey = Journey { position, ..Journey::named(id, name.into()) };
        self.model.journeys.insert(id, journey);
        let lane = LaneId::fresh();
        let kind = LaneKind::Touchpoints;
        let lane = Lane { position: 0, ..Lane::new(lane, id, kind, None) };
        self.model.lanes.insert(lane.id, lane);
        id
    }

    pub fn stage(&mut self, journey: JourneyId) -> StageId {
        let id = StageId::fresh();
        let position = self.model.stages_of(journey).len() as i64;
        let stage = Stage { position, ..Stage::new(id, journey, StageKind::Use, None) };
        self.model.stages.insert(id, stage);
        id
    }

    pub fn channel(&mut self) -> ChannelId {
        let id = ChannelId::fresh();
        self.model.channels.insert(id, Channel { id, kind: ChannelKind::Web, name: None });
        id
    }

    pub fn owner(&mut self, team: Option<TeamId>) -> OwnerId {
        let id = OwnerId::fresh();
        let owner = Owner { team, ..Owner::named(id, String::from("Someone")) };
        self.model.owners.insert(id, owner);
        id
    }

    pub fn team(&mut self) -> TeamId {
        let id = TeamId::fresh();
        let (name, department) = (String::from("Team"), String::new());
        self.model.teams.insert(id, Team { id, name, department });
        id
    }

    pub fn touchpoint(&mut self, channels: &[ChannelId], owner: Option<OwnerId>) -> TouchpointId {
        let id = TouchpointId::fresh();
        let title = format!("Touchpoint {}", self.model.touchpoints.len());
        let channels = channels.to_vec();
        let touchpoint = Touchpoint { channels, owner, ..Touchpoint::new(id, title) };
        self.model.touchpoints.insert(id, touchpoint);
        id
    }

    pub fn place(&mut self, touchpoint: TouchpointId, stage: StageId) {
        let journey = self.model.stages[&stage].journey;
        let lane = self.model.lanes_of(journey)[0].id;
        let (id, spot) = (PlacementId::fresh(), Spot::Stage(stage));
        let fresh = Placement::new(id, touchpoint, journey, spot, lane);
        let placement = Placement { position: 0, ..fresh };
        self.model.placements.insert(id, placement);
    }

    pub fn survey(&mut self, wave: &str, audience: Audience, journeys: &[JourneyId]) -> SurveyId {
        let id = SurveyId::fresh();
        let (name, wave) = (String::from("Survey"), wave.to_owned());
        let survey = Survey { id, name, wave, audience, journeys: journeys.to_vec() };
        self.model.surveys.insert(id, survey);
        id
    }

    pub fn question(
        &mut self,
        survey: SurveyId,
        metric: Metric,
        (min, max): (i32, i32),
        better: Better,
    ) -> QuestionId {
        let question = Question {
            id: QuestionId::fresh(),
            survey,
            code: format!("Q{}", self.model.questions.len()),
            metric,
            scale: Scale { min, max, better },
            boxed: Vec::new(),
            breaks: None,
            wording: format!("How was {}?", self.model.questions.len()),
            kind: QuestionKind::Touchpoint,
            labels: std::collections::BTreeMap::new(),
        };
        let id = question.id;
        self.model.questions.insert(id, question);
        id
    }

    /// Answers of new people, one each.
    pub fn answers(&mut self, about: Option<TouchpointId>, question: QuestionId, values: &[i32]) {
        self.answers_on(None, about, question, values);
    }

    /// Answers of new people on a day, one each.
    pub fn answers_on(
        &mut self,
        day: Option<i32>,
        about: Option<TouchpointId>,
        question: QuestionId,
        values: &[i32],
    ) {
        for &value in values {
            self.next_person += 1;
            self.raws.push(Raw {
                survey: self.model.questions[&question].survey,
                day,
                channel: None,
                respondent: self.next_person,
                region: None,
                weight: 1.0,
                answers: vec![(about, question, value)],
            });
        }
    }

    /// The answers as columns.
    pub fn table(&self) -> ScoreTable {
        let mut builder = ScoreTableBuilder::new();
        let region = builder.dimension("Region");
        for raw in &self.raws {
            let value = raw.region.as_deref().unwrap_or("");
            let row = ResponseRow {
                survey: builder.survey_key(raw.survey).unwrap(),
                day: raw.day.unwrap_or(NO_DAY),
                channel: builder.channel_key(raw.channel).unwrap(),
                respondent: raw.respondent,
                segments: vec![builder.segment_key(region, value).unwrap()],
                weight: raw.weight,
                response: 0,
            };
            let response = builder.push_response(&row).unwrap();
            for &(touchpoint, question, value) in &raw.answers {
                let group = builder.group_key(Group { touchpoint, question }).unwrap();
                let min = self.model.questions[&question].scale.min;
                builder.push_answer(response, group, u8::try_from(value - min).unwrap());
            }
        }
        builder.finish()
    }
}

/// Pseudo-random numbers that are the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % below
    }

    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.roll(list.len())]
    }
}

/// `times` copies of each value, from the scale's lowest value up.
pub fn spread(min: i32, times: &[usize]) -> Vec<i32> {
    (min..).zip(times).flat_map(|(value, &n)| std::iter::repeat_n(value, n)).collect()
}
