//! One open document: commands, history, import batches. The only way anything changes.

/// Every change a person can make.
pub mod command;

pub use command::Command;
