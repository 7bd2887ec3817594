//! All that is kept of somebody's reading, for the file with all that the shop has of them: how far they are in which book, their
//! sittings, their marks.

use catalogue::Book;
use db::{Query as _, record, sql};
use kernel::{Id, Timestamp};
use serde::Serialize;
use serde_json::json;
use web::{App, UserId};

use crate::annotation::Annotation;
use crate::annotation::store::{Row, annotations};
use crate::told::AnnotationItem;

record! {
    #[derive(Serialize)]
    struct Begun {
        book_id: Id<Book>,
        title: String,
        percent: f64,
        page: Option<i64>,
        last_read_at: Timestamp,
        started_at: Option<Timestamp>,
        finished_at: Option<Timestamp>,
    }
}

record! {
    #[derive(Serialize)]
    struct Sitting {
        book_id: Id<Book>,
        device_id: String,
        started_at: Timestamp,
        ended_at: Timestamp,
        from_percent: f64,
        to_percent: f64,
        seconds: i64,
    }
}

/// For [`accounts::Extras::export`].
pub(crate) async fn export(app: App, user: UserId) -> web::Result<(&'static str, serde_json::Value)> {
    let db = &app.db;
    let progress: Vec<Begun> = db
        .all(sql!(
            "select p.book_id, b.title, p.percent, p.page, p.last_read_at, p.started_at, p.finished_at
             from reading_progress p join books b on b.id = p.book_id where p.user_id = $1 order by p.book_id",
            user
        ))
        .await?;
    let sittings: Vec<Sitting> = db
        .all(sql!(
            "select book_id, device_id, started_at, ended_at, from_percent, to_percent, seconds
             from reading_sessions where user_id = $1 order by book_id, device_id, started_at",
            user
        ))
        .await?;
    let marks: Vec<Row> = db
        .all(sql!(
            annotations!("a.user_id = $1 and a.deleted_at is null order by a.book_id, a.position, a.uuid"),
            user
        ))
        .await?;
    let marks: Vec<AnnotationItem> =
        marks.into_iter().filter_map(|row| AnnotationItem::new(&Annotation::from(row))).collect();
    Ok(("reading", json!({ "progress": progress, "sittings": sittings, "annotations": marks })))
}
