//! What admins see of orders and do about them, for both doors: with the same words where something cannot be done.

use std::sync::Arc;
use std::time::Duration;

use ::pay::CallError;
use accounts::audit::{self, Actor};
use axum::Extension;
use axum::extract::FromRequestParts;
use axum::response::Response;
use db::Tx;
use http::StatusCode;
use http::request::Parts;
use i18n::Locale;
use kernel::Id;
use serde_json::{Value, json};
use web::{App, Client, Error, Identity, OrNotFound as _, Signed};

use crate::buying;
use crate::payment::{self, AskError, CancelOutcome, CancelledBy, Payment};
use crate::refund::{self, Asked, Decided, Desk, Wanted};
use crate::{Commerce, Order, OrderEvent, OrderItem, Receipt, Refund, t};

pub use crate::library::Source;
pub use crate::library::give::{Given, Owned, Shelf, Taken, give, take};
pub use crate::logged::{gateway_title, payment_word};
pub use crate::order::{Looked, OrderBuyer, OrderPlace, OrderSort, Sought};
pub use crate::payment::{Finding, FindingKind, HeardEvent, Paid, Trail};

/// The most characters of a reason, or of a reference.
pub const TEXT_MOST: usize = 500;
/// When to try again where the gateway does not answer.
const AGAIN: Duration = Duration::from_secs(30);

/// An admin at a client.
pub struct Admin {
    /// The shop.
    pub app: App,
    /// Who it is.
    pub me: Arc<Identity>,
    client: Client,
    commerce: Commerce,
}

impl FromRequestParts<App> for Admin {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        // Every route that asks for it has it laid before it.
        let commerce = Extension::from_request_parts(parts, app).await;
        let Extension(commerce) =
            commerce.map_err(|_| Error::from_status(StatusCode::INTERNAL_SERVER_ERROR))?;
        Ok(Self { app: app.clone(), me, client, commerce })
    }
}

/// All that is known of an order.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The order.
    pub order: Order,
    /// What was bought.
    pub items: Vec<OrderItem>,
    /// Who bought; `None` where the account is gone.
    pub buyer: Option<OrderBuyer>,
    /// What became of it, the first thing first.
    pub events: Vec<OrderEvent>,
    /// The attempts to have it paid, each with what the gateway sent of it.
    pub payments: Vec<(Trail, Vec<HeardEvent>)>,
    /// What goes back, or went.
    pub refunds: Vec<Refund>,
    /// Its receipt, and the notes of credit.
    pub receipts: Vec<Receipt>,
    /// Where the gateway's list does not agree.
    pub findings: Vec<Finding>,
}

impl Dossier {
    /// Of the order of a number.
    pub async fn find(db: &db::Db, number: &str) -> web::Result<Self> {
        let order = Order::by_number(db, number).await?.or_404()?;
        let id = order.id;
        Ok(Self {
            items: OrderItem::of(db, &[id]).await?,
            buyer: OrderBuyer::of(db, std::slice::from_ref(&order)).await?.pop(),
            events: OrderEvent::of(db, id).await?,
            payments: Trail::of(db, id).await?,
            refunds: Refund::of(db, id).await?,
            receipts: Receipt::of(db, id).await?,
            findings: Finding::of(db, id).await?,
            order,
        })
    }

    /// Whether a payment of it is in doubt.
    pub fn is_in_doubt(&self) -> bool {
        use crate::PaymentStatus::{Review, Unknown};
        !self.findings.is_empty()
            || self.payments.iter().any(|(one, _)| matches!(one.status, Review | Unknown))
    }
}

