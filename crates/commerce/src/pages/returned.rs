//! `/pay/return/{token}`: where the gateway sends a browser back to. It says what is known of the payment, and believes
//! nothing that the browser brings: the books come by what the gateway says when asked.
//!
//! Whoever has the address sees the order, which names nobody, and nothing else: the browser that comes back need not be
//! the one that is signed in.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Frame, Icon, Tone, icon};
use web::{App, Caching, OrNotFound as _, Page, Path, Query};

use super::covers::Covers;
use super::{ORDERS, facts, frame, order_path, pay, receipt};
use crate::machine::OrderState;
use crate::payment::Attempt;
use crate::{CancelReason, Commerce, Order, OrderItem, PaymentStatus, t};

/// How often the page is loaded again by itself, and after how many seconds.
const LOADS: u32 = 12;
const EVERY: u32 = 5;

/// What the address says; the gateway adds things of its own.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Seen {
    /// How often the page was loaded by itself.
    n: String,
}

/// What became of the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Paid,
    /// The order was paid before; this money goes back.
    PaidTwice,
    Waits,
    Refused,
    Cancelled,
    Expired,
    Refunded,
    /// Somebody has to look at it.
    InDoubt,
}

struct Returned<'a> {
    order: &'a Order,
    attempt: &'a Attempt,
    outcome: Outcome,
    items: &'a [OrderItem],
    covers: Covers,
    /// Where it can still be paid.
    pay_at: Option<String>,
    loads: u32,
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
    Path(token): Path<String>,
    Query(seen): Query<Seen>,
) -> web::Result<Response> {
    let (payment, order) = Attempt::returned(&app.db, &token).await?.or_404()?;
    let order = Order::by_key(&app.db, order).await?.or_404()?;
    let attempts = Attempt::of(&app.db, order.id).await?;
    let attempt = attempts.iter().find(|attempt| attempt.id == payment).or_404()?;
    let outcome = outcome(&order, attempt);
    let now = app.clock.now();
    if matches!(outcome, Outcome::Waits | Outcome::InDoubt) && commerce.gateway().is_some() {
        commerce.awaited().ask(&app.db, payment, now).await?;
    }
    let items = OrderItem::of(&app.db, &[order.id]).await?;
    let covers = Covers::of(&app.db, items.iter().filter_map(|item| item.book_id)).await?;
    let lives = attempt.status == PaymentStatus::Open && attempt.expires_at.is_some_and(|at| at > now);
    let url = attempt.pay_url.as_deref().filter(|_| lives);
    let pay_at = commerce.gateway().zip(url).and_then(|(gateway, url)| gateway.pay_url(url));
    // An order may have been paid by another attempt than the one that comes back.
    let paid = if outcome == Outcome::PaidTwice { None } else { facts::paying(&attempts) };
    let returned = Returned {
        order: &order,
        attempt: paid.unwrap_or(attempt),
        outcome,
        items: &items,
        covers,
        pay_at: pay_at.map(String::from),
        loads: seen.n.parse().unwrap_or(0),
    };
    let html = page.render(&around(&page, &returned), &view(&page, &returned));
    Ok((frame::policy(&commerce), Caching::NoStore, html).into_response())
}

fn outcome(order: &Order, attempt: &Attempt) -> Outcome {
    match order.state() {
        OrderState::Completed if attempt.goes_back() == Some(attempt.amount()) => return Outcome::PaidTwice,
        OrderState::Completed => return Outcome::Paid,
        OrderState::Cancelled(CancelReason::Refunded) => return Outcome::Refunded,
        OrderState::Cancelled(CancelReason::ByReader | CancelReason::ByShop) => return Outcome::Cancelled,
        OrderState::Pending | OrderState::Processing | OrderState::Cancelled(_) => {}
    }
    match attempt.status {
        PaymentStatus::Failed | PaymentStatus::Rejected => Outcome::Refused,
        PaymentStatus::Cancelled => Outcome::Cancelled,
        PaymentStatus::Expired => Outcome::Expired,
        PaymentStatus::Review => Outcome::InDoubt,
        // What is paid completes its order at once.
        PaymentStatus::Creating
        | PaymentStatus::Open
        | PaymentStatus::Processing
        | PaymentStatus::Unknown
        | PaymentStatus::Paid => Outcome::Waits,
    }
}

fn around(page: &Page, returned: &Returned<'_>) -> Frame {
    let title = words(page.locale, returned.outcome).0;
    let again = format!("{}?n={}", page.url(page.path()), returned.loads + 1);
    let loads_again = returned.outcome == Outcome::Waits && returned.loads < LOADS;
    Frame {
        head: html! {
            @if loads_again { meta http-equiv="refresh" content={ (EVERY) "; url=" (again) }; }
        },
        ..frame::checkout(page, title, ORDERS)
    }
}

