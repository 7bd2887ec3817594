//! `/comment/{id}/reply`: a comment is answered.

use axum::response::Response;
use kernel::Id;
use maud::html;
use ui::Frame;
use web::{Error, Form, Notice, Page, Path};

use super::book::BookName;
use super::composing::{Filled, Wrong, post, said};
use super::frame::{form_page, frame};
use super::{door, paths};
use crate::talker::Talker;
use crate::view::{Composer, Seen, article, composer};
use crate::{Comment, Viewer, t};

/// `GET`
pub(super) async fn show(page: Page, talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<Response> {
    let book = BookName::of(&talker.app.db, id).await?;
    let answered = talker.sees(id).await?;
    if answered.0.is_placeholder() {
        return Err(Error::NotFound);
    }
    Ok(render(&page, &talker, (&book, &answered), (&Filled::default(), None)))
}

/// `POST`
pub(super) async fn send(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let book = BookName::of(&talker.app.db, id).await?;
    match post(&talker, (book.id, Some(id)), &filled).await {
        Ok(reply) => said(&page, &talker, (&book, reply), Notice::CommentPosted).await,
        Err(error) => {
            let answered = talker.sees(id).await?;
            let wrong = Wrong::of(page.locale, error)?;
            let again = || render(&page, &talker, (&book, &answered), (&filled, Some(&wrong.words)));
            Ok(wrong.answer(&page, again))
        }
    }
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
