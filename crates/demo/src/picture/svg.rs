//! A scene as SVG, with its description as title.

use std::fmt::Write as _;

use super::{Colour, Scene, Shape};
use crate::epub::escape;

/// The whole SVG document.
pub(crate) fn svg(scene: &Scene, description: &str) -> String {
    let Scene { width, height, shapes } = scene;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
         role=\"img\"><title>{}</title>\n",
        escape(description)
    );
    for (Colour(red, green, blue), shape) in shapes {
        let fill = format!("#{red:02x}{green:02x}{blue:02x}");
        let _ = match shape {
            Shape::Circle { x, y, radius } => {
                writeln!(out, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\"/>")
            }
            Shape::Polygon(points) => {
                let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
                writeln!(out, "<polygon points=\"{}\" fill=\"{fill}\"/>", points.join(" "))
            }
        };
    }
    out + "</svg>\n"
}
