//! The log of what the API was asked, so that tests can count calls and read them. Keys are not in it.

use serde::Serialize;

use crate::config::Mode;
use crate::endpoint::Endpoint;
use crate::faults::BadAnswer;
use crate::json::Json;

/// A call of the API.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    /// Which it is: 1, 2, 3, …
    pub number: usize,
    /// When, in Unix seconds of the double's clock.
    pub at: i64,
    /// The mode.
    pub mode: Mode,
    /// The method.
    pub method: String,
    /// The path, with its prefix.
    pub path: String,
    /// What follows the question mark, or nothing.
    pub query: String,
    /// What it asks for; none where there is no such call.
    pub endpoint: Option<Endpoint>,
    /// Whether it brought the mode's key.
    pub authorised: bool,
    /// What it brought; none where that is no JSON.
    pub body: Option<Json>,
    /// The status it was answered with; none while it is not, as with a call that hangs.
    pub status: Option<u16>,
    /// The fault that it met.
    pub fault: Option<BadAnswer>,
}
