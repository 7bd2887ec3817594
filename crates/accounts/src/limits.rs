//! How often one household may try what costs us much or tells them something. Beside these stand the soft locks of
//! each login (`lock`). Whole neighbourhoods share an address behind their carrier, so the numbers are generous.

use std::time::Instant;

use web::{Client, Limiter, Rate};

/// The counts of one node.
pub(crate) struct Limits {
    sign_in: Limiter,
    sign_up: Limiter,
    mail: Limiter,
    code: Limiter,
    upload: Limiter,
    password: Limiter,
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter =
            |burst, seconds: f64| Limiter::new(Rate { per_second: 1.0 / seconds, burst }, Instant::now());
        Self {
            sign_in: limiter(150, 2.0),
            sign_up: limiter(60, 10.0),
            mail: limiter(40, 15.0),
            code: limiter(100, 3.0),
            upload: limiter(20, 10.0),
            password: limiter(20, 30.0),
        }
    }

    /// A sign-in: 150 at once, then one every 2 seconds.
    pub(crate) fn sign_in(&self, client: Client) -> web::Result<()> {
        client.within(&self.sign_in)
    }

    /// A new account: 60 at once, then one every 10 seconds.
    pub(crate) fn sign_up(&self, client: Client) -> web::Result<()> {
        client.within(&self.sign_up)
    }

    /// A mail that somebody asks for: 40 at once, then one every 15 seconds.
    pub(crate) fn mail(&self, client: Client) -> web::Result<()> {
        client.within(&self.mail)
    }

    /// A code that is tried: 100 at once, then one every 3 seconds.
    pub(crate) fn code(&self, client: Client) -> web::Result<()> {
        client.within(&self.code)
    }

    /// A password that somebody signed in changes: 20 at once, then one every 30 seconds.
    pub(crate) fn password(&self, client: Client) -> web::Result<()> {
        client.within(&self.password)
    }

    /// A picture: 20 at once, then one every 10 seconds.
    pub(crate) fn upload(&self, client: Client) -> web::Result<()> {
        client.within(&self.upload)
    }
}
