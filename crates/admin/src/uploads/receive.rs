//! The files of a form, one after the other, each streamed into the storage as it comes.

use std::io;

use accounts::audit::Actor;
use axum::extract::Multipart;
use axum::extract::multipart::{MultipartError, MultipartRejection};
use catalogue::import::Target;
use catalogue::upload::{self, NewUpload, ReceiveError, Upload};
use futures::TryStreamExt as _;
use http::StatusCode;
use kernel::Id;
use web::{App, Client, Error, Identity};

use crate::words::uploads as t;

/// The field of the form.
const FIELD: &str = "file";

/// What comes in.
pub(super) struct Incoming {
    pub(super) app: App,
    pub(super) me: std::sync::Arc<Identity>,
    pub(super) client: Client,
    /// The book whose file it is to be.
    pub(super) target: Option<Target>,
    /// Bytes of all, where that was said.
    pub(super) expected: Option<u64>,
}

impl Incoming {
    /// Takes in all files of a form, or the first `most`. What is broken off, by the browser or for want of room, leaves
    /// nothing; files of the form that came in before it stay.
    pub(super) async fn receive(
        self,
        body: Result<Multipart, MultipartRejection>,
        most: usize,
    ) -> web::Result<Vec<Id<Upload>>> {
        // The only rejection there is: the body is of another kind.
        let body = body.map_err(|_| Error::unsupported_media_type())?;
        // In a task of its own, which tidies up also where the connection, and with it the handler, is gone.
        let received = tokio::spawn(async move { self.take(body, most).await }).await;
        received.map_err(|error| Error::Internal(error.into()))?
    }

    async fn take(self, mut body: Multipart, most: usize) -> web::Result<Vec<Id<Upload>>> {
        let mut uploads = Vec::new();
        while let Some(field) = body.next_field().await.map_err(|error| broken(&error))? {
            let name = field.file_name().unwrap_or_default().to_owned();
            // A browser sends an empty file without a name where none was chosen.
            if field.name() != Some(FIELD) || name.is_empty() || uploads.len() >= most {
                continue;
            }
            let actor = Actor::from((&*self.me, self.client));
            let new = NewUpload {
                user: actor.user,
                username: actor.username,
                address: actor.address,
                name: &name,
                expected: self.expected,
                target: self.target,
            };
            let id = upload::begin(&self.app, &new).await.map_err(failed)?;
            upload::receive(&self.app, id, field.map_err(io::Error::other)).await.map_err(failed)?;
            uploads.push(id);
        }
        if uploads.is_empty() {
            return Err(Error::invalid(FIELD, "missing", t::file_missing));
        }
        Ok(uploads)
    }
}

fn broken(error: &MultipartError) -> Error {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::from_status(StatusCode::PAYLOAD_TOO_LARGE),
        _ => cut_off(),
    }
}

fn cut_off() -> Error {
    Error::bad_request("cut_off", t::cut_off)
}

fn failed(error: ReceiveError) -> Error {
    match error {
        ReceiveError::CutOff => cut_off(),
        ReceiveError::Full => Error::full(t::disk_full),
        ReceiveError::Database(error) => error.into(),
        ReceiveError::Storage(error) => error.into(),
    }
}
