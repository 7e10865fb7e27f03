//! The steps from one version of the file to the next, oldest first. Only ever appended.
//!
//! Step `i` leads from version `i + 1` to `i + 2`. Each is one SQL file beside this one.

/// From version 1 to 2.
pub(super) const V2: &str = include_str!("v2.sql");

/// From version 2 to 3.
pub(super) const V3: &str = include_str!("v3.sql");

/// From version 3 to 4.
pub(super) const V4: &str = include_str!("v4.sql");

/// From version 4 to 5.
pub(super) const V5: &str = include_str!("v5.sql");

/// From version 5 to 6.
pub(super) const V6: &str = include_str!("v6.sql");

/// Every step.
pub(super) const ALL: &[&str] = &[V2, V3, V4, V5, V6];
