//! Books that come into the shop by themselves, at a time that somebody set.
//!
//! The time stands in the book's own row, and every minute somebody asks what is [`due`]. A job that waits for each book would
//! be a second copy of that time: it would have to follow when the time is moved or taken back, and a restored backup would
//! bring it along or lose it. So there is nothing to follow, and a server that was off finds what became due meanwhile.
//!
//! Whatever a book needs to be published, it needs from the moment at which its time is set: one rule says so, in
//! [`check`](super::check), which is asked again when the time has come.

use db::{Query, Tx, record, sql};
use kernel::{Currency, Id, Timestamp};
use web::{FieldErrors, UserId};

use super::change::{self, How};
use super::details::{self, Details, Fields};
use super::{COMMAND_LINE, Done, EditError, Editor, history};
use crate::{Book, Status, t};

/// The most books that become due at once; the others are a minute late.
const AT_ONCE: i64 = 500;

record! {
    struct SetBy {
        user_id: UserId,
        username: String,
    }
}

/// What became of a book whose time has come.
#[derive(Debug, Clone)]
pub struct Came {
    /// Whoever set the time.
    pub user: UserId,
    /// Their username then.
    pub username: String,
    /// It was published, or it could not be.
    pub done: Done,
}

/// Refuses a time that cannot be.
pub(super) fn check(after: &Details, changed: &Fields, now: Timestamp, errors: &mut FieldErrors) {
    let Some(at) = after.publish_at else { return };
    if after.status == Status::Published {
        errors.add("publish_at", "published", t::edit_publish_there);
    } else if at <= now && changed.contains_key("publish_at") {
        errors.add("publish_at", "past", t::edit_publish_past);
    }
}

/// Takes away a time that a book brings back from its history, where that is over or the book is in the shop.
pub(super) fn settle(book: &mut Details, now: Timestamp) {
    let waits = book.status != Status::Published;
    book.publish_at = book.publish_at.filter(|at| waits && *at > now);
}

/// Writes down when a book is to be published and who says so. With that, and with every change of its status, whatever was
/// missed before is seen to.
pub(super) async fn write(
    tx: &Tx,
    book: Id<Book>,
    (after, changed): (&Details, &Fields),
    by: &Editor<'_>,
) -> db::Result<()> {
    if !changed.contains_key("publish_at") && !changed.contains_key("status") {
        return Ok(());
    }
    let set_by = after.publish_at.map(|_| (by.user, by.username));
    tx.execute(sql!(
        "update books set publish_at = $2, publish_by = $3, publish_by_name = $4, publish_missed_at = null where id = $1",
        book,
        after.publish_at,
        set_by.map(|(user, _)| user),
        set_by.map(|(_, username)| username)
    ))
    .await
    .map(drop)
}

/// Books whose time has come, the longest due first.
pub async fn due(db: &impl Query, now: Timestamp) -> db::Result<Vec<Id<Book>>> {
    let rows: Vec<(Id<Book>,)> = db
        .all(sql!(
            "select id from books where publish_at is not null and publish_at <= $1 order by publish_at, id limit $2",
            now,
            AT_ONCE
        ))
        .await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Publishes a book whose time has come as a hand does it, in the name of whoever set the time; `None` where it is gone, or is not
/// due any more. It is in the shop from now on and not from the time that was set: where the server was off, nobody saw it before,
/// and it is to be as new as it looks.
pub async fn publish_due(
    tx: &Tx,
    book: Id<Book>,
    now: Timestamp,
    currency: Currency,
) -> Result<Option<Came>, EditError> {
    let Some(version) = details::lock(tx, book).await? else { return Ok(None) };
    let (key, name) = COMMAND_LINE;
    let set_by: Option<SetBy> = tx
        .optional(sql!(
            "select coalesce(publish_by, $3) as user_id, coalesce(publish_by_name, $4) as username
             from books where id = $1 and publish_at is not null and publish_at <= $2",
            book,
            now,
            key,
            name
        ))
        .await?;
    let Some(SetBy { user_id: user, username }) = set_by else { return Ok(None) };
    let by = Editor { user, username: &username, now, currency };
    let before = Details::find(tx, book).await?.ok_or(EditError::NotFound)?;
    let after = Details { status: Status::Published, publish_at: None, ..before.clone() };
    let done = match change::make(tx, (book, version), (&before, &after), &by, How::Due).await {
        Err(EditError::Invalid(_)) => miss(tx, (book, version), &before, &by).await?,
        made => made?,
    };
    Ok(Some(Came { user, username, done }))
}

/// Leaves a book that cannot be published as it is, without its time: its history and its page say so, and so does the list of what
/// needs somebody. Nothing of the book itself is looked at, so that there is none which could not even be left.
async fn miss(
    tx: &Tx,
    (book, version): (Id<Book>, i64),
    before: &Details,
    by: &Editor<'_>,
) -> Result<Done, EditError> {
    let after = Details { publish_at: None, ..before.clone() };
    let (was, is) = details::differences(before, &after)?;
    tx.execute(sql!(
        "update books set publish_missed_at = publish_at, publish_at = null, publish_by = null, publish_by_name = null,
             updated_at = $2, version = version + 1
         where id = $1",
        book,
        by.now
    ))
    .await?;
    let (act, version) = ("book.publish_missed", version + 1);
    history::note(tx, book, &history::Made { act, version, before: &was, after: &is, undoes: None }, by)
        .await?;
    Ok(Done { act: Some(act), before: was, after: is, version })
}