impl Admin {
    /// Them, as the audit log names who did something.
    pub fn actor(&self) -> Actor<'_> {
        Actor::from((&*self.me, self.client))
    }

    fn desk(&self) -> Desk<'_> {
        Desk::of(&self.app, self.actor())
    }

    /// Decides that money of an order goes back.
    pub async fn refund(&self, number: &str, wanted: Wanted<'_>) -> web::Result<Id<Refund>> {
        let order = Order::by_number(&self.app.db, number).await?.or_404()?;
        let note = short("reason", wanted.note)?;
        let reference = wanted.reference.map(|text| short("reference", text)).transpose()?;
        let wanted = Wanted { note, reference: reference.filter(|text| !text.is_empty()), ..wanted };
        match refund::ask(&self.app.db, self.desk(), order.id, wanted).await? {
            Asked::Done(id) => Ok(id),
            Asked::NotPaid => Err(Error::conflict("not_paid", t::refund_not_paid)),
            Asked::NothingLeft => Err(Error::conflict("nothing_to_refund", t::refund_nothing_left)),
            Asked::NoSuchLine => Err(Error::invalid("items", "not_in_order", t::refund_no_such_line)),
        }
    }

    /// Agrees to what another admin asked for.
    pub async fn approve(&self, id: Id<Refund>) -> web::Result<()> {
        done(refund::approve(&self.app.db, self.desk(), id).await?)
    }

    /// Does not agree, or takes back what was asked for.
    pub async fn decline(&self, id: Id<Refund>) -> web::Result<()> {
        done(refund::decline(&self.app.db, self.desk(), id).await?)
    }

    /// Writes down that the money was sent.
    pub async fn settle(&self, id: Id<Refund>, reference: &str) -> web::Result<()> {
        let reference = short("reference", reference)?;
        if reference.is_empty() {
            return Err(Error::invalid("reference", "missing", t::refund_reference_missing));
        }
        done(refund::settle(&self.app.db, self.desk(), (id, reference)).await?)
    }

    /// Asks the gateway what became of the payments of an order, and does what follows from it.
    pub async fn ask(&self, number: &str) -> web::Result<Order> {
        let app = &self.app;
        self.commerce.within_limits(self.client, self.me.user)?;
        let before = Order::by_number(&app.db, number).await?.or_404()?;
        let gateway = self.commerce.gateway();
        let gateway = gateway.ok_or_else(|| Error::conflict("payments_off", t::payments_off))?;
        let payments = Payment::to_ask(&app.db, before.id).await?;
        let (mut was, mut is) = (Vec::new(), Vec::new());
        for payment in &payments {
            if let Some(status) = payment::ask(app, &**gateway, payment, true).await.map_err(unanswered)? {
                was.push(payment.status);
                is.push(status);
            }
        }
        if is.is_empty() {
            return Err(Error::conflict("nothing_to_ask", t::ask_nothing));
        }
        let after = Order::by_number(&app.db, number).await?.or_404()?;
        let (was, is) = (
            json!({ "order_status": before.status, "payment_status": was }),
            json!({ "order_status": after.status, "payment_status": is }),
        );
        let now = app.clock.now();
        app.db
            .transaction(async |tx| self.note(&tx, ("order.ask", after.id), (&was, &is), now).await)
            .await?;
        Ok(after)
    }

    /// Gives an order up that is not paid. The gateway is told first, so that nobody pays it any more.
    pub async fn cancel(&self, number: &str) -> web::Result<Order> {
        let app = &self.app;
        self.commerce.within_limits(self.client, self.me.user)?;
        let before = Order::by_number(&app.db, number).await?.or_404()?;
        let by = CancelledBy::Shop(self.actor());
        match payment::cancel(app, self.commerce.gateway(), &before, by).await? {
            CancelOutcome::Done => {}
            CancelOutcome::TooLate => return Err(Error::conflict("order_over", t::cancel_too_late)),
            CancelOutcome::Not(outcome) => return Err(buying::refusal(&outcome)),
        }
        Order::by_number(&app.db, number).await?.or_404()
    }

    /// A paper of an order as a file: the receipt, where none is named.
    pub async fn paper(&self, l: Locale, number: &str, name: &str) -> web::Result<Response> {
        let order = Order::by_number(&self.app.db, number).await?.or_404()?;
        let papers = Receipt::of(&self.app.db, order.id).await?;
        let paper = papers.into_iter().find(|paper| name.is_empty() || paper.name() == name);
        paper.or_404()?.file(l).await
    }

    async fn note(
        &self,
        tx: &Tx,
        (act, order): (&'static str, Id<Order>),
        (before, after): (&Value, &Value),
        now: kernel::Timestamp,
    ) -> db::Result<()> {
        let act = audit::Act { act, subject_kind: "order", subject_id: order.get(), before, after };
        audit::note(tx, self.actor(), act, now).await
    }
}

fn short<'a>(field: &'static str, text: &'a str) -> web::Result<&'a str> {
    let text = text.trim();
    if text.chars().count() <= TEXT_MOST {
        Ok(text)
    } else {
        Err(Error::invalid(field, "too_long", t::refund_text_too_long))
    }
}

fn done(decided: Decided) -> web::Result<()> {
    match decided {
        Decided::Yes => Ok(()),
        Decided::NoSuchRefund => Err(Error::NotFound),
        Decided::WrongState => Err(Error::conflict("wrong_state", t::refund_wrong_state)),
        Decided::OneselfAsked => Err(Error::forbidden("oneself_asked", t::refund_oneself)),
    }
}

fn unanswered(error: AskError) -> Error {
    match error {
        AskError::Database(error) => error.into(),
        AskError::Gateway(CallError::TryLater { after, .. }) => Error::Unavailable { retry_after: after },
        AskError::Gateway(CallError::NotFound) => Error::conflict("unknown_to_gateway", t::ask_unknown),
        AskError::Gateway(error) => {
            tracing::warn!(%error, "The gateway did not answer an admin");
            Error::Unavailable { retry_after: AGAIN }
        }
    }
}
