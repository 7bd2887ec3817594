//! What is in the cart becomes an order: with the prices that the buyer saw, or not at all.

use ::pay::Gateway;
use db::{Query as _, Tx, sql};
use http::StatusCode;
use i18n::Locale;
use kernel::{Id, Money, Random, Timestamp};
use serde_json::json;
use web::{App, UserId};

use super::transition::{complete_free, lock, tell};
use super::{Locked, Order, OrderItem, Till};
use crate::cart::{self, Quote};
use crate::idempotency::Ticket;
use crate::number;
use crate::payment::{self, Begun};
use crate::wire::OrderWire;

/// How many numbers are drawn before it is an error that all were taken.
const DRAWS: usize = 8;

/// What became of the wish to order.
#[derive(Debug)]
pub(crate) enum Placed {
    /// There is an order; where it costs something, an attempt to have it paid has been written down.
    Ready(Ready),
    /// There is nothing in the cart.
    Empty,
    /// It would cost something else than the buyer saw.
    Changed,
    /// It costs less than the gateway takes, and more than nothing.
    TooLittle(Money),
    /// It costs something, and this shop takes no payments.
    NoPayments,
}

/// An order that was made.
#[derive(Debug)]
pub(crate) struct Ready {
    pub(crate) number: String,
    pub(crate) order: Id<Order>,
    pub(crate) begun: Option<Begun>,
}

/// Who orders, and what they know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Buyer<'a> {
    pub(crate) user: UserId,
    pub(crate) locale: Locale,
    /// The quote that they agreed to; without one, they agree to the prices that their cart showed last.
    pub(crate) quote_hash: Option<&'a str>,
    /// Under which the order is asked for: it is made once.
    pub(crate) ticket: &'a Ticket,
}

/// What payments there are in this shop.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Payments<'a> {
    pub(crate) gateway: Option<&'a dyn Gateway>,
    /// The least that is taken.
    pub(crate) least: Money,
}

/// Makes an order of what is in the cart, which is empty then.
pub(crate) async fn place(
    app: &App,
    payments: Payments<'_>,
    buyer: Buyer<'_>,
    now: Timestamp,
) -> db::Result<Placed> {
    app.db
        .transaction(async |tx| {
            let quote = Quote::of(&tx, buyer.user, app.settings.currency).await?;
            if quote.lines.is_empty() {
                return Ok(Placed::Empty);
            }
            let agreed = match buyer.quote_hash {
                Some(hash) => hash == quote.hash,
                None => quote.lines.iter().all(|line| line.seen == line.price),
            };
            if !agreed {
                return Ok(Placed::Changed);
            }
            if !quote.total.is_zero() {
                if payments.gateway.is_none() {
                    return Ok(Placed::NoPayments);
                }
                if quote.total.amount < payments.least.amount {
                    return Ok(Placed::TooLittle(payments.least));
                }
            }
            enter(app, &tx, payments.gateway, buyer, &quote, now).await
        })
        .await
}

async fn enter(
    app: &App,
    tx: &Tx,
    gateway: Option<&dyn Gateway>,
    buyer: Buyer<'_>,
    quote: &Quote,
    now: Timestamp,
) -> db::Result<Placed> {
    let order = make(tx, &app.random, (buyer.user, buyer.locale), quote, now).await?;
    copy_lines(tx, order.id, quote).await?;
    tell(tx, order.id, "placed", json!({}), now).await?;
    cart::clear(tx, buyer.user).await?;
    let begun = if let Some(gateway) = gateway.filter(|_| !quote.total.is_zero()) {
        Some(payment::begin(tx, app, gateway, &order, now).await?)
    } else {
        complete_free(tx, &order, Till::of(&app.shop(), now)).await?;
        None
    };
    note(tx, buyer, order.id).await?;
    Ok(Placed::Ready(Ready { number: order.number, order: order.id, begun }))
}

/// Notes what is to be answered should this process die before it knows where the order is paid.
async fn note(tx: &Tx, buyer: Buyer<'_>, id: Id<Order>) -> db::Result<()> {
    if !buyer.ticket.is_kept() {
        return Ok(());
    }
    let Some(order) = Order::by_key(tx, id).await? else { return Ok(()) };
    let items = OrderItem::of(tx, &[id]).await?;
    let wire = OrderWire::new(buyer.locale, order, items, None);
    buyer.ticket.note(tx, StatusCode::CREATED, &wire).await
}

/// Writes the order down, under a number that no other has, and locks it.
pub(super) async fn make(
    tx: &Tx,
    random: &Random,
    (user, locale): (UserId, Locale),
    quote: &Quote,
    now: Timestamp,
) -> db::Result<Locked> {
    for _ in 0..DRAWS {
        let made: Option<(Id<Order>,)> = tx
            .optional(sql!(
                "insert into orders (number, user_id, status, currency, total, language, created_at, updated_at)
                 values ($1, $2, 'pending', $3, $4, $5, $6, $6) on conflict (number) do nothing returning id",
                number::draw(random),
                user,
                quote.total.currency,
                quote.total.amount,
                locale.tag(),
                now
            ))
            .await?;
        if let Some((id,)) = made
            && let Some(locked) = lock(tx, id).await?
        {
            return Ok(locked);
        }
    }
    Err(db::Error::Conflict)
}

/// Writes the lines of an order down, as the buyer saw them.
pub(super) async fn copy_lines(tx: &Tx, order: Id<Order>, quote: &Quote) -> db::Result<()> {
    let lines = (1_i64..).zip(&quote.lines).map(|(position, line)| {
        sql!(
            "insert into order_items (order_id, position, book_id, title, authors, isbn, formats, list_amount, amount)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            order,
            position,
            line.book,
            &line.title,
            &line.authors,
            line.isbn,
            &line.formats,
            line.list.amount,
            line.price.amount
        )
    });
    tx.execute_all(lines).await.map(drop)
}

/// Takes an order back of which the gateway never heard: what it had in it is in the cart again.
pub(crate) async fn withdraw(
    tx: &Tx,
    order: Id<Order>,
    (user, ticket): (UserId, &Ticket),
    now: Timestamp,
) -> db::Result<()> {
    let Some(locked) = lock(tx, order).await? else { return Ok(()) };
    ticket.forget_note(tx).await?;
    let lines: Vec<(Option<Id<catalogue::Book>>, i64)> = tx
        .all(sql!("select book_id, amount from order_items where order_id = $1 order by position", order))
        .await?;
    let money = |amount| Money { amount, currency: locked.currency };
    let lines: Vec<_> = lines.into_iter().filter_map(|(book, amount)| Some((book?, money(amount)))).collect();
    cart::put_back(tx, user, &lines, now).await?;
    tx.execute(sql!("delete from orders where id = $1", order)).await.map(drop)
}
