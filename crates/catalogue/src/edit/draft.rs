//! What somebody typed into the form of a book and has not saved: kept for them until they do, or throw it away.

use db::{Json, Query, record, sql};
use kernel::{Id, Timestamp};
use serde_json::Value;
use web::UserId;

use crate::Book;

record! {
    /// What was typed.
    pub struct Typed {
        /// The fields of the form.
        pub fields: Json<Value>,
        /// The book's version when typing began.
        pub version: i64,
        /// When it was kept.
        pub updated_at: Timestamp,
    }
}

/// What somebody typed for a book.
pub async fn typed(db: &impl Query, book: Id<Book>, user: UserId) -> db::Result<Option<Typed>> {
    db.optional(sql!(
        "select fields, version, updated_at from book_drafts where book_id = $1 and user_id = $2",
        book,
        user
    ))
    .await
}

/// Keeps what somebody typed; whether there is such a book.
pub async fn keep_typed(
    db: &impl Query,
    (book, user): (Id<Book>, UserId),
    (fields, version): (&Value, i64),
    now: Timestamp,
) -> db::Result<bool> {
    let kept = db
        .execute(sql!(
            "insert into book_drafts (book_id, user_id, fields, version, updated_at) values ($1, $2, $3, $4, $5)
             on conflict (book_id, user_id) do update
             set fields = excluded.fields, version = excluded.version, updated_at = excluded.updated_at",
            book,
            user,
            Json(fields),
            version,
            now
        ))
        .await;
    match kept {
        Ok(_) => Ok(true),
        Err(db::Error::ForeignKey) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Throws it away.
pub async fn throw_typed(db: &impl Query, book: Id<Book>, user: UserId) -> db::Result<()> {
    db.execute(sql!("delete from book_drafts where book_id = $1 and user_id = $2", book, user))
        .await
        .map(drop)
}
