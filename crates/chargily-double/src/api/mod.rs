//! The API: who may call, what is asked for, what is answered, and what goes wrong on the way.

mod bad;
mod checkouts;
mod create;
mod lists;
mod resources;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State as Shared};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::Response;

use crate::config::Mode;
use crate::endpoint::{Call, Endpoint, NoCall, find};
use crate::faults::{ApiFault, BadAnswer};
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::php;
use crate::requests::Asked;
use crate::resource::Kind;
use crate::validate::Errors;

/// An answer before it is bytes: a status and a body.
type Answer = (StatusCode, Json);

/// What a call is made with.
pub(crate) struct Request<'a> {
    pub(crate) mode: Mode,
    pub(crate) call: &'a Call,
    pub(crate) query: &'a str,
    /// The body; an empty object where there was no JSON, as with Laravel.
    pub(crate) body: &'a Json,
}

/// A call in test mode.
pub(crate) async fn test(
    Shared(gateway): Shared<Gateway>,
    Path(path): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    answer(&gateway, Mode::Test, &path, (method, uri, headers, body)).await
}

/// A call in live mode.
pub(crate) async fn live(
    Shared(gateway): Shared<Gateway>,
    Path(path): Path<String>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    answer(&gateway, Mode::Live, &path, (method, uri, headers, body)).await
}

async fn answer(
    gateway: &Gateway,
    mode: Mode,
    path: &str,
    (method, uri, headers, bytes): (Method, Uri, HeaderMap, Bytes),
) -> Response {
    let call = find(method.as_str(), path);
    let asked = Asked {
        number: 0,
        at: 0,
        mode,
        method: method.to_string(),
        path: uri.path().to_owned(),
        query: uri.query().unwrap_or_default().to_owned(),
        endpoint: call.as_ref().ok().map(|call| call.endpoint),
        authorised: brings_key(&headers, gateway.config.key(mode)),
        body: json_of(&headers, &bytes),
        status: None,
        fault: None,
    };
    let (number, (status, json), fault) = enter(gateway, asked, &call, &headers);
    let response = match fault {
        Some(fault) => bad::answer(fault.answer, status, &json).await,
        None => response(status, &json),
    };
    if let Some(asked) = gateway.state().request_mut(number) {
        asked.status = Some(response.status().as_u16()).filter(|_| asked.fault != Some(BadAnswer::Reset));
    }
    response
}

/// Enters a call into the log and carries it out: its number there, the true answer, and the fault that it met.
fn enter(
    gateway: &Gateway,
    mut asked: Asked,
    call: &Result<Call, NoCall>,
    headers: &HeaderMap,
) -> (usize, Answer, Option<ApiFault>) {
    let mut state = gateway.state();
    state.last_request += 1;
    asked.number = state.last_request;
    asked.at = gateway.now(&state);
    let (answer, fault) = if asked.authorised {
        let nothing = Json::Object(Vec::new());
        let body = asked.body.as_ref().unwrap_or(&nothing);
        let request = |call| Request { mode: asked.mode, call, query: &asked.query, body };
        carry_out(gateway, &mut state, call.as_ref().map(request).map_err(|none| *none))
    } else {
        (message(StatusCode::UNAUTHORIZED, "Unauthenticated."), None)
    };
    asked.fault = fault.as_ref().map(|fault| fault.answer.clone());
    let number = asked.number;
    state.requests.push(asked);
    (number, redirected(&state, headers, answer), fault)
}

/// Does what is asked for, unless a fault forbids it.
fn carry_out(
    gateway: &Gateway,
    state: &mut State,
    request: Result<Request<'_>, NoCall>,
) -> (Answer, Option<ApiFault>) {
    let request = match request {
        Ok(request) => request,
        Err(NoCall::Method) => {
            let text = "The method is not supported for this route.";
            return (message(StatusCode::METHOD_NOT_ALLOWED, text), None);
        }
        Err(NoCall::Unknown) => return (not_found(), None),
    };
    let fault = state.knobs.api.iter_mut().find_map(|fault| {
        let here = fault.on.is_none_or(|on| on == request.call.endpoint);
        (here && fault.often.strikes()).then(|| fault.clone())
    });
    if fault.as_ref().is_some_and(|fault| !fault.persists()) {
        return ((StatusCode::OK, Json::Null), fault);
    }
    (dispatch(gateway, state, &request), fault)
}

fn dispatch(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let call = request.call;
    match (call.endpoint, call.kind) {
        (Endpoint::CreateCheckout, _) => create::checkout(gateway, state, request),
        (Endpoint::GetCheckout, _) => checkouts::get(gateway, state, request),
        (Endpoint::ListCheckouts, _) => checkouts::list(gateway, state, request),
        (Endpoint::CheckoutItems, _) => checkouts::items(gateway, state, request),
        (Endpoint::ExpireCheckout, _) => checkouts::expire(gateway, state, request),
        (Endpoint::Balance, _) => checkouts::balance(state, request.mode),
        (Endpoint::CreateResource, Some(kind)) => resources::create(gateway, state, request, kind),
        (Endpoint::UpdateResource, Some(kind)) => resources::update(gateway, state, request, kind),
        (Endpoint::GetResource, Some(kind)) => resources::get(gateway, state, request, kind),
        (Endpoint::ListResources, Some(kind)) => resources::list(gateway, state, request, kind),
        (Endpoint::DeleteResource, Some(kind)) => resources::delete(state, request, kind),
        (Endpoint::ProductPrices, _) => resources::prices_of(gateway, state, request),
        (Endpoint::LinkItems, Some(Kind::PaymentLink)) => resources::items_of(gateway, state, request),
        _ => not_found(),
    }
}

/// Where a call does not say that it wants JSON, refused input sends a browser back.
fn redirected(state: &State, headers: &HeaderMap, answer: Answer) -> Answer {
    let wants_json = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("json"));
    if answer.0 == StatusCode::UNPROCESSABLE_ENTITY && state.knobs.redirect_without_accept && !wants_json {
        return (StatusCode::FOUND, Json::Null);
    }
    answer
}

fn response(status: StatusCode, json: &Json) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if status == StatusCode::FOUND {
        headers.insert(header::LOCATION, header::HeaderValue::from_static("/"));
        return response;
    }
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static("application/json"));
    *response.body_mut() = Body::from(php::encode(json));
    response
}

fn brings_key(headers: &HeaderMap, key: &str) -> bool {
    headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.strip_prefix("Bearer "))
        .is_some_and(|brought| brought == key)
}

fn json_of(headers: &HeaderMap, bytes: &[u8]) -> Option<Json> {
    let is_json = headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.contains("json"));
    is_json.then(|| serde_json::from_slice(bytes).ok()).flatten()
}

fn message(status: StatusCode, text: &str) -> Answer {
    (status, Json::object([("message", text.into())]))
}

fn not_found() -> Answer {
    message(StatusCode::NOT_FOUND, "Not found.")
}

fn invalid(errors: &Errors) -> Answer {
    (StatusCode::UNPROCESSABLE_ENTITY, errors.body())
}
