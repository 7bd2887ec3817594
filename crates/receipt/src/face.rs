//! The faces that receipts are set in, and which of them has a character.

use std::sync::{Arc, LazyLock};

use parley::fontique::{
    Blob, Collection, CollectionOptions, FontInfo, FontInfoOverride, FontWeight, SourceCache,
};
use parley::{FontContext, FontFamily, FontFamilyName};

/// A face by its place in [`FACES`].
pub(crate) type FaceId = usize;

/// What a text is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// Readex Pro, for all that is small.
    Text,
    /// Literata and Plex, for headings, titles of books and the sum that counts. Not Reem Kufi, whose dots are glyphs of
    /// their own, so that its letters would be copied twice.
    Strong,
}

/// How a face stands to Arabic.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arabic {
    None,
    /// Preferred, but lacks letters of some languages.
    Preferred,
    /// Has them all.
    Wide,
}

struct Face {
    name: &'static str,
    bytes: &'static [u8],
    arabic: Arabic,
}

const fn face(name: &'static str, bytes: &'static [u8], arabic: Arabic) -> Face {
    Face { name, bytes, arabic }
}

static FACES: LazyLock<[Face; 15]> = LazyLock::new(|| {
    [
        face("text-latin", fonts::TEXT_LATIN, Arabic::None),
        face("text-latin-ext", fonts::TEXT_LATIN_EXT, Arabic::None),
        face("text-vietnamese", fonts::TEXT_VIETNAMESE, Arabic::None),
        face("text-cyrillic", fonts::TEXT_CYRILLIC, Arabic::None),
        face("text-greek", fonts::TEXT_GREEK, Arabic::None),
        face("text-arabic", fonts::TEXT_ARABIC, Arabic::Preferred),
        face("text-arabic-wide", fonts::TEXT_ARABIC_WIDE, Arabic::Wide),
        face("title-latin", fonts::TITLE_LATIN, Arabic::None),
        face("title-latin-ext", fonts::TITLE_LATIN_EXT, Arabic::None),
        face("title-vietnamese", fonts::TITLE_VIETNAMESE, Arabic::None),
        face("title-cyrillic", fonts::TITLE_CYRILLIC, Arabic::None),
        face("title-cyrillic-ext", fonts::TITLE_CYRILLIC_EXT, Arabic::None),
        face("title-greek", fonts::TITLE_GREEK, Arabic::None),
        face("title-greek-ext", fonts::TITLE_GREEK_EXT, Arabic::None),
        face("title-arabic-wide", fonts::TITLE_ARABIC_WIDE, Arabic::Wide),
    ]
});

impl Look {
    /// The faces of this look, in order of preference.
    const fn faces(self) -> &'static [FaceId] {
        match self {
            Self::Text => &[0, 1, 2, 3, 4, 13, 11, 5, 6],
            Self::Strong => &[7, 8, 9, 10, 11, 12, 13, 14],
        }
    }

    /// Size of Arabic beside Latin of the same line, so that both look equally large.
    pub(crate) const fn arabic_scale(self) -> f32 {
        match self {
            Self::Text => 1.0,
            Self::Strong => 1.06,
        }
    }
}

/// The fonts, ready to be set with.
#[derive(Clone)]
pub(crate) struct Fonts {
    pub(crate) context: FontContext,
    /// For each face, what the layout knows its bytes and its characters by.
    known: Vec<(u64, Option<FontInfo>)>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut collection = Collection::new(CollectionOptions { shared: false, system_fonts: false });
    let mut known = Vec::new();
    for face in FACES.iter() {
        let blob = Blob::new(Arc::new(face.bytes));
        let id = blob.id();
        // All of one weight, so that nothing is made bolder by guesswork.
        let named = FontInfoOverride {
            family_name: Some(face.name),
            weight: Some(FontWeight::NORMAL),
            ..Default::default()
        };
        let added = collection.register_fonts(blob, Some(named));
        known.push((id, added.into_iter().next().and_then(|(_, fonts)| fonts.into_iter().next())));
    }
    Fonts { context: FontContext { collection, source_cache: SourceCache::default() }, known }
});

impl Fonts {
    pub(crate) fn new() -> Self {
        FONTS.clone()
    }

    /// Whether some face of this look has all of these characters.
    pub(crate) fn have(&self, look: Look, characters: &[char]) -> bool {
        look.faces().iter().any(|face| characters.iter().all(|character| self.has(*face, *character)))
    }

    fn has(&self, face: FaceId, character: char) -> bool {
        let Some((_, Some(info))) = self.known.get(face) else { return false };
        let charmap = FACES.get(face).and_then(|face| info.charmap_index().charmap(face.bytes));
        charmap.and_then(|charmap| charmap.map(character)).is_some_and(|glyph| glyph != 0)
    }

    /// The families that set this text.
    pub(crate) fn families(&self, look: Look, text: &str) -> FontFamily<'static> {
        FontFamily::List(self.order(look, text).into_iter().map(|face| name(face)).collect())
    }

    /// The families that set Arabic letters of this text and what stands between them.
    pub(crate) fn families_for_arabic(&self, look: Look, text: &str) -> FontFamily<'static> {
        let mut faces = self.order(look, text);
        // Stable: the others keep their order.
        faces.sort_by_key(|face| FACES[*face].arabic == Arabic::None);
        FontFamily::List(faces.into_iter().map(|face| name(face)).collect())
    }

    /// Letters of Arabic join only within one font, so one letter that the preferred face lacks (ڨ in ورڨلة) takes the
    /// whole text to the wide one.
    fn order(&self, look: Look, text: &str) -> Vec<FaceId> {
        let preferred = look.faces().iter().find(|face| FACES[**face].arabic == Arabic::Preferred);
        let lacks = |face: &FaceId| text.chars().any(|one| is_arabic(one) && !self.has(*face, one));
        let skipped = match preferred {
            Some(face) if !lacks(face) => Arabic::Wide,
            _ => Arabic::Preferred,
        };
        look.faces().iter().copied().filter(|face| FACES[*face].arabic != skipped).collect()
    }

    /// The face that a font of the layout is.
    pub(crate) fn face_of(&self, blob: u64) -> Option<FaceId> {
        self.known.iter().position(|(id, _)| *id == blob)
    }
}

fn name(face: FaceId) -> FontFamilyName<'static> {
    FontFamilyName::named(FACES[face].name)
}

/// The faces as the writer of the PDF takes them.
pub(crate) fn for_pdf() -> Vec<Option<krilla::text::Font>> {
    FACES.iter().map(|face| krilla::text::Font::new(face.bytes.into(), 0)).collect()
}

/// Letters, marks and punctuation of the Arabic script alone; digits may come from any face.
pub(crate) fn is_arabic(character: char) -> bool {
    matches!(character, '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{610}'..='\u{61a}' | '\u{620}'..='\u{65f}' | '\u{66e}'..='\u{6d3}' | '\u{6d5}'..='\u{6dc}'
        | '\u{6fa}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}' | '\u{fb50}'..='\u{fdfd}'
        | '\u{fe70}'..='\u{fefc}')
}
