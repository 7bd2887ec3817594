//! Places to go back to: what each device was at, the latest first.

use catalogue::Book;
use db::{Json, Query, record, sql};
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use web::UserId;

use crate::locator::Locator;

record! {
    /// A place in the history.
    pub struct PastPlace {
        /// Where.
        pub locator: Json<Locator>,
        /// How much of the book lies before it, 0 to 100.
        pub percent: f64,
        /// The page, from 1.
        pub page: Option<u32>,
        /// When it was read.
        pub read_at: Timestamp,
        /// On which device.
        pub device_id: String,
        /// What people call that; `None` where it is not known.
        pub name: Option<String>,
    }
}

/// The place of an entry in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastAt(Timestamp, String);

impl PastPlace {
    /// A part of the history of a reader with a book.
    pub(crate) async fn list(
        db: &impl Query,
        (user, book): (UserId, Id<Book>),
        after: Option<PastAt>,
        rows: i64,
    ) -> db::Result<Vec<Self>> {
        // `~` stands above every time that is kept.
        let (at, device) = after
            .map_or_else(|| ("~".to_owned(), String::new()), |PastAt(at, device)| (at.to_string(), device));
        db.all(sql!(
            "select p.locator, p.percent, p.page, p.read_at, p.device_id, d.name
             from reading_places p left join reading_devices d
               on d.user_id = p.user_id and d.book_id = p.book_id and d.device_id = p.device_id
             where p.user_id = $1 and p.book_id = $2 and (p.read_at, p.device_id) < ($3, $4)
             order by p.read_at desc, p.device_id desc limit $5",
            user,
            book,
            at,
            device,
            rows
        ))
        .await
    }

    /// Its place in the history.
    pub(crate) fn place(&self) -> PastAt {
        PastAt(self.read_at, self.device_id.clone())
    }
}
