//! Somebody who buys, and what they do through either door: within the limits, and with the same words where it cannot be
//! done.

use std::sync::Arc;
use std::time::Duration;

use ::pay::Gateway;
use axum::Extension;
use axum::extract::FromRequestParts;
use http::StatusCode;
use http::request::Parts;
use i18n::Locale;
use url::Url;
use web::{App, Client, Error, Identity, OrNotFound as _, Signed};

use crate::idempotency::Ticket;
use crate::order::{self, Buyer, Placed};
use crate::payment::{self, CancelOutcome, CancelledBy, Outcome};
use crate::receipts::ReceiptMail;
use crate::{Commerce, Order, Receipt, t};

/// When to try again where the gateway does not answer.
const AGAIN: Duration = Duration::from_secs(30);

/// Somebody signed in.
pub(crate) struct Buying {
    pub(crate) app: App,
    pub(crate) me: Arc<Identity>,
    commerce: Commerce,
    client: Client,
}

impl FromRequestParts<App> for Buying {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        // Every route of the feature has it laid before it.
        let commerce = Extension::from_request_parts(parts, app).await;
        let Extension(commerce) =
            commerce.map_err(|_| Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { app: app.clone(), me, commerce, client })
    }
}

/// An order that was made, and where it is paid; `None` where it costs nothing, or no page could be opened yet.
pub(crate) struct Made {
    pub(crate) order: Order,
    pub(crate) pay_at: Option<Url>,
}

impl Buying {
    /// Makes an order of what is in the cart.
    pub(crate) async fn place(
        &self,
        locale: Locale,
        quote_hash: Option<&str>,
        ticket: &Ticket,
    ) -> web::Result<Made> {
        self.commerce.within_limits(self.client, self.me.user)?;
        let (user, now) = (self.me.user, self.app.clock.now());
        let buyer = Buyer { user, locale, quote_hash, ticket };
        let ready =
            match order::place(&self.app, self.commerce.payments(&self.app.shop()), buyer, now).await? {
                Placed::Ready(ready) => ready,
                Placed::Empty => return Err(Error::conflict("cart_empty", t::cart_empty_order)),
                Placed::Changed => return Err(Error::conflict("quote_changed", t::quote_changed)),
                Placed::TooLittle(least) => {
                    let words = move |l: Locale| t::total_too_low(l, &i18n::price(l, least));
                    return Err(Error::invalid("total", "too_low", words));
                }
                Placed::NoPayments => return Err(Error::conflict("payments_off", t::payments_off)),
            };
        let pay_at = match (ready.begun, self.commerce.gateway()) {
            (Some(begun), Some(gateway)) => match payment::open(&self.app, gateway, begun, locale).await? {
                Outcome::At(url) => Some(url),
                Outcome::NotSent(after) => {
                    // The gateway heard nothing: the books are in the cart as before.
                    let withdrawn = self.app.db.transaction(async |tx| {
                        order::withdraw(&tx, ready.order, (user, ticket), self.app.clock.now()).await
                    });
                    withdrawn.await?;
                    return Err(Error::Unavailable { retry_after: after });
                }
                _ => None,
            },
            _ => None,
        };
        let order = Order::find(&self.app.db, user, &ready.number).await?.or_404()?;
        Ok(Made { order, pay_at })
    }

    /// An order of their own.
    pub(crate) async fn order(&self, number: &str) -> web::Result<Order> {
        Order::find(&self.app.db, self.me.user, number).await?.or_404()
    }

    /// Where an order is paid that is not paid yet.
    pub(crate) async fn pay(&self, number: &str, locale: Locale) -> web::Result<Url> {
        self.commerce.within_limits(self.client, self.me.user)?;
        let order = self.order(number).await?;
        let gateway = self.gateway()?;
        match payment::pay(&self.app, gateway, &order, locale).await? {
            Outcome::At(url) => Ok(url),
            other => Err(refusal(&other)),
        }
    }

    /// Gives an order up that is not paid yet.
    pub(crate) async fn cancel(&self, number: &str) -> web::Result<Order> {
        self.commerce.within_limits(self.client, self.me.user)?;
        let order = self.order(number).await?;
        match payment::cancel(&self.app, self.commerce.gateway(), &order, CancelledBy::Reader).await? {
            CancelOutcome::Done => self.order(number).await,
            CancelOutcome::TooLate => Err(Error::conflict("order_over", t::cancel_too_late)),
            CancelOutcome::Not(outcome) => Err(refusal(&outcome)),
        }
    }

    /// Has the latest receipt, or note of credit, of an order sent by mail once more.
    pub(crate) async fn mail_receipt(&self, number: &str) -> web::Result<()> {
        self.commerce.within_limits(self.client, self.me.user)?;
        let order = self.order(number).await?;
        let papers = Receipt::of(&self.app.db, order.id).await?;
        let receipt = papers.last().or_404()?.id.get();
        let mail = ReceiptMail { user: self.me.user, receipt };
        Ok(jobs::enqueue(&self.app.db, &mail, self.app.clock.now()).await?)
    }

    fn gateway(&self) -> web::Result<&Arc<dyn Gateway>> {
        let open = self.commerce.gateway().filter(|_| self.app.shop().takes_payments);
        open.ok_or_else(|| Error::conflict("payments_off", t::payments_off))
    }
}

/// Why there is no page to pay on.
pub(crate) fn refusal(outcome: &Outcome) -> Error {
    match outcome {
        Outcome::Paid | Outcome::At(_) => Error::conflict("already_paid", t::already_paid),
        Outcome::Over => Error::conflict("order_over", t::order_over),
        Outcome::Owned => Error::conflict("already_owned", t::order_owned),
        Outcome::Busy => Error::conflict("payment_in_progress", t::payment_in_progress),
        Outcome::Processing => Error::conflict("being_paid", t::being_paid),
        Outcome::NotSent(after) => Error::Unavailable { retry_after: *after },
        Outcome::Refused | Outcome::Unavailable => Error::Unavailable { retry_after: AGAIN },
    }
}
