//! `/admin/orders/{number}/refund`: which books are paid back and why, then a question that names what goes, then the deed.

use axum::response::Response;
use catalogue::Book;
use commerce::OrderItem;
use commerce::desk::{Admin, Dossier, TEXT_MOST};
use commerce::machine::OrderState;
use commerce::refund::Wanted;
use kernel::{Id, Money};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Checkbox, Field, TextArea};
use web::admin::{Section, Shown};
use web::{Form, Notice, Page, Path};

use super::list::shown;
use super::{one, path};
use crate::ask::{self, Sure};
use crate::words::orders as t;

/// What stands for a book that is gone: it can only be paid back with all the others.
const GONE: i64 = 0;

/// What the form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    book: Vec<i64>,
    reason: String,
    reference: String,
    keep: Option<String>,
    /// Sent by the question.
    sure: Option<String>,
}

/// What of the order is chosen.
struct Choice {
    /// All that is left.
    whole: bool,
    books: Vec<Id<Book>>,
    amount: i64,
}

impl Filled {
    fn chosen(&self, of: &Dossier) -> Choice {
        let open: Vec<&OrderItem> = open(of).collect();
        let is_chosen = |item: &&&OrderItem| self.book.contains(&key(item));
        let chosen: Vec<&&OrderItem> = open.iter().filter(is_chosen).collect();
        Choice {
            whole: chosen.len() == open.len(),
            amount: chosen.iter().map(|item| item.amount).sum(),
            books: chosen.iter().map(|item| item.book_id.unwrap_or(Id::new(GONE))).collect(),
        }
    }
}

/// What is not paid back yet.
fn open(of: &Dossier) -> impl Iterator<Item = &OrderItem> {
    of.items.iter().filter(|item| item.refunded_at.is_none())
}

fn key(item: &OrderItem) -> i64 {
    item.book_id.map_or(GONE, Id::get)
}

/// The part of an order's page where it begins; nothing where there is nothing to pay back.
pub(super) fn section(page: &Page, of: &Dossier, filled: &Filled) -> Markup {
    let l = page.locale;
    let is_paid = of.order.state() == OrderState::Completed && of.order.total > 0;
    let is_open = is_paid && open(of).any(|item| item.amount > 0);
    html! {
        @if is_open || !of.refunds.is_empty() {
            section.panel aria-labelledby="refunds" {
                h2.panel__title #refunds { (t::refunds(l)) }
                @if !of.refunds.is_empty() { (crate::refunds::of_order(page, &of.refunds)) }
                @if is_open { (form(page, of, filled)) }
            }
        }
    }
}

fn form(page: &Page, of: &Dossier, filled: &Filled) -> Markup {
    let (l, currency) = (page.locale, of.order.currency);
    let action = format!("{}/refund", page.url(&path(&of.order.number)));
    let form = ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() };
    let is_new = filled.book.is_empty() && filled.reason.is_empty();
    let press = Button { label: t::refund_go_on(l), kind: ButtonKind::Outline, ..Button::default() };
    let fields = html! {
        fieldset.refund__books {
            legend { (t::refund_books(l)) }
            @for item in open(of).filter(|item| item.amount > 0) {
                label.tick {
                    input.tick__box type="checkbox" name="book" value=(key(item)) checked[is_new || filled.book.contains(&key(item))];
                    span {
                        bdi { (item.title) } " · "
                        bdi { (i18n::price(l, Money { amount: item.amount, currency })) }
                    }
                }
            }
        }
        (ui::text_area(l, &TextArea {
            name: "reason", label: t::refund_reason(l), value: &filled.reason, hint: Some(t::refund_reason_hint(l)),
            most: u32::try_from(TEXT_MOST).ok(), ..TextArea::default()
        }))
        (ui::field(l, &Field {
            name: "reference", label: t::refund_reference(l), value: &filled.reference,
            hint: Some(t::refund_reference_hint(l)), optional: true, most: u32::try_from(TEXT_MOST).ok(),
            autocomplete: Some("off"), ..Field::default()
        }))
        (ui::checkbox(l, &Checkbox {
            name: "keep", label: t::refund_keep(l), hint: Some(t::refund_keep_hint(l)), checked: filled.keep.is_some(),
            ..Checkbox::default()
        }))
        (ui::button(&press, None))
    };
    ui::form(&form, &fields)
}

