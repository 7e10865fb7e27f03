//! What a filter lets through, in words: every condition but the period, which stands by itself.
//!
//! Exports print it, so that no picture of a part is taken for the whole.

use crate::model::{Message, Model};
use crate::scores::{Band, Filter};
use crate::text::Texts;

/// "Channel: Web, Phone"; "Region: North"; "Comments with: wait". Empty for a filter that chooses no
/// answers.
#[must_use]
pub fn conditions(texts: &Texts, model: &Model, filter: &Filter) -> Vec<String> {
    let mut all = Vec::new();
    let mut add = |name: String, values: Vec<String>| {
        if !values.is_empty() {
            all.push(format!("{name}: {}", values.join(", ")));
        }
    };
    let surveys = filter.surveys.iter().filter_map(|id| model.surveys.get(id));
    add(texts.get("filter-survey"), surveys.map(|s| s.name.clone()).collect());
    add(texts.get("filter-wave"), filter.waves.iter().cloned().collect());
    let channels = filter.channels.iter().filter_map(|id| model.channels.get(id));
    add(texts.get("filter-channel"), channels.map(|c| texts.channel(c)).collect());
    let owners = filter.owners.iter().filter_map(|id| model.owners.get(id));
    add(texts.get("filter-owner"), owners.map(|o| o.name.clone()).collect());
    let teams = filter.teams.iter().filter_map(|id| model.teams.get(id));
    add(texts.get("filter-team"), teams.map(|t| t.name.clone()).collect());
    let touchpoints = filter.touchpoints.iter().filter_map(|id| model.touchpoints.get(id));
    let titles = touchpoints.map(|t| t.title.clone()).collect();
    add(texts.get("filter-touchpoint"), titles);
    for (name, values) in &filter.segments {
        let unknown = || texts.get("matrix-unknown");
        let value = |v: &String| if v.is_empty() { unknown() } else { v.clone() };
        add(name.clone(), values.iter().map(value).collect());
    }
    add(texts.get("filter-score"), filter.band.iter().map(|b| band(texts, b)).collect());
    let written = filter.written.iter().map(|w| w.text.clone()).collect();
    add(texts.get("filter-text"), written);
    all
}

/// "Ease (CES): 1–3".
#[must_use]
pub fn band(texts: &Texts, band: &Band) -> String {
    let key = if band.low == band.high { "filter-score-one" } else { "filter-score-band" };
    let message = Message::new(key)
        .with("metric", texts.metric(band.metric))
        .with("low", i64::from(band.low))
        .with("high", i64::from(band.high));
    texts.say(&message)
}
