//! How often one household may try what costs us much or tells them something. Beside these stand the soft locks of
//! each login (`lock`). Whole neighbourhoods share an address behind their carrier, so the numbers are generous.

use std::time::Instant;

use web::{Client, Limiter, Rate, UserId};

/// The counts of one node.
pub(crate) struct Limits {
    sign_in: Limiter,
    all_sign_ins: Limiter,
    sign_up: Limiter,
    mail: Limiter,
    code: Limiter,
    upload: Limiter,
    password: Limiter,
    export: Limiter,
}

impl Limits {
    /// Counts that start at zero.
    pub(crate) fn new() -> Self {
        let limiter =
            |burst, seconds: f64| Limiter::new(Rate { per_second: 1.0 / seconds, burst }, Instant::now());
        Self {
            sign_in: limiter(150, 2.0),
            all_sign_ins: limiter(1_000, 0.1),
            sign_up: limiter(60, 10.0),
            mail: limiter(40, 15.0),
            code: limiter(100, 3.0),
            upload: limiter(20, 10.0),
            password: limiter(20, 30.0),
            export: limiter(5, 600.0),
        }
    }

    /// All that is kept of somebody: five times at once, then once in ten minutes.
    pub(crate) fn export(&self, client: Client, user: UserId) -> web::Result<()> {
        client.within_own(&self.export, user)
    }

    /// A sign-in in a browser that is not known: 150 at once, then one every 2 seconds; of all households together 1,000
    /// at once, then 10 a second. Whoever guesses from many addresses is held up by that, and with them those who sign in
    /// somewhere for the first time, but nobody in a browser of theirs.
    pub(crate) fn sign_in(&self, client: Client) -> web::Result<()> {
        client.within(&self.sign_in)?;
        client.within_all(&self.all_sign_ins)
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
