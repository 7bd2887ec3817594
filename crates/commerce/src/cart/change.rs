//! What changes a cart.

use catalogue::{Book, Status};
use db::{Query as _, Tx, list, record, sql};
use kernel::{Currency, Id, Money, Timestamp};
use web::{App, CartCookie, Shopper, UserId};

use super::lock::{self, Locked};
use super::{MOST, Quote, quote};

/// How a cart stands after a change.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// How many books are in it.
    pub count: i64,
    /// What a visitor's browser has of it from now on.
    pub cookie: Option<CartCookie>,
}

impl Standing {
    /// Whoever it is, as they are known after the change: a visitor's first book gives them a cart.
    pub(super) fn shopper(&self, before: Shopper) -> Shopper {
        match (&self.cookie, before) {
            (_, reader @ Shopper::Reader { .. }) => reader,
            (Some(cookie), _) => Shopper::Visitor(cookie.clone()),
            (None, before) => before,
        }
    }
}

/// A book is in the cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Added {
    /// Since now.
    New,
    /// It was before.
    There,
}

/// Why a book is not put into a cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such book to be seen.
    NoSuchBook,
    /// It has no price here, or no file yet.
    NotForSale,
    /// The reader has it.
    Owned,
    /// There is no room; see [`MOST`].
    Full,
}

record! {
    struct Sold {
        status: Status,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        has_epub: bool,
        has_pdf: bool,
        owned_id: Option<Id<Book>>,
    }
}

/// Puts a book into somebody's cart, at the price that it has now. What is in it already stays as it is.
pub async fn add(
    app: &App,
    shopper: &Shopper,
    book: Id<Book>,
) -> db::Result<Result<(Added, Standing), Refusal>> {
    app.db
        .transaction(async |tx| {
            let price = match price_of(&tx, shopper, book, app.settings.currency).await? {
                Ok(price) => price,
                Err(refusal) => return Ok(Err(refusal)),
            };
            let cart = Locked::or_new(&tx, app, shopper).await?;
            let entered = enter(&tx, cart.id, (book, price), app.clock.now()).await?;
            let added = if entered { Added::New } else { Added::There };
            if !entered && !holds(&tx, cart.id, book).await? {
                return Ok(Err(Refusal::Full));
            }
            Ok(Ok((added, cart.standing(&tx).await?)))
        })
        .await
}

/// What a book costs whoever wants it.
async fn price_of(
    tx: &Tx,
    shopper: &Shopper,
    book: Id<Book>,
    currency: Currency,
) -> db::Result<Result<Money, Refusal>> {
    let reader = match shopper {
        Shopper::Reader { user, .. } => Some(*user),
        Shopper::Newcomer | Shopper::Visitor(_) => None,
    };
    let sold: Option<Sold> = tx
        .optional(sql!(
            "select b.status, b.price_amount, b.price_currency, b.has_epub, b.has_pdf, e.book_id as owned_id
             from books b left join library_entries e on e.user_id = $2 and e.book_id = b.id
             where b.id = $1",
            book,
            reader
        ))
        .await?;
    let Some(sold) = sold.filter(|sold| sold.status == Status::Published) else {
        return Ok(Err(Refusal::NoSuchBook));
    };
    if sold.owned_id.is_some() {
        return Ok(Err(Refusal::Owned));
    }
    let price = quote::price(sold.price_amount, sold.price_currency, currency);
    Ok(price.filter(|_| sold.has_epub || sold.has_pdf).ok_or(Refusal::NotForSale))
}

/// Puts a book into a locked cart where there is room; whether it is new there.
async fn enter(
    tx: &Tx,
    cart: Id<super::Cart>,
    (book, price): (Id<Book>, Money),
    now: Timestamp,
) -> db::Result<bool> {
    let entered = tx
        .execute(sql!(
            "insert into cart_items (cart_id, book_id, seen_amount, seen_currency, added_at)
             select c.id, $2, $3, $4, $5 from carts c
             where c.id = $1 and (select count(*) from cart_items where cart_id = $1) < $6
             on conflict (cart_id, book_id) do nothing",
            cart,
            book,
            price.amount,
            price.currency,
            now,
            most()
        ))
        .await?;
    Ok(entered > 0)
}

