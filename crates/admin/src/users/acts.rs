//! What the forms of somebody's page do. What takes something away is asked about first.

use accounts::Accounts;
use accounts::people::{Mail, Person, Whom, role_word};
use axum::Extension;
use axum::response::Response;
use commerce::desk::Owned;
use kernel::Id;
use maud::html;
use serde::Deserialize;
use web::admin::{Section, Shown};
use web::{Error, Form, Notice, OrNotFound as _, Page, Path, Role, Session, UserId};

use super::one::{self, action};
use super::path;
use super::steward::Steward;
use crate::ask::{self, Sure};
use crate::words::users as t;

/// What a form sends.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Filled {
    act: String,
    role: String,
    hours: String,
    reason: String,
    note: String,
    book: String,
    /// The version of the account that the form was drawn of.
    version: Option<i64>,
    /// Sent by the question.
    sure: Option<String>,
}

/// `POST`
pub(super) async fn send(
    page: Page,
    steward: Steward,
    Extension(accounts): Extension<Accounts>,
    Path(id): Path<UserId>,
    Form(filled): Form<Filled>,
) -> web::Result<Response> {
    if filled.sure.is_none()
        && let Some(question) = question(&page, &steward, id, &filled).await?
    {
        return Ok(question);
    }
    match carry_out(&steward, id, &filled).await {
        Ok(notice) => Ok(page.done(&path(id), notice)),
        Err(error) => one::refused(&page, (&steward.app, &accounts), id, error).await,
    }
}

async fn carry_out(steward: &Steward, id: UserId, filled: &Filled) -> web::Result<Notice> {
    let whom = Whom { user: id, version: filled.version };
    let saved = match filled.act.as_str() {
        "role" => steward.set_role(whom, filled.role.parse().map_err(|()| Error::NotFound)?).await,
        "suspend" => {
            let hours: i64 = filled.hours.parse().unwrap_or_default();
            let until = steward.now().plus_seconds(hours.saturating_mul(60 * 60));
            steward.suspend(whom, (Some(until), filled.reason.parse().ok(), &filled.note)).await
        }
        "reinstate" => steward.suspend(whom, (None, None, "")).await,
        "close" => steward.close(whom, &filled.note).await,
        "reopen" => steward.reopen(whom).await,
        "end_sessions" => return steward.end_sessions(id).await.map(|()| Notice::SessionsEnded),
        "verification" => {
            return steward.resend(id, Mail::Verification).await.map(|()| Notice::MailSent);
        }
        "reset" => return steward.resend(id, Mail::Reset).await.map(|()| Notice::MailSent),
        "give" => return steward.give(id, book(&filled.book)?).await.map(|()| Notice::BookGiven),
        "take" => return steward.take(id, book(&filled.book)?).await.map(|()| Notice::BookTaken),
        _ => Err(Error::NotFound),
    };
    saved.map(|()| Notice::UserSaved)
}

/// A book by its key, or by the address of its page.
fn book(typed: &str) -> web::Result<Id<catalogue::Book>> {
    let after = typed.rsplit_once("/book/").map_or(typed, |(_, after)| after).trim();
    let digits: &str = after.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
    let key = digits.parse().map_err(|_| Error::invalid("book", "unknown", t::book_unknown))?;
    Ok(Id::new(key))
}

/// What is asked before it is done; nothing for what takes nothing away.
async fn question(
    page: &Page,
    steward: &Steward,
    id: UserId,
    filled: &Filled,
) -> web::Result<Option<Response>> {
    let l = page.locale;
    let person = Person::find(&steward.app.db, id).await?.or_404()?;
    let name = person.shown_name();
    let (title, follows, deed) = match filled.act.as_str() {
        "role" => {
            let role: Role = filled.role.parse().map_err(|()| Error::NotFound)?;
            (t::role_title(l, name, role_word(l, role)), t::role_follows(l), t::role_deed(l))
        }
        // Without a reason the page says what is missing.
        "close" if !filled.note.trim().is_empty() => {
            (t::close_title(l, name), t::close_follows(l), t::close_deed(l))
        }
        "end_sessions" => (t::sessions_title(l, name), t::sessions_follows(l), t::sessions_end(l)),
        "take" => (t::take_title(l, name), t::take_follows(l), t::take(l)),
        _ => return Ok(None),
    };
    let taken = if filled.act == "take" { taken_title(steward, id, &filled.book).await? } else { None };
    let fields =
        [("act", &filled.act), ("role", &filled.role), ("note", &filled.note), ("book", &filled.book)];
    let action = action(page, id);
    let sure = Sure {
        body: html! {
            p { bdi { (name) } " " bdi.table__more dir="ltr" { "@" (person.username) } }
            @if let Some(title) = taken { ul.sure__list { li { bdi { (title) } } } }
            p { (follows) }
        },
        action: &action,
        fields: html! {
            @for (name, value) in fields.iter().filter(|(_, value)| !value.is_empty()) {
                input type="hidden" name=(name) value=(value);
            }
            @if let Some(version) = filled.version { input type="hidden" name="version" value=(version); }
            input type="hidden" name="sure" value="on";
        },
        deed,
        cancel: &action,
    };
    let (frame, body) = page.admin(Shown {
        title: &title,
        heading: html! { (title) },
        parent: Some(&path(id)),
        body: ask::sure(page, &sure),
        ..Shown::new(Section::Users, l)
    });
    Ok(Some(page.render(&frame, &body)))
}

/// What a book in somebody's library is called.
async fn taken_title(steward: &Steward, id: UserId, typed: &str) -> web::Result<Option<String>> {
    let book = book(typed)?;
    let owned = Owned::find(&steward.app.db, id, book).await?;
    Ok(owned.map(|owned| owned.title))
}

/// `POST …/sessions/{session}`: ends it.
pub(super) async fn end_session(
    page: Page,
    steward: Steward,
    Path((id, session)): Path<(UserId, Id<Session>)>,
) -> web::Result<Response> {
    steward.end_session(id, session).await?;
    Ok(page.done(&path(id), Notice::SessionEnded))
}
