//! Entering a book: the one way in, whether it comes from a file, a list or (later) a form.

use db::{Json, Query, Tx, sql};
use kernel::{Id, Isbn, Language, Money, Timestamp, fold};

use crate::{
    Author, AuthorName, Book, Contributor, Format, Genre, PageCount, Publisher, ReleaseDate, Series, Status,
    byline::Byline,
    changes, counts,
    cover::{NewCover, ground, join_names},
    media,
    names::{self, Kind},
};

/// A book to be entered.
#[derive(Debug, Clone)]
pub struct NewBook {
    /// The main title; not empty.
    pub title: String,
    /// What stands below it.
    pub subtitle: Option<String>,
    /// Who made it, in order.
    pub contributors: Vec<NewContributor>,
    /// Its number.
    pub isbn: Option<Isbn>,
    /// Plain text; paragraphs are parted by an empty line.
    pub description: String,
    /// The publisher's name.
    pub publisher: Option<String>,
    /// The series' name and the number in it.
    pub series: Option<(String, Option<f64>)>,
    /// The language it is written in.
    pub language: Language,
    /// When it came out.
    pub release_date: Option<ReleaseDate>,
    /// Its length.
    pub pages: Option<PageCount>,
    /// The names of its genres in any language.
    pub genres: Vec<GenreWord>,
    /// Its price.
    pub price: Option<Money>,
    /// Whether it goes into the shop at once.
    pub status: Status,
}

/// Somebody who had a hand in a new book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContributor {
    /// The name as shown.
    pub name: String,
    /// A MARC relator code.
    pub role: String,
    /// The name as it is sorted, where that is known.
    pub sort_as: Option<String>,
}

/// The name of a genre, by who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenreWord {
    /// The bookseller: a new word makes a new genre.
    OfTheShop(String),
    /// A file's subject heading: counts only where the shop has that genre.
    OfTheFile(String),
}

/// A file that has been checked and stored in the book's folder, to be entered with it.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// What it is.
    pub format: Format,
    /// Changes with the bytes and with the sanitiser.
    pub version: String,
    /// SHA-256 of the file as it came, in hexadecimal digits.
    pub sha256: String,
    /// Its size as it came.
    pub bytes: i64,
    /// How much of it is a sample.
    pub sample: publication::SampleLength,
    /// The size of the PDF's sample.
    pub sample_bytes: Option<i64>,
    /// What a reader is told.
    pub contents: serde_json::Value,
    /// What was wrong with it.
    pub warnings: serde_json::Value,
    /// Where each resource lies in the pack; none for a PDF.
    pub resources: Vec<NewResource>,
}

/// A resource of a file's pack.
#[derive(Debug, Clone)]
pub struct NewResource {
    /// Its path in the publication.
    pub path: String,
    /// As which it is served.
    pub media_type: String,
    /// Bytes as served.
    pub size: i64,
    /// Where it starts in the pack.
    pub start: i64,
    /// Bytes in the pack.
    pub length: i64,
    /// Whether it lies there as gzip.
    pub gzip: bool,
    /// Whether the sample shows it.
    pub in_sample: bool,
}

/// Where and when a new book is entered.
pub(crate) struct Entry<'a> {
    /// Its folder in the media storage.
    pub(crate) folder: &'a str,
    /// By what an import without an ISBN finds it again.
    pub(crate) import_mark: Option<&'a str>,
    pub(crate) cover: &'a NewCover,
    pub(crate) now: Timestamp,
}

impl NewBook {
    /// The cover that is drawn for it until it has one.
    pub(crate) async fn drawn_cover(&self, tx: &Tx) -> db::Result<NewCover> {
        let hue = match self.genre_ids(tx).await?.first() {
            Some(id) => Some(tx.one::<(i64,)>(sql!("select hue from genres where id = $1", *id)).await?.0),
            None => None,
        };
        let authors = self.contributors.iter().filter(|person| person.role == "aut");
        let authors = join_names(authors.map(|person| person.name.as_str()));
        Ok(NewCover::drawn(&self.title, &authors, self.language, ground(hue, &self.title)))
    }

