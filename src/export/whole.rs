//! Files that are whole or not there: written beside their place, then put into it.
//!
//! Knows nothing of what is in them.

use std::io::{Result, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// An empty file beside `path`, which others may read like any other file of this person.
///
/// # Errors
/// When nothing can be written in that folder.
pub fn begin(path: &Path) -> Result<NamedTempFile> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".klantreis-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder.unwrap_or(Path::new(".")))
}

/// Fills a file that was begun and puts it in the place of `path`.
///
/// # Errors
/// When it cannot be written; what was there stays.
pub fn finish(mut file: NamedTempFile, path: &Path, bytes: &[u8]) -> Result<()> {
    file.write_all(bytes)?;
    file.persist(path)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_takes_the_place_of_another_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("map.svg");
        std::fs::write(&path, "old").unwrap();
        finish(begin(&path).unwrap(), &path, b"new").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"new");
        drop(begin(&path).unwrap());
        assert_eq!(folder.path().read_dir().unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_can_be_read_by_whoever_may_read_the_usual_files() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode();
        let (usual, path) = (folder.path().join("usual"), folder.path().join("map.svg"));
        std::fs::write(&usual, "").unwrap();
        finish(begin(&path).unwrap(), &path, b"").unwrap();
        assert_eq!(mode(&path), mode(&usual));
    }
}
