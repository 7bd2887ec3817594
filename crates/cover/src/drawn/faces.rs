//! The embedded fonts, and which of them sets a character.
//!
//! Each part of a cover has a typeface: a list of faces in order of preference. The crate `fonts` has the files and says
//! where they come from. Parsing is done once in the life of the program.

use std::sync::LazyLock;

use harfrust::Font;

/// One embedded font at one weight.
pub(super) struct Face {
    pub(super) font: Font,
    /// Size beside Latin of the same line, so that both scripts look equally large.
    pub(super) scale: f32,
    script: Arabic,
}

/// How a face stands to Arabic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arabic {
    None,
    /// The preferred face, which lacks letters of some languages.
    Preferred,
    /// The face that has them all.
    Wide,
}

/// The faces of the title or of the author.
pub(super) struct Typeface {
    faces: Vec<Face>,
}

macro_rules! face {
    ($font:ident, $scale:literal, $script:ident) => {
        (fonts::$font, $scale, Arabic::$script)
    };
}

static TITLE: LazyLock<Typeface> = LazyLock::new(|| {
    Typeface::load(&[
        face!(TITLE_LATIN, 1.0, None),
        face!(TITLE_LATIN_EXT, 1.0, None),
        face!(TITLE_VIETNAMESE, 1.0, None),
        face!(TITLE_CYRILLIC, 1.0, None),
        face!(TITLE_CYRILLIC_EXT, 1.0, None),
        face!(TITLE_GREEK, 1.0, None),
        face!(TITLE_GREEK_EXT, 1.0, None),
        face!(TITLE_ARABIC, 1.18, Preferred),
        face!(TITLE_ARABIC_WIDE, 1.06, Wide),
    ])
});

static AUTHOR: LazyLock<Typeface> = LazyLock::new(|| {
    Typeface::load(&[
        face!(TEXT_LATIN, 1.0, None),
        face!(TEXT_LATIN_EXT, 1.0, None),
        face!(TEXT_VIETNAMESE, 1.0, None),
        face!(TEXT_CYRILLIC, 1.0, None),
        face!(TEXT_GREEK, 1.0, None),
        face!(TITLE_GREEK_EXT, 1.0, None),
        face!(TITLE_CYRILLIC_EXT, 1.0, None),
        face!(TEXT_ARABIC, 1.0, Preferred),
        face!(TEXT_ARABIC_WIDE, 1.0, Wide),
    ])
});

impl Typeface {
    /// Literata, and Reem Kufi for Arabic.
    pub(super) fn title() -> &'static Self {
        &TITLE
    }

    /// Readex Pro.
    pub(super) fn author() -> &'static Self {
        &AUTHOR
    }

    fn load(files: &[(&'static [u8], f32, Arabic)]) -> Self {
        let face = |&(bytes, scale, script)| Font::new(bytes, 0).map(|font| Face { font, scale, script });
        Self { faces: files.iter().filter_map(face).collect() }
    }

    pub(super) fn face(&self, index: usize) -> Option<&Face> {
        self.faces.get(index)
    }

    /// Whether some face has a glyph for the character, or none is needed.
    pub(super) fn has(&self, character: char) -> bool {
        is_unseen(character) || self.faces.iter().any(|face| face.has(character))
    }

    /// Whether this text's Arabic must be set in the wide face: letters join only within one font, so one letter that
    /// the preferred face lacks (ڨ in ورڨلة) takes the whole text with it.
    pub(super) fn needs_wide(&self, text: &str) -> bool {
        let preferred = self.faces.iter().find(|face| face.script == Arabic::Preferred);
        text.chars().any(|c| is_arabic(c) && preferred.is_none_or(|face| !face.has(c)))
    }

    /// The face for a grapheme: the first that has all of it; for signs that scripts share, rather the one in use.
    pub(super) fn choose(&self, grapheme: &str, in_use: Option<usize>, wide: bool) -> Option<usize> {
        let skipped = if wide { Arabic::Preferred } else { Arabic::Wide };
        let sets = |index: &usize| {
            self.faces.get(*index).is_some_and(|face| {
                face.script != skipped && grapheme.chars().all(|c| is_unseen(c) || face.has(c))
            })
        };
        let shared = !grapheme.chars().any(char::is_alphanumeric);
        in_use
            .filter(|index| shared && sets(index))
            .or_else(|| (0..self.faces.len()).find(sets))
            // A letter with a mark that stands in another face: the letter decides.
            .or_else(|| {
                (0..self.faces.len()).find(|&i| grapheme.chars().next().is_some_and(|c| self.faces[i].has(c)))
            })
    }

    /// Height above and depth below the baseline of the preferred face of a script, for text of size 1.
    pub(super) fn extents(&self, arabic: bool, wide: bool) -> (f32, f32) {
        let wanted = match (arabic, wide) {
            (false, _) => Arabic::None,
            (true, false) => Arabic::Preferred,
            (true, true) => Arabic::Wide,
        };
        let Some(face) = self.faces.iter().find(|face| face.script == wanted) else { return (1.0, 0.25) };
        let metrics = face.font.metrics();
        let em = f32::from(metrics.units_per_em);
        metrics.h_line().map_or((1.0, 0.25), |line| {
            (line.ascender.to_f32() / em * face.scale, -line.descender.to_f32() / em * face.scale)
        })
    }
}

impl Face {
    pub(super) fn has(&self, character: char) -> bool {
        self.font.charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

/// Characters that direct shaping and show nothing themselves.
fn is_unseen(character: char) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
}

/// Letters and marks of the Arabic script; digits and punctuation may come from any face.
pub(super) fn is_arabic(character: char) -> bool {
    matches!(character, '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6dc}' | '\u{6fa}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdfd}' | '\u{fe70}'..='\u{fefc}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_embedded_font_parses() {
        assert_eq!((Typeface::title().faces.len(), Typeface::author().faces.len()), (9, 9));
    }

    #[test]
    fn a_letter_that_reem_kufi_lacks_takes_the_whole_title_to_the_wide_face() {
        assert!(!Typeface::title().needs_wide("مدينة الورق"));
        assert!(Typeface::title().needs_wide("ليالي ورڨلة"));
    }
}
