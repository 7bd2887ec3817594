//! Favourites: books that a reader likes, with what they cost when they were kept.

use catalogue::Book;
use db::{Db, Query, record, sql};
use kernel::{Currency, Id, Money, Timestamp};
use web::UserId;

use super::matching::{book_matches, patterns};
use super::{At, Kept, MOST, Part, change};

record! {
    /// A favourite of a reader.
    pub struct Favorite {
        /// The book.
        pub book_id: Id<Book>,
        /// Since when.
        pub created_at: Timestamp,
        price_amount: Option<i64>,
        price_currency: Option<Currency>,
    }
}

impl Favorite {
    /// Makes a book a favourite; one that is keeps its day and its price.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        let entered = change(db, user, || {
            sql!(
                "insert into favorites (user_id, book_id, price_amount, price_currency, created_at)
                 select u.id, b.id, b.price_amount, b.price_currency, $3 from users u, books b
                 where u.id = $1 and b.id = $2 and b.status = 'published'
                   and (select count(*) from favorites where user_id = $1) < $4
                 on conflict (user_id, book_id) do nothing",
                user,
                book,
                now,
                MOST
            )
        })
        .await?;
        let is_there = entered > 0 || Self::is_there(db, user, book).await?;
        Kept::from_rows(db, entered, is_there, book).await
    }

    async fn is_there(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<bool> {
        let found: Option<(Id<Book>,)> = db
            .optional(sql!("select book_id from favorites where user_id = $1 and book_id = $2", user, book))
            .await?;
        Ok(found.is_some())
    }

    /// Makes a book a favourite no more.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>) -> db::Result<()> {
        change(db, user, || sql!("delete from favorites where user_id = $1 and book_id = $2", user, book))
            .await?;
        Ok(())
    }

    /// A part of somebody's favourites that can be seen, the latest first.
    pub async fn list(db: &impl Query, user: UserId, part: Part<'_>) -> db::Result<Vec<Self>> {
        let ((at, id), [first, second, third]) = (part.place(), patterns(part.q));
        db.all(sql!(
            concat!(
                "select f.book_id, f.created_at, f.price_amount, f.price_currency
                 from favorites f join books b on b.id = f.book_id
                 where f.user_id = $1 and (f.created_at, f.book_id) < ($2, $3) and b.status = 'published' and ",
                book_matches!(),
                " order by f.created_at desc, f.book_id desc limit $7"
            ),
            user,
            at,
            id,
            first,
            second,
            third,
            part.rows
        ))
        .await
    }

    /// What the book cost when it was kept; `None` where it had no price.
    pub fn price(&self) -> Option<Money> {
        Some(Money { amount: self.price_amount?, currency: self.price_currency? })
    }

    /// Its place in the list.
    pub fn place(&self) -> At {
        At(self.created_at, self.book_id.get())
    }
}
