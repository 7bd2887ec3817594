//! A page as it is drawn: lines of letters, rules and pictures.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::Font;

use super::flow::{MEASURE, PAGE};
use crate::letters::{self, Look, Rich, Run};
use crate::picture::{Colour, Scene, Shape};

/// The baseline and size of a page's number.
const NUMBER: (f32, f32) = (PAGE.1 - 34.0, 9.5);
const INK: Colour = Colour(0x1c, 0x16, 0x10);
/// How far from its centre the handles of a quarter circle of radius 1 stand.
const HANDLE: f32 = 0.552_284_8;

/// What stands on a page.
#[derive(Default)]
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
}

/// A thing at its place, in points from the top left corner.
pub(super) enum Piece {
    Runs { runs: Vec<Run>, x: f32, baseline: f32, size: f32 },
    Rule { x: f32, y: f32, width: f32 },
    Picture { scene: Scene, x: f32, y: f32, scale: f32 },
}

/// Draws a page and, where it has one, its number.
pub(super) fn draw(page: &Page, number: Option<usize>, fonts: &[Font], surface: &mut Surface<'_>) {
    for piece in &page.pieces {
        match piece {
            Piece::Runs { runs, x, baseline, size } => {
                surface.set_fill(Some(fill(INK)));
                draw_runs(surface, fonts, runs, (*x, *baseline), *size);
            }
            Piece::Rule { x, y, width } => {
                surface.set_fill(Some(fill(INK)));
                draw_shape(surface, rectangle(*x, *y, *width, 0.5));
            }
            Piece::Picture { scene, x, y, scale } => draw_picture(surface, scene, (*x, *y), *scale),
        }
    }
    if let Some(number) = number {
        let rich = Rich::plain(number.to_string(), Look::Text);
        let runs = letters::set(&rich, 0..rich.text.len(), false, 0.0);
        let width: f32 = NUMBER.1 * runs.iter().map(|run| run.width).sum::<f32>();
        surface.set_fill(Some(fill(INK)));
        draw_runs(surface, fonts, &runs, ((PAGE.0 - width) / 2.0, NUMBER.0), NUMBER.1);
    }
}

fn fill(Colour(red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

fn draw_runs(surface: &mut Surface<'_>, fonts: &[Font], runs: &[Run], (mut x, y): (f32, f32), size: f32) {
    for run in runs {
        if let Some(font) = fonts.get(run.face.0) {
            let start = Point::from_xy(x, y - run.rise * size);
            surface.draw_glyphs(start, &run.glyphs, font.clone(), &run.text, size * run.size, false);
        }
        x += size * run.width;
    }
}

fn draw_shape(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn rectangle(x: f32, y: f32, width: f32, height: f32) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Rect::from_xywh(x, y, width, height)?);
    path.finish()
}

/// Shapes of a scene may reach beyond it, so it is cut to its frame.
fn draw_picture(surface: &mut Surface<'_>, scene: &Scene, (x, y): (f32, f32), scale: f32) {
    let (width, height) = (f32::from(scene.width) * scale, f32::from(scene.height) * scale);
    let Some(frame) = rectangle(x, y, width.min(MEASURE), height) else { return };
    surface.push_clip_path(&frame, &FillRule::default());
    for (colour, shape) in &scene.shapes {
        surface.set_fill(Some(fill(*colour)));
        let place = |(across, down): (f32, f32)| (x + across * scale, y + down * scale);
        draw_shape(
            surface,
            match shape {
                Shape::Polygon(points) => polygon(points.iter().copied().map(place)),
                Shape::Circle { x, y, radius } => circle(place((*x, *y)), radius * scale),
            },
        );
    }
    surface.pop();
}

fn polygon(points: impl Iterator<Item = (f32, f32)>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (at, (x, y)) in points.enumerate() {
        if at == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    path.close();
    path.finish()
}

fn circle((x, y): (f32, f32), radius: f32) -> Option<Path> {
    let handle = radius * HANDLE;
    let mut path = PathBuilder::new();
    path.move_to(x + radius, y);
    path.cubic_to(x + radius, y + handle, x + handle, y + radius, x, y + radius);
    path.cubic_to(x - handle, y + radius, x - radius, y + handle, x - radius, y);
    path.cubic_to(x - radius, y - handle, x - handle, y - radius, x, y - radius);
    path.cubic_to(x + handle, y - radius, x + radius, y - handle, x + radius, y);
    path.close();
    path.finish()
}
