//! Orders as admins look for them: all, by where they stand, by number, by the buyer's address, by what the gateway calls
//! a payment.

use accounts::Email;
use db::{Query, list, record, sql};
use kernel::Id;
use web::UserId;

use super::Order;
use crate::OrderStatus;
use crate::number;

/// Which orders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sought {
    /// All, or those that stand so.
    All(Option<OrderStatus>),
    /// Of these readers, or of those that stand so.
    Of(Vec<UserId>, Option<OrderStatus>),
    /// These, or those that stand so.
    Keys(Vec<Id<Order>>, Option<OrderStatus>),
}

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
    /// Which orders somebody means by some words: a number, an e-mail address, what the gateway or the shop calls a payment.
    /// Empty words mean all.
    pub async fn read(db: &impl Query, q: &str, status: Option<OrderStatus>) -> db::Result<Self> {
        let q = q.trim();
        if q.is_empty() {
            return Ok(Self::All(status));
        }
        if let Ok(email) = Email::parse(q) {
            let users: Vec<(UserId,)> =
                db.all(sql!("select id from users where folded_email = $1", email.folded())).await?;
            return Ok(Self::Of(users.into_iter().map(|(id,)| id).collect(), status));
        }
        let by_number: Vec<(Id<Order>,)> = match number::read(q) {
            Some(number) => db.all(sql!("select id from orders where number = $1", number)).await?,
            None => Vec::new(),
        };
        let by_payment: Vec<(Id<Order>,)> = db
            .all(sql!(
                "select order_id from payments where attempt = $1
                 union select order_id from payments where mode in ('test', 'live') and checkout_id = $1",
                q
            ))
            .await?;
        Ok(Self::Keys(by_number.into_iter().chain(by_payment).map(|(id,)| id).collect(), status))
    }
}

macro_rules! orders {
    ($which:literal) => {
        concat!(
            "select id, number, user_id, status, reason, currency, total, refunded, language, created_at, updated_at, completed_at
             from orders where id < $1 and ",
            $which,
            " order by id desc limit $3"
        )
    };
}

impl Order {
    /// The latest first, from below one on.
    pub async fn list(
        db: &impl Query,
        sought: &Sought,
        (before, rows): (Option<Id<Self>>, i64),
    ) -> db::Result<Vec<Self>> {
        let before = before.map_or(i64::MAX, Id::get);
        match sought {
            Sought::All(None) => {
                db.all(sql!(
                    orders!("(cast($2 as text) is null or status = $2)"),
                    before,
                    None::<OrderStatus>,
                    rows
                ))
                .await
            }
            Sought::All(Some(status)) => db.all(sql!(orders!("status = $2"), before, *status, rows)).await,
            Sought::Of(users, _) if users.is_empty() => Ok(Vec::new()),
            Sought::Of(users, status) => {
                db.all(sql!(
                    orders!("(cast($2 as text) is null or status = $2) and user_id in ($4…)"),
                    before,
                    *status,
                    rows,
                    list(users.iter().copied())
                ))
                .await
            }
            Sought::Keys(keys, _) if keys.is_empty() => Ok(Vec::new()),
            Sought::Keys(keys, status) => {
                db.all(sql!(
                    orders!("(cast($2 as text) is null or status = $2) and id in ($4…)"),
                    before,
                    *status,
                    rows,
                    list(keys.iter().copied())
                ))
                .await
            }
        }
    }

    /// An order by its number, whoever's it is.
    pub async fn by_number(db: &impl Query, number: &str) -> db::Result<Option<Self>> {
        let Some(number) = number::read(number) else { return Ok(None) };
        db.optional(sql!(
            "select id, number, user_id, status, reason, currency, total, refunded, language, created_at, updated_at, completed_at
             from orders where number = $1",
            number
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
