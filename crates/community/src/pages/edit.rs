//! `/comment/{id}/edit`: one's own comment is said otherwise.

use axum::response::Response;
use kernel::Id;
use maud::{Markup, html};
use ui::Frame;
use web::{Capability, Error, Notice, Page, Path};

use super::book::BookName;
use super::composing::{Filled, Wrong, said};
use super::frame::{form_page, frame};
use super::kept::{self, Sent};
use super::paths;
use super::reply::own;
use crate::comment::Change;
use crate::talker::{Talker, text};
use crate::view::{Composer, composer};
use crate::{Comment, State, t};

/// `GET`; a script is given the form alone.
pub(super) async fn show(page: Page, talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<Response> {
    talker.me.require(Capability::Talk)?;
    let book = BookName::of(&talker.app.db, id).await?;
    let (comment, _) = talker.sees(id).await?;
    own(&talker, &comment)?;
    if comment.state == State::Hidden {
        return Err(Error::conflict("hidden", t::comment_hidden));
    }
    let typed = kept::typed(&page);
    let (text, spoiler) =
        typed.as_ref().map_or((&*comment.text, comment.spoiler), |typed| (&*typed.text, typed.is_spoiler()));
    let form = form(&page, &book, id, (text, spoiler, None));
    if page.wants_fragment() {
        return Ok(page.fragment(form));
    }
    Ok(render(&page, (&book, id), false, &form))
}

/// `POST`
pub(super) async fn send(
    page: Page,
    Path(id): Path<Id<Comment>>,
    Sent { talker, filled }: Sent,
) -> web::Result<Response> {
    let book = BookName::of(&talker.app.db, id).await?;
    match change(&talker, id, &filled).await {
        Ok(()) => said(&page, &talker, (&book, id), Notice::CommentChanged).await,
        Err(error) => {
            let wrong = Wrong::of(page.locale, error)?;
            let again = || {
                let form = form(&page, &book, id, (&filled.text, filled.is_spoiler(), Some(&wrong.words)));
                render(&page, (&book, id), true, &form)
            };
            Ok(wrong.answer(&page, again))
        }
    }
}

async fn change(talker: &Talker, id: Id<Comment>, filled: &Filled) -> web::Result<()> {
    talker.me.require(Capability::Talk)?;
    let words = text(&filled.text)?;
    talker.change(id, Change { text: Some(&words), spoiler: Some(filled.is_spoiler()) }).await
}

fn form(
    page: &Page,
    book: &BookName,
    id: Id<Comment>,
    (text, spoiler, error): (&str, bool, Option<&str>),
) -> Markup {
    let l = page.locale;
    let cancel = page.url(&paths::comment(book.key(), id));
    let (action, suffix, draft) = (page.url(&paths::of(id, "edit")), format!("-{id}"), format!("e{id}"));
    let form = composer(
        page,
        &Composer {
            action: &action,
            draft: Some(&draft),
            changes: true,
            suffix: &suffix,
            label: t::edit_label(l),
            deed: t::edit_save(l),
            text,
            spoiler,
            error,
            cancel: Some(&cancel),
            ..Composer::default()
        },
    );
    html! { (form) }
}

fn render(page: &Page, (book, id): (&BookName, Id<Comment>), has_problems: bool, form: &Markup) -> Response {
    let title = t::edit_title(page.locale);
    let body = form_page(page, book.key(), title, form);
    let back = paths::comment(book.key(), id);
    page.render(&Frame { has_problems, ..frame(page, title, &back) }, &body)
}
