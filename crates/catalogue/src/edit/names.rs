//! Names that the shop has, by how they begin: suggested while one is typed.

use db::{Query, record, sql};
use kernel::fold;

use crate::text_enum::text_enum;

text_enum! {
    /// Whose name.
    pub enum NameOf {
        /// Of somebody who makes books.
        Author = "author",
        /// Of a publisher.
        Publisher = "publisher",
        /// Of a series.
        Series = "series",
    }
}

record! {
    /// A name with its key.
    pub struct KnownName {
        /// The key.
        pub id: i64,
        /// The name.
        pub name: String,
    }
}

/// How many are suggested.
const MOST: i64 = 10;

/// The names that begin so, whatever their case and accents; those of people also by the family name.
pub async fn names(db: &impl Query, of: NameOf, beginning: &str) -> db::Result<Vec<KnownName>> {
    let from = fold(beginning);
    if from.is_empty() {
        return Ok(Vec::new());
    }
    let to = format!("{from}\u{10ffff}");
    let statement = match of {
        NameOf::Author => sql!(
            "select id, name from (
                 select * from (select id, name from authors where folded_name >= $1 and folded_name < $2
                                order by folded_name limit $3) as named
                 union
                 select * from (select id, name from authors where folded_sort >= $1 and folded_sort < $2
                                order by folded_sort, id limit $3) as sorted
             ) as known order by name, id limit $3",
            from,
            to,
            MOST
        ),
        NameOf::Publisher => sql!(
            "select id, name from publishers where folded_name >= $1 and folded_name < $2 order by folded_name limit $3",
            from,
            to,
            MOST
        ),
        NameOf::Series => sql!(
            "select id, name from series where folded_name >= $1 and folded_name < $2 order by folded_name limit $3",
            from,
            to,
            MOST
        ),
    };
    db.all(statement).await
}
