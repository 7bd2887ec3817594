//! `/book/{id}-{title}/comments/new`: something new is said about a book. Also what all forms with words share.

use std::time::Duration;

use axum::response::{IntoResponse as _, Redirect, Response};
use catalogue::Book;
use http::StatusCode;
use i18n::Locale;
use kernel::Id;
use maud::{Markup, html};
use serde::Deserialize;
use ui::{Alert, Frame, Tone};
use web::{Capability, Error, IdSlug, Notice, Page, Path};

use super::book::BookName;
use super::frame::{form_page, frame};
use super::kept::{self, Sent};
use super::{door, paths};
use crate::comment::Draft;
use crate::talker::{Talker, text};
use crate::view::{Composer, Seen, article, composer};
use crate::{Comment, State, t};

/// What a form with words sends.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Filled {
    #[serde(default)]
    pub(super) text: String,
    #[serde(default)]
    pub(super) spoiler: String,
    #[serde(default)]
    pub(super) key: String,
    /// The book that a reply is about.
    #[serde(default)]
    pub(super) book: String,
}

impl Filled {
    pub(super) fn is_spoiler(&self) -> bool {
        !self.spoiler.is_empty()
    }

    /// The book that it says that it is about.
    pub(super) fn book(&self) -> Option<Id<Book>> {
        self.book.parse().ok()
    }
}

/// Why a form came back.
pub(super) struct Wrong {
    pub(super) words: String,
    status: StatusCode,
    wait: Option<Duration>,
    /// Whether what it answered is gone: a script has it become a comment of its own.
    gone: bool,
}

impl Wrong {
    /// What it answered is gone.
    pub(super) fn gone(page: &Page) -> Self {
        let l = page.locale;
        let words = if page.wants_fragment() { t::parent_unknown(l) } else { t::draft_own(l) };
        Self { words: words.to_owned(), status: StatusCode::UNPROCESSABLE_ENTITY, wait: None, gone: true }
    }

    /// What can be mended in the form; any other refusal is handed on.
    pub(super) fn of(l: Locale, error: Error) -> web::Result<Self> {
        match error {
            Error::Invalid(errors) => {
                let words = errors.iter().next().map(|one| one.message.text(l).into_owned());
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Ok(Self { words: words.unwrap_or_default(), status, wait: None, gone: false })
            }
            Error::TooMany { retry_after } => {
                let seconds = i64::try_from(retry_after.as_millis().div_ceil(1_000)).unwrap_or(i64::MAX);
                let status = StatusCode::TOO_MANY_REQUESTS;
                Ok(Self { words: t::too_fast(l, seconds), status, wait: Some(retry_after), gone: false })
            }
            // Suspended since the form was opened, or the comment hidden.
            Error::Refused(reason) if reason.code != web::UNVERIFIED => {
                let words = reason.message.text(l).into_owned();
                Ok(Self { words, status: reason.status, wait: None, gone: false })
            }
            other => Err(other),
        }
    }

    /// The page with the form again; to a script only what is wrong.
    pub(super) fn answer(&self, page: &Page, again: impl FnOnce() -> Response) -> Response {
        let response = if page.wants_fragment() {
            let body = html! { @if self.gone { span hidden data-gone {} } };
            page.fragment(ui::alert(&Alert { tone: Tone::Danger, title: &self.words, body }))
        } else {
            again()
        };
        match self.wait {
            Some(wait) => web::to_wait(response, wait),
            None => (self.status, response).into_response(),
        }
    }
}

/// Says it, within the limits.
pub(super) async fn post(
    talker: &Talker,
    (book, parent): (Id<Book>, Option<Id<Comment>>),
    filled: &Filled,
) -> web::Result<Id<Comment>> {
    talker.me.require(Capability::Talk)?;
    let text = text(&filled.text)?;
    let draft = Draft {
        book,
        parent,
        text: &text,
        spoiler: filled.is_spoiler(),
        key: Some(&filled.key),
        written_at: None,
    };
    talker.say(draft).await
}

/// Leads to what was said; a script is given it.
pub(super) async fn said(
    page: &Page,
    talker: &Talker,
    (book, id): (&BookName, Id<Comment>),
    notice: Notice,
) -> web::Result<Response> {
    let (comment, viewer) = talker.sees(id).await?;
    let notice = if comment.state == State::Held { Notice::CommentHeld } else { notice };
    let mut answer = if page.wants_fragment() {
        let now = talker.app.clock.now();
        let seen = Seen { page, viewer: &viewer, book: book.key(), now, target: None };
        page.fragment(article(&seen, &comment))
    } else {
        page.done_at(&page.url(&paths::comment(book.key(), id)), notice)
    };
    page.typed_done(&mut answer);
    Ok(answer)
}

/// `GET`
pub(super) async fn show(
    page: Page,
    talker: Talker,
    Path(part): Path<IdSlug<Book>>,
) -> web::Result<Response> {
    talker.me.require(Capability::Talk)?;
    let book = BookName::find(&talker.app.db, part.id).await?;
    let typed = kept::typed(&page);
    Ok(render(&page, &talker, &book, (&typed.unwrap_or_default(), None)))
}

/// `POST`
pub(super) async fn send(
    page: Page,
    Path(part): Path<IdSlug<Book>>,
    Sent { talker, filled }: Sent,
) -> web::Result<Response> {
    let book = BookName::find(&talker.app.db, part.id).await?;
    match post(&talker, (book.id, None), &filled).await {
        Ok(id) => said(&page, &talker, (&book, id), Notice::CommentPosted).await,
        Err(error) => {
            let wrong = Wrong::of(page.locale, error)?;
            Ok(wrong.answer(&page, || render(&page, &talker, &book, (&filled, Some(&wrong.words)))))
        }
    }
}

/// The form, with what was typed: after signing in, or with what is wrong with it.
pub(super) fn render(
    page: &Page,
    talker: &Talker,
    book: &BookName,
    (filled, error): (&Filled, Option<&str>),
) -> Response {
    let l = page.locale;
    let title = t::composer_title(l, &book.title);
    let action = page.url(&paths::new(book.key()));
    let draft = book.id.to_string();
    let form = composer(
        page,
        &Composer {
            action: &action,
            draft: Some(&draft),
            label: t::composer_label(l),
            deed: t::composer_post(l),
            text: &filled.text,
            spoiler: filled.is_spoiler(),
            restored: error.is_none() && !filled.text.is_empty(),
            key: &door::key(talker.app.clock.now()),
            error,
            ..Composer::default()
        },
    );
    let body = form_page(page, book.key(), &title, &form);
    let back = paths::comments(book.key());
    page.render(&Frame { has_problems: error.is_some(), ..frame(page, &title, &back) }, &body)
}

/// What is answered to a script in the place of a comment that is gone.
pub(super) fn nothing(page: &Page) -> Response {
    page.fragment(Markup::default())
}

/// An address of this site that a form was told to lead to, or another page of ours.
pub(super) fn onward(page: &Page, next: &str, path: &str) -> String {
    if web::is_own_path(next) { next.to_owned() } else { page.url(path) }
}

/// Leads somewhere without a word.
pub(super) fn lead(address: &str) -> Response {
    Redirect::to(address).into_response()
}
