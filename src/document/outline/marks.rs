//! Marks, links, pictures and remarks in words, and the commands that put them on something.

use crate::document::Command;
use crate::model::picture::{read_bytes, write_bytes};
use crate::model::{
    Attachment, AttachmentId, BlobId, Evidence, Holder, Hue, Item, Marks, Model, Picture, Remark,
    RemarkId, WebLink,
};
use serde::{Deserialize, Serialize};

/// What a team puts on a touchpoint or note.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarksOutline {
    /// Colour of the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hue: Option<Hue>,
    /// Tags, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Links.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<LinkOutline>,
    /// What it rests on, as the team says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Whether the organisation wants to stand out here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub stands_out: bool,
}

/// A link to something outside the document.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinkOutline {
    /// What it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The address.
    pub url: String,
}

/// A picture: a whole PNG or JPEG file.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PictureOutline {
    /// Name of the file it came from, or its caption.
    pub name: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Its bytes, in JSON as base64 text.
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
    pub bytes: Vec<u8>,
}

/// What someone remarked.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemarkOutline {
    /// Who said it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// What was said.
    pub text: String,
    /// When, as `YYYY-MM-DDTHH:MM:SSZ`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at: String,
    /// Whether nothing is left to do about it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
}

impl MarksOutline {
    /// The marks in words.
    pub(super) fn of(marks: &Marks) -> Self {
        let Marks { hue, tags, links, evidence, stands_out } = marks;
        let link = |WebLink { title, url }: &WebLink| LinkOutline {
            title: title.clone(),
            url: url.clone(),
        };
        Self {
            hue: *hue,
            tags: tags.clone(),
            links: links.iter().map(link).collect(),
            evidence: *evidence,
            stands_out: *stands_out,
        }
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Puts them on a thing.
    pub(super) fn put(&self, item: Item, commands: &mut Vec<Command>) {
        if self.is_empty() {
            return;
        }
        let link =
            |link: &LinkOutline| WebLink { title: link.title.clone(), url: link.url.clone() };
        let marks = Marks {
            hue: self.hue,
            tags: self.tags.clone(),
            links: self.links.iter().map(link).collect(),
            evidence: self.evidence,
            stands_out: self.stands_out,
        };
        commands.push(Command::SetMarks { item, marks });
    }
}

/// The pictures of a holder whose bytes are at hand.
pub(super) fn pictures_of(
    model: &Model,
    holder: Holder,
    kept: &dyn Fn(BlobId) -> Option<Vec<u8>>,
) -> Vec<PictureOutline> {
    let outline = |picture: &Attachment| {
        let Attachment { id: _, holder: _, name, blob, width, height, size: _, position: _ } =
            picture;
        Some(PictureOutline {
            name: name.clone(),
            width: u32::try_from(*width).ok()?,
            height: u32::try_from(*height).ok()?,
            bytes: kept(*blob)?,
        })
    };
    model.pictures_of(holder).into_iter().filter_map(outline).collect()
}

/// Hangs pictures on a holder.
pub(super) fn hang(pictures: &[PictureOutline], holder: Holder, commands: &mut Vec<Command>) {
    for picture in pictures {
        let PictureOutline { name, width, height, bytes } = picture.clone();
        let (id, picture) = (AttachmentId::fresh(), Picture { bytes, width, height });
        commands.push(Command::AttachPicture { id, holder, name, picture });
    }
}

/// The remarks on a thing, oldest first.
pub(super) fn remarks_on(model: &Model, item: Item) -> Vec<RemarkOutline> {
    let outline = |remark: &Remark| {
        let Remark { id: _, item: _, author, text, at, resolved } = remark.clone();
        RemarkOutline { author, text, at, resolved }
    };
    model.remarks_on(item).map(outline).collect()
}

/// Makes remarks on a thing.
pub(super) fn remark(remarks: &[RemarkOutline], item: Item, commands: &mut Vec<Command>) {
    for remark in remarks {
        let (id, RemarkOutline { author, text, at, resolved }) =
            (RemarkId::fresh(), remark.clone());
        commands.push(Command::AddRemark { id, item, author, text, at });
        if resolved {
            commands.push(Command::ResolveRemark { remark: id, resolved });
        }
    }
}
