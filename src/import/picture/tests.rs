//! Pictures: what is read and how it is kept, what is refused and by which sentence.

use super::*;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use image::{ImageBuffer, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use proptest::prelude::*;

/// 24 × 16 pixels in the colours of printers.
const CMYK: &str = "\
    /9j/7gAOQWRvYmUAZAAAAAAC/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpx\
    kHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/9sAQwEcHh4oIyhOKytOpG5dbqSkpKSkpKSkpKSkpKSkpKSkpKSk\
    pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk/8AAFAgAEAAYBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAA\
    AAAAAAAAAAAAAAADBf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAWAQEBAQAAAAAAAAAAAAAAAAAABAX/xAAU\
    EQEAAAAAAAAAAAAAAAAAAAAA/9oADgQBAAIRAxEEAAA/AKAKmE1QAAAB/9k=";
/// 24 × 16 pixels in several passes.
const PASSES: &str = "\
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxO\
    QERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2Nj\
    Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wgARCAAQABgDASIAAhEBAxEB/8QAFQABAQAAAAAA\
    AAAAAAAAAAAAAAT/xAAWAQEBAQAAAAAAAAAAAAAAAAAAAwX/2gAMAwEAAhADEAAAAZRDTA//xAAUEAEAAAAA\
    AAAAAAAAAAAAAAAg/9oACAEBAAEFAl//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/AT//xAAUEQEA\
    AAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/AT//xAAUEAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAY/Al//xAAU\
    EAEAAAAAAAAAAAAAAAAAAAAg/9oACAEBAAE/IV//2gAMAwEAAgADAAAAEAgv/8QAFBEBAAAAAAAAAAAAAAAA\
    AAAAEP/aAAgBAwEBPxA//8QAFBEBAAAAAAAAAAAAAAAAAAAAEP/aAAgBAgEBPxA//8QAFBABAAAAAAAAAAAA\
    AAAAAAAAIP/aAAgBAQABPxBf/9k=";
/// 24 × 16 pixels with a palette.
const PALETTE: &str = "\
    iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAMAAAA7+k+nAAAABlBMVEWZmZlmZmZYfKrVAAAAGElEQVQY02Ng\
    QAWMMMAwKkFLCUZUAFcBAG6qAJdeEygSAAAAAElFTkSuQmCC";
/// 24 × 16 pixels, a red frame and a blue one.
const ANIMATED: &str = "\
    R0lGODlhGAAQAPAAAP8AAAAAACH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAGAAQAAACEYSPqcvt\
    D6OctNqLs968+68UACH5BAAAAAAALAAAAAAYABAAgAAA/wAAAAIRhI+py+0Po5y02ouz3rz7rxQAOw==";

fn unpacked(base64: &str) -> Vec<u8> {
    STANDARD.decode(base64).unwrap()
}

fn encoded(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Noise, which no format packs well.
fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = (state >> 4).to_le_bytes();
        Rgb([a, b, c])
    })
}

/// Soft colours with grain, as a camera sees them.
fn photo(width: u32, height: u32) -> RgbImage {
    let mut image = noise(width, height);
    for (x, y, pixel) in image.enumerate_pixels_mut() {
        let grain = pixel.0.map(|c| c / 16);
        pixel.0 = [(x % 200) as u8 + grain[0], (y % 220) as u8 + grain[1], 90 + grain[2]];
    }
    image
}

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { Rgb([220, 30, 30]) } else { Rgb([30, 30, 220]) }
    })
}

fn kept(bytes: &[u8]) -> Picture {
    let picture = read_picture("a.png", bytes).unwrap();
    assert!(picture.width.max(picture.height) <= keep::LONGEST_SIDE);
    assert!(picture.bytes.len() <= 1_000_000, "{picture:?}");
    let pixels = pixels(&picture).expect("can be painted");
    assert_eq!(pixels.len(), (picture.width * picture.height * 4) as usize);
    picture
}

