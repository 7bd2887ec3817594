//! The shop's own logo: small pictures that every node holds in memory, since every page shows one of them.

use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::header;
use rapidhash::v3::rapidhash_v3;
use serde::{Deserialize, Serialize};

use crate::caching::Caching;

/// A picture of the logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Picture {
    /// What stands in bars and mails.
    Mark,
    /// 32 pixels square.
    Favicon,
    /// 180 pixels square, on white.
    Apple,
    /// 192 pixels square.
    Icon192,
    /// 512 pixels square.
    Icon512,
    /// 192 pixels square, of which any edge may be cut.
    Maskable192,
    /// The same with 512 pixels.
    Maskable512,
}

impl Picture {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Mark,
        Self::Favicon,
        Self::Apple,
        Self::Icon192,
        Self::Icon512,
        Self::Maskable192,
        Self::Maskable512,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Mark => "mark",
            Self::Favicon => "favicon",
            Self::Apple => "apple",
            Self::Icon192 => "192",
            Self::Icon512 => "512",
            Self::Maskable192 => "maskable-192",
            Self::Maskable512 => "maskable-512",
        }
    }
}

/// A logo with its pictures, as PNG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    /// The width of the mark in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    pictures: Vec<(Picture, Vec<u8>)>,
    /// Tells this logo from others in addresses.
    name: String,
}

/// A logo as the table of settings keeps it.
#[derive(Serialize, Deserialize)]
struct Kept {
    width: u32,
    height: u32,
    /// Each in base 64.
    pictures: Vec<(Picture, String)>,
}

impl Logo {
    /// Of the sides of its mark and its pictures.
    pub fn new((width, height): (u32, u32), pictures: Vec<(Picture, Vec<u8>)>) -> Self {
        let all: Vec<u8> = pictures.iter().flat_map(|(_, bytes)| bytes.iter().copied()).collect();
        let name = format!("{:016x}", rapidhash_v3(&all));
        Self { width, height, pictures, name }
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let kept: Kept = serde_json::from_str(text).ok()?;
        let decoded = |(picture, text): (Picture, String)| Some((picture, BASE64.decode(text).ok()?));
        let pictures: Option<Vec<_>> = kept.pictures.into_iter().map(decoded).collect();
        Some(Self::new((kept.width, kept.height), pictures?))
    }

    /// As the table of settings keeps it.
    pub fn write(&self) -> serde_json::Result<String> {
        let pictures =
            self.pictures.iter().map(|(picture, bytes)| (*picture, BASE64.encode(bytes))).collect();
        serde_json::to_string(&Kept { width: self.width, height: self.height, pictures })
    }

    /// A few signs by which a logo, as the table of settings keeps it, is told from another one.
    pub fn told(kept: &str) -> String {
        format!("{:08x}", rapidhash_v3(kept.as_bytes()) >> 32)
    }

    /// The address of a picture, which is another one when the logo is.
    pub fn address(&self, picture: Picture) -> String {
        format!("/brand/{}-{}.png", self.name, picture.word())
    }

    /// As pages are drawn with it.
    pub(crate) fn of_pages(&self) -> ui::Logo {
        ui::Logo {
            mark: self.address(Picture::Mark),
            width: self.width,
            height: self.height,
            favicon: self.address(Picture::Favicon),
            apple: self.address(Picture::Apple),
        }
    }

    /// The answer with the picture of an address; `None` where it is another logo's.
    pub(super) fn answer(&self, name: &str) -> Option<Response> {
        let is_asked = |picture: Picture| self.address(picture).strip_prefix("/brand/") == Some(name);
        let (_, bytes) = self.pictures.iter().find(|(picture, _)| is_asked(*picture))?;
        Some((Caching::Immutable, [(header::CONTENT_TYPE, "image/png")], bytes.clone()).into_response())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_read_as_it_was_written() {
        let logo = Logo::new((288, 96), vec![(Picture::Mark, vec![1, 2, 3]), (Picture::Icon192, vec![4])]);
        let again = Logo::read(&logo.write().unwrap()).unwrap();
        assert_eq!(again, logo);
        assert!(again.address(Picture::Icon192).ends_with("-192.png"));
        let other = Logo::new((288, 96), vec![(Picture::Mark, vec![1, 2, 4])]);
        assert_ne!(other.address(Picture::Mark), logo.address(Picture::Mark));
        assert_eq!(Logo::read("{}"), None);
    }
}
