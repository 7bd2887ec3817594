//! Every night the gateway's list of checkouts is walked through and held against what is kept here: money for which there
//! is no payment, another amount, another fee, another end. What can be made good by asking is; the rest is written down for
//! an admin.

use std::time::Duration;

use ::pay::{CheckoutPage, Gateway, Status};
use catalogue::text_enum;
use db::{Json, Query, list, record, sql};
use kernel::{Id, Timestamp};
use serde_json::{Value, json};
use web::App;

use super::{AskError, Payment, ask};
use crate::{Order, PaymentStatus};

/// How far back the list is walked, in seconds: as long as payments are asked about, and a day more.
const BACK: i64 = 8 * 24 * 60 * 60;
/// The most pages of a walk, should the list have no end.
const PAGES_MOST: u32 = 400;
/// Between two pages: what the gateway bears is not known.
const PAUSE: Duration = Duration::from_millis(500);

text_enum! {
    /// What does not agree.
    pub enum FindingKind {
        /// Money came by an attempt that is said to be of this shop, and there is none.
        NoPayment = "no_payment",
        /// Another amount was paid.
        Amount = "amount",
        /// The gateway keeps more or less than was noted.
        Fee = "fee",
        /// It is paid here and not there, or there and, even after asking, not here.
        Status = "status",
    }
}

record! {
    /// Something that does not agree.
    pub struct Finding {
        /// Its key.
        pub id: Id<Finding>,
        /// In which of the gateway's worlds.
        pub mode: String,
        /// What the gateway calls the payment.
        pub checkout_id: String,
        /// What.
        pub kind: FindingKind,
        /// The number of the order, where there is one.
        pub number: Option<String>,
        /// What is kept, and what the gateway says.
        pub details: Json<Value>,
        /// When it was found.
        pub found_at: Timestamp,
    }

    struct Kept {
        id: Id<Payment>,
        order_id: Id<Order>,
        attempt: String,
        checkout_id: Option<String>,
        status: PaymentStatus,
        amount: i64,
        fee: Option<i64>,
    }
}

impl Finding {
    /// Those of an order, the first one first.
    pub(crate) async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select f.id, f.mode, f.checkout_id, f.kind, o.number, f.details, f.found_at
             from payment_findings f join orders o on o.id = f.order_id where f.order_id = $1 order by f.id",
            order
        ))
        .await
    }

    /// All, the latest first, from below one on.
    pub async fn list(db: &impl Query, (before, rows): (Option<Id<Self>>, i64)) -> db::Result<Vec<Self>> {
        db.all(sql!(
            "select f.id, f.mode, f.checkout_id, f.kind, o.number, f.details, f.found_at
             from payment_findings f left join orders o on o.id = f.order_id where f.id < $1 order by f.id desc limit $2",
            before.map_or(i64::MAX, Id::get),
            rows
        ))
        .await
    }
}

/// Walks through the list.
pub(super) async fn walk(app: &App, gateway: &dyn Gateway) -> Result<(), AskError> {
    let mut page = 1;
    let oldest = app.clock.now().plus_seconds(-BACK);
    loop {
        let listed = gateway.list(page).await?;
        if listed.unreadable > 0 {
            tracing::warn!(
                page,
                unreadable = listed.unreadable,
                "The gateway lists checkouts that cannot be read"
            );
        }
        compare(app, gateway, &listed).await?;
        // The order of the list is not documented, so it ends where a whole page is old.
        let is_old = listed.checkouts.iter().all(|one| one.created_at.is_some_and(|at| at < oldest));
        match listed.next.filter(|next| !is_old && *next <= PAGES_MOST) {
            Some(next) => page = next,
            None => return Ok(()),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn compare(app: &App, gateway: &dyn Gateway, page: &CheckoutPage) -> Result<(), AskError> {
    let mode = gateway.mode().as_str();
    let kept = kept(app, mode, page).await?;
    for checkout in &page.checkouts {
        let is_its = |one: &&Kept| {
            one.checkout_id.as_deref() == Some(&checkout.id)
                || Some(&one.attempt) == checkout.attempt.as_ref()
        };
        let is_paid = checkout.status == Status::Paid;
        let amount = checkout.amount.map(|money| money.amount);
        let Some(kept) = kept.iter().find(is_its) else {
            // What has no attempt was made elsewhere, by whoever has the account.
            if is_paid && checkout.attempt.is_some() {
                let said = json!({ "attempt": checkout.attempt, "amount": amount });
                note(app, (mode, &checkout.id), (FindingKind::NoPayment, None), said).await?;
            }
            continue;
        };
        let here = match kept.status {
            PaymentStatus::Paid => PaymentStatus::Paid,
            status if is_paid => asked(app, gateway, kept).await?.unwrap_or(status),
            status => status,
        };
        let order = Some(kept.order_id);
        if is_paid != (here == PaymentStatus::Paid) {
            let said = json!({ "here": here, "there": checkout.status.to_string() });
            note(app, (mode, &checkout.id), (FindingKind::Status, order), said).await?;
        }
        if !is_paid {
            continue;
        }
        if amount != Some(kept.amount) {
            let said = json!({ "here": kept.amount, "there": amount });
            note(app, (mode, &checkout.id), (FindingKind::Amount, order), said).await?;
        }
        let fee = checkout.fees.map(|fees| fees.on_shop.amount);
        if let (Some(here), Some(there)) = (kept.fee, fee)
            && here != there
        {
            let said = json!({ "here": here, "there": there });
            note(app, (mode, &checkout.id), (FindingKind::Fee, order), said).await?;
        }
    }
    Ok(())
}

/// What is kept of the payments on a page.
async fn kept(app: &App, mode: &str, page: &CheckoutPage) -> db::Result<Vec<Kept>> {
    if page.checkouts.is_empty() {
        return Ok(Vec::new());
    }
    let attempts: Vec<String> = page.checkouts.iter().filter_map(|one| one.attempt.clone()).collect();
    app.db
        .all(sql!(
            "select id, order_id, attempt, checkout_id, status, amount, fee from payments
             where mode = $1 and checkout_id in ($2…)
             union select id, order_id, attempt, checkout_id, status, amount, fee from payments where attempt in ($3…)",
            mode,
            list(page.checkouts.iter().map(|one| one.id.clone())),
            list(if attempts.is_empty() { vec![String::new()] } else { attempts })
        ))
        .await
}

/// Money came of which nothing is known here: asks about it as if an event had come.
async fn asked(app: &App, gateway: &dyn Gateway, kept: &Kept) -> Result<Option<PaymentStatus>, AskError> {
    let Some(payment) = Payment::find(&app.db, kept.id).await? else { return Ok(None) };
    ask(app, gateway, &payment, false).await
}

async fn note(
    app: &App,
    (mode, checkout): (&str, &str),
    (kind, order): (FindingKind, Option<Id<Order>>),
    said: Value,
) -> db::Result<()> {
    let new = app
        .db
        .execute(sql!(
            "insert into payment_findings (mode, checkout_id, kind, order_id, details, found_at)
             values ($1, $2, $3, $4, $5, $6) on conflict (mode, checkout_id, kind) do nothing",
            mode,
            checkout,
            kind,
            order,
            Json(said),
            app.clock.now()
        ))
        .await?;
    if new > 0 {
        tracing::error!(checkout, %kind, "The gateway's list and the shop's payments do not agree: somebody has to look at it");
    }
    Ok(())
}
