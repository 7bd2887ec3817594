//! The gateway's JSON: written exactly, read leniently. Its documentation, its libraries and its answers disagree on
//! types, and fields come and go; what must be right is compared later, by [`crate::verdict`].

use kernel::{Language, Timestamp};
use serde_json::{Map, Value, json};

use super::{
    LIFETIME,
    hosts::Hosts,
    units::{self, UnitError},
};
use crate::{Checkout, CheckoutPage, Event, Fees, Mode, NewCheckout, Status};

type Object = Map<String, Value>;

/// The body that asks for a checkout. Amount only; fees always on the merchant, as the law has it.
pub(super) fn request(new: &NewCheckout) -> Result<Vec<u8>, UnitError> {
    let mut body = json!({
        "amount": units::dinars(new.amount)?,
        "currency": units::DINAR,
        "success_url": new.success_url.as_str(),
        "failure_url": new.failure_url.as_str(),
        "webhook_endpoint": new.webhook_url.as_str(),
        "locale": match new.language {
            Language::ARABIC => "ar",
            Language::FRENCH => "fr",
            _ => "en",
        },
        "collect_shipping_address": false,
        "chargily_pay_fees_allocation": "merchant",
        "metadata": { "v": "1", "order_id": new.order, "attempt_id": new.attempt },
    });
    if !new.description.is_empty() {
        body["description"] = Value::from(new.description.as_str());
    }
    Ok(body.to_string().into_bytes())
}

/// A checkout, if it has an id. The error is one line for logs and repeats nothing of the body.
pub(super) fn checkout(body: &[u8], hosts: &Hosts) -> Result<Checkout, String> {
    let value = parsed(body)?;
    value
        .as_object()
        .and_then(|object| read(object, hosts))
        .ok_or_else(|| "the answer is no checkout".to_owned())
}

/// The page `asked` of the checkouts.
pub(super) fn page(body: &[u8], asked: u32, hosts: &Hosts) -> Result<CheckoutPage, String> {
    let value = parsed(body)?;
    let rows = value.get("data").and_then(Value::as_array).ok_or("the answer is no page of checkouts")?;
    let checkouts: Vec<_> =
        rows.iter().filter_map(Value::as_object).filter_map(|object| read(object, hosts)).collect();
    // `last_page_url` is known to be wrong at times, so the next page's address decides, then the last page's number.
    let more = match value.get("next_page_url") {
        Some(next) => next.is_string(),
        None => value.get("last_page").and_then(Value::as_u64).is_some_and(|last| last > u64::from(asked)),
    };
    let next = if more && !rows.is_empty() { asked.checked_add(1) } else { None };
    Ok(CheckoutPage { unreadable: rows.len() - checkouts.len(), checkouts, next })
}

/// An event, once its signature was checked.
pub(super) fn event(raw: &[u8]) -> Option<Event> {
    let value: Value = serde_json::from_slice(raw).ok()?;
    let event = value.as_object()?;
    let data = event.get("data").and_then(Value::as_object);
    // Of what is not a checkout the id would be asked for in vain.
    let checkout = data.filter(|data| text(data, "entity").is_none_or(|entity| entity == "checkout"));
    Some(Event {
        id: known_id(text(event, "id")?)?.to_owned(),
        kind: text(event, "type").unwrap_or_default().chars().take(64).collect(),
        checkout_id: checkout.and_then(|data| known_id(text(data, "id")?)).map(str::to_owned),
        mode: mode(event).or_else(|| data.and_then(mode)),
    })
}

/// What a refusal says, on one line: its general text and the first of each field's.
pub(super) fn refusal(body: &[u8]) -> Option<String> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let fields =
        value.get("errors").and_then(Value::as_object).into_iter().flatten().filter_map(|(field, texts)| {
            let first = texts.get(0).unwrap_or(texts).as_str()?;
            Some(format!("{field}: {first}"))
        });
    let parts: Vec<_> =
        value.get("message").and_then(Value::as_str).map(str::to_owned).into_iter().chain(fields).collect();
    let line: String =
        parts.join("; ").chars().map(|c| if c.is_control() { ' ' } else { c }).take(300).collect();
    (!line.is_empty()).then_some(line)
}

/// An id that may stand in a path: the gateway's are 26 letters and digits, but that is nowhere promised.
pub(super) fn known_id(id: &str) -> Option<&str> {
    let plain = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    (plain && (1..=64).contains(&id.len())).then_some(id)
}

