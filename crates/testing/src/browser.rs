//! A browser: it keeps cookies and sends the forms of pages, with the token that stands in them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use http::{Request, header};

use crate::program::multipart;
use crate::{TestApp, TestResponse};

/// A browser; its paths are whole: `/en/sign-in`. Clones share their cookies.
#[derive(Clone)]
pub struct Browser {
    shop: TestApp,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
}

impl Browser {
    pub(crate) fn new(shop: &TestApp) -> Self {
        Self { shop: shop.clone(), cookies: Arc::default() }
    }

    /// Asks for a page.
    pub async fn get(&self, path: &str) -> TestResponse {
        self.send(Request::get(path).body(Body::empty())).await
    }

    /// Sends a form, with the session's token where there is a session.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let token = self.csrf().await;
        let token = token.iter().map(|token| ("csrf", token.as_str()));
        let fields: Vec<_> = fields.iter().copied().chain(token).collect();
        self.post_bare(path, &fields).await
    }

    /// Sends a form with nothing but these fields.
    pub async fn post_bare(&self, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let kind = "application/x-www-form-urlencoded";
        self.send(Request::post(path).header(header::CONTENT_TYPE, kind).body(Body::from(body))).await
    }

    /// Sends the form of a page that was opened before anybody signed in, as a browser does: without a token, with the
    /// origin of the page.
    pub async fn post_from(&self, origin: &str, path: &str, fields: &[(&str, &str)]) -> TestResponse {
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::ORIGIN, origin)
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body))).await
    }

    /// Sends a file, with the session's token in the address.
    pub async fn upload(&self, path: &str, name: &str, bytes: &[u8]) -> TestResponse {
        let (content_type, body) = multipart(name, bytes);
        let address = format!("{path}?csrf={}", self.csrf().await.unwrap_or_default());
        self.send(Request::post(address).header(header::CONTENT_TYPE, content_type).body(body)).await
    }

    /// Sends any request with the cookies, and keeps those of the answer.
    pub async fn send(&self, request: http::Result<Request<Body>>) -> TestResponse {
        let mut request = request.unwrap_or_else(|e| panic!("{e}"));
        let cookies = self.cookies_header();
        if !cookies.is_empty() {
            let value = cookies.parse().unwrap_or_else(|e| panic!("{cookies}: {e}"));
            request.headers_mut().insert(header::COOKIE, value);
        }
        let answer = self.shop.send(request).await;
        self.keep(&answer);
        answer
    }

    /// The token of the session, as a page has it; none where nobody is signed in.
    pub async fn csrf(&self) -> Option<String> {
        self.cookie("session").or_else(|| self.cookie("__Host-session"))?;
        let page = self.get("/en/account").await;
        let (_, rest) = page.text().split_once("name=\"csrf\" value=\"")?;
        rest.split('"').next().map(str::to_owned)
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.jar().get(name).cloned()
    }

    /// Keeps a cookie, as if the shop had set it.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.jar().insert(name.to_owned(), value.to_owned());
    }

    fn cookies_header(&self) -> String {
        let jar = self.jar();
        let pairs: Vec<String> = jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    fn keep(&self, answer: &TestResponse) {
        for set in answer.headers("set-cookie") {
            let mut parts = set.split("; ");
            let Some((name, value)) = parts.next().and_then(|pair| pair.split_once('=')) else { continue };
            if parts.any(|attribute| attribute == "Max-Age=0") {
                self.jar().remove(name);
            } else {
                self.set_cookie(name, value);
            }
        }
    }

    fn jar(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
