//! Lists of names as those look through them who keep them: all, by their words, by how many books stand under them.

use db::{Query, Statement, record, sql};
use i18n::Locale;
use kernel::fold;
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::edit::Order;
use crate::{WrongPlace, matching, text_enum::text_enum};

text_enum! {
    /// The order of names.
    pub enum NameSort {
        /// By name; authors by their family name.
        Name = "name",
        /// By books in the shop.
        Books = "books",
        /// As the shop shows them: only genres have such an order.
        Position = "position",
    }
}

/// What a list is narrowed to.
#[derive(Debug, Clone, Copy, Default)]
pub struct NameFilter<'a> {
    /// Words of the name, or of what else it is called.
    pub q: &'a str,
    /// Only those without a book, in the shop or not. Such a list is always sorted by name.
    pub without_books: bool,
}

/// Where a part begins: what it is sorted by there, and the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NamePlace {
    /// In orders by text.
    Text(String, i64),
    /// In orders by number.
    Number(i64, i64),
}

/// A part of a list.
#[derive(Debug, Clone)]
pub struct NamePart<'a> {
    /// What it is narrowed to.
    pub filter: NameFilter<'a>,
    /// Its order.
    pub sort: NameSort,
    /// Which way.
    pub order: Order,
    /// The place behind which it begins.
    pub after: Option<NamePlace>,
    /// How many rows.
    pub rows: i64,
}

record! {
    /// A name in a list.
    pub struct NameRow {
        /// The key.
        pub id: i64,
        /// The name; of a genre in the language of whoever looks.
        pub name: String,
        /// By what it is sorted.
        pub sorted: String,
        /// Books in the shop.
        pub in_shop: i64,
        /// A genre's order.
        pub position: i64,
    }
}

impl NameRow {
    /// Where it stands in an order.
    pub fn place(&self, sort: NameSort) -> NamePlace {
        match sort {
            NameSort::Name => NamePlace::Text(self.sorted.clone(), self.id),
            NameSort::Books => NamePlace::Number(self.in_shop, self.id),
            NameSort::Position => NamePlace::Number(self.position, self.id),
        }
    }
}

/// A part of the names of a table: `$1` and `$2` say where it begins, `$3` how many, `$4` to `$6` what is looked for, among other
/// names of the kind `$7` as well.
macro_rules! names {
    ($table:literal, $sorted:literal, $lead:literal, $by:literal, $than:literal, $way:literal) => {
        concat!(
            "select n.id, n.name, n.",
            $sorted,
            " as sorted, n.book_count as in_shop, 0 as position from ",
            $table,
            " n where ",
            $lead,
            " and (n.",
            $by,
            ", n.id) ",
            $than,
            " ($1, $2) and ",
            names!("$4"),
            " and ",
            names!("$5"),
            " and ",
            names!("$6"),
            " order by n.",
            $by,
            " ",
            $way,
            ", n.id ",
            $way,
            " limit $3"
        )
    };
    ($pattern:literal) => {
        concat!(
            "(cast(",
            $pattern,
            " as text) is null or n.folded_name like ",
            $pattern,
            " or n.id in (select item_id from other_names where kind = $7 and folded_name like ",
            $pattern,
            "))"
        )
    };
}

/// Both ways of one order of one table.
macro_rules! both_ways {
    ($part:expr, $kind:expr, $place:expr, $table:literal, $sorted:literal, $lead:literal, $by:literal) => {{
        let (part, [one, two, three]) = ($part, matching::patterns($part.filter.q));
        let (key, id) = $place;
        match part.order {
            Order::Ascending => sql!(
                names!($table, $sorted, $lead, $by, ">", "asc"),
                key,
                id,
                part.rows,
                one,
                two,
                three,
                $kind
            ),
            Order::Descending => sql!(
                names!($table, $sorted, $lead, $by, "<", "desc"),
                key,
                id,
                part.rows,
                one,
                two,
                three,
                $kind
            ),
        }
    }};
}

/// The orders of one table.
macro_rules! of_table {
    ($part:expr, $kind:expr, $table:literal, $sorted:literal, $none:literal) => {{
        let part = $part;
        if part.filter.without_books {
            Ok(both_ways!(part, $kind, text(part)?, $table, $sorted, $none, $sorted))
        } else if part.sort == NameSort::Books {
            Ok(both_ways!(part, $kind, number(part)?, $table, $sorted, "n.id > 0", "book_count"))
        } else {
            Ok(both_ways!(part, $kind, text(part)?, $table, $sorted, "n.id > 0", $sorted))
        }
    }};
}

