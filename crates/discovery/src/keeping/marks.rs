//! Tells the catalogue what a reader has done with the books of an answer, and hears from it what they look at.

use std::collections::HashMap;
use std::sync::Arc;

use catalogue::{Book, BookMarks, ReaderMarks};
use db::{Db, Query as _, list, record, sql};
use futures::future::BoxFuture;
use kernel::Id;
use web::{App, UserId};

use super::Look;
use super::recorder::Recorder;

/// What readers have done, as the database has it.
pub(crate) struct KeptMarks {
    pub(crate) recorder: Arc<Recorder>,
}

record! {
    struct Row {
        book_id: Id<Book>,
        kind: String,
        value: f64,
    }
}

impl ReaderMarks for KeptMarks {
    fn of<'a>(
        &'a self,
        db: &'a Db,
        reader: UserId,
        books: Vec<Id<Book>>,
        whole: Option<Id<Book>>,
    ) -> BoxFuture<'a, db::Result<HashMap<Id<Book>, BookMarks>>> {
        Box::pin(async move {
            let rows: Vec<Row> = db
                .all(sql!(
                    "select book_id, case when finished_at is null then 'progress' else 'finished' end as kind, percent as value
                     from reading_progress
                     where user_id = $1 and book_id in ($2…)
                     union all
                     select book_id, 'favorite', 0.0 from favorites where user_id = $1 and book_id in ($2…)
                     union all
                     select book_id, 'owned', 0.0 from library_entries where user_id = $1 and book_id in ($2…)
                     union all
                     select book_id, 'dismissed', 0.0 from dismissals where user_id = $1 and book_id in ($2…)
                     union all
                     select book_id, 'bookmark', 0.0 from bookmarks where user_id = $1 and book_id = $3
                     union all
                     select book_id, 'read', 0.0 from read_marks where user_id = $1 and book_id = $3
                     union all
                     select book_id, 'rating', value / 10.0 from ratings where user_id = $1 and book_id = $3",
                    reader,
                    list(books),
                    whole
                ))
                .await?;
            let mut marks: HashMap<_, BookMarks> = HashMap::new();
            for row in rows {
                let book = marks.entry(row.book_id).or_default();
                match row.kind.as_str() {
                    "favorite" => book.is_favorite = true,
                    "bookmark" => book.is_bookmarked = true,
                    "read" => book.is_read = true,
                    "dismissed" => book.is_dismissed = true,
                    "owned" => book.is_owned = true,
                    "rating" => book.rating = Some(row.value),
                    kind => {
                        book.progress_percent = Some(row.value);
                        book.is_finished = kind == "finished";
                    }
                }
            }
            Ok(marks)
        })
    }

    fn saw(&self, app: &App, reader: UserId, book: Id<Book>) {
        let look = Look { user: reader, book, at: app.clock.now() };
        self.recorder.note(&app.db, look);
    }
}
