//! An answer, read to its end.

use axum::body::to_bytes;
use axum::response::Response;
use http::{HeaderMap, HeaderName};
use serde_json::Value;

/// An answer of the shop.
pub struct TestResponse {
    status: u16,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl TestResponse {
    pub(crate) async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap_or_else(|e| panic!("a body that ends: {e}"));
        Self { status: parts.status.as_u16(), headers: parts.headers, body: body.to_vec() }
    }

    /// The status code.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// A header as text; empty where it is absent.
    pub fn header(&self, name: impl TryInto<HeaderName>) -> &str {
        let name = name.try_into().ok();
        name.and_then(|name| self.headers.get(name)).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body.
    pub fn bytes(&self) -> &[u8] {
        &self.body
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap_or_else(|e| panic!("text: {e}"))
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|e| panic!("JSON: {e}: {:?}", self.text()))
    }
}
