//! Orders, for admins: all of them, and one with its trail at the gateway.

use axum::extract::State;
use axum::response::Response;
use catalogue::wire::Money;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use web::{App, Error, Json, List, ListQuery, NoFilters, PagingParams, Path, Problem, Query, Spoken, UserId};

use super::orders::EventWire;
use super::refunds::RefundWire;
use crate::desk::{
    Admin, Dossier, Finding, FindingKind, HeardEvent, Looked, OrderBuyer, OrderSort, Sought, Trail,
};
use crate::receipts::Which;
use crate::wire::OrderWire;
use crate::{Order, OrderItem, OrderStatus, PaymentStatus, Receipt, t};

/// The most characters of what is looked for.
const SOUGHT_MOST: usize = 200;

/// An order with who bought it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct SoldOrder {
    #[serde(flatten)]
    order: OrderWire,
    /// Null where the account is gone.
    buyer: Option<BuyerWire>,
}

/// Who bought.
#[derive(Debug, Clone, Serialize, ToSchema)]
struct BuyerWire {
    #[schema(value_type = i64)]
    id: UserId,
    username: String,
    /// What they want to be called; may be empty.
    name: String,
    email: String,
}

impl From<OrderBuyer> for BuyerWire {
    fn from(buyer: OrderBuyer) -> Self {
        Self { id: buyer.id, username: buyer.username, name: buyer.name, email: buyer.email }
    }
}

/// All that is known of an order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrderTrail {
    #[serde(flatten)]
    order: SoldOrder,
    /// What became of it, the first thing first.
    events: Vec<EventWire>,
    /// The attempts to have it paid.
    payments: Vec<PaymentTrail>,
    refunds: Vec<RefundWire>,
    /// Its receipt, and the notes of credit.
    receipts: Vec<ReceiptWire>,
    /// Where the gateway's list does not agree.
    findings: Vec<FindingWire>,
}

/// An attempt to have an order paid.
#[derive(Debug, Serialize, ToSchema)]
struct PaymentTrail {
    /// What the gateway was told to call it.
    attempt: String,
    gateway: String,
    /// `test` or `live`.
    mode: String,
    status: PaymentStatus,
    amount: Money,
    /// What the gateway calls it.
    checkout_id: Option<String>,
    /// The gateway's word for how it was paid.
    method: Option<String>,
    /// What the gateway keeps of it.
    fee: Option<Money>,
    /// Why it is in doubt.
    note: Option<String>,
    /// How often the gateway was asked about it.
    checks: i64,
    /// The kinds of events that the gateway sent of it, the first one first.
    heard: Vec<HeardWire>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = Option<String>, format = DateTime)]
    settled_at: Option<Timestamp>,
    /// When the gateway is asked again; null where there is nothing left to ask.
    #[schema(value_type = Option<String>, format = DateTime)]
    next_check_at: Option<Timestamp>,
}

/// An event of the gateway.
#[derive(Debug, Serialize, ToSchema)]
struct HeardWire {
    /// `checkout.paid`.
    kind: String,
    #[schema(value_type = String, format = DateTime)]
    received_at: Timestamp,
}

/// A receipt, or a note of credit.
#[derive(Debug, Serialize, ToSchema)]
struct ReceiptWire {
    /// `R-2026-000123`; notes of credit begin with `C`.
    number: String,
    amount: Money,
    #[schema(value_type = String, format = DateTime)]
    issued_at: Timestamp,
}

/// Which orders.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filters {
    /// A number, an e-mail address, what the gateway calls a payment, or a receipt's number.
    #[serde(default)]
    #[param(max_length = 200)]
    q: String,
    /// Only those that stand so.
    #[param(inline)]
    status: Option<OrderStatus>,
    /// Only those of which a payment is in doubt.
    #[serde(default)]
    in_doubt: bool,
    /// Made then or later.
    #[param(value_type = Option<String>, format = DateTime)]
    from: Option<Timestamp>,
    /// Made before then.
    #[param(value_type = Option<String>, format = DateTime)]
    until: Option<Timestamp>,
    /// `-created`: the latest first; `-total`: what costs most first.
    #[param(inline, default = "-created")]
    sort: Option<OrderSort>,
}

