//! The delivery of events: what is sent, when, and what became of it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::config::Mode;
use crate::event::Event;
use crate::faults::Mishap;
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::php;
use crate::signature::sign;

/// A delivery of an event, each copy one of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Delivery {
    /// Which it is: 1, 2, 3, …
    pub number: usize,
    /// The event's id.
    pub event_id: String,
    /// The checkout's id.
    pub checkout_id: String,
    /// The event's type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The mode.
    pub mode: Mode,
    /// Where it goes; none where neither the checkout nor the dashboard names an address.
    pub url: Option<String>,
    /// The header `signature`, where it is sent.
    pub signature: Option<String>,
    /// The body as it is sent. What is longer than 4 096 bytes is cut off here.
    pub body: String,
    /// What became of it.
    pub state: Progress,
    /// The status that the last attempt was answered with.
    pub answer: Option<u16>,
    /// Why the last attempt failed, or why there was none.
    pub error: Option<String>,
    /// How many attempts there have been.
    pub attempts: u32,
}

/// What became of a delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// It waits for its time, or to be released.
    Waiting,
    /// It is being sent.
    Sending,
    /// It was answered.
    Answered,
    /// It could not be sent, or was not answered in time.
    Failed,
    /// It is never sent.
    Dropped,
}

/// In what order waiting deliveries are released.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// As they were made.
    #[default]
    Kept,
    /// The last one first.
    Reversed,
}

/// A delivery on its way.
#[derive(Debug, Clone)]
pub(crate) struct Letter {
    number: usize,
    url: String,
    bytes: Vec<u8>,
    signature: Option<String>,
    when: When,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Now,
    At(i64),
    Released,
    AfterNext,
}

impl Gateway {
    /// Delivers an event as the knobs say.
    pub(crate) fn deliver(&self, state: &mut State, event: &Event) {
        let mishaps = mishaps(state, &event.kind);
        let mut copies = vec![event.clone()];
        for mishap in &mishaps {
            match *mishap {
                Mishap::Duplicate(more) => copies.extend((0..more).map(|_| event.clone())),
                Mishap::DuplicateWithNewId(more) => {
                    for _ in 0..more {
                        let mut copy = event.clone();
                        copy.id = self.id(state);
                        copy.body.set("id", copy.id.as_str().into());
                        copies.push(copy);
                    }
                }
                _ => {}
            }
        }
        let mut ready = Vec::new();
        for copy in &copies {
            let Some(letter) = self.letter(state, copy, &mishaps) else { continue };
            if letter.when == When::Now { ready.push(letter) } else { state.letters.push(letter) }
        }
        self.send_all(state, ready);
    }

    /// Writes and signs a copy of an event and enters it as a delivery; `None` where it is not to be sent.
    fn letter(&self, state: &mut State, event: &Event, mishaps: &[Mishap]) -> Option<Letter> {
        let url = webhook_of(state, event);
        let signed = self.signed(event, mishaps);
        let when = self.when(state, mishaps);
        state.last_delivery += 1;
        let number = state.last_delivery;
        let error = why_not(url.as_deref(), mishaps).map(str::to_owned);
        state.deliveries.push(Delivery {
            number,
            event_id: event.id.clone(),
            checkout_id: event.checkout_id.clone(),
            kind: event.kind.clone(),
            mode: event.mode,
            url: url.clone(),
            signature: signed.1.clone(),
            body: String::from_utf8_lossy(&signed.0[..signed.0.len().min(4096)]).into_owned(),
            state: if error.is_some() { Progress::Dropped } else { Progress::Waiting },
            answer: None,
            error: error.clone(),
            attempts: 0,
        });
        let url = url.filter(|_| error.is_none())?;
        Some(Letter { number, url, bytes: signed.0, signature: signed.1, when })
    }

    /// The bytes of an event and their signature.
    fn signed(&self, event: &Event, mishaps: &[Mishap]) -> (Vec<u8>, Option<String>) {
        let has = |mishap| mishaps.contains(&mishap);
        let mut body = event.body.clone();
        if has(Mishap::OneMebibyte)
            && let Some(data) = body.get_mut("data")
        {
            data.set("padding", Json::Text("x".repeat(1 << 20)));
        }
        let mut bytes = php::encode(&body).into_bytes();
        let key = if has(Mishap::WrongKey) {
            "a key that nobody knows"
        } else if has(Mishap::OtherModeKey) {
            self.config.key(event.mode.other())
        } else {
            self.config.key(event.mode)
        };
        let mut signature = Some(sign(key, &bytes)).filter(|_| !has(Mishap::MissingHeader));
        if has(Mishap::UppercaseHex) {
            signature = signature.map(|hex| hex.to_uppercase());
        }
        if has(Mishap::FlippedByte) {
            let middle = bytes.len() / 2;
            bytes[middle] ^= 1;
        }
        if has(Mishap::Truncated) {
            bytes.truncate(bytes.len() / 2);
        }
        (bytes, signature)
    }

    fn when(&self, state: &State, mishaps: &[Mishap]) -> When {
        let one_waits = state.letters.iter().any(|letter| letter.when == When::AfterNext);
        for mishap in mishaps {
            match mishap {
                Mishap::Hold => return When::Released,
                Mishap::Reorder if !one_waits => return When::AfterNext,
                Mishap::Delay(seconds) => return When::At(self.now(state).saturating_add(*seconds)),
                _ => {}
            }
        }
        When::Now
    }

