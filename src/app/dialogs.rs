//! Choosing files: the system's dialog off the window's thread, or a path typed in the window.
//!
//! Gives back a path and what it was chosen for; opening and writing is the caller's work.

use super::context::{Ctx, ExportFormat};
use super::widgets::{Button, Dialog, Field};
use crate::import::ENDINGS;
use crate::jobs::{Job, Poll};
use crate::model::{BatchId, Holder, Message};
use crate::text::Texts;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What a file is chosen for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// Opening.
    Open,
    /// Importing feedback.
    Import,
    /// Importing the feedback of a folder.
    ImportFolder,
    /// Reading a kept mapping.
    LoadMapping,
    /// Keeping a mapping.
    SaveMapping,
    /// Keeping the refused cells of an import.
    Refused(BatchId),
    /// Keeping what respondents wrote.
    Comments,
    /// Keeping an exact copy.
    SaveCopy,
    /// Keeping a copy without history and identities.
    ShareCopy,
    /// Hanging a picture on something.
    Picture(Holder),
    /// Exporting the map.
    Export(ExportFormat),
    /// Exporting the page of an owner, team or department.
    Scorecard(ExportFormat),
}

impl Purpose {
    fn is_saving(self) -> bool {
        !matches!(
            self,
            Self::Open | Self::Import | Self::ImportFolder | Self::LoadMapping | Self::Picture(_)
        )
    }

    fn title(self) -> &'static str {
        match self {
            Self::Open => "app-dialog-open",
            Self::Import => "app-dialog-import",
            Self::ImportFolder => "app-dialog-import-folder",
            Self::LoadMapping => "app-dialog-load-mapping",
            Self::SaveMapping => "app-dialog-save-mapping",
            Self::Refused(_) => "app-dialog-refused",
            Self::Comments => "app-dialog-comments",
            Self::SaveCopy => "app-dialog-save-copy",
            Self::ShareCopy => "app-dialog-share-copy",
            Self::Picture(_) => "app-dialog-picture",
            Self::Export(_) | Self::Scorecard(_) => "app-dialog-export",
        }
    }

    /// The folder, with a file name when saving.
    fn suggested(self, folder: PathBuf, title: &str) -> PathBuf {
        match (self.is_saving(), self.extensions().first()) {
            (true, Some(extension)) => folder.join(format!("{}.{extension}", plain_name(title))),
            _ => folder,
        }
    }

    fn extensions(self) -> Vec<&'static str> {
        let fixed: &[&str] = match self {
            Self::Open => return ["klantreis"].into_iter().chain(ENDINGS).collect(),
            Self::Import => &ENDINGS,
            Self::ImportFolder => &[],
            Self::LoadMapping | Self::SaveMapping => &["json"],
            Self::Refused(_) | Self::Comments => &["csv"],
            Self::Picture(_) => &["png", "jpg", "jpeg", "webp", "gif", "bmp"],
            Self::SaveCopy | Self::ShareCopy => &["klantreis"],
            Self::Export(ExportFormat::Svg) | Self::Scorecard(ExportFormat::Svg) => &["svg"],
            Self::Export(ExportFormat::Png) | Self::Scorecard(ExportFormat::Png) => &["png"],
        };
        fixed.to_vec()
    }
}

/// A path typed in the window.
struct Typed {
    purpose: Purpose,
    path: String,
    /// Whether the path was refused because the file is there already; pressed again = overwrite.
    warned: Option<PathBuf>,
    error: Option<Message>,
    fresh: bool,
}

/// The system's dialog, on its own thread: the files that were chosen in it.
type Chosen = Job<Option<Vec<PathBuf>>>;

/// The dialog that is open, if any.
#[derive(Default)]
pub struct Dialogs {
    system: Option<(Purpose, Instant, Chosen)>,
    typed: Option<Typed>,
    suggested: PathBuf,
    /// Whether paths are always typed: in tests, and where the system has no dialogs.
    pub always_typed: bool,
}

/// A dialog that ends sooner than a person can close it never appeared.
const NEVER_APPEARED: Duration = Duration::from_millis(350);

/// After this a way round a dialog that hangs is offered.
const MAY_HANG: Duration = Duration::from_secs(2);

impl Dialogs {
    /// Asks for a file, beginning in a folder; `title` is the document's, for the name of a copy.
    pub fn ask(
        &mut self,
        egui: &egui::Context,
        purpose: Purpose,
        folder: PathBuf,
        title: &str,
        texts: &Texts,
    ) {
        self.suggested = purpose.suggested(folder, title);
        if self.always_typed {
            return self.type_path(purpose);
        }
        let dialog = system_dialog(purpose, &self.suggested, &texts.get(purpose.title()));
        let wake = egui.clone();
        let job = Job::start(
            "file dialog",
            move || wake.request_repaint(),
            move |_| match purpose {
                Purpose::Import => dialog.pick_files(),
                Purpose::ImportFolder => dialog.pick_folder().map(|path| vec![path]),
                _ if purpose.is_saving() => dialog.save_file().map(|path| vec![path]),
                _ => dialog.pick_file().map(|path| vec![path]),
            },
        );
        match job {
            Ok(job) => {
                self.system = Some((purpose, Instant::now(), job));
                egui.request_repaint_after(MAY_HANG);
            }
            Err(_) => self.type_path(purpose),
        }
    }

    fn type_path(&mut self, purpose: Purpose) {
        let path = self.suggested.display().to_string();
        self.typed = Some(Typed { purpose, path, warned: None, error: None, fresh: true });
    }

