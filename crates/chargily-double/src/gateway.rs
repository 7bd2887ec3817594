//! What all parts of the double share: its memory behind one lock, its clock, its client, and the transitions of a
//! checkout.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

use crate::checkout::{Checkout, Status, Surroundings};
use crate::config::{Config, Mode};
use crate::delivery::{Delivery, Letter};
use crate::event::Event;
use crate::knobs::{Expiry, Knobs};
use crate::requests::Asked;
use crate::resource::{Kind, Resource};
use crate::ulid::ulid;

/// What somebody does with a checkout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// The payer begins to pay and has not ended: `processing`.
    Process,
    /// The payer pays.
    Pay,
    /// The payer's bank refuses.
    Fail,
    /// The payer gives up.
    Cancel,
    /// The time is over.
    Expire,
}

impl Act {
    /// The state that it leads to.
    const fn end(self) -> Status {
        match self {
            Self::Process => Status::Processing,
            Self::Pay => Status::Paid,
            Self::Fail => Status::Failed,
            Self::Cancel => Status::Canceled,
            Self::Expire => Status::Expired,
        }
    }

    /// Whether it is something that a payer ends with, which is always told.
    const fn ends_paying(self) -> bool {
        matches!(self, Self::Pay | Self::Fail | Self::Cancel)
    }

    /// Whether a state allows it.
    fn is_allowed(self, status: Status) -> bool {
        if self.ends_paying() { status.is_open() } else { status == Status::Pending }
    }
}

/// Why something cannot be done with a checkout.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is none of that id.
    #[error("there is no checkout {0}")]
    Unknown(String),
    /// Its state does not allow it.
    #[error("a checkout that is {} does not allow it", .0.as_str())]
    State(Status),
}

/// The shared part; cloning it shares it.
#[derive(Clone)]
pub(crate) struct Gateway(Arc<Inner>);

pub(crate) struct Inner {
    pub(crate) config: Config,
    pub(crate) addr: SocketAddr,
    pub(crate) client: reqwest::Client,
    pub(crate) runtime: tokio::runtime::Handle,
    /// Told whenever a delivery has come to its end.
    pub(crate) progress: Notify,
    state: Mutex<State>,
}

/// All that the double remembers.
pub(crate) struct State {
    /// Seconds by which the clock was moved on.
    pub(crate) moved_s: i64,
    pub(crate) knobs: Knobs,
    /// By mode, the oldest first.
    pub(crate) checkouts: [Vec<Checkout>; 2],
    pub(crate) resources: [Vec<Resource>; 2],
    pub(crate) events: Vec<Event>,
    pub(crate) requests: Vec<Asked>,
    /// The number of the last call; it goes on after a reset.
    pub(crate) last_request: usize,
    pub(crate) deliveries: Vec<Delivery>,
    /// The number of the last delivery; it goes on after a reset.
    pub(crate) last_delivery: usize,
    /// Deliveries that wait.
    pub(crate) letters: Vec<Letter>,
}

impl State {
    fn new(knobs: Knobs) -> Self {
        Self {
            moved_s: 0,
            knobs,
            checkouts: [Vec::new(), Vec::new()],
            resources: [Vec::new(), Vec::new()],
            events: Vec::new(),
            requests: Vec::new(),
            last_request: 0,
            deliveries: Vec::new(),
            last_delivery: 0,
            letters: Vec::new(),
        }
    }

    /// A checkout of either mode.
    pub(crate) fn checkout(&self, id: &str) -> Option<&Checkout> {
        self.checkouts.iter().flatten().find(|one| one.id == id)
    }

    pub(crate) fn checkout_mut(&mut self, id: &str) -> Option<&mut Checkout> {
        self.checkouts.iter_mut().flatten().find(|one| one.id == id)
    }

    /// A call that was asked; it may have been forgotten meanwhile.
    pub(crate) fn request_mut(&mut self, number: usize) -> Option<&mut Asked> {
        self.requests.iter_mut().rev().find(|asked| asked.number == number)
    }

    /// A thing of a mode and a kind.
    pub(crate) fn resource(&self, mode: Mode, kind: Kind, id: &str) -> Option<&Resource> {
        self.resources[mode.index()].iter().find(|one| one.kind == kind && one.id == id)
    }
}

