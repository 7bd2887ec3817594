//! What readers give a book: from 0 to 5 with one decimal, one rating of each.

mod said;

use catalogue::{Book, Histogram, Ratings};
use db::{Db, Query, Tx, sql};
use kernel::{Id, Timestamp};
use web::UserId;

pub(crate) use said::{Said, say};

/// What a reader gives a book, in tenths of a star, 0 to 50.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Value(i64);

/// Why a number is no rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongValue {
    /// It is below 0 or above 5.
    OutOfRange,
    /// It has more than one decimal.
    TooFine,
}

impl Value {
    /// A rating in stars.
    pub fn from_stars(stars: f64) -> Result<Self, WrongValue> {
        if !(0.0..=5.0).contains(&stars) {
            return Err(WrongValue::OutOfRange);
        }
        let tenths = (stars * 10.0).round();
        if (stars * 10.0 - tenths).abs() > 1e-6 {
            return Err(WrongValue::TooFine);
        }
        #[expect(clippy::cast_possible_truncation, reason = "0 to 50")]
        let tenths = tenths as i64;
        Ok(Self(tenths))
    }

    /// In tenths of a star.
    pub const fn tenths(self) -> i64 {
        self.0
    }
}

/// Enters or changes what somebody gives a book; whether there is such a book to be seen.
pub async fn rate(db: &Db, user: UserId, book: Id<Book>, value: Value, now: Timestamp) -> db::Result<bool> {
    db.transaction(async |tx| {
        said::remember(&tx, user, book, now).await?;
        give(&tx, user, (book, value), now).await
    })
    .await
}

/// Takes back what somebody gave a book.
pub async fn unrate(db: &Db, user: UserId, book: Id<Book>, now: Timestamp) -> db::Result<()> {
    db.transaction(async |tx| {
        said::remember(&tx, user, book, now).await?;
        take_back(&tx, user, book).await
    })
    .await
}

async fn give(tx: &Tx, user: UserId, (book, value): (Id<Book>, Value), at: Timestamp) -> db::Result<bool> {
    let rated: Option<(Option<i64>,)> = tx
        .optional(sql!(
            "insert into ratings (user_id, book_id, value, updated_at)
             select $1, b.id, $3, $4 from books b where b.id = $2 and b.status = 'published'
             on conflict (user_id, book_id) do update
             set previous = ratings.value, value = excluded.value, updated_at = excluded.updated_at
             returning previous",
            user,
            book,
            value.tenths(),
            at
        ))
        .await?;
    let Some((before,)) = rated else { return Ok(false) };
    if before != Some(value.tenths()) {
        accounts::taste_changed(tx, user).await?;
        Ratings::record(tx, book, before, Some(value.tenths())).await?;
    }
    Ok(true)
}

async fn take_back(tx: &Tx, user: UserId, book: Id<Book>) -> db::Result<()> {
    let gone: Option<(i64,)> = tx
        .optional(sql!("delete from ratings where user_id = $1 and book_id = $2 returning value", user, book))
        .await?;
    if let Some((before,)) = gone {
        accounts::taste_changed(tx, user).await?;
        Ratings::record(tx, book, Some(before), None).await?;
    }
    Ok(())
}

/// What all readers give a book, and what one of them does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RatingsOfBook {
    /// How many and how much.
    pub ratings: Ratings,
    /// How they are spread.
    pub histogram: Histogram,
    /// What the one who asks gives it, in tenths of a star.
    pub mine: Option<i64>,
}

/// What readers give a book that everybody may see; `None` where there is no such book.
pub async fn ratings_of(
    db: &impl Query,
    user: Option<UserId>,
    book: Id<Book>,
) -> db::Result<Option<RatingsOfBook>> {
    let found: Option<Row> = db
        .optional(sql!(
            "select b.rating_count, b.rating_sum, b.rated_0, b.rated_1, b.rated_2, b.rated_3, b.rated_4, b.rated_5,
                    b.rated_6, b.rated_7, b.rated_8, b.rated_9, b.rated_10, r.value as mine
             from books b left join ratings r on r.user_id = $1 and r.book_id = b.id
             where b.id = $2 and b.status = 'published'",
            user.map_or(0, Id::get),
            book
        ))
        .await?;
    Ok(found.map(|row| RatingsOfBook {
        ratings: Ratings { count: row.rating_count, sum: row.rating_sum },
        histogram: Histogram([
            row.rated_0,
            row.rated_1,
            row.rated_2,
            row.rated_3,
            row.rated_4,
            row.rated_5,
            row.rated_6,
            row.rated_7,
            row.rated_8,
            row.rated_9,
            row.rated_10,
        ]),
        mine: row.mine,
    }))
}

db::record! {
    struct Row {
        rating_count: i64,
        rating_sum: i64,
        rated_0: i64,
        rated_1: i64,
        rated_2: i64,
        rated_3: i64,
        rated_4: i64,
        rated_5: i64,
        rated_6: i64,
        rated_7: i64,
        rated_8: i64,
        rated_9: i64,
        rated_10: i64,
        mine: Option<i64>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rating_has_one_decimal_between_0_and_5() {
        assert_eq!(Value::from_stars(4.3).map(Value::tenths), Ok(43));
        assert_eq!(Value::from_stars(0.0).map(Value::tenths), Ok(0));
        assert_eq!(Value::from_stars(5.0).map(Value::tenths), Ok(50));
        assert_eq!(Value::from_stars(0.1 + 0.2).map(Value::tenths), Ok(3));
        assert_eq!(Value::from_stars(4.25), Err(WrongValue::TooFine));
        for wrong in [-0.1, 5.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Value::from_stars(wrong), Err(WrongValue::OutOfRange));
        }
    }
}
