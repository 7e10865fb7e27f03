//! What respondents wrote about their touchpoints: the newest comments, each with its score.
//!
//! A long one is shortened, and says so by three dots; the list in the program has it whole.

use super::{GAP, INNER, MARGIN, Page};
use crate::model::{Message, Scale};
use crate::render::color_scale::text_on;
use crate::render::scene::Anchor;
use crate::render::sketch::{Sketch, Type, point, rect, stroke};

/// A comment as it stands on the page.
#[derive(Clone, PartialEq, Debug)]
pub struct Voice {
    /// What was written.
    pub text: String,
    /// The answer beside it, and the scale it is on.
    pub score: Option<(Scale, i32)>,
    /// About what, when, where: "First bill · 22 Sep 2026 · Phone".
    pub meta: String,
}

const LEFT: f32 = 44.0;
const PITCH: f32 = 16.0;
/// As many lines of a comment.
const LINES: usize = 3;

impl Page<'_> {
    /// The newest comments, if there are any. Gives where they end.
    pub(super) fn voices(&self, sketch: &mut Sketch, y: f32) -> f32 {
        if self.request.voices.is_empty() {
            return y;
        }
        let shown = self.request.voices.len();
        let message =
            Message::new("owners-voices").with("shown", shown).with("count", self.request.comments);
        let mut y = self.title(sketch, y + GAP, &self.texts.say(&message));
        for voice in &self.request.voices {
            y = self.voice(sketch, y, voice);
        }
        y
    }

    fn voice(&self, sketch: &mut Sketch, y: f32, voice: &Voice) -> f32 {
        if let Some((scale, value)) = voice.score {
            let fill = self.request.palette.at(scale.goodness(value));
            sketch.fill(rect(MARGIN, y + 2.0, 30.0, 20.0), 5.0, fill);
            let ty = Type::semi_bold(12.0, text_on(fill));
            let text = self.texts.int(i64::from(value));
            sketch.text(MARGIN + 15.0, y + 12.0, Anchor::Middle, ty, &text);
        }
        let ty = Type::regular(12.5, self.colors.ink);
        let quoted = self.texts.say(&Message::new("owners-quote").with("text", voice.text.trim()));
        let mut lines = ty.wrap(&quoted, INNER - LEFT);
        if lines.len() > LINES {
            lines.truncate(LINES);
            if let Some(last) = lines.last_mut() {
                let kept = last.rsplit_once(' ').map_or(last.as_str(), |(kept, _)| kept);
                *last = format!("{kept} …");
            }
        }
        sketch.lines(MARGIN + LEFT, y + 11.0, PITCH, ty, &lines);
        let low = y + 11.0 + PITCH * lines.len() as f32;
        let quiet = Type::regular(11.0, self.colors.ink3);
        let quiet = quiet.fitted(&voice.meta, INNER - LEFT, 8.0);
        sketch.text(MARGIN + LEFT, low, Anchor::Start, quiet, &voice.meta);
        let end = low + 14.0;
        let line = stroke(self.colors.line, 1.0);
        sketch.line(point(MARGIN, end), point(MARGIN + INNER, end), line);
        end + 6.0
    }
}
