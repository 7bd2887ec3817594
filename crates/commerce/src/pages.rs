//! The pages of buying: checkout, the way back from paying, one's orders.

mod cancel;
mod checkout;
mod contact;
mod covers;
mod facts;
mod frame;
mod order;
mod orders;
mod pay;
mod receipt;
mod returned;
mod review;
mod standing;
mod terms;
mod trouble;

pub(crate) use frame::payments_off;

use axum::response::Redirect;
use axum::routing::get;
use web::{Capability, Page, Path, Routes};

/// One's orders.
pub(crate) const ORDERS: &str = "/account/orders";
/// Where the books of the cart are looked at before they are paid.
pub(crate) const CHECKOUT: &str = "/checkout";
/// What one wants to buy.
const CART: &str = "/cart";

/// The pages, whose paths stand after the language.
pub(crate) fn routes() -> Routes {
    let (own, buy) = (Capability::KeepAccount, Capability::TakePart);
    // Where forms go that stand on the page of an order.
    let part_of_order =
        get(async |page: Page, Path(number): Path<String>| Redirect::to(&page.url(&order_path(&number))));
    Routes::new()
        // Open, since visitors are told there what they need first.
        .open(CHECKOUT, get(checkout::show).post(checkout::place))
        // Open, since the browser that comes back from paying may not be the one that is signed in.
        .open(terms::TERMS, get(terms::show))
        .open("/pay/return/{token}", get(returned::show))
        .needs(own, ORDERS, get(orders::show))
        .needs(own, "/account/orders/{number}", get(order::show))
        .needs(own, "/account/orders/{number}/receipt", get(receipt::show).post(receipt::send))
        .needs(own, "/account/orders/{number}/receipt.pdf", get(receipt::file))
        .needs(buy, "/account/orders/{number}/pay", part_of_order.post(pay::send))
        .needs(buy, "/account/orders/{number}/cancel", get(cancel::confirm).post(cancel::send))
}

/// The page of an order.
fn order_path(number: &str) -> String {
    // Nothing but what a number may have gets into an address.
    format!("{ORDERS}/{}", crate::number::read(number).unwrap_or_default())
}

/// The page of an order's receipt.
pub(crate) fn receipt_path(number: &str) -> String {
    format!("{}/receipt", order_path(number))
}
