//! The client against the gateway's stand-in, which keeps to the gateway's contract and, where told, breaks it.

use std::time::Duration;

use chargily_double::{
    Act, Alteration, ApiFault, BadAnswer, Change, Config, DeliveryFault, Double, Endpoint, EventForm, Knobs,
    Mishap, Often, Within,
};
use kernel::{Currency, Money, Random};
use pay::{
    CallError, Checkout, Created, Event, EventError, Expected, Expiry, Fees, Gateway, Mode, NewCheckout,
    Pace, Status, Suspicion, Verdict,
    chargily::{Chargily, SecretKey, Settings},
    verdict,
};

use crate::{book, clock, hurried};

/// The stand-in with a client of its test mode, whose breaker does not stand in the way of what is tested.
struct Till {
    double: Double,
    chargily: Chargily,
}

impl Till {
    fn open(knobs: Knobs) -> Self {
        Self::with_pace(knobs, hurried())
    }

    fn with_pace(knobs: Knobs, pace: Pace) -> Self {
        let double = Double::start(Config { knobs, ..Config::default() }).unwrap();
        let mode = chargily_double::Mode::Test;
        let settings = Settings {
            base_url: Some(double.base_url(mode).parse().unwrap()),
            ..Settings::new(Mode::Test, SecretKey::new(double.key(mode)))
        };
        let chargily = Chargily::new(settings, pace, clock(), Random::seeded(1)).unwrap();
        Self { double, chargily }
    }

    /// A checkout for the book: its id.
    async fn sell(&self) -> String {
        match self.chargily.create(&book()).await {
            Created::Open(opened) => opened.checkout.id,
            other => panic!("{other:?}"),
        }
    }

    async fn verdict(&self, id: &str) -> Verdict {
        verdict(&self.chargily.get(id).await.unwrap(), &expected(id))
    }
}

fn expected(id: &str) -> Expected {
    Expected { id: id.to_owned(), attempt: "attempt-1".to_owned(), amount: book().amount, mode: Mode::Test }
}

fn dinars(amount: i64) -> Money {
    Money { amount: amount * 100, currency: Currency::DZD }
}

fn altered(change: Change) -> Knobs {
    Knobs {
        alterations: vec![Alteration::new(change, Within::Answers(Endpoint::GetCheckout), Often::ALWAYS)],
        ..Knobs::default()
    }
}

fn faulty(on: Endpoint, answer: BadAnswer, often: Often) -> Knobs {
    Knobs { api: vec![ApiFault::on(on, answer, often)], ..Knobs::default() }
}

#[tokio::test]
async fn a_book_of_1200_dinars_is_charged_as_1200_and_paid() {
    let till = Till::open(Knobs::default());
    let Created::Open(opened) = till.chargily.create(&book()).await else { panic!("not open") };
    let id = opened.checkout.id.clone();
    assert_eq!(opened.pay_url.as_str(), format!("{}/test/checkouts/{id}/pay", till.double.origin()));
    assert_eq!(opened.checkout.order.as_deref(), Some("order-1"));
    let lifetime =
        opened.checkout.expires_at.unwrap().as_millis() - opened.checkout.created_at.unwrap().as_millis();
    assert_eq!(lifetime, 30 * 60 * 1_000);
    let kept = till.double.checkout(&id).unwrap();
    assert_eq!((kept.amount, kept.fees_allocation.as_str(), kept.locale.as_str()), (1_200, "merchant", "fr"));
    assert!(kept.items.is_empty() && !kept.collect_shipping_address);

    assert_eq!(till.verdict(&id).await, Verdict::Pending);
    till.double.act(&id, Act::Pay).unwrap();
    assert_eq!(till.verdict(&id).await, Verdict::Paid);
    let fees = till.chargily.get(&id).await.unwrap().fees;
    assert_eq!(fees, Some(Fees { total: dinars(40), on_shop: dinars(40), on_buyer: dinars(0) }));
}

#[tokio::test]
async fn every_end_of_a_payment_is_told() {
    let till = Till::open(Knobs::default());
    for (act, end) in [
        (Act::Process, Verdict::Processing),
        (Act::Pay, Verdict::Paid),
        (Act::Fail, Verdict::Failed),
        (Act::Cancel, Verdict::Cancelled),
        (Act::Expire, Verdict::Expired),
    ] {
        let id = till.sell().await;
        till.double.act(&id, act).unwrap();
        assert_eq!(till.verdict(&id).await, end, "{act:?}");
    }
    let id = till.sell().await;
    till.double.advance(1_800);
    assert_eq!(till.verdict(&id).await, Verdict::Expired, "by its time alone");
}

