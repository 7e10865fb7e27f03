//! When the program stops by a fault: a report file is written, and offered at the next start.
//!
//! A report holds what the program was and where it stopped, never anything of a document.

use super::settings::Folders;
use crate::jobs::is_sheltered;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A report of an earlier run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CrashReport {
    /// Its file.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

fn folder(folders: &Folders) -> PathBuf {
    folders.data.join("crashes")
}

/// From now on a fault writes a report before the program ends.
pub fn watch(folders: &Folders) {
    let folder = folder(folders);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |fault| {
        if is_sheltered() {
            return;
        }
        let message = fault
            .payload()
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
            .or_else(|| fault.payload().downcast_ref::<String>().cloned())
            .unwrap_or_default();
        let place = fault.location().map(ToString::to_string).unwrap_or_default();
        // Nothing can be done about a report that cannot be written.
        let _ = write(&folder, &message, &place);
        usual(fault);
    }));
}

fn write(folder: &Path, message: &str, place: &str) -> std::io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let now = chrono::Utc::now();
    let path = folder.join(format!("{}.txt", now.format("%Y%m%d-%H%M%S-%3f")));
    let mut file = fs::File::create(&path)?;
    writeln!(file, "Klantreis {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(file, "{} {}", std::env::consts::OS, std::env::consts::ARCH)?;
    writeln!(file, "{}", now.format("%Y-%m-%d %H:%M:%S UTC"))?;
    let thread = std::thread::current();
    writeln!(file, "{}", thread.name().unwrap_or_default())?;
    writeln!(file, "{place}\n{message}\n\n{}", std::backtrace::Backtrace::force_capture())?;
    Ok(path)
}

/// The newest report, if there is one.
#[must_use]
pub fn newest(folders: &Folders) -> Option<CrashReport> {
    let mut reports: Vec<_> = fs::read_dir(folder(folders))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    reports.sort();
    let path = reports.pop()?;
    let text = fs::read_to_string(&path).ok()?;
    Some(CrashReport { path, text })
}

/// Takes all reports away once the person has seen them.
pub fn clear(folders: &Folders) {
    // A report that stays is offered again, which is harmless.
    let _ = fs::remove_dir_all(folder(folders));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_offered_until_it_was_seen() {
        let root = tempfile::tempdir().unwrap();
        let folders = Folders::inside(root.path());
        assert_eq!(newest(&folders), None);
        write(&folder(&folders), "first", "a.rs:1").unwrap();
        std::thread::sleep(std::time::Duration::from_millis(3));
        write(&folder(&folders), "second", "b.rs:2").unwrap();
        assert!(newest(&folders).unwrap().text.contains("b.rs:2\nsecond"));
        clear(&folders);
        assert_eq!(newest(&folders), None);
    }
}
