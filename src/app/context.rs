//! What panels read and what they may ask for. Panels get a `Ctx` and push `UiAction`s.
//!
//! Nothing here changes anything: `App::logic` executes the actions before the next frame.

use super::feedback::About;
use super::own_templates::OwnTemplate;
use super::samples::Sample;
use super::settings::{Settings, ThemeChoice};
use super::theme::Theme;
use super::widgets::Toast;
use crate::analysis::{Measure, Middle, OverlayRequest, Responsible, Rival, Scope, Version};
use crate::document::outline::template::Template;
use crate::document::{Command, FileOutcome, HandEntry, ImportOptions, ImportReport};
use crate::import::{DataSource, Profile};
use crate::jobs::Progress;
use crate::model::{
    Arg, BatchId, CardRef, Contact, Holder, JourneyId, LaneId, MapView, Message, Metric, Model,
    QuestionId, Spot, VersionId,
};
use crate::render::color_scale::Palette;
use crate::render::scene::Subject;
use crate::scores::{Filter, ScoreTable};
use crate::text::{Lang, Texts};
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The screens of the program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Screen {
    /// Recent maps, templates, samples.
    #[default]
    Start,
    /// The map.
    Map,
    /// The journey as a table.
    List,
    /// The journey over departments.
    Silos,
    /// Owners, teams and departments, each with a page.
    Owners,
    /// Touchpoints by channel, segment, owner or month.
    Matrix,
    /// All journeys of the document.
    Portfolio,
    /// Two journeys beside each other.
    SideBySide,
    /// Imports, what respondents wrote, refused cells.
    Feedback,
    /// For a group: big, without chrome.
    Present,
    /// Importing feedback.
    Import,
}

impl Screen {
    /// Whether it shows the journeys of a document, one way or another.
    #[must_use]
    pub fn is_of_map(self) -> bool {
        matches!(
            self,
            Self::Map
                | Self::List
                | Self::Silos
                | Self::Owners
                | Self::Portfolio
                | Self::SideBySide
        )
    }

    /// Whether the title of the document stands above it.
    #[must_use]
    pub fn has_top_bar(self) -> bool {
        self.is_of_map() || matches!(self, Self::Matrix | Self::Feedback)
    }
}

/// How much of the scores the map shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overlay {
    /// No scores at all.
    Off,
    /// White cards with small coloured badges.
    #[default]
    ScoresOnly,
    /// Cards and stages filled with the heat colour.
    Heat,
}

/// What the period shown is compared with.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompareWith {
    /// Nothing.
    #[default]
    Nothing,
    /// The period of the same length just before.
    PeriodBefore,
    /// The same period a year before.
    YearBefore,
    /// The figure the team wants to reach.
    Target,
    /// Another selection, which `View::rival` names.
    Selection,
}

/// How the document is looked at. Never part of the undo list.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// The journey shown; the first one when absent.
    pub journey: Option<JourneyId>,
    /// The journeys one walked down from, the topmost first.
    pub trail: Vec<JourneyId>,
    /// How much of the scores is shown.
    pub overlay: Overlay,
    /// Of what.
    pub measure: Measure,
    /// Of which version of the question; the one with most answers when absent.
    pub version: Option<Version>,
    /// Of which question only, by one that asks it; all of the metric when absent.
    pub topic: Option<QuestionId>,
    /// Where the middle of the colours lies.
    pub middle: Middle,
    /// What stands beside it as a badge on each card.
    pub badge: Option<Measure>,
    /// Of which question only, by one that asks it.
    pub badge_topic: Option<QuestionId>,
    /// In which colours.
    pub palette: Palette,
    /// Compared with what.
    pub compare: CompareWith,
    /// The other selection, where it is compared with one.
    pub rival: Option<Arc<Rival>>,
    /// Which answers count.
    pub filter: Filter,
    /// As a journey map or as a blueprint.
    pub map_view: MapView,
}

impl Default for View {
    fn default() -> Self {
        Self {
            journey: None,
            trail: Vec::new(),
            overlay: Overlay::default(),
            measure: Measure::of(Metric::Ces),
            version: None,
            topic: None,
            middle: Middle::default(),
            badge: None,
            badge_topic: None,
            palette: Palette::default(),
            compare: CompareWith::default(),
            rival: None,
            filter: Filter::default(),
            map_view: MapView::default(),
        }
    }
}

/// The open document as panels see it.
#[derive(Clone, Copy)]
pub struct DocumentInfo<'a> {
    /// Its file; absent when it lives in memory only.
    pub path: Option<&'a Path>,
    /// Why nothing can be changed, if so.
    pub read_only: Option<&'a Message>,
    /// Name of the step that undo would take back.
    pub undo: Option<&'a Message>,
    /// Name of the step that redo would do again.
    pub redo: Option<&'a Message>,
}

