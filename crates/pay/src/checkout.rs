//! A payment as a gateway tells of it.

use std::fmt;

use kernel::{Money, Timestamp};
use url::Url;

use crate::Mode;

/// How far a payment is, by the gateway's word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Status {
    /// Nobody has begun to pay.
    Pending,
    /// Somebody is paying.
    Processing,
    /// The money was taken.
    Paid,
    /// The payment did not work.
    Failed,
    /// The buyer gave up.
    Cancelled,
    /// Its time was over, or it was closed.
    Expired,
    /// A word that is not known: neither an end nor a payment.
    Other(String),
}

impl Status {
    /// Whether nothing more is expected to happen. Money may be reported late all the same.
    pub const fn is_final(&self) -> bool {
        matches!(self, Self::Paid | Self::Failed | Self::Cancelled | Self::Expired)
    }
}
impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Pending => "pending",
            Self::Processing => "processing",
            Self::Paid => "paid",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
            Self::Expired => "expired",
            Self::Other(word) => word,
        })
    }
}

/// What the gateway keeps for its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fees {
    /// All of it.
    pub total: Money,
    /// The part that the shop bears.
    pub on_shop: Money,
    /// The part that the buyer bears, on top of the amount.
    pub on_buyer: Money,
}

/// A payment as a gateway tells of it. What was missing or could not be read is `None`; only the id is always there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkout {
    /// The gateway's id: 1 to 64 of ASCII letters, digits, `-` and `_`.
    pub id: String,
    /// Whether money moves.
    pub mode: Option<Mode>,
    /// How far it is.
    pub status: Status,
    /// What is charged, before fees. `None` also where it is of a currency that the gateway should not deal in.
    pub amount: Option<Money>,
    /// What the gateway keeps; known once it is paid.
    pub fees: Option<Fees>,
    /// [`crate::NewCheckout::attempt`], as it came back.
    pub attempt: Option<String>,
    /// [`crate::NewCheckout::order`], as it came back.
    pub order: Option<String>,
    /// Where it is paid; checked as [`crate::Gateway::pay_url`] says.
    pub pay_url: Option<Url>,
    /// How it is paid, by the gateway's word: `edahabia`, `cib`.
    pub method: Option<String>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it can no longer be paid.
    pub expires_at: Option<Timestamp>,
}

/// Some of the gateway's checkouts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckoutPage {
    /// Those that could be read.
    pub checkouts: Vec<Checkout>,
    /// How many more had no readable id.
    pub unreadable: usize,
    /// The page after this one.
    pub next: Option<u32>,
}
