//! Who looks at the talk about a book: what they may see of it, and what stays folded for them.

use accounts::Spoilers;
use catalogue::Book;
use db::{Query, record, sql};
use kernel::Id;
use web::{Caller, Capability, Identity, UserId};

use crate::{Comment, State};

/// Whoever reads comments on one book.
#[derive(Debug, Clone, Default)]
pub struct Viewer {
    /// Who it is; `None` for a visitor.
    pub user: Option<UserId>,
    /// Whether they see what waits for a moderator.
    pub is_moderator: bool,
    /// How far they have read the book, 0 to 100: to its end, where they ticked it off as read.
    pub percent: f64,
    /// Whether the book is theirs.
    pub owns_book: bool,
    /// What they want done with spoilers.
    pub spoilers: Spoilers,
    /// What they give the book, in tenths of a star.
    pub rating: Option<i64>,
}

record! {
    /// What is known of a reader and a book.
    struct Known {
        spoilers: Spoilers,
        percent: Option<f64>,
        owns_book: bool,
        rating: Option<i64>,
    }
}

/// What of a comment stays folded until it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fold {
    /// All of it.
    pub whole: bool,
    /// What stands between bars.
    pub parts: bool,
    /// Its writer had read further than the viewer has; that alone folds it, unless the viewer wants to see everything.
    pub by_progress: bool,
}

impl Viewer {
    /// The viewer that a caller is of a book: one statement for a reader, none for a visitor.
    pub async fn of(db: &impl Query, caller: &Caller, book: Id<Book>) -> db::Result<Self> {
        Self::of_reader(db, caller.identity().map(AsRef::as_ref), book).await
    }

    /// The same of whoever looks at a page.
    pub async fn of_reader(db: &impl Query, reader: Option<&Identity>, book: Id<Book>) -> db::Result<Self> {
        let Some(identity) = reader else { return Ok(Self::default()) };
        let found: Option<Known> = db
            .optional(sql!(
                "select u.spoilers, case when m.user_id is null then p.percent else 100.0 end as percent,
                        (o.user_id is not null) as owns_book, r.value as rating from users u
                 left join read_marks m on m.user_id = u.id and m.book_id = $2
                 left join reading_progress p on p.user_id = u.id and p.book_id = $2
                 left join library_entries o on o.user_id = u.id and o.book_id = $2
                 left join ratings r on r.user_id = u.id and r.book_id = $2
                 where u.id = $1",
                identity.user,
                book
            ))
            .await?;
        let mut viewer = Self {
            user: Some(identity.user),
            is_moderator: identity.can(Capability::Moderate),
            ..Self::default()
        };
        if let Some(Known { spoilers, percent, owns_book, rating }) = found {
            viewer = Self { spoilers, percent: percent.unwrap_or_default(), owns_book, rating, ..viewer };
        }
        Ok(viewer)
    }

    /// Somebody who works through the queue, where nothing is folded.
    pub fn moderator(user: UserId) -> Self {
        Self { user: Some(user), is_moderator: true, spoilers: Spoilers::Always, ..Self::default() }
    }

    /// The viewer's key, for statements; no account has the one of a visitor.
    pub(crate) fn key(&self) -> i64 {
        self.user.map_or(0, Id::get)
    }

    /// Whether a comment is theirs.
    pub fn wrote(&self, comment: &Comment) -> bool {
        self.user.is_some() && self.user == comment.user_id
    }

    /// Whether they may read what a comment says.
    pub(crate) fn may_read(&self, state: State, writer: Option<UserId>) -> bool {
        match state {
            // Without a writer it was written while the account was deleted.
            State::Visible => writer.is_some(),
            State::Held | State::Hidden => self.is_moderator || (self.user.is_some() && self.user == writer),
            State::Deleted => false,
        }
    }

    /// What of a comment stays folded for them.
    pub fn fold(&self, comment: &Comment) -> Fold {
        if self.wrote(comment) {
            return Fold::default();
        }
        let by_progress = comment.written_at_percent.is_some_and(|written| written > self.percent);
        let marked = match self.spoilers {
            Spoilers::Always => return Fold { whole: false, parts: false, by_progress },
            Spoilers::Never => true,
            // Who has read the book to its end has nothing left to be told.
            Spoilers::ByProgress => self.percent < 100.0,
        };
        Fold { whole: by_progress || (marked && comment.spoiler), parts: marked, by_progress }
    }
}
