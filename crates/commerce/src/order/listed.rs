//! The orders that are looked for, a part at a time, by their time or by what they cost.

use db::{Query, list, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::Order;
use super::sought::{Among, OrderPlace, OrderSort, Sought};
use crate::number;

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

// Both kinds of statements take the time as `$when`: `created_at` lets its index be walked, `(created_at || '')` keeps it out,
// since for some orders it would be walked from end to end. `$1` and `$2` say where the list goes on, `$3` and `$4` from when
// to when.

macro_rules! timed {
    ($which:literal, $when:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            order_columns!(),
            " from orders where (",
            $when,
            ", id) ",
            $beyond,
            " ($1, $2) and ",
            $when,
            " >= $3 and ",
            $when,
            " < $4 and ",
            $which,
            " order by ",
            $when,
            $way,
            ", id",
            $way,
            " limit $5"
        )
    };
}

/// A list in the order of time.
macro_rules! by_time {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $which:literal, $when:literal $(, $arg:expr)*) => {
        if $sort == OrderSort::First {
            $db.all(sql!(timed!($which, $when, ">", ""), $b.at, $b.id, $b.from, $b.until, $rows $(, $arg)*)).await
        } else {
            $db.all(sql!(timed!($which, $when, "<", " desc"), $b.at, $b.id, $b.from, $b.until, $rows $(, $arg)*)).await
        }
    };
}

/// The keys are found first, in an index alone where there is one, so that only orders are read which are shown.
macro_rules! costing {
    ($which:literal, $total:literal, $when:literal, $beyond:literal, $way:literal) => {
        concat!(
            "select ",
            order_columns!(),
            " from orders where id in (
                 select id from orders where (",
            $total,
            ", id) ",
            $beyond,
            " ($1, $2) and ",
            $when,
            " >= $3 and ",
            $when,
            " < $4 and ",
            $which,
            " order by ",
            $total,
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

/// A list by what orders cost: `total` walks the index of that, which knows their time as well; `total + 0` sorts those found.
macro_rules! by_total {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $which:literal, $total:literal, $when:literal $(, $arg:expr)*) => {
        if $sort == OrderSort::Cheapest {
            $db.all(sql!(
                costing!($which, $total, $when, ">", ""),
                $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        } else {
            $db.all(sql!(
                costing!($which, $total, $when, "<", " desc"),
                $b.total, $b.id, $b.from, $b.until, $rows $(, $arg)*
            )).await
        }
    };
}

/// Some orders, found by an index of their own and sorted then.
macro_rules! some {
    ($db:ident, $sort:ident, $b:ident, $rows:ident, $is_by_time:ident, $which:literal $(, $arg:expr)*) => {
        if $is_by_time {
            by_time!($db, $sort, $b, $rows, $which, "(created_at || '')" $(, $arg)*)
        } else {
            by_total!($db, $sort, $b, $rows, $which, "total + 0", "(created_at || '')" $(, $arg)*)
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
            (Among::All, None) if is_by_time => by_time!(db, sort, b, rows, "id > 0", "created_at"),
            (Among::All, None) if is_dated => {
                by_total!(db, sort, b, rows, "id > 0", "total + 0", "created_at")
            }
            (Among::All, None) => by_total!(db, sort, b, rows, "id > 0", "total", "(created_at || '')"),
            (Among::All, Some(status)) if is_by_time => {
                by_time!(db, sort, b, rows, "status = $6", "created_at", status)
            }
            (Among::All, Some(status)) if is_dated => {
                by_total!(db, sort, b, rows, "status = $6", "total + 0", "created_at", status)
            }
            (Among::All, Some(status)) => {
                by_total!(db, sort, b, rows, "status = $6", "total", "(created_at || '')", status)
            }
            (Among::Of(users), _) if users.is_empty() => Ok(Vec::new()),
            (Among::Of(users), status) => some!(
                db,
                sort,
                b,
                rows,
                is_by_time,
                "(cast($6 as text) is null or status = $6) and user_id in ($7…)",
                status,
                list(users.iter().copied())
            ),
            (Among::These(keys), _) if keys.is_empty() => Ok(Vec::new()),
            (Among::These(keys), status) => some!(
                db,
                sort,
                b,
                rows,
                is_by_time,
                "(cast($6 as text) is null or status = $6) and id in ($7…)",
                status,
                list(keys.iter().copied())
            ),
        }
    }

    /// An order by its number, whoever's it is.
    pub async fn by_number(db: &impl Query, number: &str) -> db::Result<Option<Self>> {
        let Some(number) = number::read(number) else { return Ok(None) };
        db.optional(sql!(concat!("select ", order_columns!(), " from orders where number = $1"), number))
            .await
    }

    /// What people call some orders, each with its key.
    pub async fn numbers(db: &impl Query, orders: &[Id<Self>]) -> db::Result<Vec<(Id<Self>, String)>> {
        db.all(sql!("select id, number from orders where id in ($1…)", list(orders.iter().copied()))).await
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
