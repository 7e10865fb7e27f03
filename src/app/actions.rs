//! The one action table: what each command of the window is called, its keys, when it can be used.
//!
//! Menus, tooltips, shortcuts and the palette all read this table; executing is `perform`'s work.

use super::context::{CompareWith, Ctx, ExportFormat, MapAction, Overlay, Screen, UiAction};
use super::settings::ThemeChoice;
use crate::model::Metric;
use crate::render::icons::Icon;
use crate::text::Lang;
use egui::{Key, KeyboardShortcut, Modifiers};

/// When an action can be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Needs {
    /// Always.
    Nothing,
    /// A document is open.
    Document,
    /// A document is open and can be changed.
    Change,
    /// The map is shown.
    Map,
    /// The map is shown and can be changed.
    MapChange,
    /// There is a step to undo.
    Undo,
    /// There is a step to redo.
    Redo,
}

/// A command of the window.
#[derive(Clone, Copy)]
pub struct Action {
    /// Its identity, for code that wants this one.
    pub id: Do,
    /// Key of its name.
    pub text: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
    /// Keys that do it, the first one shown.
    pub keys: &'static [KeyboardShortcut],
    /// When it can be used.
    pub needs: Needs,
}

/// The identity of an action.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "each is named after what it does")]
pub enum Do {
    New,
    Open,
    Import,
    SaveCopy,
    ShareCopy,
    ExportSvg,
    ExportPng,
    Rename,
    ShowInFolder,
    Properties,
    Close,
    Quit,
    Undo,
    Redo,
    Palette,
    Find,
    GoMap,
    Settings,
    Keys,
    OverlayOff,
    OverlayScores,
    OverlayCes,
    OverlayNps,
    OverlayCsat,
    OverlayNext,
    OverlayBefore,
    CompareNothing,
    ComparePeriod,
    CompareYear,
    English,
    Dutch,
    Light,
    Dark,
    System,
    Larger,
    Smaller,
    Map(MapAction),
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}
const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}
const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}
const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn row(
    id: Do,
    text: &'static str,
    icon: &'static str,
    keys: &'static [KeyboardShortcut],
    needs: Needs,
) -> Action {
    Action {
        id,
        text,
        icon,
        keys,
        needs,
    }
}