fn parsed(body: &[u8]) -> Result<Value, String> {
    serde_json::from_slice(body).map_err(|_| format!("the answer of {} bytes is not JSON", body.len()))
}

fn read(object: &Object, hosts: &Hosts) -> Option<Checkout> {
    let in_dinars = text(object, "currency") == Some(units::DINAR);
    let created_at = object.get("created_at").and_then(seconds);
    Some(Checkout {
        id: known_id(text(object, "id")?)?.to_owned(),
        mode: mode(object),
        status: status(text(object, "status").unwrap_or_default()),
        amount: object.get("amount").filter(|_| in_dinars).and_then(units::money),
        fees: fees(object),
        attempt: metadata(object, "attempt_id"),
        order: metadata(object, "order_id"),
        pay_url: text(object, "checkout_url")
            .or_else(|| text(object, "url"))
            .and_then(|url| hosts.pay_url(url)),
        method: text(object, "payment_method").map(|method| method.chars().take(64).collect()),
        created_at,
        expires_at: created_at.map(|at| at.plus_seconds(LIFETIME.as_secs().cast_signed())),
    })
}

fn text<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str()
}

/// The gateway's words exactly: what reads almost like `paid` is not.
fn status(word: &str) -> Status {
    match word {
        "pending" => Status::Pending,
        "processing" => Status::Processing,
        "paid" => Status::Paid,
        "failed" => Status::Failed,
        "canceled" => Status::Cancelled,
        "expired" => Status::Expired,
        other => Status::Other(other.chars().take(64).collect()),
    }
}

/// `livemode` is a truth value, in the documentation also its name, and elsewhere in this interface 0 or 1.
fn mode(object: &Object) -> Option<Mode> {
    let live = match object.get("livemode")? {
        Value::Bool(live) => *live,
        Value::String(word) if word == "true" => true,
        Value::String(word) if word == "false" => false,
        Value::Number(number) if number.as_u64() == Some(1) => true,
        Value::Number(number) if number.as_u64() == Some(0) => false,
        _ => return None,
    };
    Some(if live { Mode::Live } else { Mode::Test })
}

/// Of an object, or of the one in a list.
fn metadata(object: &Object, key: &str) -> Option<String> {
    let given = match object.get("metadata")? {
        Value::Object(given) => given,
        Value::Array(list) => list.first()?.as_object()?,
        _ => return None,
    };
    text(given, key).map(str::to_owned)
}

fn fees(object: &Object) -> Option<Fees> {
    let part = |key| object.get(key).and_then(units::money);
    Some(Fees {
        total: part("fees")?,
        on_shop: part("fees_on_merchant")?,
        on_buyer: part("fees_on_customer")?,
    })
}

/// Seconds since 1970, as a number or its text.
fn seconds(value: &Value) -> Option<Timestamp> {
    let seconds = value.as_i64().or_else(|| value.as_str()?.parse().ok())?;
    Some(Timestamp::from_millis(seconds.saturating_mul(1_000)))
}

#[cfg(test)]
mod tests {
    use kernel::{Currency, Money};
    use proptest::prelude::*;

    use super::*;

    /// The form of the documentation, with our metadata.
    fn documented() -> Value {
        json!({
            "id": "01hj5n7cqpaf0mt2d0xx85tgz8", "entity": "checkout", "livemode": false, "amount": 2500,
            "currency": "dzd", "fees": 63, "fees_on_merchant": 63, "fees_on_customer": 0,
            "pass_fees_to_customer": null, "chargily_pay_fees_allocation": "merchant", "status": "pending",
            "locale": "en", "description": null,
            "metadata": { "v": "1", "order_id": "order-1", "attempt_id": "attempt-1" },
            "success_url": "https://shop.example/payments/success", "failure_url": null, "webhook_endpoint": null,
            "payment_method": null, "invoice_id": null, "customer_id": "01hj150206g0jxnh5r2yvvdrna",
            "payment_link_id": null, "created_at": 1_703_144_567, "updated_at": 1_703_144_567,
            "shipping_address": null, "collect_shipping_address": 0,
            "discount": { "type": "percentage", "value": 50 }, "amount_without_discount": 5000,
            "checkout_url": "http://pay.chargily.dz/test/checkouts/01hj5n7cqpaf0mt2d0xx85tgz8/pay"
        })
    }

    fn with(key: &str, value: Value) -> Value {
        let mut checkout = documented();
        checkout[key] = value;
        checkout
    }

