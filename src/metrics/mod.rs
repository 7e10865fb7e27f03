//! One pure file a metric: histogram in, value and interval out. No model of a document, no rounding.

/// Customer effort.
pub mod ces;
/// Tests of a change.
pub mod change;
/// Repeat contact and channel switching.
pub mod contacts;
/// Control charts.
pub mod control;
/// Satisfaction.
pub mod csat;
/// What every metric gives.
pub mod estimate;
/// First contact resolution.
pub mod fcr;
/// All figures of one question.
pub mod figures;
/// Intervals that metrics share.
pub mod interval;
/// Net Promoter.
pub mod nps;
/// Ratings.
pub mod rating;
/// Which points of a control chart stand out.
pub mod rules;
/// Base sizes.
pub mod sample_size;

pub use ces::Cuts;
pub use change::Difference;
pub use control::{Chart, Control, Limits, Sums};
pub use estimate::{Estimate, Z95};
pub use figures::{Clustered, Figures, Parts, WeightedFigure, axis, pooled, score, unit, weighted};
pub use nps::Split;
pub use rules::{Rule, Side, Signal, signals};