/// Everything a panel may read.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// Words, numbers, dates.
    pub texts: &'a Texts,
    /// Colours.
    pub theme: &'a Theme,
    /// What the person set.
    pub settings: &'a Settings,
    /// How the document is looked at.
    pub view: &'a View,
    /// The open document, if any.
    pub document: Option<DocumentInfo<'a>>,
    /// Everything in it but the survey rows; empty when none is open.
    pub model: &'a Model,
    /// Grows with every change of the model, and when another document is opened.
    pub revision: u64,
    /// Its answers, once they are loaded.
    pub scores: Option<&'a Arc<ScoreTable>>,
    /// The log of contacts, once it is loaded with them.
    pub contacts: &'a [Contact],
    /// Grows whenever `scores` is another table.
    pub scores_revision: u64,
    /// Whether long work runs on the document, so that nothing can be changed now.
    pub busy: bool,
    /// Whether a picture of the map is being made, which leaves the document as it is.
    pub exporting: bool,
    /// How far that work has come.
    pub progress: Option<&'a Progress>,
    /// How the last import ended; absent while it runs and before any.
    pub import_end: Option<&'a ImportEnd>,
}

impl Ctx<'_> {
    /// A text without values.
    #[must_use]
    pub fn t(&self, key: &'static str) -> String {
        self.texts.get(key)
    }

    /// A text with one value.
    #[must_use]
    pub fn t1(&self, key: &'static str, name: &'static str, value: impl Into<Arg>) -> String {
        self.texts.say(&Message::new(key).with(name, value))
    }

    /// Why the document cannot be changed now, if so.
    #[must_use]
    pub fn why_fixed(&self) -> Option<String> {
        match (self.busy, self.document.and_then(|d| d.read_only)) {
            (true, _) => Some(self.t("app-busy")),
            (false, Some(message)) => Some(self.texts.say(message)),
            (false, None) => None,
        }
    }

    /// What lies over a journey, as it is looked at.
    #[must_use]
    pub fn overlay_request(&self, journey: JourneyId) -> OverlayRequest {
        OverlayRequest {
            version: self.view.version.clone(),
            topic: self.view.topic,
            middle: self.view.middle,
            ..OverlayRequest::of(journey, self.view.measure)
        }
    }

    /// What stands beside it as a badge, as it is looked at.
    #[must_use]
    pub fn badge_request(&self, journey: JourneyId) -> Option<OverlayRequest> {
        let request = OverlayRequest::of(journey, self.view.badge?);
        Some(OverlayRequest { topic: self.view.badge_topic, ..request })
    }

    /// The journey shown.
    #[must_use]
    pub fn journey(&self) -> Option<JourneyId> {
        let chosen = self.view.journey.filter(|id| self.model.journeys.contains_key(id));
        chosen.or_else(|| self.model.journeys_in_order().first().map(|j| j.id))
    }
}

/// What is imported.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportWhat {
    /// A file or a pasted table.
    Data(DataSource),
    /// Several files, one after the other.
    Files(Vec<PathBuf>),
    /// An import of the document, mapped anew.
    Kept(BatchId),
}

/// What an import is asked to do.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportRequest {
    /// What is imported.
    pub what: ImportWhat,
    /// How it is read.
    pub profile: Profile,
    /// How it is imported.
    pub options: ImportOptions,
    /// Whether the mapping is remembered for the next file like this.
    pub remember: bool,
}

/// How the last import ended.
#[derive(Clone, PartialEq, Debug)]
pub enum ImportEnd {
    /// Its report, or why there is none.
    One(Box<Result<ImportReport, Message>>),
    /// What became of each of several files.
    Each(Vec<(PathBuf, FileOutcome)>),
}

impl ImportEnd {
    /// Whether something came into the document.
    #[must_use]
    pub fn wrote(&self) -> bool {
        let wrote = |report: &ImportReport| report.batch.is_some();
        match self {
            Self::One(end) => end.as_ref().as_ref().is_ok_and(wrote),
            Self::Each(all) => all.iter().any(
                |(_, outcome)| matches!(outcome, FileOutcome::Imported(report) if wrote(report)),
            ),
        }
    }
}

/// What the map screen is asked to do by a shortcut or the palette.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "each is named after what it does")]
pub enum MapAction {
    AddStage,
    AddStep,
    AddTouchpoint,
    AddNote,
    Rename,
    Duplicate,
    Delete,
    MarkMomentOfTruth,
    Connect,
    FeelBetter,
    FeelWorse,
    Blueprint,
    ToggleLock,
    Find,
    FindNext,
    FindPrevious,
    Minimap,
    GiveToOwner,
    SelectLane,
    ZoomIn,
    ZoomOut,
    ZoomFit,
    ZoomWhole,
    FoldInspector,
    FoldStrip,
    FoldBoth,
    Owners,
    Teams,
    Channels,
    Personas,
    Stakeholders,
    Trend,
}

/// The formats a map can be exported to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ExportFormat {
    /// Vector picture.
    Svg,
    /// Pixel picture.
    Png,
}

