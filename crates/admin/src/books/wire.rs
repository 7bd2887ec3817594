//! Books as the API tells them to those who keep them.

use catalogue::edit::{DeskFilter, DeskPart, DeskRow, DeskSort, Lacking, Order, Past};
use catalogue::wire::{BookDetail, CoverLinks, Money};
use catalogue::{AuthorName, Book, BookMarks, Format, Genre, Status, edit};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use web::{App, OrNotFound as _};

/// A book in the list of all of them.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct DeskItem {
    #[schema(value_type = i64)]
    id: Id<Book>,
    title: String,
    authors: Vec<AuthorName>,
    #[schema(inline)]
    status: Status,
    /// BCP 47; `und` where unknown.
    language: String,
    /// Null while it has none.
    price: Option<Money>,
    formats: Vec<Format>,
    cover: CoverLinks,
    /// Whether its cover is drawn for want of one.
    cover_drawn: bool,
    /// Copies sold, less those given back.
    sales: i64,
    average_rating: Option<f64>,
    rating_count: i64,
    /// When it comes into the shop by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_at: Option<Timestamp>,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    version: i64,
}

impl DeskItem {
    pub(super) fn new(l: Locale, row: &DeskRow) -> Self {
        Self {
            id: row.id,
            title: row.title.clone(),
            authors: row.authors.clone(),
            status: row.status,
            language: row.language.to_string(),
            price: row.price.map(|price| Money::new(l, price)),
            formats: row.formats.clone(),
            cover: (&row.cover).into(),
            cover_drawn: row.cover_drawn,
            sales: row.sales,
            average_rating: average(row),
            rating_count: row.ratings.count,
            publish_at: row.publish_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "0 to 50")]
fn average(row: &DeskRow) -> Option<f64> {
    row.ratings.mean().map(|tenths| tenths as f64 / 10.0)
}

/// Somebody who had a hand in a book.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct ContributorItem {
    id: i64,
    name: String,
    /// A MARC relator code: `aut`, `trl`, …
    role: String,
}

/// A whole book, to be changed. `authors` are those who wrote it, `contributors` everybody.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AdminBook {
    #[serde(flatten)]
    book: BookDetail,
    #[schema(inline)]
    status: Status,
    contributors: Vec<ContributorItem>,
    /// Whether its cover is drawn for want of one.
    cover_drawn: bool,
    /// Copies sold, less those given back.
    sales: i64,
    /// When it first came into the shop.
    #[schema(value_type = Option<String>, format = DateTime)]
    published_at: Option<Timestamp>,
    /// When it comes into the shop by itself.
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_at: Option<Timestamp>,
    /// The time at which it was to come into the shop, and could not; until it does, or another time is set.
    #[schema(value_type = Option<String>, format = DateTime)]
    publish_missed_at: Option<Timestamp>,
    /// What readers miss: `no_file` where a book in the shop has none.
    warnings: Vec<&'static str>,
    /// Goes up with each change; sent back as `version`, it keeps a change from hiding another one.
    pub(super) version: i64,
}

impl AdminBook {
    /// The book with this key; a 404 where there is none.
    pub(super) async fn find(app: &App, l: Locale, id: Id<Book>) -> web::Result<Self> {
        let reading = app.db.reading().await?;
        let filter = DeskFilter { found: Some(vec![id]), ..DeskFilter::default() };
        let part = DeskPart {
            filter: &filter,
            sort: DeskSort::Updated,
            order: Order::Descending,
            after: None,
            rows: 1,
        };
        let (book, genres, rows) = futures::try_join!(
            Book::find(&reading, id),
            Genre::of_book(&reading, l, id),
            edit::list(&reading, part)
        )?;
        drop(reading);
        let (book, row) = book.zip(rows.and_then(|mut rows| rows.pop())).or_404()?;
        Ok(Self::new(l, &book, &genres, &row))
    }

    fn new(l: Locale, book: &Book, genres: &[Genre], row: &DeskRow) -> Self {
        let contributor = |person: &catalogue::Contributor| ContributorItem {
            id: person.id.get(),
            name: person.name.clone(),
            role: person.role.clone(),
        };
        let lacks_file = book.status == Status::Published && book.files.is_empty();
        Self {
            book: BookDetail::new(l, book, genres, BookMarks::default()),
            status: book.status,
            contributors: book.contributors.iter().map(contributor).collect(),
            cover_drawn: row.cover_drawn,
            sales: row.sales,
            published_at: book.published_at,
            publish_at: row.publish_at,
            publish_missed_at: row.publish_missed_at,
            warnings: lacks_file.then_some("no_file").into_iter().collect(),
            version: row.version,
        }
    }
}

/// What the list is narrowed to, and how it is sorted.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DeskQuery {
    /// Words of the title or the author, or an ISBN.
    #[param(max_length = 200)]
    pub(super) q: Option<String>,
    /// Draft, published or withdrawn.
    #[param(inline)]
    pub(super) status: Option<Status>,
    /// A genre, by its key or its word in addresses.
    pub(super) genre: Option<String>,
    /// BCP 47.
    #[param(value_type = Option<String>, min_length = 2)]
    pub(super) language: Option<kernel::Language>,
    /// What it can be read as.
    #[param(inline)]
    pub(super) format: Option<Format>,
    /// What it lacks. Such a list is always sorted by `updated`.
    #[param(inline)]
    pub(super) missing: Option<Lacking>,
    /// The order; what changed last first, where nothing is said.
    #[param(inline)]
    pub(super) sort: Option<DeskSort>,
    /// Which way; `desc` where nothing is said, but for `title`.
    #[param(inline)]
    pub(super) order: Option<Order>,
}

impl DeskQuery {
    /// Whether not all books are meant.
    pub(crate) fn is_narrowed(&self) -> bool {
        let Self { q, status, genre, language, format, missing, sort: _, order: _ } = self;
        let words = [q, genre].into_iter().flatten().any(|words| !words.trim().is_empty());
        words || status.is_some() || language.is_some() || format.is_some() || missing.is_some()
    }

    /// How the list is sorted.
    pub(super) fn sorted(&self) -> (DeskSort, Order) {
        let sort = match self.missing.filter(|_| self.q.is_none()) {
            Some(_) => DeskSort::Updated,
            None => self.sort.unwrap_or(DeskSort::Updated),
        };
        let usual = if sort == DeskSort::Title { Order::Ascending } else { Order::Descending };
        (sort, self.order.unwrap_or(usual))
    }
}

/// A change of a book.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PastItem {
    #[schema(value_type = i64)]
    id: Id<Past>,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// The key of who made it; the account may be gone since.
    actor_id: i64,
    /// Their username then.
    actor: String,
    /// What was done, as in the audit log: `book.price`.
    act: String,
    /// The book's version with it.
    version: i64,
    /// The fields that changed, as they were.
    #[schema(value_type = Object)]
    before: Value,
    /// The same, as they were then.
    #[schema(value_type = Object)]
    after: Value,
    /// The change that it took back.
    undoes: Option<i64>,
    /// The change that took it back.
    undone_by: Option<i64>,
}

impl From<Past> for PastItem {
    fn from(past: Past) -> Self {
        Self {
            id: past.id,
            at: past.at,
            actor_id: past.actor_id,
            actor: past.actor,
            act: past.act,
            version: past.version,
            before: past.before.0,
            after: past.after.0,
            undoes: past.undoes,
            undone_by: past.undone_by,
        }
    }
}
