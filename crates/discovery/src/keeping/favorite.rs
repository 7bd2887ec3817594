//! Favourites: books that a reader likes, with what they cost when they were kept.

mod said;

use catalogue::Book;
use catalogue::book_matches;
use catalogue::matching::patterns;
use db::{Db, Query, record, sql};
use kernel::{Currency, Id, Money, Timestamp};
use web::UserId;

use super::kept::{KeptIn, kept_in};
use super::{At, Kept, Part};

pub(super) use said::Word;

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
    pub(crate) const LIST: KeptIn = kept_in!(
        "favorites",
        "created_at",
        ", price_amount, price_currency",
        ", b.price_amount, b.price_currency"
    )
    .remembering(|user, book, is_favorite, at| Self::remember(user, Word { book, is_favorite, at }));

    /// Makes a book a favourite; one that is keeps its day and its price.
    pub async fn add(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<Kept> {
        Self::LIST.add(db, user, book, now).await
    }

    /// Makes a book a favourite no more.
    pub async fn remove(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
        Self::LIST.remove(db, user, book, now).await
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
