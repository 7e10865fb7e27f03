//! What the figures mean on a map: overlay, heat value, certainty, trend, comparison, legend.
//!
//! Pure and without words: names and sentences are `text`'s, colours are `render`'s.

/// What changed, and what stands out.
pub mod compare;
/// What followed the contacts of a log.
pub mod contacts;
/// What is different between two maps.
pub mod difference;
/// The heat scale and certainty.
pub mod heat;
/// The facts of a legend.
pub mod legend;
/// A metric over a journey as a table.
pub mod matrix;
/// A metric over a journey.
pub mod overlay;
/// Small groups of employees.
pub mod privacy;
/// A score, or why there is none.
pub mod reading;
/// The way of the customer over departments.
pub mod silos;
/// The table behind `stats`.
pub mod stats;
/// Month by month.
pub mod trend;
/// Which questions are comparable.
pub mod version;

pub use compare::{Change, Comparison, compare_rows};
pub use contacts::{ContactMetric, ContactRequest, ContactRow, contact_stats};
pub use difference::{Aspect, Difference, Part, Side, differences};
pub use heat::{Heat, LOW_BASE, Leaf, Midpoint, Why, heat};
pub use legend::{Legend, days_of};
pub use matrix::{Across, Cell, Matrix, MatrixRequest, MatrixRow, RowGroup, RowSubject, Rows};
pub use overlay::{Overlay, OverlayRequest};
pub use reading::{Count, Reading, SMALLEST_GROUP, Score};
pub use silos::{Handover, Silo, Silos, Stop};
pub use stats::{StatsRequest, StatsRow, stats};
pub use trend::{Trend, TrendRequest};
pub use version::Version;
