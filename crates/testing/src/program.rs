//! A program that speaks to the API, with or without tokens.

use axum::body::Body;
use http::{Method, Request, header};
use serde_json::Value;

use crate::{TestApp, TestResponse};

/// A program; its paths are those after `/api/v1`.
#[derive(Clone)]
pub struct Program {
    shop: TestApp,
    /// The access token; empty for a program that is nobody.
    pub access: String,
    /// The refresh token.
    pub refresh: String,
}

impl Program {
    pub(crate) fn nobody(shop: &TestApp) -> Self {
        Self { shop: shop.clone(), access: String::new(), refresh: String::new() }
    }

    /// A program that holds the tokens of an answer.
    pub fn of(shop: &TestApp, answer: &TestResponse) -> Self {
        assert!(matches!(answer.status(), 200 | 201), "tokens are given: {}", answer.text());
        let json = answer.json();
        let token = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        Self { shop: shop.clone(), access: token("access_token"), refresh: token("refresh_token") }
    }

    /// Asks for something.
    pub async fn get(&self, path: &str) -> TestResponse {
        self.ask(Method::GET, path, None).await
    }

    /// Sends something.
    pub async fn post(&self, path: &str, body: Value) -> TestResponse {
        self.ask(Method::POST, path, Some(body)).await
    }

    /// Sends something under an `Idempotency-Key`.
    pub async fn post_once(&self, path: &str, key: &str, body: Value) -> TestResponse {
        let request = self
            .request(Method::POST, path)
            .header("idempotency-key", key)
            .header(header::CONTENT_TYPE, "application/json")
            .body(Body::from(body.to_string()));
        self.shop.send(request.unwrap_or_else(|e| panic!("{path}: {e}"))).await
    }

    /// Puts something in its place.
    pub async fn put(&self, path: &str, body: Value) -> TestResponse {
        self.ask(Method::PUT, path, Some(body)).await
    }

    /// Changes something.
    pub async fn patch(&self, path: &str, body: Value) -> TestResponse {
        self.ask(Method::PATCH, path, Some(body)).await
    }

    /// Removes something.
    pub async fn delete(&self, path: &str) -> TestResponse {
        self.ask(Method::DELETE, path, None).await
    }

    /// Asks with any method.
    pub async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> TestResponse {
        let request = self.request(method, path);
        let request = match body {
            Some(body) => request
                .header(header::CONTENT_TYPE, "application/json")
                .body(Body::from(serde_json::to_vec(&body).unwrap_or_else(|e| panic!("{path}: {e}")))),
            None => request.body(Body::empty()),
        };
        self.shop.send(request.unwrap_or_else(|e| panic!("{path}: {e}"))).await
    }

    /// Puts a file, as the field `file` of a form.
    pub async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> TestResponse {
        let (content_type, body) = multipart(name, bytes);
        let request = self.request(Method::PUT, path).header(header::CONTENT_TYPE, content_type).body(body);
        self.shop.send(request.unwrap_or_else(|e| panic!("{path}: {e}"))).await
    }

    fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let request = Request::builder().method(method).uri(format!("/api/v1{path}"));
        if self.access.is_empty() {
            request
        } else {
            request.header(header::AUTHORIZATION, format!("Bearer {}", self.access))
        }
    }
}

/// A form with one file, and its content type.
pub(crate) fn multipart(name: &str, bytes: &[u8]) -> (&'static str, Body) {
    let head = format!(
        "--7f3a\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
         content-type: application/octet-stream\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--7f3a--\r\n"].concat();
    ("multipart/form-data; boundary=7f3a", Body::from(body))
}
