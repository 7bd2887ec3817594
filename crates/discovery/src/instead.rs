//! What is shown where somebody's own list has nothing in it.

use catalogue::Book;
use db::Query;
use i18n::Locale;
use kernel::Id;
use web::UserId;

use crate::common::{Common, unwanted};
use crate::keeping::View;
use crate::t;

/// Some books under a heading: what a reader looked at last and does not have; else what sells, or what is put forward.
pub async fn instead(
    db: &impl Query,
    l: Locale,
    reader: Option<UserId>,
    books: i64,
) -> db::Result<(&'static str, Vec<Id<Book>>)> {
    if let Some(reader) = reader {
        let mut viewed = View::recent(db, reader, books).await?;
        let unwanted = unwanted(db, Some(reader), &viewed).await?;
        viewed.retain(|book| !unwanted.contains(book));
        if !viewed.is_empty() {
            return Ok((t::shelf_viewed(l), viewed));
        }
    }
    let mut common = Common::read(db, books).await?;
    let unwanted = unwanted(db, reader, &common.best).await?;
    common.best.retain(|book| !unwanted.contains(book));
    if !common.best.is_empty() {
        return Ok((t::shelf_best(l), common.best));
    }
    let (why, books) = common.offered(db, reader).await?;
    Ok((why.heading(l), books))
}
