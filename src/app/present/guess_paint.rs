//! A round of guesses as the group sees it: dots above the scale, and after the reveal what
//! customers answered below it, with the gap in figures and in words.
//!
//! Before the reveal it is given nothing of the answers, so nothing of them can show.

use super::big::{Big, Ink, Press, block, line, say};
use super::guess::question;
use super::guess_form::direction;
use super::measured::Measured;
use crate::analysis::guess::{gap, guessed};
use crate::analysis::{Reading, Score};
use crate::app::context::Ctx;
use crate::app::theme::color32;
use crate::metrics::Estimate;
use crate::model::{Histogram, Message, Metric, Round};
use crate::render::color_scale::text_on;
use crate::render::figure_words;
use egui::{Align2, Color32, Id, Rect, Ui, pos2, vec2};

/// The band of the scale, in the design.
const BAND: (f32, f32, f32, f32) = (286.0, 374.0, 784.0, 58.0);
/// Seconds in which the bars grow.
const GROW: f32 = 0.6;

/// What is shown of a round.
pub struct Shown<'a> {
    /// The round.
    pub round: &'a Round,
    /// The touchpoint's title.
    pub title: &'a str,
    /// The guesses about it.
    pub counts: &'a Histogram,
    /// What the present participant typed.
    pub typed: &'a str,
    /// Which touchpoint of how many it is.
    pub place: (usize, usize),
    /// What customers said; absent before the reveal.
    pub reading: Option<&'a Reading>,
}

/// What is shown on a journey without touchpoints.
pub fn nothing(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big) {
    let look = Ink::new(big.regular(32.0), ctx.theme.ink2);
    let text = ctx.t("present-guess-nothing");
    line(ui, big.at(72.0, 200.0), Align2::LEFT_CENTER, &text, look, big.px(1200.0));
}

/// Shows the round; gives the value of the scale that was clicked.
pub fn round_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    shown: &Shown<'_>,
    open: bool,
) -> Option<i64> {
    let text = question(ctx, shown.round, shown.title);
    let width = big.inside().width() - big.px(150.0);
    let size = if text.chars().count() > 44 { 40.0 } else { 58.0 };
    let look = Ink::new(big.strong(size), ctx.theme.ink);
    line(ui, big.at(72.0, 140.0), Align2::LEFT_CENTER, &text, look, width);
    sub_line(ui, ctx, big, shown);
    let clicked = band_ui(ui, ctx, big, shown, open);
    dots_ui(ui, ctx, big, shown);
    match shown.reading {
        None => entry_ui(ui, ctx, big, shown),
        Some(reading) => {
            let grown = ui.ctx().animate_bool_with_time(grow_id(shown), true, GROW);
            revealed_ui(ui, ctx, big, shown, reading, grown);
        }
    }
    if shown.reading.is_none() {
        ui.ctx().animate_bool_with_time(grow_id(shown), false, 0.0);
    }
    clicked
}

fn grow_id(shown: &Shown<'_>) -> Id {
    Id::unique(("reveal", shown.round.id))
}

/// Which touchpoint of how many, on which scale, of which round.
fn sub_line(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>) {
    let message = Message::new("present-guess-place")
        .with("round", shown.round.name.as_str())
        .with("at", shown.place.0)
        .with("of", shown.place.1)
        .with("scale", direction(ctx, shown.round.scale));
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let width = big.inside().width();
    let text = ctx.texts.say(&message);
    line(ui, big.at(72.0, 198.0), Align2::LEFT_CENTER, &text, look, width);
}

/// Where the cell of a value stands in the band.
fn cell(big: &Big, round: &Round, value: i32) -> Rect {
    let width = BAND.2 / round.scale.steps().max(1) as f32;
    let x = BAND.0 + width * (value - round.scale.min) as f32;
    big.rect(x, BAND.1, width, BAND.3)
}

/// The scale with its ends in words; each value is a button until the reveal.
fn band_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>, open: bool) -> Option<i64> {
    let round = shown.round;
    let band = big.rect(BAND.0, BAND.1, BAND.2, BAND.3);
    ui.painter().rect_filled(band, big.px(10.0), ctx.theme.hover);
    let (low, high) = ends(round);
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let gap = big.px(16.0);
    let left = pos2(band.left() - gap, band.center().y);
    line(ui, left, Align2::RIGHT_CENTER, &ctx.t(low), look.clone(), big.px(190.0));
    let right = pos2(band.right() + gap, band.center().y);
    line(ui, right, Align2::LEFT_CENTER, &ctx.t(high), look, big.px(130.0));
    let every = round.scale.steps().div_ceil(11).max(1);
    let mut clicked = None;
    for value in (round.scale.min..=round.scale.max).step_by(every) {
        let place = cell(big, round, value);
        let number = ctx.texts.int(i64::from(value));
        if open {
            let name = ctx.t1("present-guess-value", "value", number.as_str());
            let inner = place.shrink(2.0);
            if Press::new(inner, name).text(number).size(32.0).show(ui, ctx.theme, big) {
                clicked = Some(i64::from(value));
            }
        } else {
            let look = Ink::new(big.strong(32.0), ctx.theme.ink);
            line(ui, place.center(), Align2::CENTER_CENTER, &number, look, place.width());
        }
    }
    clicked
}

