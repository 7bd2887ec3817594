//! Two names that mean the same become one: the books of the one stand under the other, which is found by what the one was called,
//! and to which its key leads from then on.

use std::collections::BTreeSet;

use db::{Query, Tx, sql};
use kernel::{Id, Timestamp};

use super::kind::of_kind;
use super::{Entry, Kind, NameError, bylines, other, redraw, remove, split};
use crate::edit::Editor;
use crate::{Book, t};

/// What became of it, for the audit log: all that is needed to find the books again that moved.
#[derive(Debug, Clone)]
pub struct Merged {
    /// What is gone, as it was.
    pub from: Entry,
    /// What it is part of, as it was.
    pub into: Entry,
    /// The books that stood under what is gone.
    pub books: Vec<Id<Book>>,
    /// Those among them that stood under the other as well.
    pub already: Vec<Id<Book>>,
}

/// Puts one into another. `base` is the version of what goes that the caller knows, where it matters to them.
pub async fn merge(
    tx: &Tx,
    kind: Kind,
    (from, into): (i64, i64),
    base: Option<i64>,
    by: &Editor<'_>,
) -> Result<Merged, NameError> {
    if from == into {
        return Err(NameError::invalid("into", "same", t::name_same));
    }
    lock_both(tx, kind, (from, into)).await?;
    let gone = Entry::find(tx, kind, from).await?.ok_or(NameError::NotFound)?;
    if base.is_some_and(|base| base != gone.version) {
        return Err(NameError::Meanwhile);
    }
    let kept = Entry::find(tx, kind, into).await?;
    let kept = kept.ok_or_else(|| NameError::invalid("into", "unknown", t::edit_unknown))?;
    let (books, others) = (split::keys(tx, kind, from).await?, split::keys(tx, kind, into).await?);
    let others: BTreeSet<Id<Book>> = others.into_iter().collect();
    let already = books.iter().copied().filter(|book| others.contains(book)).collect();

    bylines::tell_of_itself(tx, kind, from).await?;
    bylines::tell_of_books(tx, kind, from).await?;
    move_books(tx, kind, (from, into)).await?;
    count(tx, kind, into).await?;
    move_names(tx, kind, (&gone, &kept)).await?;
    lead_on(tx, kind, (from, into), by.now).await?;
    remove::forget(tx, kind, from).await?;
    bylines::tell_search(tx, kind, into).await?;
    derive(tx, (kind, into), by.now).await?;
    Ok(Merged { from: gone, into: kept, books, already })
}

/// Has the old key lead on: for ever, and where the front page has a shelf of it. That table is the discovery's, which writes it.
async fn lead_on(tx: &Tx, kind: Kind, (from, into): (i64, i64), now: Timestamp) -> db::Result<()> {
    tx.execute(sql!(
        "update merged_names set item_id = $3 where kind = $1 and item_id = $2",
        kind,
        from,
        into
    ))
    .await?;
    tx.execute(sql!(
        "insert into merged_names (kind, old_id, item_id, merged_at) values ($1, $2, $3, $4)",
        kind,
        from,
        into,
        now
    ))
    .await?;
    tx.execute(sql!(
        "update home_shelves set source_id = $3 where source = $1 and source_id = $2",
        kind,
        from,
        into
    ))
    .await
    .map(drop)
}

/// Writes anew what is derived from the names of its books.
async fn derive(tx: &Tx, (kind, id): (Kind, i64), now: Timestamp) -> db::Result<()> {
    match kind {
        Kind::Author => {
            bylines::write(tx, id).await?;
            bylines::want_similar(tx, kind, id).await?;
            redraw::later(tx, (kind, id), now).await
        }
        Kind::Series => bylines::want_similar(tx, kind, id).await,
        // A drawn cover has the colour of the genre.
        Kind::Genre => redraw::later(tx, (kind, id), now).await,
        Kind::Publisher => Ok(()),
    }
}

macro_rules! both {
    ($table:literal) => {
        concat!("select id from ", $table, " where id in ($1, $2) order by id")
    };
    ($table:literal, locked) => {
        concat!("select id from ", $table, " where id in ($1, $2) order by id for update")
    };
}

macro_rules! lock {
    ($table:literal, $ids:expr) => {
        sql!(sqlite: both!($table), postgres: both!($table, locked), $ids.0, $ids.1)
    };
}

/// Keeps others from putting books under either until the end. SQLite's transactions write one after the other anyway.
async fn lock_both(tx: &Tx, kind: Kind, ids: (i64, i64)) -> db::Result<()> {
    let statement = match kind {
        Kind::Author => lock!("authors", ids),
        Kind::Genre => lock!("genres", ids),
        Kind::Publisher => lock!("publishers", ids),
        Kind::Series => lock!("series", ids),
    };
    tx.all::<(i64,)>(statement).await.map(drop)
}

