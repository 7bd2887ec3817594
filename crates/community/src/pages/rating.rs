//! `/book/{id}/rating`: where the form with half stars goes.

use axum::response::Response;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use web::{Capability, Error, Form, Notice, OrNotFound as _, Page, Path};

use super::book::BookName;
use super::composing::lead;
use crate::rating::{self, Value};
use crate::talker::Talker;
use crate::{t, view};

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    value: String,
    #[serde(default)]
    remove: String,
}

/// `GET`: an address that is opened as a page leads to the book.
pub(super) async fn book(page: Page, Path(book): Path<Id<Book>>) -> Response {
    lead(&page.url(&format!("/book/{book}")))
}

/// `POST`; a script is given how all ratings are spread then.
pub(super) async fn rate(
    page: Page,
    talker: web::Result<Talker>,
    Path(book): Path<Id<Book>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let talker = match talker {
        Err(Error::Unauthorized) => return Ok(page.to_sign_in(&page.url(&format!("/book/{book}")))),
        talker => talker?,
    };
    talker.me.require(Capability::Talk)?;
    let name = BookName::find(&talker.app.db, book).await?;
    let notice = if filled.remove.is_empty() {
        let value = filled.value.parse().ok().and_then(|stars| Value::from_stars(stars).ok());
        let value = value.ok_or_else(|| Error::invalid("value", "missing", t::rating_missing))?;
        talker.rate(book, Some(value)).await?;
        Notice::RatingSaved
    } else {
        talker.rate(book, None).await?;
        Notice::RatingRemoved
    };
    if !page.wants_fragment() {
        let place = format!("{}#comments", catalogue::paths::book(book, &name.title));
        return Ok(page.done(&place, notice));
    }
    let ratings = rating::ratings_of(&talker.app.db, Some(talker.me.user), book).await?.or_404()?;
    Ok(page.fragment(view::summary(&page, name.key(), (ratings.ratings, ratings.histogram))))
}
