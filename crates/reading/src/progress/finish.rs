//! Books that somebody has finished by their own word: they stopped before the notes, or read the rest on paper.

use catalogue::Book;
use db::Db;
use discovery::keeping::ReadMark;
use kernel::{Id, Timestamp};
use web::UserId;

use super::Progress;
use crate::sync::advance;

/// Says that somebody has finished a book, or has not; answers how far they are. Said again, nothing changes.
pub(crate) async fn say(
    db: &Db,
    user: UserId,
    book: Id<Book>,
    (is, now): (bool, Timestamp),
) -> db::Result<Progress> {
    db.transaction(async |tx| {
        let number = advance(&tx, user, 1).await?;
        let before = Progress::of(&tx, user, &[book]).await?.remove(&book).unwrap_or_default();
        if before.finished_at.is_some() == is {
            return Ok(before);
        }
        let mut progress = before;
        progress.say_finished(is, now);
        let tick = is.then(|| ReadMark::tick(user, book, now));
        tx.execute_all(progress.write(user, book, number).into_iter().chain(tick).collect::<Vec<_>>())
            .await?;
        accounts::taste_changed(&tx, user).await?;
        Ok::<_, db::Error>(progress)
    })
    .await
}
