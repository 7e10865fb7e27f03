//! What the figures mean on a map: overlay, heat value, certainty, trend, comparison, legend.
//!
//! Pure and without words: names and sentences are `text`'s, colours are `render`'s.

/// Where something else is measured.
pub mod breaks;
/// What changed, and what stands out.
pub mod compare;
/// What followed the contacts of a log.
pub mod contacts;
/// Month by month, with limits and signals.
pub mod control;
/// What is different between two maps.
pub mod difference;
/// Answers about what was deleted.
pub mod gone;
/// Employees under a filter.
pub mod guard;
/// What managers guessed.
pub mod guess;
/// The heat scale and certainty.
pub mod heat;
/// The facts of a legend.
pub mod legend;
/// Baselines that the team locked.
pub mod locked;
/// A metric over a journey as a table.
pub mod matrix;
/// What can be painted.
pub mod measure;
/// A measure over a journey.
pub mod overlay;
/// Small groups of employees.
pub mod privacy;
/// Where to look first.
pub mod ranking;
/// A score, or why there is none.
pub mod reading;
/// Who answers for touchpoints.
pub mod responsible;
/// What one of them needs to know.
pub mod scorecard;
/// The way of the customer over departments.
pub mod silos;
/// The table behind `stats`.
pub mod stats;
/// The code book: which themes a text has.
pub mod themes;
/// Month by month.
pub mod trend;
/// Which questions are comparable.
pub mod version;

pub use breaks::{Break, BreakWhy};
pub use compare::{Change, Comparison, Rival, compare_rows};
pub use contacts::{ContactMetric, ContactRequest, ContactRow, contact_stats};
pub use control::{Base, ControlChart, ControlPoint, ControlRequest, Scope, Span};
pub use difference::{Aspect, Difference, Part, Side, differences};
pub use gone::answers_gone;
pub use heat::{Heat, LOW_BASE, Leaf, Middle, Midpoint, Why, heat};
pub use legend::{Legend, days_of};
pub use matrix::{Across, Cell, Matrix, MatrixRequest, MatrixRow, RowGroup, RowSubject, Rows};
pub use measure::{Lens, Measure};
pub use overlay::{Overlay, OverlayRequest, Sources, Topic};
pub use reading::{Count, Fact, LEAST_PAIRS, Paint, Reading, SMALLEST_GROUP, Score};
pub use responsible::{Held, Responsible, ResponsibleKind};
pub use scorecard::{Scorecard, ScorecardPart, ScorecardRequest, lineup};
pub use silos::{Handover, Silo, Silos, Stop};
pub use stats::{StatsRequest, StatsRow, stats};
pub use trend::{Trend, TrendRequest};
pub use version::Version;
