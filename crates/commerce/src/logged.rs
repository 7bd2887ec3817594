//! What admins do about orders and libraries, as the audit log tells it to a reader of it: the log itself has words of the
//! program.

use accounts::audit::Part;
use i18n::Locale;
use kernel::Money;
use serde_json::Value;

use crate::{OrderStatus, PaymentStatus, RefundState, t};

/// Says a part of an entry, where it is one of buying.
pub(crate) fn say(l: Locale, part: Part<'_>) -> Option<String> {
    let word = match part {
        Part::Act(act) => self::act(l, act)?,
        Part::Kind("order") => t::log_order(l),
        Part::Field(field) => self::field(l, field)?,
        Part::Value { field, value } => return self::value(l, field, value),
        Part::Kind(_) => return None,
    };
    Some(word.to_owned())
}

fn act(l: Locale, act: &str) -> Option<&'static str> {
    Some(match act {
        "order.refund" => t::log_refund(l),
        "order.refund_approve" => t::log_refund_approve(l),
        "order.refund_decline" => t::log_refund_decline(l),
        "order.refund_settle" => t::log_refund_settle(l),
        "order.ask" => t::log_ask(l),
        "order.cancel" => t::log_cancel(l),
        "library.give" => t::log_give(l),
        "library.take" => t::log_take(l),
        _ => return None,
    })
}

fn field(l: Locale, field: &str) -> Option<&'static str> {
    Some(match field {
        "refund" => t::log_refund_key(l),
        "refunded" => t::log_amount(l),
        "why" => t::log_why(l),
        "keeps_books" => t::log_keeps_books(l),
        "refund_state" => t::log_refund_state(l),
        "reference" => t::log_reference(l),
        "order_status" => t::log_order_status(l),
        "payment_status" => t::log_payment_status(l),
        "book" => t::log_book(l),
        "source" => t::log_source(l),
        "extra_downloads" => t::log_extra_downloads(l),
        _ => return None,
    })
}

fn value(l: Locale, field: &str, value: &Value) -> Option<String> {
    let word = match (field, value) {
        ("refunded", value) => {
            return Some(i18n::price(l, serde_json::from_value::<Money>(value.clone()).ok()?));
        }
        ("order_status", Value::String(word)) => match word.parse().ok()? {
            OrderStatus::Pending => t::order_pending(l),
            OrderStatus::Processing => t::order_processing(l),
            OrderStatus::Completed => t::order_paid(l),
            OrderStatus::Cancelled => t::order_cancelled(l),
        },
        ("payment_status", Value::Array(words)) => {
            let words = words.iter().filter_map(|word| word.as_str()?.parse().ok());
            let words: Vec<&str> = words.map(|status| payment_word(l, status)).collect();
            return Some(words.join(", "));
        }
        ("keeps_books", Value::Bool(true)) => t::log_yes(l),
        ("keeps_books", Value::Bool(false)) => t::log_no(l),
        ("refund_state", Value::String(word)) => match word.parse().ok()? {
            RefundState::Waiting => t::log_waiting(l),
            RefundState::Owed => t::log_owed(l),
            RefundState::Settled => t::log_settled(l),
            RefundState::Declined => t::log_declined(l),
        },
        ("source", Value::String(word)) => match word.as_str() {
            "bought" => t::log_bought(l),
            "claimed" => t::log_claimed(l),
            "given" => t::log_given(l),
            _ => return None,
        },
        _ => return None,
    };
    Some(word.to_owned())
}

/// The word for where an attempt to have an order paid stands.
pub fn payment_word(l: Locale, status: PaymentStatus) -> &'static str {
    match status {
        PaymentStatus::Creating => t::payment_creating(l),
        PaymentStatus::Open => t::payment_open(l),
        PaymentStatus::Processing => t::payment_processing(l),
        PaymentStatus::Unknown => t::payment_unknown(l),
        PaymentStatus::Rejected => t::payment_rejected(l),
        PaymentStatus::Paid => t::payment_paid(l),
        PaymentStatus::Failed => t::payment_failed(l),
        PaymentStatus::Cancelled => t::payment_cancelled(l),
        PaymentStatus::Expired => t::payment_expired(l),
        PaymentStatus::Review => t::payment_review(l),
    }
}

/// What people call a gateway that settings and tables know by this word.
pub fn gateway_title(word: &str) -> &str {
    match word {
        "chargily" => "Chargily Pay",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_act_and_field_has_words_in_every_language() {
        let acts = ["refund", "refund_approve", "refund_decline", "refund_settle", "ask", "cancel"]
            .map(|act| format!("order.{act}"));
        for l in Locale::ALL {
            for act in acts.iter().map(String::as_str).chain(["library.give", "library.take"]) {
                assert!(say(l, Part::Act(act)).is_some(), "{act} {l:?}");
            }
            let money = json!({ "amount": 90_000, "currency": "DZD" });
            let amount = say(l, Part::Value { field: "refunded", value: &money });
            assert!(amount.is_some_and(|words| words.contains("900")), "{l:?}");
        }
        assert_eq!(say(Locale::En, Part::Act("comment.hide")), None);
        assert_eq!(say(Locale::En, Part::Value { field: "refunded", value: &json!(5) }), None);
    }
}
