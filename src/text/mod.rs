//! Words, numbers and dates in Dutch and English. The only room that knows a language.
//!
//! Texts live in `assets/text/{en,nl}/*.ftl`, one file a screen; numbers and dates follow CLDR.

/// Names of the nouns that follow the language.
mod names;
/// Numbers and dates.
mod numbers;

pub use crate::model::folding::folded;
use crate::model::{Arg, Message, Tell};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
pub use numbers::DayStyle;
use numbers::Numbers;
use serde::{Deserialize, Serialize};

/// The languages of the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Dutch.
    Nl,
}

impl Lang {
    /// Both languages, in menu order.
    pub const ALL: [Self; 2] = [Self::En, Self::Nl];

    /// The two-letter code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nl => "nl",
        }
    }

    /// The language's own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Nl => "Nederlands",
        }
    }

    /// The language of a code such as `nl` or `nl-BE`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let code = code.to_lowercase();
        Self::ALL.into_iter().find(|lang| code.split(['-', '_', '.']).next() == Some(lang.code()))
    }

    /// The system's language when it is one of ours, else English.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().and_then(|code| Self::from_code(&code)).unwrap_or_default()
    }
}

macro_rules! files {
    ($lang:literal: $($name:literal)*) => {
        [$(include_str!(concat!("../../assets/text/", $lang, "/", $name, ".ftl"))),*]
    };
}

const FILES: usize = 34;

fn files(lang: Lang) -> [&'static str; FILES] {
    match lang {
        Lang::En => files!("en": "app" "step" "error" "store" "document" "import" "chart" "map"
            "start" "palette" "inspector" "overlay" "filter" "people" "export" "cli" "settings"
            "crash" "progress" "canvas" "wizard" "history" "present" "list" "silos" "portfolio"
            "side" "feedback" "hand" "theme" "trend" "comments" "matrix" "owners"),
        Lang::Nl => files!("nl": "app" "step" "error" "store" "document" "import" "chart" "map"
            "start" "palette" "inspector" "overlay" "filter" "people" "export" "cli" "settings"
            "crash" "progress" "canvas" "wizard" "history" "present" "list" "silos" "portfolio"
            "side" "feedback" "hand" "theme" "trend" "comments" "matrix" "owners"),
    }
}

/// The words of one language.
pub struct Texts {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    numbers: Numbers,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.lang.code())
    }
}

impl Texts {
    /// Loads the words of a language, which are part of the program.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let language = unic_langid::LanguageIdentifier::from_bytes(lang.code().as_bytes());
        let mut bundle = FluentBundle::new(language.into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::En => numbers::write_count_en,
            Lang::Nl => numbers::write_count_nl,
        }));
        for source in files(lang) {
            // A faulty line leaves out that one text; the language test finds it.
            let resource = FluentResource::try_new(source.to_owned())
                .unwrap_or_else(|(partly_read, _)| partly_read);
            bundle.add_resource_overriding(resource);
        }
        Self { lang, bundle, numbers: Numbers::new(lang) }
    }

    /// The language of these words.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// A text without values.
    #[must_use]
    pub fn get(&self, key: &'static str) -> String {
        self.say(&Message::new(key))
    }

    /// A message in words.
    #[must_use]
    pub fn say(&self, message: &Message) -> String {
        let Some(pattern) = self.bundle.get_message(&message.key).and_then(|m| m.value()) else {
            return format!("{{{}}}", message.key);
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(name.as_ref(), self.value(value));
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// A failure in words.
    #[must_use]
    pub fn error(&self, error: &impl Tell) -> String {
        self.say(&error.message())
    }

    /// A whole number with the language's separators.
    #[must_use]
    pub fn int(&self, number: i64) -> String {
        self.numbers.fixed(number as f64, 0)
    }

    /// A number with a fixed count of decimals, at most 6; the minus sign is U+2212.
    #[must_use]
    pub fn num(&self, number: f64, decimals: usize) -> String {
        self.numbers.fixed(number, decimals)
    }

    /// A percentage: `71.6 %`.
    #[must_use]
    pub fn percent(&self, number: f64, decimals: usize) -> String {
        format!("{}\u{a0}%", self.num(number, decimals))
    }

    /// A range: `3.1–3.3`, or `−30 to −16` where a sign would be misread.
    #[must_use]
    pub fn range(&self, low: f64, high: f64, decimals: usize) -> String {
        let (low_text, high_text) = (self.num(low, decimals), self.num(high, decimals));
        if low < 0.0 || high < 0.0 {
            self.say(&Message::new("app-range").with("low", low_text).with("high", high_text))
        } else {
            format!("{low_text}–{high_text}")
        }
    }

    /// A day counted from 1970-01-01, in the given style.
    #[must_use]
    pub fn day(&self, day: i32, style: DayStyle) -> String {
        self.numbers.day(day, style)
    }

    /// A day written `2026-07-01`, as a person writes it; anything else stays as it is.
    #[must_use]
    pub fn iso_day(&self, day: &str) -> String {
        self.numbers.iso_day(day).unwrap_or_else(|| day.to_owned())
    }

    fn value(&self, value: &Arg) -> FluentValue<'static> {
        match value {
            // A count stays a number, so that plural forms work; `numbers` writes its digits.
            Arg::Int(number) => FluentValue::from(*number),
            Arg::Num(number) => FluentValue::from(self.num(*number, 2)),
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Message(message) => FluentValue::from(self.say(message)),
        }
    }
}
