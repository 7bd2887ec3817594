//! A drawn cover as pixels of a given width.

use harfrust::font::glyph::outline::PathElement;
use image::RgbImage;
use tiny_skia::{
    Color, FillRule, GradientStop, LinearGradient, Paint, Path, PathBuilder, Pixmap, Point, Rect, Shader,
    SpreadMode, Transform,
};

use super::Spine;
use super::layout::{Block, FRAME, FRAME_OPACITY, HEIGHT, NUQTA, SPINE, Scene, WIDTH};
use super::outline::outline;
use crate::{Colour, Error};

/// Draws the scene; its height is one and a half times the width.
pub(super) fn draw(scene: &Scene, width: u32) -> Result<RgbImage, Error> {
    let broken = || Error::Unwritable("a drawn cover without size".to_owned());
    let mut pixmap = Pixmap::new(width, width * 3 / 2).ok_or_else(broken)?;
    #[expect(clippy::cast_precision_loss, reason = "a few hundred pixels")]
    let scale = Transform::from_scale(width as f32 / WIDTH, width as f32 / WIDTH);
    pixmap.fill(colour(scene.ground, 1.0));
    let mut fill = |path: Option<Path>, shader: Shader<'_>| {
        if let Some(path) = path {
            let paint = Paint { shader, anti_alias: true, ..Paint::default() };
            pixmap.fill_path(&path, &paint, FillRule::Winding, scale, None);
        }
    };
    for rect in frame() {
        fill(rect.map(PathBuilder::from_rect), Shader::SolidColor(colour(scene.ink, FRAME_OPACITY)));
    }
    if scene.nuqta {
        fill(nuqta(), Shader::SolidColor(colour(scene.ink, 1.0)));
    }
    for block in &scene.blocks {
        fill(letters(block), Shader::SolidColor(colour(scene.ink, block.opacity)));
    }
    if let Some((strip, shade)) = spine(scene.spine) {
        fill(Some(PathBuilder::from_rect(strip)), shade);
    }
    let rgb = pixmap.pixels().iter().flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]).collect();
    RgbImage::from_raw(width, pixmap.height(), rgb).ok_or_else(broken)
}

/// The four sides, which do not overlap, since they are not opaque.
fn frame() -> [Option<Rect>; 4] {
    let (right, bottom) = (WIDTH - FRAME, HEIGHT - FRAME);
    [
        Rect::from_ltrb(FRAME, FRAME, right, FRAME + 1.0),
        Rect::from_ltrb(FRAME, bottom - 1.0, right, bottom),
        Rect::from_ltrb(FRAME, FRAME + 1.0, FRAME + 1.0, bottom - 1.0),
        Rect::from_ltrb(right - 1.0, FRAME + 1.0, right, bottom - 1.0),
    ]
}

fn nuqta() -> Option<Path> {
    let (x, y, half) = NUQTA;
    let mut path = PathBuilder::new();
    path.move_to(x, y - half);
    path.line_to(x + half, y);
    path.line_to(x, y + half);
    path.line_to(x - half, y);
    path.close();
    path.finish()
}

fn letters(block: &Block) -> Option<Path> {
    let mut path = PathBuilder::new();
    for glyph in &block.glyphs {
        let at = |x: f32, y: f32| (glyph.x + x * block.size, glyph.y + y * block.size);
        for element in outline(block.part.typeface(), glyph.face, glyph.id) {
            match element {
                PathElement::MoveTo { x, y } => {
                    let (x, y) = at(x, y);
                    path.move_to(x, y);
                }
                PathElement::LineTo { x, y } => {
                    let (x, y) = at(x, y);
                    path.line_to(x, y);
                }
                PathElement::QuadTo { cx0, cy0, x, y } => {
                    let ((cx, cy), (x, y)) = (at(cx0, cy0), at(x, y));
                    path.quad_to(cx, cy, x, y);
                }
                PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => {
                    let ((ax, ay), (bx, by), (x, y)) = (at(cx0, cy0), at(cx1, cy1), at(x, y));
                    path.cubic_to(ax, ay, bx, by, x, y);
                }
                PathElement::Close => path.close(),
            }
        }
    }
    path.finish()
}

/// The strip along the bound edge: shade at the edge, then the light on the fold.
fn spine(side: Spine) -> Option<(Rect, Shader<'static>)> {
    let (edge, inner) = match side {
        Spine::Left => (0.0, SPINE),
        Spine::Right => (WIDTH, WIDTH - SPINE),
    };
    let stops = vec![
        GradientStop::new(0.0, Color::from_rgba8(0, 0, 0, 51)),
        GradientStop::new(0.6, Color::from_rgba8(255, 255, 255, 34)),
        GradientStop::new(1.0, Color::from_rgba8(255, 255, 255, 0)),
    ];
    let (from, to) = (Point::from_xy(edge, 0.0), Point::from_xy(inner, 0.0));
    let shade = LinearGradient::new(from, to, stops, SpreadMode::Pad, Transform::identity())?;
    Some((Rect::from_ltrb(edge.min(inner), 0.0, edge.max(inner), HEIGHT)?, shade))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an opacity from 0 to 1")]
fn colour(colour: Colour, opacity: f32) -> Color {
    Color::from_rgba8(colour.red, colour.green, colour.blue, (opacity * 255.0).round() as u8)
}
