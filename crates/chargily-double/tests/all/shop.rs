//! A shop as the gateway sees it: an address that takes events, byte by byte, and answers as it is told.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use serde_json::Value;

/// An event that arrived.
#[derive(Debug, Clone)]
pub struct Arrived {
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Arrived {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap()
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn signature(&self) -> Option<&str> {
        self.headers.get("signature").map(|value| value.to_str().unwrap())
    }
}

#[derive(Default)]
struct Inside {
    arrived: Mutex<Vec<Arrived>>,
    /// What the next events are answered with; 200 when nothing is left.
    answers: Mutex<Vec<u16>>,
}

/// A shop that takes events.
pub struct Shop {
    pub webhook: String,
    inside: Arc<Inside>,
}

impl Shop {
    pub async fn open() -> Self {
        let inside = Arc::<Inside>::default();
        let router = Router::new().route("/webhook", post(take)).with_state(inside.clone());
        let router = router.layer(axum::extract::DefaultBodyLimit::disable());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let webhook = format!("http://{}/webhook", listener.local_addr().unwrap());
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { webhook, inside }
    }

    /// What the next events are answered with, the first one first; 0 never answers.
    pub fn answers(&self, statuses: &[u16]) {
        *self.inside.answers.lock().unwrap() = statuses.to_vec();
    }

    pub fn arrived(&self) -> Vec<Arrived> {
        self.inside.arrived.lock().unwrap().clone()
    }

    /// The only event that arrived.
    pub fn only(&self) -> Arrived {
        let mut arrived = self.arrived();
        assert_eq!(arrived.len(), 1, "{arrived:?}");
        arrived.remove(0)
    }
}

async fn take(State(inside): State<Arc<Inside>>, headers: HeaderMap, bytes: Bytes) -> StatusCode {
    inside.arrived.lock().unwrap().push(Arrived { headers, bytes });
    let answer = {
        let mut answers = inside.answers.lock().unwrap();
        if answers.is_empty() { 200 } else { answers.remove(0) }
    };
    if answer == 0 {
        std::future::pending::<()>().await;
    }
    StatusCode::from_u16(answer).unwrap()
}
