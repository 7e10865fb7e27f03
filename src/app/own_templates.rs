//! Templates that a person saved from maps: journey files in a folder of their own.
//!
//! Knows files and outlines; what the window does with them is `templating`'s work.

use super::dialogs::plain_name;
use super::settings::write_whole;
use crate::document::Outline;
use crate::model::Message;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Longest name of a template, in characters.
pub const LONGEST_NAME: usize = 80;

/// Most templates that are listed.
const MOST: usize = 200;

/// Largest file that is read as a template.
const MOST_BYTES: u64 = 20_000_000;

/// A template that a person saved.
#[derive(Clone, PartialEq, Debug)]
pub struct OwnTemplate {
    /// Name of its file without `.json`, which tells templates apart.
    pub name: String,
    /// What is in it; its title is what the person called it.
    pub outline: Outline,
}

/// The templates that a person saved.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct OwnTemplates {
    /// Those that can be used, by title.
    pub all: Vec<OwnTemplate>,
    /// What is said about the files that cannot.
    pub faults: Vec<Message>,
}

impl OwnTemplates {
    /// Reads the templates of a person's data folder. A file that is none is left out and told.
    #[must_use]
    pub fn load(data: &Path) -> Self {
        let mut found = Self::default();
        let entries = fs::read_dir(folder(data)).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|p| is_json(p)).collect();
        paths.sort();
        for path in paths.into_iter().take(MOST) {
            match read(&path) {
                Ok(template) => found.all.push(template),
                Err(fault) => found.faults.push(fault),
            }
        }
        found.all.sort_by_cached_key(|template| template.outline.title.to_lowercase());
        found
    }

    /// The template of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&OwnTemplate> {
        self.all.iter().find(|template| template.name == name)
    }
}

/// Keeps a template under a title; one that is taken gets a number. Gives the title it got.
///
/// # Errors
/// When the folder cannot be written; nothing is half kept.
pub fn save(data: &Path, title: &str, mut outline: Outline) -> Result<String, Message> {
    let title = title.trim().chars().map(|c| if c.is_control() { ' ' } else { c });
    let title: String = title.take(LONGEST_NAME).collect();
    let (title, path) = free(data, title.trim());
    outline.title.clone_from(&title);
    write(&path, &outline)?;
    Ok(title)
}

/// Puts back a template that was deleted.
///
/// # Errors
/// When another took its name, or the folder cannot be written.
pub fn restore(data: &Path, template: &OwnTemplate) -> Result<(), Message> {
    let path = path_of(data, &template.name);
    if path.exists() {
        return Err(not_kept(&path, &ErrorKind::AlreadyExists.into()));
    }
    write(&path, &template.outline)
}

/// Deletes a template's file; one that is gone already is no fault.
///
/// # Errors
/// When the file cannot be deleted.
pub fn delete(data: &Path, name: &str) -> Result<(), Message> {
    let path = path_of(data, name);
    match fs::remove_file(&path) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            let message = Message::new("app-template-not-deleted").with("path", path.as_path());
            Err(message.with("error", error.to_string()))
        }
        _ => Ok(()),
    }
}

fn folder(data: &Path) -> PathBuf {
    data.join("templates")
}

fn path_of(data: &Path, name: &str) -> PathBuf {
    folder(data).join(format!("{name}.json"))
}

fn is_json(path: &Path) -> bool {
    path.extension().is_some_and(|e| e.eq_ignore_ascii_case("json")) && !path.is_dir()
}

fn write(path: &Path, outline: &Outline) -> Result<(), Message> {
    write_whole(path, outline.to_json().as_bytes()).map_err(|error| not_kept(path, &error))
}

fn not_kept(path: &Path, error: &std::io::Error) -> Message {
    let message = Message::new("app-template-not-kept").with("path", path);
    message.with("error", error.to_string())
}

/// A title that no file has yet, and the file of it: `Title`, `Title 2` …
fn free(data: &Path, title: &str) -> (String, PathBuf) {
    let numbered = |i: usize| if i == 1 { title.to_owned() } else { format!("{title} {i}") };
    (1..)
        .map(numbered)
        .map(|title| (title.clone(), path_of(data, &file_name(&title))))
        .find(|(_, path)| !path.exists())
        .unwrap_or_default()
}

/// A title as the name of a file: no signs that file systems refuse, no dots at its ends.
fn file_name(title: &str) -> String {
    plain_name(title.trim_matches(['.', ' ']))
}

