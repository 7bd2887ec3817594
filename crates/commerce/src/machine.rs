//! What becomes of an order and of a payment when something is heard: pure rules, which one function carries out
//! (`order::transition`), whoever hears it: the gateway's event, the page after paying, the one that asks at intervals, a
//! reader or an admin.
//!
//! Money is truth: whatever the order's state, money that came is answered by the books or by a task to pay it back. What
//! was paid is never taken for unpaid again.

#[cfg(test)]
mod schedules;

use pay::Verdict;

use crate::{CancelReason, OrderStatus, PaymentStatus};

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderState {
    /// It waits for its payment.
    Pending,
    /// The gateway is at it.
    Processing,
    /// It is paid, or costs nothing.
    Completed,
    /// It is over, and why.
    Cancelled(CancelReason),
}

impl OrderState {
    /// From the words of the database.
    pub fn new(status: OrderStatus, reason: Option<CancelReason>) -> Self {
        match (status, reason) {
            (OrderStatus::Pending, _) => Self::Pending,
            (OrderStatus::Processing, _) => Self::Processing,
            (OrderStatus::Completed, _) => Self::Completed,
            (OrderStatus::Cancelled, reason) => Self::Cancelled(reason.unwrap_or(CancelReason::Failed)),
        }
    }

    /// The words of the database.
    pub const fn words(self) -> (OrderStatus, Option<CancelReason>) {
        match self {
            Self::Pending => (OrderStatus::Pending, None),
            Self::Processing => (OrderStatus::Processing, None),
            Self::Completed => (OrderStatus::Completed, None),
            Self::Cancelled(reason) => (OrderStatus::Cancelled, Some(reason)),
        }
    }

    /// Whether it was never paid, so that it may be paid yet.
    pub const fn is_unpaid(self) -> bool {
        !matches!(self, Self::Completed | Self::Cancelled(CancelReason::Refunded))
    }
}

/// What is to be done with money that came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Nothing.
    Nothing,
    /// The books go into the library, a receipt is written: the order is paid.
    Deliver,
    /// The order was paid before: the money is to go back.
    PayBack,
}

/// What becomes of both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Of the payment.
    pub payment: PaymentStatus,
    /// Of its order.
    pub order: OrderState,
    /// What is to be done in the same transaction.
    pub deed: Deed,
}

/// What becomes of a payment and its order by what the gateway says of the payment. `others_live` tells whether another
/// payment of the order may still be paid.
pub fn heard(order: OrderState, payment: PaymentStatus, others_live: bool, verdict: &Verdict) -> Step {
    let step = |payment, order, deed| Step { payment, order, deed };
    if payment == PaymentStatus::Paid {
        return step(payment, order, Deed::Nothing);
    }
    match verdict {
        Verdict::Paid if order.is_unpaid() => step(PaymentStatus::Paid, OrderState::Completed, Deed::Deliver),
        Verdict::Paid => step(PaymentStatus::Paid, order, Deed::PayBack),
        Verdict::Suspicious(_) => step(PaymentStatus::Review, order, Deed::Nothing),
        Verdict::Processing if payment.is_live() || !others_live => {
            let order = if order == OrderState::Pending { OrderState::Processing } else { order };
            step(PaymentStatus::Processing, order, Deed::Nothing)
        }
        // What is over does not begin again because the gateway lags; and an order has one live payment at most.
        Verdict::Pending if payment.is_live() || (!others_live && !payment.is_over()) => {
            step(PaymentStatus::Open, order, Deed::Nothing)
        }
        Verdict::Processing | Verdict::Pending => step(payment, order, Deed::Nothing),
        Verdict::Failed => ended(order, PaymentStatus::Failed, CancelReason::Failed, others_live),
        Verdict::Cancelled => ended(order, PaymentStatus::Cancelled, CancelReason::ByReader, others_live),
        Verdict::Expired => ended(order, PaymentStatus::Expired, CancelReason::Expired, others_live),
    }
}

fn ended(order: OrderState, payment: PaymentStatus, reason: CancelReason, others_live: bool) -> Step {
    let waits = matches!(order, OrderState::Pending | OrderState::Processing);
    let order = match (waits, others_live) {
        (true, false) => OrderState::Cancelled(reason),
        (true, true) => OrderState::Pending,
        (false, _) => order,
    };
    Step { payment, order, deed: Deed::Nothing }
}

