//! `/comment/{id}/reply`: a comment is answered.

use axum::response::Response;
use kernel::Id;
use maud::html;
use ui::Frame;
use web::{Capability, Error, Notice, Page, Path};

use super::book::BookName;
use super::composing::{self, Filled, Wrong, post, said};
use super::frame::{form_page, frame};
use super::kept::{self, Sent};
use super::{door, paths};
use crate::talker::Talker;
use crate::view::{Composer, Seen, article, composer};
use crate::{Comment, Viewer, t};

/// `GET`
pub(super) async fn show(page: Page, talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<Response> {
    talker.me.require(Capability::Talk)?;
    let typed = kept::typed(&page);
    match answered(&talker, id).await? {
        Some((book, answered)) => {
            Ok(render(&page, &talker, (&book, &answered), (&typed.unwrap_or_default(), None)))
        }
        None => gone(&page, &talker, &typed.ok_or(Error::NotFound)?).await,
    }
}

/// `POST`
pub(super) async fn send(
    page: Page,
    Path(id): Path<Id<Comment>>,
    Sent { talker, filled }: Sent,
) -> web::Result<Response> {
    let Some((book, answered)) = answered(&talker, id).await? else {
        return gone(&page, &talker, &filled).await;
    };
    match post(&talker, (book.id, Some(id)), &filled).await {
        Ok(reply) => said(&page, &talker, (&book, reply), Notice::CommentPosted).await,
        Err(Error::Invalid(errors)) if errors.iter().any(|wrong| wrong.field == "parent_id") => {
            gone(&page, &talker, &filled).await
        }
        Err(error) => {
            let wrong = Wrong::of(page.locale, error)?;
            let again = || render(&page, &talker, (&book, &answered), (&filled, Some(&wrong.words)));
            Ok(wrong.answer(&page, again))
        }
    }
}

/// What is answered, and the book that it is about; `None` where it is gone.
async fn answered(talker: &Talker, id: Id<Comment>) -> web::Result<Option<(BookName, (Comment, Viewer))>> {
    let found = async {
        let book = BookName::of(&talker.app.db, id).await?;
        Ok((book, talker.sees(id).await?))
    };
    match found.await {
        Ok((_, (comment, _))) if comment.is_placeholder() => Ok(None),
        Ok(found) => Ok(Some(found)),
        Err(Error::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// What was typed, as a comment of its own; a script has the words still.
async fn gone(page: &Page, talker: &Talker, filled: &Filled) -> web::Result<Response> {
    let wrong = Wrong::gone(page);
    if page.wants_fragment() {
        return Ok(wrong.answer(page, || composing::nothing(page)));
    }
    let book = BookName::find(&talker.app.db, filled.book().ok_or(Error::NotFound)?).await?;
    Ok(wrong.answer(page, || composing::render(page, talker, &book, (filled, Some(&wrong.words)))))
}

/// The form below what it answers.
fn render(
    page: &Page,
    talker: &Talker,
    (book, (answered, viewer)): (&BookName, &(Comment, Viewer)),
    (filled, error): (&Filled, Option<&str>),
) -> Response {
    let l = page.locale;
    let title = t::reply_title(l, answered.writer().unwrap_or_default());
    let now = talker.app.clock.now();
    let seen = Seen { page, viewer, book: book.key(), now, target: None };
    let (action, draft) =
        (page.url(&paths::of(answered.id, "reply")), format!("{}-{}", book.id, answered.id));
    let cancel = seen.address(answered.id);
    let form = composer(
        page,
        &Composer {
            action: &action,
            draft: Some(&draft),
            label: t::reply_label(l),
            deed: t::reply_post(l),
            text: &filled.text,
            spoiler: filled.is_spoiler(),
            book: Some(book.id),
            restored: error.is_none() && !filled.text.is_empty(),
            key: &door::key(now),
            error,
            cancel: Some(&cancel),
            ..Composer::default()
        },
    );
    let body = html! { ol.thread role="list" { li { (article(&seen, answered)) } } (form) };
    let body = form_page(page, book.key(), &title, &body);
    let back = paths::comment(book.key(), answered.id);
    page.render(&Frame { has_problems: error.is_some(), ..frame(page, &title, &back) }, &body)
}

/// A comment that can be changed by whoever asks: their own.
pub(super) fn own(talker: &Talker, comment: &Comment) -> web::Result<()> {
    if comment.user_id == Some(talker.me.user) { Ok(()) } else { Err(Error::NotFound) }
}
