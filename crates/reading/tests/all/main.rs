//! Opening books through the public face: who may read how much of which, find what in it, and save what how often.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod access;
mod finding;
mod histories;
mod marks;
mod offline;
mod opened;
mod places;
mod saving;
mod syncing;

use accounts::Accounts;
use catalogue::Book;
use commerce::Commerce;
use commerce::library::{self, Source};
use db::{Query as _, sql};
use discovery::keeping::Keeping;
use kernel::Id;
use testing::{Program, TestApp};
use web::{Site, UserId};

/// Reading, with the books and the people for it.
fn site() -> Site {
    let (accounts, commerce, keeping) = (Accounts::new(), Commerce::new(None), Keeping::new());
    Site::new()
        .pages(catalogue::pages())
        .pages(reading::pages())
        .pages(accounts.pages())
        .pages(commerce.library_pages())
        .api(catalogue::api())
        .api(reading::api())
        .api(accounts.api())
        .api(commerce.api())
        .sharing(keeping.marks())
        .jobs(catalogue::jobs())
        .jobs(reading::jobs())
        .jobs(accounts.jobs())
        .jobs(commerce.jobs())
        .identified_by(accounts.sessions())
}

async fn me(reader: &Program) -> UserId {
    UserId::new(reader.get("/me").await.json()["id"].as_i64().unwrap())
}

/// Puts a book into somebody's library.
async fn give(shop: &TestApp, reader: &Program, book: Id<Book>) {
    let (user, now) = (me(reader).await, shop.app.clock.now());
    let given = shop
        .app
        .db
        .transaction(async |tx| library::grant(&tx, user, &[book], Source::Given, None, now).await);
    assert_eq!(given.await.unwrap(), [book]);
}

/// Takes it out again.
async fn take(shop: &TestApp, reader: &Program, book: Id<Book>) {
    let user = me(reader).await;
    let taken = sql!("delete from library_entries where user_id = $1 and book_id = $2", user, book);
    assert_eq!(shop.app.db.execute(taken).await.unwrap(), 1);
}

async fn set_status(shop: &TestApp, book: Id<Book>, status: &str) {
    shop.app.db.execute(sql!("update books set status = $2 where id = $1", book, status)).await.unwrap();
}
