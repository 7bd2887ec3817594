//! A book with everything its page shows, but for the genres, whose names depend on who asks (`Genre::of_book`).

use db::{Query, record, sql};
use kernel::{Currency, Id, Isbn, Language, Money, Slug, Timestamp};

use crate::{
    Author, AuthorName, Cover, Format, Histogram, PageCount, Publisher, Ratings, ReleaseDate, Series, Status,
    card::{formats, price},
};

/// A book of the catalogue.
#[derive(Debug, Clone)]
pub struct Book {
    /// Its key.
    pub id: Id<Book>,
    /// The main title.
    pub title: String,
    /// What stands below the title.
    pub subtitle: Option<String>,
    /// Everybody who made it, in order, with their role.
    pub contributors: Vec<Contributor>,
    /// Its number.
    pub isbn: Option<Isbn>,
    /// Plain text; paragraphs are parted by an empty line.
    pub description: String,
    /// Who publishes it.
    pub publisher: Option<(Id<Publisher>, String)>,
    /// The series it belongs to and its number there.
    pub series: Option<SeriesPlace>,
    /// The language it is written in.
    pub language: Language,
    /// When it came out, as far as is known.
    pub release_date: Option<ReleaseDate>,
    /// Its length.
    pub pages: Option<PageCount>,
    /// Its price; `None` while it has none.
    pub price: Option<Money>,
    /// Draft, published or withdrawn.
    pub status: Status,
    /// Its files.
    pub files: Vec<File>,
    /// Its picture.
    pub cover: Cover,
    /// What readers gave it.
    pub ratings: Ratings,
    /// How they are spread.
    pub histogram: Histogram,
    /// How many comments can be seen, replies included.
    pub comment_count: i64,
    /// When it came into the shop.
    pub published_at: Option<Timestamp>,
    /// When it was entered.
    pub created_at: Timestamp,
    /// When anything of it changed last.
    pub updated_at: Timestamp,
    pub(crate) folder: String,
}

/// Somebody who had a hand in a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    /// The key, for a link.
    pub id: Id<Author>,
    /// The name as shown.
    pub name: String,
    /// A MARC relator code: `aut`, `trl`, `ill`, …
    pub role: String,
}

/// A book's place in a series.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesPlace {
    /// The series.
    pub id: Id<Series>,
    /// Its name.
    pub name: String,
    /// The book's number in it; halves occur.
    pub number: Option<f64>,
}

record! {
    /// A file of a book.
    pub struct File {
        /// Its key.
        pub id: Id<File>,
        /// EPUB or PDF.
        pub format: Format,
        /// Changes with the bytes and with the sanitiser.
        pub version: String,
        /// Size of the file as it was uploaded.
        pub bytes: i64,
        /// How much of it is a sample: a [`SampleLength`](publication::SampleLength).
        pub sample: String,
    }

    struct Row {
        id: Id<Book>,
        title: String,
        subtitle: Option<String>,
        isbn: Option<Isbn>,
        description: String,
        publisher_id: Option<Id<Publisher>>,
        publisher: Option<String>,
        series_id: Option<Id<Series>>,
        series: Option<String>,
        series_number: Option<f64>,
        language: Language,
        release_date: Option<ReleaseDate>,
        pages_min: Option<u32>,
        pages_max: Option<u32>,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        status: Status,
        cover_version: String,
        cover_placeholder: String,
        folder: String,
        published_at: Option<Timestamp>,
        created_at: Timestamp,
        updated_at: Timestamp,
        rating_count: i64,
        rating_sum: i64,
        comment_count: i64,
        rated_0: i64,
        rated_1: i64,
        rated_2: i64,
        rated_3: i64,
        rated_4: i64,
        rated_5: i64,
        rated_6: i64,
        rated_7: i64,
        rated_8: i64,
        rated_9: i64,
        rated_10: i64,
    }

    struct ContributorRow {
        id: Id<Author>,
        name: String,
        role: String,
    }
}

impl File {
    /// Whether anybody may read a part of it.
    pub fn has_sample(&self) -> bool {
        self.sample.parse() != Ok(publication::SampleLength::Nothing)
    }
}

