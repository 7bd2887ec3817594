//! `/account/orders`: one's orders by month, the latest first.

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use catalogue::{Alphabet, Card, Filter, Part, PriceFilter, Reader, Sort, show};
use i18n::Locale;
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Loading, SeeAll};
use url::form_urlencoded::Serializer;
use web::{App, ListQuery, Page, Signed, UserId};

use super::covers::Covers;
use super::{ORDERS, facts, frame, order_path, pay, standing};
use crate::machine::OrderState;
use crate::order;
use crate::{CancelReason, Commerce, Order, OrderItem, OrderStatus, t};

/// Covers shown of one order.
const COVERS: usize = 4;
/// Books offered to somebody who has bought nothing.
const OFFERED: i64 = 6;
/// The hours by which days begin earlier in Algiers than in Greenwich, all year.
const ALGIERS: i8 = 1;

/// What the address says.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    status: Option<OrderStatus>,
    year: Option<i32>,
}

impl Chosen {
    fn is_all(self) -> bool {
        self.status.is_none() && self.year.is_none()
    }

    /// The address of a part of the list, from the root of the site.
    fn address(self, page: &Page, cursor: Option<&str>) -> String {
        let mut query = Serializer::new(String::new());
        let year = self.year.map(|year| year.to_string());
        let parameters =
            [("status", self.status.map(OrderStatus::as_str)), ("year", year.as_deref()), ("cursor", cursor)];
        for (name, value) in parameters {
            if let Some(value) = value {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}", page.url(ORDERS))
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
    (Signed(me), reader): (Signed, Reader),
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let l = page.locale;
    let (chosen, paging) = (query.filters, query.paging);
    let made = chosen.year.and_then(year);
    let rows = Order::of(&app.db, me.user, (chosen.status, made), (paging.after()?, paging.rows())).await?;
    let list = paging.list(rows, |order| order.id);
    let ids: Vec<Id<Order>> = list.items.iter().map(|order| order.id).collect();
    let items = OrderItem::of(&app.db, &ids).await?;
    let covers = Covers::of(&app.db, items.iter().filter_map(|item| item.book_id)).await?;
    let unpaid = list.items.iter().filter(|order| order.completed_at.is_none()).map(|order| order.id);
    let owned = order::owned_among(&app.db, &unpaid.collect::<Vec<_>>()).await?;
    let shown = Shown { items: &items, covers: &covers, owned: &owned };
    let body = html! {
        (frame::crumbs(&page, None))
        div.account {
            div.account__title { h1 { (t::orders(l)) } }
            @if list.items.is_empty() && chosen.is_all() {
                (nothing(&page, &app, &reader).await?)
            } @else {
                (filters(&page, chosen, &years(&app, me.user).await?))
                (months(&page, &list.items, shown))
                @if list.items.is_empty() { (ui::empty_state(t::orders_none_such(l), &all(&page))) }
                @if let Some(cursor) = list.next_cursor.as_deref() {
                    (ui::load_more_of(l, &chosen.address(&page, Some(cursor)), "orders"))
                }
            }
        }
    };
    let html = page.render(&frame::account(&page, t::orders(l), web::ACCOUNT), &body);
    Ok((frame::policy(&commerce), html).into_response())
}

/// The time of a year in Algiers; `None` for a year that no order can be of.
fn year(year: i32) -> Option<(Timestamp, Timestamp)> {
    let begins = |year: i32| format!("{:04}-12-31T23:00:00.000Z", year - 1).parse().ok();
    (2000..3000).contains(&year).then(|| Some((begins(year)?, begins(year + 1)?))).flatten()
}

/// The years in which somebody may have ordered, the latest first.
async fn years(app: &App, user: UserId) -> db::Result<Vec<i32>> {
    let Some(first) = Order::first_made(&app.db, user).await? else { return Ok(Vec::new()) };
    let year = |at: Timestamp| at.date_at(ALGIERS).0;
    Ok((year(first)..=year(app.clock.now())).rev().collect())
}

fn filters(page: &Page, chosen: Chosen, years: &[i32]) -> Markup {
    let l = page.locale;
    let statuses = [
        (None, t::orders_all(l)),
        (Some(OrderStatus::Pending), t::order_pending(l)),
        (Some(OrderStatus::Completed), t::orders_paid(l)),
        (Some(OrderStatus::Cancelled), t::orders_cancelled(l)),
    ];
    let status = |(status, label)| {
        ui::chip(label, &Chosen { status, ..chosen }.address(page, None), chosen.status == status)
    };
    let year = |year: &i32| {
        // Pressed once more, all years are shown again.
        let other = Some(*year).filter(|year| chosen.year != Some(*year));
        ui::chip(
            &year.to_string(),
            &Chosen { year: other, ..chosen }.address(page, None),
            chosen.year == Some(*year),
        )
    };
    html! {
        nav.orders__filters aria-label=(t::orders_filter(l)) {
            (ui::chips(&statuses.map(status)))
            @if years.len() > 1 { (ui::chips(&years.iter().map(year).collect::<Vec<_>>())) }
        }
    }
}

/// What the orders are shown with.
#[derive(Clone, Copy)]
struct Shown<'a> {
    items: &'a [OrderItem],
    covers: &'a Covers,
    /// Those that are not paid, and have a book that is in the library by now.
    owned: &'a [Id<Order>],
}

/// The orders, those of a month below its name.
fn months(page: &Page, orders: &[Order], shown: Shown<'_>) -> Markup {
    let l = page.locale;
    let month = |order: &Order| i18n::month(l, order.created_at);
    html! {
        div.orders #orders {
            @for group in orders.chunk_by(|one, next| month(one) == month(next)) {
                section.orders__month {
                    @if let Some(first) = group.first() { h2.orders__title { (month(first)) } }
                    ul.orders__list role="list" {
                        @for order in group {
                            li { (card(page, order, shown)) }
                        }
                    }
                }
            }
        }
    }
}

