//! The genres that somebody likes.

use catalogue::Genre;
use catalogue::names::{self, Kind};
use db::{Query, list, sql};
use kernel::Id;
use web::{App, UserId};

use crate::{t, taste_changed};

/// More than there are genres in any shop.
const MOST: usize = 200;

/// The keys of somebody's favourite genres.
pub(crate) async fn of(db: &impl Query, user: UserId) -> db::Result<Vec<Id<Genre>>> {
    let rows: Vec<(Id<Genre>,)> =
        db.all(sql!("select genre_id from user_genres where user_id = $1 order by genre_id", user)).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Replaces somebody's favourite genres.
pub(crate) async fn set(app: &App, user: UserId, wanted: &[Id<Genre>]) -> web::Result<()> {
    if wanted.len() > MOST {
        return Err(web::Error::invalid("genre_ids", "too_many", t::genres_too_many));
    }
    // A genre that was put together with another is that other.
    let merged = names::survivors(&app.db, Kind::Genre, wanted.iter().map(|id| id.get())).await?;
    let now = |id: &Id<Genre>| merged.get(&id.get()).map_or(*id, |now| Id::new(*now));
    let mut wanted: Vec<Id<Genre>> = wanted.iter().map(now).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let all_there = app
        .db
        .transaction(async |tx| {
            let there: Vec<(Id<Genre>,)> =
                tx.all(sql!("select id from genres where id in ($1…)", list(wanted.iter().copied()))).await?;
            if there.len() != wanted.len() {
                return Ok(false);
            }
            // Of two changes at once the second waits here for the first.
            tx.execute(sql!("update users set version = version + 1 where id = $1", user)).await?;
            tx.execute(sql!("delete from user_genres where user_id = $1", user)).await?;
            tx.execute(sql!(
                "insert into user_genres (user_id, genre_id) select $1, id from genres where id in ($2…)",
                user,
                list(wanted.iter().copied())
            ))
            .await?;
            taste_changed(&tx, user).await?;
            Ok::<_, db::Error>(true)
        })
        .await?;
    if all_there { Ok(()) } else { Err(web::Error::invalid("genre_ids", "unknown", t::genre_unknown)) }
}
