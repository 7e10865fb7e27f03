//! `--where`, `--from`, `--to`, `--journey` and `--by` → what is counted, or a sentence why not.

use super::Failure;
use super::args::Selection;
use crate::analysis::Measure;
use crate::document::Document;
use crate::jobs::Reporter;
use crate::model::{Message, Metric, Model, Question, QuestionId, Refusal, query::same_name};
use crate::scores::{Band, By, Filter, Period, ScoreTable, Written};
use crate::text::{Lang, Texts};
use chrono::NaiveDate;

/// What a selection means in a document.
///
/// # Errors
/// When it names something the document does not have; the sentence lists what is there. When words
/// cannot be looked up.
pub fn filter(
    selection: &Selection,
    document: &Document,
    table: &ScoreTable,
) -> Result<Filter, Failure> {
    let model = document.model();
    let mut filter = Filter {
        period: Period {
            from: selection.from.as_deref().map(day).transpose()?,
            to: selection.to.as_deref().map(day).transpose()?,
        },
        ..Filter::default()
    };
    let journey = journey(selection, model)?;
    filter.journey = journey;
    for condition in &selection.conditions {
        add_condition(&mut filter, condition, model, table)?;
    }
    Ok(document.looked_up(filter, &Reporter::silent())?)
}

/// The journey a selection is about: the named one, or the first.
///
/// # Errors
/// When no journey has that name.
pub fn journey(
    selection: &Selection,
    model: &Model,
) -> Result<Option<crate::model::JourneyId>, Refusal> {
    let found = model.journey_named(selection.journey.as_deref()).map(|j| j.id);
    match (&selection.journey, found) {
        (Some(name), None) => {
            let known = model.journeys_in_order().into_iter().map(|j| j.name.clone());
            Err(unknown("cli-what-journey", name, known))
        }
        _ => Ok(found),
    }
}

/// The parts that `--by` asks for.
///
/// # Errors
/// When the word is none of the known ones.
pub fn by(
    word: Option<&str>,
    journey: Option<crate::model::JourneyId>,
    table: &ScoreTable,
) -> Result<By, Refusal> {
    let Some(word) = word else {
        return Ok(By::Whole);
    };
    let (kind, name) = word.split_once(':').unwrap_or((word, ""));
    match (kind.trim().to_lowercase().as_str(), journey) {
        ("touchpoint", _) => Ok(By::Touchpoint),
        ("stage", Some(journey)) => Ok(By::Stage(journey)),
        ("stage", None) => Err(Message::new("cli-no-journey").into()),
        ("channel", _) => Ok(By::Channel),
        ("owner", _) => Ok(By::Owner),
        ("team", _) => Ok(By::Team),
        ("department", _) => Ok(By::Department),
        ("wave", _) => Ok(By::Wave),
        ("month", _) => Ok(By::Month),
        ("segment", _) => dimension(name, table).map(By::Segment),
        ("persona", _) => Ok(By::Persona),
        _ => Err(Message::new("cli-unknown-by").with("value", word).into()),
    }
}

fn add_condition(
    filter: &mut Filter,
    condition: &str,
    model: &Model,
    table: &ScoreTable,
) -> Result<(), Refusal> {
    let Some((name, value)) = condition.split_once('=') else {
        return Err(Message::new("cli-bad-where").with("value", condition).into());
    };
    let (kind, sub) = name.split_once(':').unwrap_or((name, ""));
    let value = value.trim();
    match kind.trim().to_lowercase().as_str() {
        "channel" => add_channel(filter, value, model)?,
        "owner" => {
            let owners = model.owners.values();
            let found = owners.clone().find(|o| same_name(&o.name, value)).map(|o| o.id);
            let known = owners.map(|o| o.name.clone());
            filter.owners.insert(found.ok_or_else(|| unknown("cli-what-owner", value, known))?);
        }
        "department" => {
            let teams = model.teams.values();
            let named = teams.clone().filter(|t| same_name(t.department_name(), value));
            let found: Vec<_> = named.map(|t| t.id).collect();
            if found.is_empty() {
                let known = teams.map(|t| t.department_name().to_owned());
                return Err(unknown("cli-what-department", value, known));
            }
            filter.teams.extend(found);
        }
        "team" => {
            let teams = model.teams.values();
            let found = teams.clone().find(|t| same_name(&t.name, value)).map(|t| t.id);
            let known = teams.map(|t| t.name.clone());
            filter.teams.insert(found.ok_or_else(|| unknown("cli-what-team", value, known))?);
        }
        "touchpoint" => {
            let found = model.touchpoint_named(value).map(|t| t.id);
            let known = model.touchpoints.values().map(|t| t.title.clone());
            filter
                .touchpoints
                .insert(found.ok_or_else(|| unknown("cli-what-touchpoint", value, known))?);
        }
        "wave" => {
            let waves = || model.surveys.values().map(|s| s.wave.clone());
            let found = waves().find(|w| same_name(w, value));
            filter.waves.insert(found.ok_or_else(|| unknown("cli-what-wave", value, waves()))?);
        }
        "from" => filter.period.from = Some(day(value)?),
        "to" => filter.period.to = Some(day(value)?),
        "score" => filter.band = Some(band(sub, value)?),
        "persona" => {
            let personas = model.personas.values();
            let found = personas.clone().find(|p| same_name(&p.name, value));
            let known = personas.map(|p| p.name.clone());
            let found = found.ok_or_else(|| unknown("cli-what-persona", value, known))?;
            if !found.is_described() {
                let name = found.name.as_str();
                return Err(Message::new("cli-persona-not-described").with("name", name).into());
            }
            filter.personas.insert(found.id);
        }
        "text" if !value.is_empty() => {
            // Given more than once: all of them.
            let before = filter.written.take().map(|w| w.text + " ").unwrap_or_default();
            filter.written = Some(Written::new(before + value));
        }
        "survey" => add_survey(filter, value, model)?,
        "segment" => {
            let dimension_name = dimension(sub, table)?;
            let values = table
                .dimensions
                .iter()
                .filter(|d| d.name == dimension_name)
                .flat_map(|d| d.values.iter().cloned());
            let found = values.clone().find(|v| same_name(v, value));
            let found = found.ok_or_else(|| unknown("cli-what-value", value, values))?;
            filter.segments.entry(dimension_name).or_default().insert(found);
        }
        _ => {
            return Err(Message::new("cli-bad-where").with("value", condition).into());
        }
    }
    Ok(())
}

