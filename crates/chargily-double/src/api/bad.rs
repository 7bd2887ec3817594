//! Answers that a fault puts in the place of the truth.

use std::convert::Infallible;
use std::io;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse as _, Redirect, Response};
use futures::{StreamExt as _, stream};

use super::{message, response};
use crate::faults::BadAnswer;
use crate::json::Json;
use crate::php;

/// The answer of a fault. `status` and `json` are the truth.
pub(super) async fn answer(bad: BadAnswer, status: StatusCode, json: &Json) -> Response {
    match bad {
        BadAnswer::Status(status) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
            let (status, json) = message(status, "Server Error");
            response(status, &json)
        }
        BadAnswer::Hang => std::future::pending().await,
        BadAnswer::TooManyRequests { retry_after_s } => {
            let (status, json) = message(StatusCode::TOO_MANY_REQUESTS, "Too Many Attempts.");
            let mut response = response(status, &json);
            if let Some(seconds) = retry_after_s {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
        BadAnswer::Html => Html("<!doctype html><title>Chargily Pay</title><p>Please wait…").into_response(),
        BadAnswer::Redirect(to) => {
            let mut response = Redirect::temporary(&to).into_response();
            *response.status_mut() = StatusCode::FOUND;
            response
        }
        BadAnswer::Empty => StatusCode::OK.into_response(),
        BadAnswer::SlowDrip(millis) => drip(response(status, json), php::encode(json), millis),
        BadAnswer::Reset => {
            let broken =
                stream::once(async { Err::<Bytes, _>(io::Error::from(io::ErrorKind::ConnectionReset)) });
            // The server writes no answer whose body breaks before it made the server wait.
            Response::new(Body::from_stream(broken))
        }
        BadAnswer::Cut => cut(response(status, json), &php::encode(json)),
    }
}

/// The same answer, its body a byte at a time.
fn drip(mut response: Response, body: String, millis: u64) -> Response {
    let bytes = stream::unfold(body.into_bytes().into_iter(), move |mut left| async move {
        let byte = left.next()?;
        tokio::time::sleep(Duration::from_millis(millis)).await;
        Some((Ok::<_, Infallible>(Bytes::from(vec![byte])), left))
    });
    *response.body_mut() = Body::from_stream(bytes);
    response
}

/// The same answer, whose connection breaks in the middle of its body.
fn cut(mut response: Response, body: &str) -> Response {
    let half = Bytes::copy_from_slice(&body.as_bytes()[..body.len() / 2]);
    let parts = stream::once(async { Ok(half) }).chain(stream::once(async {
        // What there is so far is written when the body makes the server wait.
        tokio::task::yield_now().await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    }));
    response.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
    *response.body_mut() = Body::from_stream(parts);
    response
}
