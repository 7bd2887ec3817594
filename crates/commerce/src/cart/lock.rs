//! The lock of a cart, and what is to be kept right under it.

use db::{Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use web::{App, CartCookie, Shopper, UserId};

use super::Cart;
use super::change::Standing;
use crate::secret;

/// A cart that is locked until the transaction ends.
#[derive(Debug)]
pub(super) struct Locked {
    pub(super) id: Id<Cart>,
    /// Whose it is.
    owner: Owner,
}

#[derive(Debug)]
enum Owner {
    Reader(UserId),
    /// The browser that has this token.
    Visitor(String),
}

impl Locked {
    /// Somebody's cart, which is about to be changed; `None` where they have none.
    pub(super) async fn of(tx: &Tx, shopper: &Shopper, now: Timestamp) -> db::Result<Option<Self>> {
        match shopper {
            Shopper::Newcomer => Ok(None),
            Shopper::Reader { user, .. } => {
                let id = of_reader(tx, *user).await?;
                Ok(id.map(|id| Self { id, owner: Owner::Reader(*user) }))
            }
            Shopper::Visitor(CartCookie { token, .. }) => {
                let id = of_visitor(tx, token, now).await?;
                Ok(id.map(|id| Self { id, owner: Owner::Visitor(token.clone()) }))
            }
        }
    }

    /// The same; it is made where there is none. A token that opens no cart (any more) is not taken up: the browser gets
    /// another one.
    pub(super) async fn or_new(tx: &Tx, app: &App, shopper: &Shopper) -> db::Result<Self> {
        let now = app.clock.now();
        if let Shopper::Reader { user, .. } = shopper {
            return Ok(Self { id: of_reader_or_new(tx, *user, now).await?, owner: Owner::Reader(*user) });
        }
        if let Some(found) = Self::of(tx, shopper, now).await? {
            return Ok(found);
        }
        let token = secret::draw(&app.random);
        let (id,): (Id<Cart>,) = tx
            .one(sql!(
                "insert into carts (token_hash, updated_at) values ($1, $2) returning id",
                secret::hash(&token),
                now
            ))
            .await?;
        Ok(Self { id, owner: Owner::Visitor(token) })
    }

    /// How the cart stands after it was changed. An account keeps the number for its bar; a browser is told.
    pub(super) async fn standing(self, tx: &Tx) -> db::Result<Standing> {
        let (count,): (i64,) =
            tx.one(sql!("select count(*) from cart_items where cart_id = $1", self.id)).await?;
        let cookie = match self.owner {
            Owner::Reader(user) => {
                keep_count(tx, user, count).await?;
                None
            }
            Owner::Visitor(token) => Some(CartCookie { token, count }),
        };
        Ok(Standing { count, cookie })
    }
}

/// Locks a reader's cart until the transaction ends; `None` where there is none yet.
pub(super) async fn of_reader(tx: &Tx, user: UserId) -> db::Result<Option<Id<Cart>>> {
    let cart: Option<(Id<Cart>,)> = tx
        .optional(sql!("update carts set version = version + 1 where user_id = $1 returning id", user))
        .await?;
    Ok(cart.map(|(id,)| id))
}

async fn of_visitor(tx: &Tx, token: &str, now: Timestamp) -> db::Result<Option<Id<Cart>>> {
    let cart: Option<(Id<Cart>,)> = tx
        .optional(sql!(
            "update carts set version = version + 1, updated_at = $2
             where token_hash = $1 and merged_at is null returning id",
            secret::hash(token),
            now
        ))
        .await?;
    Ok(cart.map(|(id,)| id))
}

/// Locks a reader's cart, which is made where there is none.
pub(super) async fn of_reader_or_new(tx: &Tx, user: UserId, now: Timestamp) -> db::Result<Id<Cart>> {
    let (id,): (Id<Cart>,) = tx
        .one(sql!(
            "insert into carts (user_id, updated_at) values ($1, $2)
             on conflict (user_id) where user_id is not null
             do update set version = carts.version + 1, updated_at = excluded.updated_at
             returning id",
            user,
            now
        ))
        .await?;
    Ok(id)
}

/// Counts the books of a reader's cart anew, for the bar of their pages. Call it after each change of the cart.
pub(super) async fn recount(tx: &Tx, user: UserId) -> db::Result<()> {
    let (count,): (i64,) = tx
        .one(sql!(
            "select count(*) from cart_items i join carts c on c.id = i.cart_id where c.user_id = $1",
            user
        ))
        .await?;
    keep_count(tx, user, count).await
}

async fn keep_count(tx: &Tx, user: UserId, count: i64) -> db::Result<()> {
    tx.execute(sql!("update users set cart_count = $2 where id = $1 and cart_count <> $2", user, count))
        .await?;
    Ok(())
}
