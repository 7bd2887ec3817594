//! The marks of a reader in a book, in the order of its text.

use catalogue::Book;
use db::{Query, sql};
use kernel::Id;
use serde::{Deserialize, Serialize};
use web::UserId;

use super::store::{Row, annotations};
use super::{Annotation, Colour, Kind, MOST, Placed};

/// Which marks.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wanted {
    pub(crate) kind: Option<Kind>,
    pub(crate) colour: Option<Colour>,
    pub(crate) status: Option<Placed>,
}

/// The place of a mark in the list. The order in the text is told by its bits: a number with a fraction may come back from JSON as another one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct TextPlace(u64, String);

impl Annotation {
    /// A part of the marks.
    pub(crate) async fn list(
        db: &impl Query,
        (user, book): (UserId, Id<Book>),
        wanted: Wanted,
        (after, rows): (Option<TextPlace>, i64),
    ) -> db::Result<Vec<Self>> {
        let (position, uuid) =
            after.map_or((-1.0, String::new()), |TextPlace(bits, uuid)| (f64::from_bits(bits), uuid));
        let rows: Vec<Row> = db
            .all(sql!(
                annotations!(
                    "a.user_id = $1 and a.book_id = $2 and a.deleted_at is null and (a.position, a.uuid) > ($3, $4)
                       and (cast($5 as text) is null or a.kind = $5)
                       and (cast($6 as text) is null or a.colour = $6)
                       and (cast($7 as text) is null or a.status = $7)
                     order by a.position, a.uuid limit $8"
                ),
                user,
                book,
                position,
                uuid,
                wanted.kind,
                wanted.colour,
                wanted.status,
                rows
            ))
            .await?;
        Ok(rows.into_iter().map(Self::from).collect())
    }

    /// All of the marks.
    pub(crate) async fn all(db: &impl Query, user: UserId, book: Id<Book>) -> db::Result<Vec<Self>> {
        Self::list(db, (user, book), Wanted::default(), (None, MOST)).await
    }

    /// A mark by its name; `None` where there is none such, or it is deleted.
    pub(crate) async fn find(db: &impl Query, user: UserId, uuid: &str) -> db::Result<Option<Self>> {
        let mut found = Self::named(db, user, &[uuid]).await?;
        Ok(found.remove(uuid).filter(|annotation| annotation.mark.is_some()))
    }

    /// Its place in the list.
    pub(crate) fn place(&self) -> TextPlace {
        TextPlace(self.position.to_bits(), self.uuid.clone())
    }
}
