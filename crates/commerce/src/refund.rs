//! Refunds. The gateway cannot send money back, so a person does, and the shop keeps account of it: an admin decides which
//! lines of an order are paid back; above a certain amount a second admin has to agree; from then on the money is owed and
//! the books are taken back; it is settled when the transfer was made, under its reference.

mod act;
mod list;

use catalogue::text_enum;
use db::record;
use kernel::{Currency, Id, Money, Timestamp};
use web::UserId;

use crate::Order;

pub use act::{Asked, Decided, Desk, Wanted, approve, ask, decline, settle};

text_enum! {
    /// Where a refund stands.
    pub enum RefundState {
        /// A second admin has to agree.
        Waiting = "waiting",
        /// The money has to be sent.
        Owed = "owed",
        /// The money was sent.
        Settled = "settled",
        /// The second admin did not agree.
        Declined = "declined",
    }
}

text_enum! {
    /// Why money goes back.
    pub enum RefundKind {
        /// An admin decided so.
        Refund = "refund",
        /// It came for what was paid before, or could not be given.
        DuplicatePayment = "duplicate_payment",
    }
}

record! {
    /// A refund.
    pub struct Refund {
        /// Its key.
        pub id: Id<Refund>,
        /// The order whose money it is.
        pub order_id: Id<Order>,
        /// What people call that.
        pub number: String,
        /// What the amount is in.
        pub currency: Currency,
        /// Why.
        pub kind: RefundKind,
        /// How much, in minor units.
        pub amount: i64,
        /// In the words of whoever asked.
        pub note: String,
        /// Of the transfer.
        pub reference: Option<String>,
        /// Whether the reader keeps the books.
        pub keeps_books: bool,
        /// Who asked; `None` where the program did, or the account is gone.
        pub asked_by: Option<UserId>,
        /// Their username.
        pub asker: Option<String>,
        /// When.
        pub created_at: Timestamp,
        /// Since when the money is owed.
        pub approved_at: Option<Timestamp>,
        /// When the second admin said no.
        pub declined_at: Option<Timestamp>,
        /// When the money was sent.
        pub settled_at: Option<Timestamp>,
    }
}

impl Refund {
    /// Where it stands.
    pub fn state(&self) -> RefundState {
        match (self.declined_at, self.approved_at, self.settled_at) {
            (Some(_), ..) => RefundState::Declined,
            (None, None, _) => RefundState::Waiting,
            (None, Some(_), None) => RefundState::Owed,
            (None, Some(_), Some(_)) => RefundState::Settled,
        }
    }

    /// How much.
    pub fn amount(&self) -> Money {
        Money { amount: self.amount, currency: self.currency }
    }
}
