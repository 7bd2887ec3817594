//! Many books at once: a list in a CSV file, looked at line by line before anything happens, and the whole catalogue as such a
//! list.

mod act;
mod api;
mod export;
mod pages;
mod told;

pub(crate) use api::routes as api;
pub(crate) use pages::add_to as pages;
