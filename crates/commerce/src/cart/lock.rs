//! The lock of a cart, and what is to be kept right under it.

use db::{Query as _, Tx, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::Cart;

/// Locks a reader's cart until the transaction ends; `None` where there is none yet.
pub(super) async fn of_reader(tx: &Tx, user: UserId) -> db::Result<Option<Id<Cart>>> {
    let cart: Option<(Id<Cart>,)> = tx
        .optional(sql!("update carts set version = version + 1 where user_id = $1 returning id", user))
        .await?;
    Ok(cart.map(|(id,)| id))
}

/// The same, of a cart that is to be changed: it is made where there is none.
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
    tx.execute(sql!(
        "update users set cart_count = (select count(*) from cart_items i join carts c on c.id = i.cart_id
                                        where c.user_id = $1)
         where id = $1",
        user
    ))
    .await?;
    Ok(())
}
