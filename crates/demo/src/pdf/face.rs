//! The embedded fonts, each as the shaper and as the PDF writer want it.

use harfrust::Font as Shaped;
use krilla::text::Font as Written;

/// A font at one weight.
pub(super) struct Face {
    pub(super) shaped: Shaped,
    pub(super) written: Written,
    /// Size beside Latin of the same line, so that both scripts look equally large.
    pub(super) scale: f32,
}

/// All fonts: text first, then strong, each by script.
pub(super) struct Faces {
    text: Vec<Face>,
    strong: Vec<Face>,
}

/// The weight of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Weight {
    /// For reading.
    Text,
    /// For headings.
    Strong,
}

const ARABIC_SCALE: f32 = 1.16;

impl Faces {
    /// Reads the fonts; `None` where one cannot be read, which a test would notice.
    pub(super) fn load() -> Option<Self> {
        Some(Self {
            text: vec![
                face(include_bytes!("../../fonts/text-latin.ttf"), 1.0)?,
                face(include_bytes!("../../fonts/text-latin-ext.ttf"), 1.0)?,
                face(include_bytes!("../../fonts/text-vietnamese.ttf"), 1.0)?,
                face(include_bytes!("../../fonts/text-arabic.ttf"), ARABIC_SCALE)?,
            ],
            strong: vec![
                face(include_bytes!("../../fonts/strong-latin.ttf"), 1.0)?,
                face(include_bytes!("../../fonts/strong-latin-ext.ttf"), 1.0)?,
                face(include_bytes!("../../fonts/strong-arabic.ttf"), ARABIC_SCALE)?,
            ],
        })
    }

    /// The face of an index within a weight.
    pub(super) fn get(&self, weight: Weight, index: usize) -> Option<&Face> {
        self.of(weight).get(index)
    }

    fn of(&self, weight: Weight) -> &[Face] {
        match weight {
            Weight::Text => &self.text,
            Weight::Strong => &self.strong,
        }
    }

    /// The face for a character: the one in use if it has it, else the first that does.
    pub(super) fn choose(&self, weight: Weight, character: char, in_use: usize) -> usize {
        let faces = self.of(weight);
        let shared = !character.is_alphanumeric();
        let has = |index: usize| faces.get(index).is_some_and(|face| face.has(character));
        if shared && has(in_use) {
            return in_use;
        }
        (0..faces.len()).find(|index| has(*index)).unwrap_or(in_use)
    }
}

impl Face {
    fn has(&self, character: char) -> bool {
        self.shaped.charmap().map_unicode(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }
}

fn face(bytes: &'static [u8], scale: f32) -> Option<Face> {
    Some(Face { shaped: Shaped::new(bytes, 0)?, written: Written::new(bytes.to_vec().into(), 0)?, scale })
}
