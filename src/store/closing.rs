//! The closing mark: whether this machine closed the file itself and nothing touched it since.
//!
//! A salted hash of machine, file and change counter: it names nobody and means nothing elsewhere.

use super::file::DocumentFile;
use super::settled::{self, CLOSED};
use rusqlite::{Connection, Result};
use sha2::{Digest, Sha256};

const SALT: usize = 16;

/// Whether the mark in the file is the one this machine left.
pub(super) fn is_ours(conn: &Connection, file: &DocumentFile) -> Result<bool> {
    let Some(mark) = settled::get::<Vec<u8>>(conn, CLOSED)? else {
        return Ok(false);
    };
    let (Some(machine), Some(counter)) = (machine(), file.change_counter) else {
        return Ok(false);
    };
    Ok(mark.len() > SALT && mark == of(&mark[..SALT], &machine, file, counter))
}

/// Leaves the mark; the transaction that does so counts along.
pub(super) fn leave(conn: &Connection, file: &DocumentFile) -> Result<()> {
    let (Some(machine), Some(counter)) = (machine(), file.change_counter_now()) else {
        return Ok(());
    };
    let salt = *uuid::Uuid::now_v7().as_bytes();
    settled::set(conn, CLOSED, of(&salt, &machine, file, counter.wrapping_add(1)))
}

/// Takes the mark away: from here on the file is in use.
pub(super) fn take_away(conn: &Connection) -> Result<()> {
    settled::forget(conn, CLOSED)
}

fn of(salt: &[u8], machine: &[u8], file: &DocumentFile, counter: u32) -> Vec<u8> {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(machine);
    hash.update(file.id.0.to_be_bytes());
    hash.update(file.id.1.to_be_bytes());
    hash.update(counter.to_be_bytes());
    let mut mark = salt.to_vec();
    mark.extend_from_slice(&hash.finalize());
    mark
}

/// What tells this machine from others; where there is no such thing, every file is checked.
fn machine() -> Option<Vec<u8>> {
    std::fs::read("/etc/machine-id").ok().filter(|id| !id.is_empty())
}
