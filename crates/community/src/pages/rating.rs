//! `/book/{id}/rating`: where the form with half stars goes.

use axum::response::Response;
use catalogue::Book;
use kernel::Id;
use serde::Deserialize;
use ui::Frame;
use web::{Capability, Error, Form, Notice, OrNotFound as _, Page, Path};

use super::book::BookName;
use super::composing::{Wrong, lead, onward};
use super::frame::{form_page, frame};
use super::like::refused;
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
    /// Where one was.
    #[serde(default)]
    next: String,
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
        Err(Error::Unauthorized) => {
            return Ok(page.to_sign_in(&onward(&page, &filled.next, &format!("/book/{book}"))));
        }
        talker => talker?,
    };
    let name = BookName::find(&talker.app.db, book).await?;
    let place = format!("{}#comments", catalogue::paths::book(book, &name.title));
    let next = onward(&page, &filled.next, &place);
    let notice = if filled.remove.is_empty() { Notice::RatingSaved } else { Notice::RatingRemoved };
    match send(&talker, book, &filled).await {
        Ok(()) if page.wants_fragment() => {
            let ratings = rating::ratings_of(&talker.app.db, Some(talker.me.user), book).await?.or_404()?;
            Ok(page.fragment(view::summary(&page, name.key(), (ratings.ratings, ratings.histogram))))
        }
        Ok(()) => Ok(page.done_at(&next, notice)),
        Err(Error::Invalid(errors)) => {
            let mine = rating::ratings_of(&talker.app.db, Some(talker.me.user), book).await?.or_404()?.mine;
            let wrong = Wrong::of(page.locale, Error::Invalid(errors))?;
            Ok(wrong.answer(&page, || again(&page, &name, (mine, &next, &wrong.words))))
        }
        Err(error) => refused(&page, &next, error),
    }
}

async fn send(talker: &Talker, book: Id<Book>, filled: &Filled) -> web::Result<()> {
    talker.me.require(Capability::Talk)?;
    if !filled.remove.is_empty() {
        return talker.rate(book, None).await;
    }
    let value = filled.value.parse().ok().and_then(|stars| Value::from_stars(stars).ok());
    let value = value.ok_or_else(|| Error::invalid("value", "missing", t::rating_missing))?;
    talker.rate(book, Some(value)).await
}

/// The form on a page of its own, with what is wrong with it.
fn again(page: &Page, book: &BookName, (mine, next, wrong): (Option<i64>, &str, &str)) -> Response {
    let title = t::rating_title(page.locale, &book.title);
    let form = view::my_rating(page, book.id, mine, (next, Some(wrong)));
    let body = form_page(page, book.key(), &title, &form);
    let back = catalogue::paths::book(book.id, &book.title);
    page.render(&Frame { has_problems: true, ..frame(page, &title, &back) }, &body)
}