fn card(page: &Page, order: &Order, shown: Shown<'_>) -> Markup {
    let l = page.locale;
    let items: Vec<&OrderItem> = shown.items.iter().filter(|item| item.order_id == order.id).collect();
    let id = format!("order-{}", order.number);
    let more = i64::try_from(items.len().saturating_sub(COVERS)).unwrap_or(i64::MAX);
    html! {
        article.order-card aria-labelledby=(id) {
            div.order-card__covers aria-hidden="true" {
                @for item in items.iter().take(COVERS) { (shown.covers.draw(item.book_id)) }
                @if more > 0 { span.order-card__more dir="ltr" { "+" (i18n::number(l, more)) } }
            }
            div.order-card__text {
                h3.order-card__title id=(id) {
                    a href=(page.url(&order_path(&order.number))) { (t::order_title(l, &order.number)) }
                }
                p.order-card__books { (titles(l, &items)) }
                p.order__facts {
                    (standing::sign(l, order))
                    span { (i18n::date(l, order.created_at)) }
                    span.price { bdi { (i18n::price(l, order.total())) } }
                }
            }
            div.order-card__way { (way(page, order, &items, shown.owned.contains(&order.id))) }
        }
    }
}

/// What was bought, in a line.
fn titles(l: Locale, items: &[&OrderItem]) -> Markup {
    let others = i64::try_from(items.len().saturating_sub(1)).unwrap_or(i64::MAX);
    html! {
        @if let Some(first) = items.first() { bdi { (first.title) } }
        @if others > 0 { " " (t::orders_others(l, others)) }
    }
}

/// The one thing that is likely wanted of it.
fn way(page: &Page, order: &Order, items: &[&OrderItem], is_owned: bool) -> Markup {
    let l = page.locale;
    let details = Button { label: t::order_details(l), kind: ButtonKind::Outline, ..Button::default() };
    match order.state() {
        // Paying would bring a book that is there already.
        _ if is_owned => ui::button_link(&details, &page.url(&order_path(&order.number))),
        OrderState::Completed => match items {
            [OrderItem { book_id: Some(book), refunded_at: None, title, .. }] => {
                facts::read(page, *book, title)
            }
            _ => ui::button_link(&details, &page.url(&order_path(&order.number))),
        },
        OrderState::Pending => pay::form(page, order, false),
        OrderState::Cancelled(CancelReason::Failed | CancelReason::Expired | CancelReason::ByReader) => {
            pay::form(page, order, true)
        }
        OrderState::Processing | OrderState::Cancelled(CancelReason::Refunded | CancelReason::ByShop) => {
            ui::button_link(&details, &page.url(&order_path(&order.number)))
        }
    }
}

fn all(page: &Page) -> Markup {
    let all =
        Button { label: t::orders_show_all(page.locale), kind: ButtonKind::Outline, ..Button::default() };
    ui::button_link(&all, &page.url(ORDERS))
}

/// For somebody who has bought nothing: what others buy.
async fn nothing(page: &Page, app: &App, reader: &Reader) -> web::Result<Markup> {
    let l = page.locale;
    let filter = Filter { price: Some(PriceFilter::Paid), ..Filter::default() };
    let part = Part {
        filter: &filter,
        sort: Sort::BestSelling,
        alphabet: Alphabet::of(l),
        after: None,
        rows: OFFERED,
    };
    let books = Card::list(&app.db, part).await?.unwrap_or_default();
    let browse = Button { label: t::review_browse(l), kind: ButtonKind::Outline, ..Button::default() };
    let marks = reader.marks(books.iter().map(|book| book.id)).await?;
    let cards = show::cards(page, app.settings.currency, &books, &marks);
    let best = page.url("/best");
    let head = SeeAll { id: "best", title: t::orders_best(l), href: Some(&best) };
    Ok(html! {
        (ui::empty_state(t::orders_empty(l), &ui::button_link(&browse, &page.url(catalogue::paths::BROWSE))))
        (ui::shelf(l, &head, &cards, Loading::Lazy))
    })
}
