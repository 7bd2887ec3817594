//! `/account/orders/{number}`: an order of one's own, what became of it, and what can be done with it.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use i18n::Locale;
use maud::{Markup, html};
use ui::{Alert, Frame, Icon, Tone, icon};
use web::{App, Error, OrNotFound as _, Page, Path, Signed, UserId};

use super::covers::Covers;
use super::{ORDERS, cancel, facts, frame, order_path, pay, receipt, standing, trouble};
use crate::buying::Buying;
use crate::machine::OrderState;
use crate::order;
use crate::payment::Attempt;
use crate::{CancelReason, Commerce, Order, OrderEvent, OrderItem, PaymentStatus, t};

/// All that the page shows.
struct Whole {
    order: Order,
    items: Vec<OrderItem>,
    events: Vec<OrderEvent>,
    attempts: Vec<Attempt>,
    covers: Covers,
    /// It is not paid, and has a book that is in the library by now: paying would bring nothing.
    is_owned: bool,
}

impl Whole {
    async fn find(app: &App, user: UserId, number: &str) -> web::Result<Self> {
        let order = Order::find(&app.db, user, number).await?.or_404()?;
        let items = OrderItem::of(&app.db, &[order.id]).await?;
        let events = OrderEvent::of(&app.db, order.id).await?;
        let attempts = Attempt::of(&app.db, order.id).await?;
        let covers = Covers::of(&app.db, items.iter().filter_map(|item| item.book_id)).await?;
        let is_owned = order.completed_at.is_none() && order::has_owned(&app.db, order.id).await?;
        Ok(Self { order, items, events, attempts, covers, is_owned })
    }
}

