//! What readers think of a book, how much they say of it and how often it sells, kept on the book itself, so that lists
//! can be sorted by it.
//!
//! Whoever writes a rating, a comment or a sale calls these in the same transaction. Nothing else writes the columns, but
//! for the count that is made anew.

use db::{Query, Tx, list, sql};
use kernel::{Id, Timestamp};
use web::UserId;

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
        let [n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10] = Histogram::moved(before, now);
        tx.execute(sql!(
            "update books set rating_count = rating_count + $2, rating_sum = rating_sum + $3,
                    rating_score = case when rating_count + $2 = 0 then 0
                        else (rating_sum + $3 + 350) * 1000000 / (rating_count + $2 + 10) end,
                    rated_0 = rated_0 + $4, rated_1 = rated_1 + $5, rated_2 = rated_2 + $6, rated_3 = rated_3 + $7,
                    rated_4 = rated_4 + $8, rated_5 = rated_5 + $9, rated_6 = rated_6 + $10, rated_7 = rated_7 + $11,
                    rated_8 = rated_8 + $12, rated_9 = rated_9 + $13, rated_10 = rated_10 + $14
             where id = $1",
            book,
            count,
            sum,
            n0,
            n1,
            n2,
            n3,
            n4,
            n5,
            n6,
            n7,
            n8,
            n9,
            n10
        ))
        .await?;
        changes::note(tx, book).await
    }

    /// Takes back all that an account gave, which is about to be deleted.
    pub async fn forget(tx: &Tx, user: UserId) -> db::Result<()> {
        tx.execute(sql!(
            "update books set rating_count = rating_count - 1, rating_sum = rating_sum - r.value,
                    rating_score = case when rating_count = 1 then 0
                        else (rating_sum - r.value + 350) * 1000000 / (rating_count - 1 + 10) end,
                    rated_0 = rated_0 - case when (r.value + 2) / 5 = 0 then 1 else 0 end,
                    rated_1 = rated_1 - case when (r.value + 2) / 5 = 1 then 1 else 0 end,
                    rated_2 = rated_2 - case when (r.value + 2) / 5 = 2 then 1 else 0 end,
                    rated_3 = rated_3 - case when (r.value + 2) / 5 = 3 then 1 else 0 end,
                    rated_4 = rated_4 - case when (r.value + 2) / 5 = 4 then 1 else 0 end,
                    rated_5 = rated_5 - case when (r.value + 2) / 5 = 5 then 1 else 0 end,
                    rated_6 = rated_6 - case when (r.value + 2) / 5 = 6 then 1 else 0 end,
                    rated_7 = rated_7 - case when (r.value + 2) / 5 = 7 then 1 else 0 end,
                    rated_8 = rated_8 - case when (r.value + 2) / 5 = 8 then 1 else 0 end,
                    rated_9 = rated_9 - case when (r.value + 2) / 5 = 9 then 1 else 0 end,
                    rated_10 = rated_10 - case when (r.value + 2) / 5 = 10 then 1 else 0 end
             from ratings r where r.user_id = $1 and r.book_id = books.id",
            user
        ))
        .await?;
        tx.execute(sql!(
            "insert into search_changes (kind, item_id) select 'book', book_id from ratings where user_id = $1",
            user
        ))
        .await?;
        tx.execute(sql!("delete from ratings where user_id = $1", user)).await.map(drop)
    }
}

/// How a book's ratings are spread: how many round to no star, to half a star, … to five.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Histogram(pub [i64; 11]);

impl Histogram {
    /// Under how many half stars a rating in tenths of a star is counted.
    fn place(tenths: i64) -> usize {
        usize::try_from((tenths + 2) / 5).unwrap_or_default().min(10)
    }

    /// By how much each moves where a reader's rating does.
    fn moved(before: Option<i64>, now: Option<i64>) -> [i64; 11] {
        let mut moved = [0; 11];
        if let Some(tenths) = before {
            moved[Self::place(tenths)] -= 1;
        }
        if let Some(tenths) = now {
            moved[Self::place(tenths)] += 1;
        }
        moved
    }

    /// In bars of whole stars, from one to five. A bar has its stars and the half below; the first also what has none.
    pub const fn stars(self) -> [i64; 5] {
        let half = self.0;
        [
            half[0] + half[1] + half[2],
            half[3] + half[4],
            half[5] + half[6],
            half[7] + half[8],
            half[9] + half[10],
        ]
    }

    /// The ratings, in tenths of a star, that stand in the bar of so many stars, 1 to 5.
    pub fn bar(stars: i64) -> std::ops::RangeInclusive<i64> {
        let from = if stars <= 1 { 0 } else { stars * 10 - 7 };
        from..=(stars * 10 + 2).min(50)
    }
}

/// Comments that can be seen.
#[derive(Debug, Clone, Copy)]
pub struct Comments;

impl Comments {
    /// Adds to what can be seen of comments on a book, replies included; what cannot be seen any more is negative.
    pub async fn record(tx: &Tx, book: Id<Book>, more: i64) -> db::Result<()> {
        tx.execute(sql!("update books set comment_count = comment_count + $2 where id = $1", book, more))
            .await
            .map(drop)
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

    /// Adds so many copies of each of some books to those of the day of `at`; copies given back are negative.
    pub async fn record_all(tx: &Tx, books: &[Id<Book>], at: Timestamp, copies: i64) -> db::Result<()> {
        if books.is_empty() {
            return Ok(());
        }
        let books = || list(books.iter().copied());
        tx.execute(sql!(
            "insert into book_sales (book_id, day, copies) select id, $2, cast($3 as bigint) from books where id in ($1…)
             on conflict (book_id, day) do update set copies = book_sales.copies + excluded.copies",
            books(),
            Self::day(at),
            copies
        ))
        .await?;
        tx.execute(sql!(
            "update books set sales_count = sales_count + $2 where id in ($1…)",
            books(),
            copies
        ))
        .await?;
        changes::note_all(tx, books()).await
    }

    /// The day of a moment, as sales are kept by it: `YYYY-MM-DD`.
    pub fn day(at: Timestamp) -> String {
        let (year, month, day) = at.date_at(0);
        format!("{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rating_stands_in_the_bar_that_counts_it() {
        for tenths in 0..=50 {
            let mut one = Histogram::default();
            one.0[Histogram::place(tenths)] = 1;
            let bars = one.stars();
            assert_eq!(bars.iter().sum::<i64>(), 1);
            for (stars, count) in (1..).zip(bars) {
                assert_eq!(Histogram::bar(stars).contains(&tenths), count == 1, "{tenths} {stars}");
            }
        }
    }

    #[test]
    fn a_rating_that_stays_in_its_bar_moves_nothing() {
        assert_eq!(Histogram::moved(Some(48), Some(50)), [0; 11]);
        assert_eq!(Histogram::moved(None, Some(0))[0], 1);
        assert_eq!(Histogram::moved(Some(25), None)[5], -1);
    }
}
