//! A book's history tells people, genres, publishers and series by their keys. Since it was written, some were put together with
//! others, or renamed: what it says is read as it is now.

use db::{Query, Tx, list, record, sql};
use kernel::Id;
use serde_json::Value;

use super::EditError;
use super::details::{Details, Fields};
use crate::Author;
use crate::names::{self, Kind};

/// The fields that tell names, and of what.
const NAMED: [(&str, Kind); 4] = [
    ("contributors", Kind::Author),
    ("genres", Kind::Genre),
    ("publisher", Kind::Publisher),
    ("series", Kind::Series),
];

/// Fields with the keys that there are now.
pub(super) async fn keys_now(tx: &Tx, fields: &Fields) -> db::Result<Fields> {
    let mut fields = fields.clone();
    for (field, kind) in NAMED {
        let Some(value) = fields.get_mut(field) else { continue };
        let keys: Vec<i64> = match &*value {
            Value::Array(named) => named.iter().filter_map(key).collect(),
            one => key(one).into_iter().collect(),
        };
        let merged = names::survivors(tx, kind, keys).await?;
        let now = |one: &mut Value| {
            if let Some(now) = key(one).and_then(|key| merged.get(&key)) {
                one["id"] = (*now).into();
            }
        };
        match value {
            Value::Array(named) => {
                named.iter_mut().for_each(now);
                once_each(named);
            }
            one => now(one),
        }
    }
    Ok(fields)
}

fn key(named: &Value) -> Option<i64> {
    named.get("id")?.as_i64()
}

/// Whoever two became stands where the first of them stood.
fn once_each(named: &mut Vec<Value>) {
    let mut seen = Vec::new();
    named.retain(|one| {
        let who = (key(one), one.get("role").cloned());
        let is_new = !seen.contains(&who);
        seen.push(who);
        is_new
    });
}

record! {
    struct Called {
        id: Id<Author>,
        name: String,
    }
}

/// Has people called as they are now; somebody who was thrown away cannot come back.
pub(super) async fn called_now(tx: &Tx, book: &mut Details) -> Result<(), EditError> {
    let ids = list(book.contributors.iter().map(|person| person.id));
    let known: Vec<Called> = tx.all(sql!("select id, name from authors where id in ($1…)", ids)).await?;
    for person in &mut book.contributors {
        let now = known.iter().find(|one| one.id == person.id).ok_or(EditError::Final)?;
        person.name.clone_from(&now.name);
    }
    Ok(())
}
