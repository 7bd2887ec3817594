//! Progress in the database: read and written by whoever holds the reader's lock.

use std::collections::HashMap;

use catalogue::Book;
use db::{Json, Query, Statement, Tx, list, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::sitting::{PAUSE, Sitting, Sittings};
use super::{DeviceEntry, Place, Progress};
use crate::locator::Locator;
use crate::sending::Device;

/// The most devices that are kept of a reader with a book.
const DEVICES_MOST: i64 = 20;
/// The most places in the history of a reader with a book.
const PLACES_MOST: i64 = 50;
/// The most sittings of a reader with a book on a device.
const SITTINGS_MOST: i64 = 2_000;

record! {
    struct Row {
        book_id: Id<Book>,
        percent: f64,
        page: Option<u32>,
        locator: Option<Json<Locator>>,
        device_id: Option<String>,
        last_read_at: Timestamp,
        started_at: Option<Timestamp>,
        anew_at: Option<Timestamp>,
        finished_at: Option<Timestamp>,
        ended_at: Option<Timestamp>,
    }

    struct DeviceRow {
        book_id: Id<Book>,
        device_id: String,
        name: String,
        last_read_at: Timestamp,
        percent: f64,
        furthest_at: Option<Timestamp>,
        furthest_percent: Option<f64>,
        furthest_page: Option<u32>,
        furthest_locator: Option<Json<Locator>>,
    }

    struct SittingRow {
        id: i64,
        book_id: Id<Book>,
        started_at: Timestamp,
        ended_at: Timestamp,
        from_percent: f64,
        to_percent: f64,
    }
}

impl From<Row> for Progress {
    fn from(row: Row) -> Self {
        let place = row.locator.map(|Json(locator)| Place {
            locator,
            percent: row.percent,
            page: row.page,
            read_at: row.last_read_at,
            device: row.device_id.unwrap_or_default(),
        });
        Self {
            percent: row.percent,
            place,
            last_read_at: Some(row.last_read_at),
            started_at: row.started_at,
            anew_at: row.anew_at,
            finished_at: row.finished_at,
            // What is known as finished from elsewhere was at its end then.
            ended_at: row.ended_at.or(row.finished_at),
            devices: Vec::new(),
        }
    }
}

impl From<DeviceRow> for DeviceEntry {
    fn from(row: DeviceRow) -> Self {
        let furthest = row.furthest_locator.zip(row.furthest_at).map(|(Json(locator), read_at)| Place {
            locator,
            percent: row.furthest_percent.unwrap_or_default(),
            page: row.furthest_page,
            read_at,
            device: row.device_id.clone(),
        });
        Self {
            device: Device { id: row.device_id, name: row.name },
            last_read_at: row.last_read_at,
            percent: row.percent,
            furthest,
        }
    }
}

impl Progress {
    /// How far somebody is with some books; those that they have not begun are absent.
    pub(crate) async fn of(
        db: &impl Query,
        user: UserId,
        books: &[Id<Book>],
    ) -> db::Result<HashMap<Id<Book>, Self>> {
        let rows: Vec<Row> = db
            .all(sql!(
                "select book_id, percent, page, locator, device_id, last_read_at, started_at, anew_at, finished_at, ended_at
                 from reading_progress where user_id = $1 and book_id in ($2…)",
                user,
                list(books.iter().copied())
            ))
            .await?;
        let devices: Vec<DeviceRow> = db
            .all(sql!(
                "select book_id, device_id, name, last_read_at, percent, furthest_at, furthest_percent, furthest_page,
                        furthest_locator
                 from reading_devices where user_id = $1 and book_id in ($2…) order by device_id",
                user,
                list(books.iter().copied())
            ))
            .await?;
        let mut found: HashMap<_, Self> = rows.into_iter().map(|row| (row.book_id, row.into())).collect();
        for row in devices {
            if let Some(progress) = found.get_mut(&row.book_id) {
                progress.devices.push(row.into());
            }
        }
        Ok(found)
    }

    /// The statement that writes it down, where there is something.
    pub(crate) fn write(&self, user: UserId, book: Id<Book>, number: i64) -> Option<Statement> {
        let place = self.place.as_ref();
        Some(sql!(
            "insert into reading_progress (user_id, book_id, percent, page, locator, device_id, last_read_at, started_at,
                                           anew_at, finished_at, ended_at, number)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
             on conflict (user_id, book_id) do update
             set percent = excluded.percent, page = excluded.page, locator = excluded.locator, device_id = excluded.device_id,
                 last_read_at = excluded.last_read_at, started_at = excluded.started_at, anew_at = excluded.anew_at,
                 finished_at = excluded.finished_at, ended_at = excluded.ended_at, number = excluded.number",
            user,
            book,
            self.percent,
            place.and_then(|place| place.page),
            place.map(|place| Json(place.locator.clone())),
            place.map(|place| place.device.as_str()),
            self.last_read_at?,
            self.started_at,
            self.anew_at,
            self.finished_at,
            self.ended_at,
            number
        ))
    }
}

