//! The catalogue as the JSON API speaks of it. Other features that answer with books use [`BookItem`].

use cover::Size;
use i18n::Locale;
use kernel::{Id, Isbn, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    AuthorName, Book, BookMarks, Card, Cover, Encoding, Format, PageCount, Ratings, ReleaseDate, paths,
};

/// An amount of money.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Money {
    /// Minor units: 120000 is 1 200 DA.
    pub amount: i64,
    /// ISO 4217.
    #[schema(example = "DZD")]
    pub currency: String,
    /// As people write it in the language of the answer.
    #[schema(example = "1 200 DA")]
    pub formatted: String,
}

impl Money {
    /// The amount, formatted for `l`.
    pub fn new(l: Locale, money: kernel::Money) -> Self {
        Self { amount: money.amount, currency: money.currency.to_string(), formatted: i18n::price(l, money) }
    }
}

/// The addresses of a cover. They change with the picture and may be kept for ever.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CoverLinks {
    /// 132 pixels wide, WebP; `.jpg` in its place gives JPEG.
    pub small: String,
    /// 264 pixels wide.
    pub medium: String,
    /// 396 pixels wide.
    pub large: String,
    /// A tiny picture to show meanwhile, as a `data:` address.
    pub placeholder: String,
}

impl From<&Cover> for CoverLinks {
    fn from(cover: &Cover) -> Self {
        let path = |size| cover.path(size, Encoding::Webp);
        Self {
            small: path(Size::Small),
            medium: path(Size::Medium),
            large: path(Size::Large),
            placeholder: cover.placeholder.clone(),
        }
    }
}

/// A book in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BookItem {
    /// The key.
    #[schema(value_type = i64)]
    pub id: Id<Book>,
    /// The readable part of its page's address.
    pub slug: String,
    /// The main title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<AuthorName>,
    /// Its picture.
    pub cover: CoverLinks,
    /// Its price; null while it has none. A price in another currency than the shop's cannot be paid here.
    pub price: Option<Money>,
    /// What it can be read as; empty while it is not yet available.
    pub formats: Vec<Format>,
    /// The mean of its ratings, one decimal; null without ratings.
    pub average_rating: Option<f64>,
    /// How many readers have rated it.
    pub rating_count: i64,
    /// How many comments can be seen.
    pub comment_count: i64,
    /// BCP 47; `und` where unknown.
    #[schema(example = "ar")]
    pub language: String,
    /// Whether the caller marked it as a favourite.
    pub is_favorite: bool,
    /// Whether the caller owns it.
    pub is_owned: bool,
    /// How far the caller has read, 0 to 100; null where not begun.
    pub progress_percent: Option<f64>,
}

impl BookItem {
    /// The card, worded for `l`, with what the caller has done with it.
    pub fn new(l: Locale, card: &Card, marks: BookMarks) -> Self {
        Self {
            id: card.id,
            slug: card.slug().to_string(),
            title: card.title.clone(),
            authors: card.authors.clone(),
            cover: (&card.cover).into(),
            price: card.price.map(|price| Money::new(l, price)),
            formats: card.formats.clone(),
            average_rating: average(card.ratings),
            rating_count: card.ratings.count,
            comment_count: card.comment_count,
            language: card.language.to_string(),
            is_favorite: marks.is_favorite,
            is_owned: marks.is_owned,
            progress_percent: marks.progress_percent,
        }
    }
}

/// A name with its key.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Named {
    /// The key.
    pub id: i64,
    /// The name.
    pub name: String,
}

/// A book's place in a series.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SeriesRef {
    /// The series' key.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The book's number in it; halves occur.
    pub number: Option<f64>,
}

/// A genre of a book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GenreRef {
    /// The key.
    pub id: i64,
    /// Its word in addresses.
    pub slug: String,
    /// Its name in the language of the answer.
    pub name: String,
}

/// A file of a book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FileItem {
    /// What it is.
    pub format: Format,
    /// Its size.
    pub bytes: i64,
}

/// What can be read of a book without owning it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Sample {
    /// In which formats.
    pub formats: Vec<Format>,
    /// The page that opens it, without the language: put `/en`, `/fr` or `/ar` before it.
    pub path: String,
}

