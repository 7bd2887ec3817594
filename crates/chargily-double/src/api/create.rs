//! `POST /checkouts`: what may be asked for, and the checkout that comes of it.

use super::{Answer, Request, checkouts, invalid};
use crate::checkout::{Checkout, Discount, Item, Status};
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::resource::Kind;
use crate::validate::Input;

pub(super) fn checkout(gateway: &Gateway, state: &mut State, request: &Request<'_>) -> Answer {
    let mut input = Input::new(request.body);
    let checkout = read(gateway, state, request, &mut input);
    if !input.errors.is_empty() {
        return invalid(&input.errors);
    }
    state.checkouts[request.mode.index()].push(checkout.clone());
    checkouts::shown(gateway, state, request, &checkout)
}

/// The checkout of an input; not to be kept where the input has errors.
fn read(gateway: &Gateway, state: &State, request: &Request<'_>, input: &mut Input<'_>) -> Checkout {
    let now = gateway.now(state);
    input.require("success_url");
    let (total, items) = total(state, request, input);
    let discount = discount(input, total);
    let amount = total - reduction(discount.as_ref(), total);
    let customer_id = customer(state, request, input).unwrap_or_else(|| gateway.id(state));
    Checkout {
        id: gateway.id(state),
        mode: request.mode,
        amount,
        amount_without_discount: discount.is_some().then_some(total),
        discount,
        items,
        fees: 0,
        fees_on_merchant: 0,
        fees_on_customer: 0,
        fees_allocation: input
            .one_of("chargily_pay_fees_allocation", &["customer", "merchant", "split"])
            .unwrap_or_else(|| "customer".to_owned()),
        pass_fees_to_customer: input.boolean("pass_fees_to_customer").into(),
        status: Status::Pending,
        locale: input.one_of("locale", &["ar", "en", "fr"]).unwrap_or_else(|| "ar".to_owned()),
        description: input.text("description"),
        metadata: input.array("metadata"),
        success_url: input.url("success_url").unwrap_or_default(),
        failure_url: input.url("failure_url"),
        webhook_endpoint: input.url("webhook_endpoint"),
        payment_method: input.one_of("payment_method", &["edahabia", "cib", "chargily_app"]),
        customer_id,
        shipping_address: input.text("shipping_address").into(),
        collect_shipping_address: input.boolean("collect_shipping_address").unwrap_or(false),
        created_at: now,
        updated_at: now,
        history: vec![(Status::Pending, now)],
        hidden_until: None,
    }
}

/// The customer that was named, who must exist.
fn customer(state: &State, request: &Request<'_>, input: &mut Input<'_>) -> Option<String> {
    let id = input.text("customer_id")?;
    if state.resource(request.mode, Kind::Customer, &id).is_none() {
        input.errors.add("customer_id", "The selected customer id is invalid.");
    }
    Some(id)
}

/// What is to be paid before a discount: the amount that was sent, or the sum of the items.
fn total(state: &State, request: &Request<'_>, input: &mut Input<'_>) -> (i64, Vec<Item>) {
    let lines = input.array("items");
    if let Json::List(lines) = &lines
        && !lines.is_empty()
    {
        let (total, items) = items(state, request, lines, input);
        return (total, items);
    }
    if input.value("amount").is_none() {
        input.errors.add("amount", "The amount field is required when items is not present.");
        input.errors.add("items", "The items field is required when amount is not present.");
    }
    let amount = input.at_least("amount", state.knobs.minimum_amount);
    if amount.is_some() && input.value("currency").is_none() {
        input.errors.add("currency", "The currency field is required when amount is present.");
    }
    input.one_of("currency", &["dzd"]);
    (amount.unwrap_or(0), Vec::new())
}

fn items(state: &State, request: &Request<'_>, lines: &[Json], input: &mut Input<'_>) -> (i64, Vec<Item>) {
    let mut total = 0_i64;
    let mut items = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let id = line.get("price").and_then(Json::as_str).unwrap_or_default();
        let price = state.resource(request.mode, Kind::Price, id);
        let quantity = line.get("quantity").and_then(Json::as_i64).filter(|quantity| *quantity >= 1);
        if price.is_none() {
            input
                .errors
                .add(&format!("items.{n}.price"), format!("The selected items.{n}.price is invalid."));
        }
        if quantity.is_none() {
            let text = format!("The items.{n}.quantity field must be at least 1.");
            input.errors.add(&format!("items.{n}.quantity"), text);
        }
        if let (Some(price), Some(quantity)) = (price, quantity) {
            let amount = price.fields.get("amount").and_then(Json::as_i64).unwrap_or(0);
            total = total.saturating_add(amount.saturating_mul(quantity));
            items.push(Item { price: id.to_owned(), quantity });
        }
    }
    if input.errors.is_empty() && total < state.knobs.minimum_amount {
        let least = state.knobs.minimum_amount;
        input.errors.add("amount", format!("The amount field must be greater than or equal to {least}."));
    }
    (total, items)
}

fn discount(input: &mut Input<'_>, total: i64) -> Option<Discount> {
    let (percentage, amount) = (input.value("percentage_discount"), input.value("amount_discount"));
    if percentage.is_some() && amount.is_some() {
        let text = "The percentage discount field prohibits amount discount from being present.";
        input.errors.add("percentage_discount", text);
        return None;
    }
    if let Some(value) = percentage {
        let Some(0.0..=100.0) = as_number(value) else {
            let text = "The percentage discount field must be between 0 and 100.";
            input.errors.add("percentage_discount", text);
            return None;
        };
        return Some(Discount { kind: "percentage", value: value.clone() });
    }
    let value = amount?;
    if !as_number(value).is_some_and(|number| number >= 0.0 && value.as_i64().is_none_or(|n| n <= total)) {
        input.errors.add("amount_discount", "The amount discount field must be between 0 and the amount.");
        return None;
    }
    Some(Discount { kind: "amount", value: value.clone() })
}

fn as_number(value: &Json) -> Option<f64> {
    if let Json::Number(number) = value { number.as_f64() } else { None }
}

/// So many dinars less.
#[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "amounts are small")]
fn reduction(discount: Option<&Discount>, total: i64) -> i64 {
    let Some(discount) = discount else { return 0 };
    let value = as_number(&discount.value).unwrap_or(0.0);
    let less = if discount.kind == "percentage" { total as f64 * value / 100.0 } else { value };
    (less.round() as i64).clamp(0, total)
}
