//! Orders as admins look for them: all, by where they stand, by their day, by number, by the buyer's address, by what the
//! gateway calls a payment, by a receipt; those of which a payment is in doubt.

use accounts::Email;
use catalogue::text_enum;
use db::{Query, list, record, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::Order;
use crate::OrderStatus;
use crate::number;

text_enum! {
    /// The order of a list of orders.
    pub enum OrderSort {
        /// The latest first.
        Latest = "-created",
        /// The first one first.
        First = "created",
        /// What costs most first.
        Dearest = "-total",
        /// What costs least first.
        Cheapest = "total",
    }
}

/// What somebody looks for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Looked<'a> {
    /// A number, an address, what the gateway or the shop calls a payment, a receipt's number; empty for anything.
    pub q: &'a str,
    /// Those that stand so.
    pub status: Option<OrderStatus>,
    /// Only those of which a payment is in doubt.
    pub in_doubt: bool,
    /// Made then or later.
    pub from: Option<Timestamp>,
    /// Made before then.
    pub until: Option<Timestamp>,
}

/// Which orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    among: Among,
    status: Option<OrderStatus>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Among {
    All,
    /// Of these readers.
    Of(Vec<UserId>),
    These(Vec<Id<Order>>),
}

/// Where a part of a list ends: when the order was made, what it costs, and its key.
pub type OrderPlace = (Timestamp, i64, Id<Order>);

record! {
    /// Who bought.
    pub struct Buyer {
        /// Their key.
        pub id: UserId,
        /// Their username.
        pub username: String,
        /// What they want to be called; may be empty.
        pub name: String,
        /// Their address.
        pub email: String,
    }
}

impl Sought {
    /// Which orders somebody means.
    pub async fn read(db: &impl Query, looked: Looked<'_>) -> db::Result<Self> {
        let among = Among::of(db, looked.q.trim()).await?;
        let among = if looked.in_doubt { among.in_doubt(db).await? } else { among };
        Ok(Self { among, status: looked.status, from: looked.from, until: looked.until })
    }
}

impl Among {
    async fn of(db: &impl Query, q: &str) -> db::Result<Self> {
        if q.is_empty() {
            return Ok(Self::All);
        }
        if let Ok(email) = Email::parse(q) {
            let users: Vec<(UserId,)> =
                db.all(sql!("select id from users where folded_email = $1", email.folded())).await?;
            return Ok(Self::Of(users.into_iter().map(|(id,)| id).collect()));
        }
        let by_number: Vec<(Id<Order>,)> = match number::read(q) {
            Some(number) => db.all(sql!("select id from orders where number = $1", number)).await?,
            None => Vec::new(),
        };
        let by_receipt: Vec<(Id<Order>,)> = match receipt(q) {
            Some((series, year, number)) => {
                db.all(sql!(
                    "select order_id from receipts where series = $1 and year = $2 and number = $3",
                    series,
                    year,
                    number
                ))
                .await?
            }
            None => Vec::new(),
        };
        let by_payment: Vec<(Id<Order>,)> = db
            .all(sql!(
                "select order_id from payments where attempt = $1
                 union select order_id from payments where mode in ('test', 'live') and checkout_id = $1",
                q
            ))
            .await?;
        let all = by_number.into_iter().chain(by_receipt).chain(by_payment);
        Ok(Self::These(all.map(|(id,)| id).collect()))
    }

    async fn in_doubt(self, db: &impl Query) -> db::Result<Self> {
        let doubted: Vec<(Id<Order>,)> = db
            .all(sql!(
                "select order_id from payments where status in ('unknown', 'review')
                 union select order_id from payment_findings where order_id is not null order by order_id desc limit 1000"
            ))
            .await?;
        let doubted = doubted.into_iter().map(|(id,)| id);
        Ok(Self::These(match self {
            Self::All => doubted.collect(),
            Self::These(keys) => doubted.filter(|key| keys.contains(key)).collect(),
            Self::Of(users) => {
                let own: Vec<(Id<Order>,)> = db
                    .all(sql!(
                        "select id from orders where id in ($1…) and user_id in ($2…)",
                        list(doubted),
                        list(users)
                    ))
                    .await?;
                own.into_iter().map(|(id,)| id).collect()
            }
        }))
    }
}

