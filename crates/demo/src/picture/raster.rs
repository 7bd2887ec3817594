//! A scene as PNG.

use tiny_skia::{FillRule, Paint, Path, PathBuilder, Pixmap, Transform};

use super::{Colour, Scene, Shape};

/// The picture with `scale` pixels for each unit. Empty only for a scene of no size.
pub(crate) fn png(scene: &Scene, scale: u8) -> Vec<u8> {
    let pixels = |units: u16| u32::from(units) * u32::from(scale);
    let Some(mut pixmap) = Pixmap::new(pixels(scene.width), pixels(scene.height)) else { return Vec::new() };
    let transform = Transform::from_scale(f32::from(scale), f32::from(scale));
    for (Colour(red, green, blue), shape) in &scene.shapes {
        let mut paint = Paint::default();
        paint.set_color_rgba8(*red, *green, *blue, 255);
        if let Some(path) = path(shape) {
            pixmap.fill_path(&path, &paint, FillRule::Winding, transform, None);
        }
    }
    pixmap.encode_png().unwrap_or_default()
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
