//! `klantreis render`: a journey as a picture, with its overlay and legend; or the page of an owner.

use super::args::{Render, Theme};
use super::{Failure, selection, source};
use crate::analysis::{Measure, Overlay, OverlayRequest, Responsible, ResponsibleKind, Sources};
use crate::document::Document;
use crate::export::picture::{self, Format, Page, Paper, Picture};
use crate::export::scorecard::ScorecardPicture;
use crate::jobs::Reporter;
use crate::model::{JourneyId, Message, Metric, Model, Refusal, query::same_name};
use crate::render::scene::Scene;
use crate::render::theme;
use crate::scores::Filter;
use crate::text::Texts;

/// Draws the picture; the ending of OUT tells the format.
///
/// # Errors
/// When the document cannot be read, the format is unknown, or OUT cannot be written.
pub fn run(args: &Render, texts: &Texts) -> Result<(), Failure> {
    let format = Format::of(&args.out)?;
    let document = source::open(&args.file)?;
    let table = document.scores(&Reporter::silent())?;
    let model = document.model();
    let filter = selection::filter(&args.selection, &document, &table)?;
    let journey = selection::journey(&args.selection, model)?
        .ok_or_else(|| Message::new("cli-nothing-to-draw"))?;
    let paper = Paper {
        theme: match args.theme {
            Theme::Light => theme::Theme::Light,
            Theme::Dark => theme::Theme::Dark,
        },
        page: args.page.as_deref().map(Page::named).transpose()?,
    };
    let contacts = document.contacts()?;
    let sources = Sources { table: Some(&table), stored: None, contacts: &contacts };
    let scene = if let Some(who) = &args.scorecard {
        let picture = ScorecardPicture {
            responsible: whose(who, model, journey)?,
            main: main_score(args, model, sources, journey, &filter)?,
            filter,
            compared: None,
            paper,
            palette: args.palette,
            date: String::new(),
            today: None,
        };
        scorecard(&document, &picture, sources, texts)?
    } else {
        map(args, model, journey, filter, paper)?.scene(model, sources, texts)
    };
    let pictures = |blob| document.blob(blob).ok().flatten();
    let bytes = picture::write(&scene, model.title(), paper, format, &pictures)?;
    super::write_file(&args.out, &bytes)
}

/// The journey itself, with what lies over it.
fn map(
    args: &Render,
    model: &Model,
    journey: JourneyId,
    filter: Filter,
    paper: Paper,
) -> Result<Picture, Refusal> {
    let request = |measure: Measure, question: Option<&String>| {
        let topic = question.map(|name| selection::question(name, model, measure)).transpose()?;
        Ok::<_, Refusal>(OverlayRequest { topic, ..OverlayRequest::of(journey, measure) })
    };
    let overlay = args.overlay.map(|m| request(m, args.question.as_ref())).transpose()?;
    Ok(Picture {
        filter,
        overlay: overlay.map(|request| OverlayRequest { middle: args.middle, ..request }),
        badge: args.badge.map(|m| request(m, args.badge_question.as_ref())).transpose()?,
        palette: args.palette,
        paper,
        ..Picture::of(journey)
    })
}

/// The page of who was asked for.
fn scorecard(
    document: &Document,
    picture: &ScorecardPicture,
    sources: Sources<'_>,
    texts: &Texts,
) -> Result<Scene, Failure> {
    let model = document.model();
    let nothing = || Message::new("owners-nothing");
    let card = picture.figures(model, sources).ok_or_else(nothing)?;
    let query = picture.comments(model).ok_or_else(nothing)?;
    let comments = document.comments(&query)?;
    Ok(picture.scene(model, sources, texts, &card, Some(&comments))?)
}

/// The score that comes first: that of the overlay, else the first that was answered.
fn main_score(
    args: &Render,
    model: &Model,
    sources: Sources<'_>,
    journey: JourneyId,
    filter: &Filter,
) -> Result<OverlayRequest, Refusal> {
    let of =
        |measure| OverlayRequest { middle: args.middle, ..OverlayRequest::of(journey, measure) };
    if let Some(measure) = args.overlay {
        let name = args.question.as_ref();
        let topic = name.map(|name| selection::question(name, model, measure)).transpose()?;
        return Ok(OverlayRequest { topic, ..of(measure) });
    }
    let usual = [Metric::Ces, Metric::Nps, Metric::Csat, Metric::Fcr, Metric::Rating];
    let mut usual = usual.map(|metric| of(Measure::of(metric))).into_iter();
    let answered = |request: &OverlayRequest| {
        Overlay::of(sources, model, request, filter).is_some_and(|o| o.version.is_some())
    };
    Ok(usual.find(answered).unwrap_or_else(|| of(Measure::of(Metric::Ces))))
}

/// Who is meant by `owner=NAME`, `team=NAME` or `department=NAME`.
fn whose(text: &str, model: &Model, journey: JourneyId) -> Result<Responsible, Refusal> {
    let unknown = || Message::new("cli-bad-scorecard").with("value", text);
    let (kind, name) = text.split_once('=').ok_or_else(unknown)?;
    let kind = match kind.trim().to_lowercase().as_str() {
        "owner" => ResponsibleKind::Owner,
        "team" => ResponsibleKind::Team,
        "department" => ResponsibleKind::Department,
        _ => return Err(unknown().into()),
    };
    let all = Responsible::all(model, journey, kind);
    let names = || all.iter().filter_map(|one| one.name(model)).collect::<Vec<_>>().join(", ");
    let found = all.iter().find(|one| one.name(model).is_some_and(|n| same_name(n, name)));
    found.cloned().ok_or_else(|| {
        let message = Message::new("cli-scorecard-nobody").with("value", name.trim());
        message.with("known", names()).into()
    })
}
