//! Adding a book is dropping a file: files come in, are checked in the background, and stand as drafts with all that was read
//! from them. And the files of one book: to be added, replaced, removed.

mod api;
mod files;
mod job;
mod logged;
mod pages;
mod receive;
pub(crate) mod sample;
mod told;
mod wire;

pub(crate) use api::routes as api;
pub(crate) use job::jobs;
pub(crate) use logged::say;
pub(crate) use pages::add_to as pages;
