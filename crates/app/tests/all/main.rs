//! The program as its operator meets it: started as a process, told by its settings, spoken to over HTTP, stopped by
//! a signal.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod evaluating;
mod full_disk;
mod hostile;
mod importing;
mod place;
mod refusals;
mod roles;
mod running;
mod rush;
mod sample;
mod schema;
mod serving;
mod settings;
#[path = "../../src/site.rs"]
mod site;
mod usage;

/// The whole program.
fn site() -> web::Site {
    site::site(&discovery::keeping::Keeping::new())
}
