//! Where keys and words lead that were put together with others.

use std::collections::HashMap;

use db::{Query, list, record, sql};
use kernel::Id;

use super::Kind;
use crate::Genre;

/// What the key of something that was put together with another stands for now; `None` for any other key.
pub async fn survivor(db: &impl Query, kind: Kind, id: i64) -> db::Result<Option<i64>> {
    let found: Option<(i64,)> = db
        .optional(sql!("select item_id from merged_names where kind = $1 and old_id = $2", kind, id))
        .await?;
    Ok(found.map(|(id,)| id))
}

/// The same key, or what it stands for now.
pub async fn follow<T>(db: &impl Query, kind: Kind, id: Id<T>) -> db::Result<Id<T>> {
    Ok(survivor(db, kind, id.get()).await?.map_or(id, Id::new))
}

/// The same where a list is narrowed: nothing is asked where nothing is given.
pub async fn given<T>(db: &impl Query, kind: Kind, id: Option<Id<T>>) -> db::Result<Option<Id<T>>> {
    match id {
        Some(id) => follow(db, kind, id).await.map(Some),
        None => Ok(None),
    }
}

record! {
    struct Row {
        old_id: i64,
        item_id: i64,
    }
}

/// What those of some keys stand for that were put together with others.
pub async fn survivors(
    db: &impl Query,
    kind: Kind,
    ids: impl IntoIterator<Item = i64>,
) -> db::Result<HashMap<i64, i64>> {
    let rows: Vec<Row> = db
        .all(sql!(
            "select old_id, item_id from merged_names where kind = $1 and old_id in ($2…)",
            kind,
            list(ids)
        ))
        .await?;
    Ok(rows.into_iter().map(|row| (row.old_id, row.item_id)).collect())
}

/// The genre that had a word in addresses before.
pub(crate) async fn genre_of_word(db: &impl Query, word: &str) -> db::Result<Option<Id<Genre>>> {
    let found: Option<(Id<Genre>,)> =
        db.optional(sql!("select genre_id from genre_words where word = $1", word)).await?;
    Ok(found.map(|(id,)| id))
}
