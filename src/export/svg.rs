//! Scene → SVG text. The same scene gives the same bytes, on every machine.
//!
//! Text stays text; icons become paths, since their font is on no reader's machine.

use crate::model::BlobId;
use crate::render::fonts::{icon_path, short};
use crate::render::hatch;
use crate::render::icons::Icon;
use crate::render::scene::{
    Anchor, Color, CurvePiece, MISSING_PICTURE, Point, Rect, Scene, Shadow, Shape, Stroke, TextRun,
    Weight,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Looks up the bytes of a picture, PNG or JPEG.
pub type Pictures<'a> = dyn Fn(BlobId) -> Option<Vec<u8>> + 'a;

/// The whole picture as one SVG file. `title` is what a screen reader announces first. Pictures are
/// part of the file; where one is missing there is a grey box.
#[must_use]
pub fn write(
    scene: &Scene,
    title: &str,
    background: Option<Color>,
    pictures: &Pictures<'_>,
) -> String {
    let mut svg = Svg::default();
    if let Some(color) = background {
        let all = Rect { x: 0.0, y: 0.0, width: scene.width, height: scene.height };
        svg.rect(all, 0.0, Some(color), None, None);
    }
    let mut shapes = scene.shapes.iter().peekable();
    while let Some(shape) = shapes.next() {
        if let Shape::Convex { points, fill } = shape {
            // Neighbours of one colour share a path: no seam shows between them.
            let mut path = polygon(points);
            while let Some(Shape::Convex { points, fill: next }) = shapes.peek()
                && next == fill
            {
                path.push_str(&polygon(points));
                shapes.next();
            }
            let paint = fill_of(Some(*fill));
            svg.line(&format!("<path d=\"{path}\"{paint}/>"));
        } else {
            svg.shape(shape, pictures);
        }
    }
    svg.regions(scene);
    svg.finish(scene, title)
}

#[derive(Default)]
struct Svg {
    body: String,
    /// Icons used, with the number of their definition.
    icons: BTreeMap<(Icon, bool), String>,
    /// Shadows used, by blur in tenths of a point.
    blurs: BTreeMap<u32, String>,
    /// Pictures used, with the name and text of their definition; absent when a picture is missing.
    images: BTreeMap<BlobId, Option<(String, String)>>,
    /// The shapes that pictures are cut to.
    cuts: Vec<String>,
}

impl Svg {
    fn line(&mut self, text: &str) {
        self.body.push_str(text);
        self.body.push('\n');
    }

    fn shape(&mut self, shape: &Shape, pictures: &Pictures<'_>) {
        match shape {
            Shape::Rect { rect, radius, fill, stroke, shadow } => {
                self.rect(*rect, *radius, *fill, *stroke, *shadow);
            }
            Shape::Convex { points, fill } => {
                let paint = fill_of(Some(*fill));
                self.line(&format!("<path d=\"{}\"{paint}/>", polygon(points)));
            }
            Shape::Line { points, stroke, closed } => {
                let path = polyline(points, *closed);
                let paint = stroke_of(*stroke);
                self.line(&format!("<path d=\"{path}\" fill=\"none\"{paint}/>"));
            }
            Shape::Curve { from, pieces, stroke } => {
                let path = curve(*from, pieces);
                let paint = stroke_of(*stroke);
                self.line(&format!("<path d=\"{path}\" fill=\"none\"{paint}/>"));
            }
            Shape::Circle { center, radius, fill, stroke } => {
                let (x, y, r) = (short(center.x), short(center.y), short(*radius));
                let paint =
                    format!("{}{}", fill_of(*fill), stroke.map_or_else(String::new, stroke_of));
                self.line(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"{paint}/>"));
            }
            Shape::Hatch { rect, radius, gap, stroke } => self.hatch(*rect, *radius, *gap, *stroke),
            Shape::Text(run) => self.text(run),
            Shape::Image { rect, radius, blob, size } => {
                self.picture((*rect, *radius), *blob, *size, pictures);
            }
            Shape::Icon { center, size, icon, filled, color } => {
                self.icon(*center, *size, *icon, *filled, *color);
            }
        }
    }

    fn rect(
        &mut self,
        rect: Rect,
        radius: f32,
        fill: Option<Color>,
        stroke: Option<Stroke>,
        shadow: Option<Shadow>,
    ) {
        if let Some(shadow) = shadow {
            self.shadow(rect, radius, shadow);
        }
        // The edge lies inside the rectangle, as it does on screen.
        let inset = stroke.map_or(0.0, |s| s.width / 2.0);
        let (x, y) = (short(rect.x + inset), short(rect.y + inset));
        let width = short((rect.width - 2.0 * inset).max(0.0));
        let height = short((rect.height - 2.0 * inset).max(0.0));
        let radius = short((radius - inset).max(0.0));
        let round = if radius > 0.0 { format!(" rx=\"{radius}\"") } else { String::new() };
        let paint = format!("{}{}", fill_of(fill), stroke.map_or_else(String::new, stroke_of));
        self.line(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"{round}{paint}/>"
        ));
    }

    fn shadow(&mut self, rect: Rect, radius: f32, shadow: Shadow) {
        let tenths = (shadow.blur * 10.0).round().max(0.0) as u32;
        let deviation = short(shadow.blur / 2.0);
        self.blurs.entry(tenths).or_insert_with(|| {
            format!(
                "<filter id=\"blur{tenths}\" x=\"-20%\" y=\"-40%\" width=\"140%\" height=\"180%\">\
                 <feGaussianBlur stdDeviation=\"{deviation}\"/></filter>"
            )
        });
        let (x, y) = (short(rect.x), short(rect.y + shadow.offset_y));
        let (width, height, radius) = (short(rect.width), short(rect.height), short(radius));
        let paint = fill_of(Some(shadow.color));
        self.line(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{radius}\"{paint} \
             filter=\"url(#blur{tenths})\"/>"
        ));
    }

    fn hatch(&mut self, rect: Rect, radius: f32, gap: f32, stroke: Stroke) {
        let path: String =
            hatch::lines(rect, radius, gap).iter().map(|ends| polyline(ends, false)).collect();
        let paint = stroke_of(stroke);
        self.line(&format!("<path d=\"{path}\" fill=\"none\"{paint}/>"));
    }

    fn text(&mut self, run: &TextRun) {
        let anchor = match run.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match run.weight {
            Weight::Regular => "",
            Weight::SemiBold => " font-weight=\"600\"",
        };
        let (x, y, size) = (short(run.at.x), short(run.at.y), short(run.size));
        let (paint, text) = (fill_of(Some(run.color)), escape(&run.text));
        let turn =
            if run.turned { format!(" transform=\"rotate(-90 {x} {y})\"") } else { String::new() };
        self.line(&format!(
            "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{weight}{anchor}{paint}{turn}>{text}</text>"
        ));
    }

    fn icon(&mut self, center: Point, size: f32, icon: Icon, filled: bool, color: Color) {
        let Some(path) = icon_path(icon, filled) else {
            return;
        };
        let name = format!("{}{:x}", if filled { "f" } else { "o" }, u32::from(icon.0));
        self.icons
            .entry((icon, filled))
            .or_insert_with(|| format!("<path id=\"{name}\" d=\"{path}\"/>"));
        let (x, y) = (short(center.x - size / 2.0), short(center.y - size / 2.0));
        let scale = (size / 24.0 * 10_000.0).round() / 10_000.0;
        let paint = fill_of(Some(color));
        self.line(&format!(
            "<use href=\"#{name}\" transform=\"translate({x} {y}) scale({scale})\"{paint}/>"
        ));
    }

    /// A picture that covers its place: cut by a path of its own, its bytes among the definitions.
    fn picture(
        &mut self,
        (rect, radius): (Rect, f32),
        blob: BlobId,
        (width, height): (u32, u32),
        pictures: &Pictures<'_>,
    ) {
        let (width, height) = (width.max(1) as f32, height.max(1) as f32);
        let number = self.images.len();
        let found = self.images.entry(blob).or_insert_with(|| {
            let bytes = pictures(blob)?;
            let kind = if bytes.starts_with(b"\x89PNG") { "png" } else { "jpeg" };
            let data = STANDARD.encode(&bytes);
            let image = format!(
                "<image id=\"picture{number}\" width=\"{width}\" height=\"{height}\" \
                 href=\"data:image/{kind};base64,{data}\"/>"
            );
            Some((format!("picture{number}"), image))
        });
        let Some((name, _)) = found.clone() else {
            return self.missing_picture(rect, radius);
        };
        let cut = self.cuts.len();
        let (x, y, w, h) = (short(rect.x), short(rect.y), short(rect.width), short(rect.height));
        self.cuts.push(format!(
            "<clipPath id=\"cut{cut}\"><rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" \
             rx=\"{}\"/></clipPath>",
            short(radius)
        ));
        let scale = (rect.width / width).max(rect.height / height);
        let left = short(rect.x + (rect.width - width * scale) / 2.0);
        let top = short(rect.y + (rect.height - height * scale) / 2.0);
        let scale = (scale * 100_000.0).round() / 100_000.0;
        self.line(&format!(
            "<g clip-path=\"url(#cut{cut})\"><use href=\"#{name}\" \
             transform=\"translate({left} {top}) scale({scale})\"/></g>"
        ));
    }

    fn missing_picture(&mut self, rect: Rect, radius: f32) {
        self.rect(rect, radius, Some(MISSING_PICTURE), None, None);
        let center = Point { x: rect.x + rect.width / 2.0, y: rect.y + rect.height / 2.0 };
        let size = (rect.height * 0.6).min(24.0);
        self.icon(center, size, Icon::of("image"), false, Color::hex(0x43_4A57));
    }

    /// Invisible rectangles with the words a screen reader says, in reading order.
    fn regions(&mut self, scene: &Scene) {
        for region in scene.regions.iter().filter(|r| !r.label.is_empty()) {
            let Rect { x, y, width, height } = region.rect;
            let (x, y, width, height) = (short(x), short(y), short(width), short(height));
            let label = escape(&region.label);
            self.line(&format!(
                "<g role=\"img\" aria-label=\"{label}\"><title>{label}</title><rect x=\"{x}\" \
                 y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"none\" \
                 pointer-events=\"all\"/></g>"
            ));
        }
    }

    fn finish(self, scene: &Scene, title: &str) -> String {
        let (width, height) = (short(scene.width), short(scene.height));
        let title = escape(title);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{title}\" \
             font-family=\"Inter, 'Segoe UI', system-ui, sans-serif\">\n<title>{title}</title>\n"
        );
        let images = self.images.values().flatten().map(|(_, image)| image);
        let definitions = self.blurs.values().chain(self.icons.values()).chain(images);
        let definitions: Vec<&String> = definitions.chain(&self.cuts).collect();
        if !definitions.is_empty() {
            out.push_str("<defs>\n");
            for definition in definitions {
                out.push_str(definition);
                out.push('\n');
            }
            out.push_str("</defs>\n");
        }
        out.push_str(&self.body);
        out.push_str("</svg>\n");
        out
    }
}

