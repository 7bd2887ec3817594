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

    /// All values of a header that may come several times.
    pub fn headers(&self, name: impl TryInto<HeaderName>) -> Vec<&str> {
        let name = name.try_into().ok();
        let values = name.into_iter().flat_map(|name| self.headers.get_all(name));
        values.filter_map(|value| value.to_str().ok()).collect()
    }

    /// What is set as a cookie, with its attributes: `session=…; Path=/; …`. Empty where it is not set.
    pub fn set_cookie(&self, name: &str) -> &str {
        let set = self.headers("set-cookie");
        let of = |value: &&str| value.split_once('=').is_some_and(|(known, _)| known == name);
        set.into_iter().find(of).unwrap_or_default()
    }

    /// The codes of a problem's fields, as `field: code`; the problem's own code where it has no fields.
    pub fn problem(&self) -> String {
        let json = self.json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let fields = json["errors"].as_array().into_iter().flatten();
        let told: Vec<String> =
            fields.map(|error| format!("{}: {}", text(&error["field"]), text(&error["code"]))).collect();
        if told.is_empty() { text(&json["code"]) } else { told.join(", ") }
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