async fn move_books(tx: &Tx, kind: Kind, (from, into): (i64, i64)) -> db::Result<()> {
    match kind {
        Kind::Author => {
            tx.execute(sql!("update book_authors set author_id = $2 where author_id = $1", from, into))
                .await?;
            // Whoever was named twice for one thing is named where they came first.
            tx.execute(sql!(
                "delete from book_authors where author_id = $1 and exists (
                     select 1 from book_authors x where x.book_id = book_authors.book_id and x.author_id = $1
                         and x.role = book_authors.role and x.position < book_authors.position)",
                into
            ))
            .await?;
        }
        Kind::Genre => genre_moves(tx, (from, into)).await?,
        Kind::Publisher => {
            tx.execute(sql!("update books set publisher_id = $2 where publisher_id = $1", from, into))
                .await?;
        }
        Kind::Series => {
            tx.execute(sql!("update books set series_id = $2 where series_id = $1", from, into)).await?;
        }
    }
    Ok(())
}

/// Its books, who chose it, and its words in addresses.
async fn genre_moves(tx: &Tx, (from, into): (i64, i64)) -> db::Result<()> {
    tx.execute(sql!(
        "insert into book_genres (book_id, genre_id, position, published_at)
         select book_id, $2, position, published_at from book_genres where genre_id = $1
         on conflict (book_id, genre_id) do update set position = case
             when excluded.position < book_genres.position then excluded.position else book_genres.position end",
        from,
        into
    ))
    .await?;
    tx.execute(sql!("delete from book_genres where genre_id = $1", from)).await?;
    // The table is that of the accounts, which write it; who likes a genre likes what it becomes part of.
    tx.execute(sql!(
        "insert into changed_tastes (user_id) select user_id from user_genres where genre_id = $1
         on conflict (user_id) do update set times = changed_tastes.times + 1",
        from
    ))
    .await?;
    tx.execute(sql!(
        "insert into user_genres (user_id, genre_id) select user_id, $2 from user_genres where genre_id = $1
         on conflict (user_id, genre_id) do nothing",
        from,
        into
    ))
    .await?;
    tx.execute(sql!("update genre_words set genre_id = $2 where genre_id = $1", from, into)).await?;
    tx.execute(sql!(
        "insert into genre_words (word, genre_id) select slug, $2 from genres where id = $1
         on conflict (word) do update set genre_id = excluded.genre_id",
        from,
        into
    ))
    .await
    .map(drop)
}

/// Counts the books of one anew.
async fn count(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    let statement = match kind {
        Kind::Author => sql!(
            "update authors set version = version + 1, compared = false, book_count = (
                 select count(distinct x.book_id) from book_authors x join books b on b.id = x.book_id
                 where x.author_id = $1 and b.status = 'published') where id = $1",
            id
        ),
        Kind::Genre => sql!(
            "update genres set version = version + 1, compared = false, book_count = (
                 select count(*) from book_genres where genre_id = $1 and published_at is not null) where id = $1",
            id
        ),
        Kind::Publisher => sql!(
            "update publishers set version = version + 1, compared = false, book_count = (
                 select count(*) from books where publisher_id = $1 and status = 'published') where id = $1",
            id
        ),
        Kind::Series => sql!(
            "update series set version = version + 1, compared = false, book_count = (
                 select count(*) from books where series_id = $1 and status = 'published') where id = $1",
            id
        ),
    };
    tx.execute(statement).await.map(drop)
}

/// What the one was called is what the other is called as well; in a language where that has no name of its own, it is shown so.
async fn move_names(tx: &Tx, kind: Kind, (gone, kept): (&Entry, &Entry)) -> db::Result<()> {
    let mut said = kept.said.clone();
    for (tag, name) in &gone.said.names {
        said.names.entry(tag.clone()).or_insert_with(|| name.clone());
    }
    let known = [&said.name].into_iter().chain(said.names.values()).chain(&said.other_names);
    let mut known: BTreeSet<String> = known.map(|name| other::key(name)).collect();
    // A genre's name is its word in addresses, by which nobody calls it.
    let own = Some(&gone.said.name).filter(|_| kind != Kind::Genre);
    for name in own.into_iter().chain(&gone.said.other_names).chain(gone.said.names.values()) {
        if known.insert(other::key(name)) {
            said.other_names.push(name.clone());
        }
    }
    other::write(tx, kind, kept.id, (&said.names, &said.other_names)).await
}

macro_rules! gone {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("delete from ", $table, " where id = $1")
    };
}

/// Takes the row away.
pub(super) async fn delete(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    tx.execute(of_kind!(kind, gone, id)).await.map(drop)
}
