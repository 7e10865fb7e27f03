//! What bytes are, by their content: a picture that is read, one that is not, or none.
//!
//! Looks at signatures and the headers of JPEG; decodes nothing.

use crate::model::Message;
use image::ImageFormat;

/// What bytes are.
pub(super) enum Content {
    /// A picture of a format that is read.
    Read(ImageFormat),
    /// Something known that is not read.
    Other(Message),
    /// Nothing known.
    None,
}

/// What bytes are.
pub(super) fn of(bytes: &[u8]) -> Content {
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|b| b.starts_with(sign));
    if at(0, b"\x89PNG\r\n\x1a\n") {
        Content::Read(ImageFormat::Png)
    } else if at(0, b"\xff\xd8\xff") {
        Content::Read(ImageFormat::Jpeg)
    } else if at(0, b"GIF87a") || at(0, b"GIF89a") {
        Content::Read(ImageFormat::Gif)
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Content::Read(ImageFormat::WebP)
    } else if is_bmp(bytes) {
        Content::Read(ImageFormat::Bmp)
    } else {
        other(bytes).map_or(Content::None, |key| Content::Other(Message::new(key)))
    }
}

/// Text may begin with "BM" too: the reserved fields and the size of the header decide.
fn is_bmp(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BM")
        && bytes.get(6..10) == Some(&[0; 4])
        && matches!(bytes.get(14..18), Some([12 | 16 | 40 | 52 | 56 | 64 | 108 | 124, 0, 0, 0]))
}

fn other(bytes: &[u8]) -> Option<&'static str> {
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|b| b.starts_with(sign));
    let is_any = |signs: &[&[u8]]| signs.iter().any(|sign| at(0, sign));
    if at(4, b"ftyp") {
        let brands = &bytes[8..bytes.len().min(64)];
        let names = |brand: &[u8]| brands.chunks(4).any(|b| b == brand);
        return Some(if names(b"avif") || names(b"avis") {
            "import-picture-kind-avif"
        } else if [b"heic", b"heix", b"heim", b"mif1", b"hevc"].iter().any(|b| names(*b)) {
            "import-picture-kind-heic"
        } else {
            "import-picture-kind-film"
        });
    }
    if is_any(&[b"II*\0", b"MM\0*"]) {
        Some("import-picture-kind-tiff")
    } else if is_any(&[b"%PDF"]) {
        Some("import-picture-kind-pdf")
    } else if is_any(&[b"\0\0\x01\0"]) {
        Some("import-picture-kind-icon")
    } else if is_any(&[b"8BPS"]) {
        Some("import-picture-kind-photoshop")
    } else if is_any(&[b"\0\0\0\x0cJXL ", b"\xff\x0a", b"\0\0\0\x0cjP  "]) {
        Some("import-picture-kind-newer-jpeg")
    } else if is_svg(bytes) {
        Some("import-picture-kind-svg")
    } else {
        None
    }
}

fn is_svg(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    head.starts_with('<') && head.contains("<svg")
}

/// What the headers of a JPEG say about decoding it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Jpeg {
    /// Whether the picture comes in several passes, which must be kept until the last.
    pub is_in_passes: bool,
    /// Number of its colour components.
    pub components: u8,
    /// Whether its end is there: a decoder paints what is missing grey.
    pub is_whole: bool,
}

impl Jpeg {
    /// Walks through the segments up to the first pass.
    pub fn of(bytes: &[u8]) -> Self {
        let mut jpeg = Self::default();
        let mut at = 2;
        while let Some([0xff, marker]) = bytes.get(at..at + 2) {
            // Fill bytes, and markers without a length.
            if *marker == 0xff {
                at += 1;
                continue;
            }
            if matches!(marker, 0x01 | 0xd0..=0xd8) {
                at += 2;
                continue;
            }
            let Some([high, low]) = bytes.get(at + 2..at + 4) else { break };
            let length = usize::from(u16::from_be_bytes([*high, *low]));
            let segment = bytes.get(at + 4..at + 2 + length.max(2)).unwrap_or_default();
            at += 2 + length.max(2);
            match marker {
                0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                    jpeg.components = segment.get(5).copied().unwrap_or_default();
                    jpeg.is_in_passes = matches!(marker, 0xc2 | 0xc6 | 0xca | 0xce);
                }
                0xda => {
                    let scanned = segment.first().copied().unwrap_or_default();
                    jpeg.is_in_passes |= scanned < jpeg.components;
                    let rest = bytes.get(at..).unwrap_or_default();
                    jpeg.is_whole = rest.windows(2).any(|pair| pair == [0xff, 0xd9]);
                    break;
                }
                _ => {}
            }
        }
        jpeg
    }
}
