//! A server on this machine that answers each request as the test laid down, and remembers what it was asked.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// What the server does with a request.
#[derive(Debug, Clone)]
pub(crate) enum Reply {
    /// Answers with these bytes and hangs up.
    Raw(String),
    /// Answers the head, then a blank now and then, for ever.
    Drip(String),
    /// Hangs up rudely, the request half read.
    Reset,
    /// Says nothing, for ever.
    Silence,
}

impl Reply {
    pub(crate) fn status(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        Self::Raw(format!(
            "HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
        ))
    }

    pub(crate) fn json(status: &str, body: &str) -> Self {
        Self::status(status, "content-type: application/json\r\n", body)
    }

    /// A checkout of this server, with a status.
    pub(crate) fn checkout(status: &str) -> Self {
        Self::json("200 OK", &checkout(status))
    }
}

pub(crate) fn checkout(status: &str) -> String {
    format!(
        r#"{{"id":"01hj5n7cqpaf0mt2d0xx85tgz8","entity":"checkout","livemode":false,"amount":1200,"currency":"dzd",
        "status":"{status}","created_at":1770000000,"metadata":{{"v":"1","order_id":"order-1","attempt_id":"attempt-1"}},
        "checkout_url":"http://pay.chargily.dz/test/checkouts/01hj5n7cqpaf0mt2d0xx85tgz8/pay"}}"#
    )
}

/// The server; it ends with the test.
#[derive(Debug)]
pub(crate) struct Server {
    base: String,
    script: Arc<Mutex<VecDeque<Reply>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Answers the first request with the first reply, and so on; the last reply stays.
    pub(crate) async fn answering(replies: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}/test/api/v2", listener.local_addr().unwrap());
        let server =
            Self { base, script: Arc::new(Mutex::new(replies.into_iter().collect())), asked: Arc::default() };
        let (script, asked) = (Arc::clone(&server.script), Arc::clone(&server.asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&script), Arc::clone(&asked)));
            }
        });
        server
    }

    pub(crate) fn base(&self) -> &str {
        &self.base
    }

    /// Every request so far, whole.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, script: Arc<Mutex<VecDeque<Reply>>>, asked: Arc<Mutex<Vec<String>>>) {
    let reply = {
        let mut script = script.lock().unwrap();
        if script.len() > 1 { script.pop_front() } else { script.front().cloned() }
    };
    if matches!(reply, Some(Reply::Reset)) {
        asked.lock().unwrap().push("reset".to_owned());
        // What lies unread when the socket closes makes the kernel answer with a reset.
        let _ = stream.read(&mut [0; 1]).await;
        return;
    }
    let Some(request) = whole_request(&mut stream).await else { return };
    asked.lock().unwrap().push(request);
    match reply {
        Some(Reply::Raw(bytes)) => {
            let _ = stream.write_all(bytes.as_bytes()).await;
            let _ = stream.shutdown().await;
        }
        Some(Reply::Drip(head)) => {
            let mut sent = stream.write_all(head.as_bytes()).await;
            while sent.is_ok() {
                tokio::time::sleep(Duration::from_millis(20)).await;
                sent = stream.write_all(b" ").await;
            }
        }
        _ => std::future::pending().await,
    }
}

/// Head and body of a request, as its `content-length` says.
async fn whole_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            if body.len() >= length.map_or(0, |length| length.parse().unwrap()) {
                return Some(text);
            }
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    }
}
