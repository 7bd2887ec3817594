//! An admin who looks after jobs and mails, for both doors.

use std::sync::Arc;

use accounts::audit::{self, Act, Actor};
use accounts::mails::log::{self, LoggedMail};
use axum::extract::FromRequestParts;
use http::{StatusCode, request::Parts};
use jobs::desk::{self, Listed, State};
use kernel::{Id, Timestamp};
use serde_json::json;
use web::{App, Client, Error, Identity, OrNotFound as _, Signed};

use super::Machinery;
use crate::words::system as t;

/// An admin at a client.
pub(crate) struct Steward {
    pub(super) app: App,
    pub(super) machinery: Machinery,
    me: Arc<Identity>,
    client: Client,
}

impl FromRequestParts<App> for Steward {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Signed(me) = Signed::from_request_parts(parts, app).await?;
        let Ok(client) = Client::from_request_parts(parts, app).await;
        let machinery = parts.extensions.get::<Machinery>().cloned().unwrap_or_default();
        Ok(Self { app: app.clone(), machinery, me, client })
    }
}

impl Steward {
    pub(super) fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    fn actor(&self) -> Actor<'_> {
        Actor::from((&*self.me, self.client))
    }

    /// Has a job done again, now.
    pub(super) async fn retry(&self, id: Id<Listed>) -> web::Result<Listed> {
        let now = self.now();
        let done = self.app.db.transaction(async |tx| {
            let Some(job) = desk::find(&tx, id).await? else { return Ok(None) };
            if !desk::do_again(&tx, id, now).await? {
                return Ok(Some(false));
            }
            let (before, after) = (
                json!({ "job": null, "job_state": job.state(now), "job_error": job.last_error }),
                json!({ "job": job.kind, "job_state": State::Waiting, "job_error": null }),
            );
            let act = Act {
                act: "job.retry",
                subject_kind: "job",
                subject_id: id.get(),
                before: &before,
                after: &after,
            };
            audit::note(&tx, self.actor(), act, now).await?;
            Ok::<_, db::Error>(Some(true))
        });
        if !done.await?.or_404()? {
            return Err(Error::refused(StatusCode::CONFLICT, "running", t::job_runs));
        }
        desk::find(&self.app.db, id).await?.or_404()
    }

    /// Throws a job away.
    pub(super) async fn remove(&self, id: Id<Listed>) -> web::Result<()> {
        let now = self.now();
        let done = self.app.db.transaction(async |tx| {
            let Some(job) = desk::find(&tx, id).await? else { return Ok(None) };
            if job.schedule.is_some() || !desk::remove(&tx, id, now).await? {
                return Ok(Some((false, job)));
            }
            let (before, after) = (
                json!({ "job": null, "job_state": job.state(now), "job_error": null }),
                json!({ "job": job.kind, "job_state": "removed", "job_error": job.last_error }),
            );
            let act = Act {
                act: "job.remove",
                subject_kind: "job",
                subject_id: id.get(),
                before: &before,
                after: &after,
            };
            audit::note(&tx, self.actor(), act, now).await?;
            Ok::<_, db::Error>(Some((true, job)))
        });
        match done.await?.or_404()? {
            (true, _) => Ok(()),
            (false, job) if job.schedule.is_some() => {
                Err(Error::refused(StatusCode::CONFLICT, "scheduled", t::job_scheduled))
            }
            (false, _) => Err(Error::refused(StatusCode::CONFLICT, "running", t::job_runs)),
        }
    }

    /// Has a mail made and sent anew.
    pub(super) async fn resend(&self, id: Id<LoggedMail>) -> web::Result<()> {
        let now = self.now();
        let done = self.app.db.transaction(async |tx| {
            let Some(mail) = log::find(&tx, id).await? else { return Ok(None) };
            if mail.state == log::MailState::Waiting {
                return Ok(Some(false));
            }
            if !log::send_again(&tx, id, now).await? {
                return Ok(None);
            }
            let (before, after) = (
                json!({ "mail": null, "mail_to": null }),
                json!({ "mail": mail.kind, "mail_to": mail.email }),
            );
            let act = Act {
                act: "mail.resend",
                subject_kind: "mail",
                subject_id: id.get(),
                before: &before,
                after: &after,
            };
            audit::note(&tx, self.actor(), act, now).await?;
            Ok::<_, db::Error>(Some(true))
        });
        if done.await?.or_404()? {
            Ok(())
        } else {
            Err(Error::refused(StatusCode::CONFLICT, "waiting", t::mail_waits))
        }
    }
}
