//! Customers, products, prices and payment links: made, changed by `POST` to their own path, shown, listed, deleted.

use axum::http::StatusCode;

use super::{Answer, Request, invalid, lists, not_found};
use crate::config::Mode;
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::resource::{Kind, Resource};
use crate::validate::Input;

pub(super) fn create(gateway: &Gateway, state: &mut State, request: &Request<'_>, kind: Kind) -> Answer {
    let (now, id) = (gateway.now(state), gateway.id(state));
    let none = Json::Object(Vec::new());
    let made = Resource { id, kind, fields: none, items: Vec::new(), created_at: now, updated_at: now };
    match filled(state, request, made, true) {
        Ok(resource) => {
            state.resources[request.mode.index()].push(resource.clone());
            shown(gateway, request, &resource)
        }
        Err(answer) => answer,
    }
}

pub(super) fn update(gateway: &Gateway, state: &mut State, request: &Request<'_>, kind: Kind) -> Answer {
    let Some(found) = state.resource(request.mode, kind, &request.call.id).cloned() else {
        return not_found();
    };
    let now = gateway.now(state);
    match filled(state, request, Resource { updated_at: now, ..found }, false) {
        Ok(resource) => {
            let all = &mut state.resources[request.mode.index()];
            if let Some(place) = all.iter_mut().find(|one| one.id == resource.id) {
                *place = resource.clone();
            }
            shown(gateway, request, &resource)
        }
        Err(answer) => answer,
    }
}

pub(super) fn get(gateway: &Gateway, state: &State, request: &Request<'_>, kind: Kind) -> Answer {
    match state.resource(request.mode, kind, &request.call.id) {
        Some(resource) => shown(gateway, request, resource),
        None => not_found(),
    }
}

pub(super) fn list(gateway: &Gateway, state: &mut State, request: &Request<'_>, kind: Kind) -> Answer {
    let all = of_kind(state, request.mode, kind).cloned().collect();
    lists::page(gateway, state, request, kind.path(), all, |_, one| show(gateway, request.mode, &one))
}

pub(super) fn delete(state: &mut State, request: &Request<'_>, kind: Kind) -> Answer {
    let id = request.call.id.as_str();
    if state.resource(request.mode, kind, id).is_none() {
        return not_found();
    }
    state.resources[request.mode.index()].retain(|one| one.id != id);
    let body = Json::object([
        ("livemode", (request.mode == Mode::Live).into()),
        ("id", id.into()),
        ("entity", kind.entity().into()),
        ("deleted", true.into()),
    ]);
    (StatusCode::OK, body)
}

pub(super) fn prices_of(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let id = request.call.id.as_str();
    if state.resource(request.mode, Kind::Product, id).is_none() {
        return not_found();
    }
    let path = format!("products/{id}/prices");
    let prices = of_kind(state, request.mode, Kind::Price)
        .filter(|price| price.fields.get("product_id").and_then(Json::as_str) == Some(id))
        .cloned()
        .collect();
    lists::page(gateway, state, request, &path, prices, |_, one| show(gateway, request.mode, &one))
}

pub(super) fn items_of(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let id = request.call.id.as_str();
    let Some(link) = state.resource(request.mode, Kind::PaymentLink, id) else { return not_found() };
    let (path, items) = (format!("payment-links/{id}/items"), link.items.clone());
    lists::page(gateway, state, request, &path, items, |state, (price, quantity, adjustable)| {
        let price = state.resource(request.mode, Kind::Price, &price);
        price.map(|price| price.item(quantity, Some(adjustable))).unwrap_or_default()
    })
}

fn of_kind(state: &State, mode: Mode, kind: Kind) -> impl Iterator<Item = &Resource> {
    state.resources[mode.index()].iter().filter(move |one| one.kind == kind)
}

fn show(gateway: &Gateway, mode: Mode, resource: &Resource) -> Json {
    resource.answer(mode, &gateway.page_url(mode, &format!("/payment-links/{}", resource.id)))
}

fn shown(gateway: &Gateway, request: &Request<'_>, resource: &Resource) -> Answer {
    (StatusCode::OK, show(gateway, request.mode, resource))
}

