//! Identities that follow from others, so that planning one command twice gives the same changes.
//!
//! Used where one command makes many things: the stages of a new journey, a copied map.

use crate::model::BlobId;
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid, Variant, Version};

/// The identity of `part` within something of identity `whole`; sorts by time as `whole` does.
pub fn id(whole: Uuid, part: impl AsRef<[u8]>) -> Uuid {
    let digest = Sha256::new().chain_update(whole.as_bytes()).chain_update(part).finalize();
    let mut bytes = *whole.as_bytes();
    for (byte, hashed) in bytes.iter_mut().zip(digest).skip(6) {
        *byte = hashed;
    }
    Builder::from_bytes(bytes)
        .with_version(Version::SortRand)
        .with_variant(Variant::RFC4122)
        .into_uuid()
}

/// The identity of bytes: the first half of their SHA-256.
pub fn blob(bytes: &[u8]) -> BlobId {
    let digest = Sha256::digest(bytes);
    let mut half = [0; 16];
    for (byte, hashed) in half.iter_mut().zip(digest) {
        *byte = hashed;
    }
    BlobId(Uuid::from_bytes(half))
}