    /// Whether a path is being typed.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.typed.is_some()
    }

    /// Whether the system's dialog is open for so long that it may hang.
    #[must_use]
    pub fn may_hang(&self) -> bool {
        self.system.as_ref().is_some_and(|(_, since, _)| since.elapsed() >= MAY_HANG)
    }

    /// Gives up on the system's dialog and lets the path be typed.
    pub fn type_instead(&mut self) {
        if let Some((purpose, ..)) = self.system.take() {
            self.type_path(purpose);
        }
    }

    /// Looks whether the system's dialog gave files.
    pub fn poll(&mut self) -> Option<(Purpose, Vec<PathBuf>)> {
        let (purpose, since, job) = self.system.as_ref()?;
        let (purpose, quick) = (*purpose, since.elapsed() < NEVER_APPEARED);
        let chosen = match job.poll() {
            Poll::Working => return None,
            Poll::Done(chosen) => chosen,
            Poll::Lost => None,
        };
        self.system = None;
        match chosen {
            Some(paths) => {
                let named = paths.into_iter().map(|path| with_extension(path, purpose));
                Some((purpose, named.collect()))
            }
            None => {
                if quick {
                    self.always_typed = true;
                    self.type_path(purpose);
                }
                None
            }
        }
    }

    /// Shows the dialog for typing a path; gives the path when it was accepted.
    pub fn ui(&mut self, egui: &egui::Context, ctx: &Ctx<'_>) -> Option<(Purpose, PathBuf)> {
        let typed = self.typed.as_mut()?;
        let purpose = typed.purpose;
        let title = ctx.t(purpose.title());
        let end =
            Dialog::new("type_path", &title, &ctx.t("app-close"))
                .show(egui, ctx.theme, |ui| typed_ui(ui, ctx, typed));
        if end.closed {
            self.typed = None;
        }
        let path = end.inner?;
        self.typed = None;
        Some((purpose, path))
    }
}

fn typed_ui(ui: &mut egui::Ui, ctx: &Ctx<'_>, typed: &mut Typed) -> Option<PathBuf> {
    super::widgets::caption(ui, ctx.theme, ctx.t("app-dialog-type-path"));
    ui.add_space(4.0);
    let id = egui::Id::unique("typed_path");
    let error = typed.error.as_ref().map(|message| ctx.texts.say(message));
    let field = Field::new(&mut typed.path, ctx.t("app-dialog-path"))
        .width(480.0)
        .error(error)
        .id(id)
        .show(ui, ctx.theme);
    if typed.fresh {
        typed.fresh = false;
        field.request_focus();
    }
    if field.changed() {
        typed.error = None;
        typed.warned = None;
    }
    let entered = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    ui.add_space(8.0);
    let pressed = ui
        .with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let key = if typed.purpose.is_saving() { "app-save" } else { "app-open" };
            Button::primary(ctx.t(key)).show(ui, ctx.theme).clicked()
        })
        .inner;
    if entered || pressed { accept(typed) } else { None }
}

/// The typed path when it can be used; else the reason is noted.
fn accept(typed: &mut Typed) -> Option<PathBuf> {
    let text = typed.path.trim().trim_matches('"');
    if text.is_empty() {
        typed.error = Some(Message::new("app-dialog-no-path"));
        return None;
    }
    let path = PathBuf::from(text);
    if !typed.purpose.is_saving() {
        if path.exists() {
            return Some(path);
        }
        typed.error = Some(Message::new("app-dialog-not-there").with("path", path.as_path()));
        return None;
    }
    let path = with_extension(path, typed.purpose);
    if path.exists() && typed.warned.as_ref() != Some(&path) {
        typed.error = Some(Message::new("app-dialog-overwrite").with("path", path.as_path()));
        typed.warned = Some(path);
        return None;
    }
    Some(path)
}

fn system_dialog(purpose: Purpose, suggested: &Path, title: &str) -> rfd::FileDialog {
    let mut dialog = rfd::FileDialog::new().set_title(title);
    let folder = if purpose.is_saving() { suggested.parent() } else { Some(suggested) };
    if let Some(folder) = folder.filter(|f| f.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if purpose.is_saving()
        && let Some(name) = suggested.file_name()
    {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    let extensions = purpose.extensions();
    if extensions.is_empty() {
        return dialog;
    }
    let shown = extensions.iter().map(|e| format!(".{e}")).collect::<Vec<_>>().join(", ");
    dialog.add_filter(shown, &extensions)
}

/// A title as a file name: without the signs that file systems refuse.
#[must_use]
pub fn plain_name(title: &str) -> String {
    let plain: String =
        title.chars().map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c }).collect();
    if plain.trim().is_empty() { "Klantreis".to_owned() } else { plain.trim().to_owned() }
}

/// A name without an extension gets that of what is saved.
fn with_extension(path: PathBuf, purpose: Purpose) -> PathBuf {
    match (purpose.is_saving() && path.extension().is_none(), purpose.extensions().first()) {
        (true, Some(extension)) => path.with_extension(extension),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(purpose: Purpose, path: &Path) -> Typed {
        let path = path.display().to_string();
        Typed { purpose, path, warned: None, error: None, fresh: false }
    }

    #[test]
    fn a_file_to_open_must_be_there() {
        let folder = tempfile::tempdir().unwrap();
        let mut ask = typed(Purpose::Open, &folder.path().join("x.klantreis"));
        assert_eq!(accept(&mut ask), None);
        assert!(ask.error.is_some());
        ask.path = folder.path().display().to_string();
        assert_eq!(accept(&mut ask).as_deref(), Some(folder.path()));
    }

    #[test]
    fn a_file_is_overwritten_only_when_asked_twice() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().join("map.png");
        std::fs::write(&there, "old").unwrap();
        let mut ask = typed(Purpose::Export(ExportFormat::Png), &folder.path().join("map"));
        assert_eq!(accept(&mut ask), None);
        assert_eq!(accept(&mut ask), Some(there));
    }
}
