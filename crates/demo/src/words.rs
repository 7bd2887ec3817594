//! The few words that the program itself puts into a book, in the book's language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::Language;
use serde::Deserialize;

use crate::content;

/// See `content/words.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub(crate) contents: String,
    pub(crate) pages: String,
    pub(crate) landmarks: String,
    pub(crate) beginning: String,
    pub(crate) cover: String,
    pub(crate) colophon: String,
    pub(crate) about: String,
    pub(crate) accessible: String,
}

#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
static WORDS: LazyLock<BTreeMap<String, Words>> =
    LazyLock::new(|| toml::from_str(content::WORDS).expect("content/words.toml"));

#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
static PICTURES: LazyLock<BTreeMap<String, BTreeMap<String, String>>> =
    LazyLock::new(|| toml::from_str(content::PICTURES).expect("content/pictures.toml"));

/// The words of a language; those of English for one that has none.
pub(crate) fn of(language: Language) -> &'static Words {
    let english = || &WORDS["en"];
    WORDS.get(language.as_str()).unwrap_or_else(english)
}

/// What a picture shows, for those who do not see it; empty for an unknown picture.
pub(crate) fn picture(name: &str, language: Language) -> &'static str {
    let Some(texts) = PICTURES.get(name) else { return "" };
    texts.get(language.as_str()).or_else(|| texts.get("en")).map_or("", String::as_str)
}
