//! A running double in the hands of a Rust test.

use std::net::SocketAddr;

use tokio::runtime::Runtime;

use crate::checkout::{Checkout, Status};
use crate::config::{Config, Mode};
use crate::delivery::{Delivery, Order};
use crate::endpoint::Endpoint;
use crate::event::Event;
use crate::gateway::{Act, Gateway, Refusal};
use crate::knobs::Knobs;
use crate::requests::Asked;
use crate::server::{StartError, start};

/// A running double. It ends, with every connection it has, when this is dropped.
///
/// Its methods do not wait, but for [`Double::settle`]; they may be called from anywhere.
pub struct Double {
    gateway: Gateway,
    runtime: Option<Runtime>,
}

impl Double {
    /// Starts a double; it answers from here on.
    pub fn start(config: Config) -> Result<Self, StartError> {
        let (gateway, runtime) = start(config)?;
        Ok(Self { gateway, runtime: Some(runtime) })
    }

    /// The address it listens on.
    pub fn addr(&self) -> SocketAddr {
        self.gateway.addr
    }

    /// Where it is: `http://127.0.0.1:PORT`, without a slash.
    pub fn origin(&self) -> String {
        format!("http://{}", self.gateway.addr)
    }

    /// The base of a mode's API, without a slash at the end.
    pub fn base_url(&self, mode: Mode) -> String {
        self.gateway.page_url(mode, "/api/v2")
    }

    /// The secret key of a mode.
    pub fn key(&self, mode: Mode) -> &str {
        self.gateway.config.key(mode)
    }

    /// The knobs in force, faults counted down as far as they have struck.
    pub fn knobs(&self) -> Knobs {
        self.gateway.state().knobs.clone()
    }

    /// Turns knobs: `double.turn(|knobs| knobs.get_lag_s = 30)`.
    pub fn turn(&self, change: impl FnOnce(&mut Knobs)) {
        change(&mut self.gateway.state().knobs);
    }

    /// Moves the double's own time on, in seconds. A fixed clock that it was given is left alone.
    pub fn advance(&self, seconds: i64) {
        self.gateway.advance(seconds);
    }

    /// The double's time in Unix seconds.
    pub fn now(&self) -> i64 {
        self.gateway.now(&self.gateway.state())
    }

    /// A checkout as it truly is, whatever the API shows of it.
    pub fn checkout(&self, id: &str) -> Option<Checkout> {
        self.gateway.state().checkout(id).cloned()
    }

    /// All checkouts of a mode, the oldest first.
    pub fn checkouts(&self, mode: Mode) -> Vec<Checkout> {
        self.gateway.state().checkouts[mode.index()].clone()
    }

    /// Does something with a checkout as its payer would, and has its event sent.
    pub fn act(&self, id: &str, act: Act) -> Result<Checkout, Refusal> {
        self.gateway.act(&mut self.gateway.state(), id, act, false)
    }

    /// The same whatever state it is in, also a final one.
    pub fn force(&self, id: &str, act: Act) -> Result<Checkout, Refusal> {
        self.gateway.act(&mut self.gateway.state(), id, act, true)
    }

    /// Sends a checkout's last event again, or with `status` a new one that tells this state.
    pub fn send_event(&self, id: &str, status: Option<Status>) -> Result<Event, Refusal> {
        self.gateway.send_event(id, status)
    }

    /// All calls of the API, the oldest first.
    pub fn requests(&self) -> Vec<Asked> {
        self.gateway.state().requests.clone()
    }

    /// How many calls of a kind there have been.
    pub fn count(&self, endpoint: Endpoint) -> usize {
        let state = self.gateway.state();
        state.requests.iter().filter(|asked| asked.endpoint == Some(endpoint)).count()
    }

    /// All deliveries of events, the oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.gateway.state().deliveries.clone()
    }

    /// Sends the deliveries that wait, one after the other; says how many.
    pub fn release(&self, order: Order) -> usize {
        self.gateway.release(order)
    }

    /// Waits until nothing is being sent and nothing is due. What waits for its time or for its release may go on
    /// waiting.
    pub async fn settle(&self) {
        self.gateway.settle().await;
    }

    /// Forgets all, and goes back to the knobs it was started with.
    pub fn reset(&self) {
        self.gateway.reset();
    }
}

impl Drop for Double {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Allowed also where waiting is not.
            runtime.shutdown_background();
        }
    }
}

impl Gateway {
    pub(crate) fn advance(&self, seconds: i64) {
        let mut state = self.state();
        state.moved_s = state.moved_s.saturating_add(seconds);
        drop(state);
        self.send_what_is_due();
    }

    pub(crate) fn send_event(&self, id: &str, status: Option<Status>) -> Result<Event, Refusal> {
        let mut state = self.state();
        let checkout = state.checkout(id).cloned().ok_or_else(|| Refusal::Unknown(id.to_owned()))?;
        let last = state.events.iter().rev().find(|event| event.checkout_id == id).cloned();
        match (status, last) {
            (None, Some(event)) => {
                self.deliver(&mut state, &event);
                Ok(event)
            }
            (status, _) => {
                let word = status.unwrap_or(checkout.status).as_str();
                Ok(self.tell(&mut state, &checkout, word))
            }
        }
    }
}
