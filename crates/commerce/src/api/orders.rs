//! Orders.

use axum::extract::State;
use catalogue::Book;
use catalogue::wire::Money;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{
    App, Created, Json, List, ListQuery, OrNotFound as _, PagingParams, Path, Problem, Signed, Spoken,
};

use crate::buying::Buying;
use crate::{CancelReason, Order, OrderEvent, OrderItem, OrderStatus};

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct OrderWire {
    /// What people call it.
    number: String,
    status: OrderStatus,
    /// Why it is cancelled; null where it is not.
    reason: Option<CancelReason>,
    total: Money,
    /// What of the total was paid back.
    refunded: Money,
    items: Vec<ItemWire>,
    /// Where it is paid, where that was asked for; null for what costs nothing, and where the gateway did not answer:
    /// `POST /orders/{number}/pay` asks again.
    payment_url: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    updated_at: Timestamp,
    /// When it was paid.
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
}

/// A book as it was bought.
#[derive(Debug, Serialize, ToSchema)]
struct ItemWire {
    /// Null where the book is gone.
    #[schema(value_type = Option<i64>)]
    book_id: Option<Id<Book>>,
    title: String,
    /// In one line.
    authors: String,
    isbn: Option<String>,
    formats: Vec<String>,
    price: Money,
    /// When it was taken back and paid back.
    #[schema(value_type = Option<String>, format = DateTime)]
    refunded_at: Option<Timestamp>,
}

impl OrderWire {
    fn new(l: Locale, order: Order, items: Vec<OrderItem>, payment_url: Option<String>) -> Self {
        let money = |amount| Money::new(l, kernel::Money { amount, currency: order.currency });
        let item = |item: OrderItem| ItemWire {
            book_id: item.book_id,
            title: item.title,
            authors: item.authors,
            isbn: item.isbn,
            formats: item.formats.split(',').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
            price: money(item.amount),
            refunded_at: item.refunded_at,
        };
        Self {
            items: items.into_iter().map(item).collect(),
            total: money(order.total),
            refunded: money(order.refunded),
            number: order.number,
            status: order.status,
            reason: order.reason,
            payment_url,
            created_at: order.created_at,
            updated_at: order.updated_at,
            completed_at: order.completed_at,
        }
    }
}

/// An order with what became of it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct WholeOrder {
    #[serde(flatten)]
    order: OrderWire,
    /// What became of it, the first thing first.
    events: Vec<EventWire>,
}

/// Something that became of an order.
#[derive(Debug, Serialize, ToSchema)]
struct EventWire {
    /// `placed`, or the status that it has since.
    kind: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

/// What the caller agreed to.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(default)]
pub(super) struct NewOrder {
    /// `quote_hash` of `GET /cart`. Without it the prices count that the cart showed last.
    quote_hash: Option<String>,
}

/// Makes an order of what is in the cart, which is empty then. What costs nothing is in the library at once.
#[utoipa::path(
    post, path = "/orders", tag = "buying", request_body = NewOrder,
    responses(
        (status = 201, body = OrderWire),
        (status = 409, description = "`cart_empty`, `quote_changed`: read the cart again; `payments_off`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`total`: `too_low`", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The gateway cannot be reached; the cart is as it was", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn place(
    buying: Buying,
    Spoken(locale): Spoken,
    Json(new): Json<NewOrder>,
) -> web::Result<Created<Json<OrderWire>>> {
    let made = buying.place(locale, new.quote_hash.as_deref()).await?;
    let items = OrderItem::of(&buying.app.db, &[made.order.id]).await?;
    let pay_at = made.pay_at.map(String::from);
    Ok(Created(Json(OrderWire::new(locale, made.order, items, pay_at))))
}

/// Which orders.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// Only those that stand so.
    #[param(inline)]
    status: Option<OrderStatus>,
}

/// One's own orders, the latest first.
#[utoipa::path(
    get, path = "/orders", tag = "buying", params(Wanted, PagingParams),
    responses(
        (status = 200, body = List<OrderWire>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Signed(me): Signed,
    Spoken(locale): Spoken,
    query: ListQuery<Wanted>,
) -> web::Result<Json<List<OrderWire>>> {
    let part = (query.paging.after()?, query.paging.rows());
    let orders = Order::of(&app.db, me.user, (query.filters.status, None), part).await?;
    let list = query.paging.list(orders, |order| order.id);
    let ids: Vec<Id<Order>> = list.items.iter().map(|order| order.id).collect();
    let mut items = OrderItem::of(&app.db, &ids).await?;
    Ok(Json(list.map(|order| {
        let own = items.extract_if(.., |item| item.order_id == order.id).collect();
        OrderWire::new(locale, order, own, None)
    })))
}

/// One of one's own orders.
#[utoipa::path(
    get, path = "/orders/{number}", tag = "buying", params(("number" = String, Path)),
    responses(
        (status = 200, body = WholeOrder),
        (status = 404, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn get(
    State(app): State<App>,
    Signed(me): Signed,
    Spoken(locale): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<WholeOrder>> {
    let order = Order::find(&app.db, me.user, &number).await?.or_404()?;
    let items = OrderItem::of(&app.db, &[order.id]).await?;
    let events = OrderEvent::of(&app.db, order.id).await?;
    let event = |event: OrderEvent| EventWire { kind: event.kind, at: event.at };
    let events = events.into_iter().map(event).collect();
    Ok(Json(WholeOrder { order: OrderWire::new(locale, order, items, None), events }))
}

/// Where an order is paid.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PayWire {
    payment_url: String,
}

/// Has an order paid that is not paid yet: where it is paid. A page that is open already is answered again while it lives.
#[utoipa::path(
    post, path = "/orders/{number}/pay", tag = "buying", params(("number" = String, Path)),
    responses(
        (status = 200, body = PayWire),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`already_paid`, `already_owned`, `being_paid`, `order_over`, `payment_in_progress`: try again in a moment; `payments_off`", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn pay(
    buying: Buying,
    Spoken(locale): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<PayWire>> {
    let url = buying.pay(&number, locale).await?;
    Ok(Json(PayWire { payment_url: url.into() }))
}

/// Gives an order up that is not paid yet. The gateway is told first, so that nobody pays it any more.
#[utoipa::path(
    post, path = "/orders/{number}/cancel", tag = "buying", params(("number" = String, Path)),
    responses(
        (status = 200, body = OrderWire),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`order_over`: it was paid, or is over; `being_paid`; `payment_in_progress`", body = Problem, content_type = "application/problem+json"),
        (status = 503, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn cancel(
    buying: Buying,
    Spoken(locale): Spoken,
    Path(number): Path<String>,
) -> web::Result<Json<OrderWire>> {
    let order = buying.cancel(&number).await?;
    let items = OrderItem::of(&buying.app.db, &[order.id]).await?;
    Ok(Json(OrderWire::new(locale, order, items, None)))
}
