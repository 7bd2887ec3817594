//! Random histories of an order: payers, the gateway's events and their faults, readers who press again or cancel, and the
//! shop that asks. Whatever happens in whichever order, in the end there is a book or a refund for every payment and neither
//! without one.
//!
//! `PROPTEST_CASES=1000000 cargo test -p commerce --lib schedules` runs a million.

use pay::{Suspicion, Verdict};
use proptest::prelude::*;

use super::{Deed, OrderState, cancelled, heard, refunded, reopened};
use crate::{CancelReason, PaymentStatus};

/// Something that happens. Numbers name an attempt, whichever there are.
#[derive(Debug, Clone, Copy)]
enum Event {
    /// The reader presses *Pay*.
    Press,
    /// Somebody begins to pay, pays, is refused, goes back, or lets the time pass: at the gateway.
    Process(usize),
    Pay(usize),
    Fail(usize),
    GoBack(usize),
    TimeOut(usize),
    /// The shop asks and is told the truth: because of an event, once or often, or by itself.
    Ask(usize),
    /// It is told what was true before: the gateway lags.
    AskLate(usize),
    /// It is told of another amount, currency or mode.
    AskAltered(usize),
    /// An event comes that is not signed as it should be: nothing is asked.
    Forged,
    /// The reader wants it no more; the gateway is told first.
    Cancel,
    /// An admin pays back a part of it, or all.
    Refund {
        everything: bool,
    },
}

fn events() -> impl Strategy<Value = Event> {
    let attempt = 0_usize..4;
    prop_oneof![
        3 => Just(Event::Press),
        1 => attempt.clone().prop_map(Event::Process),
        2 => attempt.clone().prop_map(Event::Pay),
        1 => attempt.clone().prop_map(Event::Fail),
        1 => attempt.clone().prop_map(Event::GoBack),
        1 => attempt.clone().prop_map(Event::TimeOut),
        4 => attempt.clone().prop_map(Event::Ask),
        2 => attempt.clone().prop_map(Event::AskLate),
        1 => attempt.prop_map(Event::AskAltered),
        1 => Just(Event::Forged),
        1 => Just(Event::Cancel),
        1 => any::<bool>().prop_map(|everything| Event::Refund { everything }),
    ]
}

/// An attempt: what is true of it at the gateway, what was before, and what the shop believes.
struct Attempt {
    truth: Verdict,
    before: Verdict,
    believed: PaymentStatus,
}

impl Attempt {
    fn becomes(&mut self, truth: Verdict) {
        // Paid is paid; what is over can still be paid, as gateways have it.
        if self.truth != Verdict::Paid && self.truth != truth {
            self.before = std::mem::replace(&mut self.truth, truth);
        }
    }
}

struct Shop {
    order: OrderState,
    attempts: Vec<Attempt>,
    delivered: usize,
    paid_back: usize,
    /// All that was delivered was taken back.
    taken_back: bool,
}

impl Shop {
    fn new() -> Self {
        let (order, attempts) = (OrderState::Pending, Vec::new());
        Self { order, attempts, delivered: 0, paid_back: 0, taken_back: false }
    }

    fn paid(&self) -> usize {
        self.attempts.iter().filter(|one| one.truth == Verdict::Paid).count()
    }

    fn live(&self) -> Option<usize> {
        self.attempts.iter().position(|one| one.believed.is_live())
    }

    fn hear(&mut self, at: usize, verdict: &Verdict) {
        let others = self.attempts.iter().enumerate();
        let others_live = others.filter(|(other, _)| *other != at).any(|(_, one)| one.believed.is_live());
        let step = heard(self.order, self.attempts[at].believed, others_live, verdict);
        self.attempts[at].believed = step.payment;
        self.order = step.order;
        self.delivered += usize::from(step.deed == Deed::Deliver);
        self.paid_back += usize::from(step.deed == Deed::PayBack);
    }

