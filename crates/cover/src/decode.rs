//! From bytes of unknown origin to upright, opaque pixels no wider than the widest size, in bounded memory.
//!
//! All decoders used here are Rust without `unsafe` of ours; the C library behind `webp` only ever sees pixels.

use std::io::Cursor;

use fast_image_resize as fir;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, RgbImage};

use crate::{Error, Limits, Size};

/// A picture ready for its sizes.
pub(crate) struct Decoded {
    /// Width of the original in pixels, upright.
    pub(crate) width: u32,
    /// Height of the original in pixels, upright.
    pub(crate) height: u32,
    /// The picture at the width of [`Size::Large`], or its own where that is less.
    pub(crate) pixels: RgbImage,
}

/// Probes, then decodes, turns upright, lays what is transparent on white, and shrinks.
pub(crate) fn decode(bytes: &[u8], limits: &Limits) -> Result<Decoded, Error> {
    let (picture, orientation) = probed(bytes, limits)?;
    let (width, height) = (picture.width(), picture.height());
    let pixels = upright(picture, orientation)?;
    let (width, height) = if swaps_sides(orientation) { (height, width) } else { (width, height) };
    Ok(Decoded { width, height, pixels })
}

/// Probes, then decodes and turns upright; what is transparent stays so.
pub(crate) fn decode_whole(bytes: &[u8], limits: &Limits) -> Result<DynamicImage, Error> {
    let (mut picture, orientation) = probed(bytes, limits)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The pixels of a picture whose header is within the limits, and how it is to be turned.
fn probed(bytes: &[u8], limits: &Limits) -> Result<(DynamicImage, Orientation), Error> {
    if bytes.len() > limits.bytes {
        return Err(Error::TooManyBytes { bytes: bytes.len(), limit: limits.bytes });
    }
    let format = form(bytes).ok_or(Error::UnknownForm)?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(image_limits(limits));
    let mut decoder = reader.into_decoder().map_err(|error| refusal(&error, limits))?;
    let (width, height) = decoder.dimensions();
    check(width, height, limits)?;
    let working = if format == ImageFormat::Jpeg { coefficients(bytes, width, height) } else { 0 };
    if decoder.total_bytes() > limits.memory || decoder.total_bytes() + working > 2 * limits.memory {
        return Err(Error::TooMuchMemory { limit: limits.memory });
    }
    // A mangled EXIF block is no reason to refuse a picture that can be seen.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| refusal(&error, limits))?;
    Ok((picture, orientation))
}

/// Shrinks to a width; never enlarges.
pub(crate) fn shrink(picture: &RgbImage, width: u32) -> Result<RgbImage, Error> {
    if picture.width() <= width {
        return Ok(picture.clone());
    }
    let height = scaled(picture.height(), width, picture.width());
    let source = DynamicImage::ImageRgb8(picture.clone());
    resize(&source, width, height).map(|small| small.to_rgb8())
}

/// The kind of picture by its first bytes; the four that are taken, nothing else.
fn form(bytes: &[u8]) -> Option<ImageFormat> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some(ImageFormat::Jpeg),
        [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => Some(ImageFormat::Png),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageFormat::WebP),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some(ImageFormat::Gif),
        _ => None,
    }
}

fn image_limits(limits: &Limits) -> image::Limits {
    let mut inner = image::Limits::default();
    inner.max_alloc = Some(limits.memory);
    inner
}

fn check(width: u32, height: u32, limits: &Limits) -> Result<(), Error> {
    if width == 0 || height == 0 {
        return Err(Error::Damaged("it has no pixels".to_owned()));
    }
    if width > limits.side || height > limits.side {
        return Err(Error::TooManyPixels { width, height, limit: limits.side });
    }
    Ok(())
}

