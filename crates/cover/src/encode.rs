//! Pixels to WebP and JPEG, and the tiny placeholder.
//!
//! WebP is libwebp's: the encoder in `image` is lossless only, several times as large on photographs. JPEG is
//! `jpeg-encoder`: on 22 covers it was a seventh smaller than the one in `image` and took half the time (progressive
//! scans made it larger again at these sizes).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use image::RgbImage;
use jpeg_encoder::{ColorType, SamplingFactor};
use webp::{PixelLayout, WebPConfig};

use crate::Error;
use crate::decode::shrink;

/// What the pixels are, which decides how they pack best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Matter {
    /// Photographs, scans, paintings.
    Picture,
    /// Flat grounds and sharp letters, as in drawn covers.
    Drawing,
}

/// Qualities tried in turn until the medium WebP keeps to its budget; grainy scans take the last.
const QUALITIES: [f32; 5] = [80.0, 70.0, 58.0, 46.0, 36.0];
/// Bytes a pixel: 12,000 ÷ (264 × 396).
const BUDGET: f64 = 12_000.0 / (264.0 * 396.0);
/// A data URI longer than this would weigh more in a list than it saves.
const PLACEHOLDER: usize = 250;

/// How all sizes of one cover are written as WebP.
pub(crate) struct WebpWriter(WebPConfig);

impl WebpWriter {
    /// Lossless for drawings, which are smaller and sharper so; for pictures the best quality at which the medium size
    /// weighs about 12 kB or less. Also gives the medium size it wrote to find that out.
    pub(crate) fn settle(medium: &RgbImage, matter: Matter) -> Result<(Self, Vec<u8>), Error> {
        if matter == Matter::Drawing {
            let writer = Self(drawing_config()?);
            let written = writer.write(medium)?;
            return Ok((writer, written));
        }
        let budget = f64::from(medium.width()) * f64::from(medium.height()) * BUDGET;
        let mut settled = Err(Error::Unwritable("no quality was tried".to_owned()));
        for quality in QUALITIES {
            let writer = Self(picture_config(quality)?);
            let written = writer.write(medium)?;
            let fits = u32::try_from(written.len()).is_ok_and(|bytes| f64::from(bytes) <= budget);
            settled = Ok((writer, written));
            if fits {
                break;
            }
        }
        settled
    }

    /// Writes one size.
    pub(crate) fn write(&self, picture: &RgbImage) -> Result<Vec<u8>, Error> {
        write_webp(picture, &self.0)
    }
}

pub(crate) fn jpeg(picture: &RgbImage, matter: Matter) -> Result<Vec<u8>, Error> {
    let (width, height) = picture.dimensions();
    let sides = u16::try_from(width).and_then(|width| Ok((width, u16::try_from(height)?)));
    let (width, height) = sides.map_err(|error| Error::Unwritable(error.to_string()))?;
    let mut written = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut written, 78);
    encoder.set_optimized_huffman_tables(true);
    encoder.set_sampling_factor(match matter {
        // Half the colour would blur white letters on a red ground.
        Matter::Drawing => SamplingFactor::F_1_1,
        Matter::Picture => SamplingFactor::F_2_2,
    });
    encoder
        .encode(picture.as_raw(), width, height, ColorType::Rgb)
        .map_err(|error| Error::Unwritable(error.to_string()))?;
    Ok(written)
}

/// A blur of the picture as a `data:` URI of at most 250 bytes, the largest that fits.
pub(crate) fn placeholder(picture: &RgbImage) -> Result<String, Error> {
    for (width, quality) in [(8, 40.0), (6, 30.0), (4, 20.0), (2, 20.0), (1, 0.0)] {
        let tiny = shrink(picture, width)?;
        let tiny =
            image::imageops::crop_imm(&tiny, 0, 0, tiny.width(), tiny.height().min(width * 4)).to_image();
        let written = write_webp(&tiny, &picture_config(quality)?)?;
        let uri = format!("data:image/webp;base64,{}", BASE64.encode(written));
        if uri.len() <= PLACEHOLDER {
            return Ok(uri);
        }
    }
    Err(Error::Unwritable("no placeholder is small enough".to_owned()))
}

fn picture_config(quality: f32) -> Result<WebPConfig, Error> {
    let mut config = config()?;
    config.lossless = 0;
    config.quality = quality;
    Ok(config)
}

fn drawing_config() -> Result<WebPConfig, Error> {
    let mut config = config()?;
    config.lossless = 1;
    config.quality = 40.0;
    Ok(config)
}

fn config() -> Result<WebPConfig, Error> {
    WebPConfig::new().map_err(|()| Error::Unwritable("libwebp refuses its own defaults".to_owned()))
}

fn write_webp(picture: &RgbImage, config: &WebPConfig) -> Result<Vec<u8>, Error> {
    let (width, height) = picture.dimensions();
    webp::Encoder::new(picture.as_raw(), PixelLayout::Rgb, width, height)
        .encode_advanced(config)
        .map(|memory| memory.to_vec())
        .map_err(|error| Error::Unwritable(format!("{error:?}")))
}
