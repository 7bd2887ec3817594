//! Notes that something changed by which a reader's taste is known: genres, ratings, purchases, favourites, reading.

use db::{Query, sql};
use web::UserId;

/// Notes that what depends on the reader's taste has to be worked out again, by whoever keeps something of that kind. Whoever writes what the taste is known by
/// (a rating, a favourite, an entry of the library, a place in a book, a view) calls this in the same transaction;
/// however often that is, it is done once in a while.
pub async fn taste_changed(db: &impl Query, user: UserId) -> db::Result<()> {
    db.execute(sql!(
        "insert into changed_tastes (user_id) values ($1)
         on conflict (user_id) do update set times = changed_tastes.times + 1",
        user
    ))
    .await
    .map(drop)
}
