//! What whoever pays is told of the attempts to have an order paid.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use db::{Query, record, sql};
use kernel::{Currency, Id, Money, Timestamp};

use super::{AskPayment, Payment};
use crate::{Order, PaymentStatus, secret};

/// For how long the gateway is not asked again about a payment for whose end somebody waits, in seconds.
const PATIENCE: i64 = 4;

record! {
    /// An attempt, without what only the gateway need know.
    pub(crate) struct Attempt {
        pub(crate) id: Id<Payment>,
        pub(crate) status: PaymentStatus,
        amount: i64,
        currency: Currency,
        /// What the gateway calls it.
        pub(crate) checkout_id: Option<String>,
        /// Where one pays.
        pub(crate) pay_url: Option<String>,
        /// How it was paid.
        pub(crate) method: Option<String>,
        pub(crate) created_at: Timestamp,
        pub(crate) expires_at: Option<Timestamp>,
        pub(crate) settled_at: Option<Timestamp>,
        /// What of its money goes back, since it paid for what was there already.
        goes_back: Option<i64>,
    }
}

impl Attempt {
    /// Those of an order, the first one first.
    pub(crate) async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select p.id, p.status, p.amount, p.currency, p.checkout_id, p.pay_url, p.method, p.created_at,
                    p.expires_at, p.settled_at,
                    (select r.amount from refunds r where r.payment_id = p.id and r.kind = 'duplicate_payment') as goes_back
             from payments p where p.order_id = $1 order by p.id",
            order
        ))
        .await
    }

    /// The attempt from which a browser comes back that shows this token, and its order.
    pub(crate) async fn returned(
        db: &impl Query,
        token: &str,
    ) -> db::Result<Option<(Id<Payment>, Id<Order>)>> {
        db.optional(sql!("select id, order_id from payments where return_hash = $1", secret::hash(token)))
            .await
    }

    pub(crate) fn amount(&self) -> Money {
        Money { amount: self.amount, currency: self.currency }
    }

    /// What of that goes back.
    pub(crate) fn goes_back(&self) -> Option<Money> {
        self.goes_back.map(|amount| Money { amount, currency: self.currency })
    }
}

/// Which payments the gateway was asked about lately because somebody waits: a page that is loaded again and again, by
/// whoever has its address, does not ask each time.
#[derive(Debug, Default)]
pub(crate) struct Awaited(Mutex<HashMap<Id<Payment>, Timestamp>>);

impl Awaited {
    /// Has the gateway asked about a payment soon, unless that was done a moment ago.
    pub(crate) async fn ask(&self, db: &impl Query, payment: Id<Payment>, now: Timestamp) -> db::Result<()> {
        if !self.is_due(payment, now) {
            return Ok(());
        }
        jobs::enqueue(db, &AskPayment { payment: payment.get() }, now).await
    }

    fn is_due(&self, payment: Id<Payment>, now: Timestamp) -> bool {
        let mut asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.retain(|_, at| at.plus_seconds(PATIENCE) > now);
        asked.insert(payment, now).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payment_is_asked_about_once_in_a_while() {
        let (awaited, start) = (Awaited::default(), Timestamp::from_millis(0));
        let due = |id, seconds| awaited.is_due(Id::new(id), start.plus_seconds(seconds));
        assert_eq!([due(1, 0), due(1, 1), due(2, 1), due(1, 5)], [true, false, true, true]);
    }
}
