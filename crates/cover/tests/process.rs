//! Uploaded pictures: what is taken, what is refused, and what comes out.
#![expect(clippy::unwrap_used, reason = "a test ends at what it did not expect")]

use std::io::Cursor;
use std::path::PathBuf;

use base64::Engine as _;
use cover::{Error, Limits, Processed, Size, process};
use image::{DynamicImage, ImageFormat, ImageReader, Rgb, RgbImage, Rgba, RgbaImage};

fn shared(path: &str) -> PathBuf {
    #[expect(clippy::disallowed_methods, reason = "where the test data lies is a setting of the tests alone")]
    let named = std::env::var("WARRAQ_SHARED_DATA").map(PathBuf::from);
    named.unwrap_or_else(|_| std::path::absolute("../../../shared/data").unwrap()).join(path)
}

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Red above, blue below.
fn flag(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, y| {
        Rgb(if y < height / 2 { [220, 20, 20] } else { [20, 20, 220] })
    }))
}

fn taken(bytes: &[u8]) -> Processed {
    process(bytes, &Limits::default()).unwrap()
}

fn refused(bytes: &[u8]) -> Error {
    process(bytes, &Limits::default()).unwrap_err()
}

fn decoded(bytes: &[u8]) -> RgbImage {
    ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap().decode().unwrap().into_rgb8()
}

/// A JPEG with an EXIF block: the orientation, and a GPS note that must not survive.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    tiff.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    // The GPS directory: GPSMapDatum, text of 18 bytes at offset 56.
    tiff.extend([1, 0, 0x12, 0, 2, 0, 18, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0]);
    tiff.extend(b"GPS-36.7372-3.0865");
    let length = u16::try_from(tiff.len() + 8).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &length, b"Exif\0\0", &tiff, &jpeg[2..]].concat()
}

fn holds(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

#[test]
fn a_picture_comes_out_in_three_widths_and_two_forms() {
    let made = taken(&encoded(&flag(800, 1200), ImageFormat::Jpeg));
    for size in Size::ALL {
        let rendition = made.rendition(size);
        assert_eq!((rendition.width, rendition.height), (size.width(), size.width() * 3 / 2));
        assert_eq!(image::guess_format(&rendition.webp).unwrap(), ImageFormat::WebP);
        assert_eq!(image::guess_format(&rendition.jpeg).unwrap(), ImageFormat::Jpeg);
        for bytes in [&rendition.webp, &rendition.jpeg] {
            assert_eq!(decoded(bytes).dimensions(), (rendition.width, rendition.height));
        }
    }
    assert!((made.aspect_ratio() - 2.0 / 3.0).abs() < 0.001);
}

#[test]
fn a_small_picture_is_never_enlarged() {
    let made = taken(&encoded(&flag(200, 300), ImageFormat::Png));
    let widths = Size::ALL.map(|size| made.rendition(size).width);
    assert_eq!(widths, [132, 200, 200]);
}

#[test]
fn every_form_and_kind_of_pixel_is_taken() {
    let flag = flag(300, 450);
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        assert_eq!(taken(&encoded(&flag, format)).medium.width, 264, "{format:?}");
    }
    let kinds = [
        DynamicImage::ImageLuma8(flag.to_luma8()),
        DynamicImage::ImageLumaA8(flag.to_luma_alpha8()),
        DynamicImage::ImageLuma16(flag.to_luma16()),
        DynamicImage::ImageLumaA16(flag.to_luma_alpha16()),
        DynamicImage::ImageRgb16(flag.to_rgb16()),
        DynamicImage::ImageRgba16(flag.to_rgba16()),
        DynamicImage::ImageRgba8(flag.to_rgba8()),
    ];
    for kind in kinds {
        assert_eq!(taken(&encoded(&kind, ImageFormat::Png)).medium.width, 264, "{:?}", kind.color());
    }
}

#[test]
fn a_jpeg_from_a_print_shop_in_cmyk_is_taken() {
    let mut bytes = Vec::new();
    let pixels = [0, 200, 200, 0].repeat(300 * 450);
    jpeg_encoder::Encoder::new(&mut bytes, 90)
        .encode(&pixels, 300, 450, jpeg_encoder::ColorType::Cmyk)
        .unwrap();
    let made = taken(&bytes);
    assert!(made.dominant.red > made.dominant.blue + 80, "{}", made.dominant);
}