/// A whole book.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BookDetail {
    /// What lists show too.
    #[serde(flatten)]
    pub item: BookItem,
    /// What stands below the title.
    pub subtitle: Option<String>,
    /// Thirteen digits.
    #[schema(value_type = Option<String>, example = "9789947000007")]
    pub isbn: Option<Isbn>,
    /// Plain text; paragraphs are parted by an empty line.
    pub description: String,
    /// Who publishes it.
    pub publisher: Option<Named>,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as much as is known.
    #[schema(value_type = Option<String>, example = "2024-05")]
    pub release_date: Option<ReleaseDate>,
    /// How long it is.
    pub page_count: Option<PageCount>,
    /// The genres it stands under.
    pub genres: Vec<GenreRef>,
    /// Its place in a series.
    pub series: Option<SeriesRef>,
    /// What the caller rated it.
    pub my_rating: Option<f64>,
    /// Whether the caller keeps it for later.
    pub is_bookmarked: bool,
    /// Whether the caller ticked it off as read.
    pub is_read: bool,
    /// How many ratings there are of one star, two, … five. Each bar has its stars and the half below; the first also
    /// ratings of none.
    pub histogram: [i64; 5],
    /// Its files.
    pub files: Vec<FileItem>,
    /// What can be read without owning it; null where there is nothing.
    pub sample: Option<Sample>,
    /// When it was entered.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

impl BookDetail {
    /// The book, worded for `l`, with what the caller has done with it; `genres` are its genres in that language.
    pub fn new(l: Locale, book: &Book, genres: &[crate::Genre], marks: BookMarks) -> Self {
        let formats = book.formats();
        let sampled: Vec<Format> =
            book.files.iter().filter(|file| file.has_sample()).map(|file| file.format).collect();
        Self {
            subtitle: book.subtitle.clone(),
            isbn: book.isbn,
            description: book.description.clone(),
            publisher: book.publisher.as_ref().map(|(id, name)| Named { id: id.get(), name: name.clone() }),
            release_date: book.release_date,
            page_count: book.pages,
            genres: genres
                .iter()
                .map(|genre| GenreRef {
                    id: genre.id.get(),
                    slug: genre.slug.clone(),
                    name: genre.name.clone(),
                })
                .collect(),
            series: book.series.as_ref().map(|series| SeriesRef {
                id: series.id.get(),
                name: series.name.clone(),
                number: series.number,
            }),
            my_rating: marks.rating,
            is_bookmarked: marks.is_bookmarked,
            is_read: marks.is_read,
            histogram: book.histogram.stars(),
            files: book
                .files
                .iter()
                .map(|file| FileItem { format: file.format, bytes: file.bytes })
                .collect(),
            sample: (!sampled.is_empty())
                .then(|| Sample { formats: sampled, path: paths::sample(book.id, &book.title) }),
            created_at: book.created_at,
            updated_at: book.updated_at,
            item: item(l, book, formats, marks),
        }
    }
}

/// Tenths are whole: 4.6 is the nearest number to 46 / 10, and is written so.
#[expect(clippy::cast_precision_loss, reason = "0 to 50")]
fn average(ratings: Ratings) -> Option<f64> {
    ratings.mean().map(|tenths| tenths as f64 / 10.0)
}

fn item(l: Locale, book: &Book, formats: Vec<Format>, marks: BookMarks) -> BookItem {
    BookItem {
        id: book.id,
        slug: book.slug().to_string(),
        title: book.title.clone(),
        authors: book.authors(),
        cover: (&book.cover).into(),
        price: book.price.map(|price| Money::new(l, price)),
        formats,
        average_rating: average(book.ratings),
        rating_count: book.ratings.count,
        comment_count: book.comment_count,
        language: book.language.to_string(),
        is_favorite: marks.is_favorite,
        is_owned: marks.is_owned,
        progress_percent: marks.progress_percent,
    }
}

/// A genre.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GenreItem {
    /// The key.
    pub id: i64,
    /// Its word in addresses.
    pub slug: String,
    /// Its name in the language of the answer.
    pub name: String,
    /// What it is, in that language; may be empty.
    pub description: String,
    /// Published books.
    pub book_count: i64,
}

impl From<crate::Genre> for GenreItem {
    fn from(genre: crate::Genre) -> Self {
        Self {
            id: genre.id.get(),
            slug: genre.slug,
            name: genre.name,
            description: genre.description,
            book_count: genre.book_count,
        }
    }
}

/// An author, a publisher or a series.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Shelfmark {
    /// The key.
    pub id: i64,
    /// The readable part of its page's address.
    pub slug: String,
    /// The name.
    pub name: String,
    /// Published books.
    pub book_count: i64,
}