    /// Sends letters one after the other, and then those that waited for a next one.
    fn send_all(&self, state: &mut State, mut letters: Vec<Letter>) {
        if letters.is_empty() {
            return;
        }
        letters.extend(state.letters.extract_if(.., |letter| letter.when == When::AfterNext));
        for letter in &letters {
            record(state, letter.number, |delivery| delivery.state = Progress::Sending);
        }
        let gateway = self.clone();
        self.runtime.spawn(async move {
            for letter in letters {
                gateway.send(letter).await;
            }
        });
    }

    /// Sends a letter once.
    async fn send(&self, mut letter: Letter) {
        let timeout = Duration::from_millis(self.state().knobs.timeout_ms);
        let mut request = self
            .client
            .post(&letter.url)
            .timeout(timeout)
            .header("content-type", "application/json")
            .header("user-agent", "chargily-double")
            .body(letter.bytes.clone());
        if let Some(signature) = &letter.signature {
            request = request.header("signature", signature);
        }
        let outcome = request.send().await.map(|answer| answer.status());
        let mut state = self.state();
        let (retries, again_at) =
            (state.knobs.retries, self.now(&state).saturating_add(state.knobs.retry_delay_s));
        let mut again = false;
        record(&mut state, letter.number, |delivery| {
            delivery.attempts += 1;
            delivery.answer = outcome.as_ref().ok().map(reqwest::StatusCode::as_u16);
            delivery.error = outcome.as_ref().err().map(reason);
            delivery.state = if outcome.is_ok() { Progress::Answered } else { Progress::Failed };
            again =
                !outcome.as_ref().is_ok_and(reqwest::StatusCode::is_success) && delivery.attempts <= retries;
            if again {
                delivery.state = Progress::Waiting;
            }
        });
        if again {
            letter.when = When::At(again_at);
            state.letters.push(letter);
        }
        drop(state);
        self.progress.notify_waiters();
    }

    /// Sends what has waited until its time.
    pub(crate) fn send_what_is_due(&self) {
        let mut state = self.state();
        let now = self.now(&state);
        let due = state.letters.extract_if(.., |letter| is_due(letter, now)).collect();
        self.send_all(&mut state, due);
    }

    /// Sends all that waits, in this order.
    pub(crate) fn release(&self, order: Order) -> usize {
        let mut state = self.state();
        let mut letters = std::mem::take(&mut state.letters);
        letters.sort_by_key(|letter| letter.number);
        if order == Order::Reversed {
            letters.reverse();
        }
        let released = letters.len();
        self.send_all(&mut state, letters);
        released
    }

    /// Waits until nothing is being sent and nothing is due.
    pub(crate) async fn settle(&self) {
        loop {
            let progress = self.progress.notified();
            tokio::pin!(progress);
            // From here on no notice is missed.
            progress.as_mut().enable();
            {
                let state = self.state();
                let now = self.now(&state);
                let busy = state.deliveries.iter().any(|one| one.state == Progress::Sending);
                if !busy && !state.letters.iter().any(|letter| is_due(letter, now)) {
                    return;
                }
            }
            progress.await;
        }
    }
}

fn is_due(letter: &Letter, now: i64) -> bool {
    matches!(letter.when, When::At(at) if at <= now)
}

/// A delivery may be gone: the double was reset while it was on its way.
fn record(state: &mut State, number: usize, change: impl FnOnce(&mut Delivery)) {
    if let Some(delivery) = state.deliveries.iter_mut().rev().find(|one| one.number == number) {
        change(delivery);
    }
}

fn mishaps(state: &mut State, kind: &str) -> Vec<Mishap> {
    let mut due = Vec::new();
    for fault in &mut state.knobs.deliveries {
        if fault.kind.as_deref().is_none_or(|only| only == kind) && fault.often.strikes() {
            due.push(fault.how);
        }
    }
    due
}

fn webhook_of(state: &State, event: &Event) -> Option<String> {
    let own = state.checkout(&event.checkout_id).and_then(|checkout| checkout.webhook_endpoint.clone());
    let dashboard = match event.mode {
        Mode::Test => &state.knobs.test_webhook,
        Mode::Live => &state.knobs.live_webhook,
    };
    own.or_else(|| dashboard.clone())
}

/// Why a delivery is never sent.
fn why_not(url: Option<&str>, mishaps: &[Mishap]) -> Option<&'static str> {
    match url {
        _ if mishaps.contains(&Mishap::Drop) => Some("dropped by a knob"),
        None => Some("no address to send it to"),
        Some(url) if !is_of_this_machine(url) => Some("not an address of this machine"),
        Some(_) => None,
    }
}

/// The double speaks to nobody but this machine, whatever address it was given.
fn is_of_this_machine(url: &str) -> bool {
    let Ok(url) = reqwest::Url::parse(url) else { return false };
    let host = url.host_str().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Why a request failed, down to its first cause.
fn reason(error: &reqwest::Error) -> String {
    let mut cause: &dyn std::error::Error = error;
    let mut text = cause.to_string();
    while let Some(source) = cause.source() {
        cause = source;
        text = format!("{text}: {cause}");
    }
    text
}
