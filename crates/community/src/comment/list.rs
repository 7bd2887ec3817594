//! Parts of threads, a bounded number of statements each, however long a thread is. Why they go by `id + 0` is told where
//! the indexes are made.

use catalogue::{Book, Histogram};
use db::{Query, list, sql};
use kernel::Id;

use super::{Comment, Place, comments, shown};
use crate::{Sort, Viewer};

/// How many replies stand below each comment of a list.
const FIRST_REPLIES: i64 = 3;

/// Which first comments of a book are asked for.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// In which order.
    pub sort: Sort,
    /// Only those of readers who gave the book so many stars, 1 to 5: those in that bar of the histogram.
    pub stars: Option<i64>,
    /// The place behind which the part begins.
    pub after: Option<Place>,
    /// How many rows to read.
    pub rows: i64,
}

/// The first comments `c` of the book `$3`, of which `$4` to `$5` is what their writers gave the book, where that is asked
/// for.
macro_rules! first_comments {
    ($place:literal) => {
        concat!(
            "select c.* from comments c where c.book_id = $3 and c.root_id is null and ",
            shown!(),
            " and (cast($4 as bigint) is null or exists (
                  select 1 from ratings given
                  where given.user_id = c.user_id and given.book_id = c.book_id and given.value between $4 and $5)) ",
            $place
        )
    };
}

impl Comment {
    /// A part of the first comments on a book. A place in another order is none: `None`.
    pub async fn list(
        db: &impl Query,
        viewer: &Viewer,
        book: Id<Book>,
        asked: Asked,
    ) -> db::Result<Option<Vec<Self>>> {
        let bar = asked.stars.map(Histogram::bar);
        let (lowest, highest) = (bar.as_ref().map(|bar| *bar.start()), bar.as_ref().map(|bar| *bar.end()));
        let (key, moderates) = (viewer.key(), viewer.is_moderator);
        let found: Vec<Self> = match (asked.sort, asked.after) {
            (Sort::New, None | Some(Place::New(_))) => {
                let before = if let Some(Place::New(id)) = asked.after { id } else { i64::MAX };
                db.all(sql!(
                    comments!(
                        first_comments!("and c.id + 0 < $6 order by c.id + 0 desc limit $7"),
                        "order by said.id desc"
                    ),
                    key,
                    moderates,
                    book,
                    lowest,
                    highest,
                    before,
                    asked.rows
                ))
                .await?
            }
            (Sort::Top, None | Some(Place::Top(..))) => {
                let (likes, before) = if let Some(Place::Top(likes, id)) = asked.after {
                    (likes, id)
                } else {
                    (i64::MAX, i64::MAX)
                };
                db.all(sql!(
                    comments!(
                        first_comments!(
                            "and (c.like_count, c.id) < ($6, $7) order by c.like_count desc, c.id desc limit $8"
                        ),
                        "order by said.like_count desc, said.id desc"
                    ),
                    key,
                    moderates,
                    book,
                    lowest,
                    highest,
                    likes,
                    before,
                    asked.rows
                ))
                .await?
            }
            _ => return Ok(None),
        };
        Ok(Some(found.into_iter().map(|comment| comment.seen_by(viewer)).collect()))
    }

    /// The first replies in the threads of some first comments, the oldest first: one statement for all of them.
    pub async fn first_replies(
        db: &impl Query,
        viewer: &Viewer,
        roots: &[Id<Self>],
    ) -> db::Result<Vec<Self>> {
        if roots.is_empty() {
            return Ok(Vec::new());
        }
        let found: Vec<Self> = db
            .all(sql!(
                sqlite: comments!(
                    concat!(
                        "select c.* from comments root join comments c on c.id in (
                             select c.id from comments c where c.root_id = root.id and ",
                        shown!(),
                        " order by c.id + 0 limit $3)
                         where root.id in ($4…)"
                    ),
                    "order by said.id"
                ),
                postgres: comments!(
                    concat!(
                        "select c.* from comments root cross join lateral (
                             select c.* from comments c where c.root_id = root.id and ",
                        shown!(),
                        " order by c.id + 0 limit $3) as c
                         where root.id in ($4…)"
                    ),
                    "order by said.id"
                ),
                viewer.key(),
                viewer.is_moderator,
                FIRST_REPLIES,
                list(roots.iter().copied())
            ))
            .await?;
        Ok(found.into_iter().map(|comment| comment.seen_by(viewer)).collect())
    }

    /// A part of the replies to a comment, the oldest first: of a first comment all of its thread, else those that answer
    /// it. `after` is the last one of the part before.
    pub async fn replies(
        db: &impl Query,
        viewer: &Viewer,
        of: &Self,
        (after, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        let after = after.map_or(0, Id::get);
        let (key, moderates) = (viewer.key(), viewer.is_moderator);
        let found: Vec<Self> = if of.root_id.is_none() {
            db.all(sql!(
                comments!(
                    concat!(
                        "select c.* from comments c where c.root_id = $3 and c.id + 0 > $4 and ",
                        shown!(),
                        " order by c.id + 0 limit $5"
                    ),
                    "order by said.id"
                ),
                key,
                moderates,
                of.id,
                after,
                rows
            ))
            .await?
        } else {
            db.all(sql!(
                comments!(
                    concat!(
                        "select c.* from comments c where c.parent_id = $3 and c.id + 0 > $4 and ",
                        shown!(),
                        " order by c.id + 0 limit $5"
                    ),
                    "order by said.id"
                ),
                key,
                moderates,
                of.id,
                after,
                rows
            ))
            .await?
        };
        Ok(found.into_iter().map(|comment| comment.seen_by(viewer)).collect())
    }
}
