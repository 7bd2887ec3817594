//! Which books a book's page shows as similar. Found beforehand, when one of them changes, so that a page only reads
//! them.
//!
//! Where readers' behaviour has something to say (`book_neighbours`), it comes right after the series; where it has not,
//! series, authors and genres are enough.

use std::time::Duration;

use db::{Db, Query, Tx, list, record, sql};
use jobs::Registry;
use kernel::{Id, Language};
use web::App;

use crate::card::{CardRow, card_columns, cards};
use crate::{Book, Card, Series};

/// How many similar books are kept of each.
pub(crate) const KEPT: i64 = 20;
/// How many books are done in one transaction: it keeps others from writing for some hundredths of a second.
const AT_ONCE: i64 = 50;
/// How soon after a change.
const PERIOD: Duration = Duration::from_secs(10);

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new().every("catalogue.similar", PERIOD, async |app: App| {
        find_wanted(&app.db).await.map_err(anyhow::Error::from)
    })
}

record! {
    struct Wanted {
        book_id: Id<Book>,
        times: i64,
        series_id: Option<Id<Series>>,
        language: Language,
    }
}

/// The books like the book `$1`, of the series `$2`, those in the language `$3` first. Its series and its authors have
/// shelves of their own on its page: a few of each leave room for others. `$newest` joins to each of its genres as `mine`
/// the newest books of that genre as `other`.
macro_rules! similar {
    ($newest:literal) => {
        concat!(
            "select b.id from (
                select id, min(distance) as distance from (
                    select * from (
                        select id, 1.0 as distance from books
                        where series_id = $2 and id <> $1 and status = 'published'
                        order by language = $3 desc, published_at desc, id desc limit 8
                    ) as of_series
                    union all
                    select * from (
                        select other_id, 2.0 - weight from book_neighbours
                        where book_id = $1 and weight > 0 order by weight desc limit 10
                    ) as learned
                    union all
                    select * from (
                        select b.id, 2.0 from book_authors mine
                        join book_authors other on other.author_id = mine.author_id and other.role = 'aut'
                        join books b on b.id = other.book_id
                        where mine.book_id = $1 and mine.role = 'aut' and b.id <> $1 and b.status = 'published'
                        group by b.id order by b.language = $3 desc, b.published_at desc, b.id desc limit 8
                    ) as written
                    union all
                    select * from (
                        select other.book_id, 3.0 from book_genres mine ",
            $newest,
            " where mine.book_id = $1 order by other.published_at desc, other.book_id desc limit 40
                    ) as alike
                ) as near where id <> $1 group by id
            ) as nearest join books b on b.id = nearest.id
            where b.status = 'published'
            order by nearest.distance, b.language = $3 desc, b.published_at desc, b.id desc limit $4"
        )
    };
}

impl Card {
    /// The books that the page of a book shows as similar, the most similar first.
    pub async fn similar(db: &impl Query, book: Id<Book>, limit: i64) -> db::Result<Vec<Self>> {
        let rows: Vec<CardRow> = db
            .all(sql!(
                concat!(
                    "select ",
                    card_columns!(),
                    " from similar_books s join books b on b.id = s.other_id
                     where s.book_id = $1 and b.status = 'published' order by s.rank limit $2"
                ),
                book,
                limit
            ))
            .await?;
        Ok(cards(rows))
    }
}

/// Notes that what is similar to this book, and to those of its series and authors, has to be found again: it is new, or
/// what is said about it has changed. A worker does many of them together, so that an import costs some small rows.
pub(crate) async fn want(tx: &Tx, book: Id<Book>) -> db::Result<()> {
    tx.execute(sql!(
        "insert into similar_wanted (book_id)
         select id from (
             select id from books where id = $1
             union
             select other.id from books mine join books other on other.series_id = mine.series_id where mine.id = $1
             union
             select other.book_id from book_authors mine
             join book_authors other on other.author_id = mine.author_id
             where mine.book_id = $1 and mine.role = 'aut' and other.role = 'aut'
         ) as near order by id desc limit 20
         on conflict (book_id) do update set times = similar_wanted.times + 1",
        book
    ))
    .await
    .map(drop)
}

/// Notes that all books have to be done again, because what readers like together has been learned anew.
pub async fn want_all_similar(db: &impl Query) -> db::Result<()> {
    db.execute(
        sql!(
            "insert into similar_wanted (book_id) /* full scan: once a night, every published book */
             select id from books where status = 'published'
             on conflict (book_id) do update set times = similar_wanted.times + 1"
        )
        .long(),
    )
    .await
    .map(drop)
}

/// Finds again what is similar to the books of which that is wanted.
pub async fn find_wanted(db: &Db) -> db::Result<()> {
    loop {
        let wanted: Vec<Wanted> = db
            .all(sql!(
                "select w.book_id, w.times, b.series_id, b.language /* full scan: the first of a short table */
                 from similar_wanted w join books b on b.id = w.book_id order by w.book_id limit $1",
                AT_ONCE
            ))
            .await?;
        if wanted.is_empty() {
            return Ok(());
        }
        // What is read is read before anybody is kept from writing.
        let mut found = Vec::with_capacity(wanted.len());
        for book in wanted {
            let others = others(db, &book).await?;
            found.push((book, others));
            tokio::task::yield_now().await;
        }
        let found = &found;
        db.transaction(async |tx| keep(&tx, found).await).await?;
    }
}

async fn others(db: &impl Query, book: &Wanted) -> db::Result<Vec<Id<Book>>> {
    // Only the newest of each genre may be read, for a genre grows with the shop. SQLite stops by itself where the order
    // of its index says that nothing better follows; PostgreSQL has to be told, which SQLite cannot be.
    let rows: Vec<(Id<Book>,)> = db
        .all(sql!(
            sqlite: similar!("join book_genres other
                              on other.genre_id = mine.genre_id and other.published_at is not null"),
            postgres: similar!("cross join lateral (
                                    select book_id, published_at from book_genres
                                    where genre_id = mine.genre_id and published_at is not null
                                    order by published_at desc, book_id desc limit 40
                                ) as other"),
            book.book_id,
            book.series_id,
            book.language,
            KEPT
        ))
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

async fn keep(tx: &Tx, found: &[(Wanted, Vec<Id<Book>>)]) -> db::Result<()> {
    let books = || list(found.iter().map(|(book, _)| book.book_id));
    tx.execute(sql!("delete from similar_books where book_id in ($1…)", books())).await?;
    let rows = found.iter().flat_map(|(book, others)| {
        (1_i64..).zip(others).map(|(rank, other)| {
            // A book that was removed meanwhile is in no list.
            sql!(
                "insert into similar_books (book_id, rank, other_id)
                 select $1, $2, id from books where id = $3 and exists (select 1 from books where id = $1)",
                book.book_id,
                rank,
                *other
            )
        })
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await?;
    // What was asked for once more meanwhile is done once more.
    let done = found.iter().map(|(book, _)| {
        sql!("delete from similar_wanted where book_id = $1 and times = $2", book.book_id, book.times)
    });
    tx.execute_all(done.collect::<Vec<_>>()).await
}
