//! Throwing a name away that no book needs.

use db::{Query, Tx, sql};
use serde_json::Value;

use super::{Entry, Kind, NameError, bylines, merge, write};
use crate::edit::{Done, Fields};

/// Throws one away under which no book stands. `base` is the version that the caller knows, where it matters to them.
pub async fn remove(tx: &Tx, kind: Kind, id: i64, base: Option<i64>) -> Result<Done, NameError> {
    let version = write::lock(tx, kind, id).await?.ok_or(NameError::NotFound)?;
    if base.is_some_and(|base| base != version) {
        return Err(NameError::Meanwhile);
    }
    let entry = Entry::find(tx, kind, id).await?.ok_or(NameError::NotFound)?;
    if entry.books > 0 {
        return Err(NameError::HasBooks(entry.books));
    }
    bylines::tell_of_itself(tx, kind, id).await?;
    tx.execute(sql!("delete from merged_names where kind = $1 and item_id = $2", kind, id)).await?;
    match forget(tx, kind, id).await {
        // Somebody put a book under it a moment ago.
        Err(db::Error::ForeignKey) => return Err(NameError::HasBooks(1)),
        forgotten => forgotten?,
    }
    let before = entry.said.told()?;
    // The log tells what stands in both.
    let after: Fields = before.keys().map(|field| (field.clone(), Value::Null)).collect();
    Ok(Done { act: Some("name.remove"), before, after, version })
}

/// Takes one away with all that is noted of it. Its books stand elsewhere by now.
pub(super) async fn forget(tx: &Tx, kind: Kind, id: i64) -> db::Result<()> {
    tx.execute(sql!("delete from other_names where kind = $1 and item_id = $2", kind, id)).await?;
    tx.execute(sql!("delete from name_likenesses where kind = $1 and item_id = $2", kind, id)).await?;
    tx.execute(sql!("delete from name_pairs where kind = $1 and first_id = $2", kind, id)).await?;
    tx.execute(sql!("delete from name_pairs where kind = $1 and second_id = $2", kind, id)).await?;
    merge::delete(tx, kind, id).await
}

/// How many readers chose a genre as one that they like.
pub async fn chosen_by(db: &impl Query, genre: i64) -> db::Result<i64> {
    let (readers,): (i64,) =
        db.one(sql!("select count(*) from user_genres where genre_id = $1", genre)).await?;
    Ok(readers)
}
