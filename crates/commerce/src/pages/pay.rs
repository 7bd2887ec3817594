//! `/account/orders/{number}/pay`: an order is paid that was not, and the form that leads there.

use axum::Extension;
use axum::response::{IntoResponse as _, Redirect, Response};
use maud::{Markup, html};
use web::{Caching, Page, Path};

use super::{order, order_path};
use crate::buying::Buying;
use crate::{Commerce, Order, t};

/// `POST`
pub(super) async fn send(
    page: Page,
    Extension(commerce): Extension<Commerce>,
    buying: Buying,
    Path(number): Path<String>,
) -> web::Result<Response> {
    match buying.pay(&number, page.locale).await {
        Ok(url) => Ok((Caching::NoStore, Redirect::to(url.as_str())).into_response()),
        Err(error) => order::refused(&page, &commerce, &buying, &number, error).await,
    }
}

/// The form that has an order paid. A plain one: a script that fetched the answer could not follow it to another host.
pub(super) fn form(page: &Page, order: &Order, is_again: bool) -> Markup {
    let l = page.locale;
    let label = if is_again { t::pay_again(l) } else { t::pay_now(l) };
    let action = page.url(&format!("{}/pay", order_path(&order.number)));
    html! {
        form.pay-again method="post" action=(action) {
            input type="hidden" name="csrf" value=(page.csrf());
            button.button type="submit" data-ink aria-label=(t::pay_order(l, label, &order.number)) { span { (label) } }
        }
    }
}
