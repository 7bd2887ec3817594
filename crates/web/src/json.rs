//! JSON in and out. A body that is no JSON is a 400, one with wrong or unknown fields a 422 that names them; an
//! answer carries a strong `ETag`, so that a client which has it already gets a 304.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::decode::{self, Unknown};
use crate::error::Error;
use crate::{conditional, t};

/// A JSON body: as an argument of a handler the request's, as its result the answer's.
#[derive(Clone, Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        if !is_json(request.headers()) {
            return Err(not_json());
        }
        from_slice(&read_body(request, state).await?).map(Self)
    }
}

/// The body of a request that needs none: nothing, `null`, or JSON whose fields are all optional. What is sent is read as
/// strictly as any other body, so that a misspelt field is not lost in silence.
#[derive(Clone, Debug)]
pub struct OptionalJson<T>(pub T);

/// The fields of a body that has none.
#[derive(Clone, Copy, Debug, Default, serde::Deserialize)]
pub struct NoFields {}

impl<T: DeserializeOwned + Default, S: Send + Sync> FromRequest<S> for OptionalJson<T> {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let says_json = is_json(request.headers());
        let body = read_body(request, state).await?;
        match body.trim_ascii() {
            b"" => Ok(Self(T::default())),
            _ if !says_json => Err(not_json()),
            b"null" => Ok(Self(T::default())),
            body => from_slice(body).map(Self),
        }
    }
}

async fn read_body<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Error> {
    let body = Bytes::from_request(request, state).await;
    body.map_err(|rejection| Error::from_status(rejection.into_response().status()))
}

fn not_json() -> Error {
    Error::refused(StatusCode::UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", t::json_expected)
}

fn is_json(headers: &HeaderMap) -> bool {
    let Some(media_type) = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let Some((kind, subtype)) = essence.split_once('/') else { return false };
    kind.eq_ignore_ascii_case("application")
        && (subtype.eq_ignore_ascii_case("json") || subtype.to_ascii_lowercase().ends_with("+json"))
}

fn from_slice<T: DeserializeOwned>(body: &[u8]) -> Result<T, Error> {
    // Read through once for its form alone, so that a syntax error is told apart from a wrong value.
    let text = std::str::from_utf8(body).ok().filter(|text| {
        let form: Result<serde::de::IgnoredAny, _> = serde_json::from_str(text);
        form.is_ok()
    });
    let text = text.ok_or_else(|| Error::bad_request("malformed_json", t::json_malformed))?;
    decode::read(&mut serde_json::Deserializer::from_str(text), Unknown::Refused)
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        let body = match serde_json::to_vec(&self.0) {
            Ok(body) => body,
            Err(error) => return Error::Internal(error.into()).into_response(),
        };
        let headers = [
            (header::CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (header::ETAG, conditional::etag(&body)),
            // Most answers say more to whoever is signed in, so none is for a cache that others share.
            (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
            (header::VARY, HeaderValue::from_static("accept-language, authorization, cookie")),
        ];
        (headers, body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read into")]
    struct Book {
        title: String,
        price: Price,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read into")]
    struct Price {
        amount: i64,
    }

    fn told(body: &str) -> String {
        match from_slice::<Book>(body.as_bytes()).unwrap_err() {
            Error::Invalid(errors) => errors
                .iter()
                .map(|error| format!("{}: {}", error.field, error.code))
                .collect::<Vec<_>>()
                .join(", "),
            Error::Refused(reason) => format!("{} {}", reason.status.as_u16(), reason.code),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn each_wrong_field_is_named_by_its_path() {
        assert_eq!(told(r#"{"title": "T", "price": {}}"#), "price.amount: missing");
        assert_eq!(told(r#"{"price": {"amount": 1}}"#), "title: missing");
        assert_eq!(told(r#"{"title": "T", "price": {"amount": "1"}}"#), "price.amount: invalid");
        assert_eq!(
            told(r#"{"title": "T", "prise": 1, "price": {"amount": 1, "x": 2}}"#),
            "prise: unknown_field, price.x: unknown_field"
        );
    }

    #[test]
    fn what_is_not_json_is_a_bad_request() {
        assert_eq!(told("{"), "400 malformed_json");
        assert_eq!(told(r#"{"title": "T"} and more"#), "400 malformed_json");
        assert_eq!(told(""), "400 malformed_json");
    }
}
