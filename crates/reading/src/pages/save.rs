//! Where the *Download* buttons send their form: it leads to the file under an address that is good for five minutes, so that
//! whatever the browser hands the download to can fetch it.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use catalogue::{Book, Format};
use kernel::Id;
use serde::Deserialize;
use web::{App, Caching, Caller, Form, Page, Path};

use crate::{Access, access::Opened, save};

/// What the button sends.
#[derive(Debug, Deserialize)]
pub(super) struct Wanted {
    format: Format,
}

/// A form's address that is opened as a page, from a mail for example, leads to the book, where the buttons are.
pub(super) async fn book(page: Page, Path(book): Path<Id<Book>>) -> Response {
    Redirect::to(&page.url(&format!("/book/{book}"))).into_response()
}

/// `POST /book/{id}/download`
pub(super) async fn file(
    page: Page,
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id<Book>>,
    Form(wanted): Form<Wanted>,
) -> web::Result<Response> {
    let opened = Opened::open(&app, &caller, id).await?;
    if opened.access == Access::Sample && page.reader().is_none() {
        return Ok(page.to_sign_in(&page.url(&format!("/book/{id}"))));
    }
    let way = save::way(&app, &opened, wanted.format).await?;
    Ok((Caching::NoStore, Redirect::to(&way.address)).into_response())
}
