//! A text with its directions and faces known, from which any stretch can be set as a line.

use std::ops::Range;

use harfrust::{Buffer, Direction, GlyphId, ShapeOptions, ShaperFont, shape};
use unicode_bidi::BidiInfo;
use unicode_segmentation::UnicodeSegmentation;

use super::faces::{Typeface, is_arabic};

/// A text of one paragraph, for one typeface. All measures are for size 1; widths grow with the size.
pub(super) struct Paragraph<'t> {
    text: &'t str,
    typeface: &'static Typeface,
    bidi: BidiInfo<'t>,
    /// End of each stretch of one face, with the face.
    faces: Vec<(usize, usize)>,
    /// Whether it runs from right to left as a whole.
    pub(super) right_to_left: bool,
    /// Whether it has Arabic letters, which want more height.
    pub(super) arabic: bool,
    /// Height above and depth below the baseline.
    pub(super) extents: (f32, f32),
}

/// A glyph of a line; the baseline's left end is the origin, y grows downwards.
#[derive(Debug, Clone, Copy)]
pub(super) struct Glyph {
    pub(super) face: usize,
    pub(super) id: GlyphId,
    pub(super) x: f32,
    pub(super) y: f32,
}

/// A stretch of text set as a line, of size 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) width: f32,
    pub(super) glyphs: Vec<Glyph>,
}

impl<'t> Paragraph<'t> {
    pub(super) fn new(text: &'t str, typeface: &'static Typeface) -> Self {
        let bidi = BidiInfo::new(text, None);
        let right_to_left = bidi.paragraphs.first().is_some_and(|paragraph| paragraph.level.is_rtl());
        let arabic = text.chars().any(is_arabic);
        let wide = typeface.needs_wide(text);
        let extents = typeface.extents(arabic, wide);
        Self { text, typeface, faces: stretches(text, typeface, wide), bidi, right_to_left, arabic, extents }
    }

    /// Another text in the same typeface.
    pub(super) fn like<'u>(&self, text: &'u str) -> Paragraph<'u> {
        Paragraph::new(text, self.typeface)
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    /// Sets a range of bytes as one line, its directions put in visual order.
    pub(super) fn set(&self, range: Range<usize>) -> Line {
        let mut line = Line::default();
        let Some(paragraph) = self.bidi.paragraphs.first() else { return line };
        if range.is_empty() {
            return line;
        }
        let (levels, runs) = self.bidi.visual_runs(paragraph, range);
        for run in runs {
            let right_to_left = levels.get(run.start).is_some_and(unicode_bidi::Level::is_rtl);
            let mut parts = self.by_face(run);
            if right_to_left {
                parts.reverse();
            }
            for (part, face) in parts {
                self.shape(part, face, right_to_left, &mut line);
            }
        }
        line
    }

    /// Cuts a range where the face changes.
    fn by_face(&self, range: Range<usize>) -> Vec<(Range<usize>, usize)> {
        let mut start = range.start;
        let mut parts = Vec::new();
        for &(end, face) in &self.faces {
            let stop = end.min(range.end);
            if stop > start {
                parts.push((start..stop, face));
                start = stop;
            }
        }
        parts
    }

    /// Shapes text of one face and direction and puts it at the right end of the line.
    fn shape(&self, range: Range<usize>, index: usize, right_to_left: bool, line: &mut Line) {
        let (Some(face), Some(text)) = (self.typeface.face(index), self.text.get(range)) else { return };
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(if right_to_left { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        if shape(&ShaperFont::new(&face.font), &mut buffer, ShapeOptions::new()).is_err() {
            return;
        }
        let unit = face.scale / f32::from(face.font.units_per_em());
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            line.glyphs.push(Glyph {
                face: index,
                id: GlyphId::new(info.glyph_id),
                x: line.width + units(position.x_offset) * unit,
                y: -units(position.y_offset) * unit,
            });
            line.width += units(position.x_advance) * unit;
        }
    }
}

fn stretches(text: &str, typeface: &Typeface, wide: bool) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    for (start, grapheme) in text.grapheme_indices(true) {
        let in_use = stretches.last().map(|&(_, face)| face);
        let end = start + grapheme.len();
        let face = typeface.choose(grapheme, in_use, wide).or(in_use).unwrap_or(0);
        match stretches.last_mut() {
            Some(last) if last.1 == face => last.0 = end,
            _ => stretches.push((end, face)),
        }
    }
    stretches
}

/// Font units as a number to reckon with; fonts have at most 16,384 to the em, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn units(value: i32) -> f32 {
    value as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_letters_join() {
        let joined = Paragraph::new("ورق", Typeface::title()).set(0..6);
        let apart = Paragraph::new("و\u{200c}ر\u{200c}ق", Typeface::title());
        assert_eq!(joined.glyphs.iter().filter(|glyph| glyph.id.to_u32() == 0).count(), 0);
        assert!(apart.right_to_left && apart.arabic);
        let medial = Paragraph::new("ققق", Typeface::title()).set(0..6);
        let ids: std::collections::HashSet<_> = medial.glyphs.iter().map(|glyph| glyph.id).collect();
        assert!(ids.len() >= 3, "initial, medial and final forms differ");
    }

    #[test]
    fn a_latin_word_in_an_arabic_title_stays_in_reading_order() {
        let text = "تعلم Rust الآن";
        let paragraph = Paragraph::new(text, Typeface::title());
        let line = paragraph.set(0..text.len());
        let latin: Vec<_> = line.glyphs.iter().filter(|glyph| glyph.face == 0).map(|glyph| glyph.x).collect();
        assert!(latin.is_sorted() && latin.len() >= 4, "R, u, s, t from left to right: {latin:?}");
        assert!(paragraph.right_to_left);
    }
}
