//! The pages that hold a reader, and chapters as plain pages.

mod chapter;
mod end;
mod find;
mod finished;
mod reader;
mod save;
mod shell;

use axum::{Router, routing::get};
use web::{Capability, Routes};

/// The pages, whose paths stand after the language.
pub fn routes() -> Routes {
    let router = Router::new()
        .route("/read/{book}", get(reader::open))
        .route("/read/{book}/ch/{chapter}", get(chapter::show))
        .route("/read/{book}/find", get(find::show))
        .route("/book/{book}/sample", get(reader::sample))
        .route("/book/{book}/download", get(save::book).post(save::file));
    let own = get(save::book).post(finished::say);
    Routes::from(router).needs(Capability::KeepAccount, "/book/{book}/finished", own)
}
