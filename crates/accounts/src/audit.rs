//! The log of what moderators and admins change: who, what, how it was before and is then, from which address. An entry is
//! written in the transaction that makes the change. Entries are only ever added; a test sees to it that no statement of
//! the program changes or removes one.

use std::net::IpAddr;

use db::{Db, Json, Query, Tx, record, sql};
use futures::future::{BoxFuture, try_join_all};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde_json::Value;
use web::{Client, Identity, UserId};

/// Something that somebody is about to change.
#[derive(Debug, Clone)]
pub struct Act<'a> {
    /// What is done, by the name of the thing and a verb: `comment.hide`.
    pub act: &'static str,
    /// What kind of thing it is done to: `comment`, `user`.
    pub subject_kind: &'static str,
    /// The key of that thing.
    pub subject_id: i64,
    /// What changes of it, as it was.
    pub before: &'a Value,
    /// The same, as it is then.
    pub after: &'a Value,
}

/// A part of an entry that stands in the log as a word of the program.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// What was done: `comment.hide`.
    Act(&'a str),
    /// What kind of thing it was done to: `comment`.
    Kind(&'a str),
    /// What of it changed: `state`.
    Field(&'a str),
    /// How that was, or is then.
    Value {
        /// What of the thing.
        field: &'a str,
        /// How it is.
        value: &'a Value,
    },
}

/// Says such a part in a reader's language; `None` where it is another feature's, or is as well read as it stands.
pub type Say = fn(Locale, Part<'_>) -> Option<String>;

/// Things of a kind that people know by a name which is not their key, and that have a page: an order has a number.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// Their kind: `order`.
    pub kind: &'static str,
    /// Looks up what those with these keys are called, all at once; what is gone is left out.
    pub names: Names,
    /// The path of the page of the one with a name, after the language.
    pub path: fn(&str) -> String,
}

/// Looks up the names of things by their keys.
pub type Names = for<'a> fn(&'a Db, &'a [i64]) -> BoxFuture<'a, db::Result<Vec<(i64, String)>>>;

/// A thing by its name.
#[derive(Debug, Clone)]
pub(crate) struct Called {
    kind: &'static str,
    key: i64,
    /// What people call it.
    pub(crate) name: String,
    /// The path of its page, after the language.
    pub(crate) path: String,
}

impl Called {
    /// The things of some entries that have a name: a statement for each kind that has names.
    pub(crate) async fn of(db: &Db, named: &[Named], entries: &[Entry]) -> db::Result<Vec<Self>> {
        let kinds = try_join_all(named.iter().map(|kind| Self::of_kind(db, *kind, entries))).await?;
        Ok(kinds.into_iter().flatten().collect())
    }

    async fn of_kind(db: &Db, named: Named, entries: &[Entry]) -> db::Result<Vec<Self>> {
        let mut keys: Vec<i64> = entries
            .iter()
            .filter(|entry| entry.subject_kind == named.kind)
            .map(|entry| entry.subject_id)
            .collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let called =
            |(key, name): (i64, String)| Self { kind: named.kind, key, path: (named.path)(&name), name };
        Ok((named.names)(db, &keys).await?.into_iter().map(called).collect())
    }

    /// The thing of an entry, where it is among them.
    pub(crate) fn among<'a>(called: &'a [Self], entry: &Entry) -> Option<&'a Self> {
        called.iter().find(|one| one.key == entry.subject_id && one.kind == entry.subject_kind)
    }
}

/// Who does it.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// Their account.
    pub user: UserId,
    /// Its username.
    pub username: &'a str,
    /// From which address; `None` on the command line, and where requests are not counted.
    pub address: Option<IpAddr>,
}

impl<'a> From<(&'a Identity, Client)> for Actor<'a> {
    fn from((who, from): (&'a Identity, Client)) -> Self {
        Self { user: who.user, username: &who.username, address: from.address() }
    }
}

/// Writes down what somebody did.
pub async fn note<'a>(tx: &Tx, actor: impl Into<Actor<'a>>, act: Act<'_>, now: Timestamp) -> db::Result<()> {
    let actor = actor.into();
    tx.execute(sql!(
        "insert into audit_log (at, actor_id, actor, act, subject_kind, subject_id, before, after, address)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        now,
        actor.user,
        actor.username,
        act.act,
        act.subject_kind,
        act.subject_id,
        Json(act.before),
        Json(act.after),
        actor.address.map(|address| address.to_string())
    ))
    .await
    .map(drop)
}

record! {
    /// An entry of the log.
    pub struct Entry {
        /// Its key.
        pub id: Id<Entry>,
        /// When it was done.
        pub at: Timestamp,
        /// Who did it; the account may be gone since.
        pub actor_id: i64,
        /// Their username then.
        pub actor: String,
        /// What was done.
        pub act: String,
        /// To what kind of thing.
        pub subject_kind: String,
        /// Its key.
        pub subject_id: i64,
        /// What changed of it, as it was.
        pub before: Json<Value>,
        /// The same, as it was then.
        pub after: Json<Value>,
        /// From which address.
        pub address: Option<String>,
    }
}

/// Which entries are looked for; `None` for all.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Of this account.
    pub actor: Option<i64>,
    /// Of this kind.
    pub act: Option<&'a str>,
    /// About things of this kind.
    pub subject_kind: Option<&'a str>,
    /// About the thing of this key.
    pub subject: Option<i64>,
}

/// The entries behind `$1` of which something is so; the two conditions after it are looked at entry by entry.
macro_rules! entries {
    ($which:literal) => {
        concat!(
            "select id, at, actor_id, actor, act, subject_kind, subject_id, before, after, address from audit_log where id < $1 and ",
            $which,
            " and (cast($3 as bigint) is null or actor_id = $3) and (cast($4 as text) is null or act = $4)
              and (cast($5 as text) is null or subject_kind = $5) order by id desc limit $2"
        )
    };
}

/// A part of the log, the latest first: up to `rows` entries older than `before`. Each thing that is looked for, and each two
/// of them, have an index: so what is rare is found as soon as what is common.
pub async fn list(
    db: &impl Query,
    wanted: Wanted<'_>,
    (before, rows): (Option<Id<Entry>>, i64),
) -> db::Result<Vec<Entry>> {
    let before = before.map_or(i64::MAX, Id::get);
    let Wanted { actor, act, subject_kind: kind, subject } = wanted;
    macro_rules! read {
        ($which:literal $(, $arg:expr)*) => {
            db.all(sql!(entries!($which), before, rows, actor, act, kind $(, $arg)*)).await
        };
    }
    match (subject, kind, actor, act) {
        (Some(subject), Some(kind), _, _) => read!("subject_kind = $6 and subject_id = $7", kind, subject),
        (Some(subject), None, _, _) => read!("subject_id = $6", subject),
        (None, _, Some(actor), Some(act)) => read!("actor_id = $6 and act = $7", actor, act),
        (None, Some(kind), Some(actor), None) => read!("actor_id = $6 and subject_kind = $7", actor, kind),
        (None, None, Some(actor), None) => read!("actor_id = $6", actor),
        (None, Some(kind), None, Some(act)) => read!("act = $6 and subject_kind = $7", act, kind),
        (None, None, None, Some(act)) => read!("act = $6", act),
        (None, Some(kind), None, None) => read!("subject_kind = $6", kind),
        (None, None, None, None) => read!("id > 0"),
    }
}
