//! Copies through the backup interface of SQLite: the open file is never read by plain means.
//!
//! A copy is made under another name in the same folder and only takes its own when it is whole.

use super::connection::{Access, Place, connect};
use super::file::DocumentFile;
use super::{StoreError, error::file_name};
use crate::jobs::{Progress, Reporter};
use crate::model::Message;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::limits::Limit;
use rusqlite::{Connection, Result as SqlResult};
use std::path::Path;

/// Pages between two reports, 4 MB.
const PAGES: i32 = 1_000;

/// An exact copy.
pub(super) fn exact(
    conn: &Connection,
    file: Option<&DocumentFile>,
    path: &Path,
    reporter: &Reporter,
) -> Result<(), StoreError> {
    beside(file, path, |copy| pages(conn, copy, &file_name(path), reporter))
}

/// A copy without undo steps, and without what tells who the respondents are.
pub(super) fn to_share(
    conn: &Connection,
    file: Option<&DocumentFile>,
    path: &Path,
    reporter: &Reporter,
) -> Result<(), StoreError> {
    beside(file, path, |copy| {
        pages(conn, copy, &file_name(path), reporter)?;
        reporter.check()?;
        strip(copy).map_err(|e| StoreError::sql(&file_name(path), &e))
    })
}

/// Copies every page into another database.
pub(super) fn pages(
    from: &Connection,
    to: &mut Connection,
    name: &str,
    reporter: &Reporter,
) -> Result<(), StoreError> {
    let told = |error: rusqlite::Error| StoreError::sql(name, &error);
    let backup = Backup::new(from, to).map_err(told)?;
    loop {
        let step = backup.step(PAGES).map_err(told)?;
        let (left, all) = (backup.progress().remaining, backup.progress().pagecount);
        let count = |pages: i32| u64::try_from(pages).unwrap_or(0);
        let (done, total) = (count(all - left), Some(count(all)));
        reporter.step(Progress { phase: Message::new("store-copying"), done, total })?;
        match step {
            StepResult::Done => return Ok(()),
            // The step itself has waited as long as the connection has patience.
            StepResult::Busy | StepResult::Locked => {
                return Err(StoreError::Busy { file: name.to_owned() });
            }
            _ => {}
        }
    }
}

/// Lets `fill` make a database beside `path`, which then takes its place.
fn beside(
    file: Option<&DocumentFile>,
    path: &Path,
    fill: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if let (Some(file), Ok(real)) = (file, path.canonicalize())
        && real == file.path
    {
        return Err(StoreError::SameFile { file: file.name.clone() });
    }
    if path.is_dir() {
        return Err(StoreError::IsFolder { file: file_name(path) });
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(StoreError::FolderMissing { folder: folder.display().to_string() });
    }
    let temporary = temporary_in(folder);
    let Ok(temporary) = temporary.map(tempfile::NamedTempFile::into_temp_path) else {
        return Err(StoreError::FolderProtected { folder: folder.display().to_string() });
    };
    let told = |error: rusqlite::Error| StoreError::sql(&file_name(path), &error);
    let mut copy = connect(&Place::File(temporary.to_path_buf()), Access::Write).map_err(told)?;
    fill(&mut copy)?;
    copy.close().map_err(|(_, error)| told(error))?;
    temporary.persist(path).map_err(|e| StoreError::io(path, &e.error))
}

/// An empty file that others may read like any other file of this person.
fn temporary_in(folder: &Path) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".klantreis-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn strip(copy: &Connection) -> SqlResult<()> {
    copy.execute_batch(include_str!("sql/share.sql"))?;
    copy.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    copy.execute_batch("VACUUM")
}
