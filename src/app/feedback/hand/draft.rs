//! What is being entered by hand: as typed, and as an entry once all of it can be kept.
//!
//! Knows no window; what is wrong is said with the part it is about.

use crate::app::days;
use crate::document::{HandEntry, HandQuestion, HandSurvey};
use crate::model::query::same_name;
use crate::model::{
    Audience, Better, ChannelId, HandKind, Message, Metric, Model, Question, QuestionId, Scale,
    SurveyId, TouchpointId,
};
use std::collections::BTreeMap;

/// A part of the form, in the order of the form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// Name of a new survey.
    Name,
    /// The day.
    Day,
    /// What was said.
    Text,
    /// The score of a question of the survey.
    Score(QuestionId),
    /// The name of a new question.
    NewName(usize),
    /// Which end of its scale is good.
    NewDirection(usize),
    /// Its score.
    NewScore(usize),
}

/// What is wrong, a sentence a part.
pub type Problems = BTreeMap<Part, Message>;

/// A score to a question that the survey does not have yet.
#[derive(Clone, PartialEq, Debug)]
pub struct NewScore {
    /// Name of the question.
    pub name: String,
    /// What it measures.
    pub metric: Metric,
    /// Lowest and highest value.
    pub ends: (i32, i32),
    /// Which end is good, once that is said.
    pub better: Option<Better>,
    /// The score as typed.
    pub value: String,
}

impl NewScore {
    /// A satisfaction question of five values, without a score.
    pub fn new() -> Self {
        let (name, value) = (String::new(), String::new());
        let mut new = Self { name, metric: Metric::Csat, ends: (1, 5), better: None, value };
        new.measure(Metric::Csat);
        new
    }

    /// Takes the usual scale of a metric. Which end of an effort scale is good nobody can guess.
    pub fn measure(&mut self, metric: Metric) {
        self.metric = metric;
        self.ends = match metric {
            Metric::Ces => (1, 7),
            Metric::Nps => (0, 10),
            Metric::Fcr => (0, 1),
            Metric::Csat | Metric::Rating => (1, 5),
        };
        self.better = (metric != Metric::Ces).then_some(Better::High);
    }

    /// Whether scale and direction follow from the metric.
    pub fn is_fixed(&self) -> bool {
        matches!(self.metric, Metric::Nps | Metric::Fcr)
    }

    fn scale(&self, better: Better) -> Scale {
        Scale { min: self.ends.0, max: self.ends.1, better }
    }
}

/// What was typed and chosen so far.
#[derive(Clone, PartialEq, Debug)]
pub struct Draft {
    /// What kind of feedback it is.
    pub kind: HandKind,
    /// A survey of the document; a new one when absent.
    pub survey: Option<SurveyId>,
    /// Name of the new survey; follows the kind until someone types.
    pub name: Option<String>,
    /// Who was asked, in a new survey.
    pub audience: Audience,
    /// The day as typed; none when empty.
    pub day: String,
    /// What it is about.
    pub touchpoint: Option<TouchpointId>,
    /// By which channel.
    pub channel: Option<ChannelId>,
    /// Who gave it.
    pub customer: String,
    /// What was said.
    pub text: String,
    /// Scores of questions of the survey, as typed.
    pub scores: BTreeMap<QuestionId, String>,
    /// Scores of new questions.
    pub new: Vec<NewScore>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            kind: HandKind::Interview,
            survey: None,
            name: None,
            audience: Audience::Customer,
            day: String::new(),
            touchpoint: None,
            channel: None,
            customer: String::new(),
            text: String::new(),
            scores: BTreeMap::new(),
            new: Vec::new(),
        }
    }
}

impl Draft {
    /// Whether nothing was typed yet that belongs to one response.
    pub fn is_blank(&self) -> bool {
        let typed = |text: &String| !text.trim().is_empty();
        !typed(&self.text)
            && !typed(&self.customer)
            && !self.scores.values().any(typed)
            && self.new.is_empty()
    }

    /// The survey it goes into, when the document has it; a new one may have the name of one that is
    /// there. `usual` is the name that a survey of this kind has.
    pub fn survey_in(&self, model: &Model, usual: &str) -> Option<SurveyId> {
        if let Some(id) = self.survey.filter(|id| model.surveys.contains_key(id)) {
            return Some(id);
        }
        let name = self.name.as_deref().unwrap_or(usual);
        let same = model.surveys.values().find(|survey| {
            survey.audience == self.audience
                && same_name(&survey.name, name)
                && survey.wave.trim().is_empty()
        });
        same.map(|survey| survey.id)
    }

