//! Which comments wait for a moderator before others see them.

use db::{Query as _, Tx, record, sql};
use kernel::Timestamp;
use web::{Capability, Identity};

use crate::text::{Text, has_link};
use crate::{Comment, HeldBecause};
use catalogue::Book;
use kernel::Id;

const DAY: i64 = 24 * 60 * 60;
/// For how long the same words of the same writer are the same text again, in seconds.
const SAME: i64 = DAY;
/// How old an account is before its links are taken, in seconds.
pub(crate) const NEW: i64 = 7 * DAY;
/// And how many of its comments can be seen.
const SEEN: i64 = 3;
/// How many readers of standing have to report a comment until it is held.
pub(crate) const REPORTERS: i64 = 5;

record! {
    /// What is known of a writer.
    pub(crate) struct Writer {
        created_at: Timestamp,
        seen: i64,
        repeated: i64,
        /// How far they have read the book.
        pub(crate) percent: Option<f64>,
    }
}

impl Writer {
    /// What is known of somebody who is about to say something of a book, other than in the comment `but`.
    pub(crate) async fn about(
        tx: &Tx,
        who: &Identity,
        (book, text): (Id<Book>, &Text),
        but: Option<Id<Comment>>,
        now: Timestamp,
    ) -> db::Result<Self> {
        tx.one(sql!(
            "select u.created_at, p.percent,
                    (select count(*) from (
                        select id from comments where user_id = $1 and state = 'visible' limit $6) as seen) as seen,
                    (select count(*) from (
                        select id from comments
                        where user_id = $1 and words_hash = $2 and created_at > $3 and id <> $4 limit 1) as again
                    ) as repeated
             from users u left join reading_progress p on p.user_id = u.id and p.book_id = $5
             where u.id = $1",
            who.user,
            text.hash(),
            now.plus_seconds(-SAME),
            but.map_or(0, Id::get),
            book,
            SEEN
        ))
        .await
    }

    /// Why what they say is to be held; `None` where it is not.
    pub(crate) fn holds(&self, who: &Identity, text: &Text, now: Timestamp) -> Option<HeldBecause> {
        if who.can(Capability::Moderate) {
            return None;
        }
        if self.repeated > 0 {
            return Some(HeldBecause::Repeated);
        }
        let is_new = self.created_at.plus_seconds(NEW) > now || self.seen < SEEN;
        (is_new && has_link(text.as_str())).then_some(HeldBecause::Link)
    }
}