impl Whole {
    /// Whether money came for it, of which there is a receipt.
    fn has_papers(&self) -> bool {
        self.order.completed_at.is_some() && self.order.total > 0
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
    Signed(me): Signed,
    Path(number): Path<String>,
) -> web::Result<Response> {
    let whole = Whole::find(&app, me.user, &number).await?;
    if number != whole.order.number {
        return Ok(page.moved_to(&order_path(&number)));
    }
    Ok(render(&page, &commerce, &whole, None))
}

/// The page after something could not be done, with why.
pub(super) async fn refused(
    page: &Page,
    commerce: &Commerce,
    buying: &Buying,
    number: &str,
    error: Error,
) -> web::Result<Response> {
    let Some(words) = trouble::told(page.locale, &error) else { return Err(error) };
    let whole = Whole::find(&buying.app, buying.me.user, number).await?;
    Ok(web::told(&error, render(page, commerce, &whole, Some(&words))))
}

fn render(page: &Page, commerce: &Commerce, whole: &Whole, trouble: Option<&str>) -> Response {
    let title = t::order_title(page.locale, &whole.order.number);
    let frame = Frame { has_problems: trouble.is_some(), ..frame::account(page, &title, ORDERS) };
    let page_of = page.render(&frame, &view(page, whole, &title, trouble));
    (frame::policy(commerce), page_of).into_response()
}

fn view(page: &Page, whole: &Whole, title: &str, trouble: Option<&str>) -> Markup {
    let (l, order) = (page.locale, &whole.order);
    html! {
        (frame::crumbs(page, Some(title)))
        div.account.order {
            div.account__title.order__head {
                h1 { (title) }
                p.order__facts { (standing::sign(l, order)) span { (i18n::date_time(l, order.created_at)) } }
            }
            @if let Some(words) = trouble { (trouble::alert(words, html! {})) }
            (standing_alert(l, whole))
            (ways(page, whole))
            section.checkout__part aria-labelledby="books" {
                h2 #books { (t::books(l)) }
                (facts::books(page, order, &whole.items, &whole.covers))
                p.checkout__total { span { (t::total(l)) } strong { bdi { (i18n::price(l, order.total())) } } }
            }
            section.checkout__part aria-labelledby="payment" {
                h2 #payment { (t::payment_facts(l)) }
                (facts::payment(l, order, facts::paying(&whole.attempts)))
                @if whole.has_papers() { (receipt::link(page, order)) }
            }
            section.checkout__part aria-labelledby="timeline" {
                h2 #timeline { (t::timeline(l)) }
                (timeline(l, whole))
            }
            @if cancel::may(order) { (cancel::ask(page, order, |l, asks| ui::confirm_dialog(l, cancel::DIALOG, asks))) }
        }
    }
}

/// What there is to say of an order that is not simply paid.
fn standing_alert(l: Locale, whole: &Whole) -> Markup {
    let last = whole.attempts.last().map(|attempt| attempt.status);
    let (title, more, tone) = match (whole.order.state(), last) {
        (OrderState::Completed, _) => return part_back(l, &whole.attempts),
        (_, Some(PaymentStatus::Review)) => (t::returned_doubt(l), t::returned_doubt_more(l), Tone::Warning),
        (OrderState::Processing, _) => (t::being_paid(l), t::returned_waits_more(l), Tone::Info),
        (OrderState::Pending, Some(PaymentStatus::Unknown | PaymentStatus::Rejected)) => {
            (t::not_opened(l), t::not_opened_more(l), Tone::Warning)
        }
        (OrderState::Pending, _) if whole.is_owned => {
            (t::order_owned(l), t::order_owned_more(l), Tone::Warning)
        }
        (OrderState::Pending, _) => (t::waits_for_payment(l), t::waits_for_payment_more(l), Tone::Info),
        (OrderState::Cancelled(CancelReason::Failed), _) => {
            (t::returned_refused(l), t::returned_refused_more(l), Tone::Danger)
        }
        (OrderState::Cancelled(CancelReason::Expired), _) => {
            (t::returned_expired(l), t::returned_expired_more(l), Tone::Warning)
        }
        (OrderState::Cancelled(CancelReason::ByReader), _) => {
            (t::returned_cancelled(l), t::returned_cancelled_more(l), Tone::Info)
        }
        (OrderState::Cancelled(CancelReason::ByShop), _) => {
            (t::returned_by_shop(l), t::returned_by_shop_more(l), Tone::Warning)
        }
        (OrderState::Cancelled(CancelReason::Refunded), _) => {
            (t::returned_refunded(l), t::returned_refunded_more(l), Tone::Info)
        }
    };
    ui::alert(&Alert { tone, title, body: html! { p { (more) } } })
}

/// Money that came without need.
fn part_back(l: Locale, attempts: &[Attempt]) -> Markup {
    html! {
        @for back in attempts.iter().filter_map(Attempt::goes_back) {
            (ui::alert(&Alert {
                tone: Tone::Info,
                title: &t::returned_part_back(l, &i18n::price(l, back)),
                body: html! {},
            }))
        }
    }
}

/// What can be done with it.
fn ways(page: &Page, whole: &Whole) -> Markup {
    let (l, order) = (page.locale, &whole.order);
    let can_be_paid = matches!(
        order.state(),
        OrderState::Pending
            | OrderState::Cancelled(CancelReason::Failed | CancelReason::Expired | CancelReason::ByReader)
    );
    let may_pay = can_be_paid && !whole.is_owned;
    let may_cancel = cancel::may(order);
    html! {
        @if may_pay || may_cancel {
            div.checkout__ways {
                @if may_pay { (pay::form(page, order, order.state() != OrderState::Pending)) }
                @if may_cancel {
                    (ui::confirm_link(
                        t::cancel_order(l),
                        &page.url(&format!("{}/cancel", order_path(&order.number))),
                        Some(cancel::DIALOG),
                    ))
                }
            }
        }
    }
}

/// What became of it, the first thing first.
fn timeline(l: Locale, whole: &Whole) -> Markup {
    let is_free = whole.order.total == 0;
    html! {
        ol.timeline role="list" {
            @for event in &whole.events {
                @let (label, shape) = happened(l, event, is_free);
                li.timeline__event {
                    (icon(shape))
                    span { (label) }
                    span.timeline__at { (i18n::date_time(l, event.at)) }
                }
            }
        }
    }
}

fn happened(l: Locale, event: &OrderEvent, is_free: bool) -> (&'static str, Icon) {
    match (event.kind.as_str(), event.details.0.reason) {
        ("placed", _) => (t::event_placed(l), Icon::Bag),
        ("pending", _) => (t::event_pending(l), Icon::Clock),
        ("processing", _) => (t::event_processing(l), Icon::Clock),
        ("completed", _) if is_free => (t::event_completed_free(l), Icon::CircleCheck),
        ("completed", _) => (t::event_completed(l), Icon::CircleCheck),
        ("refunded", _) => (t::event_refunded_part(l), Icon::Undo),
        ("money_sent", _) => (t::event_money_sent(l), Icon::CircleCheck),
        ("paid_twice", _) => (t::event_paid_twice(l), Icon::Undo),
        ("cancelled", Some(CancelReason::Failed)) => (t::event_failed(l), Icon::CircleAlert),
        ("cancelled", Some(CancelReason::Expired)) => (t::event_expired(l), Icon::Close),
        ("cancelled", Some(CancelReason::Refunded)) => (t::event_refunded(l), Icon::Undo),
        ("cancelled", Some(CancelReason::ByShop)) => (t::event_by_shop(l), Icon::Close),
        ("cancelled", _) => (t::event_cancelled(l), Icon::Close),
        _ => (t::event_other(l), Icon::Info),
    }
}
