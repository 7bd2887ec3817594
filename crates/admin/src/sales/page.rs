//! `/admin/sales`: the totals first, then what they are made of.

use axum::extract::State;
use axum::response::Response;
use commerce::sales::{Group, SalesPlace, Sold, Summary, Totals};
use form_urlencoded::Serializer;
use i18n::Locale;
use kernel::Money;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Button, ButtonKind, Column, Icon, Table, TableRow};
use web::admin::{Section, Shown};
use web::{App, List, ListQuery, Page};

use super::span::{By, Days};
use super::{FILE, PATH};
use crate::words::sales as t;

/// Lines on a page.
const ROWS: u32 = 50;

/// What the address says.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Chosen {
    month: String,
    from: String,
    to: String,
    by: Option<By>,
}

/// `GET /admin/sales`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    query: ListQuery<Chosen>,
) -> web::Result<Response> {
    let (l, chosen) = (page.locale, query.filters);
    let by = chosen.by.unwrap_or_default();
    let read = Days::read((&chosen.month, &chosen.from, &chosen.to), app.clock.now());
    // What is no time is told, and the form leads on from the month that lasts.
    let wrong = read.as_ref().err().and_then(|errors| errors.iter().next());
    let wrong = wrong.map(|error| error.message.text(l).into_owned());
    let days = match read {
        Ok(days) => days,
        Err(_) => Days::read(("", "", ""), app.clock.now())?,
    };
    let span = days.span(app.settings.currency);
    let summary = Summary::of(&app.db, span, app.shop().seller.vat).await?;
    let view = View { page: &page, app: &app, days, by };
    let part = if by == By::Lines {
        let paging = query.paging.with_default_limit(ROWS).of(&format!("/admin/sales {}", days.name()));
        let after: Option<SalesPlace> = paging.after()?;
        let rows = Sold::lines(&app.db, span, (after, paging.rows()), app.shop().seller.vat).await?;
        view.lines(&paging.list(rows, Sold::place))
    } else {
        view.groups(&summary)
    };
    let export = Button {
        label: t::export(l),
        kind: ButtonKind::Outline,
        icon: Some(Icon::Download),
        ..Button::default()
    };
    let shown = Shown {
        lead: Some(t::lead(l)),
        actions: if wrong.is_none() {
            ui::button_link(&export, &view.address(FILE, by, ""))
        } else {
            html! {}
        },
        body: html! {
            @if let Some(words) = &wrong { (crate::ask::refused(words)) }
            (view.when(&chosen))
            // Below a refusal the figures of other days would be taken for those that were asked for.
            @if wrong.is_none() {
                (view.totals(&summary))
                (view.tabs())
                (part)
            }
        },
        ..Shown::new(Section::Sales, l)
    };
    let (frame, body) = page.admin(shown);
    let answer = page.render(&frame, &body);
    Ok(if wrong.is_some() { web::to_correct(answer) } else { answer })
}

/// What the page is drawn of.
struct View<'a> {
    page: &'a Page,
    app: &'a App,
    days: Days,
    by: By,
}