fn fill_of(color: Option<Color>) -> String {
    let Some(color) = color else {
        return " fill=\"none\"".to_owned();
    };
    let opacity = opacity("fill-opacity", color);
    format!(" fill=\"{}\"{opacity}", hex(color))
}

fn stroke_of(stroke: Stroke) -> String {
    let opacity = opacity("stroke-opacity", stroke.color);
    let dash = stroke.dash.map_or_else(String::new, |(dash, gap)| {
        format!(" stroke-dasharray=\"{} {}\"", short(dash), short(gap))
    });
    // Corners are round and ends square, as on screen; a hairline shows neither.
    let ends =
        if stroke.dash.is_none() && stroke.width > 1.2 { " stroke-linejoin=\"round\"" } else { "" };
    let (color, width) = (hex(stroke.color), short(stroke.width));
    format!(" stroke=\"{color}\" stroke-width=\"{width}\"{opacity}{dash}{ends}")
}

fn hex(color: Color) -> String {
    format!("#{:02X}{:02X}{:02X}", color.r, color.g, color.b)
}

fn opacity(name: &str, color: Color) -> String {
    if color.a == 255 {
        return String::new();
    }
    format!(" {name}=\"{}\"", (f32::from(color.a) / 255.0 * 1000.0).round() / 1000.0)
}

