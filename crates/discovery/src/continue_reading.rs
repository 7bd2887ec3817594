//! Continue reading: books that somebody has begun and not finished, the one read last first.

use catalogue::Book;
use db::{Query, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use crate::keeping::At;

record! {
    /// A book that somebody is reading.
    pub(crate) struct Begun {
        pub(crate) book_id: Id<Book>,
        /// How far they are, 0 to 100.
        pub(crate) percent: f64,
        pub(crate) last_read_at: Timestamp,
    }
}

impl Begun {
    /// A part of what somebody is reading.
    pub(crate) async fn list(
        db: &impl Query,
        user: UserId,
        after: Option<At>,
        rows: i64,
    ) -> db::Result<Vec<Self>> {
        // `~` stands above every time that is kept.
        let (at, id) = after.map_or_else(|| ("~".to_owned(), i64::MAX), |At(at, id)| (at.to_string(), id));
        db.all(sql!(
            "select p.book_id, p.percent, p.last_read_at from reading_progress p join books b on b.id = p.book_id
             where p.user_id = $1 and p.finished_at is null and (p.last_read_at, p.book_id) < ($2, $3)
               and b.status = 'published'
             order by p.last_read_at desc, p.book_id desc limit $4",
            user,
            at,
            id,
            rows
        ))
        .await
    }

    /// Its place in the list.
    pub(crate) fn place(&self) -> At {
        At(self.last_read_at, self.book_id.get())
    }
}
