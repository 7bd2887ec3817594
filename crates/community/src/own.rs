//! One's own comments and ratings.

use std::collections::HashMap;

use catalogue::Book;
use db::{Query, list, record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::UserId;

use crate::comment::comments;
use crate::{Comment, Viewer};

/// A comment, as its writer finds it again.
#[derive(Debug, Clone)]
pub struct OwnComment {
    /// The comment, whatever its state.
    pub comment: Comment,
    /// The title of the book.
    pub title: String,
    /// Whether the book can be seen, and the comment in its thread.
    pub published: bool,
}

record! {
    /// What somebody gave a book.
    pub struct OwnRating {
        /// The book.
        pub book_id: Id<Book>,
        /// Its title.
        pub title: String,
        /// In tenths of a star.
        pub value: i64,
        /// Since when.
        pub updated_at: Timestamp,
    }
}

/// The place of a rating in the list of somebody's.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct RatedAt(Timestamp, i64);

impl OwnComment {
    /// A part of what somebody wrote, the latest first. `before` is the last one of the part before.
    pub async fn list(
        db: &impl Query,
        user: UserId,
        (before, rows): (Option<Id<Comment>>, i64),
    ) -> db::Result<Vec<Self>> {
        let found: Vec<Comment> = db
            .all(sql!(
                comments!(
                    "select c.* from comments c where c.user_id = $1 and c.id + 0 < $2 order by c.id + 0 desc limit $3",
                    "order by said.id desc"
                ),
                user,
                before.map_or(i64::MAX, Id::get),
                rows
            ))
            .await?;
        Self::of(db, found).await
    }

    /// A comment of somebody's; `None` where they have no such comment.
    pub async fn find(db: &impl Query, user: UserId, id: Id<Comment>) -> db::Result<Option<Self>> {
        let found: Vec<Comment> = db
            .all(sql!(
                comments!("select c.* from comments c where c.user_id = $1 and c.id = $2", ""),
                user,
                id
            ))
            .await?;
        Ok(Self::of(db, found).await?.pop())
    }

    async fn of(db: &impl Query, found: Vec<Comment>) -> db::Result<Vec<Self>> {
        if found.is_empty() {
            return Ok(Vec::new());
        }
        let books: Vec<(Id<Book>, String, bool)> = db
            .all(sql!(
                "select id, title, (status = 'published') as published from books where id in ($1…)",
                list(found.iter().map(|comment| comment.book_id))
            ))
            .await?;
        let books: HashMap<_, _> =
            books.into_iter().map(|(id, title, published)| (id, (title, published))).collect();
        let own = |comment: Comment| {
            let (title, published) = books.get(&comment.book_id).cloned().unwrap_or_default();
            Self { comment, title, published }
        };
        Ok(found.into_iter().map(own).collect())
    }
}

impl OwnRating {
    /// A part of what somebody gave books, the latest first.
    pub async fn list(
        db: &impl Query,
        user: UserId,
        (after, rows): (Option<RatedAt>, i64),
    ) -> db::Result<Vec<Self>> {
        // `~` stands above every time that is kept.
        let (at, id) =
            after.map_or_else(|| ("~".to_owned(), i64::MAX), |RatedAt(at, id)| (at.to_string(), id));
        db.all(sql!(
            "select r.book_id, b.title, r.value, r.updated_at from ratings r join books b on b.id = r.book_id
             where r.user_id = $1 and (r.updated_at, r.book_id) < ($2, $3)
             order by r.updated_at desc, r.book_id desc limit $4",
            user,
            at,
            id,
            rows
        ))
        .await
    }

    /// Its place in the list.
    pub fn place(&self) -> RatedAt {
        RatedAt(self.updated_at, self.book_id.get())
    }
}

/// Somebody who looks at what is their own: nothing of it is folded.
pub(crate) fn oneself(user: UserId) -> Viewer {
    Viewer { user: Some(user), ..Viewer::default() }
}
