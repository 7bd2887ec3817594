//! What the books of a cart cost now, and which of them cannot be had.

use catalogue::{Book, Byline, Status, text_enum};
use db::{Query, Statement, Tx, list, record, sql};
use kernel::{Currency, Id, Isbn, Language, Money};
use web::{Shopper, UserId};

use super::{Cart, lock};
use crate::secret;

/// A book of a cart that can be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The book's key.
    pub book: Id<Book>,
    /// Its main title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// Its authors' names, with commas.
    pub authors: String,
    /// Its ISBN.
    pub isbn: Option<Isbn>,
    /// What it can be read as: `epub`, `pdf`, or both with a comma.
    pub formats: String,
    /// Its price in the shop.
    pub list: Money,
    /// What it costs in this cart, after discounts.
    pub price: Money,
    /// What it cost when that was last told.
    pub seen: Money,
}

impl Line {
    /// What it cost when that was last told, where that was another price.
    pub fn before(&self) -> Option<Money> {
        let is_free = self.seen.is_zero() && self.price.is_zero();
        (self.seen != self.price && !is_free).then_some(self.seen)
    }
}

text_enum! {
    /// Why a book is in no quote.
    pub enum Reason {
        /// The reader has it.
        Owned = "owned",
        /// It cannot be bought here at the moment.
        Unavailable = "unavailable",
    }
}

/// A book of a cart that cannot be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The book's key.
    pub book: Id<Book>,
    /// Its main title.
    pub title: String,
    /// The language it is written in.
    pub language: Language,
    /// Why.
    pub reason: Reason,
}

/// What a cart costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// What can be had, the latest first.
    pub lines: Vec<Line>,
    /// What all of it costs.
    pub total: Money,
    /// Another one for other books, prices or another currency: whoever confirms a quote names it.
    pub hash: String,
    /// What cannot be had, the latest first.
    pub dropped: Vec<Dropped>,
}

record! {
    struct Row {
        book_id: Id<Book>,
        title: String,
        language: Language,
        authors: Byline,
        isbn: Option<Isbn>,
        has_epub: bool,
        has_pdf: bool,
        status: Status,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
        seen_amount: i64,
        seen_currency: Currency,
        owned_id: Option<Id<Book>>,
    }
}

/// The books of carts `c`, as [`Row`]s.
macro_rules! rows_where {
    ($which:literal) => {
        concat!(
            "select i.book_id, b.title, b.language, b.authors, b.isbn, b.has_epub, b.has_pdf, b.status, b.price_amount, \
             b.price_currency, i.seen_amount, i.seen_currency, e.book_id as owned_id
             from carts c join cart_items i on i.cart_id = c.id join books b on b.id = i.book_id
             left join library_entries e on e.user_id = c.user_id and e.book_id = i.book_id
             where ",
            $which,
            " order by i.added_at desc, i.book_id desc"
        )
    };
}

impl Quote {
    /// Locks a reader's cart until the transaction ends, takes out of it what cannot be had, and says what the rest costs.
    pub async fn of(tx: &Tx, user: UserId, currency: Currency) -> db::Result<Self> {
        let Some(cart) = lock::of_reader(tx, user).await? else { return Ok(Self::empty(currency)) };
        let quote = Self::of_cart(tx, cart, currency).await?;
        quote.drop_from(tx, cart).await?;
        if !quote.dropped.is_empty() {
            lock::recount(tx, user).await?;
        }
        Ok(quote)
    }

    /// What a reader's cart costs now. Changes nothing either.
    pub(crate) async fn of_reader(db: &impl Query, user: UserId, currency: Currency) -> db::Result<Self> {
        Self::read(db, sql!(rows_where!("c.user_id = $1"), user), currency).await
    }

