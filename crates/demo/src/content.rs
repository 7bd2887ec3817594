//! The files under `content`, compiled into the program.

/// A manuscript as it was typed.
pub(crate) struct Source {
    /// The name of its file, which names the book in tests and in file names.
    pub(crate) slug: &'static str,
    /// The language of the folder it lies in.
    pub(crate) language: &'static str,
    pub(crate) text: &'static str,
}

macro_rules! books {
    ($($language:literal: $($slug:literal)*;)*) => {
        &[$($(Source {
            slug: $slug,
            language: $language,
            text: include_str!(concat!("../content/books/", $language, "/", $slug, ".md")),
        }),*),*]
    };
}

/// Every manuscript, in the order in which the shop gets them.
pub(crate) const BOOKS: &[Source] = books! {
    "ar":
        "madinat-al-waraq"
        "harat-al-hibr"
        "akhir-al-nassakhin"
        "jarimat-al-tramway"
        "zill-fi-al-mina"
        "mawid-fawq-al-jisr"
        "al-qitt-wal-manara"
        "daftar-al-janub"
        "daqaiq-min-al-sukun"
        "dukkan-ammi-tahar"
        "hadith-al-nawafidh"
        "kawkab-al-zaytun"
        "malh-wa-zaafaran"
        "matbakh-tilimsan"
        "nujum-al-hoggar"
        "sirat-nahhas"
        "tariq-al-milh";
    "fr":
        "atlas-bleu"
        "compter-l-ombre"
        "contes-des-deux-rives"
        "jardin-clos"
        "l-eau-partagee"
        "la-cuisine-du-vendredi"
        "la-fanfare-des-escargots"
        "la-nuit-de-la-corniche"
        "le-bus-de-la-lune"
        "le-dernier-bateau"
        "le-passeur-d-encre"
        "les-vents-du-sud"
        "petites-mathematiques-du-marche"
        "sept-marches-et-un-puits"
        "signal-de-tidikelt"
        "trente-matins-au-cafe"
        "zohra-la-potiere";
    "en":
        "counting-sheep"
        "first-words-at-the-market"
        "gardeners-of-ceres"
        "night-buses"
        "one-pot-two-spoons"
        "orange-notebook"
        "small-weather"
        "the-glass-ferry"
        "the-keepers-ledger"
        "the-man-who-mended-clocks"
        "the-map-room-murder"
        "the-salt-orchard"
        "the-tide-clerk"
        "two-hundred-lanterns";
    "ja":
        "todai-no-neko";
};

/// The genres, with their names and descriptions.
pub(crate) const GENRES: &str = include_str!("../content/genres.toml");
/// Authors, publishers and series.
pub(crate) const PEOPLE: &str = include_str!("../content/people.toml");
/// What each picture shows.
pub(crate) const PICTURES: &str = include_str!("../content/pictures.toml");
/// What the program itself says in a book.
pub(crate) const WORDS: &str = include_str!("../content/words.toml");

/// The sentences of a language for `story` or `essay`; empty for what there is none of.
pub(crate) fn bank(language: &str, kind: &str) -> &'static str {
    match (language, kind) {
        ("ar", "story") => include_str!("../content/banks/ar-story.txt"),
        ("ar", "essay") => include_str!("../content/banks/ar-essay.txt"),
        ("en", "story") => include_str!("../content/banks/en-story.txt"),
        ("en", "essay") => include_str!("../content/banks/en-essay.txt"),
        ("fr", "story") => include_str!("../content/banks/fr-story.txt"),
        ("fr", "essay") => include_str!("../content/banks/fr-essay.txt"),
        _ => "",
    }
}
