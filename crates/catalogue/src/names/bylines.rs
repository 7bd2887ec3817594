//! What follows for books where a name changes that they stand under.

use db::{Query, Tx, sql};

use super::Kind;
use super::kind::of_kind;

/// A byline as the database makes it of the names that there are now: see [`Byline`](crate::Byline).
macro_rules! bylines {
    ($joined:literal) => {
        concat!(
            "update books set authors = coalesce((select ",
            $joined,
            " from book_authors ba join authors a on a.id = ba.author_id
              where ba.book_id = books.id and ba.role = 'aut'), '')
              where id in (select book_id from book_authors where author_id = $1)"
        )
    };
}

/// Writes the bylines of an author's books anew.
pub(super) async fn write(tx: &Tx, author: i64) -> db::Result<()> {
    tx.execute(sql!(
        sqlite: bylines!("group_concat(a.id || ' ' || replace(replace(a.name, char(10), ' '), char(13), ' ') || char(10), '' order by ba.position)"),
        postgres: bylines!("string_agg(a.id || ' ' || translate(a.name, chr(10) || chr(13), '  ') || chr(10), '' order by ba.position)"),
        author
    ))
    .await
    .map(drop)
}

macro_rules! books_found {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!(
            "insert into search_changes (kind, item_id) select distinct 'book', ",
            $book,
            " from ",
            $books,
            " where ",
            $name,
            " = $1"
        )
    };
}

/// Tells the search that a name changed, and with it all its books.
pub(super) async fn tell_search(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    tell_of_itself(tx, kind, id).await?;
    // Books are found by the keys of their genres only.
    if kind == Kind::Genre {
        return Ok(());
    }
    tx.execute(of_kind!(kind, books_found, id)).await.map(drop)
}

/// The same of those books alone that stand under it now.
pub(super) async fn tell_of_books(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    tx.execute(of_kind!(kind, books_found, id)).await.map(drop)
}

/// The same of the name alone. Publishers are found by their books.
pub(super) async fn tell_of_itself(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    if kind == Kind::Publisher {
        return Ok(());
    }
    tx.execute(sql!("insert into search_changes (kind, item_id) values ($1, $2)", kind, id)).await.map(drop)
}

macro_rules! books_alike {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!(
            "insert into similar_wanted (book_id) select distinct ",
            $book,
            " from ",
            $books,
            " where ",
            $name,
            " = $1 on conflict (book_id) do update set times = similar_wanted.times + 1"
        )
    };
}

/// Has found again what is similar to its books.
pub(super) async fn want_similar(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    tx.execute(of_kind!(kind, books_alike, id)).await.map(drop)
}
