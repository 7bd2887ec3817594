//! Orders of the sample shop: made, paid and given up by what does so in every shop, at the times at which they are to have been
//! made, with a gateway that says what it is told to.

use catalogue::Book;
use db::{Query as _, Tx, list, sql};
use i18n::Locale;
use kernel::{Currency, Id, Money, Random, Timestamp};
use pay::Verdict;
use serde_json::json;
use web::{Seller, UserId};

use super::place::{copy_lines, make};
use super::transition::{complete_free, tell};
use super::{Heard, Locked, Order, Till, settle};
use crate::cart::{self, Quote};
use crate::payment::Payment;
use crate::secret;

/// How long somebody is at the gateway, in seconds.
const PAYING: i64 = 150;
/// For how long one can pay there.
const PAYABLE: i64 = 30 * 60;
/// What of a hundred the gateway keeps.
const FEE: i64 = 2;

/// The shop in which it happens.
#[derive(Debug, Clone, Copy)]
pub struct Shop<'a> {
    /// Who sells.
    pub seller: &'a Seller,
    /// The currency of its prices.
    pub currency: Currency,
    /// Chance, for what must not be guessed.
    pub random: &'a Random,
}

/// How an order ends that costs something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It is paid, by a method of the gateway.
    Paid(&'static str),
    /// The gateway refuses the card.
    Refused,
    /// Nobody pays in time.
    Expired,
}

/// What somebody orders.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    /// Who.
    pub reader: UserId,
    /// The language that they read the shop in.
    pub locale: Locale,
    /// Which books; what they have already is left out.
    pub books: &'a [Id<Book>],
    /// When.
    pub at: Timestamp,
    /// What becomes of it.
    pub end: End,
}

/// Makes an order; `None` where nothing is left of the wish. Nobody is sent a mail about it.
pub async fn order(tx: &Tx, shop: Shop<'_>, wish: Wish<'_>) -> db::Result<Option<Id<Order>>> {
    let prices: Vec<(Id<Book>, i64)> = tx
        .all(sql!(
            "select id, price_amount from books where id in ($1…) and price_amount is not null order by id",
            list(wish.books.iter().copied())
        ))
        .await?;
    let money = |amount| Money { amount, currency: shop.currency };
    let lines: Vec<_> = prices.into_iter().map(|(book, amount)| (book, money(amount))).collect();
    cart::put_back(tx, wish.reader, &lines, wish.at).await?;
    let quote = Quote::of(tx, wish.reader, shop.currency).await?;
    if quote.lines.is_empty() {
        return Ok(None);
    }
    let order = make(tx, shop.random, (wish.reader, wish.locale), &quote, wish.at).await?;
    copy_lines(tx, order.id, &quote).await?;
    tell(tx, order.id, "placed", json!({}), wish.at).await?;
    cart::clear(tx, wish.reader).await?;
    if quote.total.is_zero() {
        complete_free(tx, &order, Till { seller: shop.seller, now: wish.at }).await?;
    } else {
        end(tx, shop, &order, wish).await?;
    }
    forget_mails(tx, wish.reader).await?;
    Ok(Some(order.id))
}

/// Somebody goes to the gateway with it.
async fn end(tx: &Tx, shop: Shop<'_>, order: &Locked, wish: Wish<'_>) -> db::Result<()> {
    let (payment,): (Id<Payment>,) = tx
        .one(sql!(
            "insert into payments (attempt, order_id, gateway, mode, status, amount, currency, checkout_id, return_hash,
                                   created_at, opened_at, expires_at)
             values ($1, $2, 'chargily', 'test', 'open', $3, $4, $5, $6, $7, $7, $8) returning id",
            shop.random.hex::<16>(),
            order.id,
            order.total,
            order.currency,
            format!("sample-{}", shop.random.hex::<8>()),
            secret::hash(&secret::draw(shop.random)),
            wish.at,
            wish.at.plus_seconds(PAYABLE)
        ))
        .await?;
    let (verdict, method, after) = match wish.end {
        End::Paid(method) => (Verdict::Paid, Some(method), PAYING),
        End::Refused => (Verdict::Failed, None, PAYING),
        End::Expired => (Verdict::Expired, None, PAYABLE),
    };
    let fee = method.map(|_| order.total * FEE / 100);
    let heard = Heard { verdict: &verdict, method, fee, next_check_at: None };
    let till = Till { seller: shop.seller, now: wish.at.plus_seconds(after) };
    settle(tx, payment, &heard, till).await.map(drop)
}

/// What was bought long ago is not told by mail now.
pub async fn forget_mails(tx: &Tx, reader: UserId) -> db::Result<()> {
    jobs::forget(tx, &accounts::mails::about(reader)).await.map(drop)
}
