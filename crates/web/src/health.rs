//! Whether the program is alive, and whether it can serve: for load balancers and people who run it.

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use crate::app::App;
use crate::caching::Caching;

/// `GET /healthz`: the process answers.
pub(crate) async fn alive() -> Response {
    (Caching::NoStore, "ok\n").into_response()
}

/// `GET /readyz`: the database and the storage answer, and the migrations are done. What is not ready is named, the
/// cause goes to the log.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    let (database, media) = tokio::join!(app.db.ready(), app.storage.ready());
    let database = told("database", database.map_err(|error| error.to_string()));
    let media = told("media", media.map_err(|error| error.to_string()));
    let status = if database && media { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = |ready| if ready { "ok" } else { "unavailable" };
    let body = serde_json::json!({ "database": word(database), "media": word(media) }).to_string();
    (status, Caching::NoStore, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn told(part: &str, ready: Result<(), String>) -> bool {
    if let Err(error) = &ready {
        tracing::warn!(part, error, "Not ready: the {part} does not answer");
    }
    ready.is_ok()
}
