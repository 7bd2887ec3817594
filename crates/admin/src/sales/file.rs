//! `/admin/sales.csv`: the lines, or what they add up to, as a file for a spreadsheet.

use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use commerce::sales::{Group, SalesPlace, Sold, Span, Summary};
use futures::{Stream, stream};
use i18n::Locale;
use kernel::Money;
use serde::Deserialize;
use web::{App, Page, Query};

use super::PATH;
use super::span::{By, Days};
use crate::day;
use crate::words::sales as t;

/// Lines read at a time.
const BATCH: i64 = 500;

/// Of which days, added up by what.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    month: String,
    from: String,
    to: String,
    by: Option<By>,
}

/// `GET`. Days that are none lead back to the page, which tells what is wrong with them.
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> web::Result<Response> {
    let Ok(days) = Days::read((&asked.month, &asked.from, &asked.to), app.clock.now()) else {
        return Ok(Redirect::to(&format!("{}?{}", page.url(PATH), page.query())).into_response());
    };
    file(page.locale, &app, days, asked.by.unwrap_or(By::Lines)).await
}

/// The file. Every line is read while it is sent; what is added up was read before.
pub(super) async fn file(l: Locale, app: &App, days: Days, by: By) -> web::Result<Response> {
    let (span, name) = (days.span(app.settings.currency), file_name(l, days, by));
    if by == By::Lines {
        let headings = line_headings(l, app);
        return Ok(web::csv::attachment(&name, headings, lines(app.clone(), l, span)));
    }
    let summary = Summary::of(&app.db, span, app.shop().seller.vat).await?;
    let groups = match by {
        By::Publishers => summary.publishers,
        By::Authors => summary.authors,
        By::Books | By::Lines => summary.books,
    };
    let rows: Vec<Vec<String>> = groups.iter().map(|group| group_row(app, by, group)).collect();
    let rows = stream::once(async { Ok::<_, std::convert::Infallible>(rows) });
    Ok(web::csv::attachment(&name, group_headings(l, app, by), rows))
}

fn file_name(l: Locale, days: Days, by: By) -> String {
    let what = match by {
        By::Lines => t::file_lines(l),
        By::Books => t::file_books(l),
        By::Publishers => t::file_publishers(l),
        By::Authors => t::file_authors(l),
    };
    format!("{what}-{}.csv", days.name())
}

fn in_currency(label: &str, app: &App) -> String {
    format!("{label} ({})", app.settings.currency.code())
}

fn line_headings(l: Locale, app: &App) -> Vec<String> {
    vec![
        t::column_date(l).to_owned(),
        t::column_kind(l).to_owned(),
        t::column_order(l).to_owned(),
        t::column_receipt(l).to_owned(),
        t::column_book(l).to_owned(),
        t::column_authors(l).to_owned(),
        t::column_publisher(l).to_owned(),
        "ISBN".to_owned(),
        in_currency(t::column_amount(l), app),
        in_currency(t::column_tax(l), app),
        in_currency(t::column_fee(l), app),
    ]
}

fn group_headings(l: Locale, app: &App, by: By) -> Vec<String> {
    let mut headings = match by {
        By::Publishers => vec![t::column_publisher(l).to_owned()],
        By::Authors => vec![t::column_authors(l).to_owned()],
        By::Books | By::Lines => vec![t::column_book(l).to_owned(), t::column_authors(l).to_owned()],
    };
    headings.extend([t::column_copies(l).to_owned(), t::column_copies_back(l).to_owned()]);
    let amounts =
        [t::column_sold(l), t::column_refunded(l), t::column_net(l), t::column_tax(l), t::column_fee(l)];
    headings.extend(amounts.map(|label| in_currency(label, app)));
    headings
}

fn group_row(app: &App, by: By, group: &Group) -> Vec<String> {
    let money = |amount: i64| for_sheet(app, amount);
    let totals = &group.totals;
    let mut row = vec![group.name.clone()];
    if by == By::Books {
        row.push(group.more.clone());
    }
    row.extend([totals.copies.to_string(), totals.copies_back.to_string()]);
    row.extend([totals.sold, totals.refunded, totals.net(), totals.tax, totals.fees].map(money));
    row
}

/// The lines, a batch at a time.
fn lines(
    app: App,
    l: Locale,
    span: Span,
) -> impl Stream<Item = db::Result<Vec<Vec<String>>>> + Send + 'static {
    stream::try_unfold(Some((app, None)), move |at: Option<(App, Option<SalesPlace>)>| async move {
        let Some((app, after)) = at else { return Ok(None) };
        let sold = Sold::lines(&app.db, span, (after, BATCH), app.shop().seller.vat).await?;
        let Some(last) = sold.last() else { return Ok(None) };
        let after = Some(last.place());
        let goes_on = i64::try_from(sold.len()).is_ok_and(|rows| rows == BATCH);
        let rows = sold.iter().map(|line| line_row(&app, l, line)).collect();
        Ok(Some((rows, goes_on.then_some((app, after)))))
    })
}

fn line_row(app: &App, l: Locale, line: &Sold) -> Vec<String> {
    vec![
        day::for_sheet(line.at),
        if line.is_refund { t::kind_refund(l) } else { t::kind_sale(l) }.to_owned(),
        line.order.clone(),
        line.receipt.clone().unwrap_or_default(),
        line.title.clone(),
        line.authors.clone(),
        line.publisher.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
        line.isbn.clone().unwrap_or_default(),
        for_sheet(app, line.amount),
        for_sheet(app, line.tax),
        line.fee.map(|fee| for_sheet(app, fee)).unwrap_or_default(),
    ]
}

/// An amount as spreadsheets read it: `-1200.50`.
fn for_sheet(app: &App, amount: i64) -> String {
    Money { amount, currency: app.settings.currency }.major()
}
