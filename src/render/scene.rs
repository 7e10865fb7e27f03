//! The one picture: plain shapes with positions, which screen, SVG, PNG and later writers all paint.
//!
//! Layout decides everything beforehand: no writer measures, wraps or chooses a colour.

use crate::analysis::RowSubject;
use crate::model::{
    ArrowId, BlobId, JourneyId, LaneId, NoteId, PlacementId, Spot, StageId, StepId,
};

/// An sRGB colour; `a` is opacity, not premultiplied.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "channels of a colour")]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
    pub a: u8,
}

impl Color {
    /// `0xRRGGBB`, opaque.
    #[must_use]
    pub const fn hex(rgb: u32) -> Self {
        Self { r: (rgb >> 16) as u8, g: (rgb >> 8) as u8, b: rgb as u8, a: 255 }
    }

    /// The same colour with another opacity, 0…1.
    #[must_use]
    pub fn with_opacity(self, opacity: f32) -> Self {
        Self { a: (opacity.clamp(0.0, 1.0) * 255.0).round() as u8, ..self }
    }
}

/// What stands in place of a picture whose bytes are not there.
pub const MISSING_PICTURE: Color = Color::hex(0xC3_C9D2);

/// A point, in points from the scene's top left corner.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[expect(missing_docs, reason = "coordinates")]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// A rectangle, in points.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
#[expect(missing_docs, reason = "coordinates")]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Point {
    /// The point that lies so much further right and down.
    #[must_use]
    pub fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y }
    }
}

impl Rect {
    /// The same rectangle so much further right and down.
    #[must_use]
    pub fn moved(self, x: f32, y: f32) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }

    /// The right edge.
    #[must_use]
    pub fn right(self) -> f32 {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub fn bottom(self) -> f32 {
        self.y + self.height
    }

    /// Whether a point lies inside or on the edge.
    #[must_use]
    pub fn holds(self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }
}

/// A line's colour, width and dashes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in points.
    pub width: f32,
    /// (length of a dash, length of a gap); a whole line when absent.
    pub dash: Option<(f32, f32)>,
}

/// A soft shadow under a rectangle.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shadow {
    /// Downward offset in points.
    pub offset_y: f32,
    /// Blur radius in points.
    pub blur: f32,
    /// Colour with its opacity.
    pub color: Color,
}

/// The two weights of Inter that the program carries.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "named after the font files")]
pub enum Weight {
    Regular,
    SemiBold,
}

/// Which side of a text its position is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "sides of a line of text")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// One line of text; wrapping is done by the layout.
#[derive(Clone, PartialEq, Debug)]
pub struct TextRun {
    /// Where the baseline begins, is centred, or ends.
    pub at: Point,
    /// Which of these.
    pub anchor: Anchor,
    /// Font size in points.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
    /// Colour.
    pub color: Color,
    /// Whether it is turned a quarter to the left about its position: read from bottom to top.
    pub turned: bool,
    /// The line.
    pub text: String,
}

/// One piece of a curve: cubic Bézier from the end of the piece before.
#[derive(Clone, Copy, PartialEq, Debug)]
#[expect(missing_docs, reason = "control points and end of a Bézier curve")]
pub struct CurvePiece {
    pub control_1: Point,
    pub control_2: Point,
    pub to: Point,
}

/// A shape.
#[derive(Clone, PartialEq, Debug)]
pub enum Shape {
    /// A rectangle with equal round corners.
    Rect {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Fill.
        fill: Option<Color>,
        /// Edge, drawn inside.
        stroke: Option<Stroke>,
        /// Shadow.
        shadow: Option<Shadow>,
    },
    /// A filled convex polygon.
    Convex {
        /// Corners, in order.
        points: Vec<Point>,
        /// Fill.
        fill: Color,
    },
    /// A line through points.
    Line {
        /// Corners, in order.
        points: Vec<Point>,
        /// Colour, width, dashes.
        stroke: Stroke,
        /// Whether the last point joins the first.
        closed: bool,
    },
    /// A smooth line.
    Curve {
        /// Where it begins.
        from: Point,
        /// Its pieces.
        pieces: Vec<CurvePiece>,
        /// Colour and width.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Centre.
        center: Point,
        /// Radius.
        radius: f32,
        /// Fill.
        fill: Option<Color>,
        /// Edge.
        stroke: Option<Stroke>,
    },
    /// 45° lines cut against a round rectangle.
    Hatch {
        /// Where.
        rect: Rect,
        /// Corner radius of the cut.
        radius: f32,
        /// Distance between lines.
        gap: f32,
        /// Colour and width.
        stroke: Stroke,
    },
    /// A line of text.
    Text(TextRun),
    /// A glyph of the icon font, centred.
    Icon {
        /// Centre.
        center: Point,
        /// Size in points.
        size: f32,
        /// Which.
        icon: super::icons::Icon,
        /// Filled variant, where the font has it.
        filled: bool,
        /// Colour.
        color: Color,
    },
    /// A picture that covers a round rectangle; what sticks out of it is cut off evenly.
    Image {
        /// Where.
        rect: Rect,
        /// Corner radius.
        radius: f32,
        /// Its bytes, which every writer looks up.
        blob: BlobId,
        /// Width and height in pixels.
        size: (u32, u32),
    },
}