fn key(bytes: &[u8]) -> String {
    let message = read_picture("holiday.png", bytes).expect_err("refused").0;
    assert!(message.args.contains(&("file".into(), "holiday.png".into())), "{message:?}");
    message.key.into_owned()
}

/// Whether a picture is red at a place, given as shares of its width and height.
fn is_red(picture: &Picture, x: f32, y: f32) -> bool {
    let pixels = pixels(picture).unwrap();
    let column = (picture.width as f32 * x) as usize;
    let row = (picture.height as f32 * y) as usize;
    let at = (row * picture.width as usize + column) * 4;
    pixels[at] > 150 && pixels[at + 2] < 100
}

#[test]
fn every_format_and_depth_is_read_and_kept_small() {
    use ImageFormat::{Bmp, Gif, Jpeg, Png, WebP};
    let rgb = || halves(30, 20);
    let grey: ImageBuffer<Luma<u16>, Vec<u16>> = ImageBuffer::from_pixel(30, 20, Luma([40_000]));
    let deep: ImageBuffer<Rgb<u16>, Vec<u16>> =
        ImageBuffer::from_pixel(30, 20, Rgb([60_000, 1, 2]));
    let cases = [
        ("png", encoded(rgb(), Png), (30, 20), "image/png"),
        ("jpeg", encoded(rgb(), Jpeg), (30, 20), "image/jpeg"),
        ("gif", encoded(DynamicImage::from(rgb()).to_rgba8(), Gif), (30, 20), "image/png"),
        ("bmp", encoded(rgb(), Bmp), (30, 20), "image/png"),
        ("webp", encoded(rgb(), WebP), (30, 20), "image/png"),
        ("grey of 16 bits", encoded(grey, Png), (30, 20), "image/png"),
        ("16 bits", encoded(deep, Png), (30, 20), "image/png"),
        ("printers' colours", unpacked(CMYK), (24, 16), "image/jpeg"),
        ("several passes", unpacked(PASSES), (24, 16), "image/jpeg"),
        ("palette", unpacked(PALETTE), (24, 16), "image/png"),
        ("moving", unpacked(ANIMATED), (24, 16), "image/png"),
        ("one pixel", encoded(RgbImage::new(1, 1), Png), (1, 1), "image/png"),
        ("a line", encoded(halves(9000, 2), Png), (1600, 1), "image/png"),
        ("flat and large", encoded(halves(4000, 2000), Png), (1600, 800), "image/png"),
        ("a photo", encoded(photo(1700, 850), Bmp), (1600, 800), "image/jpeg"),
    ];
    for (name, bytes, size, media_type) in cases {
        let picture = kept(&bytes);
        assert_eq!((picture.width, picture.height), size, "{name}");
        assert_eq!(picture.media_type(), media_type, "{name}");
    }
    assert!(is_red(&kept(&unpacked(ANIMATED)), 0.5, 0.5), "the first frame");
    assert!(is_red(&kept(&unpacked(CMYK)), 0.5, 0.5), "printers' colours");
}

#[test]
fn what_packs_badly_is_made_smaller_until_it_is_light() {
    let mut seen_through = DynamicImage::from(noise(1600, 1600)).to_rgba8();
    seen_through.put_pixel(0, 0, Rgba([0, 0, 0, 0]));
    let picture = kept(&encoded(seen_through, ImageFormat::Png));
    assert_eq!(picture.media_type(), "image/png");
    assert!((200..1600).contains(&picture.width), "{picture:?}");
}

#[test]
fn what_can_be_seen_through_stays_so_and_its_edge_stays_clean() {
    // A white disc on black that cannot be seen.
    let disc = RgbaImage::from_fn(3300, 3300, |x, y| {
        let (x, y) = (f64::from(x) - 1650.0, f64::from(y) - 1650.0);
        if x.hypot(y) < 1200.0 { Rgba([255; 4]) } else { Rgba([0; 4]) }
    });
    let picture = kept(&encoded(disc, ImageFormat::Png));
    assert_eq!((picture.width, picture.media_type()), (1600, "image/png"));
    let pixels = pixels(&picture).unwrap();
    assert_eq!(pixels[3], 0);
    let dark = pixels.chunks_exact(4).filter(|p| p[3] > 8 && p[0] < 240).count();
    assert_eq!(dark, 0, "pixels of a dark edge");
    // An opacity channel that is full everywhere is none.
    let full = DynamicImage::from(noise(500, 500)).to_rgba8();
    assert_eq!(kept(&encoded(full, ImageFormat::Png)).media_type(), "image/jpeg");
}

