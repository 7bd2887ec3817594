//! What a gateway calls in: hints to ask about a checkout, signed.

use crate::Mode;

/// The largest body of an event that is looked at, in bytes.
pub const EVENT_LIMIT: usize = 256 * 1024;

/// A signed hint that something happened. It proves nothing about money: ask for the checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The gateway's id of the event: 1 to 64 of ASCII letters, digits, `-` and `_`. The same event may come twice.
    pub id: String,
    /// What happened, by the gateway's word (`checkout.paid`), at most 64 characters; empty where it said none.
    pub kind: String,
    /// The checkout that it is about, if it is about one.
    pub checkout_id: Option<String>,
    /// Whether money moves, where the event says so.
    pub mode: Option<Mode>,
}

/// Why a call is not taken as an event. Answers to the caller repeat none of this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EventError {
    /// The body is larger than [`EVENT_LIMIT`].
    #[error("the event is too large")]
    TooLarge,
    /// The signature is missing or is not the gateway's over these bytes.
    #[error("the event is not signed by the gateway")]
    NotSigned,
    /// The gateway signed it, but it is no event that can be read: nothing to repeat, so take it and log it.
    #[error("the event is signed but cannot be read")]
    Unreadable,
}
