//! What changed about what can be found, for those who keep something derived from it: the search indexes.
//!
//! Every change of a book goes through [`note`] or [`note_listed`], in the transaction that makes it. Those only insert
//! rows, without a number: a number taken there would become visible in another order than it was given in, and a
//! follower who had read 8 would never see the 7 that was committed after it. (Giving numbers in order would mean that
//! all transactions wait for one another.) Numbers are given afterwards, by [`number`]: in a transaction of its own, it
//! locks the clock, and numbers what it can see, which is committed. The next one to number waits for the lock, so the
//! numbers become visible in their order, and whoever has read up to one has missed nothing before it. What is not
//! committed yet is numbered later. Any node may do it, as often as it likes.
//!
//! Of each thing only the last change is kept, so the table never has more rows than the shop has things, and a node
//! that was away for long still finds what it missed.

use db::{Db, List, Query, Tx, record, sql};
use kernel::{Id, Random};

use crate::{Book, text_enum::text_enum};

text_enum! {
    /// What can be found.
    pub enum Findable {
        /// A book.
        Book = "book",
        /// An author.
        Author = "author",
        /// A series.
        Series = "series",
        /// A genre.
        Genre = "genre",
    }
}

/// Changes that are numbered in one transaction.
const NUMBERED_AT_ONCE: i64 = 2_000;

record! {
    /// Something that changed: read what it is now.
    pub struct Change {
        /// What it is.
        pub kind: Findable,
        /// Its key among those of its kind.
        pub item_id: i64,
        /// The number of the change, shared by those numbered with it.
        pub tick: i64,
        /// Its place among those of the same number.
        pub id: i64,
    }

    /// Where the numbering stands.
    pub struct Clock {
        /// The last number given.
        pub tick: i64,
        /// Tells this database from another; empty until [`number`] ran once.
        pub shop: String,
        /// Whether changes wait for their number: 1 or 0.
        pub waiting: i64,
    }
}

/// Notes that something about the book changed which only concerns itself: its price, files, ratings, sales.
pub async fn note(tx: &Tx, book: Id<Book>) -> db::Result<()> {
    tx.execute(sql!("insert into search_changes (kind, item_id) values ('book', $1)", book)).await.map(drop)
}

/// The same of several books.
pub(crate) async fn note_all(tx: &Tx, books: List) -> db::Result<()> {
    tx.execute(sql!(
        "insert into search_changes (kind, item_id) select 'book', id from books where id in ($1…)",
        books
    ))
    .await
    .map(drop)
}

/// Notes that the book came into the shop, is about to leave it, or has other people, genres or another series: those
/// change with it.
pub async fn note_listed(tx: &Tx, book: Id<Book>) -> db::Result<()> {
    note(tx, book).await?;
    tx.execute(sql!(
        "insert into search_changes (kind, item_id)
         select 'author', author_id from book_authors where book_id = $1
         union select 'genre', genre_id from book_genres where book_id = $1
         union select 'series', series_id from books where id = $1 and series_id is not null",
        book
    ))
    .await
    .map(drop)
}

/// Where the numbering stands.
pub async fn clock(db: &impl Query) -> db::Result<Clock> {
    db.one(sql!(
        "select tick, shop,
                (select count(*) from (select id from search_changes where tick is null limit 1) as unnumbered) as waiting
         from search_clock where id = 1"
    ))
    .await
}

/// Says that this is another database than it was: indexes that follow it are made anew.
pub async fn start_anew(db: &impl Query) -> db::Result<()> {
    db.execute(sql!("update search_clock set shop = '' where id = 1")).await.map(drop)
}

/// Numbers the changes that wait for it, a part of them where they are many.
pub async fn number(db: &Db, random: &Random) -> db::Result<()> {
    let shop = random.hex::<8>();
    db.transaction(async |tx: Tx| {
        // The lock of this row lasts until the commit: one node numbers at a time.
        let (tick,): (i64,) = tx
            .one(sql!(
                "update search_clock set tick = tick + 1, shop = case when shop = '' then $1 else shop end
                 where id = 1 returning tick",
                shop.as_str()
            ))
            .await?;
        tx.execute(sql!(
            "update search_changes set tick = $1
             where id in (select id from search_changes where tick is null order by id limit $2)",
            tick,
            NUMBERED_AT_ONCE
        ))
        .await?;
        tx.execute(sql!(
            "delete from search_changes where id in (
                 select old.id from search_changes fresh
                 join search_changes old on old.kind = fresh.kind and old.item_id = fresh.item_id and old.id < fresh.id
                 where fresh.tick = $1 and old.tick is not null
             )",
            tick
        ))
        .await
        .map(drop)
    })
    .await
}

/// The changes behind a place in their order, `(tick, id)`, from the first on.
pub async fn since(db: &impl Query, place: (i64, i64), rows: i64) -> db::Result<Vec<Change>> {
    db.all(sql!(
        "select kind, item_id, tick, id from search_changes where (tick, id) > ($1, $2) order by tick, id limit $3",
        place.0,
        place.1,
        rows
    ))
    .await
}
