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
    pub(super) among: Among,
    pub(super) status: Option<OrderStatus>,
    pub(super) from: Option<Timestamp>,
    pub(super) until: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Among {
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
