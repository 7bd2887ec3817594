//! `/account/orders/{number}/receipt`: what was paid and what went back, to be read, printed, saved and sent by mail.

use ::receipt::{Line, Receipt as Paper, Total};
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use maud::{Markup, html};
use ui::{Button, ButtonKind, Icon, icon};
use web::shop::Picture;
use web::{App, Caching, Notice, Page, Path, Query, Signed};

use super::{frame, order_path, receipt_path};
use crate::buying::Buying;
use crate::receipts::Which;
use crate::{Order, Receipt, receipts, t};

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(number): Path<String>,
) -> web::Result<Response> {
    let (order, papers) = receipts::papers(&app, me.user, &number).await?;
    if number != order.number {
        return Ok(page.moved_to(&receipt_path(&number)));
    }
    let title = t::receipt_of(page.locale, &order.number);
    let frame = frame::account(&page, &title, &order_path(&order.number));
    let view = html! {
        (frame::crumbs(&page, Some(&title)))
        div.account.papers {
            (ways(&page, &order, &papers))
            @for paper in &papers { (sheet(&page, &paper.name(), &receipts::paper(page.locale, paper))) }
        }
    };
    Ok((Caching::NoStore, page.render(&frame, &view)).into_response())
}

/// `GET …/receipt.pdf`
pub(super) async fn file(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(number): Path<String>,
    Query(which): Query<Which>,
) -> web::Result<Response> {
    receipts::one(&app, me.user, &number, &which).await?.file(page.locale).await
}

/// `POST`: sends the latest paper by mail once more.
pub(super) async fn send(page: Page, buying: Buying, Path(number): Path<String>) -> web::Result<Response> {
    buying.mail_receipt(&number).await?;
    Ok(page.done(&receipt_path(&number), Notice::ReceiptSent))
}

/// The way to an order's receipt.
pub(super) fn link(page: &Page, order: &Order) -> Markup {
    let button = outline(t::receipt(page.locale), Icon::Receipt);
    ui::button_link(&button, &page.url(&receipt_path(&order.number)))
}

fn ways(page: &Page, order: &Order, papers: &[Receipt]) -> Markup {
    let l = page.locale;
    let path = receipt_path(&order.number);
    let file = |paper: &Receipt| format!("{}.pdf?paper={}", page.url(&path), paper.name());
    html! {
        div.papers__ways {
            shop-print {
                button.button.button--outline type="button" hidden data-ink {
                    (icon(Icon::Printer)) span { (t::receipt_print(l)) }
                }
            }
            @for paper in papers {
                @let label = t::receipt_pdf(l, &paper.name());
                (ui::button_link(&outline(&label, Icon::Download), &file(paper)))
            }
            form method="post" action=(page.url(&path)) {
                input type="hidden" name="csrf" value=(page.csrf());
                (ui::button(&outline(t::receipt_mail(l), Icon::Mail), None))
            }
        }
    }
}

fn outline(label: &str, icon: Icon) -> Button<'_> {
    Button { label, kind: ButtonKind::Outline, icon: Some(icon), ..Button::default() }
}

/// A receipt as a page, under the shop's logo where it has one of its own. What was typed by somebody keeps its own direction.
/// Mails lead to its name.
fn sheet(page: &Page, name: &str, paper: &Paper) -> Markup {
    html! {
        article.paper #(name) {
            header.paper__head {
                div {
                    @if let Some(logo) = &page.shop().logo {
                        // The name stands below it.
                        img.paper__logo src=(logo.address(Picture::Mark)) width=(logo.width) height=(logo.height) alt="";
                    }
                    p.paper__seller { bdi { (paper.seller.name) } }
                    @for line in &paper.seller.lines { p { bdi { (line) } } }
                }
                div.paper__buyer {
                    p.paper__label { (paper.buyer.label) }
                    @for line in &paper.buyer.lines { p { bdi { (line) } } }
                }
            }
            h1.paper__title { (paper.heading) }
            dl.paper__facts {
                @for (label, value) in &paper.facts { div { dt { (label) } dd { bdi { (value) } } } }
            }
            table.paper__lines {
                thead { tr { @for column in &paper.columns { th scope="col" { (column) } } } }
                tbody { @for line in &paper.lines { (row(line)) } }
                tfoot { @for total in &paper.totals { (sum(total)) } }
            }
            @for note in &paper.notes { p.paper__note { (note) } }
        }
    }
}

fn row(line: &Line) -> Markup {
    html! {
        tr {
            td {
                p.paper__book { bdi { (line.title) } }
                @if !line.details.is_empty() {
                    p.paper__details {
                        @for (at, detail) in line.details.iter().enumerate() {
                            @if at > 0 { " · " }
                            bdi { (detail) }
                        }
                    }
                }
            }
            td { bdi { (line.amount) } }
        }
    }
}

fn sum(total: &Total) -> Markup {
    html! {
        tr.paper__total[total.emphasised] {
            th scope="row" { (total.label) }
            td { bdi { (total.amount) } }
        }
    }
}
