//! Refunds as they are looked for.

use db::{Query, sql};
use kernel::Id;

use super::Refund;
use crate::Order;
use crate::RefundState;

macro_rules! refunds {
    ($rest:literal) => {
        concat!(
            "select r.id, r.order_id, o.number, o.currency, r.kind, r.amount, r.note, r.reference, r.keeps_books,
                    r.asked_by, u.username as asker, r.created_at, r.approved_at, r.declined_at, r.settled_at
             from refunds r join orders o on o.id = r.order_id left join users u on u.id = r.asked_by ",
            $rest
        )
    };
}

impl Refund {
    /// One by its key.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!(refunds!("where r.id = $1"), id)).await
    }

    /// Those of an order, the first one first.
    pub async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        db.all(sql!(refunds!("where r.order_id = $1 order by r.id"), order)).await
    }

    /// All that stand so, the latest first, from below one on. What is rare among many has an index of its own.
    pub async fn list(
        db: &impl Query,
        state: Option<RefundState>,
        (before, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        let before = before.map_or(i64::MAX, Id::get);
        let statement = match state {
            None => sql!(refunds!("where r.id < $1 order by r.id desc limit $2"), before, rows),
            Some(RefundState::Waiting) => sql!(
                refunds!(
                    "where r.approved_at is null and r.declined_at is null and r.id < $1 order by r.id desc limit $2"
                ),
                before,
                rows
            ),
            Some(RefundState::Owed) => sql!(
                refunds!(
                    "where r.approved_at is not null and r.settled_at is null and r.id < $1
                     order by r.id desc limit $2"
                ),
                before,
                rows
            ),
            Some(RefundState::Declined) => sql!(
                refunds!("where r.declined_at is not null and r.id < $1 order by r.id desc limit $2"),
                before,
                rows
            ),
            Some(RefundState::Settled) => sql!(
                refunds!(
                    "where r.settled_at is not null and r.approved_at is not null and r.declined_at is null and r.id < $1
                     order by r.id desc limit $2"
                ),
                before,
                rows
            ),
        };
        db.all(statement).await
    }
}
