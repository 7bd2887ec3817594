//! Whether the money came: what the gateway says of a checkout against what was asked for.

use kernel::Money;

use crate::{Checkout, Mode, Status};

/// What was asked for, as it is on record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// The gateway's id of the checkout.
    pub id: String,
    /// The attempt that it was made for.
    pub attempt: String,
    /// The amount that was asked for.
    pub amount: Money,
    /// The mode in which it was asked for, which need not be today's.
    pub mode: Mode,
}

/// What to make of a checkout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// The money came, all of it, for this attempt: the only verdict that grants anything.
    Paid,
    /// Nobody has begun to pay; the pay page may be shown again.
    Pending,
    /// Somebody is paying, or the gateway said a word that is not known: wait and ask again.
    Processing,
    /// The payment did not work.
    Failed,
    /// The buyer gave up.
    Cancelled,
    /// Its time was over, or it was closed.
    Expired,
    /// It is not what was asked for, whatever its status: somebody must look at it, and nothing is granted.
    Suspicious(Suspicion),
}

/// In what a checkout differs from what was asked for. Its text is for logs and for those who look into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Suspicion {
    /// Another id.
    #[error("it is another checkout")]
    OtherCheckout,
    /// Another mode, or none that could be read.
    #[error("it is of {}, not of {expected} mode", found.map_or("no known", Mode::as_str))]
    OtherMode {
        /// As asked for.
        expected: Mode,
        /// As answered.
        found: Option<Mode>,
    },
    /// Another attempt's, or none's.
    #[error("it does not name the attempt that it was made for")]
    OtherAttempt,
    /// Another amount or currency, or none that could be read.
    #[error("it charges {}, not {}", found.map_or_else(|| "no known amount".to_owned(), figure), figure(*expected))]
    OtherAmount {
        /// As asked for.
        expected: Money,
        /// As answered.
        found: Option<Money>,
    },
}

fn figure(money: Money) -> String {
    format!("{} {}", money.major(), money.currency)
}

/// What to make of a checkout as the gateway answered when it was asked.
pub fn verdict(checkout: &Checkout, expected: &Expected) -> Verdict {
    if let Some(suspicion) = difference(checkout, expected) {
        return Verdict::Suspicious(suspicion);
    }
    match checkout.status {
        Status::Paid => Verdict::Paid,
        Status::Pending => Verdict::Pending,
        Status::Processing | Status::Other(_) => Verdict::Processing,
        Status::Failed => Verdict::Failed,
        Status::Cancelled => Verdict::Cancelled,
        Status::Expired => Verdict::Expired,
    }
}

fn difference(checkout: &Checkout, expected: &Expected) -> Option<Suspicion> {
    if checkout.id != expected.id {
        return Some(Suspicion::OtherCheckout);
    }
    if checkout.mode != Some(expected.mode) {
        return Some(Suspicion::OtherMode { expected: expected.mode, found: checkout.mode });
    }
    if checkout.attempt.as_deref() != Some(&*expected.attempt) {
        return Some(Suspicion::OtherAttempt);
    }
    let other = checkout.amount != Some(expected.amount);
    other.then_some(Suspicion::OtherAmount { expected: expected.amount, found: checkout.amount })
}

#[cfg(test)]
mod tests {
    use kernel::Currency;
    use proptest::prelude::*;

    use super::*;

    fn statuses() -> impl Strategy<Value = Status> {
        prop_oneof![
            Just(Status::Pending),
            Just(Status::Processing),
            Just(Status::Paid),
            Just(Status::Failed),
            Just(Status::Cancelled),
            Just(Status::Expired),
            "[a-zA-Z]{0,8}".prop_map(Status::Other),
        ]
    }

    fn modes() -> impl Strategy<Value = Option<Mode>> {
        prop_oneof![Just(Some(Mode::Test)), Just(Some(Mode::Live)), Just(None)]
    }

    fn amounts() -> impl Strategy<Value = Option<Money>> {
        let money = (99_999_i64..100_002, prop_oneof![Just(Currency::DZD), Just(Currency::USD)])
            .prop_map(|(amount, currency)| Money { amount, currency });
        proptest::option::weighted(0.9, money)
    }

    prop_compose! {
        /// Few values each, so that all agree often.
        fn checkouts()(
            id in "[ab]", mode in modes(), status in statuses(), amount in amounts(),
            attempt in proptest::option::weighted(0.9, "[xy]"),
        ) -> Checkout {
            Checkout {
                id, mode, status, amount, attempt,
                fees: None, order: None, pay_url: None, method: None, created_at: None, expires_at: None,
            }
        }
    }

    fn asked() -> Expected {
        let amount = Money { amount: 100_000, currency: Currency::DZD };
        Expected { id: "a".to_owned(), attempt: "x".to_owned(), amount, mode: Mode::Test }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn only_a_paid_checkout_that_agrees_in_everything_grants(checkout in checkouts()) {
            let asked = asked();
            let agrees = checkout.id == asked.id
                && checkout.mode == Some(asked.mode)
                && checkout.attempt.as_ref() == Some(&asked.attempt)
                && checkout.amount == Some(asked.amount);
            let verdict = verdict(&checkout, &asked);
            prop_assert_eq!(verdict == Verdict::Paid, agrees && checkout.status == Status::Paid);
            prop_assert_eq!(matches!(verdict, Verdict::Suspicious(_)), !agrees);
        }

        #[test]
        fn what_is_final_is_final_in_the_verdict_too(status in statuses()) {
            let asked = asked();
            let checkout = Checkout {
                id: asked.id.clone(), mode: Some(asked.mode), status: status.clone(), amount: Some(asked.amount),
                attempt: Some(asked.attempt.clone()),
                fees: None, order: None, pay_url: None, method: None, created_at: None, expires_at: None,
            };
            let open = matches!(verdict(&checkout, &asked), Verdict::Pending | Verdict::Processing);
            prop_assert_eq!(open, !status.is_final());
        }
    }

    #[test]
    fn a_suspicion_tells_both_figures() {
        let dinars = |amount| Money { amount, currency: Currency::DZD };
        let suspicion = Suspicion::OtherAmount { expected: dinars(100_000), found: Some(dinars(1_000)) };
        assert_eq!(suspicion.to_string(), "it charges 10.00 DZD, not 1000.00 DZD");
    }
}
