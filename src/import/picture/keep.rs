//! A decoded picture → the encoded one that is kept: scaled down, and light enough for a file.
//!
//! Pixels only: whatever else the file said is left behind.

use crate::model::Picture;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageResult, RgbaImage};

/// Longest side of a kept picture, in pixels.
pub(super) const LONGEST_SIDE: u32 = 1600;

/// Most bytes of a kept picture.
const MOST_BYTES: usize = 1_000_000;

/// A picture without transparency stays PNG up to so many bytes: drawings do, photos do not.
const MOST_FLAT_BYTES: usize = 200_000;

/// Qualities that are tried until a JPEG is light enough.
const QUALITIES: [u8; 3] = [85, 75, 60];

/// A picture over twice this long is averaged to between this and twice this length.
const SHRUNK_SIDE: u32 = 2400;

/// Makes a very large picture smaller by a whole factor, by averaging, which takes no memory beside
/// the result and leaves enough for good scaling.
pub(super) fn shrink(image: DynamicImage) -> DynamicImage {
    let factor = image.width().max(image.height()) / SHRUNK_SIDE;
    if factor < 2 {
        return image;
    }
    image.thumbnail_exact((image.width() / factor).max(1), (image.height() / factor).max(1))
}

/// The kept picture; `opaque` tells that its format knows no transparency and loses little as JPEG.
pub(super) fn keep(image: &DynamicImage, opaque: bool) -> Option<Picture> {
    let seen_through = !opaque && image.color().has_alpha() && is_seen_through(image);
    let mut longest = LONGEST_SIDE;
    loop {
        let scaled = scale(image, longest, seen_through);
        let (width, height) = (scaled.width(), scaled.height());
        let bytes = encode(&scaled, seen_through, opaque).ok()?;
        if bytes.len() <= MOST_BYTES || longest <= 64 {
            return Some(Picture { bytes, width, height });
        }
        longest = longest * 3 / 4;
    }
}

fn is_seen_through(image: &DynamicImage) -> bool {
    image.to_rgba8().pixels().any(|pixel| pixel.0[3] < 255)
}

fn encode(image: &DynamicImage, seen_through: bool, opaque: bool) -> ImageResult<Vec<u8>> {
    if !opaque {
        let mut png = Vec::new();
        let quality = CompressionType::Default;
        image.write_with_encoder(PngEncoder::new_with_quality(
            &mut png,
            quality,
            PngFilter::Adaptive,
        ))?;
        if seen_through || png.len() <= MOST_FLAT_BYTES {
            return Ok(png);
        }
    }
    let mut jpeg = Vec::new();
    for quality in QUALITIES {
        jpeg.clear();
        image.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, quality))?;
        if jpeg.len() <= MOST_BYTES {
            break;
        }
    }
    Ok(jpeg)
}

/// The picture in 8 bits a channel, its longer side at most so long; never made larger.
fn scale(image: &DynamicImage, longest: u32, seen_through: bool) -> DynamicImage {
    let (width, height) = fitted(image.width(), image.height(), longest);
    let is_small = (width, height) == (image.width(), image.height());
    match (seen_through, is_small) {
        (true, true) => image.to_rgba8().into(),
        (false, true) => image.to_rgb8().into(),
        (true, false) => {
            let weighed = weigh(image.to_rgba8());
            unweigh(imageops::resize(&weighed, width, height, FilterType::Lanczos3)).into()
        }
        (false, false) => {
            imageops::resize(&image.to_rgb8(), width, height, FilterType::Lanczos3).into()
        }
    }
}

/// Colours times their opacity, so that scaling does not draw in what cannot be seen.
fn weigh(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [colors @ .., opacity] = &mut pixel.0;
        for color in colors {
            let product = u16::from(*color) * u16::from(*opacity);
            *color = u8::try_from((product + 127) / 255).unwrap_or(u8::MAX);
        }
    }
    image
}

fn unweigh(mut image: RgbaImage) -> RgbaImage {
    for pixel in image.pixels_mut() {
        let [colors @ .., opacity] = &mut pixel.0;
        let opacity = u16::from(*opacity);
        for color in colors {
            let whole = (u16::from(*color) * 255 + opacity / 2).checked_div(opacity);
            *color = u8::try_from(whole.unwrap_or(0)).unwrap_or(u8::MAX);
        }
    }
    image
}

/// The size of which the longer side is at most so long; a side is never nothing.
fn fitted(width: u32, height: u32, longest: u32) -> (u32, u32) {
    let side = width.max(height);
    if side <= longest {
        return (width, height);
    }
    let scaled = |length: u32| {
        let scaled =
            (u64::from(length) * u64::from(longest) + u64::from(side) / 2) / u64::from(side);
        u32::try_from(scaled).unwrap_or(longest).max(1)
    };
    (scaled(width), scaled(height))
}
