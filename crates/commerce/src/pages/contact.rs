//! The first step of the checkout: who buys. The books belong into a library, so there is an account, whose address is
//! verified; the cart waits meanwhile.

use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Tone};
use web::{Caching, Page};

use super::{CART, CHECKOUT, frame};
use crate::t;

/// For a visitor: an account is made, or opened.
pub(super) fn visitor(page: &Page) -> Response {
    let l = page.locale;
    let body = html! {
        p { (t::contact_why(l)) }
        div.checkout__ways {
            (way(page, "/sign-up", t::contact_sign_up(l), ButtonKind::Primary))
            (way(page, web::SIGN_IN, t::contact_sign_in(l), ButtonKind::Outline))
        }
        p.checkout__note { (t::contact_cart_kept(l)) }
    };
    render(page, t::contact_title(l), &body)
}

/// For somebody whose address is not verified: the code of the mail.
pub(super) fn unverified(page: &Page) -> Response {
    let l = page.locale;
    let alert = Alert {
        tone: Tone::Info,
        title: t::contact_verify(l),
        body: html! { p { (t::contact_verify_why(l)) } },
    };
    let body = html! {
        (ui::alert(&alert))
        div.checkout__ways { (way(page, "/verify", t::contact_enter_code(l), ButtonKind::Primary)) }
        p.checkout__note { (t::contact_cart_kept(l)) }
    };
    render(page, t::contact_title(l), &body)
}

/// For either, where nobody takes money for what is in the cart.
pub(super) fn closed(page: &Page) -> Response {
    let l = page.locale;
    let back = Button { label: t::review_change(l), kind: ButtonKind::Outline, ..Button::default() };
    let body = html! {
        (frame::payments_off(l))
        div.checkout__ways { (ui::button_link(&back, &page.url(CART))) }
    };
    render(page, t::review_title(l), &body)
}

/// A page of the account, which leads back here.
fn way(page: &Page, path: &str, label: &str, kind: ButtonKind) -> Markup {
    let next: String = form_urlencoded::byte_serialize(page.url(CHECKOUT).as_bytes()).collect();
    let button = Button { label, kind, ..Button::default() };
    ui::button_link(&button, &format!("{}?next={next}", page.url(path)))
}

fn render(page: &Page, title: &str, body: &Markup) -> Response {
    let l = page.locale;
    let body = html! {
        div.checkout.checkout--contact {
            p.checkout__step { (t::checkout_step(l, 1)) }
            h1 { (title) }
            (body)
        }
    };
    let page = page.render(&frame::checkout(page, title, CART), &body);
    (Caching::NoStore, page).into_response()
}