/// What a panel asks for.
#[derive(Clone, PartialEq, Debug)]
pub enum UiAction {
    /// Change the document.
    Run(Command),
    /// Change the document and say so, with "Undo" beside it.
    RunAndTell(Command, Message),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,

    /// Undo or redo until so many steps are in force.
    GoToStep(usize),
    /// Open or close the list of undo steps and versions.
    OpenHistory,

    /// Show a screen.
    Go(Screen),
    /// Show a part of the map.
    Show(Subject),
    /// Show how something goes, in full.
    OpenTrend(Scope),
    /// Open or close the agenda of the workshop.
    OpenAgenda,
    /// Open or close quick capture.
    OpenCapture,
    /// Let the window fill the screen, or not.
    FullScreen,
    /// Walk down from a card to the journey that shows it in more detail, on the map.
    OpenJourney(JourneyId),
    /// Let the map screen do something.
    Map(MapAction),
    /// Look at the document in another way.
    Look(Box<View>),
    /// Compare what is shown with something else.
    Compare(CompareWith),

    /// Make a new map with the six stages.
    New,
    /// Make a new map from a template.
    NewFrom(Template),
    /// Make a new map from a template the person saved.
    NewFromOwn(String),
    /// Asks for a name for the way the document is looked at, and keeps it.
    SaveViewDialog,
    /// Ask what the template of the shown map is called.
    SaveTemplateDialog,
    /// Keep the shown map as a template of that title.
    SaveTemplate(String),
    /// Delete a template the person saved.
    DeleteOwnTemplate(String),
    /// Put back a template that was deleted.
    RestoreOwnTemplate(Box<OwnTemplate>),
    /// Choose a file to open.
    OpenDialog,
    /// Open a file: a document, or a survey file to import.
    Open(PathBuf),
    /// Open a copy of a sample.
    OpenSample(Sample),
    /// Close the document and go to the start screen.
    Close,
    /// Rename the document.
    RenameDocument,
    /// Choose where an exact copy goes.
    SaveCopyDialog,
    /// Choose where a copy without history and identities goes.
    ShareCopyDialog,
    /// Show the document's file in the file manager.
    ShowInFolder,
    /// Show what the document holds.
    Properties,
    /// Take a file out of the list of recent ones.
    Forget(PathBuf),
    /// Choose a survey file to import.
    ImportDialog,
    /// Choose a folder of survey files to import.
    ImportFolderDialog,
    /// Import these survey files.
    ImportFiles(Vec<PathBuf>),
    /// Import a table that was pasted.
    ImportPasted(String),
    /// Open the form for feedback that is entered by hand.
    OpenHandForm,
    /// Keep what was entered by hand; whether the next one of a pile follows.
    EnterFeedback(Box<HandEntry>, bool),
    /// Choose where the refused cells of an import go.
    SaveRefusedDialog(BatchId),
    /// Choose where the comments that are listed go.
    SaveCommentsDialog,
    /// List what was written about a part of the map.
    ShowComments(About),
    /// Map an import anew.
    MapAnew(BatchId),
    /// Choose a kept mapping for the file that is being imported.
    LoadMappingDialog,
    /// Choose where this mapping (JSON) is kept.
    SaveMappingDialog(String),
    /// Import a survey file on a worker; the end is in `Ctx::import_end`.
    Import(Box<ImportRequest>),
    /// Choose a picture to hang on something.
    PictureDialog(Holder),
    /// Read a picture and hang it on something.
    AddPicture(Holder, PathBuf),
    /// Choose where an export goes.
    ExportDialog(ExportFormat),
    /// Choose where the page that the owner's lens shows goes.
    ExportScorecardDialog(ExportFormat),
    /// Show the page of an owner, team or department.
    ShowScorecard(Responsible),

    /// Stop the long work.
    Cancel,
    /// Put the journey shown beside what it was in a version.
    CompareVersion(VersionId),
    /// Copy cards.
    CopyCards(Vec<CardRef>),
    /// Paste a text into a cell.
    Paste(String, (JourneyId, Spot, LaneId)),
    /// Look for text on the map.
    Find,
    /// Give the focus to the next part of the window, or (false) the one before.
    NextRegion(bool),
    /// Open the command palette.
    OpenPalette,
    /// Open the list of keyboard shortcuts.
    OpenKeys,
    /// Open the settings.
    OpenSettings,
    /// Switch the language.
    SetLang(Lang),
    /// Switch the look.
    SetTheme(ThemeChoice),
    /// Set the interface size, in percent.
    SetSize(u16),
    /// Say something at the bottom.
    Say(Box<Toast<UiAction>>),
    /// Close the banner that is shown.
    Dismiss,
    /// Close the window.
    Quit,
}

impl UiAction {
    /// Looks at the document with one thing altered.
    #[must_use]
    pub fn look(ctx: &Ctx<'_>, alter: impl FnOnce(&mut View)) -> Self {
        let mut view = ctx.view.clone();
        alter(&mut view);
        Self::Look(Box::new(view))
    }
}
