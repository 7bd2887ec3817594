//! What was said in the panel, as the database keeps it: a row for each setting that was ever changed, with the number of its
//! last change. All changes are numbered by one row, which a change locks.

use std::collections::BTreeMap;

use db::{Json, Query, Tx, record, sql};
use kernel::Timestamp;

use super::key::Key;

record! {
    /// What was said of a setting.
    pub struct Said {
        /// Its name.
        pub name: String,
        /// The value; null where the default was wanted back.
        pub value: Json<Option<String>>,
        /// The number of the change.
        pub version: i64,
        /// Who said it, by their username then.
        pub updated_by: String,
        /// When.
        pub updated_at: Timestamp,
    }
}

/// A change.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// The number of the last change that whoever wants this one had seen; `None` where that does not matter.
    pub base: Option<i64>,
    /// What is wanted; `None` for the default.
    pub wanted: &'a [(Key, Option<String>)],
    /// Who wants it, by their username.
    pub by: &'a str,
    /// The time.
    pub now: Timestamp,
}

/// What a change did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// What differs, as it was said before.
    pub before: BTreeMap<Key, Option<String>>,
    /// The same, as it is said now.
    pub after: BTreeMap<Key, Option<String>>,
}

/// Why nothing was changed.
#[derive(Debug)]
pub enum ChangeError {
    /// The database failed.
    Database(db::Error),
    /// Somebody else changed the same since.
    Meanwhile {
        /// What they changed.
        keys: Vec<Key>,
        /// Who it was.
        by: String,
    },
}

impl From<db::Error> for ChangeError {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

/// The number of the last change.
pub(super) async fn version(db: &impl Query) -> db::Result<i64> {
    let found = db.optional::<(i64,)>(sql!("select version from settings_head where id = 1")).await?;
    Ok(found.map_or(0, |(version,)| version))
}

/// All that was ever said.
pub async fn said(db: &impl Query) -> db::Result<Vec<Said>> {
    db.all(sql!(
        "select name, value, version, updated_by, updated_at from settings /* full scan: a few rows, read when one changed */
         order by name"
    ))
    .await
}

/// Changes what differs. Nobody else changes a setting until the transaction ends.
pub async fn change(tx: &Tx, change: Change<'_>) -> Result<Changed, ChangeError> {
    let (version,): (i64,) = tx
        .one(sql!(
            "insert into settings_head (id, version) values (1, 1)
             on conflict (id) do update set version = settings_head.version + 1 returning version"
        ))
        .await?;
    let said: BTreeMap<String, Said> =
        said(tx).await?.into_iter().map(|said| (said.name.clone(), said)).collect();
    let mut changed = Changed::default();
    let (mut meanwhile, mut by) = (Vec::new(), String::new());
    for (key, wanted) in change.wanted {
        let now = said.get(&key.name());
        let value = now.and_then(|said| said.value.0.clone());
        if value == *wanted {
            continue;
        }
        if let Some(said) = now.filter(|said| change.base.is_some_and(|base| said.version > base)) {
            meanwhile.push(*key);
            by.clone_from(&said.updated_by);
        }
        changed.before.insert(*key, value);
        changed.after.insert(*key, wanted.clone());
    }
    if !meanwhile.is_empty() {
        return Err(ChangeError::Meanwhile { keys: meanwhile, by });
    }
    let rows = changed.after.iter().map(|(key, value)| {
        sql!(
            "insert into settings (name, value, version, updated_by, updated_at) values ($1, $2, $3, $4, $5)
             on conflict (name) do update set value = excluded.value, version = excluded.version,
                 updated_by = excluded.updated_by, updated_at = excluded.updated_at",
            key.name(),
            Json(value),
            version,
            change.by,
            change.now
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await?;
    Ok(changed)
}
