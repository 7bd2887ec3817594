//! Learns every night, from everything that readers did, which books go together.

use std::collections::BTreeMap;

use catalogue::Book;
use db::{Db, Query, Tx, list, record, sql};
use kernel::{Id, Timestamp};
use recommend::{Interactions, Neighbours};
use web::UserId;

use super::signals::{Signal, weigh};

/// How many readers are read at once.
const READERS: i64 = 500;
/// The most books that are learned about: those that most readers have to do with.
const BOOKS: usize = 20_000;
/// A book that fewer readers have to do with says nothing yet.
const READERS_LEAST: usize = 2;
/// How many neighbours of a book are kept.
const KEPT: usize = 20;
/// How many books are written down in one transaction.
const AT_ONCE: usize = 100;
const DAY: i64 = 24 * 60 * 60;

/// A reader and a book, both numbered, and how much the one is drawn to the other.
type Weight = (u32, u32, f32);
/// A book and its neighbours.
type Near = (Id<Book>, Vec<(Id<Book>, f64)>);

record! {
    struct Chunk {
        first: Option<UserId>,
        last: Option<UserId>,
    }
}

/// Learns, writes it down, and has what depends on it made again.
pub(super) async fn learn(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    let (weights, books) = read(db).await?;
    let learned = tokio::task::spawn_blocking(move || recommend::learn(&Interactions::new(weights))).await?;
    write(db, &learned, &books).await?;
    catalogue::want_all_similar(db).await?;
    want_all(db, now).await?;
    Ok(())
}

/// How much each reader is drawn to each book, both numbered; and the books in the order of their numbers.
async fn read(db: &Db) -> db::Result<(Vec<Weight>, Vec<Id<Book>>)> {
    let mut drawn: Vec<(u32, Id<Book>, f32)> = Vec::new();
    let mut after: UserId = Id::new(0);
    let mut reader = 0_u32;
    loop {
        let chunk: Chunk = db
            .one(sql!(
                "select min(id) as first, max(id) as last
                 from (select id from users where id > $1 order by id limit $2) as chunk",
                after,
                READERS
            ))
            .await?;
        let (Some(first), Some(last)) = (chunk.first, chunk.last) else { break };
        let mut by_reader: BTreeMap<UserId, Vec<Signal>> = BTreeMap::new();
        for signal in Signal::of_many(db, first, last).await? {
            by_reader.entry(signal.user_id).or_default().push(signal);
        }
        for signals in by_reader.into_values() {
            let liked = weigh(&signals).into_iter().filter(|(_, one)| one.weight > 0.0);
            drawn.extend(liked.map(|(book, one)| (reader, book, one.weight)));
            reader += 1;
        }
        after = last;
    }
    Ok(numbered(drawn))
}

/// Numbers the books that enough readers have to do with.
fn numbered(drawn: Vec<(u32, Id<Book>, f32)>) -> (Vec<Weight>, Vec<Id<Book>>) {
    let mut readers: BTreeMap<Id<Book>, usize> = BTreeMap::new();
    for (_, book, _) in &drawn {
        *readers.entry(*book).or_default() += 1;
    }
    let mut known: Vec<_> = readers.into_iter().filter(|(_, count)| *count >= READERS_LEAST).collect();
    known.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    known.truncate(BOOKS);
    let books: Vec<Id<Book>> = known.into_iter().map(|(book, _)| book).collect();
    let numbers: BTreeMap<Id<Book>, u32> = books.iter().copied().zip(0_u32..).collect();
    let weights =
        drawn.into_iter().filter_map(|(reader, book, weight)| Some((reader, *numbers.get(&book)?, weight)));
    (weights.collect(), books)
}

/// Replaces what was learned before, some books at a time.
async fn write(db: &Db, learned: &Neighbours, books: &[Id<Book>]) -> db::Result<()> {
    let rows: Vec<Near> = (0_u32..)
        .zip(books)
        .map(|(number, book)| {
            let near = learned.of(number).iter().filter(|(_, weight)| *weight > 0.0).take(KEPT);
            (*book, near.map(|(other, weight)| (books[*other as usize], f64::from(*weight))).collect())
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        db.transaction(async |tx| replace(&tx, some).await).await?;
    }
    // Of books that are not learned about any more.
    let before: Vec<(Id<Book>,)> = db
        .all(sql!("select distinct book_id from book_neighbours /* full scan: once a night */").long())
        .await?;
    let now: std::collections::BTreeSet<_> = books.iter().copied().collect();
    let gone: Vec<Id<Book>> =
        before.into_iter().map(|(book,)| book).filter(|book| !now.contains(book)).collect();
    for some in gone.chunks(AT_ONCE) {
        db.execute(sql!("delete from book_neighbours where book_id in ($1…)", list(some.iter().copied())))
            .await?;
    }
    Ok(())
}

async fn replace(tx: &Tx, some: &[Near]) -> db::Result<()> {
    let books = list(some.iter().map(|(book, _)| *book));
    tx.execute(sql!("delete from book_neighbours where book_id in ($1…)", books)).await?;
    let rows = some.iter().flat_map(|(book, near)| {
        near.iter().map(|(other, weight)| {
            // A book that was removed meanwhile has no neighbours and is none.
            sql!(
                "insert into book_neighbours (book_id, other_id, weight)
                 select b.id, o.id, $3 from books b, books o where b.id = $1 and o.id = $2",
                *book,
                *other,
                *weight
            )
        })
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

/// Has recommendations made again for everybody who has some, and for those who only looked at books since yesterday.
async fn want_all(db: &Db, now: Timestamp) -> db::Result<()> {
    db.execute(
        sql!(
            "insert into changed_tastes (user_id) /* full scan: once a night, everybody who has any */
             select user_id from (
                 select user_id from recommendations where rank = 1
                 union select user_id from views where viewed_at >= $1
             ) as readers where true
             on conflict (user_id) do update set times = changed_tastes.times + 1",
            now.plus_seconds(-DAY)
        )
        .long(),
    )
    .await
    .map(drop)
}