/// What the ends of a scale mean.
fn ends(round: &Round) -> (&'static str, &'static str) {
    use crate::model::Better;
    let (bad, good) = match round.metric {
        Metric::Ces => ("present-end-hard", "present-end-easy"),
        Metric::Fcr => ("present-end-no", "present-end-yes"),
        Metric::Nps | Metric::Csat | Metric::Rating => ("present-end-bad", "present-end-good"),
    };
    if round.scale.better == Better::Low { (good, bad) } else { (bad, good) }
}

/// Our guesses: a dot for each, without a name.
fn dots_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>) {
    let n = shown.counts.n();
    let look = Ink::new(big.strong(32.0), ctx.theme.accent);
    let text = ctx.t("present-guess-ours");
    line(ui, big.at(72.0, 300.0), Align2::LEFT_CENTER, &text, look, big.px(200.0));
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let count = i64::try_from(n).unwrap_or(i64::MAX);
    let text = ctx.t1("present-guess-people", "count", count);
    line(ui, big.at(72.0, 340.0), Align2::LEFT_CENTER, &text, look, big.px(200.0));
    let most = shown.counts.counts.iter().copied().max().unwrap_or(0);
    // As many dots beside each other as the cell is wide, as many above each other as there is room.
    let width = cell(big, shown.round, shown.round.scale.min).width();
    let room = big.px(BAND.1 - 236.0);
    let mut pitch = big.px(44.0);
    let fits = |pitch: f32| {
        let across = (width / pitch).floor();
        across >= 1.0 && (most as f32 / across.min(4.0)).ceil() * pitch <= room
    };
    while pitch > 3.0 && !fits(pitch) {
        pitch *= 0.9;
    }
    let across = (width / pitch).floor().clamp(1.0, 4.0) as u64;
    let mut said = Vec::new();
    for (value, count) in shown.counts.iter().filter(|(_, count)| *count > 0) {
        let place = cell(big, shown.round, value);
        for i in 0..count {
            let row_len = across.min(count - (i / across) * across) as f32;
            let column = (i % across) as f32 - (row_len - 1.0) / 2.0;
            let y = place.top() - big.px(10.0) - pitch * ((i / across) as f32 + 0.5);
            let center = pos2(place.center().x + column * pitch, y);
            ui.painter().circle_filled(center, pitch * 0.43, ctx.theme.accent);
        }
        let message = Message::new("present-guess-dots").with("value", i64::from(value));
        let message = message.with("count", i64::try_from(count).unwrap_or(i64::MAX));
        said.push(ctx.texts.say(&message));
    }
    let above = big.rect(BAND.0, 236.0, BAND.2, BAND.1 - 240.0);
    say(ui, above, &said.join(", "));
}

/// Where the next participant types.
fn entry_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>) {
    let next = i64::try_from(shown.counts.n() + 1).unwrap_or(i64::MAX);
    let who = ctx.t1("present-guess-participant", "number", next);
    let look = Ink::new(big.strong(32.0), ctx.theme.ink);
    line(ui, big.at(286.0, 510.0), Align2::LEFT_CENTER, &who, look, big.px(330.0));
    let field = big.rect(640.0, 474.0, 130.0, 72.0);
    let stroke = egui::Stroke::new(2.0, ctx.theme.accent);
    let kind = egui::StrokeKind::Inside;
    ui.painter().rect(field, big.px(10.0), ctx.theme.field, stroke, kind);
    let typed = if shown.typed.is_empty() { "–" } else { shown.typed };
    let color = if shown.typed.is_empty() { ctx.theme.ink4 } else { ctx.theme.ink };
    let look = Ink::new(big.strong(44.0), color);
    line(ui, field.center(), Align2::CENTER_CENTER, typed, look, field.width());
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let place = big.rect(286.0, 570.0, 860.0, 90.0);
    block(ui, place, &ctx.t("present-guess-how"), look, 3);
}

