//! Where the buttons send their form: a book is kept or let go, and one is back on the page where the button stood, with
//! a way to undo it. A visitor is led to sign in first; then it is done.

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{Error, Form, Page, Path};

use crate::keeping::own::Own;
use crate::keeping::press::{Press, What};
use crate::keeping::undo::Undo;

/// What a button sends. It says what is wanted, not “the other”, so that a form sent twice does no harm.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    on: String,
    #[serde(default)]
    next: String,
}

impl Pressed {
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
    press(&page, own, (What::Favorite, book), &pressed).await
}

/// Keeps a book for later, or no more.
pub(super) async fn bookmark(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    press(&page, own, (What::Bookmark, book), &pressed).await
}

/// Ticks a book off as read, or takes the tick away.
pub(super) async fn read(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    press(&page, own, (What::Read, book), &pressed).await
}

/// Never recommends a book again, or lets it be recommended.
pub(super) async fn dismissal(
    page: Page,
    own: web::Result<Own>,
    Path(book): Path<Id<Book>>,
    Form(pressed): Form<Pressed>,
) -> web::Result<Response> {
    press(&page, own, (What::Dismissal, book), &pressed).await
}

/// Puts a book into a list or takes it out, and says so on the page where the button stood.
async fn press(
    page: &Page,
    own: web::Result<Own>,
    (what, book): (What, Id<Book>),
    pressed: &Pressed,
) -> web::Result<Response> {
    let next = pressed.next(page, book);
    let press = Press { what, book, on: pressed.on == "yes" };
    let own = match own {
        Err(Error::Unauthorized) => return Ok(page.to_sign_in_with(&next, &press.to_string())),
        own => own?,
    };
    own.press(press).await?;
    Ok(page.done_undoably(&next, press.notice(), &press.undone().to_string()))
}

/// What the button of a notice sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Undone {
    #[serde(default)]
    what: String,
    #[serde(default)]
    next: String,
}

/// Undoes what a notice told of.
pub(super) async fn undo(page: Page, own: Own, Form(undone): Form<Undone>) -> web::Result<Response> {
    let undo: Undo = undone.what.parse().map_err(|_| Error::NotFound)?;
    let notice = undo.act(&own).await?;
    let next = if web::is_own_path(&undone.next) { undone.next } else { page.url("/") };
    Ok(page.done_at(&next, notice))
}
