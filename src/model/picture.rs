//! A picture as a document keeps it: encoded, checked and scaled down before it came here.
//!
//! Holds bytes only; reading and scaling is `import`'s work, painting that of others.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A PNG or JPEG picture. In JSON its bytes are base64 text.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The encoded picture: a whole PNG or JPEG file.
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
    pub bytes: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Picture {
    /// The kind of picture as pages and exports name it: `image/png` or `image/jpeg`.
    #[must_use]
    pub fn media_type(&self) -> &'static str {
        if self.bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" }
    }
}

impl fmt::Debug for Picture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (width, height, bytes) = (self.width, self.height, self.bytes.len());
        write!(f, "Picture({width}x{height}, {bytes} bytes)")
    }
}

pub(crate) fn write_bytes<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

pub(crate) fn read_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
    let text = String::deserialize(deserializer)?;
    STANDARD.decode(text.trim()).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_one_line_of_text_and_comes_back() {
        let picture = Picture { bytes: vec![0x89, b'P', b'N', b'G', 0, 255], width: 3, height: 2 };
        let json = serde_json::to_string(&picture).unwrap();
        assert_eq!(json, r#"{"bytes":"iVBORwD/","width":3,"height":2}"#);
        assert_eq!(serde_json::from_str::<Picture>(&json).unwrap(), picture);
        assert_eq!(picture.media_type(), "image/png");
        assert_eq!(format!("{picture:?}"), "Picture(3x2, 6 bytes)");
    }

    #[test]
    fn bytes_that_are_no_base64_are_refused() {
        let json = r#"{"bytes":"*","width":3,"height":2}"#;
        assert!(serde_json::from_str::<Picture>(json).is_err());
    }
}
