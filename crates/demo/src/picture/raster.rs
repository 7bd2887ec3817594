//! A scene as PNG.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Transform};

use super::{Colour, Scene, Shape};

/// The picture with `scale` pixels for each unit. Empty only for a scene of no size.
pub(crate) fn png(scene: &Scene, scale: u8) -> Vec<u8> {
    pixels(scene, scale).and_then(|pixmap| pixmap.encode_png().ok()).unwrap_or_default()
}

/// The picture as pixels, to be painted on; `None` for a scene of no size.
pub(crate) fn pixels(scene: &Scene, scale: u8) -> Option<Pixmap> {
    let length = |units: u16| u32::from(units) * u32::from(scale);
    let mut pixmap = Pixmap::new(length(scene.width), length(scene.height))?;
    let transform = Transform::from_scale(f32::from(scale), f32::from(scale));
    for (colour, shape) in &scene.shapes {
        if let Some(path) = path(shape) {
            pixmap.fill_path(&path, &paint(*colour), FillRule::Winding, transform, None);
        }
    }
    Some(pixmap)
}

/// A colour to paint with.
pub(crate) fn paint(Colour(red, green, blue): Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

fn path(shape: &Shape) -> Option<Path> {
    match shape {
        Shape::Circle { x, y, radius } => PathBuilder::from_circle(*x, *y, *radius),
        Shape::Polygon(points) => {
            let mut path = PathBuilder::new();
            for (at, &(x, y)) in points.iter().enumerate() {
                if at == 0 {
                    path.move_to(x, y);
                } else {
                    path.line_to(x, y);
                }
            }
            path.close();
            path.finish()
        }
    }
}