/// A JPEG with an EXIF block that says how the camera was held.
fn turned(orientation: u8) -> Vec<u8> {
    let plain = encoded(halves(64, 32), ImageFormat::Jpeg);
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    block.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &block, &plain[2..]].concat()
}

#[test]
fn a_photo_stands_upright_and_forgets_where_it_was_taken() {
    // Orientation, size, and where the red half is: left, right, top, bottom.
    let cases = [
        (1, (64, 32), (0.2, 0.5)),
        (2, (64, 32), (0.8, 0.5)),
        (3, (64, 32), (0.8, 0.5)),
        (6, (32, 64), (0.5, 0.2)),
        (8, (32, 64), (0.5, 0.8)),
    ];
    for (orientation, size, (x, y)) in cases {
        let picture = kept(&turned(orientation));
        assert_eq!((picture.width, picture.height), size, "{orientation}");
        assert!(is_red(&picture, x, y), "{orientation}");
        assert!(!is_red(&picture, 1.0 - x, 1.0 - y), "{orientation}");
        assert!(!picture.bytes.windows(4).any(|w| w == b"Exif"), "{orientation}");
    }
}

#[test]
fn what_is_no_picture_is_refused_by_what_it_is() {
    let cases: [(&[u8], &str); 15] = [
        (b"", "empty"),
        (b"name;score\nJan;7\n", "none"),
        (b"BMW, Audi and others are brands", "none"),
        (&[0; 4000], "none"),
        (b"SQLite format 3\0", "none"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\xff\xd8\xff\xda\xff\xff\xff\xd9", "damaged"),
        (b"GIF89a", "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "damaged"),
        (b"%PDF-1.7", "other-kind"),
        (b"<?xml version=\"1.0\"?>\n<svg xmlns=\"x\">", "other-kind"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1", "other-kind"),
        (b"II*\0\x08\0\0\0", "other-kind"),
        (b"\0\0\0\x18ftyp", "other-kind"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(key(bytes), format!("import-picture-{expected}"), "{bytes:?}");
    }
}

#[test]
fn a_picture_that_stops_halfway_is_damaged() {
    let picture = noise(120, 90);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP] {
        let whole = encoded(picture.clone(), format);
        for share in [3, 10, 50, 90] {
            let part = &whole[..whole.len() * share / 100];
            assert_eq!(key(part), "import-picture-damaged", "{format:?} up to {share} %");
        }
    }
    for whole in [unpacked(PASSES), unpacked(CMYK)] {
        assert_eq!(key(&whole[..whole.len() - 8]), "import-picture-damaged");
    }
}

/// A PNG whose header claims a size, a depth and a kind of colour, with its check sum right.
fn claiming(width: u32, height: u32, depth: u8, color: u8) -> Vec<u8> {
    let mut bytes = encoded(RgbImage::new(8, 8), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    bytes[24] = depth;
    bytes[25] = color;
    let mut sum = u32::MAX;
    for byte in &bytes[12..29] {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    bytes[29..33].copy_from_slice(&(!sum).to_be_bytes());
    bytes
}

/// A JPEG whose header claims a size.
fn jpeg_claiming(base: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = base.to_vec();
    let at = bytes.windows(2).position(|w| w == [0xff, 0xc0] || w == [0xff, 0xc2]).unwrap();
    bytes[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

#[test]
fn a_header_that_claims_too_much_is_refused_before_anything_is_decoded() {
    let begun = std::time::Instant::now();
    let plain = encoded(halves(16, 16), ImageFormat::Jpeg);
    let mut gif = unpacked(ANIMATED);
    gif[6..10].copy_from_slice(&[0xff; 4]);
    let mut bmp = encoded(halves(8, 8), ImageFormat::Bmp);
    bmp[18..26].copy_from_slice(&[32, 78, 0, 0, 32, 78, 0, 0]);
    let cases = [
        (claiming(20_000, 20_000, 8, 2), "too-large"),
        (claiming(0x7fff_ffff, 0x7fff_ffff, 8, 2), "too-much-memory"),
        (claiming(10_001, 10_000, 8, 2), "too-large"),
        (claiming(9_000, 9_000, 16, 6), "too-much-memory"),
        (claiming(0, 8, 8, 2), "damaged"),
        (jpeg_claiming(&plain, 20_000, 20_000), "too-large"),
        (jpeg_claiming(&unpacked(PASSES), 9_000, 9_000), "too-much-memory"),
        (gif, "too-large"),
        (bmp, "too-large"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(key(&bytes), format!("import-picture-{expected}"));
    }
    assert!(begun.elapsed().as_secs() < 5, "something was decoded");
    let message = read_picture("x", &claiming(20_000, 20_000, 8, 2)).unwrap_err().0;
    assert!(message.args.contains(&("megapixels".into(), 400_i64.into())), "{message:?}");
}

#[test]
fn a_file_is_refused_by_its_name_and_its_weight() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let key = |name: &str| read_picture_file(&path(name)).unwrap_err().0.key.into_owned();
    assert_eq!(key("none.png"), "import-picture-not-found");
    assert_eq!(key(""), "import-picture-is-a-folder");
    fs::write(path("empty.png"), "").unwrap();
    assert_eq!(key("empty.png"), "import-picture-empty");
    // Holes only: nothing is written to the disk.
    fs::File::create(path("heavy.png")).unwrap().set_len(50_000_001).unwrap();
    assert_eq!(key("heavy.png"), "import-picture-too-heavy");
    fs::write(path("photo.txt"), encoded(halves(10, 10), ImageFormat::Png)).unwrap();
    assert_eq!(read_picture_file(&path("photo.txt")).unwrap().width, 10);
}

#[test]
fn a_kept_picture_that_was_tampered_with_is_not_painted() {
    let picture = kept(&encoded(halves(10, 10), ImageFormat::Png));
    let other = |bytes: Vec<u8>, width| Picture { bytes, width, height: 10 };
    assert!(pixels(&other(picture.bytes.clone(), 10)).is_some());
    assert!(pixels(&other(picture.bytes, 11)).is_none());
    assert!(pixels(&other(b"none".to_vec(), 10)).is_none());
    assert!(pixels(&other(claiming(9_000, 10, 8, 2), 9_000)).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_give_a_sentence_or_a_picture(
        start in prop::sample::select(vec![
            "", "89504e470d0a1a0a", "ffd8ffe0", "474946383961", "424d", "52494646",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..400),
    ) {
        let mut bytes: Vec<u8> = (0..start.len() / 2)
            .map(|i| u8::from_str_radix(&start[2 * i..2 * i + 2], 16).unwrap())
            .collect();
        bytes.extend(rest);
        let _ = read_picture("x", &bytes);
    }

    #[test]
    fn a_picture_with_bytes_changed_gives_a_sentence_or_a_picture(
        which in 0..8_usize,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = match which {
            0 => unpacked(CMYK),
            1 => unpacked(PASSES),
            2 => unpacked(PALETTE),
            3 => unpacked(ANIMATED),
            4 => turned(6),
            5 => encoded(halves(9, 7), ImageFormat::WebP),
            6 => encoded(halves(9, 7), ImageFormat::Bmp),
            _ => encoded(noise(9, 7), ImageFormat::Png),
        };
        for (index, byte) in changes {
            let at = index.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = read_picture("x", &bytes);
    }
}
