//! Writing a name: its row, and the places of genres.

use cover::Ground;
use db::{Query, Tx, sql};
use kernel::fold;

use super::kind::of_kind;
use super::{Kind, Said, other};
use crate::new_book::sorted;

macro_rules! locked {
    ($table:literal, $books:literal, $name:literal, $book:literal) => {
        concat!("update ", $table, " set version = version where id = $1 returning version")
    };
}

/// Locks the row until the transaction ends: its version.
pub(super) async fn lock(tx: &Tx, kind: Kind, id: i64) -> db::Result<Option<i64>> {
    let row: Option<(i64,)> = tx.optional(of_kind!(kind, locked, id)).await?;
    Ok(row.map(|(version,)| version))
}

/// By what an author is sorted.
fn sort_key(said: &Said) -> String {
    said.sort_name.as_deref().map_or_else(|| fold(&sorted(&said.name)), fold)
}

/// Enters one: its key.
pub(super) async fn insert(tx: &Tx, kind: Kind, said: &Said) -> db::Result<i64> {
    let statement = match kind {
        Kind::Author => sql!(
            "insert into authors (name, folded_name, folded_sort, sort_name) values ($1, $2, $3, $4) returning id",
            said.name.as_str(),
            other::key(&said.name),
            sort_key(said),
            said.sort_name.as_deref()
        ),
        Kind::Genre => sql!(
            "insert into genres (slug, hue, position)
             select $1, $2, coalesce(max(position), 0) + 1 from genres where true /* full scan: a few dozen rows */
             returning id",
            said.name.as_str(),
            Ground::of(&said.name) as i64
        ),
        Kind::Publisher => sql!(
            "insert into publishers (name, folded_name) values ($1, $2) returning id",
            said.name.as_str(),
            other::key(&said.name)
        ),
        Kind::Series => sql!(
            "insert into series (name, folded_name) values ($1, $2) returning id",
            said.name.as_str(),
            other::key(&said.name)
        ),
    };
    let (id,): (i64,) = tx.one(statement).await?;
    if kind == Kind::Genre {
        genre_texts(tx, id, said).await?;
    }
    Ok(id)
}

/// Writes what is said of one that is locked.
pub(super) async fn update(
    tx: &Tx,
    (kind, id): (Kind, i64),
    (before, after): (&Said, &Said),
) -> db::Result<()> {
    let statement = match kind {
        Kind::Author => sql!(
            "update authors set name = $2, folded_name = $3, folded_sort = $4, sort_name = $5, version = version + 1,
                 compared = false where id = $1",
            id,
            after.name.as_str(),
            other::key(&after.name),
            sort_key(after),
            after.sort_name.as_deref()
        ),
        Kind::Genre => sql!(
            "update genres set slug = $2, version = version + 1, compared = false where id = $1",
            id,
            after.name.as_str()
        ),
        Kind::Publisher => sql!(
            "update publishers set name = $2, folded_name = $3, version = version + 1, compared = false where id = $1",
            id,
            after.name.as_str(),
            other::key(&after.name)
        ),
        Kind::Series => sql!(
            "update series set name = $2, folded_name = $3, version = version + 1, compared = false where id = $1",
            id,
            after.name.as_str(),
            other::key(&after.name)
        ),
    };
    tx.execute(statement).await?;
    if kind == Kind::Genre {
        genre_texts(tx, id, after).await?;
        if before.name != after.name {
            word_moves(tx, id, (&before.name, &after.name)).await?;
        }
    }
    Ok(())
}

/// The word that a genre had leads to it further on.
async fn word_moves(tx: &Tx, genre: i64, (old, new): (&str, &str)) -> db::Result<()> {
    tx.execute(sql!("delete from genre_words where word = $1", new)).await?;
    tx.execute(sql!(
        "insert into genre_words (word, genre_id) values ($1, $2)
         on conflict (word) do update set genre_id = excluded.genre_id",
        old,
        genre
    ))
    .await
    .map(drop)
}

async fn genre_texts(tx: &Tx, genre: i64, said: &Said) -> db::Result<()> {
    let rows = said.names.iter().map(|(locale, name)| {
        let description = said.descriptions.get(locale).map(String::as_str).unwrap_or_default();
        sql!(
            "insert into genre_names (genre_id, locale, name, folded_name, description) values ($1, $2, $3, $4, $5)
             on conflict (genre_id, locale) do update
             set name = excluded.name, folded_name = excluded.folded_name, description = excluded.description",
            genre,
            locale.as_str(),
            name.as_str(),
            fold(name),
            description
        )
    });
    tx.execute_all(rows.collect::<Vec<_>>()).await
}

/// Puts a genre in a place among the others, from 1; those behind it move on.
pub(super) async fn place(tx: &Tx, genre: i64, position: i64) -> db::Result<()> {
    let all: Vec<(i64, i64)> = tx
        .all(sql!("select id, position from genres order by position, id /* full scan: a few dozen rows */"))
        .await?;
    let mut order: Vec<i64> = all.iter().map(|(id, _)| *id).filter(|id| *id != genre).collect();
    let at = usize::try_from(position - 1).unwrap_or_default().min(order.len());
    order.insert(at, genre);
    let had = |id: i64| all.iter().find(|(known, _)| *known == id).map(|(_, position)| *position);
    let moved = (1_i64..).zip(order).filter(|(position, id)| had(*id) != Some(*position));
    let rows =
        moved.map(|(position, id)| sql!("update genres set position = $2 where id = $1", id, position));
    tx.execute_all(rows.collect::<Vec<_>>()).await
}
