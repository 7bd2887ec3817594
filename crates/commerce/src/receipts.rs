//! Receipts and notes of credit: issued in the transaction in which the money moved, under the next number of their series
//! and year, with all that they say as it was then. They are never changed. What is kept is what they say, from which the
//! page, the PDF and the mail are made in each language.

mod file;
mod issue;
mod mails;
mod paper;

use db::{Json, Query, record, sql};
use kernel::{Currency, Id, Money, Timestamp};
use serde::{Deserialize, Serialize};
use web::Seller;

use crate::Order;

pub(crate) use file::{Which, one, papers};
pub(crate) use issue::{Issue, issue};
pub use mails::sample as sample_mail;
pub(crate) use mails::{ReceiptMail, jobs};
pub use paper::method;
pub(crate) use paper::{paper, pdf, seller};

/// The series of receipts.
pub(crate) const RECEIPTS: &str = "R";
/// The series of notes of credit.
pub(crate) const CREDITS: &str = "C";

record! {
    /// A receipt, or a note of credit.
    pub struct Receipt {
        /// Its key.
        pub id: Id<Receipt>,
        /// The order that it is of.
        pub order_id: Id<Order>,
        /// `R` or `C`.
        pub series: String,
        /// The year in Algeria in which it was issued.
        pub year: i64,
        /// Its number in that year: there is no gap.
        pub number: i64,
        /// What was paid, or paid back, in minor units.
        pub amount: i64,
        /// What it says beside that.
        pub details: Json<Details>,
        /// When it was issued.
        pub issued_at: Timestamp,
    }
}

/// What a receipt says, as it was when it was issued.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Details {
    /// Who sold.
    pub seller: Seller,
    /// Who bought; `None` where the account was gone by then.
    pub buyer: Option<Party>,
    /// What people call the order.
    pub order: String,
    /// What the amounts are in.
    pub currency: Currency,
    /// How it was paid; `None` on a note of credit.
    pub paid: Option<Paid>,
    /// What was bought, or paid back.
    pub lines: Vec<Line>,
    /// The receipt that a note of credit is about.
    pub credits: Option<Credited>,
}

/// The receipt that a note of credit is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Credited {
    /// Its number.
    pub receipt: String,
    /// Whether no money had moved: it was paid in the gateway's test mode.
    pub is_test: bool,
}

/// Who bought.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
}

/// How money came.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Paid {
    /// Through which gateway.
    pub gateway: String,
    /// Whether that moved no money: it was in its test mode.
    pub is_test: bool,
    /// What that calls the payment.
    pub checkout: Option<String>,
    /// Its word for the way of paying.
    pub method: Option<String>,
}

/// A book on a receipt.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// Its title.
    pub title: String,
    /// Its authors, in a line.
    pub authors: String,
    /// Its number.
    pub isbn: Option<String>,
    /// What it cost, in minor units.
    pub amount: i64,
}

impl Receipt {
    /// What people call it: `R-2026-000123`.
    pub fn name(&self) -> String {
        name(&self.series, self.year, self.number)
    }

    /// Whether money went back.
    pub fn is_credit(&self) -> bool {
        self.series == CREDITS
    }

    /// What was paid, or paid back.
    pub fn amount(&self) -> Money {
        self.money(self.amount)
    }

    /// An amount on it.
    pub fn money(&self, amount: i64) -> Money {
        Money { amount, currency: self.details.0.currency }
    }

    /// The papers of an order: its receipt first, then the notes of credit.
    pub async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select id, order_id, series, year, number, amount, details, issued_at
             from receipts where order_id = $1 order by id",
            order
        ))
        .await
    }

    /// One by its key.
    pub(crate) async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!(
            "select id, order_id, series, year, number, amount, details, issued_at from receipts where id = $1",
            id
        ))
        .await
    }
}

pub(crate) fn name(series: &str, year: i64, number: i64) -> String {
    format!("{series}-{year}-{number:06}")
}
