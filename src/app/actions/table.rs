//! The one table of actions: text, icon, keys and needs of everything the window can do.
//!
//! Data only; what an action does is `actions`' work.

use super::super::context::MapAction;
use super::{Action, Do, Needs};
use egui::{Key, KeyboardShortcut, Modifiers};

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
    Action { id, text, icon, keys, needs }
}

/// Every action, in the order of the palette.
pub const TABLE: [Action; 83] = [
    row(Do::New, "palette-do-new", "add", &[ctrl(Key::N)], Needs::Nothing),
    row(Do::Open, "palette-do-open", "folder_open", &[ctrl(Key::O)], Needs::Nothing),
    row(Do::Import, "palette-do-import", "upload_file", &[ctrl(Key::I)], Needs::Nothing),
    row(
        Do::EnterFeedback,
        "palette-do-enter-feedback",
        "add_comment",
        &[ctrl_shift(Key::I)],
        Needs::Change,
    ),
    row(Do::SaveCopy, "palette-do-save-copy", "save", &[ctrl_shift(Key::S)], Needs::Document),
    row(Do::ShareCopy, "palette-do-share-copy", "ios_share", &[], Needs::Document),
    row(Do::SaveTemplate, "palette-do-save-template", "bookmark", &[], Needs::Document),
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
    row(
        Do::Map(MapAction::FindNext),
        "palette-do-find-next",
        "arrow_downward",
        &[plain(Key::F3)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::FindPrevious),
        "palette-do-find-previous",
        "arrow_upward",
        &[shift(Key::F3)],
        Needs::Map,
    ),
    row(
        Do::NextRegion,
        "palette-do-region-next",
        "arrow_forward",
        &[plain(Key::F6)],
        Needs::Document,
    ),
    row(
        Do::RegionBefore,
        "palette-do-region-before",
        "arrow_back",
        &[shift(Key::F6)],
        Needs::Document,
    ),
    row(Do::GoMap, "palette-do-go-map", "route", &[ctrl(Key::Num1)], Needs::Document),
    row(Do::GoList, "palette-do-go-list", "table_rows", &[], Needs::Document),
    row(Do::GoSilos, "palette-do-go-silos", "groups", &[], Needs::Document),
    row(Do::GoOwners, "palette-do-go-owners", "badge", &[], Needs::Document),
    row(Do::GoMatrix, "palette-do-go-matrix", "grid_on", &[ctrl(Key::Num2)], Needs::Document),
    row(Do::GoFeedback, "palette-do-go-feedback", "forum", &[ctrl(Key::Num3)], Needs::Document),
    row(Do::GoPortfolio, "palette-do-go-portfolio", "grid_view", &[], Needs::Document),
    row(Do::GoSideBySide, "palette-do-go-side-by-side", "compare", &[], Needs::Document),
    row(
        Do::Present,
        "palette-do-present",
        "co_present",
        &[ctrl(Key::Num6), plain(Key::F5), plain(Key::P)],
        Needs::Document,
    ),
    row(Do::Agenda, "palette-do-agenda", "timer", &[], Needs::Document),
    row(Do::Capture, "palette-do-capture", "bolt", &[], Needs::Change),
    row(Do::FullScreen, "palette-do-full-screen", "fullscreen", &[plain(Key::F11)], Needs::Nothing),
    row(Do::History, "palette-do-history", "history", &[ctrl(Key::H)], Needs::Document),
    row(
        Do::Map(MapAction::AddTouchpoint),
        "palette-do-add-touchpoint",
        "ads_click",
        &[],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::AddStep),
        "palette-do-add-step",
        "directions_walk",
        &[],
        Needs::MapChange,
    ),
    row(Do::Map(MapAction::AddStage), "palette-do-add-stage", "flag", &[], Needs::MapChange),
    row(
        Do::Map(MapAction::AddNote),
        "palette-do-add-note",
        "notes",
        &[plain(Key::N)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::Rename),
        "palette-do-rename-selected",
        "edit",
        &[plain(Key::F2)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::Duplicate),
        "palette-do-duplicate",
        "content_copy",
        &[ctrl(Key::D)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::MarkMomentOfTruth),
        "palette-do-moment-of-truth",
        "star",
        &[plain(Key::T)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::Connect),
        "palette-do-connect",
        "route",
        &[plain(Key::L)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::FeelBetter),
        "palette-do-feel-better",
        "sentiment_satisfied",
        &[ctrl(Key::ArrowUp)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::FeelWorse),
        "palette-do-feel-worse",
        "sentiment_dissatisfied",
        &[ctrl(Key::ArrowDown)],
        Needs::MapChange,
    ),
    row(Do::Map(MapAction::Minimap), "palette-do-minimap", "map", &[plain(Key::M)], Needs::Map),
    row(Do::Map(MapAction::ToggleLock), "palette-do-lock", "lock", &[], Needs::MapChange),
    row(Do::Map(MapAction::Blueprint), "palette-do-blueprint", "layers", &[], Needs::Map),
    row(Do::Map(MapAction::Owners), "palette-do-owners", "group", &[], Needs::Document),
    row(Do::Map(MapAction::Teams), "palette-do-teams", "groups", &[], Needs::Document),
    row(Do::Map(MapAction::Channels), "palette-do-channels", "device_hub", &[], Needs::Document),
    row(Do::Map(MapAction::Personas), "palette-do-personas", "person", &[], Needs::Document),
    row(
        Do::Map(MapAction::Stakeholders),
        "palette-do-stakeholders",
        "diversity_3",
        &[],
        Needs::Document,
    ),
    row(
        Do::Map(MapAction::GiveToOwner),
        "palette-do-give-to",
        "person",
        &[plain(Key::O)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::Delete),
        "palette-do-delete",
        "delete",
        &[plain(Key::Delete)],
        Needs::MapChange,
    ),
    row(
        Do::Map(MapAction::SelectLane),
        "palette-do-select-lane",
        "view_agenda",
        &[ctrl(Key::A)],
        Needs::Map,
    ),
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
    row(
        Do::Map(MapAction::ZoomFit),
        "palette-do-zoom-fit",
        "fit_screen",
        &[plain(Key::Num0)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::ZoomWhole),
        "palette-do-zoom-whole",
        "search",
        &[plain(Key::Num1)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::ZoomIn),
        "palette-do-zoom-in",
        "zoom_in",
        &[ctrl(Key::Plus), ctrl(Key::Equals)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::ZoomOut),
        "palette-do-zoom-out",
        "zoom_out",
        &[ctrl(Key::Minus)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::FoldInspector),
        "palette-do-fold-inspector",
        "dashboard",
        &[plain(Key::OpenBracket)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::FoldStrip),
        "palette-do-fold-strip",
        "dashboard",
        &[plain(Key::CloseBracket)],
        Needs::Map,
    ),
    row(
        Do::Map(MapAction::FoldBoth),
        "palette-do-fold-both",
        "dashboard",
        &[plain(Key::Backslash)],
        Needs::Map,
    ),
    row(Do::Map(MapAction::Trend), "palette-do-trend", "monitoring", &[ctrl(Key::T)], Needs::Map),
    row(Do::English, "palette-do-english", "translate", &[], Needs::Nothing),
    row(Do::Dutch, "palette-do-dutch", "translate", &[], Needs::Nothing),
    row(Do::Light, "palette-do-light", "light_mode", &[], Needs::Nothing),
    row(Do::Dark, "palette-do-dark", "dark_mode", &[], Needs::Nothing),
    row(Do::System, "palette-do-system", "computer", &[], Needs::Nothing),
    row(
        Do::Larger,
        "palette-do-larger",
        "text_fields",
        &[ctrl_shift(Key::Plus), ctrl_shift(Key::Equals)],
        Needs::Nothing,
    ),
    row(
        Do::Smaller,
        "palette-do-smaller",
        "text_fields",
        &[ctrl_shift(Key::Minus)],
        Needs::Nothing,
    ),
    row(
        Do::Keys,
        "palette-do-keys",
        "keyboard",
        &[shift(Key::Questionmark), plain(Key::Questionmark)],
        Needs::Nothing,
    ),
    row(Do::Settings, "palette-do-settings", "settings", &[ctrl(Key::Comma)], Needs::Nothing),
    row(Do::Quit, "palette-do-quit", "close", &[ctrl(Key::Q)], Needs::Nothing),
];
