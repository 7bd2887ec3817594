//! Works out what readers are recommended: for those of whom something changed, soon after it; for all, every night.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use catalogue::{Book, Genre};
use db::{Db, Query, Tx, record, sql};
use jobs::Registry;
use kernel::{Id, Timestamp};
use recommend::{Because, Liked, Person, Pick};
use web::{App, UserId};

use super::Reason;
use super::candidates::{Known, Neighbour, neighbours, of_content};
use super::learn::learn;
use super::signals::{Drawn, Signal, weigh};

/// How soon after a change. However much somebody does meanwhile, it is done once.
const PERIOD: Duration = Duration::from_secs(10);
/// How often it is learned which books go together.
const LEARNING: Duration = Duration::from_hours(24);
/// How many readers are looked for at once.
const AT_ONCE: i64 = 50;
/// How many books somebody is recommended.
const KEPT: usize = 60;
/// How many of somebody's books it is made from: those that say most.
const FROM: usize = 150;

/// What is done at intervals.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new()
        .every("discovery.for_you", PERIOD, async |app: App| {
            make_wanted(&app.db).await.map_err(anyhow::Error::from)
        })
        .every("discovery.learn", LEARNING, async |app: App| learn(&app.db, app.clock.now()).await)
}

/// Learns, and works out what everybody is recommended.
pub(crate) async fn catch_up(db: &Db, now: Timestamp) -> anyhow::Result<()> {
    learn(db, now).await?;
    Ok(make_wanted(db).await?)
}

record! {
    struct Wanted {
        user_id: UserId,
        times: i64,
    }
}

/// Works out what those readers are recommended for whom that is wanted.
async fn make_wanted(db: &Db) -> db::Result<()> {
    loop {
        let wanted: Vec<Wanted> = db
            .all(sql!(
                "select user_id, times from changed_tastes /* full scan: the first of a short table */
                 order by user_id limit $1",
                AT_ONCE
            ))
            .await?;
        if wanted.is_empty() {
            return Ok(());
        }
        for reader in wanted {
            let made = make(db, reader.user_id).await?;
            let (made, reader) = (&made, &reader);
            db.transaction(async |tx| keep(&tx, reader, made).await).await?;
            tokio::task::yield_now().await;
        }
    }
}

/// A book to be recommended, and why.
struct Made {
    book: i64,
    reason: Reason,
    cause: Option<i64>,
}

async fn make(db: &Db, user: UserId) -> db::Result<Vec<Made>> {
    let signals = Signal::of(db, user).await?;
    let genres: Vec<(Id<Genre>,)> =
        db.all(sql!("select genre_id from user_genres where user_id = $1 order by genre_id", user)).await?;
    let said: BTreeSet<i64> = genres.iter().map(|(genre,)| genre.get()).collect();
    let drawn = weigh(&signals);
    if said.is_empty() && !drawn.values().any(|one| one.weight > 0.0) {
        return Ok(Vec::new());
    }
    let telling = telling(&drawn);
    let learned = neighbours(db, &telling).await?;
    let own = Known::read(db, &telling.iter().copied().collect()).await?;
    let person = person(&drawn, &telling, &own, &learned, &said);
    let positive: Vec<Id<Book>> = telling.iter().copied().filter(|book| drawn[book].weight > 0.0).collect();
    let mut books = of_content(db, &positive, &best_genres(&person)).await?;
    books.extend(learned.iter().filter(|one| one.weight > 0.0).map(|one| one.other_id));
    let candidates = Known::read(db, &books).await?.candidates();
    let picks = recommend::recommend(&person, &candidates, KEPT);
    Ok(picks.iter().map(|pick| made(pick, &drawn)).collect())
}

/// The books that say most about somebody.
fn telling(drawn: &BTreeMap<Id<Book>, Drawn>) -> Vec<Id<Book>> {
    let mut books: Vec<_> = drawn.iter().map(|(book, one)| (*book, one.weight.abs())).collect();
    books.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
    books.into_iter().take(FROM).map(|(book, _)| book).collect()
}

fn person(
    drawn: &BTreeMap<Id<Book>, Drawn>,
    telling: &[Id<Book>],
    known: &Known,
    learned: &[Neighbour],
    genres: &BTreeSet<i64>,
) -> Person {
    let liked = telling.iter().map(|book| {
        let of_this = learned.iter().filter(|one| one.book_id == *book);
        #[expect(clippy::cast_possible_truncation, reason = "it was one of these before it was kept")]
        let neighbours = of_this.map(|one| (one.other_id.get(), one.weight as f32)).collect();
        let one = drawn[book];
        Liked {
            item: book.get(),
            weight: one.weight,
            named: one.reason.is_some(),
            features: known.features(*book),
            neighbours,
        }
    });
    Person {
        liked: liked.collect(),
        genres: genres.clone(),
        excluded: drawn.iter().filter(|(_, one)| one.known).map(|(book, _)| book.get()).collect(),
    }
}

/// The genres that somebody likes, the best loved first.
fn best_genres(person: &Person) -> Vec<Id<Genre>> {
    let mut weights: BTreeMap<i64, f32> = person.genres.iter().map(|genre| (*genre, 2.0)).collect();
    for liked in &person.liked {
        for genre in &liked.features.genres {
            *weights.entry(*genre).or_default() += liked.weight;
        }
    }
    let mut genres: Vec<_> = weights.into_iter().filter(|(_, weight)| *weight > 0.0).collect();
    genres.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    genres.into_iter().map(|(genre, _)| Id::new(genre)).collect()
}

fn made(pick: &Pick, drawn: &BTreeMap<Id<Book>, Drawn>) -> Made {
    let (reason, cause) = match pick.because {
        Because::Item(item) => {
            let reason = drawn.get(&Id::new(item)).and_then(|one| one.reason);
            (reason.unwrap_or(Reason::Popular), Some(item))
        }
        Because::Series(series) => (Reason::Series, Some(series)),
        Because::Author(author) => (Reason::Author, Some(author)),
        Because::Genre(genre) => (Reason::Genre, Some(genre)),
        Because::Popular => (Reason::Popular, None),
    };
    Made { book: pick.item, reason, cause }
}

async fn keep(tx: &Tx, reader: &Wanted, made: &[Made]) -> db::Result<()> {
    let user = reader.user_id;
    tx.execute(sql!("delete from recommendations where user_id = $1", user)).await?;
    let rows = (1_i64..).zip(made).map(|(rank, one)| {
        // A book or a reader that is gone meanwhile is in no list.
        sql!(
            "insert into recommendations (user_id, rank, book_id, reason, cause_id)
             select u.id, $2, b.id, $4, $5 from users u, books b where u.id = $1 and b.id = $3",
            user,
            rank,
            one.book,
            one.reason.as_str(),
            one.cause
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await?;
    // What changed once more meanwhile is done once more.
    tx.execute(sql!("delete from changed_tastes where user_id = $1 and times = $2", user, reader.times))
        .await
        .map(drop)
}
