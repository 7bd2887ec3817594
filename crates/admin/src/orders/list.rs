//! `/admin/orders`: all orders, looked for, narrowed and sorted.

use axum::extract::State;
use axum::response::Response;
use commerce::desk::{Looked, OrderBuyer, OrderSort, Sought};
use commerce::{Order, OrderItem, OrderStatus};
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Choice, Column, Direction, Icon, SortLink, Table, TableRow, WHOLE_LIST};
use web::admin::{Section, Shown};
use web::{App, List, ListQuery, Page};

use super::{PATH, path, standing};
use crate::day::Day;
use crate::words::orders as t;

/// Orders on a page.
const ROWS: u32 = 50;
/// The most characters of what is looked for.
const SOUGHT_MOST: usize = 200;
/// Beside where orders stand: those of which a payment is in doubt.
const DOUBT: &str = "doubt";

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    q: String,
    status: String,
    from: String,
    to: String,
    sort: String,
}

impl Chosen {
    /// Which orders are meant.
    pub(super) async fn sought(&self, app: &App) -> db::Result<Sought> {
        let q: String = self.q.chars().take(SOUGHT_MOST).collect();
        let looked = Looked {
            q: &q,
            status: self.status.parse().ok(),
            in_doubt: self.status == DOUBT,
            from: Day::read(&self.from).map(Day::start),
            until: Day::read(&self.to).map(Day::end),
        };
        Sought::read(&app.db, looked).await
    }

    pub(super) fn sort(&self) -> OrderSort {
        self.sort.parse().unwrap_or(OrderSort::Latest)
    }

    fn is_narrowed(&self) -> bool {
        [&self.q, &self.status, &self.from, &self.to].iter().any(|value| !value.is_empty())
    }

    /// The query of an address, with its mark; of the list in another order, or from a place on.
    fn query(&self, sort: &str, cursor: &str) -> String {
        let pairs = [
            ("q", self.q.as_str()),
            ("status", &self.status),
            ("from", &self.from),
            ("to", &self.to),
            ("sort", sort),
            ("cursor", cursor),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
        if query.is_empty() { query } else { format!("?{query}") }
    }
}

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    if let Some(recalled) = page.recall() {
        return Ok(recalled);
    }
    let (l, chosen) = (page.locale, query.filters);
    let sort = chosen.sort();
    let paging = query.paging.with_default_limit(ROWS).of(sort.as_str());
    let part = (paging.after()?, paging.rows());
    let rows = Order::list(&app.db, (&chosen.sought(&app).await?, sort), part).await?;
    let orders = paging.list(rows, Order::place);
    let keys: Vec<Id<Order>> = orders.items.iter().map(|order| order.id).collect();
    let items = OrderItem::of(&app.db, &keys).await?;
    let buyers = OrderBuyer::of(&app.db, &orders.items).await?;
    let export = Button {
        label: t::export(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Download),
        ..Button::default()
    };
    let file = format!("{}{}", page.url("/admin/orders.csv"), chosen.query(&chosen.sort, ""));
    let shown = Shown {
        lead: Some(t::lead(l)),
        actions: ui::button_link(&export, &file),
        body: html! {
            (filter(&page, &chosen))
            @if orders.items.is_empty() {
                (nothing(&page, &chosen))
            } @else {
                (table(&page, &chosen, &orders, (&items, &buyers)))
            }
        },
        ..Shown::new(Section::Orders, l)
    };
    let (frame, body) = page.admin(shown);
    Ok(page.remember(page.render(&frame, &body)))
}

fn nothing(page: &Page, chosen: &Chosen) -> Markup {
    let l = page.locale;
    if !chosen.is_narrowed() {
        return ui::empty_state(t::none_yet(l), &html! {});
    }
    let all = Button { label: t::show_all(l), kind: ButtonKind::Outline, ..Button::default() };
    ui::empty_state(t::none_such(l), &ui::button_link(&all, &format!("{}?{WHOLE_LIST}", page.url(PATH))))
}