    /// What somebody's cart costs now. Changes nothing: what cannot be had stays in it, to be told.
    pub async fn look(db: &impl Query, shopper: &Shopper, currency: Currency) -> db::Result<Self> {
        let statement = match shopper {
            Shopper::Newcomer => return Ok(Self::empty(currency)),
            Shopper::Reader { user, .. } => return Self::of_reader(db, *user, currency).await,
            Shopper::Visitor(cookie) => {
                sql!(rows_where!("c.token_hash = $1 and c.merged_at is null"), secret::hash(&cookie.token))
            }
        };
        Self::read(db, statement, currency).await
    }

    /// What a locked cart costs.
    pub(super) async fn of_cart(tx: &Tx, cart: Id<Cart>, currency: Currency) -> db::Result<Self> {
        Self::read(tx, sql!(rows_where!("c.id = $1"), cart), currency).await
    }

    async fn read(db: &impl Query, statement: Statement, currency: Currency) -> db::Result<Self> {
        let rows: Vec<Row> = db.all(statement).await?;
        let mut quote = Self::empty(currency);
        for row in rows {
            match line(row, currency) {
                Ok(line) => {
                    quote.total.amount = quote.total.amount.saturating_add(line.price.amount);
                    quote.lines.push(line);
                }
                Err(dropped) => quote.dropped.push(dropped),
            }
        }
        quote.hash = hash(&quote.lines, currency);
        Ok(quote)
    }

    fn empty(currency: Currency) -> Self {
        Self {
            lines: Vec::new(),
            total: Money::zero(currency),
            hash: hash(&[], currency),
            dropped: Vec::new(),
        }
    }

    /// Takes what cannot be had out of the cart.
    pub(super) async fn drop_from(&self, tx: &Tx, cart: Id<Cart>) -> db::Result<()> {
        if !self.dropped.is_empty() {
            let gone = list(self.dropped.iter().map(|dropped| dropped.book));
            tx.execute(sql!("delete from cart_items where cart_id = $1 and book_id in ($2…)", cart, gone))
                .await?;
        }
        Ok(())
    }
}

fn line(row: Row, currency: Currency) -> Result<Line, Dropped> {
    let dropped =
        |reason| Err(Dropped { book: row.book_id, title: row.title.clone(), language: row.language, reason });
    if row.owned_id.is_some() {
        return dropped(Reason::Owned);
    }
    let formats = formats(row.has_epub, row.has_pdf);
    let price = price(row.price_amount, row.price_currency, currency);
    let (Some(price), Status::Published, Some(formats)) = (price, row.status, formats) else {
        return dropped(Reason::Unavailable);
    };
    Ok(Line {
        book: row.book_id,
        authors: row.authors.names().collect::<Vec<_>>().join(", "),
        title: row.title,
        language: row.language,
        isbn: row.isbn,
        formats: formats.to_owned(),
        list: price,
        price,
        seen: Money { amount: row.seen_amount, currency: row.seen_currency },
    })
}

/// What a book is sold for here, where it is: nothing is nothing in every currency.
pub(super) fn price(amount: Option<i64>, of: Option<Currency>, currency: Currency) -> Option<Money> {
    let price = Money { amount: amount?, currency: of? };
    if price.is_zero() { Some(Money::zero(currency)) } else { (price.currency == currency).then_some(price) }
}

const fn formats(epub: bool, pdf: bool) -> Option<&'static str> {
    match (epub, pdf) {
        (true, true) => Some("epub,pdf"),
        (true, false) => Some("epub"),
        (false, true) => Some("pdf"),
        (false, false) => None,
    }
}

/// In the order of the books' keys: the same cart has the same one, however it was filled.
fn hash(lines: &[Line], currency: Currency) -> String {
    let mut parts: Vec<_> = lines.iter().map(|line| (line.book.get(), line.price.amount)).collect();
    parts.sort_unstable();
    let parts = parts.iter().map(|(book, price)| format!(";{book}:{price}"));
    secret::hash(&std::iter::once(currency.to_string()).chain(parts).collect::<String>())
}
