//! The facts of each sample book.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kernel::{Currency, Isbn, Language, Money};

use crate::content::{BOOKS, Source};
use crate::front::{self, Front, Layout, Offer};
use crate::manuscript;
use crate::people::{self, DemoAuthor, DemoGenre, DemoPublisher, DemoSeries};
use crate::text::Manuscript;
use crate::typography;

/// Words on a printed page, at the least and at the most.
const WORDS_A_PAGE: (usize, usize) = (230, 280);

/// A book of the sample shop.
#[derive(Debug, Clone)]
pub struct DemoBook {
    /// A key within the sample shop, also good as a file name (`madinat-al-waraq`).
    pub slug: &'static str,
    /// The title, in the book's language.
    pub title: String,
    /// The subtitle.
    pub subtitle: Option<String>,
    /// One or two authors, in the order of the title page.
    pub authors: Vec<&'static DemoAuthor>,
    /// The language of the text.
    pub language: Language,
    /// One to three paragraphs in the book's language, with an empty line between them.
    pub description: String,
    /// The publisher.
    pub publisher: &'static DemoPublisher,
    /// The series and the book's number in it.
    pub series: Option<SeriesPlace>,
    /// One or two genres, the main one first.
    pub genres: Vec<&'static DemoGenre>,
    /// A valid number of a block that is nobody's; two books have none.
    pub isbn: Option<Isbn>,
    /// In dinars; zero for a free book.
    pub price: Money,
    /// `YYYY-MM-DD`.
    pub release_date: String,
    /// Pages of a printed edition, reckoned from the number of words.
    pub page_count: PageCount,
    /// Which files there are.
    pub formats: Formats,
    pub(crate) front: Front,
    body: &'static str,
}

/// A number or a range of pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageCount {
    /// At the least.
    pub min: u32,
    /// At the most; equal to `min` where the number is known.
    pub max: u32,
}

/// Which files a book has. At least one of them is true.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Formats {
    /// [`crate::write_epub`] writes one.
    pub epub: bool,
    /// [`crate::write_pdf`] writes one.
    pub pdf: bool,
}

/// A book's place in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesPlace {
    /// The series.
    pub series: &'static DemoSeries,
    /// From 1.
    pub number: u16,
}

impl DemoBook {
    /// The text, put together anew each time: it is large, and wanted only while a file is written.
    pub(crate) fn manuscript(&self) -> Manuscript {
        manuscript::build(self.slug, &self.front, self.body, self.language)
    }

    /// Whether every page is a picture of one size.
    pub(crate) fn is_fixed(&self) -> bool {
        self.front.layout == Layout::Fixed
    }

    /// A text of the program's own content, set for this book's language.
    pub(crate) fn set(&self, text: &str) -> String {
        typography::set(text, self.language)
    }

    /// The genre's name in the book's language, in English where it has none.
    pub(crate) fn genre_name<'g>(&self, genre: &'g DemoGenre) -> &'g str {
        match self.language.as_str() {
            "ar" => &genre.ar.name,
            "fr" => &genre.fr.name,
            _ => &genre.en.name,
        }
    }
}

static SHELF: LazyLock<Vec<DemoBook>> = LazyLock::new(|| {
    let mut numbers = BTreeMap::new();
    BOOKS.iter().map(|source| load(source, &mut numbers)).collect()
});

/// Every book of the sample shop, always in the same order.
pub fn books() -> &'static [DemoBook] {
    &SHELF
}

/// Reads a manuscript. `numbers` counts the books of each publisher, for their ISBNs.
#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
fn load(source: &Source, numbers: &mut BTreeMap<String, usize>) -> DemoBook {
    let (front, body) = front::cut(source.text).expect(source.slug);
    let language: Language = source.language.parse().expect(source.slug);
    let publisher = named(people::publishers(), &front.publisher, |publisher| &publisher.slug);
    let item = numbers.entry(front.publisher.clone()).or_default();
    let set = |text: &str| typography::set(text, language);
    let book = DemoBook {
        slug: source.slug,
        title: set(&front.title),
        subtitle: front.subtitle.as_deref().map(set),
        authors: front
            .authors
            .iter()
            .map(|slug| named(people::authors(), slug, |author| &author.slug))
            .collect(),
        description: set(front.description.trim()),
        publisher,
        series: front.series.as_deref().map(|slug| SeriesPlace {
            series: named(people::series(), slug, |series| &series.slug),
            number: front.number.unwrap_or(1),
        }),
        genres: front.genres.iter().map(|slug| named(people::genres(), slug, |genre| &genre.slug)).collect(),
        isbn: (!front.without_isbn).then(|| isbn(publisher, *item)),
        price: Money { amount: front.price * Currency::DZD.minor_per_major(), currency: Currency::DZD },
        release_date: front.released.clone(),
        page_count: PageCount { min: 1, max: 1 },
        formats: Formats { epub: front.formats != Offer::Pdf, pdf: front.formats != Offer::Epub },
        language,
        front,
        body,
    };
    *item += 1;
    DemoBook { page_count: page_count(&book), ..book }
}

/// The entry of this slug. The content is compiled in, so a wrong slug never leaves the workshop.
#[expect(clippy::expect_used, reason = "compiled in, and read by every test")]
fn named<T>(list: &'static [T], slug: &str, key: impl Fn(&T) -> &String) -> &'static T {
    list.iter().find(|entry| key(entry) == slug).expect(slug)
}

/// The publisher's number for its `item`th book, with its check digit.
#[expect(clippy::expect_used, reason = "one of ten check digits is right; tests read every book")]
fn isbn(publisher: &DemoPublisher, item: usize) -> Isbn {
    let stem = format!("{}{item}", publisher.isbn_prefix());
    (0..10).find_map(|check| format!("{stem}{check}").parse().ok()).expect("twelve digits")
}

fn page_count(book: &DemoBook) -> PageCount {
    let manuscript = book.manuscript();
    if book.is_fixed() {
        let pages = u32::try_from(manuscript.chapters().count() + 2).unwrap_or(u32::MAX);
        return PageCount { min: pages, max: pages };
    }
    // Every chapter begins a page, which leaves about half of one empty.
    let empty = manuscript.chapters().count().div_ceil(2) + 4;
    let pages = |a_page: usize| u32::try_from(manuscript.words() / a_page + empty).unwrap_or(u32::MAX);
    PageCount { min: pages(WORDS_A_PAGE.1), max: pages(WORDS_A_PAGE.0) }
}