/// A receipt's number, or that of a note of credit, taken apart: `R-2026-000123`.
fn receipt(q: &str) -> Option<(String, i64, i64)> {
    let upper = q.to_ascii_uppercase();
    let mut parts = upper.split('-');
    let series = parts.next().filter(|series| matches!(*series, "R" | "C"))?.to_owned();
    let (year, number) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    parts.next().is_none().then_some((series, year, number))
}

/// Where a list goes on, and from when to when it goes.
struct Bounds {
    at: Timestamp,
    total: i64,
    id: i64,
    from: Timestamp,
    until: Timestamp,
}

impl Bounds {
    fn new(sought: &Sought, sort: OrderSort, after: Option<OrderPlace>) -> Self {
        let from = sought.from.unwrap_or(Timestamp::from_millis(i64::MIN));
        let until = sought.until.unwrap_or(Timestamp::from_millis(i64::MAX));
        let (at, total, id) = match (after, sort) {
            (Some((at, total, id)), _) => (at, total, id.get()),
            (None, OrderSort::Latest | OrderSort::Dearest) => (until, i64::MAX, 0),
            (None, OrderSort::First | OrderSort::Cheapest) => (from, -1, -1),
        };
        Self { at, total, id, from, until }
    }
}

/// Up to so many orders are sorted.
const FEW: i64 = 20_000;

/// Whether few orders were made in a time.
async fn is_few(db: &impl Query, b: &Bounds) -> db::Result<bool> {
    let (orders,): (i64,) = db
        .one(sql!(
            "select count(*) from (select id from orders where created_at >= $1 and created_at < $2 limit $3) as counted",
            b.from,
            b.until,
            FEW
        ))
        .await?;
    Ok(orders < FEW)
}

/// Everything that a list is read by: `$1` and `$2` say where it goes on, `$3` and `$4` from when to when.
macro_rules! orders {
    ($which:literal, $on:literal, $when:literal, $sorted:literal) => {
        concat!(
            "select ",
            order_columns!(),
            " from orders where ",
            $on,
            " and ",
            $when,
            " >= $3 and ",
            $when,
            " < $4 and ",
            $which,
            " order by ",
            $sorted,
            " limit $5"
        )
    };
}

/// A list in the order of time.
macro_rules! by_time {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $which:literal $(, $arg:expr)*) => {
        if $sort == OrderSort::First {
            $db.all(sql!(
                orders!($which, "(created_at, id) > ($1, $2)", "created_at", "created_at, id"),
                $b.at, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        } else {
            $db.all(sql!(
                orders!($which, "(created_at, id) < ($1, $2)", "created_at", "created_at desc, id desc"),
                $b.at, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        }
    };
}

/// Orders by what they cost, by walking the index of that, which knows their time as well: the empty text keeps the index of time
/// out, and only orders that are shown are read.
macro_rules! walked {
    ($which:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            order_columns!(),
            " from orders where id in (
                 select id from orders where (total, id) ",
            $beyond,
            " ($1, $2) and (created_at || '') >= $3 and (created_at || '') < $4 and ",
            $which,
            " order by total",
            $way,
            ", id",
            $way,
            " limit $5) order by total + 0",
            $way,
            ", id",
            $way
        )
    };
}

macro_rules! by_total {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $which:literal $(, $arg:expr)*) => {
        if $sort == OrderSort::Cheapest {
            $db.all(sql!(walked!($which, ">", ""), $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*)).await
        } else {
            $db.all(sql!(walked!($which, "<", " desc"), $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*)).await
        }
    };
}

/// Some orders by what they cost: found first, in an index alone where it is by their time, and sorted then. The sum keeps the
/// index by what orders cost out.
macro_rules! few {
    ($which:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            order_columns!(),
            " from orders where id in (
                 select id from orders where (total + 0, id) ",
            $beyond,
            " ($1, $2) and created_at >= $3 and created_at < $4 and ",
            $which,
            " order by total + 0",
            $way,
            ", id",
            $way,
            " limit $5) order by total + 0",
            $way,
            ", id",
            $way
        )
    };
}

