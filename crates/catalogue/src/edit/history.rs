//! What was changed of a book, and how it is taken back.

use db::{Json, Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use serde_json::Value;

use super::change::{self, How};
use super::details::{self, Details, Fields, json, same};
use super::{Done, EditError, Editor, schedule, since};
use crate::Book;

record! {
    /// A change of a book.
    pub struct Past {
        /// Its key.
        pub id: Id<Past>,
        /// When.
        pub at: Timestamp,
        /// The account of whoever made it; it may be gone since.
        pub actor_id: i64,
        /// Its username then.
        pub actor: String,
        /// What was done, as in the audit log.
        pub act: String,
        /// The book's version with it.
        pub version: i64,
        /// The fields that changed, as they were.
        pub before: Json<Value>,
        /// The same, as they were then.
        pub after: Json<Value>,
        /// The change that it took back.
        pub undoes: Option<i64>,
        /// The change that took it back.
        pub undone_by: Option<i64>,
    }

    struct LaterRow {
        actor: String,
        after: Json<Value>,
    }
}

impl Past {
    /// Whether it can be taken back, as far as can be said by looking at it alone: that a book was entered cannot.
    pub fn is_undoable(&self) -> bool {
        self.undone_by.is_none() && self.before.0.as_object().is_some_and(|fields| !fields.is_empty())
    }
}

/// A part of a book's history, the latest first: up to `rows` changes older than `before`, all of them or those of its price.
pub async fn history(
    db: &impl Query,
    book: Id<Book>,
    of_price: bool,
    (before, rows): (Option<Id<Past>>, i64),
) -> db::Result<Vec<Past>> {
    let before = before.map_or(i64::MAX, Id::get);
    if of_price {
        return db
            .all(sql!(
                "select c.id, c.at, c.actor_id, c.actor, c.act, c.version, c.before, c.after, c.undoes,
                        (select min(u.id) from book_changes u where u.undoes = c.id) as undone_by
                 from book_changes c where c.book_id = $1 and c.id < $2 and c.of_price = true
                 order by c.id desc limit $3",
                book,
                before,
                rows
            ))
            .await;
    }
    db.all(sql!(
        "select c.id, c.at, c.actor_id, c.actor, c.act, c.version, c.before, c.after, c.undoes,
                (select min(u.id) from book_changes u where u.undoes = c.id) as undone_by
         from book_changes c where c.book_id = $1 and c.id < $2 order by c.id desc limit $3",
        book,
        before,
        rows
    ))
    .await
}

/// A change of a book.
pub async fn find(db: &impl Query, book: Id<Book>, id: Id<Past>) -> db::Result<Option<Past>> {
    db.optional(sql!(
        "select c.id, c.at, c.actor_id, c.actor, c.act, c.version, c.before, c.after, c.undoes,
                (select min(u.id) from book_changes u where u.undoes = c.id) as undone_by
         from book_changes c where c.id = $1 and c.book_id = $2",
        id,
        book
    ))
    .await
}

/// Takes a change back, where what it changed is as it left it. That is a change like any other.
pub async fn undo(tx: &Tx, book: Id<Book>, id: Id<Past>, by: &Editor<'_>) -> Result<Done, EditError> {
    let version = details::lock(tx, book).await?.ok_or(EditError::NotFound)?;
    let past = find(tx, book, id).await?.ok_or(EditError::NotFound)?;
    let (Value::Object(was), Value::Object(left)) = (&past.before.0, &past.after.0) else {
        return Err(EditError::Final);
    };
    if was.is_empty() {
        return Err(EditError::Final);
    }
    let now = Details::find(tx, book).await?.ok_or(EditError::NotFound)?;
    let fields = now.fields()?;
    let (was, left) = (since::keys_now(tx, was).await?, since::keys_now(tx, left).await?);
    let moved = left.iter().filter(|(name, value)| fields.get(*name).is_none_or(|now| !same(now, value)));
    let moved: Vec<String> = moved.map(|(name, _)| name.clone()).collect();
    if !moved.is_empty() {
        let by = last_of(tx, book, past.version, &moved).await?;
        return Err(EditError::Meanwhile { fields: moved, by });
    }
    let mut after = now.with(&was)?;
    since::called_now(tx, &mut after).await?;
    // Whoever takes back that a book was published, or was not any more, means that, and no time that is over. A time alone is
    // what they mean, and is checked like any other.
    if was.contains_key("status") {
        schedule::settle(&mut after, by.now);
    }
    match change::make(tx, (book, version), (&now, &after), by, How::Undoing(id.get())).await {
        // A genre, a publisher or a series that was thrown away since cannot come back.
        Err(EditError::Database(db::Error::ForeignKey)) => Err(EditError::Final),
        made => made,
    }
}

/// Refuses a change that was made without knowing those behind `base`.
pub(super) async fn meanwhile(tx: &Tx, book: Id<Book>, base: i64) -> Result<(), EditError> {
    let later = later(tx, book, base).await?;
    let Some(last) = later.first() else { return Ok(()) };
    let mut fields: Vec<String> = Vec::new();
    for row in &later {
        let names = row.after.0.as_object().into_iter().flat_map(|changed| changed.keys());
        let new: Vec<String> = names.filter(|name| !fields.contains(name)).cloned().collect();
        fields.extend(new);
    }
    Err(EditError::Meanwhile { fields, by: last.actor.clone() })
}

/// Who changed one of these fields last, behind a version.
async fn last_of(tx: &Tx, book: Id<Book>, version: i64, fields: &[String]) -> db::Result<String> {
    let later = later(tx, book, version).await?;
    let touches = |row: &&LaterRow| fields.iter().any(|name| row.after.0.get(name).is_some());
    Ok(later.iter().find(touches).map(|row| row.actor.clone()).unwrap_or_default())
}

/// What was changed behind a version, the latest first.
async fn later(tx: &Tx, book: Id<Book>, version: i64) -> db::Result<Vec<LaterRow>> {
    tx.all(sql!(
        "select actor, after from book_changes where book_id = $1 and version > $2 order by id desc limit 100",
        book,
        version
    ))
    .await
}

/// A change to be written down.
pub(super) struct Made<'a> {
    pub(super) act: &'a str,
    pub(super) version: i64,
    pub(super) before: &'a Fields,
    pub(super) after: &'a Fields,
    pub(super) undoes: Option<i64>,
}