impl Shape {
    /// The same shape so much further right and down.
    #[must_use]
    pub fn moved(mut self, x: f32, y: f32) -> Self {
        match &mut self {
            Self::Rect { rect, .. } | Self::Hatch { rect, .. } | Self::Image { rect, .. } => {
                *rect = rect.moved(x, y);
            }
            Self::Convex { points, .. } | Self::Line { points, .. } => {
                points.iter_mut().for_each(|p| *p = p.moved(x, y));
            }
            Self::Curve { from, pieces, .. } => {
                *from = from.moved(x, y);
                for piece in pieces {
                    *piece = CurvePiece {
                        control_1: piece.control_1.moved(x, y),
                        control_2: piece.control_2.moved(x, y),
                        to: piece.to.moved(x, y),
                    };
                }
            }
            Self::Circle { center, .. } | Self::Icon { center, .. } => *center = center.moved(x, y),
            Self::Text(run) => run.at = run.at.moved(x, y),
        }
        self
    }
}

/// What a part of the picture shows, so that it can be clicked, focused and read out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Subject {
    /// A journey's title.
    Journey(JourneyId),
    /// A stage's chevron.
    Stage(StageId),
    /// A step.
    Step(StepId),
    /// A lane's name in the gutter.
    Lane(LaneId),
    /// A touchpoint's card.
    Card(PlacementId),
    /// A note.
    Note(NoteId),
    /// The emotion point of a card.
    Emotion(PlacementId),
    /// A column of a lane, where something can be added. Comes before what stands in it, so that the
    /// last region under the pointer is the one that is meant.
    Cell(LaneId, Spot),
    /// An arrow between two cards.
    Arrow(ArrowId),
    /// A place in a matrix.
    Grid(GridRow, GridColumn),
}

/// A row of a matrix.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GridRow {
    /// The names of the columns.
    Head,
    /// A stage, above its rows.
    Group(StageId),
    /// What is counted.
    Row(RowSubject),
    /// All rows together.
    Total,
}

/// A column of a matrix.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum GridColumn {
    /// The names of the rows.
    Name,
    /// A value, by its number from the left.
    Value(u16),
    /// All values together.
    Total,
}

/// A part of the picture that stands for something.
#[derive(Clone, PartialEq, Debug)]
pub struct Region {
    /// Where.
    pub rect: Rect,
    /// What.
    pub subject: Subject,
    /// What a screen reader says.
    pub label: String,
}

/// A picture.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scene {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Shapes from back to front.
    pub shapes: Vec<Shape>,
    /// Parts that stand for something, in reading order: stage by stage, lane by lane.
    pub regions: Vec<Region>,
    /// Layers that stay in place while the map scrolls.
    pub pins: Pins,
}

/// Which shapes stay in place: indices into `Scene::shapes`, each layer a contiguous range.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Pins {
    /// The ribbon of stages: does not scroll down.
    pub ribbon: std::ops::Range<usize>,
    /// The gutter of lane names: does not scroll sideways.
    pub gutter: std::ops::Range<usize>,
    /// The corner above the gutter, painted last: does not scroll at all.
    pub corner: std::ops::Range<usize>,
    /// A last row: stays at the lower edge while what is above it scrolls.
    pub foot: std::ops::Range<usize>,
    /// The part of it that does not scroll sideways either.
    pub foot_gutter: std::ops::Range<usize>,
}
