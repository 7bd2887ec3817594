//! The press of a button that keeps a book or lets it go, as a word: it waits in a cookie while a visitor signs in, and
//! stands in a notice as what undoes another press.

use std::fmt;
use std::str::FromStr;

use catalogue::Book;
use kernel::Id;
use web::{App, Notice, UserId, Wish};

use super::kept::KeptIn;
use super::{Bookmark, Dismissal, Favorite, Kept, ReadMark};

/// What the button is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Favorite,
    Bookmark,
    Read,
    Dismissal,
}

impl What {
    const ALL: [Self; 4] = [Self::Favorite, Self::Bookmark, Self::Read, Self::Dismissal];

    const fn word(self) -> &'static str {
        match self {
            Self::Favorite => "favorite",
            Self::Bookmark => "bookmark",
            Self::Read => "read",
            Self::Dismissal => "dismissal",
        }
    }

    const fn list(self) -> &'static KeptIn {
        match self {
            Self::Favorite => &Favorite::LIST,
            Self::Bookmark => &Bookmark::LIST,
            Self::Read => &ReadMark::LIST,
            Self::Dismissal => &Dismissal::LIST,
        }
    }
}

/// A press. It says what is wanted, not “the other”, so that one that comes twice does no harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Press {
    pub(super) what: What,
    pub(super) book: Id<Book>,
    /// Whether the book is to be in the list.
    pub(super) on: bool,
}

impl Press {
    /// What undoes it.
    pub(super) const fn undone(self) -> Self {
        Self { on: !self.on, ..self }
    }

    /// What is said of it.
    pub(super) const fn notice(self) -> Notice {
        match (self.what, self.on) {
            (What::Favorite, true) => Notice::FavoriteAdded,
            (What::Favorite, false) => Notice::FavoriteRemoved,
            (What::Bookmark, true) => Notice::BookmarkAdded,
            (What::Bookmark, false) => Notice::BookmarkRemoved,
            (What::Read, true) => Notice::ReadMarked,
            (What::Read, false) => Notice::ReadUnmarked,
            (What::Dismissal, true) => Notice::BookDismissed,
            (What::Dismissal, false) => Notice::BookWantedAgain,
        }
    }

    /// Does it for somebody.
    pub(super) async fn act(self, app: &App, user: UserId) -> db::Result<Kept> {
        let (list, now) = (self.what.list(), app.clock.now());
        if self.on {
            list.add(&app.db, user, self.book, now).await
        } else {
            list.remove(&app.db, user, self.book, now).await.map(|()| Kept::Yes)
        }
    }
}

impl fmt::Display for Press {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.what.word(), self.book, if self.on { "yes" } else { "no" })
    }
}

/// The word is no press.
#[derive(Debug)]
pub(super) struct NotAPress;

impl FromStr for Press {
    type Err = NotAPress;

    fn from_str(word: &str) -> Result<Self, NotAPress> {
        let mut parts = word.split('.');
        let (Some(what), Some(book), Some(on), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(NotAPress);
        };
        let what = What::ALL.into_iter().find(|one| one.word() == what).ok_or(NotAPress)?;
        let book = book.parse().map_err(|_| NotAPress)?;
        let on = match on {
            "yes" => true,
            "no" => false,
            _ => return Err(NotAPress),
        };
        Ok(Self { what, book, on })
    }
}

/// Does what somebody pressed before they signed in. Whatever goes wrong, they are signed in: then nothing is said.
pub(super) async fn carry_out(app: App, user: UserId, wish: Wish) -> Option<Notice> {
    let press: Press = wish.as_str().parse().ok()?;
    match press.act(&app, user).await {
        Ok(Kept::Yes) => Some(press.notice()),
        Ok(Kept::NoSuchBook | Kept::Full) => None,
        Err(error) => {
            tracing::warn!(%error, "Could not do what was pressed before signing in");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_read_as_it_was_written() {
        for what in What::ALL {
            for on in [true, false] {
                let press = Press { what, book: Id::new(7), on };
                assert_eq!(press.to_string().parse::<Press>().unwrap(), press);
            }
        }
        for word in
            ["", "favorite.7", "favorite.x.yes", "heart.7.yes", "favorite.7.maybe", "favorite.7.yes.no"]
        {
            assert!(word.parse::<Press>().is_err(), "{word}");
        }
    }
}
