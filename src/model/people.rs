//! People and the ways they meet: owners, teams, personas, channels.

use super::id::{ChannelId, OwnerId, PersonaId, StakeholderId, TeamId};
use super::marks::Hue;
use serde::{Deserialize, Serialize};

/// The person responsible for touchpoints.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Owner {
    /// Identity.
    pub id: OwnerId,
    /// Full name.
    pub name: String,
    /// What this person does.
    pub role: String,
    /// E-mail address at work, or empty.
    pub email: String,
    /// The team, which knows its department.
    pub team: Option<TeamId>,
    /// Colour of this person on maps; without one the colour of avatars.
    #[serde(default)]
    pub hue: Option<Hue>,
}

impl Owner {
    /// An owner of whom only the name is known.
    #[must_use]
    pub fn named(id: OwnerId, name: String) -> Self {
        Self { id, name, role: String::new(), email: String::new(), team: None, hue: None }
    }

    /// At most two letters for an avatar: first letters of the first and last capitalised word.
    #[must_use]
    pub fn initials(&self) -> String {
        let words = || self.name.split_whitespace().filter(|w| w.chars().any(char::is_alphabetic));
        let first = words().next().and_then(|w| w.chars().find(|c| c.is_alphabetic()));
        let last = words().next_back().and_then(|w| w.chars().find(|c| c.is_alphabetic()));
        let last = if words().count() > 1 { last } else { None };
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}

/// A team of people, part of a department.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Team {
    /// Identity.
    pub id: TeamId,
    /// Name.
    pub name: String,
    /// Department it is part of, or empty.
    pub department: String,
}

impl Team {
    /// The department it counts as: its own name where none is given.
    #[must_use]
    pub fn department_name(&self) -> &str {
        match self.department.trim() {
            "" => &self.name,
            department => department,
        }
    }
}

/// Whose journey it is.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Persona {
    /// Identity.
    pub id: PersonaId,
    /// Name.
    pub name: String,
    /// Who this is, in a few words.
    pub role: String,
    /// What this persona wants.
    pub goals: String,
    /// What stands in the way.
    pub frustrations: String,
    /// A sentence this persona would say.
    pub quote: String,
    /// Colour of this persona's curve; without one, by the order of personas.
    #[serde(default)]
    pub hue: Option<Hue>,
}

impl Persona {
    /// A persona of whom only the name is known.
    #[must_use]
    pub fn named(id: PersonaId, name: String) -> Self {
        let empty = String::new;
        let (role, goals, frustrations, quote) = (empty(), empty(), empty(), empty());
        Self { id, name, role, goals, frustrations, quote, hue: None }
    }
}

/// How much someone can make happen or stop.
#[derive(
    Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "degrees")]
pub enum Influence {
    Low,
    #[default]
    Medium,
    High,
}

/// Someone with a stake in the journey, inside or outside the organisation.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Stakeholder {
    /// Identity.
    pub id: StakeholderId,
    /// Name of a person or party.
    pub name: String,
    /// What they do in the journey, or empty.
    pub role: String,
    /// The organisation or department they belong to, or empty.
    pub organisation: String,
    /// What is at stake for them, or empty.
    pub stake: String,
    /// How much they can make happen or stop.
    #[serde(default)]
    pub influence: Influence,
}

/// The usual channels, and `Other` for a team's own.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// Website.
    Web,
    /// Telephone.
    Phone,
    /// Shop or counter.
    Shop,
    /// Mobile app.
    App,
    /// E-mail.
    Email,
    /// Chat.
    Chat,
    /// Letter.
    Letter,
    /// Face to face, outside a shop.
    InPerson,
    /// Advertisement.
    Ad,
    /// Social media.
    Social,
    /// A channel the team named itself.
    Other,
}

impl ChannelKind {
    /// Every kind, in menu order.
    pub const ALL: [Self; 11] = [
        Self::Web,
        Self::Phone,
        Self::Shop,
        Self::App,
        Self::Email,
        Self::Chat,
        Self::Letter,
        Self::InPerson,
        Self::Ad,
        Self::Social,
        Self::Other,
    ];
}

/// A way by which contact is made. Without an own name its name follows the language.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Channel {
    /// Identity.
    pub id: ChannelId,
    /// Which of the usual channels, or `Other`.
    pub kind: ChannelKind,
    /// Own name; always there when the kind is `Other`.
    pub name: Option<String>,
}
