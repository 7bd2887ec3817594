//! A shop's logo, in the sizes in which it is shown: in bars, on the screen of a telephone, beside an address.

use std::io::Cursor;

use fast_image_resize as fir;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{DynamicImage, ExtendedColorType, ImageEncoder as _, Rgba, RgbaImage, imageops};

use crate::decode::decode_whole;
use crate::{Error, Limits};

/// The height of the mark in a bar, three times what it is drawn at.
const MARK_HEIGHT: u32 = 96;
/// A mark is no wider than this many times its height.
const MARK_WIDEST: u32 = 4;
/// How much of a maskable icon's side is safe from being cut, in percent.
const SAFE: u32 = 62;
/// The same of an icon that only loses its corners.
const CORNERS: u32 = 80;

/// A logo, as PNG pictures without any metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Emblem {
    /// What stands in bars and mails; what is transparent stays so.
    pub mark: Vec<u8>,
    /// Its width in pixels.
    pub mark_width: u32,
    /// Its height in pixels.
    pub mark_height: u32,
    /// 32 pixels square, for the address bar.
    pub favicon: Vec<u8>,
    /// 180 pixels square on white, for the screen of an iPhone.
    pub apple: Vec<u8>,
    /// 192 pixels square.
    pub icon_192: Vec<u8>,
    /// 512 pixels square.
    pub icon_512: Vec<u8>,
    /// 192 pixels square on white, of which any edge may be cut.
    pub maskable_192: Vec<u8>,
    /// The same with 512 pixels.
    pub maskable_512: Vec<u8>,
}

/// Makes a picture of unknown origin safe, as covers are, and fits it into all sizes.
pub fn emblem(bytes: &[u8], limits: &Limits) -> Result<Emblem, Error> {
    let picture = DynamicImage::ImageRgba8(decode_whole(bytes, limits)?.into_rgba8());
    let (width, height) = (picture.width(), picture.height());
    let mark_height = MARK_HEIGHT.min(height);
    let mark_width = part_of(width, (mark_height, height)).clamp(1, mark_height * MARK_WIDEST);
    let mark = fit(&picture, (mark_width, mark_height), 100)?;
    let square = |side: u32| fit(&picture, (side, side), 100).and_then(|icon| png(&icon));
    let on_white = |side: u32, percent: u32| {
        fit(&picture, (side, side), percent).and_then(|icon| png(&laid_on_white(&icon)))
    };
    Ok(Emblem {
        mark: png(&mark)?,
        mark_width,
        mark_height,
        favicon: square(32)?,
        apple: on_white(180, CORNERS)?,
        icon_192: square(192)?,
        icon_512: square(512)?,
        maskable_192: on_white(192, SAFE)?,
        maskable_512: on_white(512, SAFE)?,
    })
}

/// The picture as large as it fits into that part of a transparent ground of this size, in its middle.
fn fit(picture: &DynamicImage, (width, height): (u32, u32), percent: u32) -> Result<RgbaImage, Error> {
    let (box_width, box_height) = (part_of(width, (percent, 100)), part_of(height, (percent, 100)));
    let (across, down) = (picture.width(), picture.height());
    let is_wide = u64::from(across) * u64::from(box_height) > u64::from(down) * u64::from(box_width);
    let (inner_width, inner_height) = if is_wide {
        (box_width.max(1), part_of(down, (box_width, across)).max(1))
    } else {
        (part_of(across, (box_height, down)).max(1), box_height.max(1))
    };
    let mut inner = DynamicImage::new_rgba8(inner_width, inner_height);
    let options = fir::ResizeOptions::new()
        .resize_alg(fir::ResizeAlg::Convolution(fir::FilterType::Lanczos3))
        .use_alpha(true);
    fir::Resizer::new()
        .resize(picture, &mut inner, &options)
        .map_err(|error| Error::Damaged(error.to_string()))?;
    let mut ground = RgbaImage::from_pixel(width, height, Rgba([0, 0, 0, 0]));
    let at = |whole: u32, part: u32| i64::from(whole.saturating_sub(part) / 2);
    imageops::replace(&mut ground, &inner.into_rgba8(), at(width, inner_width), at(height, inner_height));
    Ok(ground)
}

/// `side × part ÷ whole`, rounded down.
fn part_of(side: u32, (part, whole): (u32, u32)) -> u32 {
    u32::try_from(u64::from(side) * u64::from(part) / u64::from(whole.max(1))).unwrap_or(u32::MAX)
}

fn laid_on_white(picture: &RgbaImage) -> RgbaImage {
    let mut ground = RgbaImage::from_pixel(picture.width(), picture.height(), Rgba([255, 255, 255, 255]));
    imageops::overlay(&mut ground, picture, 0, 0);
    ground
}

fn png(picture: &RgbaImage) -> Result<Vec<u8>, Error> {
    let mut written = Cursor::new(Vec::new());
    PngEncoder::new_with_quality(&mut written, CompressionType::Best, FilterType::Adaptive)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgba8)
        .map_err(|error| Error::Unwritable(error.to_string()))?;
    Ok(written.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(width: u32, height: u32) -> Vec<u8> {
        png(&RgbaImage::from_pixel(width, height, Rgba([10, 90, 50, 255]))).unwrap()
    }

    fn read(bytes: &[u8]) -> RgbaImage {
        decode_whole(bytes, &Limits::default()).unwrap().into_rgba8()
    }

    #[test]
    fn a_wide_logo_keeps_its_shape_in_the_bar_and_is_whole_in_a_square() {
        let made = emblem(&picture(600, 200), &Limits::default()).unwrap();
        assert_eq!((made.mark_width, made.mark_height), (288, 96));
        let icon = read(&made.icon_192);
        assert_eq!(icon.dimensions(), (192, 192));
        assert_eq!(
            (icon.get_pixel(96, 96).0[3], icon.get_pixel(96, 5).0[3]),
            (255, 0),
            "above it is nothing"
        );
    }

    #[test]
    fn an_icon_that_may_be_cut_has_a_white_edge() {
        let made = emblem(&picture(300, 300), &Limits::default()).unwrap();
        let icon = read(&made.maskable_512);
        assert_eq!(icon.get_pixel(20, 256).0, [255, 255, 255, 255]);
        assert_eq!(icon.get_pixel(256, 256).0, [10, 90, 50, 255]);
        assert_eq!(read(&made.favicon).dimensions(), (32, 32));
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>";
        assert!(matches!(emblem(svg, &Limits::default()), Err(Error::UnknownForm)));
        let small = Limits { side: 100, ..Limits::default() };
        assert!(matches!(emblem(&picture(200, 10), &small), Err(Error::TooManyPixels { .. })));
    }
}
