//! Where the buttons send their form: a book is kept or let go, and one is back on the page where the button stood. A
//! visitor is led to sign in first.

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{Error, Form, Notice, Page, Path};

use crate::keeping::kept::KeptIn;
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
    let said = (Notice::FavoriteAdded, Notice::FavoriteRemoved);
    press(&page, own, book, &pressed, (&Favorite::LIST, said)).await
}

/// Keeps a book for later, or no more.
pub(super) async fn bookmark(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let said = (Notice::BookmarkAdded, Notice::BookmarkRemoved);
    press(&page, own, book, &pressed, (&Bookmark::LIST, said)).await
}

/// Ticks a book off as read, or takes the tick away.
pub(super) async fn read(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let said = (Notice::ReadMarked, Notice::ReadUnmarked);
    press(&page, own, book, &pressed, (&ReadMark::LIST, said)).await
}

/// Never recommends a book again, or lets it be recommended.
pub(super) async fn dismissal(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    let said = (Notice::BookDismissed, Notice::BookWantedAgain);
    press(&page, own, book, &pressed, (&Dismissal::LIST, said)).await
}

/// Puts a book into a list or takes it out, and says so on the page where the button stood.
async fn press(
    page: &Page,
    own: web::Result<Own>,
    book: Id<Book>,
    pressed: &Pressed,
    (list, (added, removed)): (&KeptIn, (Notice, Notice)),
) -> web::Result<Response> {
    let next = pressed.next(page, book);
    let own = match own {
        Err(Error::Unauthorized) => return Ok(page.to_sign_in(&next)),
        own => own?,
    };
    let notice = if pressed.is_on() {
        own.keep(list, book).await?;
        added
    } else {
        own.let_go(list, book).await?;
        removed
    };
    Ok(page.done_at(&next, notice))
}
