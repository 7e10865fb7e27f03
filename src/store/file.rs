//! The document as a file: what its first bytes say, who has it open, whether it is still the same.
//!
//! No SQL. While SQLite has the file open nothing else opens it: closing a plain handle would drop
//! SQLite's locks, since POSIX locks belong to the process and not to the handle.

use super::error::{StoreError, file_name};
use std::collections::BTreeMap;
use std::fs::{File, Metadata, OpenOptions, TryLockError};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// `KLRT`, the mark of a document in the header of an SQLite file.
pub(super) const APPLICATION_ID: i32 = 0x4B4C_5254;

const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;
/// The last bytes of a journal that names another file: our writes never make one.
const SUPER_JOURNAL: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];

/// How often each file is open in this process. The one piece of state that is not passed on,
/// because it mirrors the locks, which the system keeps for the process as a whole.
static OPEN_HERE: Mutex<BTreeMap<FileId, usize>> = Mutex::new(BTreeMap::new());

/// Why a document cannot be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadOnly {
    /// The file or its folder is protected against writing.
    Protected,
    /// It is open in another window or on another machine.
    OpenElsewhere,
}

/// Device and inode: which file a path leads to.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct FileId(pub u64, pub u64);

impl FileId {
    #[cfg(unix)]
    fn of(metadata: &Metadata, _path: &Path) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    /// Elsewhere an open file cannot be replaced, so its path tells enough.
    #[cfg(not(unix))]
    fn of(_metadata: &Metadata, path: &Path) -> Self {
        use std::hash::{DefaultHasher, Hash, Hasher};
        let mut hasher = DefaultHasher::new();
        path.hash(&mut hasher);
        Self(0, hasher.finish())
    }
}

/// A file that is open as a document. Outlives every connection to it.
#[derive(Debug)]
pub(super) struct DocumentFile {
    /// The real path, links followed.
    pub path: PathBuf,
    /// Name without folder.
    pub name: String,
    /// Which file it was when it was opened.
    pub id: FileId,
    /// Why it cannot be written.
    pub read_only: Option<ReadOnly>,
    /// How often the file had been changed when it was opened, for the closing mark.
    pub change_counter: Option<u32>,
    /// Whether a connection beside the store's own wrote in it.
    pub touched: AtomicBool,
    /// Holds the lock; also read in place, since it stays open.
    held: Option<File>,
    /// Dropped last: until then this process may not open the file by plain means.
    registered: Option<Registered>,
}

/// Counts a file among those open in this process.
#[derive(Debug)]
struct Registered(FileId);

impl Registered {
    fn new(open_here: &mut BTreeMap<FileId, usize>, id: FileId) -> Self {
        *open_here.entry(id).or_insert(0) += 1;
        Self(id)
    }
}

impl Drop for Registered {
    fn drop(&mut self) {
        let mut open_here = open_here();
        if let Some(times) = open_here.get_mut(&self.0) {
            *times -= 1;
            if *times == 0 {
                open_here.remove(&self.0);
            }
        }
    }
}

fn open_here() -> MutexGuard<'static, BTreeMap<FileId, usize>> {
    OPEN_HERE.lock().unwrap_or_else(PoisonError::into_inner)
}

impl DocumentFile {
    /// Takes hold of an existing document, after a look at its first bytes.
    pub fn open(path: &Path, newest: i64) -> Result<Self, StoreError> {
        let real = path.canonicalize().map_err(|e| StoreError::io(path, &e))?;
        let metadata = real.metadata().map_err(|e| StoreError::io(path, &e))?;
        let name = file_name(path);
        if metadata.is_dir() {
            return Err(StoreError::IsFolder { file: name });
        }
        if !metadata.is_file() {
            return Err(StoreError::NotADocument { file: name });
        }
        let id = FileId::of(&metadata, &real);
        let mut open_here = open_here();
        let mut file = Self::unheld(real, name, id);
        if open_here.contains_key(&id) {
            // This process knows its header already, and may not open it once more.
            file.read_only = Some(ReadOnly::OpenElsewhere);
        } else {
            file.take_hold(&metadata, newest)?;
        }
        file.registered = Some(Registered::new(&mut open_here, id));
        Ok(file)
    }

