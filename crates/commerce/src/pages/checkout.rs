//! `/checkout`: who buys, then what and for how much; the form there makes the order and leads to the gateway.

use std::time::Duration;

use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use serde::Deserialize;
use web::{App, Caching, Capability, Error, Form, Notice, Page, Shopper, UserId};

use super::review::{self, Review};
use super::{CHECKOUT, contact, order_path};
use crate::buying::{Buying, Made};
use crate::cart::Quote;
use crate::idempotency::Ticket;
use crate::payment::Payment;
use crate::{Commerce, Order, OrderStatus, PaymentStatus};

/// An order that is not older than that, in seconds, is what a form made that is sent once more.
const SAME_PRESS: i64 = 2 * 60;
/// An empty cart leads to an order that is not older than that, in seconds.
const JUST_ORDERED: i64 = 60 * 60;
/// How often, and after which time, it is looked whether the page to pay on is open that the first press asked for.
const LOOKS: u32 = 25;
const BETWEEN: Duration = Duration::from_millis(200);

/// `GET`
pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
    shopper: Shopper,
) -> web::Result<Response> {
    let quote = Quote::look(&app.db, &shopper, app.settings.currency).await?;
    let is_closed = !quote.total.is_zero() && !page.takes_payments();
    match page.reader() {
        // Nobody makes an account in order to buy, and is told only then that they cannot.
        None if is_closed => return Ok(contact::closed(&page)),
        None => return Ok(contact::visitor(&page)),
        Some(me) if !me.can(Capability::TakePart) => {
            return Ok(if is_closed { contact::closed(&page) } else { contact::unverified(&page) });
        }
        Some(me) if quote.lines.is_empty() && quote.dropped.is_empty() => {
            // Whoever goes back to here after ordering finds what they ordered.
            if let Some(order) = latest(&app, me.user, JUST_ORDERED).await? {
                return Ok(lead_to(&page, &order));
            }
        }
        Some(_) => {}
    }
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
    if order.status == OrderStatus::Completed {
        return page.done(&order_path(&order.number), Notice::BooksBought);
    }
    lead_to(page, order)
}

fn lead_to(page: &Page, order: &Order) -> Response {
    (Caching::NoStore, Redirect::to(&page.url(&order_path(&order.number)))).into_response()
}

/// The page once more, with why nothing was ordered and with the prices of now.
async fn again(page: &Page, commerce: &Commerce, buying: &Buying, error: Error) -> web::Result<Response> {
    let app = &buying.app;
    let is_empty = matches!(&error, Error::Refused(reason) if reason.code == "cart_empty");
    // Whoever presses twice sees the answer to the second press only.
    if is_empty && let Some(order) = latest(app, buying.me.user, SAME_PRESS).await? {
        return follow(page, commerce, buying, &order).await;
    }
    let Some(words) = super::trouble::told(page.locale, &error) else { return Err(error) };
    let quote = Quote::of_reader(&app.db, buying.me.user, app.settings.currency).await?;
    let review = Review::of(app, commerce, quote, Some(words)).await?;
    Ok(web::told(&error, review::render(page, &review)))
}

/// The latest order of a reader, unless it is older than so many seconds.
async fn latest(app: &App, user: UserId, seconds: i64) -> db::Result<Option<Order>> {
    let since = app.clock.now().plus_seconds(-seconds);
    let orders = Order::of(&app.db, user, (None, None), (None, 1)).await?;
    Ok(orders.into_iter().next().filter(|order| order.created_at > since))
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