    fn told(value: &Value) -> Result<Checkout, String> {
        checkout(value.to_string().as_bytes(), &Hosts::new(None))
    }

    fn dinars(amount: i64) -> Money {
        Money { amount: amount * 100, currency: Currency::DZD }
    }

    #[test]
    fn the_documented_checkout_is_read() {
        let checkout = told(&documented()).unwrap();
        assert_eq!(checkout.id, "01hj5n7cqpaf0mt2d0xx85tgz8");
        assert_eq!((checkout.mode, &checkout.status), (Some(Mode::Test), &Status::Pending));
        assert_eq!(checkout.amount, Some(dinars(2_500)));
        assert_eq!(
            checkout.fees.unwrap(),
            Fees { total: dinars(63), on_shop: dinars(63), on_buyer: dinars(0) }
        );
        assert_eq!(
            (checkout.attempt.as_deref(), checkout.order.as_deref()),
            (Some("attempt-1"), Some("order-1"))
        );
        let page = checkout.pay_url.unwrap();
        assert_eq!(page.as_str(), "https://pay.chargily.dz/test/checkouts/01hj5n7cqpaf0mt2d0xx85tgz8/pay");
        assert_eq!(checkout.created_at.unwrap().to_string(), "2023-12-21T07:42:47.000Z");
        assert_eq!(checkout.expires_at.unwrap().to_string(), "2023-12-21T08:12:47.000Z");
    }

    #[test]
    fn every_form_of_the_fields_that_vary_is_read() {
        let live = |value| told(&with("livemode", value)).unwrap().mode;
        assert_eq!(live(json!("false")), Some(Mode::Test));
        assert_eq!(
            (live(json!(true)), live(json!("true")), live(json!(1))),
            (Some(Mode::Live), Some(Mode::Live), Some(Mode::Live))
        );
        assert_eq!((live(json!(null)), live(json!("yes")), live(json!(2))), (None, None, None));
        let attempt = |value| told(&with("metadata", value)).unwrap().attempt;
        assert_eq!(attempt(json!([{ "attempt_id": "a" }])).as_deref(), Some("a"));
        for none in [json!(null), json!([]), json!([{}]), json!({}), json!("a"), json!({ "attempt_id": 7 })] {
            assert_eq!(attempt(none.clone()), None, "{none}");
        }
        assert_eq!(told(&with("currency", json!("usd"))).unwrap().amount, None);
        assert_eq!(told(&with("status", json!("canceled"))).unwrap().status, Status::Cancelled);
        assert_eq!(told(&with("status", json!("Paid"))).unwrap().status, Status::Other("Paid".to_owned()));
        assert_eq!(told(&with("status", json!(null))).unwrap().status, Status::Other(String::new()));
        assert_eq!(told(&with("checkout_url", json!("https://evil.example/pay"))).unwrap().pay_url, None);
        assert_eq!(told(&json!({ "id": "01hj" })).unwrap().amount, None);
    }

    #[test]
    fn without_an_id_that_fits_into_a_path_there_is_no_checkout() {
        for id in [json!(null), json!(""), json!(7), json!("../balance"), json!("a b"), json!("a".repeat(65))]
        {
            assert!(told(&with("id", id.clone())).is_err(), "{id}");
        }
        assert!(told(&json!([])).is_err());
        assert!(checkout(b"<html>", &Hosts::new(None)).is_err());
    }

    #[test]
    fn a_page_goes_on_while_there_is_a_next_one() {
        let next = |mut value: Value| {
            value["data"] = json!([documented(), { "entity": "checkout" }, 7]);
            let page = page(value.to_string().as_bytes(), 2, &Hosts::new(None)).unwrap();
            assert_eq!((page.checkouts.len(), page.unreadable), (1, 2));
            page.next
        };
        assert_eq!(next(json!({ "next_page_url": "https://pay.chargily.net/?page=3" })), Some(3));
        assert_eq!(next(json!({ "next_page_url": null, "last_page": 9 })), None);
        assert_eq!(next(json!({ "last_page": 3 })), Some(3));
        assert_eq!(next(json!({ "last_page": 2 })), None);
        let empty = br#"{"data":[],"next_page_url":"https://pay.chargily.net/?page=3"}"#;
        assert_eq!(page(empty, 2, &Hosts::new(None)).unwrap().next, None, "an endless row of empty pages");
        assert!(page(b"{}", 1, &Hosts::new(None)).is_err());
    }