#[tokio::test]
async fn closing_works_once_and_not_while_somebody_pays() {
    let till = Till::open(Knobs::default());
    let id = till.sell().await;
    let Ok(Expiry::Expired(closed)) = till.chargily.expire(&id).await else { panic!("not closed") };
    assert_eq!((closed.id.as_str(), &closed.status), (id.as_str(), &Status::Expired));
    assert_eq!(till.chargily.expire(&id).await, Ok(Expiry::AlreadyExpired));
    let other = till.sell().await;
    till.double.act(&other, Act::Process).unwrap();
    assert_eq!(till.chargily.expire(&other).await, Ok(Expiry::NotPending));
    assert_eq!(till.chargily.expire("01hj5n7cqpaf0mt2d0xx85tgz8").await, Err(CallError::NotFound));
    assert_eq!(till.chargily.get("01hj5n7cqpaf0mt2d0xx85tgz8").await, Err(CallError::NotFound));
}

#[tokio::test]
async fn an_attempt_without_a_clear_answer_is_found_in_the_list() {
    for answer in [BadAnswer::Status(500), BadAnswer::Html, BadAnswer::Empty, BadAnswer::Cut] {
        let till = Till::open(faulty(Endpoint::CreateCheckout, answer.clone(), Often::ONCE));
        let created = till.chargily.create(&book()).await;
        assert!(matches!(created, Created::Unknown { .. }), "{answer:?}: {created:?}");
        assert_eq!(till.double.count(Endpoint::CreateCheckout), 1, "{answer:?}: never repeated");
        let page = till.chargily.list(1).await.unwrap();
        let found: Vec<&Checkout> = page
            .checkouts
            .iter()
            .filter(|checkout| checkout.attempt.as_deref() == Some("attempt-1"))
            .collect();
        assert_eq!(found.len(), 1, "{answer:?}");
        assert_eq!(verdict(found[0], &expected(&found[0].id)), Verdict::Pending);
        assert!(found[0].pay_url.is_some());
    }
}

#[tokio::test]
async fn a_hanging_or_dripping_creation_is_unknown_in_time() {
    for answer in [BadAnswer::Hang, BadAnswer::SlowDrip(100)] {
        let pace = Pace { total: Duration::from_millis(500), ..hurried() };
        let till = Till::with_pace(faulty(Endpoint::CreateCheckout, answer, Often::ALWAYS), pace);
        let created = till.chargily.create(&book()).await;
        assert_eq!(created, Created::Unknown { why: "no answer in time".to_owned() });
        assert!(till.double.count(Endpoint::CreateCheckout) <= 1);
    }
}

#[tokio::test]
async fn the_list_goes_through_all_pages() {
    let till = Till::open(Knobs { account: true, ..Knobs::default() });
    for number in 0..60 {
        let new = NewCheckout { attempt: format!("attempt-{number}"), ..book() };
        assert!(matches!(till.chargily.create(&new).await, Created::Open(_)));
    }
    let (mut page, mut seen) = (Some(1), Vec::new());
    while let Some(number) = page {
        let answer = till.chargily.list(number).await.unwrap();
        assert_eq!(answer.unreadable, 0);
        seen.extend(answer.checkouts.into_iter().filter_map(|checkout| checkout.attempt));
        page = answer.next;
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 60);
    assert_eq!(till.double.count(Endpoint::ListCheckouts), 2);
}

#[tokio::test]
async fn a_paid_checkout_that_is_not_what_was_asked_for_is_suspicious() {
    let usd = Suspicion::OtherAmount { expected: dinars(1_200), found: None };
    let less = Suspicion::OtherAmount { expected: dinars(1_200), found: Some(dinars(12)) };
    let live = Suspicion::OtherMode { expected: Mode::Test, found: Some(Mode::Live) };
    for (change, suspicion) in [
        (Change::MetadataNull, Suspicion::OtherAttempt),
        (Change::MetadataEmptyList, Suspicion::OtherAttempt),
        (Change::MetadataWrong, Suspicion::OtherAttempt),
        (Change::Amount(12), less),
        (Change::CurrencyUsd, usd),
        (Change::LivemodeOther, live),
    ] {
        let till = Till::open(altered(change.clone()));
        let id = till.sell().await;
        till.double.act(&id, Act::Pay).unwrap();
        assert_eq!(till.verdict(&id).await, Verdict::Suspicious(suspicion), "{change:?}");
    }
}

