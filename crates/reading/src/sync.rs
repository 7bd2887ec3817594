//! Works in what a device sends, and finds what it does not know yet.
//!
//! All that a reader reads and marks is changed by [`work_in`], in one transaction under the reader's own lock, which also
//! numbers the changes: whoever knows all changes up to a number asks for those behind it. What is sent again word for word
//! (a device that did not hear the answer) is taken as if it had arrived when it did first.

use std::collections::HashMap;

use catalogue::Book;
use db::{Db, Query, Statement, Tx, sql};
use discovery::keeping::ReadMark;
use kernel::{Id, Timestamp};
use web::UserId;

use crate::annotation::again::place::PlaceAgain;
use crate::annotation::store::{Row, annotations, bury};
use crate::annotation::{Annotation, Change, Outcome};
use crate::progress::Progress;
use crate::progress::sitting::Sittings;
use crate::progress::store::prune;
use crate::sending::{Device, Sending};
use crate::shelf::{ReadIn, Shelf};

/// Of so many of a reader's latest changes it is known when they arrived.
const SENDINGS_KEPT: i64 = 256;

/// What a device sends.
#[derive(Debug, Clone, Default)]
pub struct Batch {
    /// The device.
    pub device: Device,
    /// When, by its own clock.
    pub sent_at: Option<Timestamp>,
    /// Places.
    pub reads: Vec<ReadIn>,
    /// Changes of marks.
    pub changes: Vec<Change>,
    /// How much else it brings, which other features keep: so that it is known again as well.
    pub others: usize,
    /// Files of which it brings marks of another version, which are then looked for.
    pub stale: Vec<PlaceAgain>,
}

/// What became of it.
#[derive(Debug, Clone)]
pub struct WorkedIn {
    /// Of each place whether it is the place now.
    pub reads: Vec<bool>,
    /// What became of each change.
    pub changes: Vec<Outcome>,
    /// The books and marks that were touched, as they are now.
    pub shelf: Shelf,
    /// When it arrived first.
    pub received_at: Timestamp,
    /// The number of the last change before.
    pub before: i64,
    /// The number of the last change now.
    pub number: i64,
}

/// Works a batch in, all of it or nothing.
pub async fn work_in(db: &Db, user: UserId, batch: &Batch, now: Timestamp) -> db::Result<WorkedIn> {
    db.transaction(async |tx| {
        let count = i64::try_from(batch.reads.len() + batch.changes.len() + batch.others).unwrap_or(i64::MAX);
        let number = advance(&tx, user, count).await?;
        let before = number - count;
        // A device that only asks leaves nothing.
        let received_at = if count > 0 { received(&tx, user, batch, (number, now)).await? } else { now };
        let sending = Sending { device: batch.device.clone(), sent_at: batch.sent_at, received_at };
        let mut shelf = load(&tx, user, batch, &sending).await?;
        shelf.number = before;
        let reads = batch.reads.iter().map(|read| shelf.read(&sending, read)).collect();
        let changes = batch.changes.iter().map(|change| shelf.mark(&sending, change)).collect();
        write(&tx, user, &sending, &shelf).await?;
        tx.execute(bury(user, now)).await?;
        for file in &batch.stale {
            jobs::enqueue(&tx, file, now).await?;
        }
        Ok::<_, db::Error>(WorkedIn { reads, changes, shelf, received_at, before, number })
    })
    .await
}

/// Takes the reader's lock and as many numbers as may be needed; the last of them.
pub(crate) async fn advance(tx: &Tx, user: UserId, count: i64) -> db::Result<i64> {
    let (number,): (i64,) = tx
        .one(sql!(
            "insert into reading_clocks (user_id, number) values ($1, $2)
             on conflict (user_id) do update set number = reading_clocks.number + $2 returning number",
            user,
            count
        ))
        .await?;
    Ok(number)
}

/// When the batch arrived first.
async fn received(
    tx: &Tx,
    user: UserId,
    batch: &Batch,
    (number, now): (i64, Timestamp),
) -> db::Result<Timestamp> {
    let Some(sent_at) = batch.sent_at else { return Ok(now) };
    let (received_at,): (Timestamp,) = tx
        .one(sql!(
            "insert into reading_sendings (user_id, device_id, sent_at, received_at, number) values ($1, $2, $3, $4, $5)
             on conflict (user_id, device_id, sent_at) do update set number = excluded.number returning received_at",
            user,
            batch.device.id.as_str(),
            sent_at,
            now,
            number
        ))
        .await?;
    tx.execute(sql!(
        "delete from reading_sendings where user_id = $1 and number <= $2",
        user,
        number.saturating_sub(SENDINGS_KEPT)
    ))
    .await?;
    Ok(received_at)
}

