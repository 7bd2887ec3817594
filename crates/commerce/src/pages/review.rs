//! The second step of the checkout: what is bought, for how much, and the button that pays.

use axum::response::{IntoResponse as _, Response};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Frame, Icon, Tone, icon};
use web::security::Policy;
use web::{App, Caching, Page};

use super::covers::Covers;
use super::terms::TERMS;
use super::{CART, CHECKOUT, frame, trouble};
use crate::cart::{Dropped, Line, Quote, Reason};
use crate::{Commerce, t};

/// What the page shows.
pub(super) struct Review {
    quote: Quote,
    covers: Covers,
    /// Why nothing was ordered.
    trouble: Option<String>,
    /// Why what is in the cart cannot be ordered.
    hindrance: Option<Hindrance>,
    /// Whether no money moves in this shop.
    is_trial: bool,
    policy: Policy,
}

enum Hindrance {
    /// It costs less than this, and more than nothing.
    TooLittle(kernel::Money),
    /// Nobody takes money here.
    NoPayments,
}

impl Review {
    pub(super) async fn of(
        app: &App,
        commerce: &Commerce,
        quote: Quote,
        trouble: Option<String>,
    ) -> web::Result<Self> {
        let payments = commerce.payments(&app.shop());
        let hindrance = match payments.gateway {
            _ if quote.total.is_zero() => None,
            None => Some(Hindrance::NoPayments),
            Some(_) if quote.total.amount < payments.least.amount => {
                Some(Hindrance::TooLittle(payments.least))
            }
            Some(_) => None,
        };
        let covers = Covers::of(&app.db, quote.lines.iter().map(|line| line.book)).await?;
        let is_trial = commerce.gateway().is_some_and(|gateway| gateway.mode() == ::pay::Mode::Test);
        Ok(Self { quote, covers, trouble, hindrance, is_trial, policy: frame::policy(commerce) })
    }
}

/// The whole page, kept by no browser.
pub(super) fn render(page: &Page, review: &Review) -> Response {
    let l = page.locale;
    let frame =
        Frame { has_problems: review.trouble.is_some(), ..frame::checkout(page, t::review_title(l), CART) };
    let body = if review.quote.lines.is_empty() { nothing(page, review) } else { view(page, review) };
    (review.policy.clone(), Caching::NoStore, page.render(&frame, &body)).into_response()
}

/// There is nothing left to buy.
fn nothing(page: &Page, review: &Review) -> Markup {
    let l = page.locale;
    let browse = Button { label: t::review_browse(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        div.checkout {
            h1.visually-hidden { (t::review_title(l)) }
            (dropped(l, &review.quote.dropped))
            (ui::empty_state(t::cart_empty_order(l), &ui::button_link(&browse, &page.url(catalogue::paths::BROWSE))))
        }
    }
}

fn view(page: &Page, review: &Review) -> Markup {
    let l = page.locale;
    html! {
        div.checkout {
            p.checkout__step { (t::checkout_step(l, 2)) }
            h1 { (t::review_title(l)) }
            @if let Some(words) = &review.trouble { (trouble::alert(words, html! {})) }
            (dropped(l, &review.quote.dropped))
            div.checkout__parts {
                ul.checkout__lines role="list" {
                    @for line in &review.quote.lines { li { (draw(l, &review.covers, line)) } }
                }
                (sum(page, review))
            }
        }
    }
}

/// What was in the cart and cannot be bought.
fn dropped(l: Locale, gone: &[Dropped]) -> Markup {
    if gone.is_empty() {
        return html! {};
    }
    let why = |one: &Dropped| match one.reason {
        Reason::Owned => t::dropped_owned(l),
        Reason::Unavailable => t::dropped_unavailable(l),
    };
    let body = html! {
        ul.checkout__dropped {
            @for one in gone { li { bdi { (one.title) } " · " (why(one)) } }
        }
    };
    ui::alert(&Alert { tone: Tone::Info, title: t::dropped(l), body })
}

fn draw(l: Locale, covers: &Covers, line: &Line) -> Markup {
    html! {
        div.line {
            (covers.draw(Some(line.book)))
            div.line__text {
                p.line__title { bdi lang=(line.language) { (line.title) } }
                p.line__by { bdi { (line.authors) } }
                @if let Some(before) = line.before() {
                    p.line__changed { (icon(Icon::Info)) (t::price_changed(l, &i18n::price(l, before))) }
                }
            }
            span.price { bdi { (amount(l, line.price)) } }
        }
    }
}

fn amount(l: Locale, money: kernel::Money) -> String {
    if money.is_zero() { t::costs_nothing(l).to_owned() } else { i18n::price(l, money) }
}

/// The total, what is agreed to, and the button.
fn sum(page: &Page, review: &Review) -> Markup {
    let l = page.locale;
    let total = review.quote.total;
    html! {
        section.checkout__sum aria-labelledby="total" {
            p.checkout__total {
                span #total { (t::review_total(l, count(&review.quote))) }
                strong { bdi { (amount(l, total)) } }
            }
            @match &review.hindrance {
                Some(Hindrance::TooLittle(least)) => (hindered(t::total_too_low(l, &i18n::price(l, *least)))),
                Some(Hindrance::NoPayments) => (hindered(t::payments_off(l).to_owned())),
                None => (form(page, review)),
            }
            p.checkout__back { a href=(page.url(CART)) { (t::review_change(l)) } }
        }
    }
}

fn count(quote: &Quote) -> i64 {
    i64::try_from(quote.lines.len()).unwrap_or(i64::MAX)
}

fn hindered(words: String) -> Markup {
    ui::alert(&Alert { tone: Tone::Warning, title: &words, body: html! {} })
}

fn form(page: &Page, review: &Review) -> Markup {
    let l = page.locale;
    let is_free = review.quote.total.is_zero();
    let label = if is_free { t::get_books(l) } else { t::pay(l) };
    html! {
        @if !is_free {
            p.checkout__note { (icon(Icon::Lock)) span { (t::pay_where(l)) } }
            @if review.is_trial { p.checkout__note { (icon(Icon::Info)) span { (t::pay_trial(l)) } } }
        }
        p.checkout__note {
            span { (t::review_terms(l)) " " a href=(page.url(TERMS)) { (t::terms_title(l)) } }
        }
        // A plain form: a script that fetched the answer could not follow it to another host.
        form.pay-form method="post" action=(page.url(CHECKOUT)) {
            input type="hidden" name="csrf" value=(page.csrf());
            input type="hidden" name="quote" value=(review.quote.hash);
            button.button.pay-form__button type="submit" data-ink {
                span { (label) }
                @if !is_free { span.pay-form__cards dir="ltr" { span { "CIB" } span { "EDAHABIA" } } }
            }
        }
    }
}
