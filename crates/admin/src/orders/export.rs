//! `/admin/orders.csv`: the orders of the list as a file for a spreadsheet, a line each, sent while they are read.

use axum::extract::State;
use axum::response::Response;
use commerce::desk::{OrderBuyer, OrderPlace, OrderSort, Paid, Sought};
use commerce::{Order, OrderItem};
use futures::{Stream, stream};
use i18n::Locale;
use kernel::Id;
use web::{App, Page, Query};

use super::list::Chosen;
use crate::day;
use crate::words::orders as t;

/// Orders read at a time.
const BATCH: i64 = 500;

/// `GET`
pub(super) async fn file(
    page: Page,
    State(app): State<App>,
    Query(chosen): Query<Chosen>,
) -> web::Result<Response> {
    let (l, sort) = (page.locale, chosen.sort());
    let sought = chosen.sought(&app).await?;
    let headings = [
        t::column_number(l),
        t::column_when(l),
        t::column_status(l),
        t::column_buyer(l),
        t::column_email(l),
        t::column_books(l),
        t::column_total(l),
        t::column_refunded(l),
        t::column_currency(l),
        t::trail_method(l),
        t::trail_checkout(l),
        t::trail_fee(l),
    ];
    let headings = headings.map(str::to_owned).to_vec();
    let name = format!("{}-{}.csv", t::file(l), &day::for_sheet(app.clock.now())[..10]);
    Ok(web::csv::attachment(&name, headings, batches(app, l, (sought, sort))))
}

/// The lines, a batch at a time.
fn batches(
    app: App,
    l: Locale,
    (sought, sort): (Sought, OrderSort),
) -> impl Stream<Item = db::Result<Vec<Vec<String>>>> + Send + 'static {
    let begun = Some((app, sought, None));
    stream::try_unfold(begun, move |at: Option<(App, Sought, Option<OrderPlace>)>| async move {
        let Some((app, sought, after)) = at else { return Ok(None) };
        let orders = Order::list(&app.db, (&sought, sort), (after, BATCH)).await?;
        let Some(last) = orders.last() else { return Ok(None) };
        let after = Some(last.place());
        let goes_on = i64::try_from(orders.len()).is_ok_and(|rows| rows == BATCH);
        let lines = lines(&app, l, &orders).await?;
        Ok(Some((lines, goes_on.then_some((app, sought, after)))))
    })
}

async fn lines(app: &App, l: Locale, orders: &[Order]) -> db::Result<Vec<Vec<String>>> {
    let keys: Vec<Id<Order>> = orders.iter().map(|order| order.id).collect();
    let items = OrderItem::of(&app.db, &keys).await?;
    let buyers = OrderBuyer::of(&app.db, orders).await?;
    let paid = Paid::of(&app.db, &keys).await?;
    let line = |order: &Order| {
        let buyer = buyers.iter().find(|buyer| Some(buyer.id) == order.user_id);
        let paid = paid.iter().find(|paid| paid.order_id == order.id);
        let titles = items.iter().filter(|item| item.order_id == order.id).map(|item| item.title.as_str());
        vec![
            order.number.clone(),
            day::for_sheet(order.created_at),
            order
                .reason
                .map_or_else(|| order.status.to_string(), |reason| format!("{}: {reason}", order.status)),
            buyer.map(|buyer| buyer.username.clone()).unwrap_or_default(),
            buyer.map(|buyer| buyer.email.clone()).unwrap_or_default(),
            titles.collect::<Vec<_>>().join("; "),
            amount(order.total),
            amount(order.refunded),
            order.currency.to_string(),
            paid.map(|paid| commerce::method(l, paid.method.as_deref()).to_owned()).unwrap_or_default(),
            paid.and_then(|paid| paid.checkout_id.clone()).unwrap_or_default(),
            paid.and_then(|paid| paid.fee).map(amount).unwrap_or_default(),
        ]
    };
    Ok(orders.iter().map(line).collect())
}

/// An amount as spreadsheets read it.
fn amount(minor: i64) -> String {
    format!("{}.{:02}", minor / 100, minor % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_has_a_point_and_two_digits() {
        assert_eq!([0, 5, 120_000].map(amount), ["0.00", "0.05", "1200.00"]);
    }
}
