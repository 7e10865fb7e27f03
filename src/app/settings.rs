//! What the person set, kept in a small TOML in the folder for settings.
//!
//! Keys it does not know are kept; a file it cannot read is left alone and the defaults are used.

use crate::export::whole;
use crate::text::Lang;
use etcetera::{AppStrategy, AppStrategyArgs, choose_app_strategy};
use std::fs;
use std::path::{Path, PathBuf};

/// Light, dark, or what the system says.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ThemeChoice {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl ThemeChoice {
    /// Every choice, in menu order.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    fn key(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The choice of a key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.key() == key)
    }
}

/// Smallest and largest interface size, in percent.
pub const SIZES: std::ops::RangeInclusive<u16> = 80..=200;

/// The folders of the program for this person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Folders {
    /// Settings, recent files.
    pub config: PathBuf,
    /// Crash reports, thumbnails, documents without a place of their own.
    pub data: PathBuf,
    /// Where new maps are made.
    pub documents: PathBuf,
}

impl Folders {
    /// The usual folders of the system; inside the temporary folder when there is no home.
    #[must_use]
    pub fn of_system() -> Self {
        let strategy = choose_app_strategy(AppStrategyArgs {
            top_level_domain: String::new(),
            author: String::new(),
            app_name: "Klantreis".to_owned(),
        });
        match strategy {
            Ok(strategy) => Self {
                config: strategy.config_dir(),
                data: strategy.data_dir(),
                documents: documents(strategy.home_dir()),
            },
            Err(_) => Self::inside(&std::env::temp_dir().join("klantreis")),
        }
    }

    /// All folders inside one, for tests.
    #[must_use]
    pub fn inside(root: &Path) -> Self {
        Self {
            config: root.join("config"),
            data: root.join("data"),
            documents: root.join("documents"),
        }
    }
}

/// The folder for documents below a home, whatever it is called here.
fn documents(home: &Path) -> PathBuf {
    let named = std::env::var_os("XDG_DOCUMENTS_DIR").map(PathBuf::from);
    let usual = ["Documents", "Documenten"].map(|name| home.join(name));
    named
        .into_iter()
        .chain(usual)
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| home.to_owned())
        .join("Klantreis")
}

/// What the person set.
#[derive(Clone, PartialEq, Debug)]
pub struct Settings {
    /// Language.
    pub lang: Lang,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Interface size in percent.
    pub size: u16,
    /// The whole file, with keys this version does not know.
    table: toml::Table,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            lang: Lang::of_system(),
            theme: ThemeChoice::default(),
            size: 100,
            table: toml::Table::new(),
        }
    }
}

impl Settings {
    fn file(folder: &Path) -> PathBuf {
        folder.join("settings.toml")
    }

    /// Reads the settings of a folder; what is missing or makes no sense has its default.
    #[must_use]
    pub fn load(folder: &Path) -> Self {
        let table = fs::read_to_string(Self::file(folder))
            .ok()
            .and_then(|text| text.parse::<toml::Table>().ok())
            .unwrap_or_default();
        let text = |key: &str| table.get(key).and_then(toml::Value::as_str);
        let size = table.get("interface_size").and_then(toml::Value::as_integer);
        let defaults = Self::default();
        Self {
            lang: text("language").and_then(Lang::from_code).unwrap_or(defaults.lang),
            theme: text("theme").and_then(ThemeChoice::from_key).unwrap_or_default(),
            size: size
                .and_then(|size| u16::try_from(size).ok())
                .filter(|size| SIZES.contains(size))
                .unwrap_or(defaults.size),
            table,
        }
    }

    /// Writes the settings: first beside the file, then in its place.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn save(&self, folder: &Path) -> std::io::Result<()> {
        let mut table = self.table.clone();
        let mut set = |key: &str, value: toml::Value| table.insert(key.to_owned(), value);
        set("language", self.lang.code().into());
        set("theme", self.theme.key().into());
        set("interface_size", i64::from(self.size).into());
        write_whole(&Self::file(folder), table.to_string().as_bytes())
    }
}

/// Writes a small file so that it is whole at each moment.
///
/// # Errors
/// When the folder cannot be made or written.
pub fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
    whole::finish(whole::begin(path)?, path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_and_unknown_keys_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = Settings::file(folder.path());
        fs::write(&file, "future = [1, 2]\nlanguage = \"nl-BE\"\ntheme = \"loud\"\n").unwrap();
        let mut settings = Settings::load(folder.path());
        assert_eq!((settings.lang, settings.theme), (Lang::Nl, ThemeChoice::System));
        settings.theme = ThemeChoice::Dark;
        settings.size = 125;
        settings.save(folder.path()).unwrap();
        let again = Settings::load(folder.path());
        assert_eq!((again.theme, again.size, again.lang), (ThemeChoice::Dark, 125, Lang::Nl));
        assert!(fs::read_to_string(&file).unwrap().contains("future = [1, 2]"));
    }

    #[test]
    fn nonsense_gives_the_defaults() {
        let folder = tempfile::tempdir().unwrap();
        for nonsense in ["\u{0}\u{1}", "size = ", "interface_size = 9999"] {
            fs::write(Settings::file(folder.path()), nonsense).unwrap();
            assert_eq!(Settings::load(folder.path()).size, 100);
        }
    }
}
