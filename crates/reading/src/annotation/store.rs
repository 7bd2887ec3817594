//! Marks in the database: read and written by whoever holds the reader's lock.

use std::collections::HashMap;

use catalogue::{Book, Format};
use db::{Json, Query, Statement, list, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Annotation, Colour, Kind, Mark, Placed};
use crate::locator::Locator;

/// How long an empty row stays, in seconds: a device that was away for longer may bring back what was deleted.
const GRAVE: i64 = 400 * 24 * 60 * 60;

record! {
    pub(crate) struct Row {
        uuid: String,
        book_id: Id<Book>,
        kind: Kind,
        colour: Option<Colour>,
        note: String,
        locator: Option<Json<Locator>>,
        found: Option<Json<Locator>>,
        format: Format,
        version: String,
        status: Placed,
        position: f64,
        created_at: Timestamp,
        updated_at: Timestamp,
        device_id: String,
        number: i64,
    }
}

/// Selects marks as [`Row`]s.
macro_rules! annotations {
    ($rest:literal) => {
        concat!(
            "select a.uuid, a.book_id, a.kind, a.colour, a.note, a.locator, a.found, a.format, a.version, a.status,
                    a.position, a.created_at, a.updated_at, a.device_id, a.number
             from annotations a where ",
            $rest
        )
    };
}
pub(crate) use annotations;

impl From<Row> for Annotation {
    fn from(row: Row) -> Self {
        let mark = row.locator.map(|Json(locator)| Mark {
            kind: row.kind,
            colour: row.colour,
            note: row.note,
            version: locator.version.clone().unwrap_or_default(),
            locator,
            format: row.format,
            position: row.position,
        });
        Self {
            uuid: row.uuid,
            book: row.book_id,
            mark,
            found: row.found.map(|Json(locator)| locator),
            placed: row.status,
            checked: row.version,
            position: row.position,
            created_at: row.created_at,
            updated_at: row.updated_at,
            device: row.device_id,
            number: row.number,
        }
    }
}

impl Annotation {
    /// Marks of a reader by their names, deleted ones too.
    pub(crate) async fn named(
        db: &impl Query,
        user: UserId,
        names: &[&str],
    ) -> db::Result<HashMap<String, Self>> {
        let rows: Vec<Row> = db
            .all(sql!(annotations!("a.user_id = $1 and a.uuid in ($2…)"), user, list(names.iter().copied())))
            .await?;
        Ok(rows.into_iter().map(|row| (row.uuid.clone(), row.into())).collect())
    }

    /// How many marks a reader has in some books.
    pub(crate) async fn counts(
        db: &impl Query,
        user: UserId,
        books: &[Id<Book>],
    ) -> db::Result<HashMap<Id<Book>, i64>> {
        let counts: Vec<(Id<Book>, i64)> = db
            .all(sql!(
                "select book_id, count(*) as count from annotations
                 where user_id = $1 and book_id in ($2…) and deleted_at is null group by book_id",
                user,
                list(books.iter().copied())
            ))
            .await?;
        Ok(counts.into_iter().collect())
    }

    /// The statement that writes it down. Of a deleted one nothing stays but that it was there.
    pub(crate) fn write(&self, user: UserId) -> Statement {
        let mark = self.mark.as_ref();
        sql!(
            "insert into annotations (user_id, book_id, uuid, kind, colour, note, locator, found, format, version, status,
                                      position, created_at, updated_at, deleted_at, device_id, number)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
             on conflict (user_id, uuid) do update
             set kind = excluded.kind, colour = excluded.colour, note = excluded.note, locator = excluded.locator,
                 found = excluded.found, format = excluded.format, version = excluded.version, status = excluded.status,
                 position = excluded.position,
                 created_at = excluded.created_at, updated_at = excluded.updated_at, deleted_at = excluded.deleted_at,
                 device_id = excluded.device_id, number = excluded.number",
            user,
            self.book,
            self.uuid.as_str(),
            mark.map_or(Kind::Marker, |mark| mark.kind),
            mark.and_then(|mark| mark.colour),
            mark.map_or("", |mark| mark.note.as_str()),
            mark.map(|mark| Json(mark.locator.clone())),
            self.found.clone().map(Json),
            mark.map_or(Format::Epub, |mark| mark.format),
            self.checked.as_str(),
            self.placed,
            self.position,
            self.created_at,
            self.updated_at,
            mark.is_none().then_some(self.updated_at),
            self.device.as_str(),
            self.number
        )
    }
}

/// Removes the empty rows of a reader that have stood long enough.
pub(crate) fn bury(user: UserId, now: Timestamp) -> Statement {
    sql!(
        "delete from annotations where user_id = $1 and deleted_at < $2 and deleted_at is not null",
        user,
        now.plus_seconds(-GRAVE)
    )
}
