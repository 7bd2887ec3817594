//! A line of text, shaped.

use std::ops::Range;

use harfrust::{Buffer, ClusterLevel, Direction, Font, GlyphPosition, ShapeOptions, ShaperFont, shape};
use krilla::text::{GlyphId, KrillaGlyph};
use unicode_bidi::{BidiInfo, Level};

use super::face::{choose, font, scale};
use super::{FaceId, Look, Rich};

/// Size and rise of a raised number beside its text.
const RAISED: (f32, f32) = (0.62, 0.34);
/// The space of Amiri is narrow beside that of Literata.
const SMALLEST_SPACE: f32 = 0.21;

/// A stretch of a line in one face and one direction. Measures are for a line of size 1.
pub(crate) struct Run {
    pub(crate) face: FaceId,
    /// In the order of its glyphs: from left to right, whichever way it is read.
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// The size of its letters, which the measures of its glyphs are multiplied by.
    pub(crate) size: f32,
    /// How far it stands above the line.
    pub(crate) rise: f32,
    pub(crate) width: f32,
}

/// Shapes a range of bytes as one line; its runs stand from left to right. Each space is widened by `stretch`.
pub(crate) fn set(rich: &Rich, range: Range<usize>, right_to_left: bool, stretch: f32) -> Vec<Run> {
    let base = if right_to_left { Level::rtl() } else { Level::ltr() };
    let text = rich.text.get(range.clone()).unwrap_or_default();
    let bidi = BidiInfo::new(text, Some(base));
    let Some(paragraph) = bidi.paragraphs.first() else { return Vec::new() };
    let (levels, visual) = bidi.visual_runs(paragraph, paragraph.range.clone());
    let mut runs = Vec::new();
    for part in visual {
        let backwards = levels.get(part.start).is_some_and(Level::is_rtl);
        let mut parts = by_face(rich, range.start + part.start..range.start + part.end);
        if backwards {
            parts.reverse();
        }
        runs.extend(parts.into_iter().filter_map(|part| run(rich, part, backwards, stretch)));
    }
    runs
}

/// The width of a range that stands on one line.
pub(crate) fn width(rich: &Rich, range: Range<usize>, right_to_left: bool) -> f32 {
    set(rich, range, right_to_left, 0.0).iter().map(|run| run.width).sum()
}

/// A range of one face and one look.
struct Part {
    range: Range<usize>,
    face: FaceId,
    look: Look,
}

fn by_face(rich: &Rich, range: Range<usize>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (stretch, look) in rich.stretches(range) {
        let text = rich.text.get(stretch.clone()).unwrap_or_default();
        for (at, character) in text.char_indices() {
            let (start, end) = (stretch.start + at, stretch.start + at + character.len_utf8());
            let last = parts.last_mut().filter(|part| part.look == look);
            let face = choose(look, character, last.as_ref().map(|part| part.face));
            match last {
                Some(part) if part.face == face => part.range.end = end,
                _ => parts.push(Part { range: start..end, face, look }),
            }
        }
    }
    parts
}

fn run(rich: &Rich, part: Part, backwards: bool, stretch: f32) -> Option<Run> {
    let text = rich.text.get(part.range)?;
    let (factor, rise) = if part.look == Look::Raised { RAISED } else { (1.0, 0.0) };
    let size = factor * scale(part.face);
    let shaper = Shaper { font: font(part.face), backwards, stretch: stretch / size };
    let mut words: Vec<Vec<KrillaGlyph>> =
        words_and_spaces(text).map(|range| shaper.glyphs(text, range)).collect::<Option<_>>()?;
    if backwards {
        words.reverse();
    }
    let mut glyphs = words.concat();
    let text = if backwards { as_seen(text, &mut glyphs) } else { text.to_owned() };
    let width = size * glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>();
    Some(Run { face: part.face, text, glyphs, size, rise, width })
}

/// The letters of glyphs that stand from right to left, in the order of the glyphs. Readers of a PDF look for a line in
/// this order and turn it round themselves; told that it is turned, they take each word for a line.
fn as_seen(text: &str, glyphs: &mut [KrillaGlyph]) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut last = None;
    for glyph in glyphs {
        let letters = glyph.text_range.clone();
        if last.as_ref() != Some(&letters) {
            seen.push_str(text.get(letters.clone()).unwrap_or_default());
            last = Some(letters.clone());
        }
        glyph.text_range = seen.len().saturating_sub(letters.len())..seen.len();
    }
    seen
}

