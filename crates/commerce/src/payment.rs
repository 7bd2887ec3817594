//! Attempts to have an order paid: how one is begun, what the gateway says of it, and when it is asked.
//!
//! An attempt is written down before the gateway hears of it, and what the gateway answered after it: whatever happens in
//! between, the attempt is there and is asked about. Nothing is ever asked of the gateway within a transaction.

mod ask;
mod attempt;
mod begin;
mod pay;
mod schedule;
mod trail;
mod walk;
mod watch;

use ::pay::{Expected, Mode};
use db::{Query, record, sql};
use kernel::{Currency, Id, Money, Timestamp};

use crate::{Order, PaymentStatus};

pub(crate) use ask::{AskError, ask, ask_about};
pub(crate) use attempt::{Attempt, Awaited};
pub(crate) use begin::{Begun, begin, open};
pub(crate) use pay::{CancelOutcome, CancelledBy, Outcome, cancel, pay};
pub use trail::{HeardEvent, Paid, Trail};
pub use walk::{Finding, FindingKind};
pub(crate) use watch::{AskCheckout, AskPayment, jobs};

record! {
    /// An attempt.
    pub struct Payment {
        /// Its key.
        pub id: Id<Payment>,
        /// What the gateway was told to call it.
        pub attempt: String,
        /// What is to be paid.
        pub order_id: Id<Order>,
        /// In which of the gateway's worlds.
        pub mode: String,
        /// Where it stands.
        pub status: PaymentStatus,
        /// How much.
        pub amount: i64,
        /// In what.
        pub currency: Currency,
        /// What the gateway calls it; `None` while that is not known.
        pub checkout_id: Option<String>,
        /// Where one pays.
        pub pay_url: Option<String>,
        /// When it was begun.
        pub created_at: Timestamp,
        /// When the page to pay on dies.
        pub expires_at: Option<Timestamp>,
    }
}

macro_rules! payments {
    ($rest:literal) => {
        concat!(
            "select id, attempt, order_id, mode, status, amount, currency, checkout_id, pay_url, created_at, expires_at
             from payments ",
            $rest
        )
    };
}

impl Payment {
    /// An attempt by its key.
    pub(crate) async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!(payments!("where id = $1"), id)).await
    }

    /// An attempt by what the gateway calls it.
    pub(crate) async fn of_checkout(db: &impl Query, mode: Mode, checkout: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(payments!("where mode = $1 and checkout_id = $2"), mode.as_str(), checkout)).await
    }

    /// An attempt by what the gateway was told to call it.
    pub(crate) async fn of_attempt(db: &impl Query, attempt: &str) -> db::Result<Option<Self>> {
        db.optional(sql!(payments!("where attempt = $1"), attempt)).await
    }

    /// The attempt of an order by which it may be paid now.
    pub(crate) async fn live(db: &impl Query, order: Id<Order>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            payments!("where order_id = $1 and status in ('creating', 'open', 'processing')"),
            order
        ))
        .await
    }

    /// The attempts of an order about which a gateway can be asked, the latest first.
    pub(crate) async fn to_ask(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            payments!("where order_id = $1 and status <> 'rejected' order by id desc limit 5"),
            order
        ))
        .await
    }

    /// What a gateway has to say of it, so that the money is believed to have come.
    fn expected(&self, id: &str, mode: Mode) -> Expected {
        let amount = Money { amount: self.amount, currency: self.currency };
        Expected { id: id.to_owned(), attempt: self.attempt.clone(), amount, mode }
    }
}
