//! `/comment/{id}/delete`: one's own comment is deleted, after a question.

use axum::response::Response;
use kernel::Id;
use maud::html;
use serde::Deserialize;
use ui::Confirm;
use web::{Error, Form, Notice, Page, Path, Query};

use super::book::BookName;
use super::composing::{nothing, onward};
use super::frame::{crumbs, frame, talk};
use super::paths;
use super::reply::own;
use crate::comment::{self, Removed};
use crate::talker::Talker;
use crate::view::{Seen, gone};
use crate::{Comment, t};

/// The id of the dialog.
const DIALOG: &str = "delete-comment";

/// Where one goes on to; the talk where that is not said.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Next {
    #[serde(default)]
    next: String,
}

/// `GET`; a script is given a dialog.
pub(super) async fn show(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Query(Next { next }): Query<Next>,
) -> web::Result<Response> {
    let l = page.locale;
    let book = BookName::of(&talker.app.db, id).await?;
    let (comment, _) = talker.sees(id).await?;
    own(&talker, &comment)?;
    let action = page.url(&paths::of(id, "delete"));
    let cancel = onward(&page, &next, &paths::comment(book.key(), id));
    let body = if comment.reply_count > 0 { t::delete_body_replies(l) } else { t::delete_body(l) };
    let asks = Confirm {
        title: t::delete_title(l),
        body: html! { p { (body) } },
        form: ui::Form {
            action: &action,
            csrf: page.csrf(),
            next: Some(next.as_str()).filter(|next| web::is_own_path(next)),
            ..ui::Form::default()
        },
        fields: html! {},
        deed: t::delete_deed(l),
        cancel: &cancel,
    };
    if page.wants_fragment() {
        return Ok(page.fragment(ui::confirm_dialog(l, DIALOG, &asks)));
    }
    let title = t::delete_title(l);
    let body = html! {
        (crumbs(&page, book.key(), Some(title)))
        (talk(&page, book.id, &ui::confirm_page(l, &asks)))
    };
    Ok(page.render(&frame(&page, title, &paths::comment(book.key(), id)), &body))
}

/// `POST`; a script is given what stands in its place.
pub(super) async fn send(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Form(Next { next }): Form<Next>,
) -> web::Result<Response> {
    let book = BookName::of(&talker.app.db, id).await?;
    if comment::remove(&talker.app.db, talker.me.user, id).await? == Removed::NoSuchComment {
        return Err(Error::NotFound);
    }
    let left = match talker.sees(id).await {
        Ok(left) => Some(left),
        Err(Error::NotFound) => None,
        Err(other) => return Err(other),
    };
    if page.wants_fragment() {
        let Some((comment, viewer)) = left else { return Ok(nothing(&page)) };
        let now = talker.app.clock.now();
        let seen = Seen { page: &page, viewer: &viewer, book: book.key(), now, target: None };
        return Ok(page.fragment(gone(&seen, &comment)));
    }
    let place = if left.is_some() { paths::comment(book.key(), id) } else { paths::comments(book.key()) };
    Ok(page.done_at(&onward(&page, &next, &place), Notice::CommentDeleted))
}
