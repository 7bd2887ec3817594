//! The same for programs.

use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use catalogue::Book;
use catalogue::wire::Money;
use commerce::sales::{Group, SalesPlace, Sold, Summary, Totals};
use i18n::Locale;
use kernel::{Id, Timestamp};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::{App, Json, List, ListQuery, PagingParams, Problem, Query, Spoken};

use super::file;
use super::span::{By, Days};

/// The routes.
pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(sales)).routes(routes!(lines))
}

/// How it is answered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
enum Format {
    /// As JSON, added up in each way.
    #[default]
    Json,
    /// As a file for a spreadsheet.
    Csv,
}

/// Of which days, and how.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Asked {
    /// `2026-11`; the month that lasts where nothing is said.
    month: Option<String>,
    /// The first day, in the time of the shop, with `to` instead of a month: `2026-11-01`.
    from: Option<String>,
    /// The last day. At most three years are added up.
    to: Option<String>,
    /// `json` or `csv`.
    #[param(inline)]
    format: Option<Format>,
    /// What a file is added up by; every line where nothing is said.
    #[param(inline)]
    by: Option<By>,
}

/// Of which days.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AskedLines {
    /// `2026-11`; the month that lasts where nothing is said.
    month: Option<String>,
    /// The first day, in the time of the shop, with `to` instead of a month.
    from: Option<String>,
    /// The last day.
    to: Option<String>,
}

fn days(app: &App, month: Option<&str>, from: Option<&str>, to: Option<&str>) -> web::Result<Days> {
    let asked = (month.unwrap_or_default(), from.unwrap_or_default(), to.unwrap_or_default());
    Ok(Days::read(asked, app.clock.now())?)
}

/// What was sold in some days.
#[derive(Debug, Serialize, ToSchema)]
struct SalesReport {
    /// The first day, in the time of the shop: `2026-11-01`.
    from: String,
    /// The last day.
    to: String,
    /// Orders with something to pay that were paid.
    orders: i64,
    totals: TotalsWire,
    /// What brought most first.
    books: Vec<GroupWire>,
    publishers: Vec<GroupWire>,
    /// By authors, as they are named together on a book.
    authors: Vec<GroupWire>,
}

/// What lines add up to.
#[derive(Debug, Serialize, ToSchema)]
struct TotalsWire {
    /// Copies sold.
    copies: i64,
    /// Copies paid back.
    copies_refunded: i64,
    /// What was paid.
    sold: Money,
    /// What was paid back.
    refunded: Money,
    /// What was paid, less what was paid back.
    net: Money,
    /// The tax that this contains.
    tax: Money,
    /// What the gateway kept, as far as that is known.
    fees: Money,
}

/// What stands under one name.
#[derive(Debug, Serialize, ToSchema)]
struct GroupWire {
    /// The key of the book or the publisher; null for authors, and for what was deleted.
    id: Option<i64>,
    /// Empty for books without a publisher.
    name: String,
    #[serde(flatten)]
    totals: TotalsWire,
}

/// A book that was sold, or paid back.
#[derive(Debug, Serialize, ToSchema)]
struct SalesLine {
    /// When it was paid, or decided to be paid back.
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    /// `sale` or `refund`.
    kind: &'static str,
    /// The order's number.
    order: String,
    /// The number of the receipt, or of the note of credit.
    receipt: Option<String>,
    /// Null where it was deleted.
    #[schema(value_type = Option<i64>)]
    book_id: Option<Id<Book>>,
    title: String,
    authors: String,
    isbn: Option<String>,
    /// Who publishes it now.
    publisher: Option<String>,
    /// Below zero where it was paid back.
    amount: Money,
    /// The tax that this contains.
    tax: Money,
    /// Its part of what the gateway kept; null where that is not known.
    fee: Option<Money>,
}

/// What was sold in a month, or in other days: added up for each book, publisher and author, or line by line as a file. An
/// order counts when it was paid, what went back when that was decided.
#[utoipa::path(
    get, path = "/admin/sales", tag = "admin", params(Asked),
    responses(
        (status = 200, content((SalesReport = "application/json"), (String = "text/csv"))),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn sales(
    State(app): State<App>,
    Spoken(l): Spoken,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let days = days(&app, asked.month.as_deref(), asked.from.as_deref(), asked.to.as_deref())?;
    if asked.format == Some(Format::Csv) {
        return file::file(l, &app, days, asked.by.unwrap_or(By::Lines)).await;
    }
    let summary = Summary::of(&app.db, days.span(app.settings.currency), app.shop().seller.vat).await?;
    let groups = |groups: &[Group]| groups.iter().map(|group| GroupWire::new(&app, l, group)).collect();
    Ok(Json(SalesReport {
        from: days.first.to_string(),
        to: days.last.to_string(),
        orders: summary.orders,
        totals: TotalsWire::new(&app, l, &summary.totals),
        books: groups(&summary.books),
        publishers: groups(&summary.publishers),
        authors: groups(&summary.authors),
    })
    .into_response())
}

/// The lines of these days, the first one first.
#[utoipa::path(
    get, path = "/admin/sales/lines", tag = "admin", params(AskedLines, PagingParams),
    responses(
        (status = 200, body = List<SalesLine>),
        (status = 422, body = Problem, content_type = "application/problem+json"),
    )
)]
async fn lines(
    State(app): State<App>,
    Spoken(l): Spoken,
    query: ListQuery<AskedLines>,
) -> web::Result<Json<List<SalesLine>>> {
    let asked = &query.filters;
    let days = days(&app, asked.month.as_deref(), asked.from.as_deref(), asked.to.as_deref())?;
    let paging = query.paging.of(&format!("/admin/sales {}", days.name()));
    let after: Option<SalesPlace> = paging.after()?;
    let span = days.span(app.settings.currency);
    let rows = Sold::lines(&app.db, span, (after, paging.rows()), app.shop().seller.vat).await?;
    Ok(Json(paging.list(rows, Sold::place).map(|line| SalesLine::new(&app, l, line))))
}

fn money(app: &App, l: Locale, amount: i64) -> Money {
    Money::new(l, kernel::Money { amount, currency: app.settings.currency })
}

impl TotalsWire {
    fn new(app: &App, l: Locale, totals: &Totals) -> Self {
        let money = |amount| money(app, l, amount);
        Self {
            copies: totals.copies,
            copies_refunded: totals.copies_back,
            sold: money(totals.sold),
            refunded: money(totals.refunded),
            net: money(totals.net()),
            tax: money(totals.tax),
            fees: money(totals.fees),
        }
    }
}

impl GroupWire {
    fn new(app: &App, l: Locale, group: &Group) -> Self {
        Self { id: group.id, name: group.name.clone(), totals: TotalsWire::new(app, l, &group.totals) }
    }
}

impl SalesLine {
    fn new(app: &App, l: Locale, line: Sold) -> Self {
        Self {
            at: line.at,
            kind: if line.is_refund { "refund" } else { "sale" },
            amount: money(app, l, line.amount),
            tax: money(app, l, line.tax),
            fee: line.fee.map(|fee| money(app, l, fee)),
            order: line.order,
            receipt: line.receipt,
            book_id: line.book,
            title: line.title,
            authors: line.authors,
            isbn: line.isbn,
            publisher: line.publisher.map(|(_, name)| name),
        }
    }
}
