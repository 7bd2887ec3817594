//! `/comment/{id}/report`: moderators are told that something is wrong with a comment.

use axum::response::Response;
use kernel::Id;
use maud::html;
use serde::Deserialize;
use ui::Frame;
use web::{Error, Form, Notice, Page, Path};

use super::book::BookName;
use super::composing::{Wrong, nothing};
use super::frame::{crumbs, frame, talk};
use super::paths;
use crate::talker::Talker;
use crate::view::{self, report_form};
use crate::{Comment, Reason, t};

/// The id of the dialog.
const DIALOG: &str = "report-comment";

/// What the form sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    reason: String,
    #[serde(default)]
    note: String,
}

/// What came of it.
type Told<'a> = (&'a Filled, (Option<&'a str>, Option<&'a str>));

/// `GET`; a script is given a dialog.
pub(super) async fn show(page: Page, talker: Talker, Path(id): Path<Id<Comment>>) -> web::Result<Response> {
    let book = BookName::of(&talker.app.db, id).await?;
    let (comment, _) = talker.sees(id).await?;
    if comment.is_placeholder() {
        return Err(Error::NotFound);
    }
    if comment.user_id == Some(talker.me.user) {
        return Err(Error::forbidden("own_comment", t::report_own));
    }
    Ok(render(&page, (&book, id), (&Filled::default(), (None, None))))
}

/// `POST`
pub(super) async fn send(
    page: Page,
    talker: Talker,
    Path(id): Path<Id<Comment>>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    let l = page.locale;
    let book = BookName::of(&talker.app.db, id).await?;
    let Ok(reason) = filled.reason.parse::<Reason>() else {
        let wrong = Wrong::of(l, Error::invalid("reason", "missing", t::reason_missing_report))?;
        let told = (&filled, (Some(wrong.words.as_str()), None));
        return Ok(wrong.answer(&page, || render(&page, (&book, id), told)));
    };
    match talker.report(id, reason, &filled.note).await {
        Ok(()) if page.wants_fragment() => Ok(nothing(&page)),
        Ok(()) => Ok(page.done_at(&page.url(&paths::comment(book.key(), id)), Notice::CommentReported)),
        Err(error) => {
            let wrong = Wrong::of(l, error)?;
            let told = (&filled, (None, Some(wrong.words.as_str())));
            Ok(wrong.answer(&page, || render(&page, (&book, id), told)))
        }
    }
}

fn render(page: &Page, (book, id): (&BookName, Id<Comment>), (filled, errors): Told<'_>) -> Response {
    let title = t::report_title(page.locale);
    let back = paths::comment(book.key(), id);
    let (action, cancel) = (page.url(&paths::of(id, "report")), page.url(&back));
    let form = report_form(
        page,
        &view::Filled {
            reason: filled.reason.parse().ok(),
            note: &filled.note,
            errors,
            action: &action,
            cancel: &cancel,
        },
    );
    if page.wants_fragment() {
        return page.fragment(html! {
            dialog.sheet.confirm id=(DIALOG) aria-labelledby=(format_args!("{DIALOG}-title")) {
                h2.confirm__title id=(format_args!("{DIALOG}-title")) { (title) }
                (form)
            }
        });
    }
    let body = html! {
        (crumbs(page, book.key(), Some(title)))
        (talk(page, book.id, &html! { div.talk-page.talk-page--form { h1 { (title) } (form) } }))
    };
    let has_problems = errors != (None, None);
    page.render(&Frame { has_problems, ..frame(page, title, &back) }, &body)
}
