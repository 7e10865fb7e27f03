//! The command line: arguments → calls of the library → text or JSON.
//!
//! A contract: exit 0 done, 1 refused with one sentence on stderr, 2 wrong usage.

/// The arguments.
pub mod args;
/// Which answers are meant.
pub mod selection;
