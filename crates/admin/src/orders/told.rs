//! How an order stands, what became of it, and what is in doubt, in plain words.

use commerce::desk::{Finding, FindingKind, payment_word};
use commerce::machine::OrderState;
use commerce::{CancelReason, Order, OrderEvent, PaymentStatus};
use i18n::Locale;
use kernel::{Currency, Money};
use maud::{Markup, html};
use serde_json::Value;
use ui::{Icon, icon};

use crate::words::orders as t;

/// How an order stands, in a word.
pub(crate) fn standing(l: Locale, order: &Order) -> Markup {
    let (class, word) = match order.state() {
        OrderState::Pending => ("status status--open", t::status_pending(l)),
        OrderState::Processing => ("status status--open", t::status_processing(l)),
        OrderState::Completed if order.refunded > 0 => ("status status--good", t::status_part_back(l)),
        OrderState::Completed if order.total == 0 => ("status status--good", t::status_free(l)),
        OrderState::Completed => ("status status--good", t::status_completed(l)),
        OrderState::Cancelled(CancelReason::Failed) => ("status status--bad", t::status_failed(l)),
        OrderState::Cancelled(CancelReason::Expired) => ("status", t::status_expired(l)),
        OrderState::Cancelled(CancelReason::ByReader) => ("status", t::status_cancelled(l)),
        OrderState::Cancelled(CancelReason::ByShop) => ("status", t::status_by_shop(l)),
        OrderState::Cancelled(CancelReason::Refunded) => ("status", t::status_refunded(l)),
    };
    html! { span class=(class) { (word) } }
}

/// What became of an order, the first thing first.
pub(super) fn timeline(l: Locale, events: &[OrderEvent]) -> Markup {
    html! {
        ol.timeline role="list" {
            @for event in events {
                @let (label, shape) = happened(l, event);
                li.timeline__event {
                    (icon(shape))
                    span { (label) }
                    span.timeline__at { (i18n::date_time(l, event.at)) }
                }
            }
        }
    }
}

fn happened(l: Locale, event: &OrderEvent) -> (&'static str, Icon) {
    match (event.kind.as_str(), event.details.0.reason) {
        ("placed", _) => (t::event_placed(l), Icon::Bag),
        ("pending", _) => (t::event_pending(l), Icon::Clock),
        ("processing", _) => (t::event_processing(l), Icon::Clock),
        ("completed", _) => (t::event_completed(l), Icon::CircleCheck),
        ("refunded", _) => (t::event_refunded_part(l), Icon::Undo),
        ("money_sent", _) => (t::event_money_sent(l), Icon::CircleCheck),
        ("paid_twice", _) => (t::event_paid_twice(l), Icon::Undo),
        ("cancelled", Some(CancelReason::Failed)) => (t::event_failed(l), Icon::CircleAlert),
        ("cancelled", Some(CancelReason::Expired)) => (t::event_expired(l), Icon::Close),
        ("cancelled", Some(CancelReason::Refunded)) => (t::event_refunded(l), Icon::Undo),
        ("cancelled", Some(CancelReason::ByShop)) => (t::event_by_shop(l), Icon::Close),
        ("cancelled", _) => (t::event_cancelled(l), Icon::Close),
        _ => (t::event_other(l), Icon::Info),
    }
}

/// Where the gateway's list does not agree, in a sentence.
pub(crate) fn finding(l: Locale, finding: &Finding, currency: Currency) -> String {
    let details = &finding.details.0;
    let money = |name: &str| {
        let amount = details.get(name).and_then(Value::as_i64);
        amount.map_or_else(|| "–".to_owned(), |amount| i18n::exact_price(l, Money { amount, currency }))
    };
    match finding.kind {
        FindingKind::NoPayment => t::finding_no_payment(l, &money("amount")),
        FindingKind::Amount => t::finding_amount(l, &money("there"), &money("here")),
        FindingKind::Fee => t::finding_fee(l, &money("there"), &money("here")),
        FindingKind::Status => {
            let word = |name: &str| details.get(name).and_then(Value::as_str).unwrap_or("–");
            let here: Option<PaymentStatus> = word("here").parse().ok();
            let here = here.map_or("–", |status| payment_word(l, status));
            t::finding_status(l, word("there"), here)
        }
    }
}
