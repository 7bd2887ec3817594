//! An order's payments with all that is known of them, for admins.

use db::{Query, list, record, sql};
use kernel::{Id, Timestamp};

use crate::{Order, PaymentStatus};

record! {
    /// An attempt to have an order paid.
    pub(crate) struct Trail {
        pub(crate) attempt: String,
        pub(crate) gateway: String,
        pub(crate) mode: String,
        pub(crate) status: PaymentStatus,
        pub(crate) amount: i64,
        pub(crate) checkout_id: Option<String>,
        pub(crate) method: Option<String>,
        pub(crate) fee: Option<i64>,
        pub(crate) note: Option<String>,
        pub(crate) checks: i64,
        pub(crate) created_at: Timestamp,
        pub(crate) settled_at: Option<Timestamp>,
        pub(crate) next_check_at: Option<Timestamp>,
    }

    /// An event that the gateway sent.
    pub(crate) struct HeardEvent {
        mode: String,
        checkout_id: Option<String>,
        pub(crate) kind: String,
        pub(crate) received_at: Timestamp,
    }
}

impl Trail {
    /// Those of an order, the first one first, each with what the gateway sent of it.
    pub(crate) async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<(Self, Vec<HeardEvent>)>> {
        let payments: Vec<Self> = db
            .all(sql!(
                "select attempt, gateway, mode, status, amount, checkout_id, method, fee, note, checks, created_at,
                        settled_at, next_check_at
                 from payments where order_id = $1 order by id",
                order
            ))
            .await?;
        let checkouts: Vec<String> = payments.iter().filter_map(|one| one.checkout_id.clone()).collect();
        let mut heard: Vec<HeardEvent> = if checkouts.is_empty() {
            Vec::new()
        } else {
            db.all(sql!(
                "select mode, checkout_id, kind, received_at from payment_events
                 where mode in ('test', 'live') and checkout_id in ($1…) order by id",
                list(checkouts)
            ))
            .await?
        };
        let with_events = |payment: Self| {
            let is_own = |event: &mut HeardEvent| {
                event.mode == payment.mode && event.checkout_id == payment.checkout_id
            };
            let own = heard.extract_if(.., is_own).collect();
            (payment, own)
        };
        Ok(payments.into_iter().map(with_events).collect())
    }
}
