//! Bytes that a plan needs or makes: pictures, and the whole of named versions.
//!
//! Looks up and collects; keeping is the store's work.

use super::derive;
use crate::model::{Blob, BlobId};

/// How bytes are looked up.
pub type Kept<'a> = &'a dyn Fn(BlobId) -> Option<Vec<u8>>;

/// What is kept already, and what a plan adds to it.
pub struct Shelf<'a> {
    kept: Kept<'a>,
    /// Bytes to be kept with the changes of the plan.
    pub added: Vec<Blob>,
}

impl<'a> Shelf<'a> {
    /// A shelf that looks up what is kept already.
    pub fn new(kept: Kept<'a>) -> Self {
        Self { kept, added: Vec::new() }
    }

    /// The bytes of an identity.
    pub fn get(&self, id: BlobId) -> Option<Vec<u8>> {
        let added = self.added.iter().find(|blob| blob.id == id);
        added.map(|blob| blob.bytes.clone()).or_else(|| (self.kept)(id))
    }

    /// Adds bytes and says which identity they have.
    pub fn put(&mut self, bytes: Vec<u8>) -> BlobId {
        let id = derive::blob(&bytes);
        self.added.push(Blob { id, bytes });
        id
    }
}