    /// Enters the book with its relations and counts.
    pub(crate) async fn enter(&self, tx: &Tx, entry: &Entry<'_>) -> db::Result<Id<Book>> {
        let publisher = match &self.publisher {
            Some(name) => Some(publisher_id(tx, name).await?),
            None => None,
        };
        let series = match &self.series {
            Some((name, _)) => Some(series_id(tx, name).await?),
            None => None,
        };
        let people = self.people(tx).await?;
        let published_at = (self.status == Status::Published).then_some(entry.now);
        let (id,): (Id<Book>,) = tx
            .one(sql!(
                "insert into books (title, subtitle, folded_title, isbn, description, publisher_id, series_id,
                     series_number, language, release_date, pages_min, pages_max, price_amount, price_currency,
                     status, cover_version, cover_drawn, cover_placeholder, folder, import_mark, published_at,
                     authors, created_at, updated_at)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
                     $21, $22, $23, $23) returning id",
                self.title.as_str(),
                self.subtitle.as_deref(),
                fold(&self.title),
                self.isbn,
                self.description.as_str(),
                publisher,
                series,
                self.series.as_ref().and_then(|(_, number)| *number),
                self.language,
                self.release_date,
                self.pages.map(|pages| pages.min),
                self.pages.map(|pages| pages.max),
                self.price.map(|price| price.amount),
                self.price.map(|price| price.currency),
                self.status,
                entry.cover.version.as_str(),
                entry.cover.picture.is_none(),
                entry.cover.placeholder.as_str(),
                entry.folder,
                entry.import_mark,
                published_at,
                byline(&people),
                entry.now
            ))
            .await?;
        let places = (0_i64..).zip(&people).map(|(position, person)| {
            sql!(
                "insert into book_authors (book_id, position, author_id, role) values ($1, $2, $3, $4)",
                id,
                position,
                person.id,
                person.role.as_str()
            )
        });
        tx.execute_all(places.collect::<Vec<_>>()).await?;
        self.enter_genres(tx, id).await?;
        media::keep(tx, entry.folder).await?;
        if let Some(at) = published_at {
            counts::list(tx, id, at).await?;
        }
        Ok(id)
    }

    /// Those who made it, in order, entered where they are new.
    async fn people(&self, tx: &Tx) -> db::Result<Vec<Contributor>> {
        let mut people = Vec::with_capacity(self.contributors.len());
        for person in &self.contributors {
            people.push(contributor(tx, person).await?);
        }
        Ok(people)
    }

    async fn enter_genres(&self, tx: &Tx, book: Id<Book>) -> db::Result<()> {
        let genres = self.genre_ids(tx).await?;
        let rows = (0_i64..).zip(genres).map(|(position, genre)| {
            sql!(
                "insert into book_genres (book_id, genre_id, position) values ($1, $2, $3)",
                book,
                genre,
                position
            )
        });
        tx.execute_all(rows.collect::<Vec<_>>()).await
    }

    /// Its genres, without repetition; new words of the shop's own are entered.
    async fn genre_ids(&self, tx: &Tx) -> db::Result<Vec<Id<Genre>>> {
        let mut ids = Vec::new();
        for word in &self.genres {
            let id = match word {
                GenreWord::OfTheShop(name) => Some(Genre::named_or_new(tx, name).await?),
                GenreWord::OfTheFile(name) => Genre::named(tx, name).await?,
            };
            ids.extend(id.filter(|id| !ids.contains(id)));
        }
        Ok(ids)
    }
}

impl NewFile {
    /// Enters the file for a book that has none of its format.
    pub(crate) async fn enter(&self, tx: &Tx, book: Id<Book>, now: Timestamp) -> db::Result<()> {
        let (file,): (i64,) = tx
            .one(sql!(
                "insert into book_files (book_id, format, version, sha256, bytes, sample_bytes, contents, warnings, created_at, sample)
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id",
                book,
                self.format,
                self.version.as_str(),
                self.sha256.as_str(),
                self.bytes,
                self.sample_bytes,
                Json(&self.contents),
                Json(&self.warnings),
                now,
                self.sample.to_string()
            ))
            .await?;
        self.enter_resources(tx, file).await?;
        let (epub, pdf) = (self.format == Format::Epub, self.format == Format::Pdf);
        tx.execute(sql!(
            "update books set has_epub = has_epub or $2, has_pdf = has_pdf or $3, updated_at = $4, version = version + 1
             where id = $1",
            book,
            epub,
            pdf,
            now
        ))
        .await?;
        changes::note(tx, book).await
    }

