//! The embedded fonts, and which of them sets a character.

use std::sync::LazyLock;

use harfrust::Font;

/// How a stretch of text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Look {
    /// For reading.
    Text,
    /// For headings.
    Strong,
    /// For emphasis in Latin script; Arabic is never slanted and becomes strong.
    Italic,
    /// A small raised number.
    Raised,
}

/// A font by its place in the list of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FaceId(pub(crate) usize);

struct Face {
    font: Font,
    bytes: &'static [u8],
    /// Size beside Latin of the same line, so that both scripts look equally large.
    scale: f32,
}

const ARABIC_SCALE: f32 = 1.16;

#[expect(clippy::expect_used, reason = "compiled in, and read by every test of a PDF")]
fn face(bytes: &'static [u8], scale: f32) -> Face {
    Face { font: Font::new(bytes, 0).expect("an embedded font"), bytes, scale }
}

static FACES: LazyLock<[Face; 10]> = LazyLock::new(|| {
    [
        face(include_bytes!("../../fonts/text-latin.ttf"), 1.0),
        face(include_bytes!("../../fonts/text-latin-ext.ttf"), 1.0),
        face(include_bytes!("../../fonts/text-vietnamese.ttf"), 1.0),
        face(include_bytes!("../../fonts/text-arabic.ttf"), ARABIC_SCALE),
        face(include_bytes!("../../fonts/strong-latin.ttf"), 1.0),
        face(include_bytes!("../../fonts/strong-latin-ext.ttf"), 1.0),
        face(include_bytes!("../../fonts/strong-arabic.ttf"), ARABIC_SCALE),
        face(include_bytes!("../../fonts/italic-latin.ttf"), 1.0),
        face(include_bytes!("../../fonts/italic-latin-ext.ttf"), 1.0),
        face(include_bytes!("../../fonts/italic-vietnamese.ttf"), 1.0),
    ]
});

/// The faces of a look, in order of preference.
fn order(look: Look) -> &'static [usize] {
    match look {
        Look::Text | Look::Raised => &[0, 1, 2, 3],
        Look::Strong => &[4, 5, 6, 2],
        Look::Italic => &[7, 8, 9, 6],
    }
}

/// The face for a character: for signs the one in use if it has them, else the first that has the character.
pub(super) fn choose(look: Look, character: char, in_use: Option<FaceId>) -> FaceId {
    let faces = order(look);
    if let Some(FaceId(index)) = in_use.filter(|_| !character.is_alphanumeric())
        && faces.contains(&index)
        && has(index, character)
    {
        return FaceId(index);
    }
    FaceId(faces.iter().copied().find(|&index| has(index, character)).unwrap_or_default())
}

fn has(index: usize, character: char) -> bool {
    let glyph = FACES.get(index).and_then(|face| face.font.charmap().map_unicode(character));
    glyph.is_some_and(|glyph| glyph.to_u32() != 0)
}

/// The font as the shaper wants it.
pub(super) fn font(FaceId(index): FaceId) -> &'static Font {
    &FACES[index % FACES.len()].font
}

/// The files of all fonts, in the order of their ids.
pub(crate) fn bytes() -> impl Iterator<Item = &'static [u8]> {
    FACES.iter().map(|face| face.bytes)
}

/// The size of this face beside Latin of size 1.
pub(super) fn scale(FaceId(index): FaceId) -> f32 {
    FACES[index % FACES.len()].scale
}
