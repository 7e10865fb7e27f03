//! The one action table: what each command of the window is called, its keys, when it can be used.
//!
//! Menus, tooltips, shortcuts and the palette all read this table; executing is `perform`'s work.

/// The table.
mod table;

use super::context::{CompareWith, Ctx, ExportFormat, MapAction, Overlay, Screen, UiAction};
use super::filters::brush_has_focus;
use super::settings::ThemeChoice;
use crate::analysis::Measure;
use crate::model::Metric;
use crate::render::icons::Icon;
use crate::text::Lang;
use egui::{Key, KeyboardShortcut};
pub use table::TABLE;

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
    EnterFeedback,
    SaveCopy,
    ShareCopy,
    SaveTemplate,
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
    NextRegion,
    RegionBefore,
    GoMap,
    GoList,
    GoSilos,
    GoOwners,
    GoMatrix,
    GoFeedback,
    GoPortfolio,
    GoSideBySide,
    Present,
    Agenda,
    Capture,
    FullScreen,
    History,
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
        self.keys.first().map(|keys| spelled(*keys)).unwrap_or_default()
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
                view.measure = Measure::of(metric);
            })
        };
        let overlay = |overlay| UiAction::look(ctx, |view| view.overlay = overlay);
        let size = |by: i32| {
            let size = i32::from(ctx.settings.size) + by;
            UiAction::SetSize(u16::try_from(size).unwrap_or(ctx.settings.size))
        };
        match self.id {
            Do::New => UiAction::New,
            Do::Open => UiAction::OpenDialog,
            Do::Import => UiAction::ImportDialog,
            Do::EnterFeedback => UiAction::OpenHandForm,
            Do::SaveCopy => UiAction::SaveCopyDialog,
            Do::ShareCopy => UiAction::ShareCopyDialog,
            Do::SaveTemplate => UiAction::SaveTemplateDialog,
            Do::ExportSvg => UiAction::ExportDialog(ExportFormat::Svg),
            Do::ExportPng => UiAction::ExportDialog(ExportFormat::Png),
            Do::Rename => UiAction::RenameDocument,
            Do::ShowInFolder => UiAction::ShowInFolder,
            Do::Properties => UiAction::Properties,
            Do::Close => UiAction::Close,
            Do::Quit => UiAction::Quit,
            Do::Undo => UiAction::Undo,
            Do::Redo => UiAction::Redo,
            Do::Palette => UiAction::OpenPalette,
            Do::Find => UiAction::Find,
            Do::NextRegion => UiAction::NextRegion(true),
            Do::RegionBefore => UiAction::NextRegion(false),
            Do::GoMap => UiAction::Go(Screen::Map),
            Do::GoList => UiAction::Go(Screen::List),
            Do::GoSilos => UiAction::Go(Screen::Silos),
            Do::GoOwners => UiAction::Go(Screen::Owners),
            Do::GoMatrix => UiAction::Go(Screen::Matrix),
            Do::GoFeedback => UiAction::Go(Screen::Feedback),
            Do::GoPortfolio => UiAction::Go(Screen::Portfolio),
            Do::GoSideBySide => UiAction::Go(Screen::SideBySide),
            Do::Present => UiAction::Go(Screen::Present),
            Do::Agenda => UiAction::OpenAgenda,
            Do::Capture => UiAction::OpenCapture,
            Do::FullScreen => UiAction::FullScreen,
            Do::History => UiAction::OpenHistory,
            Do::Settings => UiAction::OpenSettings,
            Do::Keys => UiAction::OpenKeys,
            Do::OverlayOff => overlay(Overlay::Off),
            Do::OverlayScores => overlay(Overlay::ScoresOnly),
            Do::OverlayCes => heat(Metric::Ces),
            Do::OverlayNps => heat(Metric::Nps),
            Do::OverlayCsat => heat(Metric::Csat),
            Do::OverlayNext => UiAction::look(ctx, |view| turn_overlay(view, 1)),
            Do::OverlayBefore => UiAction::look(ctx, |view| turn_overlay(view, OVERLAYS.len() - 1)),
            Do::CompareNothing => UiAction::Compare(CompareWith::Nothing),
            Do::ComparePeriod => UiAction::Compare(CompareWith::PeriodBefore),
            Do::CompareYear => UiAction::Compare(CompareWith::YearBefore),
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
            *overlay == view.overlay && metric.is_none_or(|m| view.measure == Measure::of(m))
        })
        .unwrap_or(0);
    let (overlay, metric) = OVERLAYS[(now + by) % OVERLAYS.len()];
    view.overlay = overlay;
    view.measure = metric.map_or(view.measure, Measure::of);
}

/// Keys in words: "Ctrl Shift S". On macOS Ctrl is Cmd.
fn spelled(keys: KeyboardShortcut) -> String {
    let command = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
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

/// What the keys pressed in this frame ask for. Keys that a text field wants are left to it, and so
/// are `letters` when something else wants them.
pub fn pressed(
    egui: &egui::Context,
    ctx: &Ctx<'_>,
    screen: Screen,
    letters: bool,
) -> Vec<UiAction> {
    let typing = egui.text_edit_focused();
    let brushing = brush_has_focus(egui);
    let mut asked = Vec::new();
    // More modifiers first: Ctrl+Shift+Z is not Ctrl+Z.
    let mut bound: Vec<_> = TABLE
        .iter()
        .flat_map(|action| action.keys.iter().map(move |keys| (action, *keys)))
        .collect();
    bound.sort_by_key(|(_, keys)| std::cmp::Reverse(keys.modifiers.shift));
    for (action, keys) in bound {
        let for_the_field = (typing && (is_plain(keys) || is_editing(keys)))
            || (letters && is_plain(keys) && is_letter(keys))
            || (brushing && matches!(keys.logical_key, Key::Delete | Key::Backspace));
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

/// Whether a key writes something where one can write.
fn is_letter(keys: KeyboardShortcut) -> bool {
    keys.logical_key.symbol_or_name().chars().count() == 1
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
            assert!(Icon::named(action.icon).is_some(), "no icon {}", action.icon);
            assert_eq!(TABLE.iter().filter(|a| a.id == action.id).count(), 1);
        }
    }

    #[test]
    fn keys_are_spelled_as_in_the_design() {
        for (id, spelled) in
            [(Do::Palette, "Ctrl K"), (Do::SaveCopy, "Ctrl Shift S"), (Do::ShareCopy, "")]
        {
            assert_eq!(id.shortcut(), spelled);
        }
    }
}
