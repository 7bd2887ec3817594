//! `/admin/orders/{number}`: an order, who bought, what became of it, the gateway's trail, its papers and refunds.

use axum::extract::State;
use axum::response::Response;
use commerce::desk::{Admin, Dossier, HeardEvent, Trail, gateway_title, payment_word};
use commerce::machine::OrderState;
use commerce::{PaymentStatus, Receipt};
use i18n::Locale;
use kernel::Money;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Button, ButtonKind, Fact, Icon, Tone};
use web::admin::{Section, Shown};
use web::{App, Error, Page, Path, Query};

use super::list::shown;
use super::refund::{self, Filled};
use super::{PATH, finding, path, standing, told};
use crate::ask;
use crate::words::orders as t;

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(number): Path<String>,
) -> web::Result<Response> {
    let of = Dossier::find(&app.db, &number).await?;
    if number != of.order.number {
        return Ok(page.moved_to(&path(&number)));
    }
    Ok(render(&page, &of, (None, &Filled::default())))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    paper: String,
}

/// `GET …/receipt.pdf`
pub(super) async fn paper(
    page: Page,
    admin: Admin,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    admin.paper(page.locale, &number, &which.paper).await
}

/// The page after something could not be done, with why and with what was filled in.
pub(super) async fn refused(
    page: &Page,
    app: &App,
    number: &str,
    (error, filled): (Error, &Filled),
) -> web::Result<Response> {
    let Some(words) = ask::told(page.locale, &error) else { return Err(error) };
    let of = Dossier::find(&app.db, number).await?;
    Ok(web::told(&error, render(page, &of, (Some(&words), filled))))
}

/// The same for what is only wrong with the form.
pub(super) async fn to_correct(
    page: &Page,
    app: &App,
    number: &str,
    (words, filled): (&str, &Filled),
) -> web::Result<Response> {
    let of = Dossier::find(&app.db, number).await?;
    Ok(web::to_correct(render(page, &of, (Some(words), filled))))
}

fn render(page: &Page, of: &Dossier, (trouble, filled): (Option<&str>, &Filled)) -> Response {
    let l = page.locale;
    let number = &of.order.number;
    let title = t::title(l, number);
    let (mut frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(PATH),
        actions: ways(page, of),
        body: html! {
            @if let Some(words) = trouble { (ask::refused(words)) }
            @if of.is_in_doubt() { (doubts(l, of)) }
            div.admin__columns.dossier {
                section.panel aria-labelledby="facts" {
                    h2.panel__title #facts { (t::facts(l)) }
                    (facts(page, of))
                }
                section.panel aria-labelledby="books" {
                    h2.panel__title #books { (t::books(l)) }
                    (books(page, of))
                }
                (refund::section(page, of, filled))
                section.panel aria-labelledby="timeline" {
                    h2.panel__title #timeline { (t::timeline(l)) }
                    (told::timeline(l, &of.events))
                }
                section.panel aria-labelledby="trail" {
                    h2.panel__title #trail { (t::trail(l)) }
                    (trail(l, of))
                }
                @if !of.receipts.is_empty() {
                    section.panel aria-labelledby="papers" {
                        h2.panel__title #papers { (t::papers(l)) }
                        (papers(page, of))
                    }
                }
            }
        },
        ..Shown::new(Section::Orders, l)
    });
    frame.has_problems = trouble.is_some();
    page.render(&frame, &body)
}

/// What can be done with it at once.
fn ways(page: &Page, of: &Dossier) -> Markup {
    let l = page.locale;
    let path = page.url(&path(&of.order.number));
    let ask =
        Button { label: t::ask(l), kind: ButtonKind::Outline, icon: Some(Icon::Reset), ..Button::default() };
    let cancel = Button { label: t::cancel(l), kind: ButtonKind::Danger, ..Button::default() };
    html! {
        @if of.payments.iter().any(|(one, _)| one.status != PaymentStatus::Rejected) {
            (ask::press(page, &format!("{path}/ask"), &ask))
        }
        @if of.order.state() == OrderState::Pending {
            (ui::button_link(&cancel, &format!("{path}/cancel")))
        }
    }
}

/// Why somebody has to look at it.
fn doubts(l: Locale, of: &Dossier) -> Markup {
    let why = |payment: &Trail| match payment.status {
        PaymentStatus::Unknown => Some(t::doubt_unknown(l).to_owned()),
        PaymentStatus::Review => Some(t::doubt_review(l, payment.note.as_deref().unwrap_or("–"))),
        _ => None,
    };
    let of_payments = of.payments.iter().filter_map(|(payment, _)| why(payment));
    let found = of.findings.iter().map(|one| finding(l, one, of.order.currency));
    let body = html! {
        ul.alert__list { @for words in of_payments.chain(found) { li { (words) } } }
        p { (t::doubt_more(l)) }
    };
    ui::alert(&Alert { tone: Tone::Warning, title: t::doubt(l), body })
}