/// What happened, and what follows from it.
fn words(l: i18n::Locale, outcome: Outcome) -> (&'static str, &'static str, Tone) {
    match outcome {
        Outcome::Paid => (t::returned_paid(l), t::returned_paid_more(l), Tone::Success),
        Outcome::PaidTwice => (t::returned_twice(l), t::returned_twice_more(l), Tone::Warning),
        Outcome::Waits => (t::returned_waits(l), t::returned_waits_more(l), Tone::Info),
        Outcome::Refused => (t::returned_refused(l), t::returned_refused_more(l), Tone::Danger),
        Outcome::Cancelled => (t::returned_cancelled(l), t::returned_cancelled_more(l), Tone::Warning),
        Outcome::Expired => (t::returned_expired(l), t::returned_expired_more(l), Tone::Warning),
        Outcome::Refunded => (t::returned_refunded(l), t::returned_refunded_more(l), Tone::Info),
        Outcome::InDoubt => (t::returned_doubt(l), t::returned_doubt_more(l), Tone::Warning),
    }
}

fn view(page: &Page, returned: &Returned<'_>) -> Markup {
    let l = page.locale;
    let (title, more, tone) = words(l, returned.outcome);
    let is_tired = returned.outcome == Outcome::Waits && returned.loads >= LOADS;
    let more = if is_tired { t::returned_waits_long(l) } else { more };
    let (class, shape) = match tone {
        Tone::Success => ("outcome outcome--done", Icon::CircleCheck),
        Tone::Danger => ("outcome outcome--refused", Icon::CircleAlert),
        Tone::Warning => ("outcome", Icon::Warning),
        Tone::Info => ("outcome", Icon::Clock),
    };
    let is_paid = matches!(returned.outcome, Outcome::Paid | Outcome::PaidTwice);
    html! {
        div.checkout.checkout--returned {
            div class=(class) {
                (icon(shape))
                h1.outcome__title { (title) }
                p { (more) }
                @if let Some(back) = returned.attempt.goes_back().filter(|_| returned.outcome == Outcome::Paid) {
                    p { (t::returned_part_back(l, &i18n::price(l, back))) }
                }
            }
            (ways(page, returned))
            section.checkout__part aria-labelledby="payment" {
                h2 #payment { (t::payment_facts(l)) }
                (facts::payment(l, returned.order, is_paid.then_some(returned.attempt)))
            }
            section.checkout__part aria-labelledby="books" {
                h2 #books { (t::books(l)) }
                (facts::books(page, returned.order, returned.items, &returned.covers))
            }
        }
    }
}

/// What can be done now.
fn ways(page: &Page, returned: &Returned<'_>) -> Markup {
    let l = page.locale;
    let is_owner = page.reader().is_some_and(|me| returned.order.user_id == Some(me.user));
    let is_paid = matches!(returned.outcome, Outcome::Paid | Outcome::PaidTwice);
    let order = page.url(&order_path(&returned.order.number));
    let link = |label, kind, href: &str| ui::button_link(&Button { label, kind, ..Button::default() }, href);
    html! {
        div.checkout__ways {
            @match returned.outcome {
                Outcome::Waits => {
                    @if let Some(pay_at) = &returned.pay_at {
                        (link(t::pay_go_on(l), ButtonKind::Outline, pay_at))
                    }
                    (link(t::look_again(l), ButtonKind::Outline, &page.url(page.path())))
                }
                Outcome::Refused | Outcome::Cancelled | Outcome::Expired if is_owner => {
                    (pay::form(page, returned.order, true))
                }
                Outcome::Paid if is_owner => (read_now(page, returned)),
                _ => {}
            }
            @if is_owner {
                @if is_paid && returned.order.total > 0 { (receipt::link(page, returned.order)) }
                (link(t::to_order(l), ButtonKind::Outline, &order))
            } @else {
                (sign_in(page, &order, if is_paid { t::returned_sign_in(l) } else { t::returned_sign_in_order(l) }))
            }
        }
    }
}

/// The way into what was just bought, where that is one book; the others stand below.
fn read_now(page: &Page, returned: &Returned<'_>) -> Markup {
    let there = |item: &&OrderItem| item.refunded_at.is_none() && item.book_id.is_some();
    let mut books = returned.items.iter().filter(there).filter_map(|item| item.book_id);
    let button = Button { label: t::read_now(page.locale), icon: Some(Icon::BookOpen), ..Button::default() };
    html! {
        @if let (Some(book), None) = (books.next(), books.next()) {
            (ui::button_link(&button, &page.url(&catalogue::paths::read(book))))
        }
    }
}

fn sign_in(page: &Page, next: &str, label: &str) -> Markup {
    let next: String = form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let button = Button { label, ..Button::default() };
    ui::button_link(&button, &format!("{}?next={next}", page.url(web::SIGN_IN)))
}
