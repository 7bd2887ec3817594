//! A reader wants to pay an order, or wants it no more.

use std::sync::Arc;
use std::time::Duration;

use ::pay::{CallError, Expiry, Gateway};
use accounts::audit::{self, Act, Actor};
use i18n::Locale;
use serde_json::json;
use url::Url;
use web::App;

use super::ask::is_being_opened;
use super::{AskError, Begun, Payment, ask, begin, open};
use crate::machine::OrderState;
use crate::{CancelReason, Order, OrderStatus, PaymentStatus, order};

/// A page to pay on is only handed out again while it lives that long, in seconds.
const LEFT: i64 = 5 * 60;

/// What became of the wish to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is paid there.
    At(Url),
    /// It is paid already, or there was nothing to pay.
    Paid,
    /// It was paid back, or is not to be paid any more.
    Over,
    /// A book of it came into the library by another way meanwhile.
    Owned,
    /// Somebody else is at it; try again in a moment.
    Busy,
    /// The gateway is at it.
    Processing,
    /// The gateway refused.
    Refused,
    /// The gateway does not answer, and may have opened a payment all the same.
    Unavailable,
    /// The gateway cannot be reached for so long; nothing was sent to it.
    NotSent(Duration),
}

/// Has an order paid: by the page that is open already, or by a new one.
pub(crate) async fn pay(
    app: &App,
    gateway: &Arc<dyn Gateway>,
    order: &Order,
    locale: Locale,
) -> web::Result<Outcome> {
    if order.completed_at.is_none() && order::has_owned(&app.db, order.id).await? {
        return Ok(Outcome::Owned);
    }
    if let Some(live) = Payment::live(&app.db, order.id).await?
        && let Some(outcome) = resume(app, gateway, &live).await?
    {
        return Ok(outcome);
    }
    let now = app.clock.now();
    let begun = app
        .db
        .transaction(async |tx| {
            let Some(locked) = order::lock(&tx, order.id).await? else { return Ok(Err(Outcome::Over)) };
            if Payment::live(&tx, order.id).await?.is_some() {
                return Ok(Err(Outcome::Busy));
            }
            if locked.state() == OrderState::Completed {
                return Ok(Err(Outcome::Paid));
            }
            if order::has_owned(&tx, order.id).await? {
                return Ok(Err(Outcome::Owned));
            }
            if !order::reopen(&tx, &locked, now).await? {
                return Ok(Err(Outcome::Over));
            }
            begin(&tx, app, &**gateway, &locked, now).await.map(Ok)
        })
        .await;
    let begun: Result<Begun, Outcome> = begun.map_err(|error: db::Error| web::Error::from(error))?;
    match begun {
        Ok(begun) => open(app, gateway, begun, locale).await,
        Err(outcome) => Ok(outcome),
    }
}

/// Goes on with the attempt that is live; `None` where it is over now, and another one may begin.
async fn resume(app: &App, gateway: &Arc<dyn Gateway>, live: &Payment) -> web::Result<Option<Outcome>> {
    let now = app.clock.now();
    if is_being_opened(live, now) {
        return Ok(Some(Outcome::Busy));
    }
    let status = match ask(app, &**gateway, live, true).await {
        Ok(Some(status)) => status,
        Ok(None) => return Ok(Some(Outcome::Unavailable)),
        Err(error) => return unanswered(error).map(Some),
    };
    match status {
        PaymentStatus::Paid => Ok(Some(Outcome::Paid)),
        PaymentStatus::Processing => Ok(Some(Outcome::Processing)),
        PaymentStatus::Open => {
            let lives = live.expires_at.is_some_and(|expires| expires > now.plus_seconds(LEFT));
            let page = live.pay_url.as_deref().and_then(|url| gateway.pay_url(url));
            match page.filter(|_| lives) {
                Some(page) => Ok(Some(Outcome::At(page))),
                None => end(app, gateway, live).await,
            }
        }
        PaymentStatus::Creating => Ok(Some(Outcome::Busy)),
        _ => Ok(None),
    }
}

