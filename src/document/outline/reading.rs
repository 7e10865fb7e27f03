//! Themes, saved views and baselines in words, and the commands that make them.
//!
//! A saved view is written as it is: what it refers to is its own affair.

use crate::document::Command;
use crate::model::{
    Audience, Baseline, BaselineId, Metric, Refusal, SavedView, SavedViewId, Theme, ThemeId,
    ThemeLang, TouchpointId,
};
use serde::{Deserialize, Serialize};

/// A theme of the code book.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThemeOutline {
    /// Name.
    pub name: String,
    /// In texts of which language; of any when left out.
    #[serde(default, skip_serializing_if = "is_any")]
    pub lang: ThemeLang,
    /// Only in texts about this touchpoint; about anything when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
    /// Rules of which one must be met.
    pub include: Vec<String>,
    /// Rules of which none may be met.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exclude: Vec<String>,
}

/// A way to look at the map.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewOutline {
    /// Name.
    pub name: String,
    /// The look, as JSON text.
    pub what: String,
}

/// The days on which control limits are locked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BaselineOutline {
    /// Of which metric.
    pub metric: Metric,
    /// Of whose answers; of customers when left out.
    #[serde(default, skip_serializing_if = "is_customer")]
    pub audience: Audience,
    /// For which touchpoint; for the whole journey when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touchpoint: Option<String>,
    /// First day, as `YYYY-MM-DD`.
    pub from: String,
    /// Last day, as `YYYY-MM-DD`.
    pub to: String,
}

/// A theme in words; `name` is how a touchpoint is referred to.
pub(super) fn theme(theme: &Theme, name: impl Fn(TouchpointId) -> String) -> ThemeOutline {
    let Theme { id: _, name: called, lang, touchpoint, include, exclude, position: _ } =
        theme.clone();
    ThemeOutline { name: called, lang, touchpoint: touchpoint.map(name), include, exclude }
}

/// A saved view in words.
pub(super) fn view(view: &SavedView) -> ViewOutline {
    let SavedView { id: _, name, what, position: _ } = view.clone();
    ViewOutline { name, what }
}

/// A baseline in words; `name` is how a touchpoint is referred to.
pub(super) fn baseline(
    baseline: &Baseline,
    name: impl Fn(TouchpointId) -> String,
) -> BaselineOutline {
    let Baseline { id: _, metric, audience, touchpoint, from, to } = baseline.clone();
    BaselineOutline { metric, audience, touchpoint: touchpoint.map(name), from, to }
}

/// How a touchpoint is found by what it is called, for something of a name.
type Find<'f> = &'f dyn Fn(Option<&str>, &str) -> Result<Option<TouchpointId>, Refusal>;

impl ThemeOutline {
    /// The command that makes it.
    pub(super) fn command(&self, find: Find<'_>) -> Result<Command, Refusal> {
        let touchpoint = find(self.touchpoint.as_deref(), &self.name)?;
        let Self { name, lang, touchpoint: _, include, exclude } = self.clone();
        Ok(Command::PutTheme { id: ThemeId::fresh(), name, lang, touchpoint, include, exclude })
    }
}

impl ViewOutline {
    /// The command that makes it.
    pub(super) fn command(&self) -> Command {
        let Self { name, what } = self.clone();
        Command::PutView { id: SavedViewId::fresh(), name, what }
    }
}

impl BaselineOutline {
    /// The command that makes it.
    pub(super) fn command(&self, find: Find<'_>) -> Result<Command, Refusal> {
        let touchpoint = find(self.touchpoint.as_deref(), self.metric.key())?;
        let Self { metric, audience, touchpoint: _, from, to } = self.clone();
        Ok(Command::SetBaseline { id: BaselineId::fresh(), metric, audience, touchpoint, from, to })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_any(lang: &ThemeLang) -> bool {
    *lang == ThemeLang::Any
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_customer(audience: &Audience) -> bool {
    *audience == Audience::Customer
}