fn pair(point: Point) -> String {
    format!("{} {}", short(point.x), short(point.y))
}

fn polyline(points: &[Point], closed: bool) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        let letter = if index == 0 { 'M' } else { 'L' };
        // Writing into a string cannot fail.
        let _ = write!(path, "{letter}{}", pair(*point));
    }
    if closed {
        path.push('Z');
    }
    path
}

fn polygon(points: &[Point]) -> String {
    polyline(points, true)
}

fn curve(from: Point, pieces: &[CurvePiece]) -> String {
    let mut path = format!("M{}", pair(from));
    for piece in pieces {
        let (a, b, to) = (pair(piece.control_1), pair(piece.control_2), pair(piece.to));
        let _ = write!(path, "C{a} {b} {to}");
    }
    path
}

/// XML's five, without the control characters that XML cannot hold.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scene_of(shapes: Vec<Shape>) -> Scene {
        Scene { width: 100.0, height: 50.0, shapes, ..Scene::default() }
    }

    #[test]
    fn words_of_people_cannot_break_the_file() {
        let run = TextRun {
            at: Point::default(),
            anchor: Anchor::Start,
            size: 12.0,
            weight: Weight::Regular,
            color: Color::hex(0),
            turned: false,
            text: "<a & \"b\">\u{0}".to_owned(),
        };
        let svg = write(&scene_of(vec![Shape::Text(run)]), "R&D <x>", None, &|_| None);
        assert!(svg.contains(">&lt;a &amp; &quot;b&quot;&gt;</text>"), "{svg}");
        assert!(svg.contains("<title>R&amp;D &lt;x&gt;</title>"));
    }

    #[test]
    fn an_edge_lies_inside_its_rectangle() {
        let rect = Rect { x: 10.0, y: 10.0, width: 20.0, height: 10.0 };
        let stroke = Some(Stroke { color: Color::hex(0xFF), width: 1.0, dash: None });
        let shape = Shape::Rect { rect, radius: 4.0, fill: None, stroke, shadow: None };
        let svg = write(&scene_of(vec![shape]), "", None, &|_| None);
        assert!(
            svg.contains("x=\"10.5\" y=\"10.5\" width=\"19\" height=\"9\" rx=\"3.5\""),
            "{svg}"
        );
    }

    #[test]
    fn neighbours_of_one_colour_share_a_path() {
        let piece = |x| Shape::Convex {
            points: vec![Point { x, y: 0.0 }, Point { x: x + 1.0, y: 0.0 }, Point { x, y: 1.0 }],
            fill: Color::hex(0x12_3456),
        };
        let svg = write(&scene_of(vec![piece(0.0), piece(1.0)]), "", None, &|_| None);
        assert_eq!(svg.matches("<path").count(), 1, "{svg}");
    }

    #[test]
    fn a_picture_is_in_the_file_once_and_a_missing_one_is_a_box() {
        let (here, gone) = (BlobId::fresh(), BlobId::fresh());
        let image = |blob, x| Shape::Image {
            rect: Rect { x, y: 0.0, width: 20.0, height: 10.0 },
            radius: 2.0,
            blob,
            size: (40, 40),
        };
        let scene = scene_of(vec![image(here, 0.0), image(here, 30.0), image(gone, 60.0)]);
        let svg = write(&scene, "", None, &|blob| (blob == here).then(|| b"\x89PNG".to_vec()));
        assert_eq!(svg.matches("data:image/png;base64,iVBORw==").count(), 1, "{svg}");
        assert_eq!(svg.matches("<use href=\"#picture0\"").count(), 2);
        // A square on a place twice as wide as high: as wide as the place, cut above and below.
        assert!(svg.contains("translate(0 -5) scale(0.5)"), "{svg}");
        assert!(svg.contains("fill=\"#C3C9D2\""));
    }
}
