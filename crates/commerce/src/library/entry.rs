//! Somebody's library as a list: by how far they are with each book, in three orders, a part at a time.

use catalogue::{Alphabet, Book, Stretch, book_matches, matching::patterns, text_enum};
use db::{Query, Statement, record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::UserId;

use super::Source;

text_enum! {
    /// How far a reader is with a book of theirs.
    pub enum State {
        /// They have not opened it.
        Unread = "unread",
        /// They have opened it, and are not at its end.
        Reading = "reading",
        /// They have been at its end.
        Finished = "finished",
    }
}

text_enum! {
    /// The order of a library.
    pub enum Sort {
        /// What came last first.
        Added = "added",
        /// What was read last first; what was never opened stands at the end.
        LastRead = "last_read",
        /// By title.
        Title = "title",
    }
}

impl State {
    /// All of them, in the order in which a book goes through them.
    pub const ALL: [Self; 3] = [Self::Unread, Self::Reading, Self::Finished];
}

impl Sort {
    /// All of them, the usual one first.
    pub const ALL: [Self; 3] = [Self::Added, Self::LastRead, Self::Title];
}

record! {
    /// The right of a reader to read a book, with how far they are.
    pub struct LibraryEntry {
        /// The book.
        pub book_id: Id<Book>,
        /// How it came.
        pub source: Source,
        /// When it came.
        pub added_at: Timestamp,
        /// How far they are, 0 to 100; `None` where they have not opened it.
        pub percent: Option<f64>,
        /// When they read in it last.
        pub last_read_at: Option<Timestamp>,
        finished_at: Option<Timestamp>,
        folded_title: String,
    }
}

/// The place of an entry in its order: where the next part begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place(String, i64);

/// A part of a library.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// Only books with which the reader is so far.
    pub state: Option<State>,
    /// Only books whose title or authors have these words; empty for all.
    pub q: &'a str,
    /// The order.
    pub sort: Sort,
    /// Whose letters come first, where it is by title.
    pub alphabet: Alphabet,
    /// The place behind which the part begins.
    pub after: Option<Place>,
    /// How many rows to read.
    pub rows: i64,
}

/// The entries of a reader in one order. A book that is a draft again is nobody's to read.
macro_rules! listed {
    ($behind:literal, $order:literal) => {
        concat!(
            "select e.book_id, e.source, e.added_at, p.percent, p.last_read_at, p.finished_at, b.folded_title
             from library_entries e join books b on b.id = e.book_id
             left join reading_progress p on p.user_id = e.user_id and p.book_id = e.book_id
             where e.user_id = $1 and ",
            $behind,
            " and b.status <> 'draft' and ",
            book_matches!(),
            " and (cast($7 as text) is null or $7 = case when p.finished_at is not null then 'finished'
                   when p.last_read_at is not null then 'reading' else 'unread' end)
             order by ",
            $order,
            " limit $8"
        )
    };
}

macro_rules! ordered {
    ($user:expr, $part:expr, $place:expr, $rows:expr, $behind:literal, $order:literal $(, $end:expr)?) => {{
        let Place(key, id) = $place;
        let [first, second, third] = patterns($part.q);
        sql!(listed!($behind, $order), $user, key, id, first, second, third, $part.state, $rows $(, $end)?)
    }};
}

impl LibraryEntry {
    /// A part of somebody's library.
    pub async fn list(db: &impl Query, user: UserId, part: &Part<'_>) -> db::Result<Vec<Self>> {
        // `~` stands above every time that is kept.
        let place = || part.after.clone().unwrap_or_else(|| Place("~".to_owned(), i64::MAX));
        let statement = match part.sort {
            Sort::Added => ordered!(
                user,
                part,
                place(),
                part.rows,
                "(e.added_at, e.book_id) < ($2, $3)",
                "e.added_at desc, e.book_id desc"
            ),
            Sort::LastRead => ordered!(
                user,
                part,
                place(),
                part.rows,
                "(coalesce(p.last_read_at, ''), e.book_id) < ($2, $3)",
                "coalesce(p.last_read_at, '') desc, e.book_id desc"
            ),
            Sort::Title => {
                let after = part.after.clone().map(|Place(title, id)| (title, id));
                return part.alphabet.read(db, after, part.rows, |stretch| titled(user, part, stretch)).await;
            }
        };
        db.all(statement).await
    }

    /// The entry of one book; `None` where it is not in the library, or is a draft again.
    pub async fn find(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select e.book_id, e.source, e.added_at, p.percent, p.last_read_at, p.finished_at, b.folded_title
             from library_entries e join books b on b.id = e.book_id
             left join reading_progress p on p.user_id = e.user_id and p.book_id = e.book_id
             where e.user_id = $1 and e.book_id = $2 and b.status <> 'draft'",
            user,
            book
        ))
        .await
    }

    /// How far the reader is.
    pub fn state(&self) -> State {
        match (self.finished_at, self.last_read_at) {
            (Some(_), _) => State::Finished,
            (None, Some(_)) => State::Reading,
            (None, None) => State::Unread,
        }
    }

    /// Its place in an order.
    pub fn place(&self, sort: Sort) -> Place {
        let key = match sort {
            Sort::Added => self.added_at.to_string(),
            Sort::LastRead => self.last_read_at.map(|at| at.to_string()).unwrap_or_default(),
            Sort::Title => self.folded_title.clone(),
        };
        Place(key, self.book_id.get())
    }
}

/// A stretch of the titles.
fn titled(user: UserId, part: &Part<'_>, stretch: Stretch) -> Statement {
    ordered!(
        user,
        part,
        Place(stretch.text, stretch.id),
        stretch.rows,
        "(b.folded_title, e.book_id) > ($2, $3) and b.folded_title < $9",
        "b.folded_title, e.book_id",
        stretch.end
    )
}
