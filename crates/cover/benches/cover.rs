//! Time of a drawn cover and of a processed picture, each with its three widths: `cargo bench -p cover`.
#![expect(clippy::print_stdout, reason = "a benchmark reports to whoever ran it")]

use std::io::Cursor;
use std::time::Instant;

use cover::{Drawn, Ground, Limits, Spine, drawn, process};
use image::{ImageFormat, Rgb, RgbImage};

const ROUNDS: u32 = 30;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let latin =
        Drawn { title: "Les Vents du Sud", author: "K. Amrane", spine: Spine::Left, ground: Ground::Ochre };
    let arabic =
        Drawn {
            title: "مدينة الورق", author: "سمير بن علي", spine: Spine::Right, ground: Ground::Rubric
        };
    let photograph = photograph()?;
    report("drawn, SVG", || drawn(&latin).svg().len());
    report("drawn, Latin, all renditions", || {
        drawn(&latin).process().map_or(0, |made| made.medium.webp.len())
    });
    report("drawn, Arabic, all renditions", || {
        drawn(&arabic).process().map_or(0, |made| made.medium.webp.len())
    });
    report("JPEG of 1600 × 2400, all renditions", || {
        process(&photograph, &Limits::default()).map_or(0, |made| made.medium.webp.len())
    });
    Ok(())
}

/// Prints the mean time of a call and the bytes of what it last made.
fn report(what: &str, work: impl Fn() -> usize) {
    work();
    let start = Instant::now();
    let bytes = (0..ROUNDS).map(|_| work()).last().unwrap_or(0);
    println!("{what}: {:.1} ms, {bytes} bytes", start.elapsed().as_secs_f64() * 1000.0 / f64::from(ROUNDS));
}

/// A picture with slow and fast changes of colour, as covers have.
fn photograph() -> Result<Vec<u8>, image::ImageError> {
    let wave =
        |x: u32, y: u32, step: u32| u8::try_from((x * x / step + y * y / (step + 1)) / 64 % 256).unwrap_or(0);
    let picture =
        RgbImage::from_fn(1600, 2400, |x, y| Rgb([wave(x, y, 97), wave(y, x, 61), wave(x, x + y, 131)]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg)?;
    Ok(bytes.into_inner())
}
