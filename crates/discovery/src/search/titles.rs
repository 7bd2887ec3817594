//! Books by the beginning of their title, from the database alone: what a search gives while the index is being made.

use catalogue::Book;
use db::{Query, sql};
use kernel::{Id, fold};

/// The books whose titles begin so, by title, from the place of `after` on.
pub(super) async fn beginning(
    db: &impl Query,
    text: &str,
    after: Option<(String, i64)>,
    rows: i64,
) -> db::Result<Vec<(Id<Book>, String)>> {
    let folded = fold(text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    // Above every title that begins so.
    let end = format!("{folded}\u{10ffff}");
    let (title, id) = after.unwrap_or((folded, 0));
    db.all(sql!(
        "select id, folded_title from books
         where status = 'published' and (folded_title, id) > ($1, $2) and folded_title < $3
         order by folded_title, id limit $4",
        title,
        id,
        end,
        rows
    ))
    .await
}
