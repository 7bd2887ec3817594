//! How an order stands, in a word with a picture.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Icon, icon};

use crate::machine::OrderState;
use crate::{CancelReason, Order, t};

/// The word for how an order stands.
pub(super) fn word(l: Locale, order: &Order) -> &'static str {
    match order.state() {
        OrderState::Pending => t::order_pending(l),
        OrderState::Processing => t::order_processing(l),
        OrderState::Completed if order.refunded > 0 => t::order_refunded_partly(l),
        OrderState::Completed if order.total == 0 => t::order_free(l),
        OrderState::Completed => t::order_paid(l),
        OrderState::Cancelled(CancelReason::Failed) => t::order_refused(l),
        OrderState::Cancelled(CancelReason::Expired) => t::order_expired(l),
        OrderState::Cancelled(CancelReason::ByReader) => t::order_cancelled(l),
        OrderState::Cancelled(CancelReason::ByShop) => t::order_cancelled_by_shop(l),
        OrderState::Cancelled(CancelReason::Refunded) => t::order_refunded(l),
    }
}

/// The same as a small sign.
pub(super) fn sign(l: Locale, order: &Order) -> Markup {
    let (class, shape) = match order.state() {
        OrderState::Pending | OrderState::Processing => ("standing standing--waits", Icon::Clock),
        OrderState::Completed => ("standing standing--done", Icon::CircleCheck),
        OrderState::Cancelled(CancelReason::Failed) => ("standing standing--refused", Icon::CircleAlert),
        OrderState::Cancelled(CancelReason::Refunded) => ("standing", Icon::Undo),
        OrderState::Cancelled(_) => ("standing", Icon::Close),
    };
    html! { span class=(class) { (icon(shape)) (word(l, order)) } }
}