    /// Enters where each of its resources lies.
    pub(crate) async fn enter_resources(&self, tx: &Tx, file: i64) -> db::Result<()> {
        let resources = self.resources.iter().map(|resource| {
            sql!(
                "insert into book_resources (file_id, path, media_type, size, start, length, gzip, in_sample)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
                file,
                resource.path.as_str(),
                resource.media_type.as_str(),
                resource.size,
                resource.start,
                resource.length,
                resource.gzip,
                resource.in_sample
            )
        });
        tx.execute_all(resources.collect::<Vec<_>>()).await
    }
}

/// What lists show of those who wrote a book.
fn byline(people: &[Contributor]) -> Byline {
    let authors = people.iter().filter(|person| person.role == "aut");
    Byline(authors.map(|person| AuthorName { id: person.id, name: person.name.clone() }).collect())
}

/// Who bears a name, as the shop writes it; entered where new.
pub(crate) async fn contributor(tx: &Tx, person: &NewContributor) -> db::Result<Contributor> {
    if let Some((id, name)) = known_author(tx, &person.name).await? {
        return Ok(Contributor { id, name, role: person.role.clone() });
    }
    let folded = fold(&person.name);
    let sort = person.sort_as.as_deref().map_or_else(|| fold(&sorted(&person.name)), fold);
    let (id, name) = tx
        .one(sql!(
            "insert into authors (name, folded_name, folded_sort, sort_name) values ($1, $2, $3, $4)
             on conflict (folded_name) do update set name = authors.name returning id, name",
            person.name.as_str(),
            if folded.is_empty() { person.name.clone() } else { folded },
            sort,
            person.sort_as.as_deref()
        ))
        .await?;
    Ok(Contributor { id, name, role: person.role.clone() })
}

/// Who is called so somewhere: by the name that the shop shows, or by another one.
async fn known_author(tx: &Tx, name: &str) -> db::Result<Option<(Id<Author>, String)>> {
    let own = tx.optional(sql!("select id, name from authors where folded_name = $1", fold(name))).await?;
    match own {
        None => match names::named(tx, Kind::Author, name).await? {
            Some(id) => tx.optional(sql!("select id, name from authors where id = $1", id)).await,
            None => Ok(None),
        },
        own => Ok(own),
    }
}

/// A Latin name with the family name first; an Arabic one is sorted as it is said.
pub(crate) fn sorted(name: &str) -> String {
    let latin =
        name.chars().all(|c| !c.is_alphabetic() || c.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&c));
    match name.rsplit_once(' ') {
        Some((given, family)) if latin => format!("{family} {given}"),
        _ => name.to_owned(),
    }
}

pub(crate) async fn publisher_id(tx: &Tx, name: &str) -> db::Result<Id<Publisher>> {
    let own = tx.optional(sql!("select id from publishers where folded_name = $1", fold(name))).await?;
    if let Some(id) = known(tx, Kind::Publisher, name, own).await? {
        return Ok(Id::new(id));
    }
    let (id,) = tx
        .one(sql!(
            "insert into publishers (name, folded_name) values ($1, $2)
             on conflict (folded_name) do update set name = publishers.name returning id",
            name,
            fold(name)
        ))
        .await?;
    Ok(id)
}

/// What has a name already: `own` by the name that the shop shows, else by another one.
async fn known(tx: &Tx, kind: Kind, name: &str, own: Option<(i64,)>) -> db::Result<Option<i64>> {
    match own {
        Some((id,)) => Ok(Some(id)),
        None => names::named(tx, kind, name).await,
    }
}

pub(crate) async fn series_id(tx: &Tx, name: &str) -> db::Result<Id<Series>> {
    let own = tx.optional(sql!("select id from series where folded_name = $1", fold(name))).await?;
    if let Some(id) = known(tx, Kind::Series, name, own).await? {
        return Ok(Id::new(id));
    }
    let (id,) = tx
        .one(sql!(
            "insert into series (name, folded_name) values ($1, $2)
             on conflict (folded_name) do update set name = series.name returning id",
            name,
            fold(name)
        ))
        .await?;
    Ok(id)
}
