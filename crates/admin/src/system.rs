//! Running the shop's machinery: work that waits and failed, what was mailed, whether everything works.

pub(crate) mod api;
mod health;
mod jobs;
pub(crate) mod logged;
mod mails;
mod question;
mod steward;

use std::{path::PathBuf, sync::Arc};

use axum::routing::get;
use commerce::Commerce;
use discovery::Search;
use web::{Capability, Routes};

/// The list of jobs, after the language.
pub(crate) const JOBS: &str = "/admin/jobs";
/// The log of mails, after the language.
pub(crate) const MAILS: &str = "/admin/mails";
/// How everything works, after the language.
pub(crate) const HEALTH: &str = "/admin/health";

/// Adds the pages to others.
pub(crate) fn add(routes: Routes) -> Routes {
    let run = Capability::RunSite;
    routes
        .needs(run, JOBS, get(jobs::show).post(jobs::send))
        .needs(run, MAILS, get(mails::show).post(mails::send))
        .needs(run, HEALTH, get(health::show))
}

/// What of this program the health of a shop depends on; shared with the panel by whoever puts the program together.
#[derive(Clone, Default)]
pub struct Machinery(pub(crate) Arc<Parts>);

/// The parts of it, each absent where a program runs without.
#[derive(Default)]
pub struct Parts {
    /// The folder for what is not elsewhere: how much room there is.
    pub data_dir: Option<PathBuf>,
    /// The search, whose index follows the database.
    pub search: Option<Search>,
    /// Buying, which knows the gateway.
    pub commerce: Option<Commerce>,
}

impl Machinery {
    /// Puts it together.
    pub fn new(parts: Parts) -> Self {
        Self(Arc::new(parts))
    }
}