    fn ask(&mut self, at: usize) {
        let truth = self.attempts[at].truth.clone();
        self.hear(at, &truth);
    }

    /// The live attempt is asked about, and ended where it can be.
    fn end_live(&mut self) {
        let Some(at) = self.live() else { return };
        self.ask(at);
        if self.attempts[at].truth == Verdict::Pending {
            self.attempts[at].becomes(Verdict::Expired);
            self.ask(at);
        }
    }

    fn press(&mut self) {
        self.end_live();
        if self.live().is_some() {
            return;
        }
        if let Some(order) = reopened(self.order) {
            self.order = order;
            let (truth, before) = (Verdict::Pending, Verdict::Pending);
            self.attempts.push(Attempt { truth, before, believed: PaymentStatus::Open });
        }
    }

    fn cancel(&mut self) {
        if !matches!(self.order, OrderState::Pending | OrderState::Processing) {
            return;
        }
        self.end_live();
        if self.live().is_none()
            && let Some(order) = cancelled(self.order, CancelReason::ByReader)
        {
            self.order = order;
        }
    }

    fn happens(&mut self, event: Event) {
        let there = |at: usize| (!self.attempts.is_empty()).then(|| at % self.attempts.len().max(1));
        match event {
            Event::Press => self.press(),
            Event::Cancel => self.cancel(),
            Event::Forged => {}
            Event::Refund { everything } => {
                if let Some(order) = refunded(self.order, everything) {
                    self.order = order;
                    self.taken_back |= everything;
                }
            }
            Event::Process(at)
            | Event::Pay(at)
            | Event::Fail(at)
            | Event::GoBack(at)
            | Event::TimeOut(at) => {
                let truth = match event {
                    Event::Process(_) => Verdict::Processing,
                    Event::Pay(_) => Verdict::Paid,
                    Event::Fail(_) => Verdict::Failed,
                    Event::GoBack(_) => Verdict::Cancelled,
                    _ => Verdict::Expired,
                };
                if let Some(at) = there(at) {
                    self.attempts[at].becomes(truth);
                }
            }
            Event::Ask(at) => {
                if let Some(at) = there(at) {
                    self.ask(at);
                }
            }
            Event::AskLate(at) => {
                if let Some(at) = there(at) {
                    let before = self.attempts[at].before.clone();
                    self.hear(at, &before);
                }
            }
            Event::AskAltered(at) => {
                if let Some(at) = there(at) {
                    self.hear(at, &Verdict::Suspicious(Suspicion::OtherAttempt));
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]

    #[test]
    fn every_payment_has_a_book_or_a_refund_and_nothing_is_given_unpaid(schedule in prop::collection::vec(events(), 0..40)) {
        let mut shop = Shop::new();
        for event in schedule {
            shop.happens(event);
            prop_assert!(shop.delivered + shop.paid_back <= shop.paid(), "given unpaid after {event:?}");
            prop_assert!(shop.delivered <= 1);
            prop_assert_eq!(shop.order == OrderState::Completed, shop.delivered == 1 && !shop.taken_back);
            let is_refunded = shop.order == OrderState::Cancelled(CancelReason::Refunded);
            prop_assert_eq!(is_refunded, shop.taken_back, "what was paid back is over for good");
            prop_assert!(!shop.taken_back || shop.delivered == 1, "money went back that never came");
            let live = shop.attempts.iter().filter(|one| one.believed.is_live()).count();
            prop_assert!(live <= 1, "two may be paid at once after {event:?}");
        }
        // Sooner or later everything is asked about.
        for at in 0..shop.attempts.len() {
            shop.ask(at);
        }
        prop_assert_eq!(shop.delivered + shop.paid_back, shop.paid());
        prop_assert_eq!(shop.delivered, shop.paid().min(1));
    }
}

/// As many as the environment asks for, 20,000 where it does not.
fn cases() -> u32 {
    ProptestConfig::default().cases.max(20_000)
}