macro_rules! few_by_total {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $which:literal $(, $arg:expr)*) => {
        if $sort == OrderSort::Cheapest {
            $db.all(sql!(
                few!($which, ">", ""),
                $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        } else {
            $db.all(sql!(
                few!($which, "<", " desc"),
                $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        }
    };
}

impl Order {
    /// Where it stands in a list, for the part after it.
    pub fn place(&self) -> OrderPlace {
        (self.created_at, self.total, self.id)
    }

    /// A part of the orders that are sought, from after one on.
    pub async fn list(
        db: &impl Query,
        (sought, sort): (&Sought, OrderSort),
        (after, rows): (Option<OrderPlace>, i64),
    ) -> db::Result<Vec<Self>> {
        let b = Bounds::new(sought, sort, after);
        // What few orders cost is sorted; many are met soon enough on the way through all.
        let is_by_time = matches!(sort, OrderSort::Latest | OrderSort::First);
        let is_dated =
            !is_by_time && (sought.from.is_some() || sought.until.is_some()) && is_few(db, &b).await?;
        match (&sought.among, sought.status) {
            (Among::All, None) if is_by_time => by_time!(db, sort, b, rows, "id > 0"),
            (Among::All, None) if is_dated => few_by_total!(db, sort, b, rows, "id > 0"),
            (Among::All, None) => by_total!(db, sort, b, rows, "id > 0"),
            (Among::All, Some(status)) if is_by_time => by_time!(db, sort, b, rows, "status = $6", status),
            (Among::All, Some(status)) if is_dated => few_by_total!(db, sort, b, rows, "status = $6", status),
            (Among::All, Some(status)) => by_total!(db, sort, b, rows, "status = $6", status),
            (Among::Of(users), _) if users.is_empty() => Ok(Vec::new()),
            (Among::Of(users), status) => {
                let users = list(users.iter().copied());
                if is_by_time {
                    return by_time!(
                        db,
                        sort,
                        b,
                        rows,
                        "(cast($6 as text) is null or status = $6) and user_id in ($7…)",
                        status,
                        users
                    );
                }
                few_by_total!(
                    db,
                    sort,
                    b,
                    rows,
                    "(cast($6 as text) is null or status = $6) and user_id in ($7…)",
                    status,
                    users
                )
            }
            (Among::These(keys), _) if keys.is_empty() => Ok(Vec::new()),
            (Among::These(keys), status) => {
                let keys = list(keys.iter().copied());
                if is_by_time {
                    return by_time!(
                        db,
                        sort,
                        b,
                        rows,
                        "(cast($6 as text) is null or status = $6) and id in ($7…)",
                        status,
                        keys
                    );
                }
                few_by_total!(
                    db,
                    sort,
                    b,
                    rows,
                    "(cast($6 as text) is null or status = $6) and id in ($7…)",
                    status,
                    keys
                )
            }
        }
    }

    /// An order by its number, whoever's it is.
    pub async fn by_number(db: &impl Query, number: &str) -> db::Result<Option<Self>> {
        let Some(number) = number::read(number) else { return Ok(None) };
        db.optional(sql!(concat!("select ", order_columns!(), " from orders where number = $1"), number))
            .await
    }

    /// How many orders each of some readers has made, those without any left out.
    pub async fn counts(db: &impl Query, users: &[UserId]) -> db::Result<Vec<(UserId, i64)>> {
        if users.is_empty() {
            return Ok(Vec::new());
        }
        db.all(sql!(
            "select user_id, count(*) as orders from orders where user_id in ($1…) group by user_id",
            list(users.iter().copied())
        ))
        .await
    }
}

impl Buyer {
    /// Who bought these orders.
    pub async fn of(db: &impl Query, orders: &[Order]) -> db::Result<Vec<Self>> {
        let users: Vec<UserId> = orders.iter().filter_map(|order| order.user_id).collect();
        if users.is_empty() {
            return Ok(Vec::new());
        }
        db.all(sql!("select id, username, name, email from users where id in ($1…)", list(users))).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_receipt_is_known_from_that_of_anything_else() {
        assert_eq!(receipt("r-2026-000123"), Some(("R".to_owned(), 2026, 123)));
        assert_eq!(receipt("C-2026-1"), Some(("C".to_owned(), 2026, 1)));
        for other in ["K7QX2M9P", "R-2026", "R-2026-1-2", "X-2026-1", "R-x-1"] {
            assert_eq!(receipt(other), None, "{other}");
        }
    }
}
