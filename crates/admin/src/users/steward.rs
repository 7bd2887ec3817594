//! An admin who looks after people, for both doors: with the same words where something cannot be done.

use std::sync::Arc;

use accounts::audit::Actor;
use accounts::people::{self, Acted, Mail, Whom};
use axum::extract::FromRequestParts;
use catalogue::Book;
use commerce::desk::{self, Shelf, Taken};
use community::Reason;
use community::moderation::{self, Suspended, Suspension};
use http::request::Parts;
use kernel::{Id, Timestamp};
use web::{App, Client, Error, Identity, OrNotFound as _, Role, Session, Signed, UserId};

use crate::words::users as t;

/// The most characters of what somebody is told.
pub(super) const NOTE_MOST: usize = 500;
/// The longest suspension, in seconds: a year.
const LONGEST: i64 = 366 * 24 * 60 * 60;

/// An admin at a client.
pub(crate) struct Steward {
    pub(super) app: App,
    pub(super) me: Arc<Identity>,
    client: Client,
}

impl FromRequestParts<App> for Steward {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        Ok(Self { app: app.clone(), me, client })
    }
}

impl Steward {
    fn actor(&self) -> Actor<'_> {
        Actor::from((&*self.me, self.client))
    }

    pub(super) fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Gives somebody another role.
    pub(super) async fn set_role(&self, whom: Whom, role: Role) -> web::Result<()> {
        done(people::set_role(&self.app.db, self.actor(), (whom, role), self.now()).await?)
    }

    /// Suspends somebody from the talk until then, or lets them write again.
    pub(super) async fn suspend(
        &self,
        whom: Whom,
        (until, reason, note): (Option<Timestamp>, Option<Reason>, &str),
    ) -> web::Result<()> {
        let (note, now) = (short("note", note)?, self.now());
        if until.is_some_and(|until| until <= now || until > now.plus_seconds(LONGEST)) {
            return Err(Error::invalid("suspended_until", "out_of_range", t::until_wrong));
        }
        if until.is_some() && reason.is_none() {
            return Err(Error::invalid("reason", "missing", t::reason_missing));
        }
        let what = (whom, Suspension { until, reason, note });
        match moderation::suspend(&self.app.db, (&self.me, self.client), what, now).await? {
            Suspended::Yes => Ok(()),
            Suspended::NoSuchUser => Err(Error::NotFound),
            Suspended::OnOneself => done(Acted::OnOneself),
            Suspended::Meanwhile => done(Acted::Meanwhile),
        }
    }

    /// Closes an account.
    pub(super) async fn close(&self, whom: Whom, reason: &str) -> web::Result<()> {
        let reason = short("note", reason)?;
        if reason.is_empty() {
            return Err(Error::invalid("note", "missing", t::why_missing));
        }
        done(people::close(&self.app.db, self.actor(), (whom, reason), self.now()).await?)
    }

    /// Opens it again.
    pub(super) async fn reopen(&self, whom: Whom) -> web::Result<()> {
        done(people::reopen(&self.app.db, self.actor(), whom, self.now()).await?)
    }

    /// Ends one session of somebody.
    pub(super) async fn end_session(&self, user: UserId, session: Id<Session>) -> web::Result<()> {
        done(people::end_session(&self.app.db, self.actor(), (user, session), self.now()).await?)
    }

    /// Ends all sessions of somebody.
    pub(super) async fn end_sessions(&self, user: UserId) -> web::Result<()> {
        done(people::end_sessions(&self.app.db, self.actor(), user, self.now()).await?)
    }

    /// Sends a mail with a code once more.
    pub(super) async fn resend(&self, user: UserId, mail: Mail) -> web::Result<()> {
        done(people::resend(&self.app, self.actor(), (user, mail)).await?)
    }

    /// Gives somebody a book.
    pub(super) async fn give(&self, user: UserId, book: Id<Book>) -> web::Result<()> {
        let at = Shelf { by: self.actor(), user, book };
        let given = desk::give(&self.app.db, at, None, self.now()).await?;
        given.map(drop).ok_or_else(|| Error::invalid("book", "unknown", t::book_unknown))
    }

    /// Takes a book back that was given, or taken for nothing.
    pub(super) async fn take(&self, user: UserId, book: Id<Book>) -> web::Result<()> {
        let at = Shelf { by: self.actor(), user, book };
        match desk::take(&self.app.db, at, self.now()).await? {
            Taken::Yes => Ok(()),
            Taken::NotThere => None.or_404(),
            Taken::Bought => Err(Error::conflict("bought", t::book_bought)),
        }
    }
}

fn short<'a>(field: &'static str, text: &'a str) -> web::Result<&'a str> {
    let text = text.trim();
    if text.chars().count() <= NOTE_MOST {
        Ok(text)
    } else {
        Err(Error::invalid(field, "too_long", t::note_too_long))
    }
}

fn done(acted: Acted) -> web::Result<()> {
    match acted {
        Acted::Yes => Ok(()),
        Acted::NoSuch => Err(Error::NotFound),
        Acted::OnOneself => Err(Error::forbidden("on_oneself", t::on_oneself)),
        Acted::LastAdmin => Err(Error::conflict("last_admin", t::last_admin)),
        Acted::Meanwhile => Err(Error::conflict("changed_meanwhile", t::changed_meanwhile)),
        Acted::Nothing => Err(Error::conflict("nothing_to_send", t::nothing_to_send)),
    }
}
