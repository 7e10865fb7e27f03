//! What a team puts on cards: colour, tags, links, evidence, pictures, remarks, arrows.
//!
//! Knows nothing of where a card stands.

use super::id::{
    ArrowId, AttachmentId, BlobId, JourneyId, NoteId, PersonaId, PlacementId, RemarkId,
    TouchpointId,
};
use serde::{Deserialize, Serialize};

/// The colours that carry no meaning of their own; none is one of a heat palette.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "colours")]
pub enum Hue {
    Grey,
    Yellow,
    Peach,
    Rose,
    Lilac,
    Sky,
    Teal,
    Mint,
}

impl Hue {
    /// Every colour, in menu order.
    pub const ALL: [Self; 8] = [
        Self::Grey,
        Self::Yellow,
        Self::Peach,
        Self::Rose,
        Self::Lilac,
        Self::Sky,
        Self::Teal,
        Self::Mint,
    ];
}

/// What a statement rests on, as the team says. That it rests on data is said by the data.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// Somebody thinks so.
    Assumption,
    /// A customer or colleague told so.
    Anecdote,
}

/// A link to something outside the document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct WebLink {
    /// What it is called; the address when empty.
    #[serde(default)]
    pub title: String,
    /// The address, beginning with `http://`, `https://` or `mailto:`.
    pub url: String,
}

/// What a team puts on a touchpoint or note.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Marks {
    /// Colour of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hue: Option<Hue>,
    /// Tags, in order, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<WebLink>,
    /// What it rests on, as the team says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Whether the organisation wants to stand out here.
    #[serde(skip_serializing_if = "is_false")]
    pub stands_out: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for this signature")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What marks, remarks and votes are about: an identity, wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "kinds of things")]
pub enum Item {
    Touchpoint(TouchpointId),
    Note(NoteId),
}

/// What a picture hangs on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "kinds of things")]
pub enum Holder {
    Touchpoint(TouchpointId),
    Note(NoteId),
    Persona(PersonaId),
}

/// One card on a map: of a touchpoint, or a note.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "kinds of cards")]
pub enum CardRef {
    Card(PlacementId),
    Note(NoteId),
}

/// What an arrow says about the way from one card to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArrowKind {
    /// What comes next.
    #[default]
    Next,
    /// One of several ways on.
    Branch,
    /// Back to an earlier card.
    LoopBack,
}

/// An arrow between two cards of a journey.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Arrow {
    /// Identity.
    pub id: ArrowId,
    /// On which map.
    pub journey: JourneyId,
    /// Where it begins.
    pub from: CardRef,
    /// Where it ends.
    pub to: CardRef,
    /// What it says.
    pub kind: ArrowKind,
    /// Words beside it, or empty.
    pub label: String,
}

/// What someone remarked in the team, to be resolved.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Remark {
    /// Identity; later remarks sort after earlier ones.
    pub id: RemarkId,
    /// What it is about.
    pub item: Item,
    /// Who said it, or empty.
    pub author: String,
    /// What was said.
    pub text: String,
    /// When, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub at: String,
    /// Whether nothing is left to do about it.
    pub resolved: bool,
}

/// A picture that hangs on something. Its bytes are kept apart.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Attachment {
    /// Identity.
    pub id: AttachmentId,
    /// What it hangs on.
    pub holder: Holder,
    /// Name of the file it came from, or its caption.
    pub name: String,
    /// Its bytes, PNG or JPEG.
    pub blob: BlobId,
    /// Width in pixels.
    pub width: i64,
    /// Height in pixels.
    pub height: i64,
    /// Number of bytes.
    pub size: i64,
    /// Place among the pictures of its holder, from 0.
    pub position: i64,
}

impl Attachment {
    /// Width and height in pixels, each at least 1.
    #[must_use]
    pub fn pixels(&self) -> (u32, u32) {
        let side = |length: i64| u32::try_from(length.max(1)).unwrap_or(u32::MAX);
        (side(self.width), side(self.height))
    }
}

/// Bytes kept apart from the nouns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blob {
    /// Follows from the bytes.
    pub id: BlobId,
    /// The bytes.
    pub bytes: Vec<u8>,
}
