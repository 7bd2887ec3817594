//! A visitor's cart joins that of the reader who has signed in in the same browser.

use std::collections::HashSet;

use catalogue::Book;
use db::{Db, Query as _, Tx, list, sql};
use kernel::{Id, Timestamp};
use web::UserId;

use super::{Cart, MOST, lock};
use crate::secret;

/// What became of a visitor's cart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct United {
    /// How many books the reader's cart has more.
    pub joined: usize,
    /// How many had no room in it.
    pub left_out: usize,
}

/// Puts what is in the cart that a token opens into a reader's, as far as there is room, and leaves it empty, its token
/// good for nothing. All of it happens, or nothing; done twice it is done once.
pub async fn unite(db: &Db, user: UserId, token: &str, now: Timestamp) -> db::Result<United> {
    let hash = secret::hash(token);
    db.transaction(async |tx| {
        let Some(guest) = guest(&tx, &hash).await? else { return Ok(United::default()) };
        let own = own(&tx, user, now).await?;
        lock_both(&tx, guest, own).await?;
        // Somebody else may have had the lock, and have united it meanwhile.
        if self::guest(&tx, &hash).await?.is_none() {
            return Ok(United::default());
        }
        let union = Union::of(&books(&tx, own).await?, &books(&tx, guest).await?);
        join(&tx, (guest, own), &union.joining, now).await?;
        lock::recount(&tx, user).await?;
        Ok::<_, db::Error>(United { joined: union.joining.len(), left_out: union.left_out })
    })
    .await
}

async fn guest(tx: &Tx, hash: &str) -> db::Result<Option<Id<Cart>>> {
    let cart: Option<(Id<Cart>,)> = tx
        .optional(sql!("select id from carts where token_hash = $1 and merged_at is null", hash.to_owned()))
        .await?;
    Ok(cart.map(|(id,)| id))
}

/// The reader's cart, made where there is none, but not locked: that is done in the order of the keys.
async fn own(tx: &Tx, user: UserId, now: Timestamp) -> db::Result<Id<Cart>> {
    tx.execute(sql!(
        "insert into carts (user_id, updated_at) values ($1, $2)
         on conflict (user_id) where user_id is not null do nothing",
        user,
        now
    ))
    .await?;
    let (id,): (Id<Cart>,) = tx.one(sql!("select id from carts where user_id = $1", user)).await?;
    Ok(id)
}

async fn lock_both(tx: &Tx, one: Id<Cart>, other: Id<Cart>) -> db::Result<()> {
    for cart in [one.min(other), one.max(other)] {
        tx.execute(sql!("update carts set version = version + 1 where id = $1", cart)).await?;
    }
    Ok(())
}

/// The books of a cart, the latest first.
async fn books(tx: &Tx, cart: Id<Cart>) -> db::Result<Vec<Id<Book>>> {
    let rows: Vec<(Id<Book>,)> = tx
        .all(sql!(
            "select book_id from cart_items where cart_id = $1 order by added_at desc, book_id desc",
            cart
        ))
        .await?;
    Ok(rows.into_iter().map(|(book,)| book).collect())
}

async fn join(
    tx: &Tx,
    (guest, own): (Id<Cart>, Id<Cart>),
    joining: &[Id<Book>],
    now: Timestamp,
) -> db::Result<()> {
    if !joining.is_empty() {
        tx.execute(sql!(
            "insert into cart_items (cart_id, book_id, seen_amount, seen_currency, added_at)
             select $1, book_id, seen_amount, seen_currency, added_at from cart_items
             where cart_id = $2 and book_id in ($3…)
             on conflict (cart_id, book_id) do nothing",
            own,
            guest,
            list(joining.iter().copied())
        ))
        .await?;
    }
    tx.execute(sql!("delete from cart_items where cart_id = $1", guest)).await?;
    tx.execute(sql!("update carts set merged_at = $2, updated_at = $2 where id = $1", guest, now)).await?;
    Ok(())
}

/// What becomes of the books of two carts.
#[derive(Debug, PartialEq, Eq)]
struct Union {
    /// What the reader's has more.
    joining: Vec<Id<Book>>,
    /// How many have no room in it.
    left_out: usize,
}

impl Union {
    /// Everything the reader has in theirs stays; of the visitor's the latest come first.
    fn of(own: &[Id<Book>], guest: &[Id<Book>]) -> Self {
        let known: HashSet<_> = own.iter().copied().collect();
        let mut joining: Vec<_> = guest.iter().copied().filter(|book| !known.contains(book)).collect();
        let room = MOST.saturating_sub(own.len());
        let left_out = joining.len().saturating_sub(room);
        joining.truncate(room);
        Self { joining, left_out }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cart() -> impl Strategy<Value = Vec<Id<Book>>> {
        prop::collection::hash_set(1_i64..120, 0..=MOST)
            .prop_map(|books| books.into_iter().map(Id::new).collect())
    }

    proptest! {
        #[test]
        fn the_union_has_every_book_once_as_far_as_there_is_room(own in cart(), guest in cart()) {
            let union = Union::of(&own, &guest);
            let after: Vec<_> = own.iter().chain(&union.joining).copied().collect();
            let distinct: HashSet<_> = after.iter().copied().collect();
            prop_assert_eq!(distinct.len(), after.len());
            prop_assert!(after.len() <= MOST);
            let wanted: HashSet<_> = own.iter().chain(&guest).copied().collect();
            prop_assert!(distinct.is_subset(&wanted));
            prop_assert_eq!(after.len() + union.left_out, wanted.len());
            prop_assert!(union.left_out == 0 || after.len() == MOST);
        }

        #[test]
        fn united_once_more_nothing_changes(own in cart(), guest in cart()) {
            let union = Union::of(&own, &guest);
            let after: Vec<_> = own.iter().chain(&union.joining).copied().collect();
            prop_assert!(Union::of(&after, &union.joining).joining.is_empty());
        }
    }
}
