//! Pictures that the program draws: a scene of flat shapes, as SVG, as PNG or on a page of a PDF.

mod draw;
mod raster;
mod scene;
mod svg;
mod things;

pub(crate) use raster::{paint, pixels, png};
pub(crate) use scene::{Colour, Scene, Shape};
pub(crate) use svg::svg;

use draw::Canvas;

/// The picture of this name, of a size in whole units. An unknown name gives an empty sky.
pub(crate) fn scene(name: &str, width: u16, height: u16) -> Scene {
    let mut canvas = Canvas::new(name, width, height);
    things::paint(name, &mut canvas);
    canvas.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scene_is_the_same_every_time_and_fits_its_frame() {
        let (one, two) = (scene("sea", 80, 100), scene("sea", 80, 100));
        assert_eq!(svg(&one, "Sea"), svg(&two, "Sea"));
        assert!(svg(&one, "Sea").starts_with("<svg"));
        let png = png(&one, 1);
        assert_eq!(png.get(1..4), Some(b"PNG".as_slice()));
    }

    #[test]
    fn markup_in_a_description_stays_text() {
        assert!(svg(&scene("sea", 8, 10), "<b>").contains("&lt;b&gt;"));
    }
}
