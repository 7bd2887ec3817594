//! All books, in the shop or not, as those look through them who keep them.

use db::{Query, Statement, list as values, record, sql};
use kernel::{Currency, Id, Language, Money, Timestamp, fold};
use serde::{Deserialize, Serialize};

use crate::{
    AuthorName, Book, Cover, Format, Genre, Ratings, Status, WrongPlace, byline::Byline, card,
    text_enum::text_enum,
};

text_enum! {
    /// The order of the books.
    pub enum DeskSort {
        /// By when anything of them changed last.
        Updated = "updated",
        /// By title.
        Title = "title",
        /// By price; what has none is cheapest.
        Price = "price",
        /// By copies sold.
        Sales = "sales",
        /// By what readers think of them.
        Rating = "rating",
    }
}

text_enum! {
    /// Which way.
    pub enum Order {
        /// The smallest, the earliest, A first.
        Ascending = "asc",
        /// The largest, the latest, Z first.
        Descending = "desc",
    }
}

text_enum! {
    /// What a book may lack.
    pub enum Lacking {
        /// A file to read.
        Files = "files",
        /// A picture of its own.
        Cover = "cover",
        /// A description.
        Description = "description",
        /// A price.
        Price = "price",
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct DeskFilter {
    /// Only of this status.
    pub status: Option<Status>,
    /// Only of this genre.
    pub genre: Option<Id<Genre>>,
    /// Only in this language.
    pub language: Option<Language>,
    /// Only what has this file.
    pub format: Option<Format>,
    /// Only what lacks this. Such a list is always sorted by when anything changed.
    pub lacking: Option<Lacking>,
    /// Only these, which a search found.
    pub found: Option<Vec<Id<Book>>>,
}

/// Where a part begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DeskPlace {
    /// In orders by text.
    Text(String, i64),
    /// In orders by number.
    Number(i64, i64),
}

/// A part of the list.
#[derive(Debug, Clone)]
pub struct DeskPart<'a> {
    /// What it is narrowed to.
    pub filter: &'a DeskFilter,
    /// Its order.
    pub sort: DeskSort,
    /// Which way.
    pub order: Order,
    /// The place behind which it begins.
    pub after: Option<DeskPlace>,
    /// How many rows.
    pub rows: i64,
}

record! {
    struct Row {
        id: Id<Book>,
        title: String,
        authors: Byline,
        status: Status,
        language: Language,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        has_epub: bool,
        has_pdf: bool,
        cover_version: String,
        cover_placeholder: String,
        cover_drawn: bool,
        folded_title: String,
        sales_count: i64,
        rating_count: i64,
        rating_sum: i64,
        rating_score: i64,
        updated_at: Timestamp,
        version: i64,
    }
}

/// A book in the list.
#[derive(Debug, Clone)]
pub struct DeskRow {
    /// Its key.
    pub id: Id<Book>,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub authors: Vec<AuthorName>,
    /// Draft, published or withdrawn.
    pub status: Status,
    /// The language it is written in.
    pub language: Language,
    /// Its price.
    pub price: Option<Money>,
    /// What it can be read as.
    pub formats: Vec<Format>,
    /// Its picture.
    pub cover: Cover,
    /// Whether that was drawn for want of one.
    pub cover_drawn: bool,
    /// Copies sold.
    pub sales: i64,
    /// What readers gave it.
    pub ratings: Ratings,
    /// When anything changed.
    pub updated_at: Timestamp,
    /// Its version.
    pub version: i64,
    folded_title: String,
    score: i64,
}

impl DeskRow {
    /// Where it stands in an order.
    pub fn place(&self, sort: DeskSort) -> DeskPlace {
        let id = self.id.get();
        match sort {
            DeskSort::Updated => DeskPlace::Text(self.updated_at.to_string(), id),
            DeskSort::Title => DeskPlace::Text(self.folded_title.clone(), id),
            DeskSort::Price => DeskPlace::Number(self.price.map_or(-1, |price| price.amount), id),
            DeskSort::Sales => DeskPlace::Number(self.sales, id),
            DeskSort::Rating => DeskPlace::Number(self.score, id),
        }
    }

    fn of(row: Row) -> Self {
        Self {
            price: card::price(row.price_amount, row.price_currency),
            formats: card::formats(row.has_epub, row.has_pdf),
            cover: Cover { book: row.id, version: row.cover_version, placeholder: row.cover_placeholder },
            ratings: Ratings { count: row.rating_count, sum: row.rating_sum },
            id: row.id,
            title: row.title,
            authors: row.authors.0,
            status: row.status,
            language: row.language,
            cover_drawn: row.cover_drawn,
            sales: row.sales_count,
            updated_at: row.updated_at,
            version: row.version,
            folded_title: row.folded_title,
            score: row.rating_score,
        }
    }
}

macro_rules! columns {
    () => {
        "b.id, b.title, b.authors, b.status, b.language, b.price_amount, b.price_currency, b.has_epub, b.has_pdf,
         b.cover_version, b.cover_placeholder, b.cover_drawn, b.folded_title, b.sales_count, b.rating_count, b.rating_sum,
         b.rating_score, b.updated_at, b.version"
    };
}