/// A thing with what was sent of it. What is left out of a change stays as it was.
fn filled(
    state: &State,
    request: &Request<'_>,
    mut resource: Resource,
    is_new: bool,
) -> Result<Resource, Answer> {
    let mut input = Input::new(request.body);
    match resource.kind {
        Kind::Customer => customer(&mut input, &mut resource.fields),
        Kind::Product => product(&mut input, &mut resource.fields, is_new),
        Kind::Price if is_new => price(state, request.mode, &mut input, &mut resource.fields),
        // An amount cannot be changed.
        Kind::Price => {}
        Kind::PaymentLink => link(state, request.mode, &mut input, &mut resource, is_new),
    }
    let metadata = input.array("metadata");
    if metadata != Json::Null || is_new {
        resource.fields.set("metadata", metadata);
    }
    if input.errors.is_empty() { Ok(resource) } else { Err(invalid(&input.errors)) }
}

fn keep(fields: &mut Json, field: &str, value: Option<impl Into<Json>>) {
    if let Some(value) = value {
        fields.set(field, value.into());
    }
}

fn customer(input: &mut Input<'_>, fields: &mut Json) {
    for field in ["name", "phone"] {
        keep(fields, field, input.text(field));
    }
    let email = input.text("email");
    if email.as_ref().is_some_and(|email| !email.contains('@')) {
        input.errors.add("email", "The email field must be a valid email address.");
    }
    keep(fields, "email", email);
    let address = input.array("address");
    if address == Json::Null {
        return;
    }
    let country = address.get("country").and_then(Json::as_str).unwrap_or_default();
    if country.len() != 2 || !country.bytes().all(|letter| letter.is_ascii_lowercase()) {
        input.errors.add("address.country", "The selected address.country is invalid.");
    }
    fields.set("address", address);
}

fn product(input: &mut Input<'_>, fields: &mut Json, is_new: bool) {
    if is_new {
        input.require("name");
        fields.set("images", Json::List(Vec::new()));
    }
    for field in ["name", "description"] {
        keep(fields, field, input.text(field));
    }
    match input.array("images") {
        Json::List(images) if images.len() > 8 => {
            input.errors.add("images", "The images field must not have more than 8 items.");
        }
        images @ Json::List(_) => fields.set("images", images),
        _ => {}
    }
}

fn price(state: &State, mode: Mode, input: &mut Input<'_>, fields: &mut Json) {
    for field in ["amount", "currency", "product_id"] {
        input.require(field);
    }
    keep(fields, "amount", input.at_least("amount", 1));
    keep(fields, "currency", input.one_of("currency", &["dzd"]));
    let product = input.text("product_id");
    if product.as_ref().is_some_and(|id| state.resource(mode, Kind::Product, id).is_none()) {
        input.errors.add("product_id", "The selected product id is invalid.");
    }
    keep(fields, "product_id", product);
}

fn link(state: &State, mode: Mode, input: &mut Input<'_>, resource: &mut Resource, is_new: bool) {
    if is_new {
        input.require("name");
        input.require("items");
        resource.fields.set("locale", "ar".into());
        resource.fields.set("collect_shipping_address", 0.into());
    }
    for field in ["name", "after_completion_message"] {
        keep(&mut resource.fields, field, input.text(field));
    }
    keep(&mut resource.fields, "locale", input.one_of("locale", &["ar", "en", "fr"]));
    keep(&mut resource.fields, "pass_fees_to_customer", input.boolean("pass_fees_to_customer"));
    let collects = input.boolean("collect_shipping_address").map(i64::from);
    keep(&mut resource.fields, "collect_shipping_address", collects);
    let Json::List(lines) = input.array("items") else { return };
    resource.items.clear();
    for (n, line) in lines.iter().enumerate() {
        let price = line.get("price").and_then(Json::as_str).unwrap_or_default();
        let quantity = line.get("quantity").and_then(Json::as_i64).unwrap_or(0);
        if state.resource(mode, Kind::Price, price).is_none() {
            input
                .errors
                .add(&format!("items.{n}.price"), format!("The selected items.{n}.price is invalid."));
        }
        if quantity < 1 {
            let text = format!("The items.{n}.quantity field must be at least 1.");
            input.errors.add(&format!("items.{n}.quantity"), text);
        }
        let adjustable = matches!(line.get("adjustable_quantity"), Some(Json::Bool(true)))
            || line.get("adjustable_quantity").and_then(Json::as_i64) == Some(1);
        resource.items.push((price.to_owned(), quantity, adjustable));
    }
}