fn facts(page: &Page, of: &Dossier) -> Markup {
    let (l, order) = (page.locale, &of.order);
    let fact = |label: &str, value: Markup| Fact { label: label.to_owned(), value };
    let price = |amount| {
        html! { bdi { (i18n::exact_price(l, Money { amount, currency: order.currency })) } }
    };
    let mut facts = vec![
        fact(t::column_status(l), standing(l, order)),
        fact(
            t::column_buyer(l),
            html! {
                @match &of.buyer {
                    Some(buyer) => {
                        a href=(page.url(&crate::users::path(buyer.id))) { bdi { (shown(buyer)) } }
                        br; bdi dir="ltr" { (buyer.email) }
                    },
                    None => (t::buyer_gone(l)),
                }
            },
        ),
        fact(t::fact_made(l), html! { (i18n::date_time(l, order.created_at)) }),
    ];
    if let Some(at) = order.completed_at {
        facts.push(fact(t::fact_paid(l), html! { (i18n::date_time(l, at)) }));
    }
    facts.push(fact(t::column_total(l), price(order.total)));
    if order.refunded > 0 {
        facts.push(fact(t::fact_refunded(l), price(order.refunded)));
    }
    ui::facts(&facts)
}

fn books(page: &Page, of: &Dossier) -> Markup {
    let (l, currency) = (page.locale, of.order.currency);
    html! {
        ul.admin-lines role="list" {
            @for item in &of.items {
                li.admin-lines__line {
                    div {
                        p {
                            @match item.book_id {
                                Some(book) => a href=(page.url(&catalogue::paths::book(book, &item.title))) { bdi { (item.title) } },
                                None => bdi { (item.title) },
                            }
                        }
                        p.admin-lines__more { bdi { (item.authors) } }
                        @if item.refunded_at.is_some() {
                            p.admin-lines__more { (if item.kept { t::line_kept(l) } else { t::line_back(l) }) }
                        }
                    }
                    span { bdi { (i18n::price(l, Money { amount: item.amount, currency })) } }
                }
            }
        }
    }
}

/// What the gateway was asked and said, attempt by attempt.
fn trail(l: Locale, of: &Dossier) -> Markup {
    html! {
        @if of.payments.is_empty() { p { (t::trail_none(l)) } }
        @for (payment, heard) in &of.payments { (attempt(l, of, (payment, heard))) }
    }
}

fn attempt(l: Locale, of: &Dossier, (payment, heard): (&Trail, &[HeardEvent])) -> Markup {
    let fact = |label: &str, value: Markup| Fact { label: label.to_owned(), value };
    let code = |text: &str| html! { bdi.code dir="ltr" { (text) } };
    let time = |at| html! { (i18n::date_time(l, at)) };
    let price =
        |amount| html! { bdi { (i18n::exact_price(l, Money { amount, currency: of.order.currency })) } };
    let mut facts = vec![
        fact(t::trail_status(l), html! { (payment_word(l, payment.status)) }),
        fact(
            t::trail_gateway(l),
            html! {
                bdi { (gateway_title(&payment.gateway)) } @if payment.mode == "test" { " · " (t::trail_test(l)) }
            },
        ),
        fact(t::trail_amount(l), price(payment.amount)),
        fact(t::trail_begun(l), time(payment.created_at)),
    ];
    let checkout = payment.checkout_id.as_deref().map(|id| fact(t::trail_checkout(l), code(id)));
    let method = payment.method.as_deref();
    let method =
        method.map(|word| fact(t::trail_method(l), html! { bdi { (commerce::method(l, Some(word))) } }));
    facts.extend(checkout.into_iter().chain(method));
    facts.extend(payment.fee.map(|fee| fact(t::trail_fee(l), price(fee))));
    facts.extend(payment.settled_at.map(|at| fact(t::trail_over(l), time(at))));
    facts.push(fact(t::trail_checks(l), html! { (i18n::number(l, payment.checks)) }));
    facts.extend(payment.next_check_at.map(|at| fact(t::trail_next(l), time(at))));
    html! {
        div.trail {
            (ui::facts(&facts))
            @if !heard.is_empty() {
                p.trail__heard { (t::trail_heard(l)) }
                ul role="list" {
                    @for event in heard { li { bdi.code dir="ltr" { (event.kind) } " · " (i18n::date_time(l, event.received_at)) } }
                }
            }
        }
    }
}

fn papers(page: &Page, of: &Dossier) -> Markup {
    let l = page.locale;
    let file =
        |paper: &Receipt| format!("{}/receipt.pdf?paper={}", page.url(&path(&of.order.number)), paper.name());
    html! {
        ul.admin-lines role="list" {
            @for paper in &of.receipts {
                li.admin-lines__line {
                    div {
                        @let name = paper.name();
                        p { a href=(file(paper)) { (if paper.is_credit() { t::credit(l, &name) } else { t::receipt(l, &name) }) } }
                        p.admin-lines__more { (i18n::date(l, paper.issued_at)) }
                    }
                    span { bdi { (i18n::price(l, paper.amount())) } }
                }
            }
        }
    }
}