    /// Makes an empty file and takes hold of it.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        let Ok(real_folder) = folder.canonicalize() else {
            return Err(StoreError::FolderMissing { folder: folder.display().to_string() });
        };
        let real = real_folder.join(path.file_name().unwrap_or_default());
        if real.is_dir() {
            return Err(StoreError::IsFolder { file: file_name(path) });
        }
        if real.symlink_metadata().is_ok() {
            return Err(StoreError::Exists { file: file_name(path) });
        }
        if protected_folder(&real_folder) {
            return Err(StoreError::FolderProtected { folder: folder.display().to_string() });
        }
        let made = OpenOptions::new().read(true).write(true).create_new(true).open(&real);
        let held = made.map_err(|e| StoreError::io(path, &e))?;
        let metadata = held.metadata().map_err(|e| StoreError::io(path, &e))?;
        let id = FileId::of(&metadata, &real);
        let mut file = Self::unheld(real, file_name(path), id);
        file.held = lock(held, &file.path).map_err(|e| StoreError::io(path, &e))?;
        file.registered = Some(Registered::new(&mut open_here(), id));
        Ok(file)
    }

    fn unheld(path: PathBuf, name: String, id: FileId) -> Self {
        let (read_only, change_counter, held, registered) = (None, None, None, None);
        Self {
            path,
            name,
            id,
            read_only,
            change_counter,
            touched: AtomicBool::new(false),
            held,
            registered,
        }
    }

    /// Whether the path still leads to the file that was opened.
    pub fn is_unmoved(&self) -> bool {
        self.path.metadata().is_ok_and(|m| FileId::of(&m, &self.path) == self.id)
    }

    /// How often the file has been changed by now, if this process holds it.
    #[cfg(target_os = "linux")]
    pub fn change_counter_now(&self) -> Option<u32> {
        use std::os::unix::fs::FileExt;
        let mut bytes = [0; 4];
        self.held.as_ref()?.read_exact_at(&mut bytes, 24).ok()?;
        Some(u32::from_be_bytes(bytes))
    }

    /// Elsewhere the lock is not on the document itself.
    #[cfg(not(target_os = "linux"))]
    pub fn change_counter_now(&self) -> Option<u32> {
        None
    }

    fn take_hold(&mut self, metadata: &Metadata, newest: i64) -> Result<(), StoreError> {
        let writable = OpenOptions::new().read(true).write(true).open(&self.path);
        let protected = metadata.permissions().readonly()
            || writable.is_err()
            || self.path.parent().is_none_or(protected_folder);
        let opened = match writable {
            Ok(file) if !protected => file,
            _ => File::open(&self.path).map_err(|e| StoreError::io(&self.path, &e))?,
        };
        let bytes = first_bytes(&opened).map_err(|e| StoreError::io(&self.path, &e))?;
        self.look_at(&bytes, newest)?;
        if protected {
            self.read_only = Some(ReadOnly::Protected);
            return self.check_length(&bytes, metadata.len());
        }
        match lock(opened, &self.path) {
            Ok(held) => self.held = held,
            Err(_) => self.read_only = Some(ReadOnly::OpenElsewhere),
        }
        if self.read_only.is_none() {
            self.check_length(&bytes, metadata.len())?;
            self.change_counter = number(&bytes, 24);
        }
        Ok(())
    }

    /// What the header says, before any SQL.
    fn look_at(&self, bytes: &[u8], newest: i64) -> Result<(), StoreError> {
        let file = self.name.clone();
        if bytes.is_empty()
            || (bytes.len() < HEADER && MAGIC.starts_with(&bytes[..bytes.len().min(16)]))
        {
            return Err(StoreError::Truncated { file });
        }
        if !bytes.starts_with(MAGIC) {
            return Err(StoreError::NotADocument { file });
        }
        if bytes.len() < HEADER {
            return Err(StoreError::Truncated { file });
        }
        if number(bytes, 68) != Some(APPLICATION_ID.cast_unsigned()) {
            return Err(StoreError::OtherProgram { file });
        }
        let version = i64::from(number(bytes, 60).unwrap_or(0));
        if version > newest {
            return Err(StoreError::Newer { file, version, known: newest });
        }
        if version < 1 {
            return Err(StoreError::Damaged { file, detail: "version 0".to_owned() });
        }
        if bytes[18] != 1 || bytes[19] != 1 {
            return Err(StoreError::Altered { file, detail: "WAL".to_owned() });
        }
        self.look_at_journal()
    }

    fn look_at_journal(&self) -> Result<(), StoreError> {
        let Ok(journal) = std::fs::read(self.journal()).map(|b| b.last_chunk::<8>().copied())
        else {
            return Ok(());
        };
        if journal == Some(SUPER_JOURNAL) {
            let file = self.name.clone();
            return Err(StoreError::Altered { file, detail: "journal".to_owned() });
        }
        Ok(())
    }

    /// A file shorter than its header says was cut off, unless a journal waits to be taken back.
    fn check_length(&self, bytes: &[u8], length: u64) -> Result<(), StoreError> {
        let page_size = match u16::from_be_bytes([bytes[16], bytes[17]]) {
            1 => 65_536,
            size => u64::from(size),
        };
        let pages = u64::from(number(bytes, 28).unwrap_or(0));
        let trusted = number(bytes, 24) == number(bytes, 92);
        if trusted && length < pages * page_size && !self.journal().exists() {
            return Err(StoreError::Truncated { file: self.name.clone() });
        }
        Ok(())
    }

    fn journal(&self) -> PathBuf {
        let mut journal = self.path.clone().into_os_string();
        journal.push("-journal");
        journal.into()
    }
}

/// Whether files can be made in a folder; the journal needs that.
fn protected_folder(folder: &Path) -> bool {
    folder.metadata().is_ok_and(|m| m.permissions().readonly())
        || tempfile::tempfile_in(folder).is_err()
}

/// The header, or as much of it as there is.
fn first_bytes(file: &File) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(HEADER);
    let mut start = file.take(HEADER as u64);
    start.read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = bytes.get(at..at + 4)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

/// Linux keeps `flock` apart from the locks of SQLite, so the document itself is locked.
#[cfg(target_os = "linux")]
fn lock(file: File, _path: &Path) -> std::io::Result<Option<File>> {
    take(file).map(Some)
}

/// Elsewhere a lock on the document would keep SQLite out, so a file beside it is locked.
#[cfg(not(target_os = "linux"))]
fn lock(file: File, path: &Path) -> std::io::Result<Option<File>> {
    drop(file);
    let mut beside = path.to_path_buf().into_os_string();
    beside.push(".lock");
    let held = OpenOptions::new().write(true).create(true).truncate(false).open(beside)?;
    take(held).map(Some)
}

/// Tries for a moment: whoever lets go of a file, or begins a program while holding one, may keep its
/// lock for a few milliseconds more.
fn take(file: File) -> std::io::Result<File> {
    for pause in [10, 30, 60, 100] {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(pause)),
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(std::io::ErrorKind::WouldBlock.into()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}
