//! Lays a text out in lines, each a row of glyphs of known places.

use std::ops::Range;

use krilla::text::{GlyphId, KrillaGlyph};
use parley::{
    BaseDirection, FontFeatures, Layout, LayoutContext, LineHeight, OverflowWrap, Run as LaidRun,
    StyleProperty,
};

use crate::clean::{clean, is_unseen};
use crate::face::{FaceId, Fonts, Look, is_arabic};
use crate::style::Style;

/// Which way a text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reading {
    /// As the receipt is: its own words.
    Receipt,
    /// As the first letter of the text is: titles, names, numbers.
    Own,
}

/// A text in lines.
pub(crate) struct Block {
    pub(crate) style: Style,
    pub(crate) lines: Vec<TextLine>,
}

/// One line.
pub(crate) struct TextLine {
    pub(crate) runs: Vec<Run>,
    /// Without the space at its end.
    pub(crate) width: f32,
}

/// A stretch of a line in one face and one direction.
pub(crate) struct Run {
    pub(crate) face: FaceId,
    pub(crate) size: f32,
    /// From the left end of the line.
    pub(crate) x: f32,
    /// From left to right; measures are for a size of 1.
    pub(crate) glyphs: Vec<KrillaGlyph>,
    /// What the glyphs stand for, letter by letter in the order in which they are seen: whoever copies text out of a PDF
    /// takes letters from left to right and turns Arabic round, the letters of a ligature too.
    pub(crate) text: String,
}

impl Block {
    /// How high it is.
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.style.leading).sum()
    }

    /// The width of its widest line.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|line| line.width).fold(0.0, f32::max)
    }
}

/// Sets texts with the shop's fonts alone.
pub(crate) struct Typesetter {
    fonts: Fonts,
    layouts: LayoutContext<()>,
    right_to_left: bool,
}

impl Typesetter {
    pub(crate) fn new(right_to_left: bool) -> Self {
        Self { fonts: Fonts::new(), layouts: LayoutContext::new(), right_to_left }
    }

    /// Sets a text in lines that are at most `width` wide; a word that is wider is broken.
    pub(crate) fn set(&mut self, text: &str, style: Style, reading: Reading, width: f32) -> Block {
        let text = clean(&self.fonts, style.look, text);
        if text.is_empty() {
            return Block { style, lines: Vec::new() };
        }
        let layout = self.layout(&text, style, reading, width);
        let lines = layout.lines().map(|line| self.line(&layout, line, &text)).collect();
        Block { style, lines }
    }

    fn layout(&mut self, text: &str, style: Style, reading: Reading, width: f32) -> Layout<()> {
        let families = self.fonts.families(style.look, text);
        let for_arabic = self.fonts.families_for_arabic(style.look, text);
        let mut builder = self.layouts.ranged_builder(&mut self.fonts.context, text, 1.0, false);
        builder.set_base_direction(match (reading, self.right_to_left) {
            (Reading::Own, _) => BaseDirection::Auto,
            (Reading::Receipt, true) => BaseDirection::Rtl,
            (Reading::Receipt, false) => BaseDirection::Ltr,
        });
        builder.push_default(StyleProperty::FontFamily(families));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::Absolute(style.leading)));
        // Letters of an optional ligature would be copied in the wrong order by some readers of PDF.
        builder.push_default(StyleProperty::FontFeatures(FontFeatures::Source(
            "\"liga\" off, \"clig\" off".into(),
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        // With its spaces, so that words of a line stay one stretch, and are copied as one.
        for range in arabic(text) {
            builder.push(StyleProperty::FontFamily(for_arabic.clone()), range.clone());
            builder.push(StyleProperty::FontSize(style.size * style.look.arabic_scale()), range);
        }
        // Literata's joining space is so narrow that digits on both sides look like one number.
        if style.look == Look::Strong {
            for (at, joined) in text.match_indices('\u{a0}') {
                builder.push(StyleProperty::WordSpacing(style.size * 0.08), at..at + joined.len());
            }
        }
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        layout
    }

    fn line(&self, layout: &Layout<()>, line: parley::Line<'_, ()>, text: &str) -> TextLine {
        let hanging = line.metrics().hanging_advance;
        // A space that ends a line read from right to left is its leftmost.
        let mut x = if layout.is_rtl() { -hanging } else { 0.0 };
        let mut runs = Vec::new();
        for run in line.runs() {
            let laid = self.run(&run, text, x);
            x += run.clusters().map(|cluster| cluster.advance()).sum::<f32>();
            runs.push((run.text_range().start, laid));
        }
        runs.sort_by_key(|(start, _)| *start);
        let runs = runs.into_iter().filter_map(|(_, run)| run).collect();
        TextLine { runs, width: line.metrics().advance - hanging }
    }

    /// What stands in a run.
    fn run(&self, run: &LaidRun<'_, ()>, text: &str, x: f32) -> Option<Run> {
        let face = self.fonts.face_of(run.font().data.id())?;
        let mut set = Run { face, size: run.font_size(), x, glyphs: Vec::new(), text: String::new() };
        let mut atoms = atoms(run);
        if run.is_rtl() {
            atoms.reverse();
        }
        let mut skipped = 0.0;
        for Atom { letters, glyphs } in atoms {
            let letters = text.get(letters).unwrap_or_default();
            if letters.chars().all(is_unseen) {
                skipped += glyphs.iter().map(|glyph| glyph.advance).sum::<f32>();
                continue;
            }
            let start = set.text.len();
            let seen = if run.is_rtl() { letters.chars().rev().collect() } else { letters.to_owned() };
            for (glyph, share) in glyphs.iter().zip(shares(&seen, glyphs.len())) {
                // A mark that does not go with its letter, though each has a face: nothing is drawn, room is left.
                if glyph.id == 0 {
                    skipped += glyph.advance;
                } else {
                    set.add(glyph, start + share.start..start + share.end, skipped);
                }
            }
            set.text.push_str(&seen);
        }
        (!set.glyphs.is_empty()).then_some(set)
    }
}

impl Run {
    fn add(&mut self, glyph: &parley::Glyph, letters: Range<usize>, skipped: f32) {
        let (x, y) = ((skipped + glyph.x) / self.size, -glyph.y / self.size);
        let (id, advance) = (GlyphId::new(glyph.id), glyph.advance / self.size);
        self.glyphs.push(KrillaGlyph::new(id, advance, x, y, 0.0, letters, None));
    }
}

/// Glyphs, from left to right, and the letters that they stand for together.
struct Atom {
    letters: Range<usize>,
    glyphs: Vec<parley::Glyph>,
}

/// Which of these letters each of so many glyphs stands for: one each, the last the rest; all of them together where
/// there are more glyphs than letters.
fn shares(letters: &str, glyphs: usize) -> Vec<Range<usize>> {
    let starts: Vec<usize> = letters.char_indices().map(|(at, _)| at).collect();
    if glyphs > starts.len() {
        return vec![0..letters.len(); glyphs];
    }
    let end = |at: usize| if at + 1 == glyphs { letters.len() } else { starts[at + 1] };
    (0..glyphs).map(|at| starts[at]..end(at)).collect()
}

/// The glyphs of a run by the letters that they stand for together, in the order of the letters.
fn atoms(run: &LaidRun<'_, ()>) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    for cluster in run.clusters() {
        match atoms.last_mut() {
            Some(atom) if cluster.is_ligature_continuation() => atom.letters.end = cluster.text_range().end,
            _ => atoms.push(Atom { letters: cluster.text_range(), glyphs: cluster.glyphs().collect() }),
        }
    }
    atoms
}