/// `POST`: the question first, then the deed.
pub(super) async fn send(
    page: Page,
    admin: Admin,
    Path(number): Path<String>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let l = page.locale;
    let of = Dossier::find(&admin.app.db, &number).await?;
    let choice = filled.chosen(&of);
    let missing = match () {
        () if choice.amount == 0 => Some(t::refund_no_books(l)),
        () if filled.reason.trim().is_empty() => Some(t::refund_no_reason(l)),
        () => None,
    };
    if let Some(words) = missing {
        return one::to_correct(&page, &admin.app, &number, (words, &filled)).await;
    }
    if filled.sure.is_none() {
        return Ok(question(&page, &admin, &of, (&filled, &choice)));
    }
    let wanted = Wanted {
        books: (!choice.whole).then_some(&choice.books),
        note: &filled.reason,
        reference: Some(&filled.reference),
        keeps_books: filled.keep.is_some(),
    };
    match admin.refund(&number, wanted).await {
        Ok(_) => Ok(page.done(&path(&of.order.number), Notice::RefundDecided)),
        Err(error) => one::refused(&page, &admin.app, &number, (error, &filled)).await,
    }
}

fn question(page: &Page, admin: &Admin, of: &Dossier, (filled, choice): (&Filled, &Choice)) -> Response {
    let l = page.locale;
    let back = path(&of.order.number);
    let amount = Money { amount: choice.amount, currency: of.order.currency };
    let price = i18n::exact_price(l, amount);
    let title = t::refund_title(l, &price, &of.order.number);
    let action = format!("{}/refund", page.url(&back));
    let sure = Sure {
        body: what_goes(page, admin, of, (filled, choice, amount)),
        action: &action,
        fields: html! {
            @for book in &filled.book { input type="hidden" name="book" value=(book); }
            input type="hidden" name="reason" value=(filled.reason);
            input type="hidden" name="reference" value=(filled.reference);
            @if filled.keep.is_some() { input type="hidden" name="keep" value="on"; }
            input type="hidden" name="sure" value="on";
        },
        deed: &t::refund_deed(l, &price),
        cancel: &page.url(&back),
    };
    let (frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&back),
        body: ask::sure(page, &sure),
        ..Shown::new(Section::Orders, l)
    });
    page.render(&frame, &body)
}

/// What follows from it, named.
fn what_goes(
    page: &Page,
    admin: &Admin,
    of: &Dossier,
    (filled, choice, amount): (&Filled, &Choice, Money),
) -> Markup {
    let l = page.locale;
    let keeps = filled.keep.is_some();
    let reader =
        of.buyer.as_ref().map_or_else(|| t::buyer_gone(l).to_owned(), |buyer| shown(buyer).to_owned());
    let needs_second = admin.app.shop().refunds_alone.is_some_and(|most| amount.amount > most.amount);
    let chosen = open(of).filter(|item| filled.book.contains(&key(item)) && item.amount > 0);
    html! {
        p { (if keeps { t::refund_stay(l, &reader) } else { t::refund_leave(l, &reader) }) }
        ul.sure__list { @for item in chosen { li { bdi { (item.title) } } } }
        @if choice.whole { p { (t::refund_whole(l)) } }
        p { (t::refund_note(l)) }
        @if needs_second {
            p { strong { (t::refund_second(l)) } }
        } @else if filled.reference.trim().is_empty() {
            p { (t::refund_by_hand(l)) }
        } @else {
            p { (t::refund_sent(l, filled.reference.trim())) }
        }
    }
}
