//! The control routes under `/double`: what a test does with the double besides calling the gateway's API.

use axum::Json as Body;
use axum::Router;
use axum::extract::rejection::JsonRejection;
use axum::extract::{Path, Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::checkout::{Checkout, Status};
use crate::delivery::{Delivery, Order};
use crate::endpoint::Endpoint;
use crate::gateway::{Act, Gateway, Refusal, State};
use crate::knobs::Knobs;
use crate::page::return_url;
use crate::requests::Asked;

pub(crate) fn routes() -> Router<Gateway> {
    Router::new()
        .route("/double/knobs", get(knobs).put(set_knobs).delete(reset_knobs))
        .route("/double/clock", get(clock).post(move_clock))
        .route("/double/checkouts", get(checkouts))
        .route("/double/checkouts/{id}", get(checkout))
        .route("/double/checkouts/{id}/{act}", post(act))
        .route("/double/events/{checkout_id}", post(send_event))
        .route("/double/requests", get(requests).delete(forget_requests))
        .route("/double/deliveries", get(deliveries).delete(forget_deliveries))
        .route("/double/deliveries/release", post(release))
        .route("/double/settle", post(settle))
        .route("/double/reset", post(reset))
}

/// What a control route refuses, as `{"message": …}`.
struct Refused(StatusCode, String);

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Body(json!({ "message": self.1 }))).into_response()
    }
}
impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let status = match refusal {
            Refusal::Unknown(_) => StatusCode::NOT_FOUND,
            Refusal::State(_) => StatusCode::CONFLICT,
        };
        Self(status, refusal.to_string())
    }
}
impl From<JsonRejection> for Refused {
    fn from(rejection: JsonRejection) -> Self {
        Self(StatusCode::BAD_REQUEST, rejection.body_text())
    }
}

async fn knobs(Shared(gateway): Shared<Gateway>) -> Body<Knobs> {
    Body(gateway.state().knobs.clone())
}

async fn set_knobs(
    Shared(gateway): Shared<Gateway>,
    body: Result<Body<Knobs>, JsonRejection>,
) -> Result<Body<Knobs>, Refused> {
    let Body(knobs) = body?;
    gateway.state().knobs = knobs.clone();
    Ok(Body(knobs))
}

async fn reset_knobs(Shared(gateway): Shared<Gateway>) -> Body<Knobs> {
    let knobs = gateway.config.knobs.clone();
    gateway.state().knobs = knobs.clone();
    Body(knobs)
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    /// Seconds; negative ones go back.
    advance_s: i64,
}

async fn clock(Shared(gateway): Shared<Gateway>) -> Body<serde_json::Value> {
    let state = gateway.state();
    Body(json!({ "now": gateway.now(&state), "moved_s": state.moved_s }))
}

async fn move_clock(
    Shared(gateway): Shared<Gateway>,
    body: Result<Body<Advance>, JsonRejection>,
) -> Result<Body<serde_json::Value>, Refused> {
    let Body(Advance { advance_s }) = body?;
    gateway.advance(advance_s);
    Ok(clock(Shared(gateway)).await)
}

/// A checkout and what the API does not show of it.
#[derive(Serialize)]
struct Shown {
    #[serde(flatten)]
    checkout: Checkout,
    checkout_url: String,
    /// Where the payer goes next, where an act says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    return_url: Option<String>,
}

fn shown(gateway: &Gateway, state: &State, checkout: Checkout, return_url: Option<String>) -> Shown {
    let checkout_url = gateway.around(state, &checkout).url;
    Shown { checkout, checkout_url, return_url }
}

async fn checkouts(Shared(gateway): Shared<Gateway>) -> Body<Vec<Shown>> {
    let state = gateway.state();
    let all = state.checkouts.iter().flatten();
    Body(all.map(|one| shown(&gateway, &state, one.clone(), None)).collect())
}

async fn checkout(Shared(gateway): Shared<Gateway>, Path(id): Path<String>) -> Result<Body<Shown>, Refused> {
    let state = gateway.state();
    let checkout = state.checkout(&id).cloned().ok_or(Refusal::Unknown(id))?;
    Ok(Body(shown(&gateway, &state, checkout, None)))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ByForce {
    /// Whether the checkout's state does not matter.
    #[serde(default)]
    force: bool,
}

async fn act(
    Shared(gateway): Shared<Gateway>,
    Path((id, act)): Path<(String, Act)>,
    Query(ByForce { force }): Query<ByForce>,
) -> Result<Body<Shown>, Refused> {
    let mut state = gateway.state();
    let checkout = gateway.act(&mut state, &id, act, force)?;
    let return_url = return_url(&checkout, act);
    Ok(Body(shown(&gateway, &state, checkout, return_url)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct NewEvent {
    /// The state that a new event tells; without it the last event of the checkout is sent again.
    status: Option<Status>,
}

async fn send_event(
    Shared(gateway): Shared<Gateway>,
    Path(id): Path<String>,
    body: String,
) -> Result<Body<crate::event::Event>, Refused> {
    let NewEvent { status } = parsed(&body)?;
    let event = gateway.send_event(&id, status)?;
    Ok(Body(event))
}

/// A body that may be missing.
fn parsed<T: Default + for<'a> Deserialize<'a>>(body: &str) -> Result<T, Refused> {
    if body.trim().is_empty() {
        return Ok(T::default());
    }
    serde_json::from_str(body).map_err(|error| Refused(StatusCode::BAD_REQUEST, error.to_string()))
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnlyCalls {
    endpoint: Option<Endpoint>,
}

async fn requests(
    Shared(gateway): Shared<Gateway>,
    Query(OnlyCalls { endpoint }): Query<OnlyCalls>,
) -> Body<Vec<Asked>> {
    let state = gateway.state();
    let wanted = state.requests.iter().filter(|one| endpoint.is_none() || one.endpoint == endpoint);
    Body(wanted.cloned().collect())
}

async fn forget_requests(Shared(gateway): Shared<Gateway>) -> StatusCode {
    gateway.state().requests.clear();
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OnlyOf {
    checkout_id: Option<String>,
}

async fn deliveries(
    Shared(gateway): Shared<Gateway>,
    Query(OnlyOf { checkout_id }): Query<OnlyOf>,
) -> Body<Vec<Delivery>> {
    let state = gateway.state();
    let wanted = state
        .deliveries
        .iter()
        .filter(|one| checkout_id.as_ref().is_none_or(|wanted| *wanted == one.checkout_id));
    Body(wanted.cloned().collect())
}

async fn forget_deliveries(Shared(gateway): Shared<Gateway>) -> StatusCode {
    let mut state = gateway.state();
    state.deliveries.clear();
    state.letters.clear();
    StatusCode::NO_CONTENT
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Release {
    order: Order,
}

async fn release(Shared(gateway): Shared<Gateway>, body: String) -> Result<Body<serde_json::Value>, Refused> {
    let Release { order } = parsed(&body)?;
    Ok(Body(json!({ "released": gateway.release(order) })))
}

async fn settle(Shared(gateway): Shared<Gateway>) -> StatusCode {
    gateway.settle().await;
    StatusCode::NO_CONTENT
}

async fn reset(Shared(gateway): Shared<Gateway>) -> StatusCode {
    gateway.reset();
    StatusCode::NO_CONTENT
}