/// Reads what the batch has to do with.
async fn load(tx: &Tx, user: UserId, batch: &Batch, sending: &Sending) -> db::Result<Shelf> {
    let mut shelf = Shelf::default();
    let mut books: Vec<Id<Book>> = batch.reads.iter().map(|read| read.book).collect();
    books.sort_unstable();
    books.dedup();
    let moments = batch.reads.iter().map(|read| sending.moment(read.read_at));
    if let (Some(first), Some(last)) = (moments.clone().min(), moments.max()) {
        shelf.progress = Progress::of(tx, user, &books).await?;
        shelf.sittings = Sittings::near(tx, (user, &sending.device.id), &books, (first, last)).await?;
    }
    let names: Vec<&str> = batch.changes.iter().map(|change| change.uuid.as_str()).collect();
    if !names.is_empty() {
        shelf.annotations = Annotation::named(tx, user, &names).await?;
        let known = shelf.annotations.values().map(|annotation| annotation.book);
        let mut marked: Vec<_> = batch.changes.iter().filter_map(|change| change.book).chain(known).collect();
        marked.sort_unstable();
        marked.dedup();
        shelf.counts = Annotation::counts(tx, user, &marked).await?;
    }
    Ok(shelf)
}

/// Writes what has changed.
async fn write(tx: &Tx, user: UserId, sending: &Sending, shelf: &Shelf) -> db::Result<()> {
    let touched = &shelf.touched;
    let mut statements: Vec<Statement> = Vec::new();
    for book in &touched.books {
        let Some(progress) = shelf.progress.get(book) else { continue };
        if let Some(number) = touched.progress.get(book) {
            statements.extend(progress.write(user, *book, *number));
            let own = progress.devices.iter().filter(|entry| entry.device.id == sending.device.id);
            statements.extend(own.map(|entry| entry.write(user, *book)));
        }
        if let Some(sittings) = shelf.sittings.get(book) {
            statements.extend(sittings.write(user, *book, &sending.device.id));
        }
    }
    statements.extend(touched.places.iter().map(|(book, place)| place.keep(user, *book)));
    let names = touched.annotations.iter();
    statements.extend(
        names.filter_map(|name| shelf.annotations.get(name)).map(|annotation| annotation.write(user)),
    );
    statements.extend(touched.books.iter().flat_map(|book| prune(user, *book)));
    // Who was at the end has read it: it stands in the history as ticked off.
    statements.extend(touched.finished.iter().map(|(book, at)| ReadMark::tick(user, *book, *at)));
    tx.execute_all(statements).await?;
    if touched.taste { accounts::taste_changed(tx, user).await } else { Ok(()) }
}

/// What a device does not know yet.
#[derive(Debug, Clone, Default)]
pub struct News {
    /// Where the reader is in which book.
    pub progress: Vec<(Id<Book>, Progress)>,
    /// Marks, deleted ones too.
    pub annotations: Vec<Annotation>,
    /// Up to which change the device knows all, once it has these.
    pub cursor: Cursor,
    /// Whether there are more.
    pub more: bool,
}

/// Up to which change a device knows all. Opaque to devices.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cursor(pub i64);

impl std::fmt::Display for Cursor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "c{}", self.0)
    }
}

impl std::str::FromStr for Cursor {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let number: i64 = text.strip_prefix('c').ok_or(())?.parse().map_err(|_| ())?;
        if number >= 0 { Ok(Self(number)) } else { Err(()) }
    }
}

/// What changed behind a cursor, up to a number, at most `most` of it; `end` is the number of the last change of all.
pub async fn news(
    db: &impl Query,
    user: UserId,
    since: Cursor,
    (upto, end): (i64, i64),
    most: usize,
) -> db::Result<News> {
    let rows = i64::try_from(most).unwrap_or(i64::MAX).saturating_add(1);
    let marks: Vec<Row> = db
        .all(sql!(
            annotations!("a.user_id = $1 and a.number > $2 and a.number <= $3 order by a.number limit $4"),
            user,
            since.0,
            upto,
            rows
        ))
        .await?;
    let books: Vec<(Id<Book>, i64)> = db
        .all(sql!(
            "select book_id, number from reading_progress where user_id = $1 and number > $2 and number <= $3
             order by number limit $4",
            user,
            since.0,
            upto,
            rows
        ))
        .await?;
    let marks: Vec<Annotation> = marks.into_iter().map(Annotation::from).collect();
    let mut numbers: Vec<i64> = books.iter().map(|(_, number)| *number).collect();
    numbers.extend(marks.iter().map(|mark| mark.number));
    numbers.sort_unstable();
    let more = numbers.len() > most;
    let last = if more { numbers[most.saturating_sub(1)] } else { end };
    let books: Vec<Id<Book>> =
        books.into_iter().filter(|(_, number)| *number <= last).map(|(book, _)| book).collect();
    let mut progress: HashMap<_, _> = HashMap::new();
    if !books.is_empty() {
        progress = Progress::of(db, user, &books).await?;
    }
    Ok(News {
        progress: books.into_iter().filter_map(|book| Some((book, progress.remove(&book)?))).collect(),
        annotations: marks.into_iter().filter(|mark| mark.number <= last).collect(),
        cursor: Cursor(last),
        more,
    })
}
