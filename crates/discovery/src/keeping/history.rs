//! Whether a reader's history is kept.

use db::{Query, sql};
use kernel::Timestamp;
use web::UserId;

/// How a reader's history is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct History {
    /// Since when nothing is written down of what they look at and search for; `None` while it is.
    pub paused_at: Option<Timestamp>,
}

impl History {
    /// Somebody's.
    pub async fn of(db: &impl Query, user: UserId) -> db::Result<Self> {
        let row: Option<(Option<Timestamp>,)> =
            db.optional(sql!("select paused_at from histories where user_id = $1", user)).await?;
        Ok(Self { paused_at: row.and_then(|(at,)| at) })
    }

    /// Writes nothing down from now on; what is there stays.
    pub async fn pause(db: &impl Query, user: UserId, now: Timestamp) -> db::Result<()> {
        db.execute(sql!(
            "insert into histories (user_id, paused_at) select id, $2 from users where id = $1
             on conflict (user_id) do update set paused_at = coalesce(histories.paused_at, excluded.paused_at)",
            user,
            now
        ))
        .await?;
        Ok(())
    }

    /// Writes down again what is looked at and searched for from now on.
    pub async fn resume(db: &impl Query, user: UserId, now: Timestamp) -> db::Result<()> {
        db.execute(sql!(
            "update histories set paused_at = null, resumed_at = $2 where user_id = $1 and paused_at is not null",
            user,
            now
        ))
        .await?;
        Ok(())
    }
}