/// Writes a change down.
pub(super) async fn note(tx: &Tx, book: Id<Book>, made: &Made<'_>, by: &Editor<'_>) -> db::Result<()> {
    enter(tx, book, made, (by.user.get(), by.username, by.now)).await
}

/// The account, by its key and its name, of changes that were made on the command line, where nobody is signed in.
pub const COMMAND_LINE: (i64, &str) = (0, "command line");

/// Writes down what an import on the command line did to a book.
pub(crate) async fn note_import(
    tx: &Tx,
    book: Id<Book>,
    act: &str,
    (before, after): (&Fields, &Fields),
    now: Timestamp,
) -> db::Result<()> {
    let (version,): (i64,) = tx.one(sql!("select version from books where id = $1", book)).await?;
    let made = Made { act, version, before, after, undoes: None };
    enter(tx, book, &made, (COMMAND_LINE.0, COMMAND_LINE.1, now)).await
}

async fn enter(
    tx: &Tx,
    book: Id<Book>,
    made: &Made<'_>,
    (actor_id, actor, now): (i64, &str, Timestamp),
) -> db::Result<()> {
    tx.execute(sql!(
        "insert into book_changes (book_id, at, actor_id, actor, act, version, before, after, of_price, undoes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        book,
        now,
        actor_id,
        actor,
        made.act,
        made.version,
        json(made.before),
        json(made.after),
        made.after.contains_key("price"),
        made.undoes
    ))
    .await
    .map(drop)
}
