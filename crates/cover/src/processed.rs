//! A cover in all the forms in which it is served.

use image::RgbImage;

use crate::colour::dominant;
use crate::decode::{decode, shrink};
use crate::encode::{Matter, WebpWriter, jpeg, placeholder};
use crate::{Colour, Error, Limits, Size};

/// A cover at one width, in two encodings, without any metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendition {
    /// Width in pixels: that of its [`Size`], or the original's where that is less.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// The picture as WebP.
    pub webp: Vec<u8>,
    /// The picture as JPEG, for what knows no WebP: mail, link previews, old devices.
    pub jpeg: Vec<u8>,
}

/// A cover ready to be stored beside its original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Processed {
    /// Width of the original in pixels, upright.
    pub width: u32,
    /// Height of the original in pixels, upright.
    pub height: u32,
    /// 132 pixels wide.
    pub small: Rendition,
    /// 264 pixels wide.
    pub medium: Rendition,
    /// 396 pixels wide.
    pub large: Rendition,
    /// A blur of the picture, a `data:` URI of at most 250 bytes.
    pub placeholder: String,
    /// The colour one would name, to be shown until anything has come.
    pub dominant: Colour,
}

impl Processed {
    /// The rendition of a size.
    pub fn rendition(&self, size: Size) -> &Rendition {
        match size {
            Size::Small => &self.small,
            Size::Medium => &self.medium,
            Size::Large => &self.large,
        }
    }

    /// Width divided by height; 0.667 for the design's two to three.
    pub fn aspect_ratio(&self) -> f64 {
        f64::from(self.width) / f64::from(self.height.max(1))
    }
}

/// Makes a picture of unknown origin safe and small: its kind is told by its bytes, its header is checked before it
/// is decoded, it is turned upright as its EXIF says, laid on white, and encoded anew without metadata.
pub fn process(bytes: &[u8], limits: &Limits) -> Result<Processed, Error> {
    let decoded = decode(bytes, limits)?;
    let large = decoded.pixels;
    let medium = shrink(&large, Size::Medium.width())?;
    let small = shrink(&medium, Size::Small.width())?;
    Renditions { small, medium, large }.finish((decoded.width, decoded.height), Matter::Picture)
}

/// The three sizes as pixels, before they are encoded.
pub(crate) struct Renditions {
    pub(crate) small: RgbImage,
    pub(crate) medium: RgbImage,
    pub(crate) large: RgbImage,
}

impl Renditions {
    /// Encodes all; `original` is the width and height to report.
    pub(crate) fn finish(self, original: (u32, u32), matter: Matter) -> Result<Processed, Error> {
        let (writer, medium) = WebpWriter::settle(&self.medium, matter)?;
        let rendition = |picture: &RgbImage, webp: Vec<u8>| {
            let (width, height) = picture.dimensions();
            Ok(Rendition { width, height, webp, jpeg: jpeg(picture, matter)? })
        };
        Ok(Processed {
            width: original.0,
            height: original.1,
            placeholder: placeholder(&self.small)?,
            dominant: dominant(&self.small),
            small: rendition(&self.small, writer.write(&self.small)?)?,
            medium: rendition(&self.medium, medium)?,
            large: rendition(&self.large, writer.write(&self.large)?)?,
        })
    }
}
