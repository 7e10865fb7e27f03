//! What helps to read what respondents wrote: the themes of the code book, kept looks, baselines.
//!
//! Knows no text: which theme a text has is said by `analysis::themes`.

use super::id::{BaselineId, SavedViewId, ThemeId, TouchpointId};
use super::survey::{Audience, Metric};
use serde::{Deserialize, Serialize};

/// The language of the texts that a theme is looked for in.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ThemeLang {
    /// Every text.
    #[default]
    Any,
    /// Texts that are not clearly in another language than Dutch.
    Nl,
    /// Texts that are not clearly in another language than English.
    En,
}

impl ThemeLang {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::Any, Self::Nl, Self::En];
}

/// A theme of the code book: a text that one of its rules finds is about it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Theme {
    /// Identity.
    pub id: ThemeId,
    /// Name.
    pub name: String,
    /// In texts of which language.
    #[serde(default)]
    pub lang: ThemeLang,
    /// Only in texts about this touchpoint; about anything when absent.
    #[serde(default)]
    pub touchpoint: Option<TouchpointId>,
    /// Rules of which one must be met. A rule is a word, `word*` (a beginning), `*word` (an end),
    /// `*word*` (a part), or several of them in a row.
    pub include: Vec<String>,
    /// Rules of which none may be met.
    #[serde(default)]
    pub exclude: Vec<String>,
    /// Place among the themes, from 0.
    pub position: i64,
}

/// A way to look at the map that was given a name: filters, measure, columns.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SavedView {
    /// Identity.
    pub id: SavedViewId,
    /// Name.
    pub name: String,
    /// The look, as JSON. What it means is known to who shows it.
    pub what: String,
    /// Place among the saved views, from 0.
    pub position: i64,
}

/// The months on which the control limits of a trend are locked. One a metric, audience and
/// touchpoint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Baseline {
    /// Identity.
    pub id: BaselineId,
    /// Of which metric.
    pub metric: Metric,
    /// Of whose answers.
    pub audience: Audience,
    /// For which touchpoint; for the whole journey when absent.
    pub touchpoint: Option<TouchpointId>,
    /// First day, as `YYYY-MM-DD`.
    pub from: String,
    /// Last day, as `YYYY-MM-DD`, not before `from`.
    pub to: String,
}
