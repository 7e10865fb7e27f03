//! Pictures: bytes of any size and kind → a small PNG or JPEG that a document can keep.
//!
//! Never trusts a name or a header: size and memory are judged before a pixel is decoded.

mod keep;
mod kind;

use crate::model::{Message, Picture, Refusal};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use kind::{Content, Jpeg};
use std::fs;
use std::io::{Cursor, ErrorKind};
use std::path::Path;

/// Largest file that is read.
const MOST_MEGABYTES: u64 = 50;

/// Most pixels of a picture.
const MOST_PIXELS: u64 = 100_000_000;

/// Most memory that decoding may take, in bytes.
const MOST_MEMORY: u64 = 440_000_000;

/// Reads a picture file: PNG, JPEG, WebP, GIF (its first frame) or BMP.
///
/// # Errors
/// One sentence with the file's name: missing, unreadable, over 50 MB, or as `read_picture`.
pub fn read_picture_file(path: &Path) -> Result<Picture, Refusal> {
    let name = path.file_name().map_or_else(|| path.display().to_string(), lossy);
    let about = fs::metadata(path).map_err(|error| unreadable(path, &name, &error))?;
    if !about.is_file() {
        return Err(refusal("import-picture-is-a-folder", &name));
    }
    if about.len() > MOST_MEGABYTES * 1_000_000 {
        return Err(too_heavy(&name, about.len()));
    }
    let bytes = fs::read(path).map_err(|error| unreadable(path, &name, &error))?;
    read_picture(&name, &bytes)
}

/// Checks a picture, turns it upright, scales its longer side down to 1600 pixels at most and
/// encodes it anew, so that nothing but its pixels is kept (no place, no camera, no author).
/// `name` is only for the sentences.
///
/// # Errors
/// One sentence: empty, no picture, a kind that is not read, damaged, over 100 megapixels, or one
/// that would need too much memory.
pub fn read_picture(name: &str, bytes: &[u8]) -> Result<Picture, Refusal> {
    if bytes.is_empty() {
        return Err(refusal("import-picture-empty", name));
    }
    if bytes.len() as u64 > MOST_MEGABYTES * 1_000_000 {
        return Err(too_heavy(name, bytes.len() as u64));
    }
    let format = match kind::of(bytes) {
        Content::Read(format) => format,
        Content::Other(kind) => {
            let message = Message::new("import-picture-other-kind");
            return Err(message.with("file", name).with("kind", kind).into());
        }
        Content::None => return Err(refusal("import-picture-none", name)),
    };
    let decoded = decode(name, bytes, format)?;
    let opaque = format == ImageFormat::Jpeg;
    keep::keep(&decoded, opaque).ok_or_else(|| refusal("import-picture-damaged", name))
}

/// The pixels of a kept picture as red, green, blue and opacity, row by row from the top left;
/// nothing when its bytes are not a picture of that size.
#[must_use]
pub fn pixels(picture: &Picture) -> Option<Vec<u8>> {
    let Content::Read(format) = kind::of(&picture.bytes) else { return None };
    let mut reader = ImageReader::with_format(Cursor::new(&picture.bytes[..]), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(keep::LONGEST_SIDE);
    limits.max_image_height = Some(keep::LONGEST_SIDE);
    reader.limits(limits);
    let image = reader.decode().ok()?;
    let fits = (image.width(), image.height()) == (picture.width, picture.height);
    fits.then(|| image.into_rgba8().into_raw())
}

/// Decodes a picture whose header promises that this can be done, and shrinks it on the way.
fn decode(name: &str, bytes: &[u8], format: ImageFormat) -> Result<DynamicImage, Refusal> {
    let fault = |error: ImageError| match error {
        ImageError::Limits(_) => refusal("import-picture-too-much-memory", name),
        _ => refusal("import-picture-damaged", name),
    };
    let jpeg = (format == ImageFormat::Jpeg).then(|| Jpeg::of(bytes));
    if jpeg.is_some_and(|jpeg| !jpeg.is_whole) {
        return Err(refusal("import-picture-damaged", name));
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(fault)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels > MOST_PIXELS {
        let message = Message::new("import-picture-too-large").with("file", name);
        let message = message.with("megapixels", pixels.div_ceil(1_000_000));
        return Err(message.with("most", MOST_PIXELS / 1_000_000).into());
    }
    if pixels == 0 {
        return Err(refusal("import-picture-damaged", name));
    }
    let each = memory_per_pixel(format, decoder.color_type().bytes_per_pixel(), jpeg);
    if pixels * each > MOST_MEMORY {
        return Err(refusal("import-picture-too-much-memory", name));
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let image = DynamicImage::from_decoder(decoder).map_err(fault)?;
    // First smaller, then turned: turning copies the whole picture.
    let mut image = keep::shrink(image);
    image.apply_orientation(orientation);
    Ok(image)
}

/// Bytes that decoding takes for each pixel, the result included.
fn memory_per_pixel(format: ImageFormat, of_result: u8, jpeg: Option<Jpeg>) -> u64 {
    let of_result = u64::from(of_result);
    match (format, jpeg) {
        // Coefficients of two bytes are kept for the whole picture.
        (ImageFormat::Jpeg, Some(jpeg)) if jpeg.is_in_passes => {
            of_result + 2 * u64::from(jpeg.components)
        }
        // A frame and the picture it is put into; WebP keeps planes of its own beside them.
        (ImageFormat::Gif, _) => 2 * of_result,
        (ImageFormat::WebP, _) => 3 * of_result,
        _ => of_result,
    }
}

fn lossy(name: &std::ffi::OsStr) -> String {
    name.to_string_lossy().into_owned()
}

fn refusal(key: &'static str, name: &str) -> Refusal {
    Message::new(key).with("file", name).into()
}

fn too_heavy(name: &str, bytes: u64) -> Refusal {
    let message = Message::new("import-picture-too-heavy").with("file", name);
    let message = message.with("megabytes", bytes.div_ceil(1_000_000));
    message.with("most", MOST_MEGABYTES).into()
}

fn unreadable(path: &Path, name: &str, error: &std::io::Error) -> Refusal {
    match error.kind() {
        ErrorKind::NotFound => Message::new("import-picture-not-found").with("file", path).into(),
        ErrorKind::PermissionDenied => refusal("import-picture-not-allowed", name),
        _ => {
            let message = Message::new("import-picture-unreadable").with("file", name);
            message.with("error", error.to_string()).into()
        }
    }
}

#[cfg(test)]
mod tests;
