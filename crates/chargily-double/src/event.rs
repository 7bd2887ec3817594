//! Events: what the gateway tells of a checkout, in both forms that are known, with what the knobs make wrong in it.

use serde::Serialize;

use crate::checkout::{Checkout, account};
use crate::config::Mode;
use crate::endpoint::Endpoint;
use crate::faults::{Change, Within};
use crate::gateway::{Gateway, State};
use crate::json::Json;
use crate::knobs::EventForm;

/// An event that was made.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Event {
    /// Its id.
    pub id: String,
    /// The checkout it is of.
    pub checkout_id: String,
    /// The mode of that.
    pub mode: Mode,
    /// Its type, such as `checkout.paid`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is sent.
    pub body: Json,
}

impl Gateway {
    /// Makes the event that a checkout has become `word`, and has it delivered.
    pub(crate) fn tell(&self, state: &mut State, checkout: &Checkout, word: &str) -> Event {
        let event = self.event(state, checkout, word);
        state.events.push(event.clone());
        self.deliver(state, &event);
        event
    }

    fn event(&self, state: &mut State, checkout: &Checkout, word: &str) -> Event {
        let around = self.around(state, checkout);
        let (form, with_account) = (state.knobs.event_form, state.knobs.account);
        let mut data = match form {
            EventForm::Captured => checkout.captured(&around),
            EventForm::Docs => checkout.documented(&around),
        };
        data.set("status", word.into());
        let mut kind = format!("checkout.{word}");
        let mut livemode = checkout.mode == Mode::Live;
        let mut as_text = form == EventForm::Docs;
        for change in changes(state, None) {
            match change {
                Change::UnknownType => "checkout.on_hold".clone_into(&mut kind),
                Change::LivemodeText => as_text = true,
                Change::LivemodeOther => livemode = !livemode,
                _ => {}
            }
            alter(&mut data, &change);
        }
        let id = self.id(state);
        let now = self.now(state);
        let livemode: Json = if as_text { livemode.to_string().into() } else { livemode.into() };
        let mut body = Json::object([("id", id.as_str().into()), ("entity", "event".into())]);
        if form == EventForm::Docs {
            body.set("livemode", livemode.clone());
        }
        body.set("type", kind.as_str().into());
        body.set("data", data);
        body.set("created_at", now.into());
        body.set("updated_at", now.into());
        if form == EventForm::Captured {
            if with_account {
                body.set("account", account());
            }
            body.set("livemode", livemode);
        }
        Event { id, checkout_id: checkout.id.clone(), mode: checkout.mode, kind, body }
    }
}

/// The changes that are due now in the answer to a call, or in an event where there is no call.
pub(crate) fn changes(state: &mut State, call: Option<Endpoint>) -> Vec<Change> {
    let mut due = Vec::new();
    for alteration in &mut state.knobs.alterations {
        let here = match alteration.within {
            Within::Both => true,
            Within::Events => call.is_none(),
            Within::Answers(endpoint) => call == Some(endpoint),
        };
        if here && alteration.often.strikes() {
            due.push(alteration.change.clone());
        }
    }
    due
}

/// Makes a shown checkout wrong. What it does not show is not added, but for a field that is asked for by name.
pub(crate) fn alter(shown: &mut Json, change: &Change) {
    match change {
        Change::UnknownType => {}
        Change::UnknownStatus => shown.set("status", "on_hold".into()),
        Change::MetadataNull => shown.set("metadata", Json::Null),
        Change::MetadataEmptyList => shown.set("metadata", Json::List(Vec::new())),
        Change::MetadataWrong => {
            if let Some(Json::Object(fields)) = shown.get_mut("metadata") {
                for (_, value) in fields {
                    *value = "01hzzzzzzzzzzzzzzzzzzzzzzz".into();
                }
            }
        }
        Change::Amount(amount) => shown.set("amount", (*amount).into()),
        Change::CurrencyUsd => shown.set("currency", "usd".into()),
        Change::LivemodeText => {
            if let Some(place @ Json::Bool(_)) = shown.get_mut("livemode") {
                *place = if *place == Json::Bool(true) { "true".into() } else { "false".into() };
            }
        }
        Change::LivemodeOther => match shown.get_mut("livemode") {
            Some(Json::Bool(truth)) => *truth = !*truth,
            Some(place @ Json::Text(_)) => {
                *place = if place.as_str() == Some("true") { "false".into() } else { "true".into() };
            }
            _ => {}
        },
        Change::Field { name, to } => shown.set(name, to.clone().into()),
    }
}
