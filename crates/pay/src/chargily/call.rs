//! What is repeated and what is not, and when the gateway is left alone.

use std::time::Duration;

use kernel::{Clock, Random};

use super::{
    SecretKey, SettingError,
    http::{Ask, Broken, Http, Response},
    wire,
};
use crate::{
    CallError, Created, Opened, Pace,
    breaker::{Breaker, Permit},
};

#[derive(Debug)]
pub(super) struct Client {
    http: Http,
    pace: Pace,
    random: Random,
    breaker: Breaker,
}

/// An answer that is none.
pub(super) enum Bad {
    /// Asking again would bring the same.
    Final(CallError),
    /// Asking again may help.
    Passing(String),
}

impl Client {
    pub(super) fn new(
        base: &str,
        key: &SecretKey,
        pace: Pace,
        clock: Clock,
        random: Random,
    ) -> Result<Self, SettingError> {
        let http = Http::new(base, key, &pace)?;
        let breaker = Breaker::new(clock, pace.failures, pace.rest);
        Ok(Self { http, pace, random, breaker })
    }

    /// Asks for a checkout, once.
    pub(super) async fn create(
        &self,
        body: Vec<u8>,
        opened: impl Fn(&Response) -> Result<Opened, String>,
    ) -> Created {
        let permit = match self.breaker.permit() {
            Ok(permit) => permit,
            Err(after) => return Created::NotSent { after, why: "the gateway is left alone".to_owned() },
        };
        match self.http.send(&Ask::Create(body)).await {
            Ok(response) => self.made(permit, &response, opened),
            Err(broken) => {
                permit.failed();
                match broken {
                    Broken::NotSent(why) => Created::NotSent { after: Duration::ZERO, why },
                    Broken::Lost(why) => Created::Unknown { why },
                }
            }
        }
    }

    /// What an answer to creating means.
    fn made(
        &self,
        permit: Permit<'_>,
        response: &Response,
        opened: impl Fn(&Response) -> Result<Opened, String>,
    ) -> Created {
        let made = match response.status {
            429 => {
                permit.hold(self.hold(response));
                return Created::Unknown { why: status(429) };
            }
            // Not 408: a request that timed out over there may have been worked on all the same.
            400..=407 | 409..=499 => Ok(Created::Rejected { reason: refusal(response) }),
            200..=299 => opened(response).map(|opened| Created::Open(Box::new(opened))),
            other => Err(status(other)),
        };
        match made {
            Ok(made) => {
                permit.answered();
                made
            }
            Err(why) => {
                permit.failed();
                Created::Unknown { why }
            }
        }
    }

    /// Asks what can be asked twice, until there is an answer, the tries are used up or the budget is.
    pub(super) async fn question<T>(
        &self,
        ask: Ask<'_>,
        read: impl Fn(&Response) -> Result<T, Bad>,
    ) -> Result<T, CallError> {
        let tries = async {
            let mut waits = self.pace.waits.iter();
            loop {
                let why = match self.once(&ask, &read).await {
                    Ok(answer) => return Ok(answer),
                    Err(Bad::Final(error)) => return Err(error),
                    Err(Bad::Passing(why)) => why,
                };
                let Some(wait) = waits.next() else { return Err(CallError::Unavailable { why }) };
                tokio::time::sleep(self.jittered(*wait)).await;
            }
        };
        let late = || CallError::Unavailable { why: format!("no answer in {:?}", self.pace.budget) };
        tokio::time::timeout(self.pace.budget, tries).await.unwrap_or_else(|_| Err(late()))
    }

    async fn once<T>(&self, ask: &Ask<'_>, read: impl Fn(&Response) -> Result<T, Bad>) -> Result<T, Bad> {
        let later = |after, why| Bad::Final(CallError::TryLater { after, why });
        let permit = self.breaker.permit().map_err(|after| later(after, "it failed before".to_owned()))?;
        match self.http.send(ask).await {
            // Waiting is the caller's business: a person may be waiting for us.
            Ok(response) if response.status == 429 => {
                let after = self.hold(&response);
                permit.hold(after);
                Err(later(after, status(429)))
            }
            Ok(response) => reported(permit, read(&response)),
            Err(broken) => reported(permit, Err(Bad::Passing(broken.to_string()))),
        }
    }

    fn hold(&self, response: &Response) -> Duration {
        response.retry_after.unwrap_or_default().max(self.pace.least_hold)
    }

    /// The wait and up to half as much again.
    fn jittered(&self, wait: Duration) -> Duration {
        wait + wait.mul_f64(f64::from(u16::from_le_bytes(self.random.bytes())) / f64::from(u16::MAX) / 2.0)
    }
}

fn reported<T>(permit: Permit<'_>, read: Result<T, Bad>) -> Result<T, Bad> {
    match &read {
        Err(Bad::Passing(_)) => permit.failed(),
        Ok(_) | Err(Bad::Final(_)) => permit.answered(),
    }
    read
}

/// What the statuses of an answer mean where nothing else is agreed on.
pub(super) fn ordinary<T>(
    response: &Response,
    read: impl Fn(&Response) -> Result<T, String>,
) -> Result<T, Bad> {
    match response.status {
        200..=299 => read(response).map_err(Bad::Passing),
        404 => Err(Bad::Final(CallError::NotFound)),
        400..=407 | 409..=499 => Err(Bad::Final(CallError::Refused { reason: refusal(response) })),
        other => Err(Bad::Passing(status(other))),
    }
}

fn status(status: u16) -> String {
    format!("status {status}")
}

/// The status, and what the envelope of a refusal says if there is one.
fn refusal(response: &Response) -> String {
    let said = response.body().ok().and_then(wire::refusal);
    said.map_or_else(|| status(response.status), |said| format!("{}: {said}", status(response.status)))
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::*;

    #[test]
    fn chance_adds_up_to_half_of_a_wait() {
        let clock = Clock::fixed(Timestamp::from_millis(0));
        let key = SecretKey::new("test_sk_1");
        let client =
            Client::new("http://127.0.0.1:1", &key, Pace::default(), clock, Random::seeded(3)).unwrap();
        let wait = Duration::from_secs(2);
        let waits: Vec<_> = (0..200).map(|_| client.jittered(wait)).collect();
        assert!(waits.iter().all(|waited| (wait..=wait * 3 / 2).contains(waited)));
        assert!(waits.iter().max() > waits.iter().min(), "they differ");
    }
}