/// Every action, in the order of the palette.
#[rustfmt::skip] // One action a line, as in a table.
pub const TABLE: [Action; 53] = [
    row(Do::New, "palette-do-new", "add", &[ctrl(Key::N)], Needs::Nothing),
    row(Do::Open, "palette-do-open", "folder_open", &[ctrl(Key::O)], Needs::Nothing),
    row(Do::Import, "palette-do-import", "upload_file", &[ctrl(Key::I)], Needs::Nothing),
    row(Do::SaveCopy, "palette-do-save-copy", "save", &[ctrl_shift(Key::S)], Needs::Document),
    row(Do::ShareCopy, "palette-do-share-copy", "ios_share", &[], Needs::Document),
    row(Do::ExportPng, "palette-do-export-png", "image", &[ctrl(Key::E)], Needs::Document),
    row(Do::ExportSvg, "palette-do-export-svg", "draw", &[ctrl_shift(Key::E)], Needs::Document),
    row(Do::Rename, "palette-do-rename", "edit", &[], Needs::Change),
    row(Do::ShowInFolder, "palette-do-show-in-folder", "folder", &[], Needs::Document),
    row(Do::Properties, "palette-do-properties", "info", &[], Needs::Document),
    row(Do::Close, "palette-do-close", "close", &[ctrl(Key::W)], Needs::Document),
    row(Do::Undo, "palette-do-undo", "undo", &[ctrl(Key::Z)], Needs::Undo),
    row(Do::Redo, "palette-do-redo", "redo", &[ctrl_shift(Key::Z), ctrl(Key::Y)], Needs::Redo),
    row(Do::Palette, "palette-do-palette", "search", &[ctrl(Key::K)], Needs::Nothing),
    row(Do::Find, "palette-do-find", "find_in_page", &[ctrl(Key::F)], Needs::Document),
    row(Do::GoMap, "palette-do-go-map", "route", &[ctrl(Key::Num1)], Needs::Document),
    row(Do::Map(MapAction::AddTouchpoint), "palette-do-add-touchpoint", "ads_click", &[], Needs::MapChange),
    row(Do::Map(MapAction::AddStep), "palette-do-add-step", "directions_walk", &[], Needs::MapChange),
    row(Do::Map(MapAction::AddStage), "palette-do-add-stage", "flag", &[], Needs::MapChange),
    row(Do::Map(MapAction::AddNote), "palette-do-add-note", "notes", &[plain(Key::N)], Needs::MapChange),
    row(Do::Map(MapAction::Rename), "palette-do-rename-selected", "edit", &[plain(Key::F2)], Needs::MapChange),
    row(Do::Map(MapAction::Duplicate), "palette-do-duplicate", "content_copy", &[ctrl(Key::D)], Needs::MapChange),
    row(Do::Map(MapAction::MarkMomentOfTruth), "palette-do-moment-of-truth", "star", &[plain(Key::T)], Needs::MapChange),
    row(Do::Map(MapAction::GiveToOwner), "palette-do-give-to", "person", &[plain(Key::O)], Needs::MapChange),
    row(Do::Map(MapAction::Delete), "palette-do-delete", "delete", &[plain(Key::Delete)], Needs::MapChange),
    row(Do::Map(MapAction::SelectLane), "palette-do-select-lane", "view_agenda", &[ctrl(Key::A)], Needs::Map),
    row(Do::OverlayOff, "palette-do-overlay-off", "layers", &[], Needs::Map),
    row(Do::OverlayScores, "palette-do-overlay-scores", "layers", &[], Needs::Map),
    row(Do::OverlayCes, "palette-do-overlay-ces", "layers", &[], Needs::Map),
    row(Do::OverlayNps, "palette-do-overlay-nps", "layers", &[], Needs::Map),
    row(Do::OverlayCsat, "palette-do-overlay-csat", "layers", &[], Needs::Map),
    row(Do::OverlayNext, "palette-do-overlay-next", "layers", &[plain(Key::H)], Needs::Map),
    row(Do::OverlayBefore, "palette-do-overlay-before", "layers", &[shift(Key::H)], Needs::Map),
    row(Do::CompareNothing, "palette-do-compare-nothing", "balance", &[], Needs::Map),
    row(Do::ComparePeriod, "palette-do-compare-period", "balance", &[], Needs::Map),
    row(Do::CompareYear, "palette-do-compare-year", "balance", &[], Needs::Map),
    row(Do::Map(MapAction::ZoomFit), "palette-do-zoom-fit", "fit_screen", &[plain(Key::Num0)], Needs::Map),
    row(Do::Map(MapAction::ZoomWhole), "palette-do-zoom-whole", "search", &[plain(Key::Num1)], Needs::Map),
    row(Do::Map(MapAction::ZoomIn), "palette-do-zoom-in", "zoom_in", &[ctrl(Key::Plus), ctrl(Key::Equals)], Needs::Map),
    row(Do::Map(MapAction::ZoomOut), "palette-do-zoom-out", "zoom_out", &[ctrl(Key::Minus)], Needs::Map),
    row(Do::Map(MapAction::FoldInspector), "palette-do-fold-inspector", "dashboard", &[plain(Key::OpenBracket)], Needs::Map),
    row(Do::Map(MapAction::FoldStrip), "palette-do-fold-strip", "dashboard", &[plain(Key::CloseBracket)], Needs::Map),
    row(Do::Map(MapAction::FoldBoth), "palette-do-fold-both", "dashboard", &[plain(Key::Backslash)], Needs::Map),
    row(Do::English, "palette-do-english", "translate", &[], Needs::Nothing),
    row(Do::Dutch, "palette-do-dutch", "translate", &[], Needs::Nothing),
    row(Do::Light, "palette-do-light", "light_mode", &[], Needs::Nothing),
    row(Do::Dark, "palette-do-dark", "dark_mode", &[], Needs::Nothing),
    row(Do::System, "palette-do-system", "computer", &[], Needs::Nothing),
    row(Do::Larger, "palette-do-larger", "text_fields", &[ctrl_shift(Key::Plus), ctrl_shift(Key::Equals)], Needs::Nothing),
    row(Do::Smaller, "palette-do-smaller", "text_fields", &[ctrl_shift(Key::Minus)], Needs::Nothing),
    row(Do::Keys, "palette-do-keys", "keyboard", &[shift(Key::Questionmark), plain(Key::Questionmark)], Needs::Nothing),
    row(Do::Settings, "palette-do-settings", "settings", &[ctrl(Key::Comma)], Needs::Nothing),
    row(Do::Quit, "palette-do-quit", "close", &[ctrl(Key::Q)], Needs::Nothing),
];

