//! Refunds, for admins.

use axum::extract::State;
use catalogue::Book;
use catalogue::wire::Money;
use http::StatusCode;
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{App, Json, List, ListQuery, OptionalJson, OrNotFound as _, PagingParams, Path, Problem, Spoken};

use crate::desk::Admin;
use crate::idempotency::{self, IdempotencyKey, IdempotencyParams};
use crate::refund::Wanted;
use crate::{CancelReason, Order, OrderStatus, Refund, RefundKind, RefundState};

/// Money that goes back.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct RefundWire {
    #[schema(value_type = i64)]
    id: Id<Refund>,
    /// The number of the order.
    order: String,
    /// `refund`: an admin decided so; `duplicate_payment`: it came a second time, or for what could not be given.
    kind: RefundKind,
    /// `waiting` for a second admin; `owed`: to be sent by hand; `settled`: it was sent; `declined`.
    state: RefundState,
    amount: Money,
    /// In the words of whoever asked.
    reason: String,
    /// Of the transfer by which it went back.
    reference: Option<String>,
    /// Whether the reader keeps the books.
    keep_books: bool,
    /// Who asked; null where the shop did by itself, or the account is gone.
    asked_by: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// Since when it is owed.
    #[schema(value_type = Option<String>, format = DateTime)]
    approved_at: Option<Timestamp>,
    #[schema(value_type = Option<String>, format = DateTime)]
    settled_at: Option<Timestamp>,
}

impl RefundWire {
    pub(super) fn new(l: Locale, refund: Refund) -> Self {
        Self {
            id: refund.id,
            kind: refund.kind,
            state: refund.state(),
            amount: Money::new(l, refund.amount()),
            order: refund.number,
            reason: refund.note,
            reference: refund.reference,
            keep_books: refund.keeps_books,
            asked_by: refund.asker,
            created_at: refund.created_at,
            approved_at: refund.approved_at,
            settled_at: refund.settled_at,
        }
    }
}

/// A refund with where its order stands then.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct MadeRefund {
    #[serde(flatten)]
    refund: RefundWire,
    /// Where the order stands: `cancelled` once all of it is paid back.
    order_status: OrderStatus,
    order_reason: Option<CancelReason>,
    /// What of the order was paid back in all.
    refunded: Money,
}

/// What is to go back.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct NewRefund {
    /// The books; without them all of the order that is not paid back yet.
    #[schema(value_type = Option<Vec<i64>>)]
    items: Option<Vec<Id<Book>>>,
    /// Why, for the books of the shop; at most 500 characters.
    #[schema(max_length = 500)]
    reason: String,
    /// Of the transfer, where the money was sent already.
    #[schema(max_length = 500)]
    reference: Option<String>,
    /// The reader keeps the books.
    keep_books: bool,
}

async fn show(app: &App, l: Locale, id: Id<Refund>) -> web::Result<MadeRefund> {
    let refund = Refund::find(&app.db, id).await?.or_404()?;
    let order = Order::by_number(&app.db, &refund.number).await?.or_404()?;
    let refunded = kernel::Money { amount: order.refunded, currency: order.currency };
    Ok(MadeRefund {
        refund: RefundWire::new(l, refund),
        order_status: order.status,
        order_reason: order.reason,
        refunded: Money::new(l, refunded),
    })
}

/// Decides that money of an order goes back: the books are taken back, they no longer count as sold, a note of credit is
/// issued. The gateway cannot send it: a person does, and gives the transfer's reference here or to
/// `/admin/refunds/{id}/settle`. Above the amount that the operator set, nothing of it happens before a second admin agrees.
#[utoipa::path(
    post, path = "/admin/orders/{number}/refund", tag = "admin", request_body = Option<NewRefund>,
    params(("number" = String, Path), IdempotencyParams),
    responses(
        (status = 201, body = MadeRefund),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`not_paid`, `nothing_to_refund`, `in_progress`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`items`: `not_in_order`; `reason`, `reference`: `too_long`; the key was used for another request", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn make(
    admin: Admin,
    Spoken(l): Spoken,
    key: IdempotencyKey,
    Path(number): Path<String>,
    OptionalJson(new): OptionalJson<NewRefund>,
) -> web::Result<(StatusCode, Json<serde_json::Value>)> {
    let (app, user) = (admin.app.clone(), admin.me.user);
    let route = format!("/admin/orders/{}/refund", number.to_ascii_uppercase());
    let body = serde_json::to_value(&new).map_err(anyhow::Error::from)?;
    idempotency::once(&app, user, &route, (key, &body), move |_| async move {
        let wanted = Wanted {
            books: new.items.as_deref(),
            note: &new.reason,
            reference: new.reference.as_deref(),
            keeps_books: new.keep_books,
        };
        let id = admin.refund(&number, wanted).await?;
        let made = show(&admin.app, l, id).await?;
        Ok((StatusCode::CREATED, serde_json::to_value(made).map_err(anyhow::Error::from)?))
    })
    .await
}

/// Which refunds.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filters {
    /// Only those that stand so.
    #[param(inline)]
    state: Option<RefundState>,
}

/// Refunds, the latest first.
#[utoipa::path(
    get, path = "/admin/refunds", tag = "admin", params(Filters, PagingParams),
    responses(
        (status = 200, body = List<RefundWire>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn list(
    State(app): State<App>,
    Spoken(l): Spoken,
    query: ListQuery<Filters>,
) -> web::Result<Json<List<RefundWire>>> {
    let part = (query.paging.after()?, query.paging.rows());
    let rows = Refund::list(&app.db, query.filters.state, part).await?;
    Ok(Json(query.paging.list(rows, |refund| refund.id).map(|refund| RefundWire::new(l, refund))))
}

/// Agrees to what another admin asked for: it takes effect.
#[utoipa::path(
    post, path = "/admin/refunds/{id}/approve", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = MadeRefund),
        (status = 403, description = "`oneself_asked`", body = Problem, content_type = "application/problem+json"),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`wrong_state`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn approve(
    admin: Admin,
    Spoken(l): Spoken,
    Path(id): Path<Id<Refund>>,
) -> web::Result<Json<MadeRefund>> {
    admin.approve(id).await?;
    show(&admin.app, l, id).await.map(Json)
}

/// Does not agree to what was asked for, or takes it back: nothing of it happens.
#[utoipa::path(
    post, path = "/admin/refunds/{id}/decline", tag = "admin", params(("id" = i64, Path)),
    responses(
        (status = 200, body = MadeRefund),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`wrong_state`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn decline(
    admin: Admin,
    Spoken(l): Spoken,
    Path(id): Path<Id<Refund>>,
) -> web::Result<Json<MadeRefund>> {
    admin.decline(id).await?;
    show(&admin.app, l, id).await.map(Json)
}

/// How the money went back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Transfer {
    /// The reference of the transfer: of the postal account or the bank.
    #[schema(max_length = 500)]
    reference: String,
}

/// Writes down that what was owed was sent.
#[utoipa::path(
    post, path = "/admin/refunds/{id}/settle", tag = "admin", params(("id" = i64, Path)), request_body = Transfer,
    responses(
        (status = 200, body = MadeRefund),
        (status = 404, body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "`wrong_state`", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "`reference`: `missing` or `too_long`", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(super) async fn settle(
    admin: Admin,
    Spoken(l): Spoken,
    Path(id): Path<Id<Refund>>,
    Json(transfer): Json<Transfer>,
) -> web::Result<Json<MadeRefund>> {
    admin.settle(id, &transfer.reference).await?;
    show(&admin.app, l, id).await.map(Json)
}
