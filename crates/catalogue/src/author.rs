//! Authors, publishers and series: names under which books stand.

use db::{Query, record, sql};
use kernel::{Id, Slug};

use crate::Alphabet;
use crate::names::{self, Kind};

record! {
    /// Somebody who writes, translates or illustrates.
    pub struct Author {
        /// The key.
        pub id: Id<Author>,
        /// The name as shown.
        pub name: String,
        /// Published books.
        pub book_count: i64,
    }

    /// Who brings books out.
    pub struct Publisher {
        /// The key.
        pub id: Id<Publisher>,
        /// The name as shown.
        pub name: String,
        /// Published books.
        pub book_count: i64,
    }

    /// Books that belong together in an order.
    pub struct Series {
        /// The key.
        pub id: Id<Series>,
        /// The name as shown.
        pub name: String,
        /// Published books.
        pub book_count: i64,
    }

    struct SortedAuthor {
        id: Id<Author>,
        name: String,
        book_count: i64,
        folded_sort: String,
    }
}

/// How something is found whose key may have been put together with another.
macro_rules! find_now {
    ($kind:expr) => {
        /// The same; where the key was put together with another, that other one.
        pub async fn find_now(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
            match Self::find(db, id).await? {
                Some(found) => Ok(Some(found)),
                None => match names::survivor(db, $kind, id.get()).await? {
                    Some(now) => Self::find(db, Id::new(now)).await,
                    None => Ok(None),
                },
            }
        }
    };
}

/// A list by names of which no two are the same.
macro_rules! by_name {
    ($table:literal) => {
        /// Those with books in the shop by their folded names, after the one of `after`.
        pub async fn by_name(
            db: &impl Query,
            alphabet: Alphabet,
            after: Option<String>,
            rows: i64,
        ) -> db::Result<Vec<Self>> {
            let after = after.map(|name| (name, 0));
            alphabet
                .read(db, after, rows, |part| {
                    sql!(
                        concat!(
                            "select id, name, book_count from ",
                            $table,
                            " where folded_name > $1 and folded_name < $2 and book_count > 0
                             order by folded_name limit $3"
                        ),
                        part.text,
                        part.end,
                        part.rows
                    )
                })
                .await
        }
    };
}

impl Author {
    /// The author, where one of its books is in the shop.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!("select id, name, book_count from authors where id = $1 and book_count > 0", id))
            .await
    }

    find_now!(Kind::Author);

    /// Authors with books in the shop by their sorted names, after the place of `after`; each with its sort key.
    pub async fn by_name(
        db: &impl Query,
        alphabet: Alphabet,
        after: Option<(String, i64)>,
        rows: i64,
    ) -> db::Result<Vec<(Self, String)>> {
        let authors: Vec<SortedAuthor> = alphabet
            .read(db, after, rows, |part| {
                sql!(
                    "select id, name, book_count, folded_sort from authors
                     where book_count > 0 and (folded_sort, id) > ($1, $2) and folded_sort < $3
                     order by folded_sort, id limit $4",
                    part.text,
                    part.id,
                    part.end,
                    part.rows
                )
            })
            .await?;
        Ok(authors
            .into_iter()
            .map(|a| (Self { id: a.id, name: a.name, book_count: a.book_count }, a.folded_sort))
            .collect())
    }

    /// The readable part of the address.
    pub fn slug(&self) -> Slug {
        Slug::of(&self.name)
    }
}

impl Publisher {
    /// The publisher, where one of its books is in the shop.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!("select id, name, book_count from publishers where id = $1 and book_count > 0", id))
            .await
    }

    find_now!(Kind::Publisher);

    by_name!("publishers");

    /// The readable part of the address.
    pub fn slug(&self) -> Slug {
        Slug::of(&self.name)
    }
}

impl Series {
    /// The series, where one of its books is in the shop.
    pub async fn find(db: &impl Query, id: Id<Self>) -> db::Result<Option<Self>> {
        db.optional(sql!("select id, name, book_count from series where id = $1 and book_count > 0", id))
            .await
    }

    find_now!(Kind::Series);

    by_name!("series");

    /// The readable part of the address.
    pub fn slug(&self) -> Slug {
        Slug::of(&self.name)
    }
}
