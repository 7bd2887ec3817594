//! Orders: what was bought, at which price, and where it stands.

/// The columns of [`Order`]. That the shop cancelled it stands in a column of its own: the rule of the other one is older.
macro_rules! order_columns {
    () => {
        "id, number, user_id, status, case when by_shop then 'by_shop' else reason end as reason, currency, total, refunded, \
         language, created_at, updated_at, completed_at"
    };
}

mod deliver;
mod ledger;
mod listed;
mod place;
pub(crate) mod refund;
pub mod sample;
mod sought;
mod transition;

use catalogue::Book;
use db::{Json, Query, list, record, sql};
use kernel::{Currency, Id, Money, Timestamp};
use web::shop::Shop;
use web::{Seller, UserId};

use crate::machine::OrderState;
use crate::{CancelReason, OrderStatus};

pub(crate) use place::{Buyer, Payments, Placed, place, withdraw};
pub use sought::{Buyer as OrderBuyer, Looked, OrderPlace, OrderSort, Sought};
pub(crate) use transition::{Heard, Locked, cancel, expire, has_owned, lock, owned_among, reopen, settle};

record! {
    /// An order, without its lines.
    pub struct Order {
        /// Its key.
        pub id: Id<Order>,
        /// What people call it.
        pub number: String,
        /// Whose it is; `None` where the account is gone.
        pub user_id: Option<UserId>,
        /// Where it stands.
        pub status: OrderStatus,
        /// Why it is cancelled.
        pub reason: Option<CancelReason>,
        /// What it is paid in.
        pub currency: Currency,
        /// What it costs, in minor units.
        pub total: i64,
        /// What of that was paid back.
        pub refunded: i64,
        /// The language of whoever bought, as a tag: mails about it are in it.
        pub language: String,
        /// When it was made.
        pub created_at: Timestamp,
        /// When it stood otherwise before.
        pub updated_at: Timestamp,
        /// When it was paid, or cost nothing.
        pub completed_at: Option<Timestamp>,
    }

    /// A line of an order: a book as it was when it was bought.
    pub struct OrderItem {
        /// Its order.
        pub order_id: Id<Order>,
        /// The book; `None` where it is gone.
        pub book_id: Option<Id<Book>>,
        /// Its title.
        pub title: String,
        /// Its authors, in a line.
        pub authors: String,
        /// Its number.
        pub isbn: Option<String>,
        /// `epub`, `pdf`, or both with a comma.
        pub formats: String,
        /// What it cost without a discount, in minor units.
        pub list_amount: i64,
        /// What it cost.
        pub amount: i64,
        /// When it was paid back.
        pub refunded_at: Option<Timestamp>,
        /// Whether the reader has the book all the same.
        pub kept: bool,
    }

    /// Something that became of an order.
    pub struct OrderEvent {
        /// What: `placed`, `completed`, `cancelled`, …
        pub kind: String,
        /// When.
        pub at: Timestamp,
        /// Why, where it was cancelled.
        pub details: Json<EventDetails>,
    }
}

/// What is kept of something that became of an order.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct EventDetails {
    /// Why it was cancelled.
    #[serde(default)]
    pub reason: Option<CancelReason>,
}

/// The shop at a moment at which money moves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Till<'a> {
    /// Who sells, as receipts will say for good.
    pub(crate) seller: &'a Seller,
    pub(crate) now: Timestamp,
}

impl<'a> Till<'a> {
    pub(crate) fn of(shop: &'a Shop, now: Timestamp) -> Self {
        Self { seller: &shop.seller, now }
    }
}

impl Order {
    /// What it costs.
    pub fn total(&self) -> Money {
        Money { amount: self.total, currency: self.currency }
    }

    /// The language of mails about it.
    pub fn locale(&self) -> i18n::Locale {
        i18n::Locale::from_tag(&self.language).unwrap_or_default()
    }

    /// Where it stands, as the rules see it.
    pub fn state(&self) -> OrderState {
        OrderState::new(self.status, self.reason)
    }

    /// An order of somebody's; `None` where they have no such one.
    pub async fn find(db: &impl Query, user: UserId, number: &str) -> db::Result<Option<Self>> {
        let Some(number) = crate::number::read(number) else { return Ok(None) };
        db.optional(sql!(
            concat!("select ", order_columns!(), " from orders where number = $1 and user_id = $2"),
            number,
            user
        ))
        .await
    }

    /// An order by its key.
    pub(crate) async fn by_key(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!(concat!("select ", order_columns!(), " from orders where id = $1"), id)).await
    }

    /// Somebody's orders, the latest first, from below one on; `made` is the time in which they were made, where not all
    /// are wanted.
    pub async fn of(
        db: &impl Query,
        user: UserId,
        (status, made): (Option<OrderStatus>, Option<(Timestamp, Timestamp)>),
        (before, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        let before = before.map_or(i64::MAX, Id::get);
        let (from, to) = made.unzip();
        match status {
            Some(status) => {
                db.all(sql!(
                    concat!(
                        "select ",
                        order_columns!(),
                        " from orders where user_id = $1 and status = $2 and id < $3
                       and (cast($4 as text) is null or created_at >= $4 and created_at < $5)
                     order by id desc limit $6"
                    ),
                    user,
                    status,
                    before,
                    from,
                    to,
                    rows
                ))
                .await
            }
            None => {
                db.all(sql!(
                    concat!(
                        "select ",
                        order_columns!(),
                        " from orders where user_id = $1 and id < $2
                       and (cast($3 as text) is null or created_at >= $3 and created_at < $4)
                     order by id desc limit $5"
                    ),
                    user,
                    before,
                    from,
                    to,
                    rows
                ))
                .await
            }
        }
    }

    /// When somebody's first order was made.
    pub(crate) async fn first_made(db: &impl Query, user: UserId) -> db::Result<Option<Timestamp>> {
        let first: Option<(Timestamp,)> = db
            .optional(sql!("select created_at from orders where user_id = $1 order by id limit 1", user))
            .await?;
        Ok(first.map(|(at,)| at))
    }
}

impl OrderItem {
    /// The lines of some orders, in their order.
    pub async fn of(db: &impl Query, orders: &[Id<Order>]) -> db::Result<Vec<Self>> {
        if orders.is_empty() {
            return Ok(Vec::new());
        }
        db.all(sql!(
            "select i.order_id, i.book_id, i.title, i.authors, i.isbn, i.formats, i.list_amount, i.amount, i.refunded_at,
                    exists (select 1 from orders o join library_entries e on e.user_id = o.user_id
                            where o.id = i.order_id and e.book_id = i.book_id) as kept
             from order_items i where i.order_id in ($1…) order by i.order_id, i.position",
            list(orders.iter().copied())
        ))
        .await
    }
}

impl OrderEvent {
    /// What became of an order, the first thing first.
    pub async fn of(db: &impl Query, order: Id<Order>) -> db::Result<Vec<Self>> {
        let events: Vec<Self> = db
            .all(sql!("select kind, at, details from order_events where order_id = $1 order by id", order))
            .await?;
        // Whoever cancels has the gateway end the payment first, which then is over for another reason for a moment.
        let next = events.iter().skip(1).map(|event| event.kind.clone()).collect::<Vec<_>>();
        let is_last =
            |at: usize, kind: &str| kind != "cancelled" || next.get(at).is_none_or(|next| next != kind);
        Ok(events
            .into_iter()
            .enumerate()
            .filter(|(at, event)| is_last(*at, &event.kind))
            .map(|(_, event)| event)
            .collect())
    }
}
