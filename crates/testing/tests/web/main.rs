//! What the site lays around every handler, asked through a small site with routes of its own.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod conditional;
mod errors;
mod headers;
mod limits;
mod methods;
mod origin;
mod small;
