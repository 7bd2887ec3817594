//! What the pages of buying have around them.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, AppBar, Crumb, Frame, Icon, Indexing, Tab, Tone, Written, icon};
use web::Page;
use web::security::{Directive, Policy};

use super::ORDERS;
use crate::{Commerce, t};

/// The frame of a page below the account; `back` is where the way back leads.
pub(super) fn account(page: &Page, title: &str, back: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(back), actions: html! {} },
        current: Some(Tab::Account),
        indexing: Indexing::Hidden,
        ..page.frame(title)
    }
}

/// The frame of a page on which somebody buys: nothing leads astray.
pub(super) fn checkout(page: &Page, title: &str, back: &str) -> Frame {
    Frame {
        bar: AppBar::Sub { title: String::new(), back: page.url(back), actions: secure(page) },
        destinations: Vec::new(),
        search: None,
        indexing: Indexing::Hidden,
        ..page.frame(title)
    }
}

/// Nobody takes money for what is in the cart, which waits.
pub(crate) fn payments_off(l: Locale) -> Markup {
    let body = html! { p { (t::payments_off_cart(l)) } };
    ui::alert(&Alert { tone: Tone::Warning, title: t::payments_off(l), body })
}

fn secure(page: &Page) -> Markup {
    html! { span.checkout__secure { (icon(Icon::Lock)) (t::checkout_secure(page.locale)) } }
}

/// The way from the account to a page below it, over one's orders where it lies below them.
pub(super) fn crumbs(page: &Page, below: Option<&str>) -> Markup {
    let l = page.locale;
    let account = Crumb { label: Written::new(t::account(l)), href: Some(page.url(web::ACCOUNT)) };
    let orders = Crumb { label: Written::new(t::orders(l)), href: below.map(|_| page.url(ORDERS)) };
    let below = below.map(|title| Crumb { label: Written::new(title), href: None });
    let crumbs: Vec<Crumb> = [account, orders].into_iter().chain(below).collect();
    ui::breadcrumb(l, &crumbs)
}

/// What a page may do that has a form which leads to the gateway: browsers look at where a form is redirected to.
pub(super) fn policy(commerce: &Commerce) -> Policy {
    let origins = commerce.gateway().map_or(&[][..], |gateway| gateway.pay_origins());
    let sources = origins.iter().fold("'self'".to_owned(), |all, origin| format!("{all} {origin}"));
    Policy::page().set(Directive::FormAction, &sources)
}
