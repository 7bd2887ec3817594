//! The pages that hold a reader, and chapters as plain pages.

mod chapter;
mod end;
mod find;
mod reader;
mod save;
mod shell;

use axum::{Router, routing::get};
use web::App;

/// The pages, whose paths stand after the language.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/read/{book}", get(reader::open))
        .route("/read/{book}/ch/{chapter}", get(chapter::show))
        .route("/read/{book}/find", get(find::show))
        .route("/book/{book}/sample", get(reader::sample))
        .route("/book/{book}/download", get(save::book).post(save::file))
}