/// `score:nps=0-6`: responses that gave such an answer.
fn band(metric: &str, values: &str) -> Result<Band, Refusal> {
    let known = || Metric::ALL.iter().map(|m| m.key().to_owned());
    let metric =
        Metric::from_key(metric).ok_or_else(|| unknown("cli-what-metric", metric, known()))?;
    let ends = values.split_once(['-', '–']).unwrap_or((values, values));
    match (ends.0.trim().parse(), ends.1.trim().parse()) {
        (Ok(low), Ok(high)) if low <= high => Ok(Band { metric, low, high }),
        _ => Err(Message::new("cli-bad-band").with("value", values).into()),
    }
}

fn add_channel(filter: &mut Filter, value: &str, model: &Model) -> Result<(), Refusal> {
    let before = filter.channels.len();
    filter.channels.extend(model.channels.values().filter(|c| channel_is(c, value)).map(|c| c.id));
    if filter.channels.len() == before {
        let texts = Texts::new(Lang::En);
        return Err(unknown(
            "cli-what-channel",
            value,
            model.channels.values().map(|c| texts.channel(c)),
        ));
    }
    Ok(())
}

fn add_survey(filter: &mut Filter, value: &str, model: &Model) -> Result<(), Refusal> {
    let before = filter.surveys.len();
    let named = model.surveys.values().filter(|s| same_name(&s.name, value));
    filter.surveys.extend(named.map(|s| s.id));
    if filter.surveys.len() == before {
        return Err(unknown(
            "cli-what-survey",
            value,
            model.surveys.values().map(|s| s.name.clone()),
        ));
    }
    Ok(())
}

/// The question of a measure by its words or its code.
///
/// # Errors
/// When there is none; the known ones are named.
pub fn question(name: &str, model: &Model, measure: Measure) -> Result<QuestionId, Refusal> {
    let asked = || model.questions.values().filter(|q| q.metric == measure.metric);
    let is_it = |q: &&Question| same_name(q.topic(), name) || same_name(&q.code, name);
    let found = asked().find(is_it).map(|q| q.id);
    found.ok_or_else(|| unknown("cli-what-question", name, asked().map(|q| q.topic().to_owned())))
}

/// A channel answers to its own name and to the name of its kind in each language and in files.
fn channel_is(channel: &crate::model::Channel, name: &str) -> bool {
    let own = channel.name.as_deref().is_some_and(|own| same_name(own, name));
    let kind = serde_json::to_value(channel.kind).ok();
    let key = kind.as_ref().and_then(|k| k.as_str()).is_some_and(|key| same_name(key, name));
    let in_words =
        Lang::ALL.iter().any(|lang| same_name(&Texts::new(*lang).channel_kind(channel.kind), name));
    let is_usual = channel.kind != crate::model::ChannelKind::Other;
    own || (is_usual && (key || in_words))
}

fn dimension(name: &str, table: &ScoreTable) -> Result<String, Refusal> {
    let names = || table.dimensions.iter().map(|d| d.name.clone());
    names().find(|n| same_name(n, name)).ok_or_else(|| unknown("cli-what-segment", name, names()))
}

fn day(text: &str) -> Result<i32, Refusal> {
    let parsed = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok();
    let days = parsed.and_then(|d| i32::try_from((d - NaiveDate::default()).num_days()).ok());
    days.ok_or_else(|| Message::new("cli-bad-date").with("value", text).into())
}

/// The sentence about a name that is not there, with those that are.
pub(super) fn unknown(
    what: &'static str,
    value: &str,
    known: impl Iterator<Item = String>,
) -> Refusal {
    let mut known: Vec<String> = known.filter(|k| !k.is_empty()).collect();
    known.sort();
    known.dedup();
    let more = known.len().saturating_sub(MOST_NAMED);
    known.truncate(MOST_NAMED);
    let mut list = known.join(", ");
    if more > 0 {
        list.push_str(", …");
    }
    Message::new("cli-unknown-name")
        .with("what", Message::new(what))
        .with("value", value)
        .with("known", if list.is_empty() { "–".to_owned() } else { list })
        .into()
}

/// How many known names a sentence lists at most.
const MOST_NAMED: usize = 12;

impl Selection {
    /// The same selection with further conditions.
    #[must_use]
    pub fn and(&self, conditions: &[String]) -> Self {
        let mut both = self.clone();
        both.conditions.extend(conditions.iter().cloned());
        both
    }
}
