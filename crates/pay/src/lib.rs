//! Payment gateways: how a shop asks for money and finds out whether it came.
//!
//! [`Gateway`] is what a shop sees: an `Arc<dyn Gateway>`. [`chargily::Chargily`] is the one there is. This crate knows
//! nothing of shops and keeps nothing; it speaks [`kernel::Money`], and only a gateway's own files know its units.
//!
//! - What [`Gateway::create`] answers says whether a checkout may exist there ([`Created`]); it is never sent twice.
//! - Questions are repeated a few times within a budget ([`Pace`]), and stop for a while when a gateway is down.
//! - Whether money came is decided by [`verdict`] over what the gateway answers when asked, never by an event.
//! - No error and no log repeats a key, a signature or an event.

mod breaker;
pub mod chargily;
mod checkout;
mod event;
mod gateway;
mod pace;
mod verdict;

pub use checkout::{Checkout, CheckoutPage, Fees, Status};
pub use event::{EVENT_LIMIT, Event, EventError};
pub use gateway::{Answer, CallError, Capabilities, Created, Expiry, Gateway, Mode, NewCheckout, Opened};
pub use pace::Pace;
pub use verdict::{Expected, Suspicion, Verdict, verdict};