/// Ends an attempt at the gateway; `None` where it is over now.
async fn end(app: &App, gateway: &Arc<dyn Gateway>, live: &Payment) -> web::Result<Option<Outcome>> {
    let Some(id) = &live.checkout_id else { return Ok(Some(Outcome::Busy)) };
    match gateway.expire(id).await {
        Ok(Expiry::Expired(_) | Expiry::AlreadyExpired | Expiry::NotPending) => {}
        Err(error) => return unanswered(error.into()).map(Some),
    }
    match ask(app, &**gateway, live, true).await {
        Ok(Some(PaymentStatus::Paid)) => Ok(Some(Outcome::Paid)),
        Ok(Some(status)) if status.is_live() => Ok(Some(Outcome::Processing)),
        Ok(_) => Ok(None),
        Err(error) => unanswered(error).map(Some),
    }
}

fn unanswered(error: AskError) -> web::Result<Outcome> {
    match error {
        AskError::Database(error) => Err(error.into()),
        AskError::Gateway(CallError::TryLater { after, .. }) => Ok(Outcome::NotSent(after)),
        AskError::Gateway(error) => {
            tracing::warn!(%error, "The gateway did not answer somebody who wants to pay or to cancel");
            Ok(Outcome::Unavailable)
        }
    }
}

/// What became of the wish to cancel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CancelOutcome {
    /// It is cancelled.
    Done,
    /// It was paid meanwhile, or is over.
    TooLate,
    /// Somebody is at it, or the gateway does not answer: what of it was learnt.
    Not(Outcome),
}

/// Who cancels an order.
#[derive(Debug, Clone, Copy)]
pub(crate) enum CancelledBy<'a> {
    /// Its reader.
    Reader,
    /// An admin, of whom the audit log tells.
    Shop(Actor<'a>),
}

impl CancelledBy<'_> {
    const fn reason(self) -> CancelReason {
        match self {
            Self::Reader => CancelReason::ByReader,
            Self::Shop(_) => CancelReason::ByShop,
        }
    }
}

/// Cancels an order, whose reader is not charged then: the gateway is told first.
pub(crate) async fn cancel(
    app: &App,
    gateway: Option<&Arc<dyn Gateway>>,
    order: &Order,
    by: CancelledBy<'_>,
) -> web::Result<CancelOutcome> {
    match order.state() {
        OrderState::Pending | OrderState::Processing => {}
        OrderState::Cancelled(reason) if reason == by.reason() => return Ok(CancelOutcome::Done),
        OrderState::Completed | OrderState::Cancelled(_) => return Ok(CancelOutcome::TooLate),
    }
    if let Some(live) = Payment::live(&app.db, order.id).await? {
        let Some(gateway) = gateway else { return Ok(CancelOutcome::Not(Outcome::Unavailable)) };
        let outcome = match resume(app, gateway, &live).await? {
            Some(Outcome::At(_)) => end(app, gateway, &live).await?,
            other => other,
        };
        match outcome {
            None => {}
            Some(Outcome::Paid) => return Ok(CancelOutcome::TooLate),
            Some(other) => return Ok(CancelOutcome::Not(other)),
        }
    }
    let now = app.clock.now();
    let done = app
        .db
        .transaction(async |tx| {
            let Some(locked) = order::lock(&tx, order.id).await? else { return Ok(CancelOutcome::TooLate) };
            if Payment::live(&tx, order.id).await?.is_some() {
                return Ok(CancelOutcome::Not(Outcome::Busy));
            }
            if !order::cancel(&tx, &locked, by.reason(), now).await? {
                return Ok(CancelOutcome::TooLate);
            }
            if let CancelledBy::Shop(admin) = by {
                let (was, is) = (
                    json!({ "order_status": order.status }),
                    json!({ "order_status": OrderStatus::Cancelled }),
                );
                let (subject_id, before, after) = (order.id.get(), &was, &is);
                let act = Act { act: "order.cancel", subject_kind: "order", subject_id, before, after };
                audit::note(&tx, admin, act, now).await?;
            }
            Ok::<_, db::Error>(CancelOutcome::Done)
        })
        .await?;
    Ok(done)
}