/// What customers said, the gap, and both in words.
fn revealed_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    shown: &Shown<'_>,
    reading: &Reading,
    grown: f32,
) {
    let look = Ink::new(big.strong(32.0), ctx.theme.ink);
    let text = ctx.t("present-guess-customers");
    line(ui, big.at(72.0, 483.0), Align2::LEFT_CENTER, &text, look, big.px(200.0));
    let ours = guessed(ctx.model, shown.round, shown.counts);
    if let Some(ours) = &ours {
        figure_ui(ui, ctx, big, (250.0, 315.0), "present-guess-we", shown, ours, ctx.theme.accent);
    }
    let Some(score) = reading.score() else {
        let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
        let place = big.rect(286.0, 466.0, 784.0, 120.0);
        block(ui, place, &why_none(ctx, reading), look, 3);
        return;
    };
    let count = i64::try_from(score.n()).unwrap_or(i64::MAX);
    let look = Ink::new(big.regular(22.0), ctx.theme.ink3);
    let text = ctx.t1("present-guess-answers", "count", count);
    line(ui, big.at(72.0, 522.0), Align2::LEFT_CENTER, &text, look.clone(), big.px(210.0));
    bars_ui(ui, ctx, big, shown, score, grown);
    let theirs = score.shown();
    figure_ui(
        ui,
        ctx,
        big,
        (552.0, 492.0),
        "present-guess-customers",
        shown,
        theirs,
        ctx.theme.ink,
    );
    let right = pos2(big.inside().right(), big.at(0.0, 586.0).y);
    let decimals = figure_words::decimals(shown.round.metric);
    let range = ctx.texts.range(theirs.low, theirs.high, decimals);
    line(ui, right, Align2::RIGHT_CENTER, &range, look, big.px(220.0));
    let words = match &ours {
        Some(ours) => {
            chip_ui(ui, ctx, big, shown, ours, score);
            compared(ctx, shown, ours, score)
        }
        None => alone(ctx, shown, score),
    };
    let look = Ink::new(big.strong(32.0), ctx.theme.ink);
    let y = big.at(0.0, 630.0).y;
    ui.painter().hline(big.inside().x_range(), y - big.px(12.0), ctx.theme.hairline());
    let place = Rect::from_min_size(
        pos2(big.inside().left(), y),
        vec2(big.inside().width(), big.px(110.0)),
    );
    block(ui, place, &words, look, 3);
}

/// A figure of the right column with its owner's name.
#[expect(clippy::too_many_arguments, reason = "where, whose, what and in which colour")]
fn figure_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    (name_y, figure_y): (f32, f32),
    key: &'static str,
    shown: &Shown<'_>,
    figure: &Estimate,
    color: Color32,
) {
    let right = big.inside().right();
    let look = Ink::new(big.regular(26.0), ctx.theme.ink2);
    let at = pos2(right, big.at(0.0, name_y).y);
    line(ui, at, Align2::RIGHT_CENTER, &ctx.t(key), look, big.px(200.0));
    let text = figure_words::value(ctx.texts, shown.round.metric, figure.value);
    let look = Ink::new(big.strong(84.0), color);
    let at = pos2(right, big.at(0.0, figure_y).y);
    line(ui, at, Align2::RIGHT_CENTER, &text, look, big.px(260.0));
}

/// The answers as bars that hang from the scale, in the colours of the heat map.
fn bars_ui(ui: &mut Ui, ctx: &Ctx<'_>, big: &Big, shown: &Shown<'_>, score: &Score, grown: f32) {
    let counts = &score.figures.counts;
    let (n, most) = (counts.n().max(1), counts.counts.iter().copied().max().unwrap_or(1).max(1));
    let palette = ctx.view.palette;
    let mut said = Vec::new();
    for (value, count) in counts.iter().filter(|(v, _)| shown.round.scale.holds(*v)) {
        let cell = cell(big, shown.round, value);
        let place = Measured::place(shown.round.scale, value);
        let fill = palette.at(place);
        let height = big.px(150.0) * count as f32 / most as f32 * grown;
        let top = cell.bottom() + big.px(8.0);
        let bar = Rect::from_min_size(
            pos2(cell.left() + big.px(5.0), top),
            vec2(cell.width() - big.px(10.0), height.max(if count > 0 { 2.0 } else { 0.0 })),
        );
        ui.painter().rect_filled(bar, big.px(8.0).min(height / 2.0), color32(fill));
        let share = 100.0 * count as f64 / n as f64;
        let text = ctx.texts.percent(share, 0);
        let message = Message::new("present-guess-share").with("value", i64::from(value));
        said.push(ctx.texts.say(&message.with("share", text.as_str())));
        let font = big.strong(22.0);
        let wide = crate::app::widgets::text_width(ui, &text, &font) < cell.width();
        if grown < 1.0 || count == 0 || !wide {
            continue;
        }
        let inside = height > font.size * 1.6;
        let y = if inside { bar.center().y } else { bar.bottom() + font.size };
        let ink = if inside { color32(text_on(fill)) } else { ctx.theme.ink };
        let at = pos2(bar.center().x, y);
        ui.painter().text(at, Align2::CENTER_CENTER, text, font, ink);
    }
    let below = big.rect(BAND.0, BAND.1 + BAND.3 + 8.0, BAND.2, 170.0);
    say(ui, below, &said.join(", "));
}