fn read(path: &Path) -> Result<OwnTemplate, Message> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let fault = |reason: Message| {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let message = Message::new("app-template-faulty").with("file", file).with("reason", reason);
        message.with("folder", path.parent().unwrap_or(path))
    };
    let about = fs::metadata(path).map_err(|error| fault(unreadable(&error)))?;
    if !about.is_file() || about.len() > MOST_BYTES {
        return Err(fault(Message::new("app-template-no-file")));
    }
    let text = fs::read_to_string(path).map_err(|error| fault(unreadable(&error)))?;
    let outline = Outline::parse(&text).map_err(|refusal| fault(refusal.0))?;
    outline.check().map_err(|refusal| fault(refusal.0))?;
    Ok(OwnTemplate { name, outline })
}

fn unreadable(error: &std::io::Error) -> Message {
    Message::new("app-template-unreadable").with("error", error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline::template::template;

    fn titles(data: &Path) -> Vec<String> {
        OwnTemplates::load(data).all.into_iter().map(|t| t.outline.title).collect()
    }

    #[test]
    fn a_template_is_kept_found_deleted_and_put_back() {
        let data = tempfile::tempdir().unwrap();
        assert_eq!(OwnTemplates::load(data.path()), OwnTemplates::default());
        let outline = template("service_call", "nl").unwrap();
        for title in ["  Onze reis ", "Onze reis", "a/b: c?", "...", "Onze reis"] {
            save(data.path(), title, outline.clone()).unwrap();
        }
        let kept = ["...", "a/b: c?", "Onze reis", "Onze reis 2", "Onze reis 3"];
        assert_eq!(titles(data.path()), kept);
        let found = OwnTemplates::load(data.path());
        let second = found.get("Onze reis 2").unwrap();
        assert_eq!(second.outline.journeys, outline.journeys);
        delete(data.path(), "Onze reis 2").unwrap();
        delete(data.path(), "Onze reis 2").unwrap();
        assert_eq!(titles(data.path()).len(), 4);
        restore(data.path(), second).unwrap();
        assert_eq!(titles(data.path()), kept);
        assert!(restore(data.path(), second).is_err(), "never over another");
    }

    #[test]
    fn a_name_of_any_length_or_sign_finds_a_place() {
        let data = tempfile::tempdir().unwrap();
        let outline = template("blank", "en").unwrap();
        let long = "é".repeat(10_000);
        for title in [long.as_str(), "con", "\u{202e}abc", "a\nb", "..", "😀"] {
            let kept = save(data.path(), title, outline.clone()).unwrap();
            assert!(kept.chars().count() <= LONGEST_NAME, "{kept}");
        }
        let found = OwnTemplates::load(data.path());
        assert_eq!((found.all.len(), found.faults), (6, Vec::new()));
        assert_eq!(data.path().join("templates").read_dir().unwrap().count(), 6);
    }

    #[test]
    fn files_that_are_no_templates_are_told_and_left_out() {
        let data = tempfile::tempdir().unwrap();
        save(data.path(), "Good", template("blank", "en").unwrap()).unwrap();
        let folder = data.path().join("templates");
        let nameless = r#"{"title":"x","journeys":[{"name":"  ","stages":[]}]}"#;
        for (name, text) in [
            ("a.json", b"{".as_slice()),
            ("b.json", b"\xff\xfe\x00"),
            ("c.json", b"[]"),
            ("d.json", br#"{"title":"x","owners":[{"name":"o","team":"t"}]}"#),
            ("e.json", nameless.as_bytes()),
            ("notes.txt", b"not looked at"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        fs::create_dir(folder.join("f.json")).unwrap();
        fs::File::create(folder.join("g.json")).unwrap().set_len(MOST_BYTES + 1).unwrap();
        let found = OwnTemplates::load(data.path());
        assert_eq!(found.all.len(), 1);
        let told: Vec<_> = found.faults.iter().map(|m| m.args[0].1.clone()).collect();
        let files = ["a.json", "b.json", "c.json", "d.json", "e.json", "g.json"];
        assert_eq!(told, files.map(Into::into));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let data = tempfile::tempdir().unwrap();
        fs::write(data.path().join("templates"), "in the way").unwrap();
        let outline = template("blank", "en").unwrap();
        let message = save(data.path(), "x", outline).unwrap_err();
        assert_eq!(message.key, "app-template-not-kept");
    }
}
