//! Looks for names that may mean the same, when one is entered or changed: each is compared with those that have a likeness in
//! common with it, which an index tells.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use db::{Db, Query, Tx, list, record, sql};
use jobs::Registry;
use web::App;

use super::alike::{Likeness, alike, likenesses};
use super::kind::of_kind;
use super::{Kind, other, redraw};

/// How soon after a change.
const PERIOD: Duration = Duration::from_secs(10);
/// Names that are compared in one transaction.
const AT_ONCE: i64 = 50;
/// Names with a likeness in common that are looked at for those: more have nothing in common but a frequent word.
const NEAR_MOST: i64 = 5_000;
/// Of each name so many of what else it is called are looked at.
const CALLED_MOST: usize = 12;

/// What is done in the background.
pub(crate) fn jobs() -> Registry<App> {
    Registry::new()
        .every("catalogue.compare_names", PERIOD, async |app: App| {
            compare(&app.db).await.map_err(anyhow::Error::from)
        })
        .on(async |app: App, job: redraw::Redraw| {
            redraw::run(&app.db, &job, app.clock.now()).await.map_err(anyhow::Error::from)
        })
}

record! {
    struct Named {
        id: i64,
        version: i64,
    }

    struct CalledRow {
        id: i64,
        name: String,
    }

    struct Near {
        likeness: String,
        item_id: i64,
    }
}

macro_rules! uncompared {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("select id, version from ", $table, " where compared = false order by id limit $1")
    };
}

/// Compares all names that were not since they were named so.
pub(super) async fn compare(db: &Db) -> db::Result<()> {
    for kind in Kind::ALL {
        loop {
            let waiting: Vec<Named> = db.all(of_kind!(kind, uncompared, AT_ONCE)).await?;
            if waiting.is_empty() {
                break;
            }
            let waiting = &waiting;
            db.transaction(async |tx| together(&tx, kind, waiting).await).await?;
            tokio::task::yield_now().await;
        }
    }
    Ok(())
}

/// What each is called.
type Called = BTreeMap<i64, Vec<String>>;

macro_rules! called {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("select id, name from ", $table, " where id in ($1…)")
    };
}

async fn called(tx: &Tx, kind: Kind, ids: &[i64]) -> db::Result<Called> {
    let ids = || list(ids.iter().copied());
    let own: Vec<CalledRow> = match kind {
        Kind::Author => tx.all(sql!(called!("authors", "", "", ""), ids())).await?,
        Kind::Genre => {
            tx.all(sql!("select genre_id as id, name from genre_names where genre_id in ($1…)", ids()))
                .await?
        }
        Kind::Publisher => tx.all(sql!(called!("publishers", "", "", ""), ids())).await?,
        Kind::Series => tx.all(sql!(called!("series", "", "", ""), ids())).await?,
    };
    let others = other::called(tx, kind, own.iter().map(|row| row.id)).await?;
    let others =
        others.into_iter().flat_map(|(id, names)| names.into_iter().map(move |name| CalledRow { id, name }));
    let mut called = Called::new();
    for row in own.into_iter().chain(others) {
        let names = called.entry(row.id).or_default();
        if names.len() < CALLED_MOST && !names.contains(&row.name) {
            names.push(row.name);
        }
    }
    Ok(called)
}

fn all_likenesses(names: &[String]) -> BTreeSet<String> {
    names.iter().flat_map(|name| likenesses(name)).collect()
}

/// Compares some names with all others.
async fn together(tx: &Tx, kind: Kind, waiting: &[Named]) -> db::Result<()> {
    let ids: Vec<i64> = waiting.iter().map(|one| one.id).collect();
    let names = called(tx, kind, &ids).await?;
    let of: BTreeMap<i64, BTreeSet<String>> =
        names.iter().map(|(id, names)| (*id, all_likenesses(names))).collect();
    enter(tx, kind, &ids, &of).await?;
    let near: Vec<Near> = tx
        .all(sql!(
            "select likeness, item_id from name_likenesses where kind = $1 and likeness in ($2…) limit $3",
            kind,
            list(of.values().flatten().cloned().collect::<BTreeSet<String>>()),
            NEAR_MOST
        ))
        .await?;
    let mut by_likeness: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for row in &near {
        by_likeness.entry(&row.likeness).or_default().push(row.item_id);
    }
    let mut pairs: BTreeSet<(i64, i64)> = BTreeSet::new();
    for (id, likenesses) in &of {
        let others = likenesses.iter().filter_map(|one| by_likeness.get(one.as_str())).flatten();
        pairs.extend(others.filter(|other| *other != id).map(|other| (*id.min(other), *id.max(other))));
    }
    let keys: BTreeSet<i64> = pairs.iter().flat_map(|(one, other)| [*one, *other]).collect();
    let names = called(tx, kind, &keys.into_iter().collect::<Vec<_>>()).await?;
    let found = pairs.into_iter().filter_map(|pair| told(&names, pair).map(|likeness| (pair, likeness)));
    keep(tx, kind, waiting, &found.collect::<Vec<_>>()).await
}

/// In what two are most alike, whatever each is called.
fn told(names: &Called, (one, other): (i64, i64)) -> Option<Likeness> {
    let (one, other) = (names.get(&one)?, names.get(&other)?);
    one.iter().flat_map(|a| other.iter().filter_map(move |b| alike(a, b))).min()
}

/// Writes by what these are found.
async fn enter(tx: &Tx, kind: Kind, ids: &[i64], of: &BTreeMap<i64, BTreeSet<String>>) -> db::Result<()> {
    tx.execute(sql!(
        "delete from name_likenesses where kind = $1 and item_id in ($2…)",
        kind,
        list(ids.iter().copied())
    ))
    .await?;
    let rows = of.iter().flat_map(|(id, likenesses)| {
        likenesses.iter().map(move |likeness| {
            sql!(
                "insert into name_likenesses (kind, likeness, item_id) values ($1, $2, $3)
                 on conflict (kind, likeness, item_id) do nothing",
                kind,
                likeness.as_str(),
                *id
            )
        })
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

macro_rules! compared {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("update ", $table, " set compared = true where id = $1 and version = $2")
    };
}

/// Writes what was found in the place of what was found before; what somebody refused stays refused.
async fn keep(tx: &Tx, kind: Kind, waiting: &[Named], found: &[((i64, i64), Likeness)]) -> db::Result<()> {
    let ids = || list(waiting.iter().map(|one| one.id));
    tx.execute(sql!(
        "delete from name_pairs where kind = $1 and first_id in ($2…) and refused_at is null",
        kind,
        ids()
    ))
    .await?;
    tx.execute(sql!(
        "delete from name_pairs where kind = $1 and second_id in ($2…) and refused_at is null",
        kind,
        ids()
    ))
    .await?;
    let rows = found.iter().map(|((one, other), likeness)| {
        sql!(
            "insert into name_pairs (kind, first_id, second_id, reason) values ($1, $2, $3, $4)
             on conflict (kind, first_id, second_id) do nothing",
            kind,
            *one,
            *other,
            *likeness
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await?;
    // What was changed meanwhile is compared once more.
    let done = waiting.iter().map(|one| of_kind!(kind, compared, one.id, one.version));
    tx.execute_all(done.collect::<Vec<_>>()).await
}