/// The conditions that are looked at book by book.
macro_rules! narrowed {
    () => {
        " and (cast($2 as text) is null or b.language = $2)
          and (cast($3 as boolean) is null or b.has_epub = $3)
          and (cast($4 as boolean) is null or b.has_pdf = $4)"
    };
}

/// The books of one status in an order, as far as they are needed. The first condition leaves the others unread.
macro_rules! of_status {
    ($status:literal, $aside:literal, $key:literal, $than:literal, $way:literal, $name:literal) => {
        concat!(
            "select * from (select b.id, ",
            $key,
            " as place from books b
              where (cast($1 as text) is null or $1 = '",
            $status,
            "') and b.status = '",
            $status,
            "'",
            $aside,
            " and (",
            $key,
            ", b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            " order by ",
            $key,
            " ",
            $way,
            ", b.id ",
            $way,
            " limit $7) as ",
            $name
        )
    };
}

/// All books in an order: three lists, each from an index of its own, put together.
macro_rules! everywhere {
    ($key:literal, $shop_key:literal, $than:literal, $way:literal) => {
        concat!(
            "select ",
            columns!(),
            " from (select id, place from (",
            of_status!("published", "", $shop_key, $than, $way, "shop"),
            " union all ",
            of_status!("draft", " and b.status <> 'published'", $key, $than, $way, "drafts"),
            " union all ",
            of_status!("withdrawn", " and b.status <> 'published'", $key, $than, $way, "gone"),
            ") as books_in_order order by place ",
            $way,
            ", id ",
            $way,
            " limit $7) as part
             join books b on b.id = part.id order by part.place ",
            $way,
            ", b.id ",
            $way
        )
    };
}

/// Books that are few enough to be sorted: those of a genre, or those that a search found.
macro_rules! sorted {
    ($from:literal, $lead:literal, $key:literal, $than:literal, $way:literal) => {
        concat!(
            "select ",
            columns!(),
            " from ",
            $from,
            " where ",
            $lead,
            " and (cast($1 as text) is null or b.status = $1) and (",
            $key,
            ", b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            " and (cast($9 as bigint) is null
                 or exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $9))
             order by ",
            $key,
            " ",
            $way,
            ", b.id ",
            $way,
            " limit $7"
        )
    };
}

/// A list of books that lack something, from the index of those.
macro_rules! lacking {
    ($lead:literal, $than:literal, $way:literal) => {
        concat!(
            "select ",
            columns!(),
            " from books b where ",
            $lead,
            " and (cast($1 as text) is null or b.status = $1) and (b.updated_at, b.id) ",
            $than,
            " ($5, $6)",
            narrowed!(),
            " and (cast($8 as bigint) is null
                 or exists (select 1 from book_genres f where f.book_id = b.id and f.genre_id = $8))
             order by b.updated_at ",
            $way,
            ", b.id ",
            $way,
            " limit $7"
        )
    };
}

/// The arguments that all of them have.
macro_rules! with_arguments {
    ($text:expr, $part:expr, $key:expr, $id:expr $(, $more:expr)*) => {{
        let filter = $part.filter;
        sql!(
            $text,
            filter.status.map(Status::as_str),
            filter.language,
            filter.format.filter(|format| *format == Format::Epub).map(|_| true),
            filter.format.filter(|format| *format == Format::Pdf).map(|_| true),
            $key,
            $id,
            $part.rows
            $(, $more)*
        )
    }};
}

/// The statement of a list by one key, both ways.
macro_rules! by_key {
    ($part:expr, $place:expr, $start:expr, $end:expr, $key:literal, $shop_key:literal) => {{
        let part = $part;
        let genre = part.filter.genre;
        let found = part.filter.found.as_ref();
        match part.order {
            Order::Ascending => {
                let (key, id) = $place.unwrap_or($start);
                by_key!(part, key, id, genre, found, $key, $shop_key, ">", "asc")
            }
            Order::Descending => {
                let (key, id) = $place.unwrap_or($end);
                by_key!(part, key, id, genre, found, $key, $shop_key, "<", "desc")
            }
        }
    }};
    ($part:ident, $at:ident, $id:ident, $genre:ident, $found:ident, $key:literal, $shop_key:literal, $than:literal, $way:literal) => {
        match ($found, $genre) {
            (Some(found), genre) => with_arguments!(
                sorted!("books b", "b.id in ($8…)", $key, $than, $way),
                $part,
                $at,
                $id,
                values(found.iter().copied()),
                genre
            ),
            (None, Some(genre)) => with_arguments!(
                sorted!(
                    "book_genres g join books b on b.id = g.book_id",
                    "g.genre_id = $8",
                    $key,
                    $than,
                    $way
                ),
                $part,
                $at,
                $id,
                genre,
                None::<i64>
            ),
            (None, None) => {
                with_arguments!(everywhere!($key, $shop_key, $than, $way), $part, $at, $id)
            }
        }
    };
}

