//! Pictures that hang on touchpoints, notes and personas.

use super::shelf::Shelf;
use super::{check, label, order};
use crate::model::{Attachment, AttachmentId, Holder, Message, Model, Picture, Record, Refusal};

/// The most bytes of one picture, after scaling.
const MOST_BYTES: usize = 10_000_000;
/// The longest side of a picture, in pixels.
const LONGEST_SIDE: u32 = 100_000;

/// Hangs a picture behind those that hang there.
pub fn attach(
    draft: &mut Model,
    shelf: &mut Shelf<'_>,
    id: AttachmentId,
    holder: Holder,
    name: &str,
    picture: &Picture,
) -> Result<Message, Refusal> {
    check::unused(&draft.attachments, id)?;
    let name = check::name(name)?;
    check_holder(draft, holder)?;
    let Picture { bytes, width, height } = picture;
    let known = bytes.starts_with(b"\x89PNG\r\n\x1a\n") || bytes.starts_with(b"\xff\xd8\xff");
    let sides = [width, height].into_iter().all(|side| (1..=LONGEST_SIDE).contains(side));
    if !known || !sides || bytes.len() > MOST_BYTES {
        return Err(Message::new("document-picture").with("name", label::short(&name)).into());
    }
    let step = Message::new("step-attach-picture").with("name", label::short(&name));
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let (width, height) = (i64::from(*width), i64::from(*height));
    let blob = shelf.put(bytes.clone());
    let position = i64::MAX;
    let new = Attachment { id, holder, name, blob, width, height, size, position };
    draft.attachments.insert(id, new);
    renumber(draft, holder, None);
    Ok(step)
}

/// Renames a picture.
pub fn rename(draft: &mut Model, id: AttachmentId, name: &str) -> Result<Message, Refusal> {
    let name = check::name(name)?;
    let picture = check::attachment_mut(draft, id)?;
    let step = Message::new("step-rename-picture").with("name", label::short(&picture.name));
    picture.name = name;
    Ok(step)
}

/// Moves a picture among those of its holder.
pub fn shift(draft: &mut Model, id: AttachmentId, index: usize) -> Result<Message, Refusal> {
    let picture = check::attachment(draft, id)?;
    let step = Message::new("step-move-picture").with("name", label::short(&picture.name));
    let holder = picture.holder;
    renumber(draft, holder, Some((id, index)));
    Ok(step)
}

/// Takes a picture away.
pub fn delete(draft: &mut Model, id: AttachmentId) -> Result<Message, Refusal> {
    let picture = check::attachment(draft, id)?;
    let step = Message::new("step-delete-picture").with("name", label::short(&picture.name));
    let holder = picture.holder;
    draft.attachments.remove(&id);
    renumber(draft, holder, None);
    Ok(step)
}

/// Hangs copies of one holder's pictures on another; `copied` makes their identities.
pub fn copy(
    draft: &mut Model,
    from: Holder,
    to: Holder,
    copied: impl Fn(AttachmentId) -> AttachmentId,
) -> Result<(), Refusal> {
    let old: Vec<Attachment> = draft.pictures_of(from).into_iter().cloned().collect();
    for picture in old {
        let id = copied(picture.id);
        check::unused(&draft.attachments, id)?;
        draft.attachments.insert(id, Attachment { id, holder: to, ..picture });
    }
    Ok(())
}

fn check_holder(draft: &Model, holder: Holder) -> Result<(), Refusal> {
    match holder {
        Holder::Touchpoint(id) => check::touchpoint(draft, id).map(drop),
        Holder::Note(id) => check::note(draft, id).map(drop),
        Holder::Persona(id) => check::persona(draft, id).map(drop),
    }
}

fn renumber(draft: &mut Model, holder: Holder, moved: Option<(AttachmentId, usize)>) {
    let mut all: Vec<_> = draft.pictures_of(holder).into_iter().map(Record::id).collect();
    if let Some((id, index)) = moved {
        order::place(&mut all, id, Some(index));
    }
    order::number(&mut draft.attachments, &all, |a| &mut a.position);
}
