//! Drawn covers say who wrote a book, in the colour of its first genre. Where a name changes, they are drawn again: in a job, since
//! there may be many.

use db::{Db, Query, Tx, record, sql};
use jobs::Job;
use kernel::{Id, Language, Timestamp};
use serde::{Deserialize, Serialize};

use super::Kind;
use super::kind::of_kind;
use crate::byline::Byline;
use crate::cover::{NewCover, ground, join_names};
use crate::{Book, media};

/// Books that are looked at in one transaction.
const AT_ONCE: i64 = 100;

/// Draws the covers again of the books under a name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Redraw {
    kind: Kind,
    id: i64,
}

impl Job for Redraw {
    const KIND: &'static str = "catalogue.redraw_covers";
}

/// Has it done once the transaction has ended.
pub(super) async fn later(tx: &Tx, (kind, id): (Kind, i64), now: Timestamp) -> db::Result<()> {
    jobs::enqueue(tx, &Redraw { kind, id }, now).await
}

record! {
    struct DrawnRow {
        id: Id<Book>,
        title: String,
        authors: Byline,
        language: Language,
        folder: String,
        cover_version: String,
        hue: Option<i64>,
    }
}

macro_rules! drawn {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!(
            "select b.id, b.title, b.authors, b.language, b.folder, b.cover_version,
                    (select g.hue from book_genres bg join genres g on g.id = bg.genre_id
                     where bg.book_id = b.id order by bg.position limit 1) as hue
             from books b where b.cover_drawn = true and b.id > $2
               and b.id in (select ",
            $book,
            " from ",
            $books,
            " where ",
            $name,
            " = $1) order by b.id limit $3"
        )
    };
}

/// Does it.
pub(super) async fn run(db: &Db, job: &Redraw, now: Timestamp) -> db::Result<()> {
    let mut after = 0;
    loop {
        let rows: Vec<DrawnRow> = db.all(of_kind!(job.kind, drawn, job.id, after, AT_ONCE)).await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = last.id.get();
        let rows = &rows;
        db.transaction(async |tx| {
            for row in rows {
                draw(&tx, row, now).await?;
            }
            Ok::<_, db::Error>(())
        })
        .await?;
    }
}

async fn draw(tx: &Tx, row: &DrawnRow, now: Timestamp) -> db::Result<()> {
    let authors = join_names(row.authors.names());
    let cover = NewCover::drawn(&row.title, &authors, row.language, ground(row.hue, &row.title));
    if cover.version == row.cover_version {
        return Ok(());
    }
    let changed = tx
        .execute(sql!(
            "update books set cover_version = $3, cover_placeholder = $4
             where id = $1 and cover_version = $2 and cover_drawn = true",
            row.id,
            row.cover_version.as_str(),
            cover.version.as_str(),
            cover.placeholder
        ))
        .await?;
    if changed > 0 {
        media::discard(tx, &format!("{}/cover-{}", row.folder, row.cover_version), now).await?;
        // It may have been thrown away a moment ago.
        media::keep(tx, &format!("{}/cover-{}", row.folder, cover.version)).await?;
    }
    Ok(())
}