/// A part of the list; `None` where the place is one of another order.
pub async fn list(db: &impl Query, part: DeskPart<'_>) -> db::Result<Option<Vec<DeskRow>>> {
    let Ok(statement) = statement(&part) else { return Ok(None) };
    let rows: Vec<Row> = db.all(statement).await?;
    Ok(Some(rows.into_iter().map(DeskRow::of).collect()))
}

/// Behind all texts.
const LAST: &str = "\u{10ffff}";

fn statement(part: &DeskPart<'_>) -> Result<Statement, WrongPlace> {
    if let Some(lacking) = part.filter.lacking.filter(|_| part.filter.found.is_none()) {
        return lacked(part, lacking);
    }
    let (first, last) = ((String::new(), 0), (LAST.to_owned(), i64::MAX));
    let (lowest, highest) = ((i64::MIN, 0), (i64::MAX, i64::MAX));
    Ok(match part.sort {
        DeskSort::Updated => by_key!(part, text(part)?, first, last, "b.updated_at", "b.updated_at"),
        DeskSort::Title => by_key!(part, text(part)?, first, last, "b.folded_title", "b.folded_title"),
        DeskSort::Price => {
            by_key!(part, number(part)?, lowest, highest, "coalesce(b.price_amount, -1)", "b.price_amount")
        }
        DeskSort::Sales => by_key!(part, number(part)?, lowest, highest, "b.sales_count", "b.sales_count"),
        DeskSort::Rating => by_key!(part, number(part)?, lowest, highest, "b.rating_score", "b.rating_score"),
    })
}

/// The place in an order by text, if there is one.
fn text(part: &DeskPart<'_>) -> Result<Option<(String, i64)>, WrongPlace> {
    match &part.after {
        None => Ok(None),
        Some(DeskPlace::Text(key, id)) => Ok(Some((key.clone(), *id))),
        Some(DeskPlace::Number(..)) => Err(WrongPlace),
    }
}

/// The same in an order by number.
fn number(part: &DeskPart<'_>) -> Result<Option<(i64, i64)>, WrongPlace> {
    match part.after {
        None => Ok(None),
        Some(DeskPlace::Number(key, id)) => Ok(Some((key, id))),
        Some(DeskPlace::Text(..)) => Err(WrongPlace),
    }
}

fn lacked(part: &DeskPart<'_>, lacking: Lacking) -> Result<Statement, WrongPlace> {
    let genre = part.filter.genre;
    let place = text(part)?;
    macro_rules! both_ways {
        ($lead:literal) => {
            match part.order {
                Order::Ascending => {
                    let (key, id) = place.unwrap_or_else(|| (String::new(), 0));
                    with_arguments!(lacking!($lead, ">", "asc"), part, key, id, genre)
                }
                Order::Descending => {
                    let (key, id) = place.unwrap_or_else(|| (LAST.to_owned(), i64::MAX));
                    with_arguments!(lacking!($lead, "<", "desc"), part, key, id, genre)
                }
            }
        };
    }
    Ok(match lacking {
        Lacking::Files => both_ways!("b.has_epub = false and b.has_pdf = false"),
        Lacking::Cover => both_ways!("b.cover_drawn = true"),
        Lacking::Description => both_ways!("b.description = ''"),
        Lacking::Price => both_ways!("b.price_amount is null"),
    })
}

/// How many books each way of looking finds at most.
const FOUND_MOST: i64 = 300;

/// Books whose title, number or author begins with these words, and those not in the shop whose title has them anywhere.
/// What is in the shop is better looked for in the search's index.
pub async fn candidates(db: &impl Query, words: &str) -> db::Result<Vec<Id<Book>>> {
    let folded = fold(words);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let digits: String = words.chars().filter(char::is_ascii_digit).collect();
    let digits = if digits.len() > 3 { digits } else { "-".to_owned() };
    let end = |text: &str| format!("{text}{LAST}");
    let found: Vec<(Id<Book>,)> = db
        .all(sql!(
            "select id from (select id from books where folded_title >= $1 and folded_title < $2 limit $6) as titled
             union
             select id from (select id from books where isbn >= $3 and isbn < $4 limit $6) as numbered
             union
             select book_id from (
                 select ba.book_id from authors a join book_authors ba on ba.author_id = a.id
                 where a.folded_name >= $1 and a.folded_name < $2 limit $6) as written
             union
             select book_id from (
                 select ba.book_id from authors a join book_authors ba on ba.author_id = a.id
                 where a.folded_sort >= $1 and a.folded_sort < $2 limit $6) as sorted
             union
             select id from (select id from books
                 where status = 'draft' and status <> 'published' and folded_title like $5 limit $6) as drafts
             union
             select id from (select id from books
                 where status = 'withdrawn' and status <> 'published' and folded_title like $5 limit $6) as gone",
            folded.as_str(),
            end(&folded),
            digits.as_str(),
            end(&digits),
            format!("%{folded}%"),
            FOUND_MOST
        ))
        .await?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