/// The stretches of a text that are Arabic, with what stands between words but what has letters or digits.
fn arabic(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if is_arabic(character) {
            match ranges.last_mut() {
                Some(range) if goes_on => range.end = end,
                _ => ranges.push(at..end),
            }
            goes_on = true;
        } else if character.is_alphanumeric() || is_unseen(character) {
            goes_on = false;
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Styles;

    fn set(text: &str, right_to_left: bool, width: f32) -> Block {
        Typesetter::new(right_to_left).set(text, Styles::new(false).title, Reading::Own, width)
    }

    fn glyphs(text: &str) -> Vec<u32> {
        let block = set(text, true, 500.0);
        let runs = block.lines[0].runs.iter();
        runs.flat_map(|run| &run.glyphs).map(|glyph| glyph.glyph_id.to_u32()).collect()
    }

    #[test]
    fn arabic_letters_join() {
        let joined = glyphs("بحر");
        let apart = glyphs("ب\u{200c}ح\u{200c}ر");
        assert_eq!((joined.len(), apart.len()), (3, 3));
        assert!(joined.iter().all(|id| *id != 0));
        assert_ne!(joined, apart);
    }

    #[test]
    fn latin_inside_arabic_stands_to_the_left_of_what_comes_before_it() {
        let block = set("كتاب EPUB", true, 500.0);
        let at = |wanted: &str| block.lines[0].runs.iter().find(|run| run.text.contains(wanted)).unwrap().x;
        assert!(at("EPUB") < at("باتك"));
    }

    #[test]
    fn what_a_line_says_is_told_in_the_order_of_reading() {
        let block = set("كتاب EPUB جديد", true, 500.0);
        let told = block.lines[0].runs.iter().map(|run| run.text.trim()).filter(|one| !one.is_empty());
        assert_eq!(told.collect::<Vec<_>>(), ["باتك", "EPUB", "ديدج"]);
    }

    #[test]
    fn an_isolated_code_keeps_its_order_inside_arabic() {
        let block = set("رقم \u{2068}16/00-12B\u{2069} (\u{2068}+213 21\u{2069})", true, 500.0);
        let told: String = block.lines[0].runs.iter().map(|run| run.text.as_str()).collect();
        assert!(told.contains("16/00-12B") && told.contains("+213 21"), "{told}");
    }

    #[test]
    fn words_of_one_direction_are_one_stretch() {
        assert_eq!(set("مدينة الورق، حكاية أخرى", true, 500.0).lines[0].runs.len(), 1);
    }

    #[test]
    fn no_line_is_wider_than_its_column() {
        for text in [
            "one two three four five six seven eight",
            "كلمات كثيرة لا تسعها سطر واحد ضيق",
            "unbreakableunbreakableunbreakable",
        ] {
            let block = set(text, false, 60.0);
            assert!(block.lines.len() > 2, "{text}");
            assert!(block.width() <= 60.01, "{text}: {}", block.width());
        }
    }

    #[test]
    fn a_space_at_the_end_of_a_line_takes_no_room() {
        for (text, first) in [("longer words", "longer"), ("سطران قصيران", "سطران")] {
            let wrapped = set(text, false, 50.0);
            assert_eq!(wrapped.lines.len(), 2);
            assert!((wrapped.lines[0].width - set(first, false, 500.0).width()).abs() < 0.01, "{text}");
        }
    }

    #[test]
    fn an_empty_text_has_no_lines() {
        assert_eq!(set(" \u{202e}\n", false, 100.0).lines.len(), 0);
    }
}
