//! One pure file a metric: histogram in, value and interval out. No model of a document, no rounding.

/// What every metric gives.
pub mod estimate;

pub use estimate::Estimate;
