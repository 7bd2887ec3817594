//! `/checkout`: who buys, then what and for how much; the form there makes the order and leads to the gateway.

use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use web::{App, Caching, Capability, Error, Form, Notice, Page};

use super::review::{self, Review};
use super::{CHECKOUT, contact, order_path};
use crate::buying::{Buying, Made};
use crate::cart::Quote;
use crate::idempotency::Ticket;
use crate::payment::Payment;
use crate::{Commerce, Order, OrderStatus, PaymentStatus};

/// An order that is not older than that, in seconds, is what a form made that is sent once more.
const SAME_PRESS: i64 = 2 * 60;
/// How often, and after which time, it is looked whether the page to pay on is open that the first press asked for.
const LOOKS: u32 = 25;
const BETWEEN: Duration = Duration::from_millis(200);

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
) -> web::Result<Response> {
    let Some(me) = page.reader() else { return Ok(contact::visitor(&page)) };
    if !me.can(Capability::TakePart) {
        return Ok(contact::unverified(&page));
    }
    let quote = Quote::of_reader(&app.db, me.user, app.settings.currency).await?;
    let review = Review::of(&app, &commerce, quote, None).await?;
    Ok(review::render(&page, &review))
}

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    /// The quote that stood on the page.
    quote: String,
}

/// `POST`
pub(super) async fn place(
    page: Page,
    Extension(commerce): Extension<Commerce>,
    buying: Result<Buying, Error>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let buying = match buying {
        Ok(buying) if buying.me.can(Capability::TakePart) => buying,
        // What is missing is told there.
        Ok(_) | Err(Error::Unauthorized) => return Ok(Redirect::to(&page.url(CHECKOUT)).into_response()),
        Err(error) => return Err(error),
    };
    match buying.place(page.locale, Some(&filled.quote), &Ticket::NONE).await {
        Ok(made) => Ok(onward(&page, &made)),
        Err(error) => again(&page, &commerce, &buying, error).await,
    }
}

/// Where one goes on after ordering.
fn onward(page: &Page, made: &Made) -> Response {
    match &made.pay_at {
        Some(url) => (Caching::NoStore, Redirect::to(url.as_str())).into_response(),
        None => to_order(page, &made.order),
    }
}

fn to_order(page: &Page, order: &Order) -> Response {
    let path = order_path(&order.number);
    if order.status == OrderStatus::Completed {
        return page.done(&path, Notice::BooksBought);
    }
    (Caching::NoStore, Redirect::to(&page.url(&path))).into_response()
}

/// The page once more, with why nothing was ordered and with the prices of now.
async fn again(page: &Page, commerce: &Commerce, buying: &Buying, error: Error) -> web::Result<Response> {
    let app = &buying.app;
    let is_empty = matches!(&error, Error::Refused(reason) if reason.code == "cart_empty");
    if is_empty && let Some(order) = of_first_press(buying).await? {
        return follow(page, commerce, buying, &order).await;
    }
    let Some(words) = super::trouble::told(page.locale, &error) else { return Err(error) };
    let quote = Quote::of_reader(&app.db, buying.me.user, app.settings.currency).await?;
    let review = Review::of(app, commerce, quote, Some(words)).await?;
    Ok(web::told(&error, review::render(page, &review)))
}

/// The order that the same form made when it was sent a moment ago: whoever presses twice sees the answer to the second
/// press only.
async fn of_first_press(buying: &Buying) -> db::Result<Option<Order>> {
    let since = buying.app.clock.now().plus_seconds(-SAME_PRESS);
    let latest = Order::of(&buying.app.db, buying.me.user, (None, None), (None, 1)).await?;
    Ok(latest.into_iter().next().filter(|order| order.created_at > since))
}

/// Goes on with an order as the first press does.
async fn follow(page: &Page, commerce: &Commerce, buying: &Buying, order: &Order) -> web::Result<Response> {
    for _ in 0..LOOKS {
        let Some(live) = Payment::live(&buying.app.db, order.id).await? else { break };
        if live.status != PaymentStatus::Creating {
            let url = live.pay_url.as_deref();
            let url = commerce.gateway().zip(url).and_then(|(gateway, url)| gateway.pay_url(url));
            let Some(url) = url else { break };
            return Ok((Caching::NoStore, Redirect::to(url.as_str())).into_response());
        }
        tokio::time::sleep(BETWEEN).await;
    }
    Ok(to_order(page, order))
}
