//! Orders.

use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};
use web::{
    App, Error, Json, List, ListQuery, OrNotFound as _, PagingParams, Path, Problem, Query, Signed, Spoken,
};

use crate::buying::Buying;
use crate::idempotency::{self, IdempotencyKey, IdempotencyParams};
use crate::receipts::{self, Which};
use crate::wire::OrderWire;
use crate::{Order, OrderEvent, OrderItem, OrderStatus};

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
pub(super) struct EventWire {
    /// `placed`, or the status that it has since; `refunded`: a part was paid back; `money_sent`: what was owed went back;
    /// `paid_twice`.
    kind: String,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
}

impl From<OrderEvent> for EventWire {
    fn from(event: OrderEvent) -> Self {
        Self { kind: event.kind, at: event.at }
    }
}

/// What the caller agreed to.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub(super) struct NewOrder {
    /// `quote_hash` of `GET /cart`. Without it the prices count that the cart showed last.
    quote_hash: Option<String>,
}

/// Makes an order of what is in the cart, which is empty then. What costs nothing is in the library at once.
#[utoipa::path(
    post, path = "/orders", tag = "buying", request_body = NewOrder, params(IdempotencyParams),
    responses(
        (status = 201, body = OrderWire),
        (status = 409, description = "`cart_empty`, `quote_changed`: read the cart again; `payments_off`; `in_progress`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`total`: `too_low`; the key was used for another request", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "The gateway cannot be reached; the cart is as it was", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn place(
    buying: Buying,
    Spoken(locale): Spoken,
    key: IdempotencyKey,
    Json(new): Json<NewOrder>,
) -> web::Result<(StatusCode, Json<Value>)> {
    let (app, user) = (buying.app.clone(), buying.me.user);
    let body = to_value(&new)?;
    idempotency::once(&app, user, "/orders", (key, &body), move |ticket| async move {
        let made = buying.place(locale, new.quote_hash.as_deref(), &ticket).await?;
        let items = OrderItem::of(&buying.app.db, &[made.order.id]).await?;
        let order = OrderWire::new(locale, made.order, items, made.pay_at.map(String::from));
        Ok((StatusCode::CREATED, to_value(&order)?))
    })
    .await
}

fn to_value(body: &impl Serialize) -> web::Result<Value> {
    serde_json::to_value(body).map_err(|error| Error::Internal(error.into()))
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
    let events = events.into_iter().map(EventWire::from).collect();
    Ok(Json(WholeOrder { order: OrderWire::new(locale, order, items, None), events }))
}

/// The receipt of one's own order as PDF, or a note of credit, in the caller's language.
#[utoipa::path(
    get, path = "/orders/{number}/receipt.pdf", tag = "buying", params(("number" = String, Path), Which),
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, description = "Also where no money came for the order", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn receipt(
    State(app): State<App>,
    Signed(me): Signed,
    Spoken(locale): Spoken,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    receipts::one(&app, me.user, &number, &which).await?.file(locale).await
}

/// Sends the latest receipt, or note of credit, of one's own order by mail once more.
#[utoipa::path(
    post, path = "/orders/{number}/receipt/mail", tag = "buying", params(("number" = String, Path)),
    responses(
        (status = 202, description = "It is on its way"),
        (status = 404, description = "Also where no money came for the order", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn mail_receipt(buying: Buying, Path(number): Path<String>) -> web::Result<StatusCode> {
    buying.mail_receipt(&number).await.map(|()| StatusCode::ACCEPTED)
}

/// Where an order is paid.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct PayWire {
    payment_url: String,
}

/// Has an order paid that is not paid yet: where it is paid. A page that is open already is answered again while it lives.
#[utoipa::path(
    post, path = "/orders/{number}/pay", tag = "buying", params(("number" = String, Path), IdempotencyParams),
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
    key: IdempotencyKey,
    Path(number): Path<String>,
) -> web::Result<(StatusCode, Json<Value>)> {
    let (app, user) = (buying.app.clone(), buying.me.user);
    let route = format!("/orders/{}/pay", number.to_ascii_uppercase());
    idempotency::once(&app, user, &route, (key, &()), move |_| async move {
        let url = buying.pay(&number, locale).await?;
        Ok((StatusCode::OK, to_value(&PayWire { payment_url: url.into() })?))
    })
    .await
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
