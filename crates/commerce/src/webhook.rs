//! `POST /webhooks/chargily/{mode}`: the gateway says that something happened. What it says is kept and believed in nothing:
//! a job asks the gateway what became of the payment. No cookie counts here, and no token: the signature does.

use ::pay::{EVENT_LIMIT, Event, EventError, Gateway};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State};
use axum::routing::post;
use axum::{Extension, Router};
use db::{Query as _, sql};
use http::{HeaderMap, StatusCode};
use sha2::{Digest, Sha256};
use web::{App, Error, Path};

use crate::payment::AskCheckout;
use crate::{Commerce, t};

pub(crate) fn routes() -> Router<App> {
    Router::new().route("/webhooks/chargily/{mode}", post(receive)).layer(DefaultBodyLimit::max(EVENT_LIMIT))
}

async fn receive(
    State(app): State<App>,
    Extension(commerce): Extension<Commerce>,
    Path(mode): Path<String>,
    headers: HeaderMap,
    raw: Bytes,
) -> web::Result<StatusCode> {
    // There is a place for each of the gateway's worlds, and one of them at most is this shop's.
    let gateway =
        commerce.gateway().filter(|gateway| gateway.mode().as_str() == mode).ok_or(Error::NotFound)?;
    let signature = headers.get(gateway.signature_header()).map(http::HeaderValue::as_bytes);
    match gateway.verify_event(&raw, signature) {
        Ok(event) => keep(&app, &**gateway, &event, &raw).await?,
        Err(EventError::TooLarge) => return Err(Error::from_status(StatusCode::PAYLOAD_TOO_LARGE)),
        Err(EventError::NotSigned) => return Err(Error::bad_request("not_signed", t::event_not_signed)),
        // It is from the gateway, which would only send it again.
        Err(EventError::Unreadable) => tracing::warn!("The gateway sent an event that makes no sense"),
    }
    Ok(StatusCode::OK)
}

/// Keeps an event, and has the gateway asked, where it is new.
async fn keep(app: &App, gateway: &dyn Gateway, event: &Event, raw: &[u8]) -> db::Result<()> {
    let (mode, now) = (gateway.mode().as_str(), app.clock.now());
    let sha256 = Sha256::digest(raw).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    app.db
        .transaction(async |tx| {
            let new = tx
                .execute(sql!(
                    "insert into payment_events (mode, event_id, kind, checkout_id, sha256, raw, received_at)
                     values ($1, $2, $3, $4, $5, $6, $7) on conflict (mode, event_id) do nothing",
                    mode,
                    &event.id,
                    &event.kind,
                    event.checkout_id.as_deref(),
                    &sha256,
                    raw.to_vec(),
                    now
                ))
                .await?;
            match &event.checkout_id {
                Some(checkout) if new > 0 => {
                    let job = AskCheckout { mode: mode.to_owned(), checkout: checkout.clone() };
                    jobs::enqueue(&tx, &job, now).await
                }
                _ => Ok(()),
            }
        })
        .await
}