/// The gap between both figures, in a chip.
fn chip_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    big: &Big,
    shown: &Shown<'_>,
    ours: &Estimate,
    score: &Score,
) {
    let gap = gap(shown.round, ours, score, figure_words::decimals(shown.round.metric));
    let theme = ctx.theme;
    let (fill, ink) = match gap.better {
        Some(true) => (theme.good_tint, theme.good),
        Some(false) => (theme.bad_tint, theme.bad),
        None => (theme.hover, theme.ink2),
    };
    let text = signed(ctx, shown.round.metric, gap.size);
    let font = big.strong(26.0);
    let width = crate::app::widgets::text_width(ui, &text, &font) + big.px(36.0);
    let size = vec2(width, big.px(44.0).max(font.size * 1.6));
    let right = pos2(big.inside().right(), big.at(0.0, 403.0).y);
    let place = Align2::RIGHT_CENTER.anchor_size(right, size);
    ui.painter().rect_filled(place, size.y / 2.0, fill);
    let look = Ink::new(font, ink);
    line(ui, place.center(), Align2::CENTER_CENTER, &text, look, width);
}

/// A difference with its sign.
fn signed(ctx: &Ctx<'_>, metric: Metric, size: f64) -> String {
    let text = ctx.texts.num(size, figure_words::decimals(metric));
    if size > 0.0 { format!("+{text}") } else { text }
}

/// "You guessed 5.1, customers say 3.2 (3.1–3.3), n 412." and what the gap means.
fn compared(ctx: &Ctx<'_>, shown: &Shown<'_>, ours: &Estimate, score: &Score) -> String {
    let metric = shown.round.metric;
    let value = |figure: f64| figure_words::value(ctx.texts, metric, figure);
    let theirs = score.shown();
    let gap = gap(shown.round, ours, score, figure_words::decimals(shown.round.metric));
    let key = match gap.better {
        None => "present-gap-none",
        Some(true) => "present-gap-better",
        Some(false) => "present-gap-worse",
    };
    let size = ctx.texts.num(gap.size.abs(), figure_words::decimals(metric));
    let meaning = ctx.t1(key, "size", size);
    let message = Message::new("present-guess-compared")
        .with("guess", value(ours.value))
        .with("value", value(theirs.value))
        .with("range", ctx.texts.range(theirs.low, theirs.high, figure_words::decimals(metric)))
        .with("n", i64::try_from(score.n()).unwrap_or(i64::MAX));
    let mut words = format!("{} {meaning}", ctx.texts.say(&message));
    if score.low_base {
        words = format!("{words} {}", ctx.t("present-guess-few"));
    }
    words
}

/// What customers say of a touchpoint that nobody guessed.
fn alone(ctx: &Ctx<'_>, shown: &Shown<'_>, score: &Score) -> String {
    let metric = shown.round.metric;
    let theirs = score.shown();
    let message = Message::new("present-guess-alone")
        .with("value", figure_words::value(ctx.texts, metric, theirs.value))
        .with("range", ctx.texts.range(theirs.low, theirs.high, figure_words::decimals(metric)))
        .with("n", i64::try_from(score.n()).unwrap_or(i64::MAX));
    ctx.texts.say(&message)
}

/// Why customers have no score here.
fn why_none(ctx: &Ctx<'_>, reading: &Reading) -> String {
    match reading {
        Reading::TooFew { n } => {
            ctx.t1("present-guess-too-few", "n", i64::try_from(*n).unwrap_or(i64::MAX))
        }
        Reading::OtherVersion { version, n } => {
            let message = Message::new("present-guess-other")
                .with("version", figure_words::version(ctx.texts, version))
                .with("n", i64::try_from(*n).unwrap_or(i64::MAX));
            ctx.texts.say(&message)
        }
        _ => ctx.t("present-guess-no-data"),
    }
}
