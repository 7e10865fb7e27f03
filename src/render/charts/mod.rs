//! Charts as scenes: trend and histogram by plotters, the small ones drawn directly.
//!
//! Takes figures as values; computes none.

/// The distribution of answers as one bar.
mod answers;
/// Plotters drawing into a scene.
mod backend;
/// Each value with its share and how sure that is.
mod distribution;
/// One bar for each value.
mod histogram;
/// A figure over the months.
mod trend;
/// What a trend shows beside its line.
mod trend_marks;
/// Responses per week, under the time brush.
mod weeks;
/// One figure with its interval on its whole axis.
mod whisker;

pub use answers::{AnswersRequest, answers_bar};
pub use distribution::{DistributionRequest, distribution};
pub use histogram::histogram;
pub use trend::{TrendEvent, TrendPoint, TrendRequest, trend};
pub use weeks::{HEIGHT as WEEKS_HEIGHT, WeeksRequest, weeks};
pub use whisker::{WhiskerRequest, whisker};
