//! Answers other than 200, so that handlers of features need not know their numbers.

use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};

use crate::error::Error;

/// 201: something new is there, told by the body.
#[derive(Clone, Debug)]
pub struct Created<T>(pub T);

/// 202: it will be done; there is nothing to tell yet.
#[derive(Clone, Copy, Debug)]
pub struct Accepted;

/// 204: it is done, and there is nothing to tell.
#[derive(Clone, Copy, Debug)]
pub struct NoContent;

impl<T: IntoResponse> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        (StatusCode::CREATED, self.0).into_response()
    }
}

impl IntoResponse for Accepted {
    fn into_response(self) -> Response {
        StatusCode::ACCEPTED.into_response()
    }
}

impl IntoResponse for NoContent {
    fn into_response(self) -> Response {
        StatusCode::NO_CONTENT.into_response()
    }
}

/// 422: a page that came back with what has to be corrected in its form.
pub fn to_correct(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// A page that says by itself why something was refused, with the status of the refusal, and how long to wait.
pub fn told(error: &Error, page: Response) -> Response {
    let mut response = (error.status(), page).into_response();
    if let Some(seconds) = error.retry_after() {
        response.headers_mut().insert(header::RETRY_AFTER, seconds);
    }
    response
}

/// 429: a page that came back with how long its form has to wait.
pub fn to_wait(page: Response, wait: Duration) -> Response {
    let seconds = wait.as_millis().div_ceil(1_000).max(1).to_string();
    (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, seconds)], page).into_response()
}
