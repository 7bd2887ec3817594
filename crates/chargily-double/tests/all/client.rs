//! A client of the gateway's API and of the control routes.

use std::time::Duration;

use chargily_double::{Double, Mode};
use serde_json::{Value, json};

/// A client with the key of one mode.
pub struct Client {
    http: reqwest::Client,
    origin: String,
    base: String,
    key: String,
}

/// An answer, read whole.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {}", self.text))
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    /// The first text of a field that was refused.
    pub fn error(&self, field: &str) -> String {
        assert_eq!(self.status, 422, "{}", self.text);
        self.json()["errors"][field][0].as_str().unwrap_or_default().to_owned()
    }
}

/// A client that follows nothing and trusts nobody.
pub fn http() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_mins(1))
        .build()
        .unwrap()
}

impl Client {
    pub fn of(double: &Double) -> Self {
        Self::in_mode(double, Mode::Test)
    }

    pub fn in_mode(double: &Double, mode: Mode) -> Self {
        Self {
            http: http(),
            origin: double.origin(),
            base: double.base_url(mode),
            key: double.key(mode).to_owned(),
        }
    }

    #[must_use]
    pub fn with_key(mut self, key: &str) -> Self {
        key.clone_into(&mut self.key);
        self
    }

    pub async fn get(&self, path: &str) -> Answer {
        read(self.request("GET", path).send().await).await.unwrap()
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        read(with_json(self.request("POST", path), &body).send().await).await.unwrap()
    }

    pub async fn delete(&self, path: &str) -> Answer {
        read(self.request("DELETE", path).send().await).await.unwrap()
    }

    /// A call as it is before it is sent.
    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.http
            .request(method.parse().unwrap(), format!("{}{path}", self.base))
            .header("accept", "application/json")
            .bearer_auth(&self.key)
    }

    /// A checkout that was made, of 2 500 dinars; `more` changes what is sent.
    pub async fn checkout(&self, more: Value) -> Value {
        let answer = self.post("/checkouts", asked(more)).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }

    /// The same, by its id.
    pub async fn checkout_id(&self, more: Value) -> String {
        self.checkout(more).await["id"].as_str().unwrap().to_owned()
    }

    /// The status of a checkout as the API says it.
    pub async fn status(&self, id: &str) -> String {
        self.get(&format!("/checkouts/{id}")).await.json()["status"].as_str().unwrap().to_owned()
    }

    /// A control route.
    pub async fn control(&self, method: &str, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.http.request(method.parse().unwrap(), format!("{}/double{path}", self.origin));
        if let Some(body) = body {
            request = with_json(request, &body);
        }
        read(request.send().await).await.unwrap()
    }

    /// What a browser asks for.
    pub async fn page(&self, url: &str) -> Answer {
        read(self.http.get(url).send().await).await.unwrap()
    }

    /// A form that a browser sends.
    pub async fn send_form(&self, url: &str, form: &'static str) -> Answer {
        let request = self.http.post(url).header("content-type", "application/x-www-form-urlencoded");
        read(request.body(form).send().await).await.unwrap()
    }
}

/// Reads an answer to its end.
pub async fn read(answer: reqwest::Result<reqwest::Response>) -> reqwest::Result<Answer> {
    let answer = answer?;
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    Ok(Answer { status, headers, text: answer.text().await? })
}

/// What a checkout of 2 500 dinars is asked for with; `more` adds fields and replaces them.
pub fn asked(more: Value) -> Value {
    let mut body = json!({
        "amount": 2500,
        "currency": "dzd",
        "success_url": "https://shop.example/pay/return?order=1",
        "failure_url": "https://shop.example/pay/failed",
    });
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

/// A request with a JSON body.
pub fn with_json(request: reqwest::RequestBuilder, body: &Value) -> reqwest::RequestBuilder {
    request.header("content-type", "application/json").body(body.to_string())
}
