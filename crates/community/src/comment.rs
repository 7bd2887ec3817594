//! A comment as somebody sees it, and the lists in which comments stand.

mod change;
mod list;
mod post;
mod remove;
pub(crate) mod word;

use catalogue::Book;
use db::{record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::UserId;

use crate::{HeldBecause, Reason, Sort, State, Viewer};

pub use change::{Change, Changed, change};
pub use list::Asked;
pub(crate) use post::KEY_LONGEST;
pub use post::{Draft, Posted, post};
pub use remove::{Removed, remove};
pub(crate) use remove::{empty, prune};

record! {
    /// A comment, without what its viewer may not see: of one that they may not read its place is left, without a text, a
    /// writer and a reason.
    pub struct Comment {
        /// Its key.
        pub id: Id<Comment>,
        /// The book it is about.
        pub book_id: Id<Book>,
        /// What it answers; `None` for a first comment.
        pub parent_id: Option<Id<Comment>>,
        /// The first comment of its thread; `None` for that one.
        pub root_id: Option<Id<Comment>>,
        /// Who wrote it; `None` where that is not told, or the account is gone.
        pub user_id: Option<UserId>,
        /// The writer's unique name.
        pub username: Option<String>,
        /// What the writer wants to be called; may be empty.
        pub name: Option<String>,
        /// The version of the writer's picture.
        pub picture: Option<String>,
        /// What it says, as it was typed.
        pub text: String,
        /// Whether all of it gives the story away.
        pub spoiler: bool,
        /// How far the writer had read, 0 to 100; `None` where they had not begun here.
        pub written_at_percent: Option<f64>,
        /// Whether it can be seen.
        pub state: State,
        /// Why it waits for a moderator.
        pub held_because: Option<HeldBecause>,
        /// Why a moderator hid it.
        pub hidden_because: Option<Reason>,
        /// What the moderator said about that.
        pub hidden_note: Option<String>,
        /// How many readers like it.
        pub like_count: i64,
        /// How many replies can be seen: of a first comment all of its thread, else those that answer it.
        pub reply_count: i64,
        /// When it was written.
        pub created_at: Timestamp,
        /// When its words were changed last.
        pub edited_at: Option<Timestamp>,
        /// Whether the book is the writer's.
        pub owns_book: bool,
        /// What the writer gave the book, in tenths of a star.
        pub rating: Option<i64>,
        /// Whether the viewer likes it.
        pub is_liked: bool,
        /// What the writer of the comment that it answers is called.
        pub answers: Option<String>,
    }
}

/// Selects [`Comment`]s from the rows of `$rows`, a part of the table with an end, in `$order`, which calls them
/// `said`; `$1` is the viewer's key.
macro_rules! comments {
    ($rows:expr, $order:literal) => {
        concat!(
            "select said.id, said.book_id, said.parent_id, said.root_id, said.user_id, u.username, u.name, u.picture, said.words as text, said.spoiler,
                    said.written_at_percent, said.state, said.held_because, said.hidden_because, said.hidden_note, said.like_count,
                    said.reply_count, said.created_at, said.edited_at, (o.user_id is not null) as owns_book, r.value as rating,
                    (l.user_id is not null) as is_liked,
                    case when p.state = 'visible' then coalesce(nullif(pu.name, ''), pu.username) end as answers
             from (",
            $rows,
            ") as said
             left join users u on u.id = said.user_id
             left join library_entries o on o.user_id = said.user_id and o.book_id = said.book_id
             left join ratings r on r.user_id = said.user_id and r.book_id = said.book_id
             left join comment_likes l on l.user_id = $1 and l.comment_id = said.id
             left join comments p on p.id = said.parent_id
             left join users pu on pu.id = p.user_id ",
            $order
        )
    };
}
pub(crate) use comments;

/// What of the table `c` its viewer is shown: `$1` is their key, `$2` whether they are a moderator.
macro_rules! shown {
    () => {
        "(c.state = 'visible' or c.reply_count > 0 or (c.state = 'held' and $2)
          or (c.state in ('held', 'hidden') and c.user_id = $1))"
    };
}
pub(crate) use shown;

/// The place of a comment in a list: where the next part begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In a list by age.
    #[serde(rename = "n")]
    New(i64),
    /// In a list by likes: how many, and the key.
    #[serde(rename = "t")]
    Top(i64, i64),
}

impl Comment {
    /// A comment on a book that everybody may see, where its viewer is shown it or may at least see its place.
    pub async fn find(db: &impl db::Query, viewer: &Viewer, id: Id<Self>) -> db::Result<Option<Self>> {
        let found: Option<Self> = db
            .optional(sql!(
                comments!(
                    concat!(
                        "select c.* from comments c join books b on b.id = c.book_id
                         where c.id = $3 and b.status = 'published' and ",
                        shown!()
                    ),
                    ""
                ),
                viewer.key(),
                viewer.is_moderator,
                id
            ))
            .await?;
        Ok(found.map(|comment| comment.seen_by(viewer)))
    }

    /// The book that a comment is about; `None` where there is no such comment.
    pub async fn book_of(db: &impl db::Query, id: Id<Self>) -> db::Result<Option<Id<Book>>> {
        let found: Option<(Id<Book>,)> =
            db.optional(sql!("select book_id from comments where id = $1", id)).await?;
        Ok(found.map(|(book,)| book))
    }

    /// The comment as its viewer may see it.
    pub(crate) fn seen_by(self, viewer: &Viewer) -> Self {
        if viewer.may_read(self.state, self.user_id) {
            return self;
        }
        Self {
            user_id: None,
            username: None,
            name: None,
            picture: None,
            text: String::new(),
            spoiler: false,
            written_at_percent: None,
            held_because: None,
            hidden_because: None,
            hidden_note: None,
            like_count: 0,
            edited_at: None,
            owns_book: false,
            rating: None,
            is_liked: false,
            ..self
        }
    }

    /// What to call its writer; `None` where that is not told.
    pub fn writer(&self) -> Option<&str> {
        self.name.as_deref().filter(|name| !name.is_empty()).or(self.username.as_deref())
    }

    /// Whether only its place is left to its viewer.
    pub fn is_placeholder(&self) -> bool {
        self.text.is_empty()
    }

    /// Its place in a list.
    pub fn place(&self, sort: Sort) -> Place {
        match sort {
            Sort::New => Place::New(self.id.get()),
            Sort::Top => Place::Top(self.like_count, self.id.get()),
        }
    }
}
