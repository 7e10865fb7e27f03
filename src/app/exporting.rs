//! The map as a file: the page of `render` with what is shown now, written by a worker.
//!
//! Works on copies, so that the document stays on the desk.

use super::context::{Ctx, ExportFormat, Overlay as Look, View};
use super::derived::palette;
use super::filters::periods;
use super::settings::write_whole;
use crate::analysis::{Comparison, Legend, Overlay, OverlayRequest, days_of};
use crate::export::{png, svg};
use crate::model::{JourneyId, Message, Model, Refusal, SettingKey};
use crate::render::map::{MapRequest, Mode};
use crate::render::poster::{Figures, PosterRequest, paper, poster};
use crate::render::scene::Scene;
use crate::render::theme::Theme;
use crate::scores::{Filter, Period, ScoreTable};
use crate::text::{DayStyle, Lang, Texts};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Pixels a point in a PNG: sharp on paper and on large screens.
const SCALE: f32 = 2.0;

/// Everything an export needs, apart from the window.
pub struct Export {
    path: PathBuf,
    format: ExportFormat,
    journey: JourneyId,
    model: Model,
    scores: Option<Arc<ScoreTable>>,
    view: View,
    lang: Lang,
    theme: Theme,
}

impl Export {
    /// The map as it is looked at now; nothing when there is no map.
    #[must_use]
    pub fn of(ctx: &Ctx<'_>, path: PathBuf, format: ExportFormat) -> Option<Self> {
        Some(Self {
            path,
            format,
            journey: ctx.journey()?,
            model: ctx.model.clone(),
            scores: ctx.scores.cloned(),
            view: ctx.view.clone(),
            lang: ctx.texts.lang(),
            theme: ctx.theme.look(),
        })
    }

    /// Draws and writes the file; gives its path.
    ///
    /// # Errors
    /// When the picture is too large or the file cannot be written. Then there is no new file.
    pub fn write(&self) -> Result<PathBuf, Refusal> {
        let texts = Texts::new(self.lang);
        let scene = self.draw(&texts);
        let title = self.title();
        let background = Some(paper(self.theme));
        let bytes = match self.format {
            ExportFormat::Svg => svg::write(&scene, title, background).into_bytes(),
            ExportFormat::Png => png::write(&scene, title, background, SCALE)?,
        };
        write_whole(&self.path, &bytes).map_err(|error| not_written(&self.path, &error))?;
        Ok(self.path.clone())
    }

    fn title(&self) -> &str {
        self.model
            .journeys
            .get(&self.journey)
            .map_or("", |journey| journey.name.as_str())
    }

    fn overlay(&self, filter: &Filter) -> Option<Overlay> {
        let table = self
            .scores
            .as_ref()
            .filter(|_| self.view.overlay != Look::Off)?;
        let request = OverlayRequest::new(self.journey, self.view.metric);
        Some(Overlay::from_table(table, &self.model, &request, filter))
    }

    /// The earlier period, its overlay and the change, where there is a comparison.
    fn earlier(&self, now: Option<&Overlay>) -> Option<(Period, Overlay, Comparison)> {
        let before = periods::before(self.view.filter.period, self.view.compare)?;
        let earlier = self.overlay(&Filter {
            period: before,
            ..self.view.filter.clone()
        })?;
        let comparison = Comparison::of(&earlier, now?);
        Some((before, earlier, comparison))
    }

    fn draw(&self, texts: &Texts) -> Scene {
        let overlay = self.overlay(&self.view.filter);
        let earlier = self.earlier(overlay.as_ref());
        let days = self
            .scores
            .as_ref()
            .map(|table| days_of(table))
            .unwrap_or_default();
        let legend = overlay
            .as_ref()
            .map(|overlay| Legend::of(&self.model, overlay, &self.view.filter, days));
        let client = self.model.settings.get(&SettingKey::Client);
        let request = PosterRequest {
            map: self.map_request(),
            title: self.title().to_owned(),
            subtitle: String::new(),
            client: client
                .map(|client| client.value.clone())
                .unwrap_or_default(),
            then: earlier
                .as_ref()
                .map(|(period, overlay, _)| then(texts, *period, overlay)),
            date: today(texts),
        };
        let figures = Figures {
            overlay: overlay.as_ref(),
            comparison: earlier.as_ref().map(|(.., comparison)| comparison),
            legend: legend.as_ref(),
        };
        poster(&request, &self.model, texts, figures)
    }

    fn map_request(&self) -> MapRequest {
        MapRequest {
            theme: self.theme,
            palette: palette(self.view.palette),
            mode: match self.view.overlay {
                Look::Off => Mode::Off,
                Look::ScoresOnly => Mode::ScoresOnly,
                Look::Heat => Mode::Heat,
            },
            ..MapRequest::new(self.journey, self.lang)
        }
    }
}

/// "1 Apr 2026 – 30 Jun 2026, n 3,511".
fn then(texts: &Texts, period: Period, overlay: &Overlay) -> String {
    let day = |day: Option<i32>| {
        day.map(|d| texts.day(d, DayStyle::Full))
            .unwrap_or_default()
    };
    let message = Message::new("app-export-then")
        .with("from", day(period.from))
        .with("to", day(period.to))
        .with("n", overlay.responses);
    texts.say(&message)
}

fn today(texts: &Texts) -> String {
    let days = chrono::Local::now().date_naive() - chrono::NaiveDate::default();
    texts.day(i32::try_from(days.num_days()).unwrap_or(0), DayStyle::Full)
}

fn not_written(path: &Path, error: &std::io::Error) -> Refusal {
    let message = Message::new("app-export-not-written").with("path", path);
    message.with("why", error.to_string()).into()
}