impl Do {
    /// Its row of the table.
    #[must_use]
    pub fn action(self) -> Option<&'static Action> {
        TABLE.iter().find(|action| action.id == self)
    }

    /// Its keys in words, or nothing.
    #[must_use]
    pub fn shortcut(self) -> String {
        self.action().map(Action::shortcut).unwrap_or_default()
    }
}

impl Action {
    /// Its keys in words ("Ctrl K"), or nothing.
    #[must_use]
    pub fn shortcut(&self) -> String {
        self.keys
            .first()
            .map(|keys| spelled(*keys))
            .unwrap_or_default()
    }

    /// Its icon.
    #[must_use]
    pub fn icon(&self) -> Icon {
        Icon::of(self.icon)
    }

    /// Whether it can be used now.
    #[must_use]
    pub fn is_enabled(&self, ctx: &Ctx<'_>, screen: Screen) -> bool {
        let document = ctx.document.is_some();
        let change = document && ctx.why_fixed().is_none();
        let map = document && screen == Screen::Map;
        match self.needs {
            Needs::Nothing => true,
            Needs::Document => document,
            Needs::Change => change,
            Needs::Map => map,
            Needs::MapChange => map && change,
            Needs::Undo => change && ctx.document.is_some_and(|d| d.undo.is_some()),
            Needs::Redo => change && ctx.document.is_some_and(|d| d.redo.is_some()),
        }
    }

    /// What it asks for.
    #[must_use]
    pub fn asks(&self, ctx: &Ctx<'_>) -> UiAction {
        let heat = |metric| {
            UiAction::look(ctx, |view| {
                view.overlay = Overlay::Heat;
                view.metric = metric;
            })
        };
        let overlay = |overlay| UiAction::look(ctx, |view| view.overlay = overlay);
        let compare = |with| UiAction::look(ctx, |view| view.compare = with);
        let size = |by: i32| {
            let size = i32::from(ctx.settings.size) + by;
            UiAction::SetSize(u16::try_from(size).unwrap_or(ctx.settings.size))
        };
        match self.id {
            Do::New => UiAction::New,
            Do::Open => UiAction::OpenDialog,
            Do::Import => UiAction::ImportDialog,
            Do::SaveCopy => UiAction::SaveCopyDialog,
            Do::ShareCopy => UiAction::ShareCopyDialog,
            Do::ExportSvg => UiAction::ExportDialog(ExportFormat::Svg),
            Do::ExportPng => UiAction::ExportDialog(ExportFormat::Png),
            Do::Rename => UiAction::RenameDocument,
            Do::ShowInFolder => UiAction::ShowInFolder,
            Do::Properties => UiAction::Properties,
            Do::Close => UiAction::Close,
            Do::Quit => UiAction::Quit,
            Do::Undo => UiAction::Undo,
            Do::Redo => UiAction::Redo,
            Do::Palette | Do::Find => UiAction::OpenPalette,
            Do::GoMap => UiAction::Go(Screen::Map),
            Do::Settings => UiAction::OpenSettings,
            Do::Keys => UiAction::OpenKeys,
            Do::OverlayOff => overlay(Overlay::Off),
            Do::OverlayScores => overlay(Overlay::ScoresOnly),
            Do::OverlayCes => heat(Metric::Ces),
            Do::OverlayNps => heat(Metric::Nps),
            Do::OverlayCsat => heat(Metric::Csat),
            Do::OverlayNext => UiAction::look(ctx, |view| turn_overlay(view, 1)),
            Do::OverlayBefore => UiAction::look(ctx, |view| turn_overlay(view, OVERLAYS.len() - 1)),
            Do::CompareNothing => compare(CompareWith::Nothing),
            Do::ComparePeriod => compare(CompareWith::PeriodBefore),
            Do::CompareYear => compare(CompareWith::YearBefore),
            Do::English => UiAction::SetLang(Lang::En),
            Do::Dutch => UiAction::SetLang(Lang::Nl),
            Do::Light => UiAction::SetTheme(ThemeChoice::Light),
            Do::Dark => UiAction::SetTheme(ThemeChoice::Dark),
            Do::System => UiAction::SetTheme(ThemeChoice::System),
            Do::Larger => size(10),
            Do::Smaller => size(-10),
            Do::Map(action) => UiAction::Map(action),
        }
    }
}

