//! The shop's typefaces as TrueType, for what is drawn outside of a browser: covers and receipts.
//!
//! A *title* face has the weight 600, a *text* face 400. The README beside this crate says where each comes from. They
//! are constants of one place, so that the program carries each font once, whoever draws with it.

macro_rules! fonts {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $(
            $(#[$doc])*
            pub static $name: &[u8] = include_bytes!(concat!("../files/", $file, ".ttf"));
        )*
    };
}

fonts! {
    /// Literata 600: Latin as in Western Europe, digits, punctuation.
    TITLE_LATIN = "title-latin";
    /// Literata 600: the other letters of Latin.
    TITLE_LATIN_EXT = "title-latin-ext";
    /// Literata 600: Vietnamese.
    TITLE_VIETNAMESE = "title-vietnamese";
    /// Literata 600: Cyrillic.
    TITLE_CYRILLIC = "title-cyrillic";
    /// Literata 600: the other letters of Cyrillic.
    TITLE_CYRILLIC_EXT = "title-cyrillic-ext";
    /// Literata 600: Greek.
    TITLE_GREEK = "title-greek";
    /// Literata 600: Greek with all its accents.
    TITLE_GREEK_EXT = "title-greek-ext";
    /// Reem Kufi 600: Arabic, for large sizes; lacks letters such as ڨ.
    TITLE_ARABIC = "title-arabic";
    /// IBM Plex Sans Arabic 600: Arabic with all its letters, fit for small sizes.
    TITLE_ARABIC_WIDE = "title-arabic-wide";
    /// Readex Pro 400: Latin as in Western Europe, digits, punctuation.
    TEXT_LATIN = "text-latin";
    /// Readex Pro 400: the other letters of Latin.
    TEXT_LATIN_EXT = "text-latin-ext";
    /// Readex Pro 400: Vietnamese.
    TEXT_VIETNAMESE = "text-vietnamese";
    /// Literata 400: Cyrillic.
    TEXT_CYRILLIC = "text-cyrillic";
    /// Literata 400: Greek.
    TEXT_GREEK = "text-greek";
    /// Readex Pro 400: Arabic; lacks letters such as ڨ.
    TEXT_ARABIC = "text-arabic";
    /// IBM Plex Sans Arabic 400: Arabic with all its letters.
    TEXT_ARABIC_WIDE = "text-arabic-wide";
}
