//! Authors, publishers, series and genres. All of them are invented but the genres.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::content;

/// A person who writes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoAuthor {
    /// A key within the sample shop.
    pub slug: String,
    /// As it stands on a cover, in the author's own script.
    pub name: String,
    /// As it stands in an ordered list.
    pub sort_as: String,
    /// A sentence about the author, in the language they write in.
    pub about: String,
}

/// A house that publishes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoPublisher {
    /// A key within the sample shop.
    pub slug: String,
    /// As it stands on a title page.
    pub name: String,
    /// The registrant's part of its numbers; see `content/people.toml`.
    block: u16,
}

impl DemoPublisher {
    /// The first eleven digits of the publisher's ISBNs.
    pub(crate) fn isbn_prefix(&self) -> String {
        format!("9789931{:04}", self.block)
    }
}

/// Books that belong together in an order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoSeries {
    /// A key within the sample shop.
    pub slug: String,
    /// Its name, in the language of its books.
    pub name: String,
}

/// A kind of book.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoGenre {
    /// A key within the sample shop.
    pub slug: String,
    /// Name and description in English.
    pub en: Named,
    /// Name and description in French.
    pub fr: Named,
    /// Name and description in Arabic.
    pub ar: Named,
}

/// What a genre is called and what one finds in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Named {
    /// One to three words.
    pub name: String,
    /// A sentence.
    pub description: String,
}

#[derive(Deserialize)]
struct People {
    author: Vec<DemoAuthor>,
    publisher: Vec<DemoPublisher>,
    series: Vec<DemoSeries>,
}

#[derive(Deserialize)]
struct Genres {
    genre: Vec<DemoGenre>,
}

#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
static PEOPLE: LazyLock<People> =
    LazyLock::new(|| toml::from_str(content::PEOPLE).expect("content/people.toml"));

#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
static GENRES: LazyLock<Genres> =
    LazyLock::new(|| toml::from_str(content::GENRES).expect("content/genres.toml"));

/// Every author.
pub fn authors() -> &'static [DemoAuthor] {
    &PEOPLE.author
}

/// Every publisher.
pub fn publishers() -> &'static [DemoPublisher] {
    &PEOPLE.publisher
}

/// Every series.
pub fn series() -> &'static [DemoSeries] {
    &PEOPLE.series
}

/// Every genre, in the order in which a shop shows them.
pub fn genres() -> &'static [DemoGenre] {
    &GENRES.genre
}
