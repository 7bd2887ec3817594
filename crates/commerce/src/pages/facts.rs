//! What is known of a payment, and the books that it paid.

use i18n::Locale;
use maud::{Markup, html};
use ui::{Button, ButtonKind, Fact, Icon};
use web::Page;

use super::covers::Covers;
use crate::payment::Attempt;
use crate::receipts::method;
use crate::{Order, OrderItem, PaymentStatus, t};

/// The attempt by which an order was paid.
pub(super) fn paying(attempts: &[Attempt]) -> Option<&Attempt> {
    attempts.iter().find(|attempt| attempt.status == PaymentStatus::Paid)
}

/// What was paid, when, how and under which names.
pub(super) fn payment(l: Locale, order: &Order, paid: Option<&Attempt>) -> Markup {
    let fact = |label: &str, value: Markup| Fact { label: label.to_owned(), value };
    let code = |text: &str| html! { bdi.code dir="ltr" { (text) } };
    let price = |money| html! { bdi { (i18n::exact_price(l, money)) } };
    let mut facts = vec![fact(t::fact_order(l), code(&order.number))];
    if let Some(checkout) = paid.and_then(|paid| paid.checkout_id.as_deref()) {
        facts.push(fact(t::fact_payment(l), code(checkout)));
    }
    if let Some(at) = paid.and_then(|paid| paid.settled_at).or(order.completed_at) {
        facts.push(fact(t::fact_date(l), html! { (i18n::date_time(l, at)) " (UTC+1)" }));
    }
    if let Some(paid) = paid {
        facts.push(fact(t::fact_method(l), html! { bdi { (method(l, paid.method.as_deref())) } }));
    }
    facts.push(fact(t::fact_amount(l), price(paid.map_or(order.total(), Attempt::amount))));
    if order.refunded > 0 {
        let refunded = kernel::Money { amount: order.refunded, currency: order.currency };
        facts.push(fact(t::fact_refunded(l), price(refunded)));
    }
    ui::facts(&facts)
}

/// The books of an order; with the way to read each of them, for whoever has them.
pub(super) fn books(page: &Page, order: &Order, items: &[OrderItem], covers: &Covers) -> Markup {
    let l = page.locale;
    let may_read =
        page.reader().is_some_and(|me| order.user_id == Some(me.user)) && order.completed_at.is_some();
    html! {
        ul.checkout__lines role="list" {
            @for item in items {
                li {
                    div.line {
                        (covers.draw(item.book_id))
                        div.line__text {
                            p.line__title { bdi { (item.title) } }
                            p.line__by { bdi { (item.authors) } }
                            @if item.refunded_at.is_some() {
                                p.line__changed { (if item.kept { t::item_kept(l) } else { t::item_refunded(l) }) }
                            }
                            @if may_read && (item.kept || item.refunded_at.is_none()) && let Some(book) = item.book_id {
                                p.line__ways { (read(page, book, &item.title)) }
                            }
                        }
                        span.price { bdi { (price(l, order, item)) } }
                    }
                }
            }
        }
    }
}

fn price(l: Locale, order: &Order, item: &OrderItem) -> String {
    match item.amount {
        0 => t::costs_nothing(l).to_owned(),
        amount => i18n::price(l, kernel::Money { amount, currency: order.currency }),
    }
}

/// The way into a book.
pub(super) fn read(page: &Page, book: kernel::Id<catalogue::Book>, title: &str) -> Markup {
    let l = page.locale;
    let label = t::read_book(l, title);
    let button = Button {
        label: t::read(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::BookOpen),
        aria_label: Some(&label),
        ..Button::default()
    };
    ui::button_link(&button, &page.url(&catalogue::paths::read(book)))
}