    #[test]
    fn an_event_is_read_in_both_forms_and_about_other_things_too() {
        let read = |value: Value| event(value.to_string().as_bytes());
        let paid = read(json!({
            "id": "e1", "entity": "event", "livemode": "false", "type": "checkout.paid",
            "data": { "id": "c1", "entity": "checkout" }, "account": { "name": "a merchant" }
        }));
        let expected = Event {
            id: "e1".to_owned(),
            kind: "checkout.paid".to_owned(),
            checkout_id: Some("c1".to_owned()),
            mode: Some(Mode::Test),
        };
        assert_eq!(paid, Some(expected));
        let payout = read(
            json!({ "id": "e2", "type": "payout.sent", "data": { "id": "p1", "entity": "payout", "livemode": true } }),
        );
        assert_eq!(payout.map(|event| (event.checkout_id, event.mode)), Some((None, Some(Mode::Live))));
        let bare = read(json!({ "id": "e3" })).unwrap();
        assert_eq!((bare.kind.as_str(), bare.checkout_id, bare.mode), ("", None, None));
        assert_eq!(read(json!({ "id": "e4", "data": { "id": "../balance" } })).unwrap().checkout_id, None);
        assert_eq!(read(json!({ "id": 5 })), None);
        assert_eq!(read(json!([])), None);
        assert_eq!(event(b"{"), None);
    }

    #[test]
    fn a_refusal_is_told_in_one_line() {
        let body = br#"{"message":"The given data\nwas invalid.","errors":{"amount":["The amount field must be greater than or equal to 50.","x"]}}"#;
        let line =
            "The given data was invalid.; amount: The amount field must be greater than or equal to 50.";
        assert_eq!(refusal(body).as_deref(), Some(line));
        assert_eq!(refusal(b"<html>"), None);
        assert_eq!(refusal(b"{}"), None);
        assert_eq!(
            refusal(format!(r#"{{"message":"{}"}}"#, "a".repeat(1_000)).as_bytes()).map(|line| line.len()),
            Some(300)
        );
    }

    #[test]
    fn a_checkout_is_asked_for_with_an_amount_in_dinars_alone() {
        let new = NewCheckout {
            attempt: "attempt-1".to_owned(),
            order: "order-1".to_owned(),
            amount: dinars(1_200),
            success_url: "https://shop.example/done?order=1".parse().unwrap(),
            failure_url: "https://shop.example/failed".parse().unwrap(),
            webhook_url: "https://shop.example/hooks/chargily/test".parse().unwrap(),
            language: Language::ARABIC,
            description: "كتاب".to_owned(),
        };
        let sent: Value = serde_json::from_slice(&request(&new).unwrap()).unwrap();
        assert_eq!(
            sent,
            json!({
                "amount": 1200, "currency": "dzd", "locale": "ar", "description": "كتاب",
                "success_url": "https://shop.example/done?order=1", "failure_url": "https://shop.example/failed",
                "webhook_endpoint": "https://shop.example/hooks/chargily/test",
                "collect_shipping_address": false, "chargily_pay_fees_allocation": "merchant",
                "metadata": { "v": "1", "order_id": "order-1", "attempt_id": "attempt-1" }
            })
        );
        let kabyle = NewCheckout { language: "kab".parse().unwrap(), description: String::new(), ..new };
        let sent: Value = serde_json::from_slice(&request(&kabyle).unwrap()).unwrap();
        assert_eq!((&sent["locale"], sent.get("description")), (&json!("en"), None));
    }

    /// Any JSON, not deep.
    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::btree_map("[a-z_]{1,10}", inner, 0..4)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_form_of_any_field_hides_a_checkout(at in 1_usize..28, value in any_json(), unknown in "[a-z_]{1,12}") {
            let mut checkout = documented();
            checkout[format!("new_{unknown}")] = value.clone();
            let key = checkout.as_object().unwrap().keys().nth(at).unwrap().clone();
            prop_assume!(key != "id");
            checkout[&key] = value;
            prop_assert!(told(&checkout).is_ok(), "{key}");
        }

        #[test]
        fn nothing_panics(body in proptest::collection::vec(any::<u8>(), 0..200), value in any_json()) {
            let hosts = Hosts::new(None);
            for bytes in [body.as_slice(), value.to_string().as_bytes()] {
                let _ = (checkout(bytes, &hosts), page(bytes, u32::MAX, &hosts), event(bytes), refusal(bytes));
            }
        }
    }
}