/// A part of a list; `None` where the place is one of another order.
pub async fn list(
    db: &impl Query,
    kind: Kind,
    part: &NamePart<'_>,
    l: Locale,
) -> db::Result<Option<Vec<NameRow>>> {
    if kind == Kind::Genre {
        return genres(db, part, l).await;
    }
    match statement(kind, part) {
        Ok(statement) => db.all(statement).await.map(Some),
        Err(WrongPlace) => Ok(None),
    }
}

fn statement(kind: Kind, part: &NamePart<'_>) -> Result<Statement, WrongPlace> {
    match kind {
        Kind::Author => of_table!(
            part,
            kind,
            "authors",
            "folded_sort",
            "n.book_count = 0 and not exists (select 1 from book_authors x where x.author_id = n.id)"
        ),
        Kind::Publisher => of_table!(
            part,
            kind,
            "publishers",
            "folded_name",
            "n.book_count = 0 and not exists (select 1 from books x where x.publisher_id = n.id)"
        ),
        Kind::Series | Kind::Genre => of_table!(
            part,
            kind,
            "series",
            "folded_name",
            "n.book_count = 0 and not exists (select 1 from books x where x.series_id = n.id)"
        ),
    }
}

/// Behind all texts.
const LAST: &str = "\u{10ffff}";

fn text(part: &NamePart<'_>) -> Result<(String, i64), WrongPlace> {
    match (&part.after, part.order) {
        (Some(NamePlace::Text(key, id)), _) => Ok((key.clone(), *id)),
        (Some(NamePlace::Number(..)), _) => Err(WrongPlace),
        (None, Order::Ascending) => Ok((String::new(), 0)),
        (None, Order::Descending) => Ok((LAST.to_owned(), i64::MAX)),
    }
}

fn number(part: &NamePart<'_>) -> Result<(i64, i64), WrongPlace> {
    match (&part.after, part.order) {
        (Some(NamePlace::Number(key, id)), _) => Ok((*key, *id)),
        (Some(NamePlace::Text(..)), _) => Err(WrongPlace),
        (None, Order::Ascending) => Ok((i64::MIN, 0)),
        (None, Order::Descending) => Ok((i64::MAX, i64::MAX)),
    }
}

record! {
    struct GenreRow {
        id: i64,
        locale: String,
        name: String,
        folded_name: String,
        position: i64,
        in_shop: i64,
        has_books: bool,
    }
}

/// Genres are a few dozen: they are read whole, and sorted here.
async fn genres(db: &impl Query, part: &NamePart<'_>, l: Locale) -> db::Result<Option<Vec<NameRow>>> {
    let names: Vec<GenreRow> = db
        .all(sql!(
            "select g.id, n.locale, n.name, n.folded_name, g.position, g.book_count as in_shop,
                    g.book_count > 0 or exists (select 1 from book_genres x where x.genre_id = g.id) as has_books
             from genres g join genre_names n on n.genre_id = g.id"
        ))
        .await?;
    let others: Vec<(i64, String)> =
        db.all(sql!("select item_id, folded_name from other_names where kind = $1", Kind::Genre)).await?;
    let words = fold(part.filter.q);
    let is_meant = |id: i64| {
        let own = names.iter().filter(|name| name.id == id).map(|name| name.folded_name.as_str());
        let others = others.iter().filter(|other| other.0 == id).map(|other| other.1.as_str());
        let mut all = own.chain(others);
        part.filter.q.trim().is_empty() || !words.is_empty() && all.any(|name| name.contains(&words))
    };
    let wanted = names.iter().filter(|name| name.locale == l.tag() && is_meant(name.id));
    let wanted = wanted.filter(|name| !(part.filter.without_books && name.has_books));
    let row = |genre: &GenreRow| NameRow {
        id: genre.id,
        name: genre.name.clone(),
        sorted: genre.folded_name.clone(),
        in_shop: genre.in_shop,
        position: genre.position,
    };
    let mut rows: Vec<NameRow> = wanted.map(row).collect();
    rows.sort_by(|a, b| match part.sort {
        NameSort::Name => (&a.sorted, a.id).cmp(&(&b.sorted, b.id)),
        NameSort::Books => (a.in_shop, a.id).cmp(&(b.in_shop, b.id)),
        NameSort::Position => (a.position, a.id).cmp(&(b.position, b.id)),
    });
    if part.order == Order::Descending {
        rows.reverse();
    }
    if let Some(after) = &part.after {
        let Some(at) = rows.iter().position(|row| row.place(part.sort) == *after) else { return Ok(None) };
        rows.drain(..=at);
    }
    rows.truncate(usize::try_from(part.rows).unwrap_or(usize::MAX));
    Ok(Some(rows))
}