/// Bytes a progressive JPEG keeps while it is decoded: two for every sample of at most four channels.
fn coefficients(bytes: &[u8], width: u32, height: u32) -> u64 {
    let mut rest = bytes.get(2..).unwrap_or_default();
    while let [0xff, marker, tail @ ..] = rest {
        match marker {
            0xff => rest = &rest[1..],
            0xc2 | 0xca => return u64::from(width) * u64::from(height) * 2 * channels(tail),
            // Start of scan: the frame came before it, and was sequential.
            0xda => break,
            _ => {
                let [high, low, ..] = tail else { break };
                rest = tail.get(usize::from(u16::from_be_bytes([*high, *low]))..).unwrap_or_default();
            }
        }
    }
    0
}

fn channels(frame: &[u8]) -> u64 {
    u64::from(*frame.get(7).unwrap_or(&3)).clamp(1, 4)
}

/// The large size, upright and opaque. Shrinks in the picture's own kind of pixel and before turning, so that no
/// second picture of full size is ever held.
fn upright(mut picture: DynamicImage, orientation: Orientation) -> Result<RgbImage, Error> {
    lay_on_white(&mut picture);
    let (width, height) = (picture.width(), picture.height());
    let across = if swaps_sides(orientation) { height } else { width };
    let target = Size::Large.width().min(across);
    let mut small = if target == across {
        DynamicImage::ImageRgb8(picture.into_rgb8())
    } else {
        let (width, height) = (scaled(width, target, across), scaled(height, target, across));
        DynamicImage::ImageRgb8(resize(&picture, width, height)?.into_rgb8())
    };
    small.apply_orientation(orientation);
    Ok(small.into_rgb8())
}

fn resize(source: &DynamicImage, width: u32, height: u32) -> Result<DynamicImage, Error> {
    let mut target = DynamicImage::new(width, height, source.color());
    let options = fir::ResizeOptions::new()
        .resize_alg(fir::ResizeAlg::Convolution(fir::FilterType::Lanczos3))
        .use_alpha(false);
    fir::Resizer::new()
        .resize(source, &mut target, &options)
        .map_err(|error| Error::Damaged(error.to_string()))?;
    Ok(target)
}

/// Lays transparent pixels on white in place: a cover has no holes, and a resizer that minds alpha would copy the
/// whole picture first.
fn lay_on_white(picture: &mut DynamicImage) {
    use DynamicImage::{ImageLumaA8, ImageLumaA16, ImageRgba8, ImageRgba16};
    match picture {
        ImageLumaA8(inner) => inner.pixels_mut().for_each(|pixel| flatten(&mut pixel.0, 0xff)),
        ImageRgba8(inner) => inner.pixels_mut().for_each(|pixel| flatten(&mut pixel.0, 0xff)),
        ImageLumaA16(inner) => inner.pixels_mut().for_each(|pixel| flatten(&mut pixel.0, 0xffff)),
        ImageRgba16(inner) => inner.pixels_mut().for_each(|pixel| flatten(&mut pixel.0, 0xffff)),
        _ => {}
    }
}

fn flatten<T: Copy + Into<u64> + TryFrom<u64>>(pixel: &mut [T], full: u64) {
    let Some((alpha, parts)) = pixel.split_last_mut() else { return };
    let cover: u64 = (*alpha).into();
    for part in parts {
        let value: u64 = (*part).into();
        if let Ok(laid) = T::try_from((value * cover + full * (full - cover)) / full) {
            *part = laid;
        }
    }
    if let Ok(opaque) = T::try_from(full) {
        *alpha = opaque;
    }
}

fn swaps_sides(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

/// `side × target ÷ across`, rounded, at least 1.
fn scaled(side: u32, target: u32, across: u32) -> u32 {
    let exact = (u64::from(side) * u64::from(target) + u64::from(across) / 2) / u64::from(across.max(1));
    u32::try_from(exact).unwrap_or(u32::MAX).max(1)
}

fn refusal(error: &ImageError, limits: &Limits) -> Error {
    match error {
        ImageError::Limits(_) => Error::TooMuchMemory { limit: limits.memory },
        other => Error::Damaged(other.to_string()),
    }
}