/// The line that narrows the list: a plain form.
fn filter(page: &Page, chosen: &Chosen) -> Markup {
    let l = page.locale;
    let statuses = [
        ("", t::status_all(l)),
        (OrderStatus::Pending.as_str(), t::status_pending(l)),
        (OrderStatus::Processing.as_str(), t::status_processing(l)),
        (OrderStatus::Completed.as_str(), t::status_completed(l)),
        (OrderStatus::Cancelled.as_str(), t::status_cancelled(l)),
        (DOUBT, t::status_doubt(l)),
    ]
    .map(|(value, label)| Choice::new(value, label, chosen.status == value));
    let press = Button { label: t::filter(l), kind: ButtonKind::Outline, ..Button::default() };
    html! {
        form.table-filter method="get" action=(page.url(PATH)) role="search" {
            @if !chosen.sort.is_empty() { input type="hidden" name="sort" value=(chosen.sort); }
            label.table-filter__search {
                span.visually-hidden { (t::search(l)) }
                (ui::icon(Icon::Search))
                input type="search" name="q" value=(chosen.q) placeholder=(t::search(l)) enterkeyhint="search"
                    dir="auto" maxlength=(SOUGHT_MOST);
            }
            label.table-filter__choice {
                span { (t::status(l)) }
                (ui::bare_select("status", None, &statuses))
            }
            (day_field("from", t::from(l), &chosen.from))
            (day_field("to", t::to(l), &chosen.to))
            (ui::button(&press, None))
            @if chosen.is_narrowed() {
                a.button.button--plain href={ (page.url(PATH)) "?" (WHOLE_LIST) } data-ink { span { (t::show_all(l)) } }
            }
        }
    }
}

fn day_field(name: &str, label: &str, value: &str) -> Markup {
    html! {
        label.table-filter__choice {
            span { (label) }
            input.table-filter__day type="date" name=(name) value=(value);
        }
    }
}

fn table(
    page: &Page,
    chosen: &Chosen,
    orders: &List<Order>,
    (items, buyers): (&[OrderItem], &[OrderBuyer]),
) -> Markup {
    let l = page.locale;
    let sort = |asc: OrderSort, desc: OrderSort| {
        let now = chosen.sort();
        let direction = match now {
            now if now == asc => Some(Direction::Ascending),
            now if now == desc => Some(Direction::Descending),
            _ => None,
        };
        let other = if now == desc { asc } else { desc };
        Some(SortLink { href: format!("{}{}", page.url(PATH), chosen.query(other.as_str(), "")), direction })
    };
    let columns = [
        Column { label: t::column_number(l), ..Column::default() },
        Column {
            label: t::column_when(l),
            sort: sort(OrderSort::First, OrderSort::Latest),
            ..Column::default()
        },
        Column { label: t::column_buyer(l), ..Column::default() },
        Column { label: t::column_books(l), ..Column::default() },
        Column {
            label: t::column_total(l),
            numeric: true,
            sort: sort(OrderSort::Cheapest, OrderSort::Dearest),
        },
        Column { label: t::column_status(l), ..Column::default() },
    ];
    let rows: Vec<TableRow> = orders.items.iter().map(|order| row(page, order, (items, buyers))).collect();
    let table = Table { id: "orders", caption: t::caption(l), columns: &columns, rows: &rows, bulk: None };
    let next = orders.next_cursor.as_deref();
    html! {
        (ui::table(l, &table))
        (crate::pager(l, &page.url(PATH), next.map(|cursor| chosen.query(&chosen.sort, cursor)).as_deref()))
    }
}

fn row(page: &Page, order: &Order, (items, buyers): (&[OrderItem], &[OrderBuyer])) -> TableRow {
    let l = page.locale;
    let buyer = buyers.iter().find(|buyer| Some(buyer.id) == order.user_id);
    let own: Vec<&OrderItem> = items.iter().filter(|item| item.order_id == order.id).collect();
    TableRow {
        key: order.number.clone(),
        name: order.number.clone(),
        cells: vec![
            html! { a href=(page.url(&path(&order.number))) { bdi.code dir="ltr" { (order.number) } } },
            html! { (i18n::date_time(l, order.created_at)) },
            html! {
                @match buyer {
                    Some(buyer) => {
                        a href=(page.url(&crate::users::path(buyer.id))) { bdi { (shown(buyer)) } }
                        div.table__more { bdi dir="ltr" { (buyer.email) } }
                    },
                    None => (t::buyer_gone(l)),
                }
            },
            titles(l, &own),
            html! { bdi { (i18n::price(l, order.total())) } },
            standing(l, order),
        ],
    }
}

/// What somebody is called.
pub(super) fn shown(buyer: &OrderBuyer) -> &str {
    if buyer.name.is_empty() { &buyer.username } else { &buyer.name }
}

fn titles(l: Locale, items: &[&OrderItem]) -> Markup {
    let others = i64::try_from(items.len().saturating_sub(1)).unwrap_or(i64::MAX);
    html! {
        @if let Some(first) = items.first() { bdi { (first.title) } }
        @if others > 0 { " " (t::others(l, others)) }
    }
}