async fn holds(tx: &Tx, cart: Id<super::Cart>, book: Id<Book>) -> db::Result<bool> {
    let found: Option<(Id<Book>,)> = tx
        .optional(sql!("select book_id from cart_items where cart_id = $1 and book_id = $2", cart, book))
        .await?;
    Ok(found.is_some())
}

/// Takes a book out of somebody's cart; one that is not in it is as good as taken out.
pub async fn remove(app: &App, shopper: &Shopper, book: Id<Book>) -> db::Result<Standing> {
    app.db
        .transaction(async |tx| {
            let Some(cart) = Locked::of(&tx, shopper, app.clock.now()).await? else {
                return Ok(Standing::default());
            };
            tx.execute(sql!("delete from cart_items where cart_id = $1 and book_id = $2", cart.id, book))
                .await?;
            cart.standing(&tx).await
        })
        .await
}

/// Notes that somebody was told what a quote says: its prices are no news any more, and what cannot be had leaves the
/// cart. `None` where another quote is true by now.
pub async fn take_note(app: &App, shopper: &Shopper, hash: &str) -> db::Result<Option<Standing>> {
    app.db
        .transaction(async |tx| {
            let Some(cart) = Locked::of(&tx, shopper, app.clock.now()).await? else {
                return Ok(Some(Standing::default()));
            };
            let quote = Quote::of_cart(&tx, cart.id, app.settings.currency).await?;
            if quote.hash != hash {
                return Ok(None);
            }
            let told = list(quote.lines.iter().filter(|line| line.before().is_some()).map(|line| line.book));
            tx.execute(sql!(
                "update cart_items set
                     seen_amount = (select b.price_amount from books b where b.id = cart_items.book_id),
                     seen_currency = (select b.price_currency from books b where b.id = cart_items.book_id)
                 where cart_id = $1 and book_id in ($2…)",
                cart.id,
                told
            ))
            .await?;
            quote.drop_from(&tx, cart.id).await?;
            cart.standing(&tx).await.map(Some)
        })
        .await
}

/// Empties a reader's cart: what was in it is ordered.
pub async fn clear(tx: &Tx, user: UserId) -> db::Result<()> {
    let Some(cart) = lock::of_reader(tx, user).await? else { return Ok(()) };
    tx.execute(sql!("delete from cart_items where cart_id = $1", cart)).await?;
    lock::recount(tx, user).await
}

/// Puts books back into a reader's cart with the prices that they were told, as far as there is room: what was ordered is
/// not to be paid. What is in it stays as it is.
pub async fn put_back(tx: &Tx, user: UserId, books: &[(Id<Book>, Money)], now: Timestamp) -> db::Result<()> {
    let cart = lock::of_reader_or_new(tx, user, now).await?;
    let entries = books.iter().take(MOST).map(|(book, seen)| {
        // Each looks whether there is room left.
        sql!(
            "insert into cart_items (cart_id, book_id, seen_amount, seen_currency, added_at)
             select $1, b.id, $3, $4, $5 from books b
             where b.id = $2 and (select count(*) from cart_items where cart_id = $1) < $6
               and not exists (select 1 from library_entries e where e.user_id = $7 and e.book_id = b.id)
             on conflict (cart_id, book_id) do nothing",
            cart,
            *book,
            seen.amount,
            seen.currency,
            now,
            most(),
            user
        )
    });
    tx.execute_all(entries).await?;
    lock::recount(tx, user).await
}

fn most() -> i64 {
    i64::try_from(MOST).unwrap_or(i64::MAX)
}
