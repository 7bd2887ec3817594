//! Where something can be said: the form, or why there is none and what to do about it.

use catalogue::Book;
use db::{Query, sql};
use kernel::{Id, Timestamp};
use maud::{Markup, html};
use ui::{Alert, Button, ButtonKind, Tone};
use web::{Capability, Identity, Page};

use super::paths;
use crate::view::{Composer, composer};
use crate::{Reason, t};

/// What whoever looks can do about a book's talk.
pub(super) enum Door {
    /// They say something.
    Open,
    /// They sign in first.
    SignIn,
    /// They verify their address first.
    Verify,
    /// They wait.
    Suspended(Timestamp, Option<Reason>),
}

impl Door {
    /// One statement for somebody who is suspended, and none for anybody else.
    pub(super) async fn of(db: &impl Query, reader: Option<&Identity>) -> db::Result<Self> {
        let Some(me) = reader else { return Ok(Self::SignIn) };
        match me.suspended_until {
            _ if me.can(Capability::Talk) => Ok(Self::Open),
            Some(until) => {
                let found: Option<(Option<Reason>,)> =
                    db.optional(sql!("select suspension_reason from users where id = $1", me.user)).await?;
                Ok(Self::Suspended(until, found.and_then(|(reason,)| reason)))
            }
            None => Ok(Self::Verify),
        }
    }

    pub(super) const fn is_open(&self) -> bool {
        matches!(self, Self::Open)
    }

    /// The form, or what stands in its place.
    pub(super) fn draw(&self, page: &Page, book: (Id<Book>, &str), now: Timestamp) -> Markup {
        let l = page.locale;
        let new = page.url(&paths::new(book));
        match self {
            Self::Open => write(page, book, &new, now),
            Self::SignIn => {
                let next: String = percent_encoded(&new);
                let href = format!("{}?next={next}", page.url(web::SIGN_IN));
                let sign_in = Button { label: t::sign_in(l), kind: ButtonKind::Outline, ..Button::default() };
                html! { div.talk__door { p { (t::door_sign_in(l)) } (ui::button_link(&sign_in, &href)) } }
            }
            Self::Verify => {
                let verify = Button { label: t::verify(l), kind: ButtonKind::Outline, ..Button::default() };
                let href = format!("{}?next={}", page.url(web::VERIFY), percent_encoded(&new));
                html! { div.talk__door { p { (t::door_verify(l)) } (ui::button_link(&verify, &href)) } }
            }
            Self::Suspended(until, reason) => ui::alert(&Alert {
                tone: Tone::Warning,
                title: &t::door_suspended(l, &i18n::date_time(l, *until)),
                body: html! {
                    @if let Some(reason) = reason { p { (t::door_suspended_because(l, reason.label(l))) } }
                },
            }),
        }
    }
}

fn write(page: &Page, book: (Id<Book>, &str), action: &str, now: Timestamp) -> Markup {
    let l = page.locale;
    let draft = book.0.to_string();
    composer(
        page,
        &Composer {
            action,
            draft: Some(&draft),
            label: t::composer_label(l),
            deed: t::composer_post(l),
            key: &key(now),
            ..Composer::default()
        },
    )
}

/// By which a form without scripts that is sent twice is known: the same words within the same hour are the same comment.
pub(super) fn key(now: Timestamp) -> String {
    format!("page-{}", now.as_millis() / (60 * 60 * 1_000))
}

fn percent_encoded(path: &str) -> String {
    form_urlencoded::byte_serialize(path.as_bytes()).collect()
}