impl View<'_> {
    fn money(&self, amount: i64) -> Markup {
        let money = Money { amount, currency: self.app.settings.currency };
        html! { bdi { (i18n::exact_price(self.page.locale, money)) } }
    }

    /// The address of the same days, told in another way or from a place on.
    fn address(&self, path: &str, by: By, cursor: &str) -> String {
        let (first, last) = (self.days.first.to_string(), self.days.last.to_string());
        let pairs =
            [("from", first.as_str()), ("to", last.as_str()), ("by", by.as_str()), ("cursor", cursor)];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let query = Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", self.page.url(path))
    }

    /// The days, with the ways to the months around them and the form for any others.
    fn when(&self, chosen: &Chosen) -> Markup {
        let (page, l) = (self.page, self.page.locale);
        let (before, after) = self.days.around();
        let name = |days: Days| i18n::month(l, days.first.start());
        let way =
            |days: Days| format!("{}?month={}&by={}", page.url(PATH), days.first.month(), self.by.as_str());
        let title = if self.days.is_month() {
            name(self.days)
        } else {
            let day = |day: crate::day::Day| i18n::date(l, day.start());
            t::from_to(l, &day(self.days.first), &day(self.days.last))
        };
        let press = Button { label: t::show(l), kind: ButtonKind::Outline, ..Button::default() };
        let typed = |typed: &str, is: crate::day::Day| {
            if typed.is_empty() { is.to_string() } else { typed.to_owned() }
        };
        html! {
            div.sales-when {
                nav.sales-when__months aria-label=(t::months(l)) {
                    a.button.button--plain href=(way(before)) data-ink aria-label=(name(before)) { (ui::icon(Icon::ChevronBack)) }
                    h2.sales-when__title { (title) }
                    a.button.button--plain href=(way(after)) data-ink aria-label=(name(after)) { (ui::icon(Icon::ChevronForward)) }
                }
                form.table-filter method="get" action=(page.url(PATH)) {
                    input type="hidden" name="by" value=(self.by.as_str());
                    (day_field("from", t::from(l), &typed(&chosen.from, self.days.first)))
                    (day_field("to", t::to(l), &typed(&chosen.to, self.days.last)))
                    (ui::button(&press, None))
                }
            }
        }
    }

    fn totals(&self, summary: &Summary) -> Markup {
        let l = self.page.locale;
        let totals = &summary.totals;
        let tile = |label: &str, is: Markup| {
            html! { div.tile { dt { (label) } dd.tile__value { (is) } } }
        };
        let copies = html! {
            div.tile {
                dt { (t::column_copies(l)) }
                dd.tile__value { (i18n::number(l, totals.copies - totals.copies_back)) }
                dd.tile__change { (t::orders_paid(l, &i18n::number(l, summary.orders))) }
            }
        };
        html! {
            dl.tiles {
                (tile(t::column_net(l), self.money(totals.net())))
                (tile(t::column_sold(l), self.money(totals.sold)))
                (tile(t::column_refunded(l), self.money(totals.refunded)))
                (tile(t::column_tax(l), self.money(totals.tax)))
                (tile(t::column_fee(l), self.money(totals.fees)))
                (copies)
            }
            p.tiles__note { (t::note(l)) }
        }
    }

    fn tabs(&self) -> Markup {
        let l = self.page.locale;
        let label = |by| match by {
            By::Books => t::by_book(l),
            By::Publishers => t::by_publisher(l),
            By::Authors => t::by_author(l),
            By::Lines => t::by_line(l),
        };
        html! {
            nav.tabs aria-label=(t::ways(l)) {
                @for by in By::ALL {
                    a.tabs__tab href=(self.address(PATH, by, "")) data-ink aria-current=[(by == self.by).then_some("page")] {
                        (label(by))
                    }
                }
            }
        }
    }

    fn groups(&self, summary: &Summary) -> Markup {
        let l = self.page.locale;
        let (name, groups) = match self.by {
            By::Publishers => (t::column_publisher(l), &summary.publishers),
            By::Authors => (t::column_authors(l), &summary.authors),
            By::Books | By::Lines => (t::column_book(l), &summary.books),
        };
        if groups.is_empty() {
            return ui::empty_state(t::nothing(l), &html! {});
        }
        let number = |label| Column { label, numeric: true, ..Column::default() };
        let columns = [
            Column { label: name, ..Column::default() },
            number(t::column_copies(l)),
            number(t::column_sold(l)),
            number(t::column_refunded(l)),
            number(t::column_net(l)),
            number(t::short_tax(l)),
            number(t::short_fee(l)),
        ];
        let rows: Vec<TableRow> = groups.iter().map(|group| self.row(group)).collect();
        ui::table(
            l,
            &Table { id: "sales", caption: t::caption(l), columns: &columns, rows: &rows, bulk: None },
        )
    }

    fn row(&self, group: &Group) -> TableRow {
        let (page, l) = (self.page, self.page.locale);
        let totals: &Totals = &group.totals;
        let named = html! {
            @match (self.by, group.id) {
                (By::Books, Some(id)) => a href=(page.url(&format!("/admin/books/{id}"))) { bdi { (group.name) } },
                _ if group.name.is_empty() => span.faint { (t::no_name(l)) },
                _ => bdi { (group.name) },
            }
            @if !group.more.is_empty() { div.table__more { bdi { (group.more) } } }
        };
        TableRow {
            key: String::new(),
            name: group.name.clone(),
            cells: vec![
                named,
                copies(l, totals),
                self.money(totals.sold),
                self.money(totals.refunded),
                self.money(totals.net()),
                self.money(totals.tax),
                self.money(totals.fees),
            ],
        }
    }

    fn lines(&self, lines: &List<Sold>) -> Markup {
        let l = self.page.locale;
        if lines.items.is_empty() {
            return ui::empty_state(t::nothing(l), &html! {});
        }
        let column = |label| Column { label, ..Column::default() };
        let number = |label| Column { label, numeric: true, ..Column::default() };
        let columns = [
            column(t::column_book(l)),
            column(t::column_date(l)),
            column(t::column_order(l)),
            column(t::column_publisher(l)),
            number(t::column_amount(l)),
            number(t::short_tax(l)),
            number(t::short_fee(l)),
        ];
        let rows: Vec<TableRow> = lines.items.iter().map(|line| self.line(line)).collect();
        let table = Table { id: "sales", caption: t::caption(l), columns: &columns, rows: &rows, bulk: None };
        let next = lines.next_cursor.as_deref().map(|cursor| self.address(PATH, self.by, cursor));
        html! {
            (ui::table(l, &table))
            // The address is whole already.
            (crate::pager(l, "", next.as_deref()))
        }
    }

    fn line(&self, line: &Sold) -> TableRow {
        let (page, l) = (self.page, self.page.locale);
        TableRow {
            key: String::new(),
            name: line.title.clone(),
            cells: vec![
                html! {
                    bdi { (line.title) }
                    @if line.is_refund { div.table__more { (t::kind_refund(l)) } }
                },
                html! { (i18n::date_time(l, line.at)) },
                html! {
                    a href=(page.url(&crate::orders::path(&line.order))) { bdi.code dir="ltr" { (line.order) } }
                    @if let Some(receipt) = &line.receipt { div.table__more { bdi dir="ltr" { (receipt) } } }
                },
                html! {
                    @match &line.publisher { Some((_, name)) => bdi { (name) }, None => span.faint { (t::no_name(l)) } }
                },
                self.money(line.amount),
                self.money(line.tax),
                html! { @match line.fee { Some(fee) => (self.money(fee)), None => "–" } },
            ],
        }
    }
}

/// How many were sold, with those that came back.
fn copies(l: Locale, totals: &Totals) -> Markup {
    html! {
        (i18n::number(l, totals.copies))
        @if totals.copies_back > 0 { div.table__more { (t::back(l, totals.copies_back)) } }
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