impl Book {
    /// The book, whatever its status; `None` where there is none.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        let row = db.optional(sql!(
            "select b.id, b.title, b.subtitle, b.isbn, b.description, b.publisher_id, p.name as publisher,
                    b.series_id, s.name as series, b.series_number, b.language, b.release_date, b.pages_min,
                    b.pages_max, b.price_amount, b.price_currency, b.status, b.cover_version, b.cover_placeholder,
                    b.folder, b.published_at, b.created_at, b.updated_at, b.rating_count, b.rating_sum,
                    b.comment_count, b.rated_0, b.rated_1, b.rated_2, b.rated_3, b.rated_4, b.rated_5, b.rated_6,
                    b.rated_7, b.rated_8, b.rated_9, b.rated_10
             from books b left join publishers p on p.id = b.publisher_id left join series s on s.id = b.series_id
             where b.id = $1",
            id
        ));
        let contributors = db.all(sql!(
            "select a.id, a.name, ba.role from book_authors ba join authors a on a.id = ba.author_id
             where ba.book_id = $1 order by ba.position",
            id
        ));
        let files = db.all(sql!(
            "select id, format, version, bytes, sample from book_files where book_id = $1 order by format",
            id
        ));
        let (row, contributors, files) = futures::try_join!(row, contributors, files)?;
        Ok(row.map(|row| Self::from_rows(row, contributors, files)))
    }

    /// The book, where everybody may see it.
    pub async fn find_published(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        Ok(Self::find(db, id).await?.filter(|book| book.status == Status::Published))
    }

    /// The book, where its owners may see it: what the shop sells no more, too.
    pub async fn find_listed(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        Ok(Self::find(db, id).await?.filter(|book| book.status != Status::Draft))
    }

    /// Whether there is such a book for everybody to see.
    pub async fn is_published(db: &impl Query, id: Id<Self>) -> db::Result<bool> {
        let found: Option<(Id<Self>,)> =
            db.optional(sql!("select id from books where id = $1 and status = 'published'", id)).await?;
        Ok(found.is_some())
    }

    fn from_rows(row: Row, people: Vec<ContributorRow>, files: Vec<File>) -> Self {
        Self {
            contributors: people
                .into_iter()
                .map(|person| Contributor { id: person.id, name: person.name, role: person.role })
                .collect(),
            publisher: row.publisher_id.zip(row.publisher),
            series: row.series_id.zip(row.series).map(|(id, name)| SeriesPlace {
                id,
                name,
                number: row.series_number,
            }),
            pages: row.pages_min.zip(row.pages_max).map(|(min, max)| PageCount { min, max }),
            price: price(row.price_amount, row.price_currency),
            cover: Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder },
            ratings: Ratings { count: row.rating_count, sum: row.rating_sum },
            histogram: Histogram([
                row.rated_0,
                row.rated_1,
                row.rated_2,
                row.rated_3,
                row.rated_4,
                row.rated_5,
                row.rated_6,
                row.rated_7,
                row.rated_8,
                row.rated_9,
                row.rated_10,
            ]),
            comment_count: row.comment_count,
            id: row.id,
            title: row.title,
            subtitle: row.subtitle,
            isbn: row.isbn,
            description: row.description,
            language: row.language,
            release_date: row.release_date,
            status: row.status,
            files,
            published_at: row.published_at,
            created_at: row.created_at,
            updated_at: row.updated_at,
            folder: row.folder,
        }
    }

    /// The readable part of the address.
    pub fn slug(&self) -> Slug {
        Slug::of(&self.title)
    }

    /// Those who wrote it.
    pub fn authors(&self) -> Vec<AuthorName> {
        let authors = self.contributors.iter().filter(|person| person.role == "aut");
        authors.map(|person| AuthorName { id: person.id, name: person.name.clone() }).collect()
    }

    /// What it can be read as.
    pub fn formats(&self) -> Vec<Format> {
        let has = |format| self.files.iter().any(|file| file.format == format);
        formats(has(Format::Epub), has(Format::Pdf))
    }

    /// Its file of a format.
    pub fn file(&self, format: Format) -> Option<&File> {
        self.files.iter().find(|file| file.format == format)
    }

    /// Whether it costs nothing.
    pub fn is_free(&self) -> bool {
        self.price.is_some_and(Money::is_zero)
    }

    /// Where its files lie in the media storage.
    pub fn folder(&self) -> String {
        folder_key(&self.folder)
    }

    /// Takes the book out of the catalogue for good; its folder goes when the transaction is done.
    pub async fn remove(&self, tx: &db::Tx, now: Timestamp) -> db::Result<()> {
        crate::counts::unlist(tx, self.id).await?;
        tx.execute(sql!("delete from books where id = $1", self.id)).await?;
        crate::media::discard(tx, &self.folder, now).await
    }
}

/// What the keys of all books' folders begin with.
pub(crate) const BOOKS: &str = "books/";

/// The folder's key in the media storage.
pub(crate) fn folder_key(folder: &str) -> String {
    format!("{BOOKS}{folder}")
}
