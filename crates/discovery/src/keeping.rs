//! What readers keep: favourites, bookmarks (to be read later), books ticked off as read, and the history of what they
//! looked at and searched for.

mod api;
mod bookmark;
mod dismissal;
mod favorite;
mod feature;
mod history;
mod kept;
mod limits;
mod marks;
mod offline;
mod own;
mod pages;
mod press;
mod read_mark;
mod recorder;
mod searches;
mod undo;
mod view;
mod wire;

pub use bookmark::Bookmark;
pub use dismissal::Dismissal;
pub use favorite::Favorite;
pub use feature::Keeping;
pub use history::History;
pub use kept::{Kept, MOST};
pub(crate) use pages::HISTORY_REMOVE;
pub use read_mark::ReadMark;
pub use searches::{Search, Searches};
pub use view::{Look, View};

use db::{Db, Query as _, Statement};
use kernel::Timestamp;
use serde::{Deserialize, Serialize};
use web::UserId;

/// Changes what somebody's taste is known by, and where that changed anything has it noted, both or neither; with a word
/// that is remembered in either case. Answers how many rows it changed.
async fn change(
    db: &Db,
    user: UserId,
    statement: impl Fn() -> Statement,
    word: impl Fn() -> Option<Statement>,
) -> db::Result<u64> {
    db.transaction(async |tx| {
        // First, since its row is the lock for what is done then.
        if let Some(word) = word() {
            tx.execute(word).await?;
        }
        let changed = tx.execute(statement()).await?;
        if changed > 0 {
            accounts::taste_changed(&tx, user).await?;
        }
        Ok::<_, db::Error>(changed)
    })
    .await
}

/// The place of an entry in a list by time, newest first: where the next part begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct At(pub Timestamp, pub i64);

/// Which part of a list of somebody's, newest first.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Only books whose title or authors have these words, only searches that have them; empty for all.
    pub q: &'a str,
    /// The place behind which the part begins.
    pub after: Option<At>,
    /// How many rows to read.
    pub rows: i64,
}

impl Part<'_> {
    /// The place behind which the part begins, as statements compare with it.
    fn place(&self) -> (String, i64) {
        // `~` stands above every time that is kept.
        self.after.map_or_else(|| ("~".to_owned(), i64::MAX), |At(at, id)| (at.to_string(), id))
    }
}
