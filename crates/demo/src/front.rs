//! The facts at the head of a manuscript, in TOML between two lines of `+++`.

use serde::Deserialize;

/// Everything a manuscript says about itself.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a line that a manuscript may have or not")]
pub(crate) struct Front {
    pub(crate) title: String,
    pub(crate) subtitle: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: String,
    pub(crate) series: Option<String>,
    pub(crate) number: Option<u16>,
    pub(crate) genres: Vec<String>,
    /// Whole dinars.
    pub(crate) price: i64,
    /// `YYYY-MM-DD`.
    pub(crate) released: String,
    pub(crate) formats: Offer,
    /// A book may be without a number.
    #[serde(default)]
    pub(crate) without_isbn: bool,
    /// Paragraphs separated by an empty line.
    pub(crate) description: String,
    /// A picture that the file itself carries as its cover.
    pub(crate) cover: Option<String>,
    #[serde(default)]
    pub(crate) layout: Layout,
    #[serde(default)]
    pub(crate) vertical: bool,
    /// Whether the EPUB carries its own font.
    #[serde(default)]
    pub(crate) font: bool,
    /// Whether the EPUB names the pages of a printed edition.
    #[serde(default)]
    pub(crate) page_list: bool,
    pub(crate) compose: Option<Compose>,
}

/// Which files there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Offer {
    Epub,
    Pdf,
    Both,
}

/// How pages are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Layout {
    #[default]
    Reflowable,
    /// Pages of one size, a picture each.
    Fixed,
}

/// How chapters are added to the hand-written ones.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Compose {
    /// `story` or `essay`.
    pub(crate) bank: String,
    /// How many chapters there are in the end, the hand-written ones among them.
    pub(crate) chapters: usize,
    /// About how many words a chapter has.
    pub(crate) words: usize,
    /// A man's name.
    #[serde(default)]
    pub(crate) m: String,
    /// A woman's name.
    #[serde(default)]
    pub(crate) f: String,
    /// Feminine with its article in French, masculine in Arabic, as the sentences of the bank expect.
    #[serde(default)]
    pub(crate) place: String,
    /// Masculine with its article in French and Arabic.
    #[serde(default)]
    pub(crate) thing: String,
    /// What an essay is about.
    #[serde(default)]
    pub(crate) topic: String,
    /// A word before the number of each chapter.
    pub(crate) numbered: Option<String>,
    /// Titles of parts, into which the chapters are divided evenly.
    #[serde(default)]
    pub(crate) parts: Vec<String>,
    /// Pictures that come round in turn.
    #[serde(default)]
    pub(crate) pictures: Vec<String>,
    /// Whether some chapters have a table.
    #[serde(default)]
    pub(crate) tables: bool,
}

/// Cuts a manuscript into its facts and its chapters.
pub(crate) fn cut(source: &str) -> Result<(Front, &str), toml::de::Error> {
    let mut pieces = source.splitn(3, "+++\n");
    let (_, facts, chapters) =
        (pieces.next(), pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
    Ok((toml::from_str(facts)?, chapters))
}
