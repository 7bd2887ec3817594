//! The days as a CSV file.

use axum::extract::State;
use axum::response::Response;
use futures::stream;
use maud::{Markup, html};
use serde::Deserialize;
use web::admin::{Section, Shown};
use web::{App, Page, Query};

use super::figures::Figures;
use crate::day::Day;
use crate::words::dashboard as t;

/// The most days of a file.
const FILE_MOST: i64 = 3 * 366;

/// The days as a file, after the language.
pub(crate) const PATH: &str = "/admin/figures.csv";

/// From which day to which.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Range {
    from: String,
    to: String,
}

/// `GET /admin/figures.csv`. Days that are none bring the form back, with what is wrong with them.
pub(crate) async fn show(
    page: Page,
    State(app): State<App>,
    Query(range): Query<Range>,
) -> web::Result<Response> {
    let l = page.locale;
    let Some((first, last)) = Day::read(&range.from).zip(Day::read(&range.to)) else {
        return Ok(again(&page, &range, t::day_wrong(l)));
    };
    if last < first || last.since(first) > FILE_MOST {
        return Ok(again(&page, &range, t::range_wrong(l)));
    }
    let days = Figures::between(&app.db, (first, last)).await?;
    let currency = app.settings.currency;
    let decimals = usize::try_from(currency.minor_digits()).unwrap_or(2);
    let money = |amount: i64| {
        let (sign, amount) = (if amount < 0 { "-" } else { "" }, amount.unsigned_abs());
        let per = u64::try_from(currency.minor_per_major()).unwrap_or(100);
        if decimals == 0 {
            format!("{sign}{amount}")
        } else {
            format!("{sign}{}.{:0decimals$}", amount / per, amount % per)
        }
    };
    let row = |day: &Figures| {
        vec![
            day.day.clone(),
            money(day.revenue),
            money(day.refunded),
            day.orders.to_string(),
            day.placed.to_string(),
            day.placed_paid.to_string(),
            day.refusals.to_string(),
            day.readers.to_string(),
            (day.reading_seconds / 60).to_string(),
        ]
    };
    let rows = days.iter().map(row).collect();
    let code = currency.code();
    let headings = vec![
        t::day(l).to_owned(),
        format!("{} ({code})", t::revenue_gross(l)),
        format!("{} ({code})", t::refunded(l)),
        t::orders(l).to_owned(),
        t::placed(l).to_owned(),
        t::placed_paid(l).to_owned(),
        t::refusals(l).to_owned(),
        t::readers(l).to_owned(),
        t::reading_minutes(l).to_owned(),
    ];
    let name = format!("figures-{first}-{last}.csv");
    Ok(web::csv::attachment(&name, headings, stream::once(async { Ok::<_, std::convert::Infallible>(rows) })))
}

/// The form with the days that were chosen, below what is wrong with them.
fn again(page: &Page, range: &Range, wrong: &str) -> Response {
    let l = page.locale;
    let day = |name: &str, label: &str, value: &str| -> Markup {
        html! {
            label.table-filter__choice { span { (label) } input type="date" name=(name) value=(value) required; }
        }
    };
    let press = ui::Button {
        label: t::export_button(l),
        kind: ui::ButtonKind::Outline,
        icon: Some(ui::Icon::Download),
        ..ui::Button::default()
    };
    let title = t::export(l);
    let body = html! {
        (crate::ask::refused(wrong))
        form.table-filter method="get" action=(page.url(PATH)) {
            (day("from", t::export_from(l), &range.from))
            (day("to", t::export_to(l), &range.to))
            (ui::button(&press, None))
        }
    };
    let (frame, view) = page.admin(Shown {
        title,
        heading: html! { (title) },
        parent: Some(Section::Dashboard.path()),
        body,
        ..Shown::new(Section::Dashboard, l)
    });
    web::to_correct(page.render(&frame, &view))
}
