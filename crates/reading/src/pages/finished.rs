//! Where the buttons send their form that say that a book is finished, or is not; it leads back to where the button stood.

use axum::extract::State;
use axum::response::Response;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{App, Form, Notice, OrNotFound as _, Page, Path, Query, Signed};

use crate::access::access_to;
use crate::progress::finish;
use crate::{Access, save};

/// What the button sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    /// `yes`, or anything else.
    #[serde(default)]
    finished: String,
}

/// Where its button stood, in the address: all buttons of a page send one form.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Stood {
    #[serde(default)]
    next: String,
}

/// `POST /book/{id}/finished`
pub(super) async fn say(
    page: Page,
    State(app): State<App>,
    Signed(me): Signed,
    Path(book): Path<Id<Book>>,
    Query(stood): Query<Stood>,
    Form(said): Form<Said>,
) -> web::Result<Response> {
    match access_to(&app, me.user, &[book]).await?.remove(&book).or_404()? {
        Access::Owner => {}
        Access::Sample => return Err(save::not_owned()),
    }
    let is = said.finished == "yes";
    finish::say(&app.db, me.user, book, (is, app.clock.now())).await?;
    let own = page.url(&format!("/book/{book}"));
    let next = if web::is_own_path(&stood.next) { stood.next } else { own };
    Ok(page.done_at(&next, if is { Notice::BookFinished } else { Notice::BookUnfinished }))
}
