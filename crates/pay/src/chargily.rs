//! Chargily Pay V2: dinars, by EDAHABIA and CIB cards, on the gateway's own page.
//!
//! A checkout is for an amount alone: items and prices at the gateway would be a second catalogue that goes stale. The
//! gateway knows no idempotency keys, so what may have been created is looked for, never created again; and no refunds.

mod call;
mod hosts;
mod http;
mod settings;
mod signature;
mod units;
mod wire;

use std::time::Duration;

use kernel::{Clock, Currency, Money, Random};
use url::Url;

pub use self::settings::{SecretKey, SettingError, Settings};
use self::{
    call::Client,
    hosts::Hosts,
    http::{Ask, Response},
};
use crate::{
    Answer, CallError, Capabilities, Checkout, CheckoutPage, Created, Event, EventError, Expiry, Gateway,
    Mode, NewCheckout, Opened, Pace,
};

/// The least that the gateway takes, as far as is known: 50 DA.
pub const GATEWAY_FLOOR: Money = Money { amount: 5_000, currency: Currency::DZD };

/// The least total that a shop should sell for through it: 100 DA, since its own floor is documented nowhere and has
/// been 75 DA before.
pub const SHOP_FLOOR: Money = Money { amount: 10_000, currency: Currency::DZD };

/// A checkout dies by itself 30 minutes after it was made.
const LIFETIME: Duration = Duration::from_mins(30);

/// The client of Chargily Pay, in one mode.
#[derive(Debug)]
pub struct Chargily {
    mode: Mode,
    key: SecretKey,
    least: Money,
    hosts: Hosts,
    client: Client,
}

impl Chargily {
    /// A client, if the settings agree with each other. Nothing is asked yet.
    pub fn new(settings: Settings, pace: Pace, clock: Clock, random: Random) -> Result<Self, SettingError> {
        settings.check()?;
        let base = settings.base()?;
        Ok(Self {
            mode: settings.mode,
            least: settings.least_amount,
            hosts: Hosts::new(settings.base_url.as_ref()),
            client: Client::new(&base, &settings.key, pace, clock, random)?,
            key: settings.key,
        })
    }

    async fn make(&self, new: &NewCheckout) -> Created {
        if new.amount.amount < self.least.amount {
            return Created::Rejected {
                reason: format!("{} is less than the gateway takes", new.amount.major()),
            };
        }
        let body = match wire::request(new) {
            Ok(body) => body,
            Err(error) => return Created::Rejected { reason: error.to_string() },
        };
        let read = |response: &Response| self.opened(response);
        self.client.create(body, read).await
    }

    /// The checkout of an answer to creating, if it can be paid.
    fn opened(&self, response: &Response) -> Result<Opened, String> {
        let checkout = self.checkout(response)?;
        let pay_url = checkout.pay_url.clone().ok_or("the checkout has no pay page of the gateway's")?;
        Ok(Opened { checkout, pay_url })
    }

    fn checkout(&self, response: &Response) -> Result<Checkout, String> {
        wire::checkout(response.body()?, &self.hosts)
    }

    async fn find(&self, id: &str) -> Result<Checkout, CallError> {
        let ask = Ask::Get(wire::known_id(id).ok_or(CallError::NotFound)?);
        self.client.question(ask, |response| call::ordinary(response, |ok| self.checkout(ok))).await
    }

    async fn close(&self, id: &str) -> Result<Expiry, CallError> {
        let ask = Ask::Expire(wire::known_id(id).ok_or(CallError::NotFound)?);
        let read = |response: &Response| match response.status {
            400 => Ok(Expiry::AlreadyExpired),
            403 => Ok(Expiry::NotPending),
            _ => call::ordinary(response, |ok| Ok(Expiry::Expired(Box::new(self.checkout(ok)?)))),
        };
        self.client.question(ask, read).await
    }

    async fn page(&self, page: u32) -> Result<CheckoutPage, CallError> {
        let read = |ok: &Response| wire::page(ok.body()?, page, &self.hosts);
        self.client.question(Ask::List(page), |response| call::ordinary(response, read)).await
    }
}

impl Gateway for Chargily {
    fn name(&self) -> &'static str {
        "chargily"
    }

    fn mode(&self) -> Mode {
        self.mode
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { refunds: false, expiry: true, listing: true }
    }

    fn least_amount(&self) -> Money {
        self.least
    }

    fn lifetime(&self) -> Duration {
        LIFETIME
    }

    fn create<'a>(&'a self, new: &'a NewCheckout) -> Answer<'a, Created> {
        Box::pin(self.make(new))
    }

    fn get<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Checkout, CallError>> {
        Box::pin(self.find(id))
    }

    fn expire<'a>(&'a self, id: &'a str) -> Answer<'a, Result<Expiry, CallError>> {
        Box::pin(self.close(id))
    }

    fn list(&self, page: u32) -> Answer<'_, Result<CheckoutPage, CallError>> {
        Box::pin(self.page(page.max(1)))
    }

    fn verify_event(&self, raw: &[u8], signature: Option<&[u8]>) -> Result<Event, EventError> {
        signature::check(&self.key, raw, signature)?;
        wire::event(raw).ok_or(EventError::Unreadable)
    }

    fn signature_header(&self) -> &'static str {
        "signature"
    }

    fn pay_origins(&self) -> &[String] {
        self.hosts.origins()
    }

    fn pay_url(&self, named: &str) -> Option<Url> {
        self.hosts.pay_url(named)
    }
}
