//! The nouns of Klantreis and the one way they change. Knows no disk, clock, thread, SQL or egui.

/// Touchpoints and their cards, feelings, notes.
pub mod card;
/// The document in memory and its before/after pairs.
pub mod change;
/// Contacts of a log.
pub mod contact;
/// Text as it is searched.
pub mod folding;
/// Counts per value of a scale.
pub mod histogram;
/// Identities.
pub mod id;
/// Journeys, stages, steps.
pub mod journey;
/// Lanes.
pub mod lane;
/// Colour, tags, links, pictures, remarks, arrows.
pub mod marks;
/// Sentences before they have a language.
pub mod message;
// Names of kinds.
mod name_key;
/// Owners, teams, personas, channels.
pub mod people;
/// A picture as a document keeps it.
pub mod picture;
/// What stands where, in which order, called what.
pub mod query;
/// Surveys, questions, batches, targets.
pub mod survey;
/// Themes, saved views, baselines.
pub mod words;
/// Versions, votes, guesses, agenda.
pub mod workshop;

pub use card::*;
pub use change::{Change, Edit, HasTable, Model, Record, Setting, SettingKey, Table};
pub use contact::Contact;
pub use histogram::Histogram;
pub use id::*;
pub use journey::*;
pub use lane::*;
pub use marks::*;
pub use message::{Arg, Message, Refusal, Tell};
pub use people::*;
pub use picture::Picture;
pub use survey::*;
pub use words::*;
pub use workshop::*;
