//! Names that may mean the same, to be judged by somebody.

use db::{Query, Tx, record, sql};
use i18n::Locale;
use kernel::Timestamp;

use super::alike::Likeness;
use super::{Kind, NameError};
use crate::t;

record! {
    /// Two names that may mean the same.
    pub struct Pair {
        /// The key of the one.
        pub first_id: i64,
        /// Its name; of a genre in the language of whoever looks.
        pub first: String,
        /// Its books in the shop.
        pub first_books: i64,
        /// The key of the other.
        pub second_id: i64,
        /// Its name.
        pub second: String,
        /// Its books in the shop.
        pub second_books: i64,
        /// In what they are alike.
        pub reason: Likeness,
    }
}

impl Pair {
    /// Where it stands in the list.
    pub fn place(&self) -> Place {
        (self.first_id, self.second_id)
    }
}

/// Where a part of the list begins.
pub type Place = (i64, i64);

macro_rules! open_pairs {
    ($table:literal) => {
        concat!(
            "select p.first_id, a.name as first, a.book_count as first_books, p.second_id, b.name as second,
                    b.book_count as second_books, p.reason
             from name_pairs p join ",
            $table,
            " a on a.id = p.first_id join ",
            $table,
            " b on b.id = p.second_id
             where p.kind = $1 and p.refused_at is null and (p.first_id, p.second_id) > ($2, $3)
             order by p.first_id, p.second_id limit $4"
        )
    };
}

/// A part of those that nobody has judged yet, behind a place.
pub async fn list(
    db: &impl Query,
    kind: Kind,
    l: Locale,
    (after, rows): (Option<Place>, i64),
) -> db::Result<Vec<Pair>> {
    let (first, second) = after.unwrap_or((0, 0));
    db.all(match kind {
        Kind::Author => sql!(open_pairs!("authors"), kind, first, second, rows),
        Kind::Publisher => sql!(open_pairs!("publishers"), kind, first, second, rows),
        Kind::Series => sql!(open_pairs!("series"), kind, first, second, rows),
        Kind::Genre => sql!(
            "select p.first_id, an.name as first, a.book_count as first_books, p.second_id, bn.name as second,
                    b.book_count as second_books, p.reason
             from name_pairs p join genres a on a.id = p.first_id join genres b on b.id = p.second_id
             join genre_names an on an.genre_id = p.first_id and an.locale = $5
             join genre_names bn on bn.genre_id = p.second_id and bn.locale = $5
             where p.kind = $1 and p.refused_at is null and (p.first_id, p.second_id) > ($2, $3)
             order by p.first_id, p.second_id limit $4",
            kind,
            first,
            second,
            rows,
            l.tag()
        ),
    })
    .await
}

/// How many there are, up to a hundred.
pub async fn count(db: &impl Query, kind: Kind) -> db::Result<i64> {
    let (pairs,): (i64,) = db
        .one(sql!(
            "select count(*) from (
                 select 1 from name_pairs where kind = $1 and refused_at is null limit 100) as open_pairs",
            kind
        ))
        .await?;
    Ok(pairs)
}

macro_rules! both_there {
    ($table:literal) => {
        concat!("select id from ", $table, " where id in ($1, $2)")
    };
}

/// Notes that two do not mean the same, so that nobody is asked again.
pub async fn refuse(
    tx: &Tx,
    kind: Kind,
    (one, other): (i64, i64),
    now: Timestamp,
) -> Result<bool, NameError> {
    if one == other {
        return Err(NameError::invalid("other", "same", t::name_same));
    }
    let there: Vec<(i64,)> = tx
        .all(match kind {
            Kind::Author => sql!(both_there!("authors"), one, other),
            Kind::Genre => sql!(both_there!("genres"), one, other),
            Kind::Publisher => sql!(both_there!("publishers"), one, other),
            Kind::Series => sql!(both_there!("series"), one, other),
        })
        .await?;
    if there.len() < 2 {
        return Err(NameError::NotFound);
    }
    let changed = tx
        .execute(sql!(
            "insert into name_pairs (kind, first_id, second_id, reason, refused_at) values ($1, $2, $3, $4, $5)
             on conflict (kind, first_id, second_id) do update set refused_at = excluded.refused_at
             where name_pairs.refused_at is null",
            kind,
            one.min(other),
            one.max(other),
            Likeness::Same,
            now
        ))
        .await?;
    Ok(changed > 0)
}