/// The overlays in the order in which H walks through them; the metric of the first two stays.
const OVERLAYS: [(Overlay, Option<Metric>); 5] = [
    (Overlay::Off, None),
    (Overlay::ScoresOnly, None),
    (Overlay::Heat, Some(Metric::Ces)),
    (Overlay::Heat, Some(Metric::Nps)),
    (Overlay::Heat, Some(Metric::Csat)),
];

fn turn_overlay(view: &mut super::context::View, by: usize) {
    let now = OVERLAYS
        .iter()
        .position(|(overlay, metric)| {
            *overlay == view.overlay && metric.is_none_or(|m| m == view.metric)
        })
        .unwrap_or(0);
    let (overlay, metric) = OVERLAYS[(now + by) % OVERLAYS.len()];
    view.overlay = overlay;
    view.metric = metric.unwrap_or(view.metric);
}

/// Keys in words: "Ctrl Shift S". On macOS Ctrl is Cmd.
fn spelled(keys: KeyboardShortcut) -> String {
    let command = if cfg!(target_os = "macos") {
        "Cmd"
    } else {
        "Ctrl"
    };
    let mut words = Vec::new();
    if keys.modifiers.command || keys.modifiers.ctrl {
        words.push(command);
    }
    if keys.modifiers.shift && keys.logical_key != Key::Questionmark {
        words.push("Shift");
    }
    let key = match keys.logical_key {
        Key::Plus | Key::Equals => "+",
        Key::Minus => "\u{2212}",
        Key::Delete => "Del",
        Key::OpenBracket => "[",
        Key::CloseBracket => "]",
        Key::Backslash => "\\",
        Key::Questionmark => "?",
        Key::Comma => ",",
        other => other.name(),
    };
    words.push(key);
    words.join(" ")
}

/// What the keys pressed in this frame ask for. Keys that a text field wants are left to it.
pub fn pressed(egui: &egui::Context, ctx: &Ctx<'_>, screen: Screen) -> Vec<UiAction> {
    let typing = egui.text_edit_focused();
    let mut asked = Vec::new();
    // More modifiers first: Ctrl+Shift+Z is not Ctrl+Z.
    let mut bound: Vec<_> = TABLE
        .iter()
        .flat_map(|action| action.keys.iter().map(move |keys| (action, *keys)))
        .collect();
    bound.sort_by_key(|(_, keys)| std::cmp::Reverse(keys.modifiers.shift));
    for (action, keys) in bound {
        let for_the_field = typing && (is_plain(keys) || is_editing(keys));
        if !for_the_field
            && action.is_enabled(ctx, screen)
            && egui.input_mut(|input| input.consume_shortcut(&keys))
        {
            asked.push(action.asks(ctx));
        }
    }
    asked
}

fn is_plain(keys: KeyboardShortcut) -> bool {
    !keys.modifiers.command && keys.logical_key != Key::F2
}

fn is_editing(keys: KeyboardShortcut) -> bool {
    matches!(keys.logical_key, Key::A | Key::Z | Key::Y) && keys.modifiers.command
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_actions_share_keys_or_identity() {
        let mut seen = BTreeSet::new();
        for action in &TABLE {
            for keys in action.keys {
                assert!(seen.insert(format!("{keys:?}")), "{} twice", spelled(*keys));
            }
            assert!(
                Icon::named(action.icon).is_some(),
                "no icon {}",
                action.icon
            );
            assert_eq!(TABLE.iter().filter(|a| a.id == action.id).count(), 1);
        }
    }

    #[test]
    fn keys_are_spelled_as_in_the_design() {
        for (id, spelled) in [
            (Do::Palette, "Ctrl K"),
            (Do::SaveCopy, "Ctrl Shift S"),
            (Do::ShareCopy, ""),
        ] {
            assert_eq!(id.shortcut(), spelled);
        }
    }
}
