//! What was changed of the page, and how it is put back.

use std::collections::HashSet;

use catalogue::Book;
use db::{Json, Query, Tx, record, sql};
use kernel::{Id, Timestamp};
use serde_json::Value;

use super::layout::Layout;
use super::{CurateError, Curator, Done, change, check, store};

/// How many changes are kept, each with the whole page.
const KEPT: i64 = 100;

record! {
    /// A change of the page.
    pub struct Past {
        /// The page's version with it.
        pub version: i64,
        /// When.
        pub at: Timestamp,
        /// The account of whoever made it; it may be gone since.
        pub actor_id: i64,
        /// Its username then.
        pub actor: String,
        /// What was done, as in the audit log.
        pub act: String,
        /// What changed, as it was.
        pub before: Json<Value>,
        /// The same, as it was then.
        pub after: Json<Value>,
        /// Whether the page before it is kept, so that it can be put back.
        pub can_be_put_back: bool,
    }
}

/// A part of the page's history, the latest first: up to `rows` changes older than the version `before`.
pub async fn history(db: &impl Query, (before, rows): (Option<i64>, i64)) -> db::Result<Vec<Past>> {
    db.all(sql!(
        "select v.version, v.at, v.actor_id, v.actor, v.act, v.before, v.after,
                (v.version = 1 or exists (select 1 from home_versions p where p.version = v.version - 1)) as can_be_put_back
         from home_versions v where v.version < $1 order by v.version desc limit $2",
        before.unwrap_or(i64::MAX),
        rows
    ))
    .await
}

/// Puts the page back as it was before a change, whatever changed since. That is a change like any other.
pub async fn put_back(
    tx: &Tx,
    base: Option<i64>,
    version: i64,
    by: &Curator<'_>,
) -> Result<Done, CurateError> {
    let now = store::lock(tx).await?;
    if base.is_some_and(|base| base != now) {
        return Err(CurateError::Meanwhile { by: actor_of(tx, now).await? });
    }
    if version < 1 || version > now {
        return Err(CurateError::NotFound);
    }
    let wanted = before(tx, version).await?.ok_or(CurateError::TooOld)?;
    let (layout, _) = store::find(tx).await?;
    let wanted = without_the_gone(tx, wanted).await?.complete();
    change::make(tx, now, (&layout, &wanted), "home.undo", by).await
}

/// The page as it was before a version; `None` where that is not kept.
async fn before(tx: &Tx, version: i64) -> db::Result<Option<Layout>> {
    if version == 1 {
        return Ok(Some(Layout::default()));
    }
    let found: Option<(Json<Layout>,)> =
        tx.optional(sql!("select layout from home_versions where version = $1", version - 1)).await?;
    Ok(found.map(|(layout,)| layout.0))
}

/// The same page without books that were deleted meanwhile.
async fn without_the_gone(tx: &Tx, mut layout: Layout) -> db::Result<Layout> {
    let books: Vec<Id<Book>> =
        layout.shelves.iter().flat_map(|shelf| &shelf.books).map(|placed| placed.book).collect();
    let there = if books.is_empty() { HashSet::new() } else { check::there(tx, &books).await? };
    for shelf in &mut layout.shelves {
        shelf.books.retain(|placed| there.contains(&placed.book));
    }
    Ok(layout)
}

/// Who made a version of the page.
pub(super) async fn actor_of(tx: &Tx, version: i64) -> db::Result<String> {
    let last: Option<(String,)> =
        tx.optional(sql!("select actor from home_versions where version = $1", version)).await?;
    Ok(last.map(|(actor,)| actor).unwrap_or_default())
}

/// A change to be written down.
pub(super) struct Made<'a> {
    pub(super) act: &'a str,
    pub(super) version: i64,
    pub(super) before: &'a Value,
    pub(super) after: &'a Value,
    pub(super) layout: &'a Layout,
}

/// Writes a change down, and forgets those that are too old.
pub(super) async fn note(tx: &Tx, made: &Made<'_>, by: &Curator<'_>) -> db::Result<()> {
    tx.execute(sql!(
        "insert into home_versions (version, at, actor_id, actor, act, before, after, layout)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        made.version,
        by.now,
        by.user,
        by.username,
        made.act,
        Json(made.before),
        Json(made.after),
        Json(made.layout)
    ))
    .await?;
    tx.execute(sql!("delete from home_versions where version <= $1", made.version - KEPT)).await.map(drop)
}
