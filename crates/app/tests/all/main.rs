//! The program as its operator meets it: started as a process, told by its settings, spoken to over HTTP, stopped by
//! a signal.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod adding;
#[path = "../../src/site.rs"]
mod assembled;
mod backup;
mod buying_kills;
mod evaluating;
mod export;
mod full_disk;
mod hostile;
mod importing;
mod offline;
mod place;
mod refusals;
mod roles;
mod running;
mod rush;
mod sample;
mod schema;
mod search_kills;
mod serving;
mod settings;
mod usage;
mod words;

/// The whole program, with a search that has no index.
fn site() -> web::Site {
    assembled::site(
        &discovery::keeping::Keeping::new(),
        &discovery::Search::new(),
        &commerce::Commerce::new(None),
    )
}