impl DeviceEntry {
    /// The statement that writes it down.
    pub(crate) fn write(&self, user: UserId, book: Id<Book>) -> Statement {
        let furthest = self.furthest.as_ref();
        sql!(
            "insert into reading_devices (user_id, book_id, device_id, name, last_read_at, percent, furthest_at,
                                          furthest_percent, furthest_page, furthest_locator)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             on conflict (user_id, book_id, device_id) do update
             set name = excluded.name, last_read_at = excluded.last_read_at, percent = excluded.percent,
                 furthest_at = excluded.furthest_at, furthest_percent = excluded.furthest_percent,
                 furthest_page = excluded.furthest_page, furthest_locator = excluded.furthest_locator",
            user,
            book,
            self.device.id.as_str(),
            self.device.name.as_str(),
            self.last_read_at,
            self.percent,
            furthest.map(|place| place.read_at),
            furthest.map(|place| place.percent),
            furthest.and_then(|place| place.page),
            furthest.map(|place| Json(place.locator.clone()))
        )
    }
}

impl Place {
    /// The statement that puts it into the history: of each device the last place of each minute.
    pub(crate) fn keep(&self, user: UserId, book: Id<Book>) -> Statement {
        sql!(
            "insert into reading_places (user_id, book_id, device_id, minute, read_at, percent, page, locator)
             values ($1, $2, $3, $4, $5, $6, $7, $8)
             on conflict (user_id, book_id, device_id, minute) do update
             set read_at = excluded.read_at, percent = excluded.percent, page = excluded.page, locator = excluded.locator
             where excluded.read_at > reading_places.read_at",
            user,
            book,
            self.device.as_str(),
            self.read_at.as_millis().div_euclid(60_000),
            self.read_at,
            self.percent,
            self.page,
            Json(self.locator.clone())
        )
    }
}

/// What of a reader and a book is more than is kept.
pub(crate) fn prune(user: UserId, book: Id<Book>) -> [Statement; 2] {
    [
        sql!(
            "delete from reading_places where user_id = $1 and book_id = $2 and read_at < (
                 select read_at from reading_places where user_id = $1 and book_id = $2
                 order by read_at desc, device_id desc limit 1 offset $3)",
            user,
            book,
            PLACES_MOST - 1
        ),
        sql!(
            "delete from reading_devices where user_id = $1 and book_id = $2 and last_read_at < (
                 select last_read_at from reading_devices where user_id = $1 and book_id = $2
                 order by last_read_at desc limit 1 offset $3)",
            user,
            book,
            DEVICES_MOST - 1
        ),
    ]
}

impl Sittings {
    /// Those on a device that may have to do with places between two moments, by book.
    pub(crate) async fn near(
        tx: &Tx,
        (user, device): (UserId, &str),
        books: &[Id<Book>],
        (first, last): (Timestamp, Timestamp),
    ) -> db::Result<HashMap<Id<Book>, Self>> {
        let moved = |at: Timestamp, by: i64| Timestamp::from_millis(at.as_millis().saturating_add(by));
        let rows: Vec<SittingRow> = tx
            .all(sql!(
                "select id, book_id, started_at, ended_at, from_percent, to_percent from reading_sessions
                 where user_id = $1 and book_id in ($2…) and device_id = $3 and started_at <= $4 and ended_at >= $5
                 order by started_at, id",
                user,
                list(books.iter().copied()),
                device,
                moved(last, PAUSE),
                moved(first, -PAUSE)
            ))
            .await?;
        let mut found: HashMap<_, Self> = HashMap::new();
        for row in rows {
            let SittingRow { id, book_id, started_at, ended_at, from_percent, to_percent } = row;
            let sitting = Sitting { id: Some(id), started_at, ended_at, from_percent, to_percent };
            found.entry(book_id).or_default().all.push(sitting);
        }
        Ok(found)
    }

    /// The statements that write them down.
    pub(crate) fn write(&self, user: UserId, book: Id<Book>, device: &str) -> Vec<Statement> {
        let gone = (!self.gone.is_empty())
            .then(|| sql!("delete from reading_sessions where id in ($1…)", list(self.gone.iter().copied())));
        let kept = self.all.iter().map(|sitting| sitting.write(user, book, device));
        let is_new = self.all.iter().any(|sitting| sitting.id.is_none());
        let prune = is_new.then(|| {
            sql!(
                "delete from reading_sessions where user_id = $1 and book_id = $2 and device_id = $3 and started_at < (
                     select started_at from reading_sessions where user_id = $1 and book_id = $2 and device_id = $3
                     order by started_at desc limit 1 offset $4)",
                user,
                book,
                device,
                SITTINGS_MOST - 1
            )
        });
        gone.into_iter().chain(kept).chain(prune).collect()
    }
}

impl Sitting {
    fn write(&self, user: UserId, book: Id<Book>, device: &str) -> Statement {
        if let Some(id) = self.id {
            sql!(
                "update reading_sessions
                 set started_at = $2, ended_at = $3, from_percent = $4, to_percent = $5, seconds = $6 where id = $1",
                id,
                self.started_at,
                self.ended_at,
                self.from_percent,
                self.to_percent,
                self.seconds()
            )
        } else {
            sql!(
                "insert into reading_sessions (user_id, book_id, device_id, started_at, ended_at, from_percent, to_percent,
                                               seconds)
                 values ($1, $2, $3, $4, $5, $6, $7, $8)",
                user,
                book,
                device,
                self.started_at,
                self.ended_at,
                self.from_percent,
                self.to_percent,
                self.seconds()
            )
        }
    }
}
