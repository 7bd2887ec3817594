//! Where the buttons send their form: a book is kept or let go, and one is back on the page where the button stood. A
//! visitor is led to sign in first.

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{Form, Notice, Page, Path};

use crate::keeping::feature::kept;
use crate::keeping::own::Own;
use crate::keeping::{Bookmark, Dismissal, Favorite, ReadMark};

/// What a button sends. It says what is wanted, not “the other”, so that a form sent twice does no harm.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    on: String,
    #[serde(default)]
    next: String,
}

impl Pressed {
    fn is_on(&self) -> bool {
        self.on == "yes"
    }

    /// The page where the button stood, or the book's.
    fn next(&self, page: &Page, book: Id<Book>) -> String {
        if web::is_own_path(&self.next) { self.next.clone() } else { page.url(&format!("/book/{book}")) }
    }
}

/// A form's address that is opened as a page (after a switch of language, say) leads to the book.
pub(super) async fn book(page: Page, Path(book): Path<Id<Book>>) -> Response {
    Redirect::to(&page.url(&format!("/book/{book}"))).into_response()
}

/// Makes a book a favourite, or one no more.
pub(super) async fn favorite(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let Ok(own) = own else { return Ok(page.to_sign_in(&pressed.next(&page, book))) };
    own.may_change()?;
    let notice = if pressed.is_on() {
        kept(Favorite::add(&own.app.db, own.user, book, own.app.clock.now()).await?)?;
        Notice::FavoriteAdded
    } else {
        Favorite::remove(&own.app.db, own.user, book).await?;
        Notice::FavoriteRemoved
    };
    Ok(page.done_at(&pressed.next(&page, book), notice))
}

/// Keeps a book for later, or no more.
pub(super) async fn bookmark(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let Ok(own) = own else { return Ok(page.to_sign_in(&pressed.next(&page, book))) };
    own.may_change()?;
    let notice = if pressed.is_on() {
        kept(Bookmark::add(&own.app.db, own.user, book, own.app.clock.now()).await?)?;
        Notice::BookmarkAdded
    } else {
        Bookmark::remove(&own.app.db, own.user, book).await?;
        Notice::BookmarkRemoved
    };
    Ok(page.done_at(&pressed.next(&page, book), notice))
}

/// Ticks a book off as read, or takes the tick away.
pub(super) async fn read(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let Ok(own) = own else { return Ok(page.to_sign_in(&pressed.next(&page, book))) };
    own.may_change()?;
    let notice = if pressed.is_on() {
        kept(ReadMark::add(&own.app.db, own.user, book, own.app.clock.now()).await?)?;
        Notice::ReadMarked
    } else {
        ReadMark::remove(&own.app.db, own.user, book).await?;
        Notice::ReadUnmarked
    };
    Ok(page.done_at(&pressed.next(&page, book), notice))
}

/// Never recommends a book again, or lets it be recommended.
pub(super) async fn dismissal(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let Ok(own) = own else { return Ok(page.to_sign_in(&pressed.next(&page, book))) };
    own.may_change()?;
    let notice = if pressed.is_on() {
        kept(Dismissal::add(&own.app.db, own.user, book, own.app.clock.now()).await?)?;
        Notice::BookDismissed
    } else {
        Dismissal::remove(&own.app.db, own.user, book).await?;
        Notice::BookWantedAgain
    };
    Ok(page.done_at(&pressed.next(&page, book), notice))
}