/// Words and the spaces between them. They are shaped one by one: Amiri draws words together across a space after some
/// letters, so that no line would be as wide as its words, and some words would run into each other.
fn words_and_spaces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive(' ').flat_map(move |piece| {
        let word = start..start + piece.trim_end_matches(' ').len();
        let space = word.end..start + piece.len();
        start += piece.len();
        [word, space].into_iter().filter(|range| !range.is_empty())
    })
}

struct Shaper {
    font: &'static Font,
    backwards: bool,
    /// What each space is widened by.
    stretch: f32,
}

impl Shaper {
    /// The glyphs of a word or of a space, from left to right.
    fn glyphs(&self, text: &str, range: Range<usize>) -> Option<Vec<KrillaGlyph>> {
        let word = text.get(range.clone())?;
        let mut buffer = Buffer::new();
        buffer.push_str(word);
        // Each vowel sign is a letter of its own, so that what is copied out of a PDF needs no further help.
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        buffer.set_direction(if self.backwards { Direction::RightToLeft } else { Direction::LeftToRight });
        buffer.guess_segment_properties();
        shape(&ShaperFont::new(self.font), &mut buffer, ShapeOptions::new()).ok()?;
        let unit = 1.0 / f32::from(self.font.units_per_em());
        let starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let glyph = |(start, (id, place)): (&usize, (u32, &GlyphPosition))| {
            // The letters of a glyph reach to where the next cluster begins, in the order of the text.
            let end = starts.iter().copied().filter(|other| other > start).min().unwrap_or(word.len());
            let natural = units(place.x_advance) * unit;
            let advance = if word == " " { natural.max(SMALLEST_SPACE) + self.stretch } else { natural };
            let (x, y) = (units(place.x_offset) * unit, units(place.y_offset) * unit);
            let letters = range.start + start..range.start + end;
            KrillaGlyph::new(GlyphId::new(id), advance, x, y, 0.0, letters, None)
        };
        let ids = buffer.glyph_infos().iter().map(|info| info.glyph_id);
        Some(starts.iter().zip(ids.zip(buffer.glyph_positions())).map(glyph).collect())
    }
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
        let glyph = |text: &str| {
            let runs = set(&Rich::plain(text, Look::Text), 0..text.len(), true, 0.0);
            runs[0].glyphs.iter().map(|glyph| glyph.glyph_id.to_u32()).collect::<Vec<_>>()
        };
        let joined = glyph("بحر");
        let apart = glyph("ب\u{200c}ح\u{200c}ر");
        assert!(joined.iter().all(|id| *id != 0));
        assert!(!apart.starts_with(&joined), "{joined:?} {apart:?}");
    }

    #[test]
    fn latin_inside_arabic_stands_to_the_left_of_what_comes_before_it() {
        let text = "كتاب EPUB";
        let runs = set(&Rich::plain(text, Look::Text), 0..text.len(), true, 0.0);
        assert!(runs[0].text.contains("EPUB"), "the last word is leftmost");
    }

    #[test]
    fn the_letters_of_a_run_are_told_in_the_order_of_its_glyphs() {
        let text = "بنات نعش";
        let runs = set(&Rich::plain(text, Look::Text), 0..text.len(), true, 0.0);
        assert_eq!(runs[0].text, text.chars().rev().collect::<String>());
        assert!(runs[0].glyphs.is_sorted_by_key(|glyph| glyph.text_range.start));
    }

    #[test]
    fn a_line_is_as_wide_as_its_words_and_spaces() {
        let of = |text: &str| width(&Rich::plain(text, Look::Text), 0..text.len(), true);
        let space = of("ا ا") - of("اا");
        assert!(space > 0.2, "{space}");
        assert!((of("المسألة كلّها") - of("المسألة") - space - of("كلّها")).abs() < 0.001);
    }

    #[test]
    fn a_stretched_line_is_wider_by_its_spaces() {
        let text = "one two three";
        let rich = Rich::plain(text, Look::Text);
        let wide: f32 = set(&rich, 0..text.len(), false, 0.5).iter().map(|run| run.width).sum();
        assert!((wide - width(&rich, 0..text.len(), false) - 1.0).abs() < 0.001);
    }
}
