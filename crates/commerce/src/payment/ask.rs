//! Asks the gateway what became of an attempt, and does what follows from it.

use ::pay::{CallError, Checkout, Gateway, Verdict, verdict};
use db::{Query as _, sql};
use kernel::Timestamp;
use web::App;

use super::schedule;
use super::{Payment, begin::ANSWERS_WITHIN};
use crate::PaymentStatus;
use crate::order::{self, Heard, Till};

/// How many pages of the gateway's list are looked through for an attempt of which it is not known whether it was opened.
const PAGES: u32 = 3;
/// For how long that is done, in seconds: its page is dead by then, and its address never reached anybody.
const LOST_AFTER: i64 = 35 * 60;
/// When to ask again where an event told more than the gateway says when asked, in seconds: it lags a little.
const SOON: i64 = 15;

/// Asks about an attempt, and answers where it stands then; `None` where the gateway could not be asked about it.
pub(crate) async fn ask(
    app: &App,
    gateway: &dyn Gateway,
    payment: &Payment,
    is_awaited: bool,
) -> Result<Option<PaymentStatus>, AskError> {
    if payment.mode != gateway.mode().as_str() {
        return give_up_other_mode(app, payment).await.map_err(AskError::from);
    }
    match &payment.checkout_id {
        Some(id) => {
            let checkout = gateway.get(id).await?;
            hear(app, gateway, payment, &checkout, is_awaited).await.map(Some).map_err(AskError::from)
        }
        None => look_for(app, gateway, payment).await.map(Some),
    }
}

/// There is no key to ask about a payment of the gateway's other mode. Once nobody can pay it any more it keeps its order
/// from being paid no longer; should the mode be switched back, it is asked about as any that is over.
async fn give_up_other_mode(app: &App, payment: &Payment) -> db::Result<Option<PaymentStatus>> {
    let now = app.clock.now();
    let dies = payment.expires_at.unwrap_or(payment.created_at.plus_seconds(LOST_AFTER));
    if !payment.status.is_live() || dies > now {
        return Ok(None);
    }
    let next_check_at = schedule::next(payment.created_at, now, &app.random);
    let heard = Heard { verdict: &Verdict::Expired, method: None, fee: None, next_check_at };
    let shop = app.shop();
    let till = Till::of(&shop, now);
    let step = app.db.transaction(async |tx| order::settle(&tx, payment.id, &heard, till).await).await?;
    Ok(step.map(|step| step.payment))
}

/// The gateway speaks of a checkout: asks about it, whichever attempt it is of.
pub(crate) async fn ask_about(app: &App, gateway: &dyn Gateway, id: &str) -> Result<(), AskError> {
    if let Some(payment) = Payment::of_checkout(&app.db, gateway.mode(), id).await? {
        return ask(app, gateway, &payment, true).await.map(drop);
    }
    let checkout = match gateway.get(id).await {
        Err(CallError::NotFound) => {
            tracing::warn!(checkout = id, "An event speaks of a checkout that the gateway does not know");
            return Ok(());
        }
        other => other?,
    };
    let attempt = match checkout.attempt.as_deref() {
        Some(attempt) => Payment::of_attempt(&app.db, attempt).await?,
        None => None,
    };
    let Some(payment) = attempt.filter(|attempt| attempt.checkout_id.is_none()) else {
        tracing::warn!(checkout = id, "The gateway speaks of a checkout that is not of this shop");
        return Ok(());
    };
    adopt(app, gateway, &payment, &checkout).await.map(drop)
}

/// Why the gateway could not be asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum AskError {
    /// It did not answer.
    #[error(transparent)]
    Gateway(#[from] CallError),
    /// What it said could not be written down.
    #[error(transparent)]
    Database(#[from] db::Error),
}

async fn hear(
    app: &App,
    gateway: &dyn Gateway,
    payment: &Payment,
    checkout: &Checkout,
    is_awaited: bool,
) -> db::Result<PaymentStatus> {
    let now = app.clock.now();
    let id = payment.checkout_id.as_deref().unwrap_or(&checkout.id);
    let verdict = verdict(checkout, &payment.expected(id, gateway.mode()));
    if let Verdict::Suspicious(why) = &verdict {
        tracing::error!(payment = %payment.id, %why, "A payment is in doubt: somebody has to look at it");
    }
    let next = schedule::next(payment.created_at, now, &app.random);
    let soon = Some(now.plus_seconds(SOON)).filter(|_| is_awaited && !checkout.status.is_final());
    let heard = Heard {
        verdict: &verdict,
        method: checkout.method.as_deref(),
        fee: checkout.fees.map(|fees| fees.on_shop.amount),
        next_check_at: earlier(next, soon),
    };
    let shop = app.shop();
    let till = Till::of(&shop, now);
    let step = app.db.transaction(async |tx| order::settle(&tx, payment.id, &heard, till).await).await?;
    Ok(step.map_or(payment.status, |step| step.payment))
}

fn earlier(one: Option<Timestamp>, other: Option<Timestamp>) -> Option<Timestamp> {
    one.into_iter().chain(other).min()
}

/// Looks through what the gateway opened lately for an attempt of which it is not known.
async fn look_for(app: &App, gateway: &dyn Gateway, payment: &Payment) -> Result<PaymentStatus, AskError> {
    for page in 1..=PAGES {
        let listed = gateway.list(page).await?;
        let found = listed.checkouts.iter().find(|one| one.attempt.as_deref() == Some(&payment.attempt));
        if let Some(checkout) = found {
            return adopt(app, gateway, payment, checkout).await;
        }
        if listed.next.is_none() {
            break;
        }
    }
    let now = app.clock.now();
    let age = (now.as_millis() - payment.created_at.as_millis()) / 1_000;
    let is_lost = age > LOST_AFTER;
    let status = if is_lost { PaymentStatus::Rejected } else { PaymentStatus::Unknown };
    let next = schedule::next(payment.created_at, now, &app.random).filter(|_| !is_lost);
    app.db
        .execute(sql!(
            "update payments set status = $2, next_check_at = $3, checks = checks + 1
             where id = $1 and status in ('creating', 'unknown') and checkout_id is null",
            payment.id,
            status,
            next
        ))
        .await?;
    Ok(status)
}

/// Takes up a checkout that turned out to be of an attempt.
async fn adopt(
    app: &App,
    gateway: &dyn Gateway,
    payment: &Payment,
    checkout: &Checkout,
) -> Result<PaymentStatus, AskError> {
    let adopted = app
        .db
        .execute(sql!(
            "update payments set checkout_id = $2, pay_url = $3, expires_at = $4, opened_at = coalesce(opened_at, created_at)
             where id = $1 and checkout_id is null",
            payment.id,
            &checkout.id,
            checkout.pay_url.as_ref().map(url::Url::as_str),
            checkout.expires_at
        ))
        .await?;
    if adopted > 0 {
        tracing::info!(payment = %payment.id, "Found a payment again whose opening was never answered");
    }
    let payment = Payment { checkout_id: Some(checkout.id.clone()), ..payment.clone() };
    // What a list says may be old.
    let checkout = gateway.get(&checkout.id).await?;
    hear(app, gateway, &payment, &checkout, true).await.map_err(AskError::from)
}

/// Whether an attempt is still waiting for the gateway's first answer.
pub(super) fn is_being_opened(payment: &Payment, now: Timestamp) -> bool {
    payment.status == PaymentStatus::Creating && payment.created_at.plus_seconds(ANSWERS_WITHIN) > now
}
