//! Orders: the list of all with its file, and one with its trail and what can be done about it.

mod acts;
mod export;
mod list;
mod one;
mod refund;
mod told;

use accounts::audit::Named;
use axum::response::Redirect;
use axum::routing::get;
use commerce::Order;
use kernel::Id;
use web::{Capability, Page, Path, Routes};

pub(crate) use told::{finding, standing};

/// The list, after the language.
pub(crate) const PATH: &str = "/admin/orders";

/// The pages.
pub(crate) fn routes() -> Routes {
    let run = Capability::RunSite;
    // Where forms go that stand on the page of an order.
    let part_of_order =
        || get(async |page: Page, Path(number): Path<String>| Redirect::to(&page.url(&path(&number))));
    Routes::new()
        .needs(run, PATH, get(list::show))
        .needs(run, "/admin/orders.csv", get(export::file))
        .needs(run, "/admin/orders/{number}", get(one::show))
        .needs(run, "/admin/orders/{number}/receipt.pdf", get(one::paper))
        .needs(run, "/admin/orders/{number}/ask", part_of_order().post(acts::ask))
        .needs(run, "/admin/orders/{number}/cancel", get(acts::confirm_cancel).post(acts::cancel))
        .needs(run, "/admin/orders/{number}/refund", part_of_order().post(refund::send))
}

/// An order is known by its number.
pub(crate) const NAMED: Named = Named {
    kind: "order",
    names: |db, keys| {
        Box::pin(async move {
            let orders: Vec<Id<Order>> = keys.iter().copied().map(Id::new).collect();
            let numbers = Order::numbers(db, &orders).await?;
            Ok(numbers.into_iter().map(|(order, number)| (order.get(), number)).collect())
        })
    },
    path,
};

/// The page of an order.
pub(crate) fn path(number: &str) -> String {
    // Nothing but what a number may have gets into an address.
    format!("{PATH}/{}", commerce::number::read(number).unwrap_or_default())
}
