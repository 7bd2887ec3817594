//! Checkouts as the API shows, lists and ends them, and the balance that paid ones make.

use axum::http::StatusCode;

use super::{Answer, Request, lists, message, not_found};
use crate::checkout::{Checkout, Status};
use crate::config::Mode;
use crate::event::{alter, changes};
use crate::faults::Change;
use crate::gateway::{Act, Gateway, State};
use crate::json::Json;
use crate::resource::Kind;

/// A checkout as an answer shows it, with what the knobs make wrong in it.
fn show(gateway: &Gateway, state: &State, checkout: &Checkout, changes: &[Change]) -> Json {
    let mut shown = checkout.answer(&gateway.around(state, checkout));
    for change in changes {
        alter(&mut shown, change);
    }
    shown
}

/// A 200 with a checkout.
pub(super) fn shown(gateway: &Gateway, state: &mut State, request: &Request<'_>, one: &Checkout) -> Answer {
    let changes = changes(state, Some(request.call.endpoint));
    (StatusCode::OK, show(gateway, state, one, &changes))
}

/// The checkout of the path, in the mode of the call.
fn asked_for(state: &State, request: &Request<'_>) -> Option<Checkout> {
    state.checkout(&request.call.id).filter(|checkout| checkout.mode == request.mode).cloned()
}

pub(super) fn get(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    match asked_for(state, request) {
        Some(checkout) => shown(gateway, state, request, &checkout),
        None => not_found(),
    }
}

pub(super) fn list(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let changes = changes(state, Some(request.call.endpoint));
    let all = state.checkouts[request.mode.index()].clone();
    lists::page(gateway, state, request, "checkouts", all, |state, one| show(gateway, state, &one, &changes))
}

pub(super) fn items(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let Some(checkout) = asked_for(state, request) else { return not_found() };
    let path = format!("checkouts/{}/items", checkout.id);
    lists::page(gateway, state, request, &path, checkout.items, |state, item| {
        let price = state.resource(checkout.mode, Kind::Price, &item.price);
        price.map(|price| price.item(item.quantity, None)).unwrap_or_default()
    })
}

/// Ends a pending checkout: 400 where it has expired already, 403 in any other state.
pub(super) fn expire(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let Some(checkout) = asked_for(state, request) else { return not_found() };
    match checkout.status {
        Status::Expired => message(StatusCode::BAD_REQUEST, "The checkout has already expired."),
        Status::Pending => match gateway.act(state, &checkout.id, Act::Expire, false) {
            Ok(checkout) => shown(gateway, state, request, &checkout),
            Err(refusal) => message(StatusCode::FORBIDDEN, &refusal.to_string()),
        },
        _ => message(StatusCode::FORBIDDEN, "Only a pending checkout can expire."),
    }
}

/// What was paid, less the merchant's part of the fees. All of it is ready for payout, which is a text.
pub(super) fn balance(state: &State, mode: Mode) -> Answer {
    let paid = state.checkouts[mode.index()].iter().filter(|checkout| checkout.status == Status::Paid);
    let dinars =
        paid.fold(0_i64, |sum, checkout| sum.saturating_add(checkout.amount - checkout.fees_on_merchant));
    let wallet = |currency: &str, balance: i64| {
        Json::object([
            ("currency", currency.into()),
            ("balance", balance.into()),
            ("ready_for_payout", balance.to_string().into()),
            ("on_hold", 0.into()),
        ])
    };
    let body = Json::object([
        ("entity", "balance".into()),
        ("livemode", (mode == Mode::Live).into()),
        ("wallets", Json::List(vec![wallet("dzd", dinars), wallet("usd", 0), wallet("eur", 0)])),
    ]);
    (StatusCode::OK, body)
}
