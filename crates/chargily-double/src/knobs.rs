//! The knobs: how the double behaves where the gateway's behaviour is not known for sure, and all that can go wrong.
//! One JSON object; a field left out has its default, an unknown one is refused.

use serde::{Deserialize, Serialize};

use crate::faults::{Alteration, ApiFault, DeliveryFault};

/// All knobs. The default is a gateway that behaves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own, named in JSON")]
pub struct Knobs {
    /// The least amount of a checkout, in whole dinars; 50.
    pub minimum_amount: i64,
    /// Whether `checkout_url` begins with `https://`, where nobody answers; the gateway has been seen giving either.
    pub https_checkout_url: bool,
    /// Another `checkout_url` for all checkouts, such as one of a foreign host; none.
    pub checkout_url: Option<String>,
    /// Whether answers and captured events have the fields seen in real traffic beside the documented ones; yes.
    pub extra_fields: bool,
    /// Whether checkouts and captured events carry the merchant's whole profile as `account`; no.
    pub account: bool,
    /// Whether fees are taken of what is paid, by the gateway's table; yes. Without, all fees are 0.
    pub fees: bool,
    /// In what order lists are.
    pub list_order: ListOrder,
    /// Whether refused input is answered with a redirect where the call does not say `Accept: application/json`; yes.
    pub redirect_without_accept: bool,
    /// Whether paying on the page ends with `processing`, to be finished by a control route; no.
    pub stay_processing: bool,
    /// Seconds for which `GET` goes on answering `processing` after a checkout was paid, whose event says so at once.
    pub get_lag_s: i64,
    /// Seconds by which the gateway's clock is ahead of (or behind, when negative) the one it was given.
    pub clock_skew_s: i64,
    /// What becomes of a checkout that nobody paid.
    pub expiry: Expiry,
    /// Seconds after its creation at which a pending checkout ends; 1800.
    pub expiry_s: i64,
    /// Whether such an end is also told by an event; no.
    pub expiry_event: bool,
    /// The form of events.
    pub event_form: EventForm,
    /// The dashboard's webhook address in test mode, for checkouts that name none.
    pub test_webhook: Option<String>,
    /// The same in live mode.
    pub live_webhook: Option<String>,
    /// How often an event is sent again that was not answered with 2xx; never.
    pub retries: u32,
    /// Seconds of the double's clock between such attempts.
    pub retry_delay_s: i64,
    /// Milliseconds after which an event's delivery is given up; 10 000.
    pub timeout_ms: u64,
    /// What goes wrong with calls of the API, the first that fits deciding.
    pub api: Vec<ApiFault>,
    /// What goes wrong with the delivery of events, all that fit together.
    pub deliveries: Vec<DeliveryFault>,
    /// What is wrong in checkouts and events, all that fit together.
    pub alterations: Vec<Alteration>,
}

impl Default for Knobs {
    fn default() -> Self {
        Self {
            minimum_amount: 50,
            https_checkout_url: false,
            checkout_url: None,
            extra_fields: true,
            account: false,
            fees: true,
            list_order: ListOrder::NewestFirst,
            redirect_without_accept: true,
            stay_processing: false,
            get_lag_s: 0,
            clock_skew_s: 0,
            expiry: Expiry::Expired,
            expiry_s: 1800,
            expiry_event: false,
            event_form: EventForm::Captured,
            test_webhook: None,
            live_webhook: None,
            retries: 0,
            retry_delay_s: 60,
            timeout_ms: 10_000,
            api: Vec::new(),
            deliveries: Vec::new(),
            alterations: Vec::new(),
        }
    }
}

/// In what order lists are; the gateway does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListOrder {
    /// The newest first.
    NewestFirst,
    /// The oldest first.
    OldestFirst,
}

/// What becomes of a checkout that nobody paid in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expiry {
    /// Its status becomes `expired`.
    Expired,
    /// Its status becomes `canceled`.
    Canceled,
    /// It stays `pending`, and can still be paid.
    Pending,
}

/// The form of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventForm {
    /// As captured in 2026: a boolean `livemode` at the end and in `data`, `checkout_url`, `currency`, more fields.
    Captured,
    /// As documented: `livemode` as a text, no currency, `url`.
    Docs,
}