impl std::ops::Deref for Gateway {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Gateway {
    pub(crate) fn new(
        config: Config,
        addr: SocketAddr,
        client: reqwest::Client,
        runtime: tokio::runtime::Handle,
    ) -> Self {
        let state = Mutex::new(State::new(config.knobs.clone()));
        Self(Arc::new(Inner { config, addr, client, runtime, progress: Notify::new(), state }))
    }

    /// The memory, with what is over by now ended.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        self.end_what_is_over(&mut state);
        state
    }

    /// Forgets everything and goes back to the first knobs. The clock stays where it was moved to.
    pub(crate) fn reset(&self) {
        let mut state = self.state();
        *state = State {
            moved_s: state.moved_s,
            last_request: state.last_request,
            last_delivery: state.last_delivery,
            ..State::new(self.config.knobs.clone())
        };
        drop(state);
        self.progress.notify_waiters();
    }

    /// The gateway's time in Unix seconds.
    pub(crate) fn now(&self, state: &State) -> i64 {
        let given = self.config.clock.now().as_millis().div_euclid(1000);
        given.saturating_add(state.moved_s).saturating_add(state.knobs.clock_skew_s)
    }

    /// A new id.
    pub(crate) fn id(&self, state: &State) -> String {
        ulid(self.now(state).saturating_mul(1000), &self.config.random)
    }

    /// The address of a page of the gateway.
    pub(crate) fn page_url(&self, mode: Mode, path: &str) -> String {
        format!("http://{}{}{path}", self.addr, mode.prefix())
    }

    /// What a shown checkout depends on.
    pub(crate) fn around(&self, state: &State, checkout: &Checkout) -> Surroundings {
        let knobs = &state.knobs;
        let url = knobs.checkout_url.clone().unwrap_or_else(|| {
            let url = self.page_url(checkout.mode, &format!("/checkouts/{}/pay", checkout.id));
            if knobs.https_checkout_url { url.replacen("http:", "https:", 1) } else { url }
        });
        Surroundings { url, now: self.now(state), extra_fields: knobs.extra_fields, account: knobs.account }
    }

    /// Does something with a checkout, and sends the event of it. `by_force` takes any state, also a final one.
    pub(crate) fn act(
        &self,
        state: &mut State,
        id: &str,
        act: Act,
        by_force: bool,
    ) -> Result<Checkout, Refusal> {
        let now = self.now(state);
        let (with_fees, lag, tells_expiry) =
            (state.knobs.fees, state.knobs.get_lag_s, state.knobs.expiry_event);
        let checkout = state.checkout_mut(id).ok_or_else(|| Refusal::Unknown(id.to_owned()))?;
        if !act.is_allowed(checkout.status) && !by_force {
            return Err(Refusal::State(checkout.status));
        }
        if checkout.status == Status::Pending && act.ends_paying() {
            checkout.become_(Status::Processing, now, false);
        }
        checkout.become_(act.end(), now, with_fees);
        checkout.hidden_until = (act == Act::Pay && lag > 0).then_some(now.saturating_add(lag));
        let checkout = checkout.clone();
        if act.ends_paying() || (act == Act::Expire && tells_expiry) {
            self.tell(state, &checkout, act.end().as_str());
        }
        Ok(checkout)
    }

    /// Ends pending checkouts whose time is over.
    fn end_what_is_over(&self, state: &mut State) {
        let status = match state.knobs.expiry {
            Expiry::Expired => Status::Expired,
            Expiry::Canceled => Status::Canceled,
            Expiry::Pending => return,
        };
        let (now, expiry_s) = (self.now(state), state.knobs.expiry_s);
        let mut ended = Vec::new();
        for checkout in state.checkouts.iter_mut().flatten() {
            let end = checkout.created_at.saturating_add(expiry_s);
            if checkout.status == Status::Pending && now >= end {
                checkout.become_(status, end, false);
                ended.push(checkout.clone());
            }
        }
        if state.knobs.expiry_event {
            for checkout in ended {
                self.tell(state, &checkout, status.as_str());
            }
        }
    }
}
