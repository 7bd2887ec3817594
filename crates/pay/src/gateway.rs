//! What a payment gateway can be asked, and what it may answer.

use std::{fmt, pin::Pin, str::FromStr, time::Duration};

use kernel::{Language, Money};
use url::Url;

use crate::{Checkout, CheckoutPage, Event, EventError};

/// What a gateway's method answers later. Boxed, so that a shop can hold an `Arc<dyn Gateway>`.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Whether money moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Nobody pays anything.
    Test,
    /// Real money.
    Live,
}

impl Mode {
    /// `test` or `live`, as settings and databases write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Test => "test",
            Self::Live => "live",
        }
    }
}
impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl FromStr for Mode {
    type Err = UnknownMode;

    fn from_str(text: &str) -> Result<Self, UnknownMode> {
        match text {
            "test" => Ok(Self::Test),
            "live" => Ok(Self::Live),
            _ => Err(UnknownMode),
        }
    }
}

/// The text is no mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected test or live")]
pub struct UnknownMode;

/// What a gateway can do beyond taking money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// Money can be given back through it. Otherwise somebody pays it back by hand.
    pub refunds: bool,
    /// An open checkout can be closed before somebody pays.
    pub expiry: bool,
    /// Its checkouts can be listed, so that one whose creation had no clear answer can be found again.
    pub listing: bool,
}

/// A payment to ask for.
#[derive(Debug, Clone)]
pub struct NewCheckout {
    /// The shop's own id of this attempt, which comes back with the checkout. Opaque: nothing about a person.
    pub attempt: String,
    /// The shop's own id of the order, likewise.
    pub order: String,
    /// What to charge.
    pub amount: Money,
    /// Where the buyer returns after paying.
    pub success_url: Url,
    /// Where the buyer returns after failing or giving up.
    pub failure_url: Url,
    /// Where events go.
    pub webhook_url: Url,
    /// The language of the gateway's page; one that it does not speak becomes English.
    pub language: Language,
    /// What the buyer reads there; may be empty.
    pub description: String,
}

/// A checkout that a buyer can be sent to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// What the gateway made, by its own account. Ask [`crate::verdict`] before sending somebody there.
    pub checkout: Checkout,
    /// Where it is paid: checked as [`Gateway::pay_url`] says.
    pub pay_url: Url,
}

/// What became of asking for a payment. It is asked once and never again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Created {
    /// There is a checkout.
    Open(Box<Opened>),
    /// The gateway refused, or what was asked cannot be put to it: there is no checkout. The reason is for logs, not
    /// for buyers.
    Rejected {
        /// Why, on one line.
        reason: String,
    },
    /// Nothing was sent, because the gateway is not reached or rests: there is no checkout. Another attempt may be made
    /// after that time.
    NotSent {
        /// How long to wait at least.
        after: Duration,
        /// Why, on one line, for logs.
        why: String,
    },
    /// There may be a checkout or not: do not repeat the request, look for the attempt in [`Gateway::list`].
    Unknown {
        /// Why, on one line, for logs.
        why: String,
    },
}

/// What became of closing a checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expiry {
    /// It is closed.
    Expired(Box<Checkout>),
    /// It was closed before.
    AlreadyExpired,
    /// It is past closing: paid, being paid, failed or given up. Ask for it again.
    NotPending,
}

/// Why a question had no answer. Texts are one line, for logs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CallError {
    /// The gateway knows no such checkout.
    #[error("the gateway knows no such checkout")]
    NotFound,
    /// The gateway refused, and would again: a wrong key, a bug of ours.
    #[error("the gateway refused: {reason}")]
    Refused {
        /// What it said.
        reason: String,
    },
    /// Not now: the gateway asked for patience, or is being left alone after failures.
    #[error("the gateway rests for {} s more: {why}", after.as_secs())]
    TryLater {
        /// How long to wait at least.
        after: Duration,
        /// Why.
        why: String,
    },
    /// All tries failed, or their time was over.
    #[error("the gateway does not answer: {why}")]
    Unavailable {
        /// What the last try met.
        why: String,
    },
}

/// A payment gateway, in one mode, with one key. Cheap to share as `Arc<dyn Gateway>`.
pub trait Gateway: fmt::Debug + Send + Sync {
    /// Its name in settings, tables and addresses: `chargily`.
    fn name(&self) -> &'static str;

    /// Whether money moves.
    fn mode(&self) -> Mode;

    /// What it can do.
    fn capabilities(&self) -> Capabilities;

    /// The least that it takes. A shop refuses smaller totals before it asks.
    fn least_amount(&self) -> Money;

    /// How long a checkout can be paid after it was made.
    fn lifetime(&self) -> Duration;

    /// Asks for a payment, once. The attempt must be on record before, since the answer may get lost; so may it when
    /// this is dropped half-way, which a browser that goes away must not bring about.
    fn create<'a>(&'a self, new: &'a NewCheckout) -> Answer<'a, Created>;

    /// The checkout as it is now. Like all questions it may be dropped at any time.
    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Checkout, CallError>>;

    /// Closes a checkout that nobody has begun to pay.
    fn expire<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Expiry, CallError>>;

    /// A page of all checkouts, from 1, in no promised order.
    fn list(&self, page: u32) -> Answer<'_, Result<CheckoutPage, CallError>>;

    /// Reads an event after checking that the gateway sent it: `raw` is the body as it came, byte for byte,
    /// `signature` the header that [`Gateway::signature_header`] names. Never trust an event further than to ask.
    fn verify_event(&self, raw: &[u8], signature: Option<&[u8]>) -> Result<Event, EventError>;

    /// The name of the header that signs an event, in lower case.
    fn signature_header(&self) -> &'static str;

    /// The address that a buyer may be sent to for what the gateway named, over TLS; `None` if it leads elsewhere.
    fn pay_url(&self, named: &str) -> Option<Url>;

    /// Where the pages lie that a buyer may be sent to, for the content policy of pages with forms that lead there:
    /// `https://pay.example`.
    fn pay_origins(&self) -> &[String];

    /// Whether a buyer may be sent to just this address.
    fn allows_redirect_to(&self, url: &Url) -> bool {
        self.pay_url(url.as_str()).as_ref() == Some(url)
    }
}
