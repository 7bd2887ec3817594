//! The outline of a shaped line, for pictures that carry words.

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};
use tiny_skia::{Path, PathBuilder};

use super::Run;
use super::face::font;

/// The letters of runs as a path. The baseline begins at `(x, y)`; y grows downwards.
pub(crate) fn outline(runs: &[Run], (x, y): (f32, f32), size: f32) -> Option<Path> {
    let mut pen = Pen { path: PathBuilder::new(), x, y, unit: 1.0 };
    for run in runs {
        let font = font(run.face);
        let em = size * run.size;
        let glyphs = font.outline_glyphs();
        for glyph in &run.glyphs {
            let origin = (pen.x, pen.y);
            pen.unit = em / f32::from(font.units_per_em());
            pen.x += glyph.x_offset * em;
            pen.y -= glyph.y_offset * em;
            if let Some(shape) = glyphs.get(GlyphId::new(glyph.glyph_id.to_u32())) {
                // A glyph that cannot be drawn leaves a gap, which a glance at the picture shows.
                let _ = shape.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen);
            }
            (pen.x, pen.y) = (origin.0 + glyph.x_advance * em, origin.1);
        }
    }
    pen.path.finish()
}

struct Pen {
    path: PathBuilder,
    x: f32,
    y: f32,
    unit: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.unit, self.y - y * self.unit)
    }
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.at(cx0, cy0), self.at(x, y));
        self.path.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by), (x, y)) = (self.at(cx0, cy0), self.at(cx1, cy1), self.at(x, y));
        self.path.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
