//! Pictures of the document as textures, which every painter of a Scene shares.
//!
//! A painter asks while it paints; what is not there yet is read and decoded on a worker and shows a
//! moment later. Only pictures that are asked for are ever decoded.

use super::map::shapes::cut_to;
use super::work::finished;
use crate::document::Document;
use crate::import::picture::pixels;
use crate::jobs::Job;
use crate::model::{Attachment, BlobId, Picture};
use egui::{ColorImage, Context, Id, Rect, TextureHandle, TextureId, TextureOptions, Ui};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

/// Longest side of a texture in pixels: as large as a picture ever stands on a map.
const LONGEST: usize = 640;
/// Most pictures that are decoded in one go.
const AT_ONCE: usize = 8;
/// Textures that are kept before those of other maps are dropped.
const MOST: usize = 200;

/// The textures there are, and the pictures asked for. A cheap handle.
#[derive(Clone, Default)]
pub struct Textures(Arc<Mutex<Shelf>>);

#[derive(Default)]
struct Shelf {
    known: HashMap<BlobId, Known>,
    wanted: BTreeMap<BlobId, (u32, u32)>,
    revision: u64,
}

enum Known {
    Ready(TextureHandle),
    /// Being decoded.
    Coming,
    /// Its bytes are missing or no picture.
    Missing,
}

impl Textures {
    /// The textures of a window.
    #[must_use]
    pub fn of(egui: &Context) -> Self {
        egui.data_mut(|data| data.get_temp_mut_or_default::<Self>(Id::unique("textures")).clone())
    }

    /// The texture of a picture of that size; when there is none it is asked for.
    #[must_use]
    pub fn get(&self, egui: &Context, blob: BlobId, size: (u32, u32)) -> Option<TextureId> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match shelf.known.get(&blob) {
            Some(Known::Ready(texture)) => return Some(texture.id()),
            Some(Known::Coming | Known::Missing) => return None,
            None => {}
        }
        if shelf.wanted.insert(blob, size).is_none() {
            egui.request_repaint();
        }
        None
    }

    /// Paints a picture of the document at a place of the window.
    pub fn paint(ui: &Ui, picture: &Attachment, place: Rect, radius: f32) {
        let size = picture.pixels();
        let texture = Self::of(ui.ctx()).get(ui.ctx(), picture.blob, size);
        ui.painter().add(cut_to(place, radius, size, texture));
    }

    /// Grows whenever textures came or went.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).revision
    }

    fn take_wanted(&self) -> Vec<(BlobId, (u32, u32))> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut all = std::mem::take(&mut shelf.wanted);
        let later = all.keys().nth(AT_ONCE).copied().map(|id| all.split_off(&id));
        shelf.wanted = later.unwrap_or_default();
        shelf.known.extend(all.keys().map(|blob| (*blob, Known::Coming)));
        all.into_iter().collect()
    }

    fn put(&self, made: Vec<(BlobId, Known)>) {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if shelf.known.len() + made.len() > MOST {
            // What shows is asked for again at once.
            shelf.known.clear();
        }
        shelf.known.extend(made);
        shelf.revision += 1;
    }
}

/// Decodes what painters ask for.
#[derive(Default)]
pub struct TextureLoader {
    job: Option<Job<Decoded>>,
}

/// Pictures that were decoded; absent where there are no bytes, or no picture.
type Decoded = Vec<(BlobId, Option<ColorImage>)>;

