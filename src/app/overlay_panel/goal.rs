//! The field in which the team writes what it wants to reach: for the journey, or a touchpoint.
//!
//! Keeps what is typed until Enter or until the focus leaves; then it is one command.

use crate::analysis::{Overlay, Version};
use crate::app::context::{Ctx, UiAction};
use crate::app::widgets::Field;
use crate::document::Command;
use crate::model::{Audience, Message, Metric, Target, TargetId, TouchpointId};
use egui::Ui;

/// What the field remembers between frames.
#[derive(Default)]
pub struct Goal {
    of: Option<(Option<f64>, Metric, Option<TouchpointId>)>,
    text: String,
    wrong: bool,
}

impl Goal {
    /// Shows the field, where a score with a scale is in view: that of `goal_of`.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        ctx: &Ctx<'_>,
        version: Option<&Version>,
        touchpoint: Option<TouchpointId>,
        out: &mut Vec<UiAction>,
    ) {
        let Some(version) = version else { return };
        let (metric, (low, high)) = (version.metric, version.axis());
        let now = target(ctx, metric, touchpoint);
        let of = Some((now, metric, touchpoint));
        if self.of != of {
            (self.of, self.wrong) = (of, false);
            let words = |v: f64| ctx.texts.num(v, digits(v));
            self.text = now.map(words).unwrap_or_default();
        }
        let key = if touchpoint.is_some() { "inspector-goal-own" } else { "inspector-goal" };
        let name = ctx.t1(key, "metric", ctx.texts.metric(metric));
        let range = Message::new("inspector-goal-range")
            .with("low", ctx.texts.num(low, 0))
            .with("high", ctx.texts.num(high, 0));
        let range = ctx.texts.say(&range);
        let field = Field::new(&mut self.text, name)
            .labelled()
            .hint(range.clone())
            .error(self.wrong.then_some(range))
            .enabled(ctx.why_fixed().is_none())
            .width(ui.available_width());
        let response = field.show(ui, ctx.theme);
        if !response.lost_focus() {
            return;
        }
        let value = match self.text.trim() {
            "" => None,
            text => match parse(text).filter(|v| (low..=high).contains(v)) {
                Some(value) => Some(value),
                None => {
                    self.wrong = true;
                    return;
                }
            },
        };
        self.wrong = false;
        if value != now {
            let id = TargetId::fresh();
            out.push(UiAction::Run(Command::SetTarget { id, metric, touchpoint, value }));
        }
    }
}

/// The version whose target can be set where an overlay is looked at.
#[must_use]
pub fn goal_of(overlay: Option<&Overlay>) -> Option<&Version> {
    let overlay = overlay.filter(|o| o.measure.is_score())?;
    let of_customers = |v: &&Version| v.audience == Audience::Customer;
    overlay.version.as_ref().filter(of_customers)
}

/// The target of just this touchpoint, or of the journey.
fn target(ctx: &Ctx<'_>, metric: Metric, touchpoint: Option<TouchpointId>) -> Option<f64> {
    let own = |t: &&Target| t.metric == metric && t.touchpoint == touchpoint;
    ctx.model.targets.values().find(own).map(|t| t.value)
}

/// Decimals that show a target as it was written, two at most.
fn digits(value: f64) -> usize {
    let rest = |places: i32| (value * 10_f64.powi(places)).fract().abs() > 1e-6;
    usize::from(rest(0)) + usize::from(rest(1))
}

/// A number with a decimal comma or point, and with any of the minus signs.
fn parse(text: &str) -> Option<f64> {
    let plain = text.trim().trim_end_matches('%').trim().replace(['−', '–'], "-").replace(',', ".");
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_as_people_write_them() {
        for (text, value) in [
            ("5", Some(5.0)),
            (" 4,25 ", Some(4.25)),
            ("80 %", Some(80.0)),
            ("−12", Some(-12.0)),
            ("4.2.1", None),
            ("hoog", None),
            ("inf", None),
        ] {
            assert_eq!(parse(text), value, "{text}");
        }
        for (value, wanted) in [(5.0, 0), (4.2, 1), (4.25, 2), (-12.0, 0)] {
            assert_eq!(digits(value), wanted, "{value}");
        }
    }
}
