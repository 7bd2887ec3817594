//! `/p/terms`: on which terms the shop sells, and who it is.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use ui::AppBar;
use web::{App, Page};

use crate::{receipts, t};

/// Where they stand, after the language.
pub(super) const TERMS: &str = "/p/terms";

/// `GET`
pub(super) async fn show(page: Page, State(app): State<App>) -> Response {
    let l = page.locale;
    let title = t::terms_title(l);
    let seller = receipts::seller(l, &app.shop().seller);
    let frame = ui::Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url("/"), actions: html! {} },
        ..page.frame(title)
    };
    let view = html! {
        div.account.terms {
            div.account__title { h1 { (title) } }
            section {
                h2 { (t::terms_seller(l)) }
                p { strong { bdi { (seller.name) } } }
                @for line in &seller.lines { p { bdi { (line) } } }
            }
            (part(t::terms_order(l), t::terms_order_text(l)))
            (part(t::terms_prices(l), t::terms_prices_text(l)))
            (part(t::terms_payment(l), t::terms_payment_text(l)))
            (part(t::terms_delivery(l), t::terms_delivery_text(l)))
            (part(t::terms_refunds(l), t::terms_refunds_text(l)))
        }
    };
    page.render(&frame, &view).into_response()
}

fn part(title: &str, text: &str) -> Markup {
    html! { section { h2 { (title) } p { (text) } } }
}
