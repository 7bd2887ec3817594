//! A draft that waits for a price gets one, and with it comes into the shop. A draft that has a price waits for
//! something else, and stays.

use db::{Query, Tx, sql};
use kernel::{Id, Money, Timestamp};
use serde_json::json;

use super::{ImportError, Importer, Outcome};
use crate::edit::{Fields, note_import};
use crate::{Book, Status, counts};

impl Importer {
    /// What becomes of a book that the shop has, now that this price is named for it.
    pub(super) async fn enter_there(
        &self,
        book: Id<Book>,
        title: String,
        price: Option<Money>,
    ) -> Result<Outcome, ImportError> {
        let Some(price) = price else { return Ok(Outcome::Unchanged { book, title }) };
        let now = self.clock.now();
        let published = self.db.transaction(async |tx| publish(&tx, book, price, now).await).await?;
        Ok(if published { Outcome::Published { book, title } } else { Outcome::Unchanged { book, title } })
    }
}

/// Publishes a draft without a price at this one; whether it was such a draft.
pub(super) async fn publish(tx: &Tx, book: Id<Book>, price: Money, now: Timestamp) -> db::Result<bool> {
    let published = tx
        .execute(sql!(
            "update books set price_amount = $2, price_currency = $3, status = 'published', published_at = $4,
                 publish_at = null, publish_missed_at = null, updated_at = $4, version = version + 1
             where id = $1 and status = 'draft' and price_amount is null",
            book,
            price.amount,
            price.currency,
            now
        ))
        .await?;
    if published == 0 {
        return Ok(false);
    }
    let fields = |status: Status, price: Option<Money>| {
        Fields::from_iter([("status".to_owned(), json!(status)), ("price".to_owned(), json!(price))])
    };
    let (was, is) = (fields(Status::Draft, None), fields(Status::Published, Some(price)));
    note_import(tx, book, "book.publish", (&was, &is), now).await?;
    counts::list(tx, book, now).await?;
    Ok(true)
}
