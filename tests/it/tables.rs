//! The table of a file as the importer reads it, for comparison with a known truth.

use klantreis::import::{ImportError, Profile, table};
use klantreis::jobs::Reporter;
use klantreis::model::{Arg, Message};
#[cfg(target_os = "linux")]
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A table as read.
#[derive(Debug, Default)]
pub struct Table {
    pub rows: Vec<Vec<String>>,
    /// What a person is told.
    pub warnings: Vec<Message>,
}

impl Table {
    /// The keys of what a person is told.
    pub fn keys(&self) -> Vec<&str> {
        self.warnings.iter().map(|w| w.key.as_ref()).collect()
    }

    /// The rows that one of the warnings names.
    pub fn rows_named(&self, key: &str) -> Option<String> {
        let warning = self.warnings.iter().find(|w| w.key == key)?;
        warning.args.iter().find_map(|(name, value)| match value {
            Arg::Text(rows) if name == "rows" => Some(rows.clone()),
            _ => None,
        })
    }
}

/// Reads a file as a table.
pub fn as_table(path: &Path, given: &Profile) -> Result<Table, ImportError> {
    let mut out = Vec::new();
    let report = table(path, given, &mut out, &Reporter::silent())?;
    Ok(Table { rows: rows_of(&out), warnings: report.warnings })
}

/// The key of the sentence that refuses a file.
pub fn refusal(error: &ImportError) -> String {
    match error {
        ImportError::Refused(refusal) => refusal.0.key.to_string(),
        ImportError::Cancelled(_) => "cancelled".to_owned(),
    }
}

/// The rows of a plain CSV text.
pub fn rows_of(text: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Rows without blanks around their cells.
pub fn trimmed(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// The files of a folder and its folders whose name ends so.
pub fn files(folder: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.to_string_lossy().ends_with(ending) {
            into.push(path);
        }
    }
}

/// The name of a file, without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// The most memory that a run of the program took, in MB, and whether it ended well.
#[cfg(target_os = "linux")]
pub fn peak(args: &[&str]) -> (u64, bool) {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .args(args)
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    loop {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
        let kilobytes: String = line.chars().filter(char::is_ascii_digit).collect();
        most = most.max(kilobytes.parse::<u64>().unwrap_or(0) / 1024);
        if let Some(ended) = child.try_wait().unwrap() {
            let mut said = String::new();
            child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
            assert!(ended.success() || said.lines().count() == 1, "{said}");
            return (most, ended.success());
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
}
