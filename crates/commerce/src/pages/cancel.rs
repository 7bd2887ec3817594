//! `/account/orders/{number}/cancel`: an order that is not paid is given up, after a question.

use axum::Extension;
use axum::response::{IntoResponse as _, Redirect, Response};
use i18n::Locale;
use maud::{Markup, html};
use ui::Confirm;
use web::{Notice, Page, Path};

use super::{frame, order, order_path};
use crate::buying::Buying;
use crate::machine::OrderState;
use crate::{Commerce, Order, t};

/// The id of the dialog on the order's own page.
pub(super) const DIALOG: &str = "cancel-order";

/// Whether there is something to be given up.
pub(super) fn may(order: &Order) -> bool {
    order.state() == OrderState::Pending
}

/// `GET`
pub(super) async fn confirm(page: Page, buying: Buying, Path(number): Path<String>) -> web::Result<Response> {
    let l = page.locale;
    let order = buying.order(&number).await?;
    let path = order_path(&order.number);
    if !may(&order) {
        return Ok(Redirect::to(&page.url(&path)).into_response());
    }
    let body = html! {
        (frame::crumbs(&page, Some(&t::order_title(l, &order.number))))
        (ask(&page, &order, ui::confirm_page))
    };
    Ok(page.render(&frame::account(&page, &t::cancel_title(l, &order.number), &path), &body))
}

/// The question, as a page or as a dialog.
pub(super) fn ask(page: &Page, order: &Order, draw: impl FnOnce(Locale, &Confirm<'_>) -> Markup) -> Markup {
    let l = page.locale;
    let path = page.url(&order_path(&order.number));
    let action = format!("{path}/cancel");
    let asks = Confirm {
        title: &t::cancel_title(l, &order.number),
        body: html! { p { (t::cancel_body(l)) } },
        form: ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() },
        fields: html! {},
        deed: t::cancel_order(l),
        cancel: &path,
    };
    draw(l, &asks)
}

/// `POST`
pub(super) async fn send(
    page: Page,
    Extension(commerce): Extension<Commerce>,
    buying: Buying,
    Path(number): Path<String>,
) -> web::Result<Response> {
    match buying.cancel(&number).await {
        Ok(order) => Ok(page.done(&order_path(&order.number), Notice::OrderCancelled)),
        Err(error) => order::refused(&page, &commerce, &buying, &number, error).await,
    }
}