    /// The entry as it can be kept.
    ///
    /// # Errors
    /// What has to be typed or corrected first.
    pub fn entry(&self, model: &Model, usual: &str, today: i32) -> Result<HandEntry, Problems> {
        let mut problems = Problems::new();
        let known = self.survey_in(model, usual);
        let name = self.name.as_deref().unwrap_or(usual).trim();
        if known.is_none() && name.is_empty() {
            problems.insert(Part::Name, Message::new("hand-name-needed"));
        }
        let day = read_day(&self.day, today).unwrap_or_else(|problem| {
            problems.insert(Part::Day, problem);
            None
        });
        let questions = known.map(|id| questions_of(model, id)).unwrap_or_default();
        let mut answers = self.known_answers(&questions, &mut problems);
        answers.extend(self.new_answers(&questions, &mut problems));
        if problems.is_empty() && answers.is_empty() && self.text.trim().is_empty() {
            problems.insert(Part::Text, Message::new("hand-empty"));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let survey = known.map_or_else(
            || HandSurvey::New {
                name: name.to_owned(),
                wave: String::new(),
                audience: self.audience,
            },
            HandSurvey::Known,
        );
        Ok(HandEntry {
            kind: self.kind,
            survey,
            day,
            touchpoint: self.touchpoint.filter(|id| model.touchpoints.contains_key(id)),
            channel: self.channel.filter(|id| model.channels.contains_key(id)),
            customer: self.customer.clone(),
            text: self.text.clone(),
            answers,
        })
    }

    fn known_answers(
        &self,
        questions: &[&Question],
        problems: &mut Problems,
    ) -> Vec<(HandQuestion, i32)> {
        let mut answers = Vec::new();
        for question in questions {
            let typed = self.scores.get(&question.id).map(|t| t.trim()).unwrap_or_default();
            match score(typed, question.scale) {
                Ok(value) => {
                    answers.extend(value.map(|value| (HandQuestion::Known(question.id), value)));
                }
                Err(problem) => {
                    problems.insert(Part::Score(question.id), problem);
                }
            }
        }
        answers
    }

    fn new_answers(
        &self,
        questions: &[&Question],
        problems: &mut Problems,
    ) -> Vec<(HandQuestion, i32)> {
        let mut answers = Vec::new();
        for (index, new) in self.new.iter().enumerate() {
            if new.value.trim().is_empty() {
                // A question may wait for the next form.
                continue;
            }
            let name = new.name.trim();
            let before = &self.new[..index];
            if name.is_empty() {
                problems.insert(Part::NewName(index), Message::new("hand-question-name"));
            } else if questions.iter().any(|q| q.code == name)
                || before.iter().any(|other| other.name.trim() == name)
            {
                problems.insert(Part::NewName(index), Message::new("hand-question-twice"));
            }
            if new.better.is_none() {
                problems.insert(Part::NewDirection(index), Message::new("hand-direction-needed"));
            }
            let scale = new.scale(new.better.unwrap_or(Better::High));
            match score(new.value.trim(), scale) {
                Ok(value) => answers.extend(value.map(|value| {
                    let (name, wording) = (name.to_owned(), String::new());
                    (HandQuestion::New { name, metric: new.metric, scale, wording }, value)
                })),
                Err(problem) => {
                    problems.insert(Part::NewScore(index), problem);
                }
            }
        }
        answers
    }

    /// After it was kept in a survey: ready for the next of a pile, or (`pile` false) for another.
    pub fn go_on(&mut self, survey: Option<SurveyId>, pile: bool) {
        let before = std::mem::take(self);
        *self = Self { kind: before.kind, survey, name: before.name, ..Self::default() };
        self.audience = before.audience;
        if pile {
            let waits = |new: &NewScore| new.value.trim().is_empty();
            self.new = before.new.into_iter().filter(waits).collect();
            self.day = before.day;
            (self.touchpoint, self.channel) = (before.touchpoint, before.channel);
        }
    }
}

/// The questions of a survey, in the order in which they came.
pub fn questions_of(model: &Model, survey: SurveyId) -> Vec<&Question> {
    model.questions.values().filter(|question| question.survey == survey).collect()
}

/// A score as typed; none when nothing is.
fn score(typed: &str, scale: Scale) -> Result<Option<i32>, Message> {
    if typed.is_empty() {
        return Ok(None);
    }
    let value = typed.replace('\u{2212}', "-").parse().ok().filter(|value| scale.holds(*value));
    value.map(Some).ok_or_else(|| {
        let message = Message::new("hand-score-off").with("min", i64::from(scale.min));
        message.with("max", i64::from(scale.max))
    })
}

/// A day as people type it: 14-10-2026, 14/10/26, 14.10, 2026-10-14. None when nothing is typed.
///
/// # Errors
/// When it is no day, or one that is still to come.
pub fn read_day(typed: &str, today: i32) -> Result<Option<i32>, Message> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let day = days::day_number(typed, today)
        .ok_or_else(|| Message::new("hand-day-unread").with("text", typed.trim()))?;
    if day > today {
        return Err(Message::new("hand-day-ahead"));
    }
    Ok(Some(day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{QuestionKind, Survey};

    /// 14 October 2026.
    const TODAY: i32 = 20_740;

    #[test]
    fn days_are_read_as_people_type_them() {
        let cases = [
            ("", Ok(None)),
            ("14-10-2026", Ok(Some(TODAY))),
            (" 2026-10-14 ", Ok(Some(TODAY))),
            ("13/10/26", Ok(Some(TODAY - 1))),
            ("13.10", Ok(Some(TODAY - 1))),
            ("15 10", Ok(Some(TODAY - 364))),
            ("15-10-2026", Err("hand-day-ahead")),
            ("31-02-2026", Err("hand-day-unread")),
            ("10/14/2026", Err("hand-day-unread")),
            ("yesterday", Err("hand-day-unread")),
            ("1-1-202", Err("hand-day-unread")),
        ];
        for (typed, expected) in cases {
            let read = read_day(typed, TODAY).map_err(|problem| problem.key.into_owned());
            assert_eq!(read, expected.map_err(str::to_owned), "{typed}");
        }
    }

    fn model() -> (Model, SurveyId, QuestionId) {
        let (survey, question) = (SurveyId::fresh(), QuestionId::fresh());
        let mut model = Model::default();
        let (name, wave) = ("Paper forms".to_owned(), String::new());
        let audience = Audience::Customer;
        model
            .surveys
            .insert(survey, Survey { id: survey, name, wave, audience, journeys: Vec::new() });
        let scale = Scale { min: 1, max: 5, better: Better::High };
        let asked = Question {
            id: question,
            survey,
            code: "Desk".to_owned(),
            metric: Metric::Csat,
            scale,
            boxed: Vec::new(),
            breaks: None,
            wording: String::new(),
            kind: QuestionKind::default(),
            labels: BTreeMap::new(),
        };
        model.questions.insert(question, asked);
        (model, survey, question)
    }

    #[test]
    fn every_fault_is_told_beside_its_part() {
        let (model, survey, question) = model();
        let typed = |value: &str| Draft {
            survey: Some(survey),
            scores: BTreeMap::from([(question, value.to_owned())]),
            ..Draft::default()
        };
        let new = |name: &str, metric, value: &str| {
            let mut new = NewScore { name: name.to_owned(), ..NewScore::new() };
            new.measure(metric);
            new.value = value.to_owned();
            Draft { survey: Some(survey), new: vec![new], ..Draft::default() }
        };
        let cases = [
            (Draft::default(), vec![(Part::Text, "hand-empty")]),
            (
                Draft { name: Some(" ".into()), text: "x".into(), ..Draft::default() },
                vec![(Part::Name, "hand-name-needed")],
            ),
            (Draft { day: "32-1".into(), ..typed("3") }, vec![(Part::Day, "hand-day-unread")]),
            (typed("6"), vec![(Part::Score(question), "hand-score-off")]),
            (typed("3,5"), vec![(Part::Score(question), "hand-score-off")]),
            (new("", Metric::Nps, "7"), vec![(Part::NewName(0), "hand-question-name")]),
            (new("Desk", Metric::Nps, "7"), vec![(Part::NewName(0), "hand-question-twice")]),
            (
                new("Effort", Metric::Ces, "8"),
                vec![
                    (Part::NewDirection(0), "hand-direction-needed"),
                    (Part::NewScore(0), "hand-score-off"),
                ],
            ),
        ];
        for (draft, expected) in cases {
            let problems = draft.entry(&model, "Interviews", TODAY).unwrap_err();
            let told: Vec<(Part, &str)> =
                problems.iter().map(|(part, message)| (*part, message.key.as_ref())).collect();
            assert_eq!(told, expected, "{draft:?}");
        }
    }

    #[test]
    fn what_can_be_kept_becomes_an_entry_and_a_pile_goes_on() {
        let (model, survey, question) = model();
        let mut draft = Draft {
            kind: HandKind::Paper,
            name: Some("paper FORMS ".to_owned()),
            day: "13-10-2026".to_owned(),
            text: "Long queue".to_owned(),
            scores: BTreeMap::from([(question, " 4".to_owned())]),
            ..Draft::default()
        };
        let entry = draft.entry(&model, "Interviews", TODAY).unwrap();
        assert_eq!(entry.survey, HandSurvey::Known(survey), "the one of that name");
        assert_eq!(entry.answers, [(HandQuestion::Known(question), 4)]);
        assert_eq!(entry.day, Some(TODAY - 1));
        draft.go_on(Some(survey), true);
        assert!(draft.is_blank());
        assert_eq!((draft.kind, draft.day.as_str()), (HandKind::Paper, "13-10-2026"));
        assert_eq!(draft.survey, Some(survey));
        let fresh = Draft { text: "x".to_owned(), ..Draft::default() };
        let entry = fresh.entry(&model, "Interviews", TODAY).unwrap();
        assert!(matches!(entry.survey, HandSurvey::New { name, .. } if name == "Interviews"));
    }
}
