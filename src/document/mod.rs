//! One open document: commands, history, import batches. The only way anything changes.

/// Every change a person can make.
pub mod command;
/// Command → changes, or a reason why not.
pub mod plan;

pub use command::Command;
pub use plan::{Plan, plan};
