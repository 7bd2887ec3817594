//! An order's payments with all that is known of them, for admins.

use db::{Query, list, record, sql};
use kernel::{Id, Timestamp};

use crate::{Order, PaymentStatus};

record! {
    /// An attempt to have an order paid.
    pub struct Trail {
        /// What the gateway was told to call it.
        pub attempt: String,
        /// Which gateway.
        pub gateway: String,
        /// `test` or `live`.
        pub mode: String,
        /// Where it stands.
        pub status: PaymentStatus,
        /// How much, in minor units.
        pub amount: i64,
        /// What the gateway calls it.
        pub checkout_id: Option<String>,
        /// The gateway's word for how it was paid.
        pub method: Option<String>,
        /// What the gateway keeps of it, in minor units.
        pub fee: Option<i64>,
        /// Why it is in doubt.
        pub note: Option<String>,
        /// How often the gateway was asked about it.
        pub checks: i64,
        /// When it was begun.
        pub created_at: Timestamp,
        /// When it was over.
        pub settled_at: Option<Timestamp>,
        /// When the gateway is asked again.
        pub next_check_at: Option<Timestamp>,
    }

    /// An event that the gateway sent.
    pub struct HeardEvent {
        mode: String,
        checkout_id: Option<String>,
        /// `checkout.paid`.
        pub kind: String,
        /// When it came.
        pub received_at: Timestamp,
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

record! {
    /// How an order was paid.
    pub struct Paid {
        /// The order.
        pub order_id: Id<Order>,
        /// What the gateway calls the payment.
        pub checkout_id: Option<String>,
        /// The gateway's word for how it was paid.
        pub method: Option<String>,
        /// What the gateway keeps of it, in minor units.
        pub fee: Option<i64>,
    }
}

impl Paid {
    /// How each of some orders was paid, those that were not left out.
    pub async fn of(db: &impl Query, orders: &[Id<Order>]) -> db::Result<Vec<Self>> {
        if orders.is_empty() {
            return Ok(Vec::new());
        }
        db.all(sql!(
            "select order_id, checkout_id, method, fee from payments where order_id in ($1…) and status = 'paid' order by id",
            list(orders.iter().copied())
        ))
        .await
    }
}