#[tokio::test]
async fn odd_forms_do_not_hide_a_payment_and_unknown_words_are_none() {
    let till = Till::open(altered(Change::LivemodeText));
    let id = till.sell().await;
    till.double.act(&id, Act::Pay).unwrap();
    assert_eq!(till.verdict(&id).await, Verdict::Paid);
    let till = Till::open(altered(Change::UnknownStatus));
    let id = till.sell().await;
    till.double.act(&id, Act::Pay).unwrap();
    assert_eq!(till.verdict(&id).await, Verdict::Processing);
}

#[tokio::test]
async fn a_question_survives_what_passes() {
    for answer in [
        BadAnswer::Status(502),
        BadAnswer::Html,
        BadAnswer::Empty,
        BadAnswer::Cut,
        BadAnswer::Redirect("http://127.0.0.1:1/login".to_owned()),
    ] {
        let till = Till::open(faulty(Endpoint::GetCheckout, answer.clone(), Often::times(3)));
        let id = till.sell().await;
        assert_eq!(till.verdict(&id).await, Verdict::Pending, "{answer:?}");
        assert_eq!(till.double.count(Endpoint::GetCheckout), 4);
    }
    let many = BadAnswer::TooManyRequests { retry_after_s: Some(20) };
    let till = Till::open(faulty(Endpoint::GetCheckout, many, Often::ONCE));
    let id = till.sell().await;
    let Err(CallError::TryLater { after, .. }) = till.chargily.get(&id).await else { panic!("answered") };
    assert_eq!(after, Duration::from_secs(20));
}

#[tokio::test]
async fn a_wrong_key_and_a_small_amount_are_refused() {
    let till = Till::open(Knobs { minimum_amount: 2_000, ..Knobs::default() });
    let Created::Rejected { reason } = till.chargily.create(&book()).await else { panic!("not refused") };
    assert!(reason.contains("amount: The amount field must be greater than or equal to 2000."), "{reason}");
    let base = till.double.base_url(chargily_double::Mode::Test);
    let settings = Settings {
        base_url: Some(base.parse().unwrap()),
        ..Settings::new(Mode::Test, SecretKey::new("test_sk_another"))
    };
    let stranger = Chargily::new(settings, hurried(), clock(), Random::seeded(1)).unwrap();
    assert!(matches!(stranger.create(&book()).await, Created::Rejected { .. }));
    assert!(matches!(stranger.list(1).await, Err(CallError::Refused { .. })));
}

/// What the client makes of the one event that is sent for a payment.
async fn event_of(knobs: Knobs) -> (String, Result<Event, EventError>) {
    let till = Till::open(knobs);
    let id = till.sell().await;
    till.double.act(&id, Act::Pay).unwrap();
    till.double.settle().await;
    let delivery = till.double.deliveries().remove(0);
    let signature = delivery.signature.as_ref().map(String::as_bytes);
    (id, till.chargily.verify_event(delivery.body.as_bytes(), signature))
}

#[tokio::test]
async fn events_of_both_forms_are_taken() {
    for event_form in [EventForm::Captured, EventForm::Docs] {
        let (id, event) = event_of(Knobs { event_form, ..Knobs::default() }).await;
        let event = event.unwrap();
        assert_eq!((event.kind.as_str(), event.checkout_id), ("checkout.paid", Some(id)));
        assert_eq!(event.mode, Some(Mode::Test));
    }
}

#[tokio::test]
async fn events_that_are_not_signed_rightly_are_not_taken() {
    let with = |how| Knobs { deliveries: vec![DeliveryFault::new(how, Often::ALWAYS)], ..Knobs::default() };
    for how in [
        Mishap::WrongKey,
        Mishap::OtherModeKey,
        Mishap::FlippedByte,
        Mishap::MissingHeader,
        Mishap::Truncated,
    ] {
        assert_eq!(event_of(with(how)).await.1, Err(EventError::NotSigned), "{how:?}");
    }
    assert!(event_of(with(Mishap::UppercaseHex)).await.1.is_ok());
}
