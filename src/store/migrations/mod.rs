//! The steps from one version of the file to the next, oldest first. Only ever appended.
//!
//! Step `i` leads from version `i + 1` to `i + 2`. Each is one SQL file beside this one.

/// Every step.
pub(super) const ALL: &[&str] = &[include_str!("v2.sql")];
