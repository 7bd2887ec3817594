//! One request and its answer: within its time, within its size, without following where it points.

use std::{error::Error as _, fmt, time::Duration};

use reqwest::{
    Client, RequestBuilder,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER},
    redirect::Policy,
};

use super::{SecretKey, SettingError};
use crate::Pace;

/// A checkout is a kilobyte, with the merchant's whole profile a few; a refusal may be a page of anything.
const BODY_LIMIT: usize = 64 * 1024;
/// Fifty checkouts, each with the merchant's profile.
const PAGE_LIMIT: usize = 512 * 1024;
/// The most that the gateway gives on a page.
const PER_PAGE: u32 = 50;

/// What is asked. Ids were checked to fit into a path.
#[derive(Debug, Clone)]
pub(super) enum Ask<'a> {
    Create(Vec<u8>),
    Get(&'a str),
    Expire(&'a str),
    List(u32),
}

/// What came back.
#[derive(Debug)]
pub(super) struct Response {
    pub(super) status: u16,
    pub(super) retry_after: Option<Duration>,
    body: Result<Vec<u8>, String>,
}

impl Response {
    /// The whole body, or why it is not there.
    pub(super) fn body(&self) -> Result<&[u8], String> {
        self.body.as_deref().map_err(Clone::clone)
    }
}

/// Nothing came back.
#[derive(Debug)]
pub(super) enum Broken {
    /// And nothing had gone out: there was no connection.
    NotSent(String),
    /// What went out may have arrived.
    Lost(String),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::NotSent(why) | Self::Lost(why)) = self;
        f.write_str(why)
    }
}

#[derive(Debug)]
pub(super) struct Http {
    client: Client,
    checkouts: String,
}

impl Http {
    pub(super) fn new(base: &str, key: &SecretKey, pace: &Pace) -> Result<Self, SettingError> {
        let headers = HeaderMap::from_iter([
            (AUTHORIZATION, key.bearer()?),
            (ACCEPT, HeaderValue::from_static("application/json")),
        ]);
        // Another part of the program may have chosen already, which is just as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .user_agent(concat!("warraq/", env!("CARGO_PKG_VERSION")))
            .default_headers(headers)
            .redirect(Policy::none())
            // A payment that was asked for twice is charged twice: nobody but us decides what is repeated.
            .retry(reqwest::retry::never())
            .connect_timeout(pace.connect)
            .timeout(pace.total)
            // A connection that the other side is about to close would cost a payment its clear answer.
            .pool_idle_timeout(Duration::from_secs(20))
            // What the environment says of proxies is no setting of ours.
            .no_proxy()
            .https_only(base.starts_with("https:"))
            .build()
            .map_err(|error| SettingError::Client(chain(&error)))?;
        Ok(Self { client, checkouts: format!("{base}/checkouts") })
    }

    pub(super) async fn send(&self, ask: &Ask<'_>) -> Result<Response, Broken> {
        let limit = if matches!(ask, Ask::List(_)) { PAGE_LIMIT } else { BODY_LIMIT };
        let mut answer = self.request(ask).send().await.map_err(broken)?;
        let retry_after = answer.headers().get(RETRY_AFTER).and_then(seconds);
        let status = answer.status().as_u16();
        let mut body = Vec::new();
        let body = loop {
            match answer.chunk().await {
                Ok(Some(chunk)) if body.len() + chunk.len() > limit => {
                    break Err(format!("the answer is longer than {limit} bytes"));
                }
                Ok(Some(chunk)) => body.extend_from_slice(&chunk),
                Ok(None) => break Ok(body),
                Err(error) => break Err(broken(error).to_string()),
            }
        };
        Ok(Response { status, retry_after, body })
    }

    fn request(&self, ask: &Ask<'_>) -> RequestBuilder {
        let checkouts = &self.checkouts;
        let json = |request: RequestBuilder| request.header(CONTENT_TYPE, "application/json");
        match ask {
            Ask::Create(body) => json(self.client.post(checkouts)).body(body.clone()),
            Ask::Get(id) => self.client.get(format!("{checkouts}/{id}")),
            Ask::Expire(id) => json(self.client.post(format!("{checkouts}/{id}/expire"))).body("{}"),
            Ask::List(page) => self.client.get(format!("{checkouts}?page={page}&per_page={PER_PAGE}")),
        }
    }
}

/// A whole number of seconds, at most an hour; the other form, a date, has never been seen here.
fn seconds(header: &HeaderValue) -> Option<Duration> {
    let seconds: u64 = header.to_str().ok()?.trim().parse().ok()?;
    Some(Duration::from_secs(seconds.min(3_600)))
}

fn broken(error: reqwest::Error) -> Broken {
    let unsent = error.is_connect() || error.is_builder();
    let why = if error.is_timeout() { "no answer in time".to_owned() } else { chain(&error.without_url()) };
    if unsent { Broken::NotSent(why) } else { Broken::Lost(why) }
}

/// An error and its causes, on one line.
fn chain(error: &reqwest::Error) -> String {
    let mut line = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        line = format!("{line}: {error}");
        cause = error.source();
    }
    line
}
