//! A visitor who presses *Add to library* is led to sign in; then it is done.

use catalogue::Book;
use kernel::Id;
use web::{App, Notice, UserId, Wish};

use super::claim::{self, Claimed};

/// Stands before the book's key.
const WORD: &str = "claim.";

/// The press, as a word.
pub(super) fn word(book: Id<Book>) -> String {
    format!("{WORD}{book}")
}

fn read(word: &str) -> Option<Id<Book>> {
    word.strip_prefix(WORD)?.parse().ok()
}

/// What is said of a book that was to be taken.
pub(super) const fn notice(is_new: bool) -> Notice {
    if is_new { Notice::BookClaimed } else { Notice::BookOwned }
}

/// Does what somebody pressed before they signed in. Whatever goes wrong, they are signed in: then nothing is said. Whose
/// address is not verified takes nothing.
pub(crate) async fn carry_out(app: App, user: UserId, wish: Wish) -> Option<Notice> {
    let book = read(wish.as_str())?;
    let done = async {
        if !claim::may(&app.db, user).await? {
            return Ok(None);
        }
        claim::claim(&app.db, user, book, app.clock.now()).await.map(Some)
    };
    match done.await {
        Ok(Some(Claimed::New)) => Some(notice(true)),
        Ok(Some(Claimed::Before)) => Some(notice(false)),
        Ok(_) => None,
        Err(error) => {
            let error: db::Error = error;
            tracing::warn!(%error, "Could not take a book that was asked for before signing in");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_press_is_read_as_it_was_written() {
        assert_eq!(read(&word(Id::new(7))), Some(Id::new(7)));
        for other in ["", "claim.", "claim.x", "claim.7.yes", "favorite.7.yes"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