/// All orders.
#[utoipa::path(
    get, path = "/admin/orders", tag = "admin", params(Filters, PagingParams),
    responses(
        (status = 200, body = List<SoldOrder>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Spoken(l): Spoken,
    query: ListQuery<Filters>,
) -> web::Result<Json<List<SoldOrder>>> {
    let Filters { ref q, status, in_doubt, from, until, sort } = query.filters;
    if q.chars().count() > SOUGHT_MOST {
        return Err(Error::invalid("q", "too_long", t::order_sought_too_long));
    }
    let sought = Sought::read(&app.db, Looked { q, status, in_doubt, from, until }).await?;
    let sort = sort.unwrap_or(OrderSort::Latest);
    let paging = query.paging.of(sort.as_str());
    let part = (paging.after()?, paging.rows());
    let mut list = paging.list(Order::list(&app.db, (&sought, sort), part).await?, Order::place);
    let keys: Vec<Id<Order>> = list.items.iter().map(|order| order.id).collect();
    let mut items = OrderItem::of(&app.db, &keys).await?;
    let buyers = OrderBuyer::of(&app.db, &list.items).await?;
    Ok(Json(List {
        next_cursor: list.next_cursor.take(),
        total: None,
        items: list
            .items
            .into_iter()
            .map(|order| {
                let own = items.extract_if(.., |item| item.order_id == order.id).collect();
                let buyer = buyers.iter().find(|buyer| Some(buyer.id) == order.user_id);
                sold(l, order, own, buyer.cloned())
            })
            .collect(),
    }))
}

fn sold(l: Locale, order: Order, items: Vec<OrderItem>, buyer: Option<OrderBuyer>) -> SoldOrder {
    SoldOrder { buyer: buyer.map(BuyerWire::from), order: OrderWire::new(l, order, items, None) }
}

/// One order, with its payments as the gateway told of them, refunds and receipts.
#[utoipa::path(
    get, path = "/admin/orders/{number}", tag = "admin", params(("number" = String, Path)),
    responses(
        (status = 200, body = OrderTrail),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    Spoken(l): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<OrderTrail>> {
    Ok(Json(trail(l, Dossier::find(&app.db, &number).await?)))
}

fn trail(l: Locale, of: Dossier) -> OrderTrail {
    let currency = of.order.currency;
    let money = |amount| Money::new(l, kernel::Money { amount, currency });
    let payment = |(payment, heard): (Trail, Vec<HeardEvent>)| PaymentTrail {
        attempt: payment.attempt,
        gateway: payment.gateway,
        mode: payment.mode,
        status: payment.status,
        amount: money(payment.amount),
        checkout_id: payment.checkout_id,
        method: payment.method,
        fee: payment.fee.map(money),
        note: payment.note,
        checks: payment.checks,
        heard: heard
            .into_iter()
            .map(|event| HeardWire { kind: event.kind, received_at: event.received_at })
            .collect(),
        created_at: payment.created_at,
        settled_at: payment.settled_at,
        next_check_at: payment.next_check_at,
    };
    let receipt = |receipt: Receipt| ReceiptWire {
        number: receipt.name(),
        amount: money(receipt.amount),
        issued_at: receipt.issued_at,
    };
    OrderTrail {
        events: of.events.into_iter().map(EventWire::from).collect(),
        payments: of.payments.into_iter().map(payment).collect(),
        refunds: of.refunds.into_iter().map(|refund| RefundWire::new(l, refund)).collect(),
        receipts: of.receipts.into_iter().map(receipt).collect(),
        findings: of.findings.into_iter().map(FindingWire::from).collect(),
        order: sold(l, of.order, of.items, of.buyer),
    }
}

/// Asks the gateway what became of the payments of an order, and does what follows: the order as it stands then.
#[utoipa::path(
    post, path = "/admin/orders/{number}/ask", tag = "admin", params(("number" = String, Path)),
    responses(
        (status = 200, body = OrderTrail),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`nothing_to_ask`, `payments_off`, `unknown_to_gateway`", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn ask(
    admin: Admin,
    Spoken(l): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<OrderTrail>> {
    let order = admin.ask(&number).await?;
    Ok(Json(trail(l, Dossier::find(&admin.app.db, &order.number).await?)))
}

/// Gives an order up that is not paid. The gateway is told first, so that nobody pays it any more.
#[utoipa::path(
    post, path = "/admin/orders/{number}/cancel", tag = "admin", params(("number" = String, Path)),
    responses(
        (status = 200, body = OrderTrail),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`order_over`: it was paid, or is over; `being_paid`; `payment_in_progress`", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn cancel(
    admin: Admin,
    Spoken(l): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<OrderTrail>> {
    let order = admin.cancel(&number).await?;
    Ok(Json(trail(l, Dossier::find(&admin.app.db, &order.number).await?)))
}

/// The receipt of an order as PDF, or a note of credit, in the caller's language.
#[utoipa::path(
    get, path = "/admin/orders/{number}/receipt.pdf", tag = "admin", params(("number" = String, Path), Which),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, description = "Also where no money came for the order", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn receipt(
    admin: Admin,
    Spoken(l): Spoken,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    admin.paper(l, &number, &which.paper).await
}

/// Something about a payment on which the gateway and the shop do not agree.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FindingWire {
    #[schema(value_type = i64)]
    id: Id<Finding>,
    /// `test` or `live`.
    mode: String,
    /// What the gateway calls the payment.
    checkout_id: String,
    kind: FindingKind,
    /// The number of the order; null where there is none.
    order: Option<String>,
    /// What is kept, and what the gateway says.
    #[schema(value_type = Object)]
    details: Value,
    #[schema(value_type = String, format = DateTime)]
    found_at: Timestamp,
}

impl From<Finding> for FindingWire {
    fn from(found: Finding) -> Self {
        Self {
            id: found.id,
            mode: found.mode,
            checkout_id: found.checkout_id,
            kind: found.kind,
            order: found.number,
            details: found.details.0,
            found_at: found.found_at,
        }
    }
}

/// What the nightly look at the gateway's list found, the latest first.
#[utoipa::path(
    get, path = "/admin/payments/findings", tag = "admin", params(PagingParams),
    responses((status = 200, body = List<FindingWire>))
)]
pub(super) async fn findings(
    State(app): State<App>,
    query: ListQuery<NoFilters>,
) -> web::Result<Json<List<FindingWire>>> {
    let rows = Finding::list(&app.db, (query.paging.after()?, query.paging.rows())).await?;
    Ok(Json(query.paging.list(rows, |found| found.id).map(FindingWire::from)))
}
