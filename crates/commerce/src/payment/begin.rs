//! How an attempt begins: a row, then the question to the gateway, then what became of it.

use ::pay::{Created, Gateway, Mode, NewCheckout, verdict};
use db::{Query as _, Tx, sql};
use i18n::Locale;
use kernel::{Id, Language, Money, Timestamp};
use url::Url;
use web::App;

use super::schedule;
use super::{Outcome, Payment};
use crate::order::{self, Heard, Locked, Till};
use crate::secret;

/// For how long nobody worries about an attempt whose answer is still to come, in seconds: the gateway has less.
pub(super) const ANSWERS_WITHIN: i64 = 60;

/// An attempt that is written down and of which the gateway has not heard.
#[derive(Debug, Clone)]
pub(crate) struct Begun {
    pub(crate) id: Id<Payment>,
    attempt: String,
    token: String,
    order: String,
    amount: Money,
}

/// Writes an attempt down. The order is locked, and has no live one.
pub(crate) async fn begin(
    tx: &Tx,
    app: &App,
    gateway: &dyn Gateway,
    order: &Locked,
    now: Timestamp,
) -> db::Result<Begun> {
    let (attempt, token) = (app.random.hex::<16>(), secret::draw(&app.random));
    let (id,): (Id<Payment>,) = tx
        .one(sql!(
            "insert into payments (attempt, order_id, gateway, mode, status, amount, currency, return_hash, next_check_at, created_at)
             values ($1, $2, $3, $4, 'creating', $5, $6, $7, $8, $9) returning id",
            &attempt,
            order.id,
            gateway.name(),
            gateway.mode().as_str(),
            order.total,
            order.currency,
            secret::hash(&token),
            now.plus_seconds(ANSWERS_WITHIN),
            now
        ))
        .await?;
    let amount = Money { amount: order.total, currency: order.currency };
    Ok(Begun { id, attempt, token, order: order.number.clone(), amount })
}

/// Asks the gateway for a page to pay on, and writes down what became of it. Ends even where whoever asked is gone.
pub(crate) async fn open(
    app: &App,
    gateway: &std::sync::Arc<dyn Gateway>,
    begun: Begun,
    locale: Locale,
) -> web::Result<Outcome> {
    let (app, gateway) = (app.clone(), gateway.clone());
    let opening = tokio::spawn(async move {
        let new = checkout(&app, &begun, gateway.mode(), locale)?;
        let created = gateway.create(&new).await;
        enter(&app, &*gateway, &begun, created).await.map_err(web::Error::from)
    });
    opening.await.map_err(|error| web::Error::Internal(error.into()))?
}

fn checkout(app: &App, begun: &Begun, mode: Mode, locale: Locale) -> web::Result<NewCheckout> {
    let address = |path: &str| {
        Url::parse(&app.settings.public_url.join(path)).map_err(|error| web::Error::Internal(error.into()))
    };
    let back = address(&format!("/{}/pay/return/{}", locale.tag(), begun.token))?;
    Ok(NewCheckout {
        attempt: begun.attempt.clone(),
        order: begun.order.clone(),
        amount: begun.amount,
        success_url: back.clone(),
        failure_url: back,
        webhook_url: address(&format!("/webhooks/chargily/{mode}"))?,
        language: language(locale),
        description: format!("{} {}", app.shop().brand.in_locale(locale), begun.order),
    })
}

const fn language(locale: Locale) -> Language {
    match locale {
        Locale::Ar => Language::ARABIC,
        Locale::Fr => Language::FRENCH,
        Locale::En => Language::ENGLISH,
    }
}

/// Writes down what the gateway answered.
async fn enter(app: &App, gateway: &dyn Gateway, begun: &Begun, created: Created) -> db::Result<Outcome> {
    let now = app.clock.now();
    let next = schedule::next(now, now, &app.random);
    match created {
        Created::Open(opened) => {
            let expires = opened.checkout.expires_at.unwrap_or_else(|| {
                now.plus_seconds(i64::try_from(gateway.lifetime().as_secs()).unwrap_or(0))
            });
            app.db
                .execute(sql!(
                    "update payments set status = 'open', checkout_id = $2, pay_url = $3, opened_at = $4, expires_at = $5,
                            next_check_at = $6
                     where id = $1 and status in ('creating', 'unknown')",
                    begun.id,
                    &opened.checkout.id,
                    opened.pay_url.as_str(),
                    now,
                    expires,
                    next
                ))
                .await?;
            let Some(payment) = Payment::find(&app.db, begun.id).await? else {
                return Ok(Outcome::Unavailable);
            };
            let verdict = verdict(&opened.checkout, &payment.expected(&opened.checkout.id, gateway.mode()));
            if matches!(verdict, ::pay::Verdict::Suspicious(_)) {
                tracing::error!(payment = %begun.id, ?verdict, "The gateway opened something else than was asked for");
                let shop = app.shop();
                app.db
                    .transaction(async |tx| {
                        let heard = Heard { verdict: &verdict, method: None, fee: None, next_check_at: next };
                        order::settle(&tx, begun.id, &heard, Till::of(&shop, now)).await
                    })
                    .await?;
                return Ok(Outcome::Unavailable);
            }
            Ok(Outcome::At(opened.pay_url))
        }
        Created::Rejected { reason } => {
            tracing::error!(payment = %begun.id, reason, "The gateway refused to open a payment");
            over(app, begun.id, "rejected", &reason, None).await.map(|()| Outcome::Refused)
        }
        Created::Unknown { why } => {
            tracing::warn!(payment = %begun.id, why, "Nobody knows whether the gateway opened a payment");
            over(app, begun.id, "unknown", &why, next).await.map(|()| Outcome::Unavailable)
        }
        Created::NotSent { after, why } => {
            tracing::warn!(payment = %begun.id, why, "The gateway cannot be reached");
            app.db.execute(sql!("delete from payments where id = $1", begun.id)).await?;
            Ok(Outcome::NotSent(after))
        }
    }
}

async fn over(
    app: &App,
    payment: Id<Payment>,
    status: &'static str,
    note: &str,
    next: Option<Timestamp>,
) -> db::Result<()> {
    app.db
        .execute(sql!(
            "update payments set status = $2, note = $3, next_check_at = $4, opened_at = coalesce(opened_at, created_at)
             where id = $1 and status = 'creating'",
            payment,
            status,
            note,
            next
        ))
        .await
        .map(drop)
}