/// What becomes of an order that its reader, or the shop, wants no more, once no payment of it can be paid any longer: telling
/// the gateway so may have ended it for another reason already. `None` where it was paid.
pub fn cancelled(order: OrderState, reason: CancelReason) -> Option<OrderState> {
    order.is_unpaid().then_some(OrderState::Cancelled(reason))
}

/// What becomes of an order that is to be paid once more; `None` where there is nothing to be paid, and where the shop has
/// given it up.
pub fn reopened(order: OrderState) -> Option<OrderState> {
    match order {
        OrderState::Pending | OrderState::Processing => Some(order),
        OrderState::Cancelled(CancelReason::Failed | CancelReason::Expired | CancelReason::ByReader) => {
            Some(OrderState::Pending)
        }
        OrderState::Completed | OrderState::Cancelled(_) => None,
    }
}

/// What becomes of an order of which money is paid back: of all that it had, or of a part. `None` where no money is held
/// for it.
pub fn refunded(order: OrderState, everything: bool) -> Option<OrderState> {
    match (order, everything) {
        (OrderState::Completed, true) => Some(OrderState::Cancelled(CancelReason::Refunded)),
        (OrderState::Completed, false) => Some(order),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use pay::Suspicion;
    use proptest::prelude::*;

    use super::*;

    fn orders() -> impl Strategy<Value = OrderState> {
        prop_oneof![
            Just(OrderState::Pending),
            Just(OrderState::Processing),
            Just(OrderState::Completed),
            Just(OrderState::Cancelled(CancelReason::Failed)),
            Just(OrderState::Cancelled(CancelReason::Expired)),
            Just(OrderState::Cancelled(CancelReason::ByReader)),
            Just(OrderState::Cancelled(CancelReason::ByShop)),
            Just(OrderState::Cancelled(CancelReason::Refunded)),
        ]
    }

    fn payments() -> impl Strategy<Value = PaymentStatus> {
        use PaymentStatus::{
            Cancelled, Creating, Expired, Failed, Open, Paid, Processing, Rejected, Review, Unknown,
        };
        prop::sample::select(vec![
            Creating, Open, Processing, Unknown, Rejected, Paid, Failed, Cancelled, Expired, Review,
        ])
    }

    fn verdicts() -> impl Strategy<Value = Verdict> {
        prop_oneof![
            Just(Verdict::Paid),
            Just(Verdict::Pending),
            Just(Verdict::Processing),
            Just(Verdict::Failed),
            Just(Verdict::Cancelled),
            Just(Verdict::Expired),
            Just(Verdict::Suspicious(Suspicion::OtherAttempt)),
        ]
    }

    proptest! {
        #[test]
        fn what_was_paid_stays_paid(payment in payments(), order in orders(), others in any::<bool>(), verdict in verdicts()) {
            let step = heard(order, payment, others, &verdict);
            if payment == PaymentStatus::Paid {
                prop_assert_eq!((step.payment, step.order, step.deed), (payment, order, Deed::Nothing));
            }
            if order == OrderState::Completed {
                prop_assert_eq!(step.order, order);
            }
        }

        #[test]
        fn books_are_given_for_money_that_came_and_for_nothing_else(
            payment in payments(), order in orders(), others in any::<bool>(), verdict in verdicts(),
        ) {
            let step = heard(order, payment, others, &verdict);
            let comes = verdict == Verdict::Paid && payment != PaymentStatus::Paid;
            prop_assert_eq!(step.deed != Deed::Nothing, comes);
            prop_assert_eq!(step.deed == Deed::Deliver, comes && order.is_unpaid());
            prop_assert_eq!(step.order == OrderState::Completed, order == OrderState::Completed || step.deed == Deed::Deliver);
        }

        #[test]
        fn words_and_states_are_the_same(order in orders()) {
            let (status, reason) = order.words();
            prop_assert_eq!(OrderState::new(status, reason), order);
        }

        #[test]
        fn an_order_that_can_still_be_paid_is_not_given_up(payment in payments(), order in orders(), verdict in verdicts()) {
            let step = heard(order, payment, true, &verdict);
            let waits = matches!(order, OrderState::Pending | OrderState::Processing);
            prop_assert!(!waits || !matches!(step.order, OrderState::Cancelled(_)));
        }
    }
}
