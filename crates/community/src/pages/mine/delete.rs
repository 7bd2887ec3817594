//! `/account/comments/{comment}/delete`: a comment of one's own is deleted, after a question.

use axum::response::Response;
use kernel::Id;
use maud::html;
use ui::Confirm;
use web::{Error, Notice, OrNotFound as _, Page, Path};

use crate::comment::{self, Removed};
use crate::own::OwnComment;
use crate::pages::words::words;
use crate::pages::{MINE, account_frame, crumbs};
use crate::talker::Talker;
use crate::{Comment, t};

/// `GET`
pub(in crate::pages) async fn confirm(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Response> {
    let l = page.locale;
    let own = OwnComment::find(&talker.app.db, talker.me.user, id).await?.or_404()?;
    let title = t::own_delete_title(l, &own.title);
    let (action, cancel) = (page.url(&format!("{MINE}/{id}/delete")), page.url(MINE));
    let stays = own.comment.reply_count > 0;
    let asks = Confirm {
        title: &title,
        body: html! {
            (words(l, &own.comment.text))
            p { @if stays { (t::own_delete_replies(l)) } @else { (t::own_delete_body(l)) } }
        },
        form: ui::Form { action: &action, csrf: page.csrf(), ..ui::Form::default() },
        fields: html! {},
        deed: t::own_delete(l),
        cancel: &cancel,
    };
    let body = html! { (crumbs(&page, t::mine(l))) (ui::confirm_page(l, &asks)) };
    Ok(page.render(&account_frame(&page, &title), &body))
}

/// `POST`
pub(in crate::pages) async fn delete(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
) -> web::Result<Response> {
    match comment::remove(&talker.app.db, talker.me.user, id).await? {
        Removed::Yes => Ok(page.done(MINE, Notice::CommentDeleted)),
        Removed::NoSuchComment => Err(Error::NotFound),
    }
}