impl TextureLoader {
    /// Takes what was decoded and begins to decode what is asked for. Runs before painting.
    pub fn logic(&mut self, egui: &Context, document: Option<&Document>) {
        let textures = Textures::of(egui);
        if let Some(done) = finished(&mut self.job) {
            let made = done.into_iter().flatten().map(|(blob, image)| {
                let name = format!("picture {blob}");
                let load = |image| egui.load_texture(name, image, TextureOptions::LINEAR);
                (blob, image.map_or(Known::Missing, |image| Known::Ready(load(image))))
            });
            textures.put(made.collect());
        }
        let Some(document) = document.filter(|_| self.job.is_none()) else { return };
        let wanted: Vec<_> = textures
            .take_wanted()
            .into_iter()
            .map(|(blob, size)| (blob, picture(document, blob, size)))
            .collect();
        if wanted.is_empty() {
            return;
        }
        let decode = move || {
            let image = |picture: Option<Picture>| picture.as_ref().and_then(image_of);
            wanted.into_iter().map(|(blob, picture)| (blob, image(picture))).collect()
        };
        let wake = egui.clone();
        let job = Job::start("textures", move || wake.request_repaint(), move |_| decode());
        self.job = job.ok();
    }
}

fn picture(document: &Document, blob: BlobId, (width, height): (u32, u32)) -> Option<Picture> {
    let bytes = document.blob(blob).unwrap_or_else(|error| {
        tracing::warn!(%error, %blob, "picture not read");
        None
    })?;
    Some(Picture { bytes, width, height })
}

/// The picture as it is shown: no larger than it needs to be.
fn image_of(picture: &Picture) -> Option<ColorImage> {
    let rgba = pixels(picture)?;
    let size = [usize::try_from(picture.width).ok()?, usize::try_from(picture.height).ok()?];
    let whole = ColorImage::from_rgba_unmultiplied(size, &rgba);
    Some(shrunk(&whole, size[0].max(size[1]).div_ceil(LONGEST).max(1)))
}

/// Each square of so many pixels as one: their mean.
fn shrunk(image: &ColorImage, by: usize) -> ColorImage {
    if by == 1 {
        return image.clone();
    }
    let [width, height] = image.size.map(|side| (side / by).max(1));
    let mut pixels = Vec::with_capacity(width * height);
    for y in 0..height {
        for x in 0..width {
            let (mut sum, mut count) = ([0_usize; 4], 0);
            for row in (y * by)..((y + 1) * by).min(image.size[1]) {
                for column in (x * by)..((x + 1) * by).min(image.size[0]) {
                    let pixel = image.pixels[row * image.size[0] + column].to_array();
                    sum.iter_mut().zip(pixel).for_each(|(sum, part)| *sum += usize::from(part));
                    count += 1;
                }
            }
            let [r, g, b, a] = sum.map(|sum| (sum / count.max(1)) as u8);
            pixels.push(egui::Color32::from_rgba_premultiplied(r, g, b, a));
        }
    }
    ColorImage::new([width, height], pixels)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Color32;

    #[test]
    fn shrinking_takes_the_mean_of_squares() {
        let gray = |values: &[u8]| values.iter().map(|v| Color32::from_gray(*v)).collect();
        let image = ColorImage::new([5, 2], gray(&[0, 10, 100, 110, 9, 20, 30, 120, 130, 9]));
        let small = shrunk(&image, 2);
        assert_eq!(small.size, [2, 1]);
        assert_eq!(small.pixels, gray(&[15, 115]));
        assert_eq!(shrunk(&image, 1), image);
        assert_eq!(shrunk(&image, 9).size, [1, 1]);
    }

    #[test]
    fn what_is_not_there_is_asked_for_once_in_small_portions() {
        let textures = Textures::default();
        let blobs: Vec<BlobId> = (0..AT_ONCE + 3).map(|_| BlobId::fresh()).collect();
        let egui = Context::default();
        for blob in blobs.iter().chain(&blobs) {
            assert_eq!(textures.get(&egui, *blob, (4, 4)), None);
        }
        assert_eq!(textures.take_wanted().len(), AT_ONCE);
        assert_eq!(textures.take_wanted().len(), 3);
        textures.put(vec![(blobs[0], Known::Missing)]);
        assert_eq!(textures.revision(), 1);
        for blob in &blobs {
            assert_eq!(textures.get(&egui, *blob, (4, 4)), None);
        }
        let again = textures.take_wanted();
        assert!(again.is_empty(), "what is coming or missing is not asked for again: {again:?}");
    }
}
