//! The outline of a glyph, as lines and curves for a letter of size 1 with y downwards.

use harfrust::GlyphId;
use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement, PathSink};

use super::faces::Typeface;

/// The outline; empty for a space, or a glyph that cannot be drawn.
pub(super) fn outline(typeface: &Typeface, face: usize, glyph: GlyphId) -> Vec<PathElement> {
    let Some(face) = typeface.face(face) else { return Vec::new() };
    let mut pen = Pen { unit: face.scale / f32::from(face.font.units_per_em()), elements: Vec::new() };
    let Some(found) = face.font.outline_glyphs().get(glyph) else { return Vec::new() };
    match found.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut pen) {
        Ok(_) => pen.elements,
        Err(_) => Vec::new(),
    }
}

struct Pen {
    unit: f32,
    elements: Vec<PathElement>,
}

impl PathSink for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.elements.push(PathElement::MoveTo { x: x * self.unit, y: -y * self.unit });
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.elements.push(PathElement::LineTo { x: x * self.unit, y: -y * self.unit });
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let unit = self.unit;
        self.elements.push(PathElement::QuadTo {
            cx0: cx0 * unit,
            cy0: -cy0 * unit,
            x: x * unit,
            y: -y * unit,
        });
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let unit = self.unit;
        self.elements.push(PathElement::CurveTo {
            cx0: cx0 * unit,
            cy0: -cy0 * unit,
            cx1: cx1 * unit,
            cy1: -cy1 * unit,
            x: x * unit,
            y: -y * unit,
        });
    }

    fn close(&mut self) {
        self.elements.push(PathElement::Close);
    }
}
