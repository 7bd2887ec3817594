//! A line of text, shaped: letters joined, directions in visual order.

use std::ops::Range;

use harfrust::{Buffer, Direction, ShapeOptions, ShaperFont, shape};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};

use super::face::{Faces, Weight};

/// A stretch of a line in one face and one direction.
pub(super) struct Run {
    pub(super) face: usize,
    pub(super) text: String,
    pub(super) glyphs: Vec<KrillaGlyph>,
    /// For size 1.
    pub(super) width: f32,
}

/// Shapes one line; its runs stand from left to right.
pub(super) fn set(faces: &Faces, weight: Weight, text: &str, right_to_left: bool) -> Vec<Run> {
    let base = if right_to_left { Level::rtl() } else { Level::ltr() };
    let bidi = BidiInfo::new(text, Some(base));
    let Some(paragraph) = bidi.paragraphs.first() else { return Vec::new() };
    let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let mut runs = Vec::new();
    for range in visual {
        let backwards = levels.get(range.start).is_some_and(Level::is_rtl);
        let mut parts = by_face(faces, weight, text, range);
        if backwards {
            parts.reverse();
        }
        runs.extend(
            parts.into_iter().filter_map(|(part, face)| run(faces, weight, &text[part], (face, backwards))),
        );
    }
    runs
}

/// The width of a text that stands on one line, for size 1.
pub(super) fn width(faces: &Faces, weight: Weight, text: &str, right_to_left: bool) -> f32 {
    set(faces, weight, text, right_to_left).iter().map(|run| run.width).sum()
}

fn by_face(faces: &Faces, weight: Weight, text: &str, range: Range<usize>) -> Vec<(Range<usize>, usize)> {
    let mut parts: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, character) in text[range.clone()].char_indices() {
        let (start, end) = (range.start + at, range.start + at + character.len_utf8());
        let in_use = parts.last().map_or(0, |part| part.1);
        let face = faces.choose(weight, character, in_use);
        match parts.last_mut() {
            Some(last) if last.1 == face => last.0.end = end,
            _ => parts.push((start..end, face)),
        }
    }
    parts
}

fn run(faces: &Faces, weight: Weight, text: &str, (index, backwards): (usize, bool)) -> Option<Run> {
    let face = faces.get(weight, index)?;
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_direction(if backwards { Direction::RightToLeft } else { Direction::LeftToRight });
    buffer.guess_segment_properties();
    shape(&ShaperFont::new(&face.shaped), &mut buffer, ShapeOptions::new()).ok()?;
    let unit = 1.0 / f32::from(face.shaped.units_per_em());
    let starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut width = 0.0;
    let mut glyphs = Vec::with_capacity(starts.len());
    for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
        let start = info.cluster as usize;
        // The letters of a glyph reach to where the next cluster begins, in the order of the text.
        let end = starts.iter().copied().filter(|other| *other > start).min().unwrap_or(text.len());
        let advance = units(place.x_advance) * unit;
        width += advance;
        glyphs.push(KrillaGlyph::new(
            GlyphId::new(info.glyph_id),
            advance,
            units(place.x_offset) * unit,
            units(place.y_offset) * unit,
            0.0,
            start..end,
            None,
        ));
    }
    Some(Run { face: index, text: text.to_owned(), glyphs, width: width * face.scale })
}

/// Font units as a number to reckon with; fonts have at most 16,384 to the em, so nothing is lost.
#[expect(clippy::cast_precision_loss, reason = "far below 2^24")]
fn units(value: i32) -> f32 {
    value as f32
}
