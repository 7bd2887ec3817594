//! What can go wrong, how often, and where: with the answers of the API, with the delivery of events, and with what
//! both say.

use serde::{Deserialize, Serialize};

use crate::endpoint::Endpoint;

/// How often a fault strikes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Often {
    /// Lets this many pass first.
    pub skip: u32,
    /// Then strikes this many times; without it always. Counts down to 0, where the fault is used up.
    pub times: Option<u32>,
}

impl Often {
    /// Every time.
    pub const ALWAYS: Self = Self { skip: 0, times: None };
    /// The next time only.
    pub const ONCE: Self = Self { skip: 0, times: Some(1) };

    /// The next `times` times.
    pub const fn times(times: u32) -> Self {
        Self { skip: 0, times: Some(times) }
    }

    /// Whether it strikes now; counts.
    pub(crate) fn strikes(&mut self) -> bool {
        if self.skip > 0 && self.times != Some(0) {
            self.skip -= 1;
            return false;
        }
        match &mut self.times {
            None => true,
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
        }
    }
}

/// A fault of calls to the API.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApiFault {
    /// Which calls; without it all.
    #[serde(default)]
    pub on: Option<Endpoint>,
    /// What is answered instead.
    pub answer: BadAnswer,
    /// Whether what was asked for is done nevertheless; without it yes, but not for 429 and redirects.
    #[serde(default)]
    pub persist: Option<bool>,
    /// How often.
    #[serde(default)]
    pub often: Often,
}

impl ApiFault {
    /// A fault of one kind of calls.
    pub const fn on(endpoint: Endpoint, answer: BadAnswer, often: Often) -> Self {
        Self { on: Some(endpoint), answer, persist: None, often }
    }

    /// The same without doing what was asked for.
    #[must_use]
    pub fn without_effect(mut self) -> Self {
        self.persist = Some(false);
        self
    }

    pub(crate) fn persists(&self) -> bool {
        self.persist
            .unwrap_or(!matches!(self.answer, BadAnswer::TooManyRequests { .. } | BadAnswer::Redirect(_)))
    }
}

/// What a call is answered with instead of the truth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadAnswer {
    /// This status, such as 500, with a message of no use.
    Status(u16),
    /// Nothing, for as long as the caller waits.
    Hang,
    /// 429.
    TooManyRequests {
        /// The seconds in `Retry-After`, where there is one.
        retry_after_s: Option<u64>,
    },
    /// 200 with a page of HTML.
    Html,
    /// 302 to this address.
    Redirect(String),
    /// 200 with an empty body.
    Empty,
    /// The truth, a byte every so many milliseconds.
    SlowDrip(u64),
    /// Half of the truth, then the connection breaks.
    Cut,
    /// The connection breaks before there is any answer.
    Reset,
}

/// A fault of the delivery of events.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliveryFault {
    /// What goes wrong.
    pub how: Mishap,
    /// Which events, such as `checkout.paid`; without it all.
    #[serde(default, rename = "type")]
    pub kind: Option<String>,
    /// How often.
    #[serde(default)]
    pub often: Often,
}

impl DeliveryFault {
    /// A fault of all events.
    pub const fn new(how: Mishap, often: Often) -> Self {
        Self { how, kind: None, often }
    }
}

/// What goes wrong with a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mishap {
    /// It is never sent.
    Drop,
    /// It is sent so many seconds of the double's clock later.
    Delay(i64),
    /// It is kept until released by a control route.
    Hold,
    /// It is kept until the next event has been sent, or released.
    Reorder,
    /// It is sent so many times more, the very same bytes.
    Duplicate(u32),
    /// It is sent so many times more, each time with an event id of its own.
    DuplicateWithNewId(u32),
    /// It is signed with a key that nobody knows.
    WrongKey,
    /// It is signed with the key of the other mode.
    OtherModeKey,
    /// One bit of it differs from what was signed.
    FlippedByte,
    /// The signature is in upper case.
    UppercaseHex,
    /// There is no signature.
    MissingHeader,
    /// The second half of the body is missing.
    Truncated,
    /// The body is a mebibyte long, and signed rightly.
    OneMebibyte,
}

/// Something wrong in what checkouts and events say. What is stored stays true.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alteration {
    /// What is wrong.
    pub change: Change,
    /// Where it is wrong.
    #[serde(default)]
    pub within: Within,
    /// How often: answers and events, not objects, are counted.
    #[serde(default)]
    pub often: Often,
}

impl Alteration {
    /// An alteration.
    pub const fn new(change: Change, within: Within, often: Often) -> Self {
        Self { change, within, often }
    }
}

/// Where an alteration is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// In answers that show checkouts, and in events.
    #[default]
    Both,
    /// In answers of this kind of calls only.
    Answers(Endpoint),
    /// In events only.
    Events,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// The event's type is `checkout.on_hold`.
    UnknownType,
    /// The status is `on_hold`.
    UnknownStatus,
    /// The metadata is `null`.
    MetadataNull,
    /// The metadata is `[]`.
    MetadataEmptyList,
    /// The metadata has the same keys with other texts.
    MetadataWrong,
    /// The amount is this.
    Amount(i64),
    /// The currency is `usd`.
    CurrencyUsd,
    /// `livemode` is a text.
    LivemodeText,
    /// `livemode` is that of the other mode.
    LivemodeOther,
    /// Any field of the checkout has any value.
    Field {
        /// Its key.
        name: String,
        /// Its value.
        to: serde_json::Value,
    },
}
