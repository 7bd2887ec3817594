//! What sells best.

use catalogue::Book;
use db::{Query, record, sql};
use i18n::Locale;
use kernel::Id;

use crate::day::Day;

/// How many are shown.
const SHOWN: i64 = 10;

record! {
    /// A book with how many copies of it were sold.
    pub(super) struct TopBook {
        pub(super) id: Id<Book>,
        pub(super) title: String,
        pub(super) copies: i64,
    }

    /// A genre with how many copies of its books were sold.
    pub(super) struct TopGenre {
        pub(super) slug: String,
        pub(super) name: String,
        pub(super) copies: i64,
    }
}

/// The books of which most copies were sold from one day to another, the most first.
pub(super) async fn books(db: &impl Query, (first, last): (Day, Day)) -> db::Result<Vec<TopBook>> {
    db.all(sql!(
        "select b.id, b.title, s.copies from (
            select book_id, cast(sum(copies) as bigint) as copies from book_sales
            where day >= $1 and day <= $2 group by book_id having sum(copies) > 0
            order by copies desc, book_id limit $3
         ) s join books b on b.id = s.book_id order by s.copies desc, b.id",
        first.to_string(),
        last.to_string(),
        SHOWN
    ))
    .await
}

/// The genres of which most copies were sold; a book of several counts for each.
pub(super) async fn genres(
    db: &impl Query,
    l: Locale,
    (first, last): (Day, Day),
) -> db::Result<Vec<TopGenre>> {
    db.all(sql!(
        "select g.slug, n.name, cast(sum(s.copies) as bigint) as copies
         from book_sales s join book_genres bg on bg.book_id = s.book_id
         join genres g on g.id = bg.genre_id join genre_names n on n.genre_id = g.id and n.locale = $3
         where s.day >= $1 and s.day <= $2 group by g.id, g.slug, n.name having sum(s.copies) > 0
         order by copies desc, g.id limit $4",
        first.to_string(),
        last.to_string(),
        l.tag(),
        SHOWN
    ))
    .await
}
