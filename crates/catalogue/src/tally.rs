//! What readers think of a book and how often it sells, kept on the book itself, so that lists can be sorted by it.
//!
//! Whoever writes a rating or a sale calls these in the same transaction. Nothing else writes the columns.

use db::{Query, Tx, sql};
use kernel::{Id, Timestamp};

use crate::{Book, changes};

/// What readers gave a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ratings {
    /// How many readers have rated it.
    pub count: i64,
    /// All ratings together, in tenths of a star.
    pub sum: i64,
}

impl Ratings {
    /// The mean in tenths of a star, rounded; `None` without ratings.
    pub fn mean(self) -> Option<i64> {
        (self.count > 0).then(|| (self.sum + self.count / 2) / self.count)
    }

    /// What lists are sorted by, in millionths of a tenth of a star; 0 without ratings. It is the mean of the ratings and of
    /// ten more of 3.5 stars, so that one enthusiast does not put a book above all others.
    pub(crate) fn score(self) -> i64 {
        if self.count > 0 { (self.sum + 350) * 1_000_000 / (self.count + 10) } else { 0 }
    }

    /// Moves the book's ratings from what a reader had given it to what they give it now, in tenths of a star.
    pub async fn record(tx: &Tx, book: Id<Book>, before: Option<i64>, now: Option<i64>) -> db::Result<()> {
        let count = i64::from(now.is_some()) - i64::from(before.is_some());
        let sum = now.unwrap_or(0) - before.unwrap_or(0);
        tx.execute(sql!(
            "update books set rating_count = rating_count + $2, rating_sum = rating_sum + $3,
                    rating_score = case when rating_count + $2 = 0 then 0
                        else (rating_sum + $3 + 350) * 1000000 / (rating_count + $2 + 10) end
             where id = $1",
            book,
            count,
            sum
        ))
        .await?;
        changes::note(tx, book).await
    }
}

/// Sales, by day.
#[derive(Debug, Clone, Copy)]
pub struct Sales;

impl Sales {
    /// Adds copies that were sold of a book to those of the day of `at`; copies given back are negative.
    pub async fn record(tx: &Tx, book: Id<Book>, at: Timestamp, copies: i64) -> db::Result<()> {
        tx.execute(sql!(
            "insert into book_sales (book_id, day, copies) values ($1, $2, $3)
             on conflict (book_id, day) do update set copies = book_sales.copies + excluded.copies",
            book,
            Self::day(at),
            copies
        ))
        .await?;
        tx.execute(sql!("update books set sales_count = sales_count + $2 where id = $1", book, copies))
            .await?;
        changes::note(tx, book).await
    }

    /// The day of a moment, as sales are kept by it: `YYYY-MM-DD`.
    pub fn day(at: Timestamp) -> String {
        let (year, month, day) = at.date_at(0);
        format!("{year:04}-{month:02}-{day:02}")
    }
}