#[test]
fn exif_orientation_is_applied_and_no_metadata_survives() {
    let plain = encoded(&flag(600, 400), ImageFormat::Jpeg);
    let turned = with_exif(&plain, 6);
    assert!(holds(&turned, b"GPS-36.7372"));
    let made = taken(&turned);
    assert_eq!((made.width, made.height), (400, 600));
    assert_eq!((made.large.width, made.large.height), (396, 594));
    // Turned a quarter clockwise, what was above is on the right.
    let large = decoded(&made.large.webp);
    assert!(large.get_pixel(350, 300).0[0] > 180 && large.get_pixel(40, 300).0[2] > 180);
    for size in Size::ALL {
        let rendition = made.rendition(size);
        for bytes in [&rendition.webp, &rendition.jpeg] {
            assert!(!holds(bytes, b"GPS-36") && !holds(bytes, b"Exif") && !holds(bytes, b"EXIF"));
        }
    }
}

#[test]
fn what_is_transparent_lies_on_white() {
    let clear = RgbaImage::from_pixel(300, 450, Rgba([0, 0, 0, 0]));
    let made = taken(&encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png));
    assert_eq!(made.dominant.to_string(), "#ffffff");
}

#[test]
fn the_placeholder_is_a_tiny_picture_and_the_dominant_colour_is_the_wider_one() {
    let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(400, 600, |_, y| {
        Rgb(if y < 400 { [154, 42, 30] } else { [240, 240, 240] })
    }));
    let made = taken(&encoded(&picture, ImageFormat::Png));
    assert!(made.placeholder.len() <= 250, "{} bytes", made.placeholder.len());
    let data = made.placeholder.strip_prefix("data:image/webp;base64,").unwrap();
    let tiny = decoded(&base64::engine::general_purpose::STANDARD.decode(data).unwrap());
    assert!(tiny.width() >= 4 && tiny.height() > tiny.width());
    assert!(made.dominant.red > 140 && made.dominant.green < 60, "{}", made.dominant);
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let bytes = encoded(&flag(500, 700), ImageFormat::Jpeg);
    assert_eq!(taken(&bytes), taken(&bytes));
}

#[test]
fn a_picture_of_thirty_thousand_pixels_a_side_is_refused_by_its_header() {
    let bytes = std::fs::read(shared("hostile/gen/huge.png")).unwrap();
    assert_eq!(refused(&bytes), Error::TooManyPixels { width: 30_000, height: 30_000, limit: 8000 });
}

#[test]
fn what_is_not_a_picture_is_refused_whatever_it_is_called() {
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let html = b"<!doctype html><script src='https://example.org/x.js'></script>";
    for bytes in [svg.as_slice(), html, b"", b"%PDF-1.7", b"PK\x03\x04", b"BM\0\0", b"II*\0\x08\0\0\0"] {
        assert_eq!(refused(bytes), Error::UnknownForm);
    }
}

#[test]
fn a_damaged_picture_is_refused_wherever_it_is_cut() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = encoded(&flag(64, 96), format);
        for kept in 0..whole.len().min(200) {
            // A JPEG cut in its pixels may still be shown; nothing may panic.
            let _ = process(&whole[..kept], &Limits::default());
        }
        assert!(matches!(refused(&whole[..20]), Error::Damaged(_)), "{format:?}");
    }
}

#[test]
fn limits_of_bytes_and_memory_are_kept() {
    let bytes = encoded(&flag(400, 600), ImageFormat::Png);
    let with = |limits: Limits| process(&bytes, &limits).unwrap_err();
    let size = bytes.len();
    assert_eq!(
        with(Limits { bytes: size - 1, ..Limits::default() }),
        Error::TooManyBytes { bytes: size, limit: size - 1 }
    );
    assert_eq!(
        with(Limits { memory: 700_000, ..Limits::default() }),
        Error::TooMuchMemory { limit: 700_000 }
    );
    assert!(matches!(
        with(Limits { side: 599, ..Limits::default() }),
        Error::TooManyPixels { height: 600, .. }
    ));
}

#[test]
fn the_coefficients_of_a_progressive_jpeg_count_as_memory() {
    let mut bytes = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.set_progressive(true);
    let flag = flag(400, 600).into_rgb8();
    encoder.encode(flag.as_raw(), 400, 600, jpeg_encoder::ColorType::Rgb).unwrap();
    // Pixels take 720,000 bytes and coefficients twice that.
    assert!(process(&bytes, &Limits { memory: 1_090_000, ..Limits::default() }).is_ok());
    assert!(process(&bytes, &Limits { memory: 1_070_000, ..Limits::default() }).is_err());
}

#[test]
fn a_picture_one_pixel_wide_or_high_is_taken() {
    assert_eq!(taken(&encoded(&flag(1, 3000), ImageFormat::Png)).large.width, 1);
    assert_eq!(taken(&encoded(&flag(3000, 1), ImageFormat::Png)).large.height, 1);
}
